//! Joins the entities of all documents to those of the corpus: the last step before the graph.

mod person;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    model::{Appearance, Document, Entity, EntityId, Fact, Knowledge, Merge, Object, Qualifier},
    ontology::Ontology,
    recognise::Lexicon,
    relate::{LocalFact, LocalObject},
    resolve::{LocalEntity, Resolution, SOURCE, fold},
};

/// What was read out of one document.
#[derive(Debug)]
pub struct Read {
    /// The document.
    pub document: Document,
    /// Its entities.
    pub resolution: Resolution,
    /// Its facts.
    pub facts: Vec<LocalFact>,
}

/// Joins what was read out of each document.
///
/// Entities of one class and name are one, persons only where something shows it: a body that
/// both belong to, or an office that both hold; the bare name of who leads a state elsewhere is theirs. The result does not depend on the order.
pub fn unite(mut read: Vec<Read>, lexicon: &Lexicon, ontology: &Ontology) -> Knowledge {
    read.sort_by(|a, b| a.document.id.cmp(&b.document.id));
    let mut groups = Groups::new(&read);
    groups.join_by_name(&read, ontology);
    let distinctions = person::join(&read, lexicon, ontology, &mut groups);
    groups.into_knowledge(read, &distinctions)
}

/// The document and index of a local entity.
pub(crate) type Local = (usize, usize);

/// Local entities of all documents, joined into groups.
pub(crate) struct Groups {
    locals: Vec<Local>,
    index: BTreeMap<Local, usize>,
    parent: Vec<usize>,
    reasons: Vec<(usize, String, String, String)>,
}

impl Groups {
    fn new(read: &[Read]) -> Self {
        let locals: Vec<Local> = read
            .iter()
            .enumerate()
            .flat_map(|(document, read)| {
                (0..read.resolution.entities.len()).map(move |entity| (document, entity))
            })
            .collect();
        let index = locals.iter().enumerate().map(|(at, local)| (*local, at)).collect();
        Self { index, parent: (0..locals.len()).collect(), locals, reasons: Vec::new() }
    }

    pub(crate) fn root(&self, local: Local) -> usize {
        let mut at = self.index.get(&local).copied().unwrap_or(0);
        while let Some(parent) = self.parent.get(at).filter(|parent| **parent != at) {
            at = *parent;
        }
        at
    }

    /// Joins two local entities; the earlier one's group stays.
    pub(crate) fn join(&mut self, read: &[Read], a: Local, b: Local, reason: &str) {
        let (first, second) = (self.root(a).min(self.root(b)), self.root(a).max(self.root(b)));
        if first == second {
            return;
        }
        if let Some(parent) = self.parent.get_mut(second) {
            *parent = first;
        }
        let name = |(document, entity): Local| {
            read.get(document)
                .and_then(|read| Some((read, read.resolution.entities.get(entity)?)))
                .map_or_else(String::new, |(read, e)| format!("{} ({})", e.label, read.document.id))
        };
        self.reasons.push((first, name(a), name(b), reason.to_owned()));
    }

    /// Joins entities of one class that share the name the lists know, or their label, or where
    /// one's other name is the label of exactly one other.
    fn join_by_name(&mut self, read: &[Read], ontology: &Ontology) {
        let person = ontology.class(crate::ontology::terms::class::PERSON);
        let mut by_name: BTreeMap<(crate::ontology::ClassId, String), Local> = BTreeMap::new();
        for &(document, entity) in &self.locals.clone() {
            let Some(local) = entity_of(read, (document, entity)) else { continue };
            // A title alone does not tell which document of that title another source means.
            if Some(local.class) == person || vague(local) || entity == SOURCE {
                continue;
            }
            for name in [&local.canonical, &local.label] {
                let key = (local.class, fold(name));
                match by_name.get(&key) {
                    Some(&known) => self.join(read, known, (document, entity), "same name"),
                    None => drop(by_name.insert(key, (document, entity))),
                }
            }
        }
    }

    fn into_knowledge(self, read: Vec<Read>, distinctions: &BTreeMap<usize, String>) -> Knowledge {
        let mut members: BTreeMap<usize, Vec<Local>> = BTreeMap::new();
        for local in &self.locals {
            members.entry(self.root(*local)).or_default().push(*local);
        }
        let shared = shared_titles(&read);
        let mut drafts: Vec<(Entity, usize)> = members
            .iter()
            .filter_map(|(root, members)| {
                let entity = entity(&read, members, distinctions.get(root).cloned(), &shared)?;
                Some((entity, *root))
            })
            .collect();
        drafts.sort_by(|(a, _), (b, _)| {
            (a.class, &a.label, &a.distinction).cmp(&(b.class, &b.label, &b.distinction))
        });
        let ids: BTreeMap<usize, EntityId> = drafts
            .iter()
            .enumerate()
            .map(|(at, (_, root))| (*root, EntityId(u32::try_from(at).unwrap_or(u32::MAX))))
            .collect();
        let id = |local: Local| ids.get(&self.root(local)).copied();
        let mut knowledge = Knowledge {
            entities: drafts.into_iter().map(|(entity, _)| entity).collect(),
            ..Knowledge::default()
        };
        for (document, read) in read.iter().enumerate() {
            knowledge.sources.extend(id((document, SOURCE)));
            knowledge.appearances.extend(appearances(document, read, &id));
            knowledge.facts.extend(facts(document, read, &id));
            let merges = read.resolution.merges.iter().filter_map(|merge| {
                Some(Merge {
                    entity: id((document, merge.entity))?,
                    name: merge.name.clone(),
                    other: merge.other.clone(),
                    reason: merge.reason.to_owned(),
                })
            });
            knowledge.merges.extend(merges);
        }
        for (root, name, other, reason) in &self.reasons {
            let local = self.locals.get(*root).copied();
            if let Some(entity) = local.and_then(id) {
                let (name, other, reason) = (name.clone(), other.clone(), reason.clone());
                knowledge.merges.push(Merge { entity, name, other, reason });
            }
        }
        knowledge.merges.sort();
        knowledge.merges.dedup();
        knowledge.documents = read.into_iter().map(|read| read.document).collect();
        knowledge
    }
}

