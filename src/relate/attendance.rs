//! Who attends, speaks or chairs: persons with their posts in a list before the verb.

use std::{cell::LazyCell, sync::LazyLock};

use regex::Regex;

use super::{
    Reading,
    clause::{DATE_SYMBOL, Referent, SYMBOL_LENGTH, Sentence, is_symbol},
    engine::{evidence, has_unreal},
    facts::{Collector, LocalObject},
    topic::{Topics, entity_at},
};
use crate::ontology::terms::{class as terms, relation};

/// Reads 甲大学校长张三、乙会会长李四等出席会议: each person of the list takes part in the meeting
/// that the clause names, else in the one spoken of.
pub(crate) fn read(
    reading: &Reading<'_>,
    sentence: &Sentence,
    topics: &Topics,
    facts: &mut Collector<'_>,
) {
    behind(reading, sentence, topics, facts);
    invited(reading, sentence, topics, facts);
    for (at, verb) in verbs(reading, &sentence.text) {
        let (from, to) = sentence.clause_around(at, at + verb.len());
        let holds = reading.lexicon.has_cue("persons-hold", verb);
        let until = if holds { before_place(reading, sentence, from, at) } else { Some(at) };
        let Some(until) = until else { continue };
        let people = chain(reading, sentence, from, until);
        if people.is_empty() || unreal(reading, sentence, from, at) || absent(reading, sentence, at)
        {
            continue;
        }
        let named = sentence
            .referents(at, to)
            .filter_map(|(byte, _)| entity_at(reading, sentence, byte))
            .find(|entity| reading.is(*entity, terms::EVENT));
        // 甲国总统张三、乙国总理李四在某地举行某会晤: those meet whom the clause names.
        let spoken_of = || topics.event(reading, sentence, at).filter(|_| !holds);
        let Some(event) = named.or_else(spoken_of) else { continue };
        let gives = !holds && !reading.lexicon.has_cue("attends", verb);
        if gives && elsewhere(reading, sentence, from, at) {
            continue;
        }
        let each = sentence.text.get(..at).is_some_and(|lead| lead.ends_with("分别"));
        if each || verb.starts_with("分别") {
            talks(reading, sentence, &people, at, facts);
        }
        for (place, person) in people {
            // From the clause that names the person on.
            let start = sentence.clause_around(place, place).0;
            let Some(span) = evidence(reading, sentence, start, to) else { continue };
            let object = LocalObject::Entity(event);
            facts.add(relation::PARTICIPATED_IN, person, object, span, "list of attendants");
        }
    }
}

/// 邀请张三作报告，但张三因病缺席: tells whether the sentence goes on to say that somebody was not there.
pub(super) fn absent(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> bool {
    reading.lexicon.holds_cue("absent", sentence.text.get(at..).unwrap_or_default())
}

/// 张三曾|发表讲话, 张三在联合国|发表讲话: tells whether a talk was given at another time or in another place.
fn elsewhere(reading: &Reading<'_>, sentence: &Sentence, from: usize, at: usize) -> bool {
    let lead = sentence.text.get(from..at).unwrap_or_default();
    reading.lexicon.holds_cue("earlier-time", lead)
        || lead.match_indices('在').any(|(place, word)| {
            entity_at(reading, sentence, from + place + word.len()).is_some_and(|entity| {
                reading.is(entity, terms::EVENT) || reading.is(entity, terms::BODY)
            })
        })
}

/// 张三、李四|于2024年5月在某地举行: where a list of persons ends before a verb of holding, with nothing but when and
/// where between.
fn before_place(
    reading: &Reading<'_>,
    sentence: &Sentence,
    from: usize,
    verb: usize,
) -> Option<usize> {
    let person = |at: usize| {
        entity_at(reading, sentence, at).is_some_and(|entity| reading.is(entity, terms::PERSON))
    };
    let last = sentence.referents(from, verb).map(|(at, _)| at).filter(|at| person(*at)).last()?;
    let end = last + SYMBOL_LENGTH;
    let between = sentence.text.get(end..verb)?;
    let mark = |c: char| is_symbol(c) || matches!(c, '于' | '在' | '共' | '同' | '一' | '道');
    between.chars().all(mark).then_some(end)
}

/// The verbs of attending and speaking in a text, in order: 出席, and 作了精彩的报告 with its object.
fn verbs<'t>(reading: &Reading<'_>, text: &'t str) -> Vec<(usize, &'t str)> {
    let place = |at: usize, length: usize| Some((at, text.get(at..at + length)?));
    let attends = reading.lexicon.cue_places("attends", text).into_iter();
    let holds = reading.lexicon.cue_places("persons-hold", text).into_iter();
    let attends = attends.chain(holds);
    // 参与会议|组织工作: work for a meeting.
    let whole = |(at, verb): &(usize, &str)| {
        let behind = text.get(at + verb.len()..).unwrap_or_default();
        // 参|与会|议
        let within = text.get(..*at).is_some_and(|before| before.ends_with('参'));
        !(within && verb.starts_with('与'))
            && (!verb.starts_with("参与")
                || reading.lexicon.starts_with_cue("work-for-meeting", behind).is_none())
    };
    let attends = attends.filter(whole);
    let mut found: Vec<_> = attends.filter_map(|(at, verb)| place(at, verb.len())).collect();
    let talks = LazyCell::new(|| reading.lexicon.cue_places("talk-noun", text));
    for (at, verb) in reading.lexicon.cue_places("gives", text) {
        let from = behind_titles(text, at + verb.len());
        let object = talks.iter().find(|(noun, _)| *noun >= from);
        let object = object.filter(|(noun, word)| {
            let between = text.get(from..*noun).unwrap_or_default();
            // 国际交流|工作, 发表研究报告: the noun is not the object, or is a paper.
            let behind = text.get(noun + word.len()..).unwrap_or_default();
            let goes_on = behind.starts_with(crate::recognise::is_han) && !behind.starts_with('并');
            if goes_on || verb.starts_with("发表") && *word == "报告" {
                return false;
            }
            between.chars().count() <= LONGEST_ATTRIBUTE
                && !between.contains(|c| is_symbol(c) || matches!(c, '，' | '。' | '；' | '、'))
        });
        found.extend(object.and_then(|(noun, word)| place(at, noun + word.len() - at)));
    }
    found.sort_unstable();
    found.dedup_by_key(|(at, _)| *at);
    found
}

