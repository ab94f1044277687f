//! Persons by context: after a title, before one, before a verb of saying, in authors' lists.

use std::{collections::BTreeSet, sync::LazyLock};

use regex::Regex;

mod chinese;
mod foreign;
mod listed;

pub(crate) use chinese::chinese_name;
pub(crate) use foreign::{DOTTED, LATIN_IN_PARENTHESIS};

use foreign::{foreign_name, longer_transcribed, single_foreign, transcribed, transliterated};
use listed::{any_name, more_names};

use super::{
    author,
    candidate::Candidate,
    lexicon::{Lexicon, TokenKind},
    scan::Scan,
};
use crate::{model::BlockKind, ontology::terms::class as terms};

/// Finds persons that their context shows to be such.
pub(crate) fn persons(scan: &Scan<'_>, kind: BlockKind) -> Vec<Candidate> {
    let Some(class) = scan.ontology.class(terms::PERSON) else { return Vec::new() };
    let mut spans: BTreeSet<(usize, usize, &'static str)> = BTreeSet::new();
    if kind == BlockKind::RosterEntry {
        spans.extend(roster_name(scan).map(|(start, end)| (start, end, "roster")));
    } else {
        after_title(scan, &mut spans);
        before_cue(scan, &mut spans);
        spans.extend(spaced(scan));
        listed::behind_bodies(scan, &mut spans);
        listed::behind_people(scan, &mut spans);
        listed::before_people(scan, &mut spans);
        listed::of_places(scan, &mut spans);
        listed::in_a_row(scan, &mut spans);
        before_parenthesis(scan, &mut spans);
        transliterated(scan, &mut spans);
        author::authors(scan, &mut spans);
        author::byline(scan, &mut spans);
        author::behind_wire(scan, &mut spans);
        author::behind_bodies(scan, &mut spans);
        author::translated(scan, &mut spans);
        author::biographies(scan, &mut spans);
        author::life(scan, &mut spans);
        if kind == BlockKind::Title {
            author::line_of_authors(scan, &mut spans);
        }
    }
    // 会员|代表大|会: a kind of meeting begins within what looks like a name, and goes on behind it.
    let meeting = |&(start, end, _): &(usize, usize, &str)| {
        let behind = scan.events.partition_point(|(_, to, _)| *to <= end);
        !scan.events.get(behind).is_some_and(|(from, _, _)| start <= *from && *from < end)
    };
    spans
        .into_iter()
        .filter(meeting)
        .map(|(start, end, rule)| {
            let rank = match rule {
                "roster" | "author" | author::LIFE => 5,
                "byline" => 3,
                _ => 2,
            };
            let person = Candidate::new(start, end, class, rule).ranked(rank);
            // 林 慧: the space is the printer's.
            let words = scan.slice(start, end);
            let spaced = words.contains([' ', '\u{3000}'])
                && words.chars().all(|c| super::scan::is_han(c) || c.is_whitespace());
            if spaced { person.named(words.replace([' ', '\u{3000}'], "")) } else { person }
        })
        .collect()
}

/// 会长高之国, 主席尤尔格·劳伯: a name right behind a title.
fn after_title(scan: &Scan<'_>, spans: &mut BTreeSet<(usize, usize, &'static str)>) {
    for &end in &scan.title_ends {
        if scan.after(end).starts_with('级') {
            continue;
        }
        let remark = parenthesis(scan.after(end));
        let mut at = end + remark;
        // 作为某大学校长，|张三
        if as_whom(scan, end) {
            let from = end + '，'.len_utf8();
            // 作为校长，高质量完成工作: a word of the name is none.
            let plain = |name: &usize| {
                scan.slice(from, *name).chars().count() > 2
                    && scan
                        .tokens_touching(from, *name)
                        .all(|token| scan.slice(token.start, token.end).chars().count() < 2)
            };
            let name = chinese_name(scan, from).filter(plain);
            let name = name.or_else(|| foreign_name(scan, from));
            spans.extend(name.map(|name| (from, name, "after a title")));
            continue;
        }
        // 主任（正处级）方能参加: behind a remark a name needs what shows it.
        let shown = chinese_name(scan, at).is_none_or(|end| {
            let rest = scan.after(end);
            rest.is_empty()
                || rest.starts_with(['，', '。', '、', '；', '）', '和', '与', '等'])
                || cue_after(scan, end, 0).is_some()
                || scan.lexicon.starts_with_cue("attends", rest).is_some()
        });
        if remark > 0 && !shown {
            continue;
        }
        if scan.after(at).starts_with(' ') {
            at += 1;
        }
        // 首任会长为|张三。
        if let Some(is) = ["为", "是", "："].iter().find(|is| scan.after(at).starts_with(**is))
            && let Some(name_end) = chinese_name(scan, at + is.len())
            && (scan.after(name_end).is_empty()
                || scan.after(name_end).starts_with(['，', '。', '；', '、']))
            && scan.slice(at + is.len(), name_end).chars().count() >= 3
        {
            at += is.len();
            spans.insert((at, name_end, "after a title"));
            more_names(scan, name_end, spans);
            continue;
        }
        if let Some(end) = foreign_name(scan, at).or_else(|| single_foreign(scan, at)) {
            spans.insert((at, end, "after a title"));
        } else if let Some(end) = longer_transcribed(scan, at) {
            spans.insert((at, end, "after a title"));
        } else if let Some(end) = chinese_name(scan, at) {
            let end = longer_by_one(scan, at, end).unwrap_or(end);
            spans.insert((at, end, "after a title"));
            more_names(scan, end, spans);
        } else if let Some(end) = transcribed(scan, at) {
            spans.insert((at, end, "after a title"));
        }
    }
}

