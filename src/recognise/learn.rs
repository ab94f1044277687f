//! What a text teaches: other names that it defines (以下简称“…”), persons shown to be such.

use std::{collections::BTreeSet, sync::LazyLock};

use regex::Regex;

use super::{
    candidate::Candidate,
    lexicon::{Trie, whole_word},
    scan::Scan,
};
use crate::{
    model::{Document, Mentions, Span},
    ontology::{ClassId, Ontology, terms::class as terms},
};

/// Another name that a document itself gives to what it has just named.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Definition {
    /// The class of what is named.
    pub class: ClassId,
    /// The name that it was named by.
    pub name: String,
    /// The other name.
    pub alias: String,
    /// Where the text equates the two.
    pub span: Span,
}

/// Names that are looked for beside those of the lists.
#[derive(Debug)]
pub struct Known {
    forms: Trie,
    names: Vec<(ClassId, String)>,
}

impl Known {
    /// Prepares the persons of a corpus and the definitions of one document.
    pub fn new(
        ontology: &Ontology,
        persons: &BTreeSet<String>,
        definitions: &[Definition],
    ) -> Self {
        let mut forms: Vec<&str> = Vec::new();
        let mut names = Vec::new();
        let mut seen = BTreeSet::new();
        for definition in definitions {
            for form in [&definition.alias, &definition.name] {
                if form.chars().count() >= 2 && seen.insert(form.as_str()) {
                    forms.push(form);
                    names.push((definition.class, definition.name.clone()));
                }
            }
        }
        if let Some(class) = ontology.class(terms::PERSON) {
            for person in persons {
                if seen.insert(person) {
                    forms.push(person);
                    names.push((class, person.clone()));
                }
            }
        }
        Self { forms: Trie::new(forms), names }
    }

    /// Tells whether there is no name to look for.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Tells whether one of the names, or what looks like one, stands in a text.
    pub(crate) fn stands_in(&self, text: &str) -> bool {
        self.forms.places(text).next().is_some()
    }

    /// Finds the known names in a block.
    pub(crate) fn find(&self, scan: &Scan<'_>) -> Vec<Candidate> {
        let mut found = Vec::new();
        for (place, form) in self.forms.longest_places(scan.text) {
            let (start, end) = (place.start, place.end);
            let Some((class, name)) = self.names.get(form as usize) else { continue };
            if !whole_word(scan.text, start, end) {
                continue;
            }
            let person = scan.is(*class, terms::PERSON);
            let cuts = scan.tokens_touching(start, end).any(|token| {
                token.start < start && token.end > start && token.end < end
                    || token.start > start && token.start < end && token.end > end
                    || person && token.start <= start && token.end > end
            });
            if cuts {
                continue;
            }
            let rule = if person { "known person" } else { "defined name" };
            found.push(
                Candidate::new(start, end, *class, rule).named(name.clone()).ranked(if person {
                    2
                } else {
                    1
                }),
            );
        }
        found
    }
}

/// What the expressions below begin with, behind marks.
const OPENINGS: [char; 12] =
    ['（', '(', '以', '下', '亦', '又', '也', '即', '均', '简', '称', '所'];
static PARENTHESIS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^[”》]? ?[（(](?:(?:以下|下文|下)?(?:均)?(?:简称|称)(?:为|作)?：? ?|即|又称|亦称|或称|也称|通称|旧称|古称|原称|曾称)?(?P<quote>[“《‘]?)(?P<alias>[^（）()“”《》，。；]{2,40})[”》’]?(?:[，、]?(?:下同|以下同))?[）)]",
    )
    .expect("the expression is well-formed")
});
static DEFINED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[”》]?，?(?:以下|下文|下|亦|又|也|亦即|即)?(?:均)?(?:简称|称|亦即所谓的|即所谓的|所谓的)(?:为|作)?：?[“《]?(?P<alias>[^“”《》，。；（）]{2,20})[”》]?")
        .expect("the expression is well-formed")
});
static ALSO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^[”》]?，(?:亦即|也就是|即)(?:所谓的)?“(?P<alias>[^“”]{2,20})”")
        .expect("well-formed")
});

