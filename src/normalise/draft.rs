//! Blocks in the making: lines joined, with the place that each piece came from.

use super::{
    lines::Line,
    script::{is_chinese, is_latin, is_prose_mark},
    shape::Shape,
};
use crate::model::BlockKind;

/// A block in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    /// What it is taken for.
    pub(super) kind: BlockKind,
    /// Its text.
    pub(super) text: String,
    /// What its first line looks like.
    pub(super) shape: Shape,
    /// From which byte of the text on it comes from which line.
    pub(super) origins: Vec<(usize, u32)>,
    /// Its width in columns.
    pub(super) width: usize,
    /// Whether it has a mark that only sentences have.
    pub(super) has_comma: bool,
    /// Whether a sentence ends in it.
    pub(super) has_stop: bool,
    /// The width of its last line in columns.
    pub(super) last_width: usize,
    /// Whether its last line ends within a word.
    pub(super) hyphenated: bool,
}

impl Draft {
    /// Begins a block with a line.
    pub(super) fn new(kind: BlockKind, line: &Line) -> Self {
        Self {
            kind,
            text: line.text.clone(),
            shape: line.shape,
            origins: vec![(0, line.number)],
            width: line.width,
            has_comma: is_sentence(&line.text),
            has_stop: line.text.contains('。'),
            last_width: line.width,
            hyphenated: line.hyphenated,
        }
    }

    /// Puts a line at the end, with a space where two words meet.
    pub(super) fn push(&mut self, line: &Line) {
        if !self.hyphenated && needs_space(&self.text, &line.text) {
            self.text.push(' ');
        }
        self.origins.push((self.text.len(), line.number));
        self.has_comma |= is_sentence(&line.text) || ends_in_comma(&self.text, &line.text);
        self.text.push_str(&line.text);
        self.width += line.width;
        self.has_stop |= line.text.contains('。');
        self.last_width = line.width;
        self.hyphenated = line.hyphenated;
    }

    /// Puts another block at the end.
    pub(super) fn append(&mut self, other: &Self) {
        if !self.hyphenated && needs_space(&self.text, &other.text) {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.origins.extend(other.origins.iter().map(|&(at, line)| (start + at, line)));
        self.has_comma |= other.has_comma || ends_in_comma(&self.text, &other.text);
        self.text.push_str(&other.text);
        self.width += other.width;
        self.has_stop |= other.has_stop;
        self.last_width = other.last_width;
        self.hyphenated = other.hyphenated;
    }

    /// Returns the text of its last line.
    pub(super) fn last_line(&self) -> &str {
        let start = self.origins.last().map_or(0, |&(start, _)| start);
        self.text.get(start..).unwrap_or_default()
    }
}

/// Tells whether the text has a mark that only sentences have, in either width.
pub(super) fn is_sentence(text: &str) -> bool {
    let mut before = ' ';
    let seen = |c: &char| !c.is_whitespace() && !matches!(c, '"' | '\'');
    let mut chars = text.chars().filter(seen).peekable();
    while let Some(c) = chars.next() {
        let ascii = matches!(c, ',' | ';' | '!' | '?');
        if is_prose_mark(c)
            || ascii && (is_chinese(before) || chars.peek().is_some_and(|&c| is_chinese(c)))
        {
            return true;
        }
        before = c;
    }
    false
}

/// Tells whether an ASCII comma at the end of a line is a Chinese one, for what comes next.
fn ends_in_comma(before: &str, after: &str) -> bool {
    before.trim_end().ends_with([',', ';']) && after.starts_with(is_chinese)
}

/// Tells whether words meet where two lines are joined; numbers and addresses go on instead.
fn needs_space(before: &str, after: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
        return false;
    };
    let alphanumeric = |c: char| is_latin(c) || c.is_ascii_digit();
    let word = before.rsplit(|c: char| !c.is_ascii_graphic()).next().unwrap_or_default();
    let address = word.contains(['/', '@', '_']);
    let ends_word = alphanumeric(last) || matches!(last, ',' | ';');
    ends_word
        && alphanumeric(first)
        && !address
        && !(last.is_ascii_digit() && first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_apart_and_numbers_joined() {
        assert!(needs_space("the ocean", "and"));
        assert!(needs_space("peace,", "order"));
        assert!(!needs_space("20", "23"));
        assert!(!needs_space("https://a.cn/b", "c"));
        assert!(!needs_space("海", "洋"));
    }
}
