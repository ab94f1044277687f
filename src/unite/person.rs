//! Which persons of one name are one: those who share a body or an office.

use std::collections::{BTreeMap, BTreeSet};

use super::{Groups, Local, Read, entity_of};
use crate::{
    model::Literal,
    ontology::{
        Ontology,
        terms::{class as terms, relation},
    },
    recognise::Lexicon,
    relate::{LocalFact, LocalObject},
    resolve::fold,
};

/// What a document tells of a person.
struct Profile {
    local: Local,
    bodies: BTreeSet<String>,
    offices: BTreeSet<String>,
    /// Whether the document gives an office that leads a state.
    leads: bool,
    /// Whether the document gives neither body nor office.
    bare: bool,
    works: BTreeSet<String>,
    events: BTreeSet<String>,
}

/// Joins persons, and returns for each group of a name that several persons share what tells it
/// apart.
pub(super) fn join(
    read: &[Read],
    lexicon: &Lexicon,
    ontology: &Ontology,
    groups: &mut Groups,
) -> BTreeMap<usize, String> {
    let mut by_name: BTreeMap<String, Vec<Profile>> = BTreeMap::new();
    let person = ontology.class(terms::PERSON);
    for (document, one) in read.iter().enumerate() {
        let mut said: Said<'_> = BTreeMap::new();
        for fact in &one.facts {
            said.entry(fact.subject).or_default().push(fact);
        }
        for (index, entity) in one.resolution.entities.iter().enumerate() {
            if Some(entity.class) == person {
                let profile = profile(one, &said, (document, index), lexicon, ontology);
                by_name.entry(fold(&entity.label)).or_default().push(profile);
            }
        }
    }
    let mut distinctions = BTreeMap::new();
    for profiles in by_name.into_values() {
        for (at, a) in profiles.iter().enumerate() {
            for b in profiles.iter().skip(at + 1) {
                if let Some(reason) = shared(a, b) {
                    groups.join(read, a.local, b.local, reason);
                }
            }
        }
        let roots: BTreeSet<usize> = profiles.iter().map(|p| groups.root(p.local)).collect();
        if roots.len() < 2 {
            continue;
        }
        for root in roots {
            let members = profiles.iter().filter(|p| groups.root(p.local) == root);
            let body =
                members.clone().flat_map(|p| &p.bodies).min_by_key(|b| (b.chars().count(), *b));
            let own = members.clone().next().and_then(|p| read.get(p.local.0));
            let distinction = body.cloned().or_else(|| own.map(|own| own.document.id.clone()));
            distinctions.extend(distinction.map(|distinction| (root, distinction)));
        }
    }
    distinctions
}

/// The facts of a document by their subjects.
type Said<'a> = BTreeMap<usize, Vec<&'a LocalFact>>;

fn profile(
    read: &Read,
    said: &Said<'_>,
    local: Local,
    lexicon: &Lexicon,
    ontology: &Ontology,
) -> Profile {
    let mut profile = Profile {
        local,
        bodies: BTreeSet::new(),
        offices: BTreeSet::new(),
        leads: false,
        bare: true,
        works: BTreeSet::new(),
        events: BTreeSet::new(),
    };
    let is = |relation, name| ontology.relation(name) == Some(relation);
    let label =
        |entity: usize| entity_of(std::slice::from_ref(read), (0, entity)).map(|e| fold(&e.label));
    for fact in said.get(&local.1).into_iter().flatten() {
        let post =
            is(fact.relation, relation::AFFILIATED_WITH) || is(fact.relation, relation::POSITION);
        profile.bare &= !post;
        match &fact.object {
            LocalObject::Entity(entity) if is(fact.relation, relation::AFFILIATED_WITH) => {
                profile.bodies.extend(label(*entity));
                profile
                    .bodies
                    .extend(wholes(said, *entity, ontology).into_iter().filter_map(label));
            }
            LocalObject::Entity(entity) if is(fact.relation, relation::AUTHORED) => {
                profile.works.extend(label(*entity));
            }
            LocalObject::Entity(entity) if is(fact.relation, relation::PARTICIPATED_IN) => {
                profile.events.extend(label(*entity));
            }
            LocalObject::Literal(Literal::Text(title)) if is(fact.relation, relation::POSITION) => {
                // 主席 and 教授 are held by many; 国家主席 and 总书记 tell who it is.
                let telling = title.chars().count() >= 3
                    && !title.contains("教授")
                    && !title.contains("研究");
                profile.leads |= lexicon.has_cue("head-of-state", title);
                profile.offices.extend(telling.then(|| title.clone()));
            }
            _ => {}
        }
    }
    profile
}

/// The wholes of a body, as the document states them.
fn wholes(said: &Said<'_>, body: usize, ontology: &Ontology) -> Vec<usize> {
    let mut found = vec![];
    let mut at = Some(body);
    while let Some(part) = at {
        at = said.get(&part).into_iter().flatten().find_map(|fact| {
            let LocalObject::Entity(whole) = fact.object else { return None };
            let holds = ontology.relation(relation::PART_OF) == Some(fact.relation)
                && !found.contains(&whole);
            holds.then_some(whole)
        });
        found.extend(at);
    }
    found
}

fn shared(a: &Profile, b: &Profile) -> Option<&'static str> {
    if a.bodies.intersection(&b.bodies).next().is_some() {
        Some("same name and body")
    } else if a.works.intersection(&b.works).next().is_some() {
        Some("same name and work")
    } else if a.offices.intersection(&b.offices).next().is_some() {
        Some("same name and office")
    } else if a.leads && (b.leads || b.bare) || b.leads && a.bare {
        Some("name of who leads a state")
    } else if a.events.intersection(&b.events).next().is_some() {
        Some("same name and meeting")
    } else {
        None
    }
}
