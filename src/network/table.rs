//! Networks from tables with named columns: a SPARQL answer, or a CSV file of the user's own.

use super::{
    Direction, Network,
    rows::{AffiliationRow, Confidence, EdgeRow, Passage},
};
use std::{
    io,
    path::{Path, PathBuf},
};

/// A table is no network.
#[derive(Debug, thiserror::Error)]
pub enum NetworkError {
    /// The file could not be read.
    #[error("cannot read {}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A row of a file is not as it should be.
    #[error("{}:{line}: {message}", path.display())]
    Row {
        /// The file.
        path: PathBuf,
        /// The line where the row begins, from 1.
        line: u64,
        /// What is wrong.
        message: String,
    },
    /// The columns name neither participations nor ties.
    #[error(
        "a network needs the columns node and group, or source and target; this table has {found}"
    )]
    Columns {
        /// The columns that it has.
        found: String,
    },
    /// A number is none.
    #[error("row {row}: the {column} '{value}' is not a number")]
    Number {
        /// The row, from 1.
        row: usize,
        /// The column.
        column: &'static str,
        /// What stands there.
        value: String,
    },
    /// A confidence is none.
    #[error("row {row}: the confidence '{value}' is not a number from 0 to 1")]
    Chance {
        /// The row, from 1.
        row: usize,
        /// What stands there.
        value: String,
    },
}

/// What the first two columns of a user's own file may be called.
const NODE_NAMES: [&str; 8] =
    ["node", "person", "member", "participant", "人", "人物", "姓名", "专家"];
const GROUP_NAMES: [&str; 7] = ["group", "event", "meeting", "seminar", "事件", "活动", "会议"];

/// Where each column of a table stands.
#[derive(Clone, Debug)]
struct Columns {
    names: Vec<String>,
}

impl Columns {
    fn at(&self, names: &[&str]) -> Option<usize> {
        self.names.iter().position(|name| names.contains(&name.as_str()))
    }

    fn new(names: &[String]) -> Self {
        let plain = |name: &String| name.trim().to_lowercase().replace(['_', ' ', '?'], "");
        Self { names: names.iter().map(plain).collect() }
    }

    fn is_edges(&self) -> bool {
        self.at(&["source"]).is_some() && self.at(&["target"]).is_some()
    }

    fn is_affiliations(&self) -> bool {
        self.at(&NODE_NAMES).is_some() && self.at(&GROUP_NAMES).is_some()
    }
}

/// One row of a table, by the names of its columns.
struct Cells<'a> {
    columns: &'a Columns,
    row: usize,
    values: Vec<Option<String>>,
}

impl Cells<'_> {
    fn take(&mut self, names: &[&str]) -> Option<String> {
        let value = self.values.get_mut(self.columns.at(names)?)?.take()?;
        let trimmed = value.trim();
        (!trimmed.is_empty()).then(|| trimmed.to_owned())
    }

    fn number<T: std::str::FromStr>(
        &mut self,
        column: &'static str,
    ) -> Result<Option<T>, NetworkError> {
        let Some(value) = self.take(&[column]) else {
            return Ok(None);
        };
        let row = self.row;
        value.parse().map(Some).map_err(|_| NetworkError::Number { row, column, value })
    }

    fn passage(&mut self, source: &[&str]) -> Result<Passage, NetworkError> {
        Ok(Passage {
            source: self.take(source),
            line: self.number("line")?,
            date: self.take(&["date"]),
            quote: self.take(&["quote", "sentence"]),
            confidence: self.confidence()?,
        })
    }

    fn confidence(&mut self) -> Result<Option<Confidence>, NetworkError> {
        let Some(number) = self.number::<f64>("confidence")? else {
            return Ok(None);
        };
        let (row, value) = (self.row, number.to_string());
        let confidence = Confidence::new(number);
        confidence.map(Some).ok_or(NetworkError::Chance { row, value })
    }

    fn affiliation(&mut self) -> Result<AffiliationRow, NetworkError> {
        Ok(AffiliationRow {
            node: self.take(&NODE_NAMES).unwrap_or_default(),
            group: self.take(&GROUP_NAMES).unwrap_or_default(),
            node_label: self.take(&["nodelabel"]),
            group_label: self.take(&["grouplabel"]),
            class: self.take(&["nodeclass", "class"]),
            group_class: self.take(&["groupclass"]),
            country: self.take(&["country"]),
            institution: self.take(&["institution"]),
            passage: self.passage(&["source", "document"])?,
        })
    }

    fn edge(&mut self) -> Result<EdgeRow, NetworkError> {
        let weight: Option<f64> = self.number("weight")?;
        if let Some(weight) = weight.filter(|weight| !weight.is_finite() || *weight < 0.0) {
            let (row, value) = (self.row, weight.to_string());
            return Err(NetworkError::Number { row, column: "weight", value });
        }
        Ok(EdgeRow {
            source: self.take(&["source"]).unwrap_or_default(),
            target: self.take(&["target"]).unwrap_or_default(),
            weight,
            source_label: self.take(&["sourcelabel"]),
            target_label: self.take(&["targetlabel"]),
            source_class: self.take(&["sourceclass"]),
            target_class: self.take(&["targetclass"]),
            passage: self.passage(&["document"])?,
        })
    }
}

