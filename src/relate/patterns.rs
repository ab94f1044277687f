//! [`Patterns`]: the patterns of `data/patterns/`, checked against the ontology and compiled.

use std::fmt::Write as _;

use aho_corasick::AhoCorasick;
use regex::Regex;
use serde::Deserialize;

use super::clause::{DATE_SYMBOL, symbol};
use crate::{
    data::{Data, DataFile},
    ontology::{ClassId, Ontology, Range, RelationId},
    resolve::Genre,
};

/// Why a pattern file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum PatternError {
    /// A file is not TOML of the expected form.
    #[error("{path}:{line}: {message}")]
    Syntax {
        /// The file.
        path: String,
        /// The line, from 1.
        line: usize,
        /// What was expected.
        message: String,
    },
    /// A pattern says something that cannot be.
    #[error("{path}:{line}: pattern `{id}`: {message}")]
    Pattern {
        /// The file.
        path: String,
        /// The line that the pattern begins at, from 1.
        line: usize,
        /// The pattern.
        id: String,
        /// What is wrong.
        message: String,
    },
}

/// A file of patterns as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    pattern: Vec<toml::Spanned<Raw>>,
}

/// A pattern as it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: String,
    /// The pattern itself.
    r#match: String,
    /// The facts that it states: `organised(s, e)`.
    facts: Vec<String>,
    /// Whether a denied, planned or wished act counts, too: for acts of saying.
    #[serde(default)]
    any_modality: bool,
    /// In which kinds of document it holds; in all where empty.
    #[serde(default)]
    genres: Vec<String>,
    /// Words that the sentence must hold anywhere.
    needs: Option<String>,
    /// Whether two lists of one length are read member by member.
    #[serde(default)]
    pairwise: bool,
    /// A sentence of the project's own.
    example: String,
    /// The facts that the example yields: `organised(甲大学, 乙论坛)`.
    yields: Vec<String>,
}

/// A place of a pattern that a mention fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) name: String,
    pub(crate) classes: Vec<ClassId>,
    /// Whether the clause's topic fills it where the text leaves it out.
    pub(crate) elidable: bool,
}

/// What stands on one side of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// The mentions of a slot.
    Slot(String),
    /// The date that governs the clause.
    Date,
    /// The first member of a slot, against the further ones.
    First(String),
    /// The further members of a slot.
    Rest(String),
    /// The states in the title of the document that fills a slot.
    Parties(String),
    /// The meeting that is spoken of.
    Event,
    /// The source itself.
    Source,
    /// Words of the pattern's own group.
    Text(String),
}

/// A fact that a pattern states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template {
    pub(crate) relation: RelationId,
    pub(crate) subject: End,
    pub(crate) object: End,
}

/// A compiled pattern.
#[derive(Debug)]
pub(crate) struct Pattern {
    pub(crate) id: String,
    pub(crate) regex: Regex,
    /// The same with the elidable slot left out, from the beginning of a clause.
    pub(crate) elided: Option<Regex>,
    pub(crate) slots: Vec<Slot>,
    pub(crate) templates: Vec<Template>,
    pub(crate) any_modality: bool,
    pub(crate) genres: Vec<Genre>,
    pub(crate) needs: Option<Regex>,
    pub(crate) pairwise: bool,
}

/// A pattern's example and what it yields, for the tests and for `check`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The pattern.
    pub id: String,
    /// The file.
    pub path: String,
    /// The line that the pattern begins at.
    pub line: usize,
    /// The sentence.
    pub text: String,
    /// The facts that it must yield.
    pub yields: Vec<String>,
}

/// All patterns, and the words that must stand in a sentence for each to be tried.
#[derive(Debug)]
pub struct Patterns {
    pub(crate) patterns: Vec<Pattern>,
    triggers: AhoCorasick,
    /// For each trigger, the patterns that need it.
    of_trigger: Vec<Vec<usize>>,
    /// The patterns without a trigger.
    always: Vec<usize>,
    /// The examples in order.
    pub examples: Vec<Example>,
}

