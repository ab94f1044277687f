//! Betweenness: how often does a node lie on the shortest paths between others?
//!
//! - **Definition**: the sum, over each unordered pair of other nodes, of the share of the pair's
//!   shortest paths that lead through the node (Freeman 1977, "A set of measures of centrality
//!   based on betweenness", Sociometry 40, 35–41). Paths are those of the *simple* projection: a
//!   pair that shares five groups has one tie, hence one path of length 1.
//! - **Norm**: divided by (n−1)(n−2)/2, its value in the middle of a star.
//! - **Complexity**: O(t·(m + p)): t nodes that differ in their groups, m incidences, p pairs that
//!   share more than one group; O(n + groups) memory a thread.
//! - **Source**: Brandes 2001, "A faster algorithm for betweenness centrality", J. Mathematical
//!   Sociology 25, 163–177, with groups as hubs, as follows.
//!
//! In a search from s, the members of a group lie on at most two levels, L and L+1, since all of
//! them are tied. So the group takes the path counts of its members on level L, once, and hands
//! the sum to each member on level L+1. A pair (u, v) with c shared groups is so counted c times
//! (each of them has u, hence no level but L and L+1); [`Overlaps`] lists the pair, and c−1 counts
//! are taken away again. The way back, from level L+1 to L, goes likewise. Nodes with the same
//! groups have the same searches: one of them is searched from, and counts for all.

use super::{
    about::{About, TakenOn},
    edge_betweenness::Searched,
};
use crate::network::{
    incidence::{Incidence, index},
    overlap::Overlaps,
};
use rayon::prelude::*;

/// What a paper must say of [`Measure::Betweenness`](super::Measure::Betweenness).
pub(super) const ABOUT: About = About {
    name: ("中介中心性", "betweenness"),
    definition: (
        "经过该节点的最短路径在其他各对节点的最短路径中所占份额之和",
        "the sum, over the pairs of other nodes, of the share of their shortest paths that lead \
         through the node",
    ),
    taken_on: TakenOn::Simple,
    reference: "Freeman, L. C. (1977). A set of measures of centrality based on betweenness. \
                 Sociometry, 40(1), 35–41.",
};

/// Sources whose results are added up on one thread; fixed, so that sums never depend on threads.
const BLOCK: usize = 32;
/// Blocks whose results are held at one time.
const WAVE: usize = 32;
/// The level of what the search has not met.
const UNMET: u32 = u32::MAX;

/// Returns each node's betweenness in the simple projection, each unordered pair counted once.
///
/// ```
/// use gongshi::network::{Incidence, Overlaps, betweenness};
/// // 0 and 1 met, 1 and 2 met twice, 2 and 3 met.
/// let pairs = vec![(0, 0), (0, 1), (1, 1), (1, 2), (2, 1), (2, 2), (3, 2), (3, 3)];
/// let incidence = Incidence::new(4, vec![1.0; 4], pairs);
/// assert_eq!(betweenness(&incidence, &Overlaps::new(&incidence)), [0.0, 2.0, 2.0, 0.0]);
/// ```
pub fn betweenness(incidence: &Incidence, overlaps: &Overlaps) -> Vec<f64> {
    let nodes = incidence.node_count();
    let mut copies = vec![0.0; nodes];
    for first in incidence.twins() {
        copies[first as usize] += 1.0;
    }
    let sources: Vec<u32> = incidence.nodes().filter(|&node| copies[node as usize] > 0.0).collect();
    let mut total = vec![0.0; nodes];
    for wave in sources.chunks(BLOCK * WAVE) {
        let parts: Vec<Vec<f64>> = wave
            .par_chunks(BLOCK)
            .map(|block| {
                let mut part = vec![0.0; nodes];
                let mut search = Search::new(incidence, overlaps);
                for &source in block {
                    search.run(source, copies[source as usize], &mut part);
                }
                part
            })
            .collect();
        for part in parts {
            for (sum, value) in total.iter_mut().zip(part) {
                *sum += value;
            }
        }
    }
    for value in &mut total {
        *value /= 2.0;
    }
    total
}

