//! The one test binary.

mod corpus;
