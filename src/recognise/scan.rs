//! [`Scan`]: one block of text, cut into words and names, for the recognisers to look at.

use super::{
    characters::Characters,
    lexicon::{CuePlaces, Ending, Lexicon, Sights, Token, TokenKind, WordKind},
};
use crate::ontology::{ClassId, Ontology, terms::class as terms};

/// One block of text with its tokens. All offsets are bytes within the block.
pub(crate) struct Scan<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: Vec<Token>,
    /// The endings of bodies.
    pub(crate) bodies: Vec<(usize, usize, &'a Ending)>,
    /// The endings of events.
    pub(crate) events: Vec<(usize, usize, &'a Ending)>,
    /// Where titles end, whatever words they are part of.
    pub(crate) title_ends: Vec<usize>,
    cues: CuePlaces<'a>,
    /// The words of the expressions that are sought: where each stands, and a bit for each of them.
    pub(crate) marks: Vec<(usize, u32)>,
    /// For each byte, one more than the index of the token that begins there, and of the one that
    /// ends there.
    at: Vec<(u32, u32)>,
    characters: Characters<64>,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) ontology: &'a Ontology,
}

/// Where a name that was followed to its left begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LeftEnd {
    /// The first byte.
    pub(crate) start: usize,
    /// Whether a name of the lists stands within.
    pub(crate) anchored: bool,
}

/// The most characters that a name may have before its ending.
const LONGEST_STEM: usize = 36;

/// The most characters of a parenthesis that defines short forms of the name it stands in.
const LONGEST_DEFINITION: usize = 40;

impl<'a> Scan<'a> {
    pub(crate) fn new(text: &'a str, lexicon: &'a Lexicon, ontology: &'a Ontology) -> Self {
        let Sights { tokens, bodies, events, title_ends, cues, marks } = lexicon.sights(text);
        let mut at = vec![(0, 0); text.len() + 1];
        for (token, index) in tokens.iter().zip(1..) {
            at[token.start].0 = index;
            at[token.end].1 = index;
        }
        let characters = Characters::of(text.chars());
        Self {
            text,
            tokens,
            bodies,
            events,
            title_ends,
            cues,
            marks,
            at,
            characters,
            lexicon,
            ontology,
        }
    }

    /// Returns where the cues of a group stand in the block, as [`Lexicon::cue_places`] does; the
    /// group must be one of those that are looked for everywhere.
    pub(crate) fn cue_places(&self, group: &str) -> &[(usize, &'a str)] {
        self.cues.of(group)
    }

    /// Cuts a piece out of the block.
    pub(crate) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Returns the text before an offset.
    pub(crate) fn before(&self, at: usize) -> &'a str {
        self.slice(0, at)
    }

