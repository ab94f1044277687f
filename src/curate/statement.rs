//! `reject` and `add`: what was misread, and what was not read.

use super::{
    desk::{Desk, Refused},
    row::{Naming, Row, Said, SaidObject},
    sentence::find_quote,
};
use crate::{
    model::{
        Appearance, Document, Entity, EntityId, Evidence, Fact, Object, Qualifier, RuleId, Span,
    },
    ontology::ClassId,
    resolve::fold,
};

/// The rule of what a person says.
pub const RULE: &str = "curation";

/// Takes out an entity with all that is said of it, in one document or in all.
pub(super) fn reject_entity(
    desk: &mut Desk<'_>,
    row: &Row,
    naming: &Naming,
) -> Result<(), Refused> {
    let id = desk.find(naming)?;
    let only = match &naming.document {
        Some(name) => Some(desk.document(name)?),
        None => None,
    };
    let there = |document: usize| only.is_none_or(|only| only == document);
    let carried = desk.knowledge.sources.iter().enumerate();
    let mut carried = carried.filter(|(document, source)| **source == id && there(*document));
    if let Some((document, _)) = carried.next() {
        let document = &desk.knowledge.documents[document].id;
        return Err(format!("`{}` is the document {document} itself", naming.name));
    }
    let judgement = desk.judge(row, &[id]);
    desk.reject(judgement, |fact| {
        there(fact.document) && (fact.subject == id || fact.object == Object::Entity(id))
    });
    let is_it = |qualifier: &Qualifier| qualifier.value == Object::Entity(id);
    for fact in desk.knowledge.facts.iter_mut().filter(|fact| there(fact.document)) {
        fact.qualifiers.retain(|qualifier| !is_it(qualifier));
    }
    let appearances = &mut desk.knowledge.appearances;
    appearances.retain(|is| is.entity != id || !there(is.document));
    if !appearances.iter().any(|is| is.entity == id) {
        desk.gone.insert(id);
    }
    Ok(())
}

/// Takes out a statement, in one document or in all.
pub(super) fn reject_statement(desk: &mut Desk<'_>, row: &Row, said: &Said) -> Result<(), Refused> {
    let Said { subject, relation, object } = said;
    let only = match &subject.document {
        Some(name) => Some(desk.document(name)?),
        None => None,
    };
    let anywhere = Naming { document: None, ..subject.clone() };
    let subjects = known(desk, &anywhere)?;
    let objects = match object {
        SaidObject::Entity(naming) => {
            known(desk, naming)?.into_iter().map(Object::Entity).collect()
        }
        SaidObject::Literal(literal) => vec![Object::Literal(literal.clone())],
    };
    let symmetric = desk.ontology.relation_info(*relation).symmetric;
    let says = |fact: &Fact, subject: EntityId, object: &Object| {
        let straight = fact.subject == subject && is_value(&fact.object, object);
        let back = symmetric
            && fact.object == Object::Entity(subject)
            && *object == Object::Entity(fact.subject);
        fact.relation == *relation
            && only.is_none_or(|only| only == fact.document)
            && (straight || back)
    };
    let mut stated: Vec<(EntityId, &Object)> = Vec::new();
    for subject in &subjects {
        for object in &objects {
            if desk.knowledge.facts.iter().any(|fact| says(fact, *subject, object)) {
                stated.push((*subject, object));
            }
        }
    }
    let (subject_id, value) = match stated.as_slice() {
        [] => return Err(not_stated(desk, said, only)),
        [(subject, value)] => (*subject, (*value).clone()),
        _ => {
            return Err("several things of these names are so related; their classes, or the \
                         names with their parentheses, tell which are meant"
                .to_owned());
        }
    };
    let mut entities = vec![subject_id];
    if let Object::Entity(id) = value {
        entities.push(id);
    }
    let judgement = desk.judge(row, &entities);
    desk.reject(judgement, |fact| says(fact, subject_id, &value));
    Ok(())
}

/// Returns all that bear a name: which is meant, the statement itself tells.
fn known(desk: &Desk<'_>, naming: &Naming) -> Result<Vec<EntityId>, Refused> {
    let document = match &naming.document {
        Some(name) => Some(desk.document(name)?),
        None => None,
    };
    let found = desk.all(naming, document);
    if found.is_empty() { Err(desk.unknown(naming)) } else { Ok(found) }
}

fn is_value(stated: &Object, said: &Object) -> bool {
    match (stated, said) {
        (Object::Literal(one), Object::Literal(other)) => {
            one == other || fold(one.as_str()) == fold(other.as_str())
        }
        (one, other) => one == other,
    }
}

