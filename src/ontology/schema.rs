//! [`ClassId`] and [`RelationId`]: small indices into the ontology; the schema itself is data.

use oxigraph::model::NamedNode;

/// A class's index in [`Ontology::classes`](super::Ontology::classes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub u16);

/// A relation's index in [`Ontology::relations`](super::Ontology::relations).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RelationId(pub u16);

/// A class of the ontology.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// Local name: `University`.
    pub name: String,
    /// The whole IRI; in a namespace of the user's where it is theirs.
    pub iri: NamedNode,
    /// Label in Chinese.
    pub label_zh: String,
    /// Label in English.
    pub label_en: String,
    /// All classes of ours that it is a subclass of, itself included, sorted.
    pub ancestors: Vec<ClassId>,
}

/// What a relation's object is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Range {
    /// An entity of one of these classes or their subclasses; of any class where empty.
    Classes(Vec<ClassId>),
    /// Text.
    Text,
    /// A date or an interval in ISO form.
    Date,
}

/// A relation of the ontology.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// Local name: `participatedIn`.
    pub name: String,
    /// The whole IRI; in a namespace of the user's where it is theirs.
    pub iri: NamedNode,
    /// Label in Chinese.
    pub label_zh: String,
    /// Label in English.
    pub label_en: String,
    /// The classes that a subject may have, or a subclass of; any where empty.
    pub domain: Vec<ClassId>,
    /// What the object is.
    pub range: Range,
    /// Whether it holds in both directions and is stated once.
    pub symmetric: bool,
}
