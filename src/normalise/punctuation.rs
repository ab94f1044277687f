//! Gives marks between Chinese characters their Chinese forms, and quotation marks their turns.

use super::script::{is_chinese, is_han, is_latin};

/// A character and the line of the file that it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    /// The character.
    pub(super) c: char,
    /// The line, from 1.
    pub(super) line: u32,
}

/// A mark's neighbour is looked for so far, past spaces and quotation marks.
const NEAR: usize = 8;
/// A mark made Chinese makes its neighbour so, in so many steps at the most.
const ROUNDS: usize = 8;

/// Repairs the marks of one block in place, character for character.
///
/// A block without any Chinese character is another language's and stays as it is.
pub(super) fn repair(block: &mut [Glyph]) {
    if !block.iter().any(|glyph| is_han(glyph.c)) {
        return;
    }
    turn_title_marks(block);
    turn_quotes(block);
    for _ in 0..ROUNDS {
        if !(widen_parentheses(block) | widen_marks(block)) {
            break;
        }
    }
    turn_single_quotes(block);
}

/// Returns the nearest characters on both sides that are neither spaces nor quotation marks.
fn neighbours(block: &[Glyph], at: usize) -> (Option<char>, Option<char>) {
    let solid = |glyph: &&Glyph| {
        !glyph.c.is_whitespace() && !matches!(glyph.c, '“' | '”' | '‘' | '’' | '"' | '\'')
    };
    let before = block.get(..at).and_then(|part| part.iter().rev().take(NEAR).find(solid));
    let after = block.get(at + 1..).and_then(|part| part.iter().take(NEAR).find(solid));
    (before.map(|glyph| glyph.c), after.map(|glyph| glyph.c))
}

fn set(block: &mut [Glyph], at: usize, c: char) {
    if let Some(glyph) = block.get_mut(at) {
        glyph.c = c;
    }
}

/// Turns `«` and `‹` into title marks.
fn turn_title_marks(block: &mut [Glyph]) {
    for glyph in block {
        glyph.c = match glyph.c {
            '«' => '《',
            '»' => '》',
            '‹' => '〈',
            '›' => '〉',
            c => c,
        };
    }
}

/// Turns straight double quotes by turns into opening and closing ones, and all of them where an
/// even number of curly ones does not open and close.
fn turn_quotes(block: &mut [Glyph]) {
    let (mut straight, mut depth, mut total, mut wrong) = (false, 0_i32, 0_usize, false);
    for glyph in block.iter() {
        match glyph.c {
            '"' => straight = true,
            '“' => depth += 1,
            '”' => depth -= 1,
            _ => continue,
        }
        total += 1;
        wrong |= depth < 0;
    }
    let wrong = (wrong || depth != 0) && total.is_multiple_of(2);
    if total == 0 || !straight && !wrong {
        return;
    }
    let mut open = false;
    for glyph in block.iter_mut() {
        match glyph.c {
            '"' => {
                glyph.c = if open { '”' } else { '“' };
                open = !open;
            }
            '“' | '”' if wrong => {
                glyph.c = if open { '”' } else { '“' };
                open = !open;
            }
            '“' => open = true,
            '”' => open = false,
            _ => {}
        }
    }
}

/// Turns straight single quotes, but for apostrophes, likewise.
fn turn_single_quotes(block: &mut [Glyph]) {
    let mut open = false;
    for at in 0..block.len() {
        if block.get(at).is_none_or(|glyph| glyph.c != '\'') {
            continue;
        }
        let beside = |at: Option<usize>| at.and_then(|at| block.get(at)).map(|glyph| glyph.c);
        let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
        let letter = |c: Option<char>| c.is_some_and(is_latin);
        let apostrophe = letter(before) && (letter(after) || !open);
        let (left, right) = neighbours(block, at);
        let chinese = left.is_some_and(is_chinese) || right.is_some_and(is_chinese);
        if !apostrophe && (chinese || open) {
            set(block, at, if open { '’' } else { '‘' });
            open = !open;
        }
    }
}

/// Widens `,` `;` `:` `?` `!` next to a Chinese character, but not within numbers and times.
fn widen_marks(block: &mut [Glyph]) -> bool {
    let mut widened = false;
    for at in 0..block.len() {
        let wide = match block.get(at).map(|glyph| glyph.c) {
            Some(',') => '，',
            Some(';') => '；',
            Some(':') => '：',
            Some('?') => '？',
            Some('!') => '！',
            _ => continue,
        };
        let (before, after) = neighbours(block, at);
        let chinese = |c: Option<char>| c.is_some_and(is_chinese);
        let address = wide == '：' && after == Some('/') || before == Some('/');
        let percent = before == Some('%') && after.is_some_and(char::is_alphanumeric);
        if (chinese(before) || chinese(after) || percent) && !address {
            set(block, at, wide);
            widened = true;
        }
    }
    widened
}