/// Reads off a document the other names that it defines and the persons that it shows.
pub fn learn(
    document: &Document,
    mentions: &Mentions,
    ontology: &Ontology,
) -> (Vec<Definition>, BTreeSet<String>) {
    let mut definitions = Vec::new();
    let mut persons = BTreeSet::new();
    for mention in &mentions.names {
        let name = ontology.class_info(mention.class).name.as_str();
        if name == terms::PERSON
            && mention.name.chars().count() >= 2
            && !matches!(mention.rule.as_str(), "known person")
        {
            persons.insert(mention.name.clone());
        }
        if mention.rule.as_str() == "roster" && name != terms::PERSON {
            // A roster's affiliation is sure: elsewhere the same words name the same body.
            definitions.push(Definition {
                class: mention.class,
                name: mention.name.clone(),
                alias: mention.name.clone(),
                span: mention.span,
            });
        }
        if let Some(short) = short_title(mention, name, &mentions.names) {
            definitions.push(short);
        }
        let after = document.text.get(mention.span.end()..).unwrap_or_default();
        let line = after.split('\n').next().unwrap_or_default();
        definitions.extend(definition(document, mention, name, line));
        definitions.extend(in_parenthesis(document, mention, name, line));
    }
    definitions.sort();
    definitions.dedup_by(|a, b| (a.class, &a.name, &a.alias) == (b.class, &b.name, &b.alias));
    (definitions, persons)
}

/// 行动倡议 for 《…行动倡议》: the kind of a titled document, where no other has that kind.
fn short_title(
    mention: &crate::model::Mention,
    class: &str,
    all: &[crate::model::Mention],
) -> Option<Definition> {
    let kinds = ["行动倡议", "行动计划", "概念文件", "立场文件"];
    let kind = kinds.into_iter().find(|kind| mention.name.ends_with(kind))?;
    let titled = class == terms::POLICY_DOCUMENT && mention.rule.as_str() == "title marks";
    let other = all.iter().any(|m| {
        m.class == mention.class
            && m.name.ends_with(kind)
            && m.name != mention.name
            && m.name != kind
    });
    (titled && !other && mention.name != kind).then(|| Definition {
        class: mention.class,
        name: mention.name.clone(),
        alias: kind.to_owned(),
        span: mention.span,
    })
}

static SAID: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:以下|下文|下|英文|中文|英语)*(?:简称|缩写|全称|译名|名称|名|称)(?:为|作|是)?：? ?[“《‘]?(?P<alias>[^“”《》，。；（）]{2,80}?)[”》’]?(?:或“本[^”》]{1,6}”)?$")
        .expect("the expression is well-formed")
});

/// 某联盟（University Alliance，简称UA）: several other names in one parenthesis, or one that is
/// said to be an abbreviation.
fn in_parenthesis(
    document: &Document,
    mention: &crate::model::Mention,
    class: &str,
    after: &str,
) -> Vec<Definition> {
    let quote = after.strip_prefix(['”', '》']).unwrap_or(after);
    let length = super::parenthesis_end(quote);
    if length == 0 {
        return Vec::new();
    }
    let parts: Vec<&str> = quote
        .get(..length)
        .unwrap_or_default()
        .trim_matches(['（', '）', '(', ')'])
        .split(['，', '；', '、'])
        .map(str::trim)
        .collect();
    let said = |part: &str| {
        SAID.captures(part).and_then(|c| c.name("alias")).map(|hit| hit.as_str().trim().to_owned())
    };
    // 某峰会（World Summit，WS）: the name in Latin letters and its acronym.
    let letters = |part: &&str| !part.is_empty() && !part.chars().any(super::is_han);
    let acronym = |part: &str| {
        part.chars().filter(char::is_ascii_uppercase).count() >= 2 && !part.contains(' ')
    };
    let both = matches!(parts.as_slice(), [full, short]
        if letters(full) && letters(short) && acronym(short) && full.len() > short.len());
    let other = class == terms::COUNTRY || class == terms::PERSON;
    if other || !both && !parts.iter().any(|p| said(p).is_some()) {
        return Vec::new();
    }
    let end = mention.span.end() + after.len() - quote.len() + length;
    let Some(span) = Span::new(&document.text, mention.span.start(), end) else {
        return Vec::new();
    };
    let latin = |part: &str| {
        let name = part.chars().next().is_some_and(char::is_uppercase)
            && part.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && !part.chars().any(super::is_han);
        name.then(|| part.to_owned())
    };
    let aliases = parts.into_iter().filter_map(|part| said(part).or_else(|| latin(part)));
    let other = aliases.filter(|alias| *alias != mention.name);
    other
        .map(|alias| Definition { class: mention.class, name: mention.name.clone(), alias, span })
        .collect()
}

