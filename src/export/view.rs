//! [`EdgeNetwork`]: a network with its edges written down, ready for any format.

use super::{
    backbone::Backbone,
    wording::{Limits, Terms},
};
use crate::network::{
    Analysis, Attribute, Infeasible, Kind, Measure, Network, NoChance, Passage, Projection,
    Selection, Settings, Tie, TooManyTies, Weight, projection,
};
use std::collections::{BTreeSet, HashSet};

/// What an [`EdgeNetwork`] shall hold.
#[derive(Clone, Debug, Default)]
pub struct EdgeNetworkOptions {
    /// Which ties.
    pub selection: Selection,
    /// Which measures each node carries.
    pub measures: Vec<Measure>,
    /// How the measures are taken.
    pub settings: Settings,
    /// What the network and its parts are called.
    pub terms: Terms,
    /// The time that the network is limited to.
    pub limits: Limits,
}

impl EdgeNetworkOptions {
    /// Says whether the measures can be taken.
    pub(super) fn check(&self, network: &Network) -> Result<(), Infeasible> {
        Analysis::new(network, self.settings).check(&self.measures)
    }
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
    /// Its measures, as [`EdgeNetwork::measures`] has them; those of a group are no numbers.
    pub measures: Vec<f64>,
    /// The dates of what it took part in.
    pub dates: Vec<String>,
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
    /// What the network and its parts are called.
    pub terms: Terms,
    /// Of a two-mode network the number of its members, which come first; then come the groups.
    /// Of any other, none.
    pub first_mode: Option<usize>,
    /// What an edge weighs.
    pub weight: Weight,
    /// Edges of less weight were left out.
    pub min_weight: f64,
    /// The time that the network is limited to.
    pub limits: Limits,
    /// The measures that each node carries.
    pub measures: Vec<Measure>,
    /// How each of them was taken, in Chinese and in English.
    pub taken: Vec<(String, String)>,
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
    /// What the edges are the backbone by, where all others were left out.
    pub backbone: Option<Backbone>,
}

