//! What a clause of holding says to take place: 某论坛在某地|举行, 在某地举行|某会议.

use std::sync::LazyLock;

use regex::Regex;

use super::bounds::{ORDINAL, WIRE_END, anchors, is_topic};
use crate::{
    ontology::terms::class as terms,
    recognise::{
        lexicon::Ending,
        scan::{Scan, is_han},
        without_parentheses,
    },
};

/// 第八届“甲”园区建设峰会首次专题论坛在…举行, 某自治区推进高质量发展重大项目签约仪式在…举行: where the
/// subject of a clause of holding begins, farther left than the words of a name reach: with an
/// ordinal, a quotation, a year, a place or a body.
pub(super) fn subject_of_holding(
    scan: &Scan<'_>,
    from: usize,
    start: usize,
    (end, ending): (usize, &Ending),
) -> Option<usize> {
    if !takes_place(scan, end) {
        return None;
    }
    let mut first = clause_start(scan, start);
    // 5月6日下午 is no part of the name.
    let when = WHEN.find(scan.slice(first, start)).map_or("", |when| when.as_str());
    // 2024年海洋倡议合作论坛在某地举行: a year alone is.
    let topic = scan.slice(first + when.len(), start);
    let plain = ending.weak || scan.lexicon.has_cue("plain-kind", &ending.text);
    let of_year = when.ends_with('年')
        && !plain
        && topic.chars().filter(|c| is_han(*c)).count() >= 4
        && (!scan.lexicon.is_generic(topic) || is_topic(scan, topic, &ending.text));
    first += if of_year { 0 } else { when.len() };
    // 某社某地5月27日电|第九次某会议: the wire is none of the name.
    first += WIRE_END.find_iter(scan.slice(first, start)).last().map_or(0, |wire| wire.end());
    let stem = scan.slice(first, start);
    let token = scan.token_starting(first);
    let opens = token.is_some_and(|token| anchors(scan, token));
    // 上海合作|组织|某会议: a verb may be a part of a name.
    let name = token.filter(|_| opens).map_or("", |token| scan.slice(first, token.end.min(start)));
    let ordinal = ORDINAL.find(stem).is_some_and(|hit| hit.start() == 0);
    // 公共管理的转型·江州论坛: the theme and the name.
    let themed = stem.split_once('·').is_some_and(|(theme, name)| {
        theme.chars().count() >= 4 && name.chars().count() >= 2 && !plain
    });
    let numbered = ordinal || stem.starts_with('“') || of_year || themed;
    let stem = &*without_parentheses(stem);
    // 日本反对海洋大会于6月1日举行: what the subject thinks of the meeting.
    let attitude = scan
        .token_starting(first)
        .and_then(|token| scan.lexicon.starts_with_cue("unreal", scan.slice(token.end, start)))
        .is_some_and(|verb| verb.chars().count() >= 2);
    let loose = attitude
        || attended(scan, stem)
        || scan.lexicon.holds_cue("holding", stem.strip_prefix(name).unwrap_or(stem))
        || stem.contains(['、', '由', '是', '了', '在', '将', '暨'])
        || stem.matches('“').count() != stem.matches('”').count()
        || !numbered && stem.contains('的');
    let fits = (4..=40).contains(&stem.chars().count());
    (first < from && (opens || numbered) && !loose && fits).then_some(first)
}

/// Tells whether a verb of holding follows that says of what ends at a byte that it takes place.
pub(super) fn takes_place(scan: &Scan<'_>, end: usize) -> bool {
    let after = scan.after(end);
    HELD.is_match(after) || after.starts_with('由') && HELD_BY.is_match(after)
}

/// Where the clause begins that goes on to a place, behind when it is (5月6日下午) and a wire.
pub(super) fn behind_time(scan: &Scan<'_>, to: usize) -> usize {
    let first = clause_start(scan, to);
    let wire = WIRE_END.find_iter(scan.slice(first, to)).last().map_or(0, |wire| wire.end());
    let first = first + wire;
    first + WHEN.find(scan.slice(first, to)).map_or(0, |when| when.end())
}

