//! What changed from one graph to the next: things by name, statements with their sentences.
//!
//! Lines, places and confidence may shift without anything being said otherwise; what counts is
//! which sentence states it, and by which rule it was read. What follows from statements is not
//! compared: it changes with them.

mod render;
mod things;

use std::collections::{BTreeMap, BTreeSet};

pub use render::{Format, write};
pub use things::{Named, ThingChange, ThingKind};

use crate::query::{End, Passage, Snapshot, Stated};

/// Why two graphs cannot be compared.
#[derive(Debug, thiserror::Error)]
pub enum DiffError {
    /// Their things have other names throughout.
    #[error("the old graph names things below {old}, the new one below {new}")]
    Base {
        /// The base of the old one.
        old: String,
        /// The base of the new one.
        new: String,
    },
}

/// What changed, in a definite order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// Texts that only the new graph has.
    pub texts_added: Vec<String>,
    /// Texts that only the old graph has.
    pub texts_lost: Vec<String>,
    /// Changes of things: by kind, then name.
    pub things: Vec<ThingChange>,
    /// Changes of statements: by document, line and content.
    pub statements: Vec<StatementChange>,
}

/// What became of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StatementKind {
    /// Only the old graph has it.
    Lost,
    /// Only the new graph has it.
    Added,
    /// Both have it, on other sentences, by other rules or with other qualifiers.
    Changed,
}

/// A statement that only one of the graphs has, or that stands on something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementChange {
    /// What became of it.
    pub kind: StatementKind,
    /// Which document makes it.
    pub document: String,
    /// The name of its subject.
    pub subject: String,
    /// The relation: its label and its local name.
    pub relation: String,
    /// The name of the other end, or the value.
    pub object: String,
    /// How the old graph has it.
    pub old: Option<Support>,
    /// How the new graph has it.
    pub new: Option<Support>,
}

/// What a statement stands on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Support {
    /// What is said of the statement itself, by name, sorted.
    pub qualifiers: Vec<String>,
    /// The sentences, by line.
    pub passages: Vec<Passage>,
}

/// Compares two graphs.
pub fn compare(old: &Snapshot, new: &Snapshot) -> Result<Diff, DiffError> {
    if old.base != new.base {
        return Err(DiffError::Base { old: old.base.clone(), new: new.base.clone() });
    }
    let only = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
        one.difference(other).cloned().collect::<Vec<_>>()
    };
    let (things, successors) = things::compare(old, new);
    Ok(Diff {
        texts_added: only(&new.documents, &old.documents),
        texts_lost: only(&old.documents, &new.documents),
        things,
        statements: statements(old, new, &successors),
    })
}

/// What makes two statements one: document, subject, relation, object.
type Key = (String, String, String, End);
/// Qualifiers and passages, as sets.
type Held = (BTreeSet<End>, BTreeSet<Passage>);

fn statements(
    old: &Snapshot,
    new: &Snapshot,
    successors: &BTreeMap<String, String>,
) -> Vec<StatementChange> {
    let before = by_key(&old.statements, successors);
    let after = by_key(&new.statements, &BTreeMap::new());
    let keys: BTreeSet<&Key> = before.keys().chain(after.keys()).collect();
    let mut changes: Vec<StatementChange> = keys
        .into_iter()
        .filter_map(|key| {
            let (old_held, new_held) = (before.get(key), after.get(key));
            let kind = match (old_held, new_held) {
                (Some(one), Some(other)) if said(one) == said(other) => return None,
                (Some(_), Some(_)) => StatementKind::Changed,
                (Some(_), None) => StatementKind::Lost,
                (None, _) => StatementKind::Added,
            };
            // What the new graph does not have is called as the old one calls it.
            let name = |iri: &str| {
                let thing = new.things.get(iri).or_else(|| old.things.get(iri));
                thing.map_or_else(|| iri.to_owned(), |thing| thing.name.clone())
            };
            let (document, subject, relation, object) = key;
            Some(StatementChange {
                kind,
                document: document.clone(),
                subject: name(subject),
                relation: new
                    .relations
                    .get(relation)
                    .or_else(|| old.relations.get(relation))
                    .unwrap_or(relation)
                    .clone(),
                object: named(object, name),
                old: old_held.map(|held| support(held, name)),
                new: new_held.map(|held| support(held, name)),
            })
        })
        .collect();
    changes.sort_by(|a, b| order(a).cmp(&order(b)));
    changes
}

