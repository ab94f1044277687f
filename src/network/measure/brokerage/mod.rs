//! Brokerage: between whom does a node stand, and on whose side?
//!
//! - **Definition**: the number of ordered pairs (a, b) with a tied to the node, the node tied to
//!   b and a not tied to b, by the classes of a, node and b (Gould and Fernandez 1989, "Structures
//!   of mediation", Sociological Methodology 19, 89–126): *coordinator* AAA, *itinerant broker*
//!   (consultant) BAB, *gatekeeper* BAA, *representative* AAB, *liaison* BAC, the node's class in
//!   the middle; *brokerage* is their sum. The classes are those of `--attribute`; where one of
//!   the three has none, there is no role. In the *simple* projection each pair is met both ways:
//!   gatekeeper and representative are equal, as in sna. In a directed network roles follow the
//!   direction.
//! - **Norm**: divided by (n−1)(n−2), the number of ordered pairs of others.
//! - **Complexity**: O(Σ (g + o)) over the neighbours of each node that differs in groups and
//!   class from all before it, as clustering; directed, O(Σ d) over the sources of each node.
//! - **Source**: pairs of neighbours are counted by class, those that are tied are taken away;
//!   ties within a class are those of the groups split by class.

pub(super) mod about;

use super::ego::{Ego, Field};
use crate::network::{
    Arc,
    incidence::{Incidence, index},
    overlap::Overlaps,
    ties::Weight,
};
use std::collections::{BTreeMap, HashMap};

/// How often a node plays each role.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Roles {
    /// Between two of its own class.
    pub coordinator: f64,
    /// Between two of one other class.
    pub itinerant: f64,
    /// From another class to its own.
    pub gatekeeper: f64,
    /// From its own class to another.
    pub representative: f64,
    /// Between two other classes.
    pub liaison: f64,
}

impl Roles {
    /// Returns the sum of all roles.
    pub fn total(self) -> f64 {
        self.coordinator + self.itinerant + self.gatekeeper + self.representative + self.liaison
    }

    /// Returns the count of the role of `own` between `source` and `target`.
    fn of(&mut self, own: u32, source: u32, target: u32) -> &mut f64 {
        match (source == own, target == own) {
            (true, true) => &mut self.coordinator,
            (false, true) => &mut self.gatekeeper,
            (true, false) => &mut self.representative,
            (false, false) if source == target => &mut self.itinerant,
            (false, false) => &mut self.liaison,
        }
    }
}

/// Returns each node's roles in the simple projection, by the classes of nodes.
pub(crate) fn roles(
    incidence: &Incidence,
    overlaps: &Overlaps,
    classes: &[Option<u32>],
) -> Vec<Roles> {
    let field = Field { incidence, overlaps, weight: Weight::None };
    let split = split_by_class(incidence, classes);
    let split_overlaps = Overlaps::new(&split);
    let within = Field { incidence: &split, overlaps: &split_overlaps, weight: Weight::None };
    let mut first: HashMap<(u32, Option<u32>), u32> = HashMap::new();
    let twins = incidence.twins().into_iter().zip(classes).zip(0..);
    let same: Vec<u32> =
        twins.map(|((twin, &class), node)| *first.entry((twin, class)).or_insert(node)).collect();
    field.by_node(&same, |ego| match classes[ego.node as usize] {
        Some(own) => of_node(ego, within, classes, own),
        None => Roles::default(),
    })
}

fn of_node(ego: &mut Ego<'_>, within: Field<'_>, classes: &[Option<u32>], own: u32) -> Roles {
    let class = |node: u32| classes[node as usize];
    let all = ego.times(|_, node| f64::from(u8::from(class(node).is_some())));
    let mine = ego.times(|_, node| f64::from(u8::from(class(node) == Some(own))));
    let same = ego.times_in(within, |_, node| f64::from(u8::from(class(node).is_some())));
    let mut roles = Roles::default();
    let mut counts: BTreeMap<u32, f64> = BTreeMap::new();
    for (at, &node) in ego.neighbours.iter().enumerate() {
        let Some(class) = class(node) else { continue };
        *counts.entry(class).or_default() += 1.0;
        if class == own {
            roles.coordinator -= mine[at];
        } else {
            roles.gatekeeper -= mine[at];
            roles.itinerant -= same[at];
            roles.liaison -= all[at] - same[at] - mine[at];
        }
    }
    let mine = counts.remove(&own).unwrap_or(0.0);
    let others: f64 = counts.values().sum();
    let squares: f64 = counts.values().map(|count| count * count).sum();
    roles.coordinator += mine * (mine - 1.0);
    roles.gatekeeper += mine * others;
    roles.representative = roles.gatekeeper;
    roles.itinerant += squares - others;
    roles.liaison += others * others - squares;
    roles
}

