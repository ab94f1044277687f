//! How wide a text is, roughly, and where it may break; in Chinese almost anywhere.

use unicode_width::UnicodeWidthChar;

/// Marks that may not begin a line.
const NOT_FIRST: &str = "。，、；：？！）》〉」』”’】〕…—·,.;:?!)]}%";
/// Marks that may not end a line.
const NOT_LAST: &str = "（《〈「『“‘【〔([{";

/// Returns the width of a character in ems: somewhat more than most fonts give it.
fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 0.32,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' => 0.40,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.93,
        'A'..='Z' | '&' | '#' => 0.70,
        '–' | '×' | '−' | '·' => 0.60,
        c if c.is_ascii() => 0.58,
        c => match c.width_cjk() {
            Some(0) | None => 0.0,
            Some(1) => 0.62,
            Some(_) => 1.0,
        },
    }
}

/// Returns the width of a text at a size, in points.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// A piece of a line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Run {
    /// What it says.
    pub(crate) text: String,
    /// Whether it is set in bold.
    pub(crate) bold: bool,
}

/// Breaks a text into lines no wider than `room`, unless a single character is.
pub(crate) fn wrap(text: &str, size: f64, room: f64) -> Vec<String> {
    let letters: Vec<(char, bool)> = plain(text).map(|c| (c, false)).collect();
    let lines = broken(&letters, size, room).into_iter();
    lines.map(|line| line.iter().map(|&(c, _)| c).collect()).collect()
}

/// Breaks a text into lines of about equal length, no wider than `room`.
pub(crate) fn balanced(text: &str, size: f64, room: f64) -> Vec<String> {
    let rows = wrap(text, size, room).len();
    let rows = f64::from(u32::try_from(rows).unwrap_or(u32::MAX));
    wrap(text, size, (width(text, size) / rows + size * 1.5).min(room))
}

/// Breaks a name into a few lines: into wider ones where it is long; what is longer yet ends in …
pub(crate) fn label(name: &str, size: f64) -> Vec<String> {
    const LINES: usize = 4;
    let narrow = balanced(name, size, size * 7.2);
    if narrow.len() <= LINES {
        return narrow;
    }
    let mut lines = balanced(name, size, size * 14.0);
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            last.pop();
            last.push('…');
        }
    }
    lines
}

/// Breaks a text into lines of which the given words are bold.
pub(crate) fn wrap_with(text: &str, words: &[String], size: f64, room: f64) -> Vec<Vec<Run>> {
    let letters = emphasised(text, words);
    let runs = |line: &[(char, bool)]| {
        let runs = line.chunk_by(|a, b| a.1 == b.1);
        let run = |run: &[(char, bool)]| Run {
            text: run.iter().map(|&(c, _)| c).collect(),
            bold: run.first().is_some_and(|&(_, bold)| bold),
        };
        runs.map(run).collect()
    };
    broken(&letters, size, room).into_iter().map(runs).collect()
}

/// Leaves out what no line can hold: line breaks, tabs and other controls are spaces.
fn plain(text: &str) -> impl Iterator<Item = char> {
    text.trim().chars().map(|c| if c.is_control() { ' ' } else { c })
}

/// Marks the characters of a text that belong to one of the words; of several words that begin at
/// one place the longest counts.
fn emphasised(text: &str, words: &[String]) -> Vec<(char, bool)> {
    let mut letters: Vec<(char, bool)> = plain(text).map(|c| (c, false)).collect();
    let words: Vec<Vec<char>> = words.iter().map(|word| plain(word).collect()).collect();
    let mut at = 0;
    while at < letters.len() {
        let starts = |word: &&Vec<char>| {
            let here = letters[at..].iter().map(|&(c, _)| c).take(word.len());
            !word.is_empty() && here.eq(word.iter().copied())
        };
        let longest = words.iter().filter(starts).map(Vec::len).max().unwrap_or(0);
        for letter in letters.iter_mut().skip(at).take(longest) {
            letter.1 = true;
        }
        at += longest.max(1);
    }
    letters
}

fn broken(letters: &[(char, bool)], size: f64, room: f64) -> Vec<&[(char, bool)]> {
    let mut lines = Vec::new();
    let mut rest = letters;
    while !rest.is_empty() {
        let mut used = 0.0;
        let mut fits = |&(c, _): &(char, bool)| {
            used += em(c) * size;
            used <= room
        };
        let most = rest.iter().take_while(|&letter| fits(letter)).count().max(1);
        let end = if most == rest.len() { most } else { last_break(rest, most) };
        let (line, after) = rest.split_at(end);
        lines.push(trimmed(line));
        rest = trimmed(after);
    }
    if lines.is_empty() { vec![letters] } else { lines }
}

/// Returns the last place before or at `most` where a line may end.
fn last_break(letters: &[(char, bool)], most: usize) -> usize {
    let may_break = |&at: &usize| {
        let (before, after) = (letters[at - 1].0, letters[at].0);
        let between = before == ' ' || after == ' ' || em(before) >= 1.0 || em(after) >= 1.0;
        between && !NOT_LAST.contains(before) && !NOT_FIRST.contains(after)
    };
    // A line that is nearly empty is worse than a name that is torn.
    (most / 3 + 1..=most).rev().find(may_break).unwrap_or(most)
}

fn trimmed(mut letters: &[(char, bool)]) -> &[(char, bool)] {
    while let [(' ', _), rest @ ..] = letters {
        letters = rest;
    }
    while let [rest @ .., (' ', _)] = letters {
        letters = rest;
    }
    letters
}

/// Returns a text with its first letter large.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn chinese_breaks_anywhere_but_before_a_full_stop_and_after_an_opening_mark() {
        assert_eq!(wrap("尊重网络主权。维护", 10.0, 60.0), ["尊重网络主", "权。维护"]);
        assert_eq!(wrap("确立了《联合国宪章》", 10.0, 40.0), ["确立了", "《联合国", "宪章》"]);
        assert_eq!(wrap("", 10.0, 60.0), [""]);
    }

    #[test]
    fn words_of_letters_stay_whole_where_they_can() {
        assert_eq!(wrap("two-mode network data", 10.0, 85.0), ["two-mode", "network data"]);
        assert_eq!(wrap("Donaudampfschiff", 10.0, 30.0).concat(), "Donaudampfschiff");
    }

    #[test]
    fn labels_have_four_lines_at_most() {
        assert_eq!(label("武汉大学", 7.0), ["武汉大学"]);
        assert_eq!(label("中国现代国际关系研究院", 7.0), ["中国现代国际关", "系研究院"]);
        let long = label(&"网络空间".repeat(20), 7.0);
        assert!(long.len() == 4 && long[3].ends_with('…'), "{long:?}");
    }

    #[test]
    fn the_longest_of_the_words_is_bold() {
        let words = ["主权".to_owned(), "网络主权".to_owned(), String::new()];
        let lines = wrap_with("尊重网络主权与主权", &words, 10.0, 500.0);
        let runs: Vec<(&str, bool)> = lines[0].iter().map(|r| (r.text.as_str(), r.bold)).collect();
        assert_eq!(runs, [("尊重", false), ("网络主权", true), ("与", false), ("主权", true)]);
    }

    proptest! {
        #[test]
        fn no_character_is_lost_and_no_line_is_too_wide(text in "[a-z。（ 网络𠮷😀]{0,60}") {
            let lines = wrap(&text, 10.0, 50.0);
            let solid = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
            prop_assert_eq!(solid(&lines.concat()), solid(&text));
            prop_assert!(lines.iter().all(|line| width(line, 10.0) <= 50.0 + 1e-9));
        }
    }
}
