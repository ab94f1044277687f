//! [`Trie`]: words by their characters, to find those that a text begins or ends with.

use rustc_hash::FxHashMap;

/// Words with a number each, by their characters from the first to the last, or the other way.
#[derive(Debug, Default)]
pub(super) struct Trie {
    /// Where a character leads from a node; the root is 0.
    edges: FxHashMap<(u32, char), u32>,
    /// For each node, the word that ends there.
    words: Vec<Option<u32>>,
    begins: Characters,
}

impl Trie {
    /// Builds the trie of words, the first of which has the number 0; of two that are the same, the
    /// first counts.
    pub(super) fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self::of(words.into_iter().map(str::chars))
    }

    /// Builds the trie of words from their ends.
    pub(super) fn backward<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self::of(words.into_iter().map(|word| word.chars().rev()))
    }

    fn of(words: impl Iterator<Item = impl Iterator<Item = char>>) -> Self {
        let mut trie = Self { words: vec![None], ..Self::default() };
        for (number, word) in (0u32..).zip(words) {
            let mut node = 0;
            for character in word {
                if node == 0 {
                    trie.begins.mark(character);
                }
                let next = u32::try_from(trie.words.len()).unwrap_or(u32::MAX);
                node = *trie.edges.entry((node, character)).or_insert(next);
                if node == next {
                    trie.words.push(None);
                }
            }
            if let Some(word) = trie.words.get_mut(node as usize) {
                word.get_or_insert(number);
            }
        }
        trie
    }

    /// Returns the words that a text begins with, the shortest first, each with its length in bytes
    /// and its number; of a backward trie, those that the reversed text begins with.
    pub(super) fn all(
        &self,
        mut text: impl Iterator<Item = char>,
    ) -> impl Iterator<Item = (usize, u32)> {
        let (mut node, mut length) = (0, 0);
        std::iter::from_fn(move || {
            loop {
                let character = text.next()?;
                if node == 0 && !self.begins.may_hold(character) {
                    return None;
                }
                node = *self.edges.get(&(node, character))?;
                length += character.len_utf8();
                if let Some(word) = self.words.get(node as usize).copied().flatten() {
                    return Some((length, word));
                }
            }
        })
    }

    /// Returns the longest word that a text begins with.
    pub(super) fn longest(&self, text: impl Iterator<Item = char>) -> Option<(usize, u32)> {
        self.all(text).last()
    }
}

/// A set of characters that takes some more to be in it than are.
#[derive(Clone, Debug, Default)]
struct Characters([u64; 16]);

impl Characters {
    fn place(character: char) -> (usize, u64) {
        let low = u32::from(character) % 1024;
        (low as usize / 64, 1 << (low % 64))
    }

    fn mark(&mut self, character: char) {
        let (at, bit) = Self::place(character);
        self.0[at] |= bit;
    }

    fn may_hold(&self, character: char) -> bool {
        let (at, bit) = Self::place(character);
        self.0[at] & bit != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_at_the_beginning_are_found_the_shortest_first() {
        let trie = Trie::new(["大学", "大学生", "大", "学"]);
        let found: Vec<_> = trie.all("大学生会".chars()).collect();
        assert_eq!(found, [(3, 2), (6, 0), (9, 1)]);
        assert_eq!(trie.longest("大学堂".chars()), Some((6, 0)));
        assert_eq!(trie.longest("小学".chars()), None);
    }

    #[test]
    fn backward_words_end_the_text() {
        let trie = Trie::backward(["委员会", "会"]);
        assert_eq!(trie.longest("某委员会".chars().rev()), Some((9, 0)));
    }

    #[test]
    fn of_two_words_that_are_the_same_the_first_counts() {
        assert_eq!(Trie::new(["会", "会"]).longest("会".chars()), Some((3, 0)));
    }
}
