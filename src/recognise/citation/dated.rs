//! References with the year right behind the authors: `Smith, J., & Brown, A. (2010). Title. Journal, 3(2), 1-2.`,
//! `张三.(2015a).题名(原载1920年4月1日《刊物》).见李四编,文集:第一卷.城市:出版社`.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Cited,
    date::date,
    names::{Place, persons},
    reference::{bare, mark_len, outlet, skip},
};
use crate::recognise::{Lexicon, date::iso_date, is_han};

/// Where the marks are by which a title or an outlet ends.
const STOPS: [char; 4] = ['.', '．', '。', '?'];

/// The names of authors are no longer than this, in bytes.
const LONGEST_NAMES: usize = 400;

/// Reads the references of a note, of which several may stand in one paragraph.
pub(super) fn references(text: &str, lexicon: &Lexicon) -> Vec<Cited> {
    let mut heads: Vec<(Vec<Place>, Place)> = Vec::new();
    let mut from = mark_len(text);
    for year in YEAR.find_iter(text) {
        let first = heads.is_empty();
        if !before_title(text.get(year.end()..).unwrap_or_default()) {
            continue;
        }
        if let Some(authors) = authors(text, (from, year.start()), first, lexicon) {
            heads.push((authors, (year.start(), year.end())));
            from = year.end();
        } else if first {
            return Vec::new();
        }
    }
    let begins = |at: usize| heads.get(at).and_then(|(authors, _)| authors.first()).map(|a| a.0);
    let ends = |at: usize| begins(at + 1).unwrap_or(text.len());
    let read = heads.iter().enumerate();
    read.flat_map(|(at, (authors, year))| work(text, authors, *year, ends(at), lexicon)).collect()
}

static YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[(（](?:18|19|20)\d\d[a-z]?(?:, ?[^()（）]{3,12})?[)）]")
        .expect("the expression is well-formed")
});

/// Tells whether a title may begin here, behind a year: `. 题名`, ` Title`; 张三（2010）认为 says something of him.
fn before_title(rest: &str) -> bool {
    let bare = rest.trim_start();
    let title = bare.trim_start_matches(['.', '．', '。', ',', ' ']);
    let set_off = bare.len() > title.len()
        && (!title.starts_with(is_han) || bare.starts_with(['.', '．', '。']));
    !title.starts_with(['“', '"', '‘'])
        && (set_off || rest.len() > bare.len())
        && (set_off || title.starts_with(char::is_uppercase))
}

/// The authors right before a year. Those of a further reference begin behind a mark, or behind the name of a
/// publisher that has lost it.
fn authors(text: &str, (from, year): Place, first: bool, lexicon: &Lexicon) -> Option<Vec<Place>> {
    let whole = text.get(from..year)?;
    let end = from + whole.trim_end_matches([' ', '.', '．', ',', '，']).len();
    // Smith, J. (2010): the dot is the initial's.
    let end = if text.get(..end)?.ends_with(|c: char| c.is_ascii_uppercase()) {
        end + usize::from(text.get(end..)?.starts_with('.'))
    } else {
        end
    };
    // What is longer is no list of names: a year far behind the last reference costs no more than another.
    let least = from.max(end.saturating_sub(LONGEST_NAMES));
    let from = (least..=end).find(|at| text.is_char_boundary(*at))?;
    let whole = text.get(from..year)?;
    if first {
        return persons(text, (from, end), lexicon);
    }
    let opens = |at: &usize| {
        let before = text.get(from..from + at).unwrap_or_default().trim_end();
        before.ends_with(STOPS) || lexicon.ends_with_cue("publisher-end", before).is_some()
    };
    let starts = whole.char_indices().map(|(at, _)| at).skip(1);
    let mut starts = starts.take_while(|at| from + at < end).filter(opens);
    starts.find_map(|at| persons(text, (from + at, end), lexicon))
}

