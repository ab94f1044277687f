//! Sets of principles and what a sentence lists as their members: 四项原则，即甲、乙、丙和丁.

use std::sync::LazyLock;

use regex::Regex;

use super::{numeral, set::number_before};
use crate::ontology::{ClassId, terms::class as terms};
use crate::recognise::{
    candidate::Candidate,
    lexicon::TokenKind,
    scan::{Scan, is_han},
};

/// The rule of the members that a sentence lists of a set.
pub(crate) const ENUMERATED_MEMBER: &str = "enumerated";

/// The rule of the members that stand in quotation marks before the count of a set.
pub(crate) const QUOTED_BEFORE: &str = "quoted before its count";

/// The rule of the members that stand before the count of a set.
pub(crate) const MEMBER_BEFORE: &str = "listed before its count";

/// The name of a set in a block, and how many members it counts, where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Set {
    start: usize,
    end: usize,
    count: Option<usize>,
}

/// Finds the members that are listed behind sets and before them, and the sets that list them.
pub(super) fn members(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let class = |name: &str| scan.ontology.class(name);
    let (Some(principle), Some(of_sets)) = (class(terms::PRINCIPLE), class(terms::PRINCIPLE_SET))
    else {
        return;
    };
    for set in sets(scan, found, of_sets) {
        let behind = members_behind(scan, set);
        let listed = behind.clone().or_else(|| members_before(scan, set));
        let Some(listed) = listed else { continue };
        // 坚持甲、乙、丙三项原则: what is said of the set is said of them.
        let quoted = scan.before(set.start).trim_end_matches(['等', '的']).ends_with('”');
        let rule = match (&behind, quoted) {
            (Some(_), _) => ENUMERATED_MEMBER,
            (None, true) => QUOTED_BEFORE,
            (None, false) => MEMBER_BEFORE,
        };
        let member = |&(from, to): &(usize, usize)| Candidate::new(from, to, principle, rule);
        found.extend(listed.iter().map(|place| member(place).ranked(6)));
        let candidate = Candidate::new(set.start, set.end, of_sets, "counted set with members");
        if behind.is_none()
            && let (Some((from, _)), Some((_, to))) = (listed.first(), listed.last())
        {
            // What is called 三点主张 elsewhere may be other three.
            let name = format!("{}{}", scan.slice(*from, *to), scan.slice(set.start, set.end));
            found.push(candidate.named(name.replace(['“', '”'], "")).ranked(6));
        } else {
            // The name may be longer than its head: 公约的宗旨和原则.
            let whole = found.iter().filter(|c| c.end == set.end && c.start < set.start);
            let start = whole.map(|c| c.start).min().unwrap_or(set.start);
            found.push(Candidate { start, ..candidate }.ranked(4));
        }
    }
}

/// 以甲、乙、丙为内涵的“丁精神”, 丁精神的核心是甲、乙、丙: a principle that a sentence takes apart is a set.
pub(super) fn characterised(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let class = |name: &str| scan.ontology.class(name);
    let (Some(principle), Some(of_sets)) = (class(terms::PRINCIPLE), class(terms::PRINCIPLE_SET))
    else {
        return;
    };
    if !scan.holds(&["内涵", "内容", "核心", "精髓", "要义", "精神”"]) {
        return;
    }
    for captures in
        CONTENT_BEFORE.captures_iter(scan.text).chain(CONTENT_BEHIND.captures_iter(scan.text))
    {
        let list = captures.name("list").or_else(|| captures.name("before"));
        let set = captures.name("set").or_else(|| captures.name("spirit"));
        let (Some(list), Some(set)) = (list, set) else { continue };
        let Some(mut members) = split(list.as_str(), list.start(), None) else { continue };
        if let Some((first, to)) = members.first_mut() {
            *first = verb_before(scan, *first, *to);
        }
        let fits = |&(from, to): &(usize, usize)| {
            (2..=16).contains(&scan.slice(from, to).chars().count()) && !is_name(scan, from, to)
        };
        if members.len() < 3 || !members.iter().all(fits) {
            continue;
        }
        found.extend(
            members.iter().map(|&(from, to)| {
                Candidate::new(from, to, principle, ENUMERATED_MEMBER).ranked(6)
            }),
        );
        found.push(Candidate::new(set.start(), set.end(), of_sets, "set by its content").ranked(6));
    }
}

