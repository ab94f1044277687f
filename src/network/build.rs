//! From plain rows to a [`Network`]: the same network whatever the order of the rows.

use super::{
    Arc, Kind, Network,
    entry::{Attribute, Votes},
    incidence::{Incidence, index},
    rows::{AffiliationRow, EdgeRow, Passage},
};
use std::collections::{BTreeMap, HashMap};

/// Which way the ties of an edge list go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Both ways: `a,b` and `b,a` are one tie.
    Undirected,
    /// From source to target.
    Directed,
}

/// A two-mode network in the making, row by row: no row is kept.
#[derive(Debug, Default)]
pub(super) struct Affiliations {
    nodes: Register,
    groups: Register,
    pairs: Vec<(u32, u32)>,
    passages: Vec<((u32, u32), Passage)>,
}

impl Affiliations {
    /// Takes a row.
    pub(super) fn add(&mut self, row: AffiliationRow) {
        let node = (!row.node.is_empty()).then(|| self.nodes.find(row.node));
        let group = (!row.group.is_empty()).then(|| self.groups.find(row.group));
        if let Some(node) = node {
            let votes = &mut self.nodes.votes[node as usize];
            votes.label(row.node_label);
            votes.value(Attribute::Class, row.class);
            votes.value(Attribute::Country, row.country);
            votes.value(Attribute::Institution, row.institution);
        }
        if let Some(group) = group {
            let votes = &mut self.groups.votes[group as usize];
            votes.label(row.group_label);
            votes.value(Attribute::Class, row.group_class);
        }
        if let (Some(group), Some(node)) = (group, node) {
            self.pairs.push((group, node));
            if !row.passage.is_empty() {
                self.passages.push(((group, node), row.passage));
            }
        }
    }

    /// Makes the network.
    pub(super) fn network(mut self) -> Network {
        let (nodes, node_at) = self.nodes.in_order();
        let (groups, group_at) = self.groups.in_order();
        let place = |pair: &mut (u32, u32)| {
            *pair = (group_at[pair.0 as usize], node_at[pair.1 as usize]);
        };
        self.pairs.iter_mut().for_each(place);
        self.passages.iter_mut().map(|(pair, _)| pair).for_each(place);
        Network {
            kind: Kind::Affiliation,
            incidence: Incidence::new(nodes.len(), vec![1.0; groups.len()], self.pairs),
            nodes: nodes.into_iter().map(|(id, votes)| votes.node(id)).collect(),
            groups: groups.into_iter().map(|(id, votes)| votes.group(id)).collect(),
            arcs: Vec::new(),
            passages: in_order(self.passages),
        }
    }
}

/// Things by identifier, in the order in which they were first met, with what was said of them.
#[derive(Debug, Default)]
struct Register {
    found: HashMap<String, u32>,
    votes: Vec<Votes>,
}

impl Register {
    fn find(&mut self, id: String) -> u32 {
        *self.found.entry(id).or_insert_with(|| {
            self.votes.push(Votes::default());
            index(self.votes.len() - 1)
        })
    }

    /// Returns the things in the order of their identifiers, and where each now stands.
    fn in_order(self) -> (Vec<(String, Votes)>, Vec<u32>) {
        let mut found: Vec<(String, u32)> = self.found.into_iter().collect();
        found.sort_unstable();
        let mut place = vec![0; found.len()];
        for (position, &(_, first)) in (0..).zip(&found) {
            place[first as usize] = position;
        }
        let mut votes = self.votes;
        let take = |(id, first): (String, u32)| (id, std::mem::take(&mut votes[first as usize]));
        (found.into_iter().map(take).collect(), place)
    }
}

impl Network {
    /// Builds a two-mode network from its rows.
    ///
    /// Equal participations are one, with all their passages. A node may bear the name of its own
    /// group: the two modes have names of their own.
    pub fn from_affiliations(rows: Vec<AffiliationRow>) -> Self {
        let mut affiliations = Affiliations::default();
        for row in rows {
            affiliations.add(row);
        }
        affiliations.network()
    }

    /// Builds a one-mode network from its rows.
    ///
    /// Equal ties are one, their weights added up. A tie of a node with itself keeps the node and
    /// is no tie. Undirected, each tie is a group of two.
    pub fn from_edges(rows: Vec<EdgeRow>, direction: Direction) -> Self {
        let mut nodes: BTreeMap<String, Votes> = BTreeMap::new();
        for row in &rows {
            for (id, label, values) in row.ends().into_iter().filter(|(id, ..)| !id.is_empty()) {
                let votes = nodes.entry(id.clone()).or_default();
                votes.label(label.clone());
                for (attribute, value) in Attribute::ALL.into_iter().zip(values) {
                    votes.value(attribute, value.clone());
                }
            }
        }
        let node_at = positions(&nodes);
        let mut arcs: BTreeMap<(u32, u32), Vec<f64>> = BTreeMap::new();
        let mut places = Vec::new();
        for row in rows {
            let ends = (node_at.get(&row.source), node_at.get(&row.target));
            let (Some(&source), Some(&target)) = ends else {
                continue;
            };
            if source == target {
                continue;
            }
            let arc = match direction {
                Direction::Directed => (source, target),
                Direction::Undirected => (source.min(target), source.max(target)),
            };
            arcs.entry(arc).or_default().push(row.weight.unwrap_or(1.0));
            if !row.passage.is_empty() {
                places.push((arc, row.passage));
            }
        }
        let arcs = arcs.into_iter().map(|((source, target), weights)| Arc {
            source,
            target,
            weight: sum_in_order(weights),
        });
        Self::from_arcs(nodes, arcs.collect(), places, direction)
    }

