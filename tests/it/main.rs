//! The one test binary.

#[cfg(test)]
mod cli;
mod corpus;
#[cfg(test)]
mod exports;
#[cfg(test)]
mod patterns;
#[cfg(test)]
mod queries;
mod scores;
mod shipped;
#[cfg(test)]
mod support;
mod tidy;
