//! References by GB/T 7714: `张三，李四. 题名[J]. 刊物，2018，34（5）：12-20.`, and the like without a
//! code: `张三. 题名. 城市：出版社，2015.`

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Cited,
    date::{date, year_at},
    names::{Place, persons},
};
use crate::{
    normalise::{TypeCode, circled, type_codes},
    recognise::{Lexicon, is_han},
};

/// A head is cut at one of so many dots.
const DOTS: usize = 9;
/// The names of authors are no longer than this, in bytes.
const LONGEST_NAMES: usize = 240;
/// The name of an outlet or publisher is no longer than this, in bytes.
const LONGEST_OUTLET: usize = 120;

/// Reads the references of a note.
pub(super) fn references(text: &str, lexicon: &Lexicon) -> Vec<Cited> {
    let codes: Vec<TypeCode<'_>> = type_codes(text).collect();
    let mut found = Vec::new();
    let mut from = mark_len(text);
    for (at, code) in codes.iter().enumerate() {
        let behind = text.get(code.end..).unwrap_or_default();
        let next = codes.get(at + 1).map(|next| next.start);
        let end = next.map_or(text.len(), |next| boundary(text, code.end, next));
        let cited = coded(text, from, *code, end, lexicon);
        if let (Some(last), Some(cited)) = (found.last_mut(), &cited)
            && is_translation(text, last, cited)
            && at.checked_sub(1).and_then(|at| codes.get(at)).is_some_and(|c| c.kind == code.kind)
        {
            last.whole.1 = end;
            from = end;
            continue;
        }
        found.extend(cited);
        // 题名[C]//主编. 文集. 城市：出版社，2010
        let host = behind.starts_with("//") && (end == text.len());
        found.extend(host.then(|| plain(text, (code.end + 2, end), lexicon)).flatten());
        from = end;
    }
    found
}

/// The length of the mark that a note begins with: `[1] `, `1. `, `① `.
pub(super) fn mark_len(text: &str) -> usize {
    let bare = text.trim_start_matches(|c: char| {
        c == ' ' || circled(c).is_some() || matches!(c, '[' | '［' | '【' | '〔' | '(' | '（')
    });
    let digits = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    if !(1..=3).contains(&(bare.len() - digits.len())) {
        let circled = text.starts_with(|c| circled(c).is_some());
        return if circled { text.len() - bare.len() } else { 0 };
    }
    let digits = digits.strip_prefix("[]").or(digits.strip_prefix("[］")).unwrap_or(digits);
    let rest = digits.trim_start_matches([']', '］', '】', '〕', ')', '）', '.', '．', '、', ' ']);
    text.len() - rest.len()
}

/// Returns where the reference begins whose code stands at `next`, behind one that ends before.
fn boundary(text: &str, from: usize, next: usize) -> usize {
    let between = text.get(from..next).unwrap_or_default();
    if let Some(host) = between.find("//") {
        return from + host + 2;
    }
    if let Some((at, mark)) = between.match_indices(['；', ';']).next_back() {
        return from + at + mark.len();
    }
    if let Some(at) = translation(between) {
        return from + at;
    }
    let ends = |at: usize| {
        let before = between.get(..at).unwrap_or_default();
        before.is_empty() || before.ends_with(|c: char| c.is_ascii_digit() || c == '）' || c == ')')
    };
    let stop = between.match_indices(['.', '。']).find(|(at, _)| ends(*at));
    stop.map_or(from, |(at, stop)| from + at + stop.len())
}

/// 某学报，2014（6）：17-21.(Zhang San. Some Title`[J]`. …): where, behind the stop of a reference, one in Latin letters
/// begins, in parentheses or not.
fn translation(between: &str) -> Option<usize> {
    between.match_indices(['.', '．', '。']).find_map(|(at, stop)| {
        let behind = between.get(at + stop.len()..).unwrap_or_default();
        let before = between.get(..at).unwrap_or_default();
        let inner = behind.trim_start();
        let bare = inner.trim_start_matches(['(', '（']);
        let paged = before.ends_with(|c: char| c.is_ascii_digit());
        let opens = bare.starts_with(|c: char| c.is_ascii_uppercase())
            && (bare.len() < inner.len() || paged);
        let apart = bare.contains(is_han) || bare.contains([')', '）']);
        (opens && !apart).then_some(between.len() - inner.len())
    })
}

/// 17-21: the first and the last page.
static PAGES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("[0-9]+ ?[-–—~～－] ?[0-9]+").expect("the expression is well-formed")
});

