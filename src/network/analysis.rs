//! [`Analysis`]: computes measures of one network, as [`Settings`] say.

use super::{
    Kind, Network,
    incidence::real,
    measure::{
        Measure, Norm,
        betweenness::betweenness,
        closeness::closeness,
        community::communities,
        component::components,
        degree::{degrees, group_counts, in_degrees, out_degrees},
        eigenvector::eigenvector,
        harmonic::harmonic,
        pagerank::{pagerank, pagerank_directed},
        strength::strengths,
    },
    overlap::Overlaps,
    ties::{Ties, Weight},
};
use std::sync::OnceLock;

/// How measures are taken, where their definitions leave a choice.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Settings {
    /// What a tie of the projection weighs.
    pub weight: Weight,
    /// Whether measures are brought to a scale that does not depend on the size of the network.
    pub norm: Norm,
}

/// Computes measures of one network, sharing what several of them need.
#[derive(Debug)]
pub struct Analysis<'a> {
    network: &'a Network,
    settings: Settings,
    overlaps: OnceLock<Overlaps>,
}

impl<'a> Analysis<'a> {
    /// Prepares the measures of a network.
    pub fn new(network: &'a Network, settings: Settings) -> Self {
        Self { network, settings, overlaps: OnceLock::new() }
    }

    /// Returns a measure's value for each node, in the order of the nodes.
    ///
    /// Weights count for strength, eigenvector, PageRank and communities. Paths are counted in
    /// ties. In a directed network, PageRank and the two directed degrees follow the direction,
    /// all else takes a tie of either direction as one of both.
    pub fn values(&self, measure: Measure) -> Vec<f64> {
        let mut values = self.raw(measure);
        if self.settings.norm == Norm::Normalised {
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
            Measure::Strength if self.settings.weight == Weight::None => {
                strengths(&self.ties(Weight::Shared))
            }
            Measure::Strength => strengths(&self.ties(self.settings.weight)),
            Measure::Newman => strengths(&self.ties(Weight::Newman)),
            Measure::Fractional => strengths(&self.ties(Weight::Fractional)),
            Measure::Groups => group_counts(incidence),
            Measure::Closeness => closeness(incidence),
            Measure::Harmonic => harmonic(incidence),
            Measure::Betweenness => betweenness(incidence, self.overlaps()),
            Measure::Eigenvector => eigenvector(incidence, &self.ties(self.settings.weight)),
            Measure::PageRank if directed => pagerank_directed(nodes, arcs, self.settings.weight),
            Measure::PageRank => pagerank(&self.ties(self.settings.weight)),
            Measure::Component => numbers(&components(incidence)),
            Measure::ComponentSize => sizes(&components(incidence)),
            Measure::Community => numbers(&communities(incidence, self.settings.weight)),
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
    fn no_measure_fails_on_nothing_or_on_one() {
        for (network, nodes) in [(network(&[]), 0), (network(&[("a", "a")]), 1)] {
            for weight in Weight::ALL {
                for norm in [Norm::Raw, Norm::Normalised] {
                    let analysis = Analysis::new(&network, Settings { weight, norm });
                    for measure in Measure::ALL {
                        let values = analysis.values(measure);
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
        let analysis =
            Analysis::new(&star, Settings { norm: Norm::Normalised, ..Settings::default() });
        for measure in [
            Measure::Degree,
            Measure::Closeness,
            Measure::Harmonic,
            Measure::Betweenness,
            Measure::Eigenvector,
            Measure::Groups,
            Measure::ComponentSize,
        ] {
            let middle = analysis.values(measure)[3];
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
        let analysis = Analysis::new(&network, Settings::default());
        assert!(close(&analysis.values(Measure::InDegree), &[0.0, 0.0, 2.0]));
        assert!(close(&analysis.values(Measure::OutDegree), &[1.0, 1.0, 0.0]));
        assert!(close(&analysis.values(Measure::Degree), &[1.0, 1.0, 2.0]));
        let ranks = analysis.values(Measure::PageRank);
        assert!(ranks[2] > ranks[0] + 0.2);
    }

    #[test]
    fn one_event_with_a_hundred_thousand_participants_takes_seconds() {
        let names: Vec<String> = (0..100_000).map(|i| format!("p{i}")).collect();
        let mut rows: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "e")).collect();
        rows.extend([("p1", "f"), ("p2", "f")]);
        let network = network(&rows);
        let analysis = Analysis::new(&network, Settings::default());
        for measure in Measure::ALL {
            let values = analysis.values(measure);
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
                let analysis = Analysis::new(&network, Settings::default());
                let all = Measure::ALL.iter().flat_map(|&m| analysis.values(m));
                all.map(f64::to_bits).collect::<Vec<_>>()
            })
        };
        assert!(run(1) == run(2));
    }
}
