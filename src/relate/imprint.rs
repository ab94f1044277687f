//! What a source says of itself above its text: authors, issuer, date, and the meeting that it is of.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Reading,
    facts::{Collector, LocalObject},
};
use crate::{
    model::{Block, BlockKind, Literal, Mention},
    ontology::terms::{class as terms, relation},
    resolve::{Genre, SOURCE, is},
};

/// Reads by-lines and title pages.
pub(crate) fn read(reading: &Reading<'_>, facts: &mut Collector<'_>) {
    let mut event = None;
    for (index, block) in reading.document.blocks.iter().enumerate().take(12) {
        let text = reading.document.slice(block.span).trim();
        if reading.lexicon.starts_with_cue("byline", text).is_some() {
            authors(reading, *block, facts);
        }
        if reading.lexicon.starts_with_cue("biography", text).is_some() {
            for (_, entity, _) in mentions(reading, *block).filter(|(_, _, m)| {
                m.rule.as_str() == "author" && is(reading.ontology, m.class, &[terms::PERSON])
            }) {
                author(reading, entity, *block, facts);
            }
        }
        first_published(reading, *block, text, facts);
        if block.kind != BlockKind::Title {
            continue;
        }
        let named: usize = mentions(reading, *block)
            .filter(|(_, _, m)| is(reading.ontology, m.class, &[terms::PERSON]))
            .map(|(_, _, m)| reading.document.slice(m.span).chars().count())
            .sum();
        if named > 0 && named == text.chars().filter(|c| c.is_alphabetic()).count() {
            authors(reading, *block, facts);
        }
        for (_, entity, mention) in mentions(reading, *block) {
            let whole = mention.span.len() + 2 >= text.len();
            if whole && is(reading.ontology, mention.class, &[terms::PERSON]) {
                author(reading, entity, *block, facts);
            }
            if whole && index > 0 && is(reading.ontology, mention.class, &[terms::EVENT]) {
                event = Some((entity, *block));
            }
        }
        issuers(reading, *block, text, facts);
        date(reading, *block, event, facts);
        parties(reading, *block, text, facts);
    }
    if let Some((event, block)) = event.filter(|_| reading.resolution.genre != Genre::News) {
        facts.add(relation::ISSUED, event, LocalObject::Entity(SOURCE), block.span, "title page");
    }
}

/// A line of the title page that is nothing but bodies names those who have issued the source.
fn issuers(reading: &Reading<'_>, block: Block, text: &str, facts: &mut Collector<'_>) {
    let bodies: Vec<(usize, &Mention)> = mentions(reading, block)
        .filter(|(_, _, m)| is(reading.ontology, m.class, &[terms::BODY]))
        .map(|(_, entity, mention)| (entity, mention))
        .collect();
    let outermost = |(_, mention): &&(usize, &Mention)| {
        !bodies
            .iter()
            .any(|(_, other)| other.span != mention.span && other.span.contains(mention.span))
    };
    let bodies: Vec<&(usize, &Mention)> = bodies.iter().filter(outermost).collect();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let named: usize = bodies.iter().map(|(_, m)| letters(reading.document.slice(m.span))).sum();
    let policy = matches!(reading.resolution.genre, Genre::Policy | Genre::Proceedings);
    if policy && named > 0 && named == letters(text) {
        for (entity, _) in bodies {
            let object = LocalObject::Entity(SOURCE);
            facts.add(relation::ISSUED, *entity, object, block.span, "title page");
        }
    }
}

static FIRST_PUBLISHED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[（(\[]?(?:本文)?(?:原载|原刊|刊载于|刊于|载|发表于|首发于)于?《[^》]+》(?:，)?((?:19|20)\d\d) ?年")
        .expect("the expression is well-formed")
});

/// （原载《某学报》2024年第5期）: where and when the source was published first.
fn first_published(reading: &Reading<'_>, block: Block, text: &str, facts: &mut Collector<'_>) {
    let Some(captures) = FIRST_PUBLISHED.captures(text) else { return };
    let outlet = mentions(reading, block)
        .find(|(_, _, m)| is(reading.ontology, m.class, &[terms::PERIODICAL]));
    if let Some((_, outlet, _)) = outlet {
        let object = LocalObject::Entity(outlet);
        facts.add(relation::PUBLISHED_IN, SOURCE, object, block.span, "first published");
    }
    if let Some(year) = captures.get(1) {
        let year = LocalObject::Literal(Literal::Date(year.as_str().to_owned()));
        facts.add(relation::PUBLISHED_ON, SOURCE, year, block.span, "first published");
    }
}

fn mentions<'a>(
    reading: &'a Reading<'_>,
    block: Block,
) -> impl Iterator<Item = (usize, usize, &'a Mention)> {
    reading
        .mentions
        .names_in(block.span)
        .filter_map(|(at, m)| Some((at, reading.resolution.entity_of(at)?, m)))
}

fn authors(reading: &Reading<'_>, block: Block, facts: &mut Collector<'_>) {
    for (_, entity, mention) in mentions(reading, block) {
        if is(reading.ontology, mention.class, &[terms::PERSON]) {
            author(reading, entity, block, facts);
        }
    }
}

fn author(reading: &Reading<'_>, person: usize, block: Block, facts: &mut Collector<'_>) {
    if reading.resolution.genre != Genre::News {
        facts.add(relation::AUTHORED, person, LocalObject::Entity(SOURCE), block.span, "by-line");
    }
}

/// 甲国和乙国关于…的联合声明 as a title: the parties named before 关于 have issued it.
fn parties(reading: &Reading<'_>, block: Block, title: &str, facts: &mut Collector<'_>) {
    let Some(kind) = reading.lexicon.ends_with_cue("joint-kind", title) else { return };
    let Some(about) = title.find("关于").or_else(|| {
        // 甲国和乙国联合声明: nothing but the parties stands before the kind.
        let names = mentions(reading, block)
            .filter(|(_, _, m)| is(reading.ontology, m.class, &[terms::COUNTRY, terms::BODY]));
        let last = names.map(|(_, _, m)| m.span.end()).max()? - block.span.start();
        let lead = reading.document.slice(block.span).find(title)?;
        (last - lead + kind.len() == title.len()).then_some(last)
    }) else {
        return;
    };
    for (_, entity, mention) in mentions(reading, block) {
        let before = mention.span.end() <= block.span.start() + about;
        if before && is(reading.ontology, mention.class, &[terms::COUNTRY, terms::BODY]) {
            let object = LocalObject::Entity(SOURCE);
            facts.add(relation::ISSUED, entity, object, block.span, "parties in the title");
        }
    }
}

/// A line that is a date, or ends with one, on a title page dates the source and its meeting.
fn date(
    reading: &Reading<'_>,
    block: Block,
    event: Option<(usize, Block)>,
    facts: &mut Collector<'_>,
) {
    let alone = reading
        .mentions
        .dates
        .iter()
        .find(|date| block.span.contains(date.span) && date.span.len() + 6 >= block.span.len());
    // 2008年, 2009年: the heads of a chronicle.
    let Some(date) =
        alone.filter(|_| crate::recognise::head_year(reading.document.slice(block.span)).is_none())
    else {
        return;
    };
    let object = LocalObject::Literal(Literal::Date(date.iso.clone()));
    facts.add(relation::ISSUED_ON, SOURCE, object.clone(), block.span, "title page");
    if let Some((event, _)) = event {
        facts.add(relation::HELD_ON, event, object, block.span, "title page");
    }
}
