//! Principles that a clause commits to: 坚持…, 秉持…的理念, 在…的基础上.

use std::sync::LazyLock;

use regex::Regex;

use super::{headed_items, items, push};
use crate::ontology::terms::class as terms;
use crate::recognise::{
    candidate::Candidate,
    scan::{Scan, is_han},
    sought::Sought,
};

/// 坚持开放包容、互学互鉴; 秉持…的理念; 恪守《…》确立的…等原则.
pub(super) fn commitments(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    for &(at, verb) in scan.cue_places("commitment") {
        let from = at + verb.len();
        let length = clause_length(scan.after(from));
        let object = scan.slice(from, from + length);
        if object.is_empty() || object.starts_with(['、', '”']) || follows_as_noun(scan, from) {
            continue;
        }
        let (start, end) = narrow(scan, from, from + length);
        let phrase = scan.slice(start, end);
        if phrase.chars().count() > 36 {
            continue;
        }
        let headed = end < from + length || scan.lexicon.principle_ending(phrase).is_some();
        let split = if headed { headed_items } else { items };
        let pieces = split(scan, start, end);
        let single = pieces.len() == 1;
        for (start, end) in pieces {
            let item = scan.slice(start, end);
            if headed || set_phrase(scan, item, verb, single) {
                push(scan, found, start, end, "commitment");
            }
        }
    }
}

/// Tells whether the verb is a noun here: 坚持的, 坚持者.
fn follows_as_noun(scan: &Scan<'_>, from: usize) -> bool {
    scan.lexicon.starts_with_cue("no-object", scan.after(from)).is_some()
}

/// Returns the byte length of the object of a verb: up to the clause's end, list marks included.
fn clause_length(text: &str) -> usize {
    let mut quoted = 0;
    for (at, character) in text.char_indices() {
        match character {
            '“' => quoted += 1,
            '”' => quoted -= 1,
            '，' | '。' | '；' | '：' | '！' | '？' | ',' | '（' | '(' if quoted <= 0 => {
                return at;
            }
            _ => {}
        }
    }
    text.len()
}

/// Narrows an object to the phrases that it names: without 《…》确立的 before and 等原则 behind.
pub(super) fn narrow(scan: &Scan<'_>, start: usize, end: usize) -> (usize, usize) {
    // 弘扬某价值观方面
    let end = end - if scan.slice(start, end).ends_with("方面") { "方面".len() } else { 0 };
    // 坚持依法治国原则|适用于网络空间: a principle that applies is only that one.
    let applied = scan.slice(start, end).find("原则适用于");
    let end = applied.map_or(end, |at| start + at + "原则".len());
    let object = scan.slice(start, end);
    let mut from = start;
    if object.contains('的')
        && let Some(source) = SOURCE.find(object)
    {
        from += source.end();
    }
    // 坚持促进公平正义等六大特点, 坚持以构建某共同体理念为指引
    let phrase = scan.slice(from, end);
    let counted = phrase.contains('等').then(|| COUNTED_BEHIND.find(phrase)).flatten();
    let end = counted.map_or(end, |tail| from + tail.start());
    let phrase = scan.slice(from, end);
    if phrase.starts_with('以')
        && let Some(guide) = GUIDE.captures(phrase).and_then(|captures| captures.get(1))
    {
        return (from + guide.start(), from + guide.end());
    }
    // 坚持共同、综合、合作、可持续的安全观|是理念指引
    let said = phrase.char_indices().find(|(at, c)| {
        let whole = scan
            .token_starting(from + at)
            .is_some_and(|token| token.end == from + at + c.len_utf8());
        *c == '是' && *at >= '是'.len_utf8() * 4 && whole
    });
    if let Some((at, _)) = said {
        return (from, from + at);
    }
    // 以坚持公正、透明原则为前提
    if phrase.contains('为')
        && let Some(head) = BEFORE_AS.find(phrase).filter(|head| head.start() >= 6)
    {
        return (from, from + head.start());
    }
    for head in scan.lexicon.cues("list-head") {
        if let Some(at) = phrase.find(head.as_str())
            && at >= 6
            && !phrase.get(..at).is_some_and(|t| t.ends_with(['平', '对', '同', '均', '不', '相']))
        {
            return (from, from + at);
        }
    }
    if let Some(head) = scan.lexicon.ends_with_cue("attribute-head", phrase) {
        return (from, end - head.len());
    }
    (from, end)
}

