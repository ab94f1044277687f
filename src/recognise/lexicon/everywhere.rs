//! [`Everywhere`]: what is looked for at every place of a block, all at once.
use std::collections::BTreeMap;

use super::{
    Ending, Token, TokenKind,
    automaton::{Automaton, Number},
    cues::Cues,
    ending::EndingSet,
};

/// The groups of cues that recognisers look for in whole blocks.
pub(super) const GROUPS: [&str; 8] = [
    "anaphor-noun",
    "bare-body-noun",
    "behind-periodical",
    "body-noun",
    "commitment",
    "own-head",
    "people-noun",
    "short-title",
];

/// All words that are looked for at every place of a block.
#[derive(Debug)]
pub(super) struct Everywhere {
    automaton: Automaton,
    words: Vec<Word>,
    /// What some of the words are besides.
    roles: Vec<Roles>,
}

/// What a word is, by its number.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// In running text.
    kind: Option<TokenKind>,
    /// One more than the place of its roles; 0 where it has none.
    roles: u32,
}

/// What a word is to some recognisers.
#[derive(Clone, Debug, Default)]
pub(super) struct Roles {
    pub(super) title: bool,
    /// The ending of bodies, of events, by its number.
    pub(super) body: Option<u32>,
    pub(super) event: Option<u32>,
    /// The groups of [`GROUPS`] that it is a cue of, each with its number there.
    pub(super) cues: Vec<(usize, u32)>,
    /// The expressions that it is a word of, a bit for each.
    pub(super) sought: u32,
}

/// What stands in a block, each in the order of the text.
#[derive(Debug, Default)]
pub(crate) struct Sights<'a> {
    pub(crate) tokens: Vec<Token>,
    /// Where titles end, the longest at each place, whatever words they are part of.
    pub(crate) title_ends: Vec<usize>,
    /// The endings of bodies and of events.
    pub(crate) bodies: Vec<(usize, usize, &'a Ending)>,
    pub(crate) events: Vec<(usize, usize, &'a Ending)>,
    pub(crate) cues: CuePlaces<'a>,
    /// Where the words of sought expressions stand, with a bit for each expression.
    pub(crate) marks: Vec<(usize, u32)>,
}

/// Where the cues of each of [`GROUPS`] stand, in the order of [`Cues::places`].
#[derive(Debug, Default)]
pub(crate) struct CuePlaces<'a>([Vec<(usize, &'a str)>; GROUPS.len()]);

impl<'a> CuePlaces<'a> {
    /// Returns those of a group that is looked for.
    pub(crate) fn of(&self, group: &str) -> &[(usize, &'a str)] {
        let at = GROUPS.iter().position(|known| *known == group);
        debug_assert!(at.is_some(), "{group} is not looked for everywhere");
        at.and_then(|at| self.0.get(at)).map_or(&[], Vec::as_slice)
    }
}

/// What is found before it is put in order.
#[derive(Default)]
pub(super) struct Hits {
    /// Endings: where each ends, where it begins, its number.
    pub(super) bodies: Vec<(usize, usize, u32)>,
    pub(super) events: Vec<(usize, usize, u32)>,
    /// Cues of each group: number and place.
    cues: [Vec<(u32, usize)>; GROUPS.len()],
}

impl Everywhere {
    /// Builds the words from what each is in running text and from what it is besides.
    pub(super) fn new(
        forms: BTreeMap<&str, Option<TokenKind>>,
        roles: BTreeMap<&str, Roles>,
    ) -> Self {
        let mut words: BTreeMap<&str, Word> = BTreeMap::new();
        words.extend(forms.into_iter().map(|(form, kind)| (form, Word { kind, roles: 0 })));
        for (word, number) in roles.keys().zip(1..) {
            words.entry(word).or_insert(Word { kind: None, roles: 0 }).roles = number;
        }
        Self {
            automaton: Automaton::new(&words.keys().copied().collect::<Vec<_>>()),
            words: words.into_values().collect(),
            roles: roles.into_values().collect(),
        }
    }

    fn word(&self, number: u32) -> Word {
        self.words[number as usize]
    }

    /// Returns the ends of all words that a text begins with, the shortest first.
    pub(super) fn prefixes(&self, text: &str) -> Vec<usize> {
        let mut ends = Vec::new();
        self.each(text, |end, _| ends.push(end));
        ends
    }

    /// Returns the longest word or name that begins at this byte: where it ends, and what it is.
    pub(super) fn form_at(&self, text: &str, start: usize) -> Option<(usize, TokenKind)> {
        let mut longest = None;
        self.each(text.get(start..)?, |length, number| {
            longest = self.word(number).kind.map(|kind| (start + length, kind)).or(longest);
        });
        longest
    }

    /// Hands over the words that a text begins with, each with its length in bytes and its number.
    fn each(&self, text: &str, mut found: impl FnMut(usize, u32)) {
        let (mut ends, mut known, mut length) = (text.char_indices(), 0, 0);
        let numbers = text.chars().map(|character| self.automaton.number(character));
        self.automaton.each(numbers, |characters, number| {
            while known < characters {
                length += ends.next().map_or(0, |(_, character)| character.len_utf8());
                known += 1;
            }
            found(length, number);
        });
    }

    /// Returns a block as the numbers of its characters, each with its place.
    pub(super) fn spell(&self, text: &str) -> Vec<(usize, Number)> {
        text.char_indices().map(|(at, c)| (at, self.automaton.number(c))).collect()
    }

    /// Returns the longest word or name that begins at the first of some characters of a block,
    /// where it ends, and what it is; takes note of what else begins there.
    pub(super) fn sight(
        &self,
        characters: &[(usize, Number)],
        block_end: usize,
        sights: &mut Sights<'_>,
        hits: &mut Hits,
    ) -> Option<(usize, TokenKind)> {
        let start = characters.first()?.0;
        let mut longest = None;
        let mut title_end = None;
        self.automaton.each(characters.iter().map(|(_, number)| *number), |length, number| {
            let word = self.word(number);
            let end = characters.get(length).map_or(block_end, |(at, _)| *at);
            longest = word.kind.map(|kind| (end, kind)).or(longest);
            let Some(roles) = (word.roles as usize).checked_sub(1).map(|at| &self.roles[at]) else {
                return;
            };
            title_end = roles.title.then_some(end).or(title_end);
            hits.bodies.extend(roles.body.map(|ending| (end, start, ending)));
            hits.events.extend(roles.event.map(|ending| (end, start, ending)));
            for &(group, cue) in &roles.cues {
                hits.cues[group].push((cue, start));
            }
            if roles.sought != 0 {
                sights.marks.push((start, roles.sought));
            }
        });
        let free = sights.title_ends.last().is_none_or(|last| *last <= start);
        sights.title_ends.extend(title_end.filter(|_| free));
        longest
    }
}

impl Hits {
    /// Puts what was found in order, and leaves out what others go beyond.
    pub(super) fn settle<'a>(
        self,
        (bodies, events): (&'a EndingSet, &'a EndingSet),
        groups: [Option<&'a Cues>; GROUPS.len()],
        sights: &mut Sights<'a>,
    ) {
        sights.bodies = bodies.settle(self.bodies);
        sights.events = events.settle(self.events);
        for ((cues, group), hits) in sights.cues.0.iter_mut().zip(groups).zip(self.cues) {
            *cues = group.map_or_else(Vec::new, |group| group.settle(hits));
        }
    }
}
