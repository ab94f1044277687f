//! The one test binary.

mod corpus;
mod queries;
mod scores;
mod tidy;
