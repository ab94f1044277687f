//! Judgements of persons as triples: what they are about, who made them, when and why.

use oxigraph::model::{
    Literal, NamedNode, Quad, Term, Triple,
    vocab::{rdf, xsd},
};

use super::{Iris, entity_iri, provenance::text, value, vocab};
use crate::{
    model::{Action, Claim, ClaimObject, Judgement, Knowledge},
    ontology::{Ontology, terms},
};

/// Names each judgement by all that it says.
pub(super) fn nodes(knowledge: &Knowledge, ontology: &Ontology, iris: &Iris) -> Vec<NamedNode> {
    let node = |judgement: &Judgement| {
        let entities = judgement.entities.iter();
        let entities: Vec<String> =
            entities.map(|entity| entity_iri(entity, ontology, iris).into_string()).collect();
        let relation = judgement.relation.map(|is| ontology.relation_iri(is).as_str());
        let document = judgement.document.and_then(|at| knowledge.documents.get(at));
        iris.curation(&[
            judgement.action.name(),
            &entities.join(" "),
            document.map_or("", |document| &document.id),
            &judgement.name,
            relation.unwrap_or_default(),
            judgement.other.as_deref().unwrap_or_default(),
            &judgement.reason,
            &judgement.judge,
            &judgement.date,
        ])
    };
    knowledge.judgements.iter().map(node).collect()
}

/// Writes the judgements down.
pub(super) fn quads(
    knowledge: &Knowledge,
    nodes: &[NamedNode],
    ontology: &Ontology,
    iris: &Iris,
) -> Vec<Quad> {
    let graph = iris.curation_graph();
    let mut quads = Vec::new();
    for (judgement, node) in knowledge.judgements.iter().zip(nodes) {
        let mut add = |property: oxigraph::model::NamedNodeRef<'_>, object: Term| {
            quads.push(Quad::new(node.clone(), property.into_owned(), object, graph.clone()));
        };
        add(rdf::TYPE, terms::CURATION.into_owned().into());
        if judgement.action == Action::Same {
            add(rdf::TYPE, terms::MERGE.into_owned().into());
        }
        add(terms::ACTION, text(judgement.action.name()).into());
        for entity in &judgement.entities {
            add(terms::OF, entity_iri(entity, ontology, iris).into());
        }
        add(terms::NAME, text(&judgement.name).into());
        if let Some(other) = &judgement.other {
            add(terms::OTHER_NAME, text(other).into());
        }
        if let Some(relation) = judgement.relation {
            add(terms::ON_RELATION, ontology.relation_iri(relation).into_owned().into());
        }
        if let Some(document) = judgement.document.and_then(|at| knowledge.documents.get(at)) {
            add(terms::IN_SOURCE, iris.source(&document.id).into());
            if let Some(claim) = &judgement.added {
                let triple = claim_triple(claim, ontology, iris).to_string();
                add(terms::ADDS, iris.statement(&document.id, &triple).into());
            }
        }
        add(terms::REASON, text(&judgement.reason).into());
        add(terms::JUDGE, text(&judgement.judge).into());
        add(vocab::DCTERMS_DATE, Literal::new_typed_literal(&judgement.date, xsd::DATE).into());
    }
    quads
}

/// Returns what a claim says as a triple.
pub(super) fn claim_triple(claim: &Claim, ontology: &Ontology, iris: &Iris) -> Triple {
    let object: Term = match &claim.object {
        ClaimObject::Entity(entity) => entity_iri(entity, ontology, iris).into(),
        ClaimObject::Literal(literal) => value::literal(literal).into(),
    };
    let subject = entity_iri(&claim.subject, ontology, iris);
    Triple::new(subject, ontology.relation_iri(claim.relation), object)
}
