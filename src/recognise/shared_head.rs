//! A unit that several bodies of a list have each: 甲大学、乙大学的网络治理研究基地.

use super::{candidate::Candidate, scan::Scan};
use crate::ontology::terms::class as terms;

/// Gives each body of a list the unit that the list shares, and keeps the body within it.
pub(crate) fn distribute(scan: &Scan<'_>, chosen: &mut Vec<Candidate>) {
    let mut added = Vec::new();
    for index in 0..chosen.len() {
        let Some(last) = chosen.get(index) else { continue };
        if !scan.is(last.class, terms::BODY) {
            continue;
        }
        let Some((unit, unit_end)) = unit_after(scan, last.end) else { continue };
        let mut member = index;
        while let Some(body) = chosen.get_mut(member) {
            let own = body.name_in(scan).to_owned();
            let whole = body.clone().nested().named(own.clone());
            body.name = Some(format!("{own}{unit}"));
            body.rule = "shared head";
            added.push(whole);
            if member == index {
                body.end = unit_end;
                body.rank = 6;
            }
            let start = body.start;
            let before = member.checked_sub(1).and_then(|before| chosen.get(before));
            let Some(previous) = before.filter(|p| {
                scan.is(p.class, terms::BODY)
                    && matches!(scan.slice(p.end, start), "、" | "和" | "与" | "及" | "以及")
            }) else {
                break;
            };
            if scan.slice(previous.start, previous.end).contains(&unit) {
                break;
            }
            member -= 1;
        }
    }
    let covered: Vec<(usize, usize)> =
        chosen.iter().filter(|c| c.rank == 6).map(|c| (c.start, c.end)).collect();
    chosen.retain(|c| {
        c.rank == 6 || !covered.iter().any(|(start, end)| *start < c.start && c.end <= *end)
    });
    chosen.extend(added);
}

/// 甲大学某院院长兼乙学院教授, 甲院研究员、乙研究室副主任: a unit in a second post stands under the body
/// of the first one, a school under its university, an office under what it is right behind.
pub(crate) fn second_posts(scan: &Scan<'_>, chosen: &mut Vec<Candidate>) {
    let mut added: Vec<(Candidate, String)> = Vec::new();
    for first in chosen.iter().filter(|c| !c.nested && scan.is(c.class, terms::BODY)) {
        let Some((from, to)) = second_unit(scan, first.end) else { continue };
        let own = first.name_in(scan).to_owned();
        let unit = scan.slice(from, to);
        let office = scan.lexicon.ends_with_cue("office-unit", unit).is_some();
        let top = super::body::parts(scan, first.start, first.end).first().copied();
        let (whole, class) = match top.filter(|_| !office) {
            Some((end, class)) => (scan.slice(first.start, end).to_owned(), class),
            None => (own, first.class),
        };
        let named = Candidate::new(from, to, class, "unit of a second post");
        added.push((named.named(format!("{whole}{unit}")), whole));
    }
    for (unit, whole) in added {
        let overlaps = |c: &Candidate| c.start < unit.end && unit.start < c.end;
        let within = |c: &Candidate| unit.start <= c.start && c.end <= unit.end;
        if chosen.iter().all(|c| !overlaps(c) || within(c)) {
            chosen.retain(|c| !overlaps(c));
            chosen.push(
                Candidate::new(unit.start, unit.end, unit.class, "shared head")
                    .named(whole)
                    .nested(),
            );
            chosen.push(unit);
        }
    }
    chosen.sort_by_key(|candidate| candidate.start);
}

/// 某国总统特别代表、联邦最高委员会成员: a body in a second post behind an office of a state is an organ of it.
pub(crate) fn of_state_offices(scan: &Scan<'_>, chosen: &mut [Candidate]) {
    let Some(government) = scan.ontology.class(terms::GOVERNMENT_BODY) else { return };
    let states: Vec<usize> = (chosen.iter())
        .filter(|c| !c.nested && scan.is(c.class, terms::COUNTRY))
        .map(|c| c.end)
        .collect();
    let organisation = scan.ontology.class(terms::ORGANISATION);
    for body in chosen.iter_mut().filter(|c| c.class != government) {
        if organisation != Some(body.class) || !scan.before(body.start).ends_with('、') {
            continue;
        }
        let name = scan.slice(body.start, body.end);
        let organ = scan.lexicon.ends_with_cue("organ-of-state", name);
        let world = ["world-prefix", "region"]
            .iter()
            .any(|group| scan.lexicon.starts_with_cue(group, name).is_some());
        if organ.is_none() || world {
            continue;
        }
        let office = |state: &&usize| {
            if **state >= body.start {
                return false;
            }
            let between = scan.slice(**state, body.start - '、'.len_utf8());
            scan.lexicon.title_at_end(between) == Some(0)
        };
        if states.iter().any(|state| office(&state)) {
            body.class = government;
        }
    }
}