/// 作了题为《甲》《乙》的|报告: where the words go on behind the titles of the talks, where they stand here.
fn behind_titles(text: &str, from: usize) -> usize {
    let Some(titles) = text.get(from..).and_then(|rest| rest.strip_prefix("题为")) else {
        return from;
    };
    let mark = |c: char| is_symbol(c) || matches!(c, '、' | '“' | '”' | '和' | '与' | '《' | '》');
    text.len() - titles.trim_start_matches(mark).trim_start_matches('的').len()
}

/// Between a verb of giving and the talk stand no more characters than this.
const LONGEST_ATTRIBUTE: usize = 8;

/// 论坛环节邀请了甲集团总裁张三、乙大学李四展开对话, 大会邀请到甲院长莅临: whom a meeting, or a part of it, has had
/// as guests, each with the post that stands before the name, over clauses that begin with a person.
fn invited(reading: &Reading<'_>, sentence: &Sentence, topics: &Topics, facts: &mut Collector<'_>) {
    let text = &sentence.text;
    for verb in INVITES.find_iter(text) {
        let (from, mut to) = sentence.clause_around(verb.start(), verb.end());
        let lead = text.get(from..verb.start()).unwrap_or_default();
        let meeting = reading.lexicon.ends_with_cue("invites-as", lead).is_some()
            || lead.chars().next_back().is_some_and(is_symbol)
                && sentence.referents(from, verb.start()).last().is_some_and(|(at, _)| {
                    entity_at(reading, sentence, at)
                        .is_some_and(|entity| reading.is(entity, terms::EVENT))
                });
        let away = reading.lexicon.holds_cue("not-attending", lead);
        if !meeting || away || absent(reading, sentence, verb.end()) {
            continue;
        }
        // 邀请了甲教授，乙院长出席
        while let Some(rest) = text.get(to..).and_then(|rest| rest.strip_prefix('，')) {
            let next = text.len() - rest.len();
            let end = sentence.clause_around(next, next).1;
            if !only_persons(reading, sentence, next, end) {
                break;
            }
            to = end;
        }
        // 论坛邀请某人担任顾问: for something else.
        let purpose = text.get(verb.end()..to).unwrap_or_default();
        if reading.lexicon.holds_cue("invited-otherwise", purpose) {
            continue;
        }
        let Some(event) = Topics::named_event(reading, sentence, verb.end())
            .or_else(|| topics.event(reading, sentence, verb.start()))
        else {
            continue;
        };
        let Some(span) = evidence(reading, sentence, from, to) else { continue };
        for person in guests(reading, sentence, verb.end(), to) {
            let object = LocalObject::Entity(event);
            facts.add(relation::PARTICIPATED_IN, person, object, span, "invited guests");
        }
    }
}

