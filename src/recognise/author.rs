//! Authors: of cited works, of translated ones, of the source itself, and reporters.

use std::{collections::BTreeSet, sync::LazyLock};

use regex::{Match, Regex};

use super::{
    lexicon::TokenKind,
    person::chinese_name,
    scan::{Scan, is_han},
    sought::Sought,
};

/// Places of names, each with the rule that found it.
type Spans = BTreeSet<(usize, usize, &'static str)>;

pub(super) static AUTHORS: Sought = Sought::new(
    0,
    &["：《", "：“", "．《", ".《", ". 《"],
    || {
        Regex::new(r"(?:^[①-⑳㉑-㉟㊱-㊿\[\]［］〔〕【】（）() .．、0-9]*|[；。，]载?|[版期]、|参见|参阅|转引自|见)((?:[一-鿿]{2,4}、)*[一-鿿]{2,4})(?:等)?(?:主编|编著|编|著|译)?(?:：|[.．] ?)(?:《|“[^”。]{2,60}”，(?:载|《))")
        .expect("the expression is well-formed")
    },
);

/// 郎平：《…》 and 郑春荣、李岳梅：《…》: the authors of cited works.
pub(super) fn authors(scan: &Scan<'_>, spans: &mut Spans) {
    for captures in AUTHORS.captures(scan) {
        let Some(list) = captures.get(1) else { continue };
        // 1．张三．《甲》: a dot ends the names only in a numbered entry.
        let dotted = captures.get(0).is_some_and(|whole| !whole.as_str().contains('：'));
        let entry = scan.before(list.start()).contains(|c: char| c.is_ascii_digit());
        if dotted && !entry {
            continue;
        }
        for (at, name) in members(list) {
            let bare = scan.lexicon.strip_cue("author-role", name);
            if scan.lexicon.has_cue("page-label", bare) {
                continue;
            }
            // 贺其治：《…》: a surname and one or two characters before a title, whatever words these are.
            let whole = is_whole_name(scan, bare);
            // 资中筠：《…》: what opens a note before a title is an author, however rare the surname.
            let opens = scan.before(list.start()).chars().all(|c| !is_han(c))
                && !scan.lexicon.is_common(bare)
                && bare.chars().count() <= 3
                && scan.tokens_in(at, at + bare.len()).next().is_none();
            if opens || whole {
                spans.insert((at, at + bare.len(), "author"));
            } else if let Some(end) = chinese_name(scan, at).filter(|end| *end <= at + bare.len()) {
                spans.insert((at, end, "author"));
            }
        }
    }
}

/// Tells whether words in the place of a name are a surname and one or two characters, whatever words these are
/// elsewhere.
pub(super) fn is_whole_name(scan: &Scan<'_>, name: &str) -> bool {
    let first = name.chars().next();
    matches!(name.chars().count(), 2 | 3)
        && !scan.lexicon.is_common(name)
        && first.is_some_and(|c| scan.lexicon.is_surname(c.encode_utf8(&mut [0; 4])))
}

/// The names of a list with 、 between, each with its place.
fn members(list: Match<'_>) -> impl Iterator<Item = (usize, &str)> {
    list.as_str().split('、').scan(list.start(), |at, name| {
        let start = *at;
        *at += name.len() + '、'.len_utf8();
        Some((start, name))
    })
}

pub(super) static FOREIGN_AUTHOR: Sought = Sought::new(1, &["：《"], || {
    Regex::new(r"[［\[〔【（(][一-鿿]{1,4}[］\]〕】）)] ?((?:(?:[一-鿿]+[·•])*[一-鿿]{2,8}、)*(?:[一-鿿]+[·•])*[一-鿿]{1,8}?)(?:等)?(?:主编|编著|编|著)?：《")
        .expect("the expression is well-formed")
});
pub(super) static TRANSLATOR: Sought = Sought::new(2, &["译", "校"], || {
    Regex::new(
        r"》(?:（[^）]{1,12}）)?，((?:[一-鿿]{2,4}、)*[一-鿿]{2,4}?)(?:等)?(?:译|校)[，。；]",
    )
    .expect("the expression is well-formed")
});

/// ［荷］格劳秀斯：《…》，马忠法译: an author behind the state, a translator behind the title.
pub(super) fn translated(scan: &Scan<'_>, spans: &mut Spans) {
    for author in FOREIGN_AUTHOR.captures(scan).filter_map(|c| c.get(1)) {
        spans.extend(members(author).map(|(at, name)| (at, at + name.len(), "author")));
    }
    for list in TRANSLATOR.captures(scan).filter_map(|c| c.get(1)) {
        for (at, name) in members(list) {
            if chinese_name(scan, at) == Some(at + name.len()) || is_whole_name(scan, name) {
                spans.insert((at, at + name.len(), "author"));
            }
        }
    }
}

/// A line of nothing but the names of authors, with the marks of their addresses: 沈砚秋 陆明舟*,
/// 林海生1邓子墨2, 林 慧¹*许文韬².
pub(super) fn line_of_authors(scan: &Scan<'_>, spans: &mut Spans) {
    if scan.text.chars().any(|c| c.is_alphabetic() && !is_han(c)) {
        return;
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = scan.after(at).find(is_han).map(|to| at + to) {
        let run = |from: usize| {
            let rest = scan.after(from);
            from + rest.find(|c: char| !is_han(c)).unwrap_or(rest.len())
        };
        let end = run(start);
        let name = chinese_name(scan, start) == Some(end);
        let Some(end) = Some(end).filter(|_| name).or_else(|| spaced(scan, start, end)) else {
            return;
        };
        found.push((start, end, "author"));
        at = end;
    }
    spans.extend(found);
}

/// 林 慧: where a name of two characters ends that has a space between, from its first character on.
fn spaced(scan: &Scan<'_>, start: usize, surname: usize) -> Option<usize> {
    let given = scan.after(surname).trim_start_matches([' ', '\u{3000}']);
    let end =
        scan.text.len() - given.len() + given.chars().next().filter(|c| is_han(*c))?.len_utf8();
    let alone = !scan.after(end).starts_with(is_han);
    (alone && scan.lexicon.is_surname(scan.slice(start, surname))).then_some(end)
}

/// The head of the lives of authors within a paragraph.
const BIOGRAPHY: &str = "【作者简介】";

/// The rule of a name that opens a life.
pub(crate) const LIFE: &str = "life";

/// 张三（1935年6月— ），某地人; 李四，男，…: the name that opens a paragraph with its bearer's birth or sex.
pub(super) fn life(scan: &Scan<'_>, spans: &mut Spans) {
    if let Some(end) = chinese_name(scan, 0)
        && BORN.is_match(scan.after(end))
    {
        spans.insert((0, end, LIFE));
    }
}

static BORN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:，|（)(?:男|女)(?:，|）|。)|^（(?:1[89]|20)[0-9]{2} ?(?:年(?: ?[0-9]{1,2} ?月)?(?: ?[0-9]{1,2} ?日)?)? ?(?:[—－–～~-]|生|年生|出生)")
        .expect("the expression is well-formed")
});

