//! Knowledge as a graph: quads, what follows from them, and the file that they are kept in.
//!
//! One named graph for each source holds its statements with their evidence; one holds the
//! entities, one what persons judged, one what follows, one the ontology.

mod confidence;
mod curation;
mod export;
mod infer;
mod iri;
mod load;
mod provenance;
#[cfg(test)]
mod sample;
mod value;
mod vocab;
mod write;

use std::{io, path::PathBuf};

use oxigraph::model::{
    IriParseError, NamedNode, NamedNodeRef, Quad, Term,
    vocab::{rdf, rdfs},
};
use rayon::prelude::*;

pub use confidence::Confidence;
pub use export::{GraphFormat, RdfVersion, export};
pub use infer::{Rule, infer};
pub use iri::{BASE, Iris};
pub use load::{load, over_all_graphs};
pub use write::{in_place, lines, write};

use crate::{
    data::Data,
    model::{Entity, Knowledge, Merge},
    ontology::{Ontology, terms},
};
use provenance::{Setting, SourceWriter, chinese, text};

/// Why a graph could not be made, written or read.
#[derive(Debug, thiserror::Error)]
pub enum GraphError {
    /// The base is no absolute IRI.
    #[error("{base} is no base of IRIs")]
    Base {
        /// What the user gave.
        base: String,
        /// What is wrong with it.
        source: IriParseError,
    },
    /// The table of the rules' precision is broken.
    #[error("{file}:{line}: {message}")]
    Confidence {
        /// The file.
        file: String,
        /// The line, from 1.
        line: u64,
        /// What is wrong.
        message: String,
    },
    /// A rule is not a CONSTRUCT query, or what it makes cannot be kept.
    #[error("{file}: {message}")]
    Rule {
        /// The rule's file.
        file: String,
        /// What is wrong.
        message: String,
    },
    /// The rules go on making new statements.
    #[error("the rules of ontology/rules still make new statements after {rounds} rounds: {last}")]
    Endless {
        /// How often they were run.
        rounds: usize,
        /// One of the last new statements.
        last: String,
    },
    /// The in-memory store failed.
    #[error("cannot keep the graph in memory")]
    Store(#[from] oxigraph::store::StorageError),
    /// A file could not be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file is no RDF.
    #[error("{}:{line}: {message}", path.display())]
    Broken {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: u64,
        /// What the parser said.
        message: String,
    },
    /// A file could not be written.
    #[error("cannot write {}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// An export could not be written.
    #[error("cannot write the graph")]
    Export(#[from] io::Error),
    /// The format has no way to write RDF 1.2.
    #[error("{format} cannot carry statements about statements in RDF 1.2, only in RDF 1.1")]
    OnlyRdf11 {
        /// The format's name.
        format: &'static str,
    },
}

/// Makes the whole graph: what the sources state, the entities, the ontology, and what follows.
pub fn graph(
    knowledge: &Knowledge,
    ontology: &Ontology,
    data: &Data,
    base: &str,
) -> Result<Vec<Quad>, GraphError> {
    let iris = Iris::new(base)?;
    let confidence = Confidence::load(data)?;
    let rules = Rule::load(data)?;
    let mut quads = to_quads(knowledge, ontology, &confidence, &iris);
    quads.extend(infer(&quads, ontology, &rules, &iris)?);
    Ok(quads)
}

/// Writes down what the sources state, the entities and the ontology, in no certain order.
pub fn to_quads(
    knowledge: &Knowledge,
    ontology: &Ontology,
    confidence: &Confidence,
    iris: &Iris,
) -> Vec<Quad> {
    let entities: Vec<NamedNode> =
        knowledge.entities.iter().map(|entity| entity_iri(entity, ontology, iris)).collect();
    let setting = Setting { iris, ontology, confidence, entities: &entities };
    let by_document = ByDocument::new(knowledge);
    let judgements = curation::nodes(knowledge, ontology, iris);
    let mut quads: Vec<Quad> = (0..knowledge.documents.len())
        .into_par_iter()
        .flat_map_iter(|document| {
            source_quads(setting, knowledge, &by_document, &judgements, document)
        })
        .collect();
    let graph = iris.entities_graph();
    for (entity, node) in knowledge.entities.iter().zip(&entities) {
        quads.extend(entity_quads(entity, node, ontology, &graph));
    }
    for merge in &knowledge.merges {
        quads.extend(merge_quads(merge, &entities[merge.entity.index()], iris));
    }
    quads.extend(curation::quads(knowledge, &judgements, ontology, iris));
    let graph = iris.ontology_graph();
    quads.extend(ontology.triples().iter().map(|triple| triple.clone().in_graph(graph.clone())));
    quads
}

fn entity_iri(entity: &Entity, ontology: &Ontology, iris: &Iris) -> NamedNode {
    let (class, _) = entity.first_read_as();
    iris.entity(&ontology.class_info(class).name, entity)
}

/// The indices of each document's appearances and facts.
struct ByDocument {
    appearances: Vec<Vec<usize>>,
    facts: Vec<Vec<usize>>,
}

impl ByDocument {
    fn new(knowledge: &Knowledge) -> Self {
        let mut appearances = vec![Vec::new(); knowledge.documents.len()];
        for (index, appearance) in knowledge.appearances.iter().enumerate() {
            appearances[appearance.document].push(index);
        }
        let mut facts = vec![Vec::new(); knowledge.documents.len()];
        for (index, fact) in knowledge.facts.iter().enumerate() {
            facts[fact.document].push(index);
        }
        Self { appearances, facts }
    }
}

fn source_quads(
    setting: Setting<'_>,
    knowledge: &Knowledge,
    by_document: &ByDocument,
    judgements: &[NamedNode],
    document: usize,
) -> Vec<Quad> {
    let mut writer = SourceWriter::new(setting, &knowledge.documents[document]);
    if let Some(entity) = knowledge.sources.get(document) {
        writer.carries(*entity);
    }
    for index in &by_document.appearances[document] {
        writer.appearance(&knowledge.appearances[*index]);
    }
    for index in &by_document.facts[document] {
        writer.fact(&knowledge.facts[*index]);
    }
    for rejection in knowledge.rejections.iter().filter(|is| is.document == document) {
        writer.rejection(rejection, &judgements[rejection.judgement]);
    }
    writer.finish()
}

fn entity_quads(
    entity: &Entity,
    node: &NamedNode,
    ontology: &Ontology,
    graph: &NamedNode,
) -> Vec<Quad> {
    let quad = |predicate: NamedNodeRef<'_>, object: Term| {
        Quad::new(node.clone(), predicate.into_owned(), object, graph.clone())
    };
    let mut quads = vec![
        quad(rdf::TYPE, ontology.class_iri(entity.class).into_owned().into()),
        quad(rdfs::LABEL, chinese(&entity.label).into()),
    ];
    for alias in &entity.aliases {
        quads.push(quad(vocab::SKOS_ALT_LABEL, chinese(alias).into()));
    }
    quads
}

fn merge_quads(merge: &Merge, entity: &NamedNode, iris: &Iris) -> Vec<Quad> {
    let Merge { name, other, reason, .. } = merge;
    let node = iris.merge(&[entity.as_str(), name, other, reason]);
    let graph = iris.entities_graph();
    [
        (rdf::TYPE, terms::MERGE.into_owned().into()),
        (terms::OF, entity.clone().into()),
        (terms::NAME, text(name).into()),
        (terms::OTHER_NAME, text(other).into()),
        (terms::REASON, text(reason).into()),
    ]
    .into_iter()
    .map(|(predicate, object): (_, Term)| {
        Quad::new(node.clone(), predicate.into_owned(), object, graph.clone())
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::{
        sample::{Sample, date, reversed, rows, seminar, store},
        *,
    };
    use crate::model::{Evidence, Literal, Object, RuleId, Span};

    fn whole(sample: &Sample) -> Vec<Quad> {
        graph(&sample.knowledge, &sample.ontology, &Data::embedded(), BASE).unwrap()
    }

    #[test]
    fn a_scholar_asks_for_a_statement_and_its_sentence_in_one_line() {
        let store = store(&whole(&seminar()));
        let found = rows(
            &store,
            "SELECT ?person ?event ?title ?quote ?line ?confidence {
               ?person gs:participatedIn ?event
                 {| gs:title ?title ; gs:evidence [ gs:quote ?quote ; gs:line ?line ;
                    gs:confidence ?confidence ] |} }",
        );
        assert_eq!(found.len(), 1);
        let values: Vec<_> = found[0].values().map(String::as_str).collect();
        let quote = "甲大学法学院副院长王明出席";
        assert_eq!(values, ["0.5", "event/海洋研讨会", "2", "person/王明", quote, "副院长"]);
    }

    #[test]
    fn a_source_says_how_it_names_an_entity() {
        let store = store(&whole(&seminar()));
        let found = rows(
            &store,
            "SELECT ?source ?label ?alias ?count ?entity { ?source gs:mentions ?entity
               {| gs:label ?label ; gs:alias ?alias ; gs:mentionCount ?count |} } ORDER BY ?label",
        );
        let values: Vec<_> = found[1].values().map(String::as_str).collect();
        assert_eq!(values, ["甲大", "2", "university/甲大学", "甲大学", "source/综述"]);
    }

    #[test]
    fn every_statement_has_evidence_and_every_quote_is_cut_by_its_span() {
        let sample = seminar();
        let store = store(&whole(&sample));
        let bare = rows(
            &store,
            "SELECT ?s { GRAPH ?g { ?s rdf:reifies ?t } FILTER NOT EXISTS { ?s gs:evidence ?e } }",
        );
        assert_eq!(bare, []);
        let quotes = rows(
            &store,
            "SELECT ?file ?start ?end ?exact ?quote ?prefix ?suffix ?line {
               ?e oa:hasSource/gs:file ?file ; gs:quote ?quote ; gs:line ?line ;
                 oa:hasSelector [ oa:start ?start ; oa:end ?end ] ,
                 [ oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix ] }",
        );
        assert_eq!(quotes.len(), 6);
        for quote in quotes {
            let document = sample.knowledge.documents.iter().find(|is| is.id == quote["file"]);
            let text = &document.unwrap().text;
            let (start, end): (usize, usize) =
                (quote["start"].parse().unwrap(), quote["end"].parse().unwrap());
            let cut: String = text.chars().skip(start).take(end - start).collect();
            assert_eq!((&cut, &cut), (&quote["exact"], &quote["quote"]));
            let context = format!("{}{cut}{}", quote["prefix"], quote["suffix"]);
            assert!(text.contains(&context), "{context}");
            let before: String = text.chars().take(start).collect();
            let line = before.matches('\n').count() + 1;
            assert_eq!(line.to_string(), quote["line"], "{before:?}");
        }
    }

