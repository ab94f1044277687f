//! Bodies and events by the end of their names and what stands before it: 武汉大学法学院.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    candidate::Candidate,
    lexicon::{Ending, Token, TokenKind, WordKind},
    scan::{LeftEnd, Scan},
};
use crate::ontology::{ClassId, terms::class as terms};

/// Finds bodies by their endings.
pub(crate) fn bodies(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for &(start, end, ending) in &scan.bodies {
        let event = scan.events.partition_point(|(_, to, _)| *to < end);
        if scan.events.get(event).is_some_and(|(from, to, _)| *to == end && *from <= start) {
            continue;
        }
        if inside_longer_word(scan, start, end) {
            continue;
        }
        if let Some(pronoun) = scan.lexicon.ends_with_cue("anaphor", scan.before(start))
            && stands_free(scan, end)
        {
            found.push(Candidate::new(start - pronoun.len(), end, ending.class, "anaphor"));
            continue;
        }
        found.extend(ended(scan, start, end, ending));
    }
    behind_quotation(scan, &mut found);
    behind_title(scan, &mut found);
    found.extend(numbered_units(scan, &found));
    found
}

/// The name that ends with this ending, where what stands before it is one.
fn ended(scan: &Scan<'_>, start: usize, end: usize, ending: &Ending) -> Option<Candidate> {
    let mut left = scan.left_end(start);
    // 5月13日|国会某委员会: what happened on a day is none of the name.
    if let Some(day) = DAY.find_iter(scan.slice(left.start, start)).last() {
        left = LeftEnd { start: left.start + day.end(), ..left };
    }
    // 张三任|国际某学会会长: a name and the verb behind it.
    let holder = super::person::chinese_name(scan, left.start).filter(|end| *end < start);
    if let Some(end) = holder.filter(|end| scan.after(*end).starts_with('任')) {
        left.start = end + '任'.len_utf8();
    }
    if let Some(from) = before_list(scan, left.start, ending) {
        left = LeftEnd { start: from, anchored: true };
    }
    if left.start >= start {
        // 渔业委员会: an ending with a subject of its own may be the whole name.
        let whole = ending.text.chars().count() >= 5 && !ending.weak;
        return whole.then(|| Candidate::new(start, end, ending.class, "ending alone"));
    }
    // 欧洲航天局: what the lists know as a whole is of the class that they tell.
    let listed = scan.token_starting(left.start).filter(|token| token.end == end);
    let known = listed.and_then(|token| scan.class_of(token));
    let stem = scan.slice(left.start, start);
    if known.is_some_and(|class| scan.is(class, terms::BODY)) || names_nothing(scan, stem) {
        return None;
    }
    // OEWG所讨论的: 所 is no institute behind an acronym.
    let latin = scan.before(start).ends_with(|c: char| c.is_ascii_alphanumeric());
    let single = ending.text.chars().count() == 1;
    if single && (latin || ending.text == "所" && PARTICLE.is_match(scan.after(end))) {
        return None;
    }
    // 在某市会展中心举行: a building.
    if scan.lexicon.has_cue("venue", &ending.text)
        || scan.lexicon.ends_with_cue("venue", scan.slice(left.start, end)).is_some()
    {
        return None;
    }
    // 奥巴马政府, 美国新政府: who governs is no body beside the state.
    if ending.text == "政府" {
        let stem = scan.slice(left.start, start);
        let person = scan.tokens_in(left.start, start).any(|token| {
            token.end == start && scan.class_of(token).is_some_and(|c| scan.is(c, terms::PERSON))
        });
        if person || stem.ends_with(['新', '现']) || stem.ends_with("本届") {
            return None;
        }
    }
    // 某部|组织召开: a verb before one of holding.
    if ending.text == "组织" && scan.lexicon.starts_with_cue("holding", scan.after(end)).is_some()
    {
        return None;
    }
    // 全国政协常委: a member, no committee; 检委|会 goes on.
    let member = scan.before(start).ends_with(['常', '政']) || scan.after(end).starts_with('会');
    if ending.text == "委" && member {
        return None;
    }
    // 肯尼亚外交部|长: the office names no ministry.
    if ending.text.ends_with('部') && scan.after(end).starts_with('长') {
        return None;
    }
    // 某技术|教育部: what stands before an organ that the lists know, but a state or place, is none of it.
    if let Some(token) = scan.token_ending(end)
        && token.start > left.start
        && scan.class_of(token).is_some_and(|class| scan.is(class, terms::GOVERNMENT_BODY))
        && !scan.tokens_in(left.start, token.start).any(|token| scan.class_of(token).is_some())
    {
        return None;
    }
    // 某研究基地|吉林大学某中心: a university right behind another body.
    let university = scan.tokens_in(left.start, start).find(|token| {
        token.start > left.start
            && scan.class_of(token).is_some_and(|class| scan.is(class, terms::UNIVERSITY))
            && scan
                .lexicon
                .body_ending(scan.slice(left.start, token.start))
                .is_some_and(|(from, ending)| from > 0 && !ending.weak)
    });
    if let Some(university) = university {
        left = LeftEnd { start: university.start, anchored: true };
    }
    let stem = scan.slice(left.start, start);
    // 甲诉北京大学: what stands before a listed university, but a state, is none of its name.
    let university = scan.is(ending.class, terms::UNIVERSITY);
    if university
        && let Some(token) = scan.token_ending(end)
        && token.start > left.start
        && scan.class_of(token).is_some_and(|class| scan.is(class, terms::UNIVERSITY))
    {
        return None;
    }
    let simple = ending.text.ends_with("大学");
    if university
        && simple
        && let Some(word) = vague_lead(scan, left.start, start)
    {
        left.start = word;
        if names_nothing(scan, scan.slice(word, start)) {
            return None;
        }
    }
    let parts = if ending.own { Vec::new() } else { parts(scan, left.start, end) };
    let whole = parts.last().copied();
    let told = founded(scan, left.start, stem)
        || acronym_follows(scan, end)
        || heads(scan, left.start, end)
        || national(scan, stem, ending);
    let told = told && stem.chars().count() >= 3;
    if !told && too_little(scan, left, start, ending, whole.map(|(to, _)| to)) {
        return None;
    }
    let class = class_of(scan, ending, whole.map(|(_, class)| class), stem);
    let body = Candidate::new(left.start, end, class, "ending");
    Some(if scan.after(left.start).starts_with('“') {
        body.named(super::event::unquote(scan.slice(left.start, end))).ranked(3)
    } else {
        // 马克斯·普朗克研究所 is named after a person, but names none.
        body.ranked(if stem.contains('·') { 3 } else { 1 })
    })
}

