//! Components: who can reach whom at all?
//!
//! - **Definition**: two nodes are in one component when a chain of shared groups leads from one
//!   to the other. The direction of ties does not matter (weak components).
//! - **Numbers**: components are numbered from 1, the largest first, equals in the order of their
//!   first node. An isolated node is a component of its own.
//! - **Complexity**: O(m α(m)) for m incidences, by petgraph's union–find (Tarjan 1975,
//!   "Efficiency of a good but not linear set union algorithm", J. ACM 22, 215–225).

use super::about::{About, FREEMAN_1979, TakenOn};
use crate::network::incidence::{Incidence, index};
use petgraph::unionfind::UnionFind;

/// What a paper must say of [`Measure::Component`](super::Measure::Component).
pub(super) const COMPONENT: About = About {
    name: ("连通分量编号", "component"),
    definition: (
        "节点所在连通分量的编号，最大者为 1",
        "the number of the node's component, 1 for the largest",
    ),
    taken_on: TakenOn::Simple,
    reference: FREEMAN_1979,
};

/// What a paper must say of [`Measure::ComponentSize`](super::Measure::ComponentSize).
pub(super) const COMPONENT_SIZE: About = About {
    name: ("连通分量规模", "size of the component"),
    definition: ("节点所在连通分量的节点数", "the number of nodes in the node's component"),
    taken_on: TakenOn::Simple,
    reference: FREEMAN_1979,
};

/// Returns each node's component: 1 for the largest.
///
/// ```
/// use gongshi::network::{Incidence, components};
/// // 1 and 2 met; 0 met nobody.
/// let incidence = Incidence::new(3, vec![1.0], vec![(0, 1), (0, 2)]);
/// assert_eq!(components(&incidence), [2, 1, 1]);
/// ```
pub fn components(incidence: &Incidence) -> Vec<u32> {
    let mut sets: UnionFind<u32> = UnionFind::new(incidence.node_count());
    for group in incidence.all_groups() {
        if let Some((&first, others)) = incidence.members(group).split_first() {
            for &member in others {
                sets.union(first, member);
            }
        }
    }
    numbered_by_size(&sets.into_labeling())
}

/// Numbers parts from 1, the largest first, equals in the order of their first node.
pub(crate) fn numbered_by_size(labels: &[u32]) -> Vec<u32> {
    let parts = labels.iter().max().map_or(0, |&most| most as usize + 1);
    let mut size = vec![0_usize; parts];
    let mut first = vec![usize::MAX; parts];
    for (node, &label) in labels.iter().enumerate() {
        size[label as usize] += 1;
        first[label as usize] = first[label as usize].min(node);
    }
    let mut order: Vec<usize> = (0..parts).filter(|&part| size[part] > 0).collect();
    order.sort_by_key(|&part| (std::cmp::Reverse(size[part]), first[part]));
    let mut number = vec![0; parts];
    for (position, part) in order.into_iter().enumerate() {
        number[part] = index(position) + 1;
    }
    labels.iter().map(|&label| number[label as usize]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{bow_tie, distances, incidences};
    use proptest::prelude::*;

    #[test]
    fn the_bow_tie_by_hand() {
        assert_eq!(components(&bow_tie()), [1, 1, 1, 1, 1, 2]);
    }

    proptest! {
        #[test]
        fn one_component_is_what_a_path_joins(incidence in incidences()) {
            let parts = components(&incidence);
            for (a, row) in distances(&incidence).iter().enumerate() {
                for (b, distance) in row.iter().enumerate() {
                    prop_assert_eq!(parts[a] == parts[b], distance.is_some());
                }
            }
        }
    }
}