static CONTENT_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("以(?P<list>[^，。；：以“”]{2,16}(?:、[^，。；：、“”]{2,16}){2,})为(?:主要|核心|基本|根本)?(?:内涵|内容|核心|精髓|要义)的“?(?P<set>[一-鿿]{2,8}(?:精神|观|理念|原则|价值))|(?P<before>[^，。；：“”]{2,16}(?:、[^，。；：、“”]{2,16}){3,})的“(?P<spirit>[一-鿿]{2,8}精神)”")
        .expect("the expression is well-formed")
});

static CONTENT_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:^|[，。；：“])(?P<set>[一-鿿]{2,8}(?:精神|观|理念|原则|价值))”?的(?:主要|核心|基本|根本)?(?:内涵|内容|核心|精髓|要义)(?:是|为|即|包括|在于)“?(?P<list>[^，。；：、“”]{2,16}(?:、[^，。；：、“”]{2,16}){2,})")
        .expect("the expression is well-formed")
});

/// The sets that a block names: those found, those of the lists, and all that count themselves.
fn sets(scan: &Scan<'_>, found: &[Candidate], class: ClassId) -> Vec<Set> {
    let of_found = found.iter().filter(|candidate| {
        // 甲、乙三项原则 is no name: it begins with its count, or none is in it.
        candidate.class == class
            && COUNT
                .find(scan.slice(candidate.start, candidate.end))
                .is_none_or(|at| at.start() == 0)
    });
    let mut sets: Vec<Set> = of_found
        .map(|candidate| (candidate.start, candidate.end))
        .chain(
            (scan.tokens.iter())
                .filter(|token| matches!(token.kind, TokenKind::Name(_)))
                .filter(|token| scan.class_of(token) == Some(class))
                .map(|token| (token.start, token.end)),
        )
        // 《某公约》宗旨和原则 are principles, and a set where they are listed.
        .chain(
            (scan.lexicon.cue_places("purposes", scan.text).into_iter())
                .map(|(at, words)| (at, at + words.len())),
        )
        .map(|(start, end)| Set { start, end, count: counted(scan.slice(start, end)) })
        .collect();
    sets.extend(counted_sets(scan));
    // Of two that end at one place, the longer one is the name.
    sets.sort_by_key(|set| (set.end, set.start));
    sets.dedup_by_key(|set| set.end);
    sets
}

/// The number that the name of a set counts: 五 of 和平共处五项原则.
///
/// Without a measure it stands first: 五 of “五位一体”.
pub(crate) fn counted(name: &str) -> Option<usize> {
    if let Some(written) = COUNT.captures(name).and_then(|captures| captures.get(1)) {
        return number(written.as_str());
    }
    numeral(name.trim_start_matches('“').chars().next()?.encode_utf8(&mut [0; 4]))
}

/// Finds 三大目标, 六个坚持: a number, its measure and the head of a set.
fn counted_sets<'a>(scan: &'a Scan<'_>) -> impl Iterator<Item = Set> + 'a {
    let hits =
        scan.holds(&["个", "大", "项", "点", "条", "原则"]).then(|| COUNT.captures_iter(scan.text));
    hits.into_iter().flatten().filter_map(|captures| {
        let (whole, written) = (captures.get(0)?, captures.get(1)?);
        let rest = scan.after(whole.end());
        let head = rest.char_indices().map_while(|(at, c)| is_han(c).then_some(at + c.len_utf8()));
        let ends = head.take(LONGEST_HEAD).map(|length| whole.end() + length);
        let is_set = |end: &usize| {
            scan.lexicon
                .principle_ending(scan.slice(whole.start(), *end))
                .is_some_and(|ending| scan.is(ending.class, terms::PRINCIPLE_SET))
        };
        // 三原则: no measure, the head right behind the number.
        let end = if is_set(&whole.end()) { whole.end() } else { ends.filter(is_set).last()? };
        Some(Set { start: whole.start(), end, count: number(written.as_str()) })
    })
}

