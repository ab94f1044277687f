//! Lives told in lines of years and posts, whose subject only the first line names: 1988年至1993年某院副院长。

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Reading,
    careers::TERM,
    engine::has_unreal,
    posts::{Post, is_detail, list, state},
};
use crate::{
    model::{Block, BlockKind, Span},
    normalise::sentences,
    ontology::terms::class as terms,
    recognise::LIFE,
    relate::facts::Collector,
};

/// 1988年至1993年, 1998年9月起, 2003年3月—今: when a post was held, at the beginning of a line.
static YEARS: LazyLock<Regex> = LazyLock::new(|| {
    let day = "(?:1[89]|20)[0-9]{2} ?年?(?: ?[0-9]{1,2} ?月|[.．][0-9]{1,2})?";
    Regex::new(&format!(
        "^{day}(?: ?(?:至|到|—|－|-|–|～|~)+ ?(?:{day}|今|现在)?|起|后|始)?[：:，, ]?"
    ))
    .expect("the expression is well-formed")
});

/// （1996年12月）: a day behind a post.
static SINCE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("（[^（）]{0,4}[0-9]{4} ?年[^（）]{0,12}）$").expect("the expression is well-formed")
});

/// 回国后历任|某部顾问, 在某国任|教授, but not 副主任.
static WITHIN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^.{0,40}?(?:历任|曾任|现任|兼任|担任|出任|当选|[^主责信就担前兼历曾现出继上到首离卸连]任)",
    )
    .expect("the expression is well-formed")
});

/// A life goes on for no more blocks than this behind the line that names its subject.
const LONGEST: usize = 40;

/// Whose life is told, and since how many blocks.
#[derive(Debug, Default)]
pub(super) struct Life {
    person: Option<usize>,
    blocks: usize,
}

impl Life {
    /// Reads the posts of a block; a block that begins with somebody's name and birth begins a life.
    ///
    /// Takes time linear in the block's length.
    pub(super) fn read(&mut self, reading: &Reading<'_>, block: Block, facts: &mut Collector<'_>) {
        self.blocks += 1;
        let told = matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem);
        let mut first = reading.mentions.names_in(block.span);
        if let Some((index, _)) = first.find(|(_, mention)| mention.rule.as_str() == LIFE) {
            (self.person, self.blocks) = (reading.resolution.entity_of(index).filter(|_| told), 0);
        }
        let Some(person) = self.person.filter(|_| told && self.blocks <= LONGEST) else { return };
        for span in sentences(&reading.document.text, block.span) {
            let mut named = reading.mentions.names_in(span).filter(|(_, mention)| {
                reading.ontology.class(terms::PERSON) == Some(mention.class)
            });
            // 其父为某大学校长张三: another's; and who is named here is read as everywhere.
            if named.next().is_none() {
                posts(reading, span, person, facts);
            }
        }
    }
}

/// Reads a sentence of nothing but posts, or what it lists behind its years.
fn posts(reading: &Reading<'_>, span: Span, person: usize, facts: &mut Collector<'_>) {
    let text = reading.document.slice(span);
    let years = YEARS.find(text).map_or(0, |years| years.end());
    let mut found = Vec::new();
    let mut from = years;
    for chunk in text.get(years..).unwrap_or_default().split_inclusive(['，', '；', '。']) {
        let bare = chunk.trim_end_matches(['，', '；', '。']);
        // 某部副部长（1996年12月）: since when.
        let to = from + SINCE.find(bare).map_or(bare.len(), |since| since.start());
        let start = behind_verb(reading, text, from, to);
        let words = text.get(start..to).unwrap_or_default();
        let whole = reading.lexicon.title_at_end(words).is_some()
            && !has_unreal(reading, text.get(from..to).unwrap_or_default());
        let held = whole.then(|| list(reading, span.start() + start, span.start() + to));
        let held = held.unwrap_or_default();
        // A sentence without years tells posts and nothing else.
        if held.is_empty() && years == 0 && !is_detail(reading, words) {
            return;
        }
        let held = held.into_iter().map(|post| without_unknown_body(reading, post));
        found.extend(held.filter(|post| {
            // 某党成员: no post.
            let member = |title: &String| title.ends_with("成员") || title.ends_with("会员");
            let title = post.title.as_ref();
            let words = title.is_some_and(|title| title.contains(['（', '在', '年']));
            !words
                && !title.is_some_and(member)
                && (post.body.is_some() || !post.is_degree(reading))
        }));
        from += chunk.len();
    }
    // 教授、博士生导师。: one of them has a body.
    if years > 0 || found.iter().any(|post| post.body.is_some()) {
        state(reading, person, &found, span, "life", facts);
    }
}

/// 某研究会|理事长: the title alone where a body stands before it that no list and no form of a name tells.
fn without_unknown_body(reading: &Reading<'_>, mut post: Post) -> Post {
    if let Some(title) = post.title.as_mut().filter(|_| post.body.is_none())
        && let Some(at) = reading.lexicon.title_at_end(title)
    {
        let field = title.get(..at).unwrap_or_default();
        if reading.lexicon.body_ending(field).is_some_and(|(_, ending)| !ending.weak) {
            title.drain(..at);
        }
    }
    post
}

/// 后任|某院院长, 现任|第九届某会主席: where a post begins behind the verb of holding it, and its term.
fn behind_verb(reading: &Reading<'_>, text: &str, from: usize, to: usize) -> usize {
    let whole = text.get(from..to).unwrap_or_default();
    let words = ["再次", "先后", "随后", "又", "并", "起"]
        .iter()
        .find_map(|adverb| whole.strip_prefix(adverb))
        .unwrap_or(whole);
    let from = to - words.len();
    let verb = ["former", "holds-post", "takes-post", "gains-post"]
        .iter()
        .find_map(|group| reading.lexicon.starts_with_cue(group, words))
        .or_else(|| words.starts_with("后任").then_some("后任"));
    // 1950年回国后历任|外交部顾问, 在美国任|大学教授
    let within = WITHIN
        .find(words)
        .filter(|hit| verb.is_none() && hit.end() < words.len())
        .map(|hit| hit.end());
    let start = from + verb.map_or(0, str::len) + within.unwrap_or(0);
    let words = text.get(start..to).unwrap_or_default();
    start + TERM.find(words).map_or(0, |term| term.end())
}
