//! Posts that a person gains or holds by a verb: 曾任…、…和…; 1929年任…; 被任命为….

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Reading,
    clause::{Sentence, is_symbol},
    engine::{evidence, has_unreal},
    facts::Collector,
    posts::{list, state},
    topic::Topics,
};
use crate::ontology::terms::class as terms;

/// 第十、十一和十二届: the terms of an office.
pub(super) static TERM: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^第[一二三四五六七八九十、和及\\d]+届").expect("well-formed"));

/// Between the beginning of a clause without a subject and its verb stand no more words than these characters.
const LONGEST_ADVERBS: usize = 4;

/// 曾任…、…和…; 现任…: the posts of the person whom the paragraph is about.
pub(super) fn read(
    reading: &Reading<'_>,
    sentence: &Sentence,
    topics: &Topics,
    facts: &mut Collector<'_>,
) {
    let mut verbs = reading.lexicon.cue_places("holds-post", &sentence.text);
    // 受聘|为, 受聘|担任: the longest at each place.
    verbs.sort_by_key(|(at, verb)| (*at, std::cmp::Reverse(verb.len())));
    verbs.dedup_by_key(|(at, _)| *at);
    let verbs = verbs.into_iter().chain(bare_verbs(&sentence.text));
    let verbs = verbs.chain(copulas(reading, &sentence.text));
    for (at, verb) in verbs {
        let (clause, _) = sentence.clause_around(at, at + verb.len());
        let person = |entities: &[usize]| {
            entities.iter().copied().find(|entity| reading.is(*entity, terms::PERSON))
        };
        let lead = sentence.text.get(clause..at).unwrap_or_default();
        let named: Vec<usize> = sentence
            .referents(clause, at)
            .filter_map(|(byte, _)| super::topic::entity_at(reading, sentence, byte))
            .filter(|entity| reading.is(*entity, terms::PERSON))
            .collect();
        // 某大学的张三担任主席: who is named in the clause is meant.
        let own = named.last().copied();
        let stated = || topics.stated(at).and_then(person);
        // 任 alone may be of whoever a sentence farther back was about.
        let before = || person(topics.previous()).filter(|_| !matches!(verb, "任" | "系"));
        let Some(person) = own.or_else(stated).or_else(before) else { continue };
        // 各馆工作人员是…代表: the subject is no person named before.
        let words = lead.chars().filter(|c| !is_symbol(*c)).count();
        if own.is_none()
            && words > LONGEST_ADVERBS
            && reading.lexicon.starts_with_cue("third-person", lead).is_none()
        {
            continue;
        }
        // 这次会议是…的平台: the subject is a thing.
        if own.is_none() && verb == "是" && lead.starts_with(['这', '那', '该', '此', '它', '本'])
        {
            continue;
        }
        let people = super::attendance::chain(reading, sentence, clause, at);
        let people: Vec<usize> = people.into_iter().map(|(_, person)| person).collect();
        let people = if people.len() > 1 { people } else { vec![person] };
        if people.len() == 1 && lead.chars().count() > 8 {
            continue;
        }
        // 未|担任, 将|出任: but who holds it no longer has held it.
        let tail = lead.rsplit(is_symbol).next().unwrap_or_default();
        let opening = lead.split(is_symbol).next().unwrap_or_default();
        if has_unreal(reading, tail.trim_end_matches("不再"))
            || !named.is_empty() && has_unreal(reading, opening)
            || reading.lexicon.holds_cue("nominates", lead)
        {
            continue;
        }
        let text = sentence.text.get(at + verb.len()..).unwrap_or_default();
        let length = text.find(['，', '。', '；']).unwrap_or(text.len());
        let to = at + verb.len() + length;
        let words = sentence.text.get(at + verb.len()..to).unwrap_or_default();
        let from = at + verb.len() + TERM.find(words).map_or(0, |hit| hit.end());
        let end = to - if words.ends_with("之一") { "之一".len() } else { 0 };
        let posts = list(reading, sentence.place(from), sentence.place(end));
        // 张三教授为某会委员: 为 says so only of a post at a body; 为某会委员李四颁奖 is for another.
        let other = || {
            sentence
                .referents(at, to)
                .filter_map(|(byte, _)| super::topic::entity_at(reading, sentence, byte))
                .any(|entity| reading.is(entity, terms::PERSON))
        };
        let titled = || {
            let words = sentence.text.get(from..end).unwrap_or_default();
            reading.lexicon.title_at_end(words).is_some()
        };
        if verb == "为" && (!posts.iter().all(|post| post.body.is_some()) || !titled() || other())
        {
            continue;
        }
        let Some(span) = evidence(reading, sentence, clause, to) else { continue };
        // 张三、李四分别任甲会会长和乙会会长: each holds one.
        let each = lead.ends_with("分别") && posts.len() > 1;
        if each && posts.len() != people.len() {
            continue;
        }
        for (at, person) in people.iter().rev().enumerate() {
            let own = posts.get(at..at + 1).filter(|_| each);
            state(reading, *person, own.unwrap_or(&posts), span, "career", facts);
        }
    }
}

/// 张三|为某会委员, 张三教授|为某会委员: 为 right behind a name, or its title.
fn copulas<'t>(reading: &Reading<'_>, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
    text.match_indices('为').filter(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default();
        let title = reading.lexicon.strip_cue("title-after-name", before);
        title.ends_with(is_symbol)
    })
}

/// 1929年|任某所所长, 张三|任某会会长, 李四|系某大学教授: where a verb of one character stands right behind a name, a
/// date or a mark.
fn bare_verbs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices(['任', '系']).filter(|(at, verb)| {
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let opens = |c: char| {
            is_symbol(c) || *verb == "任" && matches!(c, '，' | '后' | '起' | '今' | '来')
        };
        let behind = text.get(at + verb.len()..).unwrap_or_default();
        let word = ['何', '务', '意', '职', '命', '期', '由', '统', '列', '主', '的'];
        before.is_some_and(opens) && !behind.starts_with(word)
    })
}