/// The persons of a list behind a verb of inviting: between two stand a mark of a list, and posts.
fn guests(reading: &Reading<'_>, sentence: &Sentence, from: usize, to: usize) -> Vec<usize> {
    let mut people = Vec::new();
    let mut end = from;
    for (at, _) in sentence.referents(from, to) {
        let Some(entity) = entity_at(reading, sentence, at) else { return people };
        let before = sentence.text.get(end..at).unwrap_or_default();
        if before.contains(['。', '；', '：']) {
            return people;
        }
        if reading.is(entity, terms::PERSON) {
            people.push(entity);
        } else if !reading.is(entity, terms::BODY) && !reading.is(entity, terms::COUNTRY) {
            return people;
        }
        end = at + SYMBOL_LENGTH;
    }
    people
}

static INVITES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:特别|还|共|专门|重磅)?(?:特邀|邀请)(?:到了|到|了)?")
        .expect("the expression is well-formed")
});

/// 甲院士张三、乙教授李四分别作了题为“A”“B”的报告: as many talks as persons, each of one of them. The
/// persons stand in the order from the last.
fn talks(
    reading: &Reading<'_>,
    sentence: &Sentence,
    people: &[(usize, usize)],
    verb: usize,
    facts: &mut Collector<'_>,
) {
    let works: Vec<(usize, usize)> = sentence
        .referents(verb, sentence.text.len())
        .filter_map(|(at, _)| Some((at, entity_at(reading, sentence, at)?)))
        .filter(|(_, entity)| reading.is(*entity, terms::SCHOLARLY_WORK))
        .collect();
    if works.len() != people.len() || works.len() < 2 {
        return;
    }
    let (from, _) = sentence.clause_around(verb, verb);
    for ((_, person), (at, work)) in people.iter().rev().zip(works) {
        let Some(span) = evidence(reading, sentence, from, at + SYMBOL_LENGTH) else {
            continue;
        };
        let object = LocalObject::Entity(work);
        facts.add(relation::AUTHORED, *person, object, span, "talks respectively");
    }
}

static ATTENDANTS_ARE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:出席|参加|列席|与会|参会|到会)(?:者|[^，。；有、]{0,14}?(?:的|嘉宾|领导|专家|学者|代表|人员))(?:主要)?，?(?:还有|还包括|包括|有)：?")
        .expect("the expression is well-formed")
});

/// 与会的还有甲部部长张三、乙协会: whom the list behind the verb names, each person, and each body
/// or state that is no person's.
fn behind(reading: &Reading<'_>, sentence: &Sentence, topics: &Topics, facts: &mut Collector<'_>) {
    let text = &sentence.text;
    for hit in ATTENDANTS_ARE.find_iter(text) {
        let (from, _) = sentence.clause_around(hit.start(), hit.start());
        if unreal(reading, sentence, from, hit.end()) {
            continue;
        }
        let rest = text.get(hit.end()..).unwrap_or_default();
        // 参加会议的有关专家, 有的: another word.
        if hit.as_str().ends_with('有')
            && rest.starts_with(['关', '些', '的', '人', '望', '助', '效'])
        {
            continue;
        }
        let to = hit.end() + list_length(reading, rest);
        let named = Topics::named_event(reading, sentence, hit.end());
        let Some(event) = named.or_else(|| topics.event(reading, sentence, hit.start())) else {
            continue;
        };
        let Some(span) = evidence(reading, sentence, from, to) else { continue };
        for (at, _) in sentence.referents(hit.end(), to) {
            let Some(entity) = entity_at(reading, sentence, at) else { continue };
            let after = text.get(at + SYMBOL_LENGTH..).unwrap_or_default();
            let before = text.get(..at).unwrap_or_default();
            let item =
                before.len() == hit.end() || before.ends_with(['、', '，', '和', '与', '及', '自']);
            let bare = item
                && (reading.is(entity, terms::BODY) || reading.is(entity, terms::COUNTRY))
                && (after.is_empty()
                    || after.starts_with(['、', '，', '和', '与', '及', '以', '等', '。']));
            if bare || reading.is(entity, terms::PERSON) {
                let object = LocalObject::Entity(event);
                facts.add(relation::PARTICIPATED_IN, entity, object, span, "list behind attending");
            }
        }
    }
}

/// How far a list goes: to the sentence's end, a verb of saying, or a clause that names nobody.
fn list_length(reading: &Reading<'_>, rest: &str) -> usize {
    let end = rest.find(['。', '；']).unwrap_or(rest.len());
    let says = reading.lexicon.cue_places("speaking", rest).into_iter().map(|(at, _)| at).min();
    let end = says.unwrap_or(end).min(end);
    let list = rest.get(..end).unwrap_or_default();
    let mut length = 0;
    for clause in list.split_inclusive('，') {
        if !clause.contains(is_symbol) {
            break;
        }
        length += clause.len();
    }
    length
}

