//! Bodies that what stands around shows: units by number, behind quotations and titles, by state.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    behind_anchor, is_office,
    parts::{class_of, parts},
};
use crate::ontology::terms::class as terms;
use crate::recognise::{
    candidate::Candidate,
    event::unquote,
    lexicon::{Token, TokenKind, WordKind},
    scan::Scan,
};

/// “一带一路”高校战略联盟: a body whose name begins with a quotation.
pub(super) fn behind_quotation(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let quoted: Vec<Candidate> = found
        .iter()
        .filter_map(|body| {
            let content = scan.before(body.start).strip_suffix('”')?;
            let open = content.rfind('“')?;
            let short = (2..=10).contains(&scan.slice(open, content.len()).chars().count());
            let name = unquote(scan.slice(open, body.end));
            let entire = body.rule == super::ENDING && short;
            entire.then(|| {
                Candidate::new(open, body.end, body.class, body.rule).named(name).ranked(3)
            })
        })
        .collect();
    found.extend(quoted);
}

/// 《海洋学报》编辑部, 《某报》集团: a body that makes the periodical whose title its name begins with.
pub(super) fn behind_title(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    for &(at, kind) in scan.cue_places("behind-periodical") {
        let Some(title) = scan.before(at).strip_suffix('》') else { continue };
        let Some(open) = title.rfind('《') else { continue };
        let end = at + kind.len();
        let class = (scan.bodies.iter()).find(|(_, to, _)| *to == end).map(|(_, _, e)| e.class);
        let class = class.or_else(|| scan.ontology.class(terms::ORGANISATION));
        let name = unquote(scan.slice(open, end));
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
        // 某国经济部|和中国外交部: two, of which the second has a state of its own, or the first is whole.
        let own = scan.slice(token.start, token.end);
        let of_state = scan.lexicon.prefix_of(own, |class| scan.is(class, terms::COUNTRY));
        let first = field.as_str().trim_end_matches(['和', '与']);
        if of_state.is_some() || is_office(first) {
            return None;
        }
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
    let (_, name_end) = crate::recognise::person::roster_name(scan)?;
    let line = scan.text.trim_end();
    // 陆建平（女） 某学院教授: a remark on the name is none of the affiliation.
    let rest = scan.slice(name_end, line.len());
    let remark =
        rest.starts_with(['（', '(']).then(|| rest.find(['）', ')'])).flatten().unwrap_or(0);
    let behind = name_end + remark;
    let start = behind + scan.slice(behind, line.len()).find(|c: char| c.is_alphanumeric())?;
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
    let ended = bodies.iter().filter(|body| body.rule == super::ENDING);
    let wholes = listed.chain(ended.map(|body| (body.start, body.end, body.class)));
    let of_places = scan.tokens.iter().filter_map(|token| numbered_of_place(scan, token));
    let units = wholes.filter_map(|(start, end, class)| {
        let to = end + numbered_unit(scan, scan.after(end))?;
        // 国务院八部|门: the kind goes on as another word.
        let goes_on = scan.tokens_touching(to - '部'.len_utf8(), to).any(|token| token.end > to);
        (!goes_on).then(|| Candidate::new(start, to, class, "numbered unit").ranked(2))
    });
    units.chain(of_places).collect()
}

/// 北京市第一中级人民法院, 江州市第三人民医院: one of several bodies of a kind that a place has.
fn numbered_of_place(scan: &Scan<'_>, token: &Token) -> Option<Candidate> {
    scan.class_of(token).filter(|class| scan.is(*class, terms::PLACE))?;
    let rest = scan.after(token.end);
    let seat = rest.strip_prefix(['市', '省', '县', '区']).unwrap_or(rest);
    let number = NUMBER.find(seat)?;
    let name = seat.get(number.end()..)?;
    let (_, to, ending) =
        scan.lexicon.body_endings(name).find(|(from, _, ending)| *from == 0 && !ending.weak)?;
    let end = scan.text.len() - name.len() + to;
    Some(Candidate::new(token.start, end, ending.class, super::ENDING).ranked(2))
}

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^第[一二三四五六七八九十]{1,3}").expect("the expression is well-formed")
});

/// Returns the length of a numbered unit, with the larger one before it and its field of work: 第二分院检察五部.
fn numbered_unit(scan: &Scan<'_>, text: &str) -> Option<usize> {
    let unit_at = |text: &str| {
        let numbered = text.starts_with(|c| "第一二三四五六七八九十".contains(c));
        numbered.then(|| NUMBERED_UNIT.find(text)).flatten().map(|unit| unit.end())
    };
    let larger = unit_at(text).unwrap_or(0);
    let rest = text.get(larger..)?;
    let field = scan.lexicon.starts_with_cue("unit-field", rest).map_or(0, str::len);
    let unit = unit_at(rest.get(field..)?).map(|unit| larger + field + unit);
    unit.or((larger > 0).then_some(larger))
}

static NUMBERED_UNIT: LazyLock<Regex> = LazyLock::new(|| {
    let number = "第?[一二三四五六七八九十]{1,3}";
    let kind = "(?:检察部|分院|支队|总队|研究室|研究所|研究院|巡回法庭|附属医院|临床医学院|医院|部|处|局|室|科|庭)";
    Regex::new(&format!("^{number}{kind}")).expect("the expression is well-formed")
});
