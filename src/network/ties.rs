//! [`Ties`]: the projection as a matrix that is multiplied by and never written down.

use super::{
    Arc,
    incidence::{Incidence, real},
    overlap::Overlaps,
};
use rayon::prelude::*;
use std::{fmt, str::FromStr};

/// What a tie of the projection weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// 1 for any tie: the simple projection.
    #[default]
    None,
    /// The number of shared groups; of an edge list, the weight that it states.
    Shared,
    /// The sum of 1/(k−1) over the shared groups, k a group's size (Newman 2001, "Scientific
    /// collaboration networks II", Phys. Rev. E 64, 016132): a member spreads one unit a group.
    Newman,
    /// The sum of 1/k over the shared groups: fractional counting with the member itself among
    /// those who share (Batagelj and Cerinšek 2013, "On bibliographic networks",
    /// Scientometrics 96, 845–864, discuss both).
    Fractional,
}

impl Weight {
    /// All weights, in the order of the help text.
    pub const ALL: [Self; 4] = [Self::None, Self::Shared, Self::Newman, Self::Fractional];

    /// Returns the name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Shared => "shared",
            Self::Newman => "newman",
            Self::Fractional => "fractional",
        }
    }

    /// Returns this weight, or the other where this one is none.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self == Self::None { other } else { self }
    }

    /// Returns the weight of a directed tie: what a group of two with the tie's weight would add.
    pub fn of_arc(self, arc: Arc) -> f64 {
        match self {
            Self::None => 1.0,
            Self::Shared | Self::Newman => arc.weight,
            Self::Fractional => arc.weight / 2.0,
        }
    }

    /// Returns what one shared group adds to the weight of a tie between two of its members.
    pub fn of_group(self, incidence: &Incidence, group: u32) -> f64 {
        let size = incidence.members(group).len();
        let weight = incidence.weight(group);
        match self {
            Self::None => 1.0,
            Self::Shared => weight,
            Self::Newman => weight / real(size.max(2) - 1),
            Self::Fractional => weight / real(size.max(1)),
        }
    }

    /// Returns the weight of a tie between two nodes that share these groups.
    pub(super) fn of_groups(self, incidence: &Incidence, groups: &[u32]) -> f64 {
        match self {
            Self::None => 1.0,
            _ => groups.iter().map(|&group| self.of_group(incidence, group)).sum(),
        }
    }
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A weight of that name is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown weight '{0}' (known: none, shared, newman, fractional)")]
pub struct UnknownWeight(String);

impl FromStr for Weight {
    type Err = UnknownWeight;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|weight| weight.name() == name);
        known.ok_or_else(|| UnknownWeight(name.to_owned()))
    }
}

/// The symmetric matrix A of the projection, zero on the diagonal.
#[derive(Clone, Copy, Debug)]
pub struct Ties<'a> {
    incidence: &'a Incidence,
    overlaps: &'a Overlaps,
    weight: Weight,
}

impl<'a> Ties<'a> {
    /// Takes the projection of an incidence, with the pairs that share more than one group.
    pub fn new(incidence: &'a Incidence, overlaps: &'a Overlaps, weight: Weight) -> Self {
        Self { incidence, overlaps, weight }
    }

    /// Returns the number of nodes.
    pub fn node_count(&self) -> usize {
        self.incidence.node_count()
    }

    /// Returns A·x in O(m + p) time: m incidences, p pairs that share more than one group.
    ///
    /// Each sum runs in ascending order on one thread, so the number of threads changes no bit.
    pub fn times(&self, x: &[f64]) -> Vec<f64> {
        let factors: Vec<f64> = self.factors();
        let sums: Vec<f64> = (self.incidence.all_groups())
            .into_par_iter()
            .with_min_len(256)
            .map(|group| self.incidence.members(group).iter().map(|&v| x[v as usize]).sum())
            .collect();
        (self.incidence.nodes())
            .into_par_iter()
            .with_min_len(256)
            .map(|node| {
                let own = x[node as usize];
                let over_groups: f64 = (self.incidence.groups(node).iter())
                    .map(|&group| factors[group as usize] * (sums[group as usize] - own))
                    .sum();
                over_groups - self.correction(node, x)
            })
            .collect()
    }

    /// Returns each node's strength: the sum of the weights of its ties.
    pub fn strengths(&self) -> Vec<f64> {
        let factors = self.factors();
        (self.incidence.nodes())
            .map(|node| {
                let over_groups: f64 = (self.incidence.groups(node).iter())
                    .map(|&group| {
                        factors[group as usize] * real(self.incidence.members(group).len() - 1)
                    })
                    .sum();
                over_groups - self.excess(node)
            })
            .collect()
    }

    fn factors(&self) -> Vec<f64> {
        self.incidence
            .all_groups()
            .map(|group| self.weight.of_group(self.incidence, group))
            .collect()
    }

    fn correction(&self, node: u32, x: &[f64]) -> f64 {
        match self.weight {
            Weight::None => (self.overlaps.of(node).iter())
                .map(|overlap| f64::from(overlap.excess) * x[overlap.partner as usize])
                .sum(),
            Weight::Shared | Weight::Newman | Weight::Fractional => 0.0,
        }
    }

    fn excess(&self, node: u32) -> f64 {
        match self.weight {
            Weight::None => {
                self.overlaps.of(node).iter().map(|overlap| f64::from(overlap.excess)).sum()
            }
            Weight::Shared | Weight::Newman | Weight::Fractional => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{close, incidences, matrix};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_product_is_that_of_the_written_matrix(incidence in incidences()) {
            let overlaps = Overlaps::new(&incidence);
            let x: Vec<f64> = (1..=incidence.node_count()).map(|i| 1.0 / real(i)).collect();
            for weight in Weight::ALL {
                let matrix = matrix(&incidence, weight);
                let ties = Ties::new(&incidence, &overlaps, weight);
                let expected: Vec<f64> = matrix.iter()
                    .map(|row| row.iter().zip(&x).map(|(a, b)| a * b).sum()).collect();
                prop_assert!(close(&ties.times(&x), &expected));
                let strengths: Vec<f64> = matrix.iter().map(|row| row.iter().sum()).collect();
                prop_assert!(close(&ties.strengths(), &strengths));
            }
        }
    }

    #[test]
    fn an_unknown_weight_lists_the_known_ones() {
        assert_eq!("newman".parse(), Ok(Weight::Newman));
        assert_eq!(
            "nman".parse::<Weight>().unwrap_err().to_string(),
            "unknown weight 'nman' (known: none, shared, newman, fractional)"
        );
    }
}