fn definition(
    document: &Document,
    mention: &crate::model::Mention,
    class: &str,
    after: &str,
) -> Option<Definition> {
    // 《某要求》（GB/T 39204）（以下简称《要求》）: a number may stand between.
    let mark = after.len() - after.trim_start_matches(['》', '”']).len();
    let first = super::parenthesis_end(after.get(mark..).unwrap_or_default());
    let second =
        after.get(mark + first..).filter(|rest| first > 0 && rest.starts_with(['（', '(']));
    let skipped =
        second.filter(|rest| rest.contains("简称")).map_or(0, |rest| after.len() - rest.len());
    let after = after.get(skipped..).unwrap_or_default();
    // Few mentions have behind them what any definition begins with.
    let behind = after.trim_start_matches(['”', '》', ' ', '，']);
    if !behind.starts_with(OPENINGS) {
        return None;
    }
    let captures = PARENTHESIS
        .captures(after)
        .filter(|captures| is_alias(captures, class))
        .or_else(|| DEFINED.captures(after))
        .or_else(|| ALSO.captures(after))?;
    let alias = captures.name("alias")?.as_str().trim();
    if SAID.is_match(alias) {
        return None;
    }
    let whole = captures.get(0)?;
    // 互联网编码分配机构（IANA): the lists may know the thing by its other name.
    let listed = alias == mention.name && document.slice(mention.span).contains(alias);
    if class == terms::COUNTRY || listed {
        return None;
    }
    let end = mention.span.end() + skipped + whole.end();
    let span = Span::new(&document.text, mention.span.start(), end)?;
    Some(Definition {
        class: mention.class,
        name: mention.name.clone(),
        alias: alias.to_owned(),
        span,
    })
}

/// （以下简称“甲”）: tells whether a parenthesis says of a name that it has a shorter one.
pub(super) fn defines(parenthesis: &str) -> bool {
    parenthesis.contains("简称") || parenthesis.contains("下称")
}

static NUMBERED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^第 ?[0-9/]+ ?号(?:公约|建议书|指令|条例|决议|议定书)$")
        .expect("the expression is well-formed")
});

/// Tells whether what stands in parentheses is another name: it is said to be one, quoted, an
/// acronym, or the name in Latin letters.
fn is_alias(captures: &regex::Captures<'_>, class: &str) -> bool {
    let whole = captures.get(0).map_or("", |hit| hit.as_str());
    let alias = captures.name("alias").map_or("", |hit| hit.as_str());
    if defines(whole) {
        return true;
    }
    if captures.name("quote").is_some_and(|quote| !quote.as_str().is_empty()) {
        return true;
    }
    // 《某公约》（第155号公约）
    if NUMBERED.is_match(alias) {
        return true;
    }
    // Schmitt M N (Ed.): what the person did, no other name.
    let role = alias.trim_end_matches('.').to_ascii_lowercase();
    if matches!(role.as_str(), "ed" | "eds" | "editor" | "editors" | "trans" | "comp") {
        return false;
    }
    let latin = alias.chars().all(|c| !super::is_han(c));
    let letters = alias.chars().filter(|c| c.is_alphabetic()).count();
    let capital = alias.chars().next().is_some_and(char::is_uppercase);
    let digits = alias.chars().filter(char::is_ascii_digit).count();
    // G20, G77: a letter and a number.
    let short = letters == 1 && (1..=2).contains(&digits) && alias.chars().count() <= 3;
    let acronym = letters >= 2 || short;
    latin && acronym && capital && class != terms::PRINCIPLE
}