/// 作者简介：张三（1970-），男，…；李四（1980-），女，…: the persons whose lives a note tells.
pub(super) fn biographies(scan: &Scan<'_>, spans: &mut Spans) {
    let text = scan.text.trim_start();
    // 【关键词】…【作者简介】张三，…: perhaps behind other heads.
    let opens = scan.lexicon.starts_with_cue("biography", text);
    let opens = opens.map(|lead| scan.text.len() - text.len() + lead.len());
    let within = || scan.text.find(BIOGRAPHY).map(|at| at + BIOGRAPHY.len());
    let Some(first) = opens.or_else(within) else { return };
    let others = scan.text.match_indices(['；', '。']).map(|(at, mark)| at + mark.len());
    for start in std::iter::once(first).chain(others) {
        if let Some(end) = chinese_name(scan, start)
            && scan.after(end).starts_with(['（', '(', '，', ','])
        {
            spans.insert((start, end, "author"));
        }
    }
}

/// 某网北京3月4日电（张三 李四）: the reporters behind a wire line, in parentheses.
pub(super) fn behind_wire(scan: &Scan<'_>, spans: &mut Spans) {
    for mark in ["电（", "电(", "讯（", "讯("] {
        for (at, _) in scan.text.match_indices(mark).take(1) {
            let start = at + mark.len();
            let list = scan.after(start).split(['）', ')']).next().unwrap_or_default();
            let mut from = start;
            let names = list.split([' ', '、']).map(|name| {
                let place = (from, from + name.len(), "byline");
                from += name.len()
                    + scan.after(from + name.len()).chars().next().map_or(0, char::len_utf8);
                place
            });
            let names: Vec<_> = names.collect();
            if names.iter().all(|(from, to, _)| chinese_name(scan, *from) == Some(*to)) {
                spans.extend(names);
            }
        }
    }
}