/// Returns where a unit stands behind a title that follows here and 兼 or 、, before a title.
fn second_unit(scan: &Scan<'_>, body: usize) -> Option<(usize, usize)> {
    let reach =
        scan.after(body).char_indices().nth(30).map_or(scan.text.len(), |(at, _)| body + at);
    let window = scan.slice(body, reach);
    let (mark, length) = ["兼任", "兼", "、"]
        .iter()
        .filter_map(|mark| window.find(mark).map(|at| (at, mark.len())))
        .min()?;
    let title = window.get(..mark)?;
    if scan.lexicon.title_at_end(title) != Some(0) {
        return None;
    }
    let from = body + mark + length;
    let rest = scan.slice(from, reach);
    let (start, end, _) = scan.lexicon.body_endings(rest).find(|(start, _, ending)| {
        *start >= '中'.len_utf8() * 2 && (!ending.weak || rest.len() > 6)
    })?;
    let stem = rest.get(..start)?;
    // 皇家工程院, 联盟咨询委员会: a body of its own, or of another one that the text calls by its kind.
    let own = ["own-body", "national-prefix", "world-prefix"]
        .iter()
        .any(|group| scan.lexicon.starts_with_cue(group, rest).is_some());
    // 某科学院院士、南安普顿大学副校长: what nothing else has within it.
    let kind = scan.lexicon.ends_with_cue("whole-kind", rest.get(..end)?);
    // 某省政协副主席、山东社会科学院书记: of a place by its own name.
    let placed = scan
        .lexicon
        .prefix_of(rest, |class| scan.is(class, terms::PLACE) || scan.is(class, terms::COUNTRY));
    if own || kind.is_some() || placed.is_some() {
        return None;
    }
    let plain = stem.chars().all(super::scan::is_han)
        && !scan.tokens_touching(from, from + start).any(|token| {
            matches!(token.kind, super::lexicon::TokenKind::Word(super::lexicon::WordKind::Bound))
                // 学术|委员会: an office that goes on as the unit is none.
                || matches!(token.kind, super::lexicon::TokenKind::Title)
                    && token.end <= from + start
                || scan.class_of(token).is_some_and(|class| {
                    scan.is(class, terms::BODY)
                        || scan.is(class, terms::COUNTRY)
                        || scan.is(class, terms::PLACE)
                })
        });
    let after = rest.get(end..)?;
    let post =
        after.char_indices().map(|(at, c)| at + c.len_utf8()).take(8).any(|to| {
            after.get(..to).is_some_and(|title| scan.lexicon.title_at_end(title) == Some(0))
        });
    (plain && post).then_some((from, from + end))
}

/// Returns the unit behind 的, where it is a body's name without an anchor of its own.
fn unit_after(scan: &Scan<'_>, end: usize) -> Option<(String, usize)> {
    let start = end + scan.after(end).strip_prefix('的').map(|_| '的'.len_utf8())?;
    let reach =
        scan.after(start).char_indices().nth(24).map_or(scan.text.len(), |(at, _)| start + at);
    let (from, to, _) =
        scan.lexicon.body_endings(scan.slice(start, reach)).find(|(_, _, ending)| !ending.weak)?;
    let (from, to) = (start + from, start + to);
    let stem = scan.slice(start, from);
    let plain = stem.chars().all(super::scan::is_han)
        && !scan.tokens_in(start, from).any(|token| {
            matches!(token.kind, super::lexicon::TokenKind::Word(super::lexicon::WordKind::Bound))
                || scan.class_of(token).is_some()
        });
    (plain && stem.chars().count() >= 4 && !scan.lexicon.is_generic(stem))
        .then(|| (scan.slice(start, to).to_owned(), to))
}
