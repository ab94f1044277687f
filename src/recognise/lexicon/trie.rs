//! [`Trie`]: words by their characters, to find those that a text begins or ends with.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::recognise::characters::Characters;

/// Words with a number each, by their characters from the first to the last, or the other way.
///
/// The nodes stand level by level, so that those below one are side by side.
#[derive(Debug)]
pub(crate) struct Trie {
    nodes: Vec<Node>,
    /// The nodes below those that have many.
    many: FxHashMap<u64, u32>,
    /// The characters of the nodes below the first one.
    may_begin: Characters<16>,
    /// What two characters may begin a word, or stand behind one of a single character.
    may_go_on: Characters<16>,
}

/// The most nodes below one that are looked through one by one.
const FEW: u32 = 6;

/// A node; what is asked of it together stands together.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// The character that leads to it.
    character: char,
    /// The first of the nodes below it; they end with the first of the next node.
    below: u32,
    /// The word that ends there.
    word: u32,
}

/// What stands for the second character of a word of one.
const NOTHING: char = '\0';

/// Two characters as one, to be put into a set that need not be exact.
fn both(first: char, second: char) -> char {
    let mixed = (first as u32).wrapping_mul(37) ^ (second as u32).wrapping_mul(11);
    char::from_u32(mixed % 0x4000).unwrap_or(NOTHING)
}

/// A node and the character that leads on from it, as one number.
fn step(node: usize, character: char) -> u64 {
    (node as u64) << 32 | u64::from(character)
}

/// The number of no word.
const NO_WORD: u32 = u32::MAX;

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
        let mut nodes = vec![Node { character: '\0', below: 0, word: NO_WORD }];
        let mut done = 0;
        // The words that each node leads to, and how many characters lead to it.
        let mut rests: Vec<(&[Word], usize)> = vec![(&words, 0)];
        while let Some(&(mut rest, depth)) = rests.get(done) {
            nodes[done].below = u32::try_from(nodes.len()).unwrap_or(u32::MAX);
            while let Some((first, number)) = rest.first() {
                let Some(character) = first.get(depth).copied() else {
                    nodes[done].word = *number;
                    rest = rest.get(1..).unwrap_or_default();
                    continue;
                };
                let alike = |(word, _): &Word| word.get(depth) == Some(&character);
                let (same, others) = rest.split_at(rest.partition_point(alike));
                nodes.push(Node { character, below: 0, word: NO_WORD });
                rests.push((same, depth + 1));
                rest = others;
            }
            done += 1;
        }
        let below = u32::try_from(nodes.len()).unwrap_or(u32::MAX);
        nodes.push(Node { character: '\0', below, word: NO_WORD });
        let mut many = FxHashMap::default();
        let (mut may_begin, mut may_go_on) = (Characters::new(), Characters::new());
        for (pair, node) in nodes.windows(2).zip(0usize..) {
            let (first, end) = (pair[0].below, pair[1].below);
            for below in first..end {
                let character = nodes[below as usize].character;
                if node == 0 {
                    may_begin.mark(character);
                    let alone = nodes[below as usize].word != NO_WORD;
                    let (from, to) = (nodes[below as usize].below, nodes[below as usize + 1].below);
                    for second in &nodes[from as usize..to as usize] {
                        may_go_on.mark(both(character, second.character));
                    }
                    if alone {
                        may_go_on.mark(both(character, NOTHING));
                    }
                }
                if end - first > FEW {
                    many.insert(step(node, character), below);
                }
            }
        }
        Self { nodes, many, may_begin, may_go_on }
    }

    /// Returns the node that a character leads to.
    fn next(&self, node: usize, character: char) -> Option<usize> {
        if node == 0 && !self.may_begin.may_hold(character) {
            return None;
        }
        let (first, end) = (self.nodes[node].below, self.nodes[node + 1].below);
        if end - first > FEW {
            return self.many.get(&step(node, character)).map(|below| *below as usize);
        }
        let (first, end) = (first as usize, end as usize);
        Some(first + self.nodes[first..end].iter().position(|n| n.character == character)?)
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
                let word = self.nodes[node].word;
                if word != NO_WORD {
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
        let begins = text.char_indices().filter(|(at, c)| {
            self.may_begin.may_hold(*c) && {
                let next = text.get(at + c.len_utf8()..).and_then(|rest| rest.chars().next());
                self.may_go_on.may_hold(both(*c, next.unwrap_or(NOTHING)))
                    || self.may_go_on.may_hold(both(*c, NOTHING))
            }
        });
        begins.flat_map(move |(at, _)| {
            let rest = text.get(at..).unwrap_or_default();
            self.all(rest.chars()).map(move |(length, word)| (at..at + length, word))
        })
    }

    /// Returns the words that stand in a text from left to right, at each place the longest, without
    /// overlaps, each with its number.
    pub(crate) fn longest_places<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (Range<usize>, u32)> + 'a {
        let mut from = 0;
        text.char_indices().filter_map(move |(at, _)| {
            let rest = text.get(at..).filter(|_| at >= from)?;
            let (length, word) = self.longest(rest.chars())?;
            from = at + length;
            Some((at..from, word))
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
