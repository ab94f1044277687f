//! GraphML with typed keys, as Gephi, networkx and igraph read it.
//!
//! `label` is what Gephi shows, `name` what igraph takes for a vertex's name. Lists are joined by
//! ` | `. In a two-mode network, `type` tells igraph the groups from the members, and `bipartite`
//! networkx. Node identifiers are `n0`, `n1`, …, since XML allows no spaces there.

use super::{
    ExportError,
    escape::xml,
    fields::{Field, FieldKind},
    view::{Edge, EdgeNetwork, NodeView},
};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};
use std::io::{self, Write};

/// Writes a network as GraphML.
pub fn write_graphml(network: &EdgeNetwork, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut writer = Writer::new_with_indent(&mut *out, b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut root = BytesStart::new("graphml");
    root.push_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"));
    root.push_attribute(("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"));
    root.push_attribute((
        "xsi:schemaLocation",
        "http://graphml.graphdrawing.org/xmlns \
         http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
    ));
    writer.write_event(Event::Start(root))?;
    write_keys(network, &mut writer)?;
    let mut graph = BytesStart::new("graph");
    let direction = if network.is_directed() { "directed" } else { "undirected" };
    graph.push_attribute(("id", "G"));
    graph.push_attribute(("edgedefault", direction));
    writer.write_event(Event::Start(graph))?;
    let (node_fields, edge_fields) = (network.node_fields(), network.edge_fields());
    for (position, node) in network.nodes.iter().enumerate() {
        write_node(network, position, node, &node_fields, &mut writer)?;
    }
    for (position, edge) in network.edges.iter().enumerate() {
        write_edge(position, edge, &edge_fields, &mut writer)?;
    }
    writer.write_event(Event::End(BytesEnd::new("graph")))?;
    writer.write_event(Event::End(BytesEnd::new("graphml")))?;
    writeln!(out)?;
    Ok(())
}

fn write_keys<W: Write>(network: &EdgeNetwork, writer: &mut Writer<W>) -> io::Result<()> {
    for name in ["label", "name"] {
        write_key("node", name, "string", writer)?;
    }
    if network.first_mode.is_some() {
        write_key("node", "type", "boolean", writer)?;
    }
    for field in network.node_fields() {
        write_key("node", &field.name, type_of(field.kind), writer)?;
    }
    write_key("edge", "weight", "double", writer)?;
    network
        .edge_fields()
        .iter()
        .try_for_each(|field| write_key("edge", &field.name, type_of(field.kind), writer))
}

fn type_of(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "string",
        FieldKind::Whole => "int",
        FieldKind::Number => "double",
    }
}

fn write_key<W: Write>(of: &str, name: &str, kind: &str, writer: &mut Writer<W>) -> io::Result<()> {
    let mut key = BytesStart::new("key");
    key.push_attribute(("id", format!("{of}-{name}").as_str()));
    key.push_attribute(("for", of));
    key.push_attribute(("attr.name", name));
    key.push_attribute(("attr.type", kind));
    writer.write_event(Event::Empty(key))
}

fn write_node<W: Write>(
    network: &EdgeNetwork,
    position: usize,
    node: &NodeView,
    fields: &[Field],
    writer: &mut Writer<W>,
) -> io::Result<()> {
    let mut start = BytesStart::new("node");
    start.push_attribute(("id", format!("n{position}").as_str()));
    writer.write_event(Event::Start(start))?;
    write_data("node-label", &node.name, writer)?;
    write_data("node-name", &node.id, writer)?;
    if network.first_mode.is_some() {
        write_data("node-type", &network.is_group(position).to_string(), writer)?;
    }
    for (field, value) in fields.iter().zip(network.node_values(position)) {
        write_data(&format!("node-{}", field.name), &value.text(), writer)?;
    }
    writer.write_event(Event::End(BytesEnd::new("node")))
}

fn write_edge<W: Write>(
    position: usize,
    edge: &Edge,
    fields: &[Field],
    writer: &mut Writer<W>,
) -> io::Result<()> {
    let mut start = BytesStart::new("edge");
    start.push_attribute(("id", format!("e{position}").as_str()));
    start.push_attribute(("source", format!("n{}", edge.source).as_str()));
    start.push_attribute(("target", format!("n{}", edge.target).as_str()));
    writer.write_event(Event::Start(start))?;
    write_data("edge-weight", &edge.weight.to_string(), writer)?;
    for (field, value) in fields.iter().zip(edge.field_values()) {
        write_data(&format!("edge-{}", field.name), &value.text(), writer)?;
    }
    writer.write_event(Event::End(BytesEnd::new("edge")))
}

/// Writes a value, unless there is none to write.
fn write_data<W: Write>(key: &str, value: &str, writer: &mut Writer<W>) -> io::Result<()> {
    if value.is_empty() {
        return Ok(());
    }
    let mut data = BytesStart::new("data");
    data.push_attribute(("key", key));
    writer.write_event(Event::Start(data))?;
    writer.write_event(Event::Text(BytesText::new(&xml(value))))?;
    writer.write_event(Event::End(BytesEnd::new("data")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::view::tests::small;
    use quick_xml::Reader;

    /// Reads the texts of all `data` of a key back.
    fn values(text: &str, key: &str) -> Vec<String> {
        let mut reader = Reader::from_str(text);
        let (mut found, mut within) = (Vec::new(), false);
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) if start.name().as_ref() == "data" => {
                    let attribute = start.try_get_attribute("key").unwrap().unwrap();
                    within = attribute.value.as_ref() == key;
                    if within {
                        found.push(String::new());
                    }
                }
                Event::End(_) => within = false,
                Event::Text(text) if within => {
                    found.last_mut().unwrap().push_str(&text);
                }
                Event::GeneralRef(name) if within => {
                    let name = format!("&{};", &*name);
                    let text = quick_xml::escape::unescape(&name).unwrap().into_owned();
                    found.last_mut().unwrap().push_str(&text);
                }
                Event::Eof => return found,
                _ => {}
            }
        }
    }

    #[test]
    fn what_was_written_is_read_back() {
        let network = small();
        let mut out = Vec::new();
        write_graphml(&network, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let names: Vec<String> = network.nodes.iter().map(|node| node.name.clone()).collect();
        assert_eq!(values(&text, "node-label"), names);
        let sentences: Vec<String> =
            network.edges.iter().map(|edge| edge.sentences.join(" | ")).collect();
        assert_eq!(values(&text, "edge-sentences"), sentences);
        assert_eq!(values(&text, "edge-weight"), ["1", "1"]);
        assert_eq!(values(&text, "node-country").len(), 3);
    }

    #[test]
    fn an_empty_network_is_a_valid_file() {
        let mut network = small();
        network.nodes.clear();
        network.edges.clear();
        let mut out = Vec::new();
        write_graphml(&network, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.contains("edgedefault=\"undirected\"") && text.ends_with("</graphml>\n"));
    }
}
