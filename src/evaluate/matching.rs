//! One document's entities and facts laid beside the gold's, as the referee of the gold does it.
//!
//! An entity is right when its class is the gold's and one of its names is one of the gold's. A
//! fact is right when its relation is the gold's and both its ends are: an end stands for all names
//! of the entities of its document that bear one of its names, a value for itself. The matching is
//! greedy and one to one, in the order of the rows; of facts, the same row twice counts once.

use std::collections::BTreeMap;

use super::{
    fold::{Names, fold, fold_literal, meet, names, relation_key},
    gold::{GoldDocument, GoldEntity},
    predicted::{PredictedEntity, PredictedFact},
};

/// Relations that hold in both directions, as the guidelines of the gold have them.
const SYMMETRIC: &[&str] = &["cooperateswith"];
/// Relations whose object is a value, as the guidelines of the gold have them.
const LITERAL: &[&str] =
    &["position", "heldon", "issuedon", "establishedon", "publishedon", "alsoknownas"];
/// What the gold calls the source itself.
const THIS: &str = "THIS";

/// What became of a row that was extracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The gold has it.
    Right,
    /// The gold does not have it.
    Wrong,
    /// Neither: the source itself, where the gold does not list it.
    Uncounted,
    /// A fact that the row of this index states already.
    Repeats(usize),
}

/// Which rows of gold were found, and which of the rows extracted are right; in row order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Matched {
    pub(super) gold: Vec<bool>,
    pub(super) found: Vec<Verdict>,
}

/// Matches the entities of one document.
pub(super) fn entities(gold: &GoldDocument, found: &[&PredictedEntity]) -> Matched {
    let golden: Vec<_> = gold.entities.iter().map(|e| (&e.class, gold_names(e))).collect();
    let others: Vec<_> = found.iter().map(|e| (&e.class, entity_names(e))).collect();
    let same = |i: usize, j: usize| golden[i].0 == others[j].0 && meet(&golden[i].1, &others[j].1);
    let (hit, used) = greedy(golden.len(), others.len(), same);
    let source = fold(&gold.name);
    let verdict = |(right, (_, names)): (bool, &(_, Names))| match right {
        true => Verdict::Right,
        false if names.contains(&source) => Verdict::Uncounted,
        false => Verdict::Wrong,
    };
    Matched { gold: hit, found: used.into_iter().zip(&others).map(verdict).collect() }
}

/// Matches the facts of one document.
pub(super) fn facts(
    gold: &GoldDocument,
    entities: &[&PredictedEntity],
    found: &[&PredictedFact],
) -> Matched {
    let extracted: Vec<_> = entities.iter().map(|e| entity_names(e)).collect();
    let source = fold(&gold.name);
    let mut this = names([THIS, &gold.name]);
    this.extend(extracted.iter().filter(|names| names.contains(&source)).flatten().cloned());

    let listed = Index::new(gold.entities.iter().map(gold_names).collect());
    let golden: Vec<_> = gold
        .facts
        .iter()
        .map(|f| Statement::new(&f.relation, &f.subject, &f.object, &listed, &this))
        .collect();

    let extracted = Index::new(extracted);
    let (mut first, mut rows, mut statements) = (BTreeMap::new(), Vec::new(), Vec::new());
    for (row, fact) in found.iter().enumerate() {
        let key = (relation_key(&fact.relation), fold(&fact.subject), fold(&fact.object));
        let original = *first.entry(key).or_insert(row);
        rows.push(original);
        if original == row {
            let PredictedFact { relation, subject, object, .. } = fact;
            statements.push(Statement::new(relation, subject, object, &extracted, &this));
        }
    }
    let same = |i: usize, j: usize| golden[i].is(&statements[j]);
    let (hit, used) = greedy(golden.len(), statements.len(), same);
    let mut used = used.into_iter();
    let verdict = |(row, original): (usize, usize)| match original == row {
        true if used.next() == Some(true) => Verdict::Right,
        true => Verdict::Wrong,
        false => Verdict::Repeats(original),
    };
    Matched { gold: hit, found: rows.into_iter().enumerate().map(verdict).collect() }
}

