//! Networks: who took part in what, and who is tied to whom; measured on the incidences.
//!
//! A [`Network`] is read from plain rows. Its heart is two-mode: an [`Incidence`] of nodes and
//! groups, which no measure ever expands into the k(k−1)/2 ties of a meeting of k persons; only
//! [`projection()`] writes ties down, for an export that asks for edges. An [`Analysis`] computes a
//! [`Measure`] for every node. Nothing here knows files other than the user's own tables, nor the
//! graph, nor a terminal.
//!
//! All measures but the directed ones are taken on the *projection*: a simple undirected network
//! in which two nodes are tied when they share a group, weighted where [`Weight`] says so. Sums
//! run in a fixed order: the number of threads changes no bit.

mod analysis;
mod build;
mod classes;
mod entry;
mod feasible;
mod filter;
mod incidence;
mod interval;
mod measure;
mod mixing;
mod overlap;
mod partition;
mod period;
mod projection;
mod random;
mod ranking;
mod rows;
#[cfg(test)]
mod sample;
mod significance;
mod survey;
mod table;
mod tie_ranking;
mod ties;
mod transpose;
mod whole;

pub use analysis::{Analysis, Settings};
pub use build::Direction;
pub use entry::{Attribute, Group, Node, distinct_names};
pub use feasible::{Diverging, Infeasible};
pub use filter::Participation;
pub use incidence::Incidence;
pub use interval::{Doubt, Intervals, NoInterval, Resampling, intervals};
pub use measure::{
    Choice, Measure, Norm, UnknownMeasure,
    about::{About, TakenOn},
    articulation::articulation,
    betweenness::betweenness,
    brokerage::Roles,
    closeness::closeness,
    clustering::Closure,
    community::{
        Communities, Detection, Quality, UnknownQuality, communities, two_mode_communities,
    },
    component::components,
    degree::{degrees, group_counts, in_degrees, out_degrees},
    eccentricity::eccentricity,
    edge_betweenness::edge_betweenness,
    eigenvector::eigenvector,
    harmonic::harmonic,
    hits::{Hits, hits},
    k_core::core_numbers,
    katz::{katz, katz_directed},
    latapy::{Overlapping, latapy, robins_alexander},
    opsahl::{FourPaths, four_paths},
    pagerank::{pagerank, pagerank_directed},
    sampled::{DOUBT, Sampled, Sampling, betweenness_sampled, error_bound, harmonic_sampled},
    stability::{Stability, stability},
    strength::strengths,
    taken::Known,
    two_mode::{greatest_betweenness, two_mode_betweenness, two_mode_closeness},
};
pub use mixing::Mixing;
pub use overlap::{Overlap, Overlaps};
pub use partition::{Partition, UnknownPartition};
pub use period::{Dated, NoDates, Period, Slice, Slicing};
pub use projection::{Projection, Selection, Tie, TooManyTies, projection};
pub use ranking::{Column, Ranking, rank};
pub use rows::{AffiliationRow, Confidence, EdgeRow, Passage};
pub use significance::{
    Correction, LEAST_TRADES, NoChance, NodeTest, Null, Significance, TRADES_PER_LIST, TieTest,
    TieTests, adjust, measure_tests,
};
pub use survey::{Survey, SurveyError, Surveyed};
pub use table::{NetworkError, Remark};
pub use tie_ranking::{TieMeasure, TieRanking, TieRow, UnknownTieMeasure};
pub use ties::{Ties, UnknownWeight, Weight};
pub use whole::Figure;

#[cfg(test)]
pub(crate) use incidence::index;
pub(crate) use incidence::real;
pub(crate) use measure::taken::counted;

/// What a network was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Participations: two modes.
    Affiliation,
    /// Ties that go both ways.
    Undirected,
    /// Ties from a source to a target.
    Directed,
}

impl Kind {
    /// Returns what a row of such a network is, in Chinese with its measure word, and in English.
    pub(crate) fn row(self) -> (&'static str, &'static str) {
        match self {
            Self::Affiliation => ("项参与关系", "participation"),
            Self::Undirected | Self::Directed => ("条边", "tie"),
        }
    }
}

/// A tie of an edge list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Arc {
    /// Where it begins; of an undirected tie, the smaller index.
    pub source: u32,
    /// Where it ends.
    pub target: u32,
    /// Its weight.
    pub weight: f64,
}

impl Arc {
    fn pair(self) -> (u32, u32) {
        (self.source.min(self.target), self.source.max(self.target))
    }
}

/// A network: nodes in the order of their identifiers, and what ties them.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    kind: Kind,
    nodes: Vec<Node>,
    groups: Vec<Group>,
    incidence: Incidence,
    arcs: Vec<Arc>,
    passages: Vec<((u32, u32), Passage)>,
}

impl Network {
    /// Returns what the network was read from.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Returns the nodes, in the order of their identifiers.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Returns the groups, in the order of their identifiers; an edge list has none.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Returns who is in which group. In an edge list each tied pair is a group of two.
    pub fn incidence(&self) -> &Incidence {
        &self.incidence
    }

    /// Returns the ties of an edge list, in order; a two-mode network has none.
    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    /// Returns the passages that a node's participation in a group stands on.
    pub fn passages(&self, node: u32, group: u32) -> impl Iterator<Item = &Passage> {
        let first = self.passages.partition_point(|(place, _)| *place < (group, node));
        let rest = self.passages[first..].iter();
        rest.take_while(move |(place, _)| *place == (group, node)).map(|(_, passage)| passage)
    }

    /// Returns a name for each node that no other has: its label; where two nodes share a label,
    /// with what tells them apart, as [`distinct_names`] has it.
    pub fn names(&self) -> Vec<String> {
        distinct_names(self.nodes.iter().map(|node| (node.id.as_str(), node.label.as_str())))
    }

    /// Returns a name for each group that no other has.
    pub fn group_names(&self) -> Vec<String> {
        distinct_names(self.groups.iter().map(|group| (group.id.as_str(), group.label.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn namesakes_are_told_apart_by_their_identifiers() {
        let row = |id: &str| AffiliationRow {
            node: format!("https://w3id.org/gongshi/id/{id}"),
            node_label: Some(id.split(['/', '~']).nth(1).unwrap().to_owned()),
            ..Default::default()
        };
        let ids = ["person/王炳", "person/王炳~东南大学", "person/李艳", "official/李艳"];
        let network = Network::from_affiliations(ids.map(row).to_vec());
        assert_eq!(
            network.names(),
            [
                "李艳 (https://w3id.org/gongshi/id/official/李艳)",
                "李艳 (https://w3id.org/gongshi/id/person/李艳)",
                "王炳",
                "王炳（东南大学）",
            ]
        );
    }
}