/// The most characters between the measure and the end of a counted set: 三大核心原则.
const LONGEST_HEAD: usize = 8;

/// Reads a number in digits or as one character.
fn number(written: &str) -> Option<usize> {
    written.parse().ok().or_else(|| numeral(written))
}

/// What is listed behind a set: …，即甲、乙和丙; …：一是甲；二是乙; …（甲、乙、丙）.
fn members_behind(scan: &Scan<'_>, set: Set) -> Option<Vec<(usize, usize)>> {
    let rest = scan.after(set.end);
    let near = NEAR.find(rest).and_then(|lead| {
        let plain = !lead.as_str().ends_with(['是', '为']);
        let count = set.count;
        list(scan, set.end + lead.end(), count, plain)
    });
    // Farther off, the number must be right: “五点主张”与…相呼应，包括：….
    near.or_else(|| {
        let count = set.count?;
        let lead = FAR.find(rest)?;
        list(scan, set.end + lead.end(), Some(count), false)
    })
    .or_else(|| {
        // 提出“五个坚持”的经验。一是甲；二是乙: numbered in the sentences behind.
        let count = set.count?;
        let first = FIRST.find(rest)?;
        numbered(scan, set.end + first.end() - FIRST_MARK.find(first.as_str())?.len())
            .filter(|members| members.len() == count)
    })
}

/// Reads a list that begins here, of as many members as are counted. Without a count, or where
/// 等 ends it, a list of at least two is taken where `open` allows it.
fn list(
    scan: &Scan<'_>,
    at: usize,
    count: Option<usize>,
    open: bool,
) -> Option<Vec<(usize, usize)>> {
    let right = |members: &Vec<(usize, usize)>| match count {
        Some(count) => members.len() == count,
        None => members.len() >= 2,
    };
    numbered(scan, at)
        .filter(right)
        .or_else(|| quoted(scan, at).filter(|members| right(members) || count.is_none()))
        .or_else(|| clauses(scan, at, count?))
        .or_else(|| plain(scan, at, count, open))
}

/// 一是甲；二是乙; 第一，甲；第二，乙; （一）甲；（二）乙; 1.甲；2.乙.
fn numbered(scan: &Scan<'_>, at: usize) -> Option<Vec<(usize, usize)>> {
    let text = scan.after(at);
    let opening = text.len() - text.trim_start_matches(['“', ' ', '：']).len();
    let mut members = Vec::new();
    let mut from = at + opening;
    while let Some(mark) = number_before(scan.after(from), members.len() + 1) {
        let item = from + mark;
        // The next number ends it, or a full stop.
        let rest = scan.after(item);
        let next = (rest.char_indices())
            .filter(|(_, c)| matches!(c, '；' | '。' | '，' | '、' | ';'))
            .map(|(place, c)| place + c.len_utf8())
            .find(|place| {
                number_before(rest.get(*place..).unwrap_or_default(), members.len() + 2).is_some()
            });
        let stop = rest.find(['。', '；', '”']).unwrap_or(rest.len());
        let end = next.map_or(stop, |next| next.min(stop));
        let phrase = rest.get(..end)?.trim_end_matches(['，', '、', '；', '。', ' ']);
        let phrase = match phrase.split_once('，') {
            Some((first, _)) if phrase.chars().count() > LONGEST_NUMBERED => first,
            _ => phrase,
        };
        members.push((item, item + phrase.len()));
        let Some(next) = next else { break };
        from = item + next;
    }
    let fits = |&(from, to): &(usize, usize)| {
        (2..=LONGEST_MEMBER).contains(&scan.slice(from, to).chars().count())
    };
    (members.len() >= 2 && members.iter().all(fits)).then_some(members)
}

/// The most characters of a numbered member that has a comma in it; of a longer one, what stands
/// before the comma names it.
const LONGEST_NUMBERED: usize = 22;

/// The most characters of a member.
const LONGEST_MEMBER: usize = 30;

