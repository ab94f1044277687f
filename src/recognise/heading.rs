//! Numbered headings under a heading such as 二、基本原则: a named set and its members.

use std::sync::LazyLock;

use regex::Regex;

use super::{lexicon::Lexicon, scan::is_han};
use crate::{
    model::{Block, BlockKind, Document, Mention, RuleId, Span},
    ontology::{Ontology, terms::class as terms},
};

static MARKER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[（(]?(?:[一二三四五六七八九十]+|\d{1,2})[）)]?[、.．，]? ?|[①-⑳] ?|第[一二三四五六七八九十]+[章节部分]+ ?)")
        .expect("the expression is well-formed")
});

/// The rule that marks a set's heading.
pub(crate) const SET_HEADING: &str = "set heading";
/// The rule that marks a member of a set.
pub(crate) const MEMBER: &str = "member of a set";

/// Finds sets of principles that headings name, and their numbered members.
pub(crate) fn sets(document: &Document, lexicon: &Lexicon, ontology: &Ontology) -> Vec<Mention> {
    let (Some(set_class), Some(principle)) =
        (ontology.class(terms::PRINCIPLE_SET), ontology.class(terms::PRINCIPLE))
    else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut inside: Option<(u8, Option<u8>)> = None;
    // Whether paragraphs go on to open with members.
    let mut run_in = false;
    // Whether these stand behind dashes, numbers or a verb of commitment.
    let mut told = true;
    for (index, block) in document.blocks.iter().enumerate() {
        let line = set_line(document, *block, lexicon);
        let items =
            matches!(block.kind, BlockKind::Heading(_)) && followed_by_items(document, index);
        if let Some(span) = line.filter(|_| !items && opens_members(document, index, lexicon)) {
            (run_in, told) = (true, true);
            found.push(mention(span, set_class, document.slice(span), SET_HEADING));
            continue;
        }
        // …始终把握以下原则。: a paragraph announces the members that open the next ones.
        if announces(document.slice(block.span)) && introduced(document, index, lexicon) {
            (run_in, told) = (true, false);
            continue;
        }
        if matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) {
            let member = run_in_head(document, *block, lexicon, told).filter(|_| run_in);
            run_in = member.is_some();
            found.extend(member.map(|at| mention(at, principle, document.slice(at), MEMBER)));
            if run_in || block.kind == BlockKind::Paragraph {
                continue;
            }
        }
        run_in = false;
        let Some((start, end)) = head(document, *block) else { continue };
        let Some(span) = Span::new(&document.text, start, end) else { continue };
        let text = document.slice(span);
        let level = match block.kind {
            BlockKind::Heading(level) => Some(level),
            _ => None,
        };
        if let (Some((above, members)), true) = (inside, true) {
            let deeper = level.is_none_or(|level| level > above);
            let first_level = members.unwrap_or(level.unwrap_or(u8::MAX));
            if deeper && numbered(document, *block) && level.unwrap_or(u8::MAX) == first_level {
                inside = Some((above, Some(first_level)));
                let (span, text) = labelled(document, span).unwrap_or((span, text));
                found.push(mention(span, principle, text, MEMBER));
                continue;
            }
            if !deeper {
                inside = None;
            }
        }
        let Some(level) = level else { continue };
        let named =
            lexicon.ends_with_cue("set-heading", text).is_some() && !text.contains(['，', '。']);
        let names_set = named && followed_by_items(document, index);
        if names_set && inside.is_none() {
            inside = Some((level, None));
            found.push(mention(span, set_class, text, SET_HEADING));
        }
    }
    found
}

/// （二）基本原则。: a line that is the heading of a set.
fn set_line(document: &Document, block: Block, lexicon: &Lexicon) -> Option<Span> {
    let kinds = [BlockKind::Paragraph, BlockKind::ListItem];
    let heading = kinds.contains(&block.kind) || matches!(block.kind, BlockKind::Heading(_));
    let text = document.slice(block.span);
    let start = MARKER.find(text).filter(|_| heading).map_or(0, |hit| hit.end());
    let head = text.get(start..)?.trim_end().trim_end_matches(['。', '：']);
    let short = (2..=14).contains(&head.chars().count()) && head.chars().all(is_han);
    let named = short && lexicon.ends_with_cue("set-heading", head).is_some();
    let from = block.span.start() + start;
    Span::new(&document.text, from, from + head.len()).filter(|_| named)
}

/// Tells whether the next two paragraphs each open with a member of a set.
fn opens_members(document: &Document, index: usize, lexicon: &Lexicon) -> bool {
    let next = document.blocks.iter().skip(index + 1).take(2);
    next.filter(|block| run_in_head(document, **block, lexicon, true).is_some()).count() == 2
}

/// Tells whether a paragraph ends with the words that announce principles.
fn announces(text: &str) -> bool {
    ANNOUNCED.is_match(text)
}

/// 一是, 其二,: the number of a member in running text.
static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:[一二三四五六七八九十]是|其[一二三四五六七八九][，是])").expect("well-formed")
});

