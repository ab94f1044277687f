//! When what an ending ends is no name: vague words, counts, words cut in two.

use std::sync::LazyLock;

use regex::Regex;

use super::parts::of_several_states;
use crate::ontology::terms::class as terms;
use crate::recognise::{
    lexicon::{Ending, Token, TokenKind, WordKind},
    scan::{LeftEnd, Scan, is_han},
};

/// 加快一流|大学, 分享和讨论全球|大学: where the last verb or conjunction before a university's ending
/// ends, for no university's name holds one before its own words.
pub(super) fn vague_lead(scan: &Scan<'_>, from: usize, to: usize) -> Option<usize> {
    let word = |token: &&Token| {
        matches!(token.kind, TokenKind::Word(WordKind::Verb | WordKind::Conjunction))
    };
    let last = scan.tokens_in(from, to).filter(word).last()?;
    scan.lexicon.is_generic(scan.slice(last.end, to)).then_some(last.end)
}

/// 某阵线所建的国家: 所 before a verb with 的.
pub(super) static PARTICLE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^[一-鿿]{1,3}的").expect("the expression is well-formed"));

/// Tells whether the words before an ending are a count, a year or words of no name.
pub(super) fn names_nothing(scan: &Scan<'_>, stem: &str, ending: &str) -> bool {
    let digits = stem.chars().any(|c| c.is_ascii_digit());
    // 中方秘书处, 中国政府在外交部: a side, and what is somewhere, are no names.
    let side = stem.ends_with('方')
        && scan.lexicon.entries_of(stem).any(|entry| scan.is(entry.class, terms::COUNTRY));
    // 我国某产业, 新中国第一个导弹研究机构: what is ours, and a first one, has another name.
    let listed = scan.lexicon.prefix_of(stem, |_| true).map_or(0, |(end, _)| end);
    // 本溪市海洋渔业研究所: a name may begin like a pronoun.
    let pronoun = scan.lexicon.starts_with_cue("not-in-name", stem);
    let described = pronoun.is_some_and(|word| word.len() >= listed)
        || scan.lexicon.holds_cue("first-one", stem);
    // 支持|和保障某委员会: the second verb of two.
    let joined = stem.starts_with(['和', '与', '及'])
        && !stem.chars().nth(1).is_some_and(|c| {
            let word: String = stem.chars().take(1).chain([c]).collect();
            scan.lexicon.is_common(&word)
        })
        && listed == 0;
    // 大会和|联盟: nothing of the name stands behind the conjunction.
    let kind = ["bare-body-noun", "kind-noun"].iter().any(|k| scan.lexicon.has_cue(k, ending));
    let open =
        kind && stem.ends_with(['和', '与', '及']) && !scan.lexicon.is_common(last_two(stem));
    // 有限责任公司和|股份有限公司: two kinds.
    let bare = stem.strip_suffix(['和', '与', '及', '或']).unwrap_or_default();
    let kinds = scan.lexicon.body_ending(bare).is_some_and(|(from, _)| from == 0);
    // 最高学术|机构: what an organ does is no name of one.
    let function = ending == "机构" && scan.lexicon.ends_with_cue("organ-function", stem).is_some();
    // 建设世界一流|大学: a grade of schools.
    let grade = ending == "大学" && scan.lexicon.ends_with_cue("grade-of-school", stem).is_some();
    // 行业学会|协会: a kind of body, and an ending, name nothing.
    let of_kind = scan.lexicon.ends_with_cue("kind-noun", stem).is_some()
        && scan.lexicon.is_generic(scan.lexicon.strip_cue("kind-noun", stem))
        && scan.lexicon.has_cue("kind-noun", ending);
    // 公司或|基金会
    let either = stem.ends_with('或');
    if function
        || grade
        || of_kind
        || either
        || kinds
        || open
        || joined
        || side
        || described
        || stem.ends_with("政府在")
    {
        return true;
    }
    COUNTED.is_match(stem)
        || SET.is_match(stem)
        || scan.lexicon.is_generic(stem)
        || stem.chars().all(|c| c.is_ascii_digit())
        || stem.contains('年') && digits
}

/// The last two characters of a text.
fn last_two(text: &str) -> &str {
    let from = text.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
    text.get(from..).unwrap_or(text)
}

