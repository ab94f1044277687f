//! Joins the mentions of one document to its entities, and finds out who speaks in it.

mod anaphor;
mod label;
mod nesting;
mod partial;
mod short_form;
mod speaker;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

pub(crate) use nesting::{whole, within};

use crate::{
    model::{Document, Mentions, RuleId, Span},
    ontology::{ClassId, Ontology, terms::class as terms},
    recognise::{Definition, Lexicon, is_han},
};

/// A thing that one document speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalEntity {
    /// What it is.
    pub class: ClassId,
    /// The fullest name that the document gives it.
    pub label: String,
    /// The name by which the lists or the document know it; what joins it across documents.
    pub canonical: String,
    /// Every other form that the document uses.
    pub aliases: Vec<String>,
    /// How often it is named.
    pub mentions: u32,
    /// Where it is named first.
    pub first: Option<Span>,
    /// The rule that found the first mention.
    pub rule: RuleId,
}

/// Two names of one document that were taken for one entity, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalMerge {
    /// The entity's index.
    pub entity: usize,
    /// The one name.
    pub name: String,
    /// The other.
    pub other: String,
    /// The rule.
    pub reason: &'static str,
}

/// What a document is, as far as it matters for who says what in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Genre {
    /// A white paper, concept paper, review: the source speaks for its issuer.
    Policy,
    /// The outcomes of meetings, a section for each.
    Proceedings,
    /// An article with notes or a by-line.
    Article,
    /// A news report.
    News,
}

/// The entities of a document, and which mention names which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolution {
    /// The entities; the first is the source itself.
    pub entities: Vec<LocalEntity>,
    /// For each mention, by its index, the entity.
    pub of_mention: Vec<Option<usize>>,
    /// The state that the document speaks for, where it does.
    pub speaker: Option<usize>,
    /// What the document is.
    pub genre: Genre,
    /// Which names were joined, and why.
    pub merges: Vec<LocalMerge>,
}

impl Resolution {
    /// Returns the entity that a mention names, by the mention's index.
    pub(crate) fn entity_of(&self, mention: usize) -> Option<usize> {
        self.of_mention.get(mention).copied().flatten()
    }
}

/// The index of the source itself among a document's entities.
pub const SOURCE: usize = 0;

/// Joins the mentions of a document to entities.
pub fn resolve(
    document: &Document,
    mentions: &Mentions,
    definitions: &[Definition],
    lexicon: &Lexicon,
    ontology: &Ontology,
) -> Resolution {
    let mut clusters = Clusters::default();
    let anaphors = anaphor::antecedents(document, mentions, lexicon, ontology);
    for (index, mention) in mentions.names.iter().enumerate() {
        let Some(antecedent) = anaphors.get(&index) else {
            clusters.add(index, mention.class, &mention.name);
            continue;
        };
        if let Some(antecedent) = antecedent {
            clusters.follow(index, *antecedent);
        }
    }
    for definition in definitions {
        clusters.join(definition.class, &definition.name, &definition.alias, "defined");
        // 互联网编码分配机构（IANA）: the acronym of what the lists call 互联网号码分配局.
        let listed = lexicon
            .entries_of(&definition.alias)
            .find(|entry| entry.class == definition.class && alike(&entry.name, &definition.name));
        if let Some(entry) = listed {
            let reason = "defined by the acronym of a like name";
            clusters.join(definition.class, &definition.name, &entry.name, reason);
        }
    }
    short_form::join(mentions, lexicon, ontology, &mut clusters);
    partial::join(document, mentions, ontology, &mut clusters);
    partial::join_editions(mentions, lexicon, ontology, &mut clusters);
    partial::join_halves(mentions, &mut clusters);
    partial::join_short(document, mentions, lexicon, ontology, &mut clusters);
    let genre = speaker::genre(document, mentions, lexicon, ontology);
    let source = label::source(document, mentions, genre, lexicon, ontology);
    let mut resolution =
        label::entities(document, mentions, definitions, &clusters, &source, genre, ontology);
    // What joins a principle across documents is its name without words such as 坚持 and 原则.
    for entity in &mut resolution.entities {
        if is(ontology, entity.class, &[terms::PRINCIPLE]) {
            entity.canonical = short_form::core(&entity.label, lexicon);
        }
    }
    partial::add(document, mentions, lexicon, ontology, &mut resolution);
    resolution
}