static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:以下|如下|下列)[一-鿿]{0,6}原则[。：]$").expect("the expression is well-formed")
});

/// Tells whether the next three paragraphs each open with a short phrase and a full stop.
fn introduced(document: &Document, index: usize, lexicon: &Lexicon) -> bool {
    let next = document.blocks.iter().skip(index + 1).take(3);
    next.filter(|block| run_in_head(document, **block, lexicon, false).is_some()).count() == 3
}

/// ——借鉴国际经验。…, 坚持遵循发展规律。…: the short first sentence of a paragraph that goes on, without dashes
/// and the verb of commitment.
fn run_in_head(document: &Document, block: Block, lexicon: &Lexicon, told: bool) -> Option<Span> {
    if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) {
        return None;
    }
    let text = document.slice(block.span);
    let lead = text.len() - text.trim_start_matches(['—', '―', '－', '-', ' ']).len();
    // 三国领导人多次会晤: a number without a mark is a word.
    let number = MARKER.find(text.get(lead..)?).filter(|hit| {
        let last = hit.as_str().trim_end().chars().next_back();
        last.is_some_and(|c| !is_han(c) && !c.is_ascii_digit())
    });
    // 一是确保各方合作，认识到…: the first clause.
    let counted = COUNTED.find(text.get(lead..)?).map(|hit| lead + hit.end());
    let marked = counted.unwrap_or(lead + number.map_or(0, |hit| hit.end()));
    let ends: &[char] = if counted.is_some() { &['，', '。', '；'] } else { &['。'] };
    let (head, rest) = text.get(marked..)?.split_once(ends)?;
    let verb = lexicon.starts_with_cue("commitment", head).map_or(0, str::len);
    let name = head.get(verb..)?;
    let longest = if counted.is_some() { 32 } else { 20 };
    let short = (4..=longest).contains(&name.chars().count())
        && name.chars().all(|c| is_han(c) || matches!(c, '，' | '、'));
    // 一是中国将与各国合作, 其二，王明认为: somebody's act is no principle.
    let act = counted.is_some()
        && ["将", "认为", "指出", "表示", "提出"].iter().any(|word| name.contains(word));
    let shown = verb > 0 || marked > 0 || !told && name.chars().count() <= 8;
    let from = block.span.start() + marked + verb;
    let span = Span::new(&document.text, from, from + name.len());
    span.filter(|_| short && shown && !act && (!rest.is_empty() || counted.is_some()))
}

/// Tells whether a rule is one of those for heads.
pub(crate) fn is_head(rule: &RuleId) -> bool {
    matches!(rule.as_str(), MEMBER | SET_HEADING)
}

fn mention(span: Span, class: crate::ontology::ClassId, text: &str, rule: &str) -> Mention {
    let name = text.replace(['“', '”', '《', '》'], "");
    Mention { span, class, name, rule: RuleId::new(rule) }
}

static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^[一-鿿]{2,8}：(?:以(?P<basis>[^：，]{3,30})为[一-鿿]{2,4}|(?P<plain>[^：]{3,36}))$",
    )
    .expect("the expression is well-formed")
});

/// 治理原则：以尊重主权为根本: the phrase behind the label of a heading.
fn labelled(document: &Document, heading: Span) -> Option<(Span, &str)> {
    let captures = LABELLED.captures(document.slice(heading))?;
    let phrase = captures.name("basis").or_else(|| captures.name("plain"))?;
    let (start, end) = (heading.start() + phrase.start(), heading.start() + phrase.end());
    Some((Span::new(&document.text, start, end)?, phrase.as_str()))
}

fn numbered(document: &Document, block: Block) -> bool {
    MARKER.is_match(document.slice(block.span))
}

/// Tells whether at least two numbered blocks follow before the next heading of no number.
fn followed_by_items(document: &Document, index: usize) -> bool {
    let after = document.blocks.iter().skip(index + 1).take(60);
    let kinds = after.filter(|block| {
        matches!(block.kind, BlockKind::ListItem | BlockKind::Heading(_))
            && numbered(document, **block)
    });
    kinds.count() >= 2
}

/// Returns the words of a heading, or the first sentence of an item, without its number.
fn head(document: &Document, block: Block) -> Option<(usize, usize)> {
    if !matches!(block.kind, BlockKind::Heading(_) | BlockKind::ListItem) {
        return None;
    }
    let text = document.slice(block.span);
    let start = MARKER.find(text).map_or(0, |hit| hit.end());
    let rest = text.get(start..)?;
    let whole = rest.trim_end().len();
    let end = match block.kind {
        BlockKind::ListItem => rest.find(['。', '：', '；']).unwrap_or(whole),
        _ => whole,
    };
    let head = rest.get(..end)?;
    let length = head.chars().filter(|c| is_han(*c)).count();
    let base = block.span.start() + start;
    ((2..=36).contains(&length)).then_some((base, base + end))
}
