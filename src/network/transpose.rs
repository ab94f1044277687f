//! A network turned round: its groups tied by shared nodes.

use super::{Group, Kind, Network, Node, incidence::Incidence};

impl Network {
    /// Returns the two-mode network whose nodes are the groups and whose groups are the nodes;
    /// none of an edge list, which has no groups.
    ///
    /// Groups have no attributes, so the nodes of the result have none.
    pub fn transposed(&self) -> Option<Self> {
        if self.kind != Kind::Affiliation {
            return None;
        }
        let nodes = self.groups.iter().cloned().map(Node::from).collect();
        let groups = self.nodes.iter().cloned().map(Group::from).collect();
        let incidence = &self.incidence;
        let members = |group| incidence.members(group).iter().map(move |&node| (node, group));
        let pairs = incidence.all_groups().flat_map(members).collect();
        let weights = vec![1.0; incidence.node_count()];
        let mut passages: Vec<_> = (self.passages.iter())
            .map(|((group, node), passage)| ((*node, *group), passage.clone()))
            .collect();
        passages.sort_unstable();
        let incidence = Incidence::new(incidence.group_count(), weights, pairs);
        Some(Self { kind: self.kind, nodes, groups, incidence, arcs: Vec::new(), passages })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{AffiliationRow, Direction, EdgeRow, Passage};

    #[test]
    fn who_took_part_in_what_becomes_what_had_whom() {
        let row = |node: &str, group: &str, line| AffiliationRow {
            node: node.to_owned(),
            group: group.to_owned(),
            passage: Passage { line, ..Default::default() },
            ..Default::default()
        };
        let rows = vec![row("a", "x", Some(2)), row("a", "y", Some(1)), row("b", "x", None)];
        let network = Network::from_affiliations(rows);
        let turned = network.transposed().unwrap();
        assert_eq!(turned.names(), ["x", "y"]);
        assert_eq!(turned.incidence().groups(0), [0, 1]);
        let line = |network: &Network, node, group| {
            network.passages(node, group).next().and_then(|passage| passage.line)
        };
        assert_eq!((line(&turned, 0, 0), line(&turned, 1, 0)), (Some(2), Some(1)));
        let again = turned.transposed().unwrap();
        assert_eq!(again.incidence(), network.incidence());
        assert_eq!(again.passages, network.passages);
    }

    #[test]
    fn an_edge_list_has_no_groups() {
        let row = EdgeRow { source: "a".to_owned(), target: "b".to_owned(), ..Default::default() };
        assert!(Network::from_edges(vec![row], Direction::Undirected).transposed().is_none());
    }
}
