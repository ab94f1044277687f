//! What a line's own characters say of its place in the layout: markers, bullets, table rows.

use super::script::{circled, is_han, is_latin, is_numeral, is_prose};

/// The style of a marker that numbers a heading or an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `第一章`, `第二编`.
    Chapter,
    /// `第一节`.
    Section,
    /// `第一条`.
    Article,
    /// `一、` or `一` with a space.
    Numeral,
    /// `（一）`.
    NumeralInParentheses,
    /// `1.`, `1、` or `01.`; the depth of `1.2.3.`.
    Digit(u8),
    /// `（1）` or `1）`.
    DigitInParentheses,
    /// `①`.
    Circled,
}

impl Style {
    /// Returns the level of a heading numbered so.
    pub(super) fn level(self) -> u8 {
        match self {
            Self::Chapter | Self::Numeral => 1,
            Self::Section | Self::NumeralInParentheses => 2,
            Self::Digit(depth) => 2 + depth,
            Self::Article => 3,
            Self::DigitInParentheses => 4,
            Self::Circled => 5,
        }
    }
}

/// A marker at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// Its style.
    pub(super) style: Style,
    /// Its number.
    pub(super) number: u32,
    /// Its length in bytes, with the spaces after it.
    pub(super) len: usize,
}

/// A roster entry is no longer than this, in bytes.
const ROSTER_LENGTH: usize = 360;

/// What a line looks like, taken by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// It begins with a number.
    Marked(Marker),
    /// It begins with a bullet.
    Bullet,
    /// It is a row of a table: `| … |`.
    Row,
    /// It is a numbered entry of a roster.
    Roster,
    /// Nothing of these.
    Plain,
}

/// Returns what a line looks like, taken by itself.
pub(super) fn shape(text: &str) -> Shape {
    if is_row(text) {
        return Shape::Row;
    }
    let bare = without_dash(text);
    if let Some(marker) = marker(bare) {
        let rest = bare.get(marker.len..).unwrap_or_default();
        let numbered = matches!(marker.style, Style::Digit(1) | Style::DigitInParentheses);
        return if numbered && is_roster_entry(rest) {
            Shape::Roster
        } else {
            Shape::Marked(marker)
        };
    }
    let mut chars = text.chars();
    match chars.next() {
        Some('•' | '●' | '■' | '◆' | '▪' | '◇' | '○' | '□') => Shape::Bullet,
        Some('-' | '*' | '·') if chars.next() == Some(' ') => Shape::Bullet,
        _ => Shape::Plain,
    }
}

/// Returns the text without a dash that stands as a bullet before a number: `- 60. 李明`.
pub(super) fn without_dash(text: &str) -> &str {
    text.strip_prefix("- ")
        .map(str::trim_start)
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) && marker(rest).is_some())
        .unwrap_or(text)
}

fn is_row(text: &str) -> bool {
    text.len() > 1 && text.starts_with('|') && text.ends_with('|')
}

/// Returns the marker that a line begins with.
pub(super) fn marker(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    match first {
        '第' => ordinal(text),
        '（' | '(' => in_parentheses(text),
        _ if first.is_ascii_digit() => digits(text),
        _ if is_numeral(first) => numeral(text),
        _ => {
            let number = circled(first)?;
            Some(finish(Style::Circled, number, text, first.len_utf8()))
        }
    }
}

fn finish(style: Style, number: u32, text: &str, end: usize) -> Marker {
    let rest = text.get(end..).unwrap_or_default();
    let spaces = rest.len() - rest.trim_start().len();
    Marker { style, number, len: end + spaces }
}

/// Splits a number off the start of a text, in digits or in Chinese numerals.
fn number(text: &str) -> Option<(u32, &str)> {
    let is_part: fn(char) -> bool =
        if text.starts_with(is_numeral) { is_numeral } else { |c: char| c.is_ascii_digit() };
    let rest = text.trim_start_matches(is_part);
    let part = text.get(..text.len() - rest.len())?;
    let value = if part.is_ascii() { part.parse().ok()? } else { value_of(part) };
    (!part.is_empty()).then_some((value, rest))
}

