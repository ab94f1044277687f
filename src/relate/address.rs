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
        let by_marks =
            authors.iter().any(|(_, marks)| marks.chars().any(|c| plain_digit(c).is_some()));
        for (number, body, span) in addresses {
            for (person, marks) in &authors {
                // 张三1 李四2, and each address on a line of its own.
                let only = only && !(by_marks && number.is_some());
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
    let authors: Vec<usize> = authors.into_iter().map(|(person, _)| person).collect();
    for block in &reading.document.blocks {
        note(reading, &authors, *block, facts);
    }
}

/// 作者系某大学教授, （作者单位：某大学某学院）, * 某大学教授、某所所长: what a note tells of the only author, or the body of
/// all of them.
fn note(reading: &Reading<'_>, authors: &[usize], block: Block, facts: &mut Collector<'_>) {
    let text = reading.document.slice(block.span);
    let bare = text.trim_start_matches(['（', '(', '*', '＊', '※', ' ']);
    let starred = text.starts_with(['*', '＊', '※']);
    let told = reading.lexicon.starts_with_cue("author-note", bare);
    if told.is_none() && !starred || authors.is_empty() {
        return;
    }
    let from = block.span.end() - bare.len() + told.map_or(0, str::len);
    let mut bodies = reading.mentions.names_from(from).take_while(|(_, m)| m.span.start() == from);
    if !bodies.any(|(_, m)| is(reading.ontology, m.class, &[terms::BODY])) {
        return;
    }
    let rest = reading.document.text.get(from..block.span.end()).unwrap_or_default();
    let close = from + rest.find(['。', '）', ')']).unwrap_or(rest.len());
    let Some(whole) = Span::new(&reading.document.text, from, close) else { return };
    // * 某大学校长张三亦持此说: another person is meant.
    let person = |m: &Mention| is(reading.ontology, m.class, &[terms::PERSON]);
    if reading.mentions.names_in(whole).any(|(_, m)| person(m)) {
        return;
    }
    if told.is_some_and(|cue| cue.contains("单位")) {
        seats(reading, authors, whole, facts);
        return;
    }
    let end = from + rest.find(['。', '；', '）', ')']).unwrap_or(rest.len());
    let Some(span) = Span::new(&reading.document.text, from, end) else { return };
    let parts = reading.document.slice(span).split('，');
    // * 甲会会长均未出席: without a word for authors, it is nothing but posts.
    let only = parts.clone().all(|part| reading.lexicon.title_at_end(part).is_some());
    let mut posts = Vec::new();
    let mut start = from;
    for part in parts {
        posts.extend(posts::list(reading, start, start + part.len()));
        start += part.len() + '，'.len_utf8();
    }
    // 法学博士 is a degree.
    posts.retain(|post| !post.is_degree(reading));
    if let [author] = authors
        && (told.is_some() || only)
    {
        posts::state(reading, *author, &posts, span, "author's note", facts);
    }
}

/// （作者单位：甲大学法学院；乙大学）: the body of all authors, or as many as there are authors, in their order.
fn seats(reading: &Reading<'_>, authors: &[usize], span: Span, facts: &mut Collector<'_>) {
    let mut at = span.start();
    let parts = reading.document.slice(span).split(['；', '、', '，', ' ']).filter_map(|part| {
        let place = Span::new(&reading.document.text, at, at + part.len());
        at += part.len();
        at += reading.document.text.get(at..)?.chars().next().map_or(0, char::len_utf8);
        let body = outermost(reading, place?)?;
        only_names(reading, place?).then_some((body, place?))
    });
    let bodies: Vec<(usize, Span)> = parts.collect();
    let mut add = |author: usize, (body, place): (usize, Span)| {
        let object = LocalObject::Entity(body);
        facts.add(relation::AFFILIATED_WITH, author, object, place, "author's note");
    };
    if let [only] = bodies.as_slice() {
        for author in authors {
            add(*author, *only);
        }
    } else if bodies.len() == authors.len() {
        for (author, body) in authors.iter().zip(bodies) {
            add(*author, body);
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
    marks.chars().any(|mark| plain_digit(mark) == Some(number))
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
    if found.is_empty() { without_postcodes(reading, block) } else { found }
}

/// 1甲大学商学院²乙大学政治学院: the addresses of a line that is nothing but marks and bodies.
fn without_postcodes(reading: &Reading<'_>, block: Block) -> Vec<(Option<char>, usize, Span)> {
    let text = reading.document.slice(block.span);
    let lead = text.chars().next().and_then(plain_digit);
    if lead.is_none() || text.contains(['。', '：', '《', '，']) {
        return Vec::new();
    }
    let name =
        |at: usize| text.get(at..).is_some_and(|rest| rest.starts_with(crate::recognise::is_han));
    // 2030年: a digit behind another is no mark.
    let single = |at: usize| {
        text.get(..at).is_none_or(|before| !before.ends_with(|c: char| c.is_ascii_digit()))
    };
    let marks = text.char_indices().filter_map(|(at, c)| {
        let number = plain_digit(c).filter(|_| single(at) && name(at + c.len_utf8()))?;
        Some((at + c.len_utf8(), number))
    });
    let marks: Vec<(usize, char)> = marks.collect();
    let ends = marks.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    let base = block.span.start();
    let parts = marks.iter().zip(ends).filter_map(|((from, number), to)| {
        let span = Span::new(&reading.document.text, base + from, base + to)?;
        let (_, first) = reading.mentions.names_in(span).next()?;
        let body = outermost(reading, span).filter(|_| first.span.start() == span.start())?;
        only_names(reading, span).then_some((Some(*number), body, span))
    });
    parts.collect()
}

/// Tells whether a part of a line has no Chinese words but those of bodies and places.
fn only_names(reading: &Reading<'_>, span: Span) -> bool {
    let named =
        |m: &Mention| is(reading.ontology, m.class, &[terms::BODY, terms::PLACE, terms::COUNTRY]);
    let mut at = span.start();
    for (_, mention) in reading.mentions.names_in(span).filter(|(_, m)| named(m)) {
        let between = reading.document.text.get(at..mention.span.start().max(at));
        if between.is_some_and(|words| words.contains(crate::recognise::is_han)) {
            return false;
        }
        at = at.max(mention.span.end());
    }
    let rest = reading.document.text.get(at..span.end());
    rest.is_some_and(|words| !words.contains(crate::recognise::is_han))
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