impl Network {
    /// Builds a network from a table with named columns, such as a SPARQL answer.
    ///
    /// Two-mode: `node`, `group`, and where there are any `nodeLabel`, `groupLabel`, `nodeClass`,
    /// `groupClass`, `country`, `institution`, `date`, `quote`, `source`, `line`, `confidence`.
    /// One-mode: `source`, `target`, `weight`, `sourceLabel`, `targetLabel`, `sourceClass`,
    /// `targetClass`, `date`, `quote`, `document`, `line`, `confidence`.
    pub fn from_table(
        columns: &[String],
        rows: impl IntoIterator<Item = Vec<Option<String>>>,
        direction: Direction,
    ) -> Result<Self, NetworkError> {
        let columns = Columns::new(columns);
        let mut cells = rows.into_iter().enumerate().map(|(i, values)| Cells {
            columns: &columns,
            row: i + 1,
            values,
        });
        if columns.is_edges() {
            let rows: Result<_, _> = cells.map(|mut cells| cells.edge()).collect();
            Ok(Self::from_edges(rows?, direction))
        } else if columns.is_affiliations() {
            let rows: Result<_, _> = cells.by_ref().map(|mut cells| cells.affiliation()).collect();
            Ok(Self::from_affiliations(rows?))
        } else {
            Err(NetworkError::Columns { found: columns.names.join(", ") })
        }
    }

    /// Reads a user's own table: two columns, person and event; or source and target.
    ///
    /// A first line that names its columns (`person,event`, in any order, with further columns as
    /// in [`Network::from_table`]) is a header; without one the first two columns are taken. A
    /// row without an event is a person who took part in nothing.
    pub fn from_csv(path: &Path, direction: Direction) -> Result<Self, NetworkError> {
        let bytes = std::fs::read(path)
            .map_err(|source| NetworkError::Read { path: path.to_owned(), source })?;
        let (header, rows) = records(path, &bytes)?;
        let lines: Vec<u64> = rows.iter().map(|&(line, _)| line).collect();
        let rows = rows.into_iter().map(|(_, values)| values.into_iter().map(Some).collect());
        let at = |row: usize, message| NetworkError::Row {
            path: path.to_owned(),
            line: lines[row - 1],
            message,
        };
        Self::from_table(&header, rows, direction).map_err(|error| match error {
            NetworkError::Number { row, column, value } => {
                at(row, format!("the {column} '{value}' is not a number"))
            }
            NetworkError::Chance { row, value } => {
                at(row, format!("the confidence '{value}' is not a number from 0 to 1"))
            }
            other => other,
        })
    }
}

/// The rows of a file with the line where each begins.
type Numbered = Vec<(u64, Vec<String>)>;

