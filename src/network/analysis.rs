//! [`Analysis`]: computes measures of one network, as [`Settings`] say.

use super::{
    Kind, Network,
    feasible::Diverging,
    incidence::real,
    measure::{
        Measure, Norm, Scale,
        articulation::articulation,
        betweenness::betweenness,
        brokerage::{Roles, roles, roles_directed},
        closeness,
        clustering::Closure,
        community::{Detection, communities, two_mode_communities},
        component::components,
        degree::{degrees, group_counts, in_degrees, out_degrees},
        eccentricity::eccentricity,
        ego::Field,
        eigenvector::eigenvector,
        harmonic,
        hits::{Hits, hits, rayleigh, summing_to_one},
        k_core::core_numbers,
        katz::{self, katz, katz_directed},
        latapy::{Overlapping, latapy},
        opsahl::four_paths,
        pagerank::{pagerank, pagerank_directed},
        sampled::{Sampled, Sampling, betweenness_sampled, harmonic_sampled},
        search::by_level_sizes,
        stability::{Stability, stability},
        strength::strengths,
        structural_holes::{constraint, effective_size},
        two_mode::{greatest_betweenness, two_mode_betweenness, two_mode_closeness},
    },
    overlap::Overlaps,
    partition::Partition,
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
    /// The classes of nodes that brokerage and mixing are told by.
    pub partition: Partition,
    /// The attenuation of Katz's measure; 0.85/λ where there is none.
    pub alpha: Option<f64>,
    /// How communities are found.
    pub detection: Detection,
    /// How sources are sampled.
    pub sampling: Sampling,
}

/// Computes measures of one network, sharing what several of them need.
#[derive(Debug)]
pub struct Analysis<'a> {
    network: &'a Network,
    settings: Settings,
    overlaps: OnceLock<Overlaps>,
    /// Closeness and harmonic centrality of each node: one search gives both.
    by_distance: OnceLock<Vec<(f64, f64)>>,
    harmonic_sampled: OnceLock<Sampled>,
    betweenness_sampled: OnceLock<Sampled>,
    eigenvector: OnceLock<Vec<f64>>,
    hits: OnceLock<Hits>,
    closure: OnceLock<Closure>,
    roles: OnceLock<Vec<Roles>>,
}

impl<'a> Analysis<'a> {
    /// Prepares the measures of a network.
    pub fn new(network: &'a Network, settings: Settings) -> Self {
        Self {
            network,
            settings,
            overlaps: OnceLock::new(),
            by_distance: OnceLock::new(),
            harmonic_sampled: OnceLock::new(),
            betweenness_sampled: OnceLock::new(),
            eigenvector: OnceLock::new(),
            hits: OnceLock::new(),
            closure: OnceLock::new(),
            roles: OnceLock::new(),
        }
    }

    /// Returns a measure's value for each node, in the order of the nodes.
    ///
    /// Weights count for strength, eigenvector, Katz, HITS, PageRank, Burt's measures and
    /// communities. Paths are counted in ties. In a directed network, PageRank, Katz, HITS,
    /// brokerage and the two directed degrees follow the direction, all else takes a tie of either
    /// direction as one of both. What [`Analysis::check`] refuses should not be asked for: an
    /// attenuation that is too great is taken as none.
    pub fn values(&self, measure: Measure) -> Vec<f64> {
        // An empty sum is -0.
        let mut values: Vec<f64> = self.raw(measure).into_iter().map(|value| value + 0.0).collect();
        if self.settings.norm == Norm::Normalised {
            let nodes = real(self.network.nodes().len());
            let inverse = |most: f64| if most > 0.0 { 1.0 / most } else { 0.0 };
            let factor = match measure.scale() {
                Scale::None => return values,
                Scale::Degree => {
                    for (value, degree) in values.iter_mut().zip(self.raw(Measure::Degree)) {
                        *value *= inverse(degree);
                    }
                    return values;
                }
                Scale::Others => inverse(nodes - 1.0),
                Scale::Pairs => inverse((nodes - 1.0) * (nodes - 2.0) / 2.0),
                Scale::OrderedPairs => inverse((nodes - 1.0) * (nodes - 2.0)),
                Scale::Nodes => inverse(nodes),
                Scale::Mean => nodes,
                Scale::Groups => inverse(real(self.network.incidence().group_count())),
                Scale::Greatest => inverse(values.iter().copied().fold(0.0, f64::max)),
                Scale::Length => inverse(values.iter().map(|x| x * x).sum::<f64>().sqrt()),
                Scale::TwoModeBetweenness => {
                    let incidence = self.network.incidence();
                    inverse(greatest_betweenness(incidence.node_count(), incidence.group_count()))
                }
            };
            for value in &mut values {
                *value *= factor;
            }
        }
        values
    }

