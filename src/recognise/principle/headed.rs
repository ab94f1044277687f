//! Principles by a head word: 本着…的原则, …原则, …的理念.

use regex::Regex;

use super::{commitment::narrow, headed_items, push, rejected};
use crate::ontology::terms::class as terms;
use crate::recognise::{
    candidate::Candidate,
    scan::{Scan, is_han},
    sought::Sought,
};

/// …原则, …理念: the phrases before a head word, with 本着, 以, 在 or a verb before them.
pub(super) fn headed(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    for captures in HEADED.captures(scan) {
        let Some(phrase) = captures.name("list").or_else(|| captures.name("short")) else {
            continue;
        };
        // 重申以人为本、智能向善的理念: 以 belongs to the first of the phrases.
        let own = scan.tokens_touching(phrase.start(), phrase.start() + 1).find(|token| {
            token.start < phrase.start()
                && scan.class_of(token).is_some_and(|class| scan.is(class, terms::PRINCIPLE))
        });
        let start = own.map_or(phrase.start(), |token| token.start);
        let (start, end) = narrow(scan, start, phrase.end());
        let items: Vec<(usize, usize)> = headed_items(scan, start, end).into_iter().collect();
        // “尊重、合作、共赢”的原则: a word that is no principle by itself is one in a quoted list of them.
        let quoted = items.len() >= 3 && scan.after(start).starts_with('“');
        let principle = scan.ontology.class(terms::PRINCIPLE).filter(|_| quoted);
        for (start, end) in items {
            let length = scan.slice(start, end).chars().count();
            if length > 20 {
                continue;
            }
            let before = found.len();
            push(scan, found, start, end, "headed phrase");
            let own = principle.filter(|_| found.len() == before && length >= 2);
            found.extend(
                own.map(|class| Candidate::new(start, end, class, "headed phrase").ranked(3)),
            );
        }
    }
    for &(at, head) in scan.cue_places("own-head") {
        if scan.lexicon.starts_with_cue("head-goes-on", scan.after(at + head.len())).is_some() {
            continue;
        }
        // 共同但有区别的责任和各自能力原则: what the lists know needs no looking for its start.
        let listed = scan.tokens_touching(at, at + head.len()).find(|token| {
            token.end == at + head.len()
                && scan.class_of(token).is_some_and(|c| scan.is(c, terms::PRINCIPLE))
        });
        if let Some(token) = listed
            && let Some(class) = scan.class_of(token)
        {
            found.push(Candidate::new(token.start, token.end, class, "head word").ranked(2));
            continue;
        }
        let start = name_start(scan, at);
        if rejected(scan, start) {
            continue;
        }
        let start =
            if scan.after(start).starts_with('以') { start + '以'.len_utf8() } else { start };
        let phrase = scan.slice(start, at);
        // Communities of fate have a rule of their own; a quotation is a name of its own.
        let pointed = ["以下", "如下", "下列"].iter().any(|word| phrase.contains(word));
        if pointed || phrase.contains("命运共同体") || phrase.contains(['”', '“']) {
            continue;
        }
        let length = phrase.chars().count();
        if (3..=14).contains(&length)
            && !scan.lexicon.is_generic(phrase)
            && !phrase.trim_end_matches('新').ends_with('性')
            && scan.lexicon.starts_with_cue("vague-start", phrase).is_none()
        {
            let end = at + head.len();
            let class = scan.lexicon.principle_ending(scan.slice(start, end)).map(|e| e.class);
            if let Some(class) = class {
                found.push(
                    Candidate::new(start, end, class, "head word")
                        .named(scan.slice(start, end).replace(['“', '”', '《', '》'], ""))
                        .ranked(2),
                );
            }
        }
    }
}

