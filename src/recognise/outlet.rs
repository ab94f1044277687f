//! Outlets: the site that a note cites, the source of a report, the press that opens a wire.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    candidate::Candidate,
    lexicon::{Token, TokenKind},
    scan::{Scan, is_han},
};
use crate::ontology::terms::class as terms;

static OUTLET: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"》，([一-鿿]{2,16}?(?:网|官网|网站|客户端|公众号))(?:，|：(?:http|www))")
        .expect("the expression is well-formed")
});

/// 《…》，某某官网，2020年…: the site that a note cites an item from.
pub(crate) fn outlets(scan: &Scan<'_>) -> Vec<Candidate> {
    let Some(class) = scan.ontology.class(terms::PERIODICAL) else { return Vec::new() };
    let sites = OUTLET.captures_iter(scan.text).filter_map(|captures| captures.get(1));
    sites
        .map(|site| Candidate::new(site.start(), site.end(), class, "cited site").ranked(3))
        .collect()
}

/// （来源：某部网站）: the outlet that a report is taken from; what is no site and no paper is left to the
/// names.
pub(crate) fn sources(scan: &Scan<'_>) -> Option<Candidate> {
    let class = scan.ontology.class(terms::PERIODICAL)?;
    // A line that is the name of a periodical and nothing else.
    let whole = scan.text.trim();
    let alone = scan.lexicon.entries_of(whole).any(|entry| entry.class == class)
        || scan.lexicon.ends_with_cue("periodical-end", whole).is_some()
            && (4..=16).contains(&whole.chars().count())
            && whole.chars().all(is_han);
    if alone {
        let start = scan.text.len() - scan.text.trim_start().len();
        let rule = "source of a report";
        return Some(Candidate::new(start, start + whole.len(), class, rule).ranked(6));
    }
    // 2019-7-8 08:12 来源：某网
    let dated = |c: char| c.is_ascii_digit() || "（(【[ \u{3000}-:：/.年月日".contains(c);
    let line = scan.text.trim_start_matches(dated);
    let lead = scan.lexicon.starts_with_cue("source-lead", line)?;
    let behind = line.strip_prefix(lead)?.trim_start();
    let rest =
        behind.strip_prefix(['：', ':', '│', '|'])?.trim_start_matches(['：', ':', ' ', '《']);
    let name =
        rest.split(['）', ')', '】', ']', '》', ' ', '，', ',', '。', '；', '|', '｜']).next()?;
    let start = scan.text.len() - rest.len();
    let kind = scan.lexicon.ends_with_cue("outlet-end", name);
    let own = name.starts_with('本');
    let outlet = kind.is_some_and(|kind| kind.len() < name.len() && !own)
        || scan.lexicon.entries_of(name).any(|entry| entry.class == class);
    let short = (2..=16).contains(&name.chars().count());
    let plain = name.chars().all(|c| is_han(c) || c.is_alphanumeric());
    (outlet && short && plain)
        .then(|| Candidate::new(start, start + name.len(), class, "source of a report").ranked(6))
}

/// The rule of the press that opens a wire.
pub(crate) const PRESS: &str = "press of a wire";

/// 某网消息, 某网北京3月4日电, 某报讯: the press that reports, at the beginning of its wire.
pub(crate) fn wires(scan: &Scan<'_>) -> Option<Candidate> {
    let class = scan.ontology.class(terms::ORGANISATION)?;
    let line = scan.text.trim_start_matches(['（', '(', ' ', '\u{3000}', '■', '▲', '◆']);
    let start = scan.text.len() - line.len();
    // 据某网消息: somebody else's report, quoted.
    if line.starts_with(['据', '来']) || line.starts_with("另据") {
        return None;
    }
    let ends = line.char_indices().take(13).skip(2).map(|(at, _)| at);
    ends.take_while(|at| line.get(..*at).is_some_and(|name| name.chars().all(is_han)))
        .filter(|at| line.get(*at..).is_some_and(opens_wire))
        .map(|at| (start, start + at))
        .find(|&(start, end)| is_press(scan, start, end))
        .map(|(start, end)| Candidate::new(start, end, class, PRESS).ranked(5))
}

/// Tells whether a text goes on as a wire does behind the press that it names.
fn opens_wire(text: &str) -> bool {
    let dated = || text.chars().take(6).any(|c| c.is_ascii_digit());
    (text.starts_with(['消', '讯']) || dated()) && WIRE.is_match(text)
}

/// Tells whether a name is one of the press that the lists do not know as a body: 新华社北京…电 is found by its
/// name.
fn is_press(scan: &Scan<'_>, start: usize, end: usize) -> bool {
    let known = scan
        .token_starting(start)
        .filter(|token| matches!(token.kind, TokenKind::Name(_)) && token.end == end)
        .and_then(|token| scan.class_of(token));
    known.map_or_else(
        || scan.lexicon.ends_with_cue("site-ending", scan.slice(start, end)).is_some(),
        |class| scan.is(class, terms::PERIODICAL),
    )
}

/// 某大学、某网、某集团, 某日报、某网等媒体: the press in a row of bodies, as one of them.
pub(crate) fn in_rows(scan: &Scan<'_>) -> Vec<Candidate> {
    let Some(class) = scan.ontology.class(terms::ORGANISATION) else { return Vec::new() };
    let body = |token: Option<&Token>| {
        token.and_then(|t| scan.class_of(t)).is_some_and(|class| scan.is(class, terms::BODY))
    };
    let row = |token: &&Token| {
        let periodical =
            scan.class_of(token).is_some_and(|class| scan.is(class, terms::PERIODICAL));
        if !periodical {
            return false;
        }
        let (before, after) = (scan.before(token.start), scan.after(token.end));
        let left =
            before.ends_with('、') && body(scan.token_ending(before.len() - '、'.len_utf8()));
        let next = token.end + '、'.len_utf8();
        let right = after.starts_with('、') && body(scan.token_starting(next));
        let free = !before.ends_with(['《', '“']) && !after.starts_with(is_han)
            || after.starts_with(['等', '和', '与']);
        let goes_on = after.starts_with(['、', '和', '与', '等']);
        free && (left || right || goes_on && PRESS_ROW.is_match(after))
    };
    let press = scan.tokens.iter().filter(row);
    press.map(|token| Candidate::new(token.start, token.end, class, "press in a row")).collect()
}

static PRESS_ROW: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:[、和与][一-鿿、]{1,60}?)?等[一-鿿]{0,8}(?:媒体|单位|机构)")
        .expect("the expression is well-formed")
});

static WIRE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:消息(?:[：:，（( ]|$)|[一-鿿]{2,5}[0-9]{1,2} ?月 ?[0-9]{1,2} ?日 ?(?:专?电|讯)|[0-9]{1,2} ?月 ?[0-9]{1,2} ?日 ?(?:专?电|讯)|讯[（( ，])")
        .expect("the expression is well-formed")
});
