//! What was extracted, as the plain rows that [`evaluate`](super::evaluate) compares with the gold.

use std::path::Path;

use super::rows::{RowsError, Separator, Sheet};
use crate::query::rows::{EntityRow, FactRow};

/// An entity as one document names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PredictedEntity {
    /// The document's name.
    pub document: String,
    /// The class's local name.
    pub class: String,
    /// The fullest name.
    pub label: String,
    /// The other names.
    pub aliases: Vec<String>,
}

/// A fact that one document states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PredictedFact {
    /// The document's name.
    pub document: String,
    /// The relation's local name.
    pub relation: String,
    /// A name of the subject.
    pub subject: String,
    /// A name of the object, or the value.
    pub object: String,
    /// The sentence that states it.
    pub quote: String,
    /// The line of the source that the sentence begins on, where known.
    pub line: Option<u32>,
    /// The rule that read it; empty where unknown.
    pub rule: String,
}

impl PredictedEntity {
    /// Reads a file as `gongshi export entities` writes it.
    ///
    /// The columns `document`, `type` and `label` must be there; `aliases` are joined by `|`.
    pub fn from_csv(path: &Path) -> Result<Vec<Self>, RowsError> {
        let rows = Sheet::read(path, Separator::Comma)?;
        rows.require(&["document", "type", "label"])?;
        rows.iter()
            .map(|row| {
                Ok(Self {
                    document: row.needed("document")?.to_owned(),
                    class: row.needed("type")?.to_owned(),
                    label: row.value("label").to_owned(),
                    aliases: row.list("aliases"),
                })
            })
            .collect()
    }
}

impl PredictedFact {
    /// Reads a file as `gongshi export facts` writes it.
    ///
    /// The columns `document`, `relation`, `subject` and `object` must be there; `quote`, `line`
    /// and `rule` may be.
    pub fn from_csv(path: &Path) -> Result<Vec<Self>, RowsError> {
        let rows = Sheet::read(path, Separator::Comma)?;
        rows.require(&["document", "relation", "subject", "object"])?;
        rows.iter()
            .map(|row| {
                Ok(Self {
                    document: row.needed("document")?.to_owned(),
                    relation: row.needed("relation")?.to_owned(),
                    subject: row.value("subject").to_owned(),
                    object: row.value("object").to_owned(),
                    quote: row.value("quote").to_owned(),
                    line: row.number("line")?,
                    rule: row.value("rule").to_owned(),
                })
            })
            .collect()
    }
}

impl From<EntityRow> for PredictedEntity {
    fn from(row: EntityRow) -> Self {
        let EntityRow { document, r#type, label, aliases, .. } = row;
        let aliases = aliases.split('|').filter(|alias| !alias.is_empty()).map(str::to_owned);
        Self { document, class: r#type, label, aliases: aliases.collect() }
    }
}

impl From<FactRow> for PredictedFact {
    fn from(row: FactRow) -> Self {
        let FactRow { document, relation, subject, object, quote, line, rule, .. } = row;
        Self { document, relation, subject, object, quote, line, rule }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exported_rows_are_read_whatever_the_order_of_columns() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("facts.csv");
        let text = "document,relation,object,subject,rule,line\na,signed,海洋公约,中国,r1,7\n";
        std::fs::write(&path, text).unwrap();
        let facts = PredictedFact::from_csv(&path).unwrap();
        let fact = facts.first().unwrap();
        assert_eq!((fact.subject.as_str(), fact.line, fact.rule.as_str()), ("中国", Some(7), "r1"));
        let message = PredictedEntity::from_csv(&path).unwrap_err().to_string();
        assert!(message.contains("facts.csv:1: no column `type`"), "{message}");
    }
}
