//! Where the name of a meeting begins, and whether what stands before its kind is a name.

use std::sync::LazyLock;

use regex::{Match, Regex};

use super::holding::attended;
use crate::ontology::terms::class as terms;
use crate::recognise::{
    lexicon::{Ending, Token, TokenKind, WordKind},
    scan::{Scan, is_han},
};

pub(super) static ORDINAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"第 ?[一二三四五六七八九十百零〇\d]+ ?(?:次|届|轮|期|回|场|阶段)|首[届次]")
        .expect("well-formed")
});

pub(super) static NUMBER_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("第 ?[一二三四五六七八九十百\\d]+ ?[届次] ?$|首届$").expect("well-formed")
});

/// 2022世界互联网大会, 2022年世界互联网大会: a year right before a name belongs to it.
pub(super) fn year_before(scan: &Scan<'_>, start: usize) -> Option<usize> {
    let before = scan.before(start).trim_end();
    let before = before.strip_suffix('年').map_or(before, str::trim_end);
    let year = before.get(before.len().checked_sub(4)?..)?;
    let free =
        before.get(..before.len() - 4)?.chars().next_back().is_none_or(|c| !c.is_ascii_digit());
    (year.bytes().all(|b| b.is_ascii_digit()) && free).then(|| before.len() - 4)
}

/// Corrects where an event's name begins: a year with 年 and a count before it are no part of it,
/// an ordinal is, a series (多届) shows that what follows is a name. Tells whether it is named.
pub(super) fn begin(scan: &Scan<'_>, left: usize, start: usize) -> (usize, bool) {
    // 某社某地6月10日电某会议: the wire is none of the name.
    let dated = scan.slice(left, start).contains('日');
    let wire = dated.then(|| WIRE_END.find_iter(scan.slice(left, start)).last()).flatten();
    let left = wire.as_ref().map_or(left, |wire| left + wire.end());
    let stem = scan.slice(left, start);
    let mut from = left;
    if let Some(year) = YEAR_BEFORE.find(stem) {
        from += year.end();
    }
    // 2019年某峰会和2021年某峰会 are two.
    if let Some(year) = NEXT_YEAR.find_iter(stem).last() {
        from = left + year.end();
    }
    let counted = scan.lexicon.starts_with_cue("series", scan.slice(from, start));
    from += counted.map_or(0, str::len);
    // 2024（第二十三届）某大会: the number of the meeting in parentheses, behind its year.
    if scan.holds(&["届）", "届)"])
        && let Some(number) = NUMBER_IN_PARENTHESIS.find(scan.before(start))
        && !number.as_str().contains(['的', '在'])
    {
        return (number.start(), true);
    }
    if let Some(ordinal) = last_ordinal(scan.before(start))
        && scan.slice(ordinal.end(), start).chars().count() <= 24
        && !scan.slice(ordinal.end(), start).contains(['，', '。', '；', '、', '的'])
        // 第十七次会议和某市博览会: the ordinal is of the meeting before.
        && !another_meeting(scan, scan.slice(ordinal.end(), start))
        // 第五次主办某峰会: the ordinal counts the deed.
        && !scan.lexicon.holds_cue("holding", scan.slice(ordinal.end(), start))
    {
        // 第 is a word of its own to the scan, so that the name may go on before it.
        let mut before = scan.left_end(ordinal.start());
        if wire.is_some() {
            before.start = before.start.max(left);
        }
        let wire = WIRE_END.find_iter(scan.slice(before.start, ordinal.start())).last();
        before.start += wire.map_or(0, |wire| wire.end());
        // 中俄总理第二十五次定期会晤: the office of two states that meet.
        if let Some(office) = scan.token_ending(ordinal.start())
            && office.kind == TokenKind::Title
            && let Some(states) = scan.pair_ending(office.start)
        {
            return (states, true);
        }
        // 中欧两局第八次某会议: the states that meet, before the number.
        if let Some(states) = states_before(scan, ordinal.start()) {
            return (states, true);
        }
        // 某组织成员国水利部长|理事会第二十次会议: the offices that meet in a council.
        let council = scan.slice(before.start, ordinal.start());
        if scan.lexicon.has_cue("council-of-offices", council)
            && let Some(office) = scan.token_ending(before.start)
            && office.kind == TokenKind::Title
            && scan.lexicon.has_cue("meeting-office", scan.slice(office.start, office.end))
        {
            before = scan.left_end(office.start);
        }
        let body = scan.slice(before.start, ordinal.start());
        let bare = crate::recognise::without_parentheses(body);
        let body_ends =
            scan.lexicon.body_ending(&bare).is_some_and(|(from, ending)| from >= 6 && !ending.weak);
        // 中葡论坛第五届部长级会议: of a forum, not of a body.
        let forum = scan
            .lexicon
            .event_ending(&bare)
            .is_some_and(|(from, ending)| from >= 6 && !ending.weak);
        // 中央第六次某座谈会: of the whole state.
        let of_state = scan.lexicon.has_cue("national-prefix", body)
            || scan.lexicon.has_cue("regional-prefix", body);
        let joined = (before.anchored || body_ends || forum || of_state)
            && before.start < ordinal.start()
            && !body.starts_with('第')
            && !attended(scan, body);
        let from = if joined {
            let year = YEAR_BEFORE.find(body).map_or(0, |year| year.end());
            before.start + year
        } else {
            ordinal.start()
        };
        // 首次 counts deeds elsewhere.
        let lead = scan.before(ordinal.start());
        let held = scan.lexicon.ends_with_cue("holding", lead.trim_end_matches('了')).is_some();
        let opens = held || lead.chars().next_back().is_none_or(|c| !is_han(c));
        let deed = ordinal.as_str() == "首次"
            && (!joined && !opens
                || scan.tokens_in(ordinal.end(), start).any(|token| {
                    matches!(token.kind, TokenKind::Word(WordKind::Verb | WordKind::Bound))
                }));
        if !deed {
            return (from, joined || scan.slice(ordinal.end(), start).chars().count() >= 2);
        }
    }
    let before = scan.before(from).trim_end_matches('的');
    let serial = counted.is_some() || scan.lexicon.ends_with_cue("series", before).is_some();
    (from, serial && scan.slice(from, start).chars().count() >= 2)
}

