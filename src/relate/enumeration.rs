//! Sets of principles that a sentence counts and lists: “三个坚持”，即坚持甲、坚持乙、坚持丙.

use super::{
    Reading,
    facts::{Collector, LocalObject},
};
use crate::{
    model::{Block, Mention},
    ontology::terms::{class as terms, relation},
    recognise::{ENUMERATED_MEMBER, MEMBER_BEFORE, NOTED_MEMBER, counted},
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

/// Reads the members that a block lists of its sets: those of the one set whose number is theirs,
/// else of the last one before them, else of the first one behind.
pub(crate) fn read(reading: &Reading<'_>, block: Block, facts: &mut Collector<'_>) {
    let mut sets: Vec<(usize, &Mention)> = Vec::new();
    let mut members: Vec<(usize, &Mention)> = Vec::new();
    for (index, mention) in reading.mentions.names_in(block.span) {
        let Some(entity) = reading.resolution.entity_of(index) else { continue };
        if is(reading.ontology, mention.class, &[terms::PRINCIPLE_SET]) {
            sets.push((entity, mention));
        } else if matches!(mention.rule.as_str(), ENUMERATED_MEMBER | MEMBER_BEFORE) {
            members.push((entity, mention));
        }
    }
    if members.is_empty() {
        return;
    }
    let sentences = super::clause::sentences(reading.document, block);
    for (member, mention) in &members {
        let before = sets.iter().rev().find(|(_, set)| set.span.end() <= mention.span.start());
        let behind = sets.iter().find(|(_, set)| set.span.start() >= mention.span.end());
        let Some((set, _)) = before.or(behind) else { continue };
        let sentence = sentences.iter().find(|span| span.contains(mention.span));
        let span = sentence.copied().unwrap_or(block.span);
        let object = LocalObject::Entity(*member);
        facts.add(relation::HAS_PRINCIPLE, *set, object, span, "counted and listed");
    }
}

/// The number that a set is named by: 三 of “三个坚持”.
fn number_of(reading: &Reading<'_>, set: &Mention) -> Option<usize> {
    counted(reading.document.slice(set.span))
}
