//! Communities: which nodes are tied with each other more than with the rest?
//!
//! - **Definition**: a division of the nodes with high modularity, the share of tie weight within
//!   communities less its expectation for the nodes' strengths (Newman and Girvan 2004, Phys. Rev.
//!   E 69, 026113), found by Louvain's method (Blondel et al. 2008, "Fast unfolding of communities
//!   in large networks", J. Stat. Mech. P10008). The projection is weighted: [`Weight::Newman`]
//!   keeps large meetings from drowning small ones; for [`Weight::None`] it is taken as Newman's.
//! - **Determinism**: no chance: nodes are visited in their order, of equal gains the community
//!   of the lower number wins. Louvain finds a good division, not surely the best, and says
//!   nothing of how stable it is; use it to colour a figure, not to prove a school.
//! - **Numbers**: from 1, the largest first. An isolated node is a community of its own.
//! - **Complexity**: O(r·Σ c) for r rounds, c the number of communities met in each group of each
//!   node: groups keep counts of their communities, so that no tie is ever written down.

use super::about::{About, TakenOn};
use super::component::numbered_by_size;
use crate::network::{
    incidence::{Incidence, index},
    ties::Weight,
};
use std::collections::BTreeMap;

/// What a paper must say of [`Measure::Community`](super::Measure::Community).
pub(super) const ABOUT: About = About {
    name: ("社群编号", "community"),
    definition: (
        "节点所在社群的编号，最大者为 1；社群由 Louvain 方法按模块度划分",
        "the number of the node's community, 1 for the largest, by Louvain's method and \
         modularity",
    ),
    taken_on: TakenOn::Weighted,
    reference: "Blondel, V. D., Guillaume, J.-L., Lambiotte, R., & Lefebvre, E. (2008). Fast \
                 unfolding of communities in large networks. Journal of Statistical Mechanics, P10008.",
};

const GAIN: f64 = 1e-12;
const ROUNDS: usize = 100;

/// Returns each node's community: 1 for the largest.
///
/// ```
/// use gongshi::network::{Incidence, Weight, communities};
/// // Two trios, and one meeting across.
/// let pairs = vec![(0, 0), (0, 1), (0, 2), (1, 3), (1, 4), (1, 5), (2, 2), (2, 3)];
/// let incidence = Incidence::new(6, vec![1.0; 3], pairs);
/// assert_eq!(communities(&incidence, Weight::Shared), [1, 1, 1, 2, 2, 2]);
/// ```
pub fn communities(incidence: &Incidence, weight: Weight) -> Vec<u32> {
    let weight = if weight == Weight::None { Weight::Newman } else { weight };
    let mut level = Level::of_twins(incidence, weight);
    let mut of_node: Vec<u32> = level.of_node.clone();
    loop {
        let (community, moved) = level.move_units();
        for unit in &mut of_node {
            *unit = community[*unit as usize];
        }
        if !moved {
            return numbered_by_size(&of_node);
        }
        level = level.merge(&community);
    }
}

/// The units that move: nodes at first, then communities of the level before.
struct Level {
    /// For each unit, its groups and how many of its nodes are in each.
    groups: Vec<Vec<(u32, f64)>>,
    strength: Vec<f64>,
    factor: Vec<f64>,
    total: f64,
    of_node: Vec<u32>,
}

impl Level {
    /// Begins with one unit for all nodes of the very same groups: nothing tells them apart.
    fn of_twins(incidence: &Incidence, weight: Weight) -> Self {
        let factor: Vec<f64> =
            incidence.all_groups().map(|group| weight.of_group(incidence, group)).collect();
        let mut units: Vec<(u32, f64)> = Vec::new();
        let mut unit_of_first = vec![0; incidence.node_count()];
        let mut of_node = Vec::with_capacity(incidence.node_count());
        for (node, first) in incidence.nodes().zip(incidence.twins()) {
            let alone = incidence.groups(node).is_empty();
            if first == node || alone {
                unit_of_first[node as usize] = index(units.len());
                units.push((node, 0.0));
            }
            let unit = unit_of_first[if alone { node } else { first } as usize];
            units[unit as usize].1 += 1.0;
            of_node.push(unit);
        }
        let strength: Vec<f64> = (units.iter())
            .map(|&(node, copies)| {
                let ties = incidence.groups(node).iter().map(|&group| {
                    let others = index(incidence.members(group).len() - 1);
                    factor[group as usize] * f64::from(others)
                });
                copies * ties.sum::<f64>()
            })
            .collect();
        let groups = units.iter().map(|&(node, copies)| {
            incidence.groups(node).iter().map(|&group| (group, copies)).collect()
        });
        let (groups, total) = (groups.collect(), strength.iter().sum());
        Self { groups, strength, factor, total, of_node }
    }