/// 加快一流|大学, 分享和讨论全球|大学: where the last verb or conjunction before a university's ending
/// ends, for no university's name holds one before its own words.
fn vague_lead(scan: &Scan<'_>, from: usize, to: usize) -> Option<usize> {
    let word = |token: &&Token| {
        matches!(token.kind, TokenKind::Word(WordKind::Verb | WordKind::Conjunction))
    };
    let last = scan.tokens_in(from, to).filter(word).last()?;
    scan.lexicon.is_generic(scan.slice(last.end, to)).then_some(last.end)
}

/// 食物科学中心（CFS）, 学者网络（Scholars' Network，SN）: an acronym in parentheses right behind words
/// shows that they are a name.
fn acronym_follows(scan: &Scan<'_>, end: usize) -> bool {
    ACRONYM.is_match(scan.after(end))
}

/// 设立|网络事务办公室: what is founded is a body where its field is named.
fn founded(scan: &Scan<'_>, start: usize, stem: &str) -> bool {
    let before = scan.before(start).trim_end_matches(['了', '“']);
    scan.lexicon.ends_with_cue("founding", before).is_some()
        && stem.chars().count() >= 4
        && scan.lexicon.starts_with_cue("vague-founded", stem).is_none()
}

/// 国家渔业监测中心: of the state by its name.
fn national(scan: &Scan<'_>, stem: &str, ending: &Ending) -> bool {
    let of_state = scan.lexicon.starts_with_cue("national-prefix", stem);
    let field = of_state.and_then(|prefix| stem.strip_prefix(prefix)).unwrap_or_default();
    field.chars().count() >= 3 && !scan.lexicon.has_cue("vague-part", &ending.text)
}

