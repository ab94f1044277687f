//! Tables with a header row, comma- or tab-separated, whose every row knows its line.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Why a table of gold or of extracted items could not be read.
#[derive(Debug, thiserror::Error)]
pub enum RowsError {
    /// The file or folder could not be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is not UTF-8.
    #[error("{}:{line}: not UTF-8 text", path.display())]
    NotText {
        /// The file.
        path: PathBuf,
        /// The first line that is not.
        line: u32,
    },
    /// The file is no table.
    #[error("{}: not a table of comma-separated values", path.display())]
    NotTable {
        /// The file.
        path: PathBuf,
        /// What the reader of such tables said, with the place.
        source: csv::Error,
    },
    /// The header lacks a column.
    #[error("{}:1: no column `{column}`; the columns are: {found}", path.display())]
    NoColumn {
        /// The file.
        path: PathBuf,
        /// The column looked for.
        column: &'static str,
        /// The columns that there are.
        found: String,
    },
    /// A row lacks a value that it must have.
    #[error("{}:{line}: no value in column `{column}`", path.display())]
    NoValue {
        /// The file.
        path: PathBuf,
        /// The row's line.
        line: u32,
        /// The column.
        column: &'static str,
    },
    /// A value that must be a number is none.
    #[error("{}:{line}: `{value}` in column `{column}` is no number", path.display())]
    NotNumber {
        /// The file.
        path: PathBuf,
        /// The row's line.
        line: u32,
        /// The column.
        column: &'static str,
        /// The value.
        value: String,
    },
    /// A folder of gold holds none.
    #[error("{}: no file ends in .entities.tsv", path.display())]
    NoGold {
        /// The folder.
        path: PathBuf,
    },
    /// A document was asked for that has no gold.
    #[error("no gold for document `{name}`; there is gold for: {known}")]
    NoDocument {
        /// The document.
        name: String,
        /// The documents that have gold.
        known: String,
    },
}

/// How the cells of a row are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Separator {
    /// Tabs, without any quoting.
    Tab,
    /// Commas, with quoting.
    Comma,
}

/// A table read whole.
#[derive(Debug)]
pub(super) struct Sheet {
    path: PathBuf,
    header: Vec<String>,
    rows: Vec<(u32, Vec<String>)>,
}

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row<'a> {
    sheet: &'a Sheet,
    /// The line in the file, from 1.
    pub(super) line: u32,
    cells: &'a [String],
}

impl Sheet {
    /// Reads a file.
    pub(super) fn read(path: &Path, separator: Separator) -> Result<Self, RowsError> {
        let bytes =
            fs::read(path).map_err(|source| RowsError::Read { path: path.to_owned(), source })?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let good = error.as_bytes().get(..error.utf8_error().valid_up_to());
            let line = breaks(good.unwrap_or_default()) + 1;
            RowsError::NotText { path: path.to_owned(), line }
        })?;
        Self::parse(&text, path, separator)
    }

    /// Reads a text; `path` is what messages call it.
    pub(super) fn parse(text: &str, path: &Path, separator: Separator) -> Result<Self, RowsError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut rows = match separator {
            Separator::Tab => by_tab(text),
            Separator::Comma => by_comma(text)
                .map_err(|source| RowsError::NotTable { path: path.to_owned(), source })?,
        };
        let header = if rows.is_empty() { Vec::new() } else { rows.remove(0).1 };
        Ok(Self { path: path.to_owned(), header, rows })
    }

    /// Checks that the header has these columns.
    pub(super) fn require(&self, columns: &[&'static str]) -> Result<(), RowsError> {
        for &column in columns {
            if !self.header.iter().any(|name| name == column) {
                let found = self.header.join(", ");
                return Err(RowsError::NoColumn { path: self.path.clone(), column, found });
            }
        }
        Ok(())
    }

    /// Returns the rows in file order.
    pub(super) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { sheet: self, line: *line, cells })
    }
}