fn not_stated(desk: &Desk<'_>, said: &Said, only: Option<usize>) -> Refused {
    let relation = &desk.ontology.relation_info(said.relation).name;
    let other = match &said.object {
        SaidObject::Entity(naming) => naming.name.as_str(),
        SaidObject::Literal(literal) => literal.as_str(),
    };
    let by = only.map_or("no document", |only| desk.knowledge.documents[only].id.as_str());
    let does = if only.is_some() { "does not state" } else { "states" };
    format!(
        "{by} {does} that {} {relation} {other}; what is inferred goes with what it follows from",
        said.subject.name
    )
}

/// Adds a statement that a document makes, with the words that make it.
pub(super) fn add(desk: &mut Desk<'_>, row: &Row, said: &Said, quote: &str) -> Result<(), Refused> {
    let document = desk.document(said.subject.document.as_deref().unwrap_or_default())?;
    let text = &desk.knowledge.documents[document];
    let span = find_quote(&text.text, quote)
        .ok_or_else(|| format!("{} does not have the words “{quote}”", text.id))?;
    let subject = end(desk, &said.subject, document)?;
    let object = match &said.object {
        SaidObject::Entity(naming) => AddedEnd::Entity(end(desk, naming, document)?),
        SaidObject::Literal(literal) => AddedEnd::Value(Object::Literal(literal.clone())),
    };
    check(desk, said, &subject, &object)?;
    let subject = settle(desk, subject, document, span);
    let object = match object {
        AddedEnd::Entity(end) => Object::Entity(settle(desk, end, document, span)),
        AddedEnd::Value(value) => value,
    };
    let evidence = vec![Evidence { span, rule: RuleId::new(RULE) }];
    let relation = said.relation;
    let fact = Fact { document, relation, subject, object, evidence, qualifiers: Vec::new() };
    desk.knowledge.facts.push(fact.clone());
    let mut entities = vec![subject];
    if let Object::Entity(id) = fact.object {
        entities.push(id);
    }
    let judgement = desk.judge(row, &entities);
    desk.note_added(judgement, &fact);
    Ok(())
}

/// An end of a statement to be added.
enum End {
    /// An entity that there is.
    Known(EntityId),
    /// One that is made.
    New { class: ClassId, label: String },
}

/// The other end of a statement to be added.
enum AddedEnd {
    Entity(End),
    Value(Object),
}

fn end(desk: &Desk<'_>, naming: &Naming, document: usize) -> Result<End, Refused> {
    if let Some(id) = desk.find_in_statement(naming, document)? {
        return Ok(End::Known(id));
    }
    match naming.class {
        Some(class) if desk.ontology.is_entity_class(class) => {
            Ok(End::New { class, label: naming.name.clone() })
        }
        _ => Err(format!("{}; with its class, it would be made", desk.unknown(naming))),
    }
}

/// Domain and range hold for what persons add, too.
fn check(desk: &Desk<'_>, said: &Said, subject: &End, object: &AddedEnd) -> Result<(), Refused> {
    let class = |end: &End| match end {
        End::Known(id) => desk.entity(*id).class,
        End::New { class, .. } => *class,
    };
    let relation = desk.ontology.relation_info(said.relation);
    let name = |class: ClassId| desk.ontology.class_info(class).name.as_str();
    let of = class(subject);
    if !desk.ontology.admits_subject(said.relation, of) {
        return Err(format!("{} has no subject of the class {}", relation.name, name(of)));
    }
    let AddedEnd::Entity(other) = object else { return Ok(()) };
    let of = class(other);
    if !desk.ontology.admits_object(said.relation, of) {
        return Err(format!("{} has no object of the class {}", relation.name, name(of)));
    }
    match (subject, other) {
        (End::Known(one), End::Known(other)) if one == other => {
            Err("both ends are one thing".to_owned())
        }
        _ => Ok(()),
    }
}

/// Makes the entity where it is new, and lets the document name it where it did not.
fn settle(desk: &mut Desk<'_>, end: End, document: usize, quote: Span) -> EntityId {
    let own = desk.knowledge.documents[document].id.clone();
    let id = match end {
        End::Known(id) => id,
        // The object may be what the subject has just made.
        End::New { class, label } => {
            let entity =
                Entity { class, label, distinction: None, aliases: Vec::new(), read_as: None };
            desk.create(entity, &own)
        }
    };
    if desk.appearance(document, id).is_none() {
        let label = desk.entity(id).label.clone();
        let first = place(&desk.knowledge.documents[document], &label, quote);
        desk.knowledge.appearances.push(Appearance {
            entity: id,
            document,
            label,
            aliases: Vec::new(),
            mentions: 1,
            first: Some(first),
            rule: RuleId::new(RULE),
        });
    }
    id
}

/// Returns where a name stands: in the quote, else in the text, else it is the quote itself.
fn place(document: &Document, name: &str, quote: Span) -> Span {
    let text = &document.text;
    let within = document.slice(quote).find(name).map(|at| at + quote.start());
    let start = within.or_else(|| text.find(name));
    start.and_then(|start| Span::new(text, start, start + name.len())).unwrap_or(quote)
}
