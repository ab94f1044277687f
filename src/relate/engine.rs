//! Matches the patterns on a sentence and states what they say.

use regex_automata::{Span as Place, util::captures::Captures};

use super::{
    Reading,
    attendance::absent,
    clause::{DATE_SYMBOL, SYMBOL_LENGTH, Sentence, is_symbol},
    dates::date_of_meeting,
    ends::{entities, literals, slot},
    facts::{Collector, LocalObject},
    patterns::{AHEAD, Bones, End, LEAD, Pattern, Patterns, Skeleton, Template},
    topic::{Topics, entity_at},
};
use crate::{
    model::{Literal, Span},
    ontology::{
        Range,
        terms::{class as terms, qualifier, relation},
    },
};

/// The most characters between the beginning of a clause without a subject and its verb.
const LONGEST_LEAD: usize = 12;

/// One match of a pattern.
pub(super) struct Match<'a, 't> {
    pub(super) captures: Captures,
    pub(super) text: &'t str,
    pub(super) pattern: &'a Pattern,
    /// The byte from which the match counts: that of its first slot or clause.
    pub(super) start: usize,
    pub(super) end: usize,
    elided: bool,
}

impl<'t> Match<'_, 't> {
    /// Returns where a group stands.
    pub(super) fn place(&self, group: &str) -> Option<Place> {
        let (expression, _) = self.pattern.expression(self.elided)?;
        self.captures.get_group(expression.group(group)?)
    }

    /// Returns the words of a group.
    pub(super) fn words(&self, group: &str) -> Option<&'t str> {
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
    for triggers in patterns.candidates(&sentence.text, &bones).chunk_by(|(a, _), (b, _)| a == b) {
        let Some(pattern) = triggers.first().and_then(|(number, _)| patterns.get(*number)) else {
            continue;
        };
        let genre = reading.resolution.genre;
        if !pattern.genres.is_empty() && !pattern.genres.contains(&genre) {
            continue;
        }
        // Most patterns are out of the question for want of a name of the class.
        let ranges = |skeleton: &Skeleton| skeleton.ranges(&bones, triggers, sentence.text.len());
        let whole = ranges(&pattern.skeleton);
        let elided = pattern.elided.as_ref().map(|(_, skeleton)| ranges(skeleton));
        let elided = elided.unwrap_or_default();
        if whole.is_empty() && elided.is_empty() {
            continue;
        }
        if pattern.needs.as_ref().is_some_and(|needs| !needs.is_match(&sentence.text)) {
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
            let mut found_here = Match { captures, text, pattern, start, end, elided };
            if let Some(ahead) = found_here.place(AHEAD) {
                found_here.end = ahead.start;
            }
            let end = found_here.end;
            // The next match may begin within this one, behind its first character.
            let step =
                sentence.text.get(start..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8);
            at = if elided {
                end.max(start + step)
            } else {
                (start + step).max(last_slot_start(&found_here))
            };
            // What has many words before its verb has a subject that was not recognised.
            if found_here.words(LEAD).map_or(0, |lead| lead.chars().count()) <= LONGEST_LEAD {
                found.push(found_here);
            }
        }
    }
    found
}

/// Where the last slot of a match begins; matches that share it are one.
fn last_slot_start(found: &Match<'_, '_>) -> usize {
    let slots = found.pattern.slots.as_slice();
    if let [only] = slots {
        return found.place(&only.name).map_or(0, |hit| hit.end);
    }
    slots.iter().filter_map(|slot| found.place(&slot.name)).map(|hit| hit.start).max().unwrap_or(0)
}

