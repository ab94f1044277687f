//! Tells headings, items, roster entries and imprints from paragraphs.

use super::{
    blocks::{BARE_HEADING_WIDTH, HEADING_WIDTH, ends_amid, is_box, is_imprint, is_known_heading},
    draft::Draft,
    script::{is_closed, is_prose},
    shape::{Marker, Shape, Style, is_roster_entry, shape},
    words::Words,
};
use crate::model::BlockKind;

/// A title's line is no wider than this.
const TITLE_WIDTH: usize = 110;
/// A line of authors with an ornament before it is no longer, in characters.
const LONGEST_AUTHORS: usize = 24;
/// So many short lines without an end are a list.
const LIST_LINES: usize = 3;
/// So many lines of names with affiliations are a roster, numbered or not.
const ROSTER_LINES: usize = 3;

/// Gives each block its kind.
pub(super) fn classify(drafts: &mut [Draft], words: &Words) {
    let shapes: Vec<Shape> = drafts.iter().map(|draft| shape(&draft.text)).collect();
    for at in 0..drafts.len() {
        let kind = kind_of(drafts, &shapes, at, words);
        if let (Some(draft), Some(kind)) = (drafts.get_mut(at), kind) {
            draft.kind = kind;
        }
    }
    mark_title(drafts, words);
    mark_rosters(drafts);
    mark_bare_headings(drafts, &shapes, words);
    set_circled_levels(drafts, &shapes);
}

/// Returns the kind of a block that its own text and its neighbours' markers tell.
fn kind_of(drafts: &[Draft], shapes: &[Shape], at: usize, words: &Words) -> Option<BlockKind> {
    let draft = drafts.get(at).filter(|draft| draft.kind == BlockKind::Paragraph)?;
    match *shapes.get(at)? {
        Shape::Roster => Some(BlockKind::RosterEntry),
        Shape::Bullet => Some(BlockKind::ListItem),
        Shape::Plain if is_box(&draft.text, words) => Some(BlockKind::BoxHeading),
        Shape::Plain if is_known_heading(&draft.text, words) => Some(BlockKind::Heading(1)),
        Shape::Row | Shape::Plain => None,
        Shape::Marked(marker) => Some(numbered(drafts, shapes, at, marker)),
    }
}

/// Tells numbered headings from the items of a list.
fn numbered(drafts: &[Draft], shapes: &[Shape], at: usize, marker: Marker) -> BlockKind {
    let heading = BlockKind::Heading(marker.style.level());
    let Some(draft) = drafts.get(at) else {
        return heading;
    };
    let announces = draft.text.ends_with(['：', ':']) && !is_prose(&draft.text);
    let open = !is_closed(&draft.text) || announces;
    if !open || draft.width > HEADING_WIDTH || marker.style == Style::Article {
        return BlockKind::ListItem;
    }
    let same = |index: Option<usize>| {
        let other = index.and_then(|index| shapes.get(index));
        matches!(other, Some(Shape::Marked(other)) if other.style == marker.style
            && other.number.abs_diff(marker.number) == 1)
    };
    let listed = same(at.checked_sub(1)) || same(Some(at + 1));
    let last = at + 1 == drafts.len();
    let section = matches!(marker.style, Style::Chapter | Style::Section | Style::Numeral);
    if (listed || last) && !section { BlockKind::ListItem } else { heading }
}

/// Marks the lines of the title, and of the imprint below it.
fn mark_title(drafts: &mut [Draft], words: &Words) {
    let mut first = true;
    // 2023年第11期 above the title: a running head.
    let marks: Vec<Option<char>> = drafts.iter().map(|draft| ornament(&draft.text)).collect();
    let lines = drafts.iter_mut().zip(0..);
    for (draft, at) in lines.skip_while(|(draft, _)| draft.kind == BlockKind::RunningHead) {
        let imprint = is_imprint(&draft.text, words) || is_parenthesis(&draft.text);
        // ● 张三　李四: a mark of ornament before the authors.
        let mark = marks.get(at).copied().flatten();
        let alone = mark.is_some() && marks.get(at + 1).copied().flatten() != mark;
        let authors = draft.kind == BlockKind::ListItem && !first && alone && is_names(&draft.text);
        let plain = draft.kind == BlockKind::Paragraph || authors;
        let title = plain
            && (!is_closed(&draft.text)
                && draft.width <= TITLE_WIDTH
                && !draft.text.contains('。')
                && (first || !is_prose(&draft.text))
                || imprint);
        if !title {
            return;
        }
        draft.kind = BlockKind::Title;
        first = false;
    }
}

/// The ornament that a line begins with.
fn ornament(text: &str) -> Option<char> {
    text.chars().next().filter(|c| matches!(c, '●' | '◎' | '■' | '□' | '○' | '◆' | '◇' | '▲'))
}

