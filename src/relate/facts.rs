//! [`LocalFact`]s of one document, collected so that each stands once with all its evidence.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    model::{Evidence, Literal, RuleId, Span},
    ontology::{
        Ontology, RelationId,
        terms::{qualifier, relation},
    },
    resolve::LocalEntity,
};

/// What a local fact says of its subject.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LocalObject {
    /// Another entity of the document, by index.
    Entity(usize),
    /// A value.
    Literal(Literal),
}

/// What is said of a statement: property and value.
pub(crate) type Qualifiers = Vec<(&'static str, LocalObject)>;

/// A statement of one document, over its own entities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalFact {
    /// What is said.
    pub relation: RelationId,
    /// Of whom, by index.
    pub subject: usize,
    /// The value.
    pub object: LocalObject,
    /// Where, by place.
    pub evidence: Vec<Evidence>,
    /// What is said of the statement: property and value.
    pub qualifiers: Vec<(&'static str, LocalObject)>,
}

/// Collects facts; checks them against the ontology's domains and ranges.
pub(crate) struct Collector<'a> {
    ontology: &'a Ontology,
    entities: &'a [LocalEntity],
    facts: BTreeMap<(RelationId, usize, LocalObject), LocalFact>,
    /// Where it is stated of which entity that a relation holds.
    stated: BTreeMap<(RelationId, usize), Vec<Span>>,
}

impl<'a> Collector<'a> {
    pub(crate) fn new(ontology: &'a Ontology, entities: &'a [LocalEntity]) -> Self {
        Self { ontology, entities, facts: BTreeMap::new(), stated: BTreeMap::new() }
    }

    /// Adds a fact, unless its ends are not what the relation takes or are one and the same.
    pub(crate) fn add(
        &mut self,
        relation: &str,
        subject: usize,
        object: LocalObject,
        span: Span,
        rule: &str,
    ) {
        self.qualified(relation, subject, object, span, rule, Vec::new());
    }

    /// Adds a fact with qualifiers.
    pub(crate) fn qualified(
        &mut self,
        relation: &str,
        subject: usize,
        object: LocalObject,
        span: Span,
        rule: &str,
        qualifiers: Qualifiers,
    ) {
        let Some(id) = self.ontology.relation(relation) else { return };
        self.insert(id, subject, object, span, rule, qualifiers);
    }

    pub(crate) fn insert(
        &mut self,
        relation: RelationId,
        subject: usize,
        mut object: LocalObject,
        span: Span,
        rule: &str,
        qualifiers: Qualifiers,
    ) {
        let Some(class) = self.entities.get(subject).map(|entity| entity.class) else { return };
        if !self.ontology.admits_subject(relation, class) {
            return;
        }
        let mut subject = subject;
        if let LocalObject::Entity(index) = object {
            let Some(other) = self.entities.get(index).map(|entity| entity.class) else { return };
            if index == subject || !self.ontology.admits_object(relation, other) {
                return;
            }
            let symmetric = self.ontology.relation_info(relation).symmetric;
            if symmetric && index < subject {
                object = LocalObject::Entity(subject);
                subject = index;
            }
        }
        if let LocalObject::Entity(entity) = object {
            self.stated.entry((relation, entity)).or_default().push(span);
        }
        let evidence = Evidence { span, rule: RuleId::new(rule) };
        let fact = self.facts.entry((relation, subject, object.clone())).or_insert_with(|| {
            LocalFact { relation, subject, object, evidence: Vec::new(), qualifiers: Vec::new() }
        });
        if !fact.evidence.iter().any(|known| known.span == span) {
            fact.evidence.push(evidence);
            fact.evidence.sort();
        }
        for qualifier in qualifiers {
            if !fact.qualifiers.contains(&qualifier) {
                fact.qualifiers.push(qualifier);
                fact.qualifiers.sort();
            }
        }
    }

    /// Tells whether a relation already holds of this object within a span.
    pub(crate) fn states(&self, relation: &str, object: usize, span: Span) -> bool {
        let Some(id) = self.ontology.relation(relation) else { return false };
        let spans = self.stated.get(&(id, object)).map_or(&[][..], Vec::as_slice);
        spans.iter().rev().take(64).any(|stated| stated.overlaps(span))
    }

    /// Returns the value that is stated of a relation of this subject, where it is the only one.
    pub(crate) fn only(&self, relation: &str, subject: usize) -> Option<&LocalObject> {
        let id = self.ontology.relation(relation)?;
        let least = (id, subject, LocalObject::Entity(0));
        let mut stated = self.facts.range(least..);
        let ((of, thing, object), _) = stated.next()?;
        let other = stated.next().is_some_and(|((of, thing, _), _)| (*of, *thing) == (id, subject));
        ((*of, *thing) == (id, subject) && !other).then_some(object)
    }

