//! [`Outcome`]: a value, and what was noticed on the way to it.

use std::fmt;

/// Something a reader of the corpus should know, with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Warning {
    /// The file as the user gave it.
    pub path: String,
    /// The line in the file, from 1, where there is one.
    pub line: Option<u32>,
    /// What was noticed: lower case, without a full stop.
    pub message: String,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.message),
            None => write!(f, "{}: {}", self.path, self.message),
        }
    }
}

/// A value, and what was noticed on the way to it. Strange input never fails; it warns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome<T> {
    /// The value.
    pub value: T,
    /// What was noticed, in order.
    pub warnings: Vec<Warning>,
}

impl<T> Outcome<T> {
    /// Wraps a value that nothing was noticed of.
    pub fn clean(value: T) -> Self {
        Self { value, warnings: Vec::new() }
    }
}
