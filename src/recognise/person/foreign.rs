//! Transcribed names and names in Latin letters: 尤尔格·劳伯, 古特雷斯, Anna Moe.

use std::{collections::BTreeSet, sync::LazyLock};

use regex::Regex;

use super::chinese::chinese_name;
use crate::ontology::terms::class as terms;
use crate::recognise::{
    lexicon::{Token, TokenKind, WordKind},
    scan::{Scan, is_han},
    sought::Sought,
};

/// 秘书长古特雷斯, 总统侯赛因: a transcribed name of three characters and more, of which a Chinese name
/// would be the beginning.
pub(super) fn longer_transcribed(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let long = transcribed(scan, at)?;
    let short = chinese_name(scan, at)?;
    (long > short && scan.slice(at, long).chars().count() >= 3).then_some(long)
}

pub(crate) static DOTTED: Sought = Sought::new(6, &["·", "•", "・"], || {
    Regex::new(r"[一-鿿]{1,7}(?:[·•・](?:[A-Z]\.?[·•・])?[一-鿿]{1,8})+")
        .expect("the expression is well-formed")
});

pub(crate) static LATIN_IN_PARENTHESIS: Sought = Sought::new(7, &["（", "("], || {
    Regex::new(r"[（(]\p{Lu}[\p{Latin}.'’-]+(?: (?:\p{Lu}[\p{Latin}.'’-]*|de|da|van|von|der|al|bin))+[）)]")
        .expect("the expression is well-formed")
});

/// Transcribed names: with a point between (尤尔格·劳伯), or with the Latin name behind them.
pub(super) fn transliterated(scan: &Scan<'_>, spans: &mut BTreeSet<(usize, usize, &'static str)>) {
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
        let dot_at = dot;
        // 主席|燕妮·…: right behind an office the first part may have any character.
        let window = scan.slice(hit.start(), dot).char_indices().rev().take(4);
        let office = window
            .map(|(at, _)| hit.start() + at)
            .find(|at| scan.token_ending(*at).is_some_and(|token| token.kind == TokenKind::Title));
        if let Some(office) = office {
            // 部长的|罗伯特·…: an attribute.
            let of = scan.after(office).starts_with('的');
            start = if of { office + '的'.len_utf8() } else { office };
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
            // 卡|地|亚: a particle between two sounds, of which the second is no word's beginning.
            let between = end > from
                && character == '地'
                && scan.after(next).starts_with(|c| scan.lexicon.transliterates(c))
                && scan.token_starting(next).is_none();
            if end > from
                && (word || !second && !scan.lexicon.transliterates(character))
                && !between
            {
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
        // 专题·某文: the end of a word before the point.
        let before = scan.before(start).chars().next_back();
        let word = before
            .filter(|_| office.is_none())
            .is_some_and(|c| scan.lexicon.is_common(&format!("{c}{}", scan.slice(start, dot_at))));
        if start < dot && end > from && !word {
            spans.insert((start, end, "transcribed name"));
        }
    }
    before_latin(scan, spans);
}

/// 尤尔格·劳伯（Jürg Lauber）: a transcribed name right before the Latin one.
fn before_latin(scan: &Scan<'_>, spans: &mut BTreeSet<(usize, usize, &'static str)>) {
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
        at = tail.len() - rest.len() + next;
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
pub(super) fn transcribed(scan: &Scan<'_>, start: usize) -> Option<usize> {
    // 中国工程院院|士林忠钦教授: no name begins within a title or a listed name.
    if scan.tokens_touching(start, start + 1).any(|token| {
        token.start < start && matches!(token.kind, TokenKind::Title | TokenKind::Name(_))
    }) {
        return None;
    }
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
        // 多姆比亚-亨利: a hyphen joins two names.
        let joins = matches!(character, '-' | '－')
            && count >= 2
            && scan
                .after(end + character.len_utf8())
                .starts_with(|next| scan.lexicon.transliterates(next));
        if joins {
            end += character.len_utf8();
            continue;
        }
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
pub(super) fn foreign_name(scan: &Scan<'_>, start: usize) -> Option<usize> {
    let text = scan.after(start);
    text.chars().next().filter(|first| !is_han(*first))?;
    FOREIGN.find(text).map(|hit| start + hit.end())
}

/// 院长|Fidesrinur教授: one Latin word between two offices.
pub(super) fn single_foreign(scan: &Scan<'_>, start: usize) -> Option<usize> {
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