/// A network cannot be written down as was asked for.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NoEdgeNetwork {
    /// There are more edges than are of use.
    #[error(transparent)]
    Ties(#[from] TooManyTies),
    /// It cannot be compared with chance.
    #[error(transparent)]
    Chance(#[from] NoChance),
    /// A measure of its nodes cannot be taken.
    #[error(transparent)]
    Measure(#[from] Infeasible),
    /// A network of ties alone has no groups to write down.
    #[error("this network has one mode: its ties are not made by groups")]
    OneMode,
}

impl EdgeNetwork {
    /// Writes the edges of a network down, with measures and evidence.
    pub fn new(network: &Network, options: &EdgeNetworkOptions) -> Result<Self, NoEdgeNetwork> {
        options.check(network)?;
        Ok(Self::of_ties(network, options, projection(network, &options.selection)?))
    }

    /// Takes these ties of a network, with measures and evidence.
    pub(super) fn of_ties(
        network: &Network,
        options: &EdgeNetworkOptions,
        Projection { ties, groups_left_out }: Projection,
    ) -> Self {
        Self {
            weight: options.selection.weight,
            min_weight: options.selection.min_weight,
            edges: ties.iter().map(|tie| edge(network, tie)).collect(),
            groups_left_out,
            max_group: options.selection.max_group,
            ..Self::of_nodes(network, options)
        }
    }

    /// Takes the two-mode network itself: members, then groups, and an edge for each
    /// participation. Nothing is said of weights and group sizes: all edges are there.
    pub fn two_mode(
        network: &Network,
        options: &EdgeNetworkOptions,
    ) -> Result<Self, NoEdgeNetwork> {
        if network.kind() != Kind::Affiliation {
            return Err(NoEdgeNetwork::OneMode);
        }
        options.check(network)?;
        let mut view = Self::of_nodes(network, options);
        let members = view.nodes.len();
        let groups = network.groups().iter().zip(network.group_names());
        view.nodes.extend(groups.map(|(group, name)| NodeView {
            id: group.id.clone(),
            name,
            attributes: [group.classes.clone(), Vec::new(), Vec::new()],
            measures: vec![f64::NAN; options.measures.len()],
            dates: Vec::new(),
        }));
        view.tell_apart(members);
        let incidence = network.incidence();
        for node in incidence.nodes() {
            for &group in incidence.groups(node) {
                let passages: BTreeSet<&Passage> = network.passages(node, group).collect();
                let target = members + group as usize;
                view.nodes[target].dates.extend(dates(&passages));
                let events = vec![network.groups()[group as usize].label.clone()];
                view.edges.push(Edge { target, ..edge_of(node, 1.0, events, &passages) });
            }
        }
        for group in &mut view.nodes[members..] {
            group.dates.sort_unstable();
            group.dates.dedup();
        }
        Ok(Self { first_mode: Some(members), weight: Weight::None, ..view })
    }

    /// Takes the nodes, without edges.
    fn of_nodes(network: &Network, options: &EdgeNetworkOptions) -> Self {
        let analysis = Analysis::new(network, options.settings);
        let columns: Vec<Vec<f64>> = options.measures.iter().map(|&m| analysis.values(m)).collect();
        let nodes = network.nodes().iter().zip(network.names()).zip(network.incidence().nodes());
        let nodes = nodes.map(|((node, name), at)| {
            let groups = network.incidence().groups(at).iter();
            let passages = groups.flat_map(|&group| network.passages(at, group)).collect();
            NodeView {
                id: node.id.clone(),
                name,
                attributes: Attribute::ALL.map(|attribute| node.values(attribute).to_vec()),
                measures: columns.iter().map(|column| column[at as usize]).collect(),
                dates: dates(&passages),
            }
        });
        Self {
            kind: network.kind(),
            terms: options.terms.clone(),
            first_mode: None,
            weight: Weight::None,
            min_weight: 0.0,
            limits: options.limits,
            measures: options.measures.clone(),
            taken: options.measures.iter().map(|&measure| analysis.taken(measure)).collect(),
            edge_measures: Vec::new(),
            nodes: nodes.collect(),
            edges: Vec::new(),
            groups: network.groups().len(),
            groups_left_out: 0,
            max_group: None,
            backbone: None,
        }
    }

    /// Gives the groups identifiers and names that no member has: 大会 may be both.
    fn tell_apart(&mut self, members: usize) {
        let ids = distinct(self.nodes.iter().map(|node| node.id.clone()));
        let names = distinct(self.nodes.iter().map(|node| node.name.clone()));
        for ((node, id), name) in self.nodes.iter_mut().zip(ids).zip(names).skip(members) {
            (node.id, node.name) = (id, name);
        }
    }

    /// Says whether a node is a group of a two-mode network.
    pub(crate) fn is_group(&self, position: usize) -> bool {
        self.first_mode.is_some_and(|members| position >= members)
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
    let groups = tie.groups.iter().filter_map(|&group| network.groups().get(group as usize));
    let events = groups.map(|group| group.label.clone()).collect();
    Edge { target: tie.b as usize, ..edge_of(tie.a, tie.weight, events, &passages) }
}

/// Makes an edge, all but its target.
fn edge_of(source: u32, weight: f64, events: Vec<String>, passages: &BTreeSet<&Passage>) -> Edge {
    Edge {
        source: source as usize,
        target: 0,
        weight,
        events,
        dates: dates(passages),
        documents: values(passages, |passage| passage.source.as_ref()),
        sentences: sentences(passages),
        values: Vec::new(),
    }
}

fn dates(passages: &BTreeSet<&Passage>) -> Vec<String> {
    values(passages, |passage| passage.date.as_ref())
}

/// Returns what passages say, each value once, in order.
fn values(passages: &BTreeSet<&Passage>, of: fn(&Passage) -> Option<&String>) -> Vec<String> {
    let values: BTreeSet<&String> = passages.iter().filter_map(|passage| of(passage)).collect();
    values.into_iter().cloned().collect()
}

/// Tells equal texts apart by numbers: `a`, `a (2)`.
pub(crate) fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: HashSet<String> = HashSet::new();
    let mut distinct = Vec::new();
    for text in texts {
        let mut own = text.clone();
        let mut number = 2;
        while !seen.insert(own.clone()) {
            own = format!("{text} ({number})");
            number += 1;
        }
        distinct.push(own);
    }
    distinct
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
    use crate::network::{AffiliationRow, Correction, Null, Significance};

    /// Two seminars, one person at both, names that are hard on file formats.
    fn hard() -> (Network, EdgeNetworkOptions) {
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
                confidence: None,
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
        (network, EdgeNetworkOptions { measures, ..Default::default() })
    }

    /// The projection of the two seminars.
    pub(crate) fn small() -> EdgeNetwork {
        let (network, options) = hard();
        EdgeNetwork::new(&network, &options).unwrap()
    }

    /// The two seminars themselves.
    pub(crate) fn small_two_mode() -> EdgeNetwork {
        let (network, options) = hard();
        EdgeNetwork::two_mode(&network, &options).unwrap()
    }

    /// A network without nodes.
    pub(crate) fn nothing() -> EdgeNetwork {
        let network = Network::from_affiliations(Vec::new());
        EdgeNetwork::new(&network, &hard().1).unwrap()
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

    #[test]
    fn the_two_mode_network_has_an_edge_for_each_participation() {
        let network = small_two_mode();
        assert_eq!((network.first_mode, network.nodes.len()), (Some(4), 6));
        let ends: Vec<_> = network.edges.iter().map(|edge| (edge.source, edge.target)).collect();
        assert_eq!(ends, [(1, 5), (2, 4), (2, 5), (3, 4)]);
        assert_eq!(network.edges[0].sentences.len(), 1);
        assert_eq!(network.nodes[4].dates, ["2022-06"]);
    }

    #[test]
    fn a_group_that_bears_a_members_name_gets_another() {
        let row = |node: &str, group: &str| AffiliationRow {
            node: node.to_owned(),
            group: group.to_owned(),
            ..Default::default()
        };
        let rows = vec![row("大会", "大会"), row("大会 (2)", "大会"), row("大会", "大会")];
        let network = Network::from_affiliations(rows);
        let view = EdgeNetwork::two_mode(&network, &EdgeNetworkOptions::default()).unwrap();
        let ids: Vec<&str> = view.nodes.iter().map(|node| node.id.as_str()).collect();
        assert_eq!(ids, ["大会", "大会 (2)", "大会 (3)"]);
        assert_eq!((view.edges[0].source, view.edges[0].target), (0, 2));
        assert_eq!(view.edges.len(), 2);
    }

    #[test]
    fn measures_that_cannot_be_taken_are_refused_before_anything_is_written() {
        let (network, options) = hard();
        let settings = Settings { alpha: Some(9.0), ..Settings::default() };
        let measures = vec![Measure::Katz];
        let options = EdgeNetworkOptions { measures, settings, ..options };
        let (null, correction) = (Null::Stochastic, Correction::None);
        let significance = Significance { null, samples: 9, seed: 1, correction };
        let backbone = Backbone { significance, alpha: 0.05 };
        for refused in [
            EdgeNetwork::new(&network, &options),
            EdgeNetwork::two_mode(&network, &options),
            EdgeNetwork::of_backbone(&network, &options, backbone),
        ] {
            assert!(matches!(refused, Err(NoEdgeNetwork::Measure(Infeasible::Alpha { .. }))));
        }
    }

    #[test]
    fn the_weight_asked_for_reaches_the_measures() {
        let (network, options) = hard();
        let values = |weight| {
            let settings = Settings { weight, ..Settings::default() };
            let measures = vec![Measure::Strength];
            let options = EdgeNetworkOptions { measures, settings, ..options.clone() };
            let view = EdgeNetwork::new(&network, &options).unwrap();
            assert!(view.taken[0].1.starts_with("on the projection with"), "{:?}", view.taken);
            view.nodes.iter().map(|node| node.measures[0]).sum::<f64>()
        };
        // Two pairs: each adds 1 to either end by Newman, one half by fractional counting.
        assert!((values(Weight::Newman) - 4.0).abs() < 1e-9);
        assert!((values(Weight::Fractional) - 2.0).abs() < 1e-9);
    }

    #[test]
    fn ties_without_groups_have_no_second_mode() {
        let network = Network::from_edges(Vec::new(), crate::network::Direction::Directed);
        let view = EdgeNetwork::two_mode(&network, &EdgeNetworkOptions::default());
        assert_eq!(view.unwrap_err(), NoEdgeNetwork::OneMode);
    }
}
