//! Core number: how far towards the middle does a node belong?
//!
//! - **Definition**: the greatest k such that the node belongs to a part of the *simple*
//!   projection in which each has at least k neighbours (Seidman 1983, "Network structure and
//!   minimum degree", Social Networks 5, 269–287).
//! - **Norm**: the same.
//! - **Complexity**: O(m + p + Σ r·a) over the groups: r members removed while a others of the
//!   group are counted one by one, which are few. A clique of any size is peeled in O(m).
//! - **Source**: Batagelj and Zaveršnik 2003, "An O(m) algorithm for cores decomposition of
//!   networks", arXiv cs/0310049: whoever has the fewest neighbours left is removed next. There,
//!   each removal costs a step for each neighbour, k² in a meeting of k. Here a node *watches* its
//!   largest group instead: while more than level + 1 of its members are left, the node has more
//!   neighbours than the level, and nothing needs to be known of it. When the group has shrunk, the
//!   node watches another; when no group is large enough, its neighbours are counted once, with
//!   [`Overlaps`], and one by one from then on.

use super::about::{About, TakenOn};
use crate::network::{incidence::Incidence, overlap::Overlaps};

/// What a paper must say of [`Measure::Core`](super::Measure::Core).
pub(super) const ABOUT: About = About {
    name: ("核数", "core number"),
    definition: (
        "节点所属 k-核的最大 k 值，k-核中每个节点至少与核内 k 个节点相连",
        "the greatest k of a k-core that holds the node: a part in which each node has at least k \
         neighbours",
    ),
    taken_on: TakenOn::Simple,
    reference: "Seidman, S. B. (1983). Network structure and minimum degree. Social Networks, \
                 5(3), 269–287.",
};

/// Returns each node's core number in the simple projection.
///
/// ```
/// use gongshi::network::{Incidence, Overlaps, core_numbers};
/// // 0, 1 and 2 met; 2 and 3 met.
/// let pairs = vec![(0, 0), (0, 1), (0, 2), (1, 2), (1, 3)];
/// let incidence = Incidence::new(4, vec![1.0; 2], pairs);
/// assert_eq!(core_numbers(&incidence, &Overlaps::new(&incidence)), [2.0, 2.0, 2.0, 1.0]);
/// ```
pub fn core_numbers(incidence: &Incidence, overlaps: &Overlaps) -> Vec<f64> {
    let mut peeling = Peeling::new(incidence, overlaps);
    for node in incidence.nodes() {
        peeling.look_at(node);
    }
    while peeling.level < peeling.due.len() {
        match peeling.due[peeling.level].pop() {
            Some(Due::Group(group)) => peeling.shrunk(group),
            Some(Due::Node(node)) => peeling.remove(node),
            None => peeling.level += 1,
        }
    }
    peeling.core
}

/// What may have to be done at a level.
#[derive(Clone, Copy, Debug)]
enum Due {
    /// A group may have too few members left to vouch for those who watch it.
    Group(u32),
    /// A node may have too few neighbours left.
    Node(u32),
}

struct Peeling<'a> {
    incidence: &'a Incidence,
    overlaps: &'a Overlaps,
    core: Vec<f64>,
    level: usize,
    due: Vec<Vec<Due>>,
    removed: Vec<bool>,
    /// The number of neighbours left, of a node that is counted.
    degree: Vec<Option<usize>>,
    /// The number of members left of a group, those who watch it, and those who are counted.
    left: Vec<usize>,
    watchers: Vec<Vec<u32>>,
    counted: Vec<Vec<u32>>,
}

impl<'a> Peeling<'a> {
    fn new(incidence: &'a Incidence, overlaps: &'a Overlaps) -> Self {
        let (nodes, groups) = (incidence.node_count(), incidence.group_count());
        Self {
            incidence,
            overlaps,
            core: vec![0.0; nodes],
            level: 0,
            due: Vec::new(),
            removed: vec![false; nodes],
            degree: vec![None; nodes],
            left: incidence.all_groups().map(|group| incidence.members(group).len()).collect(),
            watchers: vec![Vec::new(); groups],
            counted: vec![Vec::new(); groups],
        }
    }

    fn put(&mut self, level: usize, due: Due) {
        let level = level.max(self.level);
        if level >= self.due.len() {
            self.due.resize_with(level + 1, Vec::new);
        }
        self.due[level].push(due);
    }