/// The work that a reference is of, and the one that it stands in.
fn work(text: &str, authors: &[Place], year: Place, end: usize, lexicon: &Lexicon) -> Vec<Cited> {
    let start = skip(text, year.1, end);
    let rest = text.get(start..end).unwrap_or_default();
    let Some(stop) = stop(rest) else { return Vec::new() };
    let Some(title) = bare(text, (start, start + stop)) else { return Vec::new() };
    let whole = (authors.first().map_or(year.0, |author| author.0), end);
    let published = date(text, year, false);
    let mut work = Cited { whole, authors: authors.to_vec(), ..Cited::default() };
    work.date.clone_from(&published);
    let behind = skip(text, start + stop, end);
    let mut tail = (behind, end);
    let mut host = None;
    if let Some(lead) = text.get(behind..end).and_then(|t| lexicon.starts_with_cue("host-lead", t))
    {
        host = within(text, (behind + lead.len(), end), published, lexicon);
        tail = (end, end);
    }
    work.title = work_title(text, title, &mut work);
    if host.is_none() {
        work.publisher = house(text, tail, lexicon);
        let periodical = outlet(text, tail).filter(|(_, to)| {
            let rest = text.get(*to..end).unwrap_or_default();
            let rest = rest.trim_start_matches([',', '，', ' ', '(', '（']);
            rest.starts_with(|c: char| c.is_ascii_digit())
        });
        // 《刊物》,(2),33-36
        let periodical = periodical.map(|(from, to)| {
            let name = text.get(from..to).unwrap_or_default();
            let inner = name.trim_start_matches('《').trim_end_matches('》');
            let start = from + name.len() - name.trim_start_matches('《').len();
            (start, start + inner.len())
        });
        work.outlet = work.outlet.or(periodical.filter(|_| work.publisher.is_none()));
    }
    std::iter::once(work).chain(host).collect()
}

/// Where a title ends: at a stop with a space or a word behind it.
fn stop(rest: &str) -> Option<usize> {
    let ends = |(at, mark): &(usize, &str)| {
        let next = rest.get(at + mark.len()..).unwrap_or_default();
        next.is_empty() || next.starts_with([' ', '《']) || next.starts_with(is_han)
    };
    rest.match_indices(STOPS).find(ends).map(|(at, _)| at)
}

/// The title without what stands behind it on its edition: (遗稿), :第一卷; (原载1920年4月1日《刊物》) tells when and
/// where it first appeared.
fn work_title(text: &str, (start, end): Place, work: &mut Cited) -> Place {
    let whole = text.get(start..end).unwrap_or_default();
    let Some(behind) = EDITION.captures(whole).and_then(|edition| edition.get(0)) else {
        return (start, end);
    };
    let note = behind.as_str();
    if let Some(first) = FIRST_IN.captures(note) {
        let from = start + behind.start();
        let place = |name: &str| first.name(name).map(|m| (from + m.start(), from + m.end()));
        work.outlet = place("periodical");
        work.date = place("date").and_then(|(a, b)| iso_date(text.get(a..b)?)).or(work.date.take());
    }
    (start, start + behind.start())
}

static EDITION: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:[:：, ，]?第[一二三四五六七八九十\d]+[卷册辑集编]|[(（](?:原载|原刊|初刊|载|初载)[^()（）]{4,60}[)）]|[(（][一-鿿\d]{1,5}[稿版本编译][)）])+$")
        .expect("the expression is well-formed")
});

static FIRST_IN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^.*?载[于在]? ?(?P<date>\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?)?[^《编]{0,12}《(?P<periodical>[^》]{2,30})》(?:第|\d|[)）])")
        .expect("the expression is well-formed")
});

/// 见李四编,文集:第一卷.城市:出版社: the book in which a piece stands, and who has edited it.
fn within(
    text: &str,
    (from, end): Place,
    date: Option<String>,
    lexicon: &Lexicon,
) -> Option<Cited> {
    let rest = text.get(from..end)?;
    let stop = stop(rest)?;
    let head = rest.get(..stop)?;
    let (role, mark) = ["主编", "编著", "选编", "整理", "编"].iter().find_map(|role| {
        head.match_indices(role).find_map(|(at, role)| {
            let behind = head.get(at + role.len()..)?.trim_start();
            behind.starts_with([',', '，', '.', '《', ':', '：']).then_some((at, at + role.len()))
        })
    })?;
    let others = persons(text, (from, from + role), lexicon).unwrap_or_default();
    let title = bare(text, (skip(text, from + mark, from + stop), from + stop))?;
    let mut book = Cited { whole: (from, end), others, date, ..Cited::default() };
    book.title = work_title(text, title, &mut book);
    book.publisher = house(text, (skip(text, from + stop, end), end), lexicon);
    Some(book)
}

/// 城市:出版社: the publisher, where nothing but a stop is behind it.
fn house(text: &str, (from, end): Place, lexicon: &Lexicon) -> Option<Place> {
    let tail = text.get(from..end)?;
    let (city, _) = tail.match_indices([':', '：']).next()?;
    let start = from + city + tail.get(city..)?.chars().next()?.len_utf8();
    let place = bare(text, (start, end))?;
    let name = text.get(place.0..place.1)?;
    lexicon.ends_with_cue("publisher-end", name).is_some().then_some(place)
}