/// The persons of the list that ends before the verb, from the last, each with its place: between two there is a mark of a
/// list, and nothing but bodies and posts; behind the last at most a title and a few words, or
/// others without names (以及各界代表). The list may begin clauses before, of nothing but persons with
/// their posts.
pub(super) fn chain(
    reading: &Reading<'_>,
    sentence: &Sentence,
    from: usize,
    verb: usize,
) -> Vec<(usize, usize)> {
    let (mut from, mut to) = (from, verb);
    let others = sentence.text.get(from..verb).unwrap_or_default();
    if from > 0 && unnamed(reading, others) {
        to = from - '，'.len_utf8();
        from = sentence.clause_around(to, to).0;
    }
    let mut people = within_clause(reading, sentence, from, to, to < verb);
    // 甲部副部长张三，乙市市长李四，丙校校长王五先后致辞
    while !people.is_empty() && from > 0 && only_persons(reading, sentence, from, to) {
        to = from - '，'.len_utf8();
        if !sentence.text.get(to..).is_some_and(|mark| mark.starts_with('，')) {
            break;
        }
        from = sentence.clause_around(to, to).0;
        while from > 0 && delegates(reading, sentence, from, to) {
            to = from - '，'.len_utf8();
            from = sentence.clause_around(to, to).0;
        }
        let before = within_clause(reading, sentence, from, to, true);
        // 张三批评李四，王五等出席: in a list all persons of a clause are of it.
        let persons = sentence.referents(from, to).filter(|(at, _)| {
            entity_at(reading, sentence, *at).is_some_and(|e| reading.is(e, terms::PERSON))
        });
        let whole = persons.count() == before.len();
        if before.is_empty() || !whole || !only_persons(reading, sentence, from, to) {
            break;
        }
        people.extend(before);
    }
    people
}

/// Tells whether a clause begins with a person, or with the post or body that a person has.
fn only_persons(reading: &Reading<'_>, sentence: &Sentence, from: usize, to: usize) -> bool {
    let Some((first, _)) = sentence.referents(from, to).next() else { return false };
    let lead = sentence.text.get(from..first).unwrap_or_default();
    // 以及某组织秘书长张三等
    let on = reading.lexicon.starts_with_cue("list-goes-on", lead);
    let lead = on.and_then(|on| lead.strip_prefix(on)).unwrap_or(lead);
    let agent = entity_at(reading, sentence, first).is_some_and(|entity| {
        [terms::PERSON, terms::BODY, terms::COUNTRY].iter().any(|class| reading.is(entity, class))
    });
    // 校党委书记|张三: the title may have its unit before it.
    let post = reading.lexicon.title_at_end(lead).is_some_and(|title| {
        let unit = lead.get(..title).unwrap_or_default();
        let short = unit.chars().count() <= LONGEST_ATTRIBUTE;
        short
            && unit.chars().all(crate::recognise::is_han)
            && reading.lexicon.ends_with_cue("breaks-post", unit).is_none()
            && !unit.contains(['由', '请', '向', '与', '对', '为', '和'])
    });
    agent && (lead.is_empty() || post)
}

/// 以及来自甲国、乙国的代表, 和各界代表200余人: tells whether a clause only names others of a list by their
/// kind.
fn unnamed(reading: &Reading<'_>, clause: &str) -> bool {
    let Some(first) = reading.lexicon.starts_with_cue("list-goes-on", clause) else { return false };
    let kinds = clause.get(first.len()..).unwrap_or_default();
    of_people(reading, kinds) && uncounted(kinds).chars().count() <= 40
}

/// 张三|和印度代表以及某组织秘书长等: tells whether nothing but offices and delegates of bodies and states follows in a
/// list, without names.
fn offices(reading: &Reading<'_>, behind: &str) -> bool {
    let Some(first) = reading.lexicon.starts_with_cue("list-goes-on", behind) else { return false };
    let rest = behind.strip_prefix(first).unwrap_or_default().trim_end_matches('等');
    rest.replace("以及", "、").split(['、', '和', '与', '及']).all(|item| {
        let words = item.trim_start_matches(|c| !is_symbol(c)).trim_start_matches(is_symbol);
        words.len() < item.len()
            && item.chars().count() <= LONGEST_OFFICE
            && (reading.lexicon.title_at_end(words).is_some() || of_people(reading, words))
    })
}

