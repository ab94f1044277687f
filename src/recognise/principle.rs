//! Principles by the ways in which a text marks them: 坚持…, 本着…的原则, …命运共同体.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    candidate::Candidate,
    scan::{Scan, is_han},
};
use crate::ontology::terms::class as terms;

/// Finds principles and sets of principles.
pub(crate) fn principles(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    commitments(scan, &mut found);
    headed(scan, &mut found);
    bases(scan, &mut found);
    communities(scan, &mut found);
    applications(scan, &mut found);
    charters(scan, &mut found);
    counted(scan, &mut found);
    called_principles(scan, &mut found);
    enumerated(scan, &mut found);
    found
}

/// “四项原则”包括“甲、乙、丙”: the members of a set in quotation marks.
fn enumerated(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::PRINCIPLE) else { return };
    for captures in ENUMERATED.captures_iter(scan.text) {
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
                    let candidate = Candidate::new(at, at + bare.len(), class, "enumerated");
                    found.push(candidate.ranked(6));
                }
                at += piece.len() + mark.len_utf8();
            }
        }
    }
}

static ENUMERATED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("“([^“”]{2,10})”(?:的|重要|理念|原则|主张)*[，：]?(?:主要|分别|具体|也就是)?(?:包括|包含|即|为|是|：)[：，]?((?:“[^“”]+”[、，；和与]?)+)")
        .expect("the expression is well-formed")
});
static MEMBERS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("“([^“”]+)”").expect("the expression is well-formed"));

/// 合作共赢应该成为…的核心原则, 消除贫困是…目标之一: a phrase that the clause says to be one.
fn called_principles(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    for captures in CALLED.captures_iter(scan.text) {
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

static CALLED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[，。；：、] ?|证明，)([一-鿿]{4,8}?)(?:应该?|应当|已)?(?:成为|是|作为)(?:[^，。；]{0,20}(?:的)?(?:核心|基本|重要|首要)?(?:原则|理念|准则)|[^，。；]{2,16}(?:目标|原则|准则)之一)")
        .expect("the expression is well-formed")
});

fn push(scan: &Scan<'_>, found: &mut Vec<Candidate>, start: usize, end: usize, rule: &'static str) {
    let (start, end) = trim(scan, start, end);
    if rejected(scan, start) {
        return;
    }
    let phrase = scan.slice(start, end);
    let ending = scan.lexicon.principle_ending(phrase);
    let set = ending.is_some_and(|ending| scan.is(ending.class, terms::PRINCIPLE_SET));
    let name = if set { terms::PRINCIPLE_SET } else { terms::PRINCIPLE };
    let Some(class) = scan.ontology.class(name) else { return };
    let length = phrase.chars().count();
    if length < 2 || scan.lexicon.is_generic(phrase) || scan.lexicon.has_cue("no-principle", phrase)
    {
        return;
    }
    let name = phrase.replace(['“', '”', '《', '》'], "");
    found.push(Candidate::new(start, end, class, rule).named(name).ranked(3));
}

/// Tells whether the clause rejects what it names here: 反对单边主义, 违反市场经济原则.
fn rejected(scan: &Scan<'_>, start: usize) -> bool {
    let before = scan.before(start);
    let clause = before.rsplit(['，', '。', '；', '：']).next().unwrap_or_default();
    scan.lexicon.cues("rejecting").iter().any(|cue| clause.contains(cue.as_str()))
}

/// Takes spaces, quotation marks and head words off a phrase.
fn trim(scan: &Scan<'_>, mut start: usize, mut end: usize) -> (usize, usize) {
    loop {
        let phrase = scan.slice(start, end);
        let marks: &[char] = &['“', '”', ' ', '‘', '’'];
        let left = phrase.trim_start_matches(marks);
        let right = left.trim_end_matches(marks);
        start += phrase.len() - left.len();
        end = start + right.len();
        if let Some(lead) = scan.lexicon.starts_with_cue("bare-lead", right)
            && right.len() > lead.len() + 6
        {
            start += lead.len();
            continue;
        }
        // 与…相匹配的真正的多利益相关方原则: a long attribute is none of the name.
        if right.chars().count() > 14
            && let Some(at) = right.rfind('的')
            && right.len() > at + 9
            && scan.lexicon.ends_with_cue("maxim-head", right).is_some()
        {
            start += at + '的'.len_utf8();
            continue;
        }
        let head = scan.lexicon.ends_with_cue("bare-head", right);
        match head {
            Some(head) if right.len() > head.len() => end -= head.len(),
            _ => return (start, end),
        }
    }
}

