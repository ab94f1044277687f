//! [`Cues`]: the words of a group of `cues.csv`; [`Groups`]: all of them.

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

/// The groups by their names. Asking for one is what the recognisers do most: a name's place in the
/// table is told by its length and three of its letters, which the compiler knows of a constant.
#[derive(Debug)]
pub(super) struct Groups(Vec<Vec<(String, Cues)>>);

impl Groups {
    const PLACES: usize = 512;

    pub(super) fn new(groups: impl IntoIterator<Item = (String, Vec<String>)>) -> Self {
        let mut places: Vec<Vec<(String, Cues)>> = Vec::new();
        places.resize_with(Self::PLACES, Vec::new);
        for (name, words) in groups {
            places[Self::place(&name)].push((name, Cues::new(words)));
        }
        Self(places)
    }

    #[inline]
    fn place(name: &str) -> usize {
        let bytes = name.as_bytes();
        let letter = |at: usize| bytes.get(at).map_or(0, |byte| usize::from(*byte));
        let (middle, last) = (letter(bytes.len() / 2), letter(bytes.len().saturating_sub(1)));
        (bytes.len() * 131 + letter(0) * 17 + middle * 5 + last * 3) % Self::PLACES
    }

    #[inline]
    pub(super) fn get(&self, name: &str) -> Option<&Cues> {
        let place = self.0.get(Self::place(name))?;
        place.iter().find(|(known, _)| known == name).map(|(_, cues)| cues)
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