/// Tells whether a reference says again, in Latin letters, what the one before it cites: it stands
/// in parentheses, or right behind the other, with the same year and the same pages.
fn is_translation(text: &str, first: &Cited, second: &Cited) -> bool {
    let part = |(from, to): Place| text.get(from..to).unwrap_or_default();
    if !part(first.title).contains(is_han) || part(second.whole).contains(is_han) {
        return false;
    }
    let pages = |place: Place| PAGES.find_iter(part(place)).last().map(|hit| hit.as_str());
    let same = first.date.is_some()
        && first.date == second.date
        && pages(first.whole).is_some_and(|range| pages(second.whole) == Some(range));
    let listed = part(first.whole).trim_end().ends_with(['；', ';']);
    part(second.whole).trim_start().starts_with(['(', '（']) || same && !listed
}

/// Reads a reference from its first author to `end`, with its code between.
fn coded(
    text: &str,
    from: usize,
    code: TypeCode<'_>,
    end: usize,
    lexicon: &Lexicon,
) -> Option<Cited> {
    let Head { authors, body, title } = head(text, (from, code.start), lexicon);
    let title = bare(text, title).filter(|_| code.kind != "P")?;
    let instrument = matches!(code.kind, "R" | "S" | "Z" | "EB") && authors.is_empty();
    let mut cited =
        Cited { whole: (from, end), authors, body, title, instrument, ..Cited::default() };
    let mut at = skip(text, code.end, end);
    if let Some((translators, behind)) = translators(text, (at, end), lexicon) {
        cited.others = translators;
        at = skip(text, behind, end);
    }
    let limit = address(text, at, end);
    cited.date = date(text, (at, limit), code.online);
    match code.kind {
        "J" | "N" => cited.outlet = outlet(text, (at, limit)),
        "M" | "C" | "G" | "A" => cited.publisher = publisher(text, (at, limit)),
        "EB" => {
            cited.outlet = outlet(text, (at, limit)).filter(|(from, to)| {
                let name = text.get(*from..*to).unwrap_or_default();
                lexicon.ends_with_cue("site-ending", name).is_some()
            });
            cited.free = Some((at, limit));
        }
        _ => cited.free = Some((at, limit)),
    }
    Some(cited)
}

/// Where an address begins: no date of publication stands behind it.
fn address(text: &str, from: usize, end: usize) -> usize {
    let tail = text.get(from..end).unwrap_or_default();
    let marks = ["http", "www.", "DOI", "doi"].iter().filter_map(|mark| tail.find(mark));
    marks.min().map_or(end, |at| from + at)
}

/// Who wrote a work, and its title.
struct Head {
    authors: Vec<Place>,
    body: Option<Place>,
    title: Place,
}

/// Cuts what stands before a code into authors and title.
fn head(text: &str, (from, to): Place, lexicon: &Lexicon) -> Head {
    let lead = text.get(from..to).and_then(|head| lexicon.starts_with_cue("note-lead", head));
    let from = from + lead.map_or(0, str::len);
    let whole = text.get(from..to).unwrap_or_default();
    let dots = whole.match_indices(['.', '．', '。', '：', '“', '《']).take(DOTS);
    for (at, mark) in dots {
        let rest = whole.get(at + mark.len()..).unwrap_or_default();
        if at > LONGEST_NAMES || rest.trim().is_empty() {
            break;
        }
        if mark == "." && !ends_names(whole.get(..at).unwrap_or_default(), rest) {
            continue;
        }
        let names = (from, from + at);
        let title = if matches!(mark, "“" | "《") { from + at } else { from + at + mark.len() };
        let title = (title, to);
        if let Some(authors) = persons(text, names, lexicon) {
            return Head { authors, body: None, title };
        }
        if mark != "“" && is_body(text, names, lexicon) {
            return Head { authors: Vec::new(), body: Some(names), title };
        }
        // 某中心课题组，张三，李四: a body and its members.
        let first = text.get(names.0..names.1).and_then(|list| list.find(['，', ',']));
        let group = first.map(|at| ((from, from + at), (from + at, names.1)));
        if let Some((group, rest)) = group.filter(|(group, _)| is_body(text, *group, lexicon))
            && let Some(authors) = persons(text, rest, lexicon)
        {
            return Head { authors, body: Some(group), title };
        }
    }
    Head { authors: Vec::new(), body: None, title: (from, to) }
}

