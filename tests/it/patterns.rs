//! Each pattern's own example yields what the pattern says that it yields.

use gongshi::{
    data::Data,
    model::{Knowledge, Object},
    pipeline::{Resources, build},
    source::Source,
};

/// The facts of a text as `relation(subject, object)`, with every name of either end.
fn facts(resources: &Resources, text: &str) -> Vec<(String, Vec<String>, Vec<String>)> {
    let source = Source::new("test", "test.txt", text);
    let knowledge = build(&[source], resources).value;
    knowledge
        .facts
        .iter()
        .map(|fact| {
            let relation = resources.ontology.relation_info(fact.relation).name.clone();
            let subject = names(&knowledge, &Object::Entity(fact.subject));
            (relation, subject, names(&knowledge, &fact.object))
        })
        .collect()
}

fn names(knowledge: &Knowledge, object: &Object) -> Vec<String> {
    match object {
        Object::Entity(id) => {
            let entity = &knowledge.entities[id.index()];
            let mut names = vec![entity.label.clone()];
            names.extend(entity.aliases.iter().cloned());
            names
        }
        Object::Literal(literal) => vec![literal.as_str().to_owned()],
    }
}

#[test]
fn every_example_yields_its_facts() {
    let resources = Resources::load(&Data::embedded()).unwrap();
    let mut failures = Vec::new();
    for example in &resources.patterns.examples {
        let found = facts(&resources, &example.text);
        for expected in &example.yields {
            let (relation, rest) = expected.split_once('(').unwrap();
            let (subject, object) = rest.trim_end_matches(')').split_once(", ").unwrap();
            let there = found.iter().any(|(r, s, o)| {
                r == relation && s.iter().any(|n| n == subject) && o.iter().any(|n| n == object)
            });
            if !there {
                failures.push(format!(
                    "{}:{}: `{}` does not yield {expected}, but {found:?}",
                    example.path, example.line, example.id
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_pattern_has_a_name_of_its_own() {
    let resources = Resources::load(&Data::embedded()).unwrap();
    let mut ids: Vec<&str> = resources.patterns.examples.iter().map(|e| e.id.as_str()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}
