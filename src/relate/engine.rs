//! Matches the patterns on a sentence and states what they say.

use regex_automata::{Span as Place, util::captures::Captures};

use super::{
    Reading,
    clause::{DATE_SYMBOL, Referent, Sentence},
    facts::{Collector, LocalObject},
    patterns::{Bones, End, LEAD, Pattern, Patterns, Skeleton, Slot, Template},
    topic::{Topics, entity_at},
};
use crate::{
    model::{Literal, Span},
    ontology::{
        Range,
        terms::{class as terms, qualifier, relation},
    },
    resolve::{SOURCE, is},
};

/// The most characters between the beginning of a clause without a subject and its verb.
const LONGEST_LEAD: usize = 12;

/// One match of a pattern.
struct Match<'a, 't> {
    captures: Captures,
    text: &'t str,
    pattern: &'a Pattern,
    /// The byte from which the match counts: that of its first slot or clause.
    start: usize,
    end: usize,
    elided: bool,
}

impl<'t> Match<'_, 't> {
    /// Returns where a group stands.
    fn place(&self, group: &str) -> Option<Place> {
        self.captures.get_group_by_name(group)
    }

    /// Returns the words of a group.
    fn words(&self, group: &str) -> Option<&'t str> {
        self.text.get(self.place(group)?.range())
    }
}

/// Reads the facts that the patterns find in a sentence.
pub(crate) fn read(
    reading: &Reading<'_>,
    patterns: &Patterns,
    sentence: &Sentence,
    topics: &Topics,
    facts: &mut Collector<'_>,
) {
    let bones = Bones::of(&sentence.text);
    for triggers in patterns.candidates(&sentence.text).chunk_by(|(a, _), (b, _)| a == b) {
        let Some(pattern) = triggers.first().and_then(|(number, _)| patterns.get(*number)) else {
            continue;
        };
        // Most patterns are out of the question for want of a name of the class.
        let ranges = |skeleton: &Skeleton| skeleton.ranges(&bones, triggers, sentence.text.len());
        let whole = ranges(&pattern.skeleton);
        let elided = pattern.elided.as_ref().map(|(_, skeleton)| ranges(skeleton));
        let elided = elided.unwrap_or_default();
        if whole.is_empty() && elided.is_empty() {
            continue;
        }
        let genre = reading.resolution.genre;
        let holds = pattern.genres.is_empty() || pattern.genres.contains(&genre);
        let needed = pattern.needs.as_ref().is_none_or(|needs| needs.is_match(&sentence.text));
        if !holds || !needed {
            continue;
        }
        let mut taken: Vec<(usize, usize)> = Vec::new();
        for found in matches(pattern, sentence, &bones, Some(triggers), &whole, false) {
            taken.push((found.start, found.end));
            if !blocked(reading, sentence, &found) {
                state(reading, sentence, topics, &found, facts);
            }
        }
        for found in matches(pattern, sentence, &bones, Some(triggers), &elided, true) {
            let free = taken.iter().all(|(start, end)| found.end <= *start || *end <= found.start);
            if free && !blocked(reading, sentence, &found) {
                state(reading, sentence, topics, &found, facts);
            }
        }
    }
}

/// What a pattern makes of a sentence of which nothing was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Silence {
    /// It reads an act that is denied, planned or wished.
    Unreal,
    /// It matches, but an end of its facts is not known, or not of the relation's class.
    Endless,
    /// It does not match.
    Unmatched,
}

/// Tells what a pattern makes of a sentence of which it states nothing.
pub(crate) fn silence(reading: &Reading<'_>, pattern: &Pattern, sentence: &Sentence) -> Silence {
    let whole = [(0, sentence.text.len())];
    let bones = Bones::of(&sentence.text);
    let found: Vec<Match<'_, '_>> = matches(pattern, sentence, &bones, None, &whole, false)
        .into_iter()
        .chain(matches(pattern, sentence, &bones, None, &whole, true))
        .filter(|found| !after_preposition(reading, sentence, found))
        .collect();
    if found.is_empty() {
        Silence::Unmatched
    } else if found.iter().any(|found| blocked(reading, sentence, found)) {
        Silence::Unreal
    } else {
        Silence::Endless
    }
}