/// Tells whether a meeting and a conjunction stand in these words.
fn another_meeting(scan: &Scan<'_>, words: &str) -> bool {
    words
        .match_indices(['和', '与', '及'])
        .filter_map(|(at, _)| words.get(..at))
        .any(|before| scan.lexicon.ends_with_cue("meeting-noun", before).is_some())
}

/// Where two states or more by their characters begin that end here, with at most 两国 behind them.
fn states_before(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let sides = SIDES.find(scan.before(at)).map_or(at, |sides| sides.start());
    let state = |c: char| {
        let c = c.encode_utf8(&mut [0; 4]).to_owned();
        scan.lexicon.has_cue("pair-state", &c) || scan.lexicon.has_cue("pair-region", &c)
    };
    let states: usize =
        scan.before(sides).chars().rev().take_while(|c| state(*c)).map(char::len_utf8).sum();
    let from = sides - states;
    let free = scan.before(from).chars().next_back().is_none_or(|c| !is_han(c))
        || scan.token_ending(from).is_some();
    (states >= '中'.len_utf8() * 2 && free).then_some(from)
}

static SIDES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[两二三四五六][国局方校部院]$").expect("well-formed"));

static NUMBER_IN_PARENTHESIS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?:19|20)[0-9]{2} ?年?[（(]第[一二三四五六七八九十百0-9]+届[）)][^，。；、（）()]{0,20}$",
    )
    .expect("well-formed")
});