impl Patterns {
    /// Reads and compiles all `data/patterns/*.toml`, in name order.
    pub fn load(data: &Data, ontology: &Ontology) -> Result<Self, PatternError> {
        let mut patterns = Vec::new();
        let mut examples = Vec::new();
        let mut words: Vec<Vec<String>> = Vec::new();
        for (_, file) in data.folder("data/patterns", ".toml") {
            let raw: File = toml::from_str(&file.text).map_err(|error| syntax(file, &error))?;
            for spanned in raw.pattern {
                let line = line_of(&file.text, spanned.span().start);
                let raw = spanned.into_inner();
                let (pattern, trigger) = compile(&raw, ontology).map_err(|message| {
                    let (path, id) = (file.path.clone(), raw.id.clone());
                    PatternError::Pattern { path, line, id, message }
                })?;
                patterns.push(pattern);
                words.push(trigger);
                examples.push(Example {
                    id: raw.id,
                    path: file.path.clone(),
                    line,
                    text: raw.example,
                    yields: raw.yields,
                });
            }
        }
        Ok(Self::with_triggers(patterns, &words, examples))
    }

    fn with_triggers(
        patterns: Vec<Pattern>,
        words: &[Vec<String>],
        examples: Vec<Example>,
    ) -> Self {
        let mut triggers: Vec<&str> = Vec::new();
        let mut of_trigger: Vec<Vec<usize>> = Vec::new();
        let mut always = Vec::new();
        for (index, words) in words.iter().enumerate() {
            if words.is_empty() {
                always.push(index);
            }
            for word in words {
                let known = triggers.iter().position(|trigger| trigger == word);
                let at = known.unwrap_or_else(|| {
                    triggers.push(word);
                    of_trigger.push(Vec::new());
                    triggers.len() - 1
                });
                of_trigger.extend((at >= of_trigger.len()).then(Vec::new));
                if let Some(patterns) = of_trigger.get_mut(at) {
                    patterns.push(index);
                }
            }
        }
        let triggers = AhoCorasick::new(&triggers).expect("the triggers are few and short");
        Self { patterns, triggers, of_trigger, always, examples }
    }

    /// Returns the patterns whose trigger stands in a sentence, in order.
    pub(crate) fn candidates(&self, text: &str) -> Vec<&Pattern> {
        let mut wanted = self.always.clone();
        for hit in self.triggers.find_overlapping_iter(text) {
            wanted.extend(self.of_trigger.get(hit.pattern().as_usize()).into_iter().flatten());
        }
        wanted.sort_unstable();
        wanted.dedup();
        wanted.into_iter().filter_map(|index| self.patterns.get(index)).collect()
    }
}

fn line_of(text: &str, byte: usize) -> usize {
    text.get(..byte).map_or(1, |before| before.matches('\n').count() + 1)
}

fn syntax(file: &DataFile, error: &toml::de::Error) -> PatternError {
    PatternError::Syntax {
        path: file.path.clone(),
        line: error.span().map_or(1, |span| line_of(&file.text, span.start)),
        message: error.message().to_owned(),
    }
}

