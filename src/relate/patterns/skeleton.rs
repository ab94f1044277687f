//! [`Skeleton`]: what of a pattern must stand in a sentence, and in which order.

use super::Slot;
use crate::relate::clause::is_symbol;

/// Marks between clauses, which only some parts of a pattern go beyond.
const MARKS: [char; 5] = ['，', '。', '；', '！', '？'];

/// What a sentence holds of names and marks, by place.
pub(crate) struct Bones(Vec<(usize, Bone)>);

enum Bone {
    /// A name, by the number of its class.
    Name(usize),
    Mark,
}

impl Bones {
    /// Takes a sentence in symbols apart.
    pub(crate) fn of(text: &str) -> Self {
        let bone = |character: char| {
            if is_symbol(character) {
                Some(Bone::Name(character as usize % 256))
            } else {
                MARKS.contains(&character).then_some(Bone::Mark)
            }
        };
        Self(text.char_indices().filter_map(|(at, c)| Some((at, bone(c)?))).collect())
    }
}

/// The required slots of a pattern and its trigger, in order. Each is a bit: the first the lowest.
#[derive(Clone, Debug, Default)]
pub(crate) struct Skeleton {
    /// For each class, the slots that take it.
    slots: Vec<u32>,
    /// The trigger.
    trigger: u32,
    /// The parts that stand in one clause with the one before.
    joined: u32,
    /// The bit behind the last one.
    end: u32,
}

/// A part of a pattern that every match has.
#[derive(Clone, Copy)]
pub(super) enum Part<'a> {
    Slot(&'a Slot),
    Trigger,
}

impl Skeleton {
    /// Builds the skeleton of parts; each stands at a range of the pattern.
    pub(super) fn new(pattern: &str, parts: &[((usize, usize), Part<'_>)]) -> Self {
        let mut skeleton = Self { slots: vec![0; 256], end: 1, ..Self::default() };
        let mut last = None;
        // A sentence that matches holds the beginning of what it holds in whole.
        for &((start, end), part) in parts.iter().take(30) {
            let bit = skeleton.end;
            match part {
                Part::Slot(slot) => {
                    for class in &slot.classes {
                        if let Some(slots) = skeleton.slots.get_mut(usize::from(class.0)) {
                            *slots |= bit;
                        }
                    }
                }
                Part::Trigger => skeleton.trigger |= bit,
            }
            let between = last.and_then(|last| pattern.get(last..start));
            skeleton.joined |= if between.is_some_and(within_clause) { bit } else { 0 };
            // The names of a list may have marks between them.
            let list = pattern.get(start..end).is_some_and(|part| part.contains('+'));
            last = (!list).then_some(end);
            skeleton.end <<= 1;
        }
        skeleton
    }

    /// Tells whether a sentence may match: whether all parts stand in it in order. `triggers` is
    /// where the words of the trigger stand.
    pub(crate) fn fits(&self, bones: &Bones, triggers: &[usize]) -> bool {
        // A bit is set where all parts before it were found.
        let mut found = 1;
        let mut triggers = triggers.iter().copied().peekable();
        for (at, bone) in &bones.0 {
            while triggers.next_if(|trigger| trigger < at).is_some() {
                found |= (found & self.trigger) << 1;
            }
            match bone {
                Bone::Name(class) => {
                    let slots = self.slots.get(*class).copied().unwrap_or_default();
                    found |= (found & slots) << 1;
                }
                Bone::Mark => found &= !self.joined,
            }
            if found & self.end != 0 {
                return true;
            }
        }
        if triggers.next().is_some() {
            found |= (found & self.trigger) << 1;
        }
        found & self.end != 0
    }
}

/// Tells whether what a pattern has between two parts keeps to one clause.
fn within_clause(between: &str) -> bool {
    let slot = between.split('{').skip(1).any(|rest| rest.starts_with(|c: char| c.is_alphabetic()));
    !slot && !between.contains("……") && !between.contains(['[', '\\', '.', '^', '：']) && {
        !between.contains(MARKS)
    }
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
        let triggers: Vec<usize> = text.match_indices("举办").map(|(at, _)| at).collect();
        Skeleton::new(pattern, &parts).fits(&Bones::of(&text), &triggers)
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
    fn what_keeps_to_a_clause_is_not_found_across_a_mark() {
        let pattern = "{a:A}~(举办)……{b:B}";
        assert!(fits(pattern, "A举办，B"));
        assert!(fits(pattern, "A，A举办，B"));
        assert!(!fits(pattern, "A，举办B"));
    }
}
