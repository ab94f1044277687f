//! [`Snapshot`]: all that a graph states, as plain values that [`crate::diff`] compares.

use std::collections::{BTreeMap, BTreeSet};

use oxigraph::store::Store;

use super::{Cell, QueryError, Table, base, evaluate};

const SOURCES: &str = "SELECT ?document { ?source a gs:Source ; gs:file ?document }";
const THINGS: &str = "\
SELECT ?thing ?class ?label { GRAPH <graph/entities> { ?thing a ?class ; rdfs:label ?label } }";
const NAMINGS: &str = "\
SELECT ?thing ?document ?name ?count {
  ?source gs:file ?document ; gs:mentions ?thing ~ ?appearance .
  ?appearance gs:mentionCount ?count .
  { ?appearance gs:label ?name } UNION { ?appearance gs:alias ?name }
}";
const STATEMENTS: &str = "\
SELECT ?statement ?document ?subject ?relation ?object ?quote ?line ?rule {
  ?statement gs:evidence ?evidence ; rdf:reifies <<( ?subject ?relation ?object )>> .
  ?evidence oa:hasSource ?source ; gs:quote ?quote ; gs:line ?line ; gs:rule ?rule .
  ?source gs:file ?document .
  FILTER(?relation != gs:mentions)
}";
const QUALIFIERS: &str = "\
SELECT ?statement ?value {
  ?statement rdf:reifies ?said ; ?property ?value .
  FILTER(?property IN (gs:title, gs:affiliation, gs:date))
}";

/// All that a graph states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// What the IRIs of its things begin with.
    pub base: String,
    /// Its texts, by their files' names.
    pub documents: BTreeSet<String>,
    /// Its things, by IRI.
    pub things: BTreeMap<String, Thing>,
    /// What its relations are called, label and local name, by IRI.
    pub relations: BTreeMap<String, String>,
    /// Its statements, without those that follow from others.
    pub statements: Vec<Stated>,
}

/// A thing of the graph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thing {
    /// Its label, with what tells it from others in parentheses.
    pub name: String,
    /// What its class is called.
    pub class: String,
    /// Which document gives it which names.
    pub namings: BTreeSet<(String, String)>,
    /// How often each document names it.
    pub counts: BTreeMap<String, u32>,
}

/// A thing or a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// A thing, by IRI.
    Thing(String),
    /// A value, as it is written.
    Value(String),
}

/// A statement of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The document.
    pub document: String,
    /// The IRI of its subject.
    pub subject: String,
    /// The IRI of its relation.
    pub relation: String,
    /// The other end.
    pub object: End,
    /// What is said of the statement itself.
    pub qualifiers: BTreeSet<End>,
    /// Where the document says so.
    pub passages: BTreeSet<Passage>,
}

/// A sentence that makes a statement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// The line in the source's file.
    pub line: u32,
    /// The sentence.
    pub quote: String,
    /// The rule that read it.
    pub rule: String,
}

/// Reads off a graph all that it states.
pub fn snapshot(store: &Store) -> Result<Snapshot, QueryError> {
    let ask = |text| -> Result<Table, QueryError> {
        let mut table = evaluate(store, "snapshot", text, &[])?;
        table.name_things(store)?;
        Ok(table)
    };
    let text = |table: &Table, row: &[Cell], column: &str| -> String {
        table.get(row, column).as_str().into_owned()
    };
    let sources = ask(SOURCES)?;
    let mut things = things(&ask(THINGS)?);
    let namings = ask(NAMINGS)?;
    for row in &namings.rows {
        if let Some(thing) = things.get_mut(&text(&namings, row, "thing")) {
            let document = text(&namings, row, "document");
            let count = text(&namings, row, "count").parse().unwrap_or_default();
            thing.counts.insert(document.clone(), count);
            thing.namings.insert((document, text(&namings, row, "name")));
        }
    }
    let stated = ask(STATEMENTS)?;
    Ok(Snapshot {
        base: base(store)?,
        documents: sources.rows.iter().map(|row| text(&sources, row, "document")).collect(),
        things,
        relations: relations(&stated),
        statements: statements(&stated, &ask(QUALIFIERS)?),
    })
}

fn things(table: &Table) -> BTreeMap<String, Thing> {
    let mut things: BTreeMap<String, Thing> = BTreeMap::new();
    for row in &table.rows {
        let iri = table.get(row, "thing").as_str().into_owned();
        let label = table.get(row, "label").as_str();
        let name = match iri.rsplit_once('~') {
            Some((_, distinction)) => format!("{label}（{distinction}）"),
            None => label.into_owned(),
        };
        let class = table.name_of(table.get(row, "class")).into_owned();
        things.insert(iri, Thing { name, class, ..Thing::default() });
    }
    things
}

fn relations(table: &Table) -> BTreeMap<String, String> {
    let name = |row: &Vec<Cell>| {
        let relation = table.get(row, "relation");
        let iri = relation.as_str().into_owned();
        let local = iri.rsplit(['#', '/']).next().unwrap_or_default();
        let name = format!("{} {local}", table.name_of(relation));
        (iri, name)
    };
    table.rows.iter().map(name).collect()
}

fn statements(table: &Table, qualifiers: &Table) -> Vec<Stated> {
    let mut found: BTreeMap<String, Stated> = BTreeMap::new();
    for row in &table.rows {
        let text = |column: &str| table.get(row, column).as_str().into_owned();
        let stated = found.entry(text("statement")).or_insert_with(|| Stated {
            document: text("document"),
            subject: text("subject"),
            relation: text("relation"),
            object: end(table.get(row, "object")),
            qualifiers: BTreeSet::new(),
            passages: BTreeSet::new(),
        });
        stated.passages.insert(Passage {
            line: text("line").parse().unwrap_or_default(),
            quote: text("quote"),
            rule: text("rule"),
        });
    }
    for row in &qualifiers.rows {
        let statement = qualifiers.get(row, "statement").as_str();
        if let Some(stated) = found.get_mut(statement.as_ref()) {
            stated.qualifiers.insert(end(qualifiers.get(row, "value")));
        }
    }
    found.into_values().collect()
}

fn end(cell: &Cell) -> End {
    match cell.iri() {
        Some(iri) => End::Thing(iri.to_owned()),
        None => End::Value(cell.as_str().into_owned()),
    }
}
