//! The schema: classes and relations, read from Turtle; a user's own included.

mod schema;

pub use schema::{Class, ClassId, Range, Relation, RelationId};
