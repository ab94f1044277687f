//! Principles by the ways in which a text marks them: 坚持…, 本着…的原则, …命运共同体.

mod commitment;
mod fixed;
mod headed;
mod listed;
mod set;

use set::numeral;
pub(super) use {
    commitment::BASIS,
    fixed::{APPLIES, COMMUNITY, COUNTED},
    headed::HEADED,
    set::{APPOSITION, CALLED},
};
pub(crate) use {
    listed::{ENUMERATED_MEMBER, MEMBER_BEFORE, QUOTED_BEFORE, counted},
    set::NOTED_MEMBER,
};

use crate::ontology::terms::class as terms;
use crate::recognise::{
    candidate::Candidate,
    lexicon::{TokenKind, WordKind},
    scan::{Scan, is_han},
};

/// Finds principles and sets of principles.
pub(crate) fn principles(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    commitment::commitments(scan, &mut found);
    headed::headed(scan, &mut found);
    commitment::bases(scan, &mut found);
    commitment::long_bases(scan, &mut found);
    fixed::communities(scan, &mut found);
    fixed::applications(scan, &mut found);
    fixed::charters(scan, &mut found);
    fixed::counted(scan, &mut found);
    set::called_principles(scan, &mut found);
    set::in_apposition(scan, &mut found);
    listed::members(scan, &mut found);
    listed::characterised(scan, &mut found);
    found
}

/// Finds the members that a note lists of a set that the text above counts.
pub(crate) fn in_note(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    set::noted_members(scan, &mut found);
    found
}

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
    // 秉持|和遵循某原则: the second verb of two.
    let joined = scan.token_starting(start).is_some_and(|token| {
        token.kind == TokenKind::Word(WordKind::Conjunction)
            && scan.slice(token.start, token.end).chars().count() == 1
    });
    if joined && scan.slice(start, end).chars().count() > 4 {
        return;
    }
    // 坚持这一理念: what a demonstrative points at is named elsewhere.
    if scan.lexicon.starts_with_cue("demonstrative", phrase).is_some() {
        return;
    }
    // 发展之本, 合作之道
    let pointed = phrase.contains("以下") || phrase.contains("如下");
    let figure = pointed || scan.lexicon.ends_with_cue("no-principle-end", phrase).is_some();
    if figure
        || length < 2
        || scan.lexicon.is_generic(phrase)
        || scan.lexicon.has_cue("no-principle", phrase)
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
    scan.lexicon.holds_cue("rejecting", clause)
}

/// Takes spaces, quotation marks and head words off a phrase.
fn trim(scan: &Scan<'_>, mut start: usize, mut end: usize) -> (usize, usize) {
    loop {
        let phrase = scan.slice(start, end);
        let marks: &[char] = &['“', '”', ' ', '‘', '’'];
        let left = phrase.trim_start_matches(marks);
        let right = without_etc(scan, left.trim_end_matches(marks));
        start += phrase.len() - left.len();
        end = start + right.len();
        if let Some(lead) = scan.lexicon.starts_with_cue("bare-lead", right)
            && right.len() > lead.len() + 6
        {
            start += lead.len();
            continue;
        }
        // 与…相匹配的真正的多利益相关方原则: a long attribute is none of the name.
        let listed = scan.lexicon.entries_of(right).next().is_some();
        if right.chars().count() > 14
            && !listed
            && let Some(at) = right.rfind('的')
            && right.len() > at + 9
            && scan.lexicon.ends_with_cue("maxim-head", right).is_some()
        {
            start += at + '的'.len_utf8();
            continue;
        }
        if let Some(bare) = right.strip_suffix('的').filter(|bare| bare.chars().count() >= 2) {
            end = start + bare.len();
            continue;
        }
        let head = scan.lexicon.ends_with_cue("bare-head", right);
        match head {
            Some(head) if right.len() > head.len() => end -= head.len(),
            _ => return (start, end),
        }
    }
}

/// Takes 等 off the end of a list; 平等 is a word.
fn without_etc<'a>(scan: &Scan<'_>, phrase: &'a str) -> &'a str {
    let Some(rest) = phrase.strip_suffix('等') else { return phrase };
    let before = rest.chars().next_back().map_or(0, char::len_utf8);
    let word = phrase.get(rest.len() - before..).unwrap_or_default();
    if before == 0 || scan.lexicon.is_common(word) { phrase } else { rest }
}

