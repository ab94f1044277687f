//! [`EdgeNetwork`]: a network with its edges written down, ready for any format.

use crate::network::{
    Analysis, Attribute, Kind, Measure, Network, Passage, Projection, Selection, Settings, Tie,
    TooManyTies, Weight, projection,
};
use std::collections::BTreeSet;

/// What an [`EdgeNetwork`] shall hold.
#[derive(Clone, Debug, Default)]
pub struct EdgeNetworkOptions {
    /// Which ties.
    pub selection: Selection,
    /// Which measures each node carries.
    pub measures: Vec<Measure>,
    /// How the measures are taken.
    pub settings: Settings,
}

/// A node, ready for any format.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeView {
    /// Its identifier.
    pub id: String,
    /// What to print; no other node has it.
    pub name: String,
    /// Its values by attribute, as [`Attribute::ALL`] has them, the most frequent one first.
    pub attributes: [Vec<String>; 3],
    /// Its measures, as [`EdgeNetwork::measures`] has them.
    pub measures: Vec<f64>,
}

impl NodeView {
    /// Returns the values of an attribute, the one that most rows give first.
    pub fn values(&self, attribute: Attribute) -> &[String] {
        &self.attributes[attribute as usize]
    }
}

/// An edge, with all that it stands on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edge {
    /// The position of one end.
    pub source: usize,
    /// The position of the other end.
    pub target: usize,
    /// The weight.
    pub weight: f64,
    /// The labels of the shared events.
    pub events: Vec<String>,
    /// The dates that the passages carry.
    pub dates: Vec<String>,
    /// The documents that say so.
    pub documents: Vec<String>,
    /// The sentences, each with its document and line.
    pub sentences: Vec<String>,
    /// Its measures, as [`EdgeNetwork::edge_measures`] has them.
    pub values: Vec<f64>,
}

/// A network with its edges written down.
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeNetwork {
    /// What the network was read from.
    pub kind: Kind,
    /// What an edge weighs.
    pub weight: Weight,
    /// Edges of less weight were left out.
    pub min_weight: f64,
    /// The measures that each node carries.
    pub measures: Vec<Measure>,
    /// The names of the measures that each edge carries.
    pub edge_measures: Vec<String>,
    /// The nodes, in the order of their identifiers.
    pub nodes: Vec<NodeView>,
    /// The edges, in the order of their ends.
    pub edges: Vec<Edge>,
    /// The number of groups of the network.
    pub groups: usize,
    /// The number of groups with too many members to make edges.
    pub groups_left_out: usize,
    /// The largest group that makes edges, where larger ones were left out.
    pub max_group: Option<usize>,
}

impl EdgeNetwork {
    /// Writes the edges of a network down, with measures and evidence.
    pub fn new(network: &Network, options: &EdgeNetworkOptions) -> Result<Self, TooManyTies> {
        let Projection { ties, groups_left_out } = projection(network, &options.selection)?;
        let analysis = Analysis::new(network, options.settings);
        let columns: Vec<Vec<f64>> = options.measures.iter().map(|&m| analysis.values(m)).collect();
        let nodes = network.nodes().iter().zip(network.names()).enumerate();
        let nodes = nodes.map(|(at, (node, name))| NodeView {
            id: node.id.clone(),
            name,
            attributes: Attribute::ALL.map(|attribute| node.values(attribute).to_vec()),
            measures: columns.iter().map(|column| column[at]).collect(),
        });
        Ok(Self {
            kind: network.kind(),
            weight: options.selection.weight,
            min_weight: options.selection.min_weight,
            measures: options.measures.clone(),
            edge_measures: Vec::new(),
            nodes: nodes.collect(),
            edges: ties.iter().map(|tie| edge(network, tie)).collect(),
            groups: network.groups().len(),
            groups_left_out,
            max_group: options.selection.max_group,
        })
    }

