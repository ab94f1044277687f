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
    classes::Classes,
    incidence::Incidence,
    overlap::{Overlap, Overlaps},
};
use rayon::prelude::*;
use std::ops::Range;

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
const WAVE: usize = 16;
/// What stands for a level: its remainder by three. Neighbours are at most one level apart.
const UNMET: u8 = 3;

/// Returns each node's betweenness in the simple projection, each unordered pair counted once.
///
/// ```
/// use gongshi::network::{Incidence, betweenness};
/// // 0 and 1 met, 1 and 2 met twice, 2 and 3 met.
/// let pairs = vec![(0, 0), (0, 1), (1, 1), (1, 2), (2, 1), (2, 2), (3, 2), (3, 3)];
/// let incidence = Incidence::new(4, vec![1.0; 4], pairs);
/// assert_eq!(betweenness(&incidence), [0.0, 2.0, 2.0, 0.0]);
/// ```
pub fn betweenness(incidence: &Incidence) -> Vec<f64> {
    let classes = Classes::new(incidence);
    let sources: Vec<(u32, f64)> =
        (0..).zip(classes.copies.iter().copied().map(f64::from)).collect();
    let [sums] = dependencies(&classes, &sources);
    let of = |class: &Option<u32>| class.map_or(0.0, |class| sums[class as usize] / 2.0);
    classes.of_node.iter().map(of).collect()
}

/// Returns for each class the sum of the dependencies of sources on a node of it, the sum of their
/// squares, and of as many powers as are asked for; a source is a class and how often it counts.
pub(super) fn dependencies<const POWERS: usize>(
    classes: &Classes,
    sources: &[(u32, f64)],
) -> [Vec<f64>; POWERS] {
    let overlaps = Overlaps::new(&classes.incidence);
    let none = || std::array::from_fn(|_| vec![0.0; classes.len()]);
    let mut total: [Vec<f64>; POWERS] = none();
    for wave in sources.chunks(BLOCK * WAVE) {
        let parts: Vec<[Vec<f64>; POWERS]> = wave
            .par_chunks(BLOCK)
            .map(|block| {
                let mut part = none();
                let mut search = Search::new(classes, &overlaps);
                for &(source, times) in block {
                    search.run(source, times, &mut part);
                }
                part
            })
            .collect();
        for part in parts {
            for (sums, values) in total.iter_mut().zip(part) {
                sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
            }
        }
    }
    total
}

/// What a search knows of a class.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    /// Number of shortest paths from the source to a node of the class.
    paths: f64,
    /// On the way forth, the paths to all nodes of the class together; on the way back, the sum
    /// over them of (1 + dependency) / paths.
    flow: f64,
}

/// One pair on neighbouring levels that shares more than one group.
#[derive(Clone, Copy, Debug, Default)]
struct Repeated {
    near: u32,
    far: u32,
    excess: u32,
}

/// One search from a source, and the way back.
pub(super) struct Search<'a> {
    classes: &'a Classes,
    overlaps: &'a Overlaps,
    level: Vec<u8>,
    group_level: Vec<u8>,
    found: Vec<Found>,
    /// What a group takes from its members on one level and hands to those on the other.
    hub: Vec<f64>,
    /// The classes met, in order, and how many; those behind are room for the next.
    nodes: Vec<u32>,
    met: usize,
    groups: Vec<u32>,
    /// The pairs found, and how many; as with `nodes`.
    repeated: Vec<Repeated>,
    pairs: usize,
    /// Where each level begins in `nodes`, its groups in `groups`, and those pairs whose nearer
    /// end is on it in `repeated`.
    starts: Vec<[usize; 3]>,
}

