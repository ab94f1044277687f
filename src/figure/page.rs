//! [`Page`]: what all figures have: width, title, legend, caption, and the parameters inside.

use super::{
    canvas::{Canvas, Style, number, real},
    mark::{Shape, mark},
    text::{capital, width, wrap},
};
use crate::export::{FONTS, Language};

/// The width of the text of a page of A4, in points: 16 cm.
pub(crate) const WIDTH: f64 = 453.54;
/// What is left free at each side.
pub(crate) const MARGIN: f64 = 4.0;
/// The width that can be drawn on.
pub(crate) const ROOM: f64 = WIDTH - 2.0 * MARGIN;
/// The size of text, in points.
pub(crate) const SMALL: f64 = 7.0;
const TITLE: f64 = 10.5;
const CAPTION: f64 = 7.5;

/// A text in Chinese and in English.
pub type Phrase = (String, String);

/// What a figure says of itself.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// The language of title, legend and caption.
    pub language: Language,
    /// The title, if not the usual one.
    pub title: Option<String>,
    /// What was asked for, name and value: kept inside the file, not printed.
    pub parameters: Vec<(String, String)>,
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The file.
    pub svg: String,
    /// How high it is in print.
    pub millimetres: f64,
    /// Why nothing is drawn, where nothing is: in English, without a stop.
    pub nothing: Option<&'static str>,
}

