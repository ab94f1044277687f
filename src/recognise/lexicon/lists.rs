//! The name and word lists while they are read, row by row.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{Ending, Entry, LexiconError, WordKind};
use crate::{
    data::DataFile,
    ontology::{ClassId, Ontology, terms::class as terms},
};

/// A row of a CSV file, with its line.
pub(super) struct Row<'a> {
    path: &'a str,
    line: u64,
    headers: &'a csv::StringRecord,
    cells: csv::StringRecord,
}

impl Row<'_> {
    fn cell(&self, column: &str) -> Option<&str> {
        let at = self.headers.iter().position(|header| header == column)?;
        self.cells.get(at)
    }

    fn need(&self, column: &str) -> Result<&str, LexiconError> {
        match self.cell(column) {
            Some(cell) if !cell.is_empty() => Ok(cell),
            _ => Err(self.error(format!("expected a value in the column `{column}`"))),
        }
    }

    fn list(&self, column: &str) -> impl Iterator<Item = &str> {
        let cell = self.cell(column).unwrap_or_default();
        cell.split('|').map(str::trim).filter(|part| !part.is_empty())
    }

    fn error(&self, message: String) -> LexiconError {
        LexiconError::Row { path: self.path.to_owned(), line: self.line, message }
    }
}

/// Hands each row of a file to `read`.
pub(super) fn rows(
    file: &DataFile,
    mut read: impl FnMut(&Row<'_>) -> Result<(), LexiconError>,
) -> Result<(), LexiconError> {
    let broken = |error: &csv::Error| LexiconError::Row {
        path: file.path.clone(),
        line: error.position().map_or(1, csv::Position::line),
        message: error.to_string(),
    };
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(file.text.as_bytes());
    let headers = reader.headers().map_err(|error| broken(&error))?.clone();
    for record in reader.records() {
        let cells = record.map_err(|error| broken(&error))?;
        let line = cells.position().map_or(1, csv::Position::line);
        read(&Row { path: &file.path, line, headers: &headers, cells })?;
    }
    Ok(())
}

/// The lists while they are read.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) entries: Vec<Entry>,
    pub(super) names: BTreeMap<String, Vec<u32>>,
    pub(super) words: BTreeMap<String, WordKind>,
    pub(super) bodies: Vec<Ending>,
    pub(super) events: Vec<Ending>,
    pub(super) documents: Vec<Ending>,
    pub(super) principles: Vec<Ending>,
    pub(super) titles: BTreeSet<String>,
    pub(super) professions: HashSet<String>,
    pub(super) modifiers: Vec<String>,
    pub(super) surnames: HashSet<String>,
    pub(super) transliteration: HashSet<char>,
    pub(super) common: HashSet<String>,
    pub(super) generic: HashSet<String>,
    pub(super) short: BTreeMap<char, Vec<String>>,
    pub(super) cues: BTreeMap<String, Vec<String>>,
    pub(super) titled: BTreeSet<String>,
}

impl Lists {
    fn class(ontology: &Ontology, row: &Row<'_>, name: &str) -> Result<ClassId, LexiconError> {
        ontology
            .class(name)
            .ok_or_else(|| row.error(format!("`{name}` is no class of the ontology")))
    }

    fn name(&mut self, class: ClassId, row: &Row<'_>) -> Result<(), LexiconError> {
        let name = row.need("name")?.to_owned();
        let index = u32::try_from(self.entries.len())
            .map_err(|_| row.error("too many names".to_owned()))?;
        let mut forms: Vec<String> = vec![name.clone()];
        forms.extend(row.list("aliases").map(str::to_owned));
        forms.extend(row.list("english").map(str::to_owned));
        for form in forms {
            let indices = self.names.entry(form).or_default();
            if !indices.contains(&index) {
                indices.push(index);
            }
        }
        for short in row.list("short") {
            // A short form of several characters is another name like any.
            let mut characters = short.chars();
            match (characters.next(), characters.next()) {
                (Some(character), None) => {
                    self.short.entry(character).or_default().push(name.clone());
                }
                _ => self.names.entry(short.to_owned()).or_default().push(index),
            }
        }
        self.entries.push(Entry { class, name });
        Ok(())
    }

