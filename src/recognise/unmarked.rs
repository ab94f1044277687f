//! Documents without title marks, whose kind and the verb before them show the name: 启动绿色丝路使者计划,
//! 国际生物计划（IBP）.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    candidate::Candidate,
    lexicon::{TokenKind, WordKind},
    scan::{Scan, is_han},
};
use crate::ontology::{ClassId, terms::class as terms};

/// The kinds of document that are named so.
const KINDS: [&str; 2] = ["计划", "倡议"];
/// A name has so many characters before its kind.
const STEM: std::ops::RangeInclusive<usize> = 4..=20;

/// Finds documents by their kind, behind a verb of launching or before an acronym.
pub(super) fn unmarked(scan: &Scan<'_>) -> Vec<Candidate> {
    let Some(class) = scan.ontology.class(terms::POLICY_DOCUMENT) else { return Vec::new() };
    let mut found: Vec<Candidate> = Vec::new();
    if !scan.holds(&KINDS) {
        return found;
    }
    let mut ends: Vec<(usize, usize)> = KINDS
        .iter()
        .flat_map(|kind| scan.text.match_indices(kind))
        .map(|(at, kind)| (at, at + kind.len()))
        .collect();
    ends.sort_unstable();
    for (kind, end) in ends {
        if !stands_free(scan, end) {
            continue;
        }
        // 甲计划、乙计划和丙计划: what a list goes on with needs no verb of its own.
        let listed = found.last().and_then(|before| {
            let mark = scan.after(before.end).chars().next()?;
            let start = before.end + mark.len_utf8();
            (matches!(mark, '、' | '和' | '与' | '及') && start < kind).then_some(start)
        });
        let start = listed
            .filter(|start| names(scan, *start, kind))
            .or_else(|| behind_verb(scan, kind))
            .or_else(|| before_acronym(scan, kind, end));
        found.extend(start.map(|start| document(scan, start, end, class)));
    }
    found
}

fn document(scan: &Scan<'_>, start: usize, end: usize, class: ClassId) -> Candidate {
    let name = super::event::unquote(scan.slice(start, end));
    let rank = if scan.slice(start, end).contains('“') { 3 } else { 1 };
    Candidate::new(start, end, class, "kind of document").named(name).ranked(rank)
}

/// Tells whether nothing goes on with the kind as another word: 战略|合作, 计划|生育.
fn stands_free(scan: &Scan<'_>, end: usize) -> bool {
    let rest = scan.after(end);
    let mark = |c: char| !is_han(c) && c != '”' || matches!(c, '和' | '与' | '及' | '等' | '并');
    rest.is_empty() || rest.starts_with(mark)
}

/// The start of a name right behind a verb of launching.
fn behind_verb(scan: &Scan<'_>, kind: usize) -> Option<usize> {
    let starts = scan.before(kind).char_indices().rev().map(|(at, _)| at).take(24);
    let (start, before) = starts
        .take_while(|at| scan.after(*at).starts_with(|c| is_han(c) || matches!(c, '“' | '”' | '-')))
        .find_map(|at| {
            let before = scan.before(at).trim_end_matches('了');
            let verb = scan.lexicon.ends_with_cue("launching", before)?;
            Some((at, before.strip_suffix(verb)?))
        })?;
    // 需要出台接入计划: what is needed has no name yet.
    let needed = scan.lexicon.ends_with_cue("needed", before).is_some();
    let vague = scan.lexicon.starts_with_cue("vague-start", scan.slice(start, kind)).is_some();
    (!vague && !needed && names(scan, start, kind)).then_some(start)
}

/// 国际生物计划（IBP）: an acronym behind it shows a name.
fn before_acronym(scan: &Scan<'_>, kind: usize, end: usize) -> Option<usize> {
    if !ACRONYM.is_match(scan.after(end)) {
        return None;
    }
    let start = scan.left_end(kind).start;
    names(scan, start, kind).then_some(start)
}

static ACRONYM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^[（(](?:[A-Z][A-Za-z ’'-]{4,80}[，,；] ?)?(?:简称)?[A-Z][A-Za-z]*[A-Z][A-Za-z0-9-]*[）)]",
    )
    .expect("the expression is well-formed")
});

/// 五项|行动倡议, 系列|绿色行动倡议: a count of them.
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:一?系列|[一二三四五六七八九十两多几0-9]+[项个条点])")
        .expect("the expression is well-formed")
});

/// Tells whether the words before a kind are a name: long enough, and neither vague nor a clause.
fn names(scan: &Scan<'_>, start: usize, kind: usize) -> bool {
    let stem = scan.slice(start, kind);
    let clause = stem.contains(['的', '了', '，', '。', '、', '；'])
        || stem.ends_with('等')
        || stem.starts_with(['对', '为', '向', '以'])
        || stem.matches('“').count() > 1
        || COUNTED.is_match(stem)
        || scan.tokens_in(start, kind).any(|token| {
            token.kind == TokenKind::Word(WordKind::Bound)
                && scan.slice(token.start, token.end).chars().count() >= 2
        });
    STEM.contains(&stem.chars().filter(|c| is_han(*c)).count())
        && !clause
        && !scan.lexicon.is_generic(stem)
        && scan.lexicon.starts_with_cue("not-in-name", stem).is_none()
}
