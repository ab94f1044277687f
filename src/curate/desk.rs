//! [`Desk`]: knowledge while judgements are applied to it. Entities keep their index until the
//! end, also those that have gone.

use std::collections::{BTreeMap, BTreeSet};

use super::row::{Act, Naming, Row, Said, SaidObject};
use crate::{
    model::{
        Appearance, Claim, ClaimObject, Entity, EntityId, Evidence, Fact, Judgement, Knowledge,
        Object, Rejection, Warning,
    },
    ontology::{ClassId, Ontology, RelationId},
    resolve::fold,
};

/// Why a row has no effect.
pub(super) type Refused = String;

/// Knowledge at work.
pub(super) struct Desk<'a> {
    pub(super) ontology: &'a Ontology,
    pub(super) path: &'a str,
    pub(super) knowledge: Knowledge,
    pub(super) warnings: Vec<Warning>,
    /// Entities that were rejected, or joined to another.
    pub(super) gone: BTreeSet<EntityId>,
    /// Pairs that are two, each with the line that says so.
    pub(super) apart: Vec<(EntityId, EntityId, u32)>,
    /// Who bears a name, or did.
    bearers: BTreeMap<String, BTreeSet<EntityId>>,
    judgements: Vec<Draft>,
    rejections: Vec<(usize, Fact)>,
}

/// A judgement whose entities may still change.
struct Draft {
    entities: Vec<EntityId>,
    added: Option<(EntityId, RelationId, Object)>,
    judgement: Judgement,
}

impl<'a> Desk<'a> {
    pub(super) fn new(knowledge: Knowledge, ontology: &'a Ontology, path: &'a str) -> Self {
        let mut desk = Self {
            ontology,
            path,
            knowledge,
            warnings: Vec::new(),
            gone: BTreeSet::new(),
            apart: Vec::new(),
            bearers: BTreeMap::new(),
            judgements: Vec::new(),
            rejections: Vec::new(),
        };
        for id in desk.ids() {
            desk.index(id);
        }
        desk
    }

    fn ids(&self) -> Vec<EntityId> {
        (0..self.knowledge.entities.len()).map(id).collect()
    }

    /// Lets an entity be found by all its names.
    pub(super) fn index(&mut self, id: EntityId) {
        let Some(entity) = self.knowledge.entities.get(id.index()) else { return };
        for name in names(entity) {
            self.bearers.entry(fold(name)).or_default().insert(id);
        }
    }

    /// Returns an entity; it is there as long as the desk.
    pub(super) fn entity(&self, id: EntityId) -> &Entity {
        &self.knowledge.entities[id.index()]
    }

    pub(super) fn entity_mut(&mut self, id: EntityId) -> &mut Entity {
        &mut self.knowledge.entities[id.index()]
    }

    /// Returns the living entities that bear a name.
    pub(super) fn bearers(&self, name: &str) -> Vec<EntityId> {
        let folded = fold(name);
        let bears = |id: &EntityId| names(self.entity(*id)).any(|name| fold(name) == folded);
        let known = self.bearers.get(&folded).into_iter().flatten().copied();
        known.filter(|id| !self.gone.contains(id)).filter(bears).collect()
    }

    /// Adds an entity, told apart by `own` where another has its class and name.
    pub(super) fn create(&mut self, mut entity: Entity, own: &str) -> EntityId {
        let taken = |entity: &Entity| {
            let key = |e: &Entity| {
                let (class, label) = e.first_read_as();
                (class, label.to_owned(), e.distinction.clone())
            };
            self.knowledge.entities.iter().any(|other| key(other) == key(entity))
        };
        let mut number = 1;
        while taken(&entity) {
            let more = if number == 1 { String::new() } else { format!(" {number}") };
            entity.distinction = Some(format!("{own}{more}"));
            number += 1;
        }
        self.knowledge.entities.push(entity);
        let new = id(self.knowledge.entities.len() - 1);
        self.index(new);
        new
    }