/// Returns the last ordinal in a text.
pub(super) fn last_ordinal(text: &str) -> Option<Match<'_>> {
    // None counts that stands more than 24 characters from the kind of the meeting.
    let from = text.char_indices().rev().nth(40).map_or(0, |(at, _)| at);
    let begins = text.get(from..)?.rmatch_indices(['第', '首']).map(|(at, _)| from + at);
    begins.into_iter().find_map(|at| {
        let until = text.get(at..)?.char_indices().nth(16).map_or(text.len(), |(n, _)| at + n);
        ORDINAL.find_at(text.get(..until)?, at).filter(|hit| hit.start() == at)
    })
}

pub(super) static WIRE_END: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("(?:[0-9] ?日(?:电|讯)|本[报网刊社台]讯) ?").expect("well-formed"));

static YEAR_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:\d{2,4} ?年(?:度)?(?:\d+ ?月(?:\d+ ?日)?)?)").expect("well-formed")
});

static NEXT_YEAR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[和与及、](?:19|20)\d\d ?年").expect("well-formed"));

static YEAR_BEHIND: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:19|20)\d\d ?年(?:度)?$").expect("well-formed"));

/// Tells whether a word is a name that a meeting can be named after.
pub(super) fn anchors(scan: &Scan<'_>, token: &Token) -> bool {
    let after = [terms::BODY, terms::COUNTRY, terms::PLACE, terms::EVENT];
    scan.class_of(token).is_some_and(|class| scan.is_any(class, &after))
}

/// An event's name has an ordinal, a year, a body, a pair of countries or a place; topic and kind
/// alone are no name.
pub(super) fn has_name(scan: &Scan<'_>, from: usize, start: usize, ending: &Ending) -> bool {
    let stem = scan.slice(from, start);
    // 中央统战工作|会议, 全国民族团结进步表彰|大会: of the whole state there is one.
    let of_state = scan.lexicon.starts_with_cue("national-prefix", stem);
    let field = of_state.and_then(|prefix| stem.strip_prefix(prefix)).unwrap_or_default();
    // 中央民族|工作会议: its kind may tell of the field.
    let told = field.chars().count() >= 2
        && field.chars().count() + ending.text.chars().count() >= 6
        && scan.lexicon.has_cue("national-meeting", &ending.text);
    if told && scan.lexicon.has_cue("field-of-work", field) {
        return true;
    }
    if scan.lexicon.is_generic(stem) || COUNT.is_match(stem) {
        return false;
    }
    let year = stem.len() > 4
        && stem.get(..4).is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()));
    if year || ORDINAL.is_match(stem) {
        return true;
    }
    // 某联盟2023年年会: a body by its ending, with or without the year of the meeting.
    let bare = YEAR_BEHIND.find(stem).and_then(|year| stem.get(..year.start())).unwrap_or(stem);
    let body = scan
        .lexicon
        .body_ending(bare)
        .is_some_and(|(from, ending)| from >= '中'.len_utf8() * 2 && !ending.weak);
    if body {
        return true;
    }
    let anchor = scan.tokens_in(from, start).any(|token| anchors(scan, token));
    let long = stem.chars().filter(|c| is_han(*c)).count() >= 2;
    if told {
        return true;
    }
    if anchor {
        // 河北唐山|考察: places and nothing else.
        let mut only = from;
        while let Some(token) = scan.token_starting(only).filter(|token| token.end <= start)
            && scan.class_of(token).is_some()
        {
            only = token.end;
        }
        let only = only == start;
        let plain = scan.lexicon.has_cue("plain-kind", &ending.text);
        return !((ending.weak || plain) && only);
    }
    if pair(scan, stem) {
        return stem.chars().count() >= 3 || !ending.weak;
    }
    // 稻作全球峰会: of all the world there is one.
    if long && scan.lexicon.has_cue("single-kind", &ending.text) && stem.ends_with("全球") {
        return true;
    }
    let world = scan.lexicon.starts_with_cue("world-prefix", stem);
    let rest = world.and_then(|word| stem.strip_prefix(word)).unwrap_or_default();
    long && !ending.weak && rest.chars().count() >= 2 && !scan.lexicon.is_generic(rest)
}

