//! Names of things: from a name to those that bear it, from a thing to its label, and what is
//! called nearly so.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::{
    model::{
        GraphName, NamedNode, NamedNodeRef, NamedOrBlankNode, Term,
        vocab::{rdf, rdfs},
    },
    store::{StorageError, Store},
};

use super::QueryError;

const BASE: &str = "https://w3id.org/gongshi/id/";
const ALIAS: NamedNodeRef<'_> =
    NamedNodeRef::new_unchecked("http://www.w3.org/2004/02/skos/core#altLabel");
const FILE: NamedNodeRef<'_> = NamedNodeRef::new_unchecked("https://w3id.org/gongshi/ns#file");
const CLASS: NamedNodeRef<'_> = NamedNodeRef::new_unchecked("http://www.w3.org/2002/07/owl#Class");
const NEAR: usize = 5;

/// Returns the IRI that all things of the usual graph begin with.
pub(super) fn default_base() -> String {
    BASE.to_owned()
}

/// Returns the IRI that all things of this graph begin with, as its named graphs show.
pub fn base(store: &Store) -> Result<String, QueryError> {
    for graph in store.named_graphs() {
        if let NamedOrBlankNode::NamedNode(graph) = graph?
            && let Some(base) = graph.as_str().strip_suffix("graph/entities")
        {
            return Ok(base.to_owned());
        }
    }
    Ok(default_base())
}

/// Returns the IRIs of the things that bear a name, sorted.
///
/// The name is a label; where nothing has that, an alias; where nothing has that either, the
/// title or file name of a source. It may also be an IRI, whole or as `id:person/黄志雄`.
pub fn things_named(store: &Store, name: &str) -> Result<Vec<String>, QueryError> {
    Ok(things(store, name)?.into_iter().map(NamedNode::into_string).collect())
}

pub(super) fn things(store: &Store, name: &str) -> Result<Vec<NamedNode>, QueryError> {
    let base = base(store)?;
    let iri = match name.strip_prefix("id:") {
        Some(rest) => Some(format!("{base}{rest}")),
        None => name.contains("://").then(|| name.to_owned()),
    };
    if let Some(node) = iri.and_then(|iri| NamedNode::new(iri).ok()) {
        let known = store.quads_for_pattern(Some(node.as_ref().into()), None, None, None).next();
        return Ok(known.transpose()?.map(|_| node).into_iter().collect());
    }
    let mut ranked: BTreeMap<Rank, BTreeSet<String>> = BTreeMap::new();
    for_each_name(store, &base, |rank, thing, value| {
        if value == name {
            ranked.entry(rank).or_default().insert(thing.to_owned());
        }
    })?;
    let best = ranked.into_values().next().unwrap_or_default();
    // 习近平（某文献）, as the tables print what shares its name with another.
    if best.is_empty()
        && let Some((label, distinction)) =
            name.strip_suffix('）').and_then(|name| name.rsplit_once('（'))
    {
        let tail = format!("~{distinction}");
        let mut named = things(store, label)?;
        named.retain(|thing| thing.as_str().ends_with(&tail));
        return Ok(named);
    }
    Ok(best.into_iter().map(NamedNode::new_unchecked).collect())
}

/// Returns up to five names of things that are most like this one, best first.
pub fn near(store: &Store, name: &str) -> Result<Vec<String>, QueryError> {
    let base = base(store)?;
    let mut scored = BTreeSet::new();
    for_each_name(store, &base, |_, _, value| {
        let likeness = likeness(name, value);
        if likeness >= 40 {
            scored.insert((100 - likeness, value.to_owned()));
        }
    })?;
    Ok(scored.into_iter().take(NEAR).map(|(_, value)| value).collect())
}

/// Which names of a thing go before which.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Label,
    Alias,
    Source,
}

fn for_each_name(
    store: &Store,
    base: &str,
    mut visit: impl FnMut(Rank, &str, &str),
) -> Result<(), StorageError> {
    let entities = format!("{base}graph/entities");
    let sources = format!("{base}graph/source/");
    for property in [rdfs::LABEL, ALIAS, FILE] {
        for quad in store.quads_for_pattern(None, Some(property), None, None) {
            let quad = quad?;
            let (
                NamedOrBlankNode::NamedNode(thing),
                Term::Literal(value),
                GraphName::NamedNode(graph),
            ) = (quad.subject, quad.object, quad.graph_name)
            else {
                continue;
            };
            let rank = if graph.as_str() != entities {
                if !graph.as_str().starts_with(&sources) {
                    continue;
                }
                Rank::Source
            } else if property == rdfs::LABEL {
                Rank::Label
            } else {
                Rank::Alias
            };
            visit(rank, thing.as_str(), value.value());
        }
    }
    Ok(())
}

