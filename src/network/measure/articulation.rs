//! Articulation points: whose absence would part those who are connected?
//!
//! - **Definition**: 1 for a node without which its component falls apart, else 0, in the *simple*
//!   projection (Harary 1969, "Graph Theory", ch. 3; Wasserman and Faust 1994, p. 112).
//! - **Norm**: the same.
//! - **Complexity**: O(m) for m incidences.
//! - **Source**: Tarjan 1972, "Depth-first search and linear graph algorithms", SIAM J. Computing
//!   1, 146–160, on the two-mode network instead of the projection: without a node v, two others
//!   are connected by ties exactly when a chain of nodes and groups connects them, and each group
//!   but those of v alone still has a member. So v parts the projection if and only if it parts
//!   the two-mode network from which the groups of one member are left out.

use super::about::{About, TakenOn};
use crate::network::incidence::{Incidence, index};

/// What a paper must say of [`Measure::Articulation`](super::Measure::Articulation).
pub(super) const ABOUT: About = About {
    name: ("割点", "articulation point"),
    definition: (
        "若去掉该节点会使其所在连通分量分裂，则为 1，否则为 0",
        "1 if the node's removal would part its component, else 0",
    ),
    taken_on: TakenOn::Simple,
    reference: "Wasserman, S., & Faust, K. (1994). Social Network Analysis: Methods and \
                 Applications. Cambridge University Press, 112–115.",
};

/// Returns 1 for each node whose removal would part its component, else 0.
///
/// ```
/// use gongshi::network::{Incidence, articulation};
/// // 0 and 1 met, 1 and 2 met.
/// let incidence = Incidence::new(3, vec![1.0; 2], vec![(0, 0), (0, 1), (1, 1), (1, 2)]);
/// assert_eq!(articulation(&incidence), [0.0, 1.0, 0.0]);
/// ```
pub fn articulation(incidence: &Incidence) -> Vec<f64> {
    let mut search = DepthFirst::new(incidence);
    for node in incidence.nodes() {
        if search.number[node as usize] == 0 {
            search.run(node);
        }
    }
    search.parts.into_iter().map(|parts| f64::from(u8::from(parts))).collect()
}

/// Depth-first search of nodes and, behind them, groups; without recursion, since chains are long.
struct DepthFirst<'a> {
    incidence: &'a Incidence,
    /// When each was met, from 1.
    number: Vec<u32>,
    /// The earliest that can be reached from below it by one step back.
    low: Vec<u32>,
    clock: u32,
    parts: Vec<bool>,
}

/// What is being looked at: a vertex, where it was come from, and its next neighbour.
struct Step {
    vertex: u32,
    parent: u32,
    next: usize,
}

impl<'a> DepthFirst<'a> {
    fn new(incidence: &'a Incidence) -> Self {
        let nodes = incidence.node_count();
        let all = nodes + incidence.group_count();
        let parts = vec![false; nodes];
        Self { incidence, number: vec![0; all], low: vec![0; all], clock: 0, parts }
    }

    fn neighbour(&self, vertex: u32, place: usize) -> Option<u32> {
        let nodes = index(self.incidence.node_count());
        match vertex.checked_sub(nodes) {
            Some(group) => self.incidence.members(group).get(place).copied(),
            None => self.incidence.groups(vertex).get(place).map(|group| nodes + group),
        }
    }

    fn enter(&mut self, vertex: u32, parent: u32) -> Step {
        self.clock += 1;
        self.number[vertex as usize] = self.clock;
        self.low[vertex as usize] = self.clock;
        Step { vertex, parent, next: 0 }
    }

    fn run(&mut self, root: u32) {
        let nodes = index(self.incidence.node_count());
        let mut branches = 0;
        let mut open = vec![self.enter(root, u32::MAX)];
        while let Some(step) = open.last_mut() {
            let (vertex, parent) = (step.vertex, step.parent);
            step.next += 1;
            let Some(other) = self.neighbour(vertex, step.next - 1) else {
                open.pop();
                let low = self.low[vertex as usize];
                if let Some(above) = self.low.get_mut(parent as usize) {
                    *above = low.min(*above);
                    let closes = low >= self.number[parent as usize] && parent < nodes;
                    // A group that has but one member hides nobody behind it.
                    let alone = vertex >= nodes && self.alone(vertex - nodes);
                    if closes && !alone {
                        branches += u32::from(parent == root);
                        self.parts[parent as usize] |= parent != root;
                    }
                }
                continue;
            };
            if other == parent {
                continue;
            }
            match self.number[other as usize] {
                0 => {
                    let step = self.enter(other, vertex);
                    open.push(step);
                }
                met => self.low[vertex as usize] = met.min(self.low[vertex as usize]),
            }
        }
        self.parts[root as usize] = branches > 1;
    }

    fn alone(&self, group: u32) -> bool {
        self.incidence.members(group).len() == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{
        components,
        sample::{bow_tie, close, incidences},
    };
    use proptest::prelude::*;

    #[test]
    fn the_middle_of_the_bow_tie_parts_it() {
        assert!(close(&articulation(&bow_tie()), &[0.0, 0.0, 1.0, 0.0, 0.0, 0.0]));
    }

    #[test]
    fn a_long_chain_does_not_exhaust_the_stack() {
        let pairs = (0..200_000_u32).flat_map(|i| [(i, i), (i, i + 1)]).collect();
        let chain = Incidence::new(200_001, vec![1.0; 200_000], pairs);
        let points: f64 = articulation(&chain).iter().sum();
        assert!((points - 199_999.0).abs() < 0.5);
    }

    /// The incidence without a node's participations.
    fn without(incidence: &Incidence, node: u32) -> Incidence {
        let members = |group| incidence.members(group).iter().map(move |&member| (group, member));
        let pairs = incidence.all_groups().flat_map(members).filter(|&(_, m)| m != node);
        Incidence::new(incidence.node_count(), vec![1.0; incidence.group_count()], pairs.collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        #[test]
        fn a_point_is_one_whose_removal_makes_more_components(incidence in incidences()) {
            let count = |incidence: &Incidence| {
                components(incidence).into_iter().max().unwrap_or(0)
            };
            let before = count(&incidence);
            let expected: Vec<f64> = incidence.nodes().map(|node| {
                // The node itself stays as a component of its own.
                let alone = incidence.groups(node).iter().all(|&g| incidence.members(g).len() < 2);
                let after = count(&without(&incidence, node)) - u32::from(!alone);
                f64::from(u8::from(after > before))
            }).collect();
            prop_assert!(close(&articulation(&incidence), &expected));
        }
    }
}