/// 作为某大学校长，: tells whether a title ends a clause that says as whom somebody does something.
fn as_whom(scan: &Scan<'_>, title_end: usize) -> bool {
    scan.after(title_end).starts_with('，') && says_as_whom(scan.lexicon, scan.before(title_end))
}

/// Tells whether the clause that a text ends with says as whom somebody does something.
pub(crate) fn says_as_whom(lexicon: &Lexicon, text: &str) -> bool {
    text.rsplit(['，', '。', '；'])
        .next()
        .is_some_and(|clause| lexicon.starts_with_cue("as-whom", clause).is_some())
}

/// 主任巴音朝|鲁，: returns the end of a transcribed name whose first three characters look like a Chinese
/// one, where a mark follows.
fn longer_by_one(scan: &Scan<'_>, start: usize, end: usize) -> Option<usize> {
    let rest = scan.after(end);
    let last = rest.chars().next().filter(|c| scan.lexicon.transliterates(*c))?;
    let marked = rest.get(last.len_utf8()..)?.starts_with(['，', '。', '、', '；', '）']);
    let word =
        |token: &super::lexicon::Token| matches!(token.kind, TokenKind::Word(_) | TokenKind::Title);
    let plain = !scan.tokens_touching(end, end + last.len_utf8()).any(word);
    let three = scan.slice(start, end).chars().count() == 3
        && scan.slice(start, end).chars().next().is_some_and(|c| scan.lexicon.transliterates(c));
    (three && marked && plain).then_some(end + last.len_utf8())
}

/// 副校长（国际合作）|张三: returns the length of a short parenthesis that tells of the post before it.
fn parenthesis(text: &str) -> usize {
    let inside = text.strip_prefix(['（', '(']).and_then(|text| text.split_once(['）', ')']));
    let Some((content, rest)) = inside else { return 0 };
    let short = (2..=10).contains(&content.chars().count());
    let plain = content.chars().all(super::scan::is_han);
    if short && plain { text.len() - rest.len() } else { 0 }
}

