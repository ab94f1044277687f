//! Repairs what PDFs and pages do to Chinese text: [`normalise`] makes a [`Document`] of a [`Source`].
//!
//! Characters are repaired first, line by line; then lines are sorted into text, notes, heads and
//! contents, and joined to blocks; then each block's marks and spaces are repaired as a whole.

mod blocks;
mod draft;
mod front;
mod glyphs;
mod inline;
mod layout;
mod lines;
mod notes;
mod pages;
mod punctuation;
mod references;
mod script;
mod sentences;
mod shape;
mod spacing;
mod tables;
mod words;

pub(crate) use references::{TypeCode, type_codes};
pub(crate) use script::circled;
pub use sentences::{clauses, sentences};
pub use words::{Repairs, RepairsError};

use crate::{
    model::{Block, BlockKind, Document, Origin, Outcome, Span},
    source::Source,
};
use draft::Draft;
use punctuation::Glyph;
use words::Rule;

/// A repair of wording may make room for another, so often at the most.
const ROUNDS: usize = 4;
/// The numbers of references in brackets have no more characters than this.
const LONGEST_MARK: usize = 14;

/// Repairs a text: one block for each paragraph, heading, item, entry and note.
///
/// Takes time linear in the text's length.
pub fn normalise(source: &Source, repairs: &Repairs) -> Outcome<Document> {
    let raw: Vec<&str> = source.raw.split('\n').collect();
    let (front, taken) = front::take(&raw);
    let mut warnings = Vec::new();
    let lines = lines::read(source, &raw, &taken, &mut warnings);
    let profile = lines::Profile::of(&lines);
    let parts = pages::parts(&lines, &repairs.words);
    let stretches = notes::find(&lines, &parts, profile);
    let noted = !stretches.is_empty();
    let stretches = references::find(&lines, &parts, stretches, profile, &repairs.words);
    let marks = Marks {
        circled: noted || references::are_circled(&stretches),
        leading: noted,
        bracketed: references::are_bracketed(&stretches),
    };
    let mut drafts = blocks::join(&lines, &parts, stretches, profile, &repairs.words);
    layout::classify(&mut drafts, &repairs.words);
    let mut document = Document {
        id: source.id.clone(),
        path: source.path.clone(),
        front,
        text: String::with_capacity(source.raw.len()),
        blocks: Vec::with_capacity(drafts.len()),
        origins: Vec::new(),
    };
    for draft in &drafts {
        put(&mut document, draft, marks, repairs);
    }
    Outcome { value: document, warnings }
}

/// What a text's notes are numbered with, and what of it is dropped from the text around them.
#[derive(Clone, Copy)]
struct Marks {
    /// Numbers in circles.
    circled: bool,
    /// Also those that a block of text begins with: the text has its notes' marks.
    leading: bool,
    /// Numbers in brackets.
    bracketed: bool,
}

/// Repairs a block as a whole, and puts it at the end of the document.
fn put(document: &mut Document, draft: &Draft, marks: Marks, repairs: &Repairs) {
    let mut block = glyphs_of(draft);
    if marks.bracketed && draft.kind != BlockKind::Footnote {
        drop_bracketed(&mut block);
    }
    if marks.circled {
        drop_marks(&mut block, draft.kind == BlockKind::Footnote || !marks.leading);
    }
    punctuation::repair(&mut block);
    spacing::repair(&mut block);
    let notes = match draft.kind {
        BlockKind::Footnote => Vec::new(),
        _ => inline::take(&mut block, &repairs.words),
    };
    append(document, block, draft.kind, repairs);
    for note in notes {
        append(document, note, BlockKind::Footnote, repairs);
    }
}

/// Puts the characters of a block at the end of the document, with the repairs of wording.
fn append(document: &mut Document, mut block: Vec<Glyph>, kind: BlockKind, repairs: &Repairs) {
    if block.is_empty() {
        return;
    }
    if !document.text.is_empty() {
        document.text.push('\n');
    }
    let start = document.text.len();
    document.text.extend(block.iter().map(|glyph| glyph.c));
    for _ in 0..ROUNDS {
        if !repairs.any.is_match(document.text.get(start..).unwrap_or_default()) {
            break;
        }
        for rule in &repairs.rules {
            reword(&mut block, rule);
        }
        document.text.truncate(start);
        document.text.extend(block.iter().map(|glyph| glyph.c));
    }
    put_origins(&mut document.origins, start, &block);
    let span = Span::new(&document.text, start, document.text.len());
    document.blocks.extend(span.map(|span| Block { kind, span }));
}

