//! Networks cut down: participations taken out by what they stand on.
//!
//! Time slices, the leaving out of a document and the dropping of doubtful facts are all one thing:
//! a question asked of each passage.

use super::{Arc, Group, Kind, Network, Passage, incidence::Incidence};

/// What is asked about: a participation, and one of the passages that it stands on.
///
/// In an edge list the participation is a tie, seen from the node where it begins.
#[derive(Clone, Copy, Debug)]
pub struct Participation<'a> {
    /// The node.
    pub node: u32,
    /// The group.
    pub group: u32,
    /// The passage; none where the participation stands on none.
    pub passage: Option<&'a Passage>,
}

/// The passages of one network, by place.
type Passages = Vec<((u32, u32), Passage)>;

impl Network {
    /// Keeps the passages of which the answer is yes, and the participations that still have one.
    ///
    /// A participation without passages is asked about once. All nodes and groups stay, with
    /// their indices: one that lost all its participations is isolated. A tie of an edge list
    /// stays whole or goes whole: rows that were added up cannot be taken apart.
    #[must_use]
    pub fn filtered(&self, mut keep: impl FnMut(Participation<'_>) -> bool) -> Self {
        let mut passages = Passages::new();
        let mut stays = |node: u32, group: u32| {
            let before = passages.len();
            let mut any = false;
            for passage in self.passages(node, group) {
                any = true;
                if keep(Participation { node, group, passage: Some(passage) }) {
                    passages.push(((group, node), passage.clone()));
                }
            }
            passages.len() > before || (!any && keep(Participation { node, group, passage: None }))
        };
        let (mut arcs, mut pairs) = (Vec::new(), Vec::new());
        let mut weights = vec![1.0; self.incidence.group_count()];
        if self.kind == Kind::Affiliation {
            for group in self.incidence.all_groups() {
                let members = self.incidence.members(group).iter();
                pairs.extend(members.filter(|&&node| stays(node, group)).map(|&m| (group, m)));
            }
        } else {
            weights.fill(0.0);
            for (&arc, group) in self.arcs.iter().zip(self.groups_of_arcs()) {
                if stays(arc.source, group) {
                    pairs.extend([(group, arc.source), (group, arc.target)]);
                    weights[group as usize] += arc.weight;
                    arcs.push(arc);
                }
            }
        }
        passages.sort_unstable();
        let incidence = Incidence::new(self.nodes.len(), weights, pairs);
        Self { incidence, arcs, passages, ..self.without_ties() }
    }

    /// Leaves nodes without participations and groups without members out.
    #[must_use]
    pub fn without_idle(&self) -> Self {
        let incidence = &self.incidence;
        let nodes = places(incidence.nodes().map(|node| !incidence.groups(node).is_empty()));
        let groups = places(incidence.all_groups().map(|g| !incidence.members(g).is_empty()));
        let (node_at, group_at) =
            (|n: u32| nodes[n as usize].unwrap_or(0), |g: u32| groups[g as usize].unwrap_or(0));
        let busy = incidence.all_groups().filter(|&g| groups[g as usize].is_some());
        let pairs = busy.clone().flat_map(|group| {
            incidence.members(group).iter().map(move |&node| (group_at(group), node_at(node)))
        });
        let left = nodes.iter().flatten().count();
        let weights = busy.clone().map(|group| incidence.weight(group)).collect();
        Self {
            kind: self.kind,
            nodes: kept(&self.nodes, &nodes),
            groups: kept(&self.groups, &groups),
            incidence: Incidence::new(left, weights, pairs.collect()),
            arcs: (self.arcs.iter())
                .map(|arc| Arc { source: node_at(arc.source), target: node_at(arc.target), ..*arc })
                .collect(),
            passages: (self.passages.iter())
                .map(|&((group, node), ref passage)| {
                    ((group_at(group), node_at(node)), passage.clone())
                })
                .collect(),
        }
    }

    /// Returns the network with other participations of the same nodes, and nothing that they
    /// stand on. `groups` names what the groups of the incidence are.
    pub(super) fn with_incidence(&self, incidence: Incidence, groups: Vec<Group>) -> Self {
        Self { groups, incidence, ..self.without_ties() }
    }

    /// Returns the nodes and groups alone.
    fn without_ties(&self) -> Self {
        Self {
            kind: self.kind,
            nodes: self.nodes.clone(),
            groups: self.groups.clone(),
            incidence: Incidence::default(),
            arcs: Vec::new(),
            passages: Vec::new(),
        }
    }

    /// Returns, for each arc, the group of two that it is in the incidence.
    fn groups_of_arcs(&self) -> impl Iterator<Item = u32> {
        self.arcs.iter().map(|arc| {
            let (one, other) =
                (self.incidence.groups(arc.source), self.incidence.groups(arc.target));
            let both = one.iter().find(|group| other.binary_search(group).is_ok());
            both.copied().expect("each arc is a group of its two ends")
        })
    }
}

/// Numbers what stays.
fn places(stays: impl Iterator<Item = bool>) -> Vec<Option<u32>> {
    let mut next = 0;
    let number = |stays: bool| {
        stays.then(|| {
            next += 1;
            next - 1
        })
    };
    stays.map(number).collect()
}

fn kept<T: Clone>(all: &[T], places: &[Option<u32>]) -> Vec<T> {
    all.iter()
        .zip(places)
        .filter(|(_, place)| place.is_some())
        .map(|(one, _)| one.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{AffiliationRow, Direction, EdgeRow};

    fn passage(source: &str) -> Passage {
        Passage { source: Some(source.to_owned()), ..Default::default() }
    }

    fn row(node: &str, group: &str, source: &str) -> AffiliationRow {
        AffiliationRow {
            node: node.to_owned(),
            group: group.to_owned(),
            passage: if source.is_empty() { Passage::default() } else { passage(source) },
            ..Default::default()
        }
    }

    fn without(network: &Network, source: &str) -> Network {
        network.filtered(|p| p.passage.and_then(|p| p.source.as_deref()) != Some(source))
    }

    #[test]
    fn a_participation_goes_with_its_last_passage() {
        let network = Network::from_affiliations(vec![
            row("a", "x", "one"),
            row("a", "x", "two"),
            row("b", "x", "one"),
            row("c", "x", ""),
        ]);
        let rest = without(&network, "one");
        assert_eq!(rest.incidence().members(0), [0, 2]);
        assert_eq!(rest.passages(0, 0).collect::<Vec<_>>(), [&passage("two")]);
        assert_eq!((rest.nodes().len(), rest.incidence().node_count()), (3, 3));
        assert_eq!(without(&network, "none"), network);
    }

    #[test]
    fn the_idle_are_left_out_and_the_others_keep_what_they_have() {
        let rows =
            vec![row("a", "x", "one"), row("b", "y", "two"), row("c", "y", ""), row("d", "", "")];
        let rest = without(&Network::from_affiliations(rows), "one").without_idle();
        let expected = Network::from_affiliations(vec![row("b", "y", "two"), row("c", "y", "")]);
        assert_eq!(rest, expected);
    }

    #[test]
    fn a_tie_of_an_edge_list_goes_by_its_direction() {
        let edge = |source: &str, target: &str, document: &str| EdgeRow {
            source: source.to_owned(),
            target: target.to_owned(),
            weight: Some(2.0),
            passage: passage(document),
            ..Default::default()
        };
        let rows = vec![edge("a", "b", "one"), edge("b", "a", "two"), edge("b", "c", "one")];
        let network = Network::from_edges(rows, Direction::Directed);
        let rest = without(&network, "one");
        assert_eq!(rest.arcs(), [Arc { source: 1, target: 0, weight: 2.0 }]);
        assert!((rest.incidence().weight(0) - 2.0).abs() < 1e-12);
        let expected = Network::from_edges(vec![edge("b", "a", "two")], Direction::Directed);
        assert_eq!(rest.without_idle(), expected);
    }
}
