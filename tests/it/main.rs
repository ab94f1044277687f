//! The one test binary.

mod scores;