/// 全国民族团结进步表彰大会: where a meeting of the whole state begins, whose field may hold verbs.
pub(super) fn of_the_state(scan: &Scan<'_>, start: usize, ending: &Ending) -> Option<usize> {
    if !scan.lexicon.has_cue("national-meeting", &ending.text) {
        return None;
    }
    let before = scan.before(start);
    let names = before.char_indices().rev().take(16);
    let names = names.take_while(|(_, c)| is_han(*c) && !matches!(c, '的' | '了' | '在'));
    let opens = |at: usize| {
        let before = scan.before(at);
        scan.token_ending(at).is_some() || !before.ends_with(is_han)
    };
    let prefix = |at: usize| scan.lexicon.starts_with_cue("national-prefix", scan.after(at));
    let (at, prefix) =
        names.filter(|(at, _)| opens(*at)).filter_map(|(at, _)| Some((at, prefix(at)?))).last()?;
    let field = scan.slice(at + prefix.len(), start);
    // 中央有关部门派代表参加|会议: somebody attends it.
    let listed = scan.token_starting(at).is_some_and(|token| scan.class_of(token).is_some());
    let acts = scan.tokens_in(at + prefix.len(), start).any(|token| {
        let word = scan.slice(token.start, token.end);
        matches!(token.kind, TokenKind::Word(WordKind::Verb | WordKind::Bound) | TokenKind::Title)
            && word.chars().count() >= 2
            && !scan.lexicon.has_cue("field-of-work", word)
    });
    let clause = listed
        || acts
        || field.contains(['派', '和', '与'])
        || attended(scan, field)
        || scan.lexicon.holds_cue("holding", field);
    (field.chars().count() >= 4 && !clause).then_some(at)
}

/// 2019年海洋渔业峰会: a year, a topic and a kind.
pub(super) fn dated(scan: &Scan<'_>, from: usize, start: usize, ending: &Ending) -> bool {
    let topic = scan.slice(from, start);
    let plain = ending.weak || scan.lexicon.has_cue("plain-kind", &ending.text);
    let general = scan.lexicon.is_generic(topic) && !is_topic(scan, topic, &ending.text);
    let tells = topic.chars().filter(|c| is_han(*c)).count() >= 3 && !general;
    !plain && tells && year_before(scan, from).is_some()
}

/// 网络治理|论坛, 网络安全国际|研讨会: tells whether general words before the kind of a series of meetings, but for those of
/// scope, are a topic together.
pub(super) fn is_topic(scan: &Scan<'_>, words: &str, kind: &str) -> bool {
    let scope = |words: &str| {
        let lead = scan.lexicon.starts_with_cue("world-prefix", words);
        lead.and_then(|lead| words.strip_prefix(lead))
            .unwrap_or(words)
            .trim_end_matches("国际")
            .chars()
            .count()
    };
    scan.lexicon.ends_with_cue("kind-of-series", kind).is_some() && scope(words) >= 4
}

/// 渔业工作座谈会（以下简称“座谈会”）: what gets a short form is a name.
pub(super) fn defined_behind(scan: &Scan<'_>, from: usize, end: usize) -> bool {
    let behind = scan.after(end).trim_start_matches([' ', '（', '(']);
    scan.slice(from, end).chars().count() >= 6 && behind.starts_with("以下简称")
}

/// 三次, 两场: a count of meetings that have no name.
pub(super) static COUNT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[一二两三四五六七八九十]+|\d+)(?:次|场|个|项|轮|届)").expect("well-formed")
});

/// Tells whether a name begins with two states or a state and a region by their characters: 中俄.
pub(crate) fn pair(scan: &Scan<'_>, stem: &str) -> bool {
    let mut characters = stem.chars();
    let (Some(first), Some(second)) = (characters.next(), characters.next()) else { return false };
    let cue = |group: &str, c: char| scan.lexicon.has_cue(group, c.encode_utf8(&mut [0; 4]));
    cue("pair-state", first) && (cue("pair-state", second) || cue("pair-region", second))
}