/// Returns the label of a thing or term: in Chinese where there is one, else the first.
pub(super) fn label(store: &Store, iri: &str) -> Result<Option<String>, QueryError> {
    let Ok(node) = NamedNodeRef::new(iri) else {
        return Ok(None);
    };
    let mut labels = BTreeSet::new();
    for quad in store.quads_for_pattern(Some(node.into()), Some(rdfs::LABEL), None, None) {
        if let Term::Literal(label) = quad?.object {
            let chinese = label.language().is_some_and(|language| language.starts_with("zh"));
            labels.insert((!chinese, label.value().to_owned()));
        }
    }
    Ok(labels.into_iter().next().map(|(_, label)| label))
}

/// Returns the class that the documents' things have in the graph, by its local name, for each of
/// these IRIs that has one; of several, the first.
pub fn classes<'a>(
    store: &Store,
    things: impl IntoIterator<Item = &'a str>,
) -> Result<BTreeMap<String, String>, QueryError> {
    let graph = format!("{}graph/entities", base(store)?);
    let graph = NamedNodeRef::new_unchecked(&graph);
    let mut classes: BTreeMap<String, String> = BTreeMap::new();
    for iri in things.into_iter().collect::<BTreeSet<&str>>() {
        let Ok(thing) = NamedNodeRef::new(iri) else {
            continue;
        };
        let types =
            store.quads_for_pattern(Some(thing.into()), Some(rdf::TYPE), None, Some(graph.into()));
        let mut names = BTreeSet::new();
        for quad in types {
            if let Term::NamedNode(class) = quad?.object {
                let local = class.as_str().rsplit(['#', '/']).next().unwrap_or_default();
                names.insert(local.to_owned());
            }
        }
        classes.extend(names.pop_first().map(|class| (iri.to_owned(), class)));
    }
    Ok(classes)
}

/// Returns what the classes of a graph are called, in Chinese and in English, by their local names;
/// a label that is missing is empty.
pub fn class_labels(store: &Store) -> Result<BTreeMap<String, [String; 2]>, QueryError> {
    let mut labels: BTreeMap<String, [String; 2]> = BTreeMap::new();
    for quad in store.quads_for_pattern(None, Some(rdf::TYPE), Some(CLASS.into()), None) {
        let class = quad?.subject;
        let NamedOrBlankNode::NamedNode(iri) = &class else { continue };
        let local = iri.as_str().rsplit(['#', '/']).next().unwrap_or_default().to_owned();
        let called = labels.entry(local).or_default();
        for label in store.quads_for_pattern(Some(class.as_ref()), Some(rdfs::LABEL), None, None) {
            if let Term::Literal(label) = label?.object {
                let place = match label.language() {
                    Some("zh") => 0,
                    Some("en") => 1,
                    _ => continue,
                };
                label.value().clone_into(&mut called[place]);
            }
        }
    }
    Ok(labels)
}

/// Returns how like two names are, from 0 to 100: the share of the characters that they have in
/// common, more where one holds the other. A wrong character in three (林志远 for 林致远) is 66.
fn likeness(one: &str, other: &str) -> usize {
    let fold = |text: &str| -> Vec<char> {
        let mut characters: Vec<char> =
            text.chars().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).collect();
        characters.sort_unstable();
        characters
    };
    let (a, b) = (fold(one), fold(other));
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        shared += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    let likeness = 200 * shared / (a.len() + b.len());
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    if one.contains(&other) || other.contains(&one) { likeness.max(50) } else { likeness }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_counts_shared_characters() {
        assert_eq!(likeness("林志远", "林致远"), 66);
        assert_eq!(likeness("武汉大学", "武汉大学"), 100);
        assert_eq!(likeness("icann", "ICANN"), 100);
        assert!(likeness("法学院", "江城大学法学院网络治理研究院") >= 50);
        assert_eq!(likeness("甲", "乙"), 0);
    }
}
