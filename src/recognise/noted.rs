//! Titles that stand both in the text and in its notes are of one class.

use std::collections::{BTreeMap, BTreeSet};

use super::{citation::CITED_TITLE, lexicon::Lexicon, titled::without_remark};
use crate::{
    model::{BlockKind, Document, Mention, Span},
    ontology::{ClassId, Ontology, terms::class as terms},
};

/// 等主编：
const LONGEST_ROLE: usize = 5;

/// A title that the text uses of an instrument is one in its notes, too, in all its versions; one
/// that only its notes tell the kind of, is in the text what they take it for.
pub(super) fn settle(
    document: &Document,
    names: &mut [Mention],
    lexicon: &Lexicon,
    ontology: &Ontology,
) {
    let class = |name: &str| ontology.class(name);
    let instruments = [terms::TREATY, terms::LAW, terms::POLICY_DOCUMENT].map(class);
    let notes: Vec<Span> = (document.blocks.iter())
        .filter(|block| block.kind == BlockKind::Footnote)
        .map(|block| block.span)
        .collect();
    let in_a_note = |span: Span| {
        let at = notes.partition_point(|note| note.end() < span.end());
        notes.get(at).is_some_and(|note| note.start() <= span.start())
    };
    let works = class(terms::SCHOLARLY_WORK);
    let told = |title: &str| {
        let listed =
            lexicon.entries_of(title).any(|entry| instruments.contains(&Some(entry.class)));
        listed || lexicon.document_class(without_remark(title)).is_some()
    };
    let persons: Vec<Span> = (names.iter())
        .filter(|m| Some(m.class) == class(terms::PERSON) && in_a_note(m.span))
        .map(|m| m.span)
        .collect();
    let cited: BTreeSet<String> = (names.iter())
        .filter(|m| Some(m.class) == works && in_a_note(m.span) && !told(&m.name))
        .filter(|m| m.rule.as_str() == CITED_TITLE || is_authored(document, &persons, m.span))
        .map(|m| m.name.clone())
        .collect();
    for mention in names.iter_mut().filter(|m| Some(m.class) == class(terms::POLICY_DOCUMENT)) {
        if let Some(works) = works.filter(|_| cited.contains(&mention.name)) {
            mention.class = works;
        }
    }
    if let (Some(works), Some(instrument)) = (works, class(terms::POLICY_DOCUMENT)) {
        share(document, names, (works, instrument), told);
    }
    let mut known: BTreeMap<String, ClassId> = BTreeMap::new();
    for mention in names.iter().filter(|m| instruments.contains(&Some(m.class))) {
        if !in_a_note(mention.span) {
            known.entry(without_remark(&mention.name).to_owned()).or_insert(mention.class);
        }
    }
    for mention in names.iter_mut().filter(|m| Some(m.class) == works) {
        let class = known.get(without_remark(&mention.name)).filter(|_| in_a_note(mention.span));
        mention.class = class.copied().unwrap_or(mention.class);
    }
}

/// 《甲》、《乙》等: what stands in one list is of one kind, where its title does not tell another.
fn share(
    document: &Document,
    names: &mut [Mention],
    (works, instrument): (ClassId, ClassId),
    told: impl Fn(&str) -> bool,
) {
    let titles: Vec<usize> = (0..names.len())
        .filter(|at| names.get(*at).is_some_and(|m| document.slice(m.span).starts_with('《')))
        .collect();
    let mut settle = |from: usize, to: usize| {
        let pair = titles.get(from).zip(titles.get(to));
        let Some((first, second)) = pair.and_then(|(a, b)| names.get(*a).zip(names.get(*b))) else {
            return;
        };
        let between =
            first.span.end().min(second.span.end())..first.span.start().max(second.span.start());
        let joined = document.text.get(between);
        let joined = joined.is_some_and(|mark| matches!(mark, "、" | "和" | "与" | "及" | "以及"));
        let open = second.class == instrument && !told(&second.name);
        if joined
            && open
            && first.class == works
            && let Some(mention) = titles.get(to).and_then(|at| names.get_mut(*at))
        {
            mention.class = works;
        }
    };
    for at in 1..titles.len() {
        settle(at - 1, at);
    }
    for at in (1..titles.len()).rev() {
        settle(at, at - 1);
    }
}

/// 作者：《题名》: a person, and at most a word for the part in the work, before the colon.
fn is_authored(document: &Document, persons: &[Span], title: Span) -> bool {
    let at = persons.partition_point(|person| person.end() <= title.start());
    let person = at.checked_sub(1).and_then(|at| persons.get(at));
    let between = person.and_then(|person| document.text.get(person.end()..title.start()));
    between.is_some_and(|role| role.ends_with('：') && role.chars().count() <= LONGEST_ROLE)
}
