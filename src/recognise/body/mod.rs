//! Bodies and events by the end of their names and what stands before it: 武汉大学法学院.

use std::sync::LazyLock;

use regex::Regex;

mod around;
mod parts;
mod vague;

pub(crate) use around::{fused, in_roster, latin_of_states, of_states, spoken_of_again};
pub(crate) use parts::{class_of, parts};

use around::{behind_quotation, behind_title, numbered_units};
use vague::{PARTICLE, inside_longer_word, names_nothing, stands_free, too_little, vague_lead};

use super::{
    candidate::Candidate,
    lexicon::{Ending, Token, TokenKind, WordKind},
    scan::{LeftEnd, Scan},
};
use crate::ontology::{ClassId, terms::class as terms};

/// The rule of a body that its ending shows.
const ENDING: &str = "ending";

/// Finds bodies by their endings.
pub(crate) fn bodies(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for &(start, end, ending) in &scan.bodies {
        let event = scan.events.partition_point(|(_, to, _)| *to < end);
        // 国际社会科学理事会: a council is a body, unless it is the meeting of one.
        // 某基金会理事会主席: it belongs to the office where it stands behind another body.
        let council = ending.text == "理事会"
            && !(scan.after(end).starts_with("主席")
                && scan.lexicon.body_ending(scan.before(start)).is_some_and(|(_, e)| !e.weak));
        if scan.events.get(event).is_some_and(|(from, to, _)| *to == end && *from <= start)
            && !council
        {
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
    let mut left = begins(scan, start, ending);
    if left.start >= start {
        // 渔业委员会: an ending with a subject of its own may be the whole name; 两个小组委员会 have others.
        let counted = COUNT_BEFORE.is_match(scan.before(start));
        let whole = ending.text.chars().count() >= 5 && !ending.weak && !counted;
        return whole.then(|| Candidate::new(start, end, ending.class, "ending alone"));
    }
    // 两个|小组|委员会, 三个|专门|委员会: so many of a kind.
    let few = scan.slice(left.start, start).chars().count() <= 2;
    if few && !left.anchored && COUNT_BEFORE.is_match(scan.before(left.start)) {
        return None;
    }
    // 欧洲航天局: what the lists know as a whole is of the class that they tell.
    let listed = scan.token_starting(left.start).filter(|token| token.end == end);
    let known = listed.and_then(|token| scan.class_of(token));
    if known.is_some_and(|class| scan.is(class, terms::BODY))
        || names_nothing(scan, scan.slice(left.start, start), &ending.text)
        || another_word(scan, left.start, (start, end), ending)
        || around_listed(scan, left.start, end, ending)
    {
        return None;
    }
    if let Some(university) = university_within(scan, left.start, start) {
        left = LeftEnd { start: university, anchored: true };
    }
    let stem = scan.slice(left.start, start);
    if ending.text.ends_with("大学")
        && let Some(word) = vague_lead(scan, left.start, start)
    {
        left.start = word;
        if names_nothing(scan, scan.slice(word, start), &ending.text) {
            return None;
        }
    }
    let parts = if ending.own { Vec::new() } else { parts(scan, left.start, end) };
    let whole = parts.last().copied();
    let told = founded(scan, left.start, stem)
        || acronym_follows(scan, end)
        || heads(scan, left.start, end)
        || national(scan, stem, ending)
        || founded_behind(scan, left.start, end);
    let told = told && stem.chars().count() >= 3;
    if !told && too_little(scan, left, start, ending, whole.map(|(to, _)| to)) {
        return None;
    }
    let class = class_of(scan, ending, whole.map(|(_, class)| class), stem);
    let class =
        founder_class(scan, left.start, ending).filter(|_| whole.is_none()).unwrap_or(class);
    let body = Candidate::new(left.start, end, class, ENDING);
    Some(if scan.after(left.start).starts_with('“') {
        body.named(crate::recognise::event::unquote(scan.slice(left.start, end))).ranked(3)
    } else {
        // 马克斯·普朗克研究所 is named after a person, but names none.
        body.ranked(if stem.contains('·') { 3 } else { 1 })
    })
}

/// Where the name before an ending begins.
fn begins(scan: &Scan<'_>, start: usize, ending: &Ending) -> LeftEnd {
    let mut left = scan.left_end(start);
    // 我国|国防科学技术工业委员会: whose it is, before a body that the lists know.
    if let Some(own) = scan.token_starting(left.start)
        && scan.lexicon.has_cue("own-state", scan.slice(own.start, own.end))
        && let Some(body) = scan.token_starting(own.end).filter(|token| token.start < start)
        && scan.class_of(body).is_some_and(|class| scan.is(class, terms::BODY))
    {
        left.start = own.end;
    }
    // 前|国际海洋学院院长: a post of the past, where the word is no part of another one (前海, 原子能).
    if let Some(former) = scan.lexicon.starts_with_cue("former", scan.slice(left.start, start))
        && let name = left.start + former.len()
        && name < start
        && (scan.token_starting(name).is_some_and(|token| scan.class_of(token).is_some())
            || ["national-prefix", "world-prefix"]
                .iter()
                .any(|group| scan.lexicon.starts_with_cue(group, scan.after(name)).is_some()))
    {
        left.start = name;
    }
    // 5月13日|国会某委员会: what happened on a day is none of the name.
    if let Some(day) = DAY.find_iter(scan.slice(left.start, start)).last() {
        left.start += day.end();
    }
    // 北京100875|某大学: a postcode ends an address.
    if let Some(code) = POSTCODE.find_iter(scan.slice(left.start, start)).last() {
        left.start += code.end();
    }
    // 张三任|国际某学会会长: a name and the verb behind it.
    let holder = super::person::chinese_name(scan, left.start).filter(|end| *end < start);
    if let Some(end) = holder.filter(|end| scan.after(*end).starts_with('任')) {
        left.start = end + '任'.len_utf8();
    }
    // 整合|某大学社会学院, 应对|医院: an ordinary verb that opens a name without a place or body before it.
    if !left.anchored
        && let Some(verb) = scan.token_starting(left.start).filter(|token| {
            token.kind == TokenKind::Word(WordKind::Verb)
                && token.end <= start
                && scan.slice(token.start, token.end).chars().count() >= 2
        })
    {
        left.start = verb.end;
    }
    // 甲中心|联合|乙大学研究所: a body does something with the next.
    if let Some(next) = joined_with(scan, left.start, start) {
        return LeftEnd { start: next, anchored: true };
    }
    // 第一|海洋研究所: of several of a name, by their numbers.
    if let Some(number) = ORDINAL.find(scan.before(left.start))
        && scan.slice(left.start, start).chars().count() >= 2
        && !scan.is(ending.class, terms::COMPANY)
        && !ending.text.ends_with("大学")
    {
        left.start = number.start();
    }
    match before_list(scan, left.start, ending) {
        Some(from) => LeftEnd { start: from, anchored: true },
        None => left,
    }
}

static COUNT_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("[0-9一二两三四五六七八九十几数多][个家所项]$").expect("well-formed")
});

static ORDINAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("第[一二三四五六七八九十]{1,2}$").expect("the expression is well-formed")
});

/// 甲中心联合|乙大学研究所主办: where the second of two bodies begins that a verb joins.
fn joined_with(scan: &Scan<'_>, left: usize, end: usize) -> Option<usize> {
    let verbs = scan.lexicon.cue_places("joins-bodies", scan.slice(left, end));
    let behind = verbs.into_iter().rev().find(|(at, verb)| {
        let (from, to) = (left + at, left + at + verb.len());
        let named = |token: Option<&Token>, classes: &[&str]| {
            token.and_then(|t| scan.class_of(t)).is_some_and(|class| scan.is_any(class, classes))
        };
        let first = named(scan.token_ending(from), &[terms::BODY])
            || scan
                .lexicon
                .body_ending(scan.slice(left, from))
                .is_some_and(|(at, ending)| at >= '中'.len_utf8() * 2 && !ending.weak);
        first && named(scan.token_starting(to), &[terms::BODY, terms::COUNTRY, terms::PLACE])
    });
    behind.map(|(at, verb)| left + at + verb.len())
}

/// Tells whether what looks like an ending is of another word here, or of no body.
fn another_word(
    scan: &Scan<'_>,
    left: usize,
    (start, end): (usize, usize),
    ending: &Ending,
) -> bool {
    let text = ending.text.as_str();
    let (before, after) = (scan.before(start), scan.after(end));
    // OEWG所讨论的: 所 is no institute behind an acronym.
    let latin = before.ends_with(|c: char| c.is_ascii_alphanumeric());
    let particle = text.chars().count() == 1
        && (latin
            || text == "所"
                && (PARTICLE.is_match(after)
                    || after.starts_with(['做', '作', '取', '开', '需', '能'])));
    // 在某市会展中心举行: a building.
    let venue = scan.lexicon.ends_with_cue("venue", scan.slice(left, end)).is_some();
    // 奥巴马政府, 美国新政府: who governs is no body beside the state.
    let governs = |token: &Token| {
        token.end == start && scan.class_of(token).is_some_and(|c| scan.is(c, terms::PERSON))
    };
    let stem = scan.slice(left, start);
    let government = text == "政府"
        && (scan.tokens_in(left, start).any(governs)
            || scan.lexicon.ends_with_cue("of-government", stem).is_some());
    // 某部|组织召开: a verb before one of holding.
    let verb = text == "组织" && scan.lexicon.starts_with_cue("holding", after).is_some();
    // 全国政协常委, 分会主委: a member, no committee; 检委|会 goes on.
    let member = text == "委" && (before.ends_with(['常', '政', '主']) || after.starts_with('会'));
    // 某大学为主|办单位: the verbs of organising.
    let organises = text == "办" && before.ends_with(['主', '承', '协', '合', '举', '联']);
    // 肯尼亚外交部|长: the office names no ministry; 副厅|级: a grade.
    let office = text.ends_with('部') && after.starts_with('长')
        || after.starts_with('级') && before.ends_with(['副', '正']);
    // 由专家组|成的: the verb 组成; 专家组|成员 is another.
    let composed = text.ends_with('组')
        && ["成的", "成，", "成。", "成；"].iter().any(|rest| after.starts_with(rest));
    // 某组织|站在历史正确一边: a verb.
    let stands = text == "站" && STANDS.is_match(after);
    let word = verb || organises || stands || composed;
    particle || venue || government || member || office || word
}