/// Tells whether the words before an ending are too few or too vague for one of its kind. `whole`
/// is where the name of the body ends that the part is of.
pub(super) fn too_little(
    scan: &Scan<'_>,
    left: LeftEnd,
    start: usize,
    ending: &Ending,
    whole: Option<usize>,
) -> bool {
    let stem = scan.slice(left.start, start);
    let length = stem.chars().count();
    let counted = whole.is_some_and(|to| scan.slice(to, start).chars().any(|c| c.is_ascii_digit()));
    // 墨西哥代表团: a state and a kind name no body.
    let state = scan
        .token_starting(left.start)
        .filter(|token| token.end == start)
        .and_then(|state| scan.class_of(state))
        .is_some_and(|class| scan.is(class, terms::COUNTRY));
    let weak = ending.weak
        && (counted
            || state && ending.text.chars().count() <= 3
            || whole.is_none()
                && !(length >= 3 && (left.anchored || of_several_states(scan, ending, stem))));
    let bare = !left.anchored && whole.is_none() && length < 2 && !is_unit(ending);
    // 美国|慈善|机构: of a state, and else a kind.
    let of_state = scan.lexicon.prefix_of(stem, |class| scan.is(class, terms::COUNTRY));
    let kind_only = scan.lexicon.has_cue("kind-noun", &ending.text)
        && of_state
            .and_then(|(end, _)| stem.get(end..))
            .is_some_and(|own| own.is_empty() || scan.lexicon.is_generic(own));
    let vague = kind_only
        || whole.is_some_and(|to| {
            scan.lexicon.has_cue("vague-part", &ending.text)
                && (to >= start || scan.lexicon.is_generic(scan.slice(to, start)))
        });
    // 某大学新增|三处: what is counted is no unit, unless a field of work stands before its number.
    let things = whole.is_some_and(|to| {
        let part = scan.slice(to, start);
        let words =
            part.trim_end_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
        let field = words.is_empty()
            || words.ends_with('第')
            || scan.lexicon.ends_with_cue("unit-field", words).is_some();
        ending.text.chars().count() == 1 && words.len() < part.len() && !field
    });
    weak || bare || vague || things
}

/// 300名, 近20所: a count of things of a kind.
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^\d+(?:余|多)?(?:名|所|个|家|位|次|项|座)").expect("the expression is well-formed")
});

/// 某国数十个|组织, 四大|文化企业: a set of a kind.
static SET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("[数几][十百千]?[余多]?[个家所]|^[^第]*[二两三四五六七八九]大(?:[^会学]|$)")
        .expect("the expression is well-formed")
});

/// Tells whether an ending is a unit that texts name without its whole: 法学院.
fn is_unit(ending: &Ending) -> bool {
    ending.text.ends_with("学院")
}

/// Tells whether a noun ends here: before a mark, or a word that no name holds (该中心|与…).
pub(super) fn stands_free(scan: &Scan<'_>, end: usize) -> bool {
    let word = scan.token_starting(end).is_some_and(
        |token| matches!(token.kind, TokenKind::Word(kind) if kind != WordKind::Inner),
    );
    word || !scan.after(end).starts_with(is_han)
}

/// Tells whether the ending is only part of a word or of a listed name: 大学 in 大学生, or begins
/// within a verb: 行会 in 举行会谈.
pub(super) fn inside_longer_word(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let single = scan.slice(start, end).chars().count() == 1;
    // 作协 in 合作|协议, 国会 in 跨国|会员 cuts two words.
    let left = scan.tokens_touching(start, end).any(|t| t.start < start && t.end < end);
    let right = scan.tokens_touching(start, end).any(|t| {
        // 研究|中心主任: the office is of the centre.
        let office = t.kind == TokenKind::Title && scan.lexicon.is_title(scan.slice(end, t.end));
        t.start > start && t.end > end && !office
    });
    if left && right {
        return true;
    }
    // 某大学教育学系|主任: the office is of the unit, where the unit has a name.
    let office = |token: &Token| {
        token.kind == TokenKind::Title
            && token.start == start
            && scan.lexicon.is_title(scan.slice(end, token.end))
            && scan.before(start).ends_with(is_han)
            && scan.token_ending(start).is_none_or(|before| !scan.bound_at(before.start))
    };
    scan.tokens_touching(start, end).filter(|token| !office(token)).any(|token| {
        token.start <= start && token.end > end && (single || token.kind != TokenKind::Title)
            || token.start < start
                && token.end == end
                && !matches!(token.kind, TokenKind::Title)
                && (single || token.kind == TokenKind::Word(WordKind::Bound))
            || token.start < start
                && token.end < end
                && token.kind == TokenKind::Word(WordKind::Bound)
    })
}
