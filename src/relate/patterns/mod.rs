//! [`Patterns`]: the patterns of `data/patterns/`, checked against the ontology and compiled.

mod compile;
mod example;
mod expression;
mod needed;
mod skeleton;
mod template;

use std::collections::BTreeMap;

use regex::Regex;
use serde::Deserialize as _;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::{
    data::{Data, DataFile},
    ontology::{ClassId, Ontology, RelationId},
    recognise::Trie,
    resolve::Genre,
};
use compile::{Fault, Raw, compile};
pub use example::{Example, Expected};
use expression::Expression;
pub(crate) use {
    compile::{AHEAD, LEAD},
    skeleton::{Bones, Skeleton},
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
        /// The line, from 1.
        line: usize,
        /// The pattern.
        id: String,
        /// What is wrong.
        message: String,
    },
}

/// A place of a pattern that a mention fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) name: String,
    pub(crate) classes: Vec<ClassId>,
    /// Whether the clause's topic fills it where the text leaves it out.
    pub(crate) elidable: bool,
    /// Whether no match is without it, but for what is left out.
    pub(crate) required: bool,
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
    /// The meeting that the source as a whole reports.
    Report,
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

impl Template {
    /// Tells whether it states this relation.
    pub(crate) fn states(&self, ontology: &Ontology, relation: &str) -> bool {
        ontology.relation(relation) == Some(self.relation)
    }
}

/// A compiled pattern.
#[derive(Debug)]
pub(crate) struct Pattern {
    pub(crate) id: String,
    pub(crate) regex: Expression,
    /// What stands in every sentence that it matches.
    pub(crate) skeleton: Skeleton,
    /// The same with the elidable slot left out, from the beginning of a clause.
    pub(crate) elided: Option<(Expression, Skeleton)>,
    pub(crate) slots: Vec<Slot>,
    pub(crate) templates: Vec<Template>,
    pub(crate) any_modality: bool,
    pub(crate) genres: Vec<Genre>,
    pub(crate) needs: Option<Regex>,
    /// What the names of the last slot's things end with.
    pub(crate) named: Option<String>,
    pub(crate) pairwise: bool,
}

impl Pattern {
    /// Returns the expression of the pattern, or of what it is with its elidable slot left out.
    /// Each comes with its skeleton.
    pub(crate) fn expression(&self, elided: bool) -> Option<(&Expression, &Skeleton)> {
        if elided {
            self.elided.as_ref().map(|(regex, skeleton)| (regex, skeleton))
        } else {
            Some((&self.regex, &self.skeleton))
        }
    }

    /// Returns the expression, and that with the elidable slot left out, each with its skeleton.
    fn expressions(&self) -> impl Iterator<Item = (&Expression, &Skeleton)> {
        [false, true].into_iter().filter_map(|elided| self.expression(elided))
    }
}

/// What a word is to the patterns.
#[derive(Debug, Default)]
struct Word {
    /// Those that it is a trigger of.
    triggers: Vec<usize>,
    /// The sets of needed words that it is of.
    sets: Vec<usize>,
}

/// All patterns, and the words that must stand in a sentence for each to be tried.
#[derive(Debug)]
pub struct Patterns {
    compiled: Vec<Pattern>,
    /// The triggers, and the words that expressions need besides.
    words: Trie,
    of_word: Vec<Word>,
    /// For each pattern, the sets of words that its expressions need.
    needs: Vec<Vec<Vec<usize>>>,
    /// How many sets there are.
    sets: usize,
    /// The patterns without a trigger.
    always: Vec<usize>,
    /// The examples in order.
    pub examples: Vec<Example>,
}

impl Patterns {
    /// Reads and compiles all `data/patterns/*.toml`, in name order; fails at the first mistake.
    pub fn load(data: &Data, ontology: &Ontology) -> Result<Self, PatternError> {
        let (patterns, errors) = Self::read(data, ontology);
        errors.into_iter().next().map_or(Ok(patterns), Err)
    }

    /// Does as [`Patterns::load`], but goes on after a mistake; returns what is sound, and all
    /// mistakes.
    pub fn read(data: &Data, ontology: &Ontology) -> (Self, Vec<PatternError>) {
        let mut patterns = Vec::new();
        let mut examples = Vec::new();
        let mut words: Vec<Vec<String>> = Vec::new();
        let mut errors = Vec::new();
        let mut known: BTreeMap<String, (String, usize)> = BTreeMap::new();
        for (_, file) in data.folder("data/patterns", ".toml") {
            for (line, raw) in raws(file, &mut errors) {
                let fault = |Fault { at, message }: Fault| PatternError::Pattern {
                    path: file.path.clone(),
                    line: at.map_or(line, |byte| line_of(&file.text, byte)),
                    id: raw.id.clone(),
                    message,
                };
                if let Some((path, line)) = known.get(&raw.id) {
                    let message = format!("expected a name of its own; {path}:{line} has this one");
                    errors.push(fault(Fault { at: None, message }));
                }
                known.entry(raw.id.clone()).or_insert_with(|| (file.path.clone(), line));
                match compile(&raw, ontology) {
                    Ok((pattern, trigger)) => {
                        patterns.push(pattern);
                        words.push(trigger);
                        examples.push(raw.example(file));
                    }
                    Err(faults) => errors.extend(faults.into_iter().map(fault)),
                }
            }
        }
        (Self::with_triggers(patterns, &words, examples), errors)
    }

