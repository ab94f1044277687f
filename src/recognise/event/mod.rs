//! Events by the kind of meeting that their names end with: 第二十三次中国—东盟领导人会议.

use std::{cell::LazyCell, sync::LazyLock};

use regex::Regex;

mod bounds;
mod holding;
mod quoted;
mod topic;

pub(crate) use bounds::pair;
pub(crate) use quoted::unquote;

use bounds::{
    NUMBER_BEFORE, ORDINAL, begin, dated, defined_behind, has_name, is_topic, of_the_state,
    year_before,
};
use holding::{object_of_holding, subject_of_holding};
use quoted::{before_quotation, quoted_before, themed, title_before, wholly_quoted};
use topic::named_by_topic;

use super::{
    candidate::Candidate,
    lexicon::{Ending, TokenKind},
    scan::{Scan, is_han},
};
use crate::ontology::{ClassId, terms::class as terms};

/// Finds events by their endings.
pub(crate) fn events(scan: &Scan<'_>) -> Vec<Candidate> {
    let Some(class) = scan.ontology.class(terms::EVENT) else { return Vec::new() };
    let mut found = themed(scan);
    found.extend(of_assemblies(scan, class));
    for token in &scan.tokens {
        let event = scan.class_of(token).is_some_and(|class| scan.is(class, terms::EVENT));
        let goes_on =
            || scan.lexicon.starts_with_cue("event-body", scan.after(token.end)).is_some();
        if event && !goes_on() {
            let (from, _) = begin(scan, token.start, token.start);
            let from = from.min(year_before(scan, token.start).unwrap_or(from));
            if from < token.start {
                let name = unquote(scan.slice(from, token.end));
                found.push(
                    Candidate::new(from, token.end, class, "listed event with an ordinal")
                        .named(name)
                        .ranked(if scan.after(token.start).starts_with('“') { 3 } else { 1 }),
                );
            }
        }
    }
    by_ending(scan, class, &mut found);
    doubled(scan, class, &mut found);
    found
}

/// 首届甲论坛暨第十届乙论坛, 首届甲论坛暨乙论坛·丙对话会: one meeting under two names.
fn doubled(scan: &Scan<'_>, class: ClassId, found: &mut Vec<Candidate>) {
    for (at, mark) in scan.text.match_indices('暨') {
        let Some(start) = found.iter().filter(|c| c.end == at).map(|c| c.start).min() else {
            continue;
        };
        let from = at + mark.len();
        let window = scan.after(from);
        let reach = window.char_indices().nth(30).map_or(window.len(), |(to, _)| to);
        let behind = window.get(..reach).unwrap_or_default();
        // 暨“甲”联盟会员大会: the second name may begin with a quotation.
        let quoted = behind.starts_with('“').then(|| behind.find('”')).flatten().unwrap_or(0);
        let stop = behind.get(quoted..).and_then(|rest| {
            rest.char_indices()
                .find(|(at, c)| {
                    matches!(c, '，' | '。' | '；' | '、' | '”') && (*at > 0 || quoted == 0)
                })
                .map(|(at, _)| quoted + at)
        });
        let behind = behind.get(..stop.unwrap_or(behind.len())).unwrap_or_default();
        let first = scan.events.partition_point(|(_, end, _)| *end <= from);
        let endings = scan.events.iter().skip(first);
        let mut endings = endings.take_while(|(_, end, _)| *end <= from + behind.len());
        let Some(mut end) = endings.next().map(|(_, end, _)| *end) else { continue };
        // An ending may go on, 对话会 behind 对话, and the second name behind a point.
        for (start, next, _) in endings {
            if *start >= end && !scan.after(end).starts_with('·') {
                break;
            }
            end = *next;
        }
        let name = unquote(scan.slice(start, end));
        found.push(Candidate::new(start, end, class, DOUBLED).named(name).ranked(3));
    }
}

/// The rule of a meeting under two names.
pub(crate) const DOUBLED: &str = "meeting of two names";

