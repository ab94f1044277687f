//! Which shorter names of a document stand for a longer one of it: 法学院 for 南开大学法学院.

use super::{Clusters, fold, is};
use crate::{
    model::{Document, Mentions},
    ontology::{ClassId, Ontology, terms::class as terms},
    recognise::Lexicon,
};

/// Joins short forms to the full names that the document gives.
pub(super) fn join(
    _document: &Document,
    mentions: &Mentions,
    lexicon: &Lexicon,
    ontology: &Ontology,
    clusters: &mut Clusters,
) {
    let names: Vec<(ClassId, String)> = clusters.names().cloned().collect();
    let listed = |class: ClassId, name: &str| {
        lexicon.entries_of(name).any(|entry| entry.class == class && entry.name == name)
    };
    for (class, name) in &names {
        let short = fold(name);
        let length = short.chars().count();
        if is(ontology, *class, &[terms::BODY]) {
            let known = listed(*class, name);
            if length < 3 {
                continue;
            }
            let full = |other: &str| {
                let state = other.strip_suffix(name.as_str()).is_some_and(|state| {
                    lexicon.entries_of(state).any(|e| is(ontology, e.class, &[terms::COUNTRY]))
                });
                if known {
                    return state;
                }
                let other = fold(other);
                other.len() > short.len() && other.ends_with(&short)
                    || without_conjunctions(&other) == without_conjunctions(&short)
                        && other.len() > short.len()
            };
            join_unique(&names, *class, name, full, clusters, "end of the full name");
        } else if is(ontology, *class, &[terms::EVENT]) && length >= 4 {
            let full = |other: &str| {
                let other = fold(other);
                other.len() > short.len()
                    && (other.starts_with(&short)
                        && lexicon
                            .has_cue("event-tail", other.get(short.len()..).unwrap_or_default()))
            };
            join_unique(&names, *class, name, full, clusters, "name without the kind of meeting");
        } else if is(ontology, *class, &[terms::PRINCIPLE]) {
            join_principle(&names, *class, name, lexicon, clusters);
        } else if is(ontology, *class, &[terms::DOCUMENT]) && length >= 4 {
            let full = |other: &str| {
                let other = fold(other);
                let tail = other.strip_prefix(&short).unwrap_or_default();
                !tail.is_empty() && lexicon.has_cue("document-tail", tail)
            };
            join_unique(&names, *class, name, full, clusters, "title without the kind of document");
        }
    }
    let _ = mentions;
}

/// Joins a name to the one name that `full` accepts; to none where there are several.
fn join_unique(
    names: &[(ClassId, String)],
    class: ClassId,
    name: &str,
    full: impl Fn(&str) -> bool,
    clusters: &mut Clusters,
    reason: &'static str,
) {
    let mut matching =
        names.iter().filter(|(other_class, other)| *other_class == class && full(other));
    if let (Some((_, other)), None) = (matching.next(), matching.next()) {
        clusters.join(class, other, name, reason);
    }
}

/// 主权平等 and 主权平等原则, 推动构建…共同体 and …共同体 are one principle.
fn join_principle(
    names: &[(ClassId, String)],
    class: ClassId,
    name: &str,
    lexicon: &Lexicon,
    clusters: &mut Clusters,
) {
    let core = core(name, lexicon);
    for (other_class, other) in names {
        if *other_class == class && other != name && self::core(other, lexicon) == core {
            let (first, second) =
                if other.as_str() < name { (other.as_str(), name) } else { (name, other.as_str()) };
            clusters.join(class, first, second, "same principle but for its head word");
        }
    }
}

/// Takes the words off a principle's name that do not tell it apart.
fn core(name: &str, lexicon: &Lexicon) -> String {
    let mut core = name;
    loop {
        let before = core;
        if let Some(cue) = lexicon.starts_with_cue("principle-lead", core)
            && core.len() > cue.len() + 6
        {
            core = core.strip_prefix(cue).unwrap_or(core);
        }
        if let Some(cue) = lexicon.ends_with_cue("principle-tail", core)
            && core.len() > cue.len() + 3
        {
            core = core.strip_suffix(cue).unwrap_or(core);
        }
        if core == before {
            return fold(core);
        }
    }
}

fn without_conjunctions(name: &str) -> String {
    name.replace(['与', '和', '及'], "")
}