/// Tells whether a dot ends a list of names, rather than an initial within it.
fn ends_names(before: &str, rest: &str) -> bool {
    let initial = is_initial(before);
    let rest = rest.trim_start();
    let mut next = rest.chars();
    let another = next.next().is_some_and(char::is_uppercase)
        && next.next().is_none_or(|c| matches!(c, '.' | ',' | '，'));
    // 雷蒙德·J.斯特鲁伊克
    let transcribed = initial && before.chars().rev().nth(1) == Some('·');
    let another = another || surname_follows(before, rest);
    !(initial && another || transcribed || rest.starts_with([',', '，', ';', '；', '&']))
}

/// Tells whether a text ends with a single capital letter.
fn is_initial(text: &str) -> bool {
    let mut letters = text.chars().rev();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_none_or(|c| !c.is_alphabetic())
}

/// Robert D. Berg, Ida Moe. Title: whether a surname and the mark behind it follow an initial. In
/// capitals (MOE K) the surname stands before.
fn surname_follows(before: &str, rest: &str) -> bool {
    let Some((end, mark)) = rest.match_indices([',', '，', '&', ';', '；', '.']).next() else {
        return false;
    };
    let name = rest.get(..end).unwrap_or_default();
    // Think tanks, …: no name has a small second word.
    let capital = |word: &str| word.starts_with(char::is_uppercase) || word.len() <= 3;
    let words = name.split(' ').filter(|word| !word.is_empty());
    if !words.clone().all(capital) {
        return false;
    }
    let words = words.count();
    let letters = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’');
    let given = before.rsplit([',', '，', '&']).next().unwrap_or_default();
    let mixed = given.chars().any(char::is_lowercase);
    let behind = rest.get(end + mark.len()..).unwrap_or_default();
    mixed
        && !behind.trim().is_empty()
        && (1..=if mark == "." { 1 } else { 2 }).contains(&words)
        && name.chars().all(letters)
        && name.starts_with(char::is_uppercase)
}

/// A place without spaces and marks at its ends; nothing where nothing is left.
pub(super) fn bare(text: &str, (from, to): Place) -> Option<Place> {
    let whole = text.get(from..to)?;
    let marks = |c: char| matches!(c, ' ' | '.' | '．' | '，' | ',' | '：' | ':' | '。');
    let start = whole.trim_start_matches(marks);
    let bare = start.trim_end_matches(marks);
    let from = from + whole.len() - start.len();
    (bare.chars().filter(|c| c.is_alphanumeric()).count() >= 2).then(|| (from, from + bare.len()))
}

pub(super) fn skip(text: &str, from: usize, end: usize) -> usize {
    let tail = text.get(from..end).unwrap_or_default();
    let marks = |c: char| matches!(c, ' ' | '.' | '．' | '，' | ',' | '：' | ':' | '。' | '/');
    end - tail.trim_start_matches(marks).len()
}

/// 王晓毅，张倩，等译. Returns the persons, and where the text goes on.
fn translators(text: &str, (from, to): Place, lexicon: &Lexicon) -> Option<(Vec<Place>, usize)> {
    let tail = text.get(from..to)?;
    let end = tail.find(['.', '．', '。'])?;
    let list = tail.get(..end)?.trim_end();
    let names = ["编译", "译校", "译", "校"].iter().find_map(|role| list.strip_suffix(role))?;
    let names = names.trim_end_matches(['，', ',', ' ', '等', '　']);
    Some((persons(text, (from, from + names.len()), lexicon)?, from + end))
}

/// The periodical up to its year or volume.
pub(super) fn outlet(text: &str, (from, to): Place) -> Option<Place> {
    let tail = text.get(from..to)?;
    let mut depth = 0_usize;
    let mut end = tail.len();
    for (at, c) in tail.char_indices() {
        let rest = tail.get(at + c.len_utf8()..).unwrap_or_default().trim_start();
        let digit = rest.starts_with(|c: char| c.is_ascii_digit());
        match c {
            '（' | '(' if !digit => depth += 1,
            '）' | ')' if depth > 0 => depth -= 1,
            _ if depth > 0 => continue,
            '，' | ',' | '（' | '(' | '[' | '；' | ';' | '。' => end = at,
            '.' if digit || rest.is_empty() => end = at,
            _ if year_at(tail, at).is_some() => end = at,
            _ => continue,
        }
        if end < tail.len() {
            break;
        }
    }
    let place = bare(text, (from, from + end)).filter(|(from, to)| to - from <= LONGEST_OUTLET)?;
    let name = text.get(place.0..place.1)?;
    (!name.starts_with(|c: char| c.is_ascii_digit())).then_some(place)
}

