//! Closeness and betweenness in the two-mode network: nodes and groups, tied by participation.
//!
//! - **Definition**: **closeness** is (g + 2(n−1))/s · r/(n+g−1) for a node that reaches r nodes
//!   and groups at distances that sum to s, in a network of n nodes and g groups: Borgatti and
//!   Everett's, which compares s with the least that is possible for a node, times the share that
//!   is reached, as Wasserman and Faust have it; 0 for a node without groups. **Betweenness** is
//!   the sum, over the unordered pairs of other nodes and groups, of the share of their shortest
//!   paths that lead through the node (Borgatti and Everett 1997, "Network analysis of 2-mode
//!   data", Social Networks 19, 243–269).
//! - **Norm**: closeness is the same; betweenness is divided by the greatest that a node can have
//!   among n nodes and g groups, [`greatest_betweenness`]. (networkx prints it so always.)
//! - **Complexity**: O(t·m): t nodes and groups that differ in whom they are tied with, m
//!   incidences; closeness from nodes alone.
//! - **Source**: Brandes 2001, "A faster algorithm for betweenness centrality".
//!
//! Groups are ranked by the same measures with `--transpose`.

use super::{
    about::{About, TakenOn},
    accumulate::accumulate,
};
use crate::network::incidence::{Incidence, index, real};
use rayon::prelude::*;
use std::collections::HashMap;

/// What a paper must say of [`Measure::TwoModeCloseness`](super::Measure::TwoModeCloseness).
pub(super) const CLOSENESS: About = About {
    name: ("双模接近中心性", "two-mode closeness"),
    definition: (
        "双模网络中可能的最小距离之和与实际距离之和的比值，乘以可达部分所占的比例",
        "the least possible sum of distances in the two-mode network divided by the sum of the \
         node's distances, times the share of the network that it reaches",
    ),
    taken_on: TakenOn::TwoMode,
    reference: BORGATTI_EVERETT_1997,
};

/// What a paper must say of [`Measure::TwoModeBetweenness`](super::Measure::TwoModeBetweenness).
pub(super) const BETWEENNESS: About = About {
    name: ("双模中介中心性", "two-mode betweenness"),
    definition: (
        "双模网络中经过该节点的最短路径在其他各对节点和群组的最短路径中所占份额之和",
        "the sum, over the pairs of other nodes and groups, of the share of their shortest paths \
         in the two-mode network that lead through the node",
    ),
    taken_on: TakenOn::TwoMode,
    reference: BORGATTI_EVERETT_1997,
};

const BORGATTI_EVERETT_1997: &str = "Borgatti, S. P., & Everett, M. G. (1997). Network analysis \
    of 2-mode data. Social Networks, 19(3), 243–269.";

/// The level of what the search has not met.
const UNMET: u32 = u32::MAX;

/// Returns each node's closeness in the two-mode network.
///
/// ```
/// use gongshi::network::{Incidence, two_mode_closeness};
/// // Two met once: each reaches the other at 2 and the group at 1, which is the least possible.
/// let incidence = Incidence::new(2, vec![1.0], vec![(0, 0), (0, 1)]);
/// assert_eq!(two_mode_closeness(&incidence), [1.0, 1.0]);
/// ```
pub fn two_mode_closeness(incidence: &Incidence) -> Vec<f64> {
    let (nodes, groups) = (real(incidence.node_count()), real(incidence.group_count()));
    let twins = incidence.twins();
    let values: Vec<f64> = (incidence.nodes())
        .into_par_iter()
        .with_min_len(64)
        .map_init(
            || Search::new(incidence),
            |search, node| {
                if twins[node as usize] != node || incidence.groups(node).is_empty() {
                    return 0.0;
                }
                search.forth(node);
                let reached = real(search.order.len() - 1);
                let level = |&vertex: &u32| u64::from(search.level[vertex as usize]);
                let sum: u64 = search.order.iter().map(level).sum();
                search.clear();
                #[expect(clippy::cast_precision_loss, reason = "distances sum to less than 2^53")]
                let sum = sum as f64;
                (groups + 2.0 * (nodes - 1.0)) / sum * (reached / (nodes + groups - 1.0))
            },
        )
        .collect();
    twins.into_iter().map(|first| values[first as usize]).collect()
}

