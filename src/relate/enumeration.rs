//! Sets of principles that a sentence counts and lists: “三个坚持”，即坚持甲、坚持乙、坚持丙.

use super::{
    Reading,
    facts::{Collector, LocalObject},
};
use crate::{
    model::{Block, Mention},
    ontology::terms::{class as terms, relation},
    recognise::{ENUMERATED_MEMBER, MEMBER_BEFORE, NOTED_MEMBER, QUOTED_BEFORE, counted},
    resolve::is,
};

/// Reads the members that a note lists of a set: of the last one above whose number is theirs.
pub(crate) fn in_note(reading: &Reading<'_>, block: Block, facts: &mut Collector<'_>) {
    let noted = reading.mentions.names_in(block.span);
    let noted = noted.filter(|(_, mention)| mention.rule.as_str() == NOTED_MEMBER);
    let members: Vec<usize> =
        noted.filter_map(|(index, _)| reading.resolution.entity_of(index)).collect();
    if members.is_empty() {
        return;
    }
    let above = reading.mentions.names.iter().enumerate().rev().find(|(_, mention)| {
        mention.span.end() <= block.span.start()
            && is(reading.ontology, mention.class, &[terms::PRINCIPLE_SET])
            && number_of(reading, mention) == Some(members.len())
    });
    let Some(set) = above.and_then(|(index, _)| reading.resolution.entity_of(index)) else {
        return;
    };
    let opening = super::clause::sentences(reading.document, block).first().copied();
    for member in members {
        let span = opening.unwrap_or(block.span);
        let object = LocalObject::Entity(member);
        facts.add(relation::HAS_PRINCIPLE, set, object, span, "counted and listed");
    }
}

/// Reads the members that a block lists of its sets.
pub(crate) fn read(reading: &Reading<'_>, block: Block, facts: &mut Collector<'_>) {
    let mut sets: Vec<(usize, &Mention)> = Vec::new();
    // The lists, each unbroken by a set, and of one kind.
    let mut lists: Vec<Vec<(usize, &Mention)>> = vec![Vec::new()];
    for (index, mention) in reading.mentions.names_in(block.span) {
        let Some(entity) = reading.resolution.entity_of(index) else { continue };
        let member =
            matches!(mention.rule.as_str(), ENUMERATED_MEMBER | MEMBER_BEFORE | QUOTED_BEFORE);
        if is(reading.ontology, mention.class, &[terms::PRINCIPLE_SET]) {
            sets.push((entity, mention));
            lists.push(Vec::new());
        } else if member {
            let same = |list: &&mut Vec<(usize, &Mention)>| {
                list.first().is_none_or(|(_, first)| first.rule == mention.rule)
            };
            match lists.last_mut().filter(same) {
                Some(list) => list.push((entity, mention)),
                None => lists.push(vec![(entity, mention)]),
            }
        }
    }
    lists.retain(|list| !list.is_empty());
    if lists.is_empty() {
        return;
    }
    let sentences = super::clause::sentences(reading.document, block);
    for list in &lists {
        let Some(set) = set_of(reading, list, &sets) else { continue };
        for (member, mention) in list {
            let sentence = sentences.iter().find(|span| span.contains(mention.span));
            let span = sentence.copied().unwrap_or(block.span);
            let object = LocalObject::Entity(*member);
            facts.add(relation::HAS_PRINCIPLE, set, object, span, "counted and listed");
        }
    }
}

/// The set that a list belongs to: the first one behind, where the list stands before its count, else
/// the last one before it whose number is that of the list, else
/// the last one before it, else the first one behind.
fn set_of(
    reading: &Reading<'_>,
    list: &[(usize, &Mention)],
    sets: &[(usize, &Mention)],
) -> Option<usize> {
    let (start, end) = (list.first()?.1.span.start(), list.last()?.1.span.end());
    let rule = list.first()?.1.rule.as_str();
    if matches!(rule, MEMBER_BEFORE | QUOTED_BEFORE) {
        let behind = sets.iter().find(|(_, set)| set.span.start() >= end);
        return behind.map(|(set, _)| *set);
    }
    let mut before = sets.iter().rev().filter(|(_, set)| set.span.end() <= start);
    let counted = before.clone().find(|(_, set)| number_of(reading, set) == Some(list.len()));
    let behind = || sets.iter().find(|(_, set)| set.span.start() >= end);
    counted.or_else(|| before.next()).or_else(behind).map(|(set, _)| *set)
}

/// The number that a set is named by: 三 of “三个坚持”.
fn number_of(reading: &Reading<'_>, set: &Mention) -> Option<usize> {
    counted(reading.document.slice(set.span))
}
