//! Persons by context: after a title, before one, before a verb of saying, in authors' lists.

use std::{collections::BTreeSet, sync::LazyLock};

use regex::Regex;

use super::{
    author,
    candidate::Candidate,
    lexicon::{Token, TokenKind, WordKind},
    scan::{Scan, is_han},
    sought::Sought,
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
        behind_bodies(scan, &mut spans);
        behind_people(scan, &mut spans);
        before_parenthesis(scan, &mut spans);
        transliterated(scan, &mut spans);
        author::authors(scan, &mut spans);
        author::byline(scan, &mut spans);
        author::translated(scan, &mut spans);
        author::biographies(scan, &mut spans);
        if kind == BlockKind::Title {
            author::line_of_authors(scan, &mut spans);
        }
    }
    spans
        .into_iter()
        .map(|(start, end, rule)| {
            let rank = match rule {
                "roster" | "author" => 5,
                "byline" => 3,
                _ => 2,
            };
            Candidate::new(start, end, class, rule).ranked(rank)
        })
        .collect()
}

/// Returns the byte after a Chinese name that begins here: a surname and one or two characters.
///
/// The second given character belongs to the name unless a word begins with it that names never
/// hold (梁琪|出席) or the name ends there.
pub(crate) fn chinese_name(scan: &Scan<'_>, start: usize) -> Option<usize> {
    let text = scan.after(start);
    let characters: Vec<(usize, char)> = text.char_indices().take(5).collect();
    let end_of = |count: usize| {
        characters
            .get(count)
            .map_or_else(|| (characters.len() == count).then_some(text.len()), |(at, _)| Some(*at))
    };
    let compound = end_of(2).is_some_and(|end| {
        text.get(..end).is_some_and(|two| two.chars().count() == 2 && scan.lexicon.is_surname(two))
    });
    let single =
        end_of(1).and_then(|end| text.get(..end)).is_some_and(|one| scan.lexicon.is_surname(one));
    let function_word = end_of(1)
        .and_then(|end| text.get(..end))
        .is_some_and(|one| scan.lexicon.has_cue("never-surname", one));
    let surname = if compound {
        2
    } else if single && !function_word {
        1
    } else {
        return None;
    };
    let given = |index: usize| {
        characters.get(index).is_some_and(|&(_, c)| {
            // 陈中和等人: nothing is joined where the list ends.
            let joins = |next: &(usize, char)| !matches!(next.1, '等' | '、' | '，' | '。' | '（');
            is_han(c)
                && (!scan.lexicon.has_cue("never-given", &c.to_string())
                    || matches!(c, '和' | '与' | '及' | '为')
                        && index > surname
                        && characters.get(index + 1).is_some_and(|next| !joins(next)))
        })
    };
    // 倪向东, 程以宁: characters that are words elsewhere make up a given name together.
    let pair = end_of(surname).zip(end_of(surname + 2)).and_then(|(from, to)| text.get(from..to));
    if let Some(end) = end_of(surname + 2)
        && pair.is_some_and(|pair| scan.lexicon.has_cue("given-name", pair))
    {
        return Some(start + end);
    }
    if !given(surname) {
        return None;
    }
    let short = end_of(surname + 1)?;
    let mut end = short;
    if given(surname + 1)
        && !attends(scan, start + short)
        && !plural_adverb(scan, start, start + short)
        && (!word_begins(scan, start + short) || verb_behind(scan, start, end_of(surname + 2)))
    {
        end = end_of(surname + 2)?;
    }
    let name = text.get(..end)?;
    // 高校|应当, 中东|先后: a word and the beginning of another are no name.
    let second = start + characters.get(1).map_or(0, |(at, _)| *at);
    let verb = scan.token_starting(start).is_some_and(|token| {
        matches!(token.kind, TokenKind::Word(WordKind::Bound | WordKind::Verb))
            && token.end >= start + short
    });
    let words = verb
        || end > short
            && (scan.lexicon.is_common(text.get(..short)?)
                && scan.token_starting(start + short).is_some()
                || scan.token_starting(second).is_some_and(|token| {
                    token.kind == TokenKind::Word(WordKind::Bound) && token.end == start + end
                }));
    let common = words
        || scan.lexicon.document_class(name).is_some()
        || scan.lexicon.is_title(name)
        || scan.lexicon.is_common(name)
        || text.get(..short).is_some_and(|two| scan.lexicon.is_common(two) && end == short);
    let listed = scan.tokens_touching(start, start + end).any(|token| {
        let name_token = matches!(token.kind, TokenKind::Name(_) | TokenKind::Title);
        // 原|国务院: a listed name of three characters and more begins within and goes on.
        let goes_on = matches!(token.kind, TokenKind::Name(_))
            && token.end > start + end
            && scan.slice(token.start, token.end).chars().count() >= 3;
        // 全|中国: a state behind the surname is no given name.
        let state = token.start > start
            && scan.class_of(token).is_some_and(|class| {
                scan.is(class, terms::COUNTRY) || scan.is(class, terms::PLACE)
            });
        // 余|青教授: a surname and an office are no name.
        let office =
            token.kind == TokenKind::Title && token.start > start && token.end == start + end;
        name_token && (token.start <= start && token.end > start || goes_on || state || office)
            || token.start < start && token.end > start
    });
    // 商学院|教授: a surname and the end of a body's name.
    let body = scan.lexicon.body_endings(name).any(|(_, to, ending)| {
        to == name.len() && !ending.weak && ending.text.chars().count() >= 2
    });
    (!common && !listed && !body).then_some(start + end)
}

