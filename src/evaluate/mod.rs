//! How good the extraction is: what was extracted, laid beside what a careful reader wrote down.
//!
//! [`evaluate`] gives the figures of the referee that comes with the gold, to the last digit, and
//! adds how sure they are, how often each rule was right, and how well names were joined.

mod bootstrap;
mod fold;
mod gold;
pub mod identity;
mod matching;
mod predicted;
mod render;
mod report;
mod rows;

use std::collections::BTreeMap;

pub use gold::{Gold, GoldDocument, GoldEntity, GoldFact};
pub use predicted::{PredictedEntity, PredictedFact};
pub use render::{Content, write_csv, write_json, write_rules, write_table};
pub use report::{Counts, Interval, Intervals, Mistake, MistakeKind, Report, RuleScore, Score};
pub use rows::RowsError;

use fold::relation_name;
use matching::{Matched, Verdict};
use report::{ByClass, ByRelation};

/// Compares entities and facts with the gold; those of documents without gold are left out.
pub fn evaluate(entities: &[PredictedEntity], facts: &[PredictedFact], gold: &Gold) -> Report {
    let mut tally = Tally::default();
    for document in &gold.documents {
        let entities: Vec<_> = entities.iter().filter(|e| e.document == document.name).collect();
        let facts: Vec<_> = facts.iter().filter(|f| f.document == document.name).collect();
        if entities.is_empty() && facts.is_empty() {
            tally.absent.push(document.name.clone());
        }
        tally.add_entities(document, &entities);
        tally.add_facts(document, &entities, &facts);
        tally.identity.add(identity::pairs(document, &entities));
    }
    tally.report()
}

/// What is counted on the way through the documents.
#[derive(Default)]
struct Tally {
    classes: ByClass,
    relations: ByRelation,
    document_entities: Vec<Score>,
    document_facts: Vec<Score>,
    identity: Counts,
    rules: BTreeMap<String, RuleScore>,
    absent: Vec<String>,
    mistakes: Vec<Mistake>,
}

impl Tally {
    fn add_entities(&mut self, document: &GoldDocument, found: &[&PredictedEntity]) {
        let matched = matching::entities(document, found);
        let mut all = Counts::default();
        for (entity, &hit) in document.entities.iter().zip(&matched.gold) {
            let one = Counts { right: u32::from(hit), found: 0, gold: 1 };
            self.classes.of(&entity.class).add(one);
            all.add(one);
            if !hit {
                let place = format!("{}:{}", document.entities_file(), entity.line);
                let mistake = mistake(document, MistakeKind::EntityMissed, place);
                self.mistakes.push(Mistake {
                    name: entity.class.clone(),
                    subject: entity.label.clone(),
                    ..mistake
                });
            }
        }
        for (entity, verdict) in found.iter().zip(&matched.found) {
            if *verdict == Verdict::Uncounted {
                continue;
            }
            let one = Counts { right: 0, found: 1, gold: 0 };
            self.classes.of(&entity.class).add(one);
            all.add(one);
            if *verdict == Verdict::Wrong {
                let mistake = mistake(document, MistakeKind::EntityWrong, document.name.clone());
                self.mistakes.push(Mistake {
                    name: entity.class.clone(),
                    subject: entity.label.clone(),
                    ..mistake
                });
            }
        }
        self.document_entities.push(Score::of_items(&document.name, all));
    }

    fn add_facts(
        &mut self,
        document: &GoldDocument,
        entities: &[&PredictedEntity],
        found: &[&PredictedFact],
    ) {
        let matched = matching::facts(document, entities, found);
        let mut all = Counts::default();
        for (fact, &hit) in document.facts.iter().zip(&matched.gold) {
            let one = Counts { right: u32::from(hit), found: 0, gold: 1 };
            self.relations.of(&fact.relation).add(one);
            all.add(one);
            if !hit {
                let place = format!("{}:{}", document.facts_file(), fact.line);
                self.mistakes.push(Mistake {
                    name: relation_name(&fact.relation),
                    subject: fact.subject.clone(),
                    object: fact.object.clone(),
                    sentence: fact.quote.clone(),
                    ..mistake(document, MistakeKind::FactMissed, place)
                });
            }
        }
        for (fact, verdict) in found.iter().zip(&matched.found) {
            if matches!(verdict, Verdict::Repeats(_)) {
                continue;
            }
            let one = Counts { right: 0, found: 1, gold: 0 };
            self.relations.of(&fact.relation).add(one);
            all.add(one);
            if *verdict == Verdict::Wrong {
                self.mistakes.push(wrong_fact(document, fact));
            }
        }
        self.document_facts.push(Score::of_items(&document.name, all));
        self.add_rules(found, &matched);
    }

