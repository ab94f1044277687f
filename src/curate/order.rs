//! Knowledge in its order: what became one stands once, and what has gone is left out.

use std::collections::{BTreeMap, BTreeSet};

use super::desk::{id, take_evidence};
use crate::{
    model::{Appearance, Entity, EntityId, Fact, Knowledge, Merge, Object},
    ontology::{ClassId, RelationId},
};

/// Gives the living entities their place, and everything else its own.
pub(super) fn put(knowledge: &mut Knowledge, entities: Vec<Entity>, gone: &BTreeSet<EntityId>) {
    let mut living: Vec<(usize, Entity)> =
        entities.into_iter().enumerate().filter(|(at, _)| !gone.contains(&id(*at))).collect();
    living.sort_by(|(_, a), (_, b)| key(a).cmp(&key(b)));
    let places: BTreeMap<EntityId, EntityId> =
        living.iter().enumerate().map(|(new, (old, _))| (id(*old), id(new))).collect();
    knowledge.entities = living.into_iter().map(|(_, entity)| entity).collect();
    let place = |id: EntityId| places.get(&id).copied();
    knowledge.sources = knowledge.sources.iter().filter_map(|id| place(*id)).collect();
    knowledge.appearances = appearances(std::mem::take(&mut knowledge.appearances), place);
    knowledge.facts = facts(std::mem::take(&mut knowledge.facts), place);
    let merges = std::mem::take(&mut knowledge.merges).into_iter();
    knowledge.merges =
        merges.filter_map(|merge| Some(Merge { entity: place(merge.entity)?, ..merge })).collect();
    knowledge.merges.sort();
    knowledge.merges.dedup();
}

type Key<'a> = (ClassId, &'a str, Option<&'a str>, (ClassId, &'a str));

fn key(entity: &Entity) -> Key<'_> {
    (entity.class, &entity.label, entity.distinction.as_deref(), entity.first_read_as())
}

fn appearances(
    all: Vec<Appearance>,
    place: impl Fn(EntityId) -> Option<EntityId>,
) -> Vec<Appearance> {
    let mut found: BTreeMap<(usize, EntityId), Appearance> = BTreeMap::new();
    for mut appearance in all {
        let Some(entity) = place(appearance.entity) else { continue };
        appearance.entity = entity;
        match found.get_mut(&(appearance.document, entity)) {
            Some(known) => join(known, appearance),
            None => drop(found.insert((appearance.document, entity), appearance)),
        }
    }
    found.into_values().collect()
}

/// Joins two appearances of what became one entity; the more often used name is its name there.
fn join(known: &mut Appearance, mut other: Appearance) {
    if (other.mentions, &known.label) > (known.mentions, &other.label) {
        std::mem::swap(known, &mut other);
    }
    known.mentions += other.mentions;
    known.aliases.extend(other.aliases);
    known.aliases.push(other.label);
    known.aliases.retain(|alias| *alias != known.label);
    known.aliases.sort();
    known.aliases.dedup();
    let earlier = match (known.first, other.first) {
        (Some(one), Some(other)) => other < one,
        (one, other) => one.is_none() && other.is_some(),
    };
    if earlier {
        (known.first, known.rule) = (other.first, other.rule);
    }
}

fn facts(all: Vec<Fact>, place: impl Fn(EntityId) -> Option<EntityId>) -> Vec<Fact> {
    let object = |object: Object| match object {
        Object::Entity(id) => place(id).map(Object::Entity),
        value @ Object::Literal(_) => Some(value),
    };
    let mut found: BTreeMap<(usize, RelationId, EntityId, Object), Fact> = BTreeMap::new();
    for fact in all {
        let (Some(subject), Some(value)) = (place(fact.subject), object(fact.object)) else {
            continue;
        };
        let (document, relation) = (fact.document, fact.relation);
        let key = (document, relation, subject, value.clone());
        let known = found.entry(key).or_insert_with(|| Fact {
            document,
            relation,
            subject,
            object: value,
            evidence: Vec::new(),
            qualifiers: Vec::new(),
        });
        take_evidence(&mut known.evidence, fact.evidence);
        known.qualifiers.extend(fact.qualifiers.into_iter().filter_map(|mut qualifier| {
            qualifier.value = object(qualifier.value)?;
            Some(qualifier)
        }));
        known.qualifiers.sort();
        known.qualifiers.dedup();
    }
    let mut facts: Vec<Fact> = found.into_values().collect();
    facts.sort_by(|a, b| {
        let first = |fact: &Fact| fact.evidence.first().map(|evidence| evidence.span);
        let key = |fact: &Fact| (fact.document, first(fact), fact.relation, fact.subject);
        key(a).cmp(&key(b)).then_with(|| a.object.cmp(&b.object))
    });
    facts
}
