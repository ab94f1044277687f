//! [`Lexicon`]: the name lists and word lists of `data/lexicon/`, compiled once into automata.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    fmt,
};

use aho_corasick::{AhoCorasick, MatchKind};
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};

use crate::{
    data::{Data, DataFile},
    ontology::{ClassId, Ontology, terms::class as terms},
};

/// Why a name list could not be read.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// A row is not as its file needs it.
    #[error("{path}:{line}: {message}")]
    Row {
        /// The file.
        path: String,
        /// The line, from 1.
        line: u64,
        /// What was expected.
        message: String,
    },
    /// The lists are too large for the automata.
    #[error("the name lists cannot be compiled")]
    Automaton(#[from] aho_corasick::BuildError),
    /// The same for the large list of all names and words.
    #[error("the name lists cannot be compiled: {0}")]
    Tokens(String),
}

/// What a word of the running text may be to a name beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordKind {
    /// Never part of a name: a verb, preposition, adverb, pronoun, particle, measure word.
    Bound,
    /// 和, 与, 及: part of a name, or between two.
    Conjunction,
    /// A word that names often hold inside.
    Inner,
    /// An ordinary verb that no name list speaks of; it bounds a name that has no anchor.
    Verb,
}

/// A name of the lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its class.
    pub class: ClassId,
    /// The full name.
    pub name: String,
}

/// What a token of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A name of the lists: index into [`Lexicon::entries`].
    Name(u32),
    /// A word.
    Word(WordKind),
    /// A title or office: 副院长.
    Title,
}

/// A word or name at its place in the text that was looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Byte offset of its first character.
    pub start: usize,
    /// Byte offset after its last.
    pub end: usize,
    /// What it is.
    pub kind: TokenKind,
}

/// The end of a name that tells its class: 大学, 委员会, 研讨会, 公约.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The characters.
    pub text: String,
    /// The class by default.
    pub class: ClassId,
    /// Whether ordinary words end so too.
    pub weak: bool,
    /// Whether such a body is one of its own, whatever its name begins with: 南开新闻网.
    pub own: bool,
}

/// All lists, compiled.
pub struct Lexicon {
    tokens: CharwiseDoubleArrayAhoCorasick<u32>,
    token_kinds: Vec<TokenKind>,
    bodies: EndingSet,
    events: EndingSet,
    titles: HashSet<String>,
    title_automaton: AhoCorasick,
    longest_title: usize,
    modifiers: Vec<String>,
    professions: HashSet<String>,
    documents: Vec<Ending>,
    principles: Vec<Ending>,
    countries_by_short: BTreeMap<char, Vec<String>>,
    surnames: HashSet<String>,
    transliteration: HashSet<char>,
    common: HashSet<String>,
    generic: HashSet<String>,
    names: HashMap<String, Vec<u32>>,
    cues: BTreeMap<String, Vec<String>>,
    /// The names of the lists.
    pub entries: Vec<Entry>,
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon").field("entries", &self.entries.len()).finish_non_exhaustive()
    }
}

/// Endings looked for together.
#[derive(Debug)]
struct EndingSet {
    automaton: AhoCorasick,
    endings: Vec<Ending>,
}

impl EndingSet {
    fn new(endings: Vec<Ending>) -> Result<Self, LexiconError> {
        let automaton = AhoCorasick::builder().build(endings.iter().map(|ending| &ending.text))?;
        Ok(Self { automaton, endings })
    }

    /// Finds the endings in a text: of those that end at one place the longest, and none that
    /// another one goes beyond (经济对话 in 经济对话会).
    fn find(&self, text: &str) -> Vec<(usize, usize, &Ending)> {
        let mut found: Vec<(usize, usize, &Ending)> = Vec::new();
        for hit in self.automaton.find_overlapping_iter(text) {
            let Some(ending) = self.endings.get(hit.pattern().as_usize()) else { continue };
            let (start, end) = (hit.start(), hit.end());
            while found.last().is_some_and(|(from, to, _)| {
                *to == end && *from > start || start < *to && *to < end
            }) {
                found.pop();
            }
            if found.last().is_none_or(|(from, to, _)| *to != end || *from > start) {
                found.push((start, end, ending));
            }
        }
        found
    }
}

