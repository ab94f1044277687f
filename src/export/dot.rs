//! DOT that Graphviz turns into a figure without further flags: `dot -Tsvg people.dot`.
//!
//! Engine, fonts, margins and the removal of overlaps are set in the file. Attributes that
//! Graphviz does not know (`events`, `documents`, `sentences`) are kept by it as data; the same
//! evidence is in the tooltips of the SVG.

use super::{
    ColourBy, ExportError, Language,
    escape::{dot_data, dot_label},
    legend::{legend, number},
    look::{Sizes, Widths, wrapped},
    palette::Colouring,
    view::{Edge, EdgeNetwork},
};
use crate::network::{Attribute, Measure};
use std::{fmt::Write as _, io::Write};

/// Fonts with Chinese characters, on Linux, Windows and the Mac, in the order of preference.
pub(crate) const FONTS: &str = "Noto Sans CJK SC,Source Han Sans SC,Microsoft YaHei,PingFang SC,SimHei,\
                     WenQuanYi Micro Hei,Arial Unicode MS,sans-serif";
/// Up to so many nodes, all are labelled.
const ALL_LABELLED: usize = 130;
/// Of more nodes, so many are labelled.
const LABELLED: usize = 60;

/// The shape of a group of a two-mode network: as large as its name.
const BOX: &str = ", shape=\"box\", fixedsize=\"false\", height=\"0.13\", margin=\"0.05,0.03\"";

/// How a figure shall look.
#[derive(Clone, Debug, Default)]
pub struct DotOptions {
    /// The measure that the areas of nodes stand for; it must be one of the network's.
    pub size_by: Option<Measure>,
    /// What the colours stand for.
    pub colour_by: ColourBy,
    /// The language of title, legend and caption.
    pub language: Language,
    /// The title, if not the usual one.
    pub title: Option<String>,
}

/// A network with all that was decided on its looks.
pub(crate) struct Figure<'a> {
    pub(crate) network: &'a EdgeNetwork,
    /// The positions of the nodes that are drawn.
    pub(crate) drawn: Vec<usize>,
    pub(crate) labelled: usize,
    pub(crate) sizes: Sizes,
    pub(crate) widths: Widths,
    pub(crate) colouring: Colouring,
}

/// Writes a network as DOT.
pub fn write_dot(
    network: &EdgeNetwork,
    options: &DotOptions,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let drawn = drawn(network);
    let size = options.size_by.and_then(|measure| network.position(measure));
    let value = |node: usize| {
        let value = size.map_or(0.0, |at| network.nodes[node].measures[at]);
        if value.is_finite() { value } else { 0.0 }
    };
    let categories = options.colour_by.categories(network);
    let of_drawn: Vec<Option<String>> =
        drawn.iter().map(|&node| categories.get(node).cloned().flatten()).collect();
    let members = drawn.iter().zip(&of_drawn).filter(|&(&node, _)| !network.is_group(node));
    let of_members: Vec<Option<String>> = members.map(|(_, category)| category.clone()).collect();
    let weights: Vec<f64> = network.edges.iter().map(|edge| edge.weight).collect();
    let labelled = labelled(&drawn, value);
    let figure = Figure {
        network,
        labelled: labelled.len(),
        sizes: Sizes::new(&drawn.iter().map(|&node| value(node)).collect::<Vec<_>>()),
        widths: Widths::new(&weights),
        colouring: options.colour_by.colouring(&of_members),
        drawn,
    };
    let graph = if network.is_directed() { "digraph" } else { "graph" };
    writeln!(out, "{graph} gongshi {{")?;
    write_settings(&figure, options, out)?;
    for (&node, category) in figure.drawn.iter().zip(&of_drawn) {
        let category = category.as_deref().filter(|_| !network.is_group(node));
        let colour = figure.colouring.colour(category);
        let label = labelled.binary_search(&node).is_ok();
        write_node(&figure, node, value(node), colour, label, out)?;
    }
    for edge in &network.edges {
        write_edge(&figure, edge, out)?;
    }
    writeln!(out, "}}")?;
    Ok(())
}

/// Leaves out the nodes that lost all their edges to a selection of edges.
pub(crate) fn drawn(network: &EdgeNetwork) -> Vec<usize> {
    let all = 0..network.nodes.len();
    if network.min_weight <= 0.0 && network.groups_left_out == 0 && network.backbone.is_none() {
        return all.collect();
    }
    let mut tied = vec![false; network.nodes.len()];
    for edge in &network.edges {
        tied[edge.source] = true;
        tied[edge.target] = true;
    }
    all.filter(|&node| tied[node]).collect()
}

/// Picks the nodes that are labelled: all, or those with the greatest values.
fn labelled(drawn: &[usize], value: impl Fn(usize) -> f64) -> Vec<usize> {
    let mut nodes = drawn.to_vec();
    if nodes.len() > ALL_LABELLED {
        nodes.sort_by(|&a, &b| value(b).total_cmp(&value(a)).then(a.cmp(&b)));
        nodes.truncate(LABELLED);
        nodes.sort_unstable();
    }
    nodes
}

