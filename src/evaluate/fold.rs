//! Folding of names: what two spellings may differ in and still be one name.
//!
//! The same as in the referee of the gold files, character by character: glyph repair, NFKC, no
//! spaces, quotation marks, title marks, points, commas and dashes, lower case.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

/// The folded names of one thing.
pub(super) type Names = BTreeSet<String>;

/// Folds one name.
pub(super) fn fold(name: &str) -> String {
    let kept: String = name.chars().filter_map(repair).nfkc().filter(|c| !is_dropped(*c)).collect();
    kept.to_lowercase()
}

/// Folds a value, which may be a date with a time of midnight.
pub(super) fn fold_literal(value: &str) -> String {
    fold(&value.trim_matches(is_space).replace("T00:00:00", ""))
}

/// Folds all forms, each of which may be several joined by `|`.
pub(super) fn names<'a>(forms: impl IntoIterator<Item = &'a str>) -> Names {
    forms
        .into_iter()
        .flat_map(|form| form.split('|'))
        .filter(|form| !form.trim_matches(is_space).is_empty())
        .map(fold)
        .collect()
}

/// Returns the local name of a class or relation: `participated_in` of `gs:participated_in`.
fn local(name: &str) -> &str {
    name.rsplit(['#', '/', ':']).next().unwrap_or(name)
}

/// Folds a relation's name: `gs:participatedIn` and `participated_in` are one.
pub(super) fn relation_key(name: &str) -> String {
    local(name).replace('_', "").to_lowercase()
}

/// Returns a relation's name as the ontology writes it: `participatedIn` of `participated_in`.
pub(super) fn relation_name(name: &str) -> String {
    let mut words = local(name).split('_');
    let mut shown = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        shown.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        shown.push_str(letters.as_str());
    }
    shown
}

/// Tells whether two sets of names share one.
pub(super) fn meet(a: &Names, b: &Names) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    few.iter().any(|name| many.contains(name))
}

/// Repairs the glyphs of one PDF family, which stand in a private range, and drops «».
fn repair(c: char) -> Option<char> {
    match c {
        '\u{a3ac}' => Some(','),
        '\u{a3ae}' => Some('。'),
        '\u{a3bb}' => Some(';'),
        '\u{a3ba}' => Some(':'),
        '«' | '»' => None,
        _ => Some(c),
    }
}

fn is_dropped(c: char) -> bool {
    is_space(c) || "《》<>“”\"‘’'‹›「」·•．.,，、-—–―\u{ad}".contains(c)
}

/// White space as the referee has it, which counts four control characters in.
fn is_space(c: char) -> bool {
    c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_fold_to_one() {
        const CASES: &[(&str, &str)] = &[
            ("《海洋 公约》", "海洋公约"),
            ("ＩＣＴ", "ict"),
            ("“甲、乙”", "甲乙"),
            ("甲\u{a3ac}乙\u{a3ae}", "甲乙。"),
            ("Mary-Ann O’Neill", "maryannoneill"),
            ("⽹络…", "网络"),
            ("ΟΔΟΣ", "οδος"),
            ("a\u{1c}b\u{3000}c", "abc"),
            ("«—»", ""),
        ];
        for (name, folded) in CASES {
            assert_eq!(fold(name), *folded, "{name}");
        }
    }

    #[test]
    fn an_empty_form_is_no_name_but_a_dash_folds_to_the_empty_name() {
        assert!(names([" | "]).is_empty());
        assert_eq!(names(["—"]), Names::from([String::new()]));
    }

    #[test]
    fn relations_match_whatever_their_case_and_prefix() {
        assert_eq!(relation_key("https://w3id.org/gongshi/ns#participatedIn"), "participatedin");
        assert_eq!(relation_key("participated_in"), "participatedin");
        assert_eq!(relation_name("gs:held_on"), "heldOn");
        assert_eq!(relation_name("heldOn"), "heldOn");
    }

    #[test]
    fn midnight_is_no_part_of_a_date() {
        assert_eq!(fold_literal(" 2022-06-09T00:00:00 "), fold_literal("2022-06-09"));
    }
}
