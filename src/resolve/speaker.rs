//! What a document is, and for which state it speaks.

use std::collections::{BTreeMap, BTreeSet};

use super::{Genre, is};
use crate::{
    model::{BlockKind, Document, Mention, Mentions},
    ontology::{Ontology, terms::class as terms},
    recognise::{ADDRESS, Lexicon, PRESS},
};

/// Tells what a document is by its layout and the marks of its genre.
///
/// A report tells itself by its title (…在甲地举行, …综述) or its wire line; an article by its notes,
/// its abstract or its by-line. What is neither, nor has a roster, speaks for itself.
pub(super) fn genre(
    document: &Document,
    mentions: &Mentions,
    lexicon: &Lexicon,
    ontology: &Ontology,
) -> Genre {
    let of = |kind: BlockKind| document.blocks.iter().filter(move |block| block.kind == kind);
    if of(BlockKind::RosterEntry).count() >= 3 {
        return Genre::Proceedings;
    }
    if of(BlockKind::Footnote).count() >= 3 {
        return Genre::Article;
    }
    let opening: String = document.text.chars().take(400).collect();
    let marks = |group| lexicon.holds_cue(group, &opening);
    let title = document.front.title.as_deref().or_else(|| document.text.lines().next());
    let reports = |title: &str| {
        let title = title.trim();
        lexicon.ends_with_cue("report-title", title).is_some()
            || lexicon.holds_cue("report-verb", title)
    };
    // 现将全文刊发: what is given in full speaks for itself.
    if marks("full-text") {
        return Genre::Policy;
    }
    // 某网消息（某栏目）：…
    let opening = mentions.names.iter().take_while(|mention| mention.span.start() < OPENING);
    let mut rules = opening.map(|mention| mention.rule.as_str());
    if rules.clone().any(|rule| rule == PRESS) || title.is_some_and(reports) {
        return Genre::News;
    }
    if marks("article-mark") || rules.any(|rule| rule == ADDRESS) {
        return Genre::Article;
    }
    // 甲国和乙国联合声明: a title that is a document's, and tells of no act, is the text's own.
    if title.is_some_and(|title| is_instrument(title.trim(), lexicon, ontology)) {
        return Genre::Policy;
    }
    if reports_meeting(document, mentions, lexicon, ontology) {
        return Genre::News;
    }
    let dated = document.front.date.is_some() && document.front.publisher.is_none();
    if marks("news-mark") || dated && subject_state(document, mentions, ontology).is_none() {
        return Genre::News;
    }
    Genre::Policy
}

/// Tells whether a title ends as an instrument's does, and tells of nothing that is done with one.
fn is_instrument(title: &str, lexicon: &Lexicon, ontology: &Ontology) -> bool {
    let class = lexicon.document_class(title);
    class.is_some_and(|class| {
        is(ontology, class, &[terms::POLICY_DOCUMENT, terms::TREATY, terms::LAW])
    }) && lexicon.ends_with_cue("instrument-title", title).is_some()
        && !lexicon.holds_cue("report-verb", title)
        && !lexicon.holds_cue("title-issues", title)
}

/// How far the opening of a report goes, in bytes.
const OPENING: usize = 900;

/// Tells whether a source opens with a meeting that was held, and has persons speak: 某论坛在某地举行.
fn reports_meeting(
    document: &Document,
    mentions: &Mentions,
    lexicon: &Lexicon,
    ontology: &Ontology,
) -> bool {
    let rest = |mention: &Mention| document.text.get(mention.span.end()..).unwrap_or_default();
    let named = |mention: &&Mention, class| is(ontology, mention.class, &[class]);
    let opening = mentions.names.iter().take_while(|mention| mention.span.start() < OPENING);
    let held = opening.filter(|mention| named(mention, terms::EVENT)).any(|mention| {
        let clause = rest(mention).split(['。', '，', '；', '\n']).next().unwrap_or_default();
        lexicon.holds_cue("held", clause) && !lexicon.holds_cue("yet-to-come", clause)
    });
    let speaks = |mention: &&Mention| {
        let behind: String = rest(mention).chars().take(12).collect();
        let behind = behind.split(['。', '；', '、']).next().unwrap_or_default();
        lexicon.holds_cue("speaking", behind)
    };
    // Whom an essay quotes has no office there.
    let in_office = |mention: &&Mention| {
        let before = document.text.get(..mention.span.start()).unwrap_or_default().trim_end();
        let title = before.char_indices().rev().nth(11).map_or(0, |(at, _)| at);
        let title = before.get(title..).unwrap_or_default();
        let office = lexicon.title_at_end(title).and_then(|at| title.get(at..));
        office.is_some_and(|office| !lexicon.is_profession(office))
    };
    let persons = mentions.names.iter().filter(|mention| named(mention, terms::PERSON));
    let (mut speakers, mut holders) = (BTreeSet::new(), BTreeSet::new());
    for person in persons.filter(speaks) {
        speakers.insert(person.name.as_str());
        if in_office(&person) {
            holders.insert(person.name.as_str());
        }
    }
    // 戴某3日表示: news has a day, but no year.
    let daily = mentions.names.iter().take_while(|mention| mention.span.start() < OPENING);
    let daily = daily.filter(|mention| named(mention, terms::PERSON)).any(|person| {
        let behind = rest(person);
        let day = lexicon.starts_with_cue("of-late", behind).map_or_else(
            || {
                let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
                let day = behind.get(digits..).is_some_and(|rest| rest.starts_with('日'));
                if digits > 0 && day { digits + '日'.len_utf8() } else { 0 }
            },
            str::len,
        );
        let clause = behind.get(day..).unwrap_or_default();
        let clause = clause.split(['，', '。', '；']).next().unwrap_or_default();
        day > 0
            && clause.chars().count() <= 16
            && lexicon.holds_cue("speaking", &format!("{clause}，"))
    });
    daily || held && speakers.len() >= 2 || holders.len() >= 4
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
