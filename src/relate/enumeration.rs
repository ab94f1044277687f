//! Sets of principles that a sentence counts and lists: “三个坚持”，即坚持甲、坚持乙、坚持丙.

use super::{
    Reading,
    clause::{Referent, Sentence},
    facts::{Collector, LocalObject},
};
use crate::{
    ontology::terms::{class as terms, relation},
    recognise::{ENUMERATED_MEMBER, numeral},
    resolve::is,
};

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
            let first: String = mention.name.chars().take(1).collect();
            sets.push((entity, numeral(&first)));
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
