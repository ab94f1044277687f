//! The stages in order: from sources to knowledge.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::{
    curate::{Curation, curate},
    data::Data,
    model::{Document, Knowledge, Mentions, Outcome},
    normalise::{Repairs, RepairsError, normalise},
    ontology::{Ontology, OntologyError},
    recognise::{
        Definition, FirstLook, Known, Lexicon, LexiconError, learn, look_again, recognise,
    },
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
    /// Reads and compiles all resources; fails at the first mistake.
    pub fn load(data: &Data) -> Result<Self, ResourceError> {
        let ontology = Ontology::load(data)?;
        let lexicon = Lexicon::load(data, &ontology)?;
        let patterns = Patterns::load(data, &ontology)?;
        let repairs = Repairs::load(data)?;
        Ok(Self { ontology, lexicon, patterns, repairs, curation: Curation::default() })
    }

    /// Does as [`Resources::load`], but goes on after a mistake; returns what is sound, and all
    /// mistakes.
    pub fn read(data: &Data) -> (Self, Vec<ResourceError>) {
        let (ontology, broken) = Ontology::read(data);
        let mut errors: Vec<ResourceError> = broken.into_iter().map(Into::into).collect();
        let (lexicon, broken) = Lexicon::read(data, &ontology);
        errors.extend(broken.into_iter().map(ResourceError::from));
        let (patterns, broken) = Patterns::read(data, &ontology);
        errors.extend(broken.into_iter().map(ResourceError::from));
        let (repairs, broken) = Repairs::read(data);
        errors.extend(broken.into_iter().map(ResourceError::from));
        let curation = Curation::default();
        (Self { ontology, lexicon, patterns, repairs, curation }, errors)
    }
}

/// A document after the first look at it.
struct Looked<'a> {
    document: &'a Document,
    definitions: Vec<Definition>,
    first: FirstLook<'a>,
}

/// A document read to its end, with what the stages handed on.
#[derive(Debug)]
pub struct Reading {
    /// What later stages read.
    pub read: Read,
    /// The names and dates.
    pub mentions: Mentions,
    /// The other names that the document defines.
    pub definitions: Vec<Definition>,
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
    let Outcome { value, warnings } = read_each(sources, resources, |reading| {
        watch();
        reading.read
    });
    let Resources { ontology, curation, .. } = resources;
    let mut outcome = curate(unite(value, &resources.lexicon, ontology), curation, ontology);
    outcome.warnings.extend(warnings);
    outcome
}

/// Runs all stages but the last over the sources; hands each document that was read to its end to
/// `finish`, and returns what that makes of them, in the order of the sources.
pub fn read_each<T: Send>(
    sources: &[Source],
    resources: &Resources,
    finish: impl Fn(Reading) -> T + Sync,
) -> Outcome<Vec<T>> {
    let Resources { ontology, lexicon, patterns, repairs, .. } = resources;
    let normalised: Vec<Outcome<Document>> =
        sources.par_iter().map(|source| normalise(source, repairs)).collect();
    let looked: Vec<(Looked<'_>, BTreeSet<String>)> = normalised
        .par_iter()
        .map(|outcome| {
            let document = &outcome.value;
            let first = recognise(document, lexicon, ontology);
            let (definitions, persons) = learn(document, &first.mentions, ontology);
            (Looked { document, definitions, first }, persons)
        })
        .collect();
    let persons: BTreeSet<String> =
        looked.iter().flat_map(|(_, persons)| persons.iter().cloned()).collect();
    let value = looked
        .into_par_iter()
        .map(|(Looked { document, definitions, first }, _)| {
            let known = Known::new(ontology, &persons, &definitions);
            let mentions = look_again(document, lexicon, ontology, &known, first);
            let resolution = resolve(document, &mentions, &definitions, lexicon, ontology);
            let facts =
                relate(document, &mentions, &resolution, &definitions, patterns, lexicon, ontology);
            let document = document.clone();
            finish(Reading { read: Read { document, resolution, facts }, mentions, definitions })
        })
        .collect();
    let warnings = normalised.into_iter().flat_map(|outcome| outcome.warnings).collect();
    Outcome { value, warnings }
}
