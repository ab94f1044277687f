//! [`Gold`]: what a careful reader wrote down after reading each document.
//!
//! Two tab-separated files a document, without any quoting: `<document>.entities.tsv` with the
//! columns `type`, `label`, `aliases`, and `<document>.facts.tsv` with `relation`, `subject`,
//! `object`, `quote`. Aliases, and answers that are equally right, are joined by `|`. The source
//! itself is called `THIS`.

use std::{fs, path::Path};

use super::rows::{RowsError, Separator, Sheet};

const ENTITIES: &str = ".entities.tsv";
const FACTS: &str = ".facts.tsv";

/// An entity that the gold lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoldEntity {
    /// The class's name.
    pub class: String,
    /// The fullest name.
    pub label: String,
    /// The other names.
    pub aliases: Vec<String>,
    /// The line of the gold file.
    pub line: u32,
}

/// A fact that the gold lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoldFact {
    /// The relation's name.
    pub relation: String,
    /// The names of the subject, any of which is right.
    pub subject: String,
    /// The names or values of the object, any of which is right.
    pub object: String,
    /// The words of the document that state it.
    pub quote: String,
    /// The line of the gold file.
    pub line: u32,
}

/// The gold of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoldDocument {
    /// The document's name: its file's without the ending.
    pub name: String,
    /// Its entities, in file order.
    pub entities: Vec<GoldEntity>,
    /// Its facts, in file order.
    pub facts: Vec<GoldFact>,
}

/// The gold of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gold {
    /// The documents by name.
    pub documents: Vec<GoldDocument>,
}

impl Gold {
    /// Reads all documents of a folder.
    pub fn read(folder: &Path) -> Result<Self, RowsError> {
        let read = |source| RowsError::Read { path: folder.to_owned(), source };
        let mut names = Vec::new();
        for entry in fs::read_dir(folder).map_err(read)? {
            let file = entry.map_err(read)?.file_name();
            if let Some(name) = file.to_string_lossy().strip_suffix(ENTITIES) {
                names.push(name.to_owned());
            }
        }
        if names.is_empty() {
            return Err(RowsError::NoGold { path: folder.to_owned() });
        }
        names.sort();
        let documents = names.iter().map(|name| GoldDocument::read(folder, name));
        Ok(Self { documents: documents.collect::<Result<_, _>>()? })
    }

    /// Keeps the documents of these names only; all of them where none is named.
    pub fn only(mut self, names: &[String]) -> Result<Self, RowsError> {
        if names.is_empty() {
            return Ok(self);
        }
        let has = |name: &String| self.documents.iter().any(|document| document.name == *name);
        if let Some(name) = names.iter().find(|name| !has(name)) {
            let known: Vec<_> = self.documents.iter().map(|known| known.name.as_str()).collect();
            return Err(RowsError::NoDocument { name: name.clone(), known: known.join(", ") });
        }
        self.documents.retain(|document| names.contains(&document.name));
        Ok(self)
    }
}

impl GoldDocument {
    /// Reads the two files of one document.
    pub fn read(folder: &Path, name: &str) -> Result<Self, RowsError> {
        let rows = Sheet::read(&folder.join(format!("{name}{ENTITIES}")), Separator::Tab)?;
        rows.require(&["type", "label"])?;
        let mut entities = Vec::new();
        for row in rows.iter() {
            entities.push(GoldEntity {
                class: row.needed("type")?.to_owned(),
                label: row.needed("label")?.to_owned(),
                aliases: row.list("aliases"),
                line: row.line,
            });
        }
        let rows = Sheet::read(&folder.join(format!("{name}{FACTS}")), Separator::Tab)?;
        rows.require(&["relation", "subject", "object"])?;
        let mut facts = Vec::new();
        for row in rows.iter() {
            facts.push(GoldFact {
                relation: row.needed("relation")?.to_owned(),
                subject: row.needed("subject")?.to_owned(),
                object: row.needed("object")?.to_owned(),
                quote: row.value("quote").to_owned(),
                line: row.line,
            });
        }
        Ok(Self { name: name.to_owned(), entities, facts })
    }

    /// Returns the name of the file of entities.
    pub fn entities_file(&self) -> String {
        format!("{}{ENTITIES}", self.name)
    }

    /// Returns the name of the file of facts.
    pub fn facts_file(&self) -> String {
        format!("{}{FACTS}", self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn documents_are_read_by_name() {
        let folder = folder(&[
            ("b.entities.tsv", "type\tlabel\taliases\nCountry\t中国\t我国|中方\n"),
            ("b.facts.tsv", "relation\tsubject\tobject\tquote\nsigned\t中国\t海洋公约\t中国签署\n"),
            ("a.entities.tsv", "type\tlabel\n"),
            ("a.facts.tsv", "relation\tsubject\tobject\tquote\n"),
        ]);
        let gold = Gold::read(folder.path()).unwrap();
        assert_eq!(gold.documents.iter().map(|d| d.name.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        let document = &gold.documents[1];
        assert_eq!(document.entities.first().unwrap().aliases, ["我国", "中方"]);
        assert_eq!(document.facts.first().unwrap().line, 2);
        assert_eq!(gold.clone().only(&["b".to_owned()]).unwrap().documents.len(), 1);
        let message = gold.only(&["c".to_owned()]).unwrap_err().to_string();
        assert_eq!(message, "no gold for document `c`; there is gold for: a, b");
    }

    #[test]
    fn a_row_without_a_label_is_told_with_its_line() {
        let folder = folder(&[("a.entities.tsv", "type\tlabel\nCountry\t中国\nCountry\n")]);
        let message = Gold::read(folder.path()).unwrap_err().to_string();
        assert!(message.ends_with("a.entities.tsv:3: no value in column `label`"), "{message}");
    }

    #[test]
    fn a_folder_without_gold_is_told() {
        let folder = folder(&[]);
        assert!(matches!(Gold::read(folder.path()), Err(RowsError::NoGold { .. })));
    }
}
