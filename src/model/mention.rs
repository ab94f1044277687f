//! [`Mention`]: a stretch of text that names a thing of one class.

use std::borrow::Cow;

use super::Span;
use crate::ontology::ClassId;

/// The name of the rule that found a mention or a fact, as `show` and the graph give it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(Cow<'static, str>);

impl RuleId {
    /// Names a rule.
    pub fn new(name: &str) -> Self {
        Self(Cow::Owned(name.to_owned()))
    }

    /// Names a rule of the program's own.
    pub const fn fixed(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// Returns the rule's name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A stretch of a document's text that names a thing of one class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where the name stands.
    pub span: Span,
    /// What it names.
    pub class: ClassId,
    /// The name in full, where the text's form is not it (英 names 英国); else the text's form,
    /// without quotation and title marks.
    pub name: String,
    /// The rule that found it.
    pub rule: RuleId,
}

/// A stretch of text that names a day, month, year or interval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Where the date stands.
    pub span: Span,
    /// ISO form, as precise as stated: `2022-06-09/2022-06-10`, `2015-12`, `--09-21`.
    pub iso: String,
}

/// Everything that was recognised in one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentions {
    /// Names by place; of names within a longer name, the longer comes first.
    pub names: Vec<Mention>,
    /// Dates by place.
    pub dates: Vec<DateMention>,
}

impl Mentions {
    /// Returns the names that begin at a byte or after it, each with its index; O(log n) to the first.
    pub(crate) fn names_from(&self, byte: usize) -> impl Iterator<Item = (usize, &Mention)> {
        let first = self.names.partition_point(|name| name.span.start() < byte);
        self.names.iter().enumerate().skip(first)
    }

    /// Returns the names that begin within a passage, each with its index.
    pub(crate) fn names_in(&self, passage: Span) -> impl Iterator<Item = (usize, &Mention)> {
        self.names_from(passage.start())
            .take_while(move |(_, name)| name.span.start() < passage.end())
    }
}