pub(in crate::recognise) static HEADED: Sought = Sought::new(
    12,
    &["原则", "理念", "准则"],
    || {
        let object = "(?P<list>[^，。；：]{3,60}?)";
        let head = "(?:等|的|之|等重要|的重要|的基本|的核心)+(?:原则|理念|准则)";
        Regex::new(&format!(
        "(?:本着|按照|遵照|基于|依照|从|以|根据|奉行){object}(?:{head}|为(?:基本|核心|根本|首要|指导)?原则)|以(?P<short>[一-鿿]{{2,4}}(?:、[一-鿿]{{2,4}})+)原则"
    ))
    .expect("the expression is well-formed")
    },
);

/// Where the name before a head word begins.
fn name_start(scan: &Scan<'_>, head: usize) -> usize {
    let start = head_start(scan, head);
    let words = scan.slice(start, head);
    let start = match scan.lexicon.starts_with_cue("bare-lead", words) {
        Some(lead) if words.len() > lead.len() => start + lead.len(),
        _ => start,
    };
    if let Some(list) = list_before(scan, start) {
        return list;
    }
    let own = scan.slice(start, head).chars().count() >= 4;
    if own { set_phrase_before(scan, start) } else { start }
}

/// 共同、综合、合作、可持续的|安全观: where a list of attributes begins that 的 joins to the name.
fn list_before(scan: &Scan<'_>, start: usize) -> Option<usize> {
    let before = scan.before(start).strip_suffix('的')?;
    let clause = before.rfind(|c: char| !is_han(c) && c != '、')?;
    let from = clause + before.get(clause..)?.chars().next()?.len_utf8();
    let items: Vec<&str> = before.get(from..)?.split('、').collect();
    let (first, others) = items.split_first()?;
    let short =
        others.len() >= 2 && others.iter().all(|item| (2..=3).contains(&item.chars().count()));
    // The verb stands before the first one.
    let to = from + first.len();
    let own = scan.tokens_in(from, to).filter(|token| scan.bound_at(token.start)).last();
    let own = own.map_or(from, |verb| verb.end);
    let length = scan.slice(own, to).chars().count();
    (short && (2..=3).contains(&length)).then_some(own)
}

/// 开放合作的|网络安全理念: a set phrase of four characters before 的 belongs to the name.
fn set_phrase_before(scan: &Scan<'_>, start: usize) -> usize {
    let Some(before) = scan.before(start).strip_suffix('的') else { return start };
    if before.ends_with('性') {
        return start;
    }
    let Some((at, _)) = before.char_indices().rev().nth(3) else { return start };
    let phrase = before.get(at..).unwrap_or_default();
    let free = before.get(..at).is_some_and(|left| {
        left.chars().next_back().is_none_or(|c| !is_han(c)) || scan.token_ending(at).is_some()
    });
    let plain = phrase.chars().all(is_han)
        && !scan.tokens_in(at, at + phrase.len()).any(|t| scan.bound_at(t.start));
    if free && plain { at } else { start }
}

/// Follows a head word to its left over the words of its phrase.
fn head_start(scan: &Scan<'_>, head: usize) -> usize {
    let mut at = head;
    let stops = |c: char| !is_han(c);
    while at > 0 {
        if let Some(token) = scan.token_ending(at) {
            use crate::recognise::lexicon::{TokenKind, WordKind};
            let bound =
                matches!(token.kind, TokenKind::Word(WordKind::Bound | WordKind::Conjunction));
            let word = scan.slice(token.start, token.end);
            // 甲原则和乙原则 are two.
            let two = ["原则", "理念"].iter().any(|head| scan.before(token.start).ends_with(head));
            if two && matches!(token.kind, TokenKind::Word(WordKind::Conjunction)) {
                break;
            }
            if bound && scan.lexicon.starts_with_cue("within-principle", word).is_none() {
                break;
            }
            at = token.start;
            continue;
        }
        let Some(character) = scan.before(at).chars().next_back() else { break };
        if stops(character) {
            break;
        }
        at -= character.len_utf8();
    }
    at
}