    /// Returns a measure's value for each node without any norm.
    pub(super) fn raw(&self, measure: Measure) -> Vec<f64> {
        let incidence = self.network.incidence();
        let (nodes, arcs) = (self.network.nodes().len(), self.network.arcs());
        let weight = measure.weight(self.settings.weight);
        match measure {
            Measure::InDegree if self.directed() => in_degrees(nodes, arcs),
            Measure::OutDegree if self.directed() => out_degrees(nodes, arcs),
            Measure::Degree | Measure::InDegree | Measure::OutDegree => {
                degrees(incidence, self.overlaps())
            }
            Measure::Strength | Measure::Newman | Measure::Fractional => {
                strengths(&self.ties(weight))
            }
            Measure::Groups => group_counts(incidence),
            Measure::Closeness => {
                self.by_distance().iter().map(|&(closeness, _)| closeness).collect()
            }
            Measure::Harmonic => self.by_distance().iter().map(|&(_, harmonic)| harmonic).collect(),
            Measure::Eccentricity => eccentricity(incidence),
            Measure::Betweenness => betweenness(incidence),
            Measure::Eigenvector => self.eigenvector().to_vec(),
            Measure::Katz => self.katz(),
            Measure::PageRank if self.directed() => pagerank_directed(nodes, arcs, weight),
            Measure::PageRank => pagerank(&self.ties(weight)),
            Measure::Hub => self.hits().hubs.clone(),
            Measure::Authority => self.hits().authorities.clone(),
            Measure::Component => numbers(&components(incidence)),
            Measure::ComponentSize => sizes(&components(incidence)),
            Measure::HarmonicSampled => self.harmonic_sampled().values.clone(),
            Measure::HarmonicError => self.harmonic_sampled().errors.clone(),
            Measure::BetweennessSampled => self.betweenness_sampled().values.clone(),
            Measure::BetweennessError => self.betweenness_sampled().errors.clone(),
            Measure::Community | Measure::CommunityStability | Measure::TwoModeCommunity => {
                self.community(measure)
            }
            Measure::Brokerage
            | Measure::Coordinator
            | Measure::Itinerant
            | Measure::Gatekeeper
            | Measure::Representative
            | Measure::Liaison => self.role(measure),
            Measure::Core
            | Measure::Clustering
            | Measure::Latapy
            | Measure::LatapyMin
            | Measure::LatapyMax
            | Measure::Opsahl
            | Measure::Constraint
            | Measure::EffectiveSize
            | Measure::Articulation
            | Measure::TwoModeCloseness
            | Measure::TwoModeBetweenness => self.local(measure),
        }
    }

    /// Returns the measures that look at a node's surroundings, and those of the two-mode network.
    fn local(&self, measure: Measure) -> Vec<f64> {
        let (incidence, overlaps) = (self.network.incidence(), self.overlaps());
        match measure {
            Measure::Core => core_numbers(incidence, overlaps),
            Measure::Clustering => self.closure().clustering(),
            Measure::Latapy => latapy(incidence, overlaps, Overlapping::Dot),
            Measure::LatapyMin => latapy(incidence, overlaps, Overlapping::Min),
            Measure::LatapyMax => latapy(incidence, overlaps, Overlapping::Max),
            Measure::Opsahl => {
                let paths = four_paths(incidence, overlaps);
                paths.into_iter().map(|paths| paths.share().unwrap_or(0.0)).collect()
            }
            Measure::Constraint => constraint(self.field(self.settings.weight)),
            Measure::EffectiveSize => effective_size(self.field(self.settings.weight)),
            Measure::Articulation => articulation(incidence),
            Measure::TwoModeCloseness => two_mode_closeness(incidence),
            _ => two_mode_betweenness(incidence),
        }
    }

    fn community(&self, measure: Measure) -> Vec<f64> {
        let (incidence, detection) = (self.network.incidence(), self.settings.detection);
        match measure {
            Measure::CommunityStability => self.stability().of_node,
            Measure::TwoModeCommunity => {
                numbers(&two_mode_communities(incidence, detection).of_node)
            }
            _ => numbers(&communities(incidence, self.settings.weight, detection).of_node),
        }
    }

    /// Returns how much communities hang on the seed.
    pub fn stability(&self) -> Stability {
        stability(self.network.incidence(), self.settings.weight, self.settings.detection)
    }

    fn harmonic_sampled(&self) -> &Sampled {
        let sampled = || harmonic_sampled(self.network.incidence(), self.settings.sampling);
        self.harmonic_sampled.get_or_init(sampled)
    }

    fn betweenness_sampled(&self) -> &Sampled {
        let sampled = || betweenness_sampled(self.network.incidence(), self.settings.sampling);
        self.betweenness_sampled.get_or_init(sampled)
    }

