//! Which shorter names of a document stand for a longer one of it: 法学院 for 南开大学法学院.

use std::collections::{BTreeMap, BTreeSet};

use super::{Clusters, fold, is, nesting};
use crate::{
    model::Mentions,
    ontology::{ClassId, Ontology, terms::class as terms},
    recognise::Lexicon,
};

/// The names of a document by their beginnings and their ends, so that looking for longer forms
/// takes time logarithmic in their number.
struct Names {
    /// By class and folded name.
    forward: BTreeMap<(ClassId, String), String>,
    /// Transcribed names of persons by class and the part behind the last point.
    of_last: BTreeMap<(ClassId, String), Vec<String>>,
    /// Those of bodies by the folded name read backwards, with their classes.
    backward: BTreeMap<String, Vec<(ClassId, String)>>,
    /// Those of bodies by the folded name without 与, 和, 及.
    plain: BTreeMap<String, Vec<(ClassId, String)>>,
}

impl Names {
    fn new(names: &[(ClassId, String)], ontology: &Ontology) -> Self {
        let mut forward = BTreeMap::new();
        let mut of_last: BTreeMap<(ClassId, String), Vec<String>> = BTreeMap::new();
        let mut backward: BTreeMap<String, Vec<(ClassId, String)>> = BTreeMap::new();
        let mut plain: BTreeMap<String, Vec<(ClassId, String)>> = BTreeMap::new();
        for (class, name) in names {
            let folded = fold(name);
            if is(ontology, *class, &[terms::BODY]) {
                let body = (*class, name.clone());
                backward.entry(folded.chars().rev().collect()).or_default().push(body.clone());
                plain.entry(without_conjunctions(&folded)).or_default().push(body);
            }
            if is(ontology, *class, &[terms::PERSON])
                && let Some((_, last)) = name.rsplit_once('·')
            {
                of_last.entry((*class, last.to_owned())).or_default().push(name.clone());
            }
            forward.insert((*class, folded), name.clone());
        }
        Self { forward, of_last, backward, plain }
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

    /// The transcribed names of which the last part is this name: 威廉·鲁托 for 鲁托.
    fn last_names<'a>(&'a self, class: ClassId, last: &'a str) -> impl Iterator<Item = &'a str> {
        let own = self.of_last.get(&(class, last.to_owned())).filter(|_| !last.contains('·'));
        own.into_iter().flatten().map(String::as_str)
    }

    /// The longer names of bodies that end with a folded name.
    fn ending(&self, short: &str) -> impl Iterator<Item = &(ClassId, String)> {
        let reversed: String = short.chars().rev().collect();
        self.backward
            .range(reversed.clone()..)
            .map_while(move |(folded, names)| {
                Some((folded.strip_prefix(reversed.as_str())?.is_empty(), names))
            })
            .filter_map(|(same, names)| (!same).then_some(names))
            .flatten()
    }
}

/// Joins short forms to the full names that the document gives.
pub(super) fn join(
    mentions: &Mentions,
    lexicon: &Lexicon,
    ontology: &Ontology,
    clusters: &mut Clusters,
) {
    // 中国商务部: what the lists call 商务部, but of a state that the text tells.
    let stated: BTreeSet<&str> = mentions
        .names
        .iter()
        .enumerate()
        .filter(|(index, mention)| {
            is(ontology, mention.class, &[terms::BODY])
                && nesting::state(mentions, *index, ontology).is_some()
        })
        .map(|(_, mention)| mention.name.as_str())
        .collect();
    let all: Vec<(ClassId, String)> = clusters.names().cloned().collect();
    let names = Names::new(&all, ontology);
    let mut cores: BTreeMap<(ClassId, String), String> = BTreeMap::new();
    for (class, name) in &all {
        let short = fold(name);
        let length = short.chars().count();
        if is(ontology, *class, &[terms::PERSON]) {
            let full = names.last_names(*class, name);
            join_only(full, *class, name, clusters, "last part of a transcribed name");
            continue;
        }
        if is(ontology, *class, &[terms::COMPANY]) {
            let longer = names.beginning(*class, &short);
            let full = longer.filter(|(tail, _)| lexicon.has_cue("company-form", tail));
            let reason = "name without the form of company";
            join_only(full.map(|(_, name)| name), *class, name, clusters, reason);
        }
        if is(ontology, *class, &[terms::BODY]) && length >= 3 {
            if stated.contains(name.as_str()) && lexicon.entries_of(name).next().is_some() {
                continue;
            }
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
    let behind_state = |(_, other): &&(ClassId, String)| {
        other.strip_suffix(name).is_some_and(|state| {
            lexicon.entries_of(state).any(|e| is(ontology, e.class, &[terms::COUNTRY]))
        })
    };
    if known {
        let full = names.ending(short).filter(behind_state);
        join_body(full, (class, name), clusters, "name without the state");
        return;
    }
    let same = names.plain.get(&without_conjunctions(short)).into_iter().flatten();
    let same = same.filter(|(_, other)| fold(other).len() > short.len());
    let full = names.ending(short).chain(same);
    join_body(full, (class, name), clusters, "end of the full name");
}

/// Joins a body's name to the one full name, whose class tells more; to none where there are
/// several.
fn join_body<'a>(
    mut full: impl Iterator<Item = &'a (ClassId, String)>,
    body: (ClassId, &str),
    clusters: &mut Clusters,
    reason: &'static str,
) {
    if let (Some((class, other)), None) = (full.next(), full.next()) {
        clusters.join_as((*class, other), body, reason);
    }
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