/// Titles of sources that other things of the corpus bear, too; what bears one is told apart by
/// its source.
fn shared_titles(read: &[Read]) -> BTreeSet<String> {
    let mut titles: BTreeMap<String, usize> = BTreeMap::new();
    for source in read.iter().filter_map(|read| read.resolution.entities.get(SOURCE)) {
        titles.entry(fold(&source.label)).or_default();
    }
    for entity in read.iter().flat_map(|read| &read.resolution.entities) {
        if let Some(count) = titles.get_mut(&fold(&entity.label)) {
            *count += 1;
        }
    }
    titles.into_iter().filter(|(_, count)| *count > 1).map(|(title, _)| title).collect()
}

/// Names such as 基本原则 are one document's own; the same words in another mean another set.
fn vague(entity: &LocalEntity) -> bool {
    entity.rule.as_str() == crate::recognise::SET_HEADING && entity.label.chars().count() <= 4
}

pub(crate) fn entity_of(read: &[Read], (document, entity): Local) -> Option<&LocalEntity> {
    read.get(document)?.resolution.entities.get(entity)
}

/// Makes the entity of a group: the fullest label, all other names.
fn entity(
    read: &[Read],
    members: &[Local],
    distinction: Option<String>,
    shared: &BTreeSet<String>,
) -> Option<Entity> {
    let locals: Vec<&LocalEntity> =
        members.iter().filter_map(|local| entity_of(read, *local)).collect();
    let class = locals.first()?.class;
    let label = locals
        .iter()
        .map(|local| &local.label)
        .max_by(|a, b| {
            let han = |s: &str| s.chars().filter(|c| crate::recognise::is_han(*c)).count();
            (han(a), a.chars().count()).cmp(&(han(b), b.chars().count())).then_with(|| b.cmp(a))
        })?
        .clone();
    let mut aliases: BTreeSet<String> = BTreeSet::new();
    for local in &locals {
        aliases.extend(local.aliases.iter().cloned());
        aliases.insert(local.label.clone());
        aliases.insert(local.canonical.clone());
    }
    aliases.remove(&label);
    let of_one_document = members.iter().zip(&locals).find(|((_, index), local)| {
        vague(local) || *index == SOURCE && shared.contains(&fold(&local.label))
    });
    let own = of_one_document
        .and_then(|((document, _), _)| Some(read.get(*document)?.document.id.clone()));
    let distinction = distinction.or(own);
    let aliases = aliases.into_iter().collect();
    Some(Entity { class, label, distinction, aliases, read_as: None })
}

/// Which entities a document names, and how; local entities of one group appear once.
fn appearances(
    document: usize,
    read: &Read,
    id: &impl Fn(Local) -> Option<EntityId>,
) -> Vec<Appearance> {
    let mut found: BTreeMap<EntityId, Appearance> = BTreeMap::new();
    for (index, local) in read.resolution.entities.iter().enumerate() {
        let Some(entity) = id((document, index)) else { continue };
        let appearance = found.entry(entity).or_insert_with(|| Appearance {
            entity,
            document,
            label: local.label.clone(),
            aliases: Vec::new(),
            mentions: 0,
            first: local.first,
            rule: local.rule.clone(),
        });
        appearance.mentions += local.mentions;
        appearance.aliases.extend(local.aliases.iter().cloned());
        if local.label != appearance.label {
            appearance.aliases.push(local.label.clone());
        }
        appearance.aliases.sort();
        appearance.aliases.dedup();
    }
    found.into_values().collect()
}

/// The facts of a document over the corpus's entities; facts that have become one are one.
fn facts(document: usize, read: &Read, id: &impl Fn(Local) -> Option<EntityId>) -> Vec<Fact> {
    let object = |object: &LocalObject| match object {
        LocalObject::Entity(entity) => id((document, *entity)).map(Object::Entity),
        LocalObject::Literal(literal) => Some(Object::Literal(literal.clone())),
    };
    let mut found: BTreeMap<_, Fact> = BTreeMap::new();
    for local in &read.facts {
        let (Some(subject), Some(value)) = (id((document, local.subject)), object(&local.object))
        else {
            continue;
        };
        if value == Object::Entity(subject) {
            continue;
        }
        let key = (local.relation, subject, value.clone());
        let fact = found.entry(key).or_insert_with(|| Fact {
            document,
            relation: local.relation,
            subject,
            object: value,
            evidence: Vec::new(),
            qualifiers: Vec::new(),
        });
        fact.evidence.extend(local.evidence.iter().cloned());
        fact.evidence.sort();
        fact.evidence.dedup();
        fact.qualifiers.extend(
            local.qualifiers.iter().filter_map(|(property, value)| {
                Some(Qualifier { property, value: object(value)? })
            }),
        );
        fact.qualifiers.sort();
        fact.qualifiers.dedup();
    }
    let mut facts: Vec<Fact> = found.into_values().collect();
    facts.sort_by(|a, b| {
        let key = |f: &Fact| (f.evidence.first().map(|e| e.span), f.relation, f.subject);
        key(a).cmp(&key(b)).then_with(|| a.object.cmp(&b.object))
    });
    facts
}
