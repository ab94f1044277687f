//! The words by which the parts of a document are known, and the repairs of its wording: data.

use regex::{Regex, RegexSet};
use serde::Deserialize;

use crate::data::Data;

const WORDS: &str = "data/normalise/words.toml";
const REPAIRS: &str = "data/normalise/repairs.toml";

/// Why the data of this stage could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum RepairsError {
    /// A file is not there.
    #[error("{path}: no such data file")]
    Missing {
        /// The file.
        path: String,
    },
    /// A file is not TOML, or lacks something.
    #[error("{path}: not what this file should hold")]
    Toml {
        /// The file.
        path: String,
        /// What is wrong, and where.
        source: Box<toml::de::Error>,
    },
    /// A repair's pattern is no regular expression.
    #[error("{path}: the pattern '{pattern}' is no regular expression")]
    Pattern {
        /// The file.
        path: String,
        /// The pattern.
        pattern: String,
        /// What is wrong.
        source: Box<regex::Error>,
    },
    /// A repair does not do what its example says.
    #[error("{path}: the pattern '{pattern}' makes '{found}' of its example")]
    Example {
        /// The file.
        path: String,
        /// The pattern.
        pattern: String,
        /// What came out.
        found: String,
    },
}

/// What normalising takes from data: repairs of wording, and words of layout.
#[derive(Clone, Debug)]
pub struct Repairs {
    pub(super) rules: Vec<Rule>,
    /// Whether any of the rules applies.
    pub(super) any: RegexSet,
    pub(super) words: Words,
}

/// One repair of wording, such as 4G out of `46基站`.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    pub(super) pattern: Regex,
    pub(super) replacement: String,
}

/// The words by which parts of a document are known.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// Whole headings without a number: 序言.
    pub(super) headings: Vec<String>,
    /// The heading of a table of contents.
    pub(super) contents: Vec<String>,
    /// How the heading of a box begins.
    pub(super) boxes: Vec<String>,
    /// How a line that names author or source begins.
    pub(super) imprints: Vec<String>,
    /// What a citation holds.
    pub(super) citations: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RepairsFile {
    repair: Vec<RepairEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RepairEntry {
    pattern: String,
    replacement: String,
    #[serde(rename = "reason")]
    _reason: String,
    example: [String; 2],
}

impl Repairs {
    /// Loads repairs and words, and tries each repair on its example.
    pub fn load(data: &Data) -> Result<Self, RepairsError> {
        let words: Words = parse(data, WORDS)?;
        let file: RepairsFile = parse(data, REPAIRS)?;
        let rules: Vec<Rule> = file.repair.into_iter().map(compile).collect::<Result<_, _>>()?;
        let patterns = rules.iter().map(|rule| rule.pattern.as_str());
        let any = RegexSet::new(patterns).map_err(|error| RepairsError::Pattern {
            path: REPAIRS.to_owned(),
            pattern: "all together".to_owned(),
            source: Box::new(error),
        })?;
        Ok(Self { rules, any, words })
    }
}

fn parse<T: for<'a> Deserialize<'a>>(data: &Data, name: &str) -> Result<T, RepairsError> {
    let file = data.file(name).ok_or_else(|| RepairsError::Missing { path: name.to_owned() })?;
    toml::from_str(&file.text)
        .map_err(|error| RepairsError::Toml { path: file.path.clone(), source: Box::new(error) })
}

fn compile(entry: RepairEntry) -> Result<Rule, RepairsError> {
    let pattern = Regex::new(&entry.pattern).map_err(|error| RepairsError::Pattern {
        path: REPAIRS.to_owned(),
        pattern: entry.pattern.clone(),
        source: Box::new(error),
    })?;
    let [wrong, right] = entry.example;
    let found = pattern.replace_all(&wrong, entry.replacement.as_str()).into_owned();
    let again = pattern.replace_all(&found, entry.replacement.as_str());
    if found != right || again != found {
        let path = REPAIRS.to_owned();
        return Err(RepairsError::Example {
            path,
            pattern: entry.pattern,
            found: again.into_owned(),
        });
    }
    Ok(Rule { pattern, replacement: entry.replacement })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repairs_that_come_with_the_program_do_what_their_examples_say() {
        let repairs = Repairs::load(&Data::embedded()).unwrap();
        assert!(!repairs.rules.is_empty());
    }

    #[test]
    fn a_repair_that_fails_its_example_is_refused() {
        let entry = RepairEntry {
            pattern: "a".to_owned(),
            replacement: "aa".to_owned(),
            _reason: String::new(),
            example: ["a".to_owned(), "aa".to_owned()],
        };
        assert!(matches!(compile(entry), Err(RepairsError::Example { .. })));
    }
}
