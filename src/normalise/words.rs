//! The words by which the parts of a document are known, and the repairs of its wording: data.

use regex::{Regex, RegexSet};
use serde::Deserialize;

use crate::data::{Data, DataFile};

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
    #[error("{path}:{line}: {message}")]
    Toml {
        /// The file.
        path: String,
        /// The line, from 1.
        line: usize,
        /// What was expected.
        message: String,
    },
    /// A repair's pattern is no regular expression.
    #[error("{path}:{line}: expected a regular expression, found '{pattern}'")]
    Pattern {
        /// The file.
        path: String,
        /// The line, from 1.
        line: usize,
        /// The pattern.
        pattern: String,
        /// What is wrong.
        source: Box<regex::Error>,
    },
    /// A repair does not do what its example says.
    #[error("{path}:{line}: the pattern '{pattern}' makes '{found}' of its example")]
    Example {
        /// The file.
        path: String,
        /// The line, from 1.
        line: usize,
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
    /// The heading of a list of references or notes.
    pub(super) references: Vec<String>,
    /// What a note holds that cites a work.
    pub(super) notes: Vec<String>,
    /// What stands before a colon and another name of a thing: 全称.
    pub(super) labels: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RepairsFile {
    repair: Vec<RepairEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RepairEntry {
    pattern: toml::Spanned<String>,
    replacement: String,
    #[serde(rename = "reason")]
    _reason: String,
    example: [String; 2],
}

impl Repairs {
    /// Loads repairs and words, and tries each repair on its example; fails at the first mistake.
    pub fn load(data: &Data) -> Result<Self, RepairsError> {
        let (repairs, errors) = Self::read(data);
        errors.into_iter().next().map_or(Ok(repairs), Err)
    }

    /// Does as [`Repairs::load`], but goes on after a mistake; returns what is sound, and all
    /// mistakes.
    pub fn read(data: &Data) -> (Self, Vec<RepairsError>) {
        let mut errors = Vec::new();
        let words = parse(data, WORDS).map_err(|error| errors.push(error)).unwrap_or_default();
        let mut rules: Vec<Rule> = Vec::new();
        match file(data, REPAIRS).and_then(|file| Ok((file, parse::<RepairsFile>(data, REPAIRS)?)))
        {
            Ok((file, entries)) => {
                for entry in entries.repair {
                    match compile(entry, file) {
                        Ok(rule) => rules.push(rule),
                        Err(error) => errors.push(error),
                    }
                }
            }
            Err(error) => errors.push(error),
        }
        let any = RegexSet::new(rules.iter().map(|rule| rule.pattern.as_str()));
        let any = any.unwrap_or_else(|source| {
            let (path, pattern) = (REPAIRS.to_owned(), "all together".to_owned());
            let source = Box::new(source);
            errors.push(RepairsError::Pattern { path, line: 1, pattern, source });
            RegexSet::empty()
        });
        (Self { rules, any, words }, errors)
    }

    /// Returns how many repairs there are.
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Tells whether there is no repair.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }
}

fn file<'a>(data: &'a Data, name: &str) -> Result<&'a DataFile, RepairsError> {
    data.file(name).ok_or_else(|| RepairsError::Missing { path: name.to_owned() })
}

fn parse<T: for<'a> Deserialize<'a>>(data: &Data, name: &str) -> Result<T, RepairsError> {
    let file = file(data, name)?;
    toml::from_str(&file.text).map_err(|error| RepairsError::Toml {
        path: file.path.clone(),
        line: error.span().map_or(1, |span| line_of(&file.text, span.start)),
        message: error.message().replace('\n', "; "),
    })
}

fn line_of(text: &str, byte: usize) -> usize {
    text.get(..byte).map_or(1, |before| before.matches('\n').count() + 1)
}

fn compile(entry: RepairEntry, file: &DataFile) -> Result<Rule, RepairsError> {
    let line = line_of(&file.text, entry.pattern.span().start);
    let path = file.path.clone();
    let text = entry.pattern.into_inner();
    let pattern = match Regex::new(&text) {
        Ok(pattern) => pattern,
        Err(source) => {
            let source = Box::new(source);
            return Err(RepairsError::Pattern { path, line, pattern: text, source });
        }
    };
    let [wrong, right] = entry.example;
    let found = pattern.replace_all(&wrong, entry.replacement.as_str()).into_owned();
    let again = pattern.replace_all(&found, entry.replacement.as_str());
    if found != right || again != found {
        let found = again.into_owned();
        return Err(RepairsError::Example { path, line, pattern: text, found });
    }
    Ok(Rule { pattern, replacement: entry.replacement })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repairs_that_come_with_the_program_do_what_their_examples_say() {
        let repairs = Repairs::load(&Data::embedded()).unwrap();
        assert!(!repairs.is_empty());
    }

    #[test]
    fn each_repair_that_fails_is_named_with_its_line_and_the_others_stay() {
        let repair = |pattern: &str, example: &str| {
            format!(
                "[[repair]]\npattern = '{pattern}'\nreplacement = 'aa'\nreason = ''\n\
                 example = ['{example}', 'aa']\n"
            )
        };
        let text = [repair("a", "a"), repair("(", "b"), repair("b", "b")].concat();
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("normalise")).unwrap();
        std::fs::write(folder.path().join("normalise/repairs.toml"), text).unwrap();
        let mut data = Data::embedded();
        data.overlay(folder.path()).unwrap();
        let (repairs, errors) = Repairs::read(&data);
        assert_eq!(repairs.len(), 1);
        assert!(
            errors[0]
                .to_string()
                .ends_with("repairs.toml:2: the pattern 'a' makes 'aaaa' of its example")
        );
        assert!(errors[1].to_string().contains("repairs.toml:7: expected a regular expression"));
    }
}
