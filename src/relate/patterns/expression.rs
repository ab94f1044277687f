//! [`Expression`]: a pattern's regular expression, tried only where a match may begin.

use regex_automata::{
    Anchored, Input,
    meta::{Config, Regex},
    util::{captures::Captures, primitives::PatternID},
};

use super::{
    Slot,
    compile::uncompiled,
    needed::needed,
    skeleton::{Bones, First, Skeleton},
};

/// What a compiled expression may take, in bytes, and what its states may.
const SIZE_LIMIT: usize = 10 << 20;
const CACHE_CAPACITY: usize = 2 << 20;

/// Where the matches of an expression begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// At names of these classes.
    Names(Vec<usize>),
    /// At the character before names of these classes, or at such a name that opens the sentence.
    Before(Vec<usize>),
    /// At the beginning of the sentence, or the mark between two clauses.
    Clause,
    /// Anywhere.
    Any,
}

impl Opening {
    /// Tells where the matches of a pattern begin that has no choice outside of groups.
    /// `first` is its first slot with what stands before it, where no match is without that.
    pub(super) fn of(pattern: &str, first: Option<(&str, &Slot)>) -> Self {
        let marks = pattern.strip_prefix("(?:^|[").and_then(|rest| rest.split_once("])"));
        let marks = marks.filter(|(marks, _)| marks.chars().all(|c| CLAUSE_MARKS.contains(&c)));
        let rest = pattern.strip_prefix('^').or(marks.map(|(_, rest)| rest));
        match first {
            _ if rest.is_some_and(|rest| !rest.starts_with(['?', '*', '{'])) => Self::Clause,
            Some(("", slot)) => Self::Names(numbers(slot)),
            Some((set, slot)) if other_than(set) => Self::Before(numbers(slot)),
            _ => Self::Any,
        }
    }
}

/// Tells whether a part of a pattern is one character that is none of a set, or the beginning.
fn other_than(part: &str) -> bool {
    let set = part.strip_prefix("(?:^|[^").and_then(|rest| rest.strip_suffix("])"));
    set.is_some_and(|set| !set.contains(['[', ']', '\\']))
}

/// The numbers of the classes that fill a slot.
fn numbers(slot: &Slot) -> Vec<usize> {
    slot.classes.iter().map(|class| usize::from(class.0)).collect()
}

/// The marks that stand between clauses.
pub(super) const CLAUSE_MARKS: [char; 4] = ['，', '；', '：', '。'];

/// A compiled expression.
#[derive(Debug)]
pub(crate) struct Expression {
    regex: Regex,
    opening: Opening,
    /// The groups with a name, which are few.
    groups: Vec<(String, usize)>,
    /// The first group without one.
    unnamed: Option<usize>,
    /// Sets of words, of each of which one stands in whatever it matches.
    pub(super) needed: Vec<Vec<String>>,
}

impl Expression {
    /// Compiles an expression of which the matches begin as told.
    pub(super) fn new(written: &str, opening: Opening) -> Result<Self, String> {
        let config =
            Config::new().nfa_size_limit(Some(SIZE_LIMIT)).hybrid_cache_capacity(CACHE_CAPACITY);
        let read = regex_syntax::parse(written).map_err(|error| uncompiled(&error))?;
        let regex = Regex::builder().configure(config).build_from_hir(&read);
        let regex = regex.map_err(|error| uncompiled(&error))?;
        let names = || regex.group_info().pattern_names(PatternID::ZERO).zip(0..).skip(1);
        let groups = names().filter_map(|(name, group)| Some((name?.to_owned(), group))).collect();
        let unnamed = names().find(|(name, _)| name.is_none()).map(|(_, group)| group);
        Ok(Self { regex, opening, groups, unnamed, needed: needed(&read) })
    }

    /// Returns the number of a group by its name.
    pub(crate) fn group(&self, name: &str) -> Option<usize> {
        self.groups.iter().find(|(known, _)| known == name).map(|(_, group)| *group)
    }

    /// Returns the leftmost match in a sentence that begins at a byte or behind it. What its
    /// skeleton has no place for is not tried, where the places of the trigger are told.
    pub(crate) fn captures_at(
        &self,
        text: &str,
        bones: &Bones,
        at: usize,
        sought: Option<(&Skeleton, &[(usize, usize)])>,
    ) -> Option<Captures> {
        let end = text.len();
        let fits = |place: usize, first: First| {
            sought.is_none_or(|(skeleton, triggers)| {
                skeleton.fits_from(bones, triggers, (place, end), Some(first))
            })
        };
        let names = |classes| {
            let names = bones.within(at, end).filter(move |(_, bone)| bone.is_of(classes));
            names.map(|(place, _)| place).filter(|place| fits(*place, First::Name))
        };
        let anchored = |start: usize| {
            let input = Input::new(text).range(start..).anchored(Anchored::Yes);
            self.regex.is_match(input.clone()).then_some(input)
        };
        let input = match &self.opening {
            Opening::Any => Some(Input::new(text).range(at..)),
            Opening::Clause => {
                let first = (at == 0).then_some(0);
                let marks = bones.within(at, end).filter(|(place, bone)| {
                    bone.ends_clause(text.get(*place..).unwrap_or_default())
                });
                let starts = first.into_iter().chain(marks.map(|(place, _)| place));
                starts.filter(|start| fits(*start, First::Clause)).find_map(anchored)
            }
            Opening::Names(classes) => names(classes).find_map(anchored),
            Opening::Before(classes) => names(classes).find_map(|place| {
                let before = text.get(..place)?.chars().next_back().map_or(0, char::len_utf8);
                Some(place - before).filter(|start| *start >= at).and_then(anchored)
            }),
        }?;
        let mut captures = self.regex.create_captures();
        self.regex.search_captures(&input, &mut captures);
        captures.is_match().then_some(captures)
    }

    /// Returns the number of the first group without a name.
    pub(crate) fn unnamed_group(&self) -> Option<usize> {
        self.unnamed
    }
}
