//! The legend: title, colours, sizes, widths and caption as one HTML-like label of the graph.
//!
//! As the graph's own label it stands below the drawing whatever the layout does, so that it
//! never covers a node and is never cut off.

use super::{
    ColourBy, Language, Terms,
    caption::caption,
    dot::{DotOptions, Figure},
    escape::html,
    palette::{Colouring, NONE, OTHER},
};
use crate::network::Kind;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// Columns of text in a line of the caption.
const CAPTION: usize = 96;
/// What is said of a node that has no value.
pub(super) const NOT_STATED: (&str, &str) = ("未载明", "not stated");
/// Colours in a row.
const ACROSS: usize = 5;

/// Writes the legend as an HTML-like label.
pub(crate) fn legend(figure: &Figure<'_>, options: &DotOptions) -> String {
    let mut rows = vec![row(&format!(
        "<FONT POINT-SIZE=\"14\"><B>{}</B></FONT>",
        html(&title(figure, options))
    ))];
    rows.extend(colours(figure, options).iter().map(|cells| row(cells)));
    rows.push(row(&scales(figure, options)));
    let caption = caption(figure, options);
    let lines: Vec<String> = filled(&caption, CAPTION).iter().map(|line| html(line)).collect();
    rows.push(row(&format!(
        "<FONT POINT-SIZE=\"9\" COLOR=\"#333333\">{}<BR ALIGN=\"LEFT\"/></FONT>",
        lines.join("<BR ALIGN=\"LEFT\"/>")
    )));
    format!(
        "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\">{}</TABLE>>",
        rows.concat()
    )
}

fn row(cells: &str) -> String {
    format!("<TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\">{cells}</TD></TR>")
}

/// Sets rows of cells in a table of their own.
fn table(rows: &[String]) -> String {
    let rows = format!("<TR>{}</TR>", rows.join("</TR><TR>"));
    format!(
        "<TABLE ALIGN=\"LEFT\" BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"3\" \
         CELLPADDING=\"0\">{rows}</TABLE>"
    )
}

fn text(content: &str) -> String {
    format!("<TD ALIGN=\"LEFT\">{}&#160;&#160;</TD>", html(content))
}

fn head(content: &str) -> String {
    format!("<TD ALIGN=\"LEFT\"><B>{}</B>&#160;</TD>", html(content))
}

fn title(figure: &Figure<'_>, options: &DotOptions) -> String {
    let neutral = match figure.network.kind {
        Kind::Affiliation if figure.network.first_mode.is_some() => {
            ["二模网络", "Two-mode network"]
        }
        Kind::Affiliation => ["二模网络的投影", "Projection of a two-mode network"],
        Kind::Undirected => ["关系网络", "Network of ties"],
        Kind::Directed => ["有向关系网络", "Network of directed ties"],
    };
    let title = options.language.term(&figure.network.terms.title, neutral);
    options.title.clone().unwrap_or(title)
}

/// One row for every few colours, in columns.
fn colours(figure: &Figure<'_>, options: &DotOptions) -> Option<String> {
    let terms = &figure.network.terms;
    let swatches = swatches(&figure.colouring, options.colour_by, options.language, terms);
    let widest = swatches.iter().map(|(_, name)| name.width()).max()?;
    let across = (CAPTION / (widest + 4)).clamp(1, ACROSS);
    // Sign and name share a cell, so that they stay together when the table is stretched.
    let cell = |(colour, name): &(&str, String)| {
        let (sign, ink) = if *colour == NONE { ("□", "#555555") } else { ("■", *colour) };
        format!(
            "<TD ALIGN=\"LEFT\"><FONT COLOR=\"{ink}\" POINT-SIZE=\"13\">{sign}</FONT> \
             {}&#160;&#160;</TD>",
            html(name)
        )
    };
    let rows = swatches.chunks(across).enumerate().map(|(position, chunk)| {
        let head = match position {
            0 => head(options.language.colour(options.colour_by)),
            _ => "<TD></TD>".to_owned(),
        };
        head + &chunk.iter().map(cell).collect::<String>()
    });
    Some(table(&rows.collect::<Vec<_>>()))
}

