//! Reads the relations off a document: by patterns over mentions, and by readers for posts,
//! rosters, footnotes, the structure of names, and principles.

mod address;
mod affirm;
mod attendance;
mod careers;
mod clause;
mod dates;
mod ends;
mod engine;
mod enumeration;
mod facts;
mod imprint;
mod life;
mod names;
mod patterns;
mod posts;
mod roster;
mod section;
mod silent;
mod topic;
mod works;

pub use facts::{LocalFact, LocalObject};
pub use patterns::{Example, Expected, PatternError, Patterns};
pub use silent::{Passage, Reason, passages};

use crate::{
    model::{BlockKind, Document, Mentions},
    ontology::Ontology,
    recognise::{Definition, Lexicon},
    resolve::{Resolution, is},
};
use clause::{Sentence, sentences};
use facts::Collector;

/// All that the readers of one document look at.
pub(crate) struct Reading<'a> {
    pub(crate) document: &'a Document,
    pub(crate) mentions: &'a Mentions,
    pub(crate) resolution: &'a Resolution,
    pub(crate) definitions: &'a [Definition],
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) ontology: &'a Ontology,
}

impl Reading<'_> {
    /// Tells whether an entity is of this class or of one below it.
    pub(crate) fn is(&self, entity: usize, class: &str) -> bool {
        let entity = self.resolution.entities.get(entity);
        entity.is_some_and(|entity| is(self.ontology, entity.class, &[class]))
    }
}

/// Reads the facts that a document states.
pub fn relate(
    document: &Document,
    mentions: &Mentions,
    resolution: &Resolution,
    definitions: &[Definition],
    patterns: &Patterns,
    lexicon: &Lexicon,
    ontology: &Ontology,
) -> Vec<LocalFact> {
    let reading = Reading { document, mentions, resolution, definitions, lexicon, ontology };
    let mut facts = Collector::new(ontology, &resolution.entities);
    names::read(&reading, &mut facts);
    imprint::read(&reading, &mut facts);
    address::read(&reading, &mut facts);
    let mut sections = section::Sections::new(&reading);
    let mut spans = Vec::new();
    let mut life = life::Life::default();
    for block in &document.blocks {
        sections.enter_item(&reading, *block);
        match block.kind {
            BlockKind::Contents => continue,
            BlockKind::RunningHead => {
                works::imprint(&reading, *block, &mut facts);
                continue;
            }
            BlockKind::RosterEntry => {
                roster::read(&reading, *block, &sections, &mut facts);
                continue;
            }
            BlockKind::Footnote => works::read(&reading, *block, &mut facts),
            BlockKind::Heading(level) => sections.enter(&reading, *block, level, &mut facts),
            BlockKind::Paragraph | BlockKind::ListItem => sections.enter_set(&reading, *block),
            _ => {}
        }
        enumeration::in_note(&reading, *block, &mut facts);
        enumeration::read(&reading, *block, &mut facts);
        let mut topics = topic::Topics::new(&reading, &sections);
        for span in sentences(document, *block) {
            spans.push(span);
            let sentence = Sentence::new(document, span, mentions, resolution);
            topics.begin(&reading, &sentence);
            engine::read(&reading, patterns, &sentence, &topics, &mut facts);
            posts::read(&reading, &sentence, &topics, &mut facts);
            attendance::read(&reading, &sentence, &topics, &mut facts);
            affirm::read(&reading, *block, &sentence, &topics, &sections, &mut facts);
            topics.end(&reading, &sentence);
        }
        life.read(&reading, *block, &mut facts);
        sections.after(&reading, *block);
    }
    facts.name_affiliations(&spans);
    facts.into_facts()
}
