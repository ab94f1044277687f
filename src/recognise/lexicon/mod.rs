//! [`Lexicon`]: the name lists and word lists of `data/lexicon/`, compiled once into automata.

mod automaton;
mod cues;
mod ending;
mod everywhere;
mod lists;
mod repeated;
mod shape;
mod trie;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use rustc_hash::{FxHashMap, FxHashSet};

pub use ending::Ending;
pub use repeated::{Place, Repeated};

use super::characters::Characters;
use crate::{
    data::Data,
    ontology::{ClassId, Ontology, terms::class as terms},
};
use cues::Groups;
use ending::EndingSet;
pub(crate) use everywhere::{CuePlaces, Sights};
use everywhere::{Everywhere, GROUPS, Hits, Roles};
use lists::{Lists, rows};
use shape::Shape;
pub(crate) use trie::Trie;

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

/// All lists, compiled.
pub struct Lexicon {
    /// All names and words, and whatever else is looked for at every place.
    everywhere: Everywhere,
    bodies: EndingSet,
    events: EndingSet,
    titles: Trie,
    titles_backward: Trie,
    modifiers: cues::Cues,
    professions: FxHashSet<String>,
    documents: EndingSet,
    principles: EndingSet,
    countries_by_short: FxHashMap<char, Vec<String>>,
    /// The characters that states are called by.
    short: Characters<16>,
    places_by_short: FxHashMap<char, Vec<String>>,
    /// The class of persons.
    person: Option<ClassId>,
    surnames: FxHashSet<String>,
    /// The characters that those begin with.
    surnames_begin: Characters<64>,
    transliteration: FxHashSet<char>,
    /// The characters of those.
    sounds: Characters<64>,
    common: FxHashSet<String>,
    generic: Trie,
    names: FxHashMap<String, Vec<u32>>,
    cues: Groups,
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
        let (lexicon, errors) = Self::read(data, ontology);
        errors.into_iter().next().map_or(Ok(lexicon), Err)
    }

    /// Does as [`Lexicon::load`], but goes on after a mistake; returns what is sound, and all
    /// mistakes.
    pub fn read(data: &Data, ontology: &Ontology) -> (Self, Vec<LexiconError>) {
        let mut lists = Lists::default();
        let mut errors = Vec::new();
        let mut files: Vec<_> = data.folder("data/lexicon", ".csv").collect();
        files.sort_by_key(|(_, file)| file.own);
        for (name, file) in files {
            let shape = Shape::of(name);
            rows(file, shape, &mut errors, |row| lists.row(shape, row, ontology));
        }
        let (country, person) = (ontology.class(terms::COUNTRY), ontology.class(terms::PERSON));
        (Self { person, ..Self::compile(lists, country) }, errors)
    }

    fn compile(lists: Lists, country: Option<ClassId>) -> Self {
        let (mut countries_by_short, mut places_by_short) =
            (FxHashMap::default(), FxHashMap::default());
        for (character, index) in lists
            .short
            .iter()
            .flat_map(|(short, names)| names.iter().map(move |index| (*short, *index)))
        {
            let Some(entry) = lists.entries.get(index as usize) else { continue };
            let of = if Some(entry.class) == country {
                &mut countries_by_short
            } else {
                &mut places_by_short
            };
            of.entry(character).or_insert_with(Vec::new).push(entry.name.clone());
        }
        let repeated = lists.repeated();
        let mut forms: BTreeMap<&str, Option<TokenKind>> = BTreeMap::new();
        for (word, kind) in &lists.words {
            forms.insert(word, Some(TokenKind::Word(*kind)));
        }
        for title in &lists.titles {
            forms.insert(title, Some(TokenKind::Title));
        }
        for (name, indices) in &lists.names {
            match indices.first() {
                Some(first) if !lists.titled.contains(name) => {
                    forms.insert(name, Some(TokenKind::Name(*first)));
                }
                _ => drop(forms.entry(name).or_default()),
            }
        }
        // A phrase of words that name nothing is looked through in steps of so many characters.
        let generic = lists.generic.iter().filter(|word| word.chars().count() <= 5);
        let cues = Groups::new(lists.cues);
        let (bodies, events) = (EndingSet::new(lists.bodies), EndingSet::new(lists.events));
        Self {
            everywhere: Everywhere::new(forms, roles(&lists.titles, &bodies, &events, &cues)),
            bodies,
            events,
            titles: Trie::new(lists.titles.iter().map(String::as_str)),
            titles_backward: Trie::backward(lists.titles.iter().map(String::as_str)),
            modifiers: cues::Cues::new(lists.modifiers),
            professions: lists.professions,
            documents: EndingSet::new(lists.documents),
            principles: EndingSet::new(lists.principles),
            short: Characters::of(countries_by_short.keys().copied()),
            countries_by_short,
            places_by_short,
            person: None,
            surnames_begin: Characters::of(lists.surnames.iter().filter_map(|s| s.chars().next())),
            surnames: lists.surnames,
            sounds: Characters::of(lists.transliteration.iter().copied()),
            transliteration: lists.transliteration,
            common: lists.common,
            generic: Trie::new(generic.map(String::as_str)),
            names: lists.names.into_iter().collect(),
            cues,
            entries: lists.entries,
            repeated,
        }
    }

    /// Finds all that is looked for at every place of a block, in one go.
    pub(crate) fn sights(&self, text: &str) -> Sights<'_> {
        let (mut sights, mut hits) = (Sights::default(), Hits::default());
        let mut free = 0;
        let characters = self.everywhere.spell(text);
        for (&(start, _), at) in characters.iter().zip(0..) {
            let rest = characters.get(at..).unwrap_or_default();
            let form = self.everywhere.sight(rest, text.len(), &mut sights, &mut hits);
            if let Some((end, kind)) = form.filter(|_| start >= free) {
                free = self.take(text, Token { start, end, kind }, &mut sights.tokens);
            }
        }
        let groups = GROUPS.map(|group| self.cues.get(group));
        hits.settle((&self.bodies, &self.events), groups, &mut sights);
        // PLANIFICA|CIO|N: letters within a Latin word are no title.
        let letter = |c: &u8| c.is_ascii_alphanumeric();
        let within = |end: usize| {
            let sides = text.as_bytes().get(end.saturating_sub(1)..=end);
            sides.is_some_and(|sides| sides.iter().all(letter))
        };
        sights.title_ends.retain(|end| !within(*end));
        sights
    }

    /// Cuts a text into the words and names of the lists: at each place the longest, from left to
    /// right, without overlaps. Takes time linear in the text.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens: Vec<Token> = Vec::new();
        let mut start = 0;
        while let Some(character) = text.get(start..).and_then(|rest| rest.chars().next()) {
            let Some((end, kind)) = self.form_at(text, start) else {
                start += character.len_utf8();
                continue;
            };
            start = self.take(text, Token { start, end, kind }, &mut tokens);
        }
        tokens
    }

    /// Puts a token to those before it, or the two that take its place; returns where they end.
    fn take(&self, text: &str, token: Token, tokens: &mut Vec<Token>) -> usize {
        if !whole_word(text, token.start, token.end) {
            return token.end;
        }
        if let Some((state, office)) = self.office_across(text, token) {
            tokens.extend(state);
            tokens.push(office);
            return office.end;
        }
        let Some((head, name)) = self.name_across(text, token) else {
            tokens.push(token);
            return token.end;
        };
        tokens.extend([head, name]);
        name.end
    }

    /// Returns the longest word or name that begins at this byte: where it ends, and what it is.
    fn form_at(&self, text: &str, start: usize) -> Option<(usize, TokenKind)> {
        self.everywhere.form_at(text, start)
    }

    /// Finds the state before an office that begins within the name of its ministry and ends behind it: 中国|外交部长,
    /// not 中国外交部|长. Returns the tokens that take the ministry's place, the state's where it is no single
    /// character.
    fn office_across(&self, text: &str, ministry: Token) -> Option<(Option<Token>, Token)> {
        if !matches!(ministry.kind, TokenKind::Name(_))
            || !text.get(ministry.end..)?.starts_with('长')
        {
            return None;
        }
        let end = ministry.end + '长'.len_utf8();
        let name = text.get(ministry.start..ministry.end)?;
        name.char_indices().skip(1).find_map(|(at, _)| {
            let cut = ministry.start + at;
            let (to, kind) = self.form_at(text, cut)?;
            let office = Token { start: cut, end, kind };
            if to != end || kind != TokenKind::Title {
                return None;
            }
            let state = self.form_at(text.get(..cut)?, ministry.start);
            let state = state.filter(|(to, kind)| *to == cut && matches!(kind, TokenKind::Name(_)));
            if let Some((_, kind)) = state {
                return Some((Some(Token { start: ministry.start, end: cut, kind }), office));
            }
            let mut letters = text.get(ministry.start..cut)?.chars();
            let single = letters.next().is_some_and(|c| !self.countries_of(c).is_empty());
            (single && letters.next().is_none()).then_some((None, office))
        })
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
        let (_, head) = self.form_at(text.get(..second)?, word.start)?;
        let window = text.get(second..)?;
        let reach = window.char_indices().nth(12).map_or(window.len(), |(at, _)| at);
        let (end, name) = self.form_at(text.get(..second + reach)?, second)?;
        let across = end > word.end
            && matches!(name, TokenKind::Name(_))
            && text.get(second..end)?.chars().count() >= 3;
        across.then_some((
            Token { start: word.start, end: second, kind: head },
            Token { start: second, end, kind: name },
        ))
    }

    /// Returns the endings of bodies in a text, the longest at each place.
    pub fn body_endings<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, usize, &'a Ending)> {
        self.bodies.find(text).into_iter()
    }

    /// Returns the longest ending of a body that a text has, with the byte that it begins at.
    pub fn body_ending<'a>(&'a self, text: &str) -> Option<(usize, &'a Ending)> {
        self.bodies.last(text)
    }

    /// Returns the longest ending of an event that a text has, with the byte that it begins at.
    pub fn event_ending<'a>(&'a self, text: &str) -> Option<(usize, &'a Ending)> {
        self.events.last(text)
    }

    /// Returns the class of a document by the end of its title.
    pub fn document_class(&self, title: &str) -> Option<ClassId> {
        self.documents.last(title).map(|(_, ending)| ending.class)
    }

    /// Returns the ending of a principle or set of principles that a phrase has.
    pub fn principle_ending(&self, phrase: &str) -> Option<&Ending> {
        self.principles.last(phrase).map(|(_, ending)| ending)
    }

    /// Returns the title or office that a text ends with, its modifiers included, with the byte
    /// that it begins at.
    pub fn title_at_end(&self, text: &str) -> Option<usize> {
        let (length, _) = self.titles_backward.longest(text.chars().rev())?;
        if !whole_word(text, text.len() - length, text.len()) {
            return None;
        }
        let mut before = text.get(..text.len() - length)?;
        while let Some(modifier) = self.modifiers.ends(before) {
            before = before.strip_suffix(modifier)?;
        }
        Some(before.len())
    }

    /// Returns the longest listed name of a class that a name begins with and is longer than.
    pub fn prefix_of<'a>(
        &'a self,
        name: &'a str,
        fits: impl Fn(ClassId) -> bool,
    ) -> Option<(usize, &'a Entry)> {
        let prefixes = self.everywhere.prefixes(name);
        prefixes.into_iter().rev().filter(|end| *end < name.len()).find_map(|end| {
            let (form, rest) = name.split_at_checked(end)?;
            // 日本国家中心 is 日本, not 日本国.
            let cuts =
                form.ends_with('国') && rest.starts_with('家') || form.chars().nth(1).is_none();
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
        self.titles.longest(text.chars()).is_some_and(|(length, _)| length == text.len())
    }

    /// Returns the modifiers of titles: 副, 前, 名誉.
    pub fn modifiers(&self) -> &[String] {
        &self.modifiers.words
    }

    /// Returns the states that a single character may stand for.
    pub fn countries_of(&self, short: char) -> &[String] {
        if !self.short.may_hold(short) {
            return &[];
        }
        self.countries_by_short.get(&short).map_or(&[], Vec::as_slice)
    }

    /// Tells whether the lists know something of this name that is no person.
    pub fn names_no_person(&self, name: &str) -> bool {
        self.entries_of(name).any(|entry| Some(entry.class) != self.person)
    }

    /// Returns the place that a single character stands for: 沪.
    pub fn place_of(&self, short: char) -> Option<&str> {
        self.places_by_short.get(&short)?.first().map(String::as_str)
    }

    /// Tells whether the text is a Chinese surname.
    pub fn is_surname(&self, text: &str) -> bool {
        self.surnames.contains(text)
    }

    /// Tells whether foreign names are transcribed with this character.
    pub fn transliterates(&self, character: char) -> bool {
        self.sounds.may_hold(character) && self.transliteration.contains(&character)
    }

    /// Tells whether a surname may begin with this character.
    pub(crate) fn may_begin_surname(&self, character: char) -> bool {
        self.surnames_begin.may_hold(character)
    }

    /// Tells whether the text is an ordinary word.
    pub fn is_common(&self, text: &str) -> bool {
        self.common.contains(text)
    }

    /// Tells whether the text consists of words that name nothing of their own: 有关, 国际, 多边.
    pub fn is_generic(&self, text: &str) -> bool {
        let mut rest = text;
        while let Some((length, _)) = self.generic.longest(rest.chars()) {
            rest = rest.get(length..).unwrap_or_default();
        }
        rest.is_empty()
    }

    /// Returns the words of a group of `cues.csv`, the longest first.
    #[inline]
    pub fn cues(&self, group: &str) -> &[String] {
        self.cues.get(group).map_or(&[], |cues| cues.words.as_slice())
    }

    /// Tells whether a word belongs to a group of cues.
    #[inline]
    pub fn has_cue(&self, group: &str, word: &str) -> bool {
        self.cues.get(group).is_some_and(|cues| cues.has(word))
    }

    /// Returns the longest cue of a group that the text begins with.
    #[inline]
    pub fn starts_with_cue(&self, group: &str, text: &str) -> Option<&str> {
        self.cues.get(group)?.starts(text)
    }

    /// Returns the longest cue of a group that the text ends with.
    #[inline]
    pub fn ends_with_cue(&self, group: &str, text: &str) -> Option<&str> {
        self.cues.get(group)?.ends(text)
    }

    /// Tells whether a cue of a group stands in the text.
    #[inline]
    pub fn holds_cue(&self, group: &str, text: &str) -> bool {
        self.cues.get(group).is_some_and(|cues| cues.stand_in(text))
    }

    /// Returns where the cues of a group stand in the text: the places of the longest cue first,
    /// and of one cue in their order, without overlaps.
    #[inline]
    pub fn cue_places(&self, group: &str, text: &str) -> Vec<(usize, &str)> {
        self.cues.get(group).map_or_else(Vec::new, |cues| cues.places(text))
    }

    /// Takes the longest cue of a group off the end of a text.
    #[inline]
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

/// What words are to those recognisers that look for them at every place.
fn roles<'a>(
    titles: &'a BTreeSet<String>,
    bodies: &'a EndingSet,
    events: &'a EndingSet,
    cues: &'a Groups,
) -> BTreeMap<&'a str, Roles> {
    let mut roles: BTreeMap<&str, Roles> = BTreeMap::new();
    for title in titles {
        roles.entry(title).or_default().title = true;
    }
    for (text, number) in bodies.texts() {
        roles.entry(text).or_default().body.get_or_insert(number);
    }
    for (text, number) in events.texts() {
        roles.entry(text).or_default().event.get_or_insert(number);
    }
    for (group, name) in GROUPS.iter().enumerate() {
        let words = cues.get(name).map_or(&[][..], |cues| cues.words.as_slice());
        for (word, number) in words.iter().zip(0..) {
            let of = &mut roles.entry(word).or_default().cues;
            // Of two that are the same, the first counts.
            if !of.iter().any(|(known, _)| *known == group) {
                of.push((group, number));
            }
        }
    }
    for (word, expressions) in super::sought::words() {
        roles.entry(word).or_default().sought |= expressions;
    }
    roles
}

/// Tells whether a match does not cut a Latin word or a number in two.
pub(crate) fn whole_word(text: &str, start: usize, end: usize) -> bool {
    let latin = |character: Option<char>| character.is_some_and(|c| c.is_ascii_alphanumeric());
    let inside = text.get(start..end).unwrap_or_default();
    if ![inside.bytes().next(), inside.bytes().next_back()]
        .into_iter()
        .flatten()
        .any(|byte| byte.is_ascii_alphanumeric())
    {
        return true;
    }
    let before = text.get(..start).and_then(|t| t.chars().next_back());
    let after = text.get(end..).and_then(|t| t.chars().next());
    let joined = |text: &str| text.strip_prefix('-').and_then(|t| t.chars().next());
    let after_hyphen = text.get(end..).and_then(joined).is_some_and(|c| c.is_ascii_alphabetic());
    let ends_latin = latin(inside.chars().next_back());
    !(latin(inside.chars().next()) && latin(before) || ends_latin && (latin(after) || after_hyphen))
}
