//! What a page has besides its text: page numbers, running heads, tables of contents.

use std::collections::HashMap;

use super::{
    blocks::is_spelled,
    lines::Line,
    script::{circled, is_closed, text_width},
    shape::{Shape, shape},
    words::Words,
};

/// What part of a page a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Text.
    Body,
    /// A page number, or a rule of a table: nothing to read.
    Nothing,
    /// A running head.
    RunningHead,
    /// A line of a table of contents.
    Contents,
}

/// A line that stands so often, but for its page number, is a running head.
const RECURRING_WITH_NUMBER: usize = 2;
/// A line that stands so often, letter for letter, is one.
const RECURRING: usize = 4;
/// Running heads are no longer than this, and those without a page number no shorter.
const HEAD_WIDTH: std::ops::RangeInclusive<usize> = 12..=90;
/// Lines of a table of contents are no longer than this.
const CONTENTS_WIDTH: usize = 120;

/// Tells for each line what part of its page it is.
pub(super) fn parts(lines: &[Line], words: &Words) -> Vec<Part> {
    let heads = recurring(lines);
    let mut in_contents = false;
    let mut parts = Vec::with_capacity(lines.len());
    for line in lines {
        let text = line.text.as_str();
        let part = if is_contents_title(text, words) {
            in_contents = true;
            Part::Contents
        } else if is_page_number(text) || is_table_rule(text) {
            Part::Nothing
        } else if in_contents && is_contents_line(text) || has_leaders(text) {
            Part::Contents
        } else {
            in_contents = false;
            if is_journal_head(text) || is_recurring(line, &heads) {
                Part::RunningHead
            } else {
                Part::Body
            }
        };
        parts.push(part);
    }
    parts
}

fn is_contents_title(text: &str, words: &Words) -> bool {
    text.len() < 40 && words.contents.iter().any(|word| is_spelled(text, word))
}

/// `12`, `- 12 -`, `· 3 ·`, `第 3 页`, `第3页 共10页`, `3/10`; a year is none.
fn is_page_number(text: &str) -> bool {
    let is_frame = |c: char| c.is_whitespace() || circled(c).is_some() || "-–—·•―|".contains(c);
    let bare = text.trim_matches(is_frame);
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if digits(bare) {
        return true;
    }
    if text.len() > 40 {
        return false;
    }
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let page =
        |text: &str| text.strip_prefix('第').and_then(|t| t.strip_suffix('页')).is_some_and(digits);
    let (first, last) =
        bare.split_once('共').or_else(|| bare.split_once('/')).unwrap_or((&bare, ""));
    let total = last.strip_suffix('页').unwrap_or(last);
    page(first) && (last.is_empty() || digits(total))
        || digits(first) && digits(last)
        || first.strip_prefix("Page").is_some_and(digits)
}

fn is_table_rule(text: &str) -> bool {
    text.contains("--") && text.starts_with('|') && text.chars().all(|c| "|-: ".contains(c))
}

/// A row of a table, or a short line that ends in a page number set apart.
fn is_contents_line(text: &str) -> bool {
    if matches!(shape(text), Shape::Row) {
        return true;
    }
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || "-–—·_".contains(c));
    let title = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = bare.len() - title.len();
    let apart = title.ends_with(|c: char| c.is_whitespace() || ".…·-–—_".contains(c));
    (1..=3).contains(&digits) && apart && !is_closed(title) && text_width(text) <= CONTENTS_WIDTH
}

/// `海洋治理……… 12`, `海洋治理 ........ 12`.
fn has_leaders(text: &str) -> bool {
    let bare = text.trim_end();
    let title = bare.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let leaders = title.chars().rev().take_while(|&c| ".…·‥".contains(c) || c == ' ');
    let weight: usize = leaders.map(|c| if c == '…' { 3 } else { usize::from(c != ' ') }).sum();
    bare.len() > title.len() && weight >= 6 && text_width(text) <= 2 * CONTENTS_WIDTH
}

