//! Events by the kind of meeting that their names end with: 第二十三次中国—东盟领导人会议.

use std::sync::LazyLock;

use regex::{Match, Regex};

use super::{
    candidate::Candidate,
    lexicon::{Ending, TokenKind, WordKind},
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
        if cut_short(scan, start, end) {
            continue;
        }
        if let Some(open) = wholly_quoted(scan, start, end) {
            let name = unquote(scan.slice(open, end));
            found.push(Candidate::new(open, end, class, "quoted event").named(name).ranked(3));
            continue;
        }
        if let Some(open) = quoted_before(scan, start) {
            let from = before_quotation(scan, open);
            let name = format!("{}{}", unquote(scan.slice(from, start)), scan.slice(start, end));
            found.push(Candidate::new(from, end, class, "quoted event").named(name).ranked(2));
            continue;
        }
        if let Some(open) = title_before(scan, start).filter(|_| !ending.weak) {
            let name = unquote(scan.slice(open, end));
            found
                .push(Candidate::new(open, end, class, "meeting on a title").named(name).ranked(5));
            continue;
        }
        if let Some(pronoun) = scan.lexicon.ends_with_cue("anaphor", scan.before(start)) {
            found.push(Candidate::new(start - pronoun.len(), end, class, "anaphor"));
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
        if let Some(from) = subject_of_holding(scan, from.min(start), start, end) {
            let name = unquote(&super::without_parentheses(scan.slice(from, end)));
            let rank = if scan.slice(from, start).contains('“') { 3 } else { 1 };
            found.push(Candidate::new(from, end, class, SUBJECT).named(name).ranked(rank));
            continue;
        }
        if from >= start {
            continue;
        }
        // 某会某副会长访问: somebody's visit has no name.
        let visitor = scan.lexicon.has_cue("visit", &ending.text)
            && scan.tokens_in(from, start).any(|token| token.kind == TokenKind::Title);
        if visitor {
            continue;
        }
        // 将在北京会晤: a verb behind its place.
        let place = scan.token_starting(from).filter(|token| token.end == start);
        if place.is_some()
            && scan.lexicon.has_cue("verb-of-meeting", &ending.text)
            && scan.before(from).ends_with(['在', '于', '赴'])
        {
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
            let rule = if bare_ordinal(scan, from, start) { BARE_ORDINAL } else { "event ending" };
            found.push(Candidate::new(from, end, class, rule).named(name));
        }
    }
}

/// The rule of a meeting whose name is all that its clause says to take place.
const SUBJECT: &str = "what takes place";

/// 第八届“甲”园区建设峰会首次专题论坛在…举行, 某自治区推进高质量发展重大项目签约仪式在…举行: where the
/// subject of a clause of holding begins, farther left than the words of a name reach: with an
/// ordinal, a quotation, a year, a place or a body.
fn subject_of_holding(scan: &Scan<'_>, from: usize, start: usize, end: usize) -> Option<usize> {
    if !HELD.is_match(scan.after(end)) {
        return None;
    }
    let clause = scan.before(start).rfind(['，', '。', '；', '：', '！', '？', ')', '）']);
    let clause = clause.and_then(|at| Some(at + scan.after(at).chars().next()?.len_utf8()));
    let mut first = clause.unwrap_or(0);
    // 5月6日下午 is no part of the name.
    first += WHEN.find(scan.slice(first, start)).map_or(0, |when| when.end());
    let stem = scan.slice(first, start);
    let opens = scan.token_starting(first).is_some_and(|token| {
        scan.class_of(token).is_some_and(|class| {
            [terms::PLACE, terms::BODY, terms::COUNTRY, terms::EVENT]
                .iter()
                .any(|name| scan.is(class, name))
        })
    });
    let numbered = ORDINAL.find(stem).is_some_and(|hit| hit.start() == 0) || stem.starts_with('“');
    let loose = scan.lexicon.holds_cue("holding", stem)
        || stem.contains(['、', '由', '是', '了', '在', '将', '暨'])
        || stem.matches('“').count() != stem.matches('”').count()
        || !numbered && stem.contains('的');
    let fits = (4..=40).contains(&stem.chars().count());
    (first < from && (opens || numbered) && !loose && fits).then_some(first)
}

static HELD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:开幕式|闭幕式)?(?:于?[0-9]{1,2} ?月[0-9]{1,2} ?日(?:上午|下午)?)?(?:于[^，。；]{1,12})?(?:以视频方式)?(?:在[^，。；]{1,20}?)?(?:隆重|成功|正式|顺利|如期|圆满)*(?:举行|召开|举办|开幕|闭幕|落幕|启幕|拉开帷幕|拉开序幕)")
        .expect("well-formed")
});

static WHEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:[近今]日|日前|[0-9]{1,4} ?年)?(?:[0-9]{1,2} ?月)?(?:[0-9]{1,2} ?日)?(?:上午|下午|晚|晚上|至[0-9]{1,2} ?日)?")
        .expect("well-formed")
});

/// 《某书》研讨会, 《某要求》国家标准发布会: where the title begins that a meeting is named after, with at
/// most a few words of no other name between.
fn title_before(scan: &Scan<'_>, start: usize) -> Option<usize> {
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
fn before_quotation(scan: &Scan<'_>, open: usize) -> usize {
    let number = NUMBER_BEFORE.find(scan.before(open)).map_or(open, |hit| hit.start());
    let left = scan.left_end(open);
    let (from, _) = begin(scan, left.start, open);
    let stem = scan.slice(from, open);
    let named = ORDINAL.is_match(stem) || pair(scan, stem) && stem.chars().count() <= 6;
    if named && from < number { from } else { number }
}

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
fn bare_ordinal(scan: &Scan<'_>, from: usize, start: usize) -> bool {
    let Some(ordinal) = ORDINAL.find(scan.slice(from, start)).filter(|hit| hit.start() == 0) else {
        return false;
    };
    let rest = scan.slice(from + ordinal.end(), start);
    rest.is_empty() || scan.lexicon.is_generic(rest) || scan.lexicon.has_cue("session-kind", rest)
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

/// “加强某制度理论研究研讨会”: where the quotation begins that ends with the kind of meeting and is its
/// name as a whole.
fn wholly_quoted(scan: &Scan<'_>, start: usize, end: usize) -> Option<usize> {
    if !scan.after(end).starts_with('”') {
        return None;
    }
    let before = scan.before(start);
    let open = before.rfind(['“', '”'])?;
    let inside = before.get(open..)?.strip_prefix('“')?;
    let plain = !inside.contains(['，', '。', '；', '：', '《']);
    ((4..=40).contains(&inside.chars().count()) && plain).then_some(open + '“'.len_utf8())
}

/// Returns the opening quotation mark where a quotation stands right before the ending, with at
/// most a word such as 系列 or 线上 between: “…”系列国际研讨会.
fn quoted_before(scan: &Scan<'_>, start: usize) -> Option<usize> {
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

/// 以“…”为主题的国际研讨会 and 主题为“…”的国际研讨会 name a meeting that has no other name.
fn themed(scan: &Scan<'_>) -> Vec<Candidate> {
    let Some(class) = scan.ontology.class(terms::EVENT) else { return Vec::new() };
    let mut found = Vec::new();
    if !scan.may_hold(&["”"]) {
        return found;
    }
    for &(start, end, _) in &scan.events {
        let Some(captures) = THEMED.captures(scan.before(start)) else { continue };
        let (Some(whole), Some(theme)) = (captures.get(0), captures.get(1)) else { continue };
        let between = captures.get(2).map_or("", |hit| hit.as_str());
        let name = format!("{}{between}{}", theme.as_str(), scan.slice(start, end));
        let from = whole.start();
        found.push(Candidate::new(from, end, class, "themed event").named(name).ranked(3));
    }
    found
}

static ORDINAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"第 ?[一二三四五六七八九十百零〇\d]+ ?(?:次|届|轮|期|回|场|阶段)|首[届次]")
        .expect("well-formed")
});

/// 十四届全国人大二次会议: the sessions of assemblies are numbered without 第.
fn of_assemblies(scan: &Scan<'_>, class: ClassId) -> impl Iterator<Item = Candidate> {
    let sessions = scan
        .may_hold(&["次会议", "次全体会议", "中全会", "周年"])
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

static NUMBER_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("第 ?[一二三四五六七八九十百\\d]+ ?[届次] ?$|首届$").expect("well-formed")
});

/// 2022世界互联网大会, 2022年世界互联网大会: a year right before a name belongs to it.
fn year_before(scan: &Scan<'_>, start: usize) -> Option<usize> {
    let before = scan.before(start).trim_end();
    let before = before.strip_suffix('年').map_or(before, str::trim_end);
    let year = before.get(before.len().checked_sub(4)?..)?;
    let free =
        before.get(..before.len() - 4)?.chars().next_back().is_none_or(|c| !c.is_ascii_digit());
    (year.bytes().all(|b| b.is_ascii_digit()) && free).then(|| before.len() - 4)
}

