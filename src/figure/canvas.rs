//! [`Canvas`]: shapes and texts as SVG elements, in points.

use super::text::Run;
use crate::export::xml;
use quick_xml::{
    Writer,
    events::{BytesEnd, BytesStart, BytesText, Event},
};

/// The colour of text.
pub(crate) const INK: &str = "#111111";
/// The colour of text that stands behind.
pub(crate) const SOFT: &str = "#555555";
/// The colour of axes.
pub(crate) const LINE: &str = "#777777";
/// The colour of what only guides the eye.
pub(crate) const FAINT: &str = "#D5D9DE";

/// Where a text stands relative to its point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// To its right.
    #[default]
    Start,
    /// Around it.
    Middle,
    /// To its left.
    End,
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    /// Size in points.
    pub(crate) size: f64,
    /// Whether all of it is bold.
    pub(crate) bold: bool,
    /// Colour.
    pub(crate) fill: &'static str,
    /// Where it stands.
    pub(crate) anchor: Anchor,
}

impl Style {
    /// Plain black text of a size.
    pub(crate) const fn of(size: f64) -> Self {
        Self { size, bold: false, fill: INK, anchor: Anchor::Start }
    }

    /// The same in bold.
    pub(crate) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same in grey.
    pub(crate) const fn soft(self) -> Self {
        Self { fill: SOFT, ..self }
    }

    /// The same with another anchor.
    pub(crate) const fn at(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }
}

/// A point in points: to the right, and down.
pub(crate) type Point = (f64, f64);

/// Elements of an SVG, written one after the other.
pub(crate) struct Canvas {
    writer: Writer<Vec<u8>>,
}

impl Canvas {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self { writer: Writer::new_with_indent(Vec::new(), b' ', 1) }
    }

    /// Returns what was written.
    pub(crate) fn into_text(self) -> String {
        String::from_utf8_lossy(&self.writer.into_inner()).into_owned()
    }

    /// Opens an element.
    pub(crate) fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write(Event::Start(element(name, attributes)));
    }

    /// Closes an element.
    pub(crate) fn end(&mut self, name: &str) {
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// Writes an element that holds nothing.
    pub(crate) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.write(Event::Empty(element(name, attributes)));
    }

    /// Writes an element that holds a text.
    pub(crate) fn holding(&mut self, name: &str, attributes: &[(&str, &str)], content: &str) {
        self.start(name, attributes);
        self.write(Event::Text(BytesText::new(&xml(content))));
        self.end(name);
    }

    /// Draws a line.
    pub(crate) fn line(&mut self, from: Point, to: Point, colour: &str, width: f64) {
        self.dashed(from, to, colour, width, "");
    }

    /// Draws a line of dashes.
    pub(crate) fn dashed(&mut self, from: Point, to: Point, colour: &str, width: f64, dash: &str) {
        let (x1, y1, x2, y2) = (number(from.0), number(from.1), number(to.0), number(to.1));
        let width = number(width);
        let mut attributes = vec![("x1", x1.as_str()), ("y1", &y1), ("x2", &x2), ("y2", &y2)];
        attributes.extend([("stroke", colour), ("stroke-width", &width)]);
        if !dash.is_empty() {
            attributes.push(("stroke-dasharray", dash));
        }
        self.empty("line", &attributes);
    }

    /// Draws a rectangle with a border.
    pub(crate) fn rectangle(&mut self, from: Point, size: Point, fill: &str, border: &str) {
        self.empty(
            "rect",
            &[
                ("x", &number(from.0)),
                ("y", &number(from.1)),
                ("width", &number(size.0)),
                ("height", &number(size.1)),
                ("fill", fill),
                ("stroke", border),
                ("stroke-width", "0.6"),
            ],
        );
    }

    /// Writes a line of text; its point is on the base line.
    pub(crate) fn text(&mut self, at: Point, style: Style, content: &str) {
        self.runs(at, style, &[Run { text: content.to_owned(), bold: false }]);
    }

    /// Writes a line of text, parts of which are bold.
    pub(crate) fn runs(&mut self, at: Point, style: Style, runs: &[Run]) {
        let (x, y, size) = (number(at.0), number(at.1), number(style.size));
        let mut attributes = vec![("x", x.as_str()), ("y", &y), ("font-size", &size)];
        match style.anchor {
            Anchor::Start => {}
            Anchor::Middle => attributes.push(("text-anchor", "middle")),
            Anchor::End => attributes.push(("text-anchor", "end")),
        }
        if style.bold {
            attributes.push(("font-weight", "bold"));
        }
        if style.fill != INK {
            attributes.push(("fill", style.fill));
        }
        // Indented, the parts of a line would have spaces between them.
        let mut line = Writer::new(Vec::new());
        let mut write = |event: Event<'_>| {
            line.write_event(event).expect("memory takes it");
        };
        write(Event::Start(element("text", &attributes)));
        for run in runs {
            let text = xml(&run.text);
            if run.bold {
                write(Event::Start(element("tspan", &[("font-weight", "bold")])));
                write(Event::Text(BytesText::new(&text)));
                write(Event::End(BytesEnd::new("tspan")));
            } else {
                write(Event::Text(BytesText::new(&text)));
            }
        }
        write(Event::End(BytesEnd::new("text")));
        let line = String::from_utf8_lossy(&line.into_inner()).into_owned();
        self.insert(&format!("\n{line}"));
    }

    /// Puts in what another canvas holds.
    pub(crate) fn insert(&mut self, content: &str) {
        self.writer.get_mut().extend_from_slice(content.as_bytes());
    }

    fn write(&mut self, event: Event<'_>) {
        self.writer.write_event(event).expect("memory takes it");
    }
}

fn element<'a>(name: &'a str, attributes: &[(&'a str, &'a str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for &(name, value) in attributes {
        start.push_attribute((name, xml(value).as_ref()));
    }
    start
}

/// Returns a count as a number to reckon with.
pub(crate) fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Writes a number with two digits after the point at most.
pub(crate) fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_text_and_escaped() {
        let mut canvas = Canvas::new();
        let runs = [("<网络>", false), ("主权", true), ("&\u{1}", false)];
        let runs = runs.map(|(text, bold)| Run { text: text.to_owned(), bold });
        canvas.runs((1.0, 2.5), Style::of(7.0), &runs);
        assert_eq!(
            canvas.into_text().trim(),
            "<text x=\"1\" y=\"2.5\" font-size=\"7\">&lt;网络&gt;<tspan font-weight=\"bold\">主权\
             </tspan>&amp;\u{fffd}</text>"
        );
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(
            [0.0, -0.001, 1.5, 2.0, 10.0, 1.239].map(number),
            ["0", "0", "1.5", "2", "10", "1.24"]
        );
    }
}
