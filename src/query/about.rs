//! [`Portrait`]: all that the graph holds about one thing, for `show` and the pages.

use std::collections::BTreeSet;

use oxigraph::{
    model::{GraphName, NamedNode, NamedNodeRef, Term, vocab::rdf},
    store::Store,
};

use super::{
    Cell, Curated, QueryError, Table, base,
    curated::{curated, rejected_things},
    evaluate, names,
};

const ALIAS: NamedNodeRef<'_> =
    NamedNodeRef::new_unchecked("http://www.w3.org/2004/02/skos/core#altLabel");
/// The library's own question; a user's of the same name does not change what `show` shows.
const STATEMENTS: &str = include_str!("../../queries/about.rq");
const APPEARANCES: &str = "\
SELECT DISTINCT ?thing ?source ?label ?count ?line ?alias {
  ?source gs:mentions ?thing ~ ?appearance .
  ?appearance gs:label ?label ; gs:mentionCount ?count .
  OPTIONAL { ?appearance gs:evidence/gs:line ?line }
  OPTIONAL { ?appearance gs:alias ?alias }
} ORDER BY ?source ?line ?alias";

/// A sentence that a statement stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The sentence.
    pub quote: String,
    /// What its source is called.
    pub source: String,
    /// The line of the source's file.
    pub line: String,
    /// The rule that read it.
    pub rule: String,
    /// How sure the rule is, where the graph says so.
    pub confidence: String,
    /// On how many cases that was measured, where the graph says so.
    pub measured_on: Option<u32>,
}

/// Something said of a thing, with all sentences that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The relation's IRI.
    pub relation: String,
    /// What the relation is called.
    pub relation_name: String,
    /// Whether the thing is the subject.
    pub outgoing: bool,
    /// What the other end is called: an entity or a value.
    pub other: String,
    /// The IRI of the other end, where it is a thing.
    pub other_iri: Option<String>,
    /// What is said of the statement itself: title, affiliation, date.
    pub qualifiers: Vec<String>,
    /// The sentences.
    pub quotations: Vec<Quotation>,
    /// Whether no text says so, but a rule of the ontology infers it.
    pub inferred: bool,
}

/// How one source names a thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// What the source is called.
    pub source: String,
    /// The fullest name there, then all others.
    pub names: Vec<String>,
    /// How often it is named.
    pub count: String,
    /// The line where it is named first.
    pub line: String,
}

/// All about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portrait {
    /// Its IRI.
    pub iri: String,
    /// Its name.
    pub name: String,
    /// What its classes are called, without those that are inferred.
    pub classes: Vec<String>,
    /// Its other names.
    pub aliases: Vec<String>,
    /// How each source names it.
    pub namings: Vec<Naming>,
    /// What is said of it: as subject first, by relation and other end.
    pub statements: Vec<Statement>,
    /// What persons judged about it, by date.
    pub curated: Vec<Curated>,
}

/// Returns the portraits of all things that bear a name, an alias or an IRI; where none does, of
/// those that did until a judgement took them out.
pub fn portraits(store: &Store, name: &str) -> Result<Vec<Portrait>, QueryError> {
    let mut things = names::things(store, name)?;
    if things.is_empty() {
        things = rejected_things(store, name)?;
    }
    if things.is_empty() {
        let near = names::near(store, name)?;
        return Err(QueryError::UnknownName { name: name.to_owned(), near });
    }
    things.iter().map(|thing| portrait(store, thing)).collect()
}

fn portrait(store: &Store, thing: &NamedNode) -> Result<Portrait, QueryError> {
    let iri = thing.as_str().to_owned();
    let ask = |path, text| -> Result<Table, QueryError> {
        let given = [("thing".to_owned(), Term::from(thing.clone()))];
        let mut table = evaluate(store, path, text, &given)?;
        table.name_things(store)?;
        Ok(table)
    };
    let namings = namings(&ask("appearances", APPEARANCES)?);
    let statements = statements(&ask("queries/about.rq", STATEMENTS)?);
    Ok(Portrait {
        name: names::label(store, &iri)?.unwrap_or_else(|| iri.clone()),
        classes: classes(store, thing)?,
        aliases: objects(store, thing, ALIAS, "")?
            .iter()
            .map(|o| Cell::from(o.clone()).as_str().into_owned())
            .collect(),
        namings,
        statements,
        curated: curated(store, thing)?,
        iri,
    })
}

