//! [`Knowledge`]: all that was read out of a corpus; what the graph is written from.

use super::{Appearance, Document, Entity, Fact, Judgement, Merge, Rejection};

/// Documents, entities and facts of a corpus, in an order that depends on nothing but them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Knowledge {
    /// The documents by id.
    pub documents: Vec<Document>,
    /// For each document, the entity that the source itself is.
    pub sources: Vec<super::EntityId>,
    /// The entities by class, label and distinction.
    pub entities: Vec<Entity>,
    /// Which document names which entity how; by document, then entity.
    pub appearances: Vec<Appearance>,
    /// The facts; by document, place, relation, subject, object.
    pub facts: Vec<Fact>,
    /// Why names were joined, sorted.
    pub merges: Vec<Merge>,
    /// The judgements of persons that took effect, in the order in which they did.
    pub judgements: Vec<Judgement>,
    /// The statements that went by them, by judgement.
    pub rejections: Vec<Rejection>,
}
