//! Which shorter names of a document stand for a longer one of it: 法学院 for 南开大学法学院.

use std::collections::BTreeMap;

use super::{Clusters, fold, is};
use crate::{
    ontology::{ClassId, Ontology, terms::class as terms},
    recognise::Lexicon,
};

/// The names of a document by their beginnings and their ends, so that looking for longer forms
/// takes time logarithmic in their number.
struct Names {
    /// By class and folded name.
    forward: BTreeMap<(ClassId, String), String>,
    /// By class and folded name read backwards.
    backward: BTreeMap<(ClassId, String), String>,
    /// By class and folded name without 与, 和, 及.
    plain: BTreeMap<(ClassId, String), Vec<String>>,
}

impl Names {
    fn new(names: &[(ClassId, String)]) -> Self {
        let (mut forward, mut backward) = (BTreeMap::new(), BTreeMap::new());
        let mut plain: BTreeMap<(ClassId, String), Vec<String>> = BTreeMap::new();
        for (class, name) in names {
            let folded = fold(name);
            backward.insert((*class, folded.chars().rev().collect()), name.clone());
            plain.entry((*class, without_conjunctions(&folded))).or_default().push(name.clone());
            forward.insert((*class, folded), name.clone());
        }
        Self { forward, backward, plain }
    }

    /// The longer names that begin with a folded name, with what follows it.
    fn beginning(&self, class: ClassId, short: &str) -> impl Iterator<Item = (&str, &str)> {
        let start = (class, short.to_owned());
        self.forward
            .range(start..)
            .take_while(move |((other, _), _)| *other == class)
            .map_while(move |((_, folded), name)| {
                Some((folded.strip_prefix(short)?, name.as_str()))
            })
            .filter(|(tail, _)| !tail.is_empty())
    }

    /// The longer names that end with a folded name.
    fn ending(&self, class: ClassId, short: &str) -> impl Iterator<Item = &str> {
        let reversed: String = short.chars().rev().collect();
        let start = (class, reversed.clone());
        self.backward
            .range(start..)
            .take_while(move |((other, _), _)| *other == class)
            .map_while(move |((_, folded), name)| {
                Some((folded.strip_prefix(reversed.as_str())?.is_empty(), name.as_str()))
            })
            .filter_map(|(same, name)| (!same).then_some(name))
    }
}

/// Joins short forms to the full names that the document gives.
pub(super) fn join(lexicon: &Lexicon, ontology: &Ontology, clusters: &mut Clusters) {
    let all: Vec<(ClassId, String)> = clusters.names().cloned().collect();
    let names = Names::new(&all);
    let mut cores: BTreeMap<(ClassId, String), String> = BTreeMap::new();
    for (class, name) in &all {
        let short = fold(name);
        let length = short.chars().count();
        if is(ontology, *class, &[terms::BODY]) && length >= 3 {
            body(&names, *class, name, &short, (lexicon, ontology), clusters);
        } else if is(ontology, *class, &[terms::EVENT]) && length >= 4 {
            let longer = names.beginning(*class, &short);
            let full = longer.filter(|(tail, _)| lexicon.has_cue("event-tail", tail));
            join_only(
                full.map(|(_, name)| name),
                *class,
                name,
                clusters,
                "name without the kind of meeting",
            );
        } else if is(ontology, *class, &[terms::DOCUMENT]) && length >= 4 {
            let longer = names.beginning(*class, &short);
            let full = longer.filter(|(tail, _)| lexicon.has_cue("document-tail", tail));
            join_only(
                full.map(|(_, name)| name),
                *class,
                name,
                clusters,
                "title without the kind of document",
            );
        } else if is(ontology, *class, &[terms::PRINCIPLE]) {
            // 主权平等 and 主权平等原则, 推动构建…共同体 and …共同体 are one principle.
            let key = (*class, core(name, lexicon));
            match cores.get(&key) {
                Some(first) => {
                    clusters.join(*class, first, name, "same principle but for its head word");
                }
                None => drop(cores.insert(key, name.clone())),
            }
        }
    }
}

/// Joins a body's name to the one longer name that ends with it, or differs by 与 only.
///
/// What the lists know by itself is joined only to the same name behind its state.
fn body(
    names: &Names,
    class: ClassId,
    name: &str,
    short: &str,
    (lexicon, ontology): (&Lexicon, &Ontology),
    clusters: &mut Clusters,
) {
    let known = lexicon.entries_of(name).any(|entry| entry.class == class && entry.name == name);
    let behind_state = |other: &&str| {
        other.strip_suffix(name).is_some_and(|state| {
            lexicon.entries_of(state).any(|e| is(ontology, e.class, &[terms::COUNTRY]))
        })
    };
    if known {
        let full = names.ending(class, short).filter(behind_state);
        join_only(full, class, name, clusters, "name without the state");
        return;
    }
    let same = names.plain.get(&(class, without_conjunctions(short)));
    let same = same.into_iter().flatten().map(String::as_str);
    let same = same.filter(|other| fold(other).len() > short.len());
    let full = names.ending(class, short).chain(same);
    join_only(full, class, name, clusters, "end of the full name");
}

/// Joins a name to the one full name; to none where there are several.
fn join_only<'a>(
    mut full: impl Iterator<Item = &'a str>,
    class: ClassId,
    name: &str,
    clusters: &mut Clusters,
    reason: &'static str,
) {
    if let (Some(other), None) = (full.next(), full.next()) {
        clusters.join(class, other, name, reason);
    }
}

/// Takes the words off a principle's name that do not tell it apart.
pub(super) fn core(name: &str, lexicon: &Lexicon) -> String {
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