/// Splits a list of phrases at 、 and, between phrases of at least four characters, at 和 and 与.
///
/// A list whose items are shorter than a set phrase is one phrase: 不分大小、强弱、贫富一律平等.
fn items(scan: &Scan<'_>, start: usize, end: usize) -> Vec<(usize, usize)> {
    if let Some(quoted) = quoted_items(scan, start, end) {
        return quoted;
    }
    let phrase = scan.slice(start, end);
    // 统筹甲和乙、丙和丁的关系: one maxim.
    if phrase.ends_with("的关系") {
        return vec![(start, end)];
    }
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut depth = 0i32;
    // 共同但有区别的责任和各自能力原则 is one, whatever stands in it.
    let known: Vec<(usize, usize)> = scan
        .tokens_in(start, end)
        .filter(|token| scan.class_of(token).is_some_and(|c| scan.is(c, terms::PRINCIPLE)))
        .filter(|token| scan.slice(token.start, token.end).contains(['的', '、']))
        .map(|token| (token.start - start, token.end - start))
        .collect();
    let inside = |at: usize| known.iter().any(|(from, to)| *from < at && at < *to);
    for (at, character) in phrase.char_indices() {
        match character {
            _ if inside(at) => {}
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
        let listed = |&(a, b): &(usize, usize)| {
            let mut entries = scan.lexicon.entries_of(phrase.get(a..b).unwrap_or_default());
            entries.any(|entry| scan.is(entry.class, terms::PRINCIPLE))
        };
        if !(known && (uniform || pieces.iter().any(listed))) {
            return vec![(start, end)];
        }
    }
    let mut split = Vec::new();
    for piece in pieces {
        split.extend(halves(scan, start + piece.0, start + piece.1));
    }
    split
}

/// Splits “减量化、再利用、资源化”原则, “以人为本 智能向善”: a quotation that is a list of short phrases.
fn quoted_items(scan: &Scan<'_>, start: usize, end: usize) -> Option<Vec<(usize, usize)>> {
    let phrase = scan.lexicon.strip_cue("bare-head", scan.slice(start, end));
    let phrase = scan.lexicon.strip_cue("own-head", phrase);
    let inner = phrase.strip_prefix('“')?.strip_suffix('”')?;
    let mut at = start + '“'.len_utf8();
    let pieces: Vec<(usize, usize)> = inner
        .split(['、', ' '])
        .map(|piece| {
            let from =
                scan.text.get(at..).and_then(|rest| rest.find(piece)).map_or(at, |to| at + to);
            at = from + piece.len();
            (from, at)
        })
        .collect();
    let short = |&(from, to): &(usize, usize)| {
        let piece = scan.slice(from, to);
        (2..=6).contains(&piece.chars().count()) && piece.chars().all(is_han)
    };
    let even = pieces.iter().all(|(from, to)| scan.slice(*from, *to).chars().count() == 4);
    (pieces.len() > 1 && pieces.iter().all(short) && (even || pieces.len() > 2)).then_some(pieces)
}

/// Splits a list before a head word, whose items may be short: 透明、协商一致和科学依据|原则.
///
/// 大小、强弱、贫富一律平等的原则 is one: what is said of all stands behind the last.
fn headed_items(scan: &Scan<'_>, start: usize, end: usize) -> Vec<(usize, usize)> {
    if let Some(quoted) = quoted_items(scan, start, end) {
        return quoted;
    }
    let whole = items(scan, start, end);
    if whole.len() > 1 {
        return whole;
    }
    let phrase = scan.slice(start, end);
    let named = scan.lexicon.strip_cue("bare-head", phrase);
    let bare = scan.lexicon.strip_cue("maxim-head", named);
    let Some(last) = bare.rfind('、') else { return whole };
    let conjunction = bare.char_indices().skip_while(|(at, _)| *at <= last + '、'.len_utf8());
    let cut = conjunction.filter(|(_, c)| matches!(c, '和' | '与' | '及')).map(|(at, _)| at).next();
    let mut pieces = Vec::new();
    let mut from = 0;
    let marks = bare.match_indices('、').map(|(at, _)| at).chain(cut).chain([bare.len()]);
    for to in marks {
        pieces.push((from, to));
        from = to + '、'.len_utf8();
    }
    let lengths = pieces.iter().map(|&(a, b)| {
        let piece = bare.get(a..b).unwrap_or_default();
        if piece.chars().all(is_han) { piece.chars().count() } else { 0 }
    });
    let lengths: Vec<usize> = lengths.collect();
    let (longest, shortest) = (lengths.iter().max(), lengths.iter().min());
    let even = longest.zip(shortest).is_some_and(|(longest, shortest)| {
        (2..=6).contains(shortest) && *longest <= 6 && longest - shortest <= 3
    });
    if pieces.len() < 3 || !even || bare.contains('的') {
        return whole;
    }
    if let Some((_, end)) = pieces.last_mut() {
        *end = named.len();
    }
    pieces.into_iter().map(|(a, b)| (start + a, start + b)).collect()
}

/// Splits 开放包容和互学互鉴 in two; 安全与发展并重 stays whole.
fn halves(scan: &Scan<'_>, from: usize, to: usize) -> Vec<(usize, usize)> {
    let piece = scan.slice(from, to);
    for (at, conjunction) in piece.match_indices(['和', '与', '及']) {
        // 人与自然和谐共生: a word begins with the character.
        let next = piece.get(at + conjunction.len()..).and_then(|rest| rest.chars().next());
        let word = next.is_some_and(|next| {
            scan.lexicon.is_common(
                piece.get(at..at + conjunction.len() + next.len_utf8()).unwrap_or_default(),
            )
        });
        if word {
            continue;
        }
        let (left, right) = piece.split_at(at);
        let right = right.get(conjunction.len()..).unwrap_or_default();
        // 公平原则和各自能力原则: each has its head.
        let headed = |side: &str| scan.lexicon.ends_with_cue("own-head", side).is_some();
        if headed(left) && headed(right) {
            return vec![(from, from + at), (from + at + conjunction.len(), to)];
        }
        let (left, right) = (left.chars().count(), right.chars().count());
        if left == 4 && right == 4 && conjunction != "与"
            || left >= 4 && right >= 4 && left == right
        {
            return vec![(from, from + at), (from + at + conjunction.len(), to)];
        }
    }
    vec![(from, to)]
}