/// Compiles a pattern; returns it with the words of which one must stand in the sentence.
fn compile(raw: &Raw, ontology: &Ontology) -> Result<(Pattern, Vec<String>), String> {
    let slots = slots(&raw.r#match, ontology)?;
    let regex = expression(&raw.r#match, &slots, false)?;
    let elided = slots
        .iter()
        .any(|slot| slot.elidable)
        .then(|| expression(&raw.r#match, &slots, true))
        .transpose()?;
    let templates = raw
        .facts
        .iter()
        .map(|fact| template(fact, &slots, ontology))
        .collect::<Result<Vec<_>, _>>()?;
    if raw.yields.is_empty() {
        return Err("expected `yields` to name what the example yields".to_owned());
    }
    let pattern = Pattern {
        id: raw.id.clone(),
        regex,
        elided,
        slots,
        templates,
        any_modality: raw.any_modality,
        genres: raw.genres.iter().map(|name| genre(name)).collect::<Result<_, _>>()?,
        needs: raw
            .needs
            .as_deref()
            .map(Regex::new)
            .transpose()
            .map_err(|error| format!("`needs` cannot be compiled: {error}"))?,
        pairwise: raw.pairwise,
    };
    Ok((pattern, trigger_words(&raw.r#match)))
}

fn genre(name: &str) -> Result<Genre, String> {
    match name {
        "policy" => Ok(Genre::Policy),
        "proceedings" => Ok(Genre::Proceedings),
        "article" => Ok(Genre::Article),
        "news" => Ok(Genre::News),
        _ => Err(format!("expected policy, proceedings, article or news, found `{name}`")),
    }
}

/// Returns the alternatives of the first group of plain words that is not optional.
fn trigger_words(pattern: &str) -> Vec<String> {
    let mut rest = pattern;
    while let Some(open) = rest.find('(') {
        let Some(body) = rest.get(open + 1..) else { break };
        let Some(close) = body.find(')') else { break };
        let inside = body.get(..close).unwrap_or_default();
        let after = body.get(close + 1..).unwrap_or_default();
        let words: Vec<&str> = inside.split('|').collect();
        let plain =
            |word: &&str| !word.is_empty() && word.chars().all(|c| crate::recognise::is_han(c));
        if !after.starts_with(['?', '*']) && words.iter().all(plain) {
            return words.into_iter().map(str::to_owned).collect();
        }
        rest = after;
    }
    Vec::new()
}

/// Reads the slots `{name:Class|Class}`, `{name+:…}` for lists and `{name?:…}` where elidable.
fn slots(pattern: &str, ontology: &Ontology) -> Result<Vec<Slot>, String> {
    let mut slots = Vec::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let body = rest.get(open + 1..).unwrap_or_default();
        if !body.starts_with(|c: char| c.is_ascii_alphabetic()) {
            rest = body;
            continue;
        }
        let close = body.find('}').ok_or("a slot has no closing `}`")?;
        let inside = body.get(..close).unwrap_or_default();
        rest = body.get(close + 1..).unwrap_or_default();
        let (name, classes) = inside
            .split_once(':')
            .ok_or_else(|| format!("expected `{{name:Class}}`, found `{{{inside}}}`"))?;
        let elidable = name.contains('?');
        let name = name.replace(['?', '+'], "");
        let mut found = Vec::new();
        for class in classes.split('|') {
            let above = ontology
                .class(class)
                .ok_or_else(|| format!("`{class}` is no class of the ontology"))?;
            for index in 0..ontology.classes().len() {
                let id = ClassId(u16::try_from(index).unwrap_or(u16::MAX));
                if ontology.is_a(id, above) && !found.contains(&id) {
                    found.push(id);
                }
            }
        }
        slots.push(Slot { name, classes: found, elidable });
    }
    Ok(slots)
}

/// Writes a pattern as a regular expression over symbols.
fn expression(pattern: &str, slots: &[Slot], elided: bool) -> Result<Regex, String> {
    let mut written = String::new();
    let mut characters = pattern.chars().peekable();
    let mut slot_index = 0;
    let mut in_set = false;
    let mut first_gap = true;
    while let Some(character) = characters.next() {
        match character {
            '[' | ']' => {
                in_set = character == '[';
                written.push(character);
            }
            _ if in_set => written.push(character),
            '{' if characters.peek().is_some_and(char::is_ascii_alphabetic) => {
                let inside: String = characters.by_ref().take_while(|c| *c != '}').collect();
                let list = inside.split(':').next().is_some_and(|name| name.contains('+'));
                let Some(slot) = slots.get(slot_index) else { break };
                slot_index += 1;
                if slot.elidable && elided {
                    written.clear();
                    written.push_str("(?:^|[，；：。])(?:并|还|又|也|且|同时|先后|分别|曾|已|再次|多次|连续多年|积极|成功)*");
                    let _ = write!(written, "(?:{DATE_SYMBOL}[，起来]?)?");
                    continue;
                }
                let set: String = slot.classes.iter().map(|class| symbol(*class)).collect();
                let _ = write!(written, "(?P<{}>[{set}]", slot.name);
                if list {
                    let _ = write!(
                        written,
                        "(?:(?:[^，。；：\u{E000}-\u{E0FF}的]{{0,8}}?(?:、|和|与|及|以及|暨)|”?[；、和与]?“?)[{set}])*"
                    );
                }
                written.push(')');
            }
            '~' => {
                written.push_str(&gap(elided && first_gap));
                first_gap = false;
            }
            '%' => written.push_str(WORD),
            '#' => written.push(DATE_SYMBOL),
            '…' => {
                if characters.peek() == Some(&'…') {
                    characters.next();
                    written.push_str("[^。！？]*?");
                } else {
                    written.push_str("[^，。；！？]*?");
                }
            }
            '^' => written.push_str("(?:^|[，；：。])"),
            _ => written.push(character),
        }
    }
    Regex::new(&written).map_err(|error| format!("cannot be compiled: {error}"))
}

/// The name of the group of words before the verb of a clause without a subject.
pub(crate) const LEAD: &str = "lead";

/// A character of a clause that is no symbol.
const WORD: &str = "[^，。；：！？\u{E000}-\u{E0FF}]";

/// The words that may stand between a subject and its verb: no further name, but for those that a
/// preposition governs (在北京, 与乙国), dates, and names within 等…成员.
fn gap(lead: bool) -> String {
    let symbols = "\u{E000}-\u{E0FE}";
    let words = format!("[^，。；：！？{symbols}]");
    let governed = format!(
        "(?:在|于|向|同|与|和|对|从|就|为|经|自|由|根据|按照|通过|围绕|以|联合|与其他|等(?:\\d+|[一二三四五六七八九十多]+)?[个家]?)[{symbols}](?:(?:、|和|与|及)?[{symbols}])*(?:其他)?(?:成员国?)?"
    );
    let gap = format!("(?:{words}|{governed})*?");
    if lead { format!("(?P<{LEAD}>{gap})") } else { gap }
}

/// Reads `relation(end, end)`.
fn template(fact: &str, slots: &[Slot], ontology: &Ontology) -> Result<Template, String> {
    let expected = || format!("expected `relation(subject, object)`, found `{fact}`");
    let (name, rest) = fact.split_once('(').ok_or_else(expected)?;
    let (subject, object) =
        rest.strip_suffix(')').and_then(|ends| ends.split_once(',')).ok_or_else(expected)?;
    let relation = ontology
        .relation(name.trim())
        .ok_or_else(|| format!("`{name}` is no relation of the ontology"))?;
    let subject = end(subject.trim(), slots)?;
    let object = end(object.trim(), slots)?;
    let admits = |end: &End, admitted: &dyn Fn(ClassId) -> bool, side: &str| match end {
        End::Slot(name) | End::First(name) | End::Rest(name) => {
            let slot = slots.iter().find(|slot| slot.name == *name);
            let fits = slot.is_some_and(|slot| slot.classes.iter().any(|class| admitted(*class)));
            if fits {
                Ok(())
            } else {
                Err(format!("no class of `{name}` may be the {side} of `{fact}`"))
            }
        }
        _ => Ok(()),
    };
    admits(&subject, &|class| ontology.admits_subject(relation, class), "subject")?;
    if matches!(ontology.relation_info(relation).range, Range::Classes(_)) {
        admits(&object, &|class| ontology.admits_object(relation, class), "object")?;
    }
    Ok(Template { relation, subject, object })
}

fn end(text: &str, slots: &[Slot]) -> Result<End, String> {
    match text {
        "@date" => return Ok(End::Date),
        "@event" => return Ok(End::Event),
        "@source" => return Ok(End::Source),
        _ => {}
    }
    if let Some(group) = text.strip_prefix('$') {
        return Ok(End::Text(group.to_owned()));
    }
    let (name, part) = text.split_once('.').unwrap_or((text, ""));
    if !slots.iter().any(|slot| slot.name == name) {
        return Err(format!("`{name}` is no slot of the pattern"));
    }
    match part {
        "" => Ok(End::Slot(name.to_owned())),
        "first" => Ok(End::First(name.to_owned())),
        "rest" => Ok(End::Rest(name.to_owned())),
        "parties" => Ok(End::Parties(name.to_owned())),
        _ => Err(format!("expected `.first`, `.rest` or `.parties`, found `.{part}`")),
    }
}