/// Where the verb of a match stands: the group of its pattern that is no slot.
pub(super) fn verb(found: &Match<'_, '_>) -> Place {
    let expression = found.pattern.expression(found.elided);
    let group = expression.and_then(|(expression, _)| expression.unnamed_group());
    let verb = group.and_then(|group| found.captures.get_group(group));
    verb.map_or(Place { start: 0, end: 0 }, |verb| Place { start: verb.start, end: verb.end })
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
    let acts = ["proposed", "issued", "adopted", "signed", "established"];
    let states = |t: &Template| acts.iter().any(|act| t.states(reading.ontology, act));
    if found.pattern.templates.iter().any(states)
        && subject.is_some_and(|hit| {
            let adopts = |t: &Template| t.states(reading.ontology, "adopted");
            let elsewhere = !found.pattern.templates.iter().any(adopts)
                && is_where_another_acts(reading, sentence, hit);
            elsewhere || holder_acts(reading, sentence, hit)
        })
    {
        return true;
    }
    // 通过决议，决定举办某大会: it is still to be held.
    let meets = ["organised", "heldOn", "heldIn"];
    let held = |t: &Template| meets.iter().any(|act| t.states(reading.ontology, act));
    let to_come =
        || [verb(found).start, found.start].iter().any(|at| decided(reading, sentence, *at));
    if found.pattern.templates.iter().any(held) && to_come() {
        return true;
    }
    if !found.pattern.any_modality && wished(reading, sentence, found) {
        return true;
    }
    let last = last_slot_start(found).max(found.start);
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
    if after_preposition(reading, sentence, found)
        || undone(reading, sentence, found)
        || found.elided && intended_before(reading, sentence, found)
    {
        return true;
    }
    // 双方欢迎|2023年通过的某协定: what is thought of a deed that an attribute tells is no wish to do it.
    let object = found.pattern.slots.iter().filter_map(|slot| found.place(&slot.name));
    let object = object.map(|hit| hit.start).max().unwrap_or(0);
    let attribute = object > verb(found).start
        && sentence.text.get(..object).is_some_and(|act| act.ends_with('的'));
    let last = last.max(verb(found).start);
    if attribute {
        // 将于2024年|举办的某大会, 拟由甲|举办的某大会 are to come.
        let before = sentence.text.get(clause.min(found.start)..found.start).unwrap_or_default();
        let before = without_place(before).trim_end_matches([DATE_SYMBOL, '于', '在', '由']);
        let near = before.rsplit(|c| is_symbol(c) && c != DATE_SYMBOL).next().unwrap_or_default();
        let thought = reading.lexicon.ends_with_cue("attitude", near);
        let near = thought.and_then(|cue| near.strip_suffix(cue)).unwrap_or(near);
        let act = sentence.text.get(found.start..last).unwrap_or_default();
        return has_unreal(reading, near) || has_unreal(reading, act);
    }
    let from = if found.elided { found.start } else { clause.min(found.start) };
    let text = sentence.text.get(from..last).unwrap_or_default();
    has_unreal(reading, text)
}

/// 将于2018年6月|在三亚|举行的某会议: what stands before the place of a deed.
fn without_place(before: &str) -> &str {
    let name = before.strip_suffix(|c| is_symbol(c) && c != DATE_SYMBOL);
    name.filter(|rest| rest.ends_with(['在', '于'])).unwrap_or(before)
}

/// 甲国建议加强交流，|举办某论坛; 某大会将于六月举行，|发布《乙》: tells whether a clause before, with the subject, says what is
/// wished or planned, and the act is not told as done since.
fn intended_before(reading: &Reading<'_>, sentence: &Sentence, found: &Match<'_, '_>) -> bool {
    let act = sentence.text.get(found.start..found.end).unwrap_or_default();
    if act.contains(['了', '已', '曾', DATE_SYMBOL]) || reading.lexicon.holds_cue("succeeded", act)
    {
        return false;
    }
    let before = sentence.text.get(..found.start).unwrap_or_default();
    let part = before.rsplit('；').next().unwrap_or_default();
    for clause in part.rsplit('，').filter(|clause| !clause.is_empty()) {
        let places = reading.lexicon.cue_places("intention", clause);
        let intends = places.into_iter().any(|(at, cue)| {
            let words = clause.get(at + cue.len()..).unwrap_or_default();
            let lead = clause.get(..at).unwrap_or_default();
            // 甲国|希望, 双方|还|将: behind the subject; not 根据专家|建议, 完成|准备.
            let opens = lead.is_empty()
                || lead.ends_with(is_symbol)
                || reading.lexicon.ends_with_cue("before-intention", lead).is_some();
            // 将|于六月举行, not 将|甲列为乙.
            let to_come = cue != "将"
                || words.starts_with(DATE_SYMBOL)
                || reading.lexicon.starts_with_cue("planned-act", words).is_some();
            // 准备|工作就绪: a thing.
            let thing = words.is_empty()
                || reading.lexicon.starts_with_cue("intended-thing", words).is_some();
            opens && to_come && !thing
        });
        if intends {
            return true;
        }
        if clause.contains('了') {
            return false;
        }
    }
    false
}

