//! Persons in lists: names that stand together show each other.

use std::collections::BTreeSet;

use super::{
    chinese::{chinese_name, people_within},
    foreign::{longer_transcribed, transcribed},
};
use crate::ontology::terms::class as terms;
use crate::recognise::{
    lexicon::{Token, TokenKind},
    scan::{Scan, is_han},
};

/// Places of names, each with the rule that found it.
type Spans = BTreeSet<(usize, usize, &'static str)>;

/// The end of a Chinese or transcribed name that begins here.
pub(super) fn any_name(scan: &Scan<'_>, at: usize) -> Option<usize> {
    longer_transcribed(scan, at)
        .or_else(|| chinese_name(scan, at))
        .or_else(|| transcribed(scan, at))
}

/// Goes on over 、 and 和 to further names: 教授张三、李四.
pub(super) fn more_names(scan: &Scan<'_>, from: usize, spans: &mut Spans) {
    let mut at = from;
    loop {
        let rest = scan.after(at);
        let Some(separator) = ["、", "和", "与"].iter().find(|mark| rest.starts_with(**mark))
        else {
            return;
        };
        let start = at + separator.len();
        // 张三、于四: a preposition is a surname here.
        let word = |token: &Token| scan.slice(token.start, token.end).chars().nth(1).is_some();
        let known = scan.token_starting(start).is_some_and(word);
        let Some(end) = any_name(scan, start).filter(|_| !known) else { return };
        spans.insert((start, end, "in a list of names"));
        at = end;
    }
}

/// 校领导张三、李四、王五: two names or more in a list, behind a word for people.
pub(super) fn behind_people(scan: &Scan<'_>, spans: &mut Spans) {
    for &(at, noun) in scan.cue_places("people-noun") {
        let start = at + noun.len();
        let next = chinese_name(scan, start).filter(|end| scan.after(*end).starts_with('、'));
        let Some(end) = next else { continue };
        if any_name(scan, end + '、'.len_utf8()).is_some() {
            spans.insert((start, end, "behind a word for people"));
            more_names(scan, end, spans);
        }
    }
}

/// 张三、李四、王五等两院院士: three names or more in a list, before 等 and a word for people.
pub(super) fn before_people(scan: &Scan<'_>, spans: &mut Spans) {
    for (end, _) in scan.text.match_indices('等') {
        let behind = scan.after(end + '等'.len_utf8());
        let reach = behind.char_indices().nth(20).map_or(behind.len(), |(at, _)| at);
        let clause = behind
            .get(..reach)
            .unwrap_or_default()
            .split(['，', '。', '；', '、', '（'])
            .next()
            .unwrap_or_default();
        let people = people_within(scan, clause, 16);
        let from = scan.before(end).rfind(['，', '。', '；', '：', '）', '”', '》', ' ']);
        let from =
            from.map_or(0, |at| at + scan.after(at).chars().next().map_or(0, char::len_utf8));
        let mut names = Vec::new();
        let mut to = end;
        while people && to > from {
            let piece = scan.slice(from, to);
            let start = piece.rfind('、').map_or(from, |at| from + at + '、'.len_utf8());
            // Words may stand before the first name.
            let opens = scan.slice(start, to).char_indices().map(|(at, _)| start + at);
            let opens = opens.take(if start == from { 12 } else { 1 });
            let Some(name) = opens.into_iter().find(|at| chinese_name(scan, *at) == Some(to))
            else {
                break;
            };
            names.push((name, to, "before a word for people"));
            if start == from {
                break;
            }
            to = start - '、'.len_utf8();
        }
        // Two are enough where they are all that the clause has.
        let whole = names.len() == 2 && names.last().is_some_and(|(start, ..)| *start == from);
        if names.len() >= 3 || whole {
            spans.extend(names);
        }
    }
}

/// 甲大学张三、乙学院李四、丙社科院王五: names right behind bodies, where three such pairs make a list, or two of
/// whom a verb tells that they speak or attend.
pub(super) fn behind_bodies(scan: &Scan<'_>, spans: &mut Spans) {
    let strong = scan.bodies.iter().filter(|(_, _, ending)| !ending.weak);
    // 张三先后发言: what they do shows that the names are persons'.
    let acts = |rest: &str| {
        let adverbs = ["先后", "分别", "依次", "相继", "共同"];
        let verb = adverbs.iter().find_map(|adverb| rest.strip_prefix(adverb)).unwrap_or(rest);
        scan.lexicon.starts_with_cue("attends", verb).is_some()
    };
    let mut list: Vec<(usize, usize)> = Vec::new();
    for start in strong.map(|(_, end, _)| *end).chain([scan.text.len()]) {
        let name = chinese_name(scan, start).filter(|end| {
            let rest = scan.after(*end);
            let on = scan.lexicon.starts_with_cue("on-topics", rest).is_some();
            on || rest.starts_with(['、', '和', '与', '及', '等', '，']) || acts(rest)
        });
        let joined = |&(_, end): &(usize, usize)| {
            let between = scan.slice(end, start);
            between.starts_with(['、', '和', '与', '及'])
                && between.chars().count() <= 24
                && !between.contains(['，', '。'])
        };
        if list.last().is_some_and(|last| !joined(last)) {
            let shown = list.last().is_some_and(|(_, end)| acts(scan.after(*end)));
            if list.len() >= 3 || shown && list.len() == 2 {
                spans.extend(list.iter().map(|&(from, to)| (from, to, "in a list with bodies")));
            }
            list.clear();
        }
        list.extend(name.map(|end| (start, end)));
    }
}

/// 上海的张三、李四，北京的王五: names behind where they are from, where two such groups make a list.
pub(super) fn of_places(scan: &Scan<'_>, spans: &mut Spans) {
    let mut list: Vec<(usize, usize)> = Vec::new();
    for (at, of) in scan.text.match_indices('的') {
        let from = scan.token_ending(at).and_then(|token| scan.class_of(token));
        if !from.is_some_and(|class| scan.is(class, terms::PLACE) || scan.is(class, terms::BODY)) {
            continue;
        }
        let start = at + of.len();
        let name = chinese_name(scan, start)
            .filter(|end| scan.after(*end).starts_with(['、', '，', '；', '。', '和', '及', '等']));
        list.extend(name.map(|end| (start, end)));
    }
    // 代表有：上海的张三…: a word for people tells what is listed.
    let people = !scan.cue_places("people-noun").is_empty();
    if list.len() >= 2 && people {
        for (start, end) in list {
            spans.insert((start, end, "in a list with places"));
            more_names(scan, end, spans);
        }
    }
}

/// 张三、李四、王五参加: names with nothing but 、 between, where three stand in a row, or two that their
/// verb of attending shows.
pub(super) fn in_a_row(scan: &Scan<'_>, spans: &mut Spans) {
    let mut marks = scan.text.match_indices('、').map(|(at, _)| at).peekable();
    while let Some(mark) = marks.next() {
        let mut names: Vec<(usize, usize)> = last_name_before(scan, mark).into_iter().collect();
        let mut at = mark;
        loop {
            let start = at + '、'.len_utf8();
            let whole = chinese_name(scan, start);
            // Of three and more one may have characters that are words elsewhere.
            let between = || {
                let rest = scan.after(start);
                let end = start + rest.find('、').filter(|_| names.len() >= 2)?;
                is_name_in_list(scan, start, end).then_some(end)
            };
            let Some(end) =
                whole.filter(|end| marks.peek() == Some(end)).or_else(between).or(whole)
            else {
                break;
            };
            names.push((start, end));
            at = end;
            if marks.peek() != Some(&end) {
                break;
            }
            marks.next();
        }
        let rest = scan.after(at);
        let behind = rest.strip_prefix('等').unwrap_or(rest);
        let verb = scan.lexicon.starts_with_cue("attends", behind).is_some()
            || scan.lexicon.starts_with_cue("accompanies", behind).is_some()
            // 由张三、李四、王五组成
            || scan.lexicon.starts_with_cue("made-of-people", behind).is_some();
        let ends = rest.is_empty()
            || rest.starts_with(['等', '，', '。', '；', '、', '和', '与', '及', '）', ')', ' ']);
        // 红旗渠、白洋淀、黄鹤楼等景点, 常态化、高端化: things, by how they end or by what they are called.
        let thing = names.iter().any(|(from, to)| {
            scan.lexicon.ends_with_cue("thing-end", scan.slice(*from, *to)).is_some()
        });
        if thing || scan.lexicon.starts_with_cue("things", behind).is_some() {
            continue;
        }
        let full = names.iter().filter(|(from, to)| scan.slice(*from, *to).chars().count() >= 3);
        let full = full.count();
        let shown = names.len() >= 4 && full >= 2
            || names.len() >= 3 && (full >= 2 && (ends || verb) || full >= 1 && verb)
            || verb && names.len() == 2 && full == 2
            || verb && names.len() == 2 && full == 1 && behind.len() < rest.len();
        if shown {
            spans.extend(names.into_iter().map(|(from, to)| (from, to, "in a row of names")));
            more_names(scan, at, spans);
        }
    }
}

/// Tells whether a piece of a list of names is one, whatever its characters: 林用牧.
fn is_name_in_list(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let piece = scan.slice(start, end);
    let first = piece.chars().next().map(String::from).unwrap_or_default();
    let named = scan
        .tokens_touching(start, end)
        .any(|token| token.kind == TokenKind::Title || scan.class_of(token).is_some());
    (2..=3).contains(&piece.chars().count())
        && piece.chars().all(is_han)
        && scan.lexicon.is_surname(&first)
        && !scan.lexicon.is_common(piece)
        && !named
}

/// The name that ends right before a mark and opens its clause or stands behind a title, a preposition or a
/// word for people.
fn last_name_before(scan: &Scan<'_>, mark: usize) -> Option<(usize, usize)> {
    let opens = |at: usize| {
        let before = scan.before(at);
        before.is_empty()
            || before.ends_with(['，', '。', '；', '：', '（', '、', '\u{3000}', ' '])
            || before.ends_with(['向', '由', '为', '与', '和', '对', '给', '请'])
            || scan.token_ending(at).is_some_and(|token| token.kind == TokenKind::Title)
            || scan.lexicon.ends_with_cue("people-noun", before).is_some()
    };
    let starts = scan.before(mark).char_indices().rev().map(|(at, _)| at);
    let start = starts.take(4).find(|at| opens(*at) && chinese_name(scan, *at) == Some(mark))?;
    Some((start, mark))
}
