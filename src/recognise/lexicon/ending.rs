//! [`Ending`]s of names, looked for together.

use super::trie::Trie;
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
    trie: Trie,
    endings: Vec<Ending>,
}

impl EndingSet {
    pub(super) fn new(endings: Vec<Ending>) -> Self {
        Self { trie: Trie::backward(endings.iter().map(|ending| ending.text.as_str())), endings }
    }

    /// Returns the longest ending that a text has, with the byte that it begins at.
    pub(super) fn last(&self, text: &str) -> Option<(usize, &Ending)> {
        let (length, ending) = self.trie.longest(text.chars().rev())?;
        Some((text.len() - length, self.endings.get(ending as usize)?))
    }

    /// Finds the endings in a text: of those that end at one place the longest, and none that
    /// another one goes beyond (经济对话 in 经济对话会).
    pub(super) fn find(&self, text: &str) -> Vec<(usize, usize, &Ending)> {
        let mut found: Vec<(usize, usize, &Ending)> = Vec::new();
        for (at, character) in text.char_indices() {
            let end = at + character.len_utf8();
            let Some((start, ending)) = self.last(text.get(..end).unwrap_or_default()) else {
                continue;
            };
            while found.last().is_some_and(|(_, to, _)| start < *to) {
                found.pop();
            }
            found.push((start, end, ending));
        }
        found
    }
}
