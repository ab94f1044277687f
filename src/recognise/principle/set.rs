//! Members of sets, and phrases that a clause calls a principle.

use std::sync::LazyLock;

use regex::Regex;

use super::push;
use crate::ontology::terms::class as terms;
use crate::recognise::{
    candidate::Candidate,
    scan::{Scan, is_han},
    sought::Sought,
};

/// 即“甲、乙、丙”。 and 一是甲；二是乙；三是丙。 that open a note: the members of a set.
pub(super) fn noted_members(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::PRINCIPLE) else { return };
    let opening = scan.text.split('。').next().unwrap_or_default();
    let lead = opening.len() - opening.trim_start_matches([' ', '即', '“']).len();
    let listed = opening.trim_start().starts_with('即');
    let mut members: Vec<(usize, usize)> = Vec::new();
    let mark = if listed { '、' } else { '；' };
    let body = opening.get(lead..).unwrap_or_default().trim_end_matches('”');
    let mut at = lead;
    for (index, piece) in body.split(mark).enumerate() {
        let skipped = if listed { Some(0) } else { number_before(piece, index + 1) };
        let Some(skipped) = skipped else { return };
        members.push((at + skipped, at + piece.len()));
        at += piece.len() + mark.len_utf8();
    }
    let fits =
        |&(from, to): &(usize, usize)| (4..=30).contains(&scan.slice(from, to).chars().count());
    if members.len() >= 2 && members.iter().all(fits) {
        found.extend(
            members
                .into_iter()
                .map(|(from, to)| Candidate::new(from, to, class, NOTED_MEMBER).ranked(6)),
        );
    }
}

/// The length of the number that a piece of a list begins with, where it is this one: 二是, and
/// 第二，安全上，.
pub(super) fn number_before(piece: &str, number: usize) -> Option<usize> {
    let captures = NUMBERED.captures(piece)?;
    let written = captures.iter().skip(1).flatten().next()?.as_str();
    (written.parse().ok().or_else(|| numeral(written)) == Some(number))
        .then(|| captures.get(0).map_or(0, |hit| hit.end()))
}

static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^ ?(?:([一二三四五六七八九十])(?:是|要)|其([一二三四五六七八九十])，|第([一二三四五六七八九十])[，、：](?:[一-鿿]{2,4}上，)?|[（(]([一二三四五六七八九十]|[1-9])[）)]|([1-9])[.．、])",
    )
    .expect("the expression is well-formed")
});

/// The rule of the members that a note lists of a set.
pub(crate) const NOTED_MEMBER: &str = "listed in a note";

/// Returns the number that a character writes: 三 for 3.
pub(crate) fn numeral(text: &str) -> Option<usize> {
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    if text == "两" {
        return Some(2);
    }
    numerals.iter().position(|numeral| *numeral == text).map(|at| at + 1)
}

/// 合作共赢应该成为…的核心原则, 消除贫困是…目标之一: a phrase that the clause says to be one.
pub(super) fn called_principles(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    for captures in CALLED.captures(scan) {
        let Some(phrase) = captures.get(1) else { continue };
        let known = scan
            .lexicon
            .entries_of(phrase.as_str())
            .any(|entry| scan.is(entry.class, terms::PRINCIPLE));
        if known || phrase.as_str().chars().count() == 4 {
            push(scan, found, phrase.start(), phrase.end(), "called a principle");
        }
    }
}

/// 双方重申，互相尊重主权和领土完整这一根本原则…: a phrase that 这一 and a head word stand behind.
pub(super) fn in_apposition(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    for hit in APPOSITION.matches(scan) {
        let before = scan.before(hit.start());
        let mut start = before.rfind(|c: char| !is_han(c)).map_or(0, |at| {
            at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
        });
        let verbs = scan.lexicon.cue_places("commitment", scan.slice(start, hit.start()));
        start = verbs.last().map_or(start, |(at, verb)| start + at + verb.len());
        // 甲国主张|这一原则适用于…: no phrase stands before it, but an agent with its verb.
        let agent = scan
            .token_starting(start)
            .filter(|token| scan.class_of(token).is_some_and(|class| scan.is(class, terms::AGENT)));
        if let Some(agent) = agent.filter(|agent| agent.end < hit.start())
            && scan.lexicon.starts_with_cue("goes-on-to-say", scan.after(agent.end)).is_some()
        {
            continue;
        }
        if (4..=18).contains(&scan.slice(start, hit.start()).chars().count()) {
            push(scan, found, start, hit.start(), "in apposition");
        }
    }
}

pub(in crate::recognise) static APPOSITION: Sought = Sought::new(14, &["这一"], || {
    Regex::new("这一(?:根本|基本|重要|核心)*(?:性)?(?:原则|理念|准则|主张)")
        .expect("the expression is well-formed")
});

pub(in crate::recognise) static CALLED: Sought = Sought::new(
    13,
    &["原则", "理念", "准则", "目标之一"],
    || {
        Regex::new(r"(?:^|[，。；：、] ?|证明，|\d[.．、] ?)([一-鿿]{4,8}?)(?:应该?|应当|已)?(?:成为|是|作为)(?:[^，。；]{0,20}(?:的)?(?:核心|基本|重要|首要)?(?:原则|理念|准则)|[^，。；]{2,16}(?:目标|原则|准则)之一)")
        .expect("the expression is well-formed")
    },
);
