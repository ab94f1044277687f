//! [`Judgement`]: what a person decided about the graph, and [`Rejection`]: a statement that
//! went by it.

use super::{Entity, Evidence, Literal};
use crate::ontology::RelationId;

/// What a judgement does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Two names are one entity.
    Same,
    /// What was taken for one entity is two.
    Different,
    /// A statement, or an entity, is none.
    Reject,
    /// A text states something that was not read.
    Add,
    /// An entity has another label.
    Rename,
    /// An entity is of another class.
    Type,
}

impl Action {
    /// All actions.
    pub const ALL: [Self; 6] =
        [Self::Same, Self::Different, Self::Reject, Self::Add, Self::Rename, Self::Type];

    /// Returns the word for it in tables and in the graph.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Reject => "reject",
            Self::Add => "add",
            Self::Rename => "rename",
            Self::Type => "type",
        }
    }
}

/// A judgement that took effect, with who made it, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What it does.
    pub action: Action,
    /// The entities it is about, as they are in the end; also one that it rejects.
    pub entities: Vec<Entity>,
    /// The document that it is limited to, or whose statement it adds.
    pub document: Option<usize>,
    /// The first name, as the judge wrote it.
    pub name: String,
    /// The relation, where it is about a statement.
    pub relation: Option<RelationId>,
    /// The other name, the value, the new label or the new class, as the judge wrote it.
    pub other: Option<String>,
    /// The statement that it adds.
    pub added: Option<Claim>,
    /// Why.
    pub reason: String,
    /// Who.
    pub judge: String,
    /// When: a day in ISO form.
    pub date: String,
}

/// What a statement says, apart from who states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Of whom.
    pub subject: Entity,
    /// What is said.
    pub relation: RelationId,
    /// The value.
    pub object: ClaimObject,
}

/// What a claim says of its subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimObject {
    /// Another entity.
    Entity(Entity),
    /// A value.
    Literal(Literal),
}

/// A statement that was read, and that a judgement took out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The judgement's index in [`Knowledge::judgements`](super::Knowledge::judgements).
    pub judgement: usize,
    /// The document's index in [`Knowledge::documents`](super::Knowledge::documents).
    pub document: usize,
    /// What it said.
    pub claim: Claim,
    /// Where it was read.
    pub evidence: Vec<Evidence>,
}
