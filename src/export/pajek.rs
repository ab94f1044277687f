//! Pajek's `.net`, which Pajek, igraph and networkx read.
//!
//! - The file is UTF-8 with a byte order mark: without one Pajek takes it for another encoding. The
//!   mark stands before `*Network`, a line that other readers skip, so that it harms none of them.
//! - A label stands between quotes, and nothing can be escaped there: a quote becomes ”, a backslash
//!   ＼, what is no printed character a space. Labels that are thereby alike are numbered, since
//!   readers take them for identifiers.
//! - The two-mode network has Pajek's own form, `*Vertices 12 8`: twelve, of which the first eight
//!   are members. igraph makes it `type`; networkx does not read this form.
//! - An edge has its weight, and the shared events as its label. The format has no place for
//!   sentences and measures: the other formats have them.

use super::{
    ExportError,
    view::{EdgeNetwork, distinct},
};
use std::io::Write;

/// Writes a network for Pajek.
pub fn write_pajek(network: &EdgeNetwork, out: &mut dyn Write) -> Result<(), ExportError> {
    write!(out, "\u{feff}*Network {}\r\n", plain(&network.terms.title_line()))?;
    let first_mode = network.first_mode.map_or(String::new(), |members| format!(" {members}"));
    write!(out, "*Vertices {}{first_mode}\r\n", network.nodes.len())?;
    let names = distinct(network.nodes.iter().map(|node| plain(&node.name)));
    for (number, name) in (1..).zip(names) {
        write!(out, "{number} \"{name}\"\r\n")?;
    }
    let ties = if network.is_directed() { "*Arcs" } else { "*Edges" };
    write!(out, "{ties}\r\n")?;
    for edge in &network.edges {
        write!(out, "{} {} {}", edge.source + 1, edge.target + 1, edge.weight)?;
        if network.first_mode.is_none() && !edge.events.is_empty() {
            write!(out, " l \"{}\"", plain(&edge.events.join(" | ")))?;
        }
        write!(out, "\r\n")?;
    }
    Ok(())
}

/// Replaces what a label cannot hold.
fn plain(text: &str) -> String {
    let replaced = text.chars().map(|c| match c {
        '"' => '”',
        '\\' => '＼',
        c if c.is_control() || c.is_whitespace() => ' ',
        c => c,
    });
    replaced.collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::view::tests::{nothing, small, small_two_mode};

    fn written(network: &EdgeNetwork) -> String {
        let mut out = Vec::new();
        write_pajek(network, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn labels_hold_no_quote_and_edges_name_their_events() {
        let text = written(&small());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[..3], ["\u{feff}*Network ", "*Vertices 4", "1 \"Loner\""]);
        assert_eq!(lines[3], "2 \"O”Neil ＼N & <Co>\"");
        assert_eq!(lines[6..], ["*Edges", "2 3 1 l \"武汉研讨会\"", "3 4 1 l \"复旦论坛\""]);
    }

    #[test]
    fn two_modes_are_told_apart_in_the_head() {
        let text = written(&small_two_mode());
        assert!(text.contains("*Vertices 6 4\r\n") && !text.contains(" l "), "{text}");
        assert_eq!(written(&nothing()), "\u{feff}*Network \r\n*Vertices 0\r\n*Edges\r\n");
    }

    #[test]
    fn labels_that_become_alike_are_numbered() {
        let mut network = small();
        network.nodes[0].name = "a\"b".to_owned();
        network.nodes[1].name = "a”b\n".to_owned();
        assert!(written(&network).contains("1 \"a”b\"\r\n2 \"a”b (2)\"\r\n"));
    }
}