/// 近海植物保护组织|总干事张三: what opens its clause and stands before an office is a body.
fn heads(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let before = scan.before(start);
    let opens = before.is_empty() || before.ends_with(['。', '；', '，', '、', '\u{3000}', ' ']);
    let office = scan.lexicon.starts_with_cue("office-of-body", scan.after(end));
    opens && office.is_some() && scan.slice(start, end).chars().count() >= 6
}

static ACRONYM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^ ?[（(](?:以下)?(?:简称|称)|^ ?[（(](?:[A-Z][A-Za-z’',&\- ]{4,80}[，,；] ?)?(?:简称|缩写为?|英文简称)?[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9\-]{0,8}[）)]")
        .expect("the expression is well-formed")
});

/// 某阵线所建的国家: 所 before a verb with 的.
static PARTICLE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^[一-鿿]{1,3}的").expect("the expression is well-formed"));

/// Tells whether the words before an ending are a count, a year or words of no name.
fn names_nothing(scan: &Scan<'_>, stem: &str) -> bool {
    let digits = stem.chars().any(|c| c.is_ascii_digit());
    // 中方秘书处, 中国政府在外交部: a side, and what is somewhere, are no names.
    let side = stem.ends_with('方')
        && scan.lexicon.entries_of(stem).any(|entry| scan.is(entry.class, terms::COUNTRY));
    // 我国某产业, 新中国第一个导弹研究机构: what is ours, and a first one, has another name.
    let described = scan.lexicon.starts_with_cue("not-in-name", stem).is_some()
        || scan.lexicon.holds_cue("first-one", stem);
    if side || described || stem.ends_with("政府在") {
        return true;
    }
    COUNTED.is_match(stem)
        || scan.lexicon.is_generic(stem)
        || stem.chars().all(|c| c.is_ascii_digit())
        || stem.contains('年') && digits
}

/// Tells whether the words before an ending are too few or too vague for one of its kind. `whole`
/// is where the name of the body ends that the part is of.
fn too_little(
    scan: &Scan<'_>,
    left: LeftEnd,
    start: usize,
    ending: &Ending,
    whole: Option<usize>,
) -> bool {
    let stem = scan.slice(left.start, start);
    let length = stem.chars().count();
    let counted = whole.is_some_and(|to| scan.slice(to, start).chars().any(|c| c.is_ascii_digit()));
    // 墨西哥代表团: a state and a kind name no body.
    let state = scan
        .token_starting(left.start)
        .filter(|token| token.end == start)
        .and_then(|state| scan.class_of(state))
        .is_some_and(|class| scan.is(class, terms::COUNTRY));
    let weak = ending.weak
        && (counted
            || state && ending.text.chars().count() <= 3
            || whole.is_none()
                && !(length >= 3 && (left.anchored || of_several_states(scan, ending, stem))));
    let bare = !left.anchored && whole.is_none() && length < 2 && !is_unit(ending);
    let vague = whole.is_some_and(|to| {
        scan.lexicon.has_cue("vague-part", &ending.text)
            && (to >= start || scan.lexicon.is_generic(scan.slice(to, start)))
    });
    weak || bare || vague
}

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:\d{1,2} ?月 ?)?\d{1,2} ?日(?: ?[电讯] ?)?")
        .expect("the expression is well-formed")
});

/// 300名, 近20所: a count of things of a kind.
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\d+(?:余|多)?(?:名|所|个|家|位|次|项|座)").expect("the expression is well-formed")
});

static FIELDS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("[一-鿿]{2,6}(?:、[一-鿿]{2,6})*(?:、|与|和)$")
        .expect("the expression is well-formed")
});

