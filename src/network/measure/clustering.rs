//! Clustering: do those whom a node knows know each other?
//!
//! - **Definition**: the share of the pairs of a node's neighbours that are tied themselves (Watts
//!   and Strogatz 1998, "Collective dynamics of 'small-world' networks", Nature 393, 440–442), in
//!   the *simple* projection; 0 with fewer than two neighbours. Each meeting of three makes
//!   triangles by itself: `opsahl` and `latapy` do not count those.
//! - **Norm**: between 0 and 1 as it is; the normalised measure is the same.
//! - **Complexity**: O(Σ (g + o)) over the neighbours of each node that differs in its groups from
//!   all before it: g and o a neighbour's groups and overlaps. No tie is written down.
//! - **Source**: as [`Ego`](super::ego::Ego) has it: pairs are counted over the groups.
//!
//! The *transitivity* of the network is the share of all such pairs, over all nodes.

use super::{
    about::{About, TakenOn},
    ego::Field,
};

/// What a paper must say of [`Measure::Clustering`](super::Measure::Clustering).
pub(super) const ABOUT: About = About {
    name: ("局部聚类系数", "local clustering coefficient"),
    definition: (
        "该节点的各对邻居中彼此相连者所占的比例",
        "the share of the pairs of the node's neighbours that are tied themselves",
    ),
    taken_on: TakenOn::Simple,
    reference: "Watts, D. J., & Strogatz, S. H. (1998). Collective dynamics of ‘small-world’ \
                 networks. Nature, 393, 440–442.",
};

/// For each node, how many ordered pairs of its neighbours there are, and how many are tied.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Closure {
    /// All ordered pairs.
    pub pairs: Vec<f64>,
    /// Those tied.
    pub tied: Vec<f64>,
}

impl Closure {
    /// Counts the pairs.
    pub(crate) fn new(field: Field<'_>) -> Self {
        let counts = field.by_node(&field.incidence.twins(), |ego| {
            (ego.degree() * (ego.degree() - 1.0), ego.tied_pairs())
        });
        let (pairs, tied) = counts.into_iter().unzip();
        Self { pairs, tied }
    }

    /// Returns each node's clustering coefficient.
    pub fn clustering(&self) -> Vec<f64> {
        let share = |(&pairs, &tied): (&f64, &f64)| if pairs > 0.0 { tied / pairs } else { 0.0 };
        self.pairs.iter().zip(&self.tied).map(share).collect()
    }

    /// Returns the share of all pairs of neighbours that are tied; none without such a pair.
    pub fn transitivity(&self) -> Option<f64> {
        let (pairs, tied): (f64, f64) = (self.pairs.iter().sum(), self.tied.iter().sum());
        (pairs > 0.0).then(|| tied / pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{
        Overlaps, Weight,
        sample::{bow_tie, close, incidences, matrix},
    };
    use proptest::prelude::*;

    fn of(incidence: &crate::network::Incidence) -> Closure {
        let overlaps = &Overlaps::new(incidence);
        Closure::new(Field { incidence, overlaps, weight: Weight::None })
    }

    #[test]
    fn the_bow_tie_by_hand() {
        // The middle has six pairs of neighbours, two of them tied.
        let closure = of(&bow_tie());
        assert!(close(&closure.clustering(), &[1.0, 1.0, 1.0 / 3.0, 1.0, 1.0, 0.0]));
        assert_eq!(closure.transitivity(), Some(0.6));
    }

    proptest! {
        #[test]
        fn clustering_is_that_of_all_pairs(incidence in incidences()) {
            let a = matrix(&incidence, Weight::None);
            let n = a.len();
            let share = |u: usize| {
                let near: Vec<usize> = (0..n).filter(|&v| a[u][v] > 0.0).collect();
                let (mut pairs, mut tied) = (0.0, 0.0);
                for &v in &near {
                    for &w in near.iter().filter(|&&w| w < v) {
                        pairs += 1.0;
                        tied += a[v][w];
                    }
                }
                if pairs > 0.0 { tied / pairs } else { 0.0 }
            };
            let expected: Vec<f64> = (0..n).map(share).collect();
            prop_assert!(close(&of(&incidence).clustering(), &expected));
        }
    }
}
