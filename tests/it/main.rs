//! The one test binary.

mod corpus;
mod patterns;
mod queries;
mod scores;
mod tidy;