/// Returns each node's betweenness in the two-mode network, each unordered pair counted once.
///
/// ```
/// use gongshi::network::{Incidence, two_mode_betweenness};
/// // 0 and 1 met, 1 and 2 met: through 1 lead the paths between {0, first} and {2, second}.
/// let incidence = Incidence::new(3, vec![1.0; 2], vec![(0, 0), (0, 1), (1, 1), (1, 2)]);
/// assert_eq!(two_mode_betweenness(&incidence), [0.0, 4.0, 0.0]);
/// ```
pub fn two_mode_betweenness(incidence: &Incidence) -> Vec<f64> {
    let nodes = incidence.node_count();
    let mut copies = vec![0.0; nodes + incidence.group_count()];
    for first in incidence.twins() {
        copies[first as usize] += 1.0;
    }
    let mut first_group: HashMap<&[u32], u32> = HashMap::new();
    for group in incidence.all_groups() {
        let first = *first_group.entry(incidence.members(group)).or_insert(group);
        copies[nodes + first as usize] += 1.0;
    }
    let sources: Vec<u32> =
        (0..index(copies.len())).filter(|&vertex| copies[vertex as usize] > 0.0).collect();
    let total = accumulate(
        &sources,
        nodes,
        || Search::new(incidence),
        |search, source, sum| {
            search.forth(source);
            search.back(copies[source as usize], sum);
            search.clear();
        },
    );
    total.into_iter().map(|value| value / 2.0).collect()
}

/// Returns the greatest betweenness that a node can have among so many nodes and groups.
pub fn greatest_betweenness(nodes: usize, groups: usize) -> f64 {
    if nodes < 2 || groups == 0 {
        return 0.0;
    }
    let (s, t, g) = (real((nodes - 1) / groups), real((nodes - 1) % groups), real(groups));
    let sum =
        g * g * (s + 1.0).powi(2) + g * (s + 1.0) * (2.0 * t - s - 1.0) - t * (2.0 * s - t + 3.0);
    sum / 2.0
}

/// One search among nodes and, numbered behind them, groups.
struct Search<'a> {
    incidence: &'a Incidence,
    level: Vec<u32>,
    /// Number of shortest paths from the source.
    paths: Vec<f64>,
    /// On the way back, the sum of (1 + dependency) / paths over those behind.
    share: Vec<f64>,
    order: Vec<u32>,
}

impl<'a> Search<'a> {
    fn new(incidence: &'a Incidence) -> Self {
        let all = incidence.node_count() + incidence.group_count();
        Self {
            incidence,
            level: vec![UNMET; all],
            paths: vec![0.0; all],
            share: vec![0.0; all],
            order: Vec::new(),
        }
    }

    fn neighbours(&self, vertex: u32) -> (&'a [u32], u32) {
        let nodes = index(self.incidence.node_count());
        match vertex.checked_sub(nodes) {
            Some(group) => (self.incidence.members(group), 0),
            None => (self.incidence.groups(vertex), nodes),
        }
    }

    fn forth(&mut self, source: u32) {
        self.level[source as usize] = 0;
        self.paths[source as usize] = 1.0;
        self.order.push(source);
        let mut next = 0;
        while let Some(&vertex) = self.order.get(next) {
            next += 1;
            let below = self.level[vertex as usize] + 1;
            let (neighbours, offset) = self.neighbours(vertex);
            for &neighbour in neighbours {
                let at = (offset + neighbour) as usize;
                if self.level[at] == UNMET {
                    self.level[at] = below;
                    self.order.push(offset + neighbour);
                }
                if self.level[at] == below {
                    self.paths[at] += self.paths[vertex as usize];
                }
            }
        }
    }

