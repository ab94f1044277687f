//! Members of sets, and phrases that a clause calls a principle.

use std::sync::LazyLock;

use regex::Regex;

use super::push;
use crate::ontology::{ClassId, terms::class as terms};
use crate::recognise::{candidate::Candidate, scan::Scan, sought::Sought};

/// “四项原则”包括“甲、乙、丙”: the members of a set in quotation marks.
pub(super) fn enumerated(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::PRINCIPLE) else { return };
    let sets = scan.may_hold(&["“"]).then(|| ENUMERATED.captures_iter(scan.text));
    for captures in sets.into_iter().flatten() {
        let (Some(set), Some(members)) = (captures.get(1), captures.get(2)) else { continue };
        let is_set = scan
            .lexicon
            .principle_ending(set.as_str())
            .is_some_and(|ending| scan.is(ending.class, terms::PRINCIPLE_SET));
        if !is_set {
            continue;
        }
        for member in MEMBERS.captures_iter(members.as_str()).filter_map(|c| c.get(1)) {
            let mark = if member.as_str().contains('；') { '；' } else { '、' };
            let mut at = members.start() + member.start();
            for piece in member.as_str().split(mark) {
                let bare = piece.trim_end_matches('。');
                if bare.chars().count() >= 2 {
                    let candidate = Candidate::new(at, at + bare.len(), class, ENUMERATED_MEMBER);
                    found.push(candidate.ranked(6));
                }
                at += piece.len() + mark.len_utf8();
            }
        }
    }
}

/// “五点主张”与…相呼应，包括：“甲；乙；…”, “三个坚持”，即坚持甲、坚持乙、坚持丙: the members of a set
/// that stand farther off or without quotation marks, where they are as many as the set counts.
pub(super) fn counted_members(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::PRINCIPLE) else { return };
    // Its members may go on behind a full stop.
    let sets = COUNTED_SET.matches(scan).next().map(|_| COUNTED_MEMBERS.captures_iter(scan.text));
    for captures in sets.into_iter().flatten() {
        let (Some(set), Some(number), Some(members)) =
            (captures.get(1), captures.get(2), captures.get(3))
        else {
            continue;
        };
        let is_set = scan
            .lexicon
            .principle_ending(set.as_str())
            .is_some_and(|ending| scan.is(ending.class, terms::PRINCIPLE_SET));
        let Some(count) = numeral(number.as_str()).filter(|_| is_set) else { continue };
        let list = members.as_str();
        let inside = list.trim_start_matches('“');
        let from = members.start() + list.len() - inside.len();
        let end = inside.find(['”', '。']).unwrap_or(inside.len());
        let body = inside.get(..end).unwrap_or_default();
        let pieces = ['；', '、']
            .into_iter()
            .map(|mark| (mark, body.split(mark).count()))
            .find(|(_, pieces)| *pieces == count);
        let Some((mark, _)) = pieces else { continue };
        let fits = |piece: &str| (4..=30).contains(&piece.chars().count());
        if !body.split(mark).all(fits) {
            continue;
        }
        push_members(found, class, from, body.split(mark), mark);
    }
}

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
fn number_before(piece: &str, number: usize) -> Option<usize> {
    let captures = NUMBERED.captures(piece)?;
    let written = captures.get(1).or_else(|| captures.get(2))?.as_str();
    (numeral(written) == Some(number)).then(|| captures.get(0).map_or(0, |hit| hit.end()))
}

static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^ ?(?:([一二三四五六七八九十])是|第([一二三四五六七八九十])，(?:[一-鿿]{2,4}上，)?)",
    )
    .expect("the expression is well-formed")
});

/// “甲、乙、丙”三点主张: the members of a set right before its count.
pub(super) fn members_before(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let class = |name: &str| scan.ontology.class(name);
    let (Some(principle), Some(set)) = (class(terms::PRINCIPLE), class(terms::PRINCIPLE_SET))
    else {
        return;
    };
    let sets = scan.may_hold(&["”"]).then(|| MEMBERS_BEFORE.captures_iter(scan.text));
    for captures in sets.into_iter().flatten() {
        let (Some(members), Some(named), Some(number)) =
            (captures.get(1), captures.get(2), captures.get(3))
        else {
            continue;
        };
        let pieces: Vec<&str> = members.as_str().split('、').collect();
        let fits = |piece: &&str| (2..=16).contains(&piece.chars().count());
        if numeral(number.as_str()) != Some(pieces.len()) || !pieces.iter().all(fits) {
            continue;
        }
        push_members(found, principle, members.start(), pieces.into_iter(), '、');
        // What is called 三点主张 elsewhere may be other three.
        let name = format!("{}{}", members.as_str(), named.as_str());
        let counted = Candidate::new(named.start(), named.end(), set, "counted set with members");
        found.push(counted.named(name).ranked(6));
    }
}

static MEMBERS_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("“([^“”]+、[^“”]+)”(?:等|的)?(([两二三四五六七八九十])(?:个|大|项|点|条)(?:基本|重要|核心)?(?:原则|主张|理念))")
        .expect("the expression is well-formed")
});

/// Pushes the pieces of a list that begins here as members of a set.
fn push_members<'a>(
    found: &mut Vec<Candidate>,
    class: ClassId,
    mut at: usize,
    pieces: impl Iterator<Item = &'a str>,
    mark: char,
) {
    for piece in pieces {
        found.push(Candidate::new(at, at + piece.len(), class, ENUMERATED_MEMBER).ranked(6));
        at += piece.len() + mark.len_utf8();
    }
}

/// The rule of the members that a note lists of a set.
pub(crate) const NOTED_MEMBER: &str = "listed in a note";

/// The rule of the members that a sentence lists of a set.
pub(crate) const ENUMERATED_MEMBER: &str = "enumerated";

/// A counted set and the words before its members.
const SET_AND_VERB: &str = "“?(([二两三四五六七八九十])(?:[个大项点条])?[^“”，。；：、的]{1,9})”?[^。；]{0,40}?(?:包括|包含|分别是|即|：)";
pub(in crate::recognise) static COUNTED_SET: Sought =
    Sought::new(13, &["包括", "包含", "分别是", "即", "："], || {
        Regex::new(SET_AND_VERB).expect("the expression is well-formed")
    });
static COUNTED_MEMBERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!("{SET_AND_VERB}[：，]?(“[^“”]+”|[^“”。]+)"))
        .expect("the expression is well-formed")
});

/// Returns the number that a character writes: 三 for 3.
pub(crate) fn numeral(text: &str) -> Option<usize> {
    let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    if text == "两" {
        return Some(2);
    }
    numerals.iter().position(|numeral| *numeral == text).map(|at| at + 1)
}

static ENUMERATED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("“([^“”]{2,10})”(?:的|重要|理念|原则|主张)*[，：]?(?:主要|分别|具体|也就是)?(?:包括|包含|即|为|是|：)[：，]?((?:“[^“”]+”[、，；和与]?)+)")
        .expect("the expression is well-formed")
});
static MEMBERS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("“([^“”]+)”").expect("the expression is well-formed"));

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

pub(in crate::recognise) static CALLED: Sought = Sought::new(
    14,
    &["原则", "理念", "准则", "目标之一"],
    || {
        Regex::new(r"(?:^|[，。；：、] ?|证明，|\d[.．、] ?)([一-鿿]{4,8}?)(?:应该?|应当|已)?(?:成为|是|作为)(?:[^，。；]{0,20}(?:的)?(?:核心|基本|重要|首要)?(?:原则|理念|准则)|[^，。；]{2,16}(?:目标|原则|准则)之一)")
        .expect("the expression is well-formed")
    },
);