/// Where the clause begins that goes on to a place; what defines a name (以下简称“甲”), or is its short form, does not
/// end it.
fn clause_start(scan: &Scan<'_>, to: usize) -> usize {
    let mut look = to;
    let marks = ['，', '。', '；', '：', '！', '？', ')', '）'];
    loop {
        let before = scan.before(look);
        let near = before.char_indices().rev().nth(LONGEST_CLAUSE).map_or(0, |(at, _)| at);
        let mark = before.get(near..).and_then(|near| near.rfind(marks)).map(|at| near + at);
        // What opens farther left is no name.
        let Some(at) = mark else { return if near > 0 { to } else { 0 } };
        let from = at + scan.after(at).chars().next().map_or(1, char::len_utf8);
        let closes = scan.after(at).starts_with([')', '）']);
        match scan.short_parenthesis(from).filter(|_| closes) {
            Some(open) => look = open,
            None => return from,
        }
    }
}

/// The most characters of a clause before the kind of the meeting that it names.
const LONGEST_CLAUSE: usize = 80;

/// 在某地举行|信息社会世界峰会成果审查高级别会议，: where the object of a verb of holding begins, farther left than the
/// words of a name reach, where a meeting or a body that the lists know opens it and a mark ends it.
pub(super) fn object_of_holding(
    scan: &Scan<'_>,
    start: usize,
    (end, ending): (usize, &Ending),
) -> Option<usize> {
    let free =
        scan.after(end).chars().next().is_none_or(|c| {
            !is_han(c) && c != '”' || matches!(c, '的' | '和' | '与' | '上' | '成')
        });
    if !free || ending.weak {
        return None;
    }
    let before = scan.before(start);
    let reach = before.char_indices().rev().nth(LONGEST_OBJECT).map_or(0, |(at, _)| at);
    let window = before.get(reach..)?;
    let holds = scan.lexicon.cue_places("holding", window);
    // 上海合作|组织: the verb may be a part of a name.
    let free = |(at, verb): &(usize, &str)| {
        let (from, to) = (reach + at, reach + at + verb.len());
        scan.tokens_touching(from, to)
            .all(|token| scan.class_of(token).is_none() || token.start >= from)
    };
    let (at, verb) = holds.into_iter().filter(free).max_by_key(|(at, _)| *at)?;
    let from = reach + at + verb.len();
    // 在某地举行的|某组织首脑理事会会议|成果: what has been held, with what came of it.
    let attribute = scan.after(from).starts_with('的');
    if !attribute && scan.after(end).starts_with(is_han) {
        return None;
    }
    let from = from
        + scan
            .after(from)
            .chars()
            .next()
            .filter(|c| matches!(c, '了' | '的'))
            .map_or(0, char::len_utf8);
    let opens = scan.token_starting(from).filter(|token| token.end < start)?;
    let class = scan.class_of(opens)?;
    let named = scan.is(class, terms::EVENT) || scan.is(class, terms::INTERNATIONAL_ORGANISATION);
    let stem = &*without_parentheses(scan.slice(from, start));
    let plain = stem.chars().all(is_han) && !attended(scan, stem);
    (named && plain && !stem.contains(['的', '和', '与', '在', '并'])).then_some(from)
}

/// The most characters of the object of a verb of holding before its kind.
const LONGEST_OBJECT: usize = 24;

static HELD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:开幕式|闭幕式)?(?:即?将)?(?:于?(?:[0-9]{1,2} ?月)?[0-9]{1,2} ?日(?:至[0-9]{1,2} ?日)?(?:上午|下午)?|[今昨][天日](?:上午|下午)?|日前|近日)?(?:于[^，。；]{1,12})?(?:以视频方式)?(?:在[^，。；]{1,20}?)?(?:隆重|成功|正式|顺利|如期|圆满)*(?:举行|召开|举办|[开闭]幕(?:[^式]|$)|落幕|启幕|拉开帷幕|拉开序幕)")
        .expect("well-formed")
});

/// 某研讨会|由某校举办
static HELD_BY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^由[^，。；]{2,40}?(?:主办|承办|举办|召开|举行|合办)(?:$|[^的])")
        .expect("well-formed")
});

static WHEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:[近今]日|日前|[0-9]{1,4} ?年)?(?:[0-9]{1,2} ?月)?(?:[0-9]{1,2} ?日)?(?:上午|下午|晚|晚上|至[0-9]{1,2} ?日)?")
        .expect("well-formed")
});

/// 某省领导出席|第十九届某年会: tells whether these words say who attends, and so are none of a name.
pub(super) fn attended(scan: &Scan<'_>, words: &str) -> bool {
    scan.lexicon.holds_cue("attends", words)
}