/// An office without the name of its holder has no more characters than this.
const LONGEST_OFFICE: usize = 16;

/// 观察员国蒙古国领导人: tells whether a clause of a list names nobody but delegates of bodies and states.
fn delegates(reading: &Reading<'_>, sentence: &Sentence, from: usize, to: usize) -> bool {
    let clause = sentence.text.get(from..to).unwrap_or_default();
    let mut referents = sentence.referents(from, to).peekable();
    referents.peek().is_some()
        && referents.all(|(at, _)| {
            entity_at(reading, sentence, at).is_some_and(|entity| {
                reading.is(entity, terms::BODY) || reading.is(entity, terms::COUNTRY)
            })
        })
        && of_people(reading, clause)
        && clause.rsplit(is_symbol).next().is_some_and(|words| words.chars().count() <= 12)
}

/// Tells whether words end with a kind of people, counted or not: 专家学者, 各界代表200余人.
fn of_people(reading: &Reading<'_>, words: &str) -> bool {
    reading.lexicon.ends_with_cue("people-noun", uncounted(words)).is_some()
}

/// Words without the count that they end with.
fn uncounted(words: &str) -> &str {
    COUNT_OF_PEOPLE.find(words).and_then(|n| words.get(..n.start())).unwrap_or(words)
}

static COUNT_OF_PEOPLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:共|约|近|逾|等)?[0-9一二三四五六七八九十百千]+(?:余|多)?(?:人|名|位)?$")
        .expect("the expression is well-formed")
});

/// The persons of the list that ends a clause; `whole` where nothing of the verb's clause follows.
fn within_clause(
    reading: &Reading<'_>,
    sentence: &Sentence,
    from: usize,
    verb: usize,
    whole: bool,
) -> Vec<(usize, usize)> {
    let mut people = Vec::new();
    let mut end = verb;
    let symbols: Vec<(usize, Referent)> = sentence.referents(from, verb).collect();
    for (at, _) in symbols.into_iter().rev() {
        let Some(entity) = entity_at(reading, sentence, at) else { return people };
        if reading.is(entity, terms::PERSON) {
            let behind = sentence.text.get(at + SYMBOL_LENGTH..end).unwrap_or_default();
            let behind = reading
                .lexicon
                .starts_with_cue("title-after-name", behind)
                .and_then(|title| behind.strip_prefix(title))
                .unwrap_or(behind);
            // 张三（甲大学）、李四（乙大学）
            let behind = match behind.strip_prefix('（').and_then(|rest| rest.split_once('）')) {
                Some((_, rest)) => rest,
                None => behind,
            };
            let listed = if people.is_empty() {
                let on = reading.lexicon.starts_with_cue("on-topics", behind).is_some()
                    && !behind.contains(is_symbol);
                // 张三教授和某基金会执行长某某: the last one's name is not known.
                let unknown = behind.starts_with(['和', '与', '及', '以', '、'])
                    && behind.chars().filter(|c| is_symbol(*c)).count() == 1
                    && behind.chars().count() <= 16
                    && !behind.contains('的');
                // 张三、李四等专家学者, 张三以及各界代表200余人
                let others = behind.starts_with('等')
                    && of_people(reading, behind)
                    && behind.chars().count() <= 30
                    || unnamed(reading, behind)
                    || offices(reading, behind);
                if whole && !behind.is_empty() && !others {
                    return people;
                }
                on || unknown
                    || others
                    || behind.chars().count() <= 8 && !behind.contains(['、', '的'])
            } else {
                behind.starts_with(['、', '和', '与', '及', '以', '，'])
            };
            if !listed {
                return people;
            }
            people.push((at, entity));
            end = at;
        } else if !reading.is(entity, terms::BODY) && !reading.is(entity, terms::COUNTRY) {
            return people;
        }
    }
    people
}

/// Tells whether the attendance is denied, planned or wished.
fn unreal(reading: &Reading<'_>, sentence: &Sentence, from: usize, verb: usize) -> bool {
    let words = sentence.text.get(from..verb).unwrap_or_default();
    // 会议邀请了某教授作报告: who was asked and spoke.
    let words = words.replace("邀请了", "").replace("邀请到", "");
    let rest = sentence.text.get(verb..).unwrap_or_default();
    // 张三将于5月|出席: what stands between the last name and the verb.
    let tail = words.rsplit(|c| is_symbol(c) && c != DATE_SYMBOL).next().unwrap_or_default();
    has_unreal(reading, tail)
        || reading.lexicon.holds_cue("not-attending", &words)
        || reading.lexicon.holds_cue("absent", rest)
}
