//! Which names were rightly taken for one entity: pairwise precision, recall and F1.
//!
//! A pair is two different names, after folding, of one entity in one document. Of the pairs that
//! the gold has, *recall* is the share that stands in one extracted entity of that document, so
//! that a name never found is a pair not joined. Of the pairs that were joined, *precision* is the
//! share that the gold has; there only those are counted both names of which the gold knows in that
//! document, since of the others it says nothing. The class of the entity plays no part. An entity
//! of n names has n(n−1)/2 pairs, so large ones weigh more.

use std::collections::BTreeSet;

use super::{
    fold::Names,
    gold::GoldDocument,
    matching::{entity_names, gold_names},
    predicted::PredictedEntity,
    report::Counts,
};

/// Counts the pairs of names of one document: right, joined, and joined in the gold.
pub(super) fn pairs(gold: &GoldDocument, found: &[&PredictedEntity]) -> Counts {
    let golden: Vec<_> = gold.entities.iter().map(gold_names).collect();
    let known: Names = golden.iter().flatten().cloned().collect();
    let joined: Vec<Names> = found
        .iter()
        .map(|entity| entity_names(entity).intersection(&known).cloned().collect())
        .collect();
    let (golden, joined) = (all_pairs(&golden), all_pairs(&joined));
    Counts {
        right: number(golden.intersection(&joined).count()),
        found: number(joined.len()),
        gold: number(golden.len()),
    }
}

fn all_pairs(entities: &[Names]) -> BTreeSet<(&str, &str)> {
    let pairs = entities.iter().flat_map(|names| {
        names.iter().enumerate().flat_map(move |(place, first)| {
            names.iter().skip(place + 1).map(move |second| (first.as_str(), second.as_str()))
        })
    });
    pairs.collect()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).expect("fewer pairs than four thousand million")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::gold::GoldEntity;

    fn check(gold: &[&str], found: &[&str], expected: (u32, u32, u32)) {
        let entities = gold.iter().map(|names| {
            let mut names = names.split('|').map(str::to_owned);
            let label = names.next().unwrap();
            GoldEntity {
                class: "Organisation".to_owned(),
                label,
                aliases: names.collect(),
                line: 2,
            }
        });
        let gold = GoldDocument {
            name: "sea".to_owned(),
            entities: entities.collect(),
            facts: Vec::new(),
        };
        let found: Vec<_> = found
            .iter()
            .map(|names| PredictedEntity {
                label: (*names).to_owned(),
                ..PredictedEntity::default()
            })
            .collect();
        let counts = pairs(&gold, &found.iter().collect::<Vec<_>>());
        assert_eq!((counts.right, counts.found, counts.gold), expected);
    }

    #[test]
    fn names_joined_rightly_wrongly_and_not_at_all() {
        // Gold: three pairs and one. Found: 甲-甲一 rightly, 乙-丙 wrongly; 丙一 was never found.
        check(&["甲|甲一|甲二", "乙", "丙|丙一"], &["甲|甲一", "甲二", "乙|丙"], (1, 2, 4));
    }

    #[test]
    fn a_name_that_the_gold_does_not_know_is_not_judged() {
        check(&["甲|甲一"], &["甲|甲一|子|丑"], (1, 1, 1));
    }

    #[test]
    fn spellings_that_fold_to_one_are_no_pair() {
        check(&["《甲》|甲"], &["甲|“甲”"], (0, 0, 0));
    }
}
