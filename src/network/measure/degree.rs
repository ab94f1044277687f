//! Degree: with how many others is a node tied?
//!
//! - **Definition**: the number of distinct other nodes that share at least one group with the
//!   node (Freeman 1979, "Centrality in social networks: conceptual clarification", Social
//!   Networks 1, 215–239). Two persons who met five times count once.
//! - **Norm**: divided by n−1, the most that is possible.
//! - **Complexity**: O(m + p); m incidences, p pairs that share more than one group. A meeting of
//!   k adds k−1 in one step.
//! - **Two-mode degree** ([`group_counts`]): the number of the node's groups; O(1) a node.

use super::about::{About, FREEMAN_1979, TakenOn};
use crate::network::{
    Arc,
    incidence::{Incidence, real},
    overlap::Overlaps,
};

/// What a paper must say of [`Measure::Degree`](super::Measure::Degree).
pub(super) const DEGREE: About = About {
    name: ("度数", "degree"),
    definition: ("与之相连的不同节点的数目", "the number of distinct nodes tied to the node"),
    taken_on: TakenOn::Simple,
    reference: FREEMAN_1979,
};

/// What a paper must say of [`Measure::InDegree`](super::Measure::InDegree).
pub(super) const IN_DEGREE: About = About {
    name: ("入度", "in-degree"),
    definition: (
        "指向该节点的不同节点的数目",
        "the number of distinct nodes with a tie to the node",
    ),
    taken_on: TakenOn::Simple,
    reference: FREEMAN_1979,
};

/// What a paper must say of [`Measure::OutDegree`](super::Measure::OutDegree).
pub(super) const OUT_DEGREE: About = About {
    name: ("出度", "out-degree"),
    definition: (
        "该节点指向的不同节点的数目",
        "the number of distinct nodes that the node has a tie to",
    ),
    taken_on: TakenOn::Simple,
    reference: FREEMAN_1979,
};

/// What a paper must say of [`Measure::Groups`](super::Measure::Groups).
pub(in crate::network) const GROUPS: About = About {
    name: ("所属群组数", "number of groups"),
    definition: (
        "该节点所属群组的数目，即二模网络中的度数",
        "the number of groups that the node is in: its degree in the two-mode network",
    ),
    taken_on: TakenOn::TwoMode,
    reference: "Borgatti, S. P., & Everett, M. G. (1997). Network analysis of 2-mode data. Social \
                 Networks, 19(3), 243–269.",
};

/// Returns each node's number of distinct neighbours in the projection.
///
/// ```
/// use gongshi::network::{Incidence, Overlaps, degrees};
/// // Nodes 0, 1, 2 met once, 0 and 1 met again: each of them has two neighbours.
/// let pairs = vec![(0, 0), (0, 1), (0, 2), (1, 0), (1, 1)];
/// let incidence = Incidence::new(3, vec![1.0; 2], pairs);
/// assert_eq!(degrees(&incidence, &Overlaps::new(&incidence)), [2.0, 2.0, 2.0]);
/// ```
pub fn degrees(incidence: &Incidence, overlaps: &Overlaps) -> Vec<f64> {
    incidence.nodes().map(|node| real(degree(incidence, overlaps, node))).collect()
}

/// Returns one node's number of distinct neighbours in the projection.
pub(crate) fn degree(incidence: &Incidence, overlaps: &Overlaps, node: u32) -> usize {
    let meetings: usize =
        incidence.groups(node).iter().map(|&group| incidence.members(group).len() - 1).sum();
    let again: usize = overlaps.of(node).iter().map(|overlap| overlap.excess as usize).sum();
    meetings - again
}

/// Returns each node's number of groups: its degree in the two-mode network.
pub fn group_counts(incidence: &Incidence) -> Vec<f64> {
    incidence.nodes().map(|node| real(incidence.groups(node).len())).collect()
}

/// Returns each node's number of distinct predecessors in a directed network.
pub fn in_degrees(nodes: usize, arcs: &[Arc]) -> Vec<f64> {
    count(nodes, arcs.iter().map(|arc| arc.target))
}

/// Returns each node's number of distinct successors in a directed network.
pub fn out_degrees(nodes: usize, arcs: &[Arc]) -> Vec<f64> {
    count(nodes, arcs.iter().map(|arc| arc.source))
}

fn count(nodes: usize, ends: impl Iterator<Item = u32>) -> Vec<f64> {
    let mut counts = vec![0.0; nodes];
    for end in ends {
        counts[end as usize] += 1.0;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{
        Weight,
        sample::{bow_tie, close, incidences, matrix},
    };
    use proptest::prelude::*;

    #[test]
    fn the_bow_tie_by_hand() {
        let incidence = bow_tie();
        let degrees = degrees(&incidence, &Overlaps::new(&incidence));
        assert!(close(&degrees, &[2.0, 2.0, 4.0, 2.0, 2.0, 0.0]));
        assert!(close(&group_counts(&incidence), &[2.0, 2.0, 2.0, 1.0, 1.0, 0.0]));
    }

    proptest! {
        #[test]
        fn degree_counts_the_row_of_the_matrix(incidence in incidences()) {
            let expected: Vec<f64> =
                matrix(&incidence, Weight::None).iter().map(|row| row.iter().sum()).collect();
            prop_assert!(close(&degrees(&incidence, &Overlaps::new(&incidence)), &expected));
        }
    }
}
