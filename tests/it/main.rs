//! The one test binary.

mod scores;
mod tidy;
