//! Principles of a fixed form: …命运共同体, 《…宪章》宗旨和原则, 11项规范, 国际法适用于….

use std::sync::LazyLock;

use regex::Regex;

use crate::ontology::terms::class as terms;
use crate::recognise::{candidate::Candidate, scan::Scan, sought::Sought};

/// 人类命运共同体, 网络空间命运共同体, 发展共同体.
pub(super) fn communities(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::PRINCIPLE) else { return };
    for hit in COMMUNITY.matches(scan) {
        let mut start = hit.start();
        let head = hit.end() - "共同体".len();
        let listed = scan
            .slice(start, head)
            .char_indices()
            .map(|(at, _)| start + at)
            .find(|at| scan.lexicon.entries_of(scan.slice(*at, hit.end())).next().is_some());
        let fate = scan.slice(start, head).ends_with("命运");
        if let Some(listed) = listed {
            start = listed;
            while let Some(attribute) =
                scan.lexicon.ends_with_cue("community-attribute", scan.before(start))
            {
                start -= attribute.len();
            }
        } else if fate {
            let bounds = scan.tokens_in(start, head).filter(|token| {
                use crate::recognise::lexicon::{TokenKind, WordKind};
                matches!(
                    token.kind,
                    TokenKind::Word(WordKind::Bound | WordKind::Verb | WordKind::Conjunction)
                )
            });
            start = bounds.last().map_or(start, |token| token.end);
            // 共筑|新时代命运共同体: the verb of it.
            let verbs = scan.lexicon.cue_places("principle-lead", scan.slice(start, head));
            start = verbs.last().map_or(start, |(at, verb)| start + at + verb.len());
        }
        // 中国—东盟命运共同体: a state and what it is joined with.
        let joined = scan.before(start).strip_suffix(['—', '－', '-', '–']);
        let state = joined.and_then(|before| scan.token_ending(before.len()));
        if let Some(state) = state.filter(|token| {
            scan.class_of(token).is_some_and(|class| scan.is(class, terms::COUNTRY))
        }) {
            start = state.start;
        }
        if scan.slice(start, hit.end()) == "命运共同体" {
            continue;
        }
        if start < head {
            let name = scan.slice(start, hit.end());
            found.push(Candidate::new(start, hit.end(), class, "community").named(name).ranked(2));
        }
    }
}

pub(in crate::recognise) static COMMUNITY: Sought = Sought::new(9, &["共同体"], || {
    Regex::new(r"(?:[一-鿿]{0,10}命运|(?:人类|全球)?(?:发展|安全|责任|利益))共同体")
        .expect("the expression is well-formed")
});

/// 《联合国宪章》宗旨和原则: a fixed name for the principles of an instrument.
pub(super) fn charters(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::PRINCIPLE) else { return };
    let charters = scan.holds(&["宗旨", "精神"]).then(|| CHARTER.find_iter(scan.text));
    for hit in charters.into_iter().flatten() {
        let name =
            hit.as_str().replace(['《', '》'], "").replace("的宗旨", "宗旨").replace('与', "和");
        found.push(Candidate::new(hit.start(), hit.end(), class, "charter").named(name).ranked(5));
    }
}

static CHARTER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("《[^》]*(?:宪章|公约|条约)》的?(?:宗旨|精神)[和与及](?:各项)?原则")
        .expect("the expression is well-formed")
});

/// 11项规范, 三项原则: a counted set.
pub(super) fn counted(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::PRINCIPLE_SET) else { return };
    for hit in COUNTED.matches(scan) {
        found.push(Candidate::new(hit.start(), hit.end(), class, "counted set").ranked(2));
    }
}

pub(in crate::recognise) static COUNTED: Sought = Sought::new(10, &["规范", "原则"], || {
    Regex::new("(?:[1-9]\\d?|[二三四五六七八九十]+)(?:(?:项|条)(?:自愿性?)?(?:行为)?(?:规范|原则)|字[一-鿿]{0,4}?(?:原则|方针))")
        .expect("well-formed")
});

/// 国际法…适用于网络空间: the statement that a body of law applies to a field.
pub(super) fn applications(scan: &Scan<'_>, found: &mut Vec<Candidate>) {
    let Some(class) = scan.ontology.class(terms::PRINCIPLE) else { return };
    for captures in APPLIES.captures(scan) {
        let (Some(whole), Some(law), Some(field)) =
            (captures.get(0), captures.get(1), captures.get(2))
        else {
            continue;
        };
        let name = format!("{}适用于{}", law.as_str(), field.as_str());
        found.push(
            Candidate::new(whole.start(), field.end(), class, "applicability")
                .named(name)
                .ranked(3),
        );
    }
}

pub(in crate::recognise) static APPLIES: Sought = Sought::new(11, &["适用于"], || {
    Regex::new(r"(国际法|国家主权|国际人道法|国际人权法)(?:特别是[^，。]{2,12})?适用于([一-鿿]{2,6}?)(?:[，。；、]|是|并|已|的|$)")
        .expect("the expression is well-formed")
});
