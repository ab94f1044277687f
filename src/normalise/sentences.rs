//! Sentences and clauses of a block.

use super::script::is_closer;
use crate::model::Span;

/// A quotation longer than this, in characters, is cut like any other text.
const SHORT_QUOTATION: usize = 60;

/// Marks are nested no deeper than this.
const NESTED: usize = 16;

/// Returns the sentences of a stretch of text, in order, without spaces around them.
///
/// A sentence ends with `。`, `！` or `？` and the closing marks after it. One within parentheses
/// or title marks does not end the sentence that these stand in.
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    split(text, within, |c| matches!(c, '。' | '！' | '？' | '!' | '?'), Shelter::Parentheses)
}

/// Returns the clauses of a stretch of text, in order, without spaces around them.
///
/// A clause ends where a sentence does, and with `，`, `；` or `：`. Those within parentheses, title
/// marks and short quotations belong to the clause that these stand in: “共享机遇，共创未来”.
pub fn clauses(text: &str, within: Span) -> Vec<Span> {
    let ends = |c| matches!(c, '。' | '！' | '？' | '!' | '?' | '，' | '；' | '：');
    split(text, within, ends, Shelter::Quotations)
}

/// What keeps marks from ending anything.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shelter {
    /// Parentheses and title marks.
    Parentheses,
    /// These, and short quotations.
    Quotations,
}

fn split(text: &str, within: Span, ends: impl Fn(char) -> bool, shelter: Shelter) -> Vec<Span> {
    let part = within.of(text);
    let chars: Vec<(usize, char)> = part.char_indices().collect();
    let sheltered = shelters(&chars, shelter);
    let mut spans = Vec::new();
    let mut start = 0;
    let mut index = 0;
    while let Some(&(_, c)) = chars.get(index) {
        index += 1;
        let next = chars.get(index).map(|&(_, c)| c);
        if !ends(c) || sheltered.get(index - 1) == Some(&true) || is_within_word(c, next) {
            continue;
        }
        while chars
            .get(index)
            .is_some_and(|&(_, c)| ends(c) && !matches!(c, '，' | '：') || is_tail(c))
        {
            index += 1;
        }
        let end = chars.get(index).map_or(part.len(), |&(at, _)| at);
        push(text, within.start() + start, within.start() + end, &mut spans);
        start = end;
    }
    push(text, within.start() + start, within.end(), &mut spans);
    spans
}

/// An ASCII mark ends nothing where a letter follows: `a.cn/b?c=1`.
fn is_within_word(c: char, next: Option<char>) -> bool {
    matches!(c, '!' | '?') && next.is_some_and(|next| next.is_ascii_graphic())
}

/// Closing marks belong to what they close; an opening straight quote cannot be told, and is none.
fn is_tail(c: char) -> bool {
    is_closer(c) && c != '"'
}

/// Tells for each character whether it stands within marks that close again.
fn shelters(chars: &[(usize, char)], shelter: Shelter) -> Vec<bool> {
    let mut changes = vec![0_i32; chars.len()];
    let mut opened: Vec<(usize, char)> = Vec::new();
    for (index, &(_, c)) in chars.iter().enumerate() {
        let closer = match c {
            '（' => '）',
            '(' => ')',
            '《' => '》',
            '〈' => '〉',
            '“' if shelter == Shelter::Quotations => '”',
            '）' | ')' | '》' | '〉' | '”' => {
                close(c, index, &mut opened, &mut changes);
                continue;
            }
            _ => continue,
        };
        opened.push((index, closer));
    }
    let mut depth = 0;
    let deepen = |change: &i32| {
        depth += change;
        depth > 0
    };
    changes.iter().map(deepen).collect()
}

/// Shelters what stands between a closing mark and the mark that opened it.
fn close(c: char, index: usize, opened: &mut Vec<(usize, char)>, changes: &mut [i32]) {
    let top = opened.len();
    let innermost = opened.iter().rev().take(NESTED).position(|&(_, closer)| closer == c);
    let Some(depth) = innermost.map(|back| top - 1 - back) else {
        return;
    };
    let start = opened.get(depth).map_or(index, |&(start, _)| start);
    opened.truncate(depth);
    if c != '”' || index - start <= SHORT_QUOTATION {
        for (at, change) in [(start, 1), (index, -1)] {
            if let Some(sum) = changes.get_mut(at) {
                *sum += change;
            }
        }
    }
}

fn push(text: &str, start: usize, end: usize, spans: &mut Vec<Span>) {
    let part = text.get(start..end).unwrap_or_default();
    let lead = part.len() - part.trim_start().len();
    let trail = part.len() - part.trim_end().len();
    if lead + trail < part.len() {
        spans.extend(Span::new(text, start + lead, end - trail));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(split: fn(&str, Span) -> Vec<Span>, expected: &[&str]) {
        let text = expected.concat();
        let span = Span::new(&text, 0, text.len()).unwrap();
        let found: Vec<&str> = split(&text, span).into_iter().map(|span| span.of(&text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_sentence_takes_its_closing_marks_along() {
        check(sentences, &["他说：“海洋是家园。”", "会议闭幕！", "为什么？？", "没有结尾"]);
    }

    #[test]
    fn a_sentence_in_parentheses_ends_nothing() {
        check(sentences, &["会议（见附件。）闭幕。", "《谁的海洋？》出版。"]);
    }

    #[test]
    fn clauses_end_at_commas_outside_short_quotations() {
        check(
            clauses,
            &["以“共享机遇，共创未来”为主题，", "会议通过《甲，乙》：", "一是合作；", "二是共赢。"],
        );
    }

    #[test]
    fn a_quotation_that_never_closes_shelters_nothing() {
        check(clauses, &["所谓“海洋，", "即是家园。"]);
    }

    #[test]
    fn a_question_mark_in_an_address_ends_nothing() {
        check(sentences, &["见https://a.cn/b?c=1。", "完"]);
    }
}