/// Mentions of one class and name, joined with those of other names.
#[derive(Debug, Default)]
pub(crate) struct Clusters {
    /// The cluster of each class and folded name.
    by_name: FxHashMap<(ClassId, String), usize>,
    /// The same of names as they are written.
    as_written: FxHashMap<String, Vec<(ClassId, usize)>>,
    /// The cluster that a joined cluster went into.
    parent: Vec<usize>,
    /// The first name of each cluster.
    names: Vec<(ClassId, String)>,
    /// The cluster of each mention.
    of_mention: BTreeMap<usize, usize>,
    merges: Vec<(usize, String, String, &'static str)>,
}

impl Clusters {
    fn cluster(&mut self, class: ClassId, name: &str) -> usize {
        let known = self.as_written.get(name).into_iter().flatten();
        if let Some((_, cluster)) = known.into_iter().find(|(of, _)| *of == class) {
            return self.root(*cluster);
        }
        let cluster = *self.by_name.entry((class, fold(name))).or_insert_with(|| {
            self.parent.push(self.parent.len());
            self.names.push((class, name.to_owned()));
            self.parent.len() - 1
        });
        self.as_written.entry(name.to_owned()).or_default().push((class, cluster));
        self.root(cluster)
    }

    /// Returns the cluster of a name.
    fn find(&self, class: ClassId, name: &str) -> Option<usize> {
        self.by_name.get(&(class, fold(name))).map(|cluster| self.root(*cluster))
    }

    fn add(&mut self, mention: usize, class: ClassId, name: &str) {
        let cluster = self.cluster(class, name);
        self.of_mention.insert(mention, cluster);
    }

    fn follow(&mut self, mention: usize, antecedent: usize) {
        if let Some(cluster) = self.of_mention.get(&antecedent) {
            self.of_mention.insert(mention, *cluster);
        }
    }

    pub(crate) fn join(&mut self, class: ClassId, name: &str, other: &str, reason: &'static str) {
        self.join_as((class, name), (class, other), reason);
    }

    /// Joins two names of which the classes may differ; what they name is of the first one's.
    pub(crate) fn join_as(
        &mut self,
        (class, name): (ClassId, &str),
        (other_class, other): (ClassId, &str),
        reason: &'static str,
    ) {
        let (a, b) = (self.cluster(class, name), self.cluster(other_class, other));
        if a != b
            && let Some(parent) = self.parent.get_mut(b)
        {
            *parent = a;
            self.merges.push((a, name.to_owned(), other.to_owned(), reason));
        }
    }

    fn root(&self, mut cluster: usize) -> usize {
        while let Some(parent) = self.parent.get(cluster).filter(|parent| **parent != cluster) {
            cluster = *parent;
        }
        cluster
    }

    /// Returns the class and name of every cluster that was not joined to another.
    pub(crate) fn names(&self) -> impl Iterator<Item = &(ClassId, String)> {
        self.names
            .iter()
            .enumerate()
            .filter(|(index, _)| self.root(*index) == *index)
            .map(|(_, name)| name)
    }
}

/// Tells whether two names have most of their characters in common.
fn alike(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let shared = short.chars().filter(|c| long.contains(*c)).count();
    shared * 5 >= short.chars().count() * 3
}

/// Folds what does not tell names apart: width, case, spaces, marks.
pub(crate) fn fold(name: &str) -> String {
    if name.chars().all(is_han) {
        return name.to_owned();
    }
    let mut folded = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            _ if is_han(character) => folded.push(character),
            '《' | '》' | '“' | '”' | '‘' | '’' | '"' | '\'' | '·' | '•' | '.' | '．' | ','
            | '，' | '、' | '-' | '—' | '–' | '―' => {}
            _ if character.is_whitespace() => {}
            '（' => folded.push('('),
            '）' => folded.push(')'),
            _ => folded.extend(character.to_lowercase()),
        }
    }
    folded
}

/// Tells whether a class is one of these or below one.
#[inline]
pub(crate) fn is(ontology: &Ontology, class: ClassId, names: &[&str]) -> bool {
    names.iter().any(|name| ontology.class(name).is_some_and(|above| ontology.is_a(class, above)))
}