/// Notes where the line changes from which the characters of a block come.
fn put_origins(origins: &mut Vec<Origin>, start: usize, block: &[Glyph]) {
    let mut at = start;
    let mut line = origins.last().map(|origin| origin.line);
    for glyph in block {
        if line != Some(glyph.line) {
            let text = u32::try_from(at).unwrap_or(u32::MAX);
            origins.push(Origin { text, line: glyph.line, page: None });
            line = Some(glyph.line);
        }
        at += glyph.c.len_utf8();
    }
}

/// Returns a block's characters, each with its line.
fn glyphs_of(draft: &Draft) -> Vec<Glyph> {
    let text = shape::without_dash(&draft.text);
    let skipped = draft.text.len() - text.len();
    let mut origins = draft.origins.iter().copied().peekable();
    let mut line = 1;
    let mut glyphs = Vec::with_capacity(text.len() / 2);
    for (at, c) in text.char_indices() {
        while let Some((_, next)) = origins.next_if(|&(start, _)| start <= at + skipped) {
            line = next;
        }
        glyphs.push(Glyph { c, line });
    }
    glyphs
}

/// Drops the marks of notes, but for the one that a block begins with, if that is its own.
fn drop_marks(block: &mut Vec<Glyph>, own: bool) {
    let mut first = own;
    block.retain(|glyph| std::mem::take(&mut first) || circled(glyph.c).is_none());
}

/// Drops the numbers of references in brackets: `早有论述[1][3-5]。`, `已有论述〔1〕。`
fn drop_bracketed(block: &mut Vec<Glyph>) {
    let mut at = 0;
    while at < block.len() {
        let part = block.get(at..).unwrap_or_default();
        let opens = part.first().is_some_and(|glyph| matches!(glyph.c, '[' | '［' | '〔' | '【'));
        let number = |glyph: &&Glyph| {
            glyph.c.is_ascii_digit()
                || matches!(glyph.c, ',' | '，' | '、' | '-' | '–' | '—' | '~' | ' ')
        };
        let inner = part.iter().skip(1).take_while(number).count();
        let digits = part.iter().skip(1).take(inner).any(|glyph| glyph.c.is_ascii_digit());
        let closes =
            part.get(inner + 1).is_some_and(|glyph| matches!(glyph.c, ']' | '］' | '〕' | '】'));
        // 国发[2016]51号: a year is no reference.
        let digit_runs = part.get(1..=inner).unwrap_or_default();
        // 国发〔81〕12号: neither is that of a document.
        let number = part.get(inner + 2..).unwrap_or_default();
        let digits_behind = number.iter().take_while(|glyph| glyph.c.is_ascii_digit()).count();
        let document =
            digits_behind > 0 && number.get(digits_behind).is_some_and(|glyph| glyph.c == '号');
        let year = digit_runs.split(|glyph| !glyph.c.is_ascii_digit()).any(|run| run.len() > 3);
        if opens && closes && digits && !year && !document && inner <= LONGEST_MARK {
            block.drain(at..at + inner + 2);
        } else {
            at += 1;
        }
    }
}

/// Applies a repair of wording. What takes the place of some characters comes from their lines.
fn reword(block: &mut Vec<Glyph>, rule: &Rule) {
    let text: String = block.iter().map(|glyph| glyph.c).collect();
    if !rule.pattern.is_match(&text) {
        return;
    }
    let mut repaired: Vec<Glyph> = Vec::with_capacity(block.len());
    let mut index = 0;
    let mut done = 0;
    for found in rule.pattern.captures_iter(&text) {
        let Some(whole) = found.get(0) else { continue };
        let before = text.get(done..whole.start()).map_or(0, |part| part.chars().count());
        let matched = whole.as_str().chars().count();
        repaired.extend(block.iter().skip(index).take(before));
        let mut replacement = String::new();
        found.expand(&rule.replacement, &mut replacement);
        let replaced: Vec<Glyph> =
            block.iter().skip(index + before).take(matched).copied().collect();
        for (at, c) in replacement.chars().enumerate() {
            let line = replaced.get(at).or(replaced.last()).map_or(1, |glyph| glyph.line);
            repaired.push(Glyph { c, line });
        }
        index += before + matched;
        done = whole.end();
    }
    repaired.extend(block.iter().skip(index));
    *block = repaired;
}

#[cfg(test)]
mod tests;
