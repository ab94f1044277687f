//! The class of a body by its name, and the wholes that its name holds.

use crate::ontology::{ClassId, terms::class as terms};
use crate::recognise::{
    event::pair,
    lexicon::{Ending, TokenKind},
    scan::Scan,
};

/// The class of a part is that of its whole, but for schools, which are universities' kind.
pub(crate) fn class_of(
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
    let state = scan.lexicon.prefix_of(stem, |class| scan.is(class, terms::COUNTRY));
    let state = state.and_then(|(end, _)| stem.get(..end)).unwrap_or_default();
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
    // 印度数据保护委员会: the commission of a state that regulates.
    let regulates = scan.lexicon.holds_cue("regulated-field", own);
    if ending.text == "委员会" && !state.is_empty() && regulates {
        return class(terms::GOVERNMENT_BODY);
    }
    if (own.starts_with("国家") || own.starts_with("中央"))
        && !ending.own
        && scan.is(ending.class, terms::ORGANISATION)
        && scan.lexicon.ends_with_cue("scholarly-body", &format!("{own}{}", ending.text)).is_none()
    {
        return class(terms::GOVERNMENT_BODY);
    }
    ending.class
}

/// 北太平洋渔业委员会, 中哈联合委员会: an organ of the states of a region, or of two states.
pub(super) fn of_several_states(scan: &Scan<'_>, ending: &Ending, stem: &str) -> bool {
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
    scan.lexicon.starts_with_cue("region", stem).is_some() && state(stem).is_none()
        || pair(scan, stem)
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
    // 某日报理论部: a part of the press.
    if ends.is_empty()
        && let Some((to, _)) =
            scan.lexicon.prefix_of(name, |class| scan.is(class, terms::PERIODICAL))
        && let Some(press) = scan.ontology.class(terms::ORGANISATION)
        && to > '报'.len_utf8() * 2
        && scan.slice(start + to, end).chars().count() <= 5
        && name.ends_with(['部', '室', '社', '处', '站', '院', '心', '道'])
        && scan.lexicon.ends_with_cue("site-ending", scan.slice(start, start + to)).is_some()
    {
        ends.push((start + to, press));
    }
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
        // 合|作协|调: of two other words.
        if rest < 2 || cut || super::inside_longer_word(scan, from, to) {
            continue;
        }
        let whole = ends.iter().rev().find(|(end, _)| *end < to).map(|(_, class)| *class);
        ends.push((to, class_of(scan, ending, whole, scan.slice(start, from))));
        ends.sort_by_key(|(end, _)| *end);
    }
    ends
}