/// 城市：出版社，年: the publisher.
fn publisher(text: &str, (from, to): Place) -> Option<Place> {
    let tail = text.get(from..to)?;
    let year = tail.char_indices().find_map(|(at, _)| year_at(tail, at))?;
    let before = tail.get(..year)?;
    let start = before
        .rfind(['：', ':'])
        .map_or_else(|| before.rfind(['.', '。', '，']).map_or(0, |at| at + 1), |at| at + 1);
    let start = (start..=before.len()).find(|at| before.is_char_boundary(*at))?;
    let (from, to) = bare(text, (from + start, from + year))?;
    let name = text.get(from..to)?;
    let plain = !name.contains(|c: char| c.is_ascii_digit() || matches!(c, '[' | '/' | '；'));
    let short = to - from <= LONGEST_OUTLET && name.split(' ').count() <= 8;
    (plain && short).then_some((from, to))
}

/// Reads a note of one reference without a code.
pub(super) fn without_code(text: &str, lexicon: &Lexicon) -> Option<Cited> {
    let place = (mark_len(text), text.len());
    plain(text, place, lexicon)
}

/// `张三. 题名. 城市：出版社，2015.`, `Smith J. Title. Journal. 2016，8：605.`, `某部. 题名. [2017-11-12].http://…`
fn plain(text: &str, (from, to): Place, lexicon: &Lexicon) -> Option<Cited> {
    let Head { authors, body, title } = head(text, (from, to), lexicon);
    if authors.is_empty() && body.is_none() {
        return None;
    }
    let (start, end) = bare(text, title)?;
    let whole = text.get(start..end)?;
    let (at, mark) = whole.match_indices(['.', '．', '。']).find(|(at, mark)| {
        let behind = whole.get(at + mark.len()..).unwrap_or_default();
        !behind.trim_start().starts_with(|c: char| c.is_ascii_digit())
            && !is_initial(whole.get(..*at).unwrap_or_default())
    })?;
    let title = bare(text, (start, start + at))?;
    // Karin Moe, “Title,” Ph.D. …: what quotation marks set off is of another style.
    let set_off = text.get(title.0..title.1)?;
    if [", “", "，“"].iter().any(|mark| set_off.contains(mark)) {
        return None;
    }
    let tail = (skip(text, start + at + mark.len(), to), address(text, start + at, to));
    let mut cited = Cited { whole: (from, to), authors, body, title, ..Cited::default() };
    let tail = match translators(text, tail, lexicon) {
        Some((translators, behind)) => {
            cited.others = translators;
            (skip(text, behind, to), tail.1)
        }
        None => tail,
    };
    let rest = text.get(tail.0..tail.1)?;
    // [2017-11-12].http://…: nothing but when and where it was read.
    if rest.starts_with(['[', '［']) {
        return rest.contains([']', '］']).then_some(cited);
    }
    let year = rest.char_indices().find_map(|(at, _)| year_at(rest, at))?;
    let before = rest.get(..year)?;
    let periodical = before
        .split_once(['：', ':'])
        .is_some_and(|(name, _)| lexicon.ends_with_cue("periodical-end", name.trim()).is_some());
    let behind = rest.get(year + 4..)?.trim_start_matches([' ', '.', '．']);
    let volume = behind.is_empty()
        || behind.starts_with(['-', '[', '［', ',', '，', '(', '（', ':', '：', ';', '；']);
    let house = before.trim_end_matches([' ', ',', '，', '.']);
    let house = lexicon.ends_with_cue("publisher-end", house).is_some();
    if house || before.contains(['：', ':']) && !periodical {
        cited.publisher = publisher(text, tail);
    } else if volume {
        cited.outlet = outlet(text, tail);
    } else {
        return None;
    }
    cited.date = date(text, tail, false);
    (cited.publisher.or(cited.outlet).is_some()).then_some(cited)
}

/// Tells whether what stands before a title is a body: one of the lists, or one by its ending.
fn is_body(text: &str, (from, to): Place, lexicon: &Lexicon) -> bool {
    let name = text.get(from..to).unwrap_or_default().trim();
    let acronym = (2..=8).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase());
    acronym
        || lexicon.entries_of(name).next().is_some()
        || lexicon.body_ending(name).is_some_and(|(from, ending)| {
            !ending.weak || from >= '中'.len_utf8() * 2 && ending.text.chars().count() >= 2
        })
        || !name.contains(is_han) && lexicon.holds_cue("latin-body", name)
}