/// 肯尼亚环境、气候变化与林业部: where the fields of a ministry begin that are a list, right behind
/// the name of a state or place.
fn before_list(scan: &Scan<'_>, start: usize, ending: &Ending) -> Option<usize> {
    let office = scan.is(ending.class, terms::GOVERNMENT_BODY);
    let before = scan.before(start);
    let listed = before.ends_with('、');
    let fields = FIELDS.find(before).filter(|_| office)?;
    let last = scan.slice(start, scan.text.len());
    // 中国外交部和商务部 are two, 蒙古国环境与旅游部 is one.
    let joined = if listed {
        last.find(['与', '和', '及']).is_some_and(|at| at <= '中'.len_utf8() * 6)
    } else {
        scan.lexicon.body_ending(fields.as_str().trim_end_matches(['与', '和'])).is_none()
    };
    let place = |class| scan.is(class, terms::COUNTRY) || scan.is(class, terms::PLACE);
    let bound = |kind| matches!(kind, TokenKind::Word(WordKind::Bound) | TokenKind::Name(_));
    let (from, _) = behind_anchor(scan, &FIELDS, (fields.start(), start), place, bound)?;
    joined.then_some(from)
}

/// Where the name that fields right before `to` are of begins and ends: of a state or place, with
/// nothing but the fields between. `first` is where the fields may begin at the latest.
fn behind_anchor(
    scan: &Scan<'_>,
    fields: &Regex,
    (first, to): (usize, usize),
    anchors: impl Fn(ClassId) -> bool,
    bars: impl Fn(TokenKind) -> bool,
) -> Option<(usize, usize)> {
    let anchor = scan
        .tokens_in(first.saturating_sub('中'.len_utf8() * 8), to)
        .filter(|token| scan.class_of(token).is_some_and(&anchors))
        .last()?;
    let whole = fields.find(scan.slice(anchor.end, to)).is_some_and(|own| own.start() == 0);
    let barred = scan.tokens_in(anchor.end, to).any(|token| bars(token.kind));
    (whole && !barred).then_some((anchor.start, anchor.end))
}

/// “一带一路”高校战略联盟: a body whose name begins with a quotation.
fn behind_quotation(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let quoted: Vec<Candidate> = found
        .iter()
        .filter_map(|body| {
            let content = scan.before(body.start).strip_suffix('”')?;
            let open = content.rfind('“')?;
            let short = (2..=10).contains(&scan.slice(open, content.len()).chars().count());
            let name = super::event::unquote(scan.slice(open, body.end));
            let entire = body.rule == "ending" && short;
            entire.then(|| {
                Candidate::new(open, body.end, body.class, body.rule).named(name).ranked(3)
            })
        })
        .collect();
    found.extend(quoted);
}

/// 《海洋学报》编辑部, 《某报》集团: a body that makes the periodical whose title its name begins with.
fn behind_title(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    for &(at, kind) in scan.cue_places("behind-periodical") {
        let Some(title) = scan.before(at).strip_suffix('》') else { continue };
        let Some(open) = title.rfind('《') else { continue };
        let end = at + kind.len();
        let class = (scan.bodies.iter()).find(|(_, to, _)| *to == end).map(|(_, _, e)| e.class);
        let class = class.or_else(|| scan.ontology.class(terms::ORGANISATION));
        let name = super::event::unquote(scan.slice(open, end));
        found.retain(|body| body.end != end || body.start < open);
        found.extend(
            class.map(|class| {
                Candidate::new(open, end, class, "title and body").named(name).ranked(6)
            }),
        );
    }
}