    /// Counts what each rule read; a fact that two rules read counts for both.
    fn add_rules(&mut self, found: &[&PredictedFact], matched: &Matched) {
        let mut read = BTreeMap::new();
        for (row, (fact, verdict)) in found.iter().zip(&matched.found).enumerate() {
            let original = if let Verdict::Repeats(original) = verdict { *original } else { row };
            let right = matched.found[original] == Verdict::Right;
            if !fact.rule.is_empty() {
                read.insert((fact.rule.as_str(), original), right);
            }
        }
        for ((rule, _), right) in read {
            let new = || RuleScore { rule: rule.to_owned(), right: 0, found: 0 };
            let score = self.rules.entry(rule.to_owned()).or_insert_with(new);
            score.found += 1;
            score.right += u32::from(right);
        }
    }

    fn report(self) -> Report {
        Report {
            entities: Score::of_documents("entities", &self.document_entities),
            facts: Score::of_documents("facts", &self.document_facts),
            classes: self.classes.scores(),
            relations: self.relations.scores(),
            document_entities: self.document_entities,
            document_facts: self.document_facts,
            identity: Score::of_items("pairs of names", self.identity),
            rules: self.rules.into_values().collect(),
            absent: self.absent,
            mistakes: self.mistakes,
        }
    }
}

fn wrong_fact(document: &GoldDocument, fact: &PredictedFact) -> Mistake {
    let place = match fact.line {
        Some(line) => format!("{}:{line}", document.name),
        None => document.name.clone(),
    };
    Mistake {
        name: relation_name(&fact.relation),
        subject: fact.subject.clone(),
        object: fact.object.clone(),
        sentence: fact.quote.clone(),
        rule: fact.rule.clone(),
        ..mistake(document, MistakeKind::FactWrong, place)
    }
}

