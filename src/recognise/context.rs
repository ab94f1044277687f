//! Names that the text around completes: 第一次会议 of the body just named, 第七次 before a body,
//! a body's report of a year, unknown members of a list.

use std::sync::LazyLock;

use regex::{Match, Regex};

use super::{candidate::Candidate, event::BARE_ORDINAL, listing, scan::Scan, sought::Sought};
use crate::{
    model::{Document, Mention},
    ontology::{ClassId, terms::class as terms},
};

/// Completes the candidates that were chosen for a block.
pub(crate) fn complete(scan: &Scan<'_>, chosen: &mut Vec<Candidate>) {
    sessions(scan, chosen);
    numbered_bodies(scan, chosen);
    dated_documents(scan, chosen);
    joint_statements(scan, chosen);
    resolutions(scan, chosen);
    unmarked_documents(scan, chosen);
    listing::members(scan, chosen);
    listing::firms(scan, chosen);
    listing::standing_bodies(scan, chosen);
    campuses(scan, chosen);
    chosen.sort_by_key(|candidate| candidate.start);
}

/// Gives 第一次实质性会议 the body that its sentence or the one before names; drops it else.
fn sessions(scan: &Scan<'_>, chosen: &mut Vec<Candidate>) {
    let mut kept: Vec<Candidate> = Vec::with_capacity(chosen.len());
    for mut candidate in std::mem::take(chosen) {
        let ordinal = candidate.rule == BARE_ORDINAL;
        let numbered = scan.is(candidate.class, terms::EVENT)
            && scan.after(candidate.start).starts_with('第')
            && scan.before(candidate.start).ends_with('》');
        if !ordinal && !numbered {
            kept.push(candidate);
            continue;
        }
        let between = |body: &Candidate| {
            scan.slice(body.end, candidate.start).matches(['。', '！', '？']).count() <= 1
        };
        // 《某公约》第二十九次缔约方大会: the sessions of a treaty's parties.
        let treaty = kept.iter().rev().find(|other| {
            let at_it = scan.slice(other.end, candidate.start).trim_matches('的').is_empty();
            other.end <= candidate.start && at_it && scan.is(other.class, terms::DOCUMENT)
        });
        // 公约第十四次缔约方大会: of the treaty named last, where that is a 公约.
        let of_parties = scan.slice(candidate.start, candidate.end).contains("缔约方");
        let body = if of_parties && treaty.is_none() {
            let last = kept.iter().rev().find(|other| scan.is(other.class, terms::TREATY));
            let bare = scan.lexicon.ends_with_cue("treaty-kind", scan.before(candidate.start));
            let named = last.filter(|treaty| {
                let name = treaty.name_in(scan).trim_end_matches('》');
                bare.is_some_and(|kind| name.ends_with(kind))
            });
            if named.is_none() {
                continue;
            }
            named
        } else {
            treaty.or_else(|| {
                kept.iter().rev().find(|other| {
                    scan.is(other.class, terms::BODY)
                        && !scan.is(other.class, terms::COMPANY)
                        && !scan.is(other.class, terms::UNIVERSITY)
                        && between(other)
                })
            })
        };
        if body.is_none() && !ordinal {
            kept.push(candidate);
            continue;
        }
        // 首届论坛 is of a series, not of a body.
        let kind = scan.slice(candidate.start, candidate.end);
        if ordinal && scan.lexicon.ends_with_cue("kind-of-series", kind).is_some() {
            candidate.rule = OF_SERIES;
            kept.push(candidate);
            continue;
        }
        let Some(body) = body else { continue };
        let own = body.name_in(scan);
        let session = scan.slice(candidate.start, candidate.end);
        candidate.name = Some(format!("{own}{session}"));
        candidate.rule = SESSION;
        kept.push(candidate);
    }
    *chosen = kept;
}

/// The rule of a meeting named by its number in a series and its kind.
const OF_SERIES: &str = "meeting of the series named before";

static NUMBER_IN_SERIES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:(?:19|20)\d\d ?年?)?(?:第 ?[一二三四五六七八九十百\d]+ ?[届次]|首[届次])")
        .expect("the expression is well-formed")
});