/// One search from a source, and the way back.
pub(super) struct Search<'a> {
    incidence: &'a Incidence,
    overlaps: &'a Overlaps,
    node_level: Vec<u32>,
    group_level: Vec<u32>,
    /// Number of shortest paths from the source.
    paths: Vec<f64>,
    /// On the way back, (1 + dependency) / paths, once a node's level is done.
    share: Vec<f64>,
    nodes: Vec<u32>,
    groups: Vec<u32>,
    /// Where each level begins in `nodes`, and where its groups begin in `groups`.
    levels: Vec<(usize, usize)>,
}

impl<'a> Search<'a> {
    pub(super) fn new(incidence: &'a Incidence, overlaps: &'a Overlaps) -> Self {
        let (nodes, groups) = (incidence.node_count(), incidence.group_count());
        Self {
            incidence,
            overlaps,
            node_level: vec![UNMET; nodes],
            group_level: vec![UNMET; groups],
            paths: vec![0.0; nodes],
            share: vec![0.0; nodes],
            nodes: Vec::new(),
            groups: Vec::new(),
            levels: Vec::new(),
        }
    }

    fn run(&mut self, source: u32, copies: f64, sum: &mut [f64]) {
        self.forth(source);
        self.back(copies, sum);
        self.clear();
    }

    /// Searches from a source, and says what was found of each node.
    pub(super) fn told(&mut self, source: u32) -> Searched {
        self.forth(source);
        self.back(0.0, &mut vec![0.0; self.node_level.len()]);
        let (level, paths, share) =
            (self.node_level.clone(), self.paths.clone(), self.share.clone());
        self.clear();
        Searched { source, level, paths, share }
    }

    fn clear(&mut self) {
        for node in self.nodes.drain(..) {
            self.node_level[node as usize] = UNMET;
            self.paths[node as usize] = 0.0;
            self.share[node as usize] = 0.0;
        }
        for group in self.groups.drain(..) {
            self.group_level[group as usize] = UNMET;
        }
        self.levels.clear();
    }

    /// Counts the shortest paths, level by level.
    fn forth(&mut self, source: u32) {
        self.node_level[source as usize] = 0;
        self.paths[source as usize] = 1.0;
        self.nodes.push(source);
        let (mut begin, mut level) = (0, 0);
        while begin < self.nodes.len() {
            self.levels.push((begin, self.groups.len()));
            let end = self.nodes.len();
            for position in begin..end {
                for &group in self.incidence.groups(self.nodes[position]) {
                    if self.group_level[group as usize] == UNMET {
                        self.group_level[group as usize] = level;
                        self.groups.push(group);
                        self.hand_on(group, level);
                    }
                }
            }
            for position in end..self.nodes.len() {
                let node = self.nodes[position];
                let twice = self.beyond(node, level, |partner| self.paths[partner]);
                self.paths[node as usize] -= twice;
            }
            begin = end;
            level += 1;
        }
        self.levels.push((self.nodes.len(), self.groups.len()));
    }

    /// Hands the path counts of a group's members on one level to those on the next.
    fn hand_on(&mut self, group: u32, level: u32) {
        let members = self.incidence.members(group);
        let on_level = members.iter().filter(|&&m| self.node_level[m as usize] == level);
        let paths: f64 = on_level.map(|&member| self.paths[member as usize]).sum();
        for &member in members {
            let at = member as usize;
            if self.node_level[at] == UNMET {
                self.node_level[at] = level + 1;
                self.nodes.push(member);
            }
            if self.node_level[at] == level + 1 {
                self.paths[at] += paths;
            }
        }
    }

    /// Sums what the overlaps of a node with a level have counted too often.
    fn beyond(&self, node: u32, level: u32, value: impl Fn(usize) -> f64) -> f64 {
        (self.overlaps.of(node).iter())
            .filter(|overlap| self.node_level[overlap.partner as usize] == level)
            .map(|overlap| f64::from(overlap.excess) * value(overlap.partner as usize))
            .sum()
    }