    /// Lets a node watch its largest group, or counts its neighbours where none is large enough.
    fn look_at(&mut self, node: u32) {
        let groups = self.incidence.groups(node);
        let largest = groups.iter().copied().max_by_key(|&group| self.left[group as usize]);
        let Some(group) = largest else {
            return;
        };
        let others = self.left[group as usize] - 1;
        if others > self.level {
            self.watchers[group as usize].push(node);
            self.put(others, Due::Group(group));
            return;
        }
        let meetings: usize = groups.iter().map(|&group| self.left[group as usize] - 1).sum();
        let again = self.overlaps.of(node).iter().filter(|o| !self.removed[o.partner as usize]);
        let degree = meetings - again.map(|overlap| overlap.excess as usize).sum::<usize>();
        self.degree[node as usize] = Some(degree);
        if degree > self.level {
            for &group in groups {
                self.counted[group as usize].push(node);
            }
        }
        self.put(degree, Due::Node(node));
    }

    fn shrunk(&mut self, group: u32) {
        if self.left[group as usize] <= self.level + 1 {
            for node in std::mem::take(&mut self.watchers[group as usize]) {
                self.look_at(node);
            }
        }
    }

    fn remove(&mut self, node: u32) {
        let at = node as usize;
        if self.removed[at] || self.degree[at].is_none_or(|degree| degree > self.level) {
            return;
        }
        self.removed[at] = true;
        #[expect(clippy::cast_precision_loss, reason = "a network has fewer than 2^32 nodes")]
        let level = self.level as f64;
        self.core[at] = level;
        let mut touched: Vec<u32> = Vec::new();
        for &group in self.incidence.groups(node) {
            let place = group as usize;
            self.left[place] -= 1;
            if !self.watchers[place].is_empty() {
                self.put(self.left[place].saturating_sub(1), Due::Group(group));
            }
            let mut counted = std::mem::take(&mut self.counted[place]);
            // Who is due at this level already needs no count any more.
            counted.retain(|&other| {
                !self.removed[other as usize]
                    && self.degree[other as usize].is_some_and(|degree| degree > self.level)
            });
            touched.extend(&counted);
            self.counted[place] = counted;
        }
        touched.sort_unstable();
        touched.dedup();
        for other in touched {
            if let Some(degree) = &mut self.degree[other as usize] {
                *degree -= 1;
                let degree = *degree;
                self.put(degree, Due::Node(other));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{
        Weight, real,
        sample::{bow_tie, close, incidences, matrix},
    };
    use proptest::prelude::*;

    fn of(incidence: &Incidence) -> Vec<f64> {
        core_numbers(incidence, &Overlaps::new(incidence))
    }

    /// The greatest k for which the node is left when all with fewer than k neighbours are removed.
    fn brute_force(incidence: &Incidence) -> Vec<f64> {
        let a = matrix(incidence, Weight::None);
        let mut core = vec![0.0; a.len()];
        for k in 1..a.len() {
            let mut left: Vec<bool> = vec![true; a.len()];
            loop {
                let degree = |u: usize| (0..a.len()).filter(|&v| left[v] && a[u][v] > 0.0).count();
                let next: Vec<bool> = (0..a.len()).map(|u| left[u] && degree(u) >= k).collect();
                if next == left {
                    break;
                }
                left = next;
            }
            for (core, _) in core.iter_mut().zip(&left).filter(|(_, left)| **left) {
                *core = real(k);
            }
        }
        core
    }

    #[test]
    fn the_bow_tie_is_a_core_of_two() {
        assert!(close(&of(&bow_tie()), &[2.0, 2.0, 2.0, 2.0, 2.0, 0.0]));
    }

    #[test]
    fn a_great_meeting_whose_members_differ_is_peeled_in_a_moment() {
        // 100,000 met; each of them met an outsider too.
        let n = 100_000_u32;
        let pairs = (0..n).flat_map(|i| [(0, i), (i + 1, i), (i + 1, n + i)]).collect();
        let groups = n as usize + 1;
        let incidence = Incidence::new(2 * n as usize, vec![1.0; groups], pairs);
        let cores = of(&incidence);
        assert!(close(&cores[..3], &[99_999.0; 3]));
        assert!(close(&cores[n as usize..n as usize + 3], &[1.0; 3]));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1024))]
        #[test]
        fn core_numbers_are_the_brute_force(incidence in incidences()) {
            prop_assert!(close(&of(&incidence), &brute_force(&incidence)));
        }
    }
}