/// Gives 第五届论坛 the name of the series of which the last meeting before it is; drops it where
/// there is none.
pub(super) fn in_series(document: &Document, names: &mut Vec<Mention>, event: ClassId) {
    let mut last: Vec<String> = Vec::new();
    let mut numbered: Vec<String> = Vec::new();
    names.retain_mut(|mention| {
        if mention.class != event {
            return true;
        }
        if mention.rule.as_str() == OF_SERIES {
            let surface = document.slice(mention.span);
            let number = NUMBER_IN_SERIES.find(surface).map_or("", |hit| hit.as_str());
            let kind = surface.get(number.len()..).unwrap_or_default();
            // A numbered meeting shows a series; else there must be one name only.
            let mut others = last.iter().rev().filter(|name| name.ends_with(kind));
            let only = others.next().filter(|first| others.all(|name| name == *first));
            let series = numbered.iter().rev().find(|name| name.ends_with(kind)).or(only);
            let Some(series) = series else { return false };
            mention.name = format!("{number}{series}");
            return true;
        }
        // 第二届大会 is of the series of 首届某大会 rather than of a body near by.
        let surface = document.slice(mention.span);
        if mention.rule.as_str() == SESSION
            && let Some(number) = NUMBER_IN_SERIES.find(surface)
            && number.as_str().ends_with('届')
            && let Some(series) = numbered
                .iter()
                .rev()
                .find(|name| surface.get(number.end()..).is_some_and(|kind| name.ends_with(kind)))
        {
            mention.name = format!("{}{series}", number.as_str());
            return true;
        }
        let number = NUMBER_IN_SERIES.find(&mention.name).map_or(0, |hit| hit.end());
        let series = mention.name.get(number..).unwrap_or_default().trim();
        if number > 0 && mention.rule.as_str() != SESSION && series.chars().count() >= 4 {
            numbered.push(series.to_owned());
        }
        if series.chars().count() >= 4 {
            last.push(series.to_owned());
        }
        true
    });
}

/// The rule of a session whose body the text around names.
const SESSION: &str = "session of the body named before";

static ORDINAL_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"第 ?[一二三四五六七八九十百\d]+ ?(?:次|届|轮) ?$")
        .expect("the expression is well-formed")
});

/// Returns the ordinal that a text ends with.
fn ordinal_before(text: &str) -> Option<Match<'_>> {
    let counted = text.trim_end_matches(' ').ends_with(['次', '届', '轮']);
    counted.then(|| ORDINAL_BEFORE.find(text)).flatten()
}

/// 第十二届某委员会, 第七次IEG: a meeting of the body.
fn numbered_bodies(scan: &Scan<'_>, chosen: &mut [Candidate]) {
    let Some(class) = scan.ontology.class(terms::EVENT) else { return };
    for candidate in chosen.iter_mut().filter(|c| scan.is(c.class, terms::BODY)) {
        let Some(ordinal) = ordinal_before(scan.before(candidate.start)) else { continue };
        // 第六届某大会组委会: the ordinal is of the meeting that the body prepares.
        let of_meeting =
            scan.lexicon.ends_with_cue("event-body", scan.slice(candidate.start, candidate.end));
        // 第八届某园区|建设合作峰会: what goes on is the meeting's name.
        let goes_on = scan.after(candidate.end).starts_with(super::scan::is_han)
            && scan.token_starting(candidate.end).is_none_or(|token| !scan.bound_at(token.start));
        // 第十四届全国政协委员: a term of a body, no meeting.
        let term =
            scan.lexicon.holds_cue("body-with-terms", scan.slice(candidate.start, candidate.end))
                && !scan.before(candidate.start).ends_with('次');
        if of_meeting.is_some() || goes_on || term {
            continue;
        }
        let end = candidate.end;
        let name = format!("{}{}", ordinal.as_str(), candidate.name_in(scan));
        *candidate =
            Candidate::new(ordinal.start(), end, class, "numbered session of a body").named(name);
    }
}

static DATED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?:于)? ?((?:19|20)\d\d) ?年(?:度)?(?:[一-鿿]{0,4}?)(报告|决议|宣言|公报|声明|白皮书)",
    )
    .expect("the expression is well-formed")
});
static ITS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"其((?:19|20)\d\d) ?年(?:度)?(报告|决议|宣言|公报|声明|白皮书)")
        .expect("well-formed")
});

/// The rule of documents named by body and year.
pub(crate) const DATED_DOCUMENT: &str = "body, year and kind";

/// 某专家组2015年报告, and 其2021年报告 behind it.
fn dated_documents(scan: &Scan<'_>, chosen: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::POLICY_DOCUMENT) else { return };
    let mut added = Vec::new();
    let mut last: Option<String> = None;
    for candidate in chosen.iter_mut().filter(|c| !c.nested) {
        if !scan.is(candidate.class, terms::BODY) {
            continue;
        }
        let Some(captures) = DATED.captures(scan.after(candidate.end)) else { continue };
        let Some(whole) = captures.get(0) else { continue };
        let own = candidate.name_in(scan).to_owned();
        let end = candidate.end + whole.end();
        let name = format!("{own}{}", whole.as_str());
        added.push(candidate.clone().named(own.clone()).nested());
        *candidate = Candidate::new(candidate.start, end, class, DATED_DOCUMENT).named(name);
        last = Some(own);
    }
    if let Some(own) = last {
        for captures in ITS.captures_iter(scan.text) {
            let (Some(whole), Some(year), Some(kind)) =
                (captures.get(0), captures.get(1), captures.get(2))
            else {
                continue;
            };
            let name = format!("{own}{}年{}", year.as_str(), kind.as_str());
            let document =
                Candidate::new(whole.start(), whole.end(), class, DATED_DOCUMENT).named(name);
            let body = scan.ontology.class(terms::INTERNATIONAL_ORGANISATION);
            added.extend(body.map(|body| {
                let end = whole.start() + '其'.len_utf8();
                Candidate::new(whole.start(), end, body, "its").named(own.clone()).nested()
            }));
            added.push(document);
        }
    }
    chosen.extend(added);
}

