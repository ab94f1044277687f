//! Kinds of characters, and how wide they are printed.

/// Tells whether the character is a Chinese one.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇' | '々'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Tells whether the character is a punctuation mark of Chinese alone.
///
/// Curly quotation marks, dashes and dots are not: English texts have them too.
pub(super) fn is_chinese_mark(c: char) -> bool {
    matches!(
        c,
        '、' | '。'
            | '，'
            | '；'
            | '：'
            | '？'
            | '！'
            | '（'
            | '）'
            | '《'
            | '》'
            | '〈'
            | '〉'
            | '「'
            | '」'
            | '『'
            | '』'
            | '【'
            | '】'
            | '〔'
            | '〕'
    )
}

/// Tells whether a neighbour makes a mark Chinese: a Chinese character or a mark of Chinese.
pub(super) fn is_chinese(c: char) -> bool {
    is_han(c) || is_chinese_mark(c) || matches!(c, '“' | '”' | '‘' | '’' | '—' | '…')
}

/// Tells whether the character is a letter of an alphabet, with or without accents.
pub(super) fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || (('\u{80}'..'\u{2e80}').contains(&c) && c.is_alphabetic())
}

/// Tells whether the character is a Chinese numeral.
pub(super) fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '〇' | '零'
    )
}

/// Tells whether a text begins with a circled number.
pub(super) fn opens_in_circle(text: &str) -> bool {
    text.starts_with(|c| circled(c).is_some())
}

/// Returns the value of a circled number.
pub(crate) fn circled(c: char) -> Option<u32> {
    match c {
        '①'..='⑳' => Some(u32::from(c) - u32::from('①') + 1),
        '㉑'..='㉟' => Some(u32::from(c) - u32::from('㉑') + 21),
        '㊱'..='㊿' => Some(u32::from(c) - u32::from('㊱') + 36),
        _ => None,
    }
}

/// Returns the width in columns, as far as repair does not change it.
///
/// Spaces count for nothing, for repair drops most, nor do note marks, which are printed small.
/// ASCII punctuation counts for two, for it may become Chinese.
pub(super) fn width(c: char) -> usize {
    match c {
        '\u{4e00}'..='\u{9fff}' => 2,
        '/' | '.' | '-' | '_' | '\'' => 1,
        _ if c.is_ascii_alphanumeric() => 1,
        _ if c.is_whitespace() || circled(c).is_some() => 0,
        _ if is_latin(c) => 1,
        _ => 2,
    }
}

/// Returns the width of a text in columns.
pub(super) fn text_width(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// Tells whether a mark ends a sentence or announces what follows on a line of its own.
pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '；' | '：' | '!' | '?' | ';' | ':' | '…')
}

/// Tells whether a mark closes a quotation, a title or a parenthesis.
pub(super) fn is_closer(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '》' | '〉' | '）' | ')' | '」' | '』' | '】' | '〕')
}

/// A text's end is looked for in so many of its last characters.
const TAIL: usize = 80;

/// Tells whether a text comes to an end: a stop, perhaps with closing marks, note marks or a
/// parenthesis after it.
pub(super) fn is_closed(text: &str) -> bool {
    let mut depth = 0_usize;
    for (back, c) in text.chars().rev().enumerate() {
        match c {
            _ if back > TAIL => return false,
            ')' | '）' => depth += 1,
            '(' | '（' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if c.is_whitespace() || is_closer(c) || circled(c).is_some() => {}
            _ => return is_stop(c),
        }
    }
    false
}

/// Tells whether the text is running prose: whether it has a mark that only sentences have.
pub(super) fn is_prose(text: &str) -> bool {
    text.chars().any(is_prose_mark)
}

/// Tells whether only sentences have the mark.
pub(super) fn is_prose_mark(c: char) -> bool {
    matches!(c, '。' | '，' | '；' | '！' | '？')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_closed_by_its_last_mark_but_for_what_closes() {
        for closed in [
            "海洋是共同的家园。",
            "“人人有责。”",
            "如下：",
            "共担责任。①",
            "到此为止。（本社供稿）",
        ] {
            assert!(is_closed(closed), "{closed}");
        }
        for open in ["海洋是共同的", "所谓“蓝色公约”", "法学院（USITO）", "一、海洋", ""]
        {
            assert!(!is_closed(open), "{open}");
        }
    }

    #[test]
    fn spaces_and_note_marks_have_no_width() {
        assert_eq!(text_width("5G 网络①"), 6);
    }
}