/// A name before a title or a verb of saying, from the beginning of a clause: 张三教授, 李四认为.
fn before_cue(scan: &Scan<'_>, spans: &mut BTreeSet<(usize, usize, &'static str)>) {
    let mut body_ends =
        scan.bodies.iter().filter(|(_, _, ending)| !ending.weak).map(|(_, end, _)| *end).peekable();
    // 医保处|王茹副主任: a unit of one character, before a name and its title.
    let weak_ends: Vec<usize> =
        scan.bodies.iter().filter(|(_, _, ending)| ending.weak).map(|(_, end, _)| *end).collect();
    let mut before = None;
    for (start, character) in scan.text.char_indices() {
        let mark = before.replace(character).is_none_or(|before| {
            matches!(before, '，' | '。' | '；' | '：' | '、' | '（' | '！' | '？' | '”' | ' ')
        });
        let body = body_ends.next_if_eq(&start).is_some();
        let unit = weak_ends.binary_search(&start).is_ok();
        let opens = mark
            || body
            || unit
            || scan.token_ending(start).is_some_and(|t| matches!(t.kind, TokenKind::Word(_)))
            || scan.lexicon.ends_with_cue("own-side", scan.before(start)).is_some();
        if !opens {
            continue;
        }
        let token = scan.token_starting(start);
        if token.is_some_and(|token| scan.slice(token.start, token.end).chars().nth(1).is_some()) {
            continue;
        }
        // 某大学|余雅风教授: right behind a body a surname is no measure word.
        let function_word = token.is_some_and(|token| {
            matches!(token.kind, TokenKind::Word(_)) && token.end - token.start <= '和'.len_utf8()
        });
        // 许|文强担任会长: at a mark a surname of three characters in all is no particle.
        let surname = || {
            let full = |end: &usize| scan.slice(start, *end).chars().count() == 3;
            mark && scan.lexicon.has_cue("word-and-surname", character.encode_utf8(&mut [0; 4]))
                && chinese_name(scan, start).is_some_and(|end| full(&end))
        };
        if function_word && !(body && chinese_name(scan, start).is_some()) && !surname() {
            continue;
        }
        let Some(end) = chinese_name(scan, start) else {
            let between = between_body_and_title(scan, start).filter(|_| body);
            spans.extend(between.map(|end| (start, end, "before a title")));
            foreign_before_cue(scan, start, spans);
            continue;
        };
        let cue = cue_after(scan, end, 0).or_else(|| cited_by_year(scan, start, end));
        let plain = mark || body || !unit;
        if let Some(rule) = cue.filter(|rule| plain || *rule == "before a title") {
            spans.insert((start, end, rule));
            more_names(scan, end, spans);
            foreign_before_cue(scan, start, spans);
        } else if posts_follow(scan, start, end) {
            spans.insert((start, end, "before posts"));
        } else {
            foreign_before_cue(scan, start, spans);
        }
    }
}

/// 林 慧教授：某大学校长: a name whose two characters stand apart, before a title at the beginning of a line.
fn spaced(scan: &Scan<'_>) -> Option<(usize, usize, &'static str)> {
    let mut characters = scan.text.char_indices();
    let (surname, gap, given) = (characters.next()?.1, characters.next()?.1, characters.next()?.1);
    let (end, _) = characters.next()?;
    let name = super::scan::is_han(given)
        && matches!(gap, ' ' | '\u{3000}')
        && scan.lexicon.is_surname(surname.encode_utf8(&mut [0; 4]));
    (name && cue_after(scan, end, 1) == Some("before a title")).then_some((
        0,
        end,
        "before a title",
    ))
}

/// 某大学|郝其宏|研究员: where a surname and two characters end that stand between a body and a title, whatever words
/// these are elsewhere.
fn between_body_and_title(scan: &Scan<'_>, start: usize) -> Option<usize> {
    let end = start + scan.after(start).char_indices().nth(3).map(|(at, _)| at)?;
    let name = scan.slice(start, end);
    let named = author::is_whole_name(scan, name) && scan.lexicon.body_ending(name).is_none();
    let title = cue_after(scan, end, 1) == Some("before a title");
    (named && title).then_some(end)
}