fn value_of(numerals: &str) -> u32 {
    let (mut total, mut digit) = (0_u32, 0_u32);
    for c in numerals.chars() {
        match c {
            '十' | '百' => {
                let unit = if c == '十' { 10 } else { 100 };
                total = total.saturating_add(digit.max(1).saturating_mul(unit));
                digit = 0;
            }
            _ => {
                let value = "零一二三四五六七八九".chars().position(|known| known == c);
                digit = u32::try_from(value.unwrap_or(0)).unwrap_or(0);
            }
        }
    }
    total.saturating_add(digit)
}

/// `第一章 总则`, `第三节`, `第四条`.
fn ordinal(text: &str) -> Option<Marker> {
    let (value, rest) = number(text.strip_prefix('第')?)?;
    let unit = rest.chars().next()?;
    let style = match unit {
        '章' | '编' | '篇' => Style::Chapter,
        '节' => Style::Section,
        '条' => Style::Article,
        _ => return None,
    };
    let after = rest.strip_prefix(unit)?;
    let separate = after.is_empty() || after.starts_with([' ', '、', '：', ':', '　']);
    separate.then(|| finish(style, value, text, text.len() - after.len()))
}

/// `（一）`, `(1)`.
fn in_parentheses(text: &str) -> Option<Marker> {
    let inner = text.strip_prefix(['（', '('])?.trim_start();
    let style = if inner.starts_with(is_numeral) {
        Style::NumeralInParentheses
    } else {
        Style::DigitInParentheses
    };
    let (value, rest) = number(inner)?;
    let rest = rest.trim_start().strip_prefix(['）', ')'])?;
    (value < 200).then(|| finish(style, value, text, text.len() - rest.len()))
}

/// `1.`, `1、`, `01.`, `1.2`, `1）`; not `3.5` nor `12月`.
fn digits(text: &str) -> Option<Marker> {
    let (value, mut rest) = number(text)?;
    if value > 199 {
        return None;
    }
    if let Some(after) = rest.strip_prefix(['）', ')', '、']) {
        let style =
            if rest.starts_with('、') { Style::Digit(1) } else { Style::DigitInParentheses };
        return Some(finish(style, value, text, text.len() - after.len()));
    }
    let mut depth = 1_u8;
    while let Some((_, after)) = rest.strip_prefix('.').and_then(number) {
        depth = depth.saturating_add(1);
        rest = after;
    }
    let dotted = rest.strip_prefix('.');
    let after = dotted.unwrap_or(rest);
    let spaced =
        after.starts_with(' ') && after.trim_start().starts_with(|c| is_han(c) || c == '“');
    let follows = after.trim_start().starts_with(|c: char| !c.is_ascii_digit());
    let stands = if depth == 1 { dotted.is_some() && follows } else { spaced };
    stands.then(|| finish(Style::Digit(depth), value, text, text.len() - after.len()))
}

/// `一、`, and `一` with a space.
fn numeral(text: &str) -> Option<Marker> {
    let (value, rest) = number(text)?;
    let after = rest.strip_prefix(['、', '.', '．']).or_else(|| {
        let bare = rest.trim_start();
        (bare.len() < rest.len() && !bare.is_empty()).then_some(rest)
    })?;
    Some(finish(Style::Numeral, value, text, text.len() - after.len()))
}

