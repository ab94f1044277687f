//! [`Incidence`]: who is in which group, by index alone; the one form that every measure reads.
//!
//! A meeting of k persons takes k entries here, where its projection takes k(k−1)/2 ties. An
//! undirected tie of an edge list is a group of two, so that one algorithm serves both.

use std::collections::HashMap;

/// Members by group and groups by member, both in ascending order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incidence {
    group_start: Vec<usize>,
    members: Vec<u32>,
    node_start: Vec<usize>,
    groups: Vec<u32>,
    weights: Vec<f64>,
}

impl Incidence {
    /// Builds the incidence from `(group, node)` pairs, which are sorted and freed of duplicates.
    ///
    /// `weights` has one number for each group. Takes O(m log m) time for m pairs.
    ///
    /// # Panics
    ///
    /// Where a pair names a node from `nodes` on, or a group without a weight.
    pub fn new(nodes: usize, weights: Vec<f64>, mut pairs: Vec<(u32, u32)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let mut group_start = vec![0; weights.len() + 1];
        let mut node_start = vec![0; nodes + 1];
        for &(group, node) in &pairs {
            group_start[group as usize + 1] += 1;
            node_start[node as usize + 1] += 1;
        }
        accumulate(&mut group_start);
        accumulate(&mut node_start);
        let mut next = node_start.clone();
        let mut groups = vec![0; pairs.len()];
        for &(group, node) in &pairs {
            groups[next[node as usize]] = group;
            next[node as usize] += 1;
        }
        let members = pairs.into_iter().map(|(_, node)| node).collect();
        Self { group_start, members, node_start, groups, weights }
    }

    /// Returns the number of nodes.
    pub fn node_count(&self) -> usize {
        self.node_start.len().saturating_sub(1)
    }

    /// Returns the number of groups.
    pub fn group_count(&self) -> usize {
        self.weights.len()
    }

    /// Returns the number of distinct participations.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Says whether nobody takes part in anything.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Returns the members of a group, ascending.
    pub fn members(&self, group: u32) -> &[u32] {
        &self.members[self.group_start[group as usize]..self.group_start[group as usize + 1]]
    }

    /// Returns the groups of a node, ascending.
    pub fn groups(&self, node: u32) -> &[u32] {
        &self.groups[self.node_start[node as usize]..self.node_start[node as usize + 1]]
    }

    /// Returns a group's weight: 1 for an event, the tie's weight for a tie of an edge list.
    pub fn weight(&self, group: u32) -> f64 {
        self.weights[group as usize]
    }

    /// Returns all nodes.
    pub fn nodes(&self) -> std::ops::Range<u32> {
        0..index(self.node_count())
    }

    /// Returns all groups.
    pub fn all_groups(&self) -> std::ops::Range<u32> {
        0..index(self.group_count())
    }

    /// Returns, for each node, the first node that has the very same groups.
    ///
    /// Such nodes have the same neighbours, so that a search from one of them stands for all.
    pub fn twins(&self) -> Vec<u32> {
        let mut first: HashMap<&[u32], u32> = HashMap::new();
        self.nodes().map(|node| *first.entry(self.groups(node)).or_insert(node)).collect()
    }
}

/// Turns a position into an index.
///
/// # Panics
///
/// From 2³² on, which no network of ours reaches.
pub(crate) fn index(position: usize) -> u32 {
    u32::try_from(position).expect("a network has fewer than 2^32 nodes and groups")
}

/// Turns a count into a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
pub(crate) fn real(count: usize) -> f64 {
    count as f64
}

fn accumulate(counts: &mut [usize]) {
    let mut sum = 0;
    for count in counts {
        sum += *count;
        *count = sum;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn duplicates_collapse_and_both_sides_are_sorted() {
        let incidence =
            Incidence::new(3, vec![1.0; 2], vec![(1, 2), (0, 1), (1, 2), (1, 0), (0, 0)]);
        assert_eq!(incidence.len(), 4);
        assert_eq!(incidence.members(1), [0, 2]);
        assert_eq!(incidence.groups(0), [0, 1]);
        assert_eq!(incidence.groups(2), [1]);
    }

    #[test]
    fn twins_share_all_their_groups() {
        let pairs = vec![(0, 0), (0, 1), (0, 2), (1, 2), (1, 3)];
        assert_eq!(Incidence::new(6, vec![1.0; 2], pairs).twins(), [0, 0, 2, 3, 4, 4]);
    }

    #[test]
    fn an_empty_network_has_nothing() {
        let incidence = Incidence::new(0, Vec::new(), Vec::new());
        assert_eq!((incidence.node_count(), incidence.group_count()), (0, 0));
        assert!(incidence.is_empty() && Incidence::default().is_empty());
        assert_eq!(Incidence::default().nodes(), 0..0);
    }
}
