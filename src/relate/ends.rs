//! What the ends of a pattern's template stand for in a match: things, texts and dates.

use super::{
    Reading,
    clause::{DATE_SYMBOL, SYMBOL_LENGTH, Sentence},
    dates::{date, date_of_verb, listed},
    engine::{Match, verb},
    facts::LocalObject,
    patterns::{End, Slot},
    topic::{Topics, entity_at},
};
use crate::{
    model::Literal,
    ontology::terms::class as terms,
    recognise::PARTY_IN_TITLE,
    resolve::{SOURCE, is},
};

/// Returns the entities that an end of a template stands for in a match.
pub(super) fn entities(
    reading: &Reading<'_>,
    sentence: &Sentence,
    topics: &Topics,
    found: &Match<'_, '_>,
    end: &End,
) -> Vec<usize> {
    match end {
        End::Slot(name) => slot(reading, sentence, topics, found, name),
        End::First(name) => {
            slot(reading, sentence, topics, found, name).into_iter().take(1).collect()
        }
        End::Rest(name) => {
            slot(reading, sentence, topics, found, name).into_iter().skip(1).collect()
        }
        End::Parties(name) => slot(reading, sentence, topics, found, name)
            .into_iter()
            .flat_map(|document| parties(reading, document))
            .collect(),
        End::Event => {
            let called = called(reading, sentence, topics, found);
            called
                .or_else(|| topics.event(reading, sentence, found.start.max(1)))
                .into_iter()
                .collect()
        }
        End::Report => {
            if let Some(called) = called(reading, sentence, topics, found) {
                return vec![called];
            }
            // 1967年某代表提出: what a date stands before is history, not of the meeting.
            let (clause, _) = sentence.clause_around(found.start, found.start);
            let dated = sentence.text.get(clause..found.start).unwrap_or_default();
            let report = topics.report().filter(|_| !dated.contains(DATE_SYMBOL));
            // 瑞典主办了另一会议，会议通过…: what the sentence has named is meant.
            let other = Topics::named_event(reading, sentence, found.start);
            report.filter(|report| other.is_none_or(|other| other == *report)).into_iter().collect()
        }
        End::Source => vec![SOURCE],
        End::Date | End::Text(_) => Vec::new(),
    }
}

/// 论坛由…主办: the meeting that a match speaks of by its kind alone, where one of the kind was named.
fn called(
    reading: &Reading<'_>,
    sentence: &Sentence,
    topics: &Topics,
    found: &Match<'_, '_>,
) -> Option<usize> {
    let words = sentence.text.get(found.start..found.end)?;
    let words = words.trim_start_matches(['，', '。', '；']);
    let pronoun = reading.lexicon.starts_with_cue("this-meeting", words);
    let words = pronoun.and_then(|pronoun| words.strip_prefix(pronoun)).unwrap_or(words);
    let kind = reading.lexicon.starts_with_cue("meeting-noun", words)?;
    topics.event_of_kind(reading, sentence, found.start.max(1), kind)
}

/// Returns the states that stand in the title of a document.
fn parties(reading: &Reading<'_>, document: usize) -> Vec<usize> {
    let mentions = &reading.mentions.names;
    let entity = |index: usize| reading.resolution.entity_of(index);
    let mut found = Vec::new();
    for (index, title) in
        mentions.iter().enumerate().filter(|(at, _)| entity(*at) == Some(document))
    {
        for (at, state) in mentions.iter().enumerate().skip(index + 1) {
            if state.span.start() >= title.span.end() {
                break;
            }
            let party = state.rule.as_str() == PARTY_IN_TITLE;
            if party || is(reading.ontology, state.class, &[terms::COUNTRY]) {
                found.extend(entity(at).filter(|state| !found.contains(state)));
            }
        }
    }
    // 《甲局—乙局工作计划》: bodies that a title names as parties are, and not their states.
    let body = |entity: &usize| reading.is(*entity, terms::BODY);
    if found.iter().any(body) {
        found.retain(body);
    }
    found
}

pub(super) fn slot(
    reading: &Reading<'_>,
    sentence: &Sentence,
    topics: &Topics,
    found: &Match<'_, '_>,
    name: &str,
) -> Vec<usize> {
    let Some(slot) = found.pattern.slots.iter().find(|slot| slot.name == name) else {
        return Vec::new();
    };
    let Some(hit) = found.place(name) else {
        if !slot.elidable {
            return Vec::new();
        }
        return fitting(reading, slot, topics.of(behind_date(sentence, found.start)));
    };
    // 甲组建乙|并发布丙: whoever does the first deed does the second.
    let deed = slot.elidable
        && sentence.text.get(hit.end..).is_some_and(|behind| behind.starts_with('并'));
    let (start, end) = deed
        .then(|| subject_before(reading, sentence, hit.start, slot))
        .flatten()
        .unwrap_or((hit.start, hit.end));
    let mut values: Vec<usize> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for (at, _) in sentence.referents(start, end) {
        let Some(entity) = entity_at(reading, sentence, at) else { continue };
        // 中华人民共和国|第十三届…会议: the state is an attribute of what stands right behind it.
        let of = |state: usize| {
            reading.is(state, terms::COUNTRY)
                && (reading.is(entity, terms::EVENT) || reading.is(entity, terms::BODY))
        };
        if last.is_some_and(|(end, state)| end == at && of(state)) {
            values.pop();
        }
        if fits(reading, slot, entity) && !values.contains(&entity) {
            values.push(entity);
            last = Some((at + SYMBOL_LENGTH, entity));
        }
    }
    // 在某论坛上，某大学教授|张三指出: who acts is the person, not where the person works.
    let person = last.filter(|(end, _)| *end == hit.end);
    let person = person.and_then(|(end, _)| holder_behind(reading, sentence, end));
    if let Some(person) = person.filter(|person| fits(reading, slot, *person)) {
        values.pop();
        values.push(person);
    }
    values
}