/// Tells whether a text is a name, a space, and an affiliation with a title.
pub(super) fn is_roster_entry(text: &str) -> bool {
    let text = text.trim();
    if text.len() > ROSTER_LENGTH || is_prose(text) || text.contains(['|', '：', ':']) {
        return false;
    }
    let Some(first) = text.chars().next() else {
        return false;
    };
    if is_latin(first) {
        let Some(at) = text.find(|c: char| is_han(c)) else {
            return false;
        };
        let (name, rest) = text.split_at(at);
        let name_like =
            name.chars().all(|c| is_latin(c) || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '·'));
        return name_like && name.ends_with(' ') && rest.chars().count() >= 4;
    }
    // 汉斯·韦伯(Hans Weber) 某研究所研究员, 陆建平（女） 某学院教授
    let bare = without_remark(text);
    let Some((name, rest)) = split_name(&bare) else {
        return false;
    };
    name.chars().all(|c| is_han(c) || c == '·')
        && matches!(name.chars().count(), 2..=4) | name.contains('·')
        && rest.chars().filter(|&c| is_han(c)).count() >= 4
}

/// Takes a short parenthesis right behind the first words out of a line.
fn without_remark(text: &str) -> std::borrow::Cow<'_, str> {
    let open =
        text.find(['（', '(']).filter(|open| !text.get(..*open).is_some_and(|t| t.contains(' ')));
    let close = open.and_then(|open| Some(open + text.get(open..)?.find(['）', ')'])?));
    let Some((open, close)) = open.zip(close).filter(|(open, close)| close - open <= 60) else {
        return text.into();
    };
    let (name, rest) =
        (text.get(..open).unwrap_or_default(), text.get(close..).unwrap_or_default());
    format!("{name}{}", rest.trim_start_matches(['）', ')'])).into()
}

/// Splits a Chinese name off, written as one word or as two characters set apart: `李 明 某大学教授`.
fn split_name(text: &str) -> Option<(String, &str)> {
    let (name, rest) = text.split_once(' ')?;
    let rest = rest.trim_start();
    if name.chars().count() == 1 {
        let (given, rest) = rest.split_once(' ')?;
        return (given.chars().count() == 1).then(|| (format!("{name}{given}"), rest.trim_start()));
    }
    Some((name.to_owned(), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_told_with_their_numbers() {
        let cases = [
            ("第一章 总则", Style::Chapter, 1),
            ("第十二条 各方应当", Style::Article, 12),
            ("三、海洋", Style::Numeral, 3),
            ("四 海洋", Style::Numeral, 4),
            ("（二十一）海洋", Style::NumeralInParentheses, 21),
            ("(1) 海洋", Style::DigitInParentheses, 1),
            ("2.海洋", Style::Digit(1), 2),
            ("2.1 海洋", Style::Digit(2), 2),
            ("⑤ 海洋", Style::Circled, 5),
        ];
        for (text, style, number) in cases {
            let found = marker(text).unwrap();
            assert_eq!((found.style, found.number), (style, number), "{text}");
            assert!(text.get(found.len..).unwrap().starts_with(['总', '各', '海']), "{text}");
        }
    }

    #[test]
    fn numbers_of_a_sentence_are_no_markers() {
        for text in
            ["一些国家", "3.5亿人", "2023年", "第一次会议", "（2021年）", "12个月", "十年来"]
        {
            assert_eq!(marker(text), None, "{text}");
        }
    }

    #[test]
    fn a_roster_entry_is_a_name_with_an_affiliation() {
        for text in [
            "01. Anna B. Smith 海滨国立大学教授",
            "- 7. 张海 海滨大学海洋学院院长",
            "8. 李 明 海滨大学副教授",
            "9. J.K. Øst 海滨大学(UOS)研究员",
        ] {
            assert_eq!(shape(text), Shape::Roster, "{text}");
        }
        for text in ["1. 加强合作 共建海洋，造福人类。", "2. 海洋治理", "3. 维护 NGO"]
        {
            assert!(matches!(shape(text), Shape::Marked(_)), "{text}");
        }
    }

    #[test]
    fn bullets_and_table_rows_are_told() {
        assert_eq!(shape("• 海洋"), Shape::Bullet);
        assert_eq!(shape("- 海洋"), Shape::Bullet);
        assert_eq!(shape("| 海洋 | 3 - |"), Shape::Row);
        assert_eq!(shape("海洋"), Shape::Plain);
    }
}