/// Returns the matches of a pattern, or of what it is with its elidable slot left out, in ranges of
/// a sentence beyond which no match goes.
fn matches<'a, 't>(
    pattern: &'a Pattern,
    sentence: &'t Sentence,
    bones: &Bones,
    triggers: Option<&[(usize, usize)]>,
    ranges: &[(usize, usize)],
    elided: bool,
) -> Vec<Match<'a, 't>> {
    let mut found = Vec::new();
    let Some((expression, skeleton)) = pattern.expression(elided) else { return found };
    let sought = triggers.map(|triggers| (skeleton, triggers));
    let mut at = 0;
    for &(from, to) in ranges {
        at = at.max(from);
        let text = sentence.text.get(..to).unwrap_or_default();
        while at <= to {
            let Some(captures) = expression.captures_at(text, bones, at, sought) else { break };
            let Some(whole) = captures.get_match() else { break };
            // A clause without a subject begins behind the mark that it was found by.
            let words = text.get(whole.range()).unwrap_or_default();
            let mark = words.starts_with(['，', '；', '：', '。']);
            let skip = if elided && mark { '，'.len_utf8() } else { 0 };
            let (start, end) = (whole.start() + skip, whole.end());
            // The next match may begin within this one, behind its first character.
            let step =
                sentence.text.get(start..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8);
            at = if elided {
                end.max(start + step)
            } else {
                (start + step).max(last_slot_start(&captures, pattern))
            };
            // What has many words before its verb has a subject that was not recognised.
            let found_here = Match { captures, text, pattern, start, end, elided };
            if found_here.words(LEAD).map_or(0, |lead| lead.chars().count()) <= LONGEST_LEAD {
                found.push(found_here);
            }
        }
    }
    found
}

/// Where the last slot of a match begins; matches that share it are one.
fn last_slot_start(captures: &Captures, pattern: &Pattern) -> usize {
    if let [only] = pattern.slots.as_slice() {
        return captures.get_group_by_name(&only.name).map_or(0, |hit| hit.end);
    }
    pattern
        .slots
        .iter()
        .filter_map(|slot| captures.get_group_by_name(&slot.name))
        .map(|hit| hit.start)
        .max()
        .unwrap_or(0)
}

/// Where the verb of a match begins: the group of its pattern that is no slot.
fn verb_start(found: &Match<'_, '_>) -> usize {
    let expression = found.pattern.expression(found.elided);
    let group = expression.and_then(|(expression, _)| expression.unnamed_group());
    let verb = group.and_then(|group| found.captures.get_group(group));
    verb.map_or(0, |verb| verb.start)
}

/// Tells whether the act is denied, planned or wished: by a word between the subject, or the
/// clause's beginning, and the last slot or the verb behind it (论坛将于5月|举行), or right before
/// the subject.
fn blocked(reading: &Reading<'_>, sentence: &Sentence, found: &Match<'_, '_>) -> bool {
    // 论坛发表某宣言: a meeting spoken of by its kind is the subject, none is left out.
    let lead = found.words(LEAD).unwrap_or_default();
    let meeting = reading.lexicon.starts_with_cue("meeting-noun", lead);
    let during = ['期', '间', '上', '中', '前', '后', '之', '结'];
    let rest = meeting.and_then(|noun| lead.strip_prefix(noun));
    if found.elided && rest.is_some_and(|rest| !rest.starts_with(during)) {
        return true;
    }
    // 某大会报告提出: the report does, not the meeting.
    let subject = found.pattern.slots.first();
    let subject = subject.and_then(|slot| found.place(&slot.name));
    if subject.is_some_and(|hit| {
        let behind = sentence.text.get(hit.end..).unwrap_or_default();
        reading.lexicon.starts_with_cue("document-behind", behind).is_some()
    }) {
        return true;
    }
    let last = last_slot_start(&found.captures, found.pattern).max(found.start);
    let (clause, _) = sentence.clause_around(found.start, found.end);
    if found.pattern.any_modality {
        let act = sentence.text.get(clause.min(found.start)..last).unwrap_or_default();
        // 他在致某大会的贺词中提出: who is written to does not speak.
        let addressed = subject.is_some_and(|hit| {
            let before = sentence.text.get(..hit.start).unwrap_or_default();
            reading.lexicon.ends_with_cue("addressing", before).is_some()
        });
        return addressed || reading.lexicon.holds_cue("denied", act);
    }
    if after_preposition(reading, sentence, found) {
        return true;
    }
    let last = last.max(verb_start(found));
    let from = if found.elided { found.start } else { clause.min(found.start) };
    let text = sentence.text.get(from..last).unwrap_or_default();
    has_unreal(reading, text)
}