    /// Adds up the dependencies of the source on each node, from the last level to the first.
    fn back(&mut self, copies: f64, sum: &mut [f64]) {
        for here in (0..self.levels.len() - 1).rev() {
            let ((begin, first_group), (end, last_group)) =
                (self.levels[here], self.levels[here + 1]);
            let level = index(here);
            for position in first_group..last_group {
                let members = self.incidence.members(self.groups[position]);
                let beyond = members.iter().filter(|&&m| self.node_level[m as usize] == level + 1);
                let share: f64 = beyond.map(|&member| self.share[member as usize]).sum();
                for &member in members {
                    if self.node_level[member as usize] == level {
                        self.share[member as usize] += share;
                    }
                }
            }
            for position in begin..end {
                let node = self.nodes[position];
                let at = node as usize;
                let twice = self.beyond(node, level + 1, |partner| self.share[partner]);
                let dependency = self.paths[at] * (self.share[at] - twice);
                self.share[at] = (1.0 + dependency) / self.paths[at];
                if here > 0 {
                    sum[at] += copies * dependency;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{bow_tie, close, distances, incidences, matrix, on_threads};
    use crate::network::{Weight, real};
    use proptest::prelude::*;

    /// Betweenness from the definition: counts of shortest paths by dynamic programming.
    fn brute_force(incidence: &Incidence) -> Vec<f64> {
        let (d, a) = (distances(incidence), matrix(incidence, Weight::None));
        let nodes = d.len();
        let mut paths = vec![vec![0.0; nodes]; nodes];
        for s in 0..nodes {
            paths[s][s] = 1.0;
            for level in 1..=index(nodes) {
                for t in (0..nodes).filter(|&t| d[s][t] == Some(level)) {
                    let before =
                        (0..nodes).filter(|&u| d[s][u] == Some(level - 1) && a[u][t] > 0.0);
                    paths[s][t] = before.map(|u| paths[s][u]).sum();
                }
            }
        }
        let through = |v: usize, s: usize, t: usize| {
            let via = d[s][v].zip(d[v][t]).map(|(there, on)| there + on);
            let on_path = via.is_some() && via == d[s][t];
            if on_path { paths[s][v] * paths[v][t] / paths[s][t] } else { 0.0 }
        };
        let pairs = |v: usize| {
            let others = move || (0..nodes).filter(move |&u| u != v);
            others().flat_map(move |s| others().filter(move |&t| s < t).map(move |t| (s, t)))
        };
        (0..nodes).map(|v| pairs(v).map(|(s, t)| through(v, s, t)).sum()).collect()
    }

    #[test]
    fn the_bow_tie_by_hand() {
        // All four pairs across go through the middle.
        let incidence = bow_tie();
        let values = betweenness(&incidence, &Overlaps::new(&incidence));
        assert!(close(&values, &[0.0, 0.0, 4.0, 0.0, 0.0, 0.0]));
    }

    #[test]
    fn a_square_shares_each_pair() {
        let pairs = vec![(0, 0), (0, 1), (1, 1), (1, 2), (2, 2), (2, 3), (3, 3), (3, 0)];
        let incidence = Incidence::new(4, vec![1.0; 4], pairs);
        assert!(close(&betweenness(&incidence, &Overlaps::new(&incidence)), &[0.5; 4]));
    }

    #[test]
    fn the_number_of_threads_changes_no_bit() {
        let pairs = (0..900_u32).map(|i| (i % 71, (i * i * 31 + i * 7) % 241)).collect();
        let incidence = Incidence::new(241, vec![1.0; 71], pairs);
        let run =
            |threads| on_threads(threads, || betweenness(&incidence, &Overlaps::new(&incidence)));
        let bits = |values: Vec<f64>| values.into_iter().map(f64::to_bits).collect::<Vec<_>>();
        let one = bits(run(1));
        assert_eq!(one, bits(run(2)));
        assert_eq!(one, bits(run(3)));
        assert!(run(1).iter().sum::<f64>() > real(0));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        #[test]
        fn betweenness_is_the_brute_force(incidence in incidences()) {
            let values = betweenness(&incidence, &Overlaps::new(&incidence));
            prop_assert!(close(&values, &brute_force(&incidence)));
        }
    }
}
