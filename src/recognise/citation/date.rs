//! When a cited work was published, as citations print it: 2018, 2014-02-28, 7 August 2002.

use super::names::Place;
use crate::model::Day;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Returns the place itself where a year of the last two centuries stands there by itself.
pub(super) fn year_at(text: &str, at: usize) -> Option<usize> {
    let year = text.get(at..at + 4)?;
    let century = year.starts_with("19") || year.starts_with("20") || year.starts_with("18");
    let digit = |c: char| c.is_ascii_digit();
    let free = !text.get(..at)?.ends_with(digit) && !text.get(at + 4..)?.starts_with(digit);
    (century && free && year.bytes().all(|b| b.is_ascii_digit())).then_some(at)
}

/// Reads the date of publication between two places: the full date where it is printed, else the
/// year. What stands in brackets in an `online` reference is the day of reading.
pub(super) fn date(text: &str, (from, to): Place, online: bool) -> Option<String> {
    let part = text.get(from..to)?;
    let mut brackets = 0_usize;
    for (at, c) in part.char_indices() {
        match c {
            '[' | '［' => brackets += 1,
            ']' | '］' => brackets = brackets.saturating_sub(1),
            _ => {}
        }
        if (brackets == 0 || !online)
            && let Some(at) = year_at(part, at)
        {
            let year = part.get(at..at + 4)?;
            let full = behind(year, part.get(at + 4..)?).or_else(|| before(year, part.get(..at)?));
            return Some(full.unwrap_or_else(|| year.to_owned()));
        }
    }
    None
}

/// 2014-02-28, 2014/2/28, 2014.2.28
fn behind(year: &str, rest: &str) -> Option<String> {
    let mark = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.' | '－' | '–'))?;
    let rest = rest.strip_prefix(mark)?;
    let month = number(rest)?;
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix(mark)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    iso(year, month, number(rest).filter(|_| digits <= 2)?)
}

/// 7 August 2002, August 7, 2002
fn before(year: &str, rest: &str) -> Option<String> {
    let words: Vec<&str> =
        rest.split([' ', ',', '，', '(', '（']).filter(|word| !word.is_empty()).collect();
    let [.., one, two] = words.as_slice() else { return None };
    let month = |word: &str| {
        let known = word.get(..3).and_then(|start| MONTHS.iter().position(|name| *name == start));
        known.and_then(|month| u8::try_from(month + 1).ok())
    };
    let day = |word: &str| number(word).filter(|_| word.bytes().all(|b| b.is_ascii_digit()));
    let (month, day) = match (month(one), month(two)) {
        (_, Some(month)) => (month, day(one)?),
        (Some(month), None) => (month, day(two)?),
        (None, None) => return None,
    };
    iso(year, month, day)
}

fn number(text: &str) -> Option<u8> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    text.get(..end).filter(|digits| (1..=2).contains(&digits.len()))?.parse().ok()
}

fn iso(year: &str, month: u8, day: u8) -> Option<String> {
    Day::new(year.parse().ok()?, month, day)?;
    Some(format!("{year}-{month:02}-{day:02}"))
}
