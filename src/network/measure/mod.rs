//! [`Measure`]: the measures by name; one a file, with definition, norm, cost and source.

pub(super) mod about;
pub(super) mod betweenness;
pub(super) mod closeness;
pub(super) mod community;
pub(super) mod component;
pub(super) mod degree;
pub(super) mod eigenvector;
pub(super) mod harmonic;
mod lanczos;
pub(super) mod pagerank;
mod search;
pub(super) mod strength;

use std::{fmt, str::FromStr};

/// A number for each node of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Distinct neighbours in the simple projection.
    Degree,
    /// Sum of the weights of ties: full counting, unless another weight is asked for.
    Strength,
    /// Sum of the weights of ties, where a group of k adds 1/(k−1) to each.
    Newman,
    /// Sum of the weights of ties, where a group of k adds 1/k to each.
    Fractional,
    /// Number of groups: the two-mode degree.
    Groups,
    /// Distinct predecessors in a directed network; the degree in any other.
    InDegree,
    /// Distinct successors in a directed network; the degree in any other.
    OutDegree,
    /// Wasserman and Faust's closeness.
    Closeness,
    /// Sum of inverse distances.
    Harmonic,
    /// Share of the shortest paths between others.
    Betweenness,
    /// Eigenvector of the greatest eigenvalue.
    Eigenvector,
    /// Textbook PageRank.
    PageRank,
    /// Number of the component, 1 for the largest.
    Component,
    /// Number of nodes in the component.
    ComponentSize,
    /// Number of the community, 1 for the largest.
    Community,
}

impl Measure {
    /// All measures, in the order of the help text.
    pub const ALL: [Self; 15] = [
        Self::Degree,
        Self::Strength,
        Self::Newman,
        Self::Fractional,
        Self::Groups,
        Self::InDegree,
        Self::OutDegree,
        Self::Closeness,
        Self::Harmonic,
        Self::Betweenness,
        Self::Eigenvector,
        Self::PageRank,
        Self::Component,
        Self::ComponentSize,
        Self::Community,
    ];

    /// Returns the name on the command line and in the columns of tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Degree => "degree",
            Self::Strength => "strength",
            Self::Newman => "newman",
            Self::Fractional => "fractional",
            Self::Groups => "groups",
            Self::InDegree => "in-degree",
            Self::OutDegree => "out-degree",
            Self::Closeness => "closeness",
            Self::Harmonic => "harmonic",
            Self::Betweenness => "betweenness",
            Self::Eigenvector => "eigenvector",
            Self::PageRank => "pagerank",
            Self::Component => "component",
            Self::ComponentSize => "component-size",
            Self::Community => "community",
        }
    }

    /// Says whether the measure numbers parts of the network, the lowest number coming first.
    pub fn is_part(self) -> bool {
        matches!(self, Self::Component | Self::Community)
    }

    /// Says whether the raw measure is a whole number.
    pub fn is_count(self) -> bool {
        use Measure::{Degree, Groups, InDegree, OutDegree};
        self.is_part() || self == Self::ComponentSize || {
            matches!(self, Degree | Groups | InDegree | OutDegree)
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A measure of that name is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "unknown measure '{0}' (known: {known})",
    known = Measure::ALL.map(Measure::name).join(", ")
)]
pub struct UnknownMeasure(String);

impl FromStr for Measure {
    type Err = UnknownMeasure;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let plain = name.trim().to_ascii_lowercase().replace('_', "-");
        let known = Self::ALL.into_iter().find(|measure| measure.name() == plain);
        known.ok_or_else(|| UnknownMeasure(name.to_owned()))
    }
}

/// Whether a measure is brought to a scale that does not depend on the size of the network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Norm {
    /// As its definition has it.
    #[default]
    Raw,
    /// As the **Norm** paragraph of the measure has it.
    Normalised,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_parsed_and_a_wrong_one_lists_them() {
        for measure in Measure::ALL {
            assert_eq!(measure.name().parse(), Ok(measure));
        }
        assert_eq!("PageRank".parse(), Ok(Measure::PageRank));
        let error = "degre".parse::<Measure>().unwrap_err().to_string();
        assert!(error.starts_with("unknown measure 'degre' (known: degree, strength,"), "{error}");
    }
}