/// What stands before a text of the legend.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sign {
    /// A mark with its colour and diameter.
    Mark(Shape, &'static str, f64),
    /// A line of a colour and width.
    Line(&'static str, f64),
    /// A bar with fill and border.
    Bar(&'static str, &'static str),
    /// A dot with whiskers.
    Whisker(&'static str),
}

impl Sign {
    fn width(self) -> f64 {
        match self {
            Self::Mark(_, _, diameter) => diameter.max(8.0),
            Self::Line(..) | Self::Bar(..) | Self::Whisker(_) => 18.0,
        }
    }

    fn height(self) -> f64 {
        if let Self::Mark(_, _, diameter) = self { diameter * 1.3 } else { 0.0 }
    }

    /// Draws the sign, its left end and its middle given.
    fn draw(self, canvas: &mut Canvas, x: f64, y: f64) {
        let to = x + self.width();
        match self {
            Self::Mark(shape, fill, size) => {
                mark(canvas, shape, (f64::midpoint(x, to), y), size, fill);
            }
            Self::Line(colour, width) => canvas.line((x, y), (to, y), colour, width),
            Self::Bar(fill, border) => {
                canvas.rectangle((x, y - 2.25), (self.width(), 4.5), fill, border);
            }
            Self::Whisker(colour) => {
                canvas.line((x, y), (to, y), colour, 0.9);
                mark(canvas, Shape::Circle, (f64::midpoint(x, to), y), 5.0, colour);
            }
        }
    }
}

/// A figure that is being drawn, from top to bottom.
pub(crate) struct Page<'a> {
    /// Where to draw.
    pub(crate) canvas: Canvas,
    /// What was drawn ends here.
    pub(crate) y: f64,
    notes: &'a Notes,
    kind: &'static str,
    title: String,
    caption: String,
    nothing: Option<&'static str>,
}

impl<'a> Page<'a> {
    /// Begins a figure with its title.
    pub(crate) fn new(kind: &'static str, usual: &str, notes: &'a Notes) -> Self {
        let title = notes.title.clone().unwrap_or_else(|| usual.to_owned());
        let canvas = Canvas::new();
        let caption = String::new();
        let mut page = Self { canvas, y: MARGIN, notes, kind, title, caption, nothing: None };
        for line in wrap(&page.title, TITLE, ROOM) {
            page.y += TITLE * 1.3;
            page.canvas.text((MARGIN, page.y - TITLE * 0.3), Style::of(TITLE).bold(), &line);
        }
        page.y += 4.0;
        page
    }

    /// Returns the language.
    pub(crate) fn language(&self) -> Language {
        self.notes.language
    }

    /// Says why a figure has nothing to show, in Chinese, and in English without a stop.
    pub(crate) fn nothing(&mut self, (chinese, english): (&str, &'static str)) {
        let what = self.notes.language.pick(chinese.to_owned(), capital(english) + ".");
        self.y += 24.0;
        self.canvas.text((MARGIN, self.y), Style::of(CAPTION).soft(), &what);
        self.y += 14.0;
        self.nothing = Some(english);
    }

    /// Writes signs with what they stand for, in as many rows as it takes.
    pub(crate) fn legend(&mut self, head: &str, entries: &[(Sign, String)]) {
        let style = Style::of(SMALL);
        let first = if head.is_empty() { MARGIN } else { MARGIN + width(head, SMALL) + 8.0 };
        let (mut x, mut row): (f64, Vec<(f64, Sign, Vec<String>)>) = (first, Vec::new());
        let mut rows = Vec::new();
        for (sign, text) in entries {
            let lines = wrap(text, SMALL, ROOM - first - sign.width() - 4.0);
            let widest = lines.iter().map(|line| width(line, SMALL)).fold(0.0, f64::max);
            let wide = sign.width() + 3.0 + widest + 9.0;
            if x + wide - 9.0 > WIDTH - MARGIN && !row.is_empty() {
                rows.push(std::mem::take(&mut row));
                x = first;
            }
            row.push((x, *sign, lines));
            x += wide;
        }
        rows.push(row);
        for (at, row) in rows.iter().enumerate() {
            let height = row.iter().map(|(_, sign, lines)| {
                let text = 10.0 + real(lines.len().max(1) - 1) * SMALL * 1.25;
                sign.height().max(text)
            });
            let height = height.fold(10.0, f64::max);
            let middle = self.y + height / 2.0;
            if at == 0 && !head.is_empty() {
                self.canvas.text((MARGIN, middle + 2.5), style.bold(), head);
            }
            for (x, sign, lines) in row {
                sign.draw(&mut self.canvas, *x, middle);
                let top = middle + 2.5 - real(lines.len() - 1) * SMALL * 0.625;
                for (line, text) in lines.iter().enumerate() {
                    let y = top + real(line) * SMALL * 1.25;
                    self.canvas.text((x + sign.width() + 3.0, y), style, text);
                }
            }
            self.y += height;
        }
        self.y += 2.0;
    }

    /// Writes whole sentences below the figure, the program's name and version last.
    pub(crate) fn caption(&mut self, sentences: &[String]) {
        let between = self.language().pick("", " ");
        let program = concat!("gongshi ", env!("CARGO_PKG_VERSION"));
        let made =
            self.language().pick(format!("{program} 绘制。"), format!("Drawn by {program}."));
        let told = sentences.iter().filter(|sentence| !sentence.is_empty());
        let all: Vec<&str> = told.map(String::as_str).chain([made.as_str()]).collect();
        self.caption = all.join(between);
        self.y += 4.0;
        for line in wrap(&self.caption, CAPTION, ROOM) {
            self.y += CAPTION * 1.35;
            self.canvas.text((MARGIN, self.y - CAPTION * 0.35), Style::of(CAPTION).soft(), &line);
        }
    }

    /// Returns the whole file.
    pub(crate) fn finish(self) -> Drawing {
        let height = self.y + MARGIN;
        let (wide, high) = (number(WIDTH), number(height));
        let millimetres = |points: f64| format!("{}mm", number(points / 72.0 * 25.4));
        let mut file = Canvas::new();
        file.insert("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        file.start(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("version", "1.1"),
                ("width", &millimetres(WIDTH)),
                ("height", &millimetres(height)),
                ("viewBox", &format!("0 0 {wide} {high}")),
                ("xml:lang", self.notes.language.pick("zh-Hans", "en")),
                ("font-family", FONTS),
                ("fill", super::canvas::INK),
                ("role", "img"),
            ],
        );
        file.holding("title", &[], &self.title);
        file.holding("desc", &[], &self.caption);
        self.metadata(&mut file);
        file.empty("rect", &[("width", &wide), ("height", &high), ("fill", "#FFFFFF")]);
        file.insert(&self.canvas.into_text());
        file.end("svg");
        let millimetres = height / 72.0 * 25.4;
        Drawing { svg: file.into_text() + "\n", millimetres, nothing: self.nothing }
    }

    /// Writes what the figure was made of, for programs.
    fn metadata(&self, file: &mut Canvas) {
        file.start("metadata", &[]);
        file.start(
            "gs:figure",
            &[
                ("xmlns:gs", "https://w3id.org/gongshi/ns#"),
                ("kind", self.kind),
                ("program", "gongshi"),
                ("version", env!("CARGO_PKG_VERSION")),
            ],
        );
        for (name, value) in &self.notes.parameters {
            file.holding("gs:parameter", &[("name", name)], value);
        }
        file.end("gs:figure");
        file.end("metadata");
    }
}