    fn ending(
        &mut self,
        class: ClassId,
        row: &Row<'_>,
        ontology: &Ontology,
    ) -> Result<(), LexiconError> {
        let ending = Ending {
            text: row.need("ending")?.to_owned(),
            class,
            weak: row.cell("weak") == Some("yes"),
            own: row.cell("weak") == Some("own"),
        };
        let is = |name| ontology.class(name).is_some_and(|above| ontology.is_a(class, above));
        if is(terms::EVENT) {
            self.events.push(ending);
        } else if is(terms::DOCUMENT) {
            self.documents.push(ending);
        } else if is(terms::PRINCIPLE) || is(terms::PRINCIPLE_SET) {
            self.principles.push(ending);
        } else {
            self.bodies.push(ending);
        }
        Ok(())
    }

    fn word(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let word = row.need("word")?.to_owned();
        let kind = match row.need("kind")? {
            "conjunction" if word.chars().count() == 1 => WordKind::Conjunction,
            "inner" | "verb?" => WordKind::Inner,
            _ => WordKind::Bound,
        };
        self.words.insert(word, kind);
        Ok(())
    }

    fn common(&mut self, row: &Row<'_>) -> Result<(), LexiconError> {
        let word = row.need("word")?.to_owned();
        let kind = match row.cell("kind") {
            Some("verb") => WordKind::Verb,
            Some("pronoun" | "adverb" | "preposition" | "conjunction") => WordKind::Bound,
            _ => WordKind::Inner,
        };
        self.words.entry(word.clone()).or_insert(kind);
        self.common.insert(word);
        Ok(())
    }

    /// Takes in a row of a file of this name.
    pub(super) fn file(
        &mut self,
        name: &str,
        row: &Row<'_>,
        ontology: &Ontology,
    ) -> Result<(), LexiconError> {
        let fixed = match name {
            "countries.csv" => Some(terms::COUNTRY),
            "places.csv" => Some(terms::PLACE),
            "international.csv" => Some(terms::INTERNATIONAL_ORGANISATION),
            "organisations.csv" => Some(terms::ORGANISATION),
            "government.csv" => Some(terms::GOVERNMENT_BODY),
            "companies.csv" => Some(terms::COMPANY),
            "universities.csv" => Some(terms::UNIVERSITY),
            "periodicals.csv" => Some(terms::PERIODICAL),
            _ => None,
        };
        if let Some(class) = fixed {
            return self.name(Self::class(ontology, row, class)?, row);
        }
        match name {
            "surnames.csv" => drop(self.surnames.insert(row.need("surname")?.to_owned())),
            "titles.csv" => {
                let title = row.need("title")?.to_owned();
                if row.need("kind")? == "profession" {
                    self.professions.insert(title.clone());
                }
                self.titles.insert(title);
            }
            "title-modifiers.csv" => self.modifiers.push(row.need("modifier")?.to_owned()),
            "transliteration.csv" => self.transliteration.extend(row.need("characters")?.chars()),
            "words.csv" => self.word(row)?,
            "common.csv" => self.common(row)?,
            // Running text that holds a listed name by chance: 其中国家.
            "accidents.csv" => {
                self.words.insert(row.need("text")?.to_owned(), WordKind::Inner);
            }
            // Journals with the name of an ordinary phrase: only between title marks.
            "periodicals-titled.csv" => {
                let class = Self::class(ontology, row, terms::PERIODICAL)?;
                self.titled.extend(row.list("aliases").map(str::to_owned));
                self.titled.insert(row.need("name")?.to_owned());
                self.name(class, row)?;
            }
            "cues.csv" => {
                let group = row.need("group")?.to_owned();
                self.cues.entry(group).or_default().push(row.need("word")?.to_owned());
            }
            "generic.csv" => drop(self.generic.insert(row.need("word")?.to_owned())),
            _ => {
                let class = Self::class(ontology, row, row.need("class")?)?;
                if row.cell("ending").is_some() {
                    self.ending(class, row, ontology)?;
                } else {
                    self.name(class, row)?;
                }
            }
        }
        Ok(())
    }
}
