//! The facts that a pattern states, checked against the domains and ranges of their relations.

use super::{End, Slot, Template};
use crate::ontology::{ClassId, Ontology, Range};

/// Reads `relation(end, end)`.
pub(super) fn template(
    fact: &str,
    slots: &[Slot],
    pattern: &str,
    ontology: &Ontology,
) -> Result<Template, String> {
    let expected = || format!("expected `relation(subject, object)`, found `{fact}`");
    let (name, rest) = fact.split_once('(').ok_or_else(expected)?;
    let (subject, object) =
        rest.strip_suffix(')').and_then(|ends| ends.split_once(',')).ok_or_else(expected)?;
    let relation =
        ontology.relation(name.trim()).ok_or_else(|| ontology.unknown_relation(name.trim()))?;
    let subject = end(subject.trim(), slots, pattern)?;
    let object = end(object.trim(), slots, pattern)?;
    let info = ontology.relation_info(relation);
    let classes = |admitted: &[ClassId]| {
        let names: Vec<&str> =
            admitted.iter().map(|class| ontology.class_info(*class).name.as_str()).collect();
        if names.is_empty() { "a slot".to_owned() } else { names.join(" or ") }
    };
    let refused = |side: &str, expected: &str| {
        Err(format!("expected {expected} as the {side} of `{fact}`, as {} takes it", info.name))
    };
    if !fits(&subject, slots, |class| ontology.admits_subject(relation, class)) {
        return refused("subject", &classes(&info.domain));
    }
    match &info.range {
        Range::Classes(admitted) => {
            if !fits(&object, slots, |class| ontology.admits_object(relation, class)) {
                return refused("object", &classes(admitted));
            }
        }
        Range::Date if !matches!(object, End::Date | End::Text(_)) => {
            return refused("object", "`@date`");
        }
        Range::Text if !matches!(object, End::Text(_)) => {
            return refused("object", "a group `$name`");
        }
        Range::Date | Range::Text => {}
    }
    Ok(Template { relation, subject, object })
}

/// Tells whether an end may be a thing of an admitted class.
fn fits(end: &End, slots: &[Slot], admitted: impl Fn(ClassId) -> bool) -> bool {
    match end {
        End::Slot(name) | End::First(name) | End::Rest(name) => {
            let slot = slots.iter().find(|slot| slot.name == *name);
            slot.is_some_and(|slot| slot.classes.iter().any(|class| admitted(*class)))
        }
        End::Parties(_) | End::Event | End::Report | End::Source => true,
        End::Date | End::Text(_) => false,
    }
}

fn end(text: &str, slots: &[Slot], pattern: &str) -> Result<End, String> {
    match text {
        "@date" => return Ok(End::Date),
        "@event" => return Ok(End::Event),
        "@report" => return Ok(End::Report),
        "@source" => return Ok(End::Source),
        _ => {}
    }
    if let Some(group) = text.strip_prefix('$') {
        return if pattern.contains(&format!("(?P<{group}>")) {
            Ok(End::Text(group.to_owned()))
        } else {
            Err(format!("expected a group `(?P<{group}>…)` in the pattern for `{text}`"))
        };
    }
    let (name, part) = text.split_once('.').unwrap_or((text, ""));
    if !slots.iter().any(|slot| slot.name == name) {
        let known: Vec<&str> = slots.iter().map(|slot| slot.name.as_str()).collect();
        return Err(format!(
            "`{text}` is no slot of the pattern; expected {}, @date, @event, @report or @source",
            known.join(", ")
        ));
    }
    match part {
        "" => Ok(End::Slot(name.to_owned())),
        "first" => Ok(End::First(name.to_owned())),
        "rest" => Ok(End::Rest(name.to_owned())),
        "parties" => Ok(End::Parties(name.to_owned())),
        _ => Err(format!("expected `.first`, `.rest` or `.parties`, found `.{part}`")),
    }
}
