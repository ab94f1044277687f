//! [`Overlaps`]: the pairs of nodes that share more than one group.
//!
//! In the simple projection such a pair is tied once, while a count over groups meets it once a
//! group. Every measure of the simple projection is therefore taken over the groups and then
//! corrected by this list, which is short even where the projection is huge.

use super::incidence::{Incidence, index};
use rayon::prelude::*;

/// One partner of a node with whom it shares more than one group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The partner.
    pub partner: u32,
    /// The number of shared groups, less one.
    pub excess: u32,
}

/// For each node, the partners with whom it shares more than one group, ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlaps {
    start: Vec<usize>,
    list: Vec<Overlap>,
}

impl Overlaps {
    /// Finds all pairs that share more than one group.
    ///
    /// A node and a partner that share two groups share one that is not the node's largest, so
    /// the largest is never walked: O(Σᵥ Σ k) time over each node's groups but its largest, k a
    /// group's size. One event with 100,000 participants costs nothing by itself.
    pub fn new(incidence: &Incidence) -> Self {
        let nodes = incidence.node_count();
        let found: Vec<Vec<Overlap>> = (0..index(nodes))
            .into_par_iter()
            .with_min_len(256)
            .map_init(
                || (vec![0_u32; nodes], Vec::new()),
                |(shared, touched), node| of_node(incidence, node, shared, touched),
            )
            .collect();
        let mut start = Vec::with_capacity(nodes + 1);
        start.push(0);
        let mut list = Vec::with_capacity(found.iter().map(Vec::len).sum());
        for partners in found {
            list.extend(partners);
            start.push(list.len());
        }
        Self { start, list }
    }

    /// Returns the partners with whom a node shares more than one group.
    pub fn of(&self, node: u32) -> &[Overlap] {
        &self.list[self.start[node as usize]..self.start[node as usize + 1]]
    }

    /// Returns the number of entries, each pair being in the list of both its nodes.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Returns the number of pairs that share at least `least` groups, `least` being 2 or more.
    pub fn pairs_sharing(&self, least: u32) -> usize {
        self.list.iter().filter(|overlap| overlap.excess + 1 >= least).count() / 2
    }
}

fn of_node(
    incidence: &Incidence,
    node: u32,
    shared: &mut [u32],
    touched: &mut Vec<u32>,
) -> Vec<Overlap> {
    let groups = incidence.groups(node);
    let Some(largest) = groups.iter().copied().max_by_key(|&group| incidence.members(group).len())
    else {
        return Vec::new();
    };
    for &group in groups.iter().filter(|&&group| group != largest) {
        for &partner in incidence.members(group).iter().filter(|&&partner| partner != node) {
            if shared[partner as usize] == 0 {
                touched.push(partner);
                if incidence.groups(partner).binary_search(&largest).is_ok() {
                    shared[partner as usize] = 1;
                }
            }
            shared[partner as usize] += 1;
        }
    }
    touched.sort_unstable();
    touched
        .drain(..)
        .filter_map(|partner| {
            let count = std::mem::take(&mut shared[partner as usize]);
            (count > 1).then(|| Overlap { partner, excess: count - 1 })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::incidences;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn overlaps_are_all_pairs_that_share_two_groups(incidence in incidences()) {
            let overlaps = Overlaps::new(&incidence);
            for node in incidence.nodes() {
                let expected: Vec<Overlap> = incidence.nodes().filter_map(|partner| {
                    let shared = incidence.groups(node).iter()
                        .filter(|group| incidence.groups(partner).contains(group)).count();
                    (partner != node && shared > 1)
                        .then(|| Overlap { partner, excess: index(shared) - 1 })
                }).collect();
                prop_assert_eq!(overlaps.of(node), expected);
            }
        }
    }
}
