//! The name and word lists while they are read, row by row.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::{
    Ending, Entry, LexiconError, Place, Repeated, WordKind,
    shape::{self, Shape},
};
use crate::{
    data::DataFile,
    ontology::{ClassId, Ontology, terms::class as terms},
};

/// A row of a CSV file, with its line.
pub(super) struct Row<'a> {
    file: &'a DataFile,
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
        LexiconError::Row { path: self.file.path.clone(), line: self.line, message }
    }

    /// Returns a form of a name, which must be longer than one character: that would be found
    /// within ordinary words, everywhere.
    fn form(&self, form: &str) -> Result<String, LexiconError> {
        let mut characters = form.chars();
        if characters.next().is_some() && characters.next().is_none() {
            let message = format!("expected a name of two characters or more, found `{form}`");
            return Err(self.error(message));
        }
        if form.contains([';', '；']) {
            return Err(self.error(format!("expected names to be joined by `|`, found `{form}`")));
        }
        Ok(form.to_owned())
    }
}

/// Hands each row of a file to `read`, and what is wrong to `errors`; a file with other columns
/// than it should have is left out.
pub(super) fn rows(
    file: &DataFile,
    shape: Shape,
    errors: &mut Vec<LexiconError>,
    mut read: impl FnMut(&Row<'_>) -> Result<(), LexiconError>,
) {
    let broken = |line: u64, message: String| {
        let path = file.path.clone();
        LexiconError::Row { path, line, message }
    };
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(file.text.as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => return errors.push(broken(1, error.to_string())),
    };
    if let Err(message) = shape::check(shape, &headers) {
        return errors.push(broken(1, message));
    }
    for record in reader.records() {
        let cells = match record {
            Ok(cells) => cells,
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                errors.push(broken(line, error.to_string()));
                continue;
            }
        };
        // Spreadsheets leave such rows at the end.
        if cells.iter().all(str::is_empty) {
            continue;
        }
        let line = cells.position().map_or(1, csv::Position::line);
        if cells.len() != headers.len() {
            let columns: Vec<&str> = headers.iter().collect();
            let message = format!(
                "expected {} ({}), found {}; a value with a comma stands in quotation marks",
                values(headers.len()),
                columns.join(", "),
                values(cells.len()),
            );
            errors.push(broken(line, message));
            continue;
        }
        if let Err(error) = read(&Row { file, line, headers: &headers, cells }) {
            errors.push(error);
        }
    }
}

fn values(count: usize) -> String {
    if count == 1 { "1 value".to_owned() } else { format!("{count} values") }
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
    pub(super) professions: FxHashSet<String>,
    pub(super) modifiers: Vec<String>,
    pub(super) surnames: FxHashSet<String>,
    pub(super) transliteration: FxHashSet<char>,
    pub(super) common: FxHashSet<String>,
    pub(super) generic: FxHashSet<String>,
    /// For a character, the names that it is the short form of.
    pub(super) short: BTreeMap<char, Vec<u32>>,
    pub(super) cues: BTreeMap<String, Vec<String>>,
    pub(super) titled: BTreeSet<String>,
    /// For each entry, where it stands, and whether that is a list of the user's.
    places: Vec<(Place, bool)>,
}

impl Lists {
    fn class(ontology: &Ontology, row: &Row<'_>, name: &str) -> Result<ClassId, LexiconError> {
        ontology.class(name).ok_or_else(|| row.error(ontology.unknown_class(name)))
    }