    fn role(&self, measure: Measure) -> Vec<f64> {
        let of: fn(&Roles) -> f64 = match measure {
            Measure::Coordinator => |roles| roles.coordinator,
            Measure::Itinerant => |roles| roles.itinerant,
            Measure::Gatekeeper => |roles| roles.gatekeeper,
            Measure::Representative => |roles| roles.representative,
            Measure::Liaison => |roles| roles.liaison,
            _ => |roles| roles.total(),
        };
        self.roles().iter().map(of).collect()
    }

    /// Returns the attenuation that Katz's measure is taken with; nothing where no tie bounds it.
    pub fn katz_alpha(&self) -> Option<f64> {
        let greatest = self.greatest();
        let asked = self.settings.alpha.filter(|_| self.check_alpha(&[Measure::Katz]).is_ok());
        asked.or_else(|| (greatest > 0.0).then(|| katz::SHARE / greatest))
    }

    /// Returns the settings with which another network is measured to be compared with this one:
    /// the attenuation of Katz's measure, where it is among these, is this network's.
    ///
    /// Without a tie there is none, and no walk counts.
    pub(super) fn comparable(&self, measures: &[Measure]) -> Settings {
        let alpha = if measures.contains(&Measure::Katz) {
            Some(self.katz_alpha().unwrap_or(0.0))
        } else {
            self.settings.alpha
        };
        Settings { alpha, ..self.settings }
    }

    /// Returns the values of each of these measures, where Katz's is among them and its walks add
    /// up to a number.
    pub(super) fn columns(&self, measures: &[Measure]) -> Result<Vec<Vec<f64>>, Diverging> {
        self.check_alpha(measures)?;
        Ok(measures.iter().map(|&measure| self.values(measure)).collect())
    }

    fn katz(&self) -> Vec<f64> {
        let alpha = self.katz_alpha().unwrap_or(0.0);
        if self.directed() {
            return self.katz_directed(alpha).unwrap_or_default();
        }
        katz(&self.ties(self.settings.weight), alpha)
    }

    pub(super) fn katz_directed(&self, alpha: f64) -> Option<Vec<f64>> {
        let (nodes, arcs) = (self.network.nodes().len(), self.network.arcs());
        katz_directed(nodes, arcs, self.settings.weight, alpha)
    }

    pub(super) fn directed(&self) -> bool {
        self.network.kind() == Kind::Directed
    }

    fn eigenvector(&self) -> &[f64] {
        self.eigenvector
            .get_or_init(|| eigenvector(self.network.incidence(), &self.ties(self.settings.weight)))
    }

    /// Returns the greatest eigenvalue of the projection, or singular value of a directed network.
    pub(super) fn greatest(&self) -> f64 {
        self.hits().greatest
    }

    fn hits(&self) -> &Hits {
        self.hits.get_or_init(|| {
            let weight = self.settings.weight;
            if self.directed() {
                return hits(self.network.nodes().len(), self.network.arcs(), weight);
            }
            let vector = self.eigenvector().to_vec();
            let greatest = rayleigh(&self.ties(weight), &vector);
            let hubs = summing_to_one(vector);
            Hits { authorities: hubs.clone(), hubs, greatest }
        })
    }

    /// Returns how many pairs of each node's neighbours there are, and how many are tied.
    pub(super) fn closure(&self) -> &Closure {
        self.closure.get_or_init(|| Closure::new(self.field(Weight::None)))
    }

    fn roles(&self) -> &[Roles] {
        self.roles.get_or_init(|| {
            if self.directed() {
                return roles_directed(self.network.arcs(), &self.classes());
            }
            roles(self.network.incidence(), self.overlaps(), &self.classes())
        })
    }

    /// Returns the class of each node.
    pub(super) fn classes(&self) -> Vec<Option<u32>> {
        let Settings { partition, weight, detection, .. } = self.settings;
        partition.classes(self.network, weight, detection)
    }

    /// Returns the network.
    pub(super) fn network(&self) -> &Network {
        self.network
    }

    /// Returns how measures are taken.
    pub(super) fn settings(&self) -> Settings {
        self.settings
    }

    /// Returns the pairs that share more than one group.
    pub(super) fn overlaps(&self) -> &Overlaps {
        self.overlaps.get_or_init(|| Overlaps::new(self.network.incidence()))
    }

    fn by_distance(&self) -> &[(f64, f64)] {
        self.by_distance.get_or_init(|| {
            let incidence = self.network.incidence();
            let nodes = incidence.node_count();
            by_level_sizes(incidence, |sizes| {
                (closeness::of_level_sizes(sizes, nodes), harmonic::of_level_sizes(sizes))
            })
        })
    }

    fn ties(&self, weight: Weight) -> Ties<'_> {
        Ties::new(self.network.incidence(), self.overlaps(), weight)
    }

    pub(super) fn field(&self, weight: Weight) -> Field<'_> {
        Field { incidence: self.network.incidence(), overlaps: self.overlaps(), weight }
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
                    let analysis =
                        Analysis::new(&network, Settings { weight, norm, ..Settings::default() });
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