/// 会议决定2027年在三亚|举办某大会, but not 按照决定: tells whether a decision stands before a byte, with nothing but when,
/// where and by whom between.
fn decided(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> bool {
    let between = |c: char| is_symbol(c) || matches!(c, '，' | '由' | '在' | '于' | '了');
    let before = sentence.text.get(..at).unwrap_or_default().trim_end_matches(between);
    let decision = reading.lexicon.ends_with_cue("decides", before);
    decision.and_then(|cue| before.strip_suffix(cue)).is_some_and(|lead| {
        reading.lexicon.ends_with_cue("preposition", lead).is_none()
            && !lead.ends_with(['照', '据', '该', '此', '的'])
    })
}

/// 张三在某地举行的某论坛|上发起…: tells whether the subject is a meeting at which somebody named before acts.
fn is_where_another_acts(reading: &Reading<'_>, sentence: &Sentence, subject: Place) -> bool {
    let behind = sentence.text.get(subject.end..).unwrap_or_default();
    let meeting = entity_at(reading, sentence, subject.start)
        .is_some_and(|entity| reading.is(entity, terms::EVENT));
    if !meeting || !behind.starts_with(['上', '期']) {
        return false;
    }
    let (clause, _) = sentence.clause_around(subject.start, subject.end);
    let before = sentence.text.get(clause..subject.start).unwrap_or_default();
    let agent = |at: usize| {
        entity_at(reading, sentence, at).is_some_and(|entity| reading.is(entity, terms::AGENT))
    };
    before
        .find('在')
        .is_some_and(|at| sentence.referents(clause, clause + at).any(|(at, _)| agent(at)))
}

/// 甲国关于设立某基金会的倡议, 于2021年举办某论坛的愿望: tells whether the act is what a wish or proposal behind it is of.
fn wished(reading: &Reading<'_>, sentence: &Sentence, found: &Match<'_, '_>) -> bool {
    let behind = sentence.text.get(found.end..).unwrap_or_default();
    let clause = behind.split(['，', '。', '；']).next().unwrap_or_default();
    let place = reading.lexicon.cue_places("wish-noun", clause);
    let first = place.into_iter().map(|(at, _)| at).min();
    let act = sentence.text.get(found.start..found.end).unwrap_or_default();
    let about = act.contains("关于");
    first.is_some_and(|at| about || clause.get(..at).is_some_and(|w| w.chars().count() <= 2))
}

/// 联合国|秘书长提出: tells whether the body is named for the office whose holder acts.
fn holder_acts(reading: &Reading<'_>, sentence: &Sentence, subject: Place) -> bool {
    let behind = sentence.text.get(subject.end..).unwrap_or_default();
    let ends = behind.char_indices().map(|(at, c)| at + c.len_utf8()).take(5);
    let office = ends.filter_map(|end| behind.get(..end)).any(|word| {
        word.chars().count() >= 2
            && reading.lexicon.is_title(word)
            && reading.lexicon.starts_with_cue("speaks-for-body", word).is_none()
    });
    office
        && sentence.referents(subject.start, subject.end).any(|(at, _)| {
            entity_at(reading, sentence, at)
                .is_some_and(|e| reading.is(e, terms::AGENT) && !reading.is(e, terms::PERSON))
        })
}

/// Tells whether words say that an act is denied, planned or wished.
pub(crate) fn has_unreal(reading: &Reading<'_>, text: &str) -> bool {
    reading.lexicon.cue_places("unreal", text).into_iter().any(|(at, cue)| {
        let after = text.get(at + cue.len()..).unwrap_or_default();
        let before = text.get(..at).unwrap_or_default();
        // 本计划由某办公厅印发: a thing spoken of, no intention.
        let noun = cue.chars().count() >= 2 && before.ends_with(['本', '该', '此']);
        // 不|同 is a word, 愿|同甲国 is a wish.
        let wish = matches!(cue, "愿" | "将" | "拟") && after.starts_with(['同', '对']);
        !noun
            && (wish || reading.lexicon.starts_with_cue("real-after", after).is_none())
            && reading.lexicon.ends_with_cue("real-before", before).is_none()
    })
}

/// 双方签署文件终止《甲协定》, 批准修改《乙条例》, 何时签署？: tells whether the act is done to undo or change what the
/// last slot names, or is asked about.
fn undone(reading: &Reading<'_>, sentence: &Sentence, found: &Match<'_, '_>) -> bool {
    let last = last_slot_start(found);
    let gap = sentence.text.get(verb(found).end..last).unwrap_or_default();
    // 印发修订后的《甲规定》 issues it.
    let undone = reading.lexicon.cue_places("undoing", gap).into_iter().any(|(at, cue)| {
        !gap.get(at + cue.len()..).unwrap_or_default().starts_with(['后', '的', '过'])
    });
    // 邀请张三出席，但张三因病缺席
    let attends = |t: &Template| t.states(reading.ontology, relation::PARTICIPATED_IN);
    let absent =
        found.pattern.templates.iter().any(attends) && absent(reading, sentence, found.end);
    undone || absent || sentence.text.ends_with(['？', '?'])
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
        // 张三访问甲国并出席某会议: the state is visited, and does not attend.
        let visited = before.ends_with("访问") || before.ends_with("出访");
        visited
            || if free {
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
    let behind = sentence.text.get(found.end..).unwrap_or_default();
    let person = reading.ontology.class(terms::PERSON);
    let spoken = found
        .pattern
        .slots
        .first()
        .is_some_and(|slot| slot.classes.iter().all(|class| Some(*class) == person));
    let signs = |template: &Template| template.states(reading.ontology, "signed");
    let signing = found.pattern.templates.iter().any(signs);
    let unsigned = signing.then(|| unsigned(reading, sentence, found)).flatten();
    for template in &found.pattern.templates {
        let states = |relation: &str| template.states(reading.ontology, relation);
        // 某人在贺信中指出: who writes to a meeting does not attend it.
        if states(relation::PARTICIPATED_IN) && reading.lexicon.holds_cue("by-letter", words) {
            continue;
        }
        // 张三、李四分别作了题为“甲”“乙”的报告: whose each is, the list of talks tells.
        if states(relation::AUTHORED)
            && !found.pattern.pairwise
            && reading.lexicon.holds_cue("talks-respectively", words)
        {
            continue;
        }
        // 发表题为“甲”的演讲: a talk is given, not published.
        if states(relation::PUBLISHED_ON) && words.contains("题为") {
            continue;
        }
        // 甲国首相发表题为《甲》的|讲话: whose speech it is, and neither the state's nor the meeting's.
        if states(relation::ISSUED)
            && !spoken
            && words.contains("题为")
            && reading.lexicon.starts_with_cue("speech-after", behind).is_some()
        {
            continue;
        }
        if states(relation::COOPERATES_WITH) && respectively(reading, sentence, found) {
            continue;
        }
        if let Some(Unsigned { listed, .. }) = unsigned
            && (states("signed") && !listed || states(relation::ISSUED_ON))
        {
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
        let position = states(relation::POSITION);
        let objects: Vec<LocalObject> = objects
            .into_iter()
            .filter(|object| match object {
                LocalObject::Entity(entity) => {
                    unsigned.is_none_or(|unsigned| unsigned.entity != Some(*entity))
                }
                LocalObject::Literal(Literal::Text(title)) if position => {
                    reading.lexicon.title_at_end(title).is_some()
                }
                LocalObject::Literal(_) => true,
            })
            .collect();
        let objects = if objects.is_empty() && template.object == End::Date {
            date_of_meeting(reading, sentence, topics, found, template, facts)
        } else {
            objects
        };
        // 甲、乙先后于2011年和2015年成立: each has the date at its place.
        let dated = template.object == End::Date && objects.len() > 1;
        let in_pairs = found.pattern.pairwise || dated;
        let pairwise = in_pairs && subjects.len() == objects.len();
        let uneven = in_pairs && !pairwise && subjects.len() > 1 && objects.len() > 1;
        // 某论坛于2011年和2015年举行: a series meets more than once, and is founded once.
        let once = dated && subjects.len() == 1 && states("establishedOn");
        if uneven || once {
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

/// An instrument that a match of signing ends with, where what is signed is another one on it.
#[derive(Clone, Copy)]
struct Unsigned {
    entity: Option<usize>,
    /// 签署《甲》和《乙》|议定书: whether it is the last of a list, of which the others are signed.
    listed: bool,
}

/// 签署《某协定》|实施备忘录, 签署关于落实|《某协定》|的联合声明: finds the instrument that is not signed itself.
fn unsigned(reading: &Reading<'_>, sentence: &Sentence, found: &Match<'_, '_>) -> Option<Unsigned> {
    let words = sentence.text.get(found.start..found.end)?;
    let at = words.rfind(is_symbol)?;
    let before = words.get(..at)?;
    let behind = sentence.text.get(found.start + at + SYMBOL_LENGTH..).unwrap_or_default();
    let other = reading.lexicon.ends_with_cue("on-instrument", before).is_some()
        || reading.lexicon.starts_with_cue("instrument-behind", behind).is_some();
    other.then(|| Unsigned {
        entity: entity_at(reading, sentence, found.start + at),
        listed: words.trim_end_matches(is_symbol).ends_with(['、', '和', '与', '及']),
    })
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
    let end = start + trimmed.trim_end_matches([' ', '，', '；', '：', '。']).len();
    Span::new(text, start, end).filter(|span| !span.is_empty())
}
