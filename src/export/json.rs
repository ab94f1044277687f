//! JSON: the node-link form of networkx and d3, and what the forms of JSON have in common.
//!
//! `networkx.node_link_graph(json.load(file))` reads it. What an edge stands on is a list; a node's
//! attributes are texts, several values joined by ` | `, so that they can be grouped by.

use super::{
    ExportError,
    fields::{Field, Value},
    view::EdgeNetwork,
};
use serde::{Serialize, Serializer, ser::SerializeMap};
use std::io::Write;

/// An object with its keys in order; what is missing is left out.
pub(crate) struct Object<'a>(pub(crate) Vec<(&'a str, Value<'a>)>);

impl<'a> Object<'a> {
    /// Appends the values of fields.
    pub(crate) fn with(mut self, fields: &'a [Field], values: Vec<Value<'a>>) -> Self {
        self.0.extend(fields.iter().map(|field| field.name.as_str()).zip(values));
        self
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in self.0.iter().filter(|(_, value)| !value.is_missing()) {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// Writes a key and a list, an item a line.
pub(crate) fn write_list<T: Serialize>(
    key: &str,
    items: impl Iterator<Item = T>,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    write!(out, ",\n\"{key}\": [")?;
    let mut separator = "\n";
    for item in items {
        write!(out, "{separator}")?;
        serde_json::to_writer(&mut *out, &item)?;
        separator = ",\n";
    }
    writeln!(out, "\n]")?;
    Ok(())
}

/// Says what the network is and who wrote it.
pub(crate) fn about(network: &EdgeNetwork) -> Object<'_> {
    let text = |text: String| Value::Text(text);
    let weight = match network.first_mode {
        None => network.weight.name(),
        Some(_) => "",
    };
    Object(vec![
        ("name", text(network.terms.title_line())),
        ("creator", text(super::creator())),
        ("weight", text(weight.to_owned())),
    ])
}

/// Writes a network as node-link JSON.
pub fn write_json(network: &EdgeNetwork, out: &mut dyn Write) -> Result<(), ExportError> {
    let (node_fields, edge_fields) = (network.node_fields(), network.edge_fields());
    let directed = network.is_directed();
    write!(out, "{{\n\"directed\": {directed},\n\"multigraph\": false,\n\"graph\": ")?;
    serde_json::to_writer(&mut *out, &about(network))?;
    let nodes = network.nodes.iter().enumerate().map(|(position, node)| {
        let first =
            vec![("id", Value::Text(node.id.clone())), ("label", Value::Text(node.name.clone()))];
        Object(first).with(&node_fields, network.node_values(position))
    });
    write_list("nodes", nodes, out)?;
    let edges = network.edges.iter().map(|edge| {
        let end = |position: usize| Value::Text(network.nodes[position].id.clone());
        let first = vec![
            ("source", end(edge.source)),
            ("target", end(edge.target)),
            ("weight", Value::Number(edge.weight)),
        ];
        Object(first).with(&edge_fields, edge.field_values())
    });
    write_list("edges", edges, out)?;
    writeln!(out, "}}")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::view::tests::{nothing, small, small_two_mode};
    use serde_json::Value as Json;

    fn written(network: &EdgeNetwork) -> Json {
        let mut out = Vec::new();
        write_json(network, &mut out).unwrap();
        serde_json::from_slice(&out).unwrap()
    }

    #[test]
    fn what_was_written_is_read_back() {
        let (network, json) = (small(), written(&small()));
        assert_eq!(json["directed"], false);
        let ids: Vec<&str> = json["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|node| node["id"].as_str().unwrap())
            .collect();
        let expected: Vec<&str> = network.nodes.iter().map(|node| node.id.as_str()).collect();
        assert_eq!(ids, expected);
        assert_eq!(json["nodes"][2]["country"], "中国");
        assert_eq!(json["nodes"][0]["country"], Json::Null, "what is missing is left out");
        let edge = &json["edges"][0];
        assert_eq!((&edge["source"], &edge["target"]), (&json["nodes"][1]["id"], &"黄志雄".into()));
        assert_eq!(edge["sentences"].as_array().unwrap().len(), 2);
    }

    #[test]
    fn groups_are_the_second_part() {
        let json = written(&small_two_mode());
        let parts: Vec<_> = json["nodes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|node| node["bipartite"].as_u64().unwrap())
            .collect();
        assert_eq!(parts, [0, 0, 0, 0, 1, 1]);
        assert_eq!(json["edges"].as_array().unwrap().len(), 4);
        assert_eq!(json["nodes"][4]["degree"], Json::Null);
    }

    #[test]
    fn nothing_is_valid_json() {
        assert_eq!(written(&nothing())["nodes"], Json::Array(Vec::new()));
    }
}
