//! [`Entity`]: a thing that documents speak of, and its [`Appearance`] in each.

use super::{RuleId, Span};
use crate::ontology::ClassId;

/// An entity's index in [`Knowledge::entities`](super::Knowledge::entities).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

impl EntityId {
    /// Returns the index as the type that slices take.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A thing that the corpus speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub class: ClassId,
    /// Its fullest name.
    pub label: String,
    /// What tells it from others of the same class and label, such as the institution of a
    /// person; part of the IRI where it is given.
    pub distinction: Option<String>,
    /// All other names that any document gives it, sorted.
    pub aliases: Vec<String>,
    /// Its class and label before a judgement changed them; its IRI is made from these, so that
    /// it stays what it was.
    pub read_as: Option<ReadAs>,
}

/// What an entity was taken for before a judgement gave it another class or label.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReadAs {
    /// The class.
    pub class: ClassId,
    /// The label.
    pub label: String,
}

impl Entity {
    /// Returns the class and label that its IRI is made from.
    pub fn first_read_as(&self) -> (ClassId, &str) {
        match &self.read_as {
            Some(ReadAs { class, label }) => (*class, label),
            None => (self.class, &self.label),
        }
    }
}

/// An entity as one document names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// The entity.
    pub entity: EntityId,
    /// The document's index in [`Knowledge::documents`](super::Knowledge::documents).
    pub document: usize,
    /// The fullest name that this document gives it.
    pub label: String,
    /// Every other form that this document uses, sorted.
    pub aliases: Vec<String>,
    /// How often it is named.
    pub mentions: u32,
    /// Where it is named first; nothing for the source itself where it does not name itself.
    pub first: Option<Span>,
    /// The rule that found the first mention.
    pub rule: RuleId,
}

/// Why two names were taken for one entity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merge {
    /// The entity that both stand for.
    pub entity: EntityId,
    /// The one name, with its document.
    pub name: String,
    /// The other name.
    pub other: String,
    /// The reason, as the name of a rule.
    pub reason: String,
}
