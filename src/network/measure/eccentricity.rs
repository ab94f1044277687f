//! Eccentricity: how far is the farthest node that a node can reach?
//!
//! - **Definition**: the greatest distance from the node to a node of its component, in the
//!   *simple* projection (Harary 1969, "Graph Theory", ch. 4); 0 for an isolated node. The
//!   greatest of a component is its diameter.
//! - **Norm**: the same; low is central.
//! - **Complexity**: O(t·m): t nodes that differ in their groups, m incidences.

use super::about::{About, TakenOn};
use super::search::by_level_sizes;
use crate::network::incidence::{Incidence, real};

/// What a paper must say of [`Measure::Eccentricity`](super::Measure::Eccentricity).
pub(super) const ABOUT: About = About {
    name: ("离心度", "eccentricity"),
    definition: (
        "到所在连通分量中最远节点的距离",
        "the distance to the farthest node of the node's component",
    ),
    taken_on: TakenOn::Simple,
    reference: "Harary, F. (1969). Graph Theory. Addison-Wesley.",
};

/// Returns each node's greatest distance to a node of its component.
///
/// ```
/// use gongshi::network::{Incidence, eccentricity};
/// // 0 and 1 met, 1 and 2 met; 3 met nobody.
/// let incidence = Incidence::new(4, vec![1.0; 2], vec![(0, 0), (0, 1), (1, 1), (1, 2)]);
/// assert_eq!(eccentricity(&incidence), [2.0, 1.0, 2.0, 0.0]);
/// ```
pub fn eccentricity(incidence: &Incidence) -> Vec<f64> {
    by_level_sizes(incidence, |sizes| real(sizes.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{close, distances, incidences};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_greatest_of_all_distances(incidence in incidences()) {
            let expected: Vec<f64> = distances(&incidence).iter()
                .map(|row| f64::from(row.iter().flatten().copied().max().unwrap_or(0))).collect();
            prop_assert!(close(&eccentricity(&incidence), &expected));
        }
    }
}