fn mistake(document: &GoldDocument, kind: MistakeKind, place: String) -> Mistake {
    Mistake {
        document: document.name.clone(),
        kind,
        place,
        name: String::new(),
        subject: String::new(),
        object: String::new(),
        sentence: String::new(),
        rule: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A meeting on the tides, its gold and what some extraction found of it.
    pub(super) fn tides() -> (Vec<PredictedEntity>, Vec<PredictedFact>, Gold) {
        let listed = [
            ("Person", "林海燕", ""),
            ("University", "滨海大学", "滨大"),
            ("Event", "第二届潮汐论坛", "论坛"),
        ];
        let entities = (2..).zip(listed).map(|(line, (class, label, alias))| GoldEntity {
            class: class.to_owned(),
            label: label.to_owned(),
            aliases: alias.split('|').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            line,
        });
        let stated = [
            ("organised", "滨海大学", "第二届潮汐论坛", "论坛由滨海大学主办"),
            ("participated_in", "林海燕", "第二届潮汐论坛", "林海燕出席论坛"),
            ("held_on", "第二届潮汐论坛", "2031-05-04|2031-05", "5月4日，论坛开幕"),
        ];
        let facts = (2..).zip(stated).map(|(line, (relation, subject, object, quote))| GoldFact {
            relation: relation.to_owned(),
            subject: subject.to_owned(),
            object: object.to_owned(),
            quote: quote.to_owned(),
            line,
        });
        let document = GoldDocument {
            name: "tides".to_owned(),
            entities: entities.collect(),
            facts: facts.collect(),
        };
        let unread = GoldDocument { name: "waves".to_owned(), ..GoldDocument::default() };

        let entity = |class: &str, label: &str, aliases: &[&str]| PredictedEntity {
            document: "tides".to_owned(),
            class: class.to_owned(),
            label: label.to_owned(),
            aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
        };
        let fact = |relation: &str, subject: &str, object: &str, rule: &str| PredictedFact {
            document: "tides".to_owned(),
            relation: relation.to_owned(),
            subject: subject.to_owned(),
            object: object.to_owned(),
            quote: "滨大主办的论坛".to_owned(),
            line: Some(7),
            rule: rule.to_owned(),
        };
        let entities = vec![
            entity("University", "滨海大学", &["滨大"]),
            entity("Event", "第二届潮汐论坛", &[]),
            entity("Organisation", "论坛", &[]),
        ];
        let facts = vec![
            fact("organised", "滨海大学", "第二届潮汐论坛", "by"),
            fact("organised", "滨海大学", "第二届潮汐论坛", "host"),
            fact("participatedIn", "滨海大学", "第二届潮汐论坛", "host"),
        ];
        (entities, facts, Gold { documents: vec![document, unread] })
    }

    fn counts(scores: &[Score]) -> Vec<(&str, u32, u32, u32)> {
        scores
            .iter()
            .map(|Score { name, counts, .. }| {
                (name.as_str(), counts.right, counts.found, counts.gold)
            })
            .collect()
    }

    #[test]
    fn counts_are_kept_by_class_relation_and_document() {
        let (entities, facts, gold) = tides();
        let report = evaluate(&entities, &facts, &gold);
        assert_eq!(
            counts(&report.classes),
            [
                ("Event", 1, 1, 1),
                ("Organisation", 0, 1, 0),
                ("Person", 0, 0, 1),
                ("University", 1, 1, 1)
            ]
        );
        assert_eq!(
            counts(&report.relations),
            [("heldOn", 0, 0, 1), ("organised", 1, 1, 1), ("participatedIn", 0, 1, 1)]
        );
        assert_eq!(counts(&report.document_entities), [("tides", 2, 3, 3), ("waves", 0, 0, 0)]);
        assert_eq!(counts(&report.document_facts), [("tides", 1, 2, 3), ("waves", 0, 0, 0)]);
        assert_eq!(
            counts(&[report.entities, report.facts]),
            [("entities", 2, 3, 3), ("facts", 1, 2, 3)]
        );
        assert_eq!(counts(&[report.identity]), [("pairs of names", 1, 1, 2)]);
        assert_eq!(report.absent, ["waves"]);
    }

    #[test]
    fn a_fact_that_two_rules_read_counts_for_both() {
        let (entities, facts, gold) = tides();
        let report = evaluate(&entities, &facts, &gold);
        let rules: Vec<_> = report
            .rules
            .iter()
            .map(|score| (score.rule.as_str(), score.right, score.found))
            .collect();
        assert_eq!(rules, [("by", 1, 1), ("host", 1, 2)]);
    }

    #[test]
    fn each_error_has_its_place_and_sentence() {
        let (entities, facts, gold) = tides();
        let report = evaluate(&entities, &facts, &gold);
        let seen: Vec<_> = report
            .mistakes
            .iter()
            .map(|m| (m.kind.as_str(), m.name.as_str(), m.place.as_str(), m.sentence.as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                ("entity missed", "Person", "tides.entities.tsv:2", ""),
                ("entity wrong", "Organisation", "tides", ""),
                ("fact missed", "participatedIn", "tides.facts.tsv:3", "林海燕出席论坛"),
                ("fact missed", "heldOn", "tides.facts.tsv:4", "5月4日，论坛开幕"),
                ("fact wrong", "participatedIn", "tides:7", "滨大主办的论坛"),
            ]
        );
    }

    #[test]
    fn what_has_no_gold_is_left_out() {
        let (mut entities, facts, gold) = tides();
        let before = evaluate(&entities, &facts, &gold);
        entities.push(PredictedEntity { document: "winds".to_owned(), ..entities[0].clone() });
        assert_eq!(evaluate(&entities, &facts, &gold), before);
    }
}
