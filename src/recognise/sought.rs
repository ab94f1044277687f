//! [`Sought`]: an expression that is tried on those sentences alone that hold a word of it.

use std::sync::LazyLock;

use regex::{Captures, Match, Regex};

use super::{author, context, name, person, principle, scan::Scan};

/// An expression with words of which one stands in whatever it matches. No match has a full stop
/// but as its first or last character.
pub(crate) struct Sought {
    /// Its place in [`ALL`].
    number: usize,
    words: &'static [&'static str],
    expression: LazyLock<Regex>,
}

/// All of them, so that their words are looked for together.
static ALL: [&Sought; 15] = [
    &author::AUTHORS,
    &author::FOREIGN_AUTHOR,
    &author::TRANSLATOR,
    &context::RESOLUTION,
    &context::JOINT,
    &name::LIST,
    &person::DOTTED,
    &person::LATIN_IN_PARENTHESIS,
    &principle::BASIS,
    &principle::COMMUNITY,
    &principle::COUNTED,
    &principle::APPLIES,
    &principle::HEADED,
    &principle::CALLED,
    &principle::APPOSITION,
];

/// Returns the words of all expressions, each with a bit for the expression.
pub(super) fn words() -> impl Iterator<Item = (&'static str, u32)> {
    ALL.iter().flat_map(|sought| sought.words.iter().map(|word| (*word, sought.bit())))
}

impl Sought {
    pub(crate) const fn new(
        number: usize,
        words: &'static [&'static str],
        expression: fn() -> Regex,
    ) -> Self {
        Self { number, words, expression: LazyLock::new(expression) }
    }

    fn bit(&self) -> u32 {
        1 << self.number
    }

    /// Returns where the words stand in a block.
    pub(crate) fn places<'a>(&'a self, scan: &'a Scan<'_>) -> impl Iterator<Item = usize> + 'a {
        let marks = scan.marks.iter().filter(|(_, of)| of & self.bit() != 0);
        marks.map(|(at, _)| *at)
    }

    /// Returns the sentences of a block that hold one of the words, with the full stops on both
    /// sides.
    fn sentences<'a>(&'a self, scan: &'a Scan<'_>) -> impl Iterator<Item = (usize, usize)> + 'a {
        let mut done = 0;
        self.places(scan).filter_map(move |at| {
            if at < done {
                return None;
            }
            let start = scan.before(at).rfind('。').unwrap_or(0);
            let stop = scan.after(at).find('。').map(|stop| at + stop + '。'.len_utf8());
            done = stop.unwrap_or(scan.text.len());
            Some((start, done))
        })
    }

    /// Returns the matches in a block, with their groups.
    pub(crate) fn captures<'a>(
        &'a self,
        scan: &'a Scan<'_>,
    ) -> impl Iterator<Item = Captures<'a>> + 'a {
        self.sentences(scan).flat_map(move |(start, end)| {
            let (text, mut from) = (scan.slice(0, end), start);
            std::iter::from_fn(move || {
                let captures = self.expression.captures_at(text, from)?;
                from = captures.get(0)?.end();
                Some(captures)
            })
        })
    }

    /// Returns the matches in a block.
    pub(crate) fn matches<'a>(
        &'a self,
        scan: &'a Scan<'_>,
    ) -> impl Iterator<Item = Match<'a>> + 'a {
        self.sentences(scan).flat_map(move |(start, end)| {
            let (text, mut from) = (scan.slice(0, end), start);
            std::iter::from_fn(move || {
                let found = self.expression.find_at(text, from)?;
                from = found.end();
                Some(found)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stands_at_its_number() {
        for (number, sought) in ALL.iter().enumerate() {
            assert_eq!(sought.number, number, "{:?}", sought.words);
        }
    }

    #[test]
    fn each_has_words_that_stand_in_one_sentence() {
        for sought in ALL {
            assert!(
                !sought.words.is_empty() && sought.words.iter().all(|word| !word.contains('。'))
            );
        }
    }
}