/// Widens the parentheses of a pair together: where Chinese stands in them or beside them.
fn widen_parentheses(block: &mut [Glyph]) -> bool {
    let mut widened = false;
    let mut opened: Vec<(usize, usize)> = Vec::new();
    let mut seen = 0;
    for at in 0..block.len() {
        let Some(glyph) = block.get(at) else { continue };
        match glyph.c {
            c if is_han(c) => seen += 1,
            '(' | '（' => opened.push((at, seen)),
            ')' | '）' => match opened.pop() {
                Some((start, before)) => widened |= widen_pair(block, start, at, seen > before),
                None => widened |= widen_single(block, at),
            },
            _ => {}
        }
    }
    for (at, _) in opened {
        widened |= widen_single(block, at);
    }
    widened
}

fn widen_pair(block: &mut [Glyph], start: usize, end: usize, holds_chinese: bool) -> bool {
    let chinese = |c: Option<char>| c.is_some_and(is_chinese);
    let wide = |at: usize| block.get(at).is_some_and(|glyph| matches!(glyph.c, '（' | '）'));
    let (wide_start, wide_end) = (wide(start), wide(end));
    let beside = chinese(neighbours(block, start).0) || chinese(neighbours(block, end).1);
    if wide_start && wide_end || !(holds_chinese || beside || wide_start || wide_end) {
        return false;
    }
    set(block, start, '（');
    set(block, end, '）');
    true
}

fn widen_single(block: &mut [Glyph], at: usize) -> bool {
    let (before, after) = neighbours(block, at);
    let chinese = before.is_some_and(is_chinese) || after.is_some_and(is_chinese);
    let wide = match block.get(at).map(|glyph| glyph.c) {
        Some('(') if chinese => '（',
        Some(')') if chinese => '）',
        _ => return false,
    };
    set(block, at, wide);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(raw: &str, expected: &str) {
        let mut block: Vec<Glyph> = raw.chars().map(|c| Glyph { c, line: 1 }).collect();
        repair(&mut block);
        assert_eq!(block.iter().map(|glyph| glyph.c).collect::<String>(), expected);
    }

    #[test]
    fn marks_next_to_chinese_are_chinese() {
        check("海洋,湖泊;河流:水!好?", "海洋，湖泊；河流：水！好？");
        check("采用IPv6,并达40%,5G增长", "采用IPv6，并达40%，5G增长");
    }

    #[test]
    fn marks_of_numbers_addresses_and_latin_names_stay() {
        check("会议于9:30开始,耗资1,000元", "会议于9:30开始，耗资1,000元");
        check(
            "见 https://a.cn/b?c=1 与J.K. Lee, Ad Hoc委员会",
            "见 https://a.cn/b?c=1 与J.K. Lee, Ad Hoc委员会",
        );
    }

    #[test]
    fn parentheses_are_widened_in_pairs() {
        check("海洋法庭(ITLOS)成立", "海洋法庭（ITLOS）成立");
        check("UNDP(开发署)与FAO (Rome) met在此", "UNDP（开发署）与FAO (Rome) met在此");
        check("（海洋(甲)", "（海洋（甲）");
    }

    #[test]
    fn straight_quotes_open_and_close_by_turns() {
        check("提出\"蓝色公约\"与\"海洋共治\"。", "提出“蓝色公约”与“海洋共治”。");
        check("'蓝色'是the ocean's colour", "‘蓝色’是the ocean's colour");
    }

    #[test]
    fn quotes_turned_wrongly_are_turned_again_where_they_pair() {
        check("关于”海洋病毒“、”湖泊病毒“的问题", "关于“海洋病毒”、“湖泊病毒”的问题");
        check("关于“海洋“甲”病毒”的问题", "关于“海洋“甲”病毒”的问题");
        check("海洋”的问题", "海洋”的问题");
    }

    #[test]
    fn guillemets_are_title_marks_in_chinese() {
        check("载«海洋研究»,参见‹海›", "载《海洋研究》，参见〈海〉");
        check("le mot «mer» est", "le mot «mer» est");
    }

    #[test]
    fn a_text_without_chinese_stays() {
        check("\"Peace, and order\" (2020)", "\"Peace, and order\" (2020)");
    }
}
