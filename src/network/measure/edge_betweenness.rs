//! Betweenness of ties: how often does a tie lie on the shortest paths between nodes?
//!
//! - **Definition**: the sum, over the unordered pairs of nodes, of the share of the pair's
//!   shortest paths that use the tie (Girvan and Newman 2002, "Community structure in social and
//!   biological networks", PNAS 99, 7821–7826), in the *simple* projection: a pair that shares
//!   five groups has one tie.
//! - **Norm**: divided by n(n−1)/2, the number of pairs.
//! - **Complexity**: O(t·(m + p + e)) for e ties asked for, t nodes that differ in their groups, m
//!   incidences, p pairs that share more than one group; O(n + groups) memory a source, 64 at one
//!   time, and one number a tie. Ties that are not asked for cost nothing.
//! - **Source**: Brandes 2008, "On variants of shortest-path betweenness centrality and their
//!   generic computation", Social Networks 30, 136–145: of a search, a tie from u down to v has
//!   paths(u)/paths(v)·(1 + dependency(v)). A search from one of c nodes with the same groups
//!   counts c times for all ties but those of the c nodes: a shortest path leads through none of
//!   them, so such a tie is used by its own end alone.

use super::betweenness::Search;
use crate::network::{
    classes::Classes,
    incidence::{Incidence, index},
    overlap::Overlaps,
};
use rayon::prelude::*;
use std::cmp::Ordering;

/// Where the betweenness of ties is defined.
pub(in crate::network) const REFERENCE: &str = "Girvan, M., & Newman, M. E. J. (2002). Community structure \
    in social and biological networks. PNAS, 99(12), 7821–7826.";

/// Sources that are searched from before their results are added to the ties.
const BATCH: usize = 64;
/// Ties that one thread adds up.
const TIES: usize = 4096;

/// What a search from a node of a class says of the nodes of each class.
pub(super) struct Searched {
    pub(super) source: u32,
    pub(super) level: Vec<u32>,
    pub(super) paths: Vec<f64>,
    /// (1 + dependency) / paths.
    pub(super) share: Vec<f64>,
}

/// Returns the betweenness of these ties of the simple projection, each unordered pair of nodes
/// counted once.
///
/// ```
/// use gongshi::network::{Incidence, edge_betweenness};
/// // 0 and 1 met, 1 and 2 met: each tie is used by its own pair, and by 0 and 2.
/// let incidence = Incidence::new(3, vec![1.0; 2], vec![(0, 0), (0, 1), (1, 1), (1, 2)]);
/// assert_eq!(edge_betweenness(&incidence, &[(0, 1), (1, 2)]), [2.0, 2.0]);
/// ```
pub fn edge_betweenness(incidence: &Incidence, ties: &[(u32, u32)]) -> Vec<f64> {
    let classes = Classes::new(incidence);
    let overlaps = Overlaps::new(&classes.incidence);
    let class = |node: u32| classes.of_node[node as usize];
    // Nodes without groups have no ties.
    let ties: Vec<Option<(u32, u32)>> = ties.iter().map(|&(a, b)| class(a).zip(class(b))).collect();
    let sources: Vec<u32> = (0..index(classes.len())).collect();
    let mut total = vec![0.0; ties.len()];
    for batch in sources.chunks(BATCH) {
        let searched: Vec<Searched> = batch
            .par_iter()
            .map_init(|| Search::new(&classes, &overlaps), |search, &source| search.told(source))
            .collect();
        let places = total.par_chunks_mut(TIES).zip(ties.par_chunks(TIES));
        places.for_each(|(sums, ties)| {
            for search in &searched {
                let copies = f64::from(classes.copies[search.source as usize]);
                for (sum, &tie) in sums.iter_mut().zip(ties) {
                    let Some((a, b)) = tie else { continue };
                    *sum += match (a == search.source, b == search.source) {
                        (true, true) => 2.0,
                        (true, false) => search.share[b as usize],
                        (false, true) => search.share[a as usize],
                        (false, false) => copies * search.through(a, b),
                    };
                }
            }
        });
    }
    total.into_iter().map(|value| value / 2.0).collect()
}

impl Searched {
    /// Returns the dependency of the source on a tie.
    fn through(&self, a: u32, b: u32) -> f64 {
        let (a, b) = (a as usize, b as usize);
        match self.level[a].cmp(&self.level[b]) {
            Ordering::Less => self.paths[a] * self.share[b],
            Ordering::Greater => self.paths[b] * self.share[a],
            Ordering::Equal => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{
        Weight,
        sample::{bow_tie, close, distances, incidences, matrix, on_threads},
    };
    use proptest::prelude::*;

    fn ties(incidence: &Incidence) -> Vec<(u32, u32)> {
        let a = matrix(incidence, Weight::None);
        let pairs = incidence.nodes().flat_map(|u| (0..u).map(move |v| (v, u)));
        pairs.filter(|&(u, v)| a[u as usize][v as usize] > 0.0).collect()
    }

    /// Counts of shortest paths from the definition.
    fn brute_force(incidence: &Incidence) -> Vec<f64> {
        let (d, a) = (distances(incidence), matrix(incidence, Weight::None));
        let n = d.len();
        let mut paths = vec![vec![0.0; n]; n];
        for s in 0..n {
            paths[s][s] = 1.0;
            for level in 1..10 {
                for t in (0..n).filter(|&t| d[s][t] == Some(level)) {
                    let before = (0..n).filter(|&u| d[s][u] == Some(level - 1) && a[u][t] > 0.0);
                    paths[s][t] = before.map(|u| paths[s][u]).sum();
                }
            }
        }
        let uses = |(s, t): (usize, usize), (u, v): (usize, usize)| {
            let via = d[s][u].zip(d[v][t]).map(|(there, on)| there + 1 + on);
            let on_path = via.is_some() && via == d[s][t];
            if on_path { paths[s][u] * paths[v][t] / paths[s][t] } else { 0.0 }
        };
        let of = |(one, other): (u32, u32)| {
            let (there, back) = ((one as usize, other as usize), (other as usize, one as usize));
            let pairs = (0..n).flat_map(|s| (0..s).map(move |t| (s, t)));
            pairs.map(|pair| uses(pair, there) + uses(pair, back)).sum()
        };
        ties(incidence).into_iter().map(of).collect()
    }

    #[test]
    fn the_bow_tie_by_hand() {
        let incidence = bow_tie();
        let of = |ties: &[(u32, u32)]| edge_betweenness(&incidence, ties);
        // A wing's tie with the middle leads to the middle and both of the other wing.
        assert!(close(&of(&[(0, 1), (0, 2), (2, 3)]), &[1.0, 3.0, 3.0]));
    }

    #[test]
    fn the_number_of_threads_changes_no_bit() {
        let pairs = (0..900_u32).map(|i| (i % 71, (i * i * 31 + i * 7) % 241)).collect();
        let incidence = Incidence::new(241, vec![1.0; 71], pairs);
        let ties = ties(&incidence);
        let bits = |threads| {
            let values = on_threads(threads, || edge_betweenness(&incidence, &ties));
            values.into_iter().map(f64::to_bits).collect::<Vec<_>>()
        };
        assert_eq!(bits(1), bits(2));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]
        #[test]
        fn edge_betweenness_is_the_brute_force(incidence in incidences()) {
            let values =
                edge_betweenness(&incidence, &ties(&incidence));
            prop_assert!(close(&values, &brute_force(&incidence)));
        }
    }
}
