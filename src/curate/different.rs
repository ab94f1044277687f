//! `different`: what was taken for one entity is two. The new one gets what the texts say of it.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    desk::{Desk, Refused, names},
    row::{Naming, Row},
    sentence::Names,
};
use crate::{
    model::{Appearance, Entity, EntityId, Evidence, Fact, Literal, Merge, Object, Span},
    ontology::terms::relation,
    resolve::fold,
};

/// Makes what one document names so another entity than what other documents name so.
pub(super) fn in_document(desk: &mut Desk<'_>, row: &Row, one: &Naming) -> Result<(), Refused> {
    let old = desk.find(one)?;
    let document = desk.document(one.document.as_deref().unwrap_or_default())?;
    let own = desk.knowledge.documents[document].id.clone();
    let appearance = desk.appearance(document, old).cloned();
    let appearance = appearance.ok_or_else(|| desk.unknown(one))?;
    let elsewhere =
        desk.knowledge.appearances.iter().any(|is| is.entity == old && is.document != document);
    if !elsewhere {
        return Err(format!("`{}` is named in {own} only: it is no other there", one.name));
    }
    let Appearance { label, aliases, .. } = appearance;
    let entity = Entity { label, aliases, ..of_class(desk, old, Some(own.clone())) };
    let new = desk.create(entity, &own);
    move_document(desk, document, old, new);
    settle(desk, row, old, new);
    Ok(())
}

/// Undoes that two names were taken for one entity, in one document or in all.
pub(super) fn names_apart(
    desk: &mut Desk<'_>,
    row: &Row,
    one: &Naming,
    other: &Naming,
) -> Result<(), Refused> {
    if fold(&one.name) == fold(&other.name) {
        return Err("the two names are one; `document` alone tells in which text it is the name \
                    of another thing"
            .to_owned());
    }
    let (old, second) = (desk.find(one)?, desk.find(other)?);
    if old != second {
        desk.apart.push((old, second, row.line));
        return Err(format!("`{}` and `{}` are two already", one.name, other.name));
    }
    let only = match &one.document {
        Some(name) => Some(desk.document(name)?),
        None => None,
    };
    // The label stays where it is, and with it the IRI.
    let is_label = fold(&other.name) == fold(&desk.entity(old).label);
    let name = desk.spelling(old, if is_label { &one.name } else { &other.name });
    let texts: Vec<usize> = desk
        .knowledge
        .appearances
        .iter()
        .filter(|is| is.entity == old && only.is_none_or(|only| only == is.document))
        .filter(|is| names_there(is).any(|there| fold(there) == fold(&name)))
        .map(|is| is.document)
        .filter(|document| stands_by_itself(desk, *document, old, &name))
        .collect();
    let Some(own) = texts.first().map(|document| desk.knowledge.documents[*document].id.clone())
    else {
        return Err(format!("no text names {} `{name}` by itself", desk.describe(old)));
    };
    let entity = Entity { label: name.clone(), ..of_class(desk, old, None) };
    let new = desk.create(entity, &own);
    let mut unclear = 0;
    for document in texts {
        unclear += name_in_document(desk, document, old, new, &name);
    }
    let judgement = settle(desk, row, old, new);
    unclear -= reject_as_alias(desk, judgement, old, &name).min(unclear);
    if unclear > 0 {
        let (old, new) = (desk.describe(old), desk.describe(new));
        let message = format!(
            "statements that stay with {old}, as their sentences name {new}, too: {unclear}"
        );
        desk.warn(row.line, message);
    }
    Ok(())
}

/// Tells whether a document uses a name of an entity apart from its longer names: 国防大学, not only
/// 美国国防大学.
fn stands_by_itself(desk: &Desk<'_>, document: usize, old: EntityId, name: &str) -> bool {
    let here = |is: &&Appearance| is.document == document;
    let appearances = &desk.knowledge.appearances;
    let own = appearances.iter().filter(here).find(|is| is.entity == old);
    let others: Vec<String> = own
        .into_iter()
        .flat_map(names_there)
        .filter(|there| fold(there) != fold(name))
        .map(str::to_owned)
        .collect();
    let all: BTreeSet<&str> = appearances.iter().filter(here).flat_map(names_there).collect();
    let text = &desk.knowledge.documents[document].text;
    others.is_empty() || !Names::new(name, &others, &all).places(text).is_empty()
}

fn of_class(desk: &Desk<'_>, old: EntityId, distinction: Option<String>) -> Entity {
    let class = desk.entity(old).class;
    Entity { class, label: String::new(), distinction, aliases: Vec::new(), read_as: None }
}

