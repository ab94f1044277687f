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
            let own =
                body.name.clone().unwrap_or_else(|| scan.slice(body.start, body.end).to_owned());
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
