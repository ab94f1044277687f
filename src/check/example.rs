//! Runs the example of a pattern through all stages, and compares what comes out.

use std::collections::BTreeSet;

use crate::{
    model::{Fact, Knowledge, Object},
    pipeline::{self, Resources},
    relate::{Example, Expected},
    source::Source,
};

/// What became of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried<'a> {
    /// The facts that it should have yielded and did not.
    pub missing: Vec<&'a Expected>,
    /// All facts that came out, as `relation(subject, object)`.
    pub facts: Vec<String>,
    /// The names that were read in it, each with its class.
    pub names: Vec<String>,
    /// The rules by which the facts were read.
    pub rules: BTreeSet<String>,
}

/// What the examples call the document that they are.
const SOURCE: &str = "test";

/// Runs an example as a document of its own. An end of an expected fact may be any name that the
/// document gives the thing.
pub fn try_example<'a>(resources: &Resources, example: &'a Example) -> Tried<'a> {
    let source = Source::new(SOURCE, &example.path, &example.text);
    let knowledge = pipeline::build(&[source], resources).value;
    let relation = |fact: &Fact| &resources.ontology.relation_info(fact.relation).name;
    let there = |expected: &&Expected| {
        knowledge.facts.iter().any(|fact| {
            *relation(fact) == expected.relation
                && is_named(&knowledge, &Object::Entity(fact.subject), &expected.subject)
                && is_named(&knowledge, &fact.object, &expected.object)
        })
    };
    let written = |fact: &Fact| {
        let subject = Object::Entity(fact.subject);
        let (subject, object) = (label(&knowledge, &subject), label(&knowledge, &fact.object));
        format!("{}({subject}, {object})", relation(fact))
    };
    let names = knowledge.entities.iter().enumerate();
    let names = names.filter(|(index, _)| knowledge.sources.iter().all(|s| s.index() != *index));
    let rules = knowledge.facts.iter().flat_map(|fact| &fact.evidence);
    Tried {
        missing: example.yields.iter().filter(|expected| !there(expected)).collect(),
        facts: knowledge.facts.iter().map(written).collect(),
        names: names
            .map(|(_, entity)| {
                let class = &resources.ontology.class_info(entity.class).name;
                format!("{} ({class})", entity.label)
            })
            .collect(),
        rules: rules.map(|evidence| evidence.rule.as_str().to_owned()).collect(),
    }
}

impl Tried<'_> {
    /// Says of each fact that did not come out what came out instead.
    pub fn mistakes(&self, example: &Example) -> Vec<String> {
        let Example { id, path, text, .. } = example;
        let instead = if self.facts.is_empty() {
            let names =
                if self.names.is_empty() { "none".to_owned() } else { self.names.join(", ") };
            format!("nothing; names read in it: {names}")
        } else {
            self.facts.join(", ")
        };
        let told = |expected: &&Expected| {
            let Expected { line, relation, subject, object } = expected;
            format!(
                "{path}:{line}: pattern `{id}`: {relation}({subject}, {object}) does not come out \
                 of “{text}”, but {instead}"
            )
        };
        self.missing.iter().map(told).collect()
    }

    /// Says where a user's example tests other patterns than its own: what it states there, they
    /// state of the same words.
    pub fn note(&self, example: &Example) -> Option<String> {
        let Example { id, path, line, .. } = example;
        if !example.own || !self.missing.is_empty() || self.rules.contains(id) {
            return None;
        }
        let others: Vec<String> = self.rules.iter().map(|rule| format!("`{rule}`")).collect();
        let others = others.join(", ");
        Some(format!(
            "{path}:{line}: pattern `{id}`: its example would yield the same without it, by {others}"
        ))
    }
}

/// Returns the name of a thing, or the value.
fn label<'a>(knowledge: &'a Knowledge, object: &'a Object) -> &'a str {
    match object {
        Object::Entity(id) => {
            knowledge.entities.get(id.index()).map_or("", |entity| entity.label.as_str())
        }
        Object::Literal(literal) => literal.as_str(),
    }
}

fn is_named(knowledge: &Knowledge, object: &Object, name: &str) -> bool {
    let aliases = match object {
        Object::Entity(id) => knowledge.entities.get(id.index()).map(|entity| &entity.aliases),
        Object::Literal(_) => None,
    };
    label(knowledge, object) == name || aliases.is_some_and(|all| all.iter().any(|a| a == name))
}
