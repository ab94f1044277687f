//! Joins the lines that make one paragraph, across line ends, page breaks and footnotes.

use super::{
    draft::Draft,
    lines::{Line, Profile},
    notes::Stretch,
    pages::Part,
    script::{is_chinese, is_closed, is_prose},
    shape::{Marker, Shape, Style, shape},
    words::Words,
};
use crate::model::BlockKind;

/// A line without its end that is narrower than this is no part of a broken sentence.
const SENTENCE_WIDTH: usize = 40;
/// A line without its end that is wider than this is no heading.
pub(super) const HEADING_WIDTH: usize = 80;

/// Joins lines to blocks. What interrupts a paragraph comes after it.
pub(super) fn join(
    lines: &[Line],
    parts: &[Part],
    stretches: Vec<Stretch>,
    profile: Profile,
    words: &Words,
) -> Vec<Draft> {
    let mut joiner = Joiner { profile, words, done: Vec::new(), open: None, waiting: Vec::new() };
    let mut stretches = stretches.into_iter().peekable();
    let mut at = 0;
    while let (Some(line), Some(part)) = (lines.get(at), parts.get(at)) {
        if let Some(stretch) = stretches.next_if(|stretch| stretch.start == at) {
            joiner.waiting.extend(stretch.notes);
            at = stretch.end.max(at + 1);
            continue;
        }
        match part {
            Part::Nothing => {}
            Part::RunningHead => joiner.waiting.push(Draft::new(BlockKind::RunningHead, line)),
            Part::Contents => joiner.put(Draft::new(BlockKind::Contents, line)),
            Part::Body => joiner.line(line),
        }
        at += 1;
    }
    joiner.flush();
    joiner.done
}

struct Joiner<'a> {
    profile: Profile,
    words: &'a Words,
    done: Vec<Draft>,
    open: Option<Draft>,
    waiting: Vec<Draft>,
}

impl Joiner<'_> {
    fn line(&mut self, line: &Line) {
        let broken = !self.waiting.is_empty();
        if let Some(open) = &mut self.open
            && goes_on(open, line, self.profile, self.words, broken)
        {
            open.push(line);
            return;
        }
        self.flush();
        self.open = Some(Draft::new(BlockKind::Paragraph, line));
    }

    fn put(&mut self, draft: Draft) {
        self.flush();
        self.done.push(draft);
    }

    fn flush(&mut self) {
        self.done.extend(self.open.take());
        self.done.append(&mut self.waiting);
    }
}

/// Tells whether a line is the next one of an open block.
fn goes_on(open: &Draft, line: &Line, profile: Profile, words: &Words, broken: bool) -> bool {
    if open.hyphenated {
        return true;
    }
    let closed = is_closed(&open.text);
    let full = profile.is_full(open.last_width);
    if !may_go_on(open, line, words, !closed && full) {
        return false;
    }
    let wraps = profile.wrap.is_some() && !is_heading(open, closed) && {
        if closed {
            let separated = line.gap > 0 && !profile.double_spaced;
            full && !separated && !broken && !line.indented && !ends_announcement(&open.text)
        } else {
            !profile.is_short(open.last_width) || broken && is_sentence(&open.text)
        }
    };
    wraps || sentence_goes_on(open, line, words)
}

/// Tells whether neither the block nor the line is of a kind that stands by itself.
fn may_go_on(open: &Draft, line: &Line, words: &Words, amid: bool) -> bool {
    let stands = |text: &str| {
        is_box(text, words) || is_imprint(text, words) || is_known_heading(text, words)
    };
    let left = match shape(&open.text) {
        Shape::Row => false,
        Shape::Roster => amid,
        _ => !stands(&open.text),
    };
    left && !stands(&line.text)
        && match shape(&line.text) {
            Shape::Plain => true,
            Shape::Marked(Marker { style: Style::Circled, .. }) => amid,
            _ => false,
        }
}

/// Tells whether a block is a numbered heading of one line, as far as its text says.
fn is_heading(open: &Draft, closed: bool) -> bool {
    !closed
        && open.origins.len() == 1
        && matches!(shape(&open.text), Shape::Marked(marker)
        if marker.style != Style::Digit(1) || !is_sentence(&open.text))
        && open.width() <= HEADING_WIDTH
        && !ends_amid(&open.text)
}

/// Tells whether a page break fell into a sentence.
///
/// This looks at the texts alone, so that a text once repaired is not joined any further, except
/// for a short first part, which may be a heading with a comma: there the page break must show.
fn sentence_goes_on(open: &Draft, line: &Line, words: &Words) -> bool {
    if is_closed(&open.text) || !is_sentence(&open.text) || open.width() < SENTENCE_WIDTH {
        return false;
    }
    let citation = |text: &str| words.citations.iter().any(|word| text.contains(word.as_str()));
    let whole = |text: &str| text.starts_with(['(', '（', '—', '-']);
    if citation(&open.text) || citation(&line.text) || whole(&line.text) {
        return false;
    }
    if ends_amid(&open.text) {
        return true;
    }
    let sure = open.text.contains('。') || open.width() > HEADING_WIDTH && !is_numbered(&open.text);
    let page_break = line.gap >= 2 && !is_numbered_section(&open.text);
    let follows = is_sentence(&line.text) || is_closed(&line.text) || line.width > HEADING_WIDTH;
    (sure || page_break || line.gap == 1 && open.width() > HEADING_WIDTH) && follows
}

fn is_numbered(text: &str) -> bool {
    matches!(shape(text), Shape::Marked(_))
}

fn is_numbered_section(text: &str) -> bool {
    matches!(shape(text), Shape::Marked(marker) if marker.style != Style::Digit(1))
}

/// Tells whether the text has a mark that only sentences have, in either width.
fn is_sentence(text: &str) -> bool {
    is_prose(text) || {
        let mut before = ' ';
        text.chars().any(|c| {
            let found = matches!(c, ',' | ';') && is_chinese(before);
            before = c;
            found
        })
    }
}

/// Tells whether the text ends with a mark after which every sentence goes on.
pub(super) fn ends_amid(text: &str) -> bool {
    text.ends_with(['，', ',', '、'])
}

fn ends_announcement(text: &str) -> bool {
    text.ends_with(['：', ':'])
}

/// Tells whether the text is the heading of a box: `专栏4 …`.
pub(super) fn is_box(text: &str, words: &Words) -> bool {
    let mut rests = words.boxes.iter().filter_map(|word| text.strip_prefix(word.as_str()));
    rests.any(|rest| {
        let bare = rest.trim_start();
        let number = |c: char| c.is_ascii_digit() || super::script::is_numeral(c);
        bare.starts_with(number) && !is_closed(text)
            || bare.starts_with(['：', ':']) && text.len() < 160
    })
}

/// Tells whether the text names author or source.
pub(super) fn is_imprint(text: &str, words: &Words) -> bool {
    let bare = text.trim_start_matches(['(', '（', ' ']);
    text.len() < 300
        && !text.contains('。')
        && words.imprints.iter().any(|word| bare.starts_with(word.as_str()))
}

/// Tells whether the text is a heading that is known by its words.
pub(super) fn is_known_heading(text: &str, words: &Words) -> bool {
    text.len() < 60 && {
        let bare: String =
            text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '：' | ':')).collect();
        words.headings.contains(&bare)
    }
}
