//! Characters that nobody repaired: what is no character, and glyphs that stand alone among Chinese.

use std::collections::BTreeMap;

use super::{Kind, Silence};
use crate::{model::Document, recognise::is_han};

/// So many characters are shown on each side.
const AROUND: usize = 8;

/// Returns each odd character of a document once, at its first place.
pub(super) fn silences(document: &Document) -> Vec<Silence> {
    let mut found: BTreeMap<char, (usize, usize, &'static str)> = BTreeMap::new();
    let mut before = None;
    let mut rest = document.text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let after = rest.peek().map(|(_, next)| *next);
        if let Some(why) = odd(before, c, after) {
            found.entry(c).or_insert((at, 0, why)).1 += 1;
        }
        before = Some(c);
    }
    let silence = |(c, (at, count, why)): (char, (usize, usize, &str))| {
        let times = if count == 1 { "once".to_owned() } else { format!("{count} times") };
        Silence {
            score: 3 + count.min(5),
            document: document.id.clone(),
            line: document.line_of(at),
            kind: Kind::Character,
            why: format!("U+{:04X}, {times}: {why}", u32::from(c)),
            text: around(&document.text, at),
        }
    };
    found.into_iter().map(silence).collect()
}

/// Says what is odd about a character between two others.
fn odd(before: Option<char>, c: char, after: Option<char>) -> Option<&'static str> {
    let among_chinese = before.is_some_and(is_han) && after.is_some_and(is_han);
    match c {
        _ if c.is_ascii() || is_han(c) => None,
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => Some("of private use"),
        '\u{fffd}' => Some("stands for one that was lost"),
        '\u{fff0}'..='\u{fff8}' | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => {
            Some("is no character")
        }
        '\u{a000}'..='\u{a4cf}' => Some("of the Yi script, or left over from GBK"),
        '\u{2e80}'..='\u{2fdf}' => Some("a radical in the place of a character"),
        // Greek letters and signs are at home in any text, these marks in Chinese.
        '\u{370}'..='\u{3ff}'
        | '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{30ff}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{b0}'..='\u{b7}'
        | '\u{d7}'
        | '\u{2100}'..='\u{22ff}'
        | '\u{2460}'..='\u{24ff}' => None,
        _ if among_chinese => Some("alone among Chinese characters"),
        _ => None,
    }
}

fn around(text: &str, at: usize) -> String {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let mut start: Vec<char> =
        before.chars().rev().take_while(|c| *c != '\n').take(AROUND).collect();
    start.reverse();
    let end = after.chars().take_while(|c| *c != '\n').take(AROUND + 1);
    start.into_iter().chain(end).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_character_is_odd_anywhere_and_a_foreign_glyph_among_chinese() {
        for c in ['\u{e123}', '\u{fffd}', '\u{a3ac}', '⺠'] {
            assert!(odd(None, c, None).is_some(), "{c}");
        }
        assert!(odd(Some('海'), 'ж', Some('洋')).is_some());
        assert!(odd(Some('д'), 'ж', Some('洋')).is_none());
        assert!(odd(Some('海'), '■', Some('洋')).is_some());
        for usual in ['，', '·', 'α', '—', '“', 'A', '①', '℃', '々'] {
            assert_eq!(odd(Some('海'), usual, Some('洋')), None, "{usual}");
        }
    }

    #[test]
    fn a_character_is_shown_with_what_stands_around_it() {
        assert_eq!(
            around("一二三四五六七八九x一二", "一二三四五六七八九".len()),
            "二三四五六七八九x一二"
        );
    }
}