/// 张三（某大学教授）, 李四（某大学法学院）: a name before its posts in parentheses.
fn before_parenthesis(scan: &Scan<'_>, spans: &mut BTreeSet<(usize, usize, &'static str)>) {
    for (open, _) in scan.text.match_indices(['（', '(']) {
        let inside = scan.after(open + scan.after(open).chars().next().map_or(0, char::len_utf8));
        let content = inside.split(['）', ')']).next().unwrap_or_default();
        let body = (scan.lexicon.body_endings(content))
            .any(|(from, to, ending)| to == content.len() && from >= 6 && !ending.weak);
        let latin = LATIN_BEFORE
            .find(scan.before(open))
            .filter(|_| scan.lexicon.title_at_end(content).is_some_and(|at| at > 0));
        if let Some(latin) = latin {
            spans.insert((latin.start(), latin.end(), "before posts"));
            continue;
        }
        let posts = content.chars().count() >= 4
            && (body || scan.lexicon.title_at_end(content).is_some_and(|at| at >= 6));
        if !posts {
            continue;
        }
        let name = scan.before(open).char_indices().rev().take(4).find(|&(at, _)| {
            let before = scan.before(at);
            before.is_empty() || before.ends_with(['、', '，', '：', '；', '。', '和', '与', ' '])
        });
        if let Some((start, _)) = name.filter(|(at, _)| chinese_name(scan, *at) == Some(open)) {
            spans.insert((start, open, "before posts"));
        }
    }
}

/// 张三，某大学教授，…: a name that opens its sentence, before posts between commas.
fn posts_follow(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let opens = start == 0
        || scan.before(start).ends_with(['。', '；', '*', '＊', '※'])
        || scan.before(start).trim_end().ends_with(['*', '＊', '※', '：']);
    let Some(rest) = scan.after(end).strip_prefix('，').filter(|_| opens) else { return false };
    let clause = rest.split(['，', '。', '；']).next().unwrap_or_default();
    scan.lexicon.title_at_end(clause).is_some()
}

