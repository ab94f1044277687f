//! The nouns: what passes between the stages. Constructors and getters only.

mod date;
mod document;
mod entity;
mod fact;
mod judgement;
mod knowledge;
mod mention;
mod outcome;
mod span;

pub use date::{Date, DateRange, Day, NoDate};
pub use document::{Block, BlockKind, Document, FrontMatter, Origin};
pub use entity::{Appearance, Entity, EntityId, Merge, ReadAs};
pub use fact::{Evidence, Fact, Literal, Object, Qualifier};
pub use judgement::{Action, Claim, ClaimObject, Judgement, Rejection};
pub use knowledge::Knowledge;
pub use mention::{DateMention, Mention, Mentions, RuleId};
pub use outcome::{Outcome, Warning};
pub use span::Span;
