//! Joins the lines that make one paragraph, across line ends, page breaks and footnotes.

use super::{
    draft::{Draft, is_sentence},
    lines::{Line, Profile},
    notes::Stretch,
    pages::Part,
    script::{circled, is_closed, is_latin},
    shape::{Marker, Shape, Style},
    words::Words,
};
use crate::model::BlockKind;

/// A line without its end that is narrower than this is no part of a broken sentence.
const SENTENCE_WIDTH: usize = 40;
/// A line without its end that is wider than this is no heading.
pub(super) const HEADING_WIDTH: usize = 80;
/// A heading without a number is no wider than this.
pub(super) const BARE_HEADING_WIDTH: usize = 50;

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
    settle(joiner.done, words)
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
        let place = Place { broken: !self.waiting.is_empty(), first: self.done.is_empty() };
        if let Some(open) = &mut self.open
            && goes_on(open, line, self.profile, self.words, place)
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

/// Joins what only the end of the next block shows to be the rest of a sentence.
fn settle(drafts: Vec<Draft>, words: &Words) -> Vec<Draft> {
    let mut settled: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        while let Some(before) = settled.last() {
            let text = before.kind == BlockKind::Paragraph && draft.kind == BlockKind::Paragraph;
            let next = Next::from(&draft);
            let joins = text
                && may_go_on(before, next, words, false)
                && sentence_goes_on(before, next, words, settled.len() == 1);
            match settled.pop_if(|_| joins) {
                Some(mut before) => {
                    before.append(&draft);
                    draft = before;
                }
                None => break,
            }
        }
        settled.push(draft);
    }
    settled
}

/// What may be the rest of a broken sentence.
#[derive(Clone, Copy)]
struct Next<'a> {
    text: &'a str,
    width: usize,
    shape: Shape,
    gap: u32,
}

impl<'a> From<&'a Line> for Next<'a> {
    fn from(line: &'a Line) -> Self {
        let Line { text, width, shape, gap, .. } = line;
        Self { text, width: *width, shape: *shape, gap: *gap }
    }
}

impl<'a> From<&'a Draft> for Next<'a> {
    fn from(draft: &'a Draft) -> Self {
        Self { text: &draft.text, width: draft.width, shape: draft.shape, gap: 0 }
    }
}

/// Where an open block stands.
#[derive(Clone, Copy)]
struct Place {
    /// Notes or a running head stand between it and the next line.
    broken: bool,
    /// It is the text's first block, which may be a long title.
    first: bool,
}

/// Tells whether a line is the next one of an open block.
fn goes_on(open: &Draft, line: &Line, profile: Profile, words: &Words, place: Place) -> bool {
    if open.hyphenated && line.text.starts_with(is_latin) {
        return true;
    }
    let closed = is_closed(&open.text);
    let full = profile.is_full(open.last_width);
    let next = Next::from(line);
    if !may_go_on(open, next, words, !closed && full) {
        return false;
    }
    let wraps = profile.wrap.is_some() && !is_heading(open, closed) && {
        if closed {
            let separated = line.gap > 0 && !profile.double_spaced;
            full && !separated && !place.broken && !line.indented && !ends_announcement(&open.text)
        } else {
            !profile.is_short(open.last_width) || place.broken && open.has_comma
        }
    };
    wraps || sentence_goes_on(open, next, words, place.first)
}

/// Tells whether neither the block nor the line is of a kind that stands by itself.
fn may_go_on(open: &Draft, next: Next<'_>, words: &Words, amid: bool) -> bool {
    let stands = |text: &str| {
        is_box(text, words) || is_imprint(text, words) || is_known_heading(text, words)
    };
    let left = match open.shape {
        Shape::Row => false,
        Shape::Roster => amid,
        _ => open.origins.len() > 1 || !stands(&open.text),
    };
    left && !stands(next.text)
        && match next.shape {
            Shape::Plain => true,
            Shape::Marked(Marker { style: Style::Circled, .. }) => amid,
            _ => false,
        }
}

/// Tells whether a block is a numbered heading of one line, as far as its text says.
fn is_heading(open: &Draft, closed: bool) -> bool {
    !closed
        && open.origins.len() == 1
        && matches!(open.shape, Shape::Marked(marker)
        if marker.style != Style::Digit(1) || !open.has_comma)
        && open.width <= HEADING_WIDTH
        && !ends_amid(&open.text)
}

/// Tells whether a page break fell into a sentence.
///
/// This looks at the texts alone, so that a text once repaired is not joined any further, except
/// for a short first part, which may be a heading with a comma: there the page break must show.
/// A block with a circled number may be a note that lost its end, and stays alone.
fn sentence_goes_on(open: &Draft, next: Next<'_>, words: &Words, first: bool) -> bool {
    let note = matches!(open.shape, Shape::Marked(marker) if marker.style == Style::Circled);
    if is_closed(&open.text) || note {
        return false;
    }
    let citation = |text: &str| words.citations.iter().any(|word| text.contains(word.as_str()));
    if next.text.starts_with(['(', '（', '—', '-']) || citation(open.last_line()) {
        return false;
    }
    if ends_amid(&open.text) {
        return true;
    }
    if !open.has_comma || open.width < SENTENCE_WIDTH || citation(next.text) {
        return false;
    }
    let plain = !is_numbered(open);
    let heading = if first { HEADING_WIDTH } else { BARE_HEADING_WIDTH };
    let sure = open.has_stop || plain && open.width > heading;
    let page_break = next.gap >= 2 && !is_numbered_section(open);
    let follows = is_sentence(next.text) || is_closed(next.text) || next.width > HEADING_WIDTH;
    (sure || page_break || next.gap == 1 && open.width > HEADING_WIDTH) && follows
}

fn is_numbered(open: &Draft) -> bool {
    matches!(open.shape, Shape::Marked(_))
}

fn is_numbered_section(open: &Draft) -> bool {
    matches!(open.shape, Shape::Marked(marker) if marker.style != Style::Digit(1))
}

/// Tells whether the text ends with a mark after which every sentence goes on.
pub(super) fn ends_amid(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c == ' ' || circled(c).is_some());
    bare.ends_with(['，', ',', '、'])
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
    if text.len() >= 60 {
        return false;
    }
    let spelled = spelled(text).collect::<String>();
    words.headings.iter().chain(&words.references).any(|word| *word == spelled)
}

/// Tells whether a text is a word, but for spaces and a colon.
pub(super) fn is_spelled(text: &str, word: &str) -> bool {
    text.len() >= word.len() && spelled(text).eq(word.chars())
}

/// The characters of a text but for spaces and colons.
fn spelled(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '：' | ':'))
}