/// Splits a list of phrases at 、 and, between phrases of at least four characters, at 和 and 与.
///
/// A list whose items are shorter than a set phrase is one phrase: 不分大小、强弱、贫富一律平等.
fn items(scan: &Scan<'_>, start: usize, end: usize) -> Vec<(usize, usize)> {
    let phrase = scan.slice(start, end);
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut depth = 0i32;
    for (at, character) in phrase.char_indices() {
        match character {
            '“' | '《' | '（' => depth += 1,
            '”' | '》' | '）' => depth -= 1,
            '、' if depth <= 0 || phrase.starts_with('“') => {
                pieces.push((from, at));
                from = at + character.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push((from, phrase.len()));
    let long = |piece: &(usize, usize)| {
        phrase.get(piece.0..piece.1).is_some_and(|p| p.chars().filter(|c| is_han(*c)).count() >= 4)
    };
    if pieces.len() > 1 && !pieces.iter().all(long) {
        let known = pieces.iter().all(|&(a, b)| {
            let piece = phrase.get(a..b).unwrap_or_default().trim_matches(['“', '”']);
            piece.chars().count() == 2
                || long(&(a, b))
                || scan.lexicon.entries_of(piece).next().is_some()
        });
        let uniform =
            pieces.iter().all(|&(a, b)| phrase.get(a..b).is_some_and(|p| p.chars().count() == 2));
        if !(known && uniform) {
            return vec![(start, end)];
        }
    }
    let mut split = Vec::new();
    for piece in pieces {
        split.extend(halves(phrase, piece).into_iter().map(|(a, b)| (start + a, start + b)));
    }
    split
}

/// Splits 开放包容和互学互鉴 in two; 安全与发展并重 stays whole.
fn halves(phrase: &str, (from, to): (usize, usize)) -> Vec<(usize, usize)> {
    let piece = phrase.get(from..to).unwrap_or_default();
    for (at, conjunction) in piece.match_indices(['和', '与', '及']) {
        let left = piece.get(..at).unwrap_or_default().chars().count();
        let right = piece.get(at + conjunction.len()..).unwrap_or_default().chars().count();
        if left == 4 && right == 4 && conjunction != "与"
            || left >= 4 && right >= 4 && left == right
        {
            return vec![(from, from + at), (from + at + conjunction.len(), to)];
        }
    }
    vec![(from, to)]
}

/// 坚持开放包容、互学互鉴; 秉持…的理念; 恪守《…》确立的…等原则.
fn commitments(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    for verb in scan.lexicon.cues("commitment") {
        for (at, _) in scan.text.match_indices(verb.as_str()) {
            let from = at + verb.len();
            let length = clause_length(scan.after(from));
            let object = scan.slice(from, from + length);
            if object.is_empty() || follows_as_noun(scan, from) {
                continue;
            }
            let (start, end) = narrow(scan, from, from + length);
            let phrase = scan.slice(start, end);
            if phrase.chars().count() > 36 {
                continue;
            }
            let single = items(scan, start, end).len() == 1;
            let headed = end < from + length || scan.lexicon.principle_ending(phrase).is_some();
            for (start, end) in items(scan, start, end) {
                let item = scan.slice(start, end);
                if headed || set_phrase(scan, item, verb, single) {
                    push(scan, found, start, end, "commitment");
                }
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
            '，' | '。' | '；' | '：' | '！' | '？' | ',' if quoted <= 0 => return at,
            _ => {}
        }
    }
    text.len()
}

/// Narrows an object to the phrases that it names: without 《…》确立的 before and 等原则 behind.
fn narrow(scan: &Scan<'_>, start: usize, end: usize) -> (usize, usize) {
    let object = scan.slice(start, end);
    let mut from = start;
    if let Some(source) = SOURCE.find(object) {
        from += source.end();
    }
    let phrase = scan.slice(from, end);
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
    let acts =
        scan.lexicon.cues("particular-act").iter().any(|word| phrase.contains(word.as_str()));
    if acts || phrase.contains('《') {
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

/// …原则, …理念: the phrases before a head word, with 本着, 以, 在 or a verb before them.
fn headed(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    for captures in HEADED.captures_iter(scan.text) {
        let Some(phrase) = captures.name("list").or_else(|| captures.name("short")) else {
            continue;
        };
        let (start, end) = narrow(scan, phrase.start(), phrase.end());
        for (start, end) in items(scan, start, end) {
            if scan.slice(start, end).chars().count() <= 20 {
                push(scan, found, start, end, "headed phrase");
            }
        }
    }
    for head in scan.lexicon.cues("own-head") {
        for (at, _) in scan.text.match_indices(head.as_str()) {
            if scan.lexicon.starts_with_cue("head-goes-on", scan.after(at + head.len())).is_some() {
                continue;
            }
            let start = set_phrase_before(scan, head_start(scan, at));
            if rejected(scan, start) {
                continue;
            }
            let start =
                if scan.after(start).starts_with('以') { start + '以'.len_utf8() } else { start };
            let phrase = scan.slice(start, at);
            // Communities of fate have a rule of their own; a quotation is a name of its own.
            if phrase.contains("命运共同体") || phrase.contains(['”', '“']) {
                continue;
            }
            let length = phrase.chars().count();
            if (3..=14).contains(&length)
                && !scan.lexicon.is_generic(phrase)
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
}

static HEADED: LazyLock<Regex> = LazyLock::new(|| {
    let object = "(?P<list>[^，。；：]{3,60}?)";
    let head = "(?:等|的|之|等重要|的重要|的基本|的核心)+(?:原则|理念|精神|准则)";
    Regex::new(&format!(
        "(?:本着|按照|遵照|基于|依照|从|以|根据|奉行){object}(?:{head}|为原则|为基本原则)|以(?P<short>[一-鿿]{{2,4}}(?:、[一-鿿]{{2,4}})+)原则"
    ))
    .expect("the expression is well-formed")
});

/// 开放合作的|网络安全理念: a set phrase of four characters before 的 belongs to the name.
fn set_phrase_before(scan: &Scan<'_>, start: usize) -> usize {
    let Some(before) = scan.before(start).strip_suffix('的') else { return start };
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
            use super::lexicon::{TokenKind, WordKind};
            let bound =
                matches!(token.kind, TokenKind::Word(WordKind::Bound | WordKind::Conjunction));
            let word = scan.slice(token.start, token.end);
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

/// 在平等协商的基础上, 在相互尊重、平等互利基础上.
fn bases(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    for captures in BASIS.captures_iter(scan.text) {
        let Some(phrase) = captures.get(1) else { continue };
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

static BASIS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("在([^，。；：在]{4,30}?)(?:的)?(?:基础|前提)(?:上|之上|下)")
        .expect("the expression is well-formed")
});

/// 人类命运共同体, 网络空间命运共同体, 发展共同体.
fn communities(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::PRINCIPLE) else { return };
    for hit in COMMUNITY.find_iter(scan.text) {
        let mut start = hit.start();
        let head = hit.end() - "共同体".len();
        let listed = scan
            .slice(start, head)
            .char_indices()
            .map(|(at, _)| start + at)
            .find(|at| scan.lexicon.entries_of(scan.slice(*at, hit.end())).next().is_some());
        let fate = scan.slice(start, head).ends_with("命运");
        if let Some(listed) = listed {
            start = listed;
        } else if fate {
            let bounds = scan.tokens_in(start, head).filter(|token| {
                use super::lexicon::{TokenKind, WordKind};
                matches!(
                    token.kind,
                    TokenKind::Word(WordKind::Bound | WordKind::Verb | WordKind::Conjunction)
                )
            });
            start = bounds.last().map_or(start, |token| token.end);
        }
        if scan.slice(start, hit.end()) == "命运共同体" {
            continue;
        }
        if start < head {
            let name = scan.slice(start, hit.end());
            found.push(Candidate::new(start, hit.end(), class, "community").named(name).ranked(2));
        }
    }
}

static COMMUNITY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:[一-鿿]{0,10}命运|发展|安全|责任|利益)共同体")
        .expect("the expression is well-formed")
});

/// 《联合国宪章》宗旨和原则: a fixed name for the principles of an instrument.
fn charters(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::PRINCIPLE) else { return };
    for hit in CHARTER.find_iter(scan.text) {
        let name =
            hit.as_str().replace(['《', '》'], "").replace("的宗旨", "宗旨").replace('与', "和");
        found.push(Candidate::new(hit.start(), hit.end(), class, "charter").named(name).ranked(5));
    }
}

static CHARTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("《[^》]*(?:宪章|公约|条约)》的?宗旨[和与及](?:各项)?原则")
        .expect("the expression is well-formed")
});

/// 11项规范, 三项原则: a counted set.
fn counted(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::PRINCIPLE_SET) else { return };
    for hit in COUNTED.find_iter(scan.text) {
        found.push(Candidate::new(hit.start(), hit.end(), class, "counted set").ranked(2));
    }
}

static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:[1-9]\\d?|[二三四五六七八九十]+)(?:项|条)(?:自愿性?)?(?:行为)?(?:规范|原则)")
        .expect("well-formed")
});

/// 国际法…适用于网络空间: the statement that a body of law applies to a field.
fn applications(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::PRINCIPLE) else { return };
    for captures in APPLIES.captures_iter(scan.text) {
        let (Some(whole), Some(law), Some(field)) =
            (captures.get(0), captures.get(1), captures.get(2))
        else {
            continue;
        };
        let name = format!("{}适用于{}", law.as_str(), field.as_str());
        found.push(
            Candidate::new(whole.start(), field.end(), class, "applicability")
                .named(name)
                .ranked(3),
        );
    }
}

static APPLIES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(国际法|国家主权|国际人道法|国际人权法)(?:特别是[^，。]{2,12})?适用于([一-鿿]{2,6}?)(?:[，。；、]|是|并|已|的|$)")
        .expect("the expression is well-formed")
});