/// 文 | 某中心 张三；某大学某学院 李四: the authors of a by-line, each behind a body.
pub(super) fn behind_bodies(scan: &Scan<'_>, spans: &mut Spans) {
    let line = scan.text.trim_start();
    if scan.lexicon.starts_with_cue("byline", line).is_none() {
        return;
    }
    let lead = scan.lexicon.cues("byline").iter().find(|lead| {
        let rest = line.strip_prefix(lead.as_str());
        lead.ends_with(['|', '｜', '│', '丨', ' ', '/', '：']) && rest.is_some()
    });
    let Some(rest) = lead.and_then(|lead| line.strip_prefix(lead.as_str())) else { return };
    let mut at = scan.text.len() - rest.len();
    for part in rest.split_inclusive(['；', ';']) {
        let whole = part.len();
        let part = part.trim_end_matches(['；', ';']);
        let bare = part.trim_end();
        let end = at + bare.len();
        let starts = bare.char_indices().rev().map(|(from, _)| at + from).take(4);
        let name = starts.filter(|start| chinese_name(scan, *start) == Some(end)).find(|start| {
            let body = scan.slice(at, *start).trim();
            scan.lexicon.body_ending(body).is_some_and(|(from, _)| from > 0)
        });
        spans.extend(name.map(|start| (start, end, "author")));
        at += whole;
    }
}

/// （通讯员 付晗月 陈赜）, 记者 张三, （记者张三、李四）: names behind a role.
pub(super) fn byline(scan: &Scan<'_>, spans: &mut Spans) {
    for token in scan.tokens.iter().filter(|token| token.kind == TokenKind::Title) {
        let mut at = token.end;
        // （记者周岸、林以白）: the first name may stand right behind the role.
        let mut joined = scan.before(token.start).ends_with(['（', '(']);
        loop {
            let behind = scan.after(at);
            let rest = behind.strip_prefix([' ', '、', '：', '│', '|']);
            let Some(rest) = rest.or(joined.then_some(behind)) else { break };
            joined = false;
            at = scan.text.len() - rest.len();
            let end = at + rest.find([' ', '、', '）', '，', '。', ')']).unwrap_or(rest.len());
            // 张三教授、李四教授: a title may stand behind the next name.
            let name = scan.lexicon.strip_cue("title-after-name", scan.slice(at, end));
            let end = at + name.len();
            let length = name.chars().count();
            let first = name.chars().next().map(String::from).unwrap_or_default();
            if !(2..=4).contains(&length)
                || !name.chars().all(is_han)
                || !scan.lexicon.is_surname(&first)
                || scan.lexicon.is_common(name)
                || scan.lexicon.is_title(name)
                || scan.lexicon.names_no_person(name)
                // 院士、吉林大学校长: a body before its office.
                || scan.lexicon.body_ending(name).is_some_and(|(_, ending)| !ending.weak)
            {
                break;
            }
            spans.insert((at, end, "byline"));
            at = end;
        }
    }
}
