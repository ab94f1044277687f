//! Words that must stand in whatever an expression matches, read off the expression.

use regex_syntax::hir::{Hir, HirKind};

/// Returns sets of words, of each of which one stands in whatever an expression matches.
pub(super) fn needed(part: &Hir) -> Vec<Vec<String>> {
    match part.kind() {
        HirKind::Literal(literal) => {
            let word = std::str::from_utf8(&literal.0).unwrap_or_default();
            // A single character stands in most sentences.
            let tells = word.chars().nth(1).is_some();
            tells.then(|| vec![word.to_owned()]).into_iter().collect()
        }
        HirKind::Capture(group) => needed(&group.sub),
        HirKind::Repetition(repeated) if repeated.min > 0 => needed(&repeated.sub),
        HirKind::Concat(parts) => parts.iter().flat_map(needed).collect(),
        HirKind::Alternation(sides) => {
            let of_sides = sides.iter().map(|side| needed(side).into_iter().min_by_key(Vec::len));
            let all: Option<Vec<Vec<String>>> = of_sides.collect();
            all.map(|sides| sides.concat()).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expression: &str, expected: &[&[&str]]) {
        let read = regex_syntax::parse(expression).unwrap();
        assert_eq!(needed(&read), expected, "{expression}");
    }

    #[test]
    fn each_part_without_choice_is_needed() {
        check("[甲乙](举办|召开)了?[^，]*?的论坛", &[&["举办", "召开"], &["的论坛"]]);
        check("(?P<s>[甲乙](?:、[甲乙])*)共同(?:主办)+", &[&["共同"], &["主办"]]);
    }

    #[test]
    fn of_a_choice_each_side_has_its_word() {
        check("(?:与会|参加了?(?:本次|此次)(?:会议|论坛))$", &[&["与会", "参加"]]);
        check("(?:与会|[甲乙])在", &[]);
        check("(?:举办)?(?:召开){0,2}会", &[]);
    }
}