/// 丁杰出席: tells whether a verb of attending begins here, though its first character makes a word
/// with the one before.
fn attends(scan: &Scan<'_>, at: usize) -> bool {
    let verb = scan.lexicon.starts_with_cue("attends", scan.after(at));
    verb.is_some_and(|verb| verb.chars().count() >= 2)
}

/// 张三、李四均表示: tells whether an adverb of all that the list names stands here, before a verb.
fn plural_adverb(scan: &Scan<'_>, start: usize, at: usize) -> bool {
    let rest = scan.after(at);
    let verb = rest.strip_prefix(['均', '皆', '都', '俱']);
    scan.before(start).ends_with(['、', '和', '与', '及'])
        && verb.is_some_and(|verb| {
            ["saying", "attends"]
                .iter()
                .any(|group| scan.lexicon.starts_with_cue(group, verb).is_some())
        })
}

/// 张文显出席: tells whether a verb of attending or saying begins where a name of full length ends,
/// though its last character makes a word with the verb's first one.
fn verb_behind(scan: &Scan<'_>, start: usize, length: Option<usize>) -> bool {
    let Some(at) = length.map(|length| start + length) else { return false };
    let crosses = scan.tokens_touching(at, at + 1).any(|token| token.start < at && token.end > at);
    let rest = scan.after(at);
    crosses
        && ["attends", "saying"].iter().any(|group| {
            let verb = scan.lexicon.starts_with_cue(group, rest);
            verb.is_some_and(|verb| verb.chars().count() >= 2)
        })
}

/// Tells whether a word begins here that is no given name's character: a verb, title, or noun of
/// two characters and more.
fn word_begins(scan: &Scan<'_>, at: usize) -> bool {
    scan.token_starting(at)
        .is_some_and(|token| scan.slice(token.start, token.end).chars().count() >= 2)
}

/// 会长高之国, 主席尤尔格·劳伯: a name right behind a title.
fn after_title(scan: &Scan<'_>, spans: &mut BTreeSet<(usize, usize, &'static str)>) {
    for &end in &scan.title_ends {
        if scan.after(end).starts_with('级') {
            continue;
        }
        let mut at = end;
        if scan.after(at).starts_with(' ') {
            at += 1;
        }
        if let Some(end) = foreign_name(scan, at).or_else(|| single_foreign(scan, at)) {
            spans.insert((at, end, "after a title"));
        } else if let Some(end) = longer_transcribed(scan, at) {
            spans.insert((at, end, "after a title"));
        } else if let Some(end) = chinese_name(scan, at) {
            spans.insert((at, end, "after a title"));
            more_names(scan, end, spans);
        } else if let Some(end) = transcribed(scan, at) {
            spans.insert((at, end, "after a title"));
        }
    }
}

/// 秘书长古特雷斯, 总统侯赛因: a transcribed name of three characters and more, of which a Chinese name
/// would be the beginning.
fn longer_transcribed(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let long = transcribed(scan, at)?;
    let short = chinese_name(scan, at)?;
    (long > short && scan.slice(at, long).chars().count() >= 3).then_some(long)
}