/// Tells whether a line is nothing but pieces as long as names behind an ornament.
fn is_names(text: &str) -> bool {
    let mut pieces =
        text.split([' ', '\u{3000}', '、', '，']).filter(|piece| ornament(piece).is_none());
    text.chars().count() <= LONGEST_AUTHORS
        && pieces.all(|piece| {
            piece.is_empty()
                || (2..=4).contains(&piece.chars().count())
                    && piece.chars().all(super::script::is_han)
        })
}

/// Marks lines of names with affiliations where several stand together.
fn mark_rosters(drafts: &mut [Draft]) {
    let is_entry = |draft: &Draft| {
        draft.kind == BlockKind::RosterEntry
            || draft.kind == BlockKind::Paragraph
                && !is_closed(&draft.text)
                && is_roster_entry(draft.text.trim_start_matches(['-', '•', ' ']))
    };
    let flags: Vec<bool> = drafts.iter().map(is_entry).collect();
    let mut at = 0;
    while at < flags.len() {
        let run = flags.iter().skip(at).take_while(|flag| **flag).count();
        if run >= ROSTER_LINES {
            for draft in drafts.iter_mut().skip(at).take(run) {
                draft.kind = BlockKind::RosterEntry;
            }
        }
        at += run.max(1);
    }
}

/// Marks short lines without a number and without an end, between paragraphs, as headings.
///
/// Where many stand together, the first is the heading of a list, and the others are its items.
fn mark_bare_headings(drafts: &mut [Draft], shapes: &[Shape], words: &Words) {
    let mut level = 1;
    let mut run = 0;
    for at in (0..drafts.len()).rev() {
        let last = at + 1 == drafts.len();
        let Some(draft) = drafts.get(at) else {
            continue;
        };
        if let (BlockKind::Heading(_), Some(Shape::Marked(marker))) = (draft.kind, shapes.get(at)) {
            level = level_before(*marker);
        }
        let kind = bare_kind(draft, shapes.get(at), words).filter(|_| at > 0 || !last);
        run = if kind == Some(BlockKind::Heading(1)) { run + 1 } else { 0 };
        let kind = match kind {
            Some(BlockKind::Heading(_)) if last => BlockKind::Title,
            Some(BlockKind::Heading(_)) => BlockKind::Heading(level),
            Some(kind) => kind,
            None => continue,
        };
        if let Some(draft) = drafts.get_mut(at) {
            draft.kind = kind;
        }
        if run >= LIST_LINES {
            for item in
                drafts.iter_mut().skip(at + 1).take(if run == LIST_LINES { run - 1 } else { 1 })
            {
                item.kind = BlockKind::ListItem;
            }
        }
    }
}

/// Returns the kind of a line without a number and without an end, if it is short.
fn bare_kind(draft: &Draft, shape: Option<&Shape>, words: &Words) -> Option<BlockKind> {
    let text = draft.text.as_str();
    let bare = draft.kind == BlockKind::Paragraph && shape == Some(&Shape::Plain);
    if !bare || is_closed(text) {
        None
    } else if is_imprint(text, words) || is_parenthesis(text) || is_signature(text) {
        Some(BlockKind::Title)
    } else {
        let short = draft.width <= BARE_HEADING_WIDTH && !draft.has_stop;
        (short && !ends_amid(text) && !has_address(text)).then_some(BlockKind::Heading(1))
    }
}

/// Returns the level of a heading without a number before the next one with a number: its own,
/// or one above it where that begins to count.
fn level_before(next: Marker) -> u8 {
    let level = next.style.level();
    if next.number == 1 { level.saturating_sub(1).max(1) } else { level.min(2) }
}

/// A circled number among headings counts on from the one before: `四`, then `⑤`.
fn set_circled_levels(drafts: &mut [Draft], shapes: &[Shape]) {
    let mut before: Option<(u32, u8)> = None;
    for (draft, shape) in drafts.iter_mut().zip(shapes) {
        let BlockKind::Heading(level) = draft.kind else {
            continue;
        };
        let Shape::Marked(marker) = shape else {
            continue;
        };
        let level = match before {
            Some((number, level))
                if marker.style == Style::Circled && number + 1 == marker.number =>
            {
                level
            }
            _ => level,
        };
        draft.kind = BlockKind::Heading(level);
        before = Some((marker.number, level));
    }
}

/// `（本社某地11月7日电）`
fn is_parenthesis(text: &str) -> bool {
    text.starts_with(['（', '('])
        && text.ends_with(['）', ')'])
        && text.len() < 300
        && text.matches(['（', '(']).count() == 1
}

/// `——某某委员会`, `2019年10月`
fn is_signature(text: &str) -> bool {
    let date = text.ends_with(['年', '月', '日']) && text.starts_with(|c: char| c.is_ascii_digit());
    text.len() < 120 && (text.starts_with("——") || date && text.len() < 40)
}

fn has_address(text: &str) -> bool {
    text.contains("://") || text.contains("www.")
}