    fn back(&mut self, copies: f64, sum: &mut [f64]) {
        for &vertex in self.order.iter().skip(1).rev() {
            let at = vertex as usize;
            let dependency = self.paths[at] * self.share[at];
            if let Some(sum) = sum.get_mut(at) {
                *sum += copies * dependency;
            }
            let share = (1.0 + dependency) / self.paths[at];
            let (neighbours, offset) = self.neighbours(vertex);
            for &neighbour in neighbours {
                let above = (offset + neighbour) as usize;
                if self.level[above] + 1 == self.level[at] {
                    self.share[above] += share;
                }
            }
        }
    }

    fn clear(&mut self) {
        for vertex in self.order.drain(..) {
            self.level[vertex as usize] = UNMET;
            self.paths[vertex as usize] = 0.0;
            self.share[vertex as usize] = 0.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{
        betweenness,
        sample::{bow_tie, close, distances, incidences, on_threads},
    };
    use proptest::prelude::*;

    /// The two-mode network as one of ties: each participation a group of two.
    fn as_ties(incidence: &Incidence) -> Incidence {
        let nodes = incidence.node_count();
        let mut pairs = Vec::new();
        for group in incidence.all_groups() {
            for &member in incidence.members(group) {
                let tie = index(pairs.len() / 2);
                pairs.extend([(tie, member), (tie, index(nodes) + group)]);
            }
        }
        let all = nodes + incidence.group_count();
        Incidence::new(all, vec![1.0; incidence.len()], pairs)
    }

    #[test]
    fn the_middle_of_the_bow_tie_by_hand() {
        let values = two_mode_betweenness(&bow_tie());
        // Across lead the paths from {0, 1, group 0, group 2} to {3, 4, group 1}.
        assert!((values[2] - 12.0).abs() < 1e-12);
        assert!(values[5].abs() < 1e-12);
    }

    #[test]
    fn the_middle_of_a_star_has_the_greatest_betweenness() {
        // Seven nodes, three groups: each group holds the middle and two others.
        let pairs = (0..3).flat_map(|g| [(g, 0), (g, 2 * g + 1), (g, 2 * g + 2)]).collect();
        let star = Incidence::new(7, vec![1.0; 3], pairs);
        let most = greatest_betweenness(7, 3);
        assert!((two_mode_betweenness(&star)[0] - most).abs() < 1e-12);
        assert!(close(&[greatest_betweenness(0, 0), greatest_betweenness(1, 5)], &[0.0, 0.0]));
    }

    #[test]
    fn the_number_of_threads_changes_no_bit() {
        let pairs = (0..900_u32).map(|i| (i % 71, (i * i * 31 + i * 7) % 241)).collect();
        let incidence = Incidence::new(241, vec![1.0; 71], pairs);
        let bits = |threads| {
            let values = on_threads(threads, || two_mode_betweenness(&incidence));
            values.into_iter().map(f64::to_bits).collect::<Vec<_>>()
        };
        assert_eq!(bits(1), bits(2));
    }

    proptest! {
        #[test]
        fn betweenness_is_that_of_the_ties(incidence in incidences()) {
            let ties = as_ties(&incidence);
            let expected = betweenness(&ties);
            let nodes = incidence.node_count();
            prop_assert!(close(&two_mode_betweenness(&incidence), &expected[..nodes]));
        }

        #[test]
        fn closeness_is_that_of_all_distances(incidence in incidences()) {
            let ties = as_ties(&incidence);
            let (n, g) = (real(incidence.node_count()), real(incidence.group_count()));
            let of = |row: &Vec<Option<u32>>| {
                let met: Vec<u32> = row.iter().flatten().copied().filter(|&d| d > 0).collect();
                let sum = f64::from(met.iter().sum::<u32>());
                if met.is_empty() { return 0.0; }
                (g + 2.0 * (n - 1.0)) / sum * real(met.len()) / (n + g - 1.0)
            };
            let all = distances(&ties);
            let expected: Vec<f64> = all.iter().take(incidence.node_count()).map(of).collect();
            prop_assert!(close(&two_mode_closeness(&incidence), &expected));
        }
    }
}
