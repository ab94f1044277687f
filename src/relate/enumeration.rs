//! Sets of principles that a sentence counts and lists: “三个坚持”，即坚持甲、坚持乙、坚持丙.

use super::{
    Reading,
    clause::{Referent, Sentence},
    facts::{Collector, LocalObject},
};
use crate::{
    model::{Block, Mention},
    ontology::terms::{class as terms, relation},
    recognise::{ENUMERATED_MEMBER, NOTED_MEMBER, numeral},
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

/// Reads the members of the set whose number is that of the principles that the sentence lists.
pub(crate) fn read(reading: &Reading<'_>, sentence: &Sentence, facts: &mut Collector<'_>) {
    let mentions = sentence.symbols.iter().filter_map(|(_, referent)| match referent {
        Referent::Mention(index) => {
            Some((reading.mentions.names.get(*index)?, reading.resolution.entity_of(*index)?))
        }
        Referent::Date(_) => None,
    });
    let mut members: Vec<usize> = Vec::new();
    let mut sets: Vec<(usize, Option<usize>)> = Vec::new();
    for (mention, entity) in mentions {
        if is(reading.ontology, mention.class, &[terms::PRINCIPLE_SET]) {
            sets.push((entity, number_of(reading, mention)));
        } else if mention.rule.as_str() == ENUMERATED_MEMBER && !members.contains(&entity) {
            members.push(entity);
        }
    }
    let mut counted = sets.iter().filter(|(_, number)| *number == Some(members.len()));
    if let (Some((set, _)), None) = (counted.next(), counted.next()) {
        for member in members {
            let object = LocalObject::Entity(member);
            facts.add(relation::HAS_PRINCIPLE, *set, object, sentence.span, "counted and listed");
        }
    }
}

/// The number that a set is named by: 三 of “三个坚持”.
fn number_of(reading: &Reading<'_>, set: &Mention) -> Option<usize> {
    let text = reading.document.slice(set.span).trim_start_matches('“');
    let first = text.chars().next()?;
    numeral(first.encode_utf8(&mut [0; 4]))
}
