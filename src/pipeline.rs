//! The stages in order: from sources to knowledge.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::{
    curate::{Curation, curate},
    data::Data,
    model::{Document, Knowledge, Mentions, Outcome},
    normalise::{Repairs, RepairsError, normalise},
    ontology::{Ontology, OntologyError},
    recognise::{Definition, Known, Lexicon, LexiconError, learn, recognise},
    relate::{PatternError, Patterns, relate},
    resolve::resolve,
    source::Source,
    unite::{Read, unite},
};

/// What the stages need beside the texts, compiled once.
#[derive(Debug)]
pub struct Resources {
    /// The schema.
    pub ontology: Ontology,
    /// The name and word lists.
    pub lexicon: Lexicon,
    /// The patterns.
    pub patterns: Patterns,
    /// The repairs of words.
    pub repairs: Repairs,
    /// The judgements of persons; none unless they are put here.
    pub curation: Curation,
}

/// Why the resources cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ResourceError {
    /// The ontology.
    #[error(transparent)]
    Ontology(#[from] OntologyError),
    /// A name list.
    #[error(transparent)]
    Lexicon(#[from] LexiconError),
    /// A pattern.
    #[error(transparent)]
    Pattern(#[from] PatternError),
    /// A repair.
    #[error(transparent)]
    Repairs(#[from] RepairsError),
}

impl Resources {
    /// Reads and compiles all resources.
    pub fn load(data: &Data) -> Result<Self, ResourceError> {
        let ontology = Ontology::load(data)?;
        let lexicon = Lexicon::load(data, &ontology)?;
        let patterns = Patterns::load(data, &ontology)?;
        let repairs = Repairs::load(data)?;
        Ok(Self { ontology, lexicon, patterns, repairs, curation: Curation::default() })
    }
}

/// A document after the first look at it.
struct Looked {
    document: Document,
    definitions: Vec<Definition>,
    mentions: Mentions,
}

/// Runs all stages over the sources. The result depends on nothing but them and the resources.
pub fn build(sources: &[Source], resources: &Resources) -> Outcome<Knowledge> {
    build_watched(sources, resources, &|| ())
}

/// Does as [`build`], and calls `watch` after each document that was read to its end.
pub fn build_watched(
    sources: &[Source],
    resources: &Resources,
    watch: &(dyn Fn() + Sync),
) -> Outcome<Knowledge> {
    let Resources { ontology, lexicon, patterns, repairs, curation } = resources;
    let normalised: Vec<Outcome<Document>> =
        sources.par_iter().map(|source| normalise(source, repairs)).collect();
    let looked: Vec<(Looked, BTreeSet<String>)> = normalised
        .par_iter()
        .map(|outcome| {
            let document = outcome.value.clone();
            let mentions = recognise(&document, lexicon, ontology, &Known::default());
            let (definitions, persons) = learn(&document, &mentions, ontology);
            (Looked { document, definitions, mentions }, persons)
        })
        .collect();
    let persons: BTreeSet<String> =
        looked.iter().flat_map(|(_, persons)| persons.iter().cloned()).collect();
    let read: Vec<Read> = looked
        .into_par_iter()
        .map(|(Looked { document, definitions, mentions }, _)| {
            let known = Known::new(ontology, &persons, &definitions);
            let mentions = if known.is_empty() {
                mentions
            } else {
                recognise(&document, lexicon, ontology, &known)
            };
            let resolution = resolve(&document, &mentions, &definitions, lexicon, ontology);
            let facts = relate(
                &document,
                &mentions,
                &resolution,
                &definitions,
                patterns,
                lexicon,
                ontology,
            );
            watch();
            Read { document, resolution, facts }
        })
        .collect();
    let Outcome { value, mut warnings } = curate(unite(read, ontology), curation, ontology);
    warnings.extend(normalised.into_iter().flat_map(|outcome| outcome.warnings));
    Outcome { value, warnings }
}