    /// Returns the index of a document.
    pub(super) fn document(&self, name: &str) -> Result<usize, Refused> {
        let found = self.knowledge.documents.iter().position(|document| document.id == name);
        found.ok_or_else(|| format!("there is no document `{name}` (its file's name is expected)"))
    }

    /// Returns how a document names an entity, where it does.
    pub(super) fn appearance(&self, document: usize, entity: EntityId) -> Option<&Appearance> {
        let mut all = self.knowledge.appearances.iter();
        all.find(|is| is.document == document && is.entity == entity)
    }

    /// Notes something about a row that took effect all the same, or did not.
    pub(super) fn warn(&mut self, line: u32, message: String) {
        self.warnings.push(Warning { path: self.path.to_owned(), line: Some(line), message });
    }

    /// Writes down that a row takes effect; returns the judgement's number.
    pub(super) fn judge(&mut self, row: &Row, entities: &[EntityId]) -> usize {
        let (naming, relation, other) = self.words(&row.act);
        let document = naming.document.as_deref().and_then(|name| self.document(name).ok());
        let judgement = Judgement {
            action: row.act.action(),
            entities: Vec::new(),
            document,
            name: naming.name.clone(),
            relation,
            other,
            added: None,
            reason: row.reason.clone(),
            judge: row.judge.clone(),
            date: row.date.clone(),
        };
        self.judgements.push(Draft { entities: entities.to_vec(), added: None, judgement });
        self.judgements.len() - 1
    }

    /// Says which statement a judgement adds.
    pub(super) fn note_added(&mut self, judgement: usize, fact: &Fact) {
        if let Some(draft) = self.judgements.get_mut(judgement) {
            draft.added = Some((fact.subject, fact.relation, fact.object.clone()));
        }
    }

    fn words<'r>(&self, act: &'r Act) -> (&'r Naming, Option<RelationId>, Option<String>) {
        let said = |said: &'r Said| {
            let other = match &said.object {
                SaidObject::Entity(naming) => naming.name.clone(),
                SaidObject::Literal(value) => value.as_str().to_owned(),
            };
            (&said.subject, Some(said.relation), Some(other))
        };
        match act {
            Act::Same(one, other) | Act::Different(one, other) => {
                (one, None, Some(other.name.clone()))
            }
            Act::DifferentThere(one) | Act::RejectEntity(one) => (one, None, None),
            Act::RejectStatement(it) | Act::Add(it, _) => said(it),
            Act::Rename(one, label) => (one, None, Some(label.clone())),
            Act::Retype(one, class) => {
                (one, None, Some(self.ontology.class_info(*class).name.clone()))
            }
        }
    }

    /// Takes out the statements for which this holds, as a judgement's doing; returns how many.
    pub(super) fn reject(&mut self, judgement: usize, is_wrong: impl Fn(&Fact) -> bool) -> usize {
        let (wrong, right): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.knowledge.facts).into_iter().partition(is_wrong);
        self.knowledge.facts = right;
        let count = wrong.len();
        self.rejections.extend(wrong.into_iter().map(|fact| (judgement, fact)));
        count
    }

    /// Takes out the statements about an entity that the ontology does not admit for its class,
    /// or that say something of itself.
    pub(super) fn reject_what_does_not_fit(&mut self, judgement: usize, id: EntityId, line: u32) {
        let classes: Vec<ClassId> = self.knowledge.entities.iter().map(|is| is.class).collect();
        let ontology = self.ontology;
        let class = |id: EntityId| classes[id.index()];
        let count = self.reject(judgement, |fact| {
            let of_it = fact.subject == id || fact.object == Object::Entity(id);
            of_it && !is_admitted(ontology, fact, class)
        });
        if count > 0 {
            let entity = self.describe(id);
            self.warn(
                line,
                format!("statements that do not fit {entity} and are left out: {count}"),
            );
        }
    }

    /// Returns what an entity is called where it must be told from others.
    pub(super) fn describe(&self, id: EntityId) -> String {
        let Entity { class, label, distinction, .. } = self.entity(id);
        let distinction = distinction.as_ref().map_or(String::new(), |is| format!("（{is}）"));
        format!("{label}{distinction} ({})", self.ontology.class_info(*class).name)
    }

    /// Lets one entity take the place of another everywhere.
    pub(super) fn replace(&mut self, old: EntityId, new: EntityId) {
        let swap = |id: &mut EntityId| {
            if *id == old {
                *id = new;
            }
        };
        let knowledge = &mut self.knowledge;
        knowledge.sources.iter_mut().for_each(swap);
        knowledge.appearances.iter_mut().for_each(|appearance| swap(&mut appearance.entity));
        knowledge.merges.iter_mut().for_each(|merge| swap(&mut merge.entity));
        knowledge.facts.iter_mut().for_each(|fact| replace_in(fact, &swap));
        self.rejections.iter_mut().for_each(|(_, fact)| replace_in(fact, &swap));
        for draft in &mut self.judgements {
            draft.entities.iter_mut().for_each(swap);
        }
        for (one, other, _) in &mut self.apart {
            swap(one);
            swap(other);
        }
        self.gone.insert(old);
    }

    /// Puts the knowledge in order, without what has gone.
    pub(super) fn finish(self) -> (Knowledge, Vec<Warning>) {
        let Self { mut knowledge, warnings, gone, judgements, rejections, .. } = self;
        let entities = std::mem::take(&mut knowledge.entities);
        knowledge.judgements =
            judgements.into_iter().map(|draft| draft.finish(&entities)).collect();
        knowledge.rejections = rejections
            .into_iter()
            .map(|(judgement, fact)| Rejection {
                judgement,
                document: fact.document,
                claim: claim(&entities, fact.subject, fact.relation, &fact.object),
                evidence: fact.evidence,
            })
            .collect();
        knowledge.rejections.sort_by_key(|rejection| (rejection.judgement, rejection.document));
        super::order::put(&mut knowledge, entities, &gone);
        (knowledge, warnings)
    }
}

