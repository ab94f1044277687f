//! Which of two names a sentence speaks of, and where a text has the words of a quote.

use std::collections::BTreeSet;

use super::different::Told;
use crate::model::Span;

/// A name that goes its own way, among the names that stay and those of other things.
pub(super) struct Names<'a> {
    name: &'a str,
    others: &'a [String],
    /// All names that are longer than one of these and hold it: 武汉大学 is no 武汉.
    longer: Vec<&'a str>,
}

impl<'a> Names<'a> {
    pub(super) fn new(name: &'a str, others: &'a [String], all: &BTreeSet<&'a str>) -> Self {
        let holds = |long: &str, short: &str| long.len() > short.len() && long.contains(short);
        let longer = all
            .iter()
            .copied()
            .filter(|long| holds(long, name) || others.iter().any(|other| holds(long, other)))
            .collect();
        Self { name, others, longer }
    }

    /// Tells whom a sentence speaks of.
    pub(super) fn tells(&self, sentence: &str) -> Told {
        let apart = !self.places(sentence).is_empty();
        let kept = self.others.iter().any(|other| !self.places_of(sentence, other).is_empty());
        match (apart, kept) {
            (true, true) => Told::Both,
            (true, false) => Told::Apart,
            (false, _) => Told::Kept,
        }
    }

    /// Returns where the name begins, but for places within a longer name.
    pub(super) fn places(&self, text: &str) -> Vec<usize> {
        self.places_of(text, self.name)
    }

    fn places_of(&self, text: &str, name: &str) -> Vec<usize> {
        let longer: Vec<(usize, usize)> = self
            .longer
            .iter()
            .filter(|long| long.len() > name.len() && long.contains(name))
            .flat_map(|long| text.match_indices(*long).map(|(at, long)| (at, at + long.len())))
            .collect();
        let within =
            |at: usize| longer.iter().any(|(start, end)| *start <= at && at + name.len() <= *end);
        text.match_indices(name).map(|(at, _)| at).filter(|at| !within(*at)).collect()
    }
}

/// Finds a quote in a text; spaces and line breaks do not matter.
pub(super) fn find_quote(text: &str, quote: &str) -> Option<Span> {
    let quote = quote.trim();
    if quote.is_empty() {
        return None;
    }
    if let Some(start) = text.find(quote) {
        return Span::new(text, start, start + quote.len());
    }
    let visible = |text: &str| -> Vec<(usize, char)> {
        text.char_indices().filter(|(_, c)| !c.is_whitespace()).collect()
    };
    let (text_chars, quote_chars) = (visible(text), visible(quote));
    let found = text_chars
        .windows(quote_chars.len())
        .find(|window| window.iter().zip(&quote_chars).all(|((_, a), (_, b))| a == b))?;
    let (start, _) = *found.first()?;
    let (last, c) = *found.last()?;
    Span::new(text, start, last + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_within_a_longer_one_is_none() {
        let others = ["武汉大学".to_owned()];
        let all = BTreeSet::from(["武汉", "武汉大学", "武汉大学法学院"]);
        let names = Names::new("武汉", &others, &all);
        assert!(names.tells("会议在武汉举行") == Told::Apart);
        assert!(names.tells("武汉大学在武汉举办会议") == Told::Both);
        assert!(names.tells("武汉大学举办会议") == Told::Kept);
        assert!(names.tells("该校举办会议") == Told::Kept);
        assert_eq!(names.places("武汉大学法学院在武汉"), [24]);
    }

    #[test]
    fn a_quote_is_found_whatever_its_spaces() {
        let text = "首先。\n2022 年，甲大学主办会议。";
        let cut = |quote: &str| find_quote(text, quote).map(|span| span.of(text));
        assert_eq!(cut("甲大学主办"), Some("甲大学主办"));
        assert_eq!(cut("2022年，甲大学\n主办 会议。"), Some("2022 年，甲大学主办会议。"));
        assert_eq!(cut("首先。2022年"), Some("首先。\n2022 年"));
        assert_eq!(cut("乙大学主办"), None);
        assert_eq!(cut(" "), None);
    }
}
