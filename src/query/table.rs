//! [`Table`]: what a query answers, as typed cells.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use oxigraph::{
    model::{Literal, NamedNode, Term, Triple},
    store::Store,
};

use super::{PREFIXES, QueryError, names};

/// One value of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// The row has no value here.
    #[default]
    Empty,
    /// A thing, class or relation.
    Thing(NamedNode),
    /// Text, a number or a date.
    Value(Literal),
    /// A blank node or a triple.
    Other(Term),
}

impl Cell {
    /// Returns the IRI of a thing, or the value as it is written.
    pub fn as_str(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Thing(node) => Cow::Borrowed(node.as_str()),
            Self::Value(literal) => Cow::Borrowed(literal.value()),
            Self::Other(term) => Cow::Owned(term.to_string()),
        }
    }

    /// Returns the IRI, where the cell is a thing.
    pub fn iri(&self) -> Option<&str> {
        match self {
            Self::Thing(node) => Some(node.as_str()),
            _ => None,
        }
    }

    /// Returns the number, where the cell is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Value(literal) => literal.value().parse().ok(),
            _ => None,
        }
    }

    /// Tells whether there is no value.
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// Returns the term, where there is one.
    pub(super) fn term(&self) -> Option<Term> {
        match self {
            Self::Empty => None,
            Self::Thing(node) => Some(node.clone().into()),
            Self::Value(literal) => Some(literal.clone().into()),
            Self::Other(term) => Some(term.clone()),
        }
    }
}

impl From<Term> for Cell {
    fn from(term: Term) -> Self {
        match term {
            Term::NamedNode(node) => Self::Thing(node),
            Term::Literal(literal) => Self::Value(literal),
            other => Self::Other(other),
        }
    }
}

impl From<Option<Term>> for Cell {
    fn from(term: Option<Term>) -> Self {
        term.map_or(Self::Empty, Self::from)
    }
}

/// The answers to a question, a row each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The variables' names.
    pub columns: Vec<String>,
    /// The rows; each has a cell for each column.
    pub rows: Vec<Vec<Cell>>,
    /// What things are called, by IRI.
    names: BTreeMap<String, String>,
    /// Whether this is the answer to an ASK: one column, one row, true or false.
    is_answer: bool,
}

impl Table {
    /// Makes a table of which no thing has a name yet.
    pub fn new(columns: Vec<String>, rows: Vec<Vec<Cell>>) -> Self {
        Self { columns, rows, names: BTreeMap::new(), is_answer: false }
    }

    /// Makes the answer to an ASK.
    pub(super) fn of_answer(answer: bool) -> Self {
        let row = vec![Cell::Value(Literal::from(answer))];
        Self { is_answer: true, ..Self::new(vec!["answer".to_owned()], vec![row]) }
    }

    /// Makes a table of what a CONSTRUCT or DESCRIBE yields, sorted.
    pub(super) fn of_triples(triples: Vec<Triple>) -> Self {
        let sorted: BTreeMap<String, Triple> =
            triples.into_iter().map(|triple| (triple.to_string(), triple)).collect();
        let row = |triple: Triple| {
            vec![
                Term::from(triple.subject).into(),
                Cell::Thing(triple.predicate),
                triple.object.into(),
            ]
        };
        let columns = ["subject", "predicate", "object"].map(str::to_owned).to_vec();
        Self::new(columns, sorted.into_values().map(row).collect())
    }

    /// Returns the answer, where this is one to an ASK.
    pub(super) fn answer(&self) -> Option<bool> {
        let cell = self.rows.first()?.first()?;
        self.is_answer.then(|| cell.as_str() == "true")
    }

    /// Returns the position of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// Returns the cell of a row in a column; an empty one where there is no such column.
    pub fn get<'a>(&self, row: &'a [Cell], column: &str) -> &'a Cell {
        const EMPTY: &Cell = &Cell::Empty;
        self.column(column).and_then(|index| row.get(index)).unwrap_or(EMPTY)
    }

    /// Returns what a cell is called: a thing by its name, all else as it is written.
    ///
    /// Things that share a name within the table get what tells them apart in full-width
    /// parentheses; a term of a known vocabulary without a label is written with its prefix.
    pub fn name_of<'a>(&'a self, cell: &'a Cell) -> Cow<'a, str> {
        let Some(iri) = cell.iri() else {
            return cell.as_str();
        };
        if let Some(name) = self.names.get(iri) {
            return Cow::Borrowed(name);
        }
        let short = PREFIXES.iter().find_map(|(prefix, namespace)| {
            iri.strip_prefix(namespace).map(|local| format!("{prefix}:{local}"))
        });
        short.map_or(Cow::Borrowed(iri), Cow::Owned)
    }

    /// Replaces things by their names, for formats that would give their IRIs.
    #[must_use]
    pub fn with_names(mut self) -> Self {
        let names = |cell: &Cell| match cell {
            Cell::Thing(_) => Cell::Value(Literal::from(self.name_of(cell).into_owned())),
            other => other.clone(),
        };
        self.rows = self.rows.iter().map(|row| row.iter().map(names).collect()).collect();
        self
    }

    /// Adds another table's rows. The columns must be the same.
    pub(super) fn append(&mut self, other: Self) {
        if let (Some(one), Some(two)) = (self.answer(), other.answer()) {
            *self = Self::of_answer(one || two);
        } else {
            self.rows.extend(other.rows);
        }
    }

    pub(super) fn drop_column(&mut self, name: &str) {
        if let Some(index) = self.column(name) {
            self.columns.remove(index);
            for row in &mut self.rows {
                row.remove(index);
            }
        }
    }

    /// Looks up the names of all things in the table, each once.
    pub(super) fn name_things(&mut self, store: &Store) -> Result<(), QueryError> {
        let things: BTreeSet<&str> = self.rows.iter().flatten().filter_map(Cell::iri).collect();
        let mut bearers: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for iri in things {
            if let Some(label) = names::label(store, iri)? {
                bearers.entry(label).or_default().push(iri);
            }
        }
        let mut names = BTreeMap::new();
        for (label, iris) in bearers {
            for iri in &iris {
                let name = match iri.rsplit_once('~') {
                    Some((_, distinction)) if iris.len() > 1 => format!("{label}（{distinction}）"),
                    _ => label.clone(),
                };
                names.insert((*iri).to_owned(), name);
            }
        }
        self.names = names;
        Ok(())
    }
}
