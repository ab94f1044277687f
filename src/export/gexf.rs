//! GEXF 1.3 for Gephi, with the time of each node and edge.
//!
//! - **Time**: the dates that passages carry become spells, from the first day to the last: a month
//!   is all its days. Spells that share a day are one, since Gephi refuses those that overlap. What
//!   has no date, or one without a year, has no spell, and is there at all times. A network without
//!   any spell is static.
//! - **Attributes** are typed; lists are joined by ` | `. Identifiers are the network's own.
//! - **No `viz`**: of the 1.3 specification, the RELAX NG schema wants sizes and colours in a
//!   namespace of their own and the XML Schema, made from it, refuses them there. This file is valid
//!   by both; Gephi's *Appearance* makes sizes and colours of the attributes.

use super::{
    ExportError, creator,
    escape::xml,
    fields::{Field, FieldKind, Value},
    period::Period,
    view::{EdgeNetwork, distinct},
};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};
use std::io::{self, Write};

/// Writes a network as GEXF.
pub fn write_gexf(network: &EdgeNetwork, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut writer = Writer::new_with_indent(&mut *out, b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    open("gexf", &[("xmlns", "http://gexf.net/1.3"), ("version", "1.3")], &mut writer)?;
    write_meta(network, &mut writer)?;
    let dated = |dates: &[String]| dates.iter().any(|date| Period::read(date).is_some());
    let dynamic = network.nodes.iter().any(|node| dated(&node.dates))
        || network.edges.iter().any(|edge| dated(&edge.dates));
    let direction = if network.is_directed() { "directed" } else { "undirected" };
    let mut graph = vec![("defaultedgetype", direction), ("idtype", "string")];
    if dynamic {
        let time =
            [("mode", "dynamic"), ("timeformat", "date"), ("timerepresentation", "interval")];
        graph.extend(time);
    } else {
        graph.push(("mode", "static"));
    }
    open("graph", &graph, &mut writer)?;
    let (node_fields, edge_fields) = (network.node_fields(), network.edge_fields());
    write_attributes("node", &node_fields, &mut writer)?;
    write_attributes("edge", &edge_fields, &mut writer)?;
    // What XML cannot hold is replaced, and might make two identifiers one.
    let ids = distinct(network.nodes.iter().map(|node| xml(&node.id).into_owned()));
    write_nodes(network, &ids, &node_fields, &mut writer)?;
    write_edges(network, &ids, &edge_fields, &mut writer)?;
    close("graph", &mut writer)?;
    close("gexf", &mut writer)?;
    writeln!(out)?;
    Ok(())
}

fn write_meta<W: Write>(network: &EdgeNetwork, writer: &mut Writer<W>) -> io::Result<()> {
    open("meta", &[], writer)?;
    for (element, text) in [("creator", creator()), ("description", network.terms.title_line())] {
        if !text.is_empty() {
            open(element, &[], writer)?;
            writer.write_event(Event::Text(BytesText::new(&xml(&text))))?;
            close(element, writer)?;
        }
    }
    close("meta", writer)
}

/// Declares the attributes of nodes or edges; an attribute's identifier is its name.
fn write_attributes<W: Write>(
    class: &str,
    fields: &[Field],
    writer: &mut Writer<W>,
) -> io::Result<()> {
    open("attributes", &[("class", class)], writer)?;
    for field in fields {
        let kind = match field.kind {
            FieldKind::Text => "string",
            FieldKind::Whole => "integer",
            FieldKind::Number => "double",
        };
        let (id, title) = (field.name.as_str(), field.name.as_str());
        empty("attribute", &[("id", id), ("title", title), ("type", kind)], writer)?;
    }
    close("attributes", writer)
}

fn write_nodes<W: Write>(
    network: &EdgeNetwork,
    ids: &[String],
    fields: &[Field],
    writer: &mut Writer<W>,
) -> io::Result<()> {
    open("nodes", &[], writer)?;
    for (position, (node, id)) in network.nodes.iter().zip(ids).enumerate() {
        open("node", &[("id", id), ("label", &node.name)], writer)?;
        write_values(fields, &network.node_values(position), writer)?;
        write_spells(&node.dates, writer)?;
        close("node", writer)?;
    }
    close("nodes", writer)
}

fn write_edges<W: Write>(
    network: &EdgeNetwork,
    ids: &[String],
    fields: &[Field],
    writer: &mut Writer<W>,
) -> io::Result<()> {
    open("edges", &[], writer)?;
    for (position, edge) in network.edges.iter().enumerate() {
        let attributes = [
            ("id", position.to_string()),
            ("source", ids[edge.source].clone()),
            ("target", ids[edge.target].clone()),
            ("weight", edge.weight.to_string()),
        ];
        let attributes = attributes.each_ref().map(|(key, value)| (*key, value.as_str()));
        open("edge", &attributes, writer)?;
        write_values(fields, &edge.field_values(), writer)?;
        write_spells(&edge.dates, writer)?;
        close("edge", writer)?;
    }
    close("edges", writer)
}

fn write_values<W: Write>(
    fields: &[Field],
    values: &[Value<'_>],
    writer: &mut Writer<W>,
) -> io::Result<()> {
    open("attvalues", &[], writer)?;
    for (field, value) in fields.iter().zip(values).filter(|(_, value)| !value.is_missing()) {
        empty("attvalue", &[("for", &field.name), ("value", &value.text())], writer)?;
    }
    close("attvalues", writer)
}

fn write_spells<W: Write>(dates: &[String], writer: &mut Writer<W>) -> io::Result<()> {
    let periods = Period::joined(dates);
    if periods.is_empty() {
        return Ok(());
    }
    open("spells", &[], writer)?;
    for Period { first, last } in periods {
        let (first, last) = (first.to_string(), last.to_string());
        empty("spell", &[("start", &first), ("end", &last)], writer)?;
    }
    close("spells", writer)
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for &(key, value) in attributes {
        start.push_attribute((key, xml(value).as_ref()));
    }
    start
}

fn open<W: Write>(
    name: &str,
    attributes: &[(&str, &str)],
    writer: &mut Writer<W>,
) -> io::Result<()> {
    writer.write_event(Event::Start(start(name, attributes)))
}

fn empty<W: Write>(
    name: &str,
    attributes: &[(&str, &str)],
    writer: &mut Writer<W>,
) -> io::Result<()> {
    writer.write_event(Event::Empty(start(name, attributes)))
}

fn close<W: Write>(name: &str, writer: &mut Writer<W>) -> io::Result<()> {
    writer.write_event(Event::End(BytesEnd::new(name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::view::tests::{nothing, small, small_two_mode};
    use quick_xml::{Reader, XmlVersion};

    fn written(network: &EdgeNetwork) -> String {
        let mut out = Vec::new();
        write_gexf(network, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// Reads the values of an attribute of all elements of a name back.
    fn attributes(text: &str, element: &str, attribute: &str) -> Vec<String> {
        let mut reader = Reader::from_str(text);
        let mut found = Vec::new();
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) | Event::Empty(start) if start.name().as_ref() == element => {
                    let value = start.try_get_attribute(attribute).unwrap().unwrap();
                    found.push(value.normalized_value(XmlVersion::default()).unwrap().into_owned());
                }
                Event::Eof => return found,
                _ => {}
            }
        }
    }

    #[test]
    fn what_was_written_is_read_back() {
        let (network, text) = (small(), written(&small()));
        let ids: Vec<&str> = network.nodes.iter().map(|node| node.id.as_str()).collect();
        assert_eq!(attributes(&text, "node", "id"), ids);
        assert_eq!(attributes(&text, "node", "label"), ids);
        assert_eq!(attributes(&text, "edge", "target"), ["黄志雄", "😀𠮷"]);
        assert_eq!(attributes(&text, "edge", "weight"), ["1", "1"]);
        let values = attributes(&text, "attvalue", "value");
        assert!(values.contains(&network.edges[0].sentences.join(" | ")));
    }

    #[test]
    fn a_month_is_a_spell_of_all_its_days() {
        let text = written(&small_two_mode());
        assert!(text.contains("timerepresentation=\"interval\""));
        // Four edges, three members and two groups; one member took part in nothing.
        assert_eq!(attributes(&text, "spell", "start"), ["2022-06-01"; 9]);
        assert_eq!(attributes(&text, "spell", "end"), ["2022-06-30"; 9]);
    }

    #[test]
    fn without_dates_a_network_is_static() {
        let text = written(&nothing());
        assert!(text.contains("mode=\"static\"") && !text.contains("timeformat"), "{text}");
    }

    #[test]
    fn identifiers_that_xml_makes_alike_are_told_apart() {
        let mut network = small();
        network.nodes[0].id = "a\u{1}".to_owned();
        network.nodes[1].id = "a\u{2}".to_owned();
        let ids = attributes(&written(&network), "node", "id");
        assert_eq!(ids[..2], ["a\u{fffd}", "a\u{fffd} (2)"]);
    }
}
