//! [`Classes`]: what a null model cannot tell apart: nodes with as many groups, groups of one size.

use crate::network::{
    incidence::{Incidence, index},
    overlap::Overlaps,
};
use std::collections::{BTreeMap, BTreeSet};

/// Nodes, or groups, by their numbers of participations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Classes {
    /// The class of each.
    pub(super) of: Vec<u32>,
    /// How many participations each of a class has; ascending.
    pub(super) degree: Vec<usize>,
    /// How many are in each class.
    pub(super) count: Vec<usize>,
}

impl Classes {
    fn new(degrees: &[usize]) -> Self {
        let distinct: BTreeSet<usize> = degrees.iter().copied().collect();
        let degree: Vec<usize> = distinct.into_iter().collect();
        let of: Vec<u32> =
            degrees.iter().map(|&one| index(degree.partition_point(|&d| d < one))).collect();
        let mut count = vec![0; degree.len()];
        for &class in &of {
            count[class as usize] += 1;
        }
        Self { of, degree, count }
    }

    /// Sorts the nodes.
    pub(super) fn of_nodes(incidence: &Incidence) -> Self {
        let degrees: Vec<usize> =
            incidence.nodes().map(|node| incidence.groups(node).len()).collect();
        Self::new(&degrees)
    }

    /// Sorts the groups.
    pub(super) fn of_groups(incidence: &Incidence) -> Self {
        let sizes: Vec<usize> =
            incidence.all_groups().map(|group| incidence.members(group).len()).collect();
        Self::new(&sizes)
    }

    /// Returns the number of classes.
    pub(super) fn len(&self) -> usize {
        self.degree.len()
    }

    /// Returns the classes of two nodes, the lower one first.
    pub(super) fn pair(&self, a: u32, b: u32) -> (u32, u32) {
        let (x, y) = (self.of[a as usize], self.of[b as usize]);
        (x.min(y), x.max(y))
    }

    /// Returns the number of pairs of one node of either class.
    pub(super) fn pairs(&self, (x, y): (u32, u32)) -> usize {
        let (n, m) = (self.count[x as usize], self.count[y as usize]);
        if x == y { n * n.saturating_sub(1) / 2 } else { n * m }
    }
}

/// For each pair of classes, how many pairs of nodes share so many groups, from one on.
pub(super) type Shared = BTreeMap<(u32, u32), BTreeMap<usize, usize>>;

/// Counts the pairs that share groups, without a look at those that share just one.
///
/// A group has as many pairs of two classes as the products of their numbers say; pairs that share
/// more are listed, and taken off. O(p + Σ c²) time: p listed pairs, c classes in a group.
pub(super) fn shared(incidence: &Incidence, overlaps: &Overlaps, classes: &Classes) -> Shared {
    let width = classes.len();
    let mut once = vec![0_usize; width * width];
    let mut here: Vec<(u32, usize)> = Vec::new();
    let mut count = vec![0_usize; width];
    for group in incidence.all_groups() {
        for &member in incidence.members(group) {
            count[classes.of[member as usize] as usize] += 1;
        }
        here.extend(incidence.members(group).iter().filter_map(|&member| {
            let class = classes.of[member as usize];
            let counted = std::mem::take(&mut count[class as usize]);
            (counted > 0).then_some((class, counted))
        }));
        here.sort_unstable();
        for (at, &(x, n)) in here.iter().enumerate() {
            once[x as usize * width + x as usize] += n * (n - 1) / 2;
            for &(y, m) in &here[at + 1..] {
                once[x as usize * width + y as usize] += n * m;
            }
        }
        here.clear();
    }
    let mut shared = Shared::new();
    for node in incidence.nodes() {
        for overlap in overlaps.of(node).iter().filter(|overlap| overlap.partner > node) {
            let (x, y) = classes.pair(node, overlap.partner);
            let groups = overlap.excess as usize + 1;
            once[x as usize * width + y as usize] -= groups;
            *shared.entry((x, y)).or_default().entry(groups).or_default() += 1;
        }
    }
    for (at, &pairs) in once.iter().enumerate().filter(|&(_, &pairs)| pairs > 0) {
        let classes = (index(at / width), index(at % width));
        shared.entry(classes).or_default().insert(1, pairs);
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::incidences;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn pairs_are_counted_as_one_by_one(incidence in incidences()) {
            let classes = Classes::of_nodes(&incidence);
            let mut expected = Shared::new();
            let mut pairs: BTreeMap<(u32, u32), usize> = BTreeMap::new();
            for a in incidence.nodes() {
                for b in a + 1..index(incidence.node_count()) {
                    let both = incidence.groups(a).iter()
                        .filter(|group| incidence.groups(b).contains(group)).count();
                    *pairs.entry(classes.pair(a, b)).or_default() += 1;
                    if both > 0 {
                        *expected.entry(classes.pair(a, b)).or_default().entry(both).or_default()
                            += 1;
                    }
                }
            }
            prop_assert_eq!(shared(&incidence, &Overlaps::new(&incidence), &classes), expected);
            for (pair, count) in pairs {
                prop_assert_eq!(classes.pairs(pair), count);
            }
        }
    }
}
