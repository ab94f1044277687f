//! Tells headings, items, roster entries and imprints from paragraphs.

use super::{
    blocks::{HEADING_WIDTH, ends_amid, is_box, is_imprint, is_known_heading},
    draft::Draft,
    script::{is_closed, is_prose},
    shape::{Marker, Shape, Style, is_roster_entry, shape},
    words::Words,
};
use crate::model::BlockKind;

/// A heading without a number is no wider than this.
const BARE_HEADING_WIDTH: usize = 56;
/// A title's line is no wider than this.
const TITLE_WIDTH: usize = 110;
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
        Shape::Row => None,
        Shape::Plain if is_box(&draft.text, words) => Some(BlockKind::BoxHeading),
        Shape::Plain if is_known_heading(&draft.text, words) => Some(BlockKind::Heading(1)),
        Shape::Plain => None,
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
    if !open || draft.width() > HEADING_WIDTH || marker.style == Style::Article {
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
    if listed && !section || last && !section { BlockKind::ListItem } else { heading }
}

/// Marks the lines of the title, and of the imprint below it.
fn mark_title(drafts: &mut [Draft], words: &Words) {
    let mut first = true;
    for draft in drafts.iter_mut() {
        let imprint = is_imprint(&draft.text, words) || is_parenthesis(&draft.text);
        let title = draft.kind == BlockKind::Paragraph
            && (!is_closed(&draft.text)
                && draft.width() <= TITLE_WIDTH
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

/// Marks short lines without a number and without an end, between paragraphs.
fn mark_bare_headings(drafts: &mut [Draft], shapes: &[Shape], words: &Words) {
    for at in 0..drafts.len() {
        let Some(draft) = drafts.get(at) else {
            continue;
        };
        let bare = draft.kind == BlockKind::Paragraph
            && matches!(shapes.get(at), Some(Shape::Plain))
            && !is_closed(&draft.text);
        if !bare {
            continue;
        }
        let text = draft.text.as_str();
        let kind = if is_imprint(text, words) || is_parenthesis(text) || is_signature(text) {
            BlockKind::Title
        } else if draft.width() > BARE_HEADING_WIDTH
            || is_prose(text)
            || ends_amid(text)
            || has_address(text)
        {
            continue;
        } else if drafts.get(at + 1).is_some() {
            BlockKind::Heading(level_before(drafts, shapes, at))
        } else {
            BlockKind::Title
        };
        if let Some(draft) = drafts.get_mut(at) {
            draft.kind = kind;
        }
    }
}

/// Returns the level of a heading without a number: that of the next one with a number, or one
/// above it where that begins to count.
fn level_before(drafts: &[Draft], shapes: &[Shape], at: usize) -> u8 {
    let mut after = drafts.iter().zip(shapes).skip(at + 1);
    let next = after.find_map(|(draft, shape)| match (draft.kind, shape) {
        (BlockKind::Heading(_), Shape::Marked(marker)) => Some(marker),
        _ => None,
    });
    match next {
        Some(marker) if marker.number == 1 => marker.style.level().saturating_sub(1).max(1),
        Some(marker) => marker.style.level().min(2),
        None => 1,
    }
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
