//! Harmonic centrality: closeness that needs no special case for what cannot be reached.
//!
//! - **Definition**: the sum of 1/d over all other nodes, d their distance in the simple
//!   projection, 1/∞ being 0 (Rochat 2009, "Closeness centrality extended to unconnected graphs";
//!   Boldi and Vigna 2014, "Axioms for centrality", Internet Mathematics 10, 222–262).
//! - **Norm**: divided by n−1, which is its value in the middle of a star. (igraph and `NetworKit`
//!   print this mean, networkx the raw sum.)
//! - **Complexity**: O(t·m·w): t nodes that differ in their groups, m incidences, w steps for 256
//!   sources that are searched from at once.

use super::about::{About, TakenOn};
use super::search::by_level_sizes;
use crate::network::incidence::{Incidence, real};

/// What a paper must say of [`Measure::Harmonic`](super::Measure::Harmonic).
pub(super) const ABOUT: About = About {
    name: ("调和中心性", "harmonic centrality"),
    definition: (
        "到其他各节点距离的倒数之和",
        "the sum of the inverse distances to all other nodes",
    ),
    taken_on: TakenOn::Simple,
    reference: "Rochat, Y. (2009). Closeness centrality extended to unconnected graphs: The \
                 harmonic centrality index. ASNA 2009, Zürich.",
};

/// Returns each node's sum of inverse distances in the simple projection.
///
/// ```
/// use gongshi::network::{Incidence, harmonic};
/// // 0 and 1 met, 1 and 2 met.
/// let incidence = Incidence::new(3, vec![1.0; 2], vec![(0, 0), (0, 1), (1, 1), (1, 2)]);
/// assert_eq!(harmonic(&incidence), [1.5, 2.0, 1.5]);
/// ```
pub fn harmonic(incidence: &Incidence) -> Vec<f64> {
    by_level_sizes(incidence, of_level_sizes)
}

/// Returns the harmonic centrality of a node with so many nodes at distance 1, 2, …
pub(crate) fn of_level_sizes(sizes: &[usize]) -> f64 {
    sizes.iter().zip(1..).map(|(&size, distance)| real(size) / real(distance)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{bow_tie, close, distances, incidences};
    use proptest::prelude::*;

    #[test]
    fn the_bow_tie_by_hand() {
        assert!(close(&harmonic(&bow_tie()), &[3.0, 3.0, 4.0, 3.0, 3.0, 0.0]));
    }

    proptest! {
        #[test]
        fn harmonic_is_that_of_all_distances(incidence in incidences()) {
            let expected: Vec<f64> = distances(&incidence).iter().map(|row| {
                row.iter().flatten().filter(|&&d| d > 0).map(|&d| 1.0 / f64::from(d)).sum()
            }).collect();
            prop_assert!(close(&harmonic(&incidence), &expected));
        }
    }
}
