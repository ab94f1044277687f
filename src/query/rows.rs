//! [`FactRow`] and [`EntityRow`]: what each document states and names, as the plain rows that
//! exports write and [`crate::evaluate`] measures.

use std::collections::BTreeSet;

use oxigraph::store::Store;
use serde::Serialize;

use super::{Cell, Library, LibraryError, QueryError, Table, Values, run};

/// Why the rows cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum RowsError {
    /// The export's own question is broken.
    #[error(transparent)]
    Library(#[from] LibraryError),
    /// The graph gives no answer.
    #[error(transparent)]
    Query(#[from] QueryError),
}

/// A fact that one document states. The fields are the columns of `export facts`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FactRow {
    /// The source file's name without its ending.
    pub document: String,
    /// The relation's local name.
    pub relation: String,
    /// The subject, as the document names it.
    pub subject: String,
    /// The local name of the subject's class.
    pub subject_type: String,
    /// The object, as the document names it, or the value.
    pub object: String,
    /// The local name of the object's class; empty for a value.
    pub object_type: String,
    /// The sentence that states it.
    pub quote: String,
    /// The sentence's line in the source file.
    pub line: Option<u32>,
    /// Where the sentence begins in the repaired text, in code points.
    pub start: Option<u32>,
    /// Where it ends.
    pub end: Option<u32>,
    /// The rule that read it.
    pub rule: String,
    /// The rule's measured precision.
    pub confidence: String,
}

/// A thing as one document names it. The fields are the columns of `export entities`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EntityRow {
    /// The source file's name without its ending.
    pub document: String,
    /// The local name of its class.
    pub r#type: String,
    /// The fullest name there.
    pub label: String,
    /// All other names there, joined by `|`; for the document itself also the file's name.
    pub aliases: String,
    /// How often it is named.
    pub mentions: Option<u32>,
}

/// Which passages of a fact get a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Passages {
    /// The first in the document.
    First,
    /// Each, a row.
    All,
}

/// Returns the facts of each document, by document and place.
pub fn facts(
    store: &Store,
    library: Library<'_>,
    passages: Passages,
) -> Result<Vec<FactRow>, RowsError> {
    let table = run(store, &library.export("facts")?, &Values::new())?;
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for row in &table.rows {
        let reader = Reader { table: &table, row };
        // Rows come by place: the first passage of a statement is met first.
        if seen.insert(reader.text("statement")) || passages == Passages::All {
            rows.push(FactRow {
                document: reader.text("document"),
                relation: reader.local_name("relation"),
                subject: reader.text("subject"),
                subject_type: reader.local_name("subjectType"),
                object: reader.text("objectLabel"),
                object_type: reader.local_name("objectType"),
                quote: reader.text("quote"),
                line: reader.number("line"),
                start: reader.number("start"),
                end: reader.number("end"),
                rule: reader.text("rule"),
                confidence: reader.text("confidence"),
            });
        }
    }
    Ok(rows)
}

/// Returns the things that each document names, by document and place.
pub fn entities(store: &Store, library: Library<'_>) -> Result<Vec<EntityRow>, RowsError> {
    let table = run(store, &library.export("entities")?, &Values::new())?;
    let mut rows: Vec<EntityRow> = Vec::new();
    let mut last = None;
    let mut aliases = BTreeSet::new();
    for row in &table.rows {
        let reader = Reader { table: &table, row };
        let this = (reader.text("document"), reader.text("thing"));
        if last.as_ref() != Some(&this) {
            aliases.clear();
            rows.push(EntityRow {
                document: reader.text("document"),
                r#type: reader.local_name("type"),
                label: reader.text("label"),
                aliases: String::new(),
                mentions: reader.number("mentions"),
            });
            last = Some(this);
        }
        let alias = reader.text("alias");
        if let Some(row) = rows.last_mut()
            && !alias.is_empty()
        {
            aliases.insert(alias);
            row.aliases = aliases.iter().map(String::as_str).collect::<Vec<_>>().join("|");
        }
    }
    Ok(rows)
}

/// One row of a table, by the names of its columns.
#[derive(Clone, Copy)]
struct Reader<'a> {
    table: &'a Table,
    row: &'a [Cell],
}

impl Reader<'_> {
    fn text(self, column: &str) -> String {
        self.table.get(self.row, column).as_str().into_owned()
    }

    fn number(self, column: &str) -> Option<u32> {
        self.table.get(self.row, column).as_str().parse().ok()
    }

    fn local_name(self, column: &str) -> String {
        let iri = self.text(column);
        iri.rsplit(['#', '/']).next().unwrap_or_default().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{data::Data, query};

    fn sample() -> Store {
        query::load(std::path::Path::new("tests/fixtures/sample.trig")).unwrap()
    }

    #[test]
    fn a_fact_has_a_row_in_each_document_with_its_first_passage() {
        let (store, data) = (sample(), Data::embedded());
        let rows = facts(&store, Library::new(&data), Passages::First).unwrap();
        let found: Vec<_> = rows
            .iter()
            .filter(|row| row.subject == "林致远" && row.object == "江城大学法学院")
            .map(|row| (row.document.as_str(), row.relation.as_str(), row.start))
            .collect();
        let relation = "affiliatedWith";
        assert_eq!(
            found,
            [("article-2023", relation, Some(9)), ("summary-2022", relation, Some(53))]
        );
        let all = facts(&store, Library::new(&data), Passages::All).unwrap();
        assert!(all.len() > rows.len());
        assert!(all.iter().all(|row| !row.quote.is_empty() && row.line.is_some()));
    }

    #[test]
    fn a_document_is_itself_named_by_its_file() {
        let (store, data) = (sample(), Data::embedded());
        let rows = entities(&store, Library::new(&data)).unwrap();
        let own = |row: &&EntityRow| row.aliases.split('|').any(|alias| alias == row.document);
        let own: Vec<_> = rows.iter().filter(own).map(|row| row.label.as_str()).collect();
        assert_eq!(own, ["论数据主权的限度", "系列研讨会综述", "数字发展合作白皮书"]);
    }
}