/// The end of a Chinese or transcribed name that begins here.
fn any_name(scan: &Scan<'_>, at: usize) -> Option<usize> {
    longer_transcribed(scan, at)
        .or_else(|| chinese_name(scan, at))
        .or_else(|| transcribed(scan, at))
}

/// 校领导张三、李四、王五: two names or more in a list, behind a word for people.
fn behind_people(scan: &Scan<'_>, spans: &mut BTreeSet<(usize, usize, &'static str)>) {
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

/// Goes on over 、 and 和 to further names: 教授张三、李四.
fn more_names(scan: &Scan<'_>, from: usize, spans: &mut BTreeSet<(usize, usize, &'static str)>) {
    let mut at = from;
    loop {
        let rest = scan.after(at);
        let Some(separator) = ["、", "和", "与"].iter().find(|mark| rest.starts_with(**mark))
        else {
            return;
        };
        let start = at + separator.len();
        let known = scan.token_starting(start).is_some();
        let Some(end) = any_name(scan, start).filter(|_| !known) else { return };
        spans.insert((start, end, "in a list of names"));
        at = end;
    }
}

/// A name before a title or a verb of saying, from the beginning of a clause: 张三教授, 李四认为.
fn before_cue(scan: &Scan<'_>, spans: &mut BTreeSet<(usize, usize, &'static str)>) {
    let mut body_ends =
        scan.bodies.iter().filter(|(_, _, ending)| !ending.weak).map(|(_, end, _)| *end).peekable();
    let mut before = None;
    for (start, character) in scan.text.char_indices() {
        let mark = before.replace(character).is_none_or(|before| {
            matches!(before, '，' | '。' | '；' | '：' | '、' | '（' | '！' | '？' | '”' | ' ')
        });
        let body = body_ends.next_if_eq(&start).is_some();
        let opens = mark
            || body
            || scan.token_ending(start).is_some_and(|t| matches!(t.kind, TokenKind::Word(_)));
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
        if function_word && !(body && chinese_name(scan, start).is_some()) {
            continue;
        }
        let Some(end) = chinese_name(scan, start) else {
            foreign_before_cue(scan, start, spans);
            continue;
        };
        if let Some(rule) = cue_after(scan, end, 0) {
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

/// 甲大学张三、乙学院李四、丙社科院王五: names right behind bodies, where three such pairs make a list.
fn behind_bodies(scan: &Scan<'_>, spans: &mut BTreeSet<(usize, usize, &'static str)>) {
    let strong = scan.bodies.iter().filter(|(_, _, ending)| !ending.weak);
    let mut list: Vec<(usize, usize)> = Vec::new();
    for start in strong.map(|(_, end, _)| *end).chain([scan.text.len()]) {
        let name = chinese_name(scan, start).filter(|end| {
            let rest = scan.after(*end);
            let on = scan.lexicon.starts_with_cue("on-topics", rest).is_some();
            on || rest.starts_with(['、', '和', '与', '及', '等', '，'])
        });
        let joined = |&(_, end): &(usize, usize)| {
            let between = scan.slice(end, start);
            between.starts_with(['、', '和', '与', '及'])
                && between.chars().count() <= 24
                && !between.contains(['，', '。'])
        };
        if list.last().is_some_and(|last| !joined(last)) {
            if list.len() >= 3 {
                spans.extend(list.iter().map(|&(from, to)| (from, to, "in a list with bodies")));
            }
            list.clear();
        }
        list.extend(name.map(|end| (start, end)));
    }
}

/// 张三（某大学教授）, 李四（某大学法学院）: a name before its posts in parentheses.
fn before_parenthesis(scan: &Scan<'_>, spans: &mut BTreeSet<(usize, usize, &'static str)>) {
    for (open, _) in scan.text.match_indices(['（', '(']) {
        let inside = scan.after(open + scan.after(open).chars().next().map_or(0, char::len_utf8));
        let content = inside.split(['）', ')']).next().unwrap_or_default();
        let body = (scan.lexicon.body_endings(content))
            .any(|(from, to, ending)| to == content.len() && from >= 6 && !ending.weak);
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

pub(super) static DOTTED: Sought = Sought::new(6, &["·", "•", "・"], || {
    Regex::new(r"[一-鿿]{1,7}(?:[·•・][一-鿿]{1,8})+").expect("the expression is well-formed")
});
pub(super) static LATIN_IN_PARENTHESIS: Sought = Sought::new(7, &["（", "("], || {
    Regex::new(r"[（(]\p{Lu}[\p{Latin}.'’-]+(?: (?:\p{Lu}[\p{Latin}.'’-]*|de|da|van|von|der|al|bin))+[）)]")
        .expect("the expression is well-formed")
});

/// Transcribed names: with a point between (尤尔格·劳伯), or with the Latin name behind them.
fn transliterated(scan: &Scan<'_>, spans: &mut BTreeSet<(usize, usize, &'static str)>) {
    for hit in DOTTED.matches(scan) {
        let dot = hit.as_str().find(['·', '•', '・']).map_or(hit.end(), |at| hit.start() + at);
        // What the lists know needs no looking for its ends.
        let listed =
            |token: &Token| scan.class_of(token).is_some_and(|c| scan.is(c, terms::PERSON));
        if scan.tokens_touching(dot, dot + 1).any(listed) {
            continue;
        }
        // 河流论坛·中国专场: a meeting or a body, and what of it is meant.
        if scan.bodies.iter().chain(&scan.events).any(|(_, end, _)| *end == dot) {
            continue;
        }
        let mut start = dot;
        // 主席|燕妮·…: right behind an office the first part may have any character.
        let window = scan.slice(hit.start(), dot).char_indices().rev().take(4);
        let office = window
            .map(|(at, _)| hit.start() + at)
            .find(|at| scan.token_ending(*at).is_some_and(|token| token.kind == TokenKind::Title));
        if let Some(office) = office {
            start = office;
        }
        for character in
            scan.slice(hit.start(), start).chars().rev().take_while(|_| office.is_none())
        {
            // A single character that is a word elsewhere (约, 比) may transcribe a sound here.
            let bound = scan.token_ending(start).is_some_and(|token| {
                token.end > hit.start()
                    && token.end > token.start + character.len_utf8()
                    && !matches!(token.kind, TokenKind::Word(WordKind::Inner))
                    && !place_within(scan, token, dot)
            });
            if bound || !scan.lexicon.transliterates(character) && start < dot {
                break;
            }
            start -= character.len_utf8();
        }
        let tail = scan.slice(dot, hit.end());
        let tail = tail.get(middle_parts(tail)..).unwrap_or(tail);
        let dot = hit.end() - tail.len();
        // 约瑟夫·奈反驳了马丁·雅克 are two: between two points there are sounds only.
        let sounds = tail
            .char_indices()
            .find(|(_, c)| !matches!(c, '·' | '•' | '・') && !scan.lexicon.transliterates(*c))
            .map_or(tail.len(), |(at, _)| at);
        let part = tail.get(..sounds).unwrap_or(tail);
        let last = part.char_indices().rfind(|(_, c)| matches!(c, '·' | '•' | '・'));
        let from = dot + last.map_or(0, |(at, dot)| at + dot.len_utf8());
        let mut end = from;
        for character in scan.slice(from, hit.end()).chars() {
            // 鲁托|于4月: a word of one character ends a name unless a sound follows it.
            let next = end + character.len_utf8();
            let word = scan.bound_at(end)
                && scan.token_starting(end).is_some_and(|t| {
                    let sound = scan.after(next).chars().next();
                    let function = scan.lexicon.has_cue("never-given", &character.to_string());
                    t.end > next
                        || function && !sound.is_some_and(|c| scan.lexicon.transliterates(c))
                });
            // 弗朗西斯·高|锐: one character alone is hardly a part of a name.
            let second = end > from
                && scan.slice(from, end).chars().count() == 1
                && scan.tokens_touching(end, next).next().is_none();
            if end > from && (word || !second && !scan.lexicon.transliterates(character)) {
                break;
            }
            end += character.len_utf8();
        }
        // 约翰逊-伊丹: a name of two joined.
        let joined = scan.after(end).strip_prefix('-').unwrap_or_default();
        let sounds: usize = joined
            .chars()
            .take_while(|c| scan.lexicon.transliterates(*c))
            .map(char::len_utf8)
            .sum();
        if sounds > '约'.len_utf8() {
            end += '-'.len_utf8() + sounds;
        }
        if start < dot && end > from {
            spans.insert((start, end, "transcribed name"));
        }
    }
    for hit in LATIN_IN_PARENTHESIS.matches(scan) {
        let mut start = hit.start();
        for character in scan.before(hit.start()).chars().rev().take(10) {
            let bound = scan
                .token_ending(start)
                .is_some_and(|token| !matches!(token.kind, TokenKind::Word(WordKind::Inner)));
            if bound || !scan.lexicon.transliterates(character) && character != '·' {
                break;
            }
            start -= character.len_utf8();
        }
        if scan.slice(start, hit.start()).chars().count() >= 3 {
            spans.insert((start, hit.start(), "transcribed name"));
        }
    }
}

/// 马修·大卫·约翰逊: returns the length of the parts between two points, each of at most four characters,
/// which may have any.
fn middle_parts(tail: &str) -> usize {
    let mut at = 0;
    while let Some(rest) = tail.get(at..).and_then(|rest| rest.strip_prefix(['·', '•', '・'])) {
        let Some(next) = rest.find(['·', '•', '・']) else { break };
        if rest.get(..next).is_none_or(|part| !(1..=4).contains(&part.chars().count())) {
            break;
        }
        at += '·'.len_utf8() + next;
    }
    at
}

/// 戴|尼斯·…, 马里|斯·…: tells whether a place of sounds alone stands within a transcribed name.
fn place_within(scan: &Scan<'_>, token: &Token, dot: usize) -> bool {
    let place = scan
        .class_of(token)
        .is_some_and(|class| scan.is(class, terms::COUNTRY) || scan.is(class, terms::PLACE));
    let sounds = |text: &str| text.chars().all(|c| scan.lexicon.transliterates(c));
    let before = scan.before(token.start);
    let goes_on = token.end < dot
        || before.chars().next_back().is_some_and(|c| {
            scan.lexicon.transliterates(c)
                && !scan.token_ending(token.start).is_some_and(|t| t.kind == TokenKind::Title)
        });
    place && goes_on && sounds(scan.slice(token.start, token.end))
}

/// A transcribed name without a point, behind a title and before a verb: 代表帕多提出.
fn transcribed(scan: &Scan<'_>, start: usize) -> Option<usize> {
    let mut end = start;
    let mut count = 0;
    for character in scan.after(start).chars() {
        let word = scan
            .token_starting(end)
            .is_some_and(|token| scan.bound_at(end) && token.end > end + character.len_utf8());
        // 拉夫罗夫于2011年: a preposition before a date.
        let dated = character == '于'
            && scan
                .after(end + '于'.len_utf8())
                .trim_start()
                .starts_with(|c: char| c.is_ascii_digit());
        if !scan.lexicon.transliterates(character) || word || dated {
            break;
        }
        end += character.len_utf8();
        count += 1;
    }
    let listed = scan.token_starting(start).is_some_and(|token| token.end >= end);
    let verb = scan.bound_at(end)
        || scan.after(end).starts_with(['，', '、', '（', '。'])
        || scan.lexicon.starts_with_cue("author-before", scan.after(end)).is_some();
    let word = scan.lexicon.is_common(scan.slice(start, end));
    let word_follows = count >= 3 && scan.token_starting(end).is_some();
    ((2..=8).contains(&count) && (verb || word_follows) && !listed && !word).then_some(end)
}

static FOREIGN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^\p{Lu}[\p{Latin}.'’-]*(?: (?:\p{Lu}[\p{Latin}.'’-]*|de|da|van|von|der|al|bin|dos))+",
    )
    .expect("the expression is well-formed")
});

/// A Latin name of at least two words.
fn foreign_name(scan: &Scan<'_>, start: usize) -> Option<usize> {
    FOREIGN.find(scan.after(start)).map(|hit| start + hit.end())
}

/// 院长|Fidesrinur教授: one Latin word between two offices.
fn single_foreign(scan: &Scan<'_>, start: usize) -> Option<usize> {
    let rest = scan.after(start);
    let length = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
    let name = rest.get(..length)?;
    let proper = name.len() >= 4
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.get(1..)?.bytes().all(|b| b.is_ascii_lowercase());
    let title = ["教授", "博士", "先生", "女士", "院士"]
        .iter()
        .any(|title| scan.after(start + length).starts_with(title));
    (proper && title).then_some(start + length)
}

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
        _ => rest.split([' ', '，', '（', '：']).next().unwrap_or_default(),
    };
    let length = name.chars().count();
    // 姓名 单位 职务: the head of the columns.
    let head = scan.lexicon.has_cue("roster-column", name);
    (length >= 2 && name.len() < rest.len() && !head).then_some((start, start + name.len()))
}
