//! [`Fact`]: a statement that a document makes, with its evidence and qualifiers.

use super::{EntityId, RuleId, Span};
use crate::ontology::RelationId;

/// A value that is no entity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Literal {
    /// Text, such as a title or another name.
    Text(String),
    /// A date or an interval in ISO form, as precise as stated: `2022-06-09/2022-06-10`.
    Date(String),
}

impl Literal {
    /// Returns the value as it is written.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(value) | Self::Date(value) => value,
        }
    }
}

/// What a fact says of its subject.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Object {
    /// Another entity.
    Entity(EntityId),
    /// A value.
    Literal(Literal),
}

/// Where a document states a fact, and who found it there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The sentence or clause that states it.
    pub span: Span,
    /// The rule that read it.
    pub rule: RuleId,
}

/// Something said of the statement itself, such as the title a person held at a meeting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Qualifier {
    /// The local name of the ontology's property: `title`, `affiliation`, `date`.
    pub property: &'static str,
    /// Its value.
    pub value: Object,
}

/// A statement that one document makes. It stands once for a document, with all its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The document's index in [`Knowledge::documents`](super::Knowledge::documents).
    pub document: usize,
    /// What is said.
    pub relation: RelationId,
    /// Of whom.
    pub subject: EntityId,
    /// The value.
    pub object: Object,
    /// Where the document says so, by place; at least one.
    pub evidence: Vec<Evidence>,
    /// What is said of the statement, sorted.
    pub qualifiers: Vec<Qualifier>,
}