    fn with_triggers(
        patterns: Vec<Pattern>,
        words: &[Vec<String>],
        examples: Vec<Example>,
    ) -> Self {
        let mut of_word: BTreeMap<&str, Word> = BTreeMap::new();
        let mut always = Vec::new();
        for (index, words) in words.iter().enumerate() {
            if words.is_empty() {
                always.push(index);
            }
            for word in words {
                of_word.entry(word).or_default().triggers.push(index);
            }
        }
        let mut sets: BTreeMap<&[String], usize> = BTreeMap::new();
        let mut number = |set| {
            let next = sets.len();
            *sets.entry(set).or_insert_with(|| {
                for word in set {
                    of_word.entry(word).or_default().sets.push(next);
                }
                next
            })
        };
        let needs = patterns.iter().map(|pattern| {
            let needed = pattern.expressions().map(|(expression, _)| &expression.needed);
            needed.map(|sets| sets.iter().map(|set| number(set.as_slice())).collect()).collect()
        });
        let needs = needs.collect();
        let sets = sets.len();
        let words = Trie::new(of_word.keys().copied());
        let of_word = of_word.into_values().collect();
        Self { compiled: patterns, words, of_word, needs, sets, always, examples }
    }

    /// Returns the patterns one of whose trigger words stands in a sentence, each with the first such
    /// word, in order.
    pub(crate) fn triggered<'a>(&self, text: &'a str) -> Vec<(&Pattern, &'a str)> {
        let mut hits: Vec<_> = self.words.places(text).collect();
        hits.sort_by_key(|(place, _)| (place.end, place.start));
        let mut found: BTreeMap<usize, &str> = BTreeMap::new();
        for (place, number) in hits {
            let word = text.get(place).unwrap_or_default();
            for index in self.of_word.get(number as usize).into_iter().flat_map(|w| &w.triggers) {
                found.entry(*index).or_insert(word);
            }
        }
        found.into_iter().filter_map(|(at, word)| Some((self.compiled.get(at)?, word))).collect()
    }

    /// Returns the numbers of the patterns whose trigger, names and words stand in a sentence, in
    /// order, each with the places of its trigger.
    pub(crate) fn candidates(&self, text: &str, bones: &Bones) -> Vec<(usize, usize)> {
        let mut wanted: Vec<(usize, usize)> = Vec::new();
        let mut there = vec![false; self.sets];
        for (place, number) in self.words.places(text) {
            let Some(word) = self.of_word.get(number as usize) else { continue };
            word.sets.iter().for_each(|set| there[*set] = true);
            wanted.extend(word.triggers.iter().map(|index| (*index, place.start)));
        }
        wanted.extend(self.always.iter().map(|index| (*index, 0)));
        wanted.retain(|(index, _)| self.may_match(*index, bones, &there));
        wanted.sort_unstable();
        wanted
    }

    /// Tells whether a sentence has the names for a pattern, and a word of each set that it needs.
    fn may_match(&self, number: usize, bones: &Bones, there: &[bool]) -> bool {
        let (Some(pattern), Some(needs)) = (self.compiled.get(number), self.needs.get(number))
        else {
            return false;
        };
        needs.iter().zip(pattern.expressions()).any(|(sets, (_, skeleton))| {
            sets.iter().all(|set| there[*set]) && skeleton.may_be_filled(bones)
        })
    }

    /// Returns a pattern by its number.
    pub(crate) fn get(&self, number: usize) -> Option<&Pattern> {
        self.compiled.get(number)
    }
}

/// Reads the patterns of a file as they are written, each with its line.
fn raws(file: &DataFile, errors: &mut Vec<PatternError>) -> Vec<(usize, Raw)> {
    let (table, broken) = DeTable::parse_recoverable(&file.text);
    if !broken.is_empty() {
        errors.extend(broken.iter().map(|error| syntax(file, error, 1)));
        return Vec::new();
    }
    let mut found = Vec::new();
    for (key, value) in table.into_inner() {
        let line = line_of(&file.text, key.span().start);
        let name = key.into_inner();
        let list = match value.into_inner() {
            DeValue::Array(list) if name == "pattern" => list,
            _ => {
                let (path, message) =
                    (file.path.clone(), format!("expected [[pattern]], found `{name}`"));
                errors.push(PatternError::Syntax { path, line, message });
                continue;
            }
        };
        for value in list {
            let line = line_of(&file.text, value.span().start);
            match Raw::deserialize(ValueDeserializer::from(value)) {
                Ok(raw) => found.push((line, raw)),
                Err(error) => errors.push(syntax(file, &error, line)),
            }
        }
    }
    found
}

fn line_of(text: &str, byte: usize) -> usize {
    text.get(..byte).map_or(1, |before| before.matches('\n').count() + 1)
}

fn syntax(file: &DataFile, error: &toml::de::Error, line: usize) -> PatternError {
    PatternError::Syntax {
        path: file.path.clone(),
        line: error.span().map_or(line, |span| line_of(&file.text, span.start)),
        message: error.message().replace('\n', "; "),
    }
}