    #[test]
    fn statements_of_a_source_are_in_its_graph() {
        let store = store(&whole(&seminar()));
        let graphs = rows(&store, "SELECT ?g { GRAPH ?g { ?x gs:partOf ?y } }");
        assert_eq!(graphs.len(), 1, "a part of a whole follows from nothing else");
        assert_eq!(graphs[0]["g"], "graph/source/综述");
    }

    #[test]
    fn the_bytes_depend_neither_on_order_nor_on_threads() {
        let sample = seminar();
        let expected = lines(&whole(&sample));
        let turned = Sample { knowledge: reversed(&sample.knowledge), ..seminar() };
        for threads in [1, 4] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            assert_eq!(pool.install(|| lines(&whole(&turned))), expected);
        }
    }

    #[test]
    fn another_base_names_everything() {
        let sample = seminar();
        let base = "https://example.org/kg/";
        let quads = graph(&sample.knowledge, &sample.ontology, &Data::embedded(), base).unwrap();
        assert!(!lines(&quads).iter().any(|line| line.contains(BASE)));
    }

    #[test]
    fn a_built_graph_reads_back_equal() {
        let sample = seminar();
        assert!(read_back(&sample) == lines(&whole(&sample)));
    }

    fn read_back(sample: &Sample) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("graph.nq");
        write(&path, &whole(sample)).unwrap();
        let quads: Vec<Quad> = load(&path).unwrap().iter().map(Result::unwrap).collect();
        lines(&quads)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn what_is_written_reads_back_equal(
            text in "[甲乙\"\\\\\n\r\t a-z<>{}|^`%😀\u{7f}\u{85}]{1,60}",
            name in "\\PC{1,12}",
            value in "(?s).{0,12}",
            day in "(--)?[0-9]{4}(-[01][0-9]){0,2}|[0-9-]{0,10}(/[0-9-]{1,10})?",
        ) {
            let mut sample = Sample::new();
            let document = sample.document(&name, &text);
            let place = |end: usize| text.char_indices().nth(end).map_or(text.len(), |(at, _)| at);
            let event = sample.entity("Event", &value);
            sample.knowledge.entities.last_mut().unwrap().distinction = Some(name.clone());
            let first = text.get(..place(1)).unwrap();
            let fact = sample.fact((document, first), event, "heldOn", date(&day));
            let span = Span::new(&text, place(1), place(9)).unwrap();
            fact.evidence.push(Evidence { span, rule: RuleId::new(&value) });
            let known = Object::Literal(Literal::Text(value.clone()));
            sample.fact((document, first), event, "alsoKnownAs", known);

            let written: BTreeSet<String> = lines(&whole(&sample)).into_iter().collect();
            let read: BTreeSet<String> = read_back(&sample).into_iter().collect();
            prop_assert_eq!(
                read.symmetric_difference(&written).collect::<Vec<_>>(),
                Vec::<&String>::new()
            );
        }
    }
}
