//! [`Curated`]: what persons judged about one thing, for `show`.

use oxigraph::{
    model::{Literal, NamedNode, Term},
    store::Store,
};

use super::{Cell, QueryError, Table, evaluate};

const JUDGEMENTS: &str = "\
SELECT DISTINCT ?thing ?judgement ?action ?name ?otherName ?relation ?source ?reason ?judge ?date {
  GRAPH <graph/curation> {
    ?judgement a gs:Curation ; gs:of ?thing ; gs:action ?action ; gs:name ?name ;
      gs:reason ?reason ; gs:judge ?judge ; dcterms:date ?date .
    OPTIONAL { ?judgement gs:otherName ?otherName }
    OPTIONAL { ?judgement gs:onRelation ?relation }
    OPTIONAL { ?judgement gs:inSource ?source }
  }
} ORDER BY ?date ?action ?name ?otherName STR(?relation) STR(?judgement)";
const REJECTIONS: &str = "\
SELECT DISTINCT ?thing ?judgement ?subject ?relation ?object ?quote ?source ?line ?rule ?confidence {
  GRAPH <graph/curation> {
    ?judgement gs:of ?thing .
    ?rejection gs:rejectedBy ?judgement ; gs:inSource ?source ; gs:rejectedSubject ?subject ;
      gs:onRelation ?relation ; gs:rejectedObject ?object ; gs:rejectedEvidence ?evidence .
  }
  ?evidence gs:quote ?quote ; gs:line ?line ; gs:rule ?rule .
  OPTIONAL { ?evidence gs:confidence ?confidence }
} ORDER BY ?judgement STR(?subject) ?relation STR(?object) STR(?source) ?line ?quote";
const REJECTED_THINGS: &str = "\
SELECT DISTINCT ?thing ?name {
  GRAPH <graph/curation> { [] a gs:Curation ; gs:of ?thing ; gs:action \"reject\" ; gs:name ?name }
  FILTER NOT EXISTS { GRAPH <graph/entities> { ?thing a ?class } }
} ORDER BY ?thing";

/// A judgement of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curated {
    /// What it does: `same`, `different`, `reject`, `add`, `rename`, `type`.
    pub action: String,
    /// The first name, as the judge wrote it.
    pub name: String,
    /// The other name, the value, the new label or the new class.
    pub other: String,
    /// The local name of the relation that it is about; empty where it is about no statement.
    pub relation: String,
    /// The source that it is limited to; empty where there is none.
    pub source: String,
    /// Why.
    pub reason: String,
    /// Who.
    pub judge: String,
    /// When.
    pub date: String,
    /// The statements that it took out.
    pub rejected: Vec<Rejected>,
}

/// A statement that a judgement took out, with a sentence that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// What it said, by names: subject, relation, object.
    pub statement: [String; 3],
    /// The sentence.
    pub quote: String,
    /// What its source is called.
    pub source: String,
    /// The line of the source's file.
    pub line: String,
}

/// Returns what was judged about a thing, by date.
pub(super) fn curated(store: &Store, thing: &NamedNode) -> Result<Vec<Curated>, QueryError> {
    let judgements = ask(store, JUDGEMENTS, "thing", thing.clone().into())?;
    if judgements.rows.is_empty() {
        return Ok(Vec::new());
    }
    let rejections = ask(store, REJECTIONS, "thing", thing.clone().into())?;
    let one = |row: &Vec<Cell>| {
        let judgement = judgements.get(row, "judgement");
        let value = |column| judgements.name_of(judgements.get(row, column)).into_owned();
        let of_this =
            rejections.rows.iter().filter(|row| rejections.get(row, "judgement") == judgement);
        Curated {
            action: value("action"),
            name: value("name"),
            other: value("otherName"),
            relation: value("relation"),
            source: value("source"),
            reason: value("reason"),
            judge: value("judge"),
            date: value("date"),
            rejected: of_this.map(|row| rejected(&rejections, row)).collect(),
        }
    };
    Ok(judgements.rows.iter().map(one).collect())
}

fn rejected(table: &Table, row: &[Cell]) -> Rejected {
    let value = |column| table.name_of(table.get(row, column)).into_owned();
    Rejected {
        statement: ["subject", "relation", "object"].map(value),
        quote: value("quote"),
        source: value("source"),
        line: value("line"),
    }
}

/// Returns the things of this name that a judgement took out of the graph.
pub(super) fn rejected_things(store: &Store, name: &str) -> Result<Vec<NamedNode>, QueryError> {
    let table = ask(store, REJECTED_THINGS, "name", Literal::from(name).into())?;
    let things = table.rows.iter().flatten().filter_map(Cell::iri);
    Ok(things.map(NamedNode::new_unchecked).collect())
}

fn ask(store: &Store, text: &str, given: &str, value: Term) -> Result<Table, QueryError> {
    let mut table = evaluate(store, "judgements", text, &[(given.to_owned(), value)])?;
    table.name_things(store)?;
    Ok(table)
}