/// 南非开普敦大学: a state right before a body that the lists know.
pub(crate) fn of_states(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for token in &scan.tokens {
        let Some(class) = scan.class_of(token).filter(|class| scan.is(*class, terms::BODY)) else {
            continue;
        };
        // 某机构|某委员会: an organ that the lists know, right behind the body that it is of.
        let name = scan.slice(token.start, token.end);
        let organ = scan.lexicon.ends_with_cue("organ", name).is_some();
        let whole = scan.token_ending(token.start).filter(|_| organ);
        if let Some((whole, above)) = whole.and_then(|whole| Some((whole, scan.class_of(whole)?)))
            && scan.is(above, terms::BODY)
        {
            found.push(Candidate::new(whole.start, token.end, above, "body and organ"));
        }
        let international = scan.is(class, terms::INTERNATIONAL_ORGANISATION);
        let state = scan.token_ending(token.start).filter(|state| {
            scan.class_of(state).is_some_and(|class| scan.is(class, terms::COUNTRY))
                && scan.slice(state.start, state.end).chars().count() >= 2
        });
        if let Some(state) = state.filter(|_| !international) {
            found.push(Candidate::new(state.start, token.end, class, "state and body"));
        }
    }
    found
}

static FIELD: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("[一-鿿]{2,6}[和与]$").expect("the expression is well-formed"));

/// 德国数字化和交通部: a ministry that the lists know, the second field of a state's own.
pub(crate) fn fused(scan: &Scan<'_>) -> Vec<Candidate> {
    let ministries = scan.tokens.iter().filter_map(|token| {
        let class = scan.class_of(token)?;
        let ministry = scan.is(class, terms::GOVERNMENT_BODY)
            && scan.slice(token.start, token.end).ends_with('部');
        ministry.then_some((token, class))
    });
    let found = ministries.filter_map(|(token, class)| {
        let field = FIELD.find(scan.before(token.start))?;
        let state = |class| scan.is(class, terms::COUNTRY);
        let bars = |kind| {
            matches!(kind, TokenKind::Word(WordKind::Bound | WordKind::Verb) | TokenKind::Name(_))
        };
        let (from, to) = behind_anchor(scan, &FIELD, (field.start(), token.start), state, bars)?;
        let long = scan.slice(from, to).chars().count() >= 2;
        long.then(|| Candidate::new(from, token.end, class, "state and fused ministry"))
    });
    found.collect()
}

/// 马来西亚Ladies Who Tech: a state right before a name in Latin letters, in a list.
pub(crate) fn latin_of_states(scan: &Scan<'_>) -> Vec<Candidate> {
    let Some(class) = scan.ontology.class(terms::ORGANISATION) else { return Vec::new() };
    let mut found = Vec::new();
    for token in &scan.tokens {
        let state = scan.class_of(token).is_some_and(|class| scan.is(class, terms::COUNTRY));
        let rest = scan.after(token.end);
        let latin =
            rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, ' ' | '-' | '&' | '.'));
        let latin = rest.get(..latin.unwrap_or(rest.len())).unwrap_or_default().trim_end();
        let after = rest.get(latin.len()..).unwrap_or_default();
        if state
            && latin.chars().filter(char::is_ascii_alphabetic).count() >= 3
            && (latin.starts_with(|c: char| c.is_ascii_uppercase())
                || latin.chars().filter(char::is_ascii_uppercase).count() >= 3)
            && after.starts_with(['、', '，', '等', '和', '。'])
        {
            let end = token.end + latin.len();
            found.push(Candidate::new(token.start, end, class, "state and Latin name").ranked(2));
        }
    }
    found
}

