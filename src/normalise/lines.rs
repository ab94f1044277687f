//! The lines of a file after the repair of their characters, and what they have in common.

use super::{
    draft::is_sentence,
    glyphs::{Encoding, repair_line},
    script::{is_closed, is_latin, text_width},
    shape::{Shape, shape},
};
use crate::{model::Warning, source::Source};

/// Lines narrower than this say nothing of how a file is set (headings, names, dates), nor do
/// lines without a comma.
const TELLING_WIDTH: usize = 30;

/// So few broken lines may be broken by chance.
const FEW: usize = 4;

/// One line with text on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number in the file, from 1.
    pub(super) number: u32,
    /// Its text without the spaces around it.
    pub(super) text: String,
    /// How many lines without text stand before it; a page break counts for three.
    pub(super) gap: u32,
    /// Whether it begins with white space.
    pub(super) indented: bool,
    /// Whether its last word goes on in the next line: a hyphenation mark stood at its end.
    pub(super) hyphenated: bool,
    /// Its width in columns.
    pub(super) width: usize,
    /// What it looks like, taken by itself.
    pub(super) shape: Shape,
}

/// Repairs and measures the lines of a file that are not taken by front matter.
pub(super) fn read(
    source: &Source,
    raw: &[&str],
    taken: &[bool],
    warnings: &mut Vec<Warning>,
) -> Vec<Line> {
    let encoding = Encoding::of(&source.raw);
    let mut lines = Vec::new();
    let mut gap = 0;
    for (number, (raw, taken)) in (1..).zip(raw.iter().zip(taken)) {
        if *taken {
            continue;
        }
        let mut strange = Vec::new();
        let mut text = repair_line(raw, encoding, |c| strange.push(c));
        warn(source, number, strange, warnings);
        if raw.starts_with('\u{c}') {
            gap += 3;
        }
        let indented = text.starts_with(' ');
        let bare = text.trim();
        let marked = raw.trim_end().ends_with('\u{ad}') || bare.ends_with('￣');
        let bare = bare.trim_matches(['￣', ' ']);
        let hyphenated = marked && bare.ends_with(is_latin);
        if bare.is_empty() {
            gap += 1;
            continue;
        }
        if bare.len() != text.len() {
            text = String::from(bare);
        }
        let (width, shape) = (text_width(&text), shape(&text));
        lines.push(Line { number, text, gap, indented, hyphenated, width, shape });
        gap = if raw.ends_with('\u{c}') { 3 } else { 0 };
    }
    lines
}

fn warn(source: &Source, number: u32, mut strange: Vec<char>, warnings: &mut Vec<Warning>) {
    strange.sort_unstable();
    strange.dedup();
    for c in strange {
        let message = format!("a character that cannot be repaired: U+{:04X}", u32::from(c));
        let path = source.path.clone();
        warnings.push(Warning { path, line: Some(number), message });
    }
}

/// How a file is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Profile {
    /// The width at which its paragraphs are broken into lines, where they are.
    pub(super) wrap: Option<usize>,
    /// Every line is followed by an empty one, so that these separate nothing.
    pub(super) double_spaced: bool,
}

impl Profile {
    /// Finds out from a file's lines how it is set.
    ///
    /// Broken lines stop in the midst of a sentence, and at about the same width.
    pub(super) fn of(lines: &[Line]) -> Self {
        let telling = |line: &&Line| {
            line.width >= TELLING_WIDTH && line.shape == Shape::Plain && is_sentence(&line.text)
        };
        let mut open: Vec<usize> = Vec::new();
        let mut closed = 0;
        for line in lines.iter().filter(telling) {
            if is_closed(&line.text) && !line.hyphenated {
                closed += 1;
            } else {
                open.push(line.width);
            }
        }
        open.sort_unstable();
        let Some(&middle) = open.get(open.len() / 2) else {
            return Self::default();
        };
        let near = open.iter().filter(|width| width.abs_diff(middle) * 10 <= middle).count();
        if open.len() < FEW || open.len() < closed || near * 10 < open.len() * 6 {
            return Self::default();
        }
        let full = |line: &Line| line.width * 10 >= middle * 9;
        let pairs = lines.windows(2).filter(|pair| match pair {
            [a, b] => full(a) && full(b) && !is_closed(&a.text),
            _ => false,
        });
        let (spaced, all) = pairs.fold((0, 0), |(spaced, all), pair| {
            (spaced + usize::from(pair.last().is_some_and(|line| line.gap > 0)), all + 1)
        });
        Self { wrap: Some(middle), double_spaced: spaced * 2 > all }
    }

    /// Tells whether a line of this width reaches the right margin.
    pub(super) fn is_full(self, width: usize) -> bool {
        self.wrap.is_some_and(|wrap| width * 100 >= wrap * 95)
    }

    /// Tells whether a line of this width may be the end of a paragraph only.
    pub(super) fn is_short(self, width: usize) -> bool {
        self.wrap.is_some_and(|wrap| width * 4 < wrap * 3)
    }

    /// Tells whether a line of this width is set in smaller type than the body.
    pub(super) fn is_small_type(self, width: usize) -> bool {
        self.wrap.is_some_and(|wrap| width * 100 > wrap * 115)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(raw: &str) -> Profile {
        let source = Source::new("a", "a.txt", raw);
        let raw: Vec<&str> = raw.split('\n').collect();
        Profile::of(&read(&source, &raw, &vec![false; raw.len()], &mut Vec::new()))
    }

    const WRAPPED: [&str; 5] = [
        "海洋是人类共同的家园，各国应当本着平等相待的精神，",
        "共同保护海洋环境，防止污染物经由河流进入近海水域，并且",
        "在渔业资源的养护方面开展合作，建立信息通报的制度。各",
        "方还应当支持小岛屿国家提高能力，使其能够应对海平面的",
        "上升。",
    ];

    #[test]
    fn lines_of_one_width_that_stop_in_midst_of_sentences_are_wrapped() {
        let wide = profile(&WRAPPED.join("\n"));
        assert!(wide.wrap.is_some_and(|wrap| (48..=54).contains(&wrap)), "{wide:?}");
        assert!(!wide.double_spaced);
        assert!(profile(&WRAPPED.join("\n\n")).double_spaced);
    }

    #[test]
    fn lines_that_are_paragraphs_are_not_wrapped() {
        let raw = "海洋是人类共同的家园，各国应当本着平等相待的精神。\n\n渔业资源的养护需要合作。";
        assert_eq!(profile(raw), Profile::default());
    }
}