impl<'a> Row<'a> {
    /// Returns the value of a column, or the empty string where the row or the table has none.
    pub(super) fn value(self, column: &str) -> &'a str {
        let place = self.sheet.header.iter().position(|name| name == column);
        place.and_then(|place| self.cells.get(place)).map_or("", String::as_str)
    }

    /// Returns the value of a column that must have one.
    pub(super) fn needed(self, column: &'static str) -> Result<&'a str, RowsError> {
        let value = self.value(column);
        if value.trim().is_empty() {
            let path = self.sheet.path.clone();
            return Err(RowsError::NoValue { path, line: self.line, column });
        }
        Ok(value)
    }

    /// Returns the number of a column, where there is a value.
    pub(super) fn number(self, column: &'static str) -> Result<Option<u32>, RowsError> {
        let value = self.value(column).trim();
        if value.is_empty() {
            return Ok(None);
        }
        value.parse().map(Some).map_err(|_| RowsError::NotNumber {
            path: self.sheet.path.clone(),
            line: self.line,
            column,
            value: value.to_owned(),
        })
    }

    /// Returns the values of a column that joins several by `|`.
    pub(super) fn list(self, column: &str) -> Vec<String> {
        self.value(column)
            .split('|')
            .filter(|part| !part.trim().is_empty())
            .map(str::to_owned)
            .collect()
    }
}

fn by_tab(text: &str) -> Vec<(u32, Vec<String>)> {
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.is_empty())
        .map(|(number, line)| (number, line.split('\t').map(str::to_owned).collect()))
        .collect()
}

fn by_comma(text: &str) -> Result<Vec<(u32, Vec<String>)>, csv::Error> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let bytes = text.as_bytes();
    let (mut rows, mut line, mut counted) = (Vec::new(), 1, 0);
    for record in reader.records() {
        let record = record?;
        // The reader's own count of lines leaves out blank ones before a row.
        let start = record.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).expect("an offset in a text in memory");
        let rest = bytes.get(start..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        line += breaks(bytes.get(counted..start + blank).unwrap_or_default());
        counted = start + blank;
        rows.push((line, record.iter().map(str::to_owned).collect()));
    }
    Ok(rows)
}

/// Counts the line feeds.
fn breaks(bytes: &[u8]) -> u32 {
    let parts = bytes.split(|&byte| byte == b'\n').count();
    u32::try_from(parts - 1).expect("fewer lines than an editor can number")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comma(text: &str) -> Sheet {
        Sheet::parse(text, Path::new("x.csv"), Separator::Comma).unwrap()
    }

    #[test]
    fn rows_know_their_lines() {
        let rows = comma("\u{feff}a,b\n1,\"x\ny\"\n\n\n2,z\r\n3\n");
        let seen: Vec<_> = rows.iter().map(|row| (row.line, row.value("b"))).collect();
        assert_eq!(seen, [(2, "x\ny"), (6, "z"), (7, "")]);
    }

    #[test]
    fn tabs_leave_quotation_marks_alone() {
        let rows =
            Sheet::parse("a\tb\n\n\"x\"\ty\"\n", Path::new("x.tsv"), Separator::Tab).unwrap();
        let seen: Vec<_> =
            rows.iter().map(|row| (row.line, row.value("a"), row.value("b"))).collect();
        assert_eq!(seen, [(3, "\"x\"", "y\"")]);
    }

    #[test]
    fn mistakes_are_told_with_file_and_line() {
        let rows = comma("a,b\n,seven\n");
        let message = rows.require(&["c"]).unwrap_err().to_string();
        assert_eq!(message, "x.csv:1: no column `c`; the columns are: a, b");
        let row = rows.iter().next().unwrap();
        assert_eq!(row.needed("a").unwrap_err().to_string(), "x.csv:2: no value in column `a`");
        let message = row.number("b").unwrap_err().to_string();
        assert_eq!(message, "x.csv:2: `seven` in column `b` is no number");
    }

    #[test]
    fn a_file_that_is_not_text_is_told_with_its_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.csv");
        fs::write(&path, b"a\n\xff\n").unwrap();
        let message = Sheet::read(&path, Separator::Comma).unwrap_err().to_string();
        assert!(message.ends_with("x.csv:2: not UTF-8 text"), "{message}");
    }
}
