//! [`Measure`]: the registry of measures by name, and [`Analysis`], which computes them.

use super::{
    Kind, Network,
    betweenness::betweenness,
    closeness::closeness,
    community::communities,
    component::components,
    degree::{degrees, group_counts, in_degrees, out_degrees},
    eigenvector::eigenvector,
    harmonic::harmonic,
    incidence::real,
    overlap::Overlaps,
    pagerank::{pagerank, pagerank_directed},
    strength::strengths,
    ties::{Ties, Weight},
};
use std::{fmt, str::FromStr, sync::OnceLock};

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

/// Computes measures of one network, sharing what several of them need.
#[derive(Debug)]
pub struct Analysis<'a> {
    network: &'a Network,
    weight: Weight,
    overlaps: OnceLock<Overlaps>,
}

impl<'a> Analysis<'a> {
    /// Prepares the measures of a network, its ties being weighted so.
    pub fn new(network: &'a Network, weight: Weight) -> Self {
        Self { network, weight, overlaps: OnceLock::new() }
    }

    /// Returns a measure's value for each node, in the order of the nodes.
    ///
    /// Weights count for strength, eigenvector, PageRank and communities. Paths are counted in
    /// ties. In a directed network, PageRank and the two directed degrees follow the direction,
    /// all else takes a tie of either direction as one of both.
    pub fn values(&self, measure: Measure, norm: Norm) -> Vec<f64> {
        let mut values = self.raw(measure);
        if norm == Norm::Normalised {
            let scale = self.scale(measure, &values);
            for value in &mut values {
                *value *= scale;
            }
        }
        values
    }

    fn raw(&self, measure: Measure) -> Vec<f64> {
        let incidence = self.network.incidence();
        let (nodes, arcs) = (self.network.nodes().len(), self.network.arcs());
        let directed = self.network.kind() == Kind::Directed;
        match measure {
            Measure::InDegree if directed => in_degrees(nodes, arcs),
            Measure::OutDegree if directed => out_degrees(nodes, arcs),
            Measure::Degree | Measure::InDegree | Measure::OutDegree => {
                degrees(incidence, self.overlaps())
            }
            Measure::Strength if self.weight == Weight::None => {
                strengths(&self.ties(Weight::Shared))
            }
            Measure::Strength => strengths(&self.ties(self.weight)),
            Measure::Newman => strengths(&self.ties(Weight::Newman)),
            Measure::Fractional => strengths(&self.ties(Weight::Fractional)),
            Measure::Groups => group_counts(incidence),
            Measure::Closeness => closeness(incidence),
            Measure::Harmonic => harmonic(incidence),
            Measure::Betweenness => betweenness(incidence, self.overlaps()),
            Measure::Eigenvector => eigenvector(incidence, &self.ties(self.weight)),
            Measure::PageRank if directed => pagerank_directed(nodes, arcs, self.weight),
            Measure::PageRank => pagerank(&self.ties(self.weight)),
            Measure::Component => numbers(&components(incidence)),
            Measure::ComponentSize => sizes(&components(incidence)),
            Measure::Community => numbers(&communities(incidence, self.weight)),
        }
    }

    fn scale(&self, measure: Measure, values: &[f64]) -> f64 {
        let nodes = real(self.network.nodes().len());
        let inverse = |most: f64| if most > 0.0 { 1.0 / most } else { 0.0 };
        match measure {
            Measure::Degree
            | Measure::InDegree
            | Measure::OutDegree
            | Measure::Strength
            | Measure::Newman
            | Measure::Fractional
            | Measure::Harmonic => inverse(nodes - 1.0),
            Measure::Groups => inverse(real(self.network.incidence().group_count())),
            Measure::Betweenness => inverse((nodes - 1.0) * (nodes - 2.0) / 2.0),
            Measure::Eigenvector => inverse(values.iter().copied().fold(0.0, f64::max)),
            Measure::PageRank => nodes,
            Measure::ComponentSize => inverse(nodes),
            Measure::Closeness | Measure::Component | Measure::Community => 1.0,
        }
    }

    fn overlaps(&self) -> &Overlaps {
        self.overlaps.get_or_init(|| Overlaps::new(self.network.incidence()))
    }

    fn ties(&self, weight: Weight) -> Ties<'_> {
        Ties::new(self.network.incidence(), self.overlaps(), weight)
    }
}

fn numbers(parts: &[u32]) -> Vec<f64> {
    parts.iter().copied().map(f64::from).collect()
}