    /// Says whether edges have a direction.
    pub fn is_directed(&self) -> bool {
        self.kind == Kind::Directed
    }

    /// Returns the position of a measure among those of each node.
    pub fn position(&self, measure: Measure) -> Option<usize> {
        self.measures.iter().position(|&other| other == measure)
    }
}

fn edge(network: &Network, tie: &Tie) -> Edge {
    let passages: BTreeSet<&Passage> = (tie.groups.iter())
        .flat_map(|&group| {
            // A passage of an undirected tie stands at either end; of an arc, at its source.
            let ends =
                if network.kind() == Kind::Directed { vec![tie.a] } else { vec![tie.a, tie.b] };
            ends.into_iter().flat_map(move |node| network.passages(node, group))
        })
        .collect();
    let distinct = |of: fn(&Passage) -> Option<&String>| {
        let values: BTreeSet<&String> = passages.iter().filter_map(|passage| of(passage)).collect();
        values.into_iter().cloned().collect::<Vec<_>>()
    };
    let groups = tie.groups.iter().filter_map(|&group| network.groups().get(group as usize));
    Edge {
        source: tie.a as usize,
        target: tie.b as usize,
        weight: tie.weight,
        events: groups.map(|group| group.label.clone()).collect(),
        dates: distinct(|passage| passage.date.as_ref()),
        documents: distinct(|passage| passage.source.as_ref()),
        sentences: sentences(&passages),
        values: Vec::new(),
    }
}

fn sentences(passages: &BTreeSet<&Passage>) -> Vec<String> {
    let sentence = |passage: &&Passage| {
        let quote = passage.quote.as_ref()?;
        Some(match (&passage.source, passage.line) {
            (Some(source), Some(line)) => format!("{quote} ({source}:{line})"),
            (Some(source), None) => format!("{quote} ({source})"),
            (None, Some(line)) => format!("{quote} ({line})"),
            (None, None) => quote.clone(),
        })
    };
    let mut sentences: Vec<String> = passages.iter().filter_map(sentence).collect();
    sentences.dedup();
    sentences
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::network::AffiliationRow;

    /// Two seminars, one person at both, names that are hard on file formats.
    pub(crate) fn small() -> EdgeNetwork {
        let row = |node: &str, group: &str, country: &str, line: u32| AffiliationRow {
            node: node.to_owned(),
            group: group.to_owned(),
            country: Some(country.to_owned()),
            institution: Some(format!("{country}大学")),
            class: Some("Person".to_owned()),
            passage: Passage {
                source: Some("seminars".to_owned()),
                line: Some(line),
                date: Some("2022-06".to_owned()),
                quote: Some(format!("{node} <参加> {group}。")),
            },
            ..Default::default()
        };
        let network = Network::from_affiliations(vec![
            row("黄志雄", "武汉研讨会", "中国", 3),
            row("O\"Neil\t\\N & <Co>", "武汉研讨会", "英国", 4),
            row("😀𠮷", "复旦论坛", "日本", 7),
            row("黄志雄", "复旦论坛", "中国", 8),
            row("Loner", "", "", 0),
        ]);
        let measures = vec![Measure::Degree, Measure::Betweenness, Measure::Community];
        let options = EdgeNetworkOptions { measures, ..Default::default() };
        EdgeNetwork::new(&network, &options).unwrap()
    }

    #[test]
    fn an_edge_carries_events_documents_and_sentences() {
        let network = small();
        assert_eq!((network.nodes.len(), network.edges.len()), (4, 2));
        let edge = &network.edges[0];
        assert_eq!(edge.events, ["武汉研讨会"]);
        assert_eq!(edge.documents, ["seminars"]);
        assert_eq!(
            edge.sentences,
            [
                "黄志雄 <参加> 武汉研讨会。 (seminars:3)",
                "O\"Neil\t\\N & <Co> <参加> 武汉研讨会。 (seminars:4)"
            ]
        );
    }
}