/// Each colour with what it stands for and how many nodes have it.
pub(crate) fn swatches(
    colouring: &Colouring,
    by: ColourBy,
    language: Language,
    terms: &Terms,
) -> Vec<(&'static str, String)> {
    let name = |name: &str| match by {
        ColourBy::Community => format!("{} {name}", language.pick("社群", "community")),
        ColourBy::Class => language.class(terms, name),
        ColourBy::Country | ColourBy::Institution => name.to_owned(),
    };
    let mut swatches: Vec<(&str, String)> = (colouring.categories.iter())
        .map(|category| (category.colour, format!("{} ({})", name(&category.name), category.count)))
        .collect();
    let (kinds, count) = colouring.others;
    if kinds > 0 {
        let name = language.pick(format!("其他 {kinds} 类"), format!("{kinds} others"));
        swatches.push((OTHER, format!("{name} ({count})")));
    }
    if colouring.without > 0 && !swatches.is_empty() {
        let name = language.pick(NOT_STATED.0, NOT_STATED.1);
        swatches.push((NONE, format!("{name} ({})", colouring.without)));
    }
    swatches
}

/// Sizes of nodes and widths of edges, in one row.
fn scales(figure: &Figure<'_>, options: &DotOptions) -> String {
    let language = options.language;
    let mut cells = Vec::new();
    if let Some(measure) = options.size_by {
        cells.push(head(language.measure(measure)));
        for value in figure.sizes.samples() {
            let points = figure.sizes.diameter(value) * 72.0;
            cells.push(format!(
                "<TD ALIGN=\"LEFT\"><FONT COLOR=\"#9AA5B1\" POINT-SIZE=\"{:.1}\">●</FONT> \
                 {}&#160;&#160;</TD>",
                // The glyph's disc is 0.83 of its em in the fonts named.
                points / 0.83,
                html(&number(value))
            ));
        }
    }
    let network = figure.network;
    if !network.edges.is_empty() && network.first_mode.is_none() {
        cells.push(head(&language.weight(network.kind, network.weight, &network.terms)));
        for weight in figure.widths.samples() {
            cells.push(format!(
                "<TD VALIGN=\"MIDDLE\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" \
                 CELLPADDING=\"0\"><TR><TD BGCOLOR=\"#9AA5B1\" FIXEDSIZE=\"TRUE\" WIDTH=\"30\" \
                 HEIGHT=\"{:.0}\"></TD></TR></TABLE></TD>{}",
                figure.widths.width(weight).max(1.0),
                text(&number(weight))
            ));
        }
    }
    table(&[cells.concat()])
}

/// Writes a number as short as it may be read.
pub(crate) fn number(value: f64) -> String {
    if value.fract().abs() < 1e-9 {
        return format!("{value:.0}");
    }
    let mut text = String::new();
    let digits = if value.abs() < 0.01 { 5 } else { 2 };
    write!(text, "{value:.digits$}").expect("writing to a string succeeds");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Fills lines of so many columns, breaking at spaces and after Chinese characters.
fn filled(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut piece = String::new();
    let flush = |piece: &mut String, lines: &mut Vec<String>| {
        let line = lines.last_mut().expect("there is a line");
        let closes = piece.trim().is_empty() || piece.starts_with(['。', '，', '；', '）']);
        if line.width() + piece.trim_end().width() > columns && !closes {
            lines.push(piece.trim_start().to_owned());
        } else {
            line.push_str(piece);
        }
        piece.clear();
    };
    for c in text.trim_end().chars() {
        piece.push(c);
        if c == ' ' || !c.is_ascii() {
            flush(&mut piece, &mut lines);
        }
    }
    flush(&mut piece, &mut lines);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_are_filled_and_never_begin_with_a_stop() {
        assert_eq!(filled("共同参与。", 8), ["共同参与。"]);
        assert_eq!(filled("one two three", 8), ["one two ", "three"]);
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([number(3.0), number(0.25), number(0.001_234)], ["3", "0.25", "0.00123"]);
    }
}