fn classes(store: &Store, thing: &NamedNode) -> Result<Vec<String>, QueryError> {
    let inferred = format!("{}graph/inferred", base(store)?);
    let mut table = Table::new(
        vec!["class".to_owned()],
        objects(store, thing, rdf::TYPE, &inferred)?.into_iter().map(|c| vec![c.into()]).collect(),
    );
    table.name_things(store)?;
    Ok(table.rows.iter().flatten().map(|cell| table.name_of(cell).into_owned()).collect())
}

/// Returns the objects of a property, each once, without those stated in one graph.
fn objects(
    store: &Store,
    thing: &NamedNode,
    property: NamedNodeRef<'_>,
    without: &str,
) -> Result<Vec<Term>, QueryError> {
    let mut seen = BTreeSet::new();
    let mut objects = Vec::new();
    for quad in store.quads_for_pattern(Some(thing.as_ref().into()), Some(property), None, None) {
        let quad = quad?;
        let wanted = matches!(&quad.graph_name, GraphName::NamedNode(g) if g.as_str() != without);
        if wanted && seen.insert(quad.object.to_string()) {
            objects.push(quad.object);
        }
    }
    objects.sort_by_key(ToString::to_string);
    Ok(objects)
}

fn namings(table: &Table) -> Vec<Naming> {
    let mut namings: Vec<Naming> = Vec::new();
    let mut source_iri: Option<String> = None;
    for row in &table.rows {
        let value = |column| table.name_of(table.get(row, column)).into_owned();
        let source = value("source");
        // Two sources may have one title; they are told apart by what they are, not by that.
        let this = table.get(row, "source").iri().map(str::to_owned);
        if namings.is_empty() || this != source_iri {
            source_iri = this;
            let (count, line) = (value("count"), value("line"));
            namings.push(Naming { source, names: vec![value("label")], count, line });
        }
        if let (Some(last), alias) = (namings.last_mut(), value("alias"))
            && !alias.is_empty()
        {
            last.names.push(alias);
        }
    }
    namings
}

fn statements(table: &Table) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    for row in &table.rows {
        let statement = statement(table, row);
        match statements.last_mut() {
            Some(last) if is_same(last, &statement) => last.quotations.extend(statement.quotations),
            _ => statements.push(statement),
        }
    }
    statements
}

/// Tells whether two rows say the same: other sentences do not make another statement, another
/// title or affiliation does.
fn is_same(one: &Statement, other: &Statement) -> bool {
    let key = |s: &Statement| {
        (
            s.outgoing,
            s.inferred,
            s.relation.clone(),
            s.other.clone(),
            s.other_iri.clone(),
            s.qualifiers.clone(),
        )
    };
    key(one) == key(other)
}

fn statement(table: &Table, row: &[Cell]) -> Statement {
    let value = |column| table.name_of(table.get(row, column)).into_owned();
    let relation = table.get(row, "relation");
    let other = table.get(row, "other");
    let qualifiers = ["title", "affiliation", "date"].map(value);
    let quotation = Quotation {
        quote: value("quote"),
        source: value("source"),
        line: value("line"),
        rule: value("rule"),
        confidence: value("confidence"),
        measured_on: value("measuredOn").parse().ok(),
    };
    Statement {
        relation: relation.as_str().into_owned(),
        relation_name: table.name_of(relation).into_owned(),
        outgoing: table.get(row, "direction").as_str() == "→",
        other: table.name_of(other).into_owned(),
        other_iri: other.iri().map(str::to_owned),
        qualifiers: qualifiers.into_iter().filter(|value| !value.is_empty()).collect(),
        inferred: !table.get(row, "inferred").is_empty(),
        quotations: if quotation.quote.is_empty() { Vec::new() } else { vec![quotation] },
    }
}
