//! [`Cues`]: the words of a group of `cues.csv`.

use super::trie::Trie;

/// The words of a group.
#[derive(Debug)]
pub(super) struct Cues {
    /// The longest first.
    pub(super) words: Vec<String>,
    forward: Trie,
    backward: Trie,
}

impl Cues {
    pub(super) fn new(mut words: Vec<String>) -> Self {
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let forward = Trie::new(words.iter().map(String::as_str));
        let backward = Trie::backward(words.iter().map(String::as_str));
        Self { words, forward, backward }
    }

    /// Tells whether a text is one of the words.
    pub(super) fn has(&self, text: &str) -> bool {
        self.forward.longest(text.chars()).is_some_and(|(length, _)| length == text.len())
    }

    /// Returns the longest word that a text begins with.
    pub(super) fn starts(&self, text: &str) -> Option<&str> {
        self.word(self.forward.longest(text.chars())?.1)
    }

    /// Returns the longest word that a text ends with.
    pub(super) fn ends(&self, text: &str) -> Option<&str> {
        self.word(self.backward.longest(text.chars().rev())?.1)
    }

    /// Returns the places of the words in a text: those of the longest word first, and of one word
    /// in their order, without overlaps.
    pub(super) fn places(&self, text: &str) -> Vec<(usize, &str)> {
        self.settle(self.forward.places(text).map(|(place, word)| (word, place.start)).collect())
    }

    /// Does so where all places are known, each behind the number of its word.
    pub(super) fn settle(&self, mut hits: Vec<(u32, usize)>) -> Vec<(usize, &str)> {
        hits.sort_unstable();
        let mut taken = (u32::MAX, 0);
        hits.retain(|&(word, at)| {
            let free = taken.0 != word || taken.1 <= at;
            if free {
                taken = (word, at + self.word(word).map_or(0, str::len));
            }
            free
        });
        hits.into_iter().filter_map(|(word, at)| Some((at, self.word(word)?))).collect()
    }

    /// Tells whether one of the words stands in a text.
    pub(super) fn stand_in(&self, text: &str) -> bool {
        self.forward.places(text).next().is_some()
    }

    fn word(&self, number: u32) -> Option<&str> {
        self.words.get(number as usize).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_each_word_by_itself() {
        let cues = Cues::new(["会", "大会", "哈哈"].map(str::to_owned).to_vec());
        let found = cues.places("大会哈哈哈与会");
        assert_eq!(found, [(0, "大会"), (6, "哈哈"), (3, "会"), (18, "会")]);
        assert!(cues.stand_in("与会") && !cues.stand_in("与"));
        assert!(cues.has("大会") && !cues.has("大会议"));
        assert_eq!((cues.starts("大会议"), cues.ends("开大会")), (Some("大会"), Some("大会")));
    }
}