/// 某技术|教育部, 甲诉北京大学: tells whether the lists know what ends here, and what stands before it, but a
/// state or place, is none of it.
fn around_listed(scan: &Scan<'_>, left: usize, end: usize, ending: &Ending) -> bool {
    let Some(listed) = scan.token_ending(end).filter(|token| token.start > left) else {
        return false;
    };
    let is = |name| scan.class_of(listed).is_some_and(|class| scan.is(class, name));
    // 某办公厅转发|中央组织部: another body stands before, with a verb between.
    let named = || {
        scan.tokens_in(left, listed.start).any(|token| {
            let class = scan.class_of(token);
            let apart = token.end < listed.start && class.is_some_and(|c| scan.is(c, terms::BODY));
            class.is_some() && !apart
        })
    };
    // 在巴黎|联合国某组织总部, 在北京|中国科学院: what is of a state or the world is of no place.
    let name = scan.slice(listed.start, listed.end);
    let wide = is(terms::INTERNATIONAL_ORGANISATION)
        || scan.lexicon.starts_with_cue("nation-prefix", name).is_some();
    let place = |token: &Token| scan.class_of(token).is_some_and(|c| scan.is(c, terms::PLACE));
    let placed = wide
        && is(terms::BODY)
        && !is(terms::UNIVERSITY)
        && scan.tokens_in(left, listed.start).map(|t| t.end - t.start).sum::<usize>()
            == listed.start - left
        && scan.tokens_in(left, listed.start).all(place);
    // 某大学|国际关系学院: the school of a university, as others are universities.
    let school = scan
        .lexicon
        .body_ending(scan.slice(left, listed.start))
        .is_some_and(|(from, whole)| from > 0 && scan.is(whole.class, terms::UNIVERSITY));
    // 一大宣告|某国某党: a name of full length needs nothing before it.
    let full = scan.slice(listed.start, listed.end).chars().count() >= 5;
    placed
        || scan.is(ending.class, terms::UNIVERSITY) && is(terms::UNIVERSITY) && !school
        || is(terms::GOVERNMENT_BODY) && !named()
        || full
            && is(terms::ORGANISATION)
            && scan.tokens_in(left, listed.start).all(|token| scan.class_of(token).is_none())
}

