//! Escaping: text of any kind inside DOT strings, DOT's HTML-like labels, and XML.

use std::borrow::Cow;

/// Puts a text between quotes as a DOT string that Graphviz does not interpret: a label, a tooltip.
///
/// Backslashes and ampersands would otherwise begin escapes and entities; line breaks become `\n`.
pub(crate) fn dot_label(text: &str) -> String {
    quoted(text, |c| match c {
        '&' => Some("&amp;"),
        '\n' => Some("\\n"),
        '\r' => Some(""),
        '\t' => Some(" "),
        _ => None,
    })
}

/// Puts a text between quotes as a DOT string that is only data: an attribute of our own.
///
/// DOT itself knows one escape, `\"`; a backslash is doubled, so that none stands before a quote.
pub(crate) fn dot_data(text: &str) -> String {
    quoted(text, |c| matches!(c, '\n' | '\r').then_some(" "))
}

/// Puts a text between quotes, with quotes and backslashes escaped and what `special` tells.
fn quoted(text: &str, special: impl Fn(char) -> Option<&'static str>) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match (c, special(c)) {
            ('"', _) => quoted.push_str("\\\""),
            ('\\', _) => quoted.push_str("\\\\"),
            (_, Some(escape)) => quoted.push_str(escape),
            (c, None) => quoted.push(printable(c)),
        }
    }
    quoted.push('"');
    quoted
}

/// Escapes a text for an HTML-like label.
pub(crate) fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\r' | '\t' => escaped.push(' '),
            c => escaped.push(printable(c)),
        }
    }
    escaped
}

/// Escapes a text for LaTeX with Unicode fonts; what cannot be printed becomes a space.
pub(crate) fn latex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '`' => escaped.push_str("\\textasciigrave{}"),
            '"' => escaped.push_str("\\textquotedbl{}"),
            '<' => escaped.push_str("\\textless{}"),
            '>' => escaped.push_str("\\textgreater{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => escaped.extend(['\\', c]),
            // Behind the end of a row, these would be read as its options.
            '[' | ']' | '*' => escaped.extend(['{', c, '}']),
            // Two of them would be joined to another character.
            '-' | ',' | '\'' if c == last => escaped.extend(['{', '}', c]),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
        last = c;
    }
    escaped
}

/// Replaces what XML 1.0 cannot hold at all, not even escaped.
pub(crate) fn xml(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| printable(c) == c) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(printable).collect())
    }
}

/// Replaces a control character or noncharacter by the replacement character.
fn printable(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' => c,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_backslashes_and_entities_stay_what_they_are() {
        assert_eq!(dot_label("a \"b\" \\N &lt;\n"), r#""a \"b\" \\N &amp;lt;\n""#);
        assert_eq!(dot_data("ends in \\"), r#""ends in \\""#);
        assert_eq!(html("<A&B>\t\"C\""), "&lt;A&amp;B&gt; &quot;C&quot;");
    }

    #[test]
    fn latex_commands_stay_text() {
        assert_eq!(latex("a_b & 50% {c}"), r"a\_b \& 50\% \{c\}");
        assert_eq!(latex("\\x~[y]--z"), r"\textbackslash{}x\textasciitilde{}{[}y{]}-{}-z");
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(xml("a\u{0}b\u{8}\t😀"), "a\u{fffd}b\u{fffd}\t😀");
        assert!(matches!(xml("黄志雄"), Cow::Borrowed(_)));
    }
}