pub(super) static RESOLUTION: Sought = Sought::new(3, &["号决议"], || {
    Regex::new(
        r"第 ?[A-Z]{0,4}/?\d{1,4}(?:/\d{1,4})? ?(?:[（(][A-Z]{1,8}[）)] ?)?号决议|第 ?[一二三四五六七八九十百千〇零]+号决议",
    )
    .expect("well-formed")
});

/// 第74/247号决议: a resolution by its number.
fn resolutions(scan: &Scan<'_>, chosen: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::POLICY_DOCUMENT) else { return };
    for hit in RESOLUTION.matches(scan) {
        let free = chosen.iter().all(|c| c.end <= hit.start() || hit.end() <= c.start);
        if free {
            chosen.push(Candidate::new(hit.start(), hit.end(), class, "numbered resolution"));
        }
    }
    for index in 0..chosen.len() {
        let Some(body) = chosen.get(index).filter(|c| scan.is(c.class, terms::BODY) && !c.nested)
        else {
            continue;
        };
        let Some(kind) = scan.lexicon.starts_with_cue("rules-of-body", scan.after(body.end)) else {
            continue;
        };
        let (start, end) = (body.start, body.end + kind.len());
        let name = scan.slice(start, end).to_owned();
        let whole = body.clone().nested();
        if let Some(slot) = chosen.get_mut(index) {
            *slot = Candidate::new(start, end, class, "rules of a body").named(name);
        }
        chosen.push(whole);
    }
}

pub(super) static JOINT: Sought =
    Sought::new(4, &["联合声明", "联合公报", "联合宣言"], || {
        Regex::new(r"(?:共同|联合)?(?:发布|发表|签署|达成)了?(联合声明|联合公报|联合宣言)")
            .expect("well-formed")
    });

static UNMARKED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:签署|签订|发表|发布|通过|达成|缔结)了?(关于[^，。；：、“”《》]{2,30}?的?(?:联合声明|联合公报|联合宣言|共同声明|宣言|公报|谅解备忘录|协定|议定书|决议))(?:$|[，。；、（和与及])")
        .expect("the expression is well-formed")
});

/// 签署关于人工智能竞争的联合声明: a document by its title without marks, right behind the verb.
fn unmarked_documents(scan: &Scan<'_>, chosen: &mut Vec<Candidate>) {
    if !scan.holds(&["关于"]) {
        return;
    }
    let titles = UNMARKED.captures_iter(scan.text).filter_map(|captures| captures.get(1));
    for title in titles {
        let Some(class) = scan.lexicon.document_class(title.as_str()) else { continue };
        chosen.retain(|c| c.end <= title.start() || title.end() <= c.start || c.nested);
        chosen.push(Candidate::new(title.start(), title.end(), class, "title without marks"));
    }
    chosen.sort_by_key(|candidate| candidate.start);
}

/// 甲乙发表联合声明: the joint statement of the parties named right before.
fn joint_statements(scan: &Scan<'_>, chosen: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::POLICY_DOCUMENT) else { return };
    for captures in JOINT.captures(scan) {
        let (Some(whole), Some(kind)) = (captures.get(0), captures.get(1)) else { continue };
        let mut parties = String::new();
        let mut count = 0;
        let mut at = whole.start();
        while let Some(party) = chosen.iter().rev().find(|c| {
            c.end <= at
                && matches!(scan.slice(c.end, at), "" | "和" | "与" | "、" | "双方" | "两国")
                && scan.is(c.class, terms::AGENT)
        }) {
            parties.insert_str(0, scan.slice(party.start, party.end));
            at = party.start;
            count += 1;
        }
        if count >= 2 {
            let name = format!("{parties}{}", kind.as_str());
            let document = Candidate::new(kind.start(), kind.end(), class, "joint statement");
            chosen.push(document.named(name));
            chosen.sort_by_key(|candidate| candidate.start);
        }
    }
}

/// 中国石油大学（北京）: a place in parentheses right behind a university is of its name.
fn campuses(scan: &Scan<'_>, chosen: &mut Vec<Candidate>) {
    let mut taken = Vec::new();
    for candidate in chosen.iter_mut().filter(|c| scan.is(c.class, terms::UNIVERSITY)) {
        let length = super::parenthesis_end(scan.after(candidate.end));
        let inside = scan.slice(candidate.end, candidate.end + length);
        let place = inside.trim_matches(['（', '）', '(', ')']);
        let known = |entry: &super::Entry| scan.is(entry.class, terms::PLACE);
        if length > 0 && scan.lexicon.entries_of(place).any(known) {
            let own = candidate.name.take();
            let own = own.unwrap_or_else(|| scan.slice(candidate.start, candidate.end).to_owned());
            candidate.name = Some(format!("{own}{inside}"));
            taken.push((candidate.end, candidate.end + length));
            candidate.end += length;
        }
    }
    let within = |c: &Candidate| taken.iter().any(|(from, to)| *from < c.start && c.end < *to);
    chosen.retain(|candidate| !within(candidate));
}