fn names_there(appearance: &Appearance) -> impl Iterator<Item = &str> {
    std::iter::once(&appearance.label).chain(&appearance.aliases).map(String::as_str)
}

/// Moves all that a document says of one entity to another.
fn move_document(desk: &mut Desk<'_>, document: usize, old: EntityId, new: EntityId) {
    let knowledge = &mut desk.knowledge;
    for appearance in &mut knowledge.appearances {
        if appearance.document == document && appearance.entity == old {
            appearance.entity = new;
        }
    }
    if let Some(source) = knowledge.sources.get_mut(document).filter(|is| **is == old) {
        *source = new;
    }
    for fact in knowledge.facts.iter_mut().filter(|fact| fact.document == document) {
        change(fact, old, new);
    }
}

fn change(fact: &mut Fact, old: EntityId, new: EntityId) {
    if fact.subject == old {
        fact.subject = new;
    }
    let values = fact.qualifiers.iter_mut().map(|qualifier| &mut qualifier.value);
    for value in std::iter::once(&mut fact.object).chain(values) {
        if *value == Object::Entity(old) {
            *value = Object::Entity(new);
        }
    }
}

/// Moves what a document says of a name to its own entity. Where the document uses the old
/// entity's other names as well, each sentence tells; returns how many statements stay because
/// their sentence has both.
fn name_in_document(
    desk: &mut Desk<'_>,
    document: usize,
    old: EntityId,
    new: EntityId,
    name: &str,
) -> usize {
    let Some(at) = desk
        .knowledge
        .appearances
        .iter()
        .position(|is| is.document == document && is.entity == old)
    else {
        return 0;
    };
    let others: Vec<String> = names_there(&desk.knowledge.appearances[at])
        .filter(|there| fold(there) != fold(name))
        .map(str::to_owned)
        .collect();
    if others.is_empty() {
        move_document(desk, document, old, new);
        return 0;
    }
    let all: BTreeSet<&str> = desk
        .knowledge
        .appearances
        .iter()
        .filter(|is| is.document == document)
        .flat_map(names_there)
        .collect();
    let text = &desk.knowledge.documents[document].text;
    let sought = Names::new(name, &others, &all);
    let places = sought.places(text);
    let facts = std::mem::take(&mut desk.knowledge.facts);
    let (facts, unclear) =
        part(facts, document, (old, new), |span: Span| sought.tells(span.of(text)));
    let first = places.first().and_then(|start| Span::new(text, *start, *start + name.len()));
    desk.knowledge.facts = facts;
    let kept = &mut desk.knowledge.appearances[at];
    let count = u32::try_from(places.len()).unwrap_or(u32::MAX);
    let moved = part_appearance(kept, others, name, first, count);
    if kept.first.is_none() {
        kept.first = first_of(text, &kept.label);
    }
    desk.knowledge.appearances.push(Appearance { entity: new, ..moved });
    unclear
}

/// Takes a name out of an appearance; returns the name's own. What began with that name has no
/// first place then.
fn part_appearance(
    kept: &mut Appearance,
    others: Vec<String>,
    name: &str,
    first: Option<Span>,
    count: u32,
) -> Appearance {
    kept.mentions = kept.mentions.saturating_sub(count).max(1);
    if fold(&kept.label) == fold(name) {
        kept.label = others.iter().max_by_key(|other| other.len()).cloned().unwrap_or_default();
    }
    if kept.first == first {
        kept.first = None;
    }
    kept.aliases = others.into_iter().filter(|other| *other != kept.label).collect();
    Appearance {
        label: name.to_owned(),
        aliases: Vec::new(),
        mentions: count.max(1),
        first,
        ..kept.clone()
    }
}

fn first_of(text: &str, name: &str) -> Option<Span> {
    let start = text.find(name)?;
    Span::new(text, start, start + name.len())
}

/// What a sentence says of whom it speaks of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Of the name that goes its own way.
    Apart,
    /// Of the entity's other names, or of none.
    Kept,
    /// Of both.
    Both,
}