    fn name(&mut self, class: ClassId, row: &Row<'_>) -> Result<(), LexiconError> {
        let name = row.form(row.need("name")?)?;
        let index = u32::try_from(self.entries.len())
            .map_err(|_| row.error("too many names".to_owned()))?;
        let mut forms: Vec<String> = vec![name.clone()];
        for form in row.list("aliases").chain(row.list("english")) {
            forms.push(row.form(form)?);
        }
        for form in forms {
            let indices = self.names.entry(form).or_default();
            if indices.contains(&index) {
                continue;
            }
            // What a user's list says of a name goes before what ours say.
            let at = if row.file.own { 0 } else { indices.len() };
            indices.insert(at, index);
        }
        for short in row.list("short") {
            // A short form of several characters is another name like any.
            let mut characters = short.chars();
            match (characters.next(), characters.next()) {
                (Some(character), None) => {
                    self.short.entry(character).or_default().push(index);
                }
                _ => self.names.entry(short.to_owned()).or_default().push(index),
            }
        }
        self.entries.push(Entry { class, name });
        let place = Place { path: row.file.path.clone(), line: row.line };
        self.places.push((place, row.file.own));
        Ok(())
    }

    fn ending(
        &mut self,
        class: ClassId,
        row: &Row<'_>,
        ontology: &Ontology,
    ) -> Result<(), LexiconError> {
        let kind = row.cell("weak").unwrap_or_default();
        if !["", "no", "yes", "own"].contains(&kind) {
            let message = format!("expected yes, no or own in the column `weak`, found `{kind}`");
            return Err(row.error(message));
        }
        let ending = Ending {
            text: row.need("ending")?.to_owned(),
            class,
            weak: kind == "yes",
            own: kind == "own",
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

    /// Takes in a row of a list of this kind.
    pub(super) fn row(
        &mut self,
        shape: Shape,
        row: &Row<'_>,
        ontology: &Ontology,
    ) -> Result<(), LexiconError> {
        match shape {
            Shape::NamesOf(class) => self.name(Self::class(ontology, row, class)?, row)?,
            Shape::Surnames => drop(self.surnames.insert(row.need("surname")?.to_owned())),
            Shape::Titles => {
                let title = row.need("title")?.to_owned();
                if row.need("kind")? == "profession" {
                    self.professions.insert(title.clone());
                }
                self.titles.insert(title);
            }
            Shape::TitleModifiers => self.modifiers.push(row.need("modifier")?.to_owned()),
            Shape::Transliteration => self.transliteration.extend(row.need("characters")?.chars()),
            Shape::Words => self.word(row)?,
            Shape::Common => self.common(row)?,
            // Running text that holds a listed name by chance: 其中国家.
            Shape::Accidents => {
                self.words.insert(row.need("text")?.to_owned(), WordKind::Inner);
            }
            // Journals with the name of an ordinary phrase: only between title marks.
            Shape::TitledPeriodicals => {
                let class = Self::class(ontology, row, terms::PERIODICAL)?;
                self.titled.extend(row.list("aliases").map(str::to_owned));
                self.titled.insert(row.need("name")?.to_owned());
                self.name(class, row)?;
            }
            Shape::Cues => {
                let group = row.need("group")?.to_owned();
                self.cues.entry(group).or_default().push(row.need("word")?.to_owned());
            }
            Shape::Generic => drop(self.generic.insert(row.need("word")?.to_owned())),
            Shape::Other => {
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

    /// Returns the names of the user's lists that stand elsewhere, too, in the order of the lists.
    pub(super) fn repeated(&self) -> Vec<Repeated> {
        let mut found = Vec::new();
        for (name, indices) in self.names.iter().filter(|(_, indices)| indices.len() > 1) {
            let mut sorted = indices.clone();
            sorted.sort_unstable();
            let entry = |index: u32| {
                let at = usize::try_from(index).ok()?;
                Some((self.entries.get(at)?, self.places.get(at)?))
            };
            let Some((first, (place, of_user))) = sorted.first().and_then(|first| entry(*first))
            else {
                continue;
            };
            for (again, (at, own)) in sorted.iter().skip(1).filter_map(|index| entry(*index)) {
                // To give one of our names further forms is what lists are for.
                let same = first.class == again.class && first.name == again.name;
                if *own && (*of_user || !same) {
                    found.push(Repeated {
                        name: name.clone(),
                        class: again.class,
                        place: at.clone(),
                        of_user: *of_user,
                        other_class: first.class,
                        other: place.clone(),
                    });
                }
            }
        }
        found.sort_by(|a, b| a.place.cmp(&b.place));
        found
    }
}
