//! Meetings whose names have quotation or title marks: “海洋法治”国际研讨会, 《某书》研讨会.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::bounds::{NUMBER_BEFORE, ORDINAL, begin, pair};
use crate::ontology::terms::class as terms;
use crate::recognise::{
    candidate::Candidate,
    lexicon::{TokenKind, WordKind},
    scan::{Scan, is_han},
};

/// 《某书》研讨会, 《某要求》国家标准发布会: where the title begins that a meeting is named after, with at
/// most a few words of no other name between.
pub(super) fn title_before(scan: &Scan<'_>, start: usize) -> Option<usize> {
    let before = scan.before(start);
    let near = before.char_indices().rev().nth(8).map_or(0, |(at, _)| at);
    let close = near + before.get(near..)?.rfind('》')? + '》'.len_utf8();
    let between = before.get(close..)?;
    let plain = between.chars().all(is_han)
        && between.chars().count() <= 8
        && !scan.tokens_in(close, start).any(|token| {
            scan.class_of(token).is_some()
                || matches!(token.kind, TokenKind::Word(WordKind::Bound | WordKind::Conjunction))
        });
    plain.then(|| before.get(..close)?.rfind('《')).flatten()
}

/// 首届中国—欧盟海洋“蓝色伙伴”论坛: where a name begins that goes on with a quotation.
pub(super) fn before_quotation(scan: &Scan<'_>, open: usize) -> usize {
    let number = NUMBER_BEFORE.find(scan.before(open)).map_or(open, |hit| hit.start());
    let left = scan.left_end(open);
    let (from, _) = begin(scan, left.start, open);
    let stem = scan.slice(from, open);
    let named = ORDINAL.is_match(stem) || pair(scan, stem) && stem.chars().count() <= 6;
    if named && from < number { from } else { number }
}

/// “加强某制度理论研究研讨会”: where the quotation begins that ends with the kind of meeting and is its
/// name as a whole.
pub(super) fn wholly_quoted(scan: &Scan<'_>, start: usize, end: usize) -> Option<usize> {
    if !scan.after(end).starts_with('”') {
        return None;
    }
    let before = scan.before(start);
    let open = before.rfind(['“', '”'])?;
    let inside = before.get(open..)?.strip_prefix('“')?;
    let plain = !inside.contains(['，', '。', '；', '：', '《']);
    ((4..=40).contains(&inside.chars().count()) && plain).then_some(open)
}

/// Returns the opening quotation mark where a quotation stands right before the ending, with at
/// most a word such as 系列 or 线上 between: “…”系列国际研讨会.
pub(super) fn quoted_before(scan: &Scan<'_>, start: usize) -> Option<usize> {
    let before = scan.before(start).trim_end();
    let close = Some(scan.lexicon.strip_cue("event-between", before).trim_end())
        .filter(|rest| rest.ends_with('”'))
        .unwrap_or(before);
    let tail = close.rfind('”').map(|at| close.get(at + '”'.len_utf8()..).unwrap_or_default());
    let name_goes_on = tail.is_some_and(|tail| {
        let from = close.len() - tail.len();
        tail.chars().count() <= 6
            && tail.chars().all(is_han)
            && !scan
                .tokens_in(from, close.len())
                .any(|token| matches!(token.kind, TokenKind::Word(WordKind::Bound)))
    });
    let close = tail.filter(|_| name_goes_on).and_then(|t| close.strip_suffix(t)).unwrap_or(close);
    let content = close.strip_suffix('”')?;
    let open = content.rfind('“')?;
    (content.len() - open > 6).then_some(open)
}

/// Takes quotation and title marks out of a name.
pub(crate) fn unquote(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '“' | '”' | '《' | '》' | '「' | '」' | '‘' | '’'))
        .collect()
}

static THEMED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:主题为|题为|以) ?“([^“”]{2,60})” ?(?:为主?题)?的((?:系列)?(?:国际|学术|线上)*)$")
        .expect("the expression is well-formed")
});

/// 以“…”为主题举办|国际研讨会: the verb stands between the theme and the kind.
static HELD_ON_THEME: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:以|围绕) ?“([^“”]{2,60})” ?(?:为主?题|主题)?(?:举办|举行|召开|主办|组织)了?(?:一[场次个])?((?:国际|学术|线上)*)$")
        .expect("the expression is well-formed")
});

/// 安理会围绕“乌克兰局势”, 某大会以“…”为主题, 计划以“…”为主题: tells whether the theme holds no state, body or person that
/// might act, and the clause before it neither a meeting nor a plan.
fn is_only_meeting(scan: &Scan<'_>, captures: &Captures<'_>) -> bool {
    let (Some(whole), Some(theme)) = (captures.get(0), captures.get(1)) else { return false };
    let acting = [terms::COUNTRY, terms::BODY, terms::PERSON, terms::PLACE];
    let names = scan
        .tokens_in(theme.start(), theme.end())
        .any(|token| scan.class_of(token).is_some_and(|class| scan.is_any(class, &acting)));
    let clause = scan.before(whole.start()).rsplit(['，', '。', '；']).next().unwrap_or_default();
    let from = whole.start() - clause.len();
    let next = scan.events.partition_point(|(_, end, _)| *end <= from);
    let meeting = scan.events.get(next).is_some_and(|(_, end, _)| *end <= whole.start());
    !names && !meeting && !scan.lexicon.holds_cue("unreal", clause)
}

/// 以“…”为主题的国际研讨会 and 主题为“…”的国际研讨会 name a meeting that has no other name.
pub(super) fn themed(scan: &Scan<'_>) -> Vec<Candidate> {
    let Some(class) = scan.ontology.class(terms::EVENT) else { return Vec::new() };
    let mut found = Vec::new();
    if !scan.holds(&["”"]) {
        return found;
    }
    for &(start, end, ending) in &scan.events {
        let before = scan.before(start);
        let of_topic = || scan.lexicon.ends_with_cue("kind-by-topic", &ending.text).is_some();
        let held = || {
            let captures = HELD_ON_THEME.captures(before).filter(|_| of_topic())?;
            is_only_meeting(scan, &captures).then_some((captures, true))
        };
        let themed = THEMED.captures(before).map(|captures| (captures, false)).or_else(held);
        let Some((captures, held)) = themed else { continue };
        let (Some(whole), Some(theme)) = (captures.get(0), captures.get(1)) else { continue };
        let between = captures.get(2).map_or("", |hit| hit.as_str());
        let name = format!("{}{between}{}", theme.as_str(), scan.slice(start, end));
        let from = if held { start - between.len() } else { whole.start() };
        let rule = if held { "meeting held on a theme" } else { "themed event" };
        found.push(Candidate::new(from, end, class, rule).named(name).ranked(3));
    }
    found
}
