//! [`Figures`]: the counts of a network that a paper must give.

use std::collections::BTreeSet;

use crate::network::{Confidence, Kind, Network, Overlaps, degrees};

/// The counts of a network.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Nodes.
    pub nodes: usize,
    /// Nodes without any tie.
    pub isolated: usize,
    /// Groups; an edge list has none.
    pub groups: usize,
    /// Participations; an edge list has none.
    pub participations: usize,
    /// Ties of the projection, or of the edge list.
    pub ties: usize,
    /// Documents that the passages stand in.
    pub documents: usize,
    /// Passages that give a confidence.
    pub rated: usize,
    /// The mean of the confidences.
    pub confidence: Option<f64>,
}

impl Figures {
    /// Counts a network. O(m + p) time, as the degree takes.
    pub fn of(network: &Network) -> Self {
        let incidence = network.incidence();
        let two_mode = network.kind() == Kind::Affiliation;
        let degrees = degrees(incidence, &Overlaps::new(incidence));
        let pairs = incidence
            .all_groups()
            .flat_map(|group| incidence.members(group).iter().map(move |&node| (node, group)));
        let passages: Vec<_> =
            pairs.flat_map(|(node, group)| network.passages(node, group)).collect();
        let documents: BTreeSet<&str> =
            passages.iter().filter_map(|passage| passage.source.as_deref()).collect();
        let confidences: Vec<f64> = passages
            .iter()
            .filter_map(|passage| passage.confidence)
            .map(Confidence::value)
            .collect();
        let mean = |sum: f64| sum / crate::network::real(confidences.len());
        Self {
            nodes: network.nodes().len(),
            isolated: degrees.iter().filter(|&&degree| degree < 0.5).count(),
            groups: network.groups().len(),
            participations: if two_mode { incidence.len() } else { 0 },
            ties: if two_mode { half(degrees.iter().sum()) } else { network.arcs().len() },
            documents: documents.len(),
            rated: confidences.len(),
            confidence: (!confidences.is_empty()).then(|| mean(confidences.iter().sum())),
        }
    }
}

/// Returns half of an even count.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a sum of degrees is a whole number that is not negative"
)]
fn half(sum: f64) -> usize {
    (sum / 2.0).round() as usize
}