/// Parts the statements of a document about an entity by their sentences.
fn part(
    facts: Vec<Fact>,
    document: usize,
    (old, new): (EntityId, EntityId),
    told: impl Fn(Span) -> Told,
) -> (Vec<Fact>, usize) {
    let mut unclear = 0;
    let mut parted = Vec::with_capacity(facts.len());
    for mut fact in facts {
        let about = fact.subject == old
            || fact.object == Object::Entity(old)
            || fact.qualifiers.iter().any(|qualifier| qualifier.value == Object::Entity(old));
        if fact.document != document || !about {
            parted.push(fact);
            continue;
        }
        unclear += usize::from(fact.evidence.iter().any(|is| told(is.span) == Told::Both));
        let (moved, kept): (Vec<Evidence>, Vec<Evidence>) =
            fact.evidence.into_iter().partition(|evidence| told(evidence.span) == Told::Apart);
        fact.evidence = kept;
        if !moved.is_empty() {
            let mut other = Fact { evidence: moved, ..fact.clone() };
            change(&mut other, old, new);
            parted.push(other);
        }
        if !fact.evidence.is_empty() {
            parted.push(fact);
        }
    }
    (parted, unclear)
}

/// A text that calls the old entity by the name that is another's does so no more.
fn reject_as_alias(desk: &mut Desk<'_>, judgement: usize, old: EntityId, name: &str) -> usize {
    let known_as = desk.ontology.relation(relation::ALSO_KNOWN_AS);
    let label = desk.entity(old).label.clone();
    if fold(&label) == fold(name) {
        return 0;
    }
    let still: BTreeSet<usize> = desk
        .knowledge
        .appearances
        .iter()
        .filter(|is| is.entity == old && names_there(is).any(|there| fold(there) == fold(name)))
        .map(|is| is.document)
        .collect();
    desk.reject(judgement, |fact| {
        let value = match &fact.object {
            Object::Literal(Literal::Text(value)) => fold(value) == fold(name),
            _ => false,
        };
        value
            && fact.subject == old
            && Some(fact.relation) == known_as
            && !still.contains(&fact.document)
    })
}

/// Leaves each of the two its own names and merges, and writes the judgement down.
fn settle(desk: &mut Desk<'_>, row: &Row, old: EntityId, new: EntityId) -> usize {
    let in_texts = |id: EntityId| -> BTreeSet<String> {
        let appearances = desk.knowledge.appearances.iter().filter(|is| is.entity == id);
        appearances.flat_map(|is| names_there(is).map(fold).collect::<Vec<_>>()).collect()
    };
    let (kept, moved) = (in_texts(old), in_texts(new));
    let known = desk.entity(new);
    let moved: BTreeSet<String> = moved.into_iter().chain(names(known).map(fold)).collect();
    let entity = desk.entity_mut(old);
    entity.aliases.retain(|alias| {
        let alias = fold(alias);
        kept.contains(&alias) || !moved.contains(&alias)
    });
    let merges = std::mem::take(&mut desk.knowledge.merges);
    let (of_old, others): (Vec<Merge>, Vec<Merge>) =
        merges.into_iter().partition(|merge| merge.entity == old);
    desk.knowledge.merges = others;
    for id in [old, new] {
        let left = left_of(desk, &of_old, id);
        desk.knowledge.merges.extend(left);
    }
    desk.apart.push((old, new, row.line));
    desk.judge(row, &[old, new])
}

/// Returns the merges whose two names are an entity's. Names that were joined with one that has
/// gone its own way stay joined, and the reason says through which.
fn left_of(desk: &Desk<'_>, merges: &[Merge], id: EntityId) -> Vec<Merge> {
    let mut left = Vec::new();
    let mut through: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for Merge { name, other, reason, .. } in merges {
        let (one, two) = (is_of(desk, name, id), is_of(desk, other, id));
        match (one, two) {
            (true, true) => {
                let (name, other, reason) = (name.clone(), other.clone(), reason.clone());
                left.push(Merge { entity: id, name, other, reason });
            }
            (true, false) => drop(through.entry((other, reason)).or_default().insert(name)),
            (false, true) => drop(through.entry((name, reason)).or_default().insert(other)),
            (false, false) => {}
        }
    }
    for ((gone, reason), names) in through {
        let mut names = names.into_iter();
        let Some(first) = names.next() else { continue };
        left.extend(names.map(|name| Merge {
            entity: id,
            name: first.to_owned(),
            other: name.to_owned(),
            reason: format!("{reason}, through {gone}"),
        }));
    }
    left
}

/// Tells whether a name of a merge, in its document where it says so, is the entity's.
fn is_of(desk: &Desk<'_>, side: &str, id: EntityId) -> bool {
    let place = side.strip_suffix(')').and_then(|side| side.rsplit_once(" ("));
    let placed = place.and_then(|(name, document)| Some((name, desk.document(document).ok()?)));
    match placed {
        Some((name, document)) => desk
            .appearance(document, id)
            .is_some_and(|is| names_there(is).any(|there| fold(there) == fold(name))),
        None => names(desk.entity(id)).any(|own| fold(own) == fold(side)),
    }
}
