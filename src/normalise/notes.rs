//! Footnotes that stand between the halves of a body sentence, with marks apart from texts.
//!
//! A PDF gives a page's text in the order of its boxes: the body, the marks of its notes, the
//! notes' texts in smaller type, then the next page's body. A stretch of note lines begins with a
//! mark or a box of longer lines, and ends with the page.

use super::{
    draft::Draft,
    lines::{Line, Profile},
    pages::Part,
    script::{circled, is_closed, opens_in_circle},
    shape::{Shape, Style},
};
use crate::model::BlockKind;

/// So many empty lines are a page break.
const PAGE_BREAK: u32 = 3;

/// Notes found in a stretch of lines.
#[derive(Debug)]
pub(super) struct Stretch {
    /// The stretch's first line.
    pub(super) start: usize,
    /// The line after its last.
    pub(super) end: usize,
    /// The notes.
    pub(super) notes: Vec<Draft>,
}

/// Finds the stretches of note lines, in order; none in a text whose body has no note marks.
pub(super) fn find(lines: &[Line], parts: &[Part], profile: Profile) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    if !lines
        .iter()
        .zip(parts)
        .any(|(line, part)| *part == Part::Body && has_inner_mark(&line.text))
    {
        return stretches;
    }
    let mut at = 0;
    while at < lines.len() {
        if !begins(lines, parts, at, profile) {
            at += 1;
            continue;
        }
        let end = end_of(lines, parts, at, profile);
        let stretch = lines.get(at..end).unwrap_or_default();
        let mut notes = split(stretch, profile);
        if let Some(open) = stretches.last_mut().and_then(|before| before.notes.last_mut()) {
            go_on(open, &mut notes);
        }
        stretches.push(Stretch { start: at, end, notes });
        at = end;
    }
    stretches
}

/// Tells whether a mark stands within the text, behind what it notes.
fn has_inner_mark(text: &str) -> bool {
    text.chars().skip(1).any(|c| circled(c).is_some()) && !is_marks(text)
}

/// Tells whether a line has marks of notes and nothing else.
fn is_marks(text: &str) -> bool {
    text.chars().all(|c| circled(c).is_some() || c.is_whitespace())
}

fn begins(lines: &[Line], parts: &[Part], at: usize, profile: Profile) -> bool {
    let (Some(line), Some(Part::Body)) = (lines.get(at), parts.get(at)) else {
        return false;
    };
    if opens_in_circle(&line.text) {
        return !continues_body(lines, at, profile);
    }
    let boxed = line.indented || line.gap >= PAGE_BREAK;
    boxed && at > 0 && {
        let rest = lines.get(at..).unwrap_or_default();
        let own = 1 + rest.iter().skip(1).take(2).take_while(|line| !is_box_start(line)).count();
        rest.iter().take(own).any(|line| profile.is_small_type(line.width))
    }
}

/// A mark at the start of a line may belong to the word before it: `海洋，` / `②也是`.
fn continues_body(lines: &[Line], at: usize, profile: Profile) -> bool {
    let (Some(line), Some(before)) =
        (lines.get(at), at.checked_sub(1).and_then(|at| lines.get(at)))
    else {
        return false;
    };
    let spaced = line.text.chars().nth(1) == Some(' ');
    !spaced && !is_marks(&line.text) && profile.is_full(before.width) && line.gap < PAGE_BREAK
}

fn is_box_start(line: &Line) -> bool {
    line.indented || line.gap >= PAGE_BREAK
}

/// Returns the line after a stretch: the next page's first, or the next box of body text.
fn end_of(lines: &[Line], parts: &[Part], start: usize, profile: Profile) -> usize {
    let mut texts = 0;
    for (at, line) in lines.iter().enumerate().skip(start) {
        let mark = opens_in_circle(&line.text);
        let body_type = !profile.is_small_type(line.width);
        let ends = at > start
            && (parts.get(at) == Some(&Part::Contents)
                || line.gap >= PAGE_BREAK && !mark
                || profile.wrap.is_none() && !mark && texts > 0
                || line.indented && !mark && body_type && texts > 0
                || texts > 0 && is_heading_marker(line));
        if ends {
            return at;
        }
        texts += usize::from(!is_marks(&line.text));
    }
    lines.len()
}

/// Tells whether a line begins a section of the body.
pub(super) fn is_heading_marker(line: &Line) -> bool {
    use Style::{Chapter, Numeral, NumeralInParentheses, Section};
    matches!(line.shape, Shape::Marked(marker)
        if matches!(marker.style, Chapter | Section | Numeral | NumeralInParentheses))
        && !is_closed(&line.text)
}

/// Splits a stretch into its notes, and gives them the marks that stand apart if they are as many.
fn split(stretch: &[Line], profile: Profile) -> Vec<Draft> {
    let margin = stretch.iter().map(|line| line.width).max().unwrap_or(0);
    let mut marks: Vec<&Line> = Vec::new();
    let mut notes: Vec<Draft> = Vec::new();
    let mut ended = true;
    for line in stretch {
        if is_marks(&line.text) {
            marks.push(line);
            continue;
        }
        let marked = opens_in_circle(&line.text);
        let apart =
            ended && (line.gap > 0 || notes.last().is_none_or(|note| is_short(note, margin)));
        match notes.last_mut() {
            Some(note) if !marked && !apart => note.push(line),
            _ => notes.push(Draft::new(BlockKind::Footnote, line)),
        }
        ended = ends_note(&line.text) || profile.wrap.is_none();
    }
    if marks.len() == notes.len() {
        for (note, mark) in notes.iter_mut().zip(marks) {
            put_mark(note, mark);
        }
    }
    notes
}

fn is_short(note: &Draft, margin: usize) -> bool {
    note.last_width * 100 < margin * 97
}

/// A note ends with a sentence, or with an address.
fn ends_note(text: &str) -> bool {
    is_closed(text) && !text.ends_with(['；', '：', ':', ';'])
        || text.ends_with("/ .")
        || text.ends_with("/.")
}

fn put_mark(note: &mut Draft, mark: &Line) {
    let head = format!("{} ", mark.text.trim());
    for (at, _) in &mut note.origins {
        *at += head.len();
    }
    note.origins.insert(0, (0, mark.number));
    note.text.insert_str(0, &head);
}

/// Joins the end of a note that the last page broke off: `第 44-` / `67 页。`
fn go_on(open: &mut Draft, notes: &mut Vec<Draft>) {
    let rest = notes.first().filter(|note| note.width * 2 < open.last_width);
    if let Some(rest) = rest.filter(|_| !ends_note(&open.text)) {
        open.append(rest);
        notes.remove(0);
    }
}