/// Finds the affiliation of a roster's line: all between the name and the title and its field.
///
/// It ends with the last ending of a body; where there is none, at the title (马来西亚Ladies Who
/// Tech|联合创始人).
pub(crate) fn in_roster(scan: &Scan<'_>) -> Option<Candidate> {
    let (_, name_end) = super::person::roster_name(scan)?;
    let line = scan.text.trim_end();
    let start = name_end + scan.slice(name_end, line.len()).find(|c: char| c.is_alphanumeric())?;
    let post = |from: usize| {
        let rest = scan.slice(from, line.len()).trim_start_matches(['）', ')', ' ']);
        scan.lexicon.title_at_end(rest).is_some()
    };
    let plain = scan.slice(start, line.len()).split(['，', '、', '；']).next().unwrap_or_default();
    let listed = scan
        .tokens_in(start, line.len())
        .filter(|token| scan.class_of(token).is_some_and(|class| scan.is(class, terms::BODY)))
        .filter(|token| post(token.end) && !scan.before(token.start).ends_with(['（', '(']))
        .map(|token| (token.end, scan.class_of(token)))
        .last();
    let ended = scan
        .lexicon
        .body_endings(plain)
        .filter(|(from, to, _)| *from > 0 && post(start + to))
        .map(|(from, to, ending)| (start + from, start + to, ending))
        .last();
    let title = scan.lexicon.title_at_end(line).unwrap_or(line.len());
    let (end, class) = match (ended, listed) {
        (Some((from, to, ending)), listed) if listed.is_none_or(|(end, _)| end <= to) => {
            let whole = parts(scan, start, to).last().map(|(_, class)| *class);
            (to, class_of(scan, ending, whole, scan.slice(start, from)))
        }
        (_, Some((end, class))) => (end, class?),
        (_, None) => (title, scan.ontology.class(terms::ORGANISATION)?),
    };
    (end > start).then(|| Candidate::new(start, end, class, "roster").ranked(6))
}

/// 该校, 我校, 中心由…组建: a body spoken of again by its kind alone, with a pronoun or where a clause
/// that begins with it goes on to what is said of bodies.
pub(crate) fn spoken_of_again(scan: &Scan<'_>) -> Vec<Candidate> {
    let Some(class) = scan.ontology.class(terms::UNIVERSITY) else { return Vec::new() };
    let mut found = Vec::new();
    for &(at, noun) in scan.cue_places("anaphor-noun") {
        found.push(Candidate::new(at, at + noun.len(), class, "anaphor"));
    }
    let Some(class) = scan.ontology.class(terms::ORGANISATION) else { return found };
    for &(at, noun) in scan.cue_places("bare-body-noun") {
        let (before, after) = (scan.before(at), scan.after(at + noun.len()));
        let opens = before.is_empty() || before.ends_with(['。', '；', '，']);
        if opens && scan.lexicon.starts_with_cue("said-of-body", after).is_some() {
            found.push(Candidate::new(at, at + noun.len(), class, "anaphor"));
        }
    }
    // 该组织: 组织 is a verb elsewhere, and no ending by itself.
    for &(at, noun) in scan.cue_places("body-noun") {
        let end = at + noun.len();
        if let Some(pronoun) = scan.lexicon.ends_with_cue("anaphor-document", scan.before(at)) {
            found.push(Candidate::new(at - pronoun.len(), end, class, "anaphor"));
        }
    }
    found
}

/// 检察院第二分院检察五部, 公安部十一局: a numbered unit right behind a body.
pub(super) fn numbered_units(scan: &Scan<'_>, bodies: &[Candidate]) -> Vec<Candidate> {
    let listed = scan.tokens.iter().filter_map(|token| {
        let class = scan.class_of(token).filter(|class| scan.is(*class, terms::BODY))?;
        Some((token.start, token.end, class))
    });
    let ended = bodies.iter().filter(|body| body.rule == "ending");
    let wholes = listed.chain(ended.map(|body| (body.start, body.end, body.class)));
    let units = wholes.filter_map(|(start, end, class)| {
        let unit = NUMBERED_UNITS.find(scan.after(end))?;
        Some(Candidate::new(start, end + unit.end(), class, "numbered unit").ranked(2))
    });
    units.collect()
}

static NUMBERED_UNITS: LazyLock<Regex> = LazyLock::new(|| {
    let number = "第?[一二三四五六七八九十]{1,3}";
    let kind = "(?:检察部|分院|支队|总队|研究室|研究所|研究院|巡回法庭|医院|部|处|局|室|科|庭)";
    Regex::new(&format!("^(?:{number}{kind})?(?:[一-鿿]{{2}})?{number}{kind}"))
        .expect("the expression is well-formed")
});

/// Tells whether an ending is a unit that texts name without its whole: 法学院.
fn is_unit(ending: &Ending) -> bool {
    ending.text.ends_with("学院")
}

