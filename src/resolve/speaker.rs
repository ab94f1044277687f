//! What a document is, and for which state it speaks.

use std::collections::BTreeMap;

use super::{Genre, is};
use crate::{
    model::{BlockKind, Document, Mentions},
    ontology::{Ontology, terms::class as terms},
};

/// Tells what a document is by its layout and the marks of its genre.
pub(super) fn genre(document: &Document, mentions: &Mentions, ontology: &Ontology) -> Genre {
    let of = |kind: BlockKind| document.blocks.iter().filter(move |block| block.kind == kind);
    if of(BlockKind::RosterEntry).count() >= 3 {
        return Genre::Proceedings;
    }
    if of(BlockKind::Footnote).count() >= 3 {
        return Genre::Article;
    }
    let opening: String = document.text.chars().take(400).collect();
    let marks = |words: &[&str]| words.iter().any(|word| opening.contains(word));
    if marks(&["内容提要", "摘要", "文│", "文|", "作者："]) {
        return Genre::Article;
    }
    let dated = document.front.date.is_some() && document.front.publisher.is_none();
    if marks(&["网讯", "讯（", "社讯", "报讯", "记者", "通讯员"])
        || dated && subject_state(document, mentions, ontology).is_none()
    {
        return Genre::News;
    }
    Genre::Policy
}

/// Returns the mention of the state that a policy document speaks for: the one that its clauses
/// begin with most, at least five times and more than twice as often as any other.
pub(super) fn subject_state(
    document: &Document,
    mentions: &Mentions,
    ontology: &Ontology,
) -> Option<usize> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (index, mention) in mentions.names.iter().enumerate() {
        if !is(ontology, mention.class, &[terms::COUNTRY]) {
            continue;
        }
        let before = document.text.get(..mention.span.start()).unwrap_or_default();
        let opens = before.chars().next_back().is_none_or(|c| "，。；：\n".contains(c));
        let after = document.text.get(mention.span.end()..).unwrap_or_default();
        if opens && !after.starts_with(['、', '的', '—', '和', '与']) {
            let entry = counts.entry(mention.name.as_str()).or_insert((0, index));
            entry.0 += 1;
        }
    }
    let mut ranked: Vec<(usize, usize)> = counts.into_values().collect();
    ranked.sort_by_key(|(count, index)| (std::cmp::Reverse(*count), *index));
    let &(count, index) = ranked.first()?;
    let second = ranked.get(1).map_or(0, |(count, _)| *count);
    (count >= 5 && count > 2 * second).then_some(index)
}
