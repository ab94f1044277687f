//! Where the authors of an article work, as its head prints it: names with marks, then addresses
//! with postcodes: `张三12` / `1 甲大学法学院 西安 710127；2 乙大学 南京 210023`.

use super::{
    Reading,
    facts::{Collector, LocalObject},
    posts,
};
use crate::{
    model::{Block, BlockKind, Mention, Span},
    ontology::terms::{class as terms, relation},
    resolve::is,
};

/// A head is no longer than so many blocks.
const HEAD: usize = 12;
/// A postcode has so many digits.
const POSTCODE: usize = 6;

/// Reads the addresses below the names of a head.
pub(crate) fn read(reading: &Reading<'_>, facts: &mut Collector<'_>) {
    let mut authors: Vec<(usize, &str)> = Vec::new();
    let mut above: Vec<(usize, &str)> = Vec::new();
    for block in reading.document.blocks.iter().take(HEAD) {
        let addresses = addresses(reading, *block);
        if let Some((_, _, span)) = addresses.first() {
            authors.extend(leading(reading, *block, *span));
        }
        let only = addresses.len() == 1;
        let numbered = addresses.iter().any(|(number, ..)| number.is_some());
        for (number, body, span) in addresses {
            for (person, marks) in &authors {
                let unmarked = marks.is_empty() && (!numbered || authors.len() == 1);
                let alone = authors.len() == 1;
                if only || alone || unmarked || number.is_some_and(|number| marked(marks, number)) {
                    let object = LocalObject::Entity(body);
                    facts.add(relation::AFFILIATED_WITH, *person, object, span, "address");
                }
            }
        }
        if let [(person, _)] = above.as_slice() {
            below(reading, *person, *block, facts);
        }
        above = names(reading, *block);
        if block.kind == BlockKind::Title {
            authors.extend(above.iter().copied());
        }
    }
}

/// 张三 and below it （某大学某研究所教授）: what the one who is named above is, and where.
fn below(reading: &Reading<'_>, person: usize, block: Block, facts: &mut Collector<'_>) {
    let text = reading.document.slice(block.span);
    let Some(inner) = text.strip_prefix(['（', '(']).and_then(|t| t.strip_suffix(['）', ')']))
    else {
        return;
    };
    let from = block.span.start() + text.find(inner).unwrap_or_default();
    // The first must begin where the parenthesis does: nothing else stands in it.
    let whole = reading.lexicon.title_at_end(inner).is_some()
        && !inner.contains(['。', '；', '，'])
        && reading
            .mentions
            .names_in(block.span)
            .any(|(_, m)| m.span.start() == from && is(reading.ontology, m.class, &[terms::BODY]));
    if whole {
        let posts = posts::before(reading, from, from + inner.len());
        posts::state(reading, person, &posts, block.span, "below a name", facts);
    }
}

/// Tells whether the marks behind a name hold a number; `12` is 1 and 2.
fn marked(marks: &str, number: char) -> bool {
    marks.contains(number)
}

/// The persons of a line that is nothing but names, each with the marks behind it.
fn names<'a>(reading: &'a Reading<'_>, block: Block) -> Vec<(usize, &'a str)> {
    let text = reading.document.slice(block.span);
    let persons: Vec<(usize, &Mention)> = (reading.mentions.names_in(block.span))
        .filter(|(_, m)| is(reading.ontology, m.class, &[terms::PERSON]))
        .collect();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let named: usize = persons.iter().map(|(_, m)| letters(reading.document.slice(m.span))).sum();
    if named != letters(text) {
        return Vec::new();
    }
    let marks = |m: &Mention| {
        let rest = reading.document.text.get(m.span.end()..block.span.end()).unwrap_or_default();
        let end = rest.find(|c: char| c.is_alphabetic()).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    };
    let author =
        |(index, m): &(usize, &'a Mention)| Some((reading.resolution.entity_of(*index)?, marks(m)));
    persons.iter().filter_map(author).collect()
}

/// 张三 李四某大学图书馆沈阳 110159: the persons on the line of an address, before its body.
fn leading<'a>(reading: &'a Reading<'_>, block: Block, address: Span) -> Vec<(usize, &'a str)> {
    let within = || reading.mentions.names_in(block.span);
    let bodies = within().filter(|(_, m)| is(reading.ontology, m.class, &[terms::BODY]));
    let Some(first) = bodies.map(|(_, m)| m.span.start()).min() else { return Vec::new() };
    let persons: Vec<(usize, &Mention)> = within()
        .filter(|(_, m)| is(reading.ontology, m.class, &[terms::PERSON]))
        .filter(|(_, m)| m.span.end() <= first && m.span.start() >= address.start())
        .collect();
    let marks = |end: usize| {
        let rest = reading.document.text.get(end..first).unwrap_or_default();
        let end = rest.find(|c: char| c.is_alphabetic()).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    };
    let author = |(index, m): &(usize, &'a Mention)| {
        Some((reading.resolution.entity_of(*index)?, marks(m.span.end())))
    };
    persons.iter().filter_map(author).collect()
}

/// The addresses of a block: the mark before each, its body, its place.
fn addresses(reading: &Reading<'_>, block: Block) -> Vec<(Option<char>, usize, Span)> {
    let text = reading.document.slice(block.span);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(end) = postcode(text, from) {
        let base = block.span.start();
        let part = text.get(from..end).unwrap_or_default();
        // A sentence is no address, whatever number it has.
        if part.contains(['。', '！', '？']) {
            from = end;
            continue;
        }
        let first = part.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().next();
        let number = first.and_then(plain_digit);
        if let Some(span) = Span::new(&reading.document.text, base + from, base + end)
            && let Some(body) = outermost(reading, span)
        {
            found.push((number, body, span));
        }
        from = end;
    }
    found
}

/// A digit, perhaps a raised one.
fn plain_digit(c: char) -> Option<char> {
    let raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|raised| raised == c);
    let raised = raised.and_then(|at| char::from_digit(u32::try_from(at).ok()?, 10));
    raised.or_else(|| c.is_ascii_digit().then_some(c))
}

/// Returns where the next postcode ends.
fn postcode(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut run = 0;
    for at in from..=bytes.len() {
        if bytes.get(at).is_some_and(u8::is_ascii_digit) {
            run += 1;
            continue;
        }
        if run == POSTCODE {
            return Some(at);
        }
        run = 0;
    }
    None
}

/// The first body of an address, as a whole.
fn outermost(reading: &Reading<'_>, span: Span) -> Option<usize> {
    let bodies = reading
        .mentions
        .names_in(span)
        .filter(|(_, m)| is(reading.ontology, m.class, &[terms::BODY]));
    let (index, _) =
        bodies.min_by_key(|(_, m)| (m.span.start(), std::cmp::Reverse(m.span.end())))?;
    reading.resolution.entity_of(index)
}
