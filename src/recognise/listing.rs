//! What lists tell of their members: unknown firms between known ones, meetings that are bodies.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    candidate::Candidate,
    lexicon::{TokenKind, WordKind},
    scan::Scan,
};
use crate::ontology::{ClassId, terms::class as terms};

/// The rule of the firms that only their list shows to be such.
pub(crate) const LIST_MEMBER: &str = "member of a list";

static FIRMS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("等[^，。；、]{0,14}?(?:企业|公司|厂商|运营商|巨头)")
        .expect("the expression is well-formed")
});

/// 华为、蓝讯通、西门子、爱尔康等跨国企业: the members of a list of firms that no list knows, where two others
/// are known.
pub(super) fn firms(scan: &Scan<'_>, chosen: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::COMPANY) else { return };
    if !scan.holds(&["等"]) || !scan.holds(&["企业", "公司", "厂商", "运营商", "巨头"])
    {
        return;
    }
    let mut added = Vec::new();
    let mut last = 0;
    for hit in FIRMS.find_iter(scan.text) {
        let before = scan.before(hit.start());
        let clause = before.rfind(['，', '。', '；', '：', '（', '“']);
        let from = clause.map_or(0, |at| at + '，'.len_utf8()).max(last);
        last = hit.end();
        let mut items = Vec::new();
        let mut start = from;
        for (at, mark) in scan.slice(from, hit.start()).match_indices(['、', '和', '与']) {
            items.push((start, from + at));
            start = from + at + mark.len();
        }
        items.push((start, hit.start()));
        let known = |&(start, end): &(usize, usize)| {
            chosen
                .iter()
                .any(|c| scan.is(c.class, terms::COMPANY) && c.start >= start && c.end == end)
        };
        if items.iter().filter(|item| known(item)).count() < 2 {
            continue;
        }
        added.extend(items.into_iter().skip(1).filter(|item| !known(item)).filter_map(
            |(start, end)| {
                let name = scan.slice(start, end);
                let plain = (2..=10).contains(&name.chars().count())
                    && name.chars().all(char::is_alphanumeric)
                    && !scan.lexicon.is_common(name)
                    && scan.lexicon.ends_with_cue("people-noun", name).is_none()
                    && !scan.tokens_touching(start, end).any(|token| {
                        matches!(token.kind, TokenKind::Word(WordKind::Bound | WordKind::Verb))
                            || name.chars().count() <= 4
                                && scan.class_of(token).is_some_and(|c| scan.is(c, terms::PLACE))
                    });
                let free = chosen
                    .iter()
                    .all(|c| c.end <= start || end <= c.start || start <= c.start && c.end < end);
                (plain && free).then(|| Candidate::new(start, end, class, LIST_MEMBER))
            },
        ));
    }
    let within = |c: &Candidate| added.iter().any(|a| a.start <= c.start && c.end <= a.end);
    chosen.retain(|candidate| !within(candidate));
    chosen.extend(added);
    chosen.sort_by_key(|candidate| candidate.start);
}

static MEMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?:、)([一-鿿A-Za-z0-9&.\- ]{2,30}?)(?:[（(][^）)]*[）)])?(、|等|和|及|以及|为代表)",
    )
    .expect("well-formed")
});

/// An unknown name between members of one kind (微软、Team Cymru、诺基亚等企业) is of that kind, where
/// the words behind the list say what they are.
pub(super) fn members(scan: &Scan<'_>, chosen: &mut Vec<Candidate>) {
    let mut added: Vec<Candidate> = Vec::new();
    let mut known: Vec<(usize, usize, ClassId)> =
        chosen.iter().filter(|c| !c.nested).map(|c| (c.start, c.end, c.class)).collect();
    let mut at = 0;
    while let Some(&(_, end, class)) = known.get(at) {
        at += 1;
        if !scan.is(class, terms::COMPANY) {
            continue;
        }
        let parenthesis = super::parenthesis_end(scan.after(end));
        let from = end + parenthesis;
        let Some(captures) = MEMBER.captures(scan.after(from)) else { continue };
        let Some(member) = captures.get(1) else { continue };
        let (start, stop) = (from + member.start(), from + member.end());
        let taken = known.iter().any(|(a, b, _)| *a < stop && start < *b);
        let name = member.as_str().trim();
        let proper = name.chars().any(|c| c.is_ascii_uppercase())
            || scan.lexicon.ends_with_cue("company-tail", name).is_some();
        if taken || !proper || !firms_follow(scan, stop) {
            continue;
        }
        added.push(Candidate::new(start, stop, class, LIST_MEMBER).named(name));
        known.push((start, stop, class));
        known.sort_by_key(|(start, _, _)| *start);
    }
    chosen.extend(added);
}

/// 国际渔业大会|秘书长, 甲组织、全球渔业论坛、乙协会: what is called a meeting is a body where it has standing
/// offices, or where a list of bodies names it between two of them.
pub(super) fn standing_bodies(scan: &Scan<'_>, chosen: &mut [Candidate]) {
    let class = |name: &str| scan.ontology.class(name);
    let (Some(organisation), Some(international)) =
        (class(terms::ORGANISATION), class(terms::INTERNATIONAL_ORGANISATION))
    else {
        return;
    };
    let bodies: Vec<(usize, usize)> = chosen
        .iter()
        .filter(|c| !c.nested && scan.is(c.class, terms::BODY))
        .map(|c| (c.start, c.end + super::parenthesis_end(scan.after(c.end))))
        .collect();
    for candidate in chosen.iter_mut().filter(|c| scan.is(c.class, terms::EVENT)) {
        let name = scan.slice(candidate.start, candidate.end);
        let numbered =
            name.contains(['第', '届', '“']) || name.starts_with(|c: char| c.is_ascii_digit());
        if numbered || candidate.rule == super::event::DOUBLED {
            continue;
        }
        let offices = scan.lexicon.starts_with_cue("standing-office", scan.after(candidate.end));
        let end = candidate.end + super::parenthesis_end(scan.after(candidate.end));
        let forum = scan.lexicon.ends_with_cue("forum", name).is_some();
        let before = bodies.iter().any(|(_, to)| scan.slice(*to, candidate.start) == "、");
        let behind = bodies.iter().any(|(from, _)| {
            *from > end && matches!(scan.slice(end, *from), "、" | "和" | "以及" | "及")
        });
        let after = scan.after(candidate.end).trim_start_matches('”');
        let founded = scan.lexicon.starts_with_cue("is-founded", after).is_some();
        if offices.is_some() || forum && (before && behind || founded) {
            let wide = scan.lexicon.starts_with_cue("world-prefix", name).is_some()
                && scan.lexicon.prefix_of(name, |c| scan.is(c, terms::COUNTRY)).is_none();
            candidate.class = if wide && offices.is_some() { international } else { organisation };
            candidate.rule = "standing body";
        }
    }
}

/// Tells whether the clause goes on to say that the list is one of firms.
fn firms_follow(scan: &Scan<'_>, at: usize) -> bool {
    let rest = scan.after(at);
    let clause = rest.split(['，', '。', '；']).next().unwrap_or_default();
    scan.lexicon.holds_cue("firms", clause)
}