fn by_key(statements: &[Stated], successors: &BTreeMap<String, String>) -> BTreeMap<Key, Held> {
    let today = |iri: &String| successors.get(iri).unwrap_or(iri).clone();
    let end = |end: &End| match end {
        End::Thing(iri) => End::Thing(today(iri)),
        value @ End::Value(_) => value.clone(),
    };
    let mut found: BTreeMap<Key, Held> = BTreeMap::new();
    for stated in statements {
        let key = (
            stated.document.clone(),
            today(&stated.subject),
            stated.relation.clone(),
            end(&stated.object),
        );
        let held = found.entry(key).or_default();
        held.0.extend(stated.qualifiers.iter().map(end));
        held.1.extend(stated.passages.iter().cloned());
    }
    found
}

/// Returns what must be equal: everything but the lines.
fn said(held: &Held) -> (&BTreeSet<End>, BTreeSet<(&str, &str)>) {
    let (qualifiers, passages) = held;
    (qualifiers, passages.iter().map(|is| (is.quote.as_str(), is.rule.as_str())).collect())
}

fn named(end: &End, name: impl Fn(&str) -> String) -> String {
    match end {
        End::Thing(iri) => name(iri),
        End::Value(value) => value.clone(),
    }
}

fn support((qualifiers, passages): &Held, name: impl Fn(&str) -> String) -> Support {
    let mut qualifiers: Vec<String> = qualifiers.iter().map(|end| named(end, &name)).collect();
    qualifiers.sort();
    Support { qualifiers, passages: passages.iter().cloned().collect() }
}

type Order<'a> = (&'a str, u32, &'a str, &'a str, &'a str, StatementKind);