/// Splits each group by the classes of its members; those without a class are in none.
fn split_by_class(incidence: &Incidence, classes: &[Option<u32>]) -> Incidence {
    let mut part_of: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    let mut pairs = Vec::new();
    for group in incidence.all_groups() {
        for &member in incidence.members(group) {
            if let Some(class) = classes[member as usize] {
                let next = index(part_of.len());
                pairs.push((*part_of.entry((group, class)).or_insert(next), member));
            }
        }
    }
    Incidence::new(incidence.node_count(), vec![1.0; part_of.len()], pairs)
}

/// Returns each node's roles in a directed network, by the classes of nodes.
pub(crate) fn roles_directed(arcs: &[Arc], classes: &[Option<u32>]) -> Vec<Roles> {
    let mut targets: Vec<Vec<u32>> = vec![Vec::new(); classes.len()];
    let mut sources: Vec<Vec<u32>> = vec![Vec::new(); classes.len()];
    for arc in arcs {
        let ends = (classes[arc.source as usize], classes[arc.target as usize]);
        if let (Some(_), Some(_)) = ends {
            targets[arc.source as usize].push(arc.target);
            sources[arc.target as usize].push(arc.source);
        }
    }
    let mut is_target = vec![false; classes.len()];
    let mut all = Vec::with_capacity(classes.len());
    for (node, own) in classes.iter().enumerate() {
        let mut roles = Roles::default();
        if let Some(own) = *own {
            let mark = |is_target: &mut [bool], value| {
                for &target in &targets[node] {
                    is_target[target as usize] = value;
                }
            };
            mark(&mut is_target, true);
            let class = |node: u32| classes[node as usize].unwrap_or(own);
            let mut wanted: BTreeMap<u32, f64> = BTreeMap::new();
            for &target in &targets[node] {
                *wanted.entry(class(target)).or_default() += 1.0;
            }
            for &source in &sources[node] {
                for (&target, count) in &wanted {
                    *roles.of(own, class(source), target) += count;
                }
                let tied = targets[source as usize].iter().chain([&source]);
                for &target in tied.filter(|&&target| is_target[target as usize]) {
                    *roles.of(own, class(source), class(target)) -= 1.0;
                }
            }
            mark(&mut is_target, false);
        }
        all.push(roles);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{bow_tie, incidences, matrix};
    use proptest::prelude::*;

    /// Roles from the definition: all triples.
    fn brute_force(a: &[Vec<f64>], classes: &[Option<u32>]) -> Vec<Roles> {
        let n = a.len();
        (0..n)
            .map(|node| {
                let mut roles = Roles::default();
                for s in (0..n).filter(|&s| s != node && a[s][node] > 0.0) {
                    for t in (0..n).filter(|&t| t != node && t != s && a[node][t] > 0.0) {
                        if let (true, (Some(own), (Some(source), Some(target)))) =
                            (a[s][t] <= 0.0, (classes[node], (classes[s], classes[t])))
                        {
                            match (source == own, target == own, source == target) {
                                (true, true, _) => roles.coordinator += 1.0,
                                (_, _, true) => roles.itinerant += 1.0,
                                (_, true, _) => roles.gatekeeper += 1.0,
                                (true, _, _) => roles.representative += 1.0,
                                _ => roles.liaison += 1.0,
                            }
                        }
                    }
                }
                roles
            })
            .collect()
    }

    fn class_of(number: u32) -> Option<u32> {
        (number > 0).then_some(number)
    }

    #[test]
    fn the_bow_tie_by_hand() {
        // The middle is of class 1 as one wing is; eight ordered pairs go across.
        let incidence = bow_tie();
        let overlaps = Overlaps::new(&incidence);
        let classes = [1, 1, 1, 2, 0, 2].map(class_of);
        let roles = roles(&incidence, &overlaps, &classes);
        let expected = Roles { gatekeeper: 2.0, representative: 2.0, ..Roles::default() };
        assert_eq!(roles[2], expected);
        assert!(roles[0].total() <= 0.0);
    }

    proptest! {
        #[test]
        fn roles_are_those_of_all_triples(
            incidence in incidences(),
            numbers in prop::collection::vec(0_u32..4, 10),
        ) {
            let classes: Vec<Option<u32>> =
                incidence.nodes().map(|node| class_of(numbers[node as usize])).collect();
            let a = matrix(&incidence, Weight::None);
            let of = roles(&incidence, &Overlaps::new(&incidence), &classes);
            prop_assert_eq!(of, brute_force(&a, &classes));
        }

        #[test]
        fn directed_roles_are_those_of_all_triples(
            cells in prop::collection::vec(any::<bool>(), 36),
            numbers in prop::collection::vec(0_u32..4, 6),
        ) {
            let classes: Vec<Option<u32>> = numbers.into_iter().map(class_of).collect();
            let mut a = vec![vec![0.0; 6]; 6];
            let mut arcs = Vec::new();
            for (place, _) in (0_u32..).zip(cells).filter(|&(place, tied)| tied && place % 7 > 0) {
                let (source, target) = (place / 6, place % 6);
                a[source as usize][target as usize] = 1.0;
                arcs.push(Arc { source, target, weight: 1.0 });
            }
            prop_assert_eq!(roles_directed(&arcs, &classes), brute_force(&a, &classes));
        }
    }
}
