//! Rosters: a person on each line, with affiliation and title, under the name of a meeting.

use super::{
    Reading,
    facts::{Collector, LocalObject},
    posts::{Post, state},
    section::Sections,
};
use crate::{
    model::{Block, Literal, Mention},
    ontology::terms::{class as terms, qualifier, relation},
    resolve::is,
};

/// Reads a roster's line.
pub(crate) fn read(
    reading: &Reading<'_>,
    block: Block,
    sections: &Sections,
    facts: &mut Collector<'_>,
) {
    let within: Vec<(usize, &Mention)> = reading
        .mentions
        .names_from(block.span.start())
        .take_while(|(_, m)| m.span.end() <= block.span.end())
        .collect();
    let entity = |index: usize| reading.resolution.entity_of(index);
    let person = within.iter().find(|(_, m)| is(reading.ontology, m.class, &[terms::PERSON]));
    let Some((index, name)) = person else { return };
    let Some(person) = entity(*index) else { return };
    let affiliation = within.iter().find(|(_, m)| {
        m.rule.as_str() == "roster" && is(reading.ontology, m.class, &[terms::BODY])
    });
    let body = affiliation.or_else(|| last_body(reading, &within, name));
    let start = body.map_or(name.span.end(), |(_, body)| body.span.end());
    let title = reading.document.text.get(start..block.span.end()).unwrap_or_default();
    let title = super::posts::without_other_name(title).trim_matches([' ', '，', '、']);
    let title = Some(title.to_owned())
        .filter(|title| !title.is_empty() && reading.lexicon.title_at_end(title).is_some());
    let body = body.and_then(|(index, _)| entity(*index));
    let posts = split(title.as_deref(), body, reading);
    state(reading, person, &posts, block.span, "roster", facts);
    let event = sections.event().or_else(|| super::topic::opening_event(reading));
    if let Some(event) = event {
        let mut qualifiers = Vec::new();
        qualifiers.extend(
            title.map(|title| (qualifier::TITLE, LocalObject::Literal(Literal::Text(title)))),
        );
        qualifiers.extend(body.map(|body| (qualifier::AFFILIATION, LocalObject::Entity(body))));
        let object = LocalObject::Entity(event);
        facts.qualified(
            relation::PARTICIPATED_IN,
            person,
            object,
            block.span,
            "roster",
            qualifiers,
        );
    }
}

/// The body whose name ends last on the line.
fn last_body<'a, 'm>(
    reading: &Reading<'_>,
    within: &'a [(usize, &'m Mention)],
    name: &Mention,
) -> Option<&'a (usize, &'m Mention)> {
    let bodies = within.iter().filter(|(_, m)| {
        m.span.start() >= name.span.end() && is(reading.ontology, m.class, &[terms::BODY])
    });
    bodies.max_by_key(|(_, m)| m.span.end())
}

/// A roster's title may be several: 教授、副院长.
fn split(title: Option<&str>, body: Option<usize>, reading: &Reading<'_>) -> Vec<Post> {
    let Some(title) = title else { return vec![Post { body, title: None }] };
    let pieces: Vec<&str> = title.split(['、', '，', ' ']).collect();
    let complete = pieces.iter().all(|piece| reading.lexicon.title_at_end(piece).is_some());
    let pieces = if complete { pieces } else { vec![title] };
    pieces.into_iter().map(|title| Post { body, title: Some(title.to_owned()) }).collect()
}
