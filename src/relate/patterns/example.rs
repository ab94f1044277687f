//! [`Example`]: the sentence that a pattern brings along, and what it must yield.

/// A pattern's example and what it yields, which `check` and the tests run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The pattern.
    pub id: String,
    /// The file.
    pub path: String,
    /// The line of the sentence, from 1.
    pub line: usize,
    /// The sentence.
    pub text: String,
    /// Whether the pattern is the user's.
    pub own: bool,
    /// The facts that it must yield.
    pub yields: Vec<Expected>,
}

/// A fact that an example must yield, as it is written: `organised(甲大学, 乙论坛)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The line, from 1.
    pub line: usize,
    /// The relation's local name.
    pub relation: String,
    /// A name of the subject.
    pub subject: String,
    /// A name of the object, or the value.
    pub object: String,
}

impl Expected {
    /// Reads `relation(subject, object)`; the object begins after the first comma and space.
    pub(super) fn parse(text: &str, line: usize) -> Option<Self> {
        let (relation, ends) = text.split_once('(')?;
        let (subject, object) = ends.strip_suffix(')')?.split_once(", ")?;
        let (relation, subject, object) = (relation.trim(), subject.trim(), object.trim());
        let whole = [relation, subject, object].iter().all(|part| !part.is_empty());
        let own = str::to_owned;
        whole.then(|| Self {
            line,
            relation: own(relation),
            subject: own(subject),
            object: own(object),
        })
    }
}