impl Draft {
    fn finish(self, entities: &[Entity]) -> Judgement {
        let mut ids = self.entities;
        ids.dedup();
        Judgement {
            entities: ids.iter().map(|id| entities[id.index()].clone()).collect(),
            added: self
                .added
                .map(|(subject, relation, object)| claim(entities, subject, relation, &object)),
            ..self.judgement
        }
    }
}

fn claim(entities: &[Entity], subject: EntityId, relation: RelationId, object: &Object) -> Claim {
    Claim {
        subject: entities[subject.index()].clone(),
        relation,
        object: match object {
            Object::Entity(id) => ClaimObject::Entity(entities[id.index()].clone()),
            Object::Literal(literal) => ClaimObject::Literal(literal.clone()),
        },
    }
}

fn replace_in(fact: &mut Fact, swap: &impl Fn(&mut EntityId)) {
    swap(&mut fact.subject);
    let values = fact.qualifiers.iter_mut().map(|qualifier| &mut qualifier.value);
    for object in std::iter::once(&mut fact.object).chain(values) {
        if let Object::Entity(id) = object {
            swap(id);
        }
    }
}

/// Tells whether domain and range admit a statement. Of a value nothing is asked here.
pub(super) fn is_admitted(
    ontology: &Ontology,
    fact: &Fact,
    class: impl Fn(EntityId) -> ClassId,
) -> bool {
    let object = match fact.object {
        Object::Entity(id) if id == fact.subject => false,
        Object::Entity(id) => ontology.admits_object(fact.relation, class(id)),
        Object::Literal(_) => true,
    };
    object && ontology.admits_subject(fact.relation, class(fact.subject))
}

/// Returns all names of an entity, its label first.
pub(super) fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    std::iter::once(&entity.label).chain(&entity.aliases).map(String::as_str)
}

/// Makes an index an id.
pub(super) fn id(index: usize) -> EntityId {
    EntityId(u32::try_from(index).unwrap_or(u32::MAX))
}

/// Joins the evidence of one statement with that of another of the same content.
pub(super) fn take_evidence(evidence: &mut Vec<Evidence>, more: Vec<Evidence>) {
    evidence.extend(more);
    evidence.sort();
    evidence.dedup();
}
