//! [`Ending`]s of names, looked for together.

use aho_corasick::AhoCorasick;

use super::LexiconError;
use crate::ontology::ClassId;

/// The end of a name that tells its class: 大学, 委员会, 研讨会, 公约.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The characters.
    pub text: String,
    /// The class by default.
    pub class: ClassId,
    /// Whether ordinary words end so too.
    pub weak: bool,
    /// Whether such a body is one of its own, whatever its name begins with: 南开新闻网.
    pub own: bool,
}

/// Endings looked for together.
#[derive(Debug)]
pub(super) struct EndingSet {
    automaton: AhoCorasick,
    endings: Vec<Ending>,
}

impl EndingSet {
    pub(super) fn new(endings: Vec<Ending>) -> Result<Self, LexiconError> {
        let automaton = AhoCorasick::builder().build(endings.iter().map(|ending| &ending.text))?;
        Ok(Self { automaton, endings })
    }

    /// Finds the endings in a text: of those that end at one place the longest, and none that
    /// another one goes beyond (经济对话 in 经济对话会).
    pub(super) fn find(&self, text: &str) -> Vec<(usize, usize, &Ending)> {
        let mut found: Vec<(usize, usize, &Ending)> = Vec::new();
        for hit in self.automaton.find_overlapping_iter(text) {
            let Some(ending) = self.endings.get(hit.pattern().as_usize()) else { continue };
            let (start, end) = (hit.start(), hit.end());
            while found.last().is_some_and(|(from, to, _)| {
                *to == end && *from > start || start < *to && *to < end
            }) {
                found.pop();
            }
            if found.last().is_none_or(|(from, to, _)| *to != end || *from > start) {
                found.push((start, end, ending));
            }
        }
        found
    }
}