impl<'a> Search<'a> {
    pub(super) fn new(classes: &'a Classes, overlaps: &'a Overlaps) -> Self {
        let (nodes, groups) = (classes.len(), classes.incidence.group_count());
        Self {
            classes,
            overlaps,
            level: vec![UNMET; nodes],
            group_level: vec![UNMET; groups],
            found: vec![Found::default(); nodes],
            hub: vec![0.0; groups],
            nodes: vec![0; nodes + 1],
            met: 0,
            groups: Vec::new(),
            repeated: vec![Repeated::default(); overlaps.len() + 1],
            pairs: 0,
            starts: Vec::new(),
        }
    }

    fn run<const POWERS: usize>(&mut self, source: u32, times: f64, sums: &mut [Vec<f64>; POWERS]) {
        self.forth(source);
        self.back(times, sums);
        self.clear();
    }

    /// Searches from a class, and says what was found of each class.
    pub(super) fn told(&mut self, source: u32) -> Searched {
        self.forth(source);
        self.back(0.0, &mut []);
        let mut level = vec![u32::MAX; self.level.len()];
        for (here, ends) in (0..).zip(self.starts.windows(2)) {
            for &node in &self.nodes[ends[0][0]..ends[1][0]] {
                level[node as usize] = here;
            }
        }
        let share = |(found, &copies): (&Found, &u32)| found.flow / f64::from(copies);
        let found = Searched {
            source,
            level,
            paths: self.found.iter().map(|found| found.paths).collect(),
            share: self.found.iter().zip(&self.classes.copies).map(share).collect(),
        };
        self.clear();
        found
    }

    fn clear(&mut self) {
        for &node in &self.nodes[..self.met] {
            self.level[node as usize] = UNMET;
            self.found[node as usize] = Found::default();
        }
        for group in self.groups.drain(..) {
            self.group_level[group as usize] = UNMET;
            self.hub[group as usize] = 0.0;
        }
        (self.met, self.pairs) = (0, 0);
        self.starts.clear();
    }

    /// Counts the shortest paths, level by level.
    fn forth(&mut self, source: u32) {
        self.level[source as usize] = 0;
        // The others of its class are neighbours through which no shortest path leads.
        self.found[source as usize] = Found { paths: 1.0, flow: 1.0 };
        self.nodes[0] = source;
        self.met = 1;
        let (mut begin, mut here) = (0, 0);
        while begin < self.met {
            let (end, first) = (self.met, self.groups.len());
            self.starts.push([begin, first, self.pairs]);
            self.meet_groups(begin..end, here);
            let next = (here + 1) % 3;
            self.meet_members(first, next);
            for position in end..self.met {
                let node = self.nodes[position];
                let twice = self.beyond(node, here);
                let found = &mut self.found[node as usize];
                found.paths -= twice;
                found.flow = found.paths * f64::from(self.classes.copies[node as usize]);
            }
            (begin, here) = (end, next);
        }
        self.starts.push([begin, self.groups.len(), self.pairs]);
    }

    fn meet_groups(&mut self, positions: Range<usize>, here: u8) {
        for position in positions {
            let node = self.nodes[position];
            let flow = self.found[node as usize].flow;
            for &group in self.classes.incidence.groups(node) {
                let at = group as usize;
                if self.group_level[at] == UNMET {
                    self.group_level[at] = here;
                    self.groups.push(group);
                }
                // A group met on the level before is done with.
                self.hub[at] += if self.group_level[at] == here { flow } else { 0.0 };
            }
        }
    }

    // What a test chooses here is as good as random, and a processor that guesses wrong takes
    // longer than one that adds nothing: hence no branches.
    fn meet_members(&mut self, first: usize, next: u8) {
        let mut met = self.met;
        for &group in &self.groups[first..] {
            let flow = self.hub[group as usize];
            for &member in self.classes.incidence.members(group) {
                let level = &mut self.level[member as usize];
                self.nodes[met] = member;
                met += usize::from(*level == UNMET);
                *level = if *level == UNMET { next } else { *level };
                self.found[member as usize].paths += if *level == next { flow } else { 0.0 };
            }
        }
        self.met = met;
    }