/// Corrects where an event's name begins: a year with 年 and a count before it are no part of it,
/// an ordinal is, a series (多届) shows that what follows is a name. Tells whether it is named.
fn begin(scan: &Scan<'_>, left: usize, start: usize) -> (usize, bool) {
    // 某社某地6月10日电某会议: the wire is none of the name.
    let dated = scan.slice(left, start).contains('日');
    let wire = dated.then(|| WIRE_END.find_iter(scan.slice(left, start)).last()).flatten();
    let left = wire.map_or(left, |wire| left + wire.end());
    let stem = scan.slice(left, start);
    let mut from = left;
    if let Some(year) = YEAR_BEFORE.find(stem) {
        from += year.end();
    }
    // 2019年某峰会和2021年某峰会 are two.
    if let Some(year) = NEXT_YEAR.find_iter(stem).last() {
        from = left + year.end();
    }
    let counted = scan.lexicon.starts_with_cue("series", scan.slice(from, start));
    from += counted.map_or(0, str::len);
    // 2024（第二十三届）某大会: the number of the meeting in parentheses, behind its year.
    if scan.may_hold(&["届）", "届)"])
        && let Some(number) = NUMBER_IN_PARENTHESIS.find(scan.before(start))
        && !number.as_str().contains(['的', '在'])
    {
        return (number.start(), true);
    }
    if let Some(ordinal) = last_ordinal(scan.before(start))
        && scan.slice(ordinal.end(), start).chars().count() <= 24
        && !scan.slice(ordinal.end(), start).contains(['，', '。', '；', '、', '的'])
        // 第五次主办某峰会: the ordinal counts the deed.
        && !scan.lexicon.holds_cue("holding", scan.slice(ordinal.end(), start))
    {
        // 第 is a word of its own to the scan, so that the name may go on before it.
        let before = scan.left_end(ordinal.start());
        // 中俄总理第二十五次定期会晤: the office of two states that meet.
        if let Some(office) = scan.token_ending(ordinal.start())
            && office.kind == TokenKind::Title
            && let Some(states) = scan.pair_ending(office.start)
        {
            return (states, true);
        }
        // 中欧两局第八次某会议: the states that meet, before the number.
        if let Some(states) = states_before(scan, ordinal.start()) {
            return (states, true);
        }
        let body = scan.slice(before.start, ordinal.start());
        let bare = super::without_parentheses(body);
        let body_ends =
            scan.lexicon.body_ending(&bare).is_some_and(|(from, ending)| from >= 6 && !ending.weak);
        // 中葡论坛第五届部长级会议: of a forum, not of a body.
        let forum = scan
            .lexicon
            .event_ending(&bare)
            .is_some_and(|(from, ending)| from >= 6 && !ending.weak);
        let joined = (before.anchored || body_ends || forum)
            && before.start < ordinal.start()
            && !body.starts_with('第');
        let from = if joined {
            let year = YEAR_BEFORE.find(body).map_or(0, |year| year.end());
            before.start + year
        } else {
            ordinal.start()
        };
        // 首次 counts deeds elsewhere.
        let lead = scan.before(ordinal.start());
        let held = scan.lexicon.ends_with_cue("holding", lead.trim_end_matches('了')).is_some();
        let opens = held || lead.chars().next_back().is_none_or(|c| !is_han(c));
        let deed = ordinal.as_str() == "首次"
            && (!joined && !opens
                || scan.tokens_in(ordinal.end(), start).any(|token| {
                    matches!(token.kind, TokenKind::Word(WordKind::Verb | WordKind::Bound))
                }));
        if !deed {
            return (from, joined || scan.slice(ordinal.end(), start).chars().count() >= 2);
        }
    }
    let before = scan.before(from).trim_end_matches('的');
    let serial = counted.is_some() || scan.lexicon.ends_with_cue("series", before).is_some();
    (from, serial && scan.slice(from, start).chars().count() >= 2)
}

/// Where two states or more by their characters begin that end here, with at most 两国 behind them.
fn states_before(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let sides = SIDES.find(scan.before(at)).map_or(at, |sides| sides.start());
    let state = |c: char| {
        let c = c.encode_utf8(&mut [0; 4]).to_owned();
        scan.lexicon.has_cue("pair-state", &c) || scan.lexicon.has_cue("pair-region", &c)
    };
    let states: usize =
        scan.before(sides).chars().rev().take_while(|c| state(*c)).map(char::len_utf8).sum();
    let from = sides - states;
    let free = scan.before(from).chars().next_back().is_none_or(|c| !is_han(c))
        || scan.token_ending(from).is_some();
    (states >= '中'.len_utf8() * 2 && free).then_some(from)
}

static SIDES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[两二三四五六][国局方校部院]$").expect("well-formed"));

static NUMBER_IN_PARENTHESIS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?:19|20)[0-9]{2} ?年?[（(]第[一二三四五六七八九十百0-9]+届[）)][^，。；、（）()]{0,20}$",
    )
    .expect("well-formed")
});