/// Tells whether a noun ends here: before a mark, or a word that no name holds (该中心|与…).
fn stands_free(scan: &Scan<'_>, end: usize) -> bool {
    let word = scan.token_starting(end).is_some_and(
        |token| matches!(token.kind, TokenKind::Word(kind) if kind != WordKind::Inner),
    );
    word || !scan.after(end).starts_with(super::scan::is_han)
}

/// Tells whether the ending is only part of a word or of a listed name: 大学 in 大学生, or begins
/// within a verb: 行会 in 举行会谈.
fn inside_longer_word(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let single = scan.slice(start, end).chars().count() == 1;
    // 作协 in 合作|协议 cuts two words.
    let left = scan.tokens_touching(start, end).any(|t| t.start < start && t.end < end);
    let right = scan
        .tokens_touching(start, end)
        .any(|t| t.start > start && t.end > end && t.kind != TokenKind::Title);
    if left && right {
        return true;
    }
    // 某大学教育学系|主任: the office is of the unit, where the unit has a name.
    let office = |token: &Token| {
        token.kind == TokenKind::Title
            && token.start == start
            && scan.lexicon.is_title(scan.slice(end, token.end))
            && scan.before(start).ends_with(super::scan::is_han)
            && scan.token_ending(start).is_none_or(|before| !scan.bound_at(before.start))
    };
    scan.tokens_touching(start, end).filter(|token| !office(token)).any(|token| {
        token.start <= start && token.end > end && (single || token.kind != TokenKind::Title)
            || token.start < start
                && token.end == end
                && !matches!(token.kind, TokenKind::Title)
                && (single || token.kind == TokenKind::Word(WordKind::Bound))
            || token.start < start
                && token.end < end
                && token.kind == TokenKind::Word(WordKind::Bound)
    })
}

/// The class of a part is that of its whole, but for schools, which are universities' kind.
pub(super) fn class_of(
    scan: &Scan<'_>,
    ending: &Ending,
    whole: Option<ClassId>,
    stem: &str,
) -> ClassId {
    if scan.is(ending.class, terms::UNIVERSITY) {
        return ending.class;
    }
    if let Some(whole) = whole {
        return whole;
    }
    let class = |name: &str| scan.ontology.class(name).unwrap_or(ending.class);
    if stem.contains("政府间")
        || stem.starts_with("联合国")
        || of_several_states(scan, ending, stem)
    {
        return class(terms::INTERNATIONAL_ORGANISATION);
    }
    let state = scan
        .tokens_in(0, scan.text.len())
        .filter(|token| token.start < scan.text.len())
        .find(|token| {
            scan.slice(token.start, token.end).len() < stem.len()
                && stem.starts_with(scan.slice(token.start, token.end))
        })
        .filter(|token| scan.class_of(token).is_some_and(|c| scan.is(c, terms::COUNTRY)))
        .map_or("", |token| scan.slice(token.start, token.end));
    // 上海市经济和信息化委员会: the commission of a place is an organ of it.
    if scan.lexicon.has_cue("organ-of-place", &ending.text)
        && scan
            .lexicon
            .prefix_of(stem, |class| scan.is(class, terms::PLACE))
            .is_some_and(|(end, _)| stem.get(..end).is_some_and(|place| place.chars().count() >= 3))
    {
        return class(terms::GOVERNMENT_BODY);
    }
    let own = stem.strip_prefix(state).unwrap_or(stem);
    if (own.starts_with("国家") || own.starts_with("中央"))
        && scan.is(ending.class, terms::ORGANISATION)
        && scan.lexicon.ends_with_cue("scholarly-body", &format!("{own}{}", ending.text)).is_none()
    {
        return class(terms::GOVERNMENT_BODY);
    }
    ending.class
}