fn write_settings(
    figure: &Figure<'_>,
    options: &DotOptions,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let fonts = dot_data(FONTS);
    writeln!(out, "  graph [charset=\"UTF-8\", layout=\"sfdp\", overlap=\"prism\", sep=\"+3\",")?;
    writeln!(out, "    splines=\"line\", outputorder=\"edgesfirst\", start=\"1\", K=\"0.45\",")?;
    writeln!(out, "    repulsiveforce=\"1.3\", smoothing=\"triangle\", pack=\"12\",")?;
    writeln!(out, "    pad=\"0.2\", margin=\"0\", bgcolor=\"white\", fontname={fonts},")?;
    writeln!(out, "    fontsize=\"10\", labelloc=\"b\", labeljust=\"l\",")?;
    writeln!(out, "    label={}];", legend(figure, options))?;
    writeln!(out, "  node [shape=\"circle\", style=\"filled\", fixedsize=\"shape\",")?;
    writeln!(out, "    fontname={fonts}, fontsize=\"9\", fontcolor=\"#111111\",")?;
    writeln!(out, "    color=\"#55555590\", penwidth=\"0.5\", margin=\"0\"];")?;
    // Many edges add up to a dark mass unless each is faint.
    let opacity = match figure.network.edges.len() {
        0..=200 => "99",
        201..=2_000 => "5C",
        _ => "38",
    };
    writeln!(out, "  edge [color=\"#5F6B78{opacity}\", arrowsize=\"0.4\"];")?;
    Ok(())
}

fn write_node(
    figure: &Figure<'_>,
    node: usize,
    value: f64,
    colour: &str,
    label: bool,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let view = &figure.network.nodes[node];
    let mut tooltip = view.name.clone();
    let mut data = format!("name={}", dot_data(&view.id));
    for (field, value) in figure.network.node_fields().iter().zip(figure.network.node_values(node))
    {
        if !value.is_missing() {
            write!(data, ", {}={}", key(&field.name), dot_data(&value.text()))
                .expect("a string takes it");
        }
    }
    for attribute in Attribute::ALL {
        let values = view.values(attribute).join(" | ");
        if !values.is_empty() {
            write!(tooltip, "\n{values}").expect("a string takes it");
        }
    }
    for (measure, value) in figure.network.measures.iter().zip(&view.measures) {
        if value.is_finite() {
            write!(tooltip, "\n{measure} {}", number(*value)).expect("a string takes it");
        }
    }
    // A group of a two-mode network has neither measures nor colour: a box around its name.
    let shape = if figure.network.is_group(node) { BOX } else { "" };
    let text = if label { wrapped(&view.name) } else { String::new() };
    writeln!(
        out,
        "  n{node} [label={}, width=\"{:.3}\", fillcolor=\"{colour}\"{shape}, tooltip={}, {data}];",
        dot_label(&text),
        figure.sizes.diameter(value),
        dot_label(&tooltip)
    )?;
    Ok(())
}

/// Makes a field's name an identifier of DOT, which needs no quotes.
fn key(name: &str) -> String {
    name.replace(|c: char| !c.is_ascii_alphanumeric(), "_")
}

fn write_edge(figure: &Figure<'_>, edge: &Edge, out: &mut dyn Write) -> Result<(), ExportError> {
    let network = figure.network;
    let line = if network.is_directed() { "->" } else { "--" };
    let (source, target) = (&network.nodes[edge.source].name, &network.nodes[edge.target].name);
    let mut tooltip = format!("{source} – {target}");
    for text in edge.events.iter().chain(&edge.sentences) {
        write!(tooltip, "\n{text}").expect("a string takes it");
    }
    write!(
        out,
        "  n{} {line} n{} [weight=\"{}\", penwidth=\"{:.2}\", tooltip={}",
        edge.source,
        edge.target,
        edge.weight.max(1.0).round(),
        figure.widths.width(edge.weight),
        dot_label(&tooltip)
    )?;
    write!(out, ", tie=\"{}\"", edge.weight)?;
    for (field, value) in network.edge_fields().iter().zip(edge.field_values()).skip(1) {
        if !value.is_missing() {
            write!(out, ", {}={}", key(&field.name), dot_data(&value.text()))?;
        }
    }
    for (name, value) in network.edge_measures.iter().zip(&edge.values) {
        write!(out, ", {}=\"{value}\"", dot_data(name))?;
    }
    if let Some(address) = edge.documents.iter().find(|document| document.starts_with("http")) {
        write!(out, ", URL={}", dot_label(address))?;
    }
    writeln!(out, "];")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::view::tests::small;
    use std::process::{Command, Stdio};

    fn written(network: &EdgeNetwork) -> String {
        let options = DotOptions { size_by: Some(Measure::Degree), ..Default::default() };
        let mut out = Vec::new();
        write_dot(network, &options, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// Renders with Graphviz where it is installed, and says so where not.
    fn rendered(text: &str, format: &str) -> Option<String> {
        let child = Command::new("dot")
            .arg(format!("-T{format}"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let Ok(mut child) = child else {
            println!("skipped: Graphviz is not installed");
            return None;
        };
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && !errors.to_lowercase().contains("error"), "{errors}");
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    #[test]
    fn engine_fonts_and_legend_are_in_the_file() {
        let text = written(&small());
        for part in ["layout=\"sfdp\"", "overlap=\"prism\"", "Noto Sans CJK SC", "二模网络的投影"]
        {
            assert!(text.contains(part), "{part}");
        }
        assert!(text.contains("sentences=\"黄志雄 <参加> 武汉研讨会。 (seminars:3) | O\\\"Neil"));
        assert!(text.contains("name=\"O\\\"Neil\t\\\\N & <Co>\""));
    }

    #[test]
    fn graphviz_reads_it_back_with_the_same_counts() {
        let Some(text) = rendered(&written(&small()), "plain") else {
            return;
        };
        let count = |start: &str| text.lines().filter(|line| line.starts_with(start)).count();
        assert_eq!((count("node "), count("edge ")), (4, 2));
        let svg = rendered(&written(&small()), "svg").unwrap();
        assert!(svg.contains("黄志雄") && svg.contains("O&quot;Neil"));
    }

    #[test]
    fn an_empty_network_is_a_valid_figure() {
        let mut network = small();
        network.nodes.clear();
        network.edges.clear();
        let text = written(&network);
        assert!(text.contains("0 个节点"));
        rendered(&text, "svg");
    }
}
