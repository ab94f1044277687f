//! Which of two overlapping candidates stays: one rule, one place.

use super::candidate::Candidate;

/// Keeps, of candidates that overlap, the one of higher rank, then the longer, then the first.
pub(crate) fn choose(mut candidates: Vec<&Candidate>) -> Vec<Candidate> {
    candidates.sort_by(|a, b| {
        let key = |c: &Candidate| (std::cmp::Reverse((c.rank, c.end - c.start)), c.start);
        key(a).cmp(&key(b)).then_with(|| a.class.cmp(&b.class))
    });
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut taken: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    for candidate in candidates {
        let before = taken.range(..candidate.end).next_back();
        if before.is_some_and(|(_, end)| *end > candidate.start) {
            continue;
        }
        taken.insert(candidate.start, candidate.end);
        chosen.push(candidate.clone());
    }
    chosen.sort_by_key(|candidate| candidate.start);
    chosen
}