/// “甲”“乙”和“丙”, and “甲、乙、丙” in one pair of marks.
fn quoted(scan: &Scan<'_>, at: usize) -> Option<Vec<(usize, usize)>> {
    let list = QUOTED_LIST.find(scan.after(at))?;
    let mut members = Vec::new();
    for quotation in QUOTED.captures_iter(list.as_str()).filter_map(|captures| captures.get(1)) {
        let mark = if quotation.as_str().contains('；') { '；' } else { '、' };
        members.extend(pieces(quotation.as_str(), at + quotation.start(), mark));
    }
    members.retain(|&(from, to)| scan.slice(from, to).chars().count() >= 2);
    (!members.is_empty()).then_some(members)
}

/// 甲，…；乙；丙。: as many members as are counted, with semicolons between.
fn clauses(scan: &Scan<'_>, at: usize, count: usize) -> Option<Vec<(usize, usize)>> {
    let text = scan.after(at);
    let inside = text.trim_start_matches('“');
    let from = at + text.len() - inside.len();
    let body = inside.get(..inside.find(['”', '。']).unwrap_or(inside.len()))?;
    let members: Vec<(usize, usize)> = pieces(body, from, '；').collect();
    let fits = |&(from, to): &(usize, usize)| {
        (4..=LONGEST_MEMBER).contains(&scan.slice(from, to).chars().count())
    };
    (members.len() == count && members.iter().all(fits)).then_some(members)
}

/// 甲、乙和丙 up to the end of the clause.
fn plain(
    scan: &Scan<'_>,
    at: usize,
    count: Option<usize>,
    open: bool,
) -> Option<Vec<(usize, usize)>> {
    let text = scan.after(at);
    let inside = text.trim_start_matches('“');
    let from = at + text.len() - inside.len();
    let end = inside
        .find(['，', '。', '；', '！', '？', '）', '”', '：', ')', '（'])
        .unwrap_or(inside.len());
    let body = inside.get(..end)?;
    let (body, more) =
        match body.find('等').filter(|at| !scan.lexicon.is_common(&around(body, *at))) {
            Some(more) => (body.get(..more)?, true),
            None => (body, false),
        };
    let members = split(body, from, count.filter(|_| !more))?;
    let lengths = || members.iter().map(|&(from, to)| scan.slice(from, to).chars().count());
    let fits = |count: usize| (2..=LONGEST_MEMBER).contains(&count);
    let right = match count {
        Some(count) if !more => members.len() == count && lengths().all(fits),
        Some(count) => (2..=count).contains(&members.len()) && lengths().all(fits),
        // Nothing but the list itself tells that it is one.
        None => open && members.len() >= 2 && lengths().all(|length| (4..=16).contains(&length)),
    };
    let names = members.iter().any(|&(from, to)| is_name(scan, from, to));
    (right && !names).then_some(members)
}

/// Tells whether something of the lists that is no principle fills this: states, bodies.
fn is_name(scan: &Scan<'_>, from: usize, to: usize) -> bool {
    scan.tokens_in(from, to).any(|token| {
        token.start == from
            && token.end == to
            && scan.class_of(token).is_some_and(|class| {
                !scan.is(class, terms::PRINCIPLE) && !scan.is(class, terms::PRINCIPLE_SET)
            })
    })
}

/// The word that this character and the one before it would make: 平等.
fn around(text: &str, at: usize) -> String {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    before.into_iter().chain(text.get(at..).and_then(|text| text.chars().next())).collect()
}

/// Splits a list at 、 and, where one member is wanting or nothing is counted, the last piece at
/// its conjunction.
fn split(body: &str, from: usize, count: Option<usize>) -> Option<Vec<(usize, usize)>> {
    let mut members: Vec<(usize, usize)> = pieces(body, from, '、').collect();
    if count == Some(members.len()) {
        return Some(members);
    }
    let (start, end) = members.pop()?;
    let last = body.get(start - from..end - from)?;
    let cut = ["以及", "和", "与", "及"].iter().find_map(|word| {
        (last.match_indices(word)).map(|(at, word)| (at, at + word.len())).find(|&(left, right)| {
            let sides = (last.get(..left), last.get(right..));
            [sides.0, sides.1].into_iter().flatten().all(|side| side.chars().count() >= 2)
        })
    });
    match cut {
        Some((left, right)) => members.extend([(start, start + left), (start + right, end)]),
        None => members.push((start, end)),
    }
    Some(members)
}

