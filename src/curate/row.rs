//! [`Curation`] and its [`Row`]s: what judges wrote, as it is meant.

use crate::{
    model::{Action, Literal},
    ontology::{ClassId, RelationId},
};

/// The judgements of a file, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Curation {
    /// The file as the user gave it.
    pub path: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One judgement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line in the file, from 1.
    pub line: u32,
    /// What is to be done.
    pub act: Act,
    /// Why.
    pub reason: String,
    /// Who says so.
    pub judge: String,
    /// Since when: a day in ISO form.
    pub date: String,
}

/// What a row says is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Both names are one entity.
    Same(Naming, Naming),
    /// The two names, which were taken for one entity, are two.
    Different(Naming, Naming),
    /// What the naming's document names so is another than what other documents name so.
    DifferentThere(Naming),
    /// The entity is none.
    RejectEntity(Naming),
    /// The statement is wrong; in one document only, where the subject's naming has one.
    RejectStatement(Said),
    /// The subject's document says so in these words.
    Add(Said, String),
    /// The entity has this label.
    Rename(Naming, String),
    /// The entity is of this class.
    Retype(Naming, ClassId),
}

impl Act {
    /// Returns the action's place in the order in which rows are applied: who is who comes
    /// first, and what is added last.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Self::Different(..) | Self::DifferentThere(_) => 0,
            Self::Same(..) => 1,
            Self::RejectEntity(_) | Self::RejectStatement(_) => 2,
            Self::Retype(..) => 3,
            Self::Rename(..) => 4,
            Self::Add(..) => 5,
        }
    }

    /// Returns the word for what is done.
    pub(super) fn action(&self) -> Action {
        match self {
            Self::Same(..) => Action::Same,
            Self::Different(..) | Self::DifferentThere(_) => Action::Different,
            Self::RejectEntity(_) | Self::RejectStatement(_) => Action::Reject,
            Self::Add(..) => Action::Add,
            Self::Rename(..) => Action::Rename,
            Self::Retype(..) => Action::Type,
        }
    }
}

/// How a row names an entity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Naming {
    /// The name.
    pub name: String,
    /// Its class, or one above it, where the row says so.
    pub class: Option<ClassId>,
    /// The document that names it so, where the row says so.
    pub document: Option<String>,
}

/// What a row says of whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Of whom, and by which document.
    pub subject: Naming,
    /// What is said.
    pub relation: RelationId,
    /// The other end.
    pub object: SaidObject,
}

/// The other end of what a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaidObject {
    /// An entity.
    Entity(Naming),
    /// A value.
    Literal(Literal),
}
