//! [`passages`]: the sentences and lines of a document, what each names, whether a fact was read in it, and
//! why not.

use std::collections::BTreeSet;

use super::{
    LocalFact, Reading,
    clause::{Referent, Sentence, sentences},
    engine::{self, Silence},
    facts::Collector,
    names,
    patterns::{Pattern, Patterns},
};
use crate::{
    model::{BlockKind, Document, Evidence, Mentions, Span},
    ontology::Ontology,
    recognise::{Definition, Lexicon},
    resolve::Resolution,
};

/// A sentence, a line of a roster or title, or a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it is.
    pub span: Span,
    /// The block that it belongs to, by its index.
    pub block: usize,
    /// How many different things it names.
    pub names: usize,
    /// Whether it has a date.
    pub dated: bool,
    /// Why no fact was read in it; nothing where one was.
    pub silent: Option<Reason>,
}

/// Why no fact was read in a sentence, the most telling first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A pattern matches, but one of the things that its fact needs is not known.
    Endless {
        /// The pattern.
        pattern: String,
        /// Its trigger word.
        word: String,
    },
    /// A pattern's trigger word is there, and names of the classes that it needs; but it does not
    /// match.
    Unmatched {
        /// The pattern.
        pattern: String,
        /// Its trigger word.
        word: String,
    },
    /// A trigger word is there, and a name.
    Word {
        /// The word.
        word: String,
    },
    /// No pattern knows a word of it.
    NoWord,
    /// The act is denied, planned or wished; so nothing is missed.
    Unreal {
        /// The pattern that reads it.
        pattern: String,
        /// Its trigger word.
        word: String,
    },
}

/// Returns the sentences, roster lines, title lines and headings of a document, in order.
///
/// A fact that lies in a name alone (某大学法学院 is a part of 某大学) is none that the sentence
/// around it states, and does not count.
#[expect(clippy::too_many_arguments, reason = "those of relate, and what it returned")]
pub fn passages(
    document: &Document,
    mentions: &Mentions,
    resolution: &Resolution,
    definitions: &[Definition],
    facts: &[LocalFact],
    patterns: &Patterns,
    lexicon: &Lexicon,
    ontology: &Ontology,
) -> Vec<Passage> {
    let reading = Reading { document, mentions, resolution, definitions, lexicon, ontology };
    let mut of_names = Collector::new(ontology, &resolution.entities);
    names::read_names(&reading, &mut of_names);
    let of_names: BTreeSet<Evidence> =
        of_names.into_facts().into_iter().flat_map(|fact| fact.evidence).collect();
    let mut stated: Vec<Span> = facts
        .iter()
        .flat_map(|fact| &fact.evidence)
        .filter(|evidence| !of_names.contains(evidence))
        .map(|evidence| evidence.span)
        .collect();
    stated.sort_unstable();
    let mut found = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let spans = match block.kind {
            BlockKind::Contents | BlockKind::RunningHead => continue,
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Footnote => {
                sentences(document, *block)
            }
            _ => vec![block.span],
        };
        for span in spans {
            let sentence = Sentence::new(document, span, mentions, resolution);
            let end = stated.partition_point(|fact| fact.start() < span.end());
            // Evidence is a clause or a sentence; what begins far before ends before.
            let near = stated.get(end.saturating_sub(64)..end).unwrap_or_default();
            let silent = (!near.iter().any(|fact| fact.overlaps(span)))
                .then(|| reason(&reading, patterns, &sentence));
            let (names, dated) = things(&reading, &sentence);
            found.push(Passage { span, block: index, names, dated, silent });
        }
    }
    found
}

/// Returns how many things a sentence names, and whether it has a date.
fn things(reading: &Reading<'_>, sentence: &Sentence) -> (usize, bool) {
    let mut named = BTreeSet::new();
    let mut dated = false;
    for (_, referent) in &sentence.symbols {
        match referent {
            Referent::Mention(index) => named.extend(reading.resolution.entity_of(*index)),
            Referent::Date(_) => dated = true,
        }
    }
    (named.len(), dated)
}

/// Finds out why nothing was read in a sentence: what the pattern that came nearest made of it, and
/// unless one matches, whether the act is denied, planned or wished.
fn reason(reading: &Reading<'_>, patterns: &Patterns, sentence: &Sentence) -> Reason {
    let genre = reading.resolution.genre;
    let mut best: Option<Reason> = None;
    let mut unreal: Option<Reason> = None;
    for (pattern, word) in patterns.triggered(&sentence.text) {
        let wanted = pattern.genres.is_empty() || pattern.genres.contains(&genre);
        let needed = pattern.needs.as_ref().is_none_or(|needs| needs.is_match(&sentence.text));
        if !wanted || !needed || sentence.symbols.is_empty() {
            continue;
        }
        let (id, word) = (pattern.id.clone(), word.to_owned());
        let reason = match engine::silence(reading, pattern, sentence) {
            Silence::Unreal => {
                unreal.get_or_insert(Reason::Unreal { pattern: id, word });
                continue;
            }
            Silence::Endless => Reason::Endless { pattern: id, word },
            // 的 and 在 are in every sentence; they tell something only in a match.
            Silence::Unmatched if word.chars().nth(1).is_none() => continue,
            Silence::Unmatched if is_unreal(reading, sentence, &word) => {
                unreal.get_or_insert(Reason::Unreal { pattern: id, word });
                continue;
            }
            Silence::Unmatched if fills(reading, pattern, sentence) => {
                Reason::Unmatched { pattern: id, word }
            }
            Silence::Unmatched => Reason::Word { word },
        };
        // Of patterns that came as far, the first one is told.
        let rank = |reason: &Reason| match reason {
            Reason::Endless { .. } => 0,
            Reason::Unmatched { .. } => 1,
            _ => 2,
        };
        if best.as_ref().is_none_or(|best| rank(&reason) < rank(best)) {
            best = Some(reason);
        }
    }
    match best {
        Some(best @ Reason::Endless { .. }) => best,
        best => unreal.or(best).unwrap_or(Reason::NoWord),
    }
}

/// Tells whether a trigger word's clause says before it that the act is denied, planned or wished:
/// 中国愿同各国|开展对话.
fn is_unreal(reading: &Reading<'_>, sentence: &Sentence, word: &str) -> bool {
    let mut places = sentence.text.match_indices(word);
    places.all(|(at, _)| {
        let (from, _) = sentence.clause_around(at, at + word.len());
        let before = sentence.text.get(from..at).unwrap_or_default();
        engine::has_unreal(reading, before)
    })
}

/// Tells whether a sentence names something of its own for each slot of a pattern that may not be
/// left out.
fn fills(reading: &Reading<'_>, pattern: &Pattern, sentence: &Sentence) -> bool {
    let mut classes: Vec<_> = sentence
        .symbols
        .iter()
        .filter_map(|(_, referent)| match referent {
            Referent::Mention(index) => reading.mentions.names.get(*index).map(|name| name.class),
            Referent::Date(_) => None,
        })
        .collect();
    pattern.slots.iter().filter(|slot| !slot.elidable).all(|slot| {
        let at = classes.iter().position(|class| slot.classes.contains(class));
        at.map(|at| classes.swap_remove(at)).is_some()
    })
}