/// 某研究基地|吉林大学某中心: where a university begins right behind another body.
fn university_within(scan: &Scan<'_>, left: usize, start: usize) -> Option<usize> {
    let university = scan.tokens_in(left, start).find(|token| {
        token.start > left
            && scan.class_of(token).is_some_and(|class| scan.is(class, terms::UNIVERSITY))
            && scan
                .lexicon
                .body_ending(scan.slice(left, token.start))
                .is_some_and(|(from, ending)| from > 0 && !ending.weak)
    });
    university.map(|token| token.start)
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

/// 国务院成立|科学规划委员会, 中国组建|某委员会: what a state or an organ of it founds is an organ of it, but for
/// schools, firms and learned bodies.
fn founder_class(scan: &Scan<'_>, start: usize, ending: &Ending) -> Option<ClassId> {
    let before = scan.before(start).trim_end_matches(['了', '“']);
    let verb = scan.lexicon.ends_with_cue("founding", before)?;
    let founder = before.len() - verb.len();
    let plain = scan.is(ending.class, terms::ORGANISATION)
        && !scan.is(ending.class, terms::UNIVERSITY)
        && scan.lexicon.ends_with_cue("organ-of-state", &ending.text).is_some();
    let class = scan.token_ending(founder).and_then(|token| scan.class_of(token))?;
    let state = scan.is(class, terms::GOVERNMENT_BODY) || scan.is(class, terms::COUNTRY);
    if plain && state { scan.ontology.class(terms::GOVERNMENT_BODY) } else { None }
}

/// 国家渔业监测中心: of the state by its name.
fn national(scan: &Scan<'_>, stem: &str, ending: &Ending) -> bool {
    let of_state = scan.lexicon.starts_with_cue("national-prefix", stem);
    let field = of_state.and_then(|prefix| stem.strip_prefix(prefix)).unwrap_or_default();
    // 国家冰川局: an office of the state needs no long field.
    let least = if is_office(&ending.text) { 2 } else { 3 };
    field.chars().count() >= least && !scan.lexicon.has_cue("vague-part", &ending.text)
}

/// 西部冰川实验室|成立于1999年, 国际海冰中心|自1994年成立以来: what opens its clause and was founded in a year is a body.
fn founded_behind(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let after = scan.after(end);
    opens_clause(scan, start)
        && scan.slice(start, end).chars().count() >= 6
        && (scan.lexicon.starts_with_cue("founded-behind", after).is_some()
            || FOUNDED_IN.is_match(after))
}

static FOUNDED_IN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:是)?(?:自|于)? ?\d{4} ?年(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?(?:正式|宣告|宣布)?(?:成立|建立|创立|创建|创办|组建)")
        .expect("the expression is well-formed")
});

/// Tells whether what begins here opens a clause, or stands in a list.
fn opens_clause(scan: &Scan<'_>, start: usize) -> bool {
    let before = scan.before(start);
    before.is_empty() || before.ends_with(['。', '；', '，', '、', '\u{3000}', ' '])
}

/// 近海植物保护组织|总干事张三: what opens its clause and stands before an office is a body.
fn heads(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let opens = opens_clause(scan, start);
    let office = scan.lexicon.starts_with_cue("office-of-body", scan.after(end));
    opens && office.is_some() && scan.slice(start, end).chars().count() >= 6
}

static ACRONYM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^ ?[（(](?:以下)?(?:简称|称)|^ ?[（(](?:[A-Z][A-Za-z’',&\- ]{4,80}[，,；] ?)?(?:简称|缩写为?|英文简称)?[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9\-]{0,8}[）)]")
        .expect("the expression is well-formed")
});

/// 某组织|站在历史正确一边: a verb, and no station.
static STANDS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:在[^，。；]{0,14}?(?:一边|一道|一起|角度|高度|立场|前列|起点|立足点|十字路口)|稳|起来)")
        .expect("the expression is well-formed")
});

static POSTCODE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\d{6,}").expect("the expression is well-formed"));

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:\d{1,2} ?月 ?)?\d{1,2} ?日(?: ?[电讯] ?)?|^\d{1,2} ?月")
        .expect("the expression is well-formed")
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
        let first = fields.as_str().trim_end_matches(['与', '和']);
        scan.lexicon.body_ending(first).is_none() && !is_office(first)
    };
    let place = |class| scan.is(class, terms::COUNTRY) || scan.is(class, terms::PLACE);
    let bound = |kind| matches!(kind, TokenKind::Word(WordKind::Bound) | TokenKind::Name(_));
    let (from, _) = behind_anchor(scan, &FIELDS, (fields.start(), start), place, bound)?;
    joined.then_some(from)
}

/// Tells whether words end as the name of an office does.
fn is_office(words: &str) -> bool {
    words.ends_with(['部', '局', '委', '署', '厅'])
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
