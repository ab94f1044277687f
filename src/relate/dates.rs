//! The date that governs a match: in its clause, before it, or of the meeting spoken of.

use super::{
    Reading,
    clause::{DATE_SYMBOL, Referent, SYMBOL_LENGTH, Sentence},
    engine::Match,
    facts::{Collector, LocalObject},
    patterns::Template,
    topic::Topics,
};
use crate::{
    model::Literal,
    ontology::terms::{class as terms, relation},
};

/// 会上发表了某宣言: what a meeting issues is of the meeting's day, where that is known.
pub(super) fn date_of_meeting(
    reading: &Reading<'_>,
    sentence: &Sentence,
    topics: &Topics,
    found: &Match<'_, '_>,
    template: &Template,
    facts: &Collector<'_>,
) -> Vec<LocalObject> {
    if !template.states(reading.ontology, relation::ISSUED_ON) {
        return Vec::new();
    }
    // The clause before may say where: 论坛期间，荷兰发布…
    let (clause, _) = sentence.clause_around(found.start, found.start);
    let before = sentence.text.get(..clause).unwrap_or_default().trim_end_matches('，');
    let from = before.rfind(['，', '；', '。', '：']).unwrap_or(0);
    let opening = sentence.text.get(from..found.end).unwrap_or_default();
    if reading.lexicon.holds_cue("other-edition", opening) {
        return Vec::new();
    }
    let subject = found.pattern.slots.first().map(|slot| {
        let subjects = super::ends::slot(reading, sentence, topics, found, &slot.name);
        // A series meets more than once: one that is numbered or dated does not.
        let one = |meeting: &usize| {
            reading.resolution.entities.get(*meeting).is_some_and(|meeting| {
                meeting.label.contains(|c: char| c.is_ascii_digit() || matches!(c, '第' | '首'))
            })
        };
        subjects.into_iter().find(|subject| reading.is(*subject, terms::EVENT) && one(subject))
    });
    let meeting = subject.flatten().or_else(|| {
        let here = reading.lexicon.holds_cue("at-meeting", opening);
        here.then(|| topics.event(reading, sentence, found.start.max(1))).flatten()
    });
    let Some(day) = meeting.and_then(|meeting| facts.only(relation::HELD_ON, meeting)) else {
        return Vec::new();
    };
    let span = matches!(day, LocalObject::Literal(Literal::Date(iso)) if iso.contains('/'));
    if span { Vec::new() } else { vec![day.clone()] }
}

/// 甲、乙先后于2011年和2015年成立: the dates of a list within a match, as many as the things are whose they are; none
/// where they are those of something else.
pub(super) fn listed(
    reading: &Reading<'_>,
    sentence: &Sentence,
    start: usize,
    end: usize,
) -> Option<Vec<String>> {
    let text = sentence.text.get(..end).unwrap_or_default();
    let mut dates: Vec<(usize, String)> = Vec::new();
    for (at, referent) in sentence.referents(start, end) {
        let Referent::Date(index) = referent else { continue };
        let Some(date) = reading.mentions.dates.get(index) else { continue };
        let joined = dates.last().and_then(|(last, _)| text.get(last + SYMBOL_LENGTH..at));
        if !joined.is_some_and(|between| matches!(between, "、" | "和" | "与" | "及" | "以及"))
        {
            dates.clear();
        }
        dates.push((at, date.iso.clone()));
    }
    if dates.len() < 2 {
        return None;
    }
    // 根据2011年和2015年的决议举行: the dates are those of something else.
    let before = dates.first().and_then(|(at, _)| text.get(..*at)).unwrap_or_default();
    let own = before.ends_with(['于', '在', '，', '。', '；']) || before.is_empty();
    let behind = dates.last().and_then(|(at, _)| sentence.text.get(at + SYMBOL_LENGTH..));
    let own = own && behind.is_some_and(|behind| !behind.starts_with('的'));
    Some(dates.into_iter().map(|(_, iso)| iso).filter(|_| own).collect())
}

/// 自2001年|成立以来: the date right before the verb of a match, where a span of time begins with the deed.
pub(super) fn date_of_verb(
    reading: &Reading<'_>,
    sentence: &Sentence,
    verb: usize,
) -> Option<String> {
    let before = sentence.text.get(..verb)?.trim_end_matches("正式").trim_end_matches("宣告");
    let at = before.strip_suffix(DATE_SYMBOL)?.len();
    match sentence.referents(at, at + 1).next()? {
        (_, Referent::Date(index)) => {
            reading.mentions.dates.get(index).map(|date| date.iso.clone())
        }
        _ => None,
    }
}

/// Returns the date that governs a range of a sentence: the last one within it or before it that
/// opens its clause or stands within the range; none where that begins a span of time (自…以来).
pub(crate) fn date(
    reading: &Reading<'_>,
    sentence: &Sentence,
    start: usize,
    end: usize,
) -> Option<String> {
    let iso = |at: usize| match sentence.referents(at, at + 1).next() {
        Some((_, Referent::Date(index))) => {
            reading.mentions.dates.get(index).map(|date| date.iso.clone())
        }
        _ => None,
    };
    let usable = |at: usize| {
        let before = sentence.text.get(..at).unwrap_or_default();
        let after = sentence.text.get(at + SYMBOL_LENGTH..).unwrap_or_default();
        let span = reading.lexicon.starts_with_cue("time-span", after).is_some()
            || reading.lexicon.ends_with_cue("time-start", before).is_some()
            || reading.lexicon.starts_with_cue("in-force", after).is_some();
        !span
    };
    let dates: Vec<usize> = sentence
        .text
        .match_indices(DATE_SYMBOL)
        .map(|(at, _)| at)
        .filter(|at| usable(*at))
        .collect();
    let (clause_start, clause_end) = sentence.clause_around(start, end);
    let within = dates.iter().copied().rfind(|at| *at >= clause_start && *at < end);
    let behind = dates.iter().copied().find(|at| {
        *at >= end
            && *at < clause_end
            && sentence.text.get(..*at).is_some_and(|t| t.ends_with(['于', '在']))
    });
    let before = dates.iter().copied().rfind(|at| *at < clause_start);
    let opening = before.filter(|at| {
        let clause = sentence.text.get(..*at).unwrap_or_default();
        let behind = sentence.text.get(at + SYMBOL_LENGTH..).unwrap_or_default();
        // 《甲》，2021年12月14日；某部：《乙》: the date ends what it stands in, perhaps with the address of a page.
        let page = behind.trim_start_matches(['，', ',', ' ']);
        let page = page.starts_with("http") || page.starts_with("www");
        if behind.starts_with('；') || page && !clause.is_empty() {
            return false;
        }
        clause.is_empty()
            || clause.ends_with(['，', '；', '。', '：'])
            || sentence.text.get(at + SYMBOL_LENGTH..).is_some_and(|t| t.starts_with('，'))
    });
    within.or(behind).or(opening).and_then(iso)
}