/// A row of a CSV file, with its line.
struct Row<'a> {
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
fn rows(
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
struct Lists {
    entries: Vec<Entry>,
    names: BTreeMap<String, Vec<u32>>,
    words: BTreeMap<String, WordKind>,
    bodies: Vec<Ending>,
    events: Vec<Ending>,
    documents: Vec<Ending>,
    principles: Vec<Ending>,
    titles: BTreeSet<String>,
    professions: HashSet<String>,
    modifiers: Vec<String>,
    surnames: HashSet<String>,
    transliteration: HashSet<char>,
    common: HashSet<String>,
    generic: HashSet<String>,
    short: BTreeMap<char, Vec<String>>,
    cues: BTreeMap<String, Vec<String>>,
    titled: BTreeSet<String>,
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

    fn file(&mut self, name: &str, row: &Row<'_>, ontology: &Ontology) -> Result<(), LexiconError> {
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

impl Lexicon {
    /// Reads and compiles all lists of `data/lexicon/`.
    ///
    /// A file of a name that the program does not know, such as a user's own `ships.csv`, has the
    /// columns `class,name,aliases` or `class,ending,weak`.
    pub fn load(data: &Data, ontology: &Ontology) -> Result<Self, LexiconError> {
        let mut lists = Lists::default();
        for (name, file) in data.folder("data/lexicon", ".csv") {
            rows(file, |row| lists.file(name, row, ontology))?;
        }
        Self::compile(lists)
    }

    fn compile(lists: Lists) -> Result<Self, LexiconError> {
        let mut patterns: BTreeMap<String, TokenKind> = BTreeMap::new();
        for (word, kind) in &lists.words {
            patterns.insert(word.clone(), TokenKind::Word(*kind));
        }
        for title in &lists.titles {
            patterns.insert(title.clone(), TokenKind::Title);
        }
        for (name, indices) in lists.names.iter().filter(|(name, _)| !lists.titled.contains(*name))
        {
            if let Some(first) = indices.first() {
                patterns.insert(name.clone(), TokenKind::Name(*first));
            }
        }
        let tokens = CharwiseDoubleArrayAhoCorasickBuilder::new()
            .match_kind(daachorse::MatchKind::LeftmostLongest)
            .build_with_values(patterns.keys().zip(0u32..))
            .map_err(|error| LexiconError::Tokens(error.to_string()))?;
        let mut cues = lists.cues;
        for words in cues.values_mut() {
            words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        }
        let longest_title =
            lists.titles.iter().map(|title| title.chars().count()).max().unwrap_or(0);
        let title_automaton =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&lists.titles)?;
        let mut modifiers = lists.modifiers;
        modifiers.sort_by_key(|modifier| std::cmp::Reverse(modifier.len()));
        let mut documents = lists.documents;
        documents.sort_by_key(|ending| std::cmp::Reverse(ending.text.len()));
        let mut principles = lists.principles;
        principles.sort_by_key(|ending| std::cmp::Reverse(ending.text.len()));
        Ok(Self {
            tokens,
            token_kinds: patterns.into_values().collect(),
            bodies: EndingSet::new(lists.bodies)?,
            events: EndingSet::new(lists.events)?,
            titles: lists.titles.into_iter().collect(),
            title_automaton,
            longest_title,
            modifiers,
            professions: lists.professions,
            documents,
            principles,
            countries_by_short: lists.short,
            surnames: lists.surnames,
            transliteration: lists.transliteration,
            common: lists.common,
            generic: lists.generic,
            names: lists.names.into_iter().collect(),
            cues,
            entries: lists.entries,
        })
    }

    /// Cuts a text into the words and names of the lists: at each place the longest, from left to
    /// right, without overlaps. Takes time linear in the text.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        self.tokens
            .leftmost_find_iter(text)
            .filter(|hit| whole_word(text, hit.start(), hit.end()))
            .filter_map(|hit| {
                let kind = *self.token_kinds.get(hit.value() as usize)?;
                Some(Token { start: hit.start(), end: hit.end(), kind })
            })
            .collect()
    }

    /// Returns the endings of bodies in a text, the longest at each place.
    pub fn body_endings<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, usize, &'a Ending)> {
        self.bodies.find(text).into_iter()
    }

    /// Returns the endings of events in a text, the longest at each place.
    pub fn event_endings<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, usize, &'a Ending)> {
        self.events.find(text).into_iter()
    }

    /// Returns the class of a document by the end of its title.
    pub fn document_class(&self, title: &str) -> Option<ClassId> {
        let found = self.documents.iter().find(|ending| title.ends_with(&ending.text));
        found.map(|ending| ending.class)
    }

    /// Returns the ending of a principle or set of principles that a phrase has.
    pub fn principle_ending(&self, phrase: &str) -> Option<&Ending> {
        self.principles.iter().find(|ending| phrase.ends_with(&ending.text))
    }

    /// Returns the title or office that a text ends with, its modifiers included, with the byte
    /// that it begins at.
    pub fn title_at_end(&self, text: &str) -> Option<usize> {
        let mut starts: Vec<usize> =
            text.char_indices().rev().take(self.longest_title).map(|(at, _)| at).collect();
        starts.reverse();
        let found = starts
            .into_iter()
            .find(|at| text.get(*at..).is_some_and(|end| self.titles.contains(end)))?;
        let mut start = found;
        loop {
            let before = text.get(..start).unwrap_or_default();
            let modifier = self.modifiers.iter().find(|m| before.ends_with(m.as_str()));
            match modifier {
                Some(modifier) => start -= modifier.len(),
                None => return Some(start),
            }
        }
    }

    /// Returns the ends of the titles in a text, the longest at each place, whatever words they
    /// are part of.
    pub fn title_ends<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> {
        self.title_automaton.find_iter(text).map(|hit| hit.end())
    }

    /// Returns the longest listed name of a class that a name begins with and is longer than.
    pub fn prefix_of<'a>(
        &'a self,
        name: &'a str,
        fits: impl Fn(ClassId) -> bool,
    ) -> Option<(usize, &'a Entry)> {
        let ends: Vec<usize> = name.char_indices().skip(2).map(|(at, _)| at).collect();
        ends.into_iter().rev().find_map(|end| {
            let entry = self
                .entries_of(name.get(..end)?)
                .find(|entry| fits(entry.class) && whole_word(name, 0, end))?;
            Some((end, entry))
        })
    }

    /// Tells whether a title is a mere profession, such as 法学家.
    pub fn is_profession(&self, title: &str) -> bool {
        self.professions.contains(title)
    }

    /// Tells whether the text is a title as it stands in the lists.
    pub fn is_title(&self, text: &str) -> bool {
        self.titles.contains(text)
    }

    /// Returns the modifiers of titles: 副, 前, 名誉.
    pub fn modifiers(&self) -> &[String] {
        &self.modifiers
    }

    /// Returns the states that a single character may stand for.
    pub fn countries_of(&self, short: char) -> &[String] {
        self.countries_by_short.get(&short).map_or(&[], Vec::as_slice)
    }

    /// Tells whether the text is a Chinese surname.
    pub fn is_surname(&self, text: &str) -> bool {
        self.surnames.contains(text)
    }

    /// Tells whether foreign names are transcribed with this character.
    pub fn transliterates(&self, character: char) -> bool {
        self.transliteration.contains(&character)
    }

    /// Tells whether the text is an ordinary word.
    pub fn is_common(&self, text: &str) -> bool {
        self.common.contains(text)
    }

    /// Tells whether the text consists of words that name nothing of their own: 有关, 国际, 多边.
    pub fn is_generic(&self, text: &str) -> bool {
        let mut rest = text;
        'words: while !rest.is_empty() {
            for length in (1..=5).rev() {
                let end = rest.char_indices().nth(length).map_or(rest.len(), |(at, _)| at);
                let (head, tail) = rest.split_at(end);
                if self.generic.contains(head) {
                    rest = tail;
                    continue 'words;
                }
            }
            return false;
        }
        true
    }

    /// Returns the words of a group of `cues.csv`, the longest first.
    pub fn cues(&self, group: &str) -> &[String] {
        self.cues.get(group).map_or(&[], Vec::as_slice)
    }

    /// Tells whether a word belongs to a group of cues.
    pub fn has_cue(&self, group: &str, word: &str) -> bool {
        self.cues(group).iter().any(|cue| cue == word)
    }

    /// Returns the longest cue of a group that the text begins with.
    pub fn starts_with_cue(&self, group: &str, text: &str) -> Option<&str> {
        self.cues(group).iter().map(String::as_str).find(|cue| text.starts_with(cue))
    }

    /// Returns the longest cue of a group that the text ends with.
    pub fn ends_with_cue(&self, group: &str, text: &str) -> Option<&str> {
        self.cues(group).iter().map(String::as_str).find(|cue| text.ends_with(cue))
    }

    /// Takes the longest cue of a group off the end of a text.
    pub fn strip_cue<'a>(&self, group: &str, text: &'a str) -> &'a str {
        self.ends_with_cue(group, text).and_then(|cue| text.strip_suffix(cue)).unwrap_or(text)
    }

    /// Returns the entries that a form names.
    pub fn entries_of(&self, form: &str) -> impl Iterator<Item = &Entry> {
        self.names
            .get(form)
            .into_iter()
            .flatten()
            .filter_map(|index| self.entries.get(*index as usize))
    }
}

/// Tells whether a match does not cut a Latin word or a number in two.
pub(crate) fn whole_word(text: &str, start: usize, end: usize) -> bool {
    let latin = |character: Option<char>| character.is_some_and(|c| c.is_ascii_alphanumeric());
    let inside = text.get(start..end).unwrap_or_default();
    let before = text.get(..start).and_then(|t| t.chars().next_back());
    let after = text.get(end..).and_then(|t| t.chars().next());
    let joined = |text: &str| text.strip_prefix('-').and_then(|t| t.chars().next());
    let after_hyphen = text.get(end..).and_then(joined).is_some_and(|c| c.is_ascii_alphabetic());
    let ends_latin = latin(inside.chars().next_back());
    !(latin(inside.chars().next()) && latin(before) || ends_latin && (latin(after) || after_hyphen))
}
