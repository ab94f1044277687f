//! Silent stretches: sections, and lines that look like a list or a table.

use std::collections::BTreeSet;

use super::{Kind, Silence, is_silent, speaks};
use crate::{
    model::{Block, BlockKind, Document},
    relate::Passage,
};

/// A section, list or table has so many sentences or lines with names.
const FEWEST: usize = 3;

/// Returns the sections without a fact, by their headings.
pub(super) fn sections(document: &Document, passages: &[Passage]) -> Vec<Silence> {
    let mut found = Vec::new();
    let mut heading: Option<(usize, Block)> = None;
    let ends = document.blocks.iter().enumerate().filter(|(_, block)| heads_section(block.kind));
    let mut ends: Vec<(usize, Option<Block>)> = ends.map(|(at, b)| (at, Some(*b))).collect();
    ends.push((document.blocks.len(), None));
    for (at, next) in ends {
        if let Some((start, block)) = heading {
            let within = passages.iter().filter(|passage| (start..at).contains(&passage.block));
            let speaking: Vec<&Passage> = within.filter(|passage| speaks(passage)).collect();
            if speaking.len() >= FEWEST && speaking.iter().all(|passage| is_silent(passage)) {
                let count = speaking.len();
                found.push(Silence {
                    score: 5 + count.min(5),
                    document: document.id.clone(),
                    line: document.line_of(block.span.start()),
                    kind: Kind::Section,
                    why: format!("{count} sentences with names or dates, and no fact"),
                    text: document.slice(block.span).to_owned(),
                });
            }
        }
        heading = next.map(|block| (at, block));
    }
    found
}

fn heads_section(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Heading(_) | BlockKind::BoxHeading)
}

/// Tells whether a passage is a heading or a line of a title.
pub(super) fn is_heading(document: &Document, passage: &Passage) -> bool {
    let block = document.blocks.get(passage.block);
    block.is_some_and(|block| heads_section(block.kind) || block.kind == BlockKind::Title)
}

/// Returns the lists and tables without a fact, and the blocks that they consist of.
///
/// Their lines are no sentences: they have no mark that only sentences have, follow one another,
/// and each has a name or a date.
pub(super) fn lists(document: &Document, passages: &[Passage]) -> (Vec<Silence>, BTreeSet<usize>) {
    let mut found = Vec::new();
    let mut members = BTreeSet::new();
    let mut run: Vec<&Passage> = Vec::new();
    for passage in passages.iter().map(Some).chain([None]) {
        let next = passage.filter(|passage| is_row(document, passage));
        let follows = match (run.last(), next) {
            (Some(last), Some(next)) => next.block == last.block + 1,
            _ => false,
        };
        if !follows {
            if run.len() >= FEWEST {
                found.extend(list(document, &run));
                members.extend(run.iter().map(|passage| passage.block));
            }
            run.clear();
        }
        run.extend(next);
    }
    (found, members)
}

fn is_row(document: &Document, passage: &Passage) -> bool {
    let block = document.blocks.get(passage.block);
    let text = document.slice(passage.span);
    let whole = block.is_some_and(|block| {
        !matches!(block.kind, BlockKind::Footnote | BlockKind::RosterEntry)
            && block.span == passage.span
    });
    whole && is_silent(passage) && !text.contains(['，', '。', '；', '！', '？'])
}

fn list(document: &Document, run: &[&Passage]) -> Option<Silence> {
    let first = run.first()?;
    Some(Silence {
        score: 6 + run.len().min(4),
        document: document.id.clone(),
        line: document.line_of(first.span.start()),
        kind: Kind::List,
        why: format!("{} lines like those of a list or table, and no fact", run.len()),
        text: document.slice(first.span).to_owned(),
    })
}
