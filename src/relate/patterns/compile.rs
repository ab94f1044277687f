//! Compiles a pattern as it is written to regular expressions over symbols.

use std::fmt::Write as _;

use regex::Regex;
use serde::Deserialize;

use super::{End, Pattern, Slot, Template};
use crate::{
    ontology::{ClassId, Ontology, Range, terms::class as terms},
    relate::clause::{DATE_SYMBOL, symbol},
    resolve::Genre,
};

/// A pattern as it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Raw {
    pub(super) id: String,
    /// The pattern itself.
    r#match: String,
    /// The facts that it states: `organised(s, e)`.
    facts: Vec<String>,
    /// Whether a denied, planned or wished act counts, too: for acts of saying.
    #[serde(default)]
    any_modality: bool,
    /// In which kinds of document it holds; in all where empty.
    #[serde(default)]
    genres: Vec<String>,
    /// Words that the sentence must hold anywhere.
    needs: Option<String>,
    /// Whether two lists of one length are read member by member.
    #[serde(default)]
    pairwise: bool,
    /// A sentence of the project's own.
    pub(super) example: String,
    /// The facts that the example yields: `organised(甲大学, 乙论坛)`.
    pub(super) yields: Vec<String>,
}

/// Compiles a pattern; returns it with the words of which one must stand in the sentence.
pub(super) fn compile(raw: &Raw, ontology: &Ontology) -> Result<(Pattern, Vec<String>), String> {
    let slots = slots(&raw.r#match, ontology)?;
    let regex = expression(&raw.r#match, &slots, ontology, false)?;
    let elided = slots
        .iter()
        .any(|slot| slot.elidable)
        .then(|| expression(&raw.r#match, &slots, ontology, true))
        .transpose()?;
    let templates = raw
        .facts
        .iter()
        .map(|fact| template(fact, &slots, ontology))
        .collect::<Result<Vec<_>, _>>()?;
    if raw.yields.is_empty() {
        return Err("expected `yields` to name what the example yields".to_owned());
    }
    let pattern = Pattern {
        id: raw.id.clone(),
        regex,
        elided,
        slots,
        templates,
        any_modality: raw.any_modality,
        genres: raw.genres.iter().map(|name| genre(name)).collect::<Result<_, _>>()?,
        needs: raw
            .needs
            .as_deref()
            .map(Regex::new)
            .transpose()
            .map_err(|error| format!("`needs` cannot be compiled: {error}"))?,
        pairwise: raw.pairwise,
    };
    Ok((pattern, trigger_words(&raw.r#match)))
}

fn genre(name: &str) -> Result<Genre, String> {
    match name {
        "policy" => Ok(Genre::Policy),
        "proceedings" => Ok(Genre::Proceedings),
        "article" => Ok(Genre::Article),
        "news" => Ok(Genre::News),
        _ => Err(format!("expected policy, proceedings, article or news, found `{name}`")),
    }
}

/// Returns the alternatives of the first group of plain words that is not optional.
fn trigger_words(pattern: &str) -> Vec<String> {
    let mut rest = pattern;
    while let Some(open) = rest.find('(') {
        let Some(body) = rest.get(open + 1..) else { break };
        let Some(close) = body.find(')') else { break };
        let inside = body.get(..close).unwrap_or_default();
        let after = body.get(close + 1..).unwrap_or_default();
        let words: Vec<&str> = inside.split('|').collect();
        let plain = |word: &&str| !word.is_empty() && word.chars().all(crate::recognise::is_han);
        if !after.starts_with(['?', '*']) && words.iter().all(plain) {
            return words.into_iter().map(str::to_owned).collect();
        }
        rest = after;
    }
    Vec::new()
}

/// Reads the slots `{name:Class|Class}`, `{name+:…}` for lists and `{name?:…}` where elidable.
fn slots(pattern: &str, ontology: &Ontology) -> Result<Vec<Slot>, String> {
    let mut slots = Vec::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let body = rest.get(open + 1..).unwrap_or_default();
        if !body.starts_with(|c: char| c.is_ascii_alphabetic()) {
            rest = body;
            continue;
        }
        let close = body.find('}').ok_or("a slot has no closing `}`")?;
        let inside = body.get(..close).unwrap_or_default();
        rest = body.get(close + 1..).unwrap_or_default();
        let (name, classes) = inside
            .split_once(':')
            .ok_or_else(|| format!("expected `{{name:Class}}`, found `{{{inside}}}`"))?;
        let elidable = name.contains('?');
        let name = name.replace(['?', '+'], "");
        let mut found = Vec::new();
        for class in classes.split('|') {
            let above = ontology
                .class(class)
                .ok_or_else(|| format!("`{class}` is no class of the ontology"))?;
            for index in 0..ontology.classes().len() {
                let id = ClassId(u16::try_from(index).unwrap_or(u16::MAX));
                if ontology.is_a(id, above) && !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        slots.push(Slot { name, classes: found, elidable });
    }
    Ok(slots)
}

/// Writes a pattern as a regular expression over symbols.
fn expression(
    pattern: &str,
    slots: &[Slot],
    ontology: &Ontology,
    elided: bool,
) -> Result<Regex, String> {
    let mut written = String::new();
    let mut characters = pattern.chars().peekable();
    let mut slot_index = 0;
    let mut in_set = false;
    let mut first_gap = true;
    while let Some(character) = characters.next() {
        match character {
            '[' | ']' => {
                in_set = character == '[';
                written.push(character);
            }
            _ if in_set => written.push(character),
            '{' if characters.peek().is_some_and(char::is_ascii_alphabetic) => {
                let inside: String = characters.by_ref().take_while(|c| *c != '}').collect();
                let list = inside.split(':').next().is_some_and(|name| name.contains('+'));
                let Some(slot) = slots.get(slot_index) else { break };
                slot_index += 1;
                if slot.elidable && elided {
                    written.clear();
                    written.push_str("(?:^|[，；：。])(?:双方|两国|并|还|又|也|且|同时|先后|分别|曾|已|再次|多次|连续多年|积极|成功)*");
                    let _ = write!(written, "(?:{DATE_SYMBOL}[，起来]?)?");
                    continue;
                }
                let set: String = slot.classes.iter().map(|class| symbol(*class)).collect();
                let _ = write!(written, "(?P<{}>[{set}]", slot.name);
                let principles = slot.classes.iter().all(|class| {
                    ontology.class(terms::PRINCIPLE) == Some(*class)
                        || ontology.class(terms::PRINCIPLE_SET) == Some(*class)
                });
                if list {
                    let quoted = if principles {
                        "”?[；、和与]?“?"
                    } else {
                        "(?:”[；、和与]?“)?"
                    };
                    let _ = write!(
                        written,
                        "(?:(?:[^，。；：\u{E000}-\u{E0FF}的]{{0,8}}?(?:、|和|与|及|以及|暨)|{quoted})[{set}])*"
                    );
                }
                written.push(')');
            }
            '~' => {
                written.push_str(&gap(elided && first_gap));
                first_gap = false;
            }
            '%' => written.push_str(WORD),
            '#' => written.push(DATE_SYMBOL),
            '…' => {
                if characters.peek() == Some(&'…') {
                    characters.next();
                    written.push_str("[^。！？]*?");
                } else {
                    written.push_str("[^，。；！？]*?");
                }
            }
            '^' => written.push_str("(?:^|[，；：。])"),
            _ => written.push(character),
        }
    }
    Regex::new(&written).map_err(|error| format!("cannot be compiled: {error}"))
}

/// The name of the group of words before the verb of a clause without a subject.
pub(crate) const LEAD: &str = "lead";

/// A character of a clause that is no symbol.
const WORD: &str = "[^，。；：！？\u{E000}-\u{E0FF}]";

/// The words that may stand between a subject and its verb: no further name, but for those that a
/// preposition governs (在北京, 与乙国), dates, and names within 等…成员.
fn gap(lead: bool) -> String {
    let symbols = "\u{E000}-\u{E0FE}";
    let words = format!("[^，。；：！？{symbols}]");
    let governed = format!(
        "(?:在|于|向|同|与|和|对|从|就|为|经|自|由|根据|按照|通过|围绕|以|联合|与其他|等(?:\\d+|[一二三四五六七八九十多]+)?[个家]?)[{symbols}](?:(?:、|和|与|及)?[{symbols}])*(?:其他)?(?:成员国?)?"
    );
    let gap = format!("(?:{words}|{governed})*?");
    if lead { format!("(?P<{LEAD}>{gap})") } else { gap }
}

/// Reads `relation(end, end)`.
fn template(fact: &str, slots: &[Slot], ontology: &Ontology) -> Result<Template, String> {
    let expected = || format!("expected `relation(subject, object)`, found `{fact}`");
    let (name, rest) = fact.split_once('(').ok_or_else(expected)?;
    let (subject, object) =
        rest.strip_suffix(')').and_then(|ends| ends.split_once(',')).ok_or_else(expected)?;
    let relation = ontology
        .relation(name.trim())
        .ok_or_else(|| format!("`{name}` is no relation of the ontology"))?;
    let subject = end(subject.trim(), slots)?;
    let object = end(object.trim(), slots)?;
    let admits = |end: &End, admitted: &dyn Fn(ClassId) -> bool, side: &str| match end {
        End::Slot(name) | End::First(name) | End::Rest(name) => {
            let slot = slots.iter().find(|slot| slot.name == *name);
            let fits = slot.is_some_and(|slot| slot.classes.iter().any(|class| admitted(*class)));
            if fits {
                Ok(())
            } else {
                Err(format!("no class of `{name}` may be the {side} of `{fact}`"))
            }
        }
        _ => Ok(()),
    };
    admits(&subject, &|class| ontology.admits_subject(relation, class), "subject")?;
    if matches!(ontology.relation_info(relation).range, Range::Classes(_)) {
        admits(&object, &|class| ontology.admits_object(relation, class), "object")?;
    }
    Ok(Template { relation, subject, object })
}

fn end(text: &str, slots: &[Slot]) -> Result<End, String> {
    match text {
        "@date" => return Ok(End::Date),
        "@event" => return Ok(End::Event),
        "@report" => return Ok(End::Report),
        "@source" => return Ok(End::Source),
        _ => {}
    }
    if let Some(group) = text.strip_prefix('$') {
        return Ok(End::Text(group.to_owned()));
    }
    let (name, part) = text.split_once('.').unwrap_or((text, ""));
    if !slots.iter().any(|slot| slot.name == name) {
        return Err(format!("`{name}` is no slot of the pattern"));
    }
    match part {
        "" => Ok(End::Slot(name.to_owned())),
        "first" => Ok(End::First(name.to_owned())),
        "rest" => Ok(End::Rest(name.to_owned())),
        "parties" => Ok(End::Parties(name.to_owned())),
        _ => Err(format!("expected `.first`, `.rest` or `.parties`, found `.{part}`")),
    }
}