/// `67 海洋研究 2023 年第 6 期`, `海洋研究 2023年第6期 67`.
fn is_journal_head(text: &str) -> bool {
    if text.len() > 120 || !text.ends_with(|c: char| c == '期' || c.is_ascii_digit()) {
        return false;
    }
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (start, end) = (
        bare.trim_start_matches(|c: char| c.is_ascii_digit()),
        bare.trim_end_matches(|c: char| c.is_ascii_digit()),
    );
    let numbered = start.len() < bare.len() || end.len() < bare.len();
    let Some((before, after)) = bare.split_once("年第") else {
        return false;
    };
    let year = before.chars().rev().take_while(char::is_ascii_digit).count();
    let issue = after.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = issue.strip_prefix('期');
    numbered
        && year >= 4
        && issue.len() < after.len()
        && rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()))
        && !before.contains(['，', ',', '《', '。'])
}

/// The lines that recur but for page numbers, and how often: with a number, and altogether.
type Recurring<'a> = HashMap<&'a str, (usize, usize)>;

fn recurring(lines: &[Line]) -> Recurring<'_> {
    let mut counts = Recurring::new();
    for line in lines.iter().filter(|line| may_be_head(line)) {
        let (numbered, all) = counts.entry(without_page_number(&line.text)).or_default();
        *numbered += usize::from(has_page_number(&line.text));
        *all += 1;
    }
    counts.retain(|_, (numbered, all)| *numbered >= RECURRING_WITH_NUMBER || *all >= RECURRING);
    counts
}

fn is_recurring(line: &Line, heads: &Recurring<'_>) -> bool {
    if heads.is_empty() || !may_be_head(line) {
        return false;
    }
    let counts = heads.get(without_page_number(&line.text));
    counts.is_some_and(|&(numbered, all)| {
        all >= RECURRING || numbered >= RECURRING_WITH_NUMBER && has_page_number(&line.text)
    })
}

fn may_be_head(line: &Line) -> bool {
    HEAD_WIDTH.contains(&line.width) && line.shape == Shape::Plain && !is_closed(&line.text)
}

/// Returns the line without the page number at its start or its end.
fn without_page_number(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || "·-–—|".contains(c))
}

/// Tells whether a line begins or ends with a page number set apart by a space.
fn has_page_number(text: &str) -> bool {
    let digits = |word: Option<&str>| {
        word.is_some_and(|word| word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let words = || text.split([' ', '·', '|']).filter(|word| !word.is_empty());
    words().nth(1).is_some() && (digits(words().next()) || digits(words().next_back()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_told_from_years_and_numbers() {
        for text in ["12", "- 12 -", "· 3 ·", "— 5 —", "第 3 页", "第3页 共10页", "3/10", "Page 7"]
        {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["2023", "12亿", "第3条", "1. 海洋", "海洋 3"] {
            assert!(!is_page_number(text), "{text}");
        }
    }

    #[test]
    fn lines_with_page_numbers_set_apart_are_contents() {
        for text in ["海洋治理 02", "| 一、 | 海洋治理 3 - |", "二、海洋法 - 12 -", "海洋法····12"]
        {
            assert!(is_contents_line(text), "{text}");
        }
        for text in ["海洋治理", "各国应当合作。 3", "海洋治理2023"] {
            assert!(!is_contents_line(text), "{text}");
        }
        assert!(has_leaders("海洋治理…………12"));
        assert!(has_leaders("海洋治理 ......... 12"));
        assert!(!has_leaders("共有3.12"));
    }

    #[test]
    fn journals_name_themselves_at_the_head() {
        assert!(is_journal_head("67 海洋研究 2023 年第 6 期"));
        assert!(is_journal_head("海洋研究 2023年第6期 67"));
        assert!(!is_journal_head("载《海洋研究》，2023年第6期，第7页"));
        assert!(!is_journal_head("海洋研究2023年第6期"));
    }
}