    /// Returns the text from an offset on.
    pub(crate) fn after(&self, at: usize) -> &'a str {
        self.slice(at, self.text.len())
    }

    /// Tells whether one of these words stands in the block. What is looked for by an expression that
    /// needs one of them is not there without.
    pub(crate) fn holds(&self, words: &[&str]) -> bool {
        let may = |word: &str| word.chars().all(|c| self.characters.may_hold(c));
        words.iter().any(|word| may(word) && self.text.contains(word))
    }

    /// Returns the token that ends at this byte.
    pub(crate) fn token_ending(&self, at: usize) -> Option<&Token> {
        let (_, index) = self.at.get(at)?;
        self.tokens.get((*index as usize).checked_sub(1)?)
    }

    /// Returns the token that begins at this byte.
    pub(crate) fn token_starting(&self, at: usize) -> Option<&Token> {
        let (index, _) = self.at.get(at)?;
        self.tokens.get((*index as usize).checked_sub(1)?)
    }

    /// Returns the tokens within a range.
    pub(crate) fn tokens_in(&self, start: usize, end: usize) -> impl Iterator<Item = &Token> {
        let first = self.tokens.partition_point(|token| token.start < start);
        let rest = self.tokens.get(first..).unwrap_or_default();
        rest.iter().take_while(move |token| token.end <= end)
    }

    /// Returns the tokens that share a character with a range.
    pub(crate) fn tokens_touching(&self, start: usize, end: usize) -> impl Iterator<Item = &Token> {
        let first = self.tokens.partition_point(|token| token.end <= start);
        let rest = self.tokens.get(first..).unwrap_or_default();
        rest.iter().take_while(move |token| token.start < end)
    }

    /// Returns the class of the listed name that a token is.
    pub(crate) fn class_of(&self, token: &Token) -> Option<ClassId> {
        match token.kind {
            TokenKind::Name(index) => {
                self.lexicon.entries.get(index as usize).map(|entry| entry.class)
            }
            _ => None,
        }
    }

    /// Tells whether a class is this one or below it.
    pub(crate) fn is(&self, class: ClassId, name: &str) -> bool {
        self.ontology.class(name).is_some_and(|above| self.ontology.is_a(class, above))
    }

    /// Tells whether a class is one of these or below one of them.
    pub(crate) fn is_any(&self, class: ClassId, names: &[&str]) -> bool {
        names.iter().any(|name| self.is(class, name))
    }

    /// Tells whether a word that never belongs to a name begins here.
    pub(crate) fn bound_at(&self, at: usize) -> bool {
        match self.token_starting(at).map(|token| token.kind) {
            Some(TokenKind::Word(kind)) => kind != WordKind::Inner,
            Some(TokenKind::Title) => true,
            _ => false,
        }
    }

    /// Follows a name to its left, from the byte at which its ending begins.
    ///
    /// It goes on over characters, names and words that names hold inside, and stops at
    /// punctuation, at words that never belong to a name, and at a conjunction between two names.
    pub(crate) fn left_end(&self, ending: usize) -> LeftEnd {
        let mut at = ending;
        let mut stem = 0;
        let mut anchors: Vec<(usize, ClassId)> = Vec::new();
        while at > 0 && stem <= LONGEST_STEM {
            if let Some(token) = self.token_ending(at) {
                match token.kind {
                    TokenKind::Word(WordKind::Bound)
                        if !self.in_transcription(token) && !self.resident(token) =>
                    {
                        break;
                    }
                    TokenKind::Title
                        if !self.lexicon.is_profession(self.slice(token.start, token.end)) =>
                    {
                        break;
                    }
                    TokenKind::Word(WordKind::Conjunction) => {
                        if self.separates(token, at) {
                            break;
                        }
                    }
                    // “一带一路”高校战略联盟: a quoted name that is the first part of a longer one.
                    TokenKind::Name(_) if self.after(token.start).starts_with('“') => {
                        return LeftEnd { start: token.start, anchored: true };
                    }
                    TokenKind::Name(_) => {
                        // 环境与可持续发展学院, 中德数据法研究中心: no name begins with a principle or an
                        // instrument that it holds.
                        let class = self.class_of(token);
                        let class = class
                            .filter(|c| !self.is_any(*c, &[terms::PRINCIPLE, terms::DOCUMENT]));
                        anchors.extend(class.map(|class| (token.start, class)));
                    }
                    TokenKind::Word(_) | TokenKind::Title => {}
                }
                stem += self.slice(token.start, at).chars().count();
                at = token.start;
                continue;
            }
            let Some(character) = self.before(at).chars().next_back() else { break };
            if character == '）' || character == ')' {
                let Some(open) = self.short_parenthesis(at) else { break };
                at = open;
                continue;
            }
            if !self.within_name(character, at) {
                break;
            }
            at -= character.len_utf8();
            stem += 1;
        }
        // 中肯联合工作组: the second of two states may be a verb elsewhere.
        if let Some(pair) = self.pair_ending(at) {
            return LeftEnd { start: pair, anchored: true };
        }
        self.choose_start(at, &anchors)
    }

    /// 联合国|驻|印尼协调员办公室: tells whether a body resides somewhere by this word of its name.
    fn resident(&self, token: &Token) -> bool {
        let named = |token: Option<&Token>| token.is_some_and(|t| self.class_of(t).is_some());
        self.lexicon.has_cue("resident", self.slice(token.start, token.end))
            && named(self.token_ending(token.start))
            && named(self.token_starting(token.end))
    }

    /// Tells whether a word of one character stands for a sound in a transcribed name, as 肯 does
    /// in 乔莫·肯雅塔: of it and its neighbours, three transcribe sounds and are no word together.
    fn in_transcription(&self, token: &Token) -> bool {
        let sound = |c: char| self.lexicon.transliterates(c) || matches!(c, '·' | '-');
        let single = |c: char, at: usize| {
            let longer = self.tokens_touching(at, at + c.len_utf8());
            longer.into_iter().all(|t| self.slice(t.start, t.end).chars().count() == 1)
        };
        let word = self.slice(token.start, token.end);
        if word.chars().count() != 1 || !word.chars().all(sound) {
            return false;
        }
        let before = self.before(token.start).char_indices().rev();
        let left = before.take_while(|(at, c)| sound(*c) && single(*c, *at)).take(3).count();
        let after = self.after(token.end).char_indices();
        let right =
            after.take_while(|(at, c)| sound(*c) && single(*c, token.end + at)).take(3).count();
        let marked = self.before(token.start).chars().rev().take(left).any(|c| !is_han(c));
        left >= 1 && right >= 1 && left + right >= 2 || left >= 2 && marked
    }

    /// Returns where a pair of states by their characters begins that ends here: 中俄, 中肯.
    pub(super) fn pair_ending(&self, end: usize) -> Option<usize> {
        let mut characters = self.before(end).char_indices().rev();
        let (_, second) = characters.next()?;
        let (at, first) = characters.next()?;
        let single = |c: char| !self.lexicon.countries_of(c).is_empty();
        let pair = single(second) && single(first) && super::event::pair(self, self.slice(at, end));
        let free = self.before(at).chars().next_back().is_none_or(|c| !is_han(c))
            || self.token_ending(at).is_some();
        (pair && free).then_some(at)
    }

    /// Tells whether a conjunction stands between two names rather than within one.
    fn separates(&self, conjunction: &Token, right: usize) -> bool {
        if self.opens_word(conjunction) {
            return false;
        }
        let complete = |token: &Token| {
            self.class_of(token).is_some() || matches!(token.kind, TokenKind::Title)
        };
        let body_right = self.token_starting(right).and_then(|token| self.class_of(token));
        if body_right.is_some_and(|class| !self.is(class, "Place") && !self.is(class, "Principle"))
        {
            return true;
        }
        // 甘肃省委宣传部和甘肃省文物局 are two: the second begins with the place again.
        if body_right.is_some_and(|class| self.is(class, "Place"))
            && self.lexicon.body_ending(self.before(conjunction.start)).is_some()
        {
            return true;
        }
        if self.token_ending(conjunction.start).is_some_and(complete) {
            return true;
        }
        // 考虑|和某出版社合作: a preposition behind a verb.
        let verb = self.token_ending(conjunction.start).is_some_and(|token| {
            token.kind == TokenKind::Word(WordKind::Verb)
                && self.lexicon.has_cue("before-with", self.slice(token.start, token.end))
        });
        if verb {
            return true;
        }
        let before = self.before(conjunction.start);
        let Some(last) = before.chars().next_back() else { return true };
        if !self.within_name(last, conjunction.start) || last == ' ' {
            return true;
        }
        // 前国务卿约翰·福斯特和|某基金会总裁: a transcribed name behind its title.
        if self.named_person_ends(conjunction.start) {
            return true;
        }
        let tail = before.char_indices().rev().nth(5).map_or(0, |(at, _)| at);
        // 某理事会第二次会议和某市博览会 are two meetings.
        let meeting = self.lexicon.ends_with_cue("meeting-noun", before).is_some();
        if meeting && body_right.is_some_and(|class| self.is(class, "Place")) {
            return true;
        }
        let last = self.lexicon.body_ending(self.slice(tail, conjunction.start));
        // 某办公室和某中心: three characters are a kind even where one alone names nothing.
        last.is_some_and(|(_, ending)| {
            (!ending.weak || ending.text.chars().count() >= 3) && !self.is(ending.class, "Company")
        })
    }

    /// 某大学|和平与安全研究所, but not 某大学和|平安银行: tells whether 和 is the beginning of a word here, where neither a
    /// name nor another word begins behind it.
    pub(crate) fn opens_word(&self, conjunction: &Token) -> bool {
        let two = |at: usize| {
            let rest = self.after(at);
            rest.get(..rest.char_indices().nth(2).map_or(rest.len(), |(to, _)| to))
        };
        let word =
            two(conjunction.start).is_some_and(|word| self.lexicon.has_cue("word-with-and", word));
        let another = two(conjunction.end).is_some_and(|word| self.lexicon.is_common(word));
        let named =
            self.token_starting(conjunction.end).is_some_and(|t| self.class_of(t).is_some());
        let single = conjunction.end - conjunction.start == '和'.len_utf8();
        single && word && !another && !named
    }

    /// Tells whether a transcribed name with a point ends here that stands right behind a title.
    fn named_person_ends(&self, end: usize) -> bool {
        let sounds = self.before(end).char_indices().rev();
        let sounds = sounds.take_while(|(_, c)| self.lexicon.transliterates(*c) || *c == '·');
        let Some((start, _)) = sounds.last() else { return false };
        let Some(dot) = self.slice(start, end).find('·') else { return false };
        let titled = |token: &Token| token.kind == TokenKind::Title;
        let first = self.slice(start, start + dot).char_indices();
        first.into_iter().any(|(at, _)| self.token_ending(start + at).is_some_and(titled))
    }

    /// Returns the opening byte of a short parenthesis with an acronym that closes at `end`.
    pub(crate) fn short_parenthesis(&self, end: usize) -> Option<usize> {
        let inside = self.before(end);
        let open = inside.rfind(['（', '('])?;
        let content = inside.get(open..)?;
        let short = content.chars().count() <= 14;
        let inner = content.trim_matches(['（', '(', '）', ')']);
        let state = (self.lexicon.entries_of(inner))
            .any(|entry| self.is(entry.class, "Country") || self.is(entry.class, "Place"));
        let acronym =
            content.chars().any(|c| c.is_ascii_uppercase()) || content.contains('“') || state;
        let office = self.lexicon.is_title(inner);
        // 某组织（以下简称“甲”或“本组织”）: what it is called from here on, in how many words ever.
        let defined = super::learn::defines(inner) && content.chars().count() <= LONGEST_DEFINITION;
        (short && (acronym || office) || defined).then_some(open)
    }

    /// Tells whether a character may stand within a name.
    fn within_name(&self, character: char, end: usize) -> bool {
        // 甲学院²乙学院: a raised digit is the mark of a note or an address.
        if is_han(character) || character.is_alphanumeric() && !is_raised(character) {
            return true;
        }
        let left = || self.before(end - character.len_utf8()).chars().next_back();
        let right = || self.after(end).chars().next();
        match character {
            // 雏形——某科学院: a dash of two is none of a name.
            '—' => left() != Some('—') && right() != Some('—'),
            // 张三.某科学院, 甲&乙智库: between Chinese words they part two.
            '.' | '&' => !(left().is_some_and(is_han) && right().is_some_and(is_han)),
            '·' | '–' | '-' | '－' | '/' => true,
            ' ' => {
                let left = self.before(end - 1).chars().next_back();
                let right = self.after(end).chars().next();
                left.is_some_and(|c| c.is_ascii_alphanumeric())
                    || right.is_some_and(|c| c.is_ascii_alphanumeric())
            }
            _ => false,
        }
    }

    /// Chooses between the place where the text allows the name to begin and its first anchor.
    fn choose_start(&self, bound: usize, anchors: &[(usize, ClassId)]) -> LeftEnd {
        let start = self.skip_marks(bound);
        let Some(&(first, class)) = anchors.last() else {
            return LeftEnd { start, anchored: false };
        };
        let prefix = self.slice(start, first);
        let verb = self
            .tokens_in(start, first)
            .any(|token| matches!(token.kind, TokenKind::Word(WordKind::Verb)));
        let place = self.is(class, "Country") || self.is(class, "Place");
        // 前巴厘省|省长: what is no more is so by a word before the name; 1.武汉大学: the number of an
        // address is no part of it.
        let former = self.lexicon.has_cue("former", prefix);
        let number = prefix.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ' '));
        // 分析|海南某研究所: a word of its own before a place.
        let word = self.token_starting(start).is_some_and(|token| {
            token.end == first
                && matches!(token.kind, TokenKind::Word(_))
                && !self.lexicon.has_cue("before-place", prefix)
        });
        let part = place && !verb && !word && !former && !number;
        // 视|海牙国际法庭: of single characters, few stand before a place in a name.
        let length = prefix.chars().count();
        let fits = length == 1 && self.lexicon.has_cue("before-place", prefix);
        let keep = first <= start || part && (fits || (2..=3).contains(&length));
        LeftEnd { start: if keep { start } else { first }, anchored: true }
    }

    /// Skips marks, spaces and stray digits that cannot begin a name.
    fn skip_marks(&self, mut at: usize) -> usize {
        while let Some(character) = self.after(at).chars().next() {
            if is_han(character) || character.is_alphanumeric() && !is_raised(character) {
                break;
            }
            at += character.len_utf8();
        }
        // 1.武汉大学法学院: the number of an address.
        let rest = self.after(at);
        let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let dotted = behind.strip_prefix('.').filter(|_| behind.len() < rest.len());
        // 2弗雷泽研究所的现状: the number of a heading, which opens the block.
        let part = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let numbered = Some(part)
            .filter(|name| at == 0 && (1..=7).contains(&(rest.len() - name.len())))
            .filter(|_| rest.len() - behind.len() <= 2)
            .filter(|name| {
                !name.starts_with(['年', '月', '日', '世', '个', '名', '所', '家', '位'])
            });
        let dotted = numbered.filter(|name| name.starts_with(is_han)).or(dotted);
        let name = dotted.map(str::trim_start).filter(|name| name.starts_with(is_han));
        name.map_or(at, |name| self.text.len() - name.len())
    }
}

/// Tells whether a character is a raised digit.
fn is_raised(character: char) -> bool {
    matches!(character, '⁰'..='⁹' | '¹' | '²' | '³')
}

/// Tells whether a character is a Chinese one.
pub(crate) fn is_han(character: char) -> bool {
    matches!(character, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇' | '\u{20000}'..='\u{2ebef}')
}