    /// Moves each unit to the community where it gains most, until none gains.
    fn move_units(&self) -> (Vec<u32>, bool) {
        let mut community: Vec<u32> = (0..index(self.groups.len())).collect();
        let mut strength = self.strength.clone();
        let mut within: Vec<BTreeMap<u32, f64>> = vec![BTreeMap::new(); self.factor.len()];
        for (unit, groups) in (0..).zip(&self.groups) {
            for &(group, count) in groups {
                within[group as usize].insert(unit, count);
            }
        }
        let mut moved = false;
        for _ in 0..ROUNDS {
            let mut settled = true;
            for (unit, place) in community.iter_mut().enumerate() {
                let from = *place;
                self.shift(&mut within, unit, from, -1.0);
                strength[from as usize] -= self.strength[unit];
                let to = self.best(&within, &strength, unit, from);
                self.shift(&mut within, unit, to, 1.0);
                strength[to as usize] += self.strength[unit];
                *place = to;
                settled &= to == from;
            }
            if settled {
                break;
            }
            moved = true;
        }
        (community, moved)
    }

    fn shift(&self, within: &mut [BTreeMap<u32, f64>], unit: usize, community: u32, sign: f64) {
        for &(group, count) in &self.groups[unit] {
            let counts = &mut within[group as usize];
            let now = counts.entry(community).or_default();
            *now += sign * count;
            if *now <= 0.0 {
                counts.remove(&community);
            }
        }
    }

    fn best(&self, within: &[BTreeMap<u32, f64>], strength: &[f64], unit: usize, from: u32) -> u32 {
        let mut ties: BTreeMap<u32, f64> = BTreeMap::from([(from, 0.0)]);
        for &(group, count) in &self.groups[unit] {
            for (&community, &others) in &within[group as usize] {
                *ties.entry(community).or_default() += self.factor[group as usize] * count * others;
            }
        }
        let gain = |community: u32, ties: f64| {
            ties - self.strength[unit] * strength[community as usize] / self.total
        };
        let mut best = (from, gain(from, ties[&from]));
        for (community, weight) in ties {
            let gain = gain(community, weight);
            if gain > best.1 + GAIN * self.total {
                best = (community, gain);
            }
        }
        best.0
    }

    /// Makes each community a unit.
    fn merge(&self, community: &[u32]) -> Self {
        let units = self.groups.len();
        let mut groups: Vec<BTreeMap<u32, f64>> = vec![BTreeMap::new(); units];
        let mut strength = vec![0.0; units];
        for (unit, &community) in community.iter().enumerate() {
            strength[community as usize] += self.strength[unit];
            for &(group, count) in &self.groups[unit] {
                *groups[community as usize].entry(group).or_default() += count;
            }
        }
        Self {
            groups: groups.into_iter().map(|groups| groups.into_iter().collect()).collect(),
            strength,
            factor: self.factor.clone(),
            total: self.total,
            of_node: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{bow_tie, incidences, matrix};
    use proptest::prelude::*;

    fn modularity(a: &[Vec<f64>], of: &[u32]) -> f64 {
        let strength: Vec<f64> = a.iter().map(|row| row.iter().sum()).collect();
        let total: f64 = strength.iter().sum();
        let mut sum = 0.0;
        for (u, row) in a.iter().enumerate() {
            for (v, &weight) in row.iter().enumerate().filter(|&(v, _)| of[u] == of[v]) {
                sum += weight - strength[u] * strength[v] / total;
            }
        }
        if total > 0.0 { sum / total } else { 0.0 }
    }

    #[test]
    fn the_bow_tie_has_two_wings() {
        let parts = communities(&bow_tie(), Weight::Shared);
        assert_eq!((parts[0], parts[3]), (parts[1], parts[4]));
        assert!(parts[0] != parts[3] && parts[5] == 3);
    }

    proptest! {
        #[test]
        fn communities_are_better_than_none_and_never_leave_a_component(
            incidence in incidences()
        ) {
            let of = communities(&incidence, Weight::Shared);
            let a = matrix(&incidence, Weight::Shared);
            let alone: Vec<u32> = incidence.nodes().collect();
            prop_assert!(modularity(&a, &of) >= modularity(&a, &alone) - 1e-9);
            let parts = crate::network::components(&incidence);
            for u in 0..of.len() {
                for v in 0..of.len() {
                    prop_assert!(of[u] != of[v] || parts[u] == parts[v]);
                }
            }
        }
    }
}