/// Returns where the subject of the clause stands whose object stands at this byte: the first names that fit,
/// with words between them and the object that are no list.
fn subject_before(
    reading: &Reading<'_>,
    sentence: &Sentence,
    object: usize,
    slot: &Slot,
) -> Option<(usize, usize)> {
    let (clause, _) = sentence.clause_around(object, object + SYMBOL_LENGTH);
    let listed = |from: usize, to: usize| {
        let between = sentence.text.get(from..to).unwrap_or_default();
        matches!(between, "、" | "和" | "与" | "及" | "以及")
    };
    let mut range: Option<(usize, usize)> = None;
    for (at, _) in sentence.referents(clause, object) {
        let fitting =
            entity_at(reading, sentence, at).is_some_and(|entity| fits(reading, slot, entity));
        match range {
            None if fitting => range = Some((at, at + SYMBOL_LENGTH)),
            Some((start, end)) if fitting && listed(end, at) => {
                range = Some((start, at + SYMBOL_LENGTH));
            }
            _ => {}
        }
    }
    let (start, end) = range?;
    let before = sentence.text.get(..start).unwrap_or_default();
    let governed = reading.lexicon.ends_with_cue("preposition", before).is_some();
    (!governed && !listed(end, object)).then_some((start, end))
}

/// The most characters of a title between a body and the person who holds it.
const LONGEST_TITLE: usize = 14;

/// Returns the person whose name stands behind a title that begins at this byte.
fn holder_behind(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> Option<usize> {
    let (next, _) = sentence.referents(at, sentence.text.len()).next()?;
    let title = sentence.text.get(at..next)?;
    let title = title.trim_matches(['“', '”']);
    let held = title.chars().count() <= LONGEST_TITLE
        && !title.contains(['，', '。', '；', '、', '：'])
        && reading.lexicon.title_at_end(title).is_some();
    let person = entity_at(reading, sentence, next).filter(|_| held)?;
    reading.is(person, terms::PERSON).then_some(person)
}

/// 2015年7月，|他在…: where a clause goes on behind the date and the comma that a match begins with.
fn behind_date(sentence: &Sentence, start: usize) -> usize {
    let text = sentence.text.get(start..).unwrap_or_default();
    let rest = text.trim_start_matches(['，', '；', '：', '。']);
    match rest.strip_prefix(DATE_SYMBOL).and_then(|rest| rest.strip_prefix('，')) {
        Some(rest) => start + text.len() - rest.len(),
        None => start,
    }
}

fn fitting(reading: &Reading<'_>, slot: &Slot, entities: &[usize]) -> Vec<usize> {
    entities.iter().copied().filter(|entity| fits(reading, slot, *entity)).collect()
}

fn fits(reading: &Reading<'_>, slot: &Slot, entity: usize) -> bool {
    reading
        .resolution
        .entities
        .get(entity)
        .is_some_and(|entity| slot.classes.contains(&entity.class))
}

/// Returns the literals that an end of a template stands for in a match.
pub(super) fn literals(
    reading: &Reading<'_>,
    sentence: &Sentence,
    found: &Match<'_, '_>,
    end: &End,
) -> Vec<LocalObject> {
    let literal = match end {
        End::Date => {
            // A match that begins with a mark is of the clause behind it.
            let text = sentence.text.get(found.start..).unwrap_or_default();
            let mark = text.chars().next().filter(|c| matches!(c, '，' | '；' | '。' | '：'));
            let start = found.start + mark.map_or(0, char::len_utf8);
            if let Some(several) = listed(reading, sentence, start, found.end) {
                let date = |iso| LocalObject::Literal(Literal::Date(iso));
                return several.into_iter().map(date).collect();
            }
            let own = || date_of_verb(reading, sentence, verb(found).start);
            date(reading, sentence, start, found.end).or_else(own).map(Literal::Date)
        }
        End::Text(group) => found.words(group).map(|words| Literal::Text(words.to_owned())),
        _ => None,
    };
    literal.map(LocalObject::Literal).into_iter().collect()
}
