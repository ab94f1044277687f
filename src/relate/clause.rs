//! [`Sentence`]: a sentence in which every mention is one symbol of its class; what patterns
//! match on.

use crate::{
    model::{Block, DateMention, Document, Mention, Mentions, Span},
    ontology::ClassId,
    recognise::PUBLISHER,
    resolve::Resolution,
};

/// The symbol of the first class; the others follow.
const FIRST_SYMBOL: u32 = 0xE000;
/// The symbol of a date.
pub(crate) const DATE_SYMBOL: char = '\u{E0FF}';

/// The bytes of a symbol: all are of one plane.
pub(crate) const SYMBOL_LENGTH: usize = DATE_SYMBOL.len_utf8();

/// Returns the symbol that stands for a mention of this class.
pub(crate) fn symbol(class: ClassId) -> char {
    char::from_u32(FIRST_SYMBOL + u32::from(class.0)).unwrap_or(DATE_SYMBOL)
}

/// Tells whether a character stands for a mention or a date.
pub(crate) fn is_symbol(character: char) -> bool {
    ('\u{E000}'..=DATE_SYMBOL).contains(&character)
}

/// What a symbol stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Referent {
    /// A mention, by its index.
    Mention(usize),
    /// A date, by its index.
    Date(usize),
}

/// A sentence as symbols and the words between them.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// The sentence in the document's text.
    pub(crate) span: Span,
    /// The words, a symbol for each outermost mention; no spaces.
    pub(crate) text: String,
    /// For each symbol: its byte in `text`, and what it stands for.
    pub(crate) symbols: Vec<(usize, Referent)>,
    /// Where the stretches of `text` begin that are copied from the document or stand for a name
    /// of it, and where they begin there; sorted.
    places: Vec<(usize, usize)>,
    /// Where the marks stand in `text` that part clauses; sorted.
    marks: Vec<usize>,
}

/// What parts clauses.
const MARKS: [char; 6] = ['，', '；', '：', '。', '！', '？'];

impl Sentence {
    /// Writes a sentence in symbols.
    ///
    /// Names in parentheses right behind a mention (…会议（UNCTAD）) are left out: they only name
    /// it once more.
    pub(crate) fn new(
        document: &Document,
        span: Span,
        mentions: &Mentions,
        resolution: &Resolution,
    ) -> Self {
        let mut sentence = Self {
            span,
            text: String::new(),
            symbols: Vec::new(),
            places: Vec::new(),
            marks: Vec::new(),
        };
        let mut at = span.start();
        for (start, end, symbol, referent) in outermost(span, mentions, resolution) {
            if start < at {
                continue;
            }
            sentence.copy(document, at, start);
            sentence.places.push((sentence.text.len(), start));
            sentence.symbols.push((sentence.text.len(), referent));
            sentence.text.push(symbol);
            at = end;
            if matches!(referent, Referent::Mention(_)) {
                at = skip_other_name(document, at, span.end());
            }
        }
        sentence.copy(document, at, span.end());
        sentence.places.push((sentence.text.len(), span.end()));
        sentence.marks = sentence.text.match_indices(MARKS).map(|(at, _)| at).collect();
        sentence
    }

    fn copy(&mut self, document: &Document, from: usize, to: usize) {
        let Some(words) = document.text.get(from..to) else { return };
        let mut at = from;
        for stretch in words.split(char::is_whitespace) {
            if !stretch.is_empty() {
                self.places.push((self.text.len(), at));
                self.text.push_str(stretch);
            }
            at += stretch.len();
            let space = document.text.get(at..to).and_then(|rest| rest.chars().next());
            at += space.map_or(0, char::len_utf8);
        }
    }

    /// Returns the place in the document of a byte of the symbols' text.
    pub(crate) fn place(&self, byte: usize) -> usize {
        let behind = self.places.partition_point(|(at, _)| *at <= byte);
        let stretch = behind.checked_sub(1).and_then(|index| self.places.get(index));
        let end = self.span.end();
        stretch.map_or(end, |(at, place)| (place + (byte - at)).min(end))
    }