/// Returns the last ordinal in a text.
fn last_ordinal(text: &str) -> Option<Match<'_>> {
    let begins = text.rmatch_indices(['第', '首']);
    let mut hits = begins.filter_map(|(at, _)| Some((at, ORDINAL.find_at(text, at)?)));
    hits.find(|(at, hit)| hit.start() == *at).map(|(_, hit)| hit)
}

static WIRE_END: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[0-9] ?日(?:电|讯) ?").expect("well-formed"));

static YEAR_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:\d{2,4} ?年(?:度)?(?:\d+ ?月(?:\d+ ?日)?)?)").expect("well-formed")
});

static NEXT_YEAR: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[和与及、](?:19|20)\d\d ?年").expect("well-formed"));

static YEAR_BEHIND: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:19|20)\d\d ?年(?:度)?$").expect("well-formed"));

/// An event's name has an ordinal, a year, a body, a pair of countries or a place; topic and kind
/// alone are no name.
fn has_name(scan: &Scan<'_>, from: usize, start: usize, ending: &Ending) -> bool {
    let stem = scan.slice(from, start);
    if scan.lexicon.is_generic(stem) || COUNT.is_match(stem) {
        return false;
    }
    let year = stem.len() > 4
        && stem.get(..4).is_some_and(|year| year.bytes().all(|b| b.is_ascii_digit()));
    if year || ORDINAL.is_match(stem) {
        return true;
    }
    // 某联盟2023年年会: a body by its ending, with or without the year of the meeting.
    let bare = YEAR_BEHIND.find(stem).and_then(|year| stem.get(..year.start())).unwrap_or(stem);
    let body = scan
        .lexicon
        .body_ending(bare)
        .is_some_and(|(from, ending)| from >= '中'.len_utf8() * 2 && !ending.weak);
    if body {
        return true;
    }
    let anchor = scan.tokens_in(from, start).any(|token| {
        scan.class_of(token).is_some_and(|class| {
            [terms::BODY, terms::COUNTRY, terms::PLACE, terms::EVENT]
                .iter()
                .any(|name| scan.is(class, name))
        })
    });
    let long = stem.chars().filter(|c| is_han(*c)).count() >= 2;
    if anchor {
        // 河北唐山|考察: places and nothing else.
        let mut only = from;
        while let Some(token) = scan.token_starting(only).filter(|token| token.end <= start)
            && scan.class_of(token).is_some()
        {
            only = token.end;
        }
        let only = only == start;
        let plain = scan.lexicon.has_cue("plain-kind", &ending.text);
        return !((ending.weak || plain) && only);
    }
    if pair(scan, stem) {
        return stem.chars().count() >= 3 || !ending.weak;
    }
    // 稻作全球峰会: of all the world there is one.
    if long && scan.lexicon.has_cue("single-kind", &ending.text) && stem.ends_with("全球") {
        return true;
    }
    let world = scan.lexicon.starts_with_cue("world-prefix", stem);
    let rest = world.and_then(|word| stem.strip_prefix(word)).unwrap_or_default();
    long && !ending.weak && rest.chars().count() >= 2 && !scan.lexicon.is_generic(rest)
}

/// 2019年海洋渔业峰会: a year, a topic and a kind.
fn dated(scan: &Scan<'_>, from: usize, start: usize, ending: &Ending) -> bool {
    let topic = scan.slice(from, start);
    let plain = ending.weak || scan.lexicon.has_cue("plain-kind", &ending.text);
    let tells =
        topic.chars().filter(|c| is_han(*c)).count() >= 3 && !scan.lexicon.is_generic(topic);
    !plain && tells && year_before(scan, from).is_some()
}

/// 渔业工作座谈会（以下简称“座谈会”）: what gets a short form is a name.
fn defined_behind(scan: &Scan<'_>, from: usize, end: usize) -> bool {
    let behind = scan.after(end).trim_start_matches([' ', '（', '(']);
    scan.slice(from, end).chars().count() >= 6 && behind.starts_with("以下简称")
}

/// 三次, 两场: a count of meetings that have no name.
static COUNT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[一二两三四五六七八九十]+|\d+)(?:次|场|个|项|轮)").expect("well-formed")
});

/// Tells whether a name begins with two states or a state and a region by their characters: 中俄.
pub(crate) fn pair(scan: &Scan<'_>, stem: &str) -> bool {
    let mut characters = stem.chars();
    let (Some(first), Some(second)) = (characters.next(), characters.next()) else { return false };
    let cue = |group: &str, c: char| scan.lexicon.has_cue(group, c.encode_utf8(&mut [0; 4]));
    cue("pair-state", first) && (cue("pair-state", second) || cue("pair-region", second))
}
