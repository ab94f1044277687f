//! Closeness: how near is a node to all that it can reach?
//!
//! - **Definition**: Wasserman and Faust's, which is right for several components: with r other
//!   nodes reachable at distances that sum to s, in a network of n nodes,
//!   closeness = r/(n−1) · r/s; 0 for an isolated node (Wasserman and Faust 1994, "Social Network
//!   Analysis", p. 201). In one component it is Freeman's (n−1)/s. Distances are those of the
//!   simple projection.
//! - **Norm**: between 0 and 1 as it is; the normalised measure is the same.
//! - **Complexity**: O(t·m·w): t nodes that differ in their groups, m incidences, w steps for 256
//!   sources that are searched from at once.

use super::about::{About, TakenOn};
use super::search::by_level_sizes;
use crate::network::incidence::{Incidence, real};

/// What a paper must say of [`Measure::Closeness`](super::Measure::Closeness).
pub(super) const ABOUT: About = About {
    name: ("接近中心性", "closeness"),
    definition: (
        "可达节点的平均距离之倒数，乘以可达节点所占的比例（Wasserman–Faust）",
        "the inverse of the mean distance to the nodes that can be reached, times their share of \
         all others (Wasserman and Faust's form)",
    ),
    taken_on: TakenOn::Simple,
    reference: "Wasserman, S., & Faust, K. (1994). Social Network Analysis: Methods and \
                 Applications. Cambridge University Press, 200–201.",
};

/// Returns each node's Wasserman–Faust closeness in the simple projection.
///
/// ```
/// use gongshi::network::{Incidence, closeness};
/// // 0 and 1 met, 1 and 2 met, 3 met nobody: 1 reaches 2 of 3 at a mean distance of 1.
/// let incidence = Incidence::new(4, vec![1.0; 2], vec![(0, 0), (0, 1), (1, 1), (1, 2)]);
/// let ends = 2.0 / 3.0 * (2.0 / 3.0);
/// assert_eq!(closeness(&incidence), [ends, 2.0 / 3.0, ends, 0.0]);
/// ```
pub fn closeness(incidence: &Incidence) -> Vec<f64> {
    by_level_sizes(incidence, |sizes| of_level_sizes(sizes, incidence.node_count()))
}

/// Returns the closeness of a node with so many nodes at distance 1, 2, … among all.
pub(crate) fn of_level_sizes(sizes: &[usize], nodes: usize) -> f64 {
    let reached: usize = sizes.iter().sum();
    let sum: usize = sizes.iter().zip(1..).map(|(size, distance)| size * distance).sum();
    match reached {
        0 => 0.0,
        _ => real(reached) / real(nodes - 1) * (real(reached) / real(sum)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{bow_tie, close, distances, incidences};
    use proptest::prelude::*;

    #[test]
    fn the_bow_tie_by_hand() {
        let wing = 4.0 / 5.0 * (4.0 / 6.0);
        let expected = [wing, wing, 4.0 / 5.0, wing, wing, 0.0];
        assert!(close(&closeness(&bow_tie()), &expected));
    }

    proptest! {
        #[test]
        fn closeness_is_that_of_all_distances(incidence in incidences()) {
            let all = distances(&incidence);
            let expected: Vec<f64> = all.iter().map(|row| {
                let reached: Vec<u32> = row.iter().flatten().copied().filter(|&d| d > 0).collect();
                let (r, s) = (real(reached.len()), f64::from(reached.iter().sum::<u32>()));
                if reached.is_empty() { 0.0 } else { r * r / (real(all.len() - 1) * s) }
            }).collect();
            prop_assert!(close(&closeness(&incidence), &expected));
        }
    }
}
