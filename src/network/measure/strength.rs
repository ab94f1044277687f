//! Strength: how much is a node tied with the others?
//!
//! - **Definition**: the sum of the weights of a node's ties (Barrat et al. 2004, "The
//!   architecture of complex weighted networks", PNAS 101, 3747–3752). Over groups of size k, each
//!   shared group adds 1 to a tie in full counting (`Weight::Shared`: the strength is Σ(k−1)),
//!   1/(k−1) in Newman's (`Weight::Newman`: the strength is the number of groups with company),
//!   1/k in fractional counting (`Weight::Fractional`: Σ(k−1)/k). A group of one ties nobody.
//! - **Norm**: divided by n−1: the mean weight of a tie to each other node.
//! - **Complexity**: O(m), and O(m + p) for `Weight::None`, where it is the degree.

use super::about::{About, TakenOn};
use crate::network::ties::{Ties, Weight};

/// What a paper must say of [`Measure::Strength`](super::Measure::Strength).
pub(super) const STRENGTH: About = About {
    name: ("强度", "strength"),
    definition: ("各条连线权重之和", "the sum of the weights of the node's ties"),
    taken_on: TakenOn::Weighted { unasked: Weight::Shared },
    reference: "Barrat, A., Barthélemy, M., Pastor-Satorras, R., & Vespignani, A. (2004). The \
                 architecture of complex weighted networks. PNAS, 101(11), 3747–3752.",
};

/// What a paper must say of [`Measure::Newman`](super::Measure::Newman).
pub(super) const NEWMAN: About = About {
    name: ("强度（Newman 加权）", "strength (Newman's weights)"),
    definition: (
        "连线权重之和，每个共同群组按 1/(k−1) 计，k 为群组规模",
        "the sum of the weights of the node's ties, each shared group of k adding 1/(k−1)",
    ),
    taken_on: TakenOn::Always(Weight::Newman),
    reference: "Newman, M. E. J. (2001). Scientific collaboration networks. II. Shortest \
    paths, weighted networks, and centrality. Physical Review E, 64(1), 016132.",
};

/// What a paper must say of [`Measure::Fractional`](super::Measure::Fractional).
pub(super) const FRACTIONAL: About = About {
    name: ("强度（分数计数）", "strength (fractional counting)"),
    definition: (
        "连线权重之和，每个共同群组按 1/k 计，k 为群组规模",
        "the sum of the weights of the node's ties, each shared group of k adding 1/k",
    ),
    taken_on: TakenOn::Always(Weight::Fractional),
    reference: "Batagelj, V., & Cerinšek, M. (2013). On bibliographic networks. Scientometrics, \
                 96(3), 845–864.",
};

/// Returns each node's strength: the sum of the weights of its ties in the projection.
///
/// ```
/// use gongshi::network::{Incidence, Overlaps, Ties, Weight, strengths};
/// // Nodes 0, 1, 2 met once, 0 and 1 met again.
/// let pairs = vec![(0, 0), (0, 1), (0, 2), (1, 0), (1, 1)];
/// let incidence = Incidence::new(3, vec![1.0; 2], pairs);
/// let overlaps = Overlaps::new(&incidence);
/// let of = |weight| strengths(&Ties::new(&incidence, &overlaps, weight));
/// assert_eq!(of(Weight::Shared), [3.0, 3.0, 2.0]);
/// assert_eq!(of(Weight::Newman), [2.0, 2.0, 1.0]);
/// assert_eq!(of(Weight::Fractional), [2.0 / 3.0 + 0.5, 2.0 / 3.0 + 0.5, 2.0 / 3.0]);
/// ```
pub fn strengths(ties: &Ties<'_>) -> Vec<f64> {
    ties.strengths()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{
        Overlaps,
        sample::{bow_tie, close},
    };

    #[test]
    fn the_bow_tie_by_hand() {
        let incidence = bow_tie();
        let overlaps = Overlaps::new(&incidence);
        let of = |weight| strengths(&Ties::new(&incidence, &overlaps, weight));
        assert!(close(&of(Weight::Shared), &[3.0, 3.0, 4.0, 2.0, 2.0, 0.0]));
        assert!(close(&of(Weight::Newman), &[2.0, 2.0, 2.0, 1.0, 1.0, 0.0]));
        let (two, three) = (1.0 / 2.0, 2.0 / 3.0);
        let expected = [two + three, two + three, 2.0 * three, three, three, 0.0];
        assert!(close(&of(Weight::Fractional), &expected));
    }

    #[test]
    fn a_meeting_of_one_ties_nobody() {
        let incidence = crate::network::Incidence::new(1, vec![1.0], vec![(0, 0)]);
        let overlaps = Overlaps::new(&incidence);
        for weight in Weight::ALL {
            assert!(close(&strengths(&Ties::new(&incidence, &overlaps, weight)), &[0.0]));
        }
    }
}