/// 北太平洋渔业委员会, 中哈联合委员会: an organ of the states of a region, or of two states.
fn of_several_states(scan: &Scan<'_>, ending: &Ending, stem: &str) -> bool {
    if scan.lexicon.ends_with_cue("intergovernmental", &ending.text).is_none() {
        return false;
    }
    let state = |text: &str| {
        let found = scan.lexicon.prefix_of(text, |class| scan.is(class, terms::COUNTRY));
        found.map(|(end, _)| end)
    };
    let two = || {
        let rest = stem.get(state(stem)?..)?.strip_prefix(['—', '–', '-', '－', '与', '和'])?;
        state(rest)
    };
    scan.lexicon.starts_with_cue("region", stem).is_some()
        || super::event::pair(scan, stem)
        || two().is_some()
}

/// Returns the ends of the wholes within a body's name, from the outermost, with their classes:
/// 武汉大学 and 武汉大学法学院 within 武汉大学法学院网络研究中心.
pub(crate) fn parts(scan: &Scan<'_>, start: usize, end: usize) -> Vec<(usize, ClassId)> {
    let mut ends: Vec<(usize, ClassId)> = Vec::new();
    let body = |class: ClassId| scan.is(class, terms::BODY);
    let name = scan.slice(start, end);
    if scan.lexicon.body_ending(name).is_some_and(|(_, ending)| ending.own) {
        return ends;
    }
    // 某研究院有限公司 is no part of what its name begins with.
    if scan.lexicon.ends_with_cue("company-limited", name).is_some() {
        return ends;
    }
    // 北大西洋公约组织 is no part of 北大.
    let states = scan
        .lexicon
        .entries_of(name)
        .any(|entry| scan.is(entry.class, terms::INTERNATIONAL_ORGANISATION));
    let mut shorter = name;
    while let Some((to, entry)) = scan.lexicon.prefix_of(shorter, body) {
        // 科大讯飞股份有限公司 is no part of 科大讯飞.
        let form = scan.lexicon.ends_with_cue("company-form", name).is_some();
        // 中国银行保险监督管理委员会 is no part of a bank.
        let company = scan.is(entry.class, terms::COMPANY);
        let inside = states && scan.is(entry.class, terms::UNIVERSITY);
        if !form && !inside && (!company || ends.is_empty() && shorter.len() == name.len()) {
            ends.push((start + to, entry.class));
        }
        shorter = scan.slice(start, start + to);
    }
    ends.sort_by_key(|(end, _)| *end);
    // 俄罗斯外交部: a state's organ that the lists know without the state.
    if let Some((state, _)) = scan.lexicon.prefix_of(name, |class| scan.is(class, terms::COUNTRY))
        && let Some((to, entry)) = scan.lexicon.prefix_of(scan.slice(start + state, end), |class| {
            scan.is(class, terms::GOVERNMENT_BODY)
        })
        && ends.iter().all(|(known, _)| *known != start + state + to)
        && scan.lexicon.entries_of(scan.slice(start + state, end)).next().is_none()
        && name.len() >= state + to + 6
    {
        ends.insert(0, (start + state + to, entry.class));
    }
    // What the lists know as a university (中国科学院大学) is no part of a body but of states'.
    if name.ends_with("大学") && scan.lexicon.entries_of(name).any(|entry| body(entry.class)) {
        ends.retain(|(_, class)| scan.is(*class, terms::INTERNATIONAL_ORGANISATION));
        return ends;
    }
    for (from, to, ending) in scan.lexicon.body_endings(name) {
        let (from, to) = (start + from, start + to);
        let long_enough = scan.slice(start, from).chars().count() >= 2;
        if to >= end || ending.weak || !long_enough || ends.iter().any(|(known, _)| *known == to) {
            continue;
        }
        // 中国—东盟中心 has no whole; a bare unit of two characters has none either.
        let rest = scan.slice(to, end).chars().count();
        let cut = scan
            .tokens_touching(from, to)
            .any(|t| t.start <= from && t.end > to && t.kind != TokenKind::Title);
        if rest < 2 || cut {
            continue;
        }
        let whole = ends.iter().rev().find(|(end, _)| *end < to).map(|(_, class)| *class);
        ends.push((to, class_of(scan, ending, whole, scan.slice(start, from))));
        ends.sort_by_key(|(end, _)| *end);
    }
    ends
}