/// Finds events by the kind of meeting that their names end with.
fn by_ending(scan: &Scan<'_>, class: ClassId, found: &mut Vec<Candidate>) {
    for &(start, end, ending) in &scan.events {
        let held = || object_of_holding(scan, start, (end, ending)).is_some();
        if cut_short(scan, start, end) && !(scan.after(end).starts_with("成果") && held()) {
            continue;
        }
        // 某研讨会|会议综述: the report is on the meeting before.
        if scan.lexicon.starts_with_cue("report-of-meeting", scan.after(end)).is_some()
            && scan
                .events
                .get(scan.events.partition_point(|(_, to, _)| *to < start))
                .is_some_and(|(_, to, _)| *to == start)
        {
            continue;
        }
        if let Some(event) = by_marks(scan, class, (start, end), ending) {
            found.push(event);
            continue;
        }
        // 某组织元首理事会|会议: the ending begins within a body that the lists know.
        let within = scan.tokens_touching(start, start + 1).find(|token| {
            token.start < start
                && scan.slice(token.end, end).chars().count() >= 2
                && scan.class_of(token).is_some_and(|class| scan.is(class, terms::BODY))
        });
        if let Some(body) = within {
            found.push(Candidate::new(body.start, end, class, "event ending").ranked(2));
            continue;
        }
        // 部长会议, 院长会议: the office belongs to the kind of meeting.
        let office = scan.token_ending(start).filter(|token| token.kind == TokenKind::Title);
        let mut left = scan.left_end(office.map_or(start, |office| office.start));
        // 第六次某局|局长|政策对话会议: the offices that meet.
        if let Some(title) = scan.token_ending(left.start)
            && title.kind == TokenKind::Title
            && scan.lexicon.has_cue("meeting-office", scan.slice(title.start, title.end))
        {
            left = scan.left_end(title.start);
        }
        let (from, named) = begin(scan, left.start, start);
        if let Some(from) = subject_of_holding(scan, from.min(start), start, (end, ending)) {
            let name = unquote(&super::without_parentheses(scan.slice(from, end)));
            let rank = if scan.slice(from, start).contains('“') { 3 } else { 1 };
            found.push(Candidate::new(from, end, class, SUBJECT).named(name).ranked(rank));
            continue;
        }
        if let Some(object) = object_of_holding(scan, start, (end, ending)).filter(|at| *at < from)
        {
            let name = unquote(&super::without_parentheses(scan.slice(object, end)));
            found.push(Candidate::new(object, end, class, SUBJECT).named(name).ranked(2));
            continue;
        }
        if let Some(from) = of_the_state(scan, start, ending).filter(|at| *at < from) {
            found.push(Candidate::new(from, end, class, "meeting of the state"));
            continue;
        }
        let by_topic = || {
            let topic = named_by_topic(scan, start, (end, ending))?;
            Some(Candidate::new(topic, end, class, TOPIC).ranked(2))
        };
        if from >= start || is_no_name(scan, from, (start, end), ending) {
            found.extend(by_topic());
            continue;
        }
        if let Some(of) = organ(scan, from, start, ending) {
            found.push(Candidate::new(from, end, of, "body and organ"));
        } else if named
            || has_name(scan, from, start, ending)
            || dated(scan, from, start, ending)
            || defined_behind(scan, from, end)
        {
            // 第九届某代表大会第二次会议: the body's own ordinal belongs to the name.
            let term = NUMBER_BEFORE.find(scan.before(from)).map(|hit| hit.start());
            let from = term.unwrap_or(from);
            let numbered = ORDINAL.is_match(scan.slice(from, start));
            let from = year_before(scan, from).filter(|_| !numbered).unwrap_or(from);
            let name = super::without_parentheses(scan.slice(from, end));
            // 第三届“甲”论坛乙分论坛: longer than what the lists know of it.
            let rank = if scan.slice(from, start).contains('“') { 3 } else { 1 };
            let rule = if bare_ordinal(scan, from, start, &ending.text) {
                BARE_ORDINAL
            } else {
                "event ending"
            };
            found.push(Candidate::new(from, end, class, rule).named(name).ranked(rank));
        } else {
            found.extend(by_topic());
        }
    }
}

/// The meeting that quotation or title marks, or a pronoun, before its kind show.
fn by_marks(
    scan: &Scan<'_>,
    class: ClassId,
    (start, end): (usize, usize),
    ending: &Ending,
) -> Option<Candidate> {
    if let Some(open) = wholly_quoted(scan, start, end) {
        let name = unquote(scan.slice(open, end));
        let end = end + '”'.len_utf8();
        return Some(Candidate::new(open, end, class, "quoted event").named(name).ranked(3));
    }
    if let Some(open) = quoted_before(scan, start) {
        let from = before_quotation(scan, open);
        let name = format!("{}{}", unquote(scan.slice(from, start)), scan.slice(start, end));
        return Some(Candidate::new(from, end, class, "quoted event").named(name).ranked(2));
    }
    if let Some(open) = title_before(scan, start).filter(|_| !ending.weak) {
        let name = unquote(scan.slice(open, end));
        return Some(Candidate::new(open, end, class, "meeting on a title").named(name).ranked(5));
    }
    let pronoun = scan.lexicon.ends_with_cue("anaphor", scan.before(start))?;
    Some(Candidate::new(start - pronoun.len(), end, class, "anaphor"))
}

