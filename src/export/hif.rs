//! HIF, the Hypergraph Interchange Format: the two-mode network itself, for XGI, `HyperNetX`,
//! hypergraphx and others.
//!
//! A group is a hyperedge, with its class and dates; an incidence has the dates, documents and
//! sentences that say who took part. A tie of a one-mode network is a hyperedge of two nodes; a
//! directed one goes from its tail to its head.

use super::{
    ExportError,
    fields::{BIPARTITE, Value},
    json::{Object, about, write_list},
    view::{Edge, EdgeNetwork},
};
use crate::network::Attribute;
use serde::Serialize;
use std::io::Write;

/// An item of one of the three lists.
#[derive(Serialize)]
struct Item<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    edge: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    node: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<&'static str>,
    attrs: Object<'a>,
}

/// Writes a network as HIF. The network is a two-mode one, or has one mode by its nature.
pub fn write_hif(network: &EdgeNetwork, out: &mut dyn Write) -> Result<(), ExportError> {
    let kind = if network.is_directed() { "directed" } else { "undirected" };
    write!(out, "{{\n\"network-type\": \"{kind}\",\n\"metadata\": ")?;
    serde_json::to_writer(&mut *out, &about(network))?;
    let members = network.first_mode.unwrap_or(network.nodes.len());
    let mut fields = network.node_fields();
    fields.retain(|field| field.name != BIPARTITE);
    let nodes = (0..members).map(|position| {
        let node = &network.nodes[position];
        let mut values = network.node_values(position);
        if network.first_mode.is_some() {
            values.remove(0);
        }
        let attrs = Object(vec![("label", Value::Text(node.name.clone()))]).with(&fields, values);
        Item { edge: None, node: Some(&node.id), weight: None, direction: None, attrs }
    });
    write_list("nodes", nodes, out)?;
    if network.first_mode.is_some() {
        write_groups(network, members, out)?;
    } else {
        write_ties(network, out)?;
    }
    writeln!(out, "}}")?;
    Ok(())
}

/// Writes groups as hyperedges, and each participation as an incidence.
fn write_groups(
    network: &EdgeNetwork,
    members: usize,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let groups = network.nodes[members..].iter().map(|group| {
        let class = group.values(Attribute::Class).join(" | ");
        let attrs = Object(vec![
            ("label", Value::Text(group.name.clone())),
            ("class", Value::Text(class)),
            ("dates", Value::List(&group.dates)),
        ]);
        Item { edge: Some(group.id.clone()), node: None, weight: None, direction: None, attrs }
    });
    write_list("edges", groups, out)?;
    let incidences = network.edges.iter().map(|edge| Item {
        edge: Some(network.nodes[edge.target].id.clone()),
        node: Some(&network.nodes[edge.source].id),
        weight: None,
        direction: None,
        attrs: evidence(edge),
    });
    write_list("incidences", incidences, out)
}

/// Writes ties as hyperedges of two nodes.
fn write_ties(network: &EdgeNetwork, out: &mut dyn Write) -> Result<(), ExportError> {
    let ties = network.edges.iter().enumerate().map(|(number, edge)| Item {
        edge: Some(format!("e{number}")),
        node: None,
        weight: Some(edge.weight),
        direction: None,
        attrs: evidence(edge),
    });
    write_list("edges", ties, out)?;
    let directions =
        if network.is_directed() { [Some("tail"), Some("head")] } else { [None, None] };
    let incidences = network.edges.iter().enumerate().flat_map(|(number, edge)| {
        let ends = [edge.source, edge.target].into_iter().zip(directions);
        ends.map(move |(end, direction)| Item {
            edge: Some(format!("e{number}")),
            node: Some(&network.nodes[end].id),
            weight: None,
            direction,
            attrs: Object(Vec::new()),
        })
    });
    write_list("incidences", incidences, out)
}

fn evidence(edge: &Edge) -> Object<'_> {
    Object(vec![
        ("dates", Value::List(&edge.dates)),
        ("documents", Value::List(&edge.documents)),
        ("sentences", Value::List(&edge.sentences)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        export::{
            EdgeNetworkOptions,
            view::tests::{nothing, small_two_mode},
        },
        network::{Direction, EdgeRow, Network},
    };
    use serde_json::Value as Json;

    fn written(network: &EdgeNetwork) -> Json {
        let mut out = Vec::new();
        write_hif(network, &mut out).unwrap();
        serde_json::from_slice(&out).unwrap()
    }

    #[test]
    fn events_are_hyperedges_and_incidences_have_the_sentences() {
        let json = written(&small_two_mode());
        let count = |key: &str| json[key].as_array().unwrap().len();
        assert_eq!((count("nodes"), count("edges"), count("incidences")), (4, 2, 4));
        assert_eq!(json["nodes"][2]["attrs"]["country"], "中国");
        assert_eq!(json["nodes"][2]["attrs"]["degree"], 2.0);
        assert_eq!(json["edges"][0]["edge"], "复旦论坛");
        assert_eq!(json["edges"][0]["attrs"]["dates"][0], "2022-06");
        let incidence = &json["incidences"][3];
        assert_eq!((&incidence["edge"], &incidence["node"]), (&"复旦论坛".into(), &"😀𠮷".into()));
        assert_eq!(incidence["attrs"]["sentences"][0], "😀𠮷 <参加> 复旦论坛。 (seminars:7)");
    }

    #[test]
    fn a_directed_tie_goes_from_tail_to_head() {
        let row = EdgeRow { source: "b".into(), target: "a".into(), ..Default::default() };
        let network = Network::from_edges(vec![row], Direction::Directed);
        let json = written(&EdgeNetwork::new(&network, &EdgeNetworkOptions::default()).unwrap());
        assert_eq!(json["network-type"], "directed");
        let ends = json["incidences"].as_array().unwrap().iter();
        let ends: Vec<_> =
            ends.map(|i| (i["node"].as_str().unwrap(), i["direction"].as_str().unwrap())).collect();
        assert_eq!(ends, [("b", "tail"), ("a", "head")]);
    }

    #[test]
    fn nothing_has_its_three_lists() {
        let json = written(&nothing());
        for key in ["nodes", "edges", "incidences"] {
            assert_eq!(json[key], Json::Array(Vec::new()));
        }
    }
}