    fn from_arcs(
        nodes: BTreeMap<String, Votes>,
        arcs: Vec<Arc>,
        places: Vec<((u32, u32), Passage)>,
        direction: Direction,
    ) -> Self {
        let mut weights: BTreeMap<(u32, u32), f64> = BTreeMap::new();
        for arc in &arcs {
            *weights.entry(arc.pair()).or_default() += arc.weight;
        }
        let group_at: HashMap<(u32, u32), u32> =
            weights.keys().enumerate().map(|(i, &pair)| (pair, index(i))).collect();
        let members = group_at.iter().flat_map(|(&(a, b), &group)| [(group, a), (group, b)]);
        let incidence =
            Incidence::new(nodes.len(), weights.values().copied().collect(), members.collect());
        let passages = places.into_iter().map(|((source, target), passage)| {
            let group = group_at[&(source.min(target), source.max(target))];
            ((group, source), passage)
        });
        Self {
            kind: match direction {
                Direction::Undirected => Kind::Undirected,
                Direction::Directed => Kind::Directed,
            },
            passages: in_order(passages.collect()),
            nodes: nodes.into_iter().map(|(id, votes)| votes.node(id)).collect(),
            groups: Vec::new(),
            incidence,
            arcs,
        }
    }
}

/// An end of a tie: its identifier, its label, its values as [`Attribute::ALL`] has them.
type End<'a> = (&'a String, &'a Option<String>, [&'a Option<String>; 3]);

impl EdgeRow {
    fn ends(&self) -> [End<'_>; 2] {
        [
            (
                &self.source,
                &self.source_label,
                [&self.source_class, &self.source_country, &self.source_institution],
            ),
            (
                &self.target,
                &self.target_label,
                [&self.target_class, &self.target_country, &self.target_institution],
            ),
        ]
    }
}

fn positions(names: &BTreeMap<String, Votes>) -> HashMap<String, u32> {
    names.keys().enumerate().map(|(i, name)| (name.clone(), index(i))).collect()
}

fn in_order(mut passages: Vec<((u32, u32), Passage)>) -> Vec<((u32, u32), Passage)> {
    passages.sort_unstable();
    passages.dedup();
    passages
}

/// Adds numbers up in ascending order, so that the order of the rows changes no bit.
fn sum_in_order(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.into_iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(node: &str, group: &str) -> AffiliationRow {
        AffiliationRow { node: node.to_owned(), group: group.to_owned(), ..Default::default() }
    }

    fn edge(source: &str, target: &str, weight: f64) -> EdgeRow {
        EdgeRow {
            source: source.to_owned(),
            target: target.to_owned(),
            weight: Some(weight),
            ..Default::default()
        }
    }

    #[test]
    fn the_order_of_rows_and_their_repetition_change_nothing() {
        let rows = vec![row("乙", "会"), row("甲", "会"), row("甲", "坛"), row("甲", "会")];
        let mut other = rows.clone();
        other.reverse();
        let network = Network::from_affiliations(rows);
        assert_eq!(network, Network::from_affiliations(other));
        let ids: Vec<&str> = network.nodes().iter().map(|node| node.id.as_str()).collect();
        assert_eq!(ids, ["乙", "甲"]);
        assert_eq!(network.incidence().len(), 3);
    }

    #[test]
    fn lone_nodes_empty_groups_and_namesakes_of_their_group_are_kept() {
        let network = Network::from_affiliations(vec![
            row("甲", ""),
            row("", "空会"),
            row("大会", "大会"),
            row("乙", "大会"),
        ]);
        assert_eq!((network.nodes().len(), network.groups().len()), (3, 2));
        assert_eq!(network.incidence().len(), 2);
    }

    #[test]
    fn undirected_ties_add_up_both_ways_and_loops_are_no_ties() {
        let rows = vec![edge("a", "b", 2.0), edge("b", "a", 3.0), edge("c", "c", 1.0)];
        let network = Network::from_edges(rows.clone(), Direction::Undirected);
        assert_eq!(network.nodes().len(), 3);
        assert_eq!(network.arcs(), [Arc { source: 0, target: 1, weight: 5.0 }]);
        let directed = Network::from_edges(rows, Direction::Directed);
        assert_eq!(directed.arcs().len(), 2);
        assert_eq!(directed.incidence().group_count(), 1);
        assert!((directed.incidence().weight(0) - 5.0).abs() < 1e-12);
    }
}