static COUNTED_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("等[一二三四五六七八九十0-9]+[大项个点条][一-鿿]{0,4}$")
        .expect("the expression is well-formed")
});

static GUIDE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^以(.{4,}?)(?:的)?(?:理念|思想|精神|原则)?为(?:指引|引领|指导|遵循|根本遵循)$")
        .expect("the expression is well-formed")
});

static BEFORE_AS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:等)?(?:的)?(?:基本|重要|核心)?(?:原则|理念|准则)(?:作为|为)")
        .expect("the expression is well-formed")
});

static SOURCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:以)?(?:《[^》]+》|[^，、]{2,10}?)(?:所)?(?:确立|规定|载明|确认|倡导|提出)的")
        .expect("well-formed")
});

/// Tells whether a bare object is a set phrase: four characters in two halves, a phrase with 并重
/// and the like, or, behind 坚持, a maxim of clause length that tells no particular act.
fn set_phrase(scan: &Scan<'_>, phrase: &str, verb: &str, single: bool) -> bool {
    let phrase = phrase.trim_matches(['“', '”', ' ']);
    if scan.lexicon.entries_of(phrase).any(|entry| scan.is(entry.class, terms::PRINCIPLE)) {
        return true;
    }
    let count = phrase.chars().count();
    if scan.lexicon.holds_cue("particular-act", phrase) || phrase.contains('《') {
        return false;
    }
    if count == 4 {
        let loose = scan.lexicon.ends_with_cue("plain-noun", phrase).is_some();
        return phrase.chars().all(is_han) && !(loose && verb != "坚持");
    }
    if scan.lexicon.ends_with_cue("maxim-end", phrase).is_some() && count <= 20 {
        return true;
    }
    single && verb == "坚持" && (5..=24).contains(&count)
        || phrase.split(['和', '与']).all(|half| half.chars().count() == 2) && count == 5
}

/// 在平等协商的基础上, 在相互尊重、平等互利基础上.
pub(super) fn bases(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    for captures in BASIS.captures(scan) {
        let Some(phrase) = captures.get(1) else { continue };
        // 在甲、乙、丙的原则基础上: what has the head is a principle whatever it says.
        let named = scan.lexicon.strip_cue("bare-head", phrase.as_str());
        if named.len() < phrase.len() && named.contains('、') {
            for (start, end) in headed_items(scan, phrase.start(), phrase.start() + named.len()) {
                push(scan, found, start, end, "basis");
            }
            continue;
        }
        for (start, end) in items(scan, phrase.start(), phrase.end()) {
            let item = scan.slice(start, end);
            let bare = item.strip_prefix("尊重").unwrap_or(item);
            let known =
                scan.lexicon.entries_of(bare).any(|entry| scan.is(entry.class, terms::PRINCIPLE));
            if known || item.chars().count() == 4 && set_phrase(scan, item, "在", true) {
                push(scan, found, start, end, "basis");
            }
        }
    }
}

/// 建立在甲、乙，丙等原则基础上: a list with commas, which its head behind 等 names principles.
pub(super) fn long_bases(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    if !scan.holds(&["等原则基础", "等原则的基础", "等基本原则"]) {
        return;
    }
    for list in LONG_BASIS.captures_iter(scan.text).filter_map(|captures| captures.get(1)) {
        let mut at = list.start();
        let pieces: Vec<(usize, usize)> = (list.as_str().split(['、', '，', ',']))
            .map(|piece| {
                let place = (at, at + piece.len());
                at = place.1 + scan.after(place.1).chars().next().map_or(0, char::len_utf8);
                place
            })
            .collect();
        let fits = |(from, to): &(usize, usize)| {
            (2..=24).contains(&scan.slice(*from, *to).chars().count())
        };
        if pieces.len() < 3 || !pieces.iter().all(fits) {
            continue;
        }
        for (start, end) in pieces {
            push(scan, found, start, end, "basis");
        }
    }
}

static LONG_BASIS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("建立在([^。；：在“”]{4,160}?)等(?:重要|基本)?(?:原则|准则)(?:的)?(?:基础|前提)")
        .expect("the expression is well-formed")
});

pub(in crate::recognise) static BASIS: Sought = Sought::new(8, &["基础", "前提"], || {
    Regex::new("在([^，。；：在]{4,60}?)(?:的)?(?:基础|前提)(?:上|之上|下)")
        .expect("the expression is well-formed")
});
