//! The line of an article's head that holds an address with its postcode, and perhaps the authors before
//! it: `张三 李四某大学图书馆沈阳 110159`, `张三*李四（某大学 法学院，武汉 430070）`.

use super::{
    body,
    candidate::Candidate,
    person::chinese_name,
    scan::{Scan, is_han},
};
use crate::ontology::{ClassId, terms::class as terms};

/// The rule of a body whose address has a postcode.
pub(crate) const ADDRESS: &str = "address";

/// A postcode has so many digits.
const POSTCODE: usize = 6;
/// What an address may begin with.
const ANCHORS: [&str; 3] = [terms::BODY, terms::COUNTRY, terms::PLACE];
/// The part of a line before a postcode is no longer than this, in bytes.
const LONGEST: usize = 240;

/// Finds the authors and their bodies in a line with postcodes.
pub(super) fn addresses(scan: &Scan<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(code) = postcode(scan.text, from) {
        let segment = scan.slice(from, code);
        if segment.len() > LONGEST || segment.contains(['。', '；', '：', '！', '？', '“', '《'])
        {
            break;
        }
        let names = if from == 0 { names(scan, code) } else { Vec::new() };
        let start = names.last().map_or(from, |(_, end)| *end);
        let Some((body, class)) = body_between(scan, start, code) else { break };
        let Some(person) = scan.ontology.class(terms::PERSON) else { break };
        found.extend(
            names
                .into_iter()
                .map(|(start, end)| Candidate::new(start, end, person, "author").ranked(7)),
        );
        let name: String = scan.slice(body.0, body.1).split_whitespace().collect();
        found.push(Candidate::new(body.0, body.1, class, ADDRESS).named(name).ranked(6));
        from = code + POSTCODE;
    }
    found
}

/// Returns where the next postcode begins that stands by itself.
fn postcode(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (from..bytes.len().checked_sub(POSTCODE - 1)?).find(|at| {
        let run = (0..POSTCODE).all(|offset| digit(at + offset));
        let region = text.get(*at..at + 2).and_then(|two| two.parse::<u8>().ok());
        // 999077 and 999078 stand for 香港 and 澳门.
        run && region.is_some_and(|region| (1..=86).contains(&region) || region == 99)
            && !digit(at + POSTCODE)
            && (*at == 0 || !digit(at - 1))
    })
}

/// Marks that may stand between names, and before an address.
fn is_mark(c: char) -> bool {
    !c.is_alphabetic() && !matches!(c, '（' | '(')
}

/// The names that a line begins with; the last may stand right before the body.
fn names(scan: &Scan<'_>, to: usize) -> Vec<(usize, usize)> {
    let mut names = Vec::new();
    let mut at = 0;
    loop {
        let rest = scan.slice(at, to);
        at += rest.len() - rest.trim_start_matches(is_mark).len();
        let Some(end) = name_before_body(scan, at).or_else(|| separate(scan, at)) else {
            return names;
        };
        names.push((at, end));
        at = end;
    }
}

/// A name with a mark behind it.
fn separate(scan: &Scan<'_>, at: usize) -> Option<usize> {
    chinese_name(scan, at)
        .filter(|end| scan.after(*end).starts_with(|c| is_mark(c) || matches!(c, '（' | '(')))
}

/// 孙某|沈阳理工大学: a surname and one or two characters, right before a name of the lists.
fn name_before_body(scan: &Scan<'_>, at: usize) -> Option<usize> {
    let ends: Vec<usize> =
        scan.after(at).char_indices().take(6).map(|(offset, _)| at + offset).collect();
    let surname =
        |to: Option<&usize>| to.is_some_and(|to| scan.lexicon.is_surname(scan.slice(at, *to)));
    let given = match (surname(ends.get(1)), surname(ends.get(2))) {
        (_, true) => 2,
        (true, _) => 1,
        _ => return None,
    };
    let whole = |end: &&usize| {
        let listed = scan.token_starting(**end).and_then(|token| scan.class_of(token));
        let plain = scan.slice(at, **end).chars().all(is_han);
        plain && listed.is_some_and(|class| scan.is_any(class, &ANCHORS))
    };
    let end = ends.get(given + 1..given + 3)?.iter().find(whole).copied()?;
    let name = scan.slice(at, end);
    let half = ends.get(2).map_or("", |half| scan.slice(at, *half));
    (!scan.lexicon.is_common(name) && !scan.lexicon.is_common(half)).then_some(end)
}

/// The body between two places of a line, without the city before the postcode, and its class.
fn body_between(scan: &Scan<'_>, from: usize, to: usize) -> Option<((usize, usize), ClassId)> {
    let whole = scan.slice(from, to);
    let lead = whole.trim_start_matches(|c: char| is_mark(c) || matches!(c, '（' | '('));
    let start = to - lead.len();
    let tail = lead.trim_end_matches(|c: char| !is_han(c));
    let mut end = start + tail.len();
    // 中心|北京, 学院，武汉, 学院，广东 广州: the city of the address, and the province before it.
    let place = |end: usize| {
        let place = scan.token_ending(end).filter(|token| token.start > start);
        place.filter(|token| scan.class_of(token).is_some_and(|c| scan.is(c, terms::PLACE)))
    };
    if let Some(city) = place(end) {
        let before = scan.slice(start, city.start).trim_end_matches([' ', '，', ',']);
        let province = place(start + before.len()).filter(|_| before.len() < city.start - start);
        end = province.map_or(city.start, |province| province.start);
    } else if let Some(space) = tail.rfind([' ', '，', ',']) {
        end = start + space;
    }
    let name = scan.slice(start, end).trim_end_matches([' ', '，', ',']);
    let end = start + name.len();
    if name.chars().count() < 4 || name.contains(['，', '、']) {
        return None;
    }
    // 请寄往|某大学: an address begins with the name of its body, where the lists know any of it.
    let named = scan
        .tokens_in(start, end)
        .find(|token| scan.class_of(token).is_some_and(|class| scan.is_any(class, &ANCHORS)));
    if named.is_some_and(|token| token.start > start) {
        return None;
    }
    let listed = scan.token_starting(start).filter(|token| token.end == end);
    let listed = listed.and_then(|token| scan.class_of(token));
    if let Some(class) = listed.filter(|class| scan.is(*class, terms::BODY)) {
        return Some(((start, end), class));
    }
    let (at, ending) = scan.lexicon.body_ending(name)?;
    let parts = body::parts(scan, start, end).last().map(|(_, class)| *class);
    let class = body::class_of(scan, ending, parts, name.get(..at)?);
    Some(((start, end), class))
}