    /// Gives who takes part the body and title that the document names them with: those of the same
    /// sentence, else the only body of the document. `sentences` are in order.
    pub(crate) fn name_affiliations(&mut self, sentences: &[Span]) {
        let id = |name: &str| self.ontology.relation(name);
        let (Some(attends), Some(affiliated)) =
            (id(relation::PARTICIPATED_IN), id(relation::AFFILIATED_WITH))
        else {
            return;
        };
        let sentence = |at: usize| sentences.partition_point(|span| span.start() <= at);
        let places = |fact: &LocalFact| -> BTreeSet<usize> {
            fact.evidence.iter().map(|e| sentence(e.span.start())).collect()
        };
        // In which sentences somebody is said to have a title.
        let positions = id(relation::POSITION);
        let posts = self.facts.values().filter(|fact| Some(fact.relation) == positions);
        let said_where: BTreeMap<(usize, LocalObject), BTreeSet<usize>> =
            posts.map(|fact| ((fact.subject, fact.object.clone()), places(fact))).collect();
        let mut named: BTreeMap<usize, Vec<(BTreeSet<usize>, Qualifiers)>> = BTreeMap::new();
        for fact in self.facts.values().filter(|fact| fact.relation == affiliated) {
            let places = places(fact);
            let mut qualifiers = vec![(qualifier::AFFILIATION, fact.object.clone())];
            let titles = fact.qualifiers.iter().filter(|(name, _)| *name == qualifier::TITLE);
            qualifiers.extend(titles.cloned());
            named.entry(fact.subject).or_default().push((places, qualifiers));
        }
        for fact in self.facts.values_mut().filter(|fact| fact.relation == attends) {
            let Some(bodies) = named.get(&fact.subject) else { continue };
            if fact.qualifiers.iter().any(|(name, _)| *name == qualifier::AFFILIATION) {
                continue;
            }
            let here = |places: &BTreeSet<usize>| {
                fact.evidence.iter().any(|e| places.contains(&sentence(e.span.start())))
            };
            let only = bodies.len() == 1;
            let told = bodies.iter().filter(|(places, _)| only || here(places));
            // 张三，曾任某院院长: what somebody is elsewhere in the text is no title at this meeting.
            let elsewhere = |(name, title): &(&str, LocalObject)| {
                let said = said_where.get(&(fact.subject, title.clone()));
                *name == qualifier::TITLE && said.is_some_and(|places| !here(places))
            };
            let one_title = |qualifiers: &Qualifiers| {
                qualifiers.iter().filter(|(name, _)| *name == qualifier::TITLE).count() == 1
            };
            let added: Vec<_> = told
                .flat_map(|(places, qualifiers)| {
                    let all = !here(places) && one_title(qualifiers);
                    qualifiers.iter().filter(move |q| all || !elsewhere(q)).cloned()
                })
                .collect();
            fact.qualifiers.extend(added);
            fact.qualifiers.sort();
            fact.qualifiers.dedup();
        }
    }

    pub(crate) fn into_facts(self) -> Vec<LocalFact> {
        let mut facts: Vec<LocalFact> = self.facts.into_values().collect();
        drop_vaguer_dates(&mut facts);
        facts.sort_by_key(|fact| fact.evidence.first().map(|evidence| evidence.span));
        facts
    }
}

/// Drops a date where another of the same says it more exactly: 2024 beside 2024-11-21.
fn drop_vaguer_dates(facts: &mut Vec<LocalFact>) {
    let date = |fact: &LocalFact| match &fact.object {
        LocalObject::Literal(Literal::Date(iso)) => Some(iso.clone()),
        _ => None,
    };
    let dates: Vec<(RelationId, usize, String)> =
        facts.iter().filter_map(|fact| Some((fact.relation, fact.subject, date(fact)?))).collect();
    facts.retain(|fact| {
        date(fact).is_none_or(|iso| {
            // The facts are in order, and the more exact ones come right behind.
            let key = (fact.relation, fact.subject, iso.clone());
            let behind = dates.partition_point(|known| *known <= key);
            !dates.get(behind).is_some_and(|(relation, subject, other)| {
                (*relation, *subject) == (fact.relation, fact.subject)
                    && other.strip_prefix(iso.as_str()).is_some_and(|rest| rest.starts_with('-'))
            })
        })
    });
}