/// Tells whether words say that an act is denied, planned or wished.
pub(crate) fn has_unreal(reading: &Reading<'_>, text: &str) -> bool {
    reading.lexicon.cue_places("unreal", text).into_iter().any(|(at, cue)| {
        let after = text.get(at + cue.len()..).unwrap_or_default();
        let before = text.get(..at).unwrap_or_default();
        reading.lexicon.starts_with_cue("real-after", after).is_none()
            && reading.lexicon.ends_with_cue("real-before", before).is_none()
    })
}

/// Tells whether the subject stands behind a preposition, and so is none: 在某大会上与乙国发布….
fn after_preposition(reading: &Reading<'_>, sentence: &Sentence, found: &Match<'_, '_>) -> bool {
    let slots = &found.pattern.slots;
    let subject = slots.iter().find(|slot| slot.elidable).or(slots.first());
    let hit = subject.and_then(|slot| found.place(&slot.name));
    // What the pattern itself has before the slot is its own.
    let free = subject.is_some_and(|slot| slot.elidable);
    let hit = hit.filter(|hit| free || hit.start == found.start);
    hit.is_some_and(|hit| {
        let before = sentence.text.get(..hit.start).unwrap_or_default();
        if free {
            reading.lexicon.ends_with_cue("preposition", before).is_some()
        } else {
            before.ends_with('在')
        }
    })
}

/// States the facts of a match.
fn state(
    reading: &Reading<'_>,
    sentence: &Sentence,
    topics: &Topics,
    found: &Match<'_, '_>,
    facts: &mut Collector<'_>,
) {
    let (from, to) = sentence.clause_around(found.start, found.end);
    let span = evidence(reading, sentence, from, to);
    let Some(span) = span.filter(|_| rightly_named(reading, sentence, topics, found)) else {
        return;
    };
    let title = found.words("title").filter(|title| reading.lexicon.title_at_end(title).is_some());
    let title = title.map(|title| {
        let title = Literal::Text(title.to_owned());
        (qualifier::TITLE, LocalObject::Literal(title))
    });
    let words = sentence.text.get(found.start..found.end).unwrap_or_default();
    let letter = reading.lexicon.holds_cue("by-letter", words);
    for template in &found.pattern.templates {
        // 某人在贺信中指出: who writes to a meeting does not attend it.
        let attends =
            reading.ontology.relation(relation::PARTICIPATED_IN) == Some(template.relation);
        if letter && attends {
            continue;
        }
        // 张三、李四分别作了题为“甲”“乙”的报告: whose each is, the list of talks tells.
        let authored = reading.ontology.relation(relation::AUTHORED) == Some(template.relation);
        if authored && !found.pattern.pairwise && words.contains("分别作") {
            continue;
        }
        let cooperate =
            reading.ontology.relation(relation::COOPERATES_WITH) == Some(template.relation);
        if cooperate && respectively(reading, sentence, found) {
            continue;
        }
        let subjects = entities(reading, sentence, topics, found, &template.subject);
        let range = &reading.ontology.relation_info(template.relation).range;
        let objects = match range {
            Range::Classes(_) => entities(reading, sentence, topics, found, &template.object)
                .into_iter()
                .map(LocalObject::Entity)
                .collect(),
            _ => literals(reading, sentence, found, &template.object),
        };
        // 张三任秘书长, but not 张三任劳任怨: a position is a title.
        let position = reading.ontology.relation(relation::POSITION) == Some(template.relation);
        let objects: Vec<LocalObject> = objects
            .into_iter()
            .filter(|object| match object {
                LocalObject::Literal(Literal::Text(title)) if position => {
                    reading.lexicon.title_at_end(title).is_some()
                }
                _ => true,
            })
            .collect();
        let objects = if objects.is_empty() && template.object == End::Date {
            date_of_meeting(reading, sentence, topics, found, template, facts)
        } else {
            objects
        };
        let pairwise = found.pattern.pairwise && subjects.len() == objects.len();
        if found.pattern.pairwise && !pairwise && subjects.len() > 1 && objects.len() > 1 {
            continue;
        }
        for (at, subject) in subjects.iter().enumerate() {
            for (_, object) in
                objects.iter().enumerate().filter(|(other, _)| !pairwise || *other == at)
            {
                let qualifiers = title.clone().into_iter().collect();
                let id = &found.pattern.id;
                facts.insert(template.relation, *subject, object.clone(), span, id, qualifiers);
            }
        }
    }
}