/// Returns the names of an entity of the gold.
pub(super) fn gold_names(entity: &GoldEntity) -> Names {
    names(std::iter::once(&entity.label).chain(&entity.aliases).map(String::as_str))
}

/// Returns the names of an entity that was extracted.
pub(super) fn entity_names(entity: &PredictedEntity) -> Names {
    names(std::iter::once(&entity.label).chain(&entity.aliases).map(String::as_str))
}

/// Gives each of the first the earliest of the second that is the same and still free.
fn greedy(
    first: usize,
    second: usize,
    same: impl Fn(usize, usize) -> bool,
) -> (Vec<bool>, Vec<bool>) {
    let (mut hit, mut used) = (vec![false; first], vec![false; second]);
    for (i, hit) in hit.iter_mut().enumerate() {
        if let Some(j) = (0..second).find(|&j| !used[j] && same(i, j)) {
            used[j] = true;
            *hit = true;
        }
    }
    (hit, used)
}

/// The entities of one document by name.
struct Index {
    entities: Vec<Names>,
    by_name: BTreeMap<String, Vec<usize>>,
}

impl Index {
    fn new(entities: Vec<Names>) -> Self {
        let mut by_name = BTreeMap::<_, Vec<_>>::new();
        for (entity, names) in entities.iter().enumerate() {
            for name in names {
                by_name.entry(name.clone()).or_default().push(entity);
            }
        }
        Self { entities, by_name }
    }

    /// Returns these names and all names of the entities that bear one of them.
    fn all_names(&self, forms: Names) -> Names {
        let bearers = forms.iter().filter_map(|name| self.by_name.get(name)).flatten();
        let more: Vec<_> = bearers.flat_map(|&entity| &self.entities[entity]).cloned().collect();
        forms.into_iter().chain(more).collect()
    }
}

/// A fact with all names of its ends.
struct Statement {
    relation: String,
    subject: Names,
    object: Names,
}

impl Statement {
    fn new(relation: &str, subject: &str, object: &str, entities: &Index, this: &Names) -> Self {
        let relation = relation_key(relation);
        let end = |form: &str| {
            let source = this.contains(&fold(form)).then_some(THIS);
            entities.all_names(names(std::iter::once(form).chain(source)))
        };
        let object = if LITERAL.contains(&relation.as_str()) {
            object.split('|').map(fold_literal).collect()
        } else {
            end(object)
        };
        Self { subject: end(subject), object, relation }
    }