/// Tells whether what stands before the kind of a meeting, from a byte on, shows that no meeting is named.
fn is_no_name(scan: &Scan<'_>, from: usize, (start, end): (usize, usize), ending: &Ending) -> bool {
    let stem = scan.slice(from, start);
    // 某组织元首理事会下次|会议: told by when it is.
    let relative = scan.lexicon.ends_with_cue("relative-session", stem).is_some();
    // 某会某副会长访问: somebody's visit.
    let visitor = scan.lexicon.has_cue("visit", &ending.text)
        && scan.tokens_in(from, start).any(|token| token.kind == TokenKind::Title);
    let verb = scan.lexicon.has_cue("verb-of-meeting", &ending.text);
    // 某局审议|并公布: a verb with its object or another one.
    let acts = verb
        && scan.after(end).starts_with(['了', '并', '过', '《', '该', '、'])
        && ending.text != "会议"
        && !ORDINAL.is_match(stem);
    // 将在北京会晤: a verb behind its place.
    let place = verb
        && scan.token_starting(from).is_some_and(|token| token.end == start)
        && scan.before(from).ends_with(['在', '于', '赴']);
    // 某联合会第八届理事会: the council of a term, where no meeting of it is counted.
    let council = ending.text == "理事会"
        && !COUNT_OF_MEETINGS.is_match(stem)
        && year_before(scan, from).is_none();
    is_torn(stem) || relative || visitor || acts || place || council
}

/// 某组织（简称甲）首脑（总|理）理事会会议: tells whether words begin within a parenthesis, as no name does.
fn is_torn(stem: &str) -> bool {
    let close = stem.find(['）', ')']);
    close.is_some_and(|close| stem.find(['（', '(']).is_none_or(|open| close < open))
}

/// 第二次, 首次, 2019年: a count of meetings, not of terms.
static COUNT_OF_MEETINGS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("第 ?[一二三四五六七八九十百零〇0-9]+ ?次|首次|(?:19|20)[0-9]{2} ?年")
        .expect("the expression is well-formed")
});

/// The rule of a meeting whose name is all that its clause says to take place.
const SUBJECT: &str = "what takes place";

/// The rule of a meeting that a topic names.
const TOPIC: &str = "meeting by its topic";

/// 国际海事组织大会: the organ of a body, no meeting, where neither ordinal nor year tells one.
fn organ(scan: &Scan<'_>, from: usize, start: usize, ending: &Ending) -> Option<ClassId> {
    if !scan.lexicon.has_cue("organ-that-meets", &ending.text) {
        return None;
    }
    let listed = scan.tokens_in(from, start).find(|t| t.start == from && t.end == start);
    let listed = listed.and_then(|token| scan.class_of(token));
    if let Some(class) = listed.filter(|class| scan.is(*class, terms::BODY)) {
        return Some(class);
    }
    // 国际水利协会理事会: a body by its ending.
    let stem = scan.slice(from, start).trim_end_matches("执行").trim_end_matches("常务");
    let (at, _, whole) = scan
        .lexicon
        .body_endings(stem)
        .filter(|(_, to, whole)| *to == stem.len() && !whole.weak)
        .last()?;
    let long = stem.get(..at).is_some_and(|name| name.chars().count() >= 2);
    let dated = stem.starts_with(|c: char| c.is_ascii_digit()) || ORDINAL.is_match(stem);
    (long && !dated)
        .then(|| super::body::class_of(scan, whole, None, stem.get(..at).unwrap_or_default()))
}

/// The body that meets or is founded and the place, within the name of a meeting.
pub(super) fn within(
    scan: &Scan<'_>,
    outer: &Candidate,
    bodies: &LazyCell<Vec<Candidate>, impl FnOnce() -> Vec<Candidate>>,
) -> Vec<Candidate> {
    let mut found = Vec::new();
    found.extend(body_that_meets(scan, outer.start, outer.end));
    // 某中心|揭牌仪式: the body that is founded.
    let name = scan.slice(outer.start, outer.end);
    let founded = scan.lexicon.strip_cue("founding-event", name);
    if founded.len() < name.len() {
        let end = outer.start + founded.len();
        let named = bodies.iter().filter(|body| body.start == outer.start && body.end == end);
        found.extend(named.map(|body| body.clone().nested()));
    }
    // 维也纳|人权峰会: a summit is named after its city.
    found.extend(scan.token_starting(outer.start).and_then(|token| {
        let class = scan.class_of(token).filter(|class| scan.is(*class, terms::PLACE))?;
        let rest = scan.slice(token.end, outer.end);
        (rest.ends_with("峰会") && rest.chars().count() <= 6)
            .then(|| Candidate::new(token.start, token.end, class, "place of a meeting").nested())
    }));
    // 乌镇峰会: the place of a meeting right before its kind.
    found.extend(scan.tokens_in(outer.start, outer.end).filter_map(|token| {
        let class = scan.class_of(token).filter(|class| scan.is(*class, terms::PLACE))?;
        let kind = scan.lexicon.has_cue("place-kind", scan.slice(token.end, outer.end));
        kind.then(|| Candidate::new(token.start, token.end, class, "place of a meeting").nested())
    }));
    // A numbered session of a body names the body.
    if outer.rule == "numbered session of a body" {
        found.extend(bodies.iter().cloned().chain(super::name::listed(scan)).filter_map(|c| {
            (c.start > outer.start && c.end == outer.end && scan.is(c.class, terms::BODY))
                .then(|| c.nested())
        }));
    }
    found
}

