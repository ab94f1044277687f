//! Hubs and authorities: who points at those to whom much points?
//!
//! - **Definition**: the vectors h, a ≥ 0 with h = A·a/σ and a = Aᵀ·h/σ for the greatest singular
//!   value σ, A(u, v) the weight of the tie from u to v (Kleinberg 1999, "Authoritative sources in
//!   a hyperlinked environment", J. ACM 46, 604–632). In an undirected network and in a projection
//!   the two are one: the eigenvector centrality, on another scale.
//! - **Norm**: each sums to 1, as networkx; the normalised measure has its maximum at 1, as igraph.
//! - **Several components**, and singular values that are equal: as eigenvector centrality has it,
//!   on the network of 2n nodes in which each node stands once as hub and once as authority.
//! - **Complexity**: that of eigenvector centrality.
//! - **Source**: (h, a) is the vector of the greatest eigenvalue of that network of 2n nodes, whose
//!   ties lead from hubs to authorities.

use super::{
    about::{About, TakenOn},
    eigenvector::eigenvector,
};
use crate::network::{
    Arc,
    incidence::{Incidence, index},
    overlap::Overlaps,
    ties::{Ties, Weight},
};

/// What a paper must say of [`Measure::Hub`](super::Measure::Hub).
pub(super) const HUB: About = About {
    name: ("枢纽值（HITS）", "hub score (HITS)"),
    definition: (
        "节点所指向的各节点的权威值之和，按比例缩放至总和为 1",
        "the sum of the authority scores of those that the node points at, scaled to a sum of 1",
    ),
    taken_on: TakenOn::Weighted { unasked: Weight::None },
    reference: KLEINBERG_1999,
};

/// What a paper must say of [`Measure::Authority`](super::Measure::Authority).
pub(super) const AUTHORITY: About = About {
    name: ("权威值（HITS）", "authority score (HITS)"),
    definition: (
        "指向该节点的各节点的枢纽值之和，按比例缩放至总和为 1",
        "the sum of the hub scores of those that point at the node, scaled to a sum of 1",
    ),
    taken_on: TakenOn::Weighted { unasked: Weight::None },
    reference: KLEINBERG_1999,
};

const KLEINBERG_1999: &str = "Kleinberg, J. M. (1999). Authoritative sources in a hyperlinked \
    environment. Journal of the ACM, 46(5), 604–632.";

/// Hub and authority scores, each with a sum of 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// Each node's hub score.
    pub hubs: Vec<f64>,
    /// Each node's authority score.
    pub authorities: Vec<f64>,
    /// The greatest singular value.
    pub greatest: f64,
}

/// Returns the scores in a directed network.
pub fn hits(nodes: usize, arcs: &[Arc], weight: Weight) -> Hits {
    let weights = arcs.iter().map(|arc| arc.weight).collect();
    let ends =
        |(group, arc): (u32, &Arc)| [(group, arc.source), (group, index(nodes) + arc.target)];
    let incidence = Incidence::new(2 * nodes, weights, (0..).zip(arcs).flat_map(ends).collect());
    let overlaps = Overlaps::new(&incidence);
    let ties = Ties::new(&incidence, &overlaps, weight);
    let mut hubs = eigenvector(&incidence, &ties);
    let greatest = rayleigh(&ties, &hubs);
    let authorities = hubs.split_off(nodes);
    Hits { hubs: summing_to_one(hubs), authorities: summing_to_one(authorities), greatest }
}

/// Returns the eigenvalue of a vector.
pub(crate) fn rayleigh(ties: &Ties<'_>, vector: &[f64]) -> f64 {
    let product = ties.times(vector);
    let size: f64 = vector.iter().map(|x| x * x).sum();
    let value: f64 = vector.iter().zip(product).map(|(x, y)| x * y).sum();
    if size > 0.0 { value / size } else { 0.0 }
}

/// Scales a vector to a sum of 1.
pub(crate) fn summing_to_one(mut vector: Vec<f64>) -> Vec<f64> {
    let sum: f64 = vector.iter().sum();
    if sum > 0.0 {
        for value in &mut vector {
            *value /= sum;
        }
    }
    vector
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::close;
    use proptest::prelude::*;

    #[test]
    fn two_that_cite_the_same_are_hubs() {
        let arc = |source, target| Arc { source, target, weight: 1.0 };
        let scores = hits(4, &[arc(0, 2), arc(1, 2), arc(1, 3)], Weight::None);
        // AAᵀ of the hubs is [[1, 1], [1, 2]]: the greater eigenvalue is (3 + √5)/2.
        let golden = f64::midpoint(1.0, 5_f64.sqrt());
        let (less, more) = (1.0 / (1.0 + golden), golden / (1.0 + golden));
        assert!(close(&scores.hubs, &[less, more, 0.0, 0.0]));
        assert!(close(&scores.authorities, &[0.0, 0.0, more, less]));
        assert!((scores.greatest - golden).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn each_is_the_sum_of_the_other(cells in prop::collection::vec(0.0_f64..2.0, 36)) {
            let mut arcs = Vec::new();
            for (place, &cell) in (0..).zip(&cells) {
                if cell > 1.2 && place / 6 != place % 6 {
                    arcs.push(Arc { source: place / 6, target: place % 6, weight: cell });
                }
            }
            let scores = hits(6, &arcs, Weight::Shared);
            let (mut hubs, mut authorities) = (vec![0.0; 6], vec![0.0; 6]);
            for arc in &arcs {
                hubs[arc.source as usize] += arc.weight * scores.authorities[arc.target as usize];
                authorities[arc.target as usize] += arc.weight * scores.hubs[arc.source as usize];
            }
            if !arcs.is_empty() {
                prop_assert!(close(&scores.hubs, &summing_to_one(hubs)));
                prop_assert!(close(&scores.authorities, &summing_to_one(authorities)));
            }
        }
    }
}