    /// Sums what the overlaps of a class with the level before have counted too often.
    fn beyond(&mut self, node: u32, before: u8) -> f64 {
        let (first, mut pairs) = (self.pairs, self.pairs);
        for &Overlap { partner, excess } in self.overlaps.of(node) {
            self.repeated[pairs] = Repeated { near: partner, far: node, excess };
            pairs += usize::from(self.level[partner as usize] == before);
        }
        self.pairs = pairs;
        let twice = |pair: &Repeated| f64::from(pair.excess) * self.found[pair.near as usize].flow;
        self.repeated[first..pairs].iter().map(twice).sum()
    }

    /// Adds up the dependencies of the source on each class, from the last level to the first;
    /// those of the source itself are no matter.
    fn back<const POWERS: usize>(&mut self, times: f64, sums: &mut [Vec<f64>; POWERS]) {
        for here in (1..self.starts.len() - 1).rev() {
            let ([begin, first, nearer], [end, last, further]) =
                (self.starts[here], self.starts[here + 1]);
            let code = self.level[self.nodes[begin] as usize];
            for &group in &self.groups[first..last] {
                let flow = |&member: &u32| match self.level[member as usize] {
                    level if level == code => 0.0,
                    _ => self.found[member as usize].flow,
                };
                self.hub[group as usize] =
                    self.classes.incidence.members(group).iter().map(flow).sum();
            }
            for position in begin..end {
                let node = self.nodes[position];
                let flow = |&group: &u32| match self.group_level[group as usize] {
                    level if level == code => self.hub[group as usize],
                    _ => 0.0,
                };
                self.found[node as usize].flow =
                    self.classes.incidence.groups(node).iter().map(flow).sum();
            }
            for &Repeated { near, far, excess } in &self.repeated[nearer..further] {
                let twice = f64::from(excess) * self.found[far as usize].flow;
                self.found[near as usize].flow -= twice;
            }
            for &node in &self.nodes[begin..end] {
                let at = node as usize;
                let Found { paths, flow } = self.found[at];
                let dependency = paths * flow;
                let mut power = times;
                for sums in &mut *sums {
                    power *= dependency;
                    sums[at] += power;
                }
                let copies = f64::from(self.classes.copies[at]);
                self.found[at].flow = copies * (1.0 + dependency) / paths;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{bow_tie, close, distances, incidences, matrix, on_threads};
    use crate::network::{Weight, index, real};
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
        let values = betweenness(&incidence);
        assert!(close(&values, &[0.0, 0.0, 4.0, 0.0, 0.0, 0.0]));
    }

    #[test]
    fn a_square_shares_each_pair() {
        let pairs = vec![(0, 0), (0, 1), (1, 1), (1, 2), (2, 2), (2, 3), (3, 3), (3, 0)];
        let incidence = Incidence::new(4, vec![1.0; 4], pairs);
        assert!(close(&betweenness(&incidence), &[0.5; 4]));
    }

    #[test]
    fn the_sums_hang_on_no_other_powers() {
        let classes = Classes::new(&bow_tie());
        let sources: Vec<(u32, f64)> =
            (0..index(classes.len())).map(|class| (class, 1.5)).collect();
        let ([alone], [sums, squares]) =
            (dependencies(&classes, &sources), dependencies(&classes, &sources));
        assert_eq!(alone, sums);
        assert!(close(&[squares.iter().sum()], &[1.5 * 8.0]), "{squares:?}");
    }

    #[test]
    fn the_number_of_threads_changes_no_bit() {
        let pairs = (0..900_u32).map(|i| (i % 71, (i * i * 31 + i * 7) % 241)).collect();
        let incidence = Incidence::new(241, vec![1.0; 71], pairs);
        let run = |threads| on_threads(threads, || betweenness(&incidence));
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
            let values = betweenness(&incidence);
            prop_assert!(close(&values, &brute_force(&incidence)));
        }
    }
}