/// 古特雷斯秘书长: a transcribed name of three characters and more before a title or a verb of
/// saying.
fn foreign_before_cue(
    scan: &Scan<'_>,
    start: usize,
    spans: &mut BTreeSet<(usize, usize, &'static str)>,
) {
    if let Some(end) = foreign_name(scan, start) {
        // Li Xiao bin教授: the last part may be written small.
        let rest = scan.after(end);
        let small = rest.strip_prefix(' ').map_or(0, |part| {
            part.find(|c: char| !c.is_ascii_lowercase()).map_or(0, |length| length + 1)
        });
        for to in [end, end + small] {
            if cue_after(scan, to, 0) == Some("before a title") {
                spans.insert((start, to, "before a title"));
                return;
            }
        }
    }
    let Some(end) = transcribed(scan, start) else { return };
    let long = scan.slice(start, end).chars().count() >= 3;
    if let Some(rule) = cue_after(scan, end, 0).filter(|_| long) {
        spans.insert((start, end, rule));
        more_names(scan, end, spans);
    }
}

/// Tells by what follows that a name stood before: a title, a verb of saying, further names.
fn cue_after(scan: &Scan<'_>, end: usize, depth: u8) -> Option<&'static str> {
    let rest = scan.after(end);
    if scan.token_starting(end).is_some_and(|token| {
        token.kind == TokenKind::Title
            && scan.lexicon.has_cue("title-after-name", scan.slice(token.start, token.end))
    }) {
        return Some("before a title");
    }
    // 张三、李四均表示: an adverb may stand before the verb.
    let adverb = scan.lexicon.starts_with_cue("before-saying", rest);
    let verb = adverb.and_then(|adverb| rest.strip_prefix(adverb)).unwrap_or(rest);
    if scan.lexicon.starts_with_cue("saying", verb).is_some() {
        return Some("before a verb of saying");
    }
    // 张三任秘书长, 李四当选会长, 王五在《某书》中…
    let takes = scan.lexicon.starts_with_cue("takes-post", verb);
    if let Some(post) = takes.and_then(|takes| verb.strip_prefix(takes)) {
        let clause = post.split(['，', '。', '；', '、']).next().unwrap_or_default();
        if scan.lexicon.title_at_end(clause).is_some() && clause.chars().count() <= 24 {
            return Some("before a post");
        }
    }
    if depth == 0 && rest.starts_with("在《") && scan.slice(0, end).chars().count() >= 3 {
        return Some("before a title");
    }
    let separator = ["、", "和"].iter().find(|mark| rest.starts_with(**mark))?;
    if depth > 8 {
        return None;
    }
    let start = end + separator.len();
    let next = any_name(scan, start)?;
    cue_after(scan, next, depth + 1)
}

/// 张三（2019）指出, （张三，2019；李四，2015）, 张三丰（1896~1950）: an author with the year of a work, or a person with
/// the years of a life.
fn cited_by_year(scan: &Scan<'_>, start: usize, end: usize) -> Option<&'static str> {
    let rest = scan.after(end);
    if let Some(year) = YEAR_BEHIND.find(rest) {
        let verb = rest.get(year.end()..).unwrap_or_default();
        let said = scan.lexicon.starts_with_cue("saying", verb).is_some();
        return said.then_some("cited by the year");
    }
    // 康熙帝（1661—1722）在位: of a life, the sentence goes on with a mark or says who it was.
    let whole = scan.slice(start, end).chars().count() >= 3;
    let life = whole && LIFE.is_match(rest);
    let cited =
        whole && scan.before(start).ends_with(['（', '；', '(', ';']) && YEAR_WITHIN.is_match(rest);
    (life || cited).then_some("cited by the year")
}

static YEAR_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^ ?[（(](?:19|20)\d\d[a-z]?(?:[:：，,][^（）()]{1,12})?[）)]")
        .expect("the expression is well-formed")
});

static YEAR_WITHIN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[，,] ?(?:19|20)\d\d[a-z]?[，,；;:：）)]").expect("well-formed")
});

static LIFE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^ ?[（(](?:1[5-9]|20)\d\d ?年? ?[~～－—–-]+ ?(?:1[5-9]|20)\d\d ?年?[）)](?:[，。；、]|是|字|为|$)")
        .expect("the expression is well-formed")
});

/// Gordon McBean（某理事会主席）
static LATIN_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\p{Lu}\p{Ll}[\p{Latin}.'’-]*(?: (?:\p{Lu}[\p{Latin}.'’-]*|de|da|van|von|der|al|bin)){1,3}$")
        .expect("the expression is well-formed")
});
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(?:[-–•·] ?)?(?:\d{1,3}[.、．] ?)?").expect("well-formed"));
static LATIN_NAME: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[\p{Latin}.'’ -]+").expect("the expression is well-formed"));

/// The name that a roster's line begins with, up to the space before the affiliation.
pub(crate) fn roster_name(scan: &Scan<'_>) -> Option<(usize, usize)> {
    let start = NUMBER.find(scan.text).map_or(0, |hit| hit.end());
    let rest = scan.after(start);
    let latin = LATIN_NAME.find(rest).map(|hit| hit.as_str().trim_end());
    let name = match latin {
        Some(name) if name.chars().any(char::is_alphabetic) => name,
        _ => rest.split([' ', '，', '（', '(', '：']).next().unwrap_or_default(),
    };
    let length = name.chars().count();
    // 姓名 单位 职务: the head of the columns.
    let head = scan.lexicon.has_cue("roster-column", name);
    (length >= 2 && name.len() < rest.len() && !head).then_some((start, start + name.len()))
}
