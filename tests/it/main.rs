//! The one test binary.

#[cfg(test)]
mod queries;
mod scores;
mod tidy;
