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
        let ends = text.char_indices().map(|(at, character)| at + character.len_utf8());
        let hits = ends.filter_map(|end| {
            let before = text.get(..end).unwrap_or_default();
            let (length, ending) = self.trie.longest(before.chars().rev())?;
            Some((end, end - length, ending))
        });
        self.settle(hits.collect())
    }

    /// Does so where all places of all endings are known, each by where it ends, where it begins,
    /// and its number.
    pub(super) fn settle(
        &self,
        mut hits: Vec<(usize, usize, u32)>,
    ) -> Vec<(usize, usize, &Ending)> {
        hits.sort_unstable();
        hits.dedup_by_key(|(end, _, _)| *end);
        let mut found: Vec<(usize, usize, &Ending)> = Vec::new();
        for (end, start, ending) in hits {
            while found.last().is_some_and(|(_, to, _)| start < *to) {
                found.pop();
            }
            found.extend(self.endings.get(ending as usize).map(|ending| (start, end, ending)));
        }
        found
    }

    /// Returns the texts of the endings, each with its number.
    pub(super) fn texts(&self) -> impl Iterator<Item = (&str, u32)> {
        self.endings.iter().map(|ending| ending.text.as_str()).zip(0..)
    }
}