    fn is(&self, other: &Self) -> bool {
        self.relation == other.relation
            && (meet(&self.subject, &other.subject) && meet(&self.object, &other.object)
                || SYMMETRIC.contains(&self.relation.as_str())
                    && meet(&self.subject, &other.object)
                    && meet(&self.object, &other.subject))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::gold::GoldFact;

    fn gold(entities: &[(&str, &str)], facts: &[(&str, &str, &str)]) -> GoldDocument {
        let entities = entities.iter().map(|(class, names)| {
            let mut names = names.split('|').map(str::to_owned);
            let label = names.next().unwrap();
            GoldEntity { class: (*class).to_owned(), label, aliases: names.collect(), line: 2 }
        });
        let facts = facts.iter().map(|&(relation, subject, object)| GoldFact {
            relation: relation.to_owned(),
            subject: subject.to_owned(),
            object: object.to_owned(),
            quote: String::new(),
            line: 2,
        });
        GoldDocument {
            name: "sea".to_owned(),
            entities: entities.collect(),
            facts: facts.collect(),
        }
    }

    fn entity(class: &str, label: &str, aliases: &[&str]) -> PredictedEntity {
        PredictedEntity {
            document: "sea".to_owned(),
            class: class.to_owned(),
            label: label.to_owned(),
            aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
        }
    }

    fn fact(relation: &str, subject: &str, object: &str) -> PredictedFact {
        PredictedFact {
            relation: relation.to_owned(),
            subject: subject.to_owned(),
            object: object.to_owned(),
            ..PredictedFact::default()
        }
    }

    fn check_facts(
        gold: &GoldDocument,
        entities: &[PredictedEntity],
        facts: &[PredictedFact],
        expected: &[Verdict],
    ) {
        let entities: Vec<_> = entities.iter().collect();
        let facts: Vec<_> = facts.iter().collect();
        assert_eq!(super::facts(gold, &entities, &facts).found, expected);
    }

    #[test]
    fn a_name_counts_only_in_the_class_of_the_gold() {
        let gold = gold(&[("University", "滨海大学|滨大"), ("Country", "海国")], &[]);
        let found = [
            entity("Company", "滨海大学", &[]),
            entity("University", "滨大", &[]),
            entity("University", "滨海大学", &[]),
        ];
        let matched = entities(&gold, &found.iter().collect::<Vec<_>>());
        assert_eq!(matched.gold, [true, false]);
        assert_eq!(matched.found, [Verdict::Wrong, Verdict::Right, Verdict::Wrong]);
    }

    #[test]
    fn the_source_itself_is_no_false_alarm() {
        let found = entity("PolicyDocument", "蓝色宣言", &["sea"]);
        let matched = entities(&gold(&[], &[]), &[&found]);
        assert_eq!(matched.found, [Verdict::Uncounted]);
        let matched = entities(&gold(&[("PolicyDocument", "蓝色宣言")], &[]), &[&found]);
        assert_eq!(matched.found, [Verdict::Right]);
    }

    #[test]
    fn an_end_is_right_by_any_name_of_its_entity() {
        let gold = gold(
            &[("University", "滨海大学|滨大"), ("Event", "第二届潮汐论坛|论坛")],
            &[("organised", "滨海大学", "第二届潮汐论坛")],
        );
        let found = [entity("University", "滨海学堂", &["滨大"]), entity("Event", "论坛", &[])];
        let facts = [fact("organised", "滨海学堂", "论坛"), fact("organised", "海国", "论坛")];
        check_facts(&gold, &found, &facts, &[Verdict::Right, Verdict::Wrong]);
    }

    #[test]
    fn the_source_is_called_this_or_by_its_names() {
        let gold = gold(&[], &[("affirms", "THIS|蓝色宣言", "互信"), ("affirms", "THIS", "共赢")]);
        let source = [entity("PolicyDocument", "别名", &["sea"])];
        let facts = [fact("affirms", "别名", "互信"), fact("affirms", "sea", "共赢")];
        check_facts(&gold, &source, &facts, &[Verdict::Right, Verdict::Right]);
        check_facts(&gold, &[], &facts, &[Verdict::Wrong, Verdict::Right]);
    }

    #[test]
    fn cooperation_holds_in_both_directions_and_signing_does_not() {
        let gold = gold(&[], &[("cooperates_with", "甲国", "乙国"), ("signed", "甲国", "公约")]);
        let facts = [fact("cooperatesWith", "乙国", "甲国"), fact("signed", "公约", "甲国")];
        check_facts(&gold, &[], &facts, &[Verdict::Right, Verdict::Wrong]);
    }

    #[test]
    fn a_value_stands_for_itself_and_may_be_one_of_several() {
        let gold =
            gold(&[], &[("held_on", "论坛", "2022-06|2022-06-09"), ("position", "甲", "教授")]);
        let found = [entity("Person", "教授", &["博士"])];
        let facts = [
            fact("heldOn", "论坛", "2022-06-09T00:00:00"),
            fact("position", "甲", "博士"),
            fact("position", "甲", "“教授”"),
        ];
        check_facts(&gold, &found, &facts, &[Verdict::Right, Verdict::Wrong, Verdict::Right]);
    }

    #[test]
    fn a_fact_stated_twice_counts_once() {
        let gold = gold(&[], &[("signed", "甲国", "公约")]);
        let facts = [fact("signed", "甲国", "《公约》"), fact("signed", "甲国", "公约")];
        check_facts(&gold, &[], &facts, &[Verdict::Right, Verdict::Repeats(0)]);
    }
}
