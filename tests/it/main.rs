//! The one test binary.

mod scores;
mod tidy;
#[cfg(test)]
mod queries;
