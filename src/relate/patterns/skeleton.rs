//! [`Skeleton`]: what of a pattern must stand in a sentence, and in which order.

use super::{Slot, expression::CLAUSE_MARKS};
use crate::relate::clause::is_symbol;

/// Marks between clauses, which only some parts of a pattern go beyond.
const MARKS: [char; 4] = ['，', '。', '！', '？'];
/// One more; between quotations it stands within a list.
const SEMICOLON: char = '；';

/// What a sentence holds of names and marks, by place.
pub(crate) struct Bones {
    all: Vec<(usize, Bone)>,
    /// The bits of the classes of the names.
    classes: u64,
}

/// The bit of a class in a set of them, which some others may share.
fn class_bit(class: usize) -> u64 {
    1 << (class % 64)
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Bone {
    /// A name, by the number of its class.
    Name(usize),
    Mark,
    Semicolon,
    Colon,
}

impl Bone {
    /// Tells whether it is a name of one of these classes.
    pub(super) fn is_of(self, classes: &[usize]) -> bool {
        matches!(self, Self::Name(class) if classes.contains(&class))
    }

    /// Tells whether a clause may begin behind it.
    pub(super) fn ends_clause(self, text: &str) -> bool {
        match self {
            Self::Name(_) => false,
            Self::Mark => text.starts_with(CLAUSE_MARKS),
            Self::Semicolon | Self::Colon => true,
        }
    }
}

impl Bones {
    /// Takes a sentence in symbols apart.
    pub(crate) fn of(text: &str) -> Self {
        let bone = |character: char| match character {
            SEMICOLON => Some(Bone::Semicolon),
            '：' => Some(Bone::Colon),
            _ if is_symbol(character) => Some(Bone::Name(character as usize % 256)),
            _ => MARKS.contains(&character).then_some(Bone::Mark),
        };
        let bones = text.char_indices().filter_map(|(at, c)| Some((at, bone(c)?)));
        let all: Vec<(usize, Bone)> = bones.collect();
        let classes = all.iter().fold(0, |classes, (_, bone)| match bone {
            Bone::Name(class) => classes | class_bit(*class),
            _ => classes,
        });
        Self { all, classes }
    }

    /// Returns what stands in a range, each with its place.
    pub(super) fn within(&self, start: usize, end: usize) -> impl Iterator<Item = (usize, Bone)> {
        let first = self.all.partition_point(|(place, _)| *place < start);
        self.all.iter().skip(first).copied().take_while(move |(place, _)| *place < end)
    }

    /// Returns the marks before a byte, the last first.
    fn marks_before(&self, at: usize) -> impl Iterator<Item = usize> {
        let end = self.all.partition_point(|(place, _)| *place < at);
        let marks = self.all.iter().take(end).rev().filter(|(_, bone)| *bone == Bone::Mark);
        marks.map(|(place, _)| *place)
    }

    /// Returns the first mark from a byte on.
    fn mark_behind(&self, at: usize) -> Option<usize> {
        let start = self.all.partition_point(|(place, _)| *place < at);
        let mark = self.all.iter().skip(start).find(|(_, bone)| *bone == Bone::Mark);
        mark.map(|(place, _)| *place)
    }
}

/// The required slots of a pattern and its trigger, in order. Each is a bit: the first the lowest.
#[derive(Clone, Debug, Default)]
pub(crate) struct Skeleton {
    /// For each class, the slots that take it.
    slots: Vec<u32>,
    /// For each slot, the bits of the classes that it takes.
    taken: Vec<u64>,
    /// The trigger.
    trigger: u32,
    /// The parts that stand in one clause with the one before.
    joined: u32,
    /// Those that do but for semicolons, as there may be some in the list before.
    listed: u32,
    /// How many marks a match may have before its first part, where the pattern tells.
    head: Option<usize>,
    /// The bit behind the last one.
    end: u32,
    /// How many marks before the trigger a match begins at the earliest, where the pattern tells.
    reach: Option<usize>,
    /// Whether a match ends in the trigger's clause.
    closed: bool,
}

/// Where the first part of a match stands in what it is sought in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum First {
    /// At the beginning, a name.
    Name,
    /// Behind no more marks than the pattern allows for.
    Clause,
}

