//! [`Measure`]: the measures by name; one a file, with definition, norm, cost and source.

pub(super) mod about;
mod accumulate;
pub(super) mod articulation;
pub(super) mod betweenness;
pub(super) mod brokerage;
pub(super) mod closeness;
pub(super) mod clustering;
pub(super) mod community;
pub(super) mod component;
pub(super) mod degree;
pub(super) mod eccentricity;
pub(super) mod edge_betweenness;
pub(super) mod ego;
pub(super) mod eigenvector;
pub(super) mod harmonic;
pub(super) mod hits;
pub(super) mod k_core;
pub(super) mod katz;
mod lanczos;
pub(super) mod latapy;
mod leiden;
mod leiden_division;
mod leiden_units;
pub(super) mod opsahl;
pub(super) mod pagerank;
mod registry;
pub(super) mod sampled;
pub(super) mod search;
pub(super) mod stability;
pub(super) mod strength;
pub(super) mod structural_holes;
pub(super) mod taken;
pub(super) mod two_mode;

pub(super) use registry::Scale;

use about::{About, TakenOn};
use registry::{Entry, Values};
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
    /// Greatest distance to a node of the component.
    Eccentricity,
    /// Share of the shortest paths between others.
    Betweenness,
    /// Harmonic centrality, estimated from a sample of nodes.
    HarmonicSampled,
    /// The standard error of that estimate.
    HarmonicError,
    /// Betweenness, estimated from a sample of nodes.
    BetweennessSampled,
    /// The standard error of that estimate.
    BetweennessError,
    /// Eigenvector of the greatest eigenvalue.
    Eigenvector,
    /// Walks that end at the node, longer ones counting less.
    Katz,
    /// Textbook PageRank.
    PageRank,
    /// Kleinberg's hub score.
    Hub,
    /// Kleinberg's authority score.
    Authority,
    /// Greatest k of a k-core that holds the node.
    Core,
    /// Share of the pairs of neighbours that are tied.
    Clustering,
    /// Mean Jaccard index of the node's groups with those of each neighbour.
    Latapy,
    /// Mean overlap of groups, relative to the smaller number of groups.
    LatapyMin,
    /// Mean overlap of groups, relative to the greater number of groups.
    LatapyMax,
    /// Share of the 4-paths about the node that a further group closes.
    Opsahl,
    /// Burt's constraint.
    Constraint,
    /// Burt's effective size.
    EffectiveSize,
    /// Gould and Fernandez's brokerage, all roles together.
    Brokerage,
    /// Brokerage within the node's own class.
    Coordinator,
    /// Brokerage within a class that is not the node's.
    Itinerant,
    /// Brokerage from another class into the node's own.
    Gatekeeper,
    /// Brokerage from the node's own class to another.
    Representative,
    /// Brokerage between two classes, none of them the node's.
    Liaison,
    /// 1 where the node's removal would part its component, else 0.
    Articulation,
    /// Closeness in the two-mode network.
    TwoModeCloseness,
    /// Betweenness in the two-mode network.
    TwoModeBetweenness,
    /// Number of the component, 1 for the largest.
    Component,
    /// Number of nodes in the component.
    ComponentSize,
    /// Number of the community, 1 for the largest.
    Community,
    /// Share of the seeds for which the node is with most of its community.
    CommunityStability,
    /// Number of the community in the two-mode network, 1 for the largest.
    TwoModeCommunity,
}

impl Measure {
    /// All measures, in the order of the help text.
    pub const ALL: [Self; registry::ENTRIES.len()] = registry::all();

    fn entry(self) -> &'static Entry {
        &registry::ENTRIES[self as usize]
    }

    /// Returns the name on the command line and in the columns of tables.
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// Returns what a paper must say of the measure.
    pub fn about(self) -> About {
        self.entry().about
    }

    /// Says whether the measure numbers parts of the network, the lowest number coming first.
    pub fn is_part(self) -> bool {
        self.entry().values == Values::Parts
    }

    /// Says whether the raw measure is a whole number.
    pub fn is_count(self) -> bool {
        self.entry().values != Values::Reals
    }

    /// Says whether the measure's values hang on this choice.
    ///
    /// Classes by community hang on [`Choice::Communities`] in turn.
    pub fn hangs_on(self, choice: Choice) -> bool {
        match choice {
            Choice::Weight => matches!(self.about().taken_on, TakenOn::Weighted { .. }),
            Choice::Attenuation => self == Self::Katz,
            Choice::Classes => self.is_told_by_class(),
            Choice::Communities => {
                matches!(self, Self::Community | Self::CommunityStability | Self::TwoModeCommunity)
            }
            Choice::Runs => self == Self::CommunityStability,
            Choice::Sources => self.is_sampled(),
        }
    }

    /// Says whether the measure hangs on the classes of nodes.
    pub(super) fn is_told_by_class(self) -> bool {
        use Measure::{Brokerage, Coordinator, Gatekeeper, Itinerant, Liaison, Representative};
        matches!(self, Brokerage | Coordinator | Gatekeeper | Itinerant | Liaison | Representative)
    }

    /// Says whether each node's whole neighbourhood is looked at, tie by tie.
    pub(super) fn looks_at_neighbourhoods(self) -> bool {
        matches!(self, Self::Clustering | Self::Opsahl | Self::Constraint | Self::EffectiveSize)
            || self.is_told_by_class()
    }

    /// Says whether the measure is estimated from a sample of nodes.
    pub fn is_sampled(self) -> bool {
        use Measure::{BetweennessError, BetweennessSampled, HarmonicError, HarmonicSampled};
        matches!(self, BetweennessError | BetweennessSampled | HarmonicError | HarmonicSampled)
    }

    /// Returns what the normalised measure is divided by.
    pub(super) fn scale(self) -> Scale {
        self.entry().scale
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
        let is = |entry: &&Entry| entry.name == plain || entry.synonyms.contains(&plain.as_str());
        let known = registry::ENTRIES.iter().find(is).map(|entry| entry.measure);
        known.ok_or_else(|| UnknownMeasure(name.to_owned()))
    }
}

/// What a measure's values may hang on beside its definition and its norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What ties weigh.
    Weight,
    /// The attenuation of Katz's measure.
    Attenuation,
    /// The classes that roles are told by.
    Classes,
    /// How communities are found.
    Communities,
    /// How often they are.
    Runs,
    /// How many nodes are searched from.
    Sources,
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
        assert_eq!("k_core".parse(), Ok(Measure::Core));
        assert_eq!("two-mode-degree".parse(), Ok(Measure::Groups));
        let error = "degre".parse::<Measure>().unwrap_err().to_string();
        assert!(error.starts_with("unknown measure 'degre' (known: degree, strength,"), "{error}");
    }
}
