//! Meetings that a topic alone names: 海洋法治研讨会 in what takes place or is attended.

use super::{
    bounds::{COUNT, ORDINAL, is_topic, last_ordinal},
    holding::{attended, behind_time, takes_place},
};
use crate::recognise::{
    lexicon::{Ending, Token, TokenKind, WordKind},
    scan::{Scan, is_han},
};

/// 海洋法治研讨会在某地举行, 出席海洋法治研讨会: where the topic begins that names a meeting, as the subject of a
/// clause of holding or as the object of a verb of holding or attending.
///
/// A topic alone is no name elsewhere: 各类海洋法治研讨会.
pub(super) fn named_by_topic(
    scan: &Scan<'_>,
    start: usize,
    (end, ending): (usize, &Ending),
) -> Option<usize> {
    if ending.weak || scan.lexicon.ends_with_cue("kind-by-topic", &ending.text).is_none() {
        return None;
    }
    let from = as_subject(scan, start, end).or_else(|| as_object(scan, start, end))?;
    is_topic_alone(scan, from, start, &ending.text).then_some(from)
}

/// Where the subject of a clause of holding begins, behind when it is held and who holds it.
fn as_subject(scan: &Scan<'_>, start: usize, end: usize) -> Option<usize> {
    if !takes_place(scan, end) && !second_name(scan, end).is_some_and(|to| takes_place(scan, to)) {
        return None;
    }
    let first = behind_time(scan, start);
    // 由某校主办的|海洋法治研讨会: what is said of it stands before.
    let of = scan.slice(first, start).rfind('的').map(|at| first + at);
    let Some(of) = of else { return Some(first) };
    let held = scan.lexicon.ends_with_cue("holding", scan.before(of)).is_some();
    let themed = scan.lexicon.ends_with_cue("as-theme", scan.before(of)).is_some();
    (held || themed).then(|| of + '的'.len_utf8())
}

/// 甲论坛|暨第三届某年会: where the second name of a meeting ends.
fn second_name(scan: &Scan<'_>, end: usize) -> Option<usize> {
    let from = end + scan.after(end).starts_with('暨').then_some('暨'.len_utf8())?;
    let next = scan.events.get(scan.events.partition_point(|(_, to, _)| *to <= from))?;
    let name = scan.slice(from, next.1);
    (!name.contains(['，', '。', '；']) && name.chars().count() <= LONGEST).then_some(next.1)
}

/// Where the object of a verb of holding or attending begins, which ends before a mark or the next verb.
fn as_object(scan: &Scan<'_>, start: usize, end: usize) -> Option<usize> {
    let behind = scan.after(end);
    if behind.starts_with(is_han)
        && scan.lexicon.starts_with_cue("behind-meeting", behind).is_none()
    {
        return None;
    }
    let before = scan.before(start);
    let reach = before.char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
    let window = before.get(reach..)?;
    let mut verbs = scan.lexicon.cue_places("holding", window);
    verbs.extend(scan.lexicon.cue_places("goes-to-meeting", window));
    // 在|海洋法治峰会|上发言: the forums that go on within a meeting are told by their topics, too.
    if behind.starts_with('上')
        && scan.lexicon.ends_with_cue("kind-of-occasion", scan.slice(start, end)).is_some()
    {
        verbs.extend(window.rmatch_indices('在').take(1));
    }
    // 组织|部: the verb may be a part of a name.
    verbs.retain(|(at, verb)| {
        let (from, to) = (reach + at, reach + at + verb.len());
        let whole = |token: &Token| scan.class_of(token).is_none() || token.start >= to;
        !scan.after(to).starts_with('部') && scan.tokens_touching(from, to).all(whole)
    });
    verbs.sort_unstable();
    let (at, verb) = verbs.pop()?;
    let from = reach + at + verb.len();
    // 举办公众|参与|网络治理研讨会: a verb behind another is of the topic.
    let within = verbs.iter().rfind(|(before, verb)| before + verb.len() <= at).is_some_and(
        |(before, verb)| {
            let between = window.get(before + verb.len()..at).unwrap_or_default();
            !between.is_empty() && between.chars().all(is_han) && !between.ends_with('并')
        },
    );
    if within {
        return None;
    }
    let aspect = scan.after(from).starts_with(['了', '过']);
    let from = from + if aspect { '了'.len_utf8() } else { 0 };
    // 举办培训班和海洋法治研讨会: the conjunction may be of the objects.
    (!scan.slice(from, start).contains(['和', '与', '及'])).then_some(from)
}

/// Tells whether these words before the kind of a meeting are a topic and nothing else: of four
/// characters or more, or three and a word of scope, neither general words nor a count, a determiner or a clause.
fn is_topic_alone(scan: &Scan<'_>, from: usize, start: usize, kind: &str) -> bool {
    let stem = scan.slice(from, start);
    let bare = scan.lexicon.strip_cue("scope-of-meeting", stem);
    // 网络法学术研讨会: of what kind it is tells that the topic is one.
    let plain = scan.lexicon.has_cue("kind-by-topic", kind);
    let least = if bare.len() < stem.len() || !plain { 3 } else { 4 };
    let long = (least..=LONGEST).contains(&bare.chars().count());
    let telling = !scan.lexicon.is_generic(bare) || is_topic(scan, bare, kind);
    let clause = bare
        .contains(['的', '了', '在', '由', '将', '被', '把', '等', '该', '此', '这', '那'])
        || scan
            .tokens_in(from, start)
            .any(|token| matches!(token.kind, TokenKind::Title | TokenKind::Word(WordKind::Bound)));
    let loose = attended(scan, stem)
        || scan.lexicon.holds_cue("holding", stem)
        || scan.lexicon.starts_with_cue("relative-session", stem).is_some()
        || scan.lexicon.starts_with_cue("no-topic", stem).is_some()
        || scan.lexicon.starts_with_cue("series", stem).is_some()
        || COUNT.is_match(stem)
        || last_ordinal(stem).is_some()
        || holds_another(scan, from, start)
        || ORDINAL.is_match(stem);
    long && telling && stem.chars().all(is_han) && !clause && !loose
}

/// 甲改革论坛和|乙经济论坛: tells whether another meeting ends within a topic.
fn holds_another(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    let next = scan.events.partition_point(|(_, end, _)| *end <= from);
    let mut within = scan.events.iter().skip(next).take_while(|(_, end, _)| *end <= to);
    within.any(|(_, _, ending)| scan.lexicon.ends_with_cue("kind-by-topic", &ending.text).is_some())
}

/// The most characters of a topic.
const LONGEST: usize = 20;
