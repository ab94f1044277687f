//! [`Lexicon`]: the name lists and word lists of `data/lexicon/`, compiled once into automata.

mod ending;
mod lists;
mod repeated;
mod shape;

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    fmt,
};

use aho_corasick::{AhoCorasick, MatchKind};
use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};

pub use ending::Ending;
pub use repeated::{Place, Repeated};

use crate::{
    data::Data,
    ontology::{ClassId, Ontology},
};
use ending::EndingSet;
use lists::{Lists, rows};
use shape::Shape;

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

/// The words of a group.
#[derive(Debug)]
struct Cues {
    /// The longest first.
    words: Vec<String>,
    set: HashSet<String>,
}

impl Cues {
    fn new(words: Vec<String>) -> Self {
        Self { set: words.iter().cloned().collect(), words }
    }
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
    countries_by_short: HashMap<char, Vec<String>>,
    surnames: HashSet<String>,
    transliteration: HashSet<char>,
    common: HashSet<String>,
    generic: HashSet<String>,
    names: HashMap<String, Vec<u32>>,
    cues: HashMap<String, Cues>,
    /// The names of the lists.
    pub entries: Vec<Entry>,
    /// The names of the user's lists that stand elsewhere, too.
    pub repeated: Vec<Repeated>,
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon").field("entries", &self.entries.len()).finish_non_exhaustive()
    }
}

impl Lexicon {
    /// Reads and compiles all lists of `data/lexicon/`; fails at the first mistake.
    ///
    /// A file of a name that the program does not know, such as a user's own `ships.csv`, has the
    /// columns `class,name,aliases` or `class,ending,weak`. The user's lists go before ours.
    pub fn load(data: &Data, ontology: &Ontology) -> Result<Self, LexiconError> {
        let (lexicon, errors) = Self::read(data, ontology)?;
        errors.into_iter().next().map_or(Ok(lexicon), Err)
    }

    /// Does as [`Lexicon::load`], but goes on after a mistake; returns what is sound, and all
    /// mistakes. Fails where the lists cannot be compiled at all.
    pub fn read(
        data: &Data,
        ontology: &Ontology,
    ) -> Result<(Self, Vec<LexiconError>), LexiconError> {
        let mut lists = Lists::default();
        let mut errors = Vec::new();
        let mut files: Vec<_> = data.folder("data/lexicon", ".csv").collect();
        files.sort_by_key(|(_, file)| file.own);
        for (name, file) in files {
            let shape = Shape::of(name);
            rows(file, shape, &mut errors, |row| lists.row(shape, row, ontology));
        }
        Ok((Self::compile(lists)?, errors))
    }

    fn compile(lists: Lists) -> Result<Self, LexiconError> {
        let repeated = lists.repeated();
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
            countries_by_short: lists.short.into_iter().collect(),
            surnames: lists.surnames,
            transliteration: lists.transliteration,
            common: lists.common,
            generic: lists.generic,
            names: lists.names.into_iter().collect(),
            cues: cues.into_iter().map(|(group, words)| (group, Cues::new(words))).collect(),
            entries: lists.entries,
            repeated,
        })
    }

    /// Cuts a text into the words and names of the lists: at each place the longest, from left to
    /// right, without overlaps. Takes time linear in the text.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens: Vec<Token> = Vec::new();
        let mut from = 0;
        while let Some(rest) = text.get(from..) {
            let mut shorter = None;
            for hit in self.tokens.leftmost_find_iter(rest) {
                let (start, end) = (from + hit.start(), from + hit.end());
                let Some(kind) = self.token_kinds.get(hit.value() as usize).copied() else {
                    continue;
                };
                if !whole_word(text, start, end) {
                    continue;
                }
                let token = Token { start, end, kind };
                shorter = self.name_across(text, token);
                if shorter.is_some() {
                    break;
                }
                tokens.push(token);
            }
            let Some((head, name)) = shorter else { break };
            from = name.end;
            tokens.push(head);
            tokens.push(name);
        }
        tokens
    }

    /// Finds a name of three characters and more that begins with the last character of a word of
    /// two and ends behind it, where the word's first character is a word, too: 在|内罗毕, not
    /// 在内|罗毕. Returns the two tokens that take the word's place.
    fn name_across(&self, text: &str, word: Token) -> Option<(Token, Token)> {
        if !matches!(word.kind, TokenKind::Word(WordKind::Bound)) {
            return None;
        }
        let mut characters = text.get(word.start..word.end)?.char_indices();
        let second = word.start + characters.nth(1)?.0;
        if characters.next().is_some() {
            return None;
        }
        let kind = |from: usize, to: usize| {
            let length = text.get(from..to)?.len();
            let hit = self.tokens.leftmost_find_iter(text.get(from..to)?).next()?;
            let whole = hit.start() == 0 && hit.end() == length;
            self.token_kinds.get(hit.value() as usize).copied().filter(|_| whole)
        };
        let head = kind(word.start, second)?;
        let window = text.get(second..)?;
        let end = window.char_indices().nth(12).map_or(window.len(), |(at, _)| at);
        let hit = self.tokens.leftmost_find_iter(window.get(..end)?).next()?;
        let name = self.token_kinds.get(hit.value() as usize).copied()?;
        let across = hit.start() == 0
            && second + hit.end() > word.end
            && matches!(name, TokenKind::Name(_))
            && window.get(..hit.end())?.chars().count() >= 3;
        across.then_some((
            Token { start: word.start, end: second, kind: head },
            Token { start: second, end: second + hit.end(), kind: name },
        ))
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
            let (form, rest) = name.split_at_checked(end)?;
            // 日本国家中心 is 日本, not 日本国.
            let cuts = form.ends_with('国') && rest.starts_with('家');
            let entry = self
                .entries_of(form)
                .find(|entry| !cuts && fits(entry.class) && whole_word(name, 0, end))?;
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
        self.cues.get(group).map_or(&[], |cues| cues.words.as_slice())
    }

    /// Tells whether a word belongs to a group of cues.
    pub fn has_cue(&self, group: &str, word: &str) -> bool {
        self.cues.get(group).is_some_and(|cues| cues.set.contains(word))
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