/// 甲公司、乙公司分别与丙市、丁市签约: who of several agrees with whom is not told.
fn respectively(reading: &Reading<'_>, sentence: &Sentence, found: &Match<'_, '_>) -> bool {
    let (from, _) = sentence.clause_around(found.start.max(1), found.start.max(1));
    let words = sentence.text.get(from..found.end).unwrap_or_default();
    let Some(at) = words.find("分别").map(|at| from + at) else { return false };
    let agents = |start: usize, end: usize| {
        let entities = sentence.referents(start, end);
        let entities = entities.filter_map(|(at, _)| entity_at(reading, sentence, at));
        entities.filter(|entity| reading.is(*entity, terms::AGENT)).count()
    };
    agents(from, at) > 1 && agents(at, found.end) > 1
}

/// 会上发表了某宣言: what a meeting issues is of the meeting's day, where that is known.
fn date_of_meeting(
    reading: &Reading<'_>,
    sentence: &Sentence,
    topics: &Topics,
    found: &Match<'_, '_>,
    template: &Template,
    facts: &Collector<'_>,
) -> Vec<LocalObject> {
    if reading.ontology.relation(relation::ISSUED_ON) != Some(template.relation) {
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
        let subjects = self::slot(reading, sentence, topics, found, &slot.name);
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

/// Tells whether the names of the last slot's things end as the pattern asks.
fn rightly_named(
    reading: &Reading<'_>,
    sentence: &Sentence,
    topics: &Topics,
    found: &Match<'_, '_>,
) -> bool {
    let (Some(named), Some(last)) = (&found.pattern.named, found.pattern.slots.last()) else {
        return true;
    };
    let things = slot(reading, sentence, topics, found, &last.name);
    let label = |thing: usize| reading.resolution.entities.get(thing).map(|e| e.label.as_str());
    things.into_iter().all(|thing| label(thing).is_some_and(|label| label.ends_with(named)))
}

/// Returns the span in the document of a range of a sentence's symbols.
pub(crate) fn evidence(
    reading: &Reading<'_>,
    sentence: &Sentence,
    from: usize,
    to: usize,
) -> Option<Span> {
    let text = &reading.document.text;
    let (start, end) = (sentence.place(from), sentence.place(to));
    let cut = text.get(start..end)?;
    let trimmed = cut.trim_start_matches(['，', '；', '：', '。', ' ']);
    let start = start + (cut.len() - trimmed.len());
    let end = start + trimmed.trim_end().len();
    Span::new(text, start, end).filter(|span| !span.is_empty())
}

/// Returns the entities that an end of a template stands for in a match.
fn entities(
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
            let party = state.rule.as_str() == "party in a title";
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

fn slot(
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
    let mut values: Vec<usize> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for (at, _) in sentence.referents(hit.start, hit.end) {
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
            last = Some((at + DATE_SYMBOL.len_utf8(), entity));
        }
    }
    values
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
fn literals(
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
            date(reading, sentence, start, found.end).map(Literal::Date)
        }
        End::Text(group) => found.words(group).map(|words| Literal::Text(words.to_owned())),
        _ => None,
    };
    literal.map(LocalObject::Literal).into_iter().collect()
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
        let after = sentence.text.get(at + DATE_SYMBOL.len_utf8()..).unwrap_or_default();
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
        let behind = sentence.text.get(at + DATE_SYMBOL.len_utf8()..).unwrap_or_default();
        // 《甲》，2021年12月14日；某部：《乙》: the date ends what it stands in.
        if behind.starts_with('；') {
            return false;
        }
        clause.is_empty()
            || clause.ends_with(['，', '；', '。', '：'])
            || sentence.text.get(at + DATE_SYMBOL.len_utf8()..).is_some_and(|t| t.starts_with('，'))
    });
    within.or(behind).or(opening).and_then(iso)
}