    /// Returns the symbols within a range of `text`.
    pub(crate) fn referents(
        &self,
        start: usize,
        end: usize,
    ) -> impl Iterator<Item = (usize, Referent)> + '_ {
        let first = self.symbols.partition_point(|(at, _)| *at < start);
        let rest = self.symbols.get(first..).unwrap_or_default();
        rest.iter().copied().take_while(move |(at, _)| *at < end)
    }

    /// Returns the clauses around a range of `text`: from the mark before it to the mark behind.
    pub(crate) fn clause_around(&self, start: usize, end: usize) -> (usize, usize) {
        let mark = |at: usize| self.marks.get(at).copied();
        let before = self.marks.partition_point(|at| *at < start).checked_sub(1).and_then(mark);
        let from = before.map_or(0, |at| at + '，'.len_utf8());
        let to = mark(self.marks.partition_point(|at| *at < end)).unwrap_or(self.text.len());
        (from, to)
    }
}

/// The longest mentions and the dates of a sentence, by place; a date within a name is the name's.
fn outermost(
    span: Span,
    mentions: &Mentions,
    resolution: &Resolution,
) -> Vec<(usize, usize, char, Referent)> {
    let inside = |part: Span| span.contains(part);
    let mut found: Vec<(usize, usize, char, Referent)> = Vec::new();
    let mut covered = 0;
    for (index, mention) in mentions.names_in(span) {
        let resolved = resolution.entity_of(index).is_some();
        // 甲出版社张三. 题名: the publisher of one work does nothing to the author of the next.
        let printed = mention.rule.as_str() == PUBLISHER;
        if !inside(mention.span) || mention.span.start() < covered || !resolved || printed {
            continue;
        }
        covered = mention.span.end();
        found.push(entry(mention, index));
    }
    let first = mentions.dates.partition_point(|d| d.span.start() < span.start());
    let dates = mentions.dates.iter().enumerate().skip(first);
    for (index, date) in dates.take_while(|(_, d)| d.span.start() < span.end()) {
        let free = |date: &DateMention| {
            !found
                .iter()
                .any(|(start, end, _, _)| *start < date.span.end() && date.span.start() < *end)
        };
        if inside(date.span) && free(date) {
            let at = (date.span.start(), date.span.end(), DATE_SYMBOL, Referent::Date(index));
            found.push(at);
        }
    }
    found.sort_by_key(|(start, ..)| *start);
    found
}

fn entry(mention: &Mention, index: usize) -> (usize, usize, char, Referent) {
    let (start, end) = (mention.span.start(), mention.span.end());
    (start, end, symbol(mention.class), Referent::Mention(index))
}

/// Returns the end of a parenthesis that only gives another name to what stands before it.
fn skip_other_name(document: &Document, at: usize, end: usize) -> usize {
    let rest = document.text.get(at..end).unwrap_or_default();
    let trimmed = rest.trim_start();
    let Some(content) = trimmed.strip_prefix(['（', '(']) else { return at };
    let Some(close) = content.find(['）', ')']) else { return at };
    let inside = content.get(..close).unwrap_or_default();
    let latin = inside.chars().all(|c| !crate::recognise::is_han(c))
        && inside.chars().any(char::is_alphabetic);
    if latin || inside.contains("简称") || inside.starts_with('“') {
        let mark =
            content.get(close..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        return at + (rest.len() - content.len()) + close + mark;
    }
    at
}

/// Cuts a block into sentences.
pub(crate) fn sentences(document: &Document, block: Block) -> Vec<Span> {
    let text = document.slice(block.span);
    let mut found = Vec::new();
    let mut start = block.span.start();
    let mut depth = 0i32;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        match character {
            '“' | '《' | '（' => depth += 1,
            '”' | '》' | '）' => depth -= 1,
            _ => {}
        }
        let end_mark = matches!(character, '。' | '！' | '？') && depth <= 0;
        let quoted_end =
            character == '”' && depth <= 0 && text.get(..at).is_some_and(|t| t.ends_with('。'));
        if end_mark && characters.peek().is_some_and(|(_, next)| *next == '”') {
            continue;
        }
        if end_mark || quoted_end {
            let end = block.span.start() + at + character.len_utf8();
            found.extend(Span::new(&document.text, start, end));
            start = end;
            depth = 0;
        }
    }
    if start < block.span.end() {
        found.extend(Span::new(&document.text, start, block.span.end()));
    }
    found
}
