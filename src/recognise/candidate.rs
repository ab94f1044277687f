//! [`Candidate`]: a mention before it is decided which of the overlapping ones stay.

use super::scan::Scan;
use crate::ontology::ClassId;

/// What a recogniser takes a stretch of a block for. Offsets are bytes within the block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) class: ClassId,
    /// The full name, where the text's form is not it.
    pub(crate) name: Option<String>,
    pub(crate) rule: &'static str,
    /// Of candidates that overlap, the higher rank stays; of one rank, the longer.
    pub(crate) rank: u8,
    /// Whether it may stand within another mention.
    pub(crate) nested: bool,
}

impl Candidate {
    pub(crate) fn new(start: usize, end: usize, class: ClassId, rule: &'static str) -> Self {
        Self { start, end, class, name: None, rule, rank: 1, nested: false }
    }

    /// Returns the full name, or the text's form where that is it.
    pub(crate) fn name_in<'a>(&'a self, scan: &'a Scan<'_>) -> &'a str {
        self.name.as_deref().unwrap_or_else(|| scan.slice(self.start, self.end))
    }

    pub(crate) fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    pub(crate) fn ranked(mut self, rank: u8) -> Self {
        self.rank = rank;
        self
    }

    pub(crate) fn nested(mut self) -> Self {
        self.nested = true;
        self
    }
}
