//! What the tests of the whole pipeline share: a text goes in, and facts and entities are looked
//! for in what comes out. The sentences stand in the files beside this one, a file a topic.

use std::sync::LazyLock;

use gongshi::{
    data::Data,
    model::{Entity, Knowledge, Object},
    pipeline::{Resources, build},
    source::Source,
};

/// The resources, loaded once for all tests.
pub(crate) static RESOURCES: LazyLock<Resources> =
    LazyLock::new(|| Resources::load(&Data::embedded()).expect("the embedded data are sound"));

/// Reads texts, each with its id.
pub(crate) fn read(texts: &[(&str, &str)]) -> Knowledge {
    let sources: Vec<Source> =
        texts.iter().map(|(id, text)| Source::new(*id, format!("{id}.txt"), *text)).collect();
    build(&sources, &RESOURCES).value
}

/// Checks that a text yields these facts, written `relation(subject, object)`, and not those.
///
/// Either end may be given by any name that the text uses for it; the source is `test`.
#[track_caller]
pub(crate) fn check(text: &str, yields: &[&str], yields_not: &[&str]) {
    let knowledge = read(&[("test", text)]);
    for fact in yields {
        assert!(holds(&knowledge, fact), "no {fact} in {text}\n{:#?}", facts(&knowledge));
    }
    for fact in yields_not {
        assert!(!holds(&knowledge, fact), "{fact} in {text}\n{:#?}", facts(&knowledge));
    }
}

/// Does as [`check`] for a sentence of a report, whose opening names the meeting 第三届海商法论坛.
#[track_caller]
pub(crate) fn check_report(sentence: &str, yields: &[&str], yields_not: &[&str]) {
    let opening = "海南新闻网讯（记者 李明）第三届海商法论坛在三亚举行。";
    check(&format!("{opening}{sentence}"), yields, yields_not);
}

/// Does as [`check`] for the body of a government's white paper.
#[track_caller]
pub(crate) fn check_paper(text: &str, yields: &[&str], yields_not: &[&str]) {
    let front = "---\ntitle: 极地活动白皮书\npublisher: 国务院新闻办公室\ndate: 2020\n---\n\n";
    check(&format!("{front}{text}"), yields, yields_not);
}

/// Checks that a text yields these entities, written `Class name`, and not those; `*` is any class.
#[track_caller]
pub(crate) fn check_entities(text: &str, yields: &[&str], yields_not: &[&str]) {
    let knowledge = read(&[("test", text)]);
    let all: Vec<String> = knowledge.entities.iter().map(written).collect();
    for entity in yields {
        assert!(names(&knowledge, entity), "no {entity} in {text}\n{all:#?}");
    }
    for entity in yields_not {
        assert!(!names(&knowledge, entity), "{entity} in {text}\n{all:#?}");
    }
}

/// Tells whether a fact is among those that were read.
pub(crate) fn holds(knowledge: &Knowledge, fact: &str) -> bool {
    let (relation, rest) = fact.split_once('(').expect("a fact is `relation(subject, object)`");
    let (subject, object) = rest
        .strip_suffix(')')
        .and_then(|rest| rest.split_once(", "))
        .expect("a fact is `relation(subject, object)`");
    let relation = RESOURCES.ontology.relation(relation).expect("a relation of the ontology");
    knowledge.facts.iter().any(|fact| {
        fact.relation == relation
            && is_named(&knowledge.entities[fact.subject.index()], subject)
            && match &fact.object {
                Object::Entity(id) => is_named(&knowledge.entities[id.index()], object),
                Object::Literal(literal) => literal.as_str() == object,
            }
    })
}

/// Returns all facts as `relation(subject, object)`, by their labels.
pub(crate) fn facts(knowledge: &Knowledge) -> Vec<String> {
    let ontology = &RESOURCES.ontology;
    let written = knowledge.facts.iter().map(|fact| {
        let relation = &ontology.relation_info(fact.relation).name;
        let subject = &knowledge.entities[fact.subject.index()].label;
        let object = match &fact.object {
            Object::Entity(id) => knowledge.entities[id.index()].label.as_str(),
            Object::Literal(literal) => literal.as_str(),
        };
        format!("{relation}({subject}, {object})")
    });
    written.collect()
}

fn names(knowledge: &Knowledge, entity: &str) -> bool {
    let (class, name) = entity.split_once(' ').expect("an entity is `Class name`");
    let class =
        (class != "*").then(|| RESOURCES.ontology.class(class).expect("a class of the ontology"));
    knowledge
        .entities
        .iter()
        .any(|entity| class.is_none_or(|class| entity.class == class) && is_named(entity, name))
}

fn is_named(entity: &Entity, name: &str) -> bool {
    entity.label == name || entity.aliases.iter().any(|alias| alias == name)
}

fn written(entity: &Entity) -> String {
    format!("{} {}", RESOURCES.ontology.class_info(entity.class).name, entity.label)
}