fn order(change: &StatementChange) -> Order<'_> {
    let support = change.new.as_ref().or(change.old.as_ref());
    let line = support.and_then(|support| support.passages.first()).map_or(0, |is| is.line);
    let StatementChange { kind, document, subject, relation, object, .. } = change;
    (document, line, relation, subject, object, *kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::Thing;

    /// A graph of one document in which a thing is said to stand on these lines, quotes and rules.
    fn graph(label: &str, qualifier: &str, passages: &[(u32, &str, &str)]) -> Snapshot {
        let iri = format!("https://example.org/id/person/{label}");
        let passage = |(line, quote, rule): &(u32, &str, &str)| Passage {
            line: *line,
            quote: (*quote).to_owned(),
            rule: (*rule).to_owned(),
        };
        let stated = Stated {
            document: "a".to_owned(),
            subject: iri.clone(),
            relation: "https://example.org/ns#position".to_owned(),
            object: End::Value("教授".to_owned()),
            qualifiers: BTreeSet::from([End::Value(qualifier.to_owned())]),
            passages: passages.iter().map(passage).collect(),
        };
        let namings = BTreeSet::from([("a".to_owned(), "王明".to_owned())]);
        let thing = Thing {
            name: label.to_owned(),
            class: "人物".to_owned(),
            namings,
            counts: BTreeMap::new(),
        };
        Snapshot {
            base: "https://example.org/id/".to_owned(),
            documents: BTreeSet::from(["a".to_owned()]),
            things: BTreeMap::from([(iri, thing)]),
            relations: BTreeMap::from([(stated.relation.clone(), "职务 position".to_owned())]),
            statements: if passages.is_empty() { Vec::new() } else { vec![stated] },
        }
    }

    fn kinds(old: &Snapshot, new: &Snapshot) -> Vec<StatementKind> {
        compare(old, new).unwrap().statements.iter().map(|change| change.kind).collect()
    }

    #[test]
    fn a_sentence_that_moved_is_no_change() {
        let old = graph("王明", "甲大学", &[(1, "王明教授", "post")]);
        assert_eq!(compare(&old, &old).unwrap(), Diff::default());
        let moved = graph("王明", "甲大学", &[(7, "王明教授", "post")]);
        assert_eq!(compare(&old, &moved).unwrap(), Diff::default());
    }

    #[test]
    fn another_sentence_rule_or_qualifier_is_one() {
        let old = graph("王明", "甲大学", &[(1, "王明教授", "post")]);
        for new in [
            graph("王明", "甲大学", &[(1, "教授王明", "post")]),
            graph("王明", "甲大学", &[(1, "王明教授", "roster")]),
            graph("王明", "甲大学", &[(1, "王明教授", "post"), (2, "王教授", "post")]),
            graph("王明", "乙大学", &[(1, "王明教授", "post")]),
        ] {
            assert_eq!(kinds(&old, &new), [StatementKind::Changed]);
        }
    }

    #[test]
    fn statements_come_and_go_and_follow_a_new_name() {
        let with = graph("王明", "甲大学", &[(1, "王明教授", "post")]);
        let without = graph("王明", "甲大学", &[]);
        assert_eq!(kinds(&without, &with), [StatementKind::Added]);
        assert_eq!(kinds(&with, &without), [StatementKind::Lost]);
        let renamed = graph("王铭", "甲大学", &[(1, "王明教授", "post")]);
        let diff = compare(&with, &renamed).unwrap();
        assert_eq!((diff.things.len(), diff.statements.len()), (1, 0));
    }

    #[test]
    fn graphs_of_two_bases_are_not_compared() {
        let one = graph("王明", "甲大学", &[]);
        let other = Snapshot { base: "https://example.org/kg/".to_owned(), ..one.clone() };
        let message = compare(&one, &other).unwrap_err().to_string();
        assert!(message.contains("id/, the new one below https://example.org/kg/"), "{message}");
    }

    #[test]
    fn each_form_has_the_names_and_the_sentences() {
        let old = graph("王明", "甲大学", &[(1, "王明教授", "post")]);
        let mut new = graph("王铭", "乙大学", &[(3, "教授王明", "post")]);
        new.documents.insert("b".to_owned());
        let diff = compare(&old, &new).unwrap();
        let written = |format| {
            let mut out = Vec::new();
            write(&diff, format, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        insta::assert_snapshot!(written(Format::Text), @"
        文献 texts
          + b

        实体 things
          改名 renamed: 王明 · 人物 → 王铭 · 人物

        陈述 statements
          ~ 王铭 → 职务 position → 教授
              （甲大学） → （乙大学）
              - “王明教授”
                a:1  post
              + “教授王明”
                a:3  post

        文献 texts: 1 added, 0 lost; 实体 things: 0 added, 0 lost, 1 renamed, 0 retyped, 0 joined, 0 split; 陈述 statements: 0 added, 0 lost, 1 changed
        ");
        insta::assert_snapshot!(written(Format::Csv), @"
        what,change,name,class,new_name,new_class,document,relation,object,qualifiers,side,line,quote,rule
        text,added,,,,,b,,,,,,,
        thing,renamed,王明,人物,王铭,人物,,,,,,,,
        statement,changed,王铭,,,,a,职务 position,教授,甲大学,old,1,王明教授,post
        statement,changed,王铭,,,,a,职务 position,教授,乙大学,new,3,教授王明,post
        ");
        let json: serde_json::Value = serde_json::from_str(&written(Format::Json)).unwrap();
        assert_eq!(json["texts_added"][0], "b");
        assert_eq!(json["things"][0]["new"][0]["name"], "王铭");
        assert_eq!(json["statements"][0]["old"]["passages"][0]["quote"], "王明教授");
        assert_eq!(json["statements"][0]["new"]["qualifiers"][0], "乙大学");
    }
}