/// A part of a pattern that every match has.
#[derive(Clone, Copy)]
pub(super) enum Part<'a> {
    Slot(&'a Slot),
    Trigger,
}

impl Skeleton {
    /// Builds the skeleton of the parts, each at its range, of a pattern from the byte `own` on;
    /// what an expression has instead of what is before that may begin at the mark before its
    /// clause, or behind a date and one more mark.
    pub(super) fn new(pattern: &str, own: usize, parts: &[((usize, usize), Part<'_>)]) -> Self {
        let mut skeleton = Self { end: 1, ..Self::default() };
        let mut before: Option<(usize, bool)> = None;
        let first = parts.first().and_then(|((start, _), _)| pattern.get(own..*start));
        let closed = first.is_some_and(|head| {
            let opening = head.strip_prefix("(?:^|[").and_then(|rest| rest.split_once("])"));
            let head = opening.map_or(head, |(_, rest)| rest);
            within_clause(head.trim_start_matches('^'))
        });
        skeleton.head = closed.then_some(usize::from(own > 0));
        // A sentence that matches holds the beginning of what it holds in whole.
        for &((start, end), part) in parts.iter().take(30) {
            let bit = skeleton.end;
            match part {
                Part::Slot(slot) => {
                    let classes = slot.classes.iter().map(|class| class_bit(usize::from(class.0)));
                    skeleton.taken.push(classes.fold(0, |set, class| set | class));
                    for class in slot.classes.iter().map(|class| usize::from(class.0)) {
                        skeleton.slots.resize(skeleton.slots.len().max(class + 1), 0);
                        skeleton.slots[class] |= bit;
                    }
                }
                Part::Trigger => {
                    skeleton.trigger |= bit;
                    let head = pattern.get(own..start).unwrap_or_default();
                    let marks = if own > 0 { 2 } else { 1 };
                    skeleton.reach = within_clause(head.trim_start_matches('^')).then_some(marks);
                    skeleton.closed = pattern.get(end..).is_some_and(within_clause);
                }
            }
            // The names of a list may have a semicolon between them.
            let (between, behind_list) =
                before.map_or((None, false), |(before, list)| (pattern.get(before..start), list));
            if between.is_some_and(|text| !has_slot(text) && within_clause(text)) {
                *(if behind_list { &mut skeleton.listed } else { &mut skeleton.joined }) |= bit;
            }
            let list = pattern.get(start..end).is_some_and(|part| part.contains('+'));
            before = Some((end, list));
            skeleton.end <<= 1;
        }
        skeleton
    }

    /// Tells whether a sentence may hold a name for each slot, wherever.
    pub(super) fn may_be_filled(&self, bones: &Bones) -> bool {
        self.taken.iter().all(|classes| classes & bones.classes != 0)
    }

    /// Returns the ranges of a sentence in which the pattern may match: those in which all parts
    /// stand in order. `triggers` is where the words of the trigger stand, each behind the pattern's
    /// number.
    pub(crate) fn ranges(
        &self,
        bones: &Bones,
        triggers: &[(usize, usize)],
        length: usize,
    ) -> Vec<(usize, usize)> {
        let mut ranges: Vec<(usize, usize)> = Vec::new();
        // Most sentences lack a name of some class, wherever.
        if !self.may_be_filled(bones) || !self.fits(bones, triggers, (0, length)) {
            return ranges;
        }
        if self.trigger == 0 {
            ranges.push((0, length));
        }
        for (_, trigger) in triggers.iter().filter(|_| self.trigger != 0) {
            let first = self.reach.and_then(|marks| bones.marks_before(*trigger).nth(marks - 1));
            let start = first.unwrap_or(0);
            let end = bones.mark_behind(*trigger).filter(|_| self.closed).unwrap_or(length);
            match ranges.last_mut() {
                Some((_, last)) if start < *last => *last = end.max(*last),
                _ => ranges.push((start, end)),
            }
        }
        ranges.retain(|range| self.fits(bones, triggers, *range));
        ranges
    }

    /// Tells whether all parts stand in a range in order.
    fn fits(&self, bones: &Bones, triggers: &[(usize, usize)], range: (usize, usize)) -> bool {
        self.fits_from(bones, triggers, range, None)
    }

    /// Tells whether all parts stand in a range in order, the first at its beginning, or behind no
    /// more than some marks.
    pub(super) fn fits_from(
        &self,
        bones: &Bones,
        triggers: &[(usize, usize)],
        (start, end): (usize, usize),
        first: Option<First>,
    ) -> bool {
        let triggers = triggers.iter().map(|(_, at)| *at);
        let mut triggers = triggers.filter(|at| (start..end).contains(at)).peekable();
        // A bit is set where all parts before it were found.
        let mut found = 1;
        let mut marks = match first {
            Some(First::Clause) => self.head,
            _ => None,
        };
        for (at, bone) in bones.within(start, end) {
            while triggers.next_if(|trigger| *trigger < at).is_some() {
                found |= (found & self.trigger) << 1;
            }
            match bone {
                Bone::Name(class) => {
                    let slots = self.slots.get(class).copied().unwrap_or_default();
                    found |= (found & slots) << 1;
                }
                Bone::Mark => found &= !(self.joined | self.listed),
                Bone::Semicolon => found &= !self.joined,
                Bone::Colon => {}
            }
            if first == Some(First::Name) {
                found &= !1;
            } else if at > start && matches!(bone, Bone::Mark | Bone::Semicolon) {
                if marks == Some(0) {
                    found &= !1;
                }
                marks = marks.map(|left| left.saturating_sub(1));
            }
        }
        for _ in triggers {
            found |= (found & self.trigger) << 1;
        }
        found & self.end != 0
    }
}

/// Tells whether a slot stands in a part of a pattern.
fn has_slot(part: &str) -> bool {
    part.split('{').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Tells whether a part of a pattern keeps to one clause.
fn within_clause(part: &str) -> bool {
    let mut sets = part.split('[');
    let plain = |text: &str| {
        !text.contains("……") && !text.contains(['\\', '.', '$', '^']) && {
            !text.contains(MARKS) && !text.contains(SEMICOLON)
        }
    };
    sets.next().is_some_and(plain)
        && sets.all(|rest| {
            let Some((set, rest)) = rest.split_once(']') else { return false };
            let kept = match set.strip_prefix('^') {
                Some(others) => MARKS.iter().all(|mark| others.contains(*mark)),
                None => !set.contains(MARKS),
            };
            kept && !set.contains(['\\', '-', SEMICOLON]) && plain(rest)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ontology::ClassId, relate::clause::symbol};

    fn slot(class: u16) -> Slot {
        let classes = vec![ClassId(class)];
        Slot { name: String::new(), classes, elidable: false, required: true }
    }

    fn fits(pattern: &str, text: &str) -> bool {
        let (first, second) = (slot(0), slot(1));
        let at = |part: &str| {
            let start = pattern.find(part).unwrap();
            (start, start + part.len())
        };
        let parts = [
            (at("{a:A}"), Part::Slot(&first)),
            (at("(举办)"), Part::Trigger),
            (at("{b:B}"), Part::Slot(&second)),
        ];
        let [a, b] = [0, 1].map(|class| symbol(ClassId(class)).to_string());
        let text = text.replace('A', &a).replace('B', &b);
        let triggers: Vec<_> = text.match_indices("举办").map(|(at, _)| (0, at)).collect();
        let skeleton = Skeleton::new(pattern, 0, &parts);
        !skeleton.ranges(&Bones::of(&text), &triggers, text.len()).is_empty()
    }

    #[test]
    fn the_parts_stand_in_order() {
        let pattern = "{a:A}……(举办)……{b:B}";
        assert!(fits(pattern, "A今年，举办了B。"));
        assert!(fits(pattern, "BA举办举办B"));
        assert!(!fits(pattern, "A，B举办"));
        assert!(!fits(pattern, "举办A，B"));
    }

    #[test]
    fn parts_keep_to_a_clause_or_not() {
        assert!(within_clause("~{a:A}%{0,3}[的之]…[^，。！？]#"));
        for part in ["……", "[，、]", "[^的]", "，", ".", "(?:甲|。)", "；"] {
            assert!(!within_clause(part), "{part}");
        }
    }

    #[test]
    fn what_keeps_to_a_clause_is_not_found_across_a_mark() {
        let pattern = "{a:A}~(举办)……{b:B}";
        assert!(fits(pattern, "A举办，B"));
        assert!(fits(pattern, "A，A举办，B"));
        assert!(!fits(pattern, "A，举办B"));
    }
}
