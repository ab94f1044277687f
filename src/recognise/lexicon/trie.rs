//! [`Trie`]: words by their characters, to find those that a text begins or ends with.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::recognise::characters::Characters;

/// Words with a number each, by their characters from the first to the last, or the other way.
///
/// The nodes stand level by level, so that those below one are side by side.
#[derive(Debug)]
pub(crate) struct Trie {
    /// For each node, the character that leads to it.
    characters: Vec<char>,
    /// For each node, the first of the nodes below it; they end with the first of the next node.
    below: Vec<u32>,
    /// For each node, the word that ends there.
    words: Vec<Option<u32>>,
    /// The nodes below the first one.
    begins: FxHashMap<char, u32>,
    /// The characters of those.
    may_begin: Characters<16>,
}

/// The characters of a word, and its number.
type Word = (Vec<char>, u32);

impl Trie {
    /// Builds the trie of words, the first of which has the number 0; of two that are the same, the
    /// first counts.
    pub(crate) fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self::of(words.into_iter().map(|word| word.chars().collect()).collect())
    }

    /// Builds the trie of words from their ends.
    pub(super) fn backward<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        Self::of(words.into_iter().map(|word| word.chars().rev().collect()).collect())
    }

    fn of(words: Vec<Vec<char>>) -> Self {
        let mut words: Vec<Word> = words.into_iter().zip(0..).collect();
        words.sort_unstable();
        words.dedup_by(|second, first| second.0 == first.0);
        let (mut characters, mut below, mut ends) = (vec!['\0'], Vec::new(), Vec::new());
        // The words that each node leads to, and how many characters lead to it.
        let mut rests: Vec<(&[Word], usize)> = vec![(&words, 0)];
        while let Some(&(mut rest, depth)) = rests.get(below.len()) {
            below.push(u32::try_from(characters.len()).unwrap_or(u32::MAX));
            let mut end = None;
            while let Some((first, number)) = rest.first() {
                let Some(character) = first.get(depth).copied() else {
                    end = Some(*number);
                    rest = rest.get(1..).unwrap_or_default();
                    continue;
                };
                let alike = |(word, _): &Word| word.get(depth) == Some(&character);
                let (same, others) = rest.split_at(rest.partition_point(alike));
                characters.push(character);
                rests.push((same, depth + 1));
                rest = others;
            }
            ends.push(end);
        }
        below.push(u32::try_from(characters.len()).unwrap_or(u32::MAX));
        let mut begins = FxHashMap::default();
        let mut may_begin = Characters::new();
        let first = characters.get(1..below[1] as usize).unwrap_or_default();
        for (character, node) in first.iter().zip(1..) {
            begins.insert(*character, node);
            may_begin.mark(*character);
        }
        Self { characters, below, words: ends, begins, may_begin }
    }

    /// Returns the node that a character leads to.
    fn next(&self, node: usize, character: char) -> Option<usize> {
        if node == 0 {
            let may = self.may_begin.may_hold(character);
            return may.then(|| self.begins.get(&character).map(|node| *node as usize)).flatten();
        }
        let (first, end) = (self.below[node] as usize, self.below[node + 1] as usize);
        let at = self.characters[first..end].binary_search(&character).ok()?;
        Some(first + at)
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
                node = self.next(node, character)?;
                length += character.len_utf8();
                if let Some(word) = self.words[node] {
                    return Some((length, word));
                }
            }
        })
    }

    /// Returns the words that stand in a text, by where they begin, each with its number.
    pub(crate) fn places<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (Range<usize>, u32)> + 'a {
        let begins = text.char_indices().filter(|(_, c)| self.may_begin.may_hold(*c));
        begins.flat_map(move |(at, _)| {
            let rest = text.get(at..).unwrap_or_default();
            self.all(rest.chars()).map(move |(length, word)| (at..at + length, word))
        })
    }

    /// Returns the longest word that a text begins with.
    pub(super) fn longest(&self, text: impl Iterator<Item = char>) -> Option<(usize, u32)> {
        self.all(text).last()
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