fn records(path: &Path, bytes: &[u8]) -> Result<(Vec<String>, Numbered), NetworkError> {
    let fault =
        |line: u64, message: String| NetworkError::Row { path: path.to_owned(), line, message };
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let tabs = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("tsv"));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(if tabs { b'\t' } else { b',' })
        .from_reader(bytes);
    let mut rows = Numbered::new();
    let mut header: Option<Vec<String>> = None;
    for record in reader.byte_records() {
        let record = record.map_err(|error| {
            fault(error.position().map_or(0, csv::Position::line), error.to_string())
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells: Result<Vec<String>, _> =
            record.iter().map(|cell| String::from_utf8(cell.to_vec())).collect();
        let cells = cells.map_err(|_| fault(line, "the text is not UTF-8".to_owned()))?;
        if header.is_none() {
            let columns = Columns::new(&cells);
            if columns.is_edges() || columns.is_affiliations() {
                header = Some(cells);
                continue;
            }
            header = Some(vec!["node".to_owned(), "group".to_owned()]);
        }
        if cells.len() < 2 {
            return Err(fault(line, "two columns expected, person and event".to_owned()));
        }
        rows.push((line, cells));
    }
    Ok((header.unwrap_or_else(|| vec!["node".to_owned(), "group".to_owned()]), rows))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{Attribute, Kind};

    fn read(content: &[u8]) -> Result<Network, NetworkError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.csv");
        std::fs::write(&path, content).unwrap();
        Network::from_csv(&path, Direction::Undirected)
    }

    fn message(content: &[u8]) -> String {
        let message = read(content).unwrap_err().to_string();
        message.rsplit('/').next().unwrap_or_default().to_owned()
    }

    #[test]
    fn a_header_is_known_by_its_names_in_any_order() {
        let plain = read("甲,会\n乙,会\n".as_bytes()).unwrap();
        assert_eq!(plain, read("\u{feff}person,event\n甲,会\n乙,会\n".as_bytes()).unwrap());
        assert_eq!(plain, read("Event,Person\r\n会,甲\r\n会,乙\r\n".as_bytes()).unwrap());
    }

    #[test]
    fn further_columns_say_more_of_the_nodes() {
        let network =
            read("person,event,country,quote,line\n甲,会,中国,甲在会上。,7\n".as_bytes()).unwrap();
        assert_eq!(network.nodes()[0].values(Attribute::Country), ["中国"]);
        let passage = network.passages(0, 0).next().unwrap();
        assert_eq!((passage.line, passage.quote.as_deref()), (Some(7), Some("甲在会上。")));
    }

    #[test]
    fn quotes_tabs_emoji_and_line_breaks_survive() {
        let network = read("\"a \"\"b\"\"\tc\n😀𠮷\",e\n".as_bytes()).unwrap();
        assert_eq!(network.nodes()[0].id, "a \"b\"\tc\n😀𠮷");
    }

    #[test]
    fn faults_name_file_and_line() {
        assert_eq!(message(b"a,e\nb\n"), "rows.csv:2: two columns expected, person and event");
        assert_eq!(message(b"a,e\n\xff,e\n"), "rows.csv:2: the text is not UTF-8");
        assert_eq!(
            message(b"source,target,weight\na,b,1\nb,c,many\n"),
            "rows.csv:3: the weight 'many' is not a number"
        );
        assert_eq!(
            message(b"person,event,confidence\na,e,0.5\nb,e,1.5\n"),
            "rows.csv:3: the confidence '1.5' is not a number from 0 to 1"
        );
        assert!(
            Network::from_csv(Path::new("nowhere.csv"), Direction::Undirected)
                .unwrap_err()
                .to_string()
                .contains("nowhere.csv")
        );
    }

    #[test]
    fn an_empty_file_is_an_empty_network() {
        assert_eq!(read(b"").unwrap().nodes().len(), 0);
        assert_eq!(read(b"person,event\n").unwrap().nodes().len(), 0);
        assert_eq!(read("甲,\n".as_bytes()).unwrap().nodes().len(), 1);
    }

    #[test]
    fn a_table_of_ties_is_an_edge_list() {
        let network = read(b"source,target,weight\na,b,2\n").unwrap();
        assert_eq!(network.kind(), Kind::Undirected);
    }

    #[test]
    fn other_columns_are_refused_by_name() {
        let error = Network::from_table(&["who".to_owned()], [], Direction::Directed).unwrap_err();
        assert!(error.to_string().ends_with("this table has who"));
    }
}