fn sizes(parts: &[u32]) -> Vec<f64> {
    let mut size = vec![0.0; parts.iter().max().map_or(1, |&most| most as usize + 1)];
    for &part in parts {
        size[part as usize] += 1.0;
    }
    parts.iter().map(|&part| size[part as usize]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{
        AffiliationRow, Direction, EdgeRow,
        sample::{close, on_threads},
    };

    fn network(rows: &[(&str, &str)]) -> Network {
        let row = |&(node, group): &(&str, &str)| AffiliationRow {
            node: node.to_owned(),
            group: group.to_owned(),
            ..Default::default()
        };
        Network::from_affiliations(rows.iter().map(row).collect())
    }

    #[test]
    fn every_name_is_parsed_and_a_wrong_one_lists_them() {
        for measure in Measure::ALL {
            assert_eq!(measure.name().parse(), Ok(measure));
        }
        assert_eq!("PageRank".parse(), Ok(Measure::PageRank));
        let error = "degre".parse::<Measure>().unwrap_err().to_string();
        assert!(error.starts_with("unknown measure 'degre' (known: degree, strength,"), "{error}");
    }

    #[test]
    fn no_measure_fails_on_nothing_or_on_one() {
        for (network, nodes) in [(network(&[]), 0), (network(&[("a", "a")]), 1)] {
            for weight in Weight::ALL {
                let analysis = Analysis::new(&network, weight);
                for measure in Measure::ALL {
                    for norm in [Norm::Raw, Norm::Normalised] {
                        let values = analysis.values(measure, norm);
                        assert_eq!(values.len(), nodes);
                        assert!(values.iter().all(|value| value.is_finite()), "{measure}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_star_has_norm_one_in_its_middle() {
        let star =
            network(&[("m", "x"), ("a", "x"), ("m", "y"), ("b", "y"), ("m", "z"), ("c", "z")]);
        let analysis = Analysis::new(&star, Weight::None);
        for measure in [
            Measure::Degree,
            Measure::Closeness,
            Measure::Harmonic,
            Measure::Betweenness,
            Measure::Eigenvector,
            Measure::Groups,
            Measure::ComponentSize,
        ] {
            let middle = analysis.values(measure, Norm::Normalised)[3];
            assert!((middle - 1.0).abs() < 1e-12, "{measure}: {middle}");
        }
    }

    #[test]
    fn a_citation_counts_for_the_cited() {
        let row = |source: &str| EdgeRow {
            source: source.to_owned(),
            target: "cited".to_owned(),
            ..Default::default()
        };
        let network = Network::from_edges(vec![row("a"), row("b")], Direction::Directed);
        let analysis = Analysis::new(&network, Weight::None);
        assert!(close(&analysis.values(Measure::InDegree, Norm::Raw), &[0.0, 0.0, 2.0]));
        assert!(close(&analysis.values(Measure::OutDegree, Norm::Raw), &[1.0, 1.0, 0.0]));
        assert!(close(&analysis.values(Measure::Degree, Norm::Raw), &[1.0, 1.0, 2.0]));
        let ranks = analysis.values(Measure::PageRank, Norm::Raw);
        assert!(ranks[2] > ranks[0] + 0.2);
    }

    #[test]
    fn one_event_with_a_hundred_thousand_participants_takes_seconds() {
        let names: Vec<String> = (0..100_000).map(|i| format!("p{i}")).collect();
        let mut rows: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "e")).collect();
        rows.extend([("p1", "f"), ("p2", "f")]);
        let network = network(&rows);
        let analysis = Analysis::new(&network, Weight::None);
        for measure in Measure::ALL {
            let values = analysis.values(measure, Norm::Raw);
            if measure == Measure::Degree {
                assert!(values.iter().all(|&value| (value - 99_999.0).abs() < 0.5));
            }
        }
    }

    #[test]
    fn the_number_of_threads_changes_no_bit() {
        let names: Vec<(String, String)> = (0..1_500_u64)
            .map(|i| (format!("p{}", i * i * 7 % 607), format!("e{}", i * 13 % 307)))
            .collect();
        let rows: Vec<(&str, &str)> =
            names.iter().map(|(node, group)| (node.as_str(), group.as_str())).collect();
        let network = network(&rows);
        let run = |threads| {
            on_threads(threads, || {
                let analysis = Analysis::new(&network, Weight::None);
                let all = Measure::ALL.iter().flat_map(|&m| analysis.values(m, Norm::Raw));
                all.map(f64::to_bits).collect::<Vec<_>>()
            })
        };
        assert!(run(1) == run(2));
    }
}