/// The pieces of a list that begins here.
fn pieces(body: &str, mut at: usize, mark: char) -> impl Iterator<Item = (usize, usize)> + '_ {
    body.split(mark).map(move |piece| {
        let from = at;
        at += piece.len() + mark.len_utf8();
        (from, from + piece.trim_end_matches('。').len())
    })
}

/// “甲、乙、丙”三点主张, 坚持甲、乙、丙三项原则: as many as are counted, right before it.
fn members_before(scan: &Scan<'_>, set: Set) -> Option<Vec<(usize, usize)>> {
    let count = set.count?;
    let counted = COUNT.find(scan.slice(set.start, set.end))?;
    if counted.start() != 0 {
        return None;
    }
    let before = scan.before(set.start);
    let (list, more) = match before.strip_suffix('等') {
        Some(list) => (list, true),
        None => (before.strip_suffix('的').unwrap_or(before), false),
    };
    let members: Vec<(usize, usize)> = if let Some(inner) = list.strip_suffix('”') {
        let from = inner.rfind(['“', '”']).map(|at| at + '“'.len_utf8())?;
        pieces(inner.get(from..)?, from, '、').collect()
    } else {
        let from = list.rfind(['，', '。', '；', '：', '“', '”', '》', '）', '！', '？']);
        let from = from.map_or(0, |at| at + '，'.len_utf8());
        let mut members = split(list.get(from..)?, from, Some(count))?;
        let (first, _) = members.first_mut()?;
        *first = verb_before(scan, *first, list.find('、').unwrap_or(list.len()));
        members
    };
    let lengths = || members.iter().map(|&(from, to)| scan.slice(from, to).chars().count());
    let even = lengths().max()? - lengths().min()? <= 4 || list.ends_with('”');
    let right = members.len() == count || more && (2..=count).contains(&members.len());
    let fits = lengths().all(|length| (2..=16).contains(&length));
    let names = members.iter().any(|&(from, to)| is_name(scan, from, to));
    (members.len() >= 2 && right && even && fits && !names).then_some(members)
}

/// Where the first member begins: behind the last word before it that is of no name.
fn verb_before(scan: &Scan<'_>, from: usize, to: usize) -> usize {
    let bound = scan
        .tokens_in(from, to)
        .filter(|token| scan.bound_at(token.start) && !scan.opens_word(token));
    let start = bound.last().map_or(from, |token| token.end);
    let verbs = scan.lexicon.cue_places("commitment", scan.slice(start, to));
    verbs.last().map_or(start, |(at, verb)| start + at + verb.len())
}

/// A number and its measure: 三大, 11项.
static COUNT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("([两二三四五六七八九十]|[1-9][0-9]?)(?:[个大项点条]|原则)")
        .expect("the expression is well-formed")
});

/// What stands between a set and its members.
static NEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^”?(?:的)?(?:重要|核心|基本)?(?:理念|原则|主张)?(?:(?:，|——)?(?:主要|分别|具体|也就|其中)?(?:包括|包含|即|是指|是|为|有)[：，]?|：即?|（(?:即|包括)?)")
        .expect("the expression is well-formed")
});

/// The first number of a list in the sentence behind a set.
static FIRST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^[^。；]{0,60}?[。：，](?:一是|第一，|第一、|（一）)")
        .expect("the expression is well-formed")
});

static FIRST_MARK: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:一是|第一，|第一、|（一）)$").expect("the expression is well-formed")
});

/// What stands between a set and its members where other words do, too.
static FAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^[^。；]{0,40}?(?:包括|包含|分别是|分别为|即|：)[：，]?")
        .expect("the expression is well-formed")
});

static QUOTED_LIST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:“[^“”]+”(?:[、，；和与及]|以及)?)+").expect("the expression is well-formed")
});

static QUOTED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("“([^“”]+)”").expect("the expression is well-formed"));