/// 海洋测绘委员会（以下简称“海测委”）第九届会议: the body that meets, which the text names in full
/// only here.
pub(super) fn body_that_meets(scan: &Scan<'_>, from: usize, to: usize) -> Option<Candidate> {
    let open = from + scan.slice(from, to).find(['（', '('])?;
    let name = scan.slice(from, open);
    // What the lists know needs no definition, unless by both names.
    let close = open + scan.slice(open, to).find(['）', ')'])?;
    let body = |class| scan.is(class, terms::BODY);
    let listed = scan.tokens_in(from, open).find(|t| t.start == from && t.end == open);
    let known = scan.tokens_in(open, close).find(|token| scan.class_of(token).is_some_and(body));
    if known.is_some_and(|known| listed.is_none_or(|listed| listed.kind != known.kind)) {
        return None;
    }
    let class = match listed.and_then(|token| scan.class_of(token)) {
        Some(class) => Some(class).filter(|class| scan.is(*class, terms::BODY)),
        None => (scan.lexicon.body_endings(name))
            .find(|(_, to, ending)| *to == name.len() && !ending.weak)
            .map(|(at, _, ending)| {
                super::body::class_of(scan, ending, None, scan.slice(from, from + at))
            }),
    };
    Some(Candidate::new(from, open, class?, "body of a meeting").nested())
}

/// A line of a title page that is the name of a meeting as a whole.
pub(crate) fn on_title_page(scan: &Scan<'_>) -> Option<Candidate> {
    let class = scan.ontology.class(terms::EVENT)?;
    let line = scan.text.trim();
    let named = scan.lexicon.ends_with_cue("meeting-end", line).is_some()
        && line.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric() || c == ' ')
        && (6..=24).contains(&line.chars().count())
        // 某科主办第20届某研讨会: a headline, no name.
        && !scan.lexicon.holds_cue("holding", line);
    named.then(|| Candidate::new(0, line.len(), class, "title page").ranked(3))
}

/// The rule of events such as 第一次实质性会议, whose body the text around must name.
pub(crate) const BARE_ORDINAL: &str = "ordinal without a body";

/// Tells whether a name is only an ordinal and the kind of meeting.
fn bare_ordinal(scan: &Scan<'_>, from: usize, start: usize, kind: &str) -> bool {
    let Some(ordinal) = ORDINAL.find(scan.slice(from, start)).filter(|hit| hit.start() == 0) else {
        return false;
    };
    let rest = scan.slice(from + ordinal.end(), start);
    rest.is_empty()
        || scan.lexicon.is_generic(rest) && !is_topic(scan, rest, kind)
        || scan.lexicon.has_cue("session-kind", rest)
}

/// Tells whether the ending goes on as another word: 会议 in 会议室, 对话 in 对话机制.
fn cut_short(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    scan.tokens_touching(start, end).any(|token| {
        token.start <= start && token.end > end
            || token.start < start
                && token.end > start
                && token.end == end
                && matches!(token.kind, TokenKind::Name(_) | TokenKind::Word(_))
    }) || scan.lexicon.starts_with_cue("event-cut", scan.after(end)).is_some()
}

/// 十四届全国人大二次会议: the sessions of assemblies are numbered without 第.
fn of_assemblies(scan: &Scan<'_>, class: ClassId) -> impl Iterator<Item = Candidate> {
    let sessions = scan
        .holds(&["次会议", "次全体会议", "中全会", "周年"])
        .then(|| ASSEMBLY.find_iter(scan.text));
    let sessions = sessions.into_iter().flatten();
    sessions.map(move |hit| {
        Candidate::new(hit.start(), hit.end(), class, "session of an assembly").ranked(2)
    })
}

static ASSEMBLY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:中共|党的)?[一二三四五六七八九十]{1,3}届[一二三四五六七]中全会|(?:纪念|庆祝)[^，。；：！？]{3,40}?周年(?:大会|座谈会|招待会|研讨会|论坛|音乐会|晚会|升旗仪式)|第?[一二三四五六七八九十]{1,3}届(?:全国|[一-鿿]{2,6}[省市])(?:人民代表大会|人大|政协|人民政协)(?:常务委员会|常委会)?第?[一二三四五六七八九十]{1,3}次(?:全体)?会议")
        .expect("well-formed")
});
