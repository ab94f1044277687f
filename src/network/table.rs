//! Networks from tables with named columns: a SPARQL answer, or a CSV file of the user's own.

use super::{
    Direction, Network,
    build::Affiliations,
    rows::{AffiliationRow, Confidence, EdgeRow, Passage},
};
use crate::model::{Date, NoDate};
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

/// A row of a file may not say what it was meant to say.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}:{line}: {message}", path.display())]
pub struct Remark {
    path: PathBuf,
    line: u64,
    message: String,
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

/// Where the columns stand that a network is made of.
#[derive(Clone, Copy, Debug)]
struct Places {
    ends: [Option<usize>; 2],
    labels: [Option<usize>; 2],
    classes: [Option<usize>; 2],
    countries: [Option<usize>; 2],
    institutions: [Option<usize>; 2],
    weight: Option<usize>,
    document: Option<usize>,
    line: Option<usize>,
    date: Option<usize>,
    quote: Option<usize>,
    confidence: Option<usize>,
}

impl Places {
    fn of(columns: &Columns) -> Self {
        let at = |names: &[&str]| columns.at(names);
        let edges = columns.is_edges();
        let either = |of_edges: [&[&str]; 2], of_affiliations: [&[&str]; 2]| {
            (if edges { of_edges } else { of_affiliations }).map(at)
        };
        Self {
            ends: either([&["source"], &["target"]], [&NODE_NAMES, &GROUP_NAMES]),
            labels: either([&["sourcelabel"], &["targetlabel"]], [&["nodelabel"], &["grouplabel"]]),
            classes: either(
                [&["sourceclass"], &["targetclass"]],
                [&["nodeclass", "class"], &["groupclass"]],
            ),
            // Groups have neither.
            countries: either([&["sourcecountry"], &["targetcountry"]], [&["country"], &[]]),
            institutions: either(
                [&["sourceinstitution"], &["targetinstitution"]],
                [&["institution"], &[]],
            ),
            weight: at(&["weight"]),
            // In a two-mode network the source is the document that a row stands on.
            document: if edges { at(&["document"]) } else { at(&["source", "document"]) },
            line: at(&["line"]),
            date: at(&["date"]),
            quote: at(&["quote", "sentence"]),
            confidence: at(&["confidence"]),
        }
    }
}

/// One row of a table.
struct Cells<'a> {
    places: &'a Places,
    row: usize,
    values: Vec<Option<String>>,
}

impl Cells<'_> {
    fn take(&mut self, place: Option<usize>) -> Option<String> {
        let value = self.values.get_mut(place?)?.take()?;
        match value.trim() {
            "" => None,
            trimmed if trimmed.len() == value.len() => Some(value),
            trimmed => Some(trimmed.to_owned()),
        }
    }

    fn number<T: std::str::FromStr>(
        &mut self,
        column: &'static str,
        place: Option<usize>,
    ) -> Result<Option<T>, NetworkError> {
        let Some(value) = self.take(place) else {
            return Ok(None);
        };
        let row = self.row;
        value.parse().map(Some).map_err(|_| NetworkError::Number { row, column, value })
    }

    fn passage(&mut self) -> Result<Passage, NetworkError> {
        Ok(Passage {
            source: self.take(self.places.document),
            line: self.number("line", self.places.line)?,
            date: self.take(self.places.date),
            quote: self.take(self.places.quote),
            confidence: self.confidence()?,
        })
    }

    fn confidence(&mut self) -> Result<Option<Confidence>, NetworkError> {
        let Some(number) = self.number::<f64>("confidence", self.places.confidence)? else {
            return Ok(None);
        };
        let (row, value) = (self.row, number.to_string());
        let confidence = Confidence::new(number);
        confidence.map(Some).ok_or(NetworkError::Chance { row, value })
    }

    fn affiliation(&mut self) -> Result<AffiliationRow, NetworkError> {
        let Places { ends, labels, classes, countries, institutions, .. } = *self.places;
        Ok(AffiliationRow {
            node: self.take(ends[0]).unwrap_or_default(),
            group: self.take(ends[1]).unwrap_or_default(),
            node_label: self.take(labels[0]),
            group_label: self.take(labels[1]),
            class: self.take(classes[0]),
            group_class: self.take(classes[1]),
            country: self.take(countries[0]),
            institution: self.take(institutions[0]),
            passage: self.passage()?,
        })
    }

    fn edge(&mut self) -> Result<EdgeRow, NetworkError> {
        let Places { ends, labels, classes, countries, institutions, weight, .. } = *self.places;
        let weight: Option<f64> = self.number("weight", weight)?;
        if let Some(weight) = weight.filter(|weight| !weight.is_finite() || *weight < 0.0) {
            let (row, value) = (self.row, weight.to_string());
            return Err(NetworkError::Number { row, column: "weight", value });
        }
        Ok(EdgeRow {
            source: self.take(ends[0]).unwrap_or_default(),
            target: self.take(ends[1]).unwrap_or_default(),
            weight,
            source_label: self.take(labels[0]),
            target_label: self.take(labels[1]),
            source_class: self.take(classes[0]),
            target_class: self.take(classes[1]),
            source_country: self.take(countries[0]),
            target_country: self.take(countries[1]),
            source_institution: self.take(institutions[0]),
            target_institution: self.take(institutions[1]),
            passage: self.passage()?,
        })
    }
}

impl Network {
    /// Builds a network from a table with named columns, such as a SPARQL answer.
    ///
    /// Two-mode: `node`, `group`, and where there are any `nodeLabel`, `groupLabel`, `nodeClass`,
    /// `groupClass`, `country`, `institution`, `date`, `quote`, `source`, `line`, `confidence`.
    /// One-mode: `source`, `target`, `weight`, `sourceLabel`, `targetLabel`, `sourceClass`,
    /// `targetClass`, `sourceCountry`, `targetCountry`, `sourceInstitution`, `targetInstitution`,
    /// `date`, `quote`, `document`, `line`, `confidence`.
    pub fn from_table(
        columns: &[String],
        rows: impl IntoIterator<Item = Vec<Option<String>>>,
        direction: Direction,
    ) -> Result<Self, NetworkError> {
        let columns = Columns::new(columns);
        let rows = rows.into_iter().enumerate().map(|(i, values)| Ok((i + 1, values)));
        Self::from_cells(&columns, rows, direction)
    }

    fn from_cells(
        columns: &Columns,
        rows: impl Iterator<Item = Result<(usize, Vec<Option<String>>), NetworkError>>,
        direction: Direction,
    ) -> Result<Self, NetworkError> {
        let places = Places::of(columns);
        let mut cells =
            rows.map(|row| row.map(|(row, values)| Cells { places: &places, row, values }));
        if columns.is_edges() {
            let rows: Result<_, _> = cells.map(|cells| cells?.edge()).collect();
            Ok(Self::from_edges(rows?, direction))
        } else if columns.is_affiliations() {
            let mut affiliations = Affiliations::default();
            cells.try_for_each(|cells| cells?.affiliation().map(|row| affiliations.add(row)))?;
            Ok(affiliations.network())
        } else {
            Err(NetworkError::Columns { found: columns.names.join(", ") })
        }
    }

    /// Reads a user's own table: two columns, person and event; or source and target.
    ///
    /// A first line that names its columns (`person,event`, in any order, with further columns as
    /// in [`Network::from_table`]) is a header; without one the first two columns are taken. A
    /// row without an event is a person who took part in nothing. Returns also what may not be
    /// meant so: dates that are none, ties of a node with itself, a first line that is taken for data.
    pub fn from_csv(
        path: &Path,
        direction: Direction,
    ) -> Result<(Self, Vec<Remark>), NetworkError> {
        let bytes = std::fs::read(path)
            .map_err(|source| NetworkError::Read { path: path.to_owned(), source })?;
        let mut rows = Records::new(path, &bytes).peekable();
        let columns = match rows.peek() {
            Some(Ok((_, first))) => header(first),
            _ => None,
        };
        let mut remarks = Vec::new();
        let mut remark =
            |line, message| remarks.push(Remark { path: path.to_owned(), line, message });
        let columns = if let Some(columns) = columns {
            rows.next();
            columns
        } else {
            if let Some(Ok((line, first))) = rows.peek() {
                remark(*line, unheaded(first));
            }
            Columns::new(&["node".to_owned(), "group".to_owned()])
        };
        let (date, ends) = (columns.at(&["date"]), Places::of(&columns).ends);
        let is_edges = columns.is_edges();
        let rows = rows.map(|row| {
            let (line, values) = row?;
            let fault = |message| NetworkError::Row { path: path.to_owned(), line, message };
            if values.len() < 2 {
                return Err(fault("two columns expected, person and event".to_owned()));
            }
            let text = |at: Option<usize>| values.get(at?)?.as_deref().map(str::trim);
            match no_date(text(date).unwrap_or_default()) {
                Some(error @ NoDate::Calendar(_)) => return Err(fault(error.to_string())),
                Some(error @ NoDate::Form(_)) => remark(line, error.to_string()),
                None => {}
            }
            let [source, target] = ends.map(text);
            if let Some(node) =
                source.filter(|node| is_edges && !node.is_empty() && target == source)
            {
                remark(line, format!("'{node}' is tied to itself, which is no tie"));
            }
            Ok((usize::try_from(line).unwrap_or(usize::MAX), values))
        });
        // Rows go by their lines here.
        let at = |row: usize, message| NetworkError::Row {
            path: path.to_owned(),
            line: row as u64,
            message,
        };
        let network = Self::from_cells(&columns, rows, direction);
        let network = network.map_err(|error| match error {
            NetworkError::Number { row, column, value } => {
                at(row, format!("the {column} '{value}' is not a number"))
            }
            NetworkError::Chance { row, value } => {
                at(row, format!("the confidence '{value}' is not a number from 0 to 1"))
            }
            other => other,
        })?;
        Ok((network, remarks))
    }
}

/// Says how a file is read whose first line names no columns.
fn unheaded(first: &[Option<String>]) -> String {
    let cell = |at: usize| first.get(at).and_then(Option::as_deref).unwrap_or_default();
    format!(
        "no header, so that '{}' is taken for a person and '{}' for an event; a header is \
         person,event or source,target",
        cell(0),
        cell(1)
    )
}

/// Says what is wrong with a date, or with two; with nothing, and with a day of any year
/// (`--06-09`), nothing is, though that says nothing of when.
fn no_date(written: &str) -> Option<NoDate> {
    let wrong = |date: &str| {
        // A year that has 29 February.
        let any_year = date.strip_prefix("--").map(|day| format!("2000-{day}"));
        any_year.as_deref().unwrap_or(date).parse::<Date>().err()
    };
    let error = (!written.is_empty()).then(|| written.splitn(2, '/').find_map(wrong))??;
    Some(match error {
        NoDate::Calendar(_) => NoDate::Calendar(written.to_owned()),
        NoDate::Form(_) => NoDate::Form(written.to_owned()),
    })
}

/// Returns the columns that a first row names, where it names those of a network.
fn header(first: &[Option<String>]) -> Option<Columns> {
    let names: Vec<String> = first.iter().map(|name| name.clone().unwrap_or_default()).collect();
    let columns = Columns::new(&names);
    (columns.is_edges() || columns.is_affiliations()).then_some(columns)
}

/// The rows of a file, each with the line where it begins.
struct Records<'a> {
    path: &'a Path,
    reader: csv::Reader<&'a [u8]>,
    record: csv::ByteRecord,
}

impl<'a> Records<'a> {
    fn new(path: &'a Path, bytes: &'a [u8]) -> Self {
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let tabs = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("tsv"));
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(if tabs { b'\t' } else { b',' })
            .from_reader(bytes);
        Self { path, reader, record: csv::ByteRecord::new() }
    }

    fn fault(&self, line: u64, message: String) -> NetworkError {
        NetworkError::Row { path: self.path.to_owned(), line, message }
    }
}

impl Iterator for Records<'_> {
    type Item = Result<(u64, Vec<Option<String>>), NetworkError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.reader.read_byte_record(&mut self.record) {
            Ok(false) => return None,
            Ok(true) => {}
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                return Some(Err(self.fault(line, error.to_string())));
            }
        }
        let line = self.record.position().map_or(0, csv::Position::line);
        let text = |cell: &[u8]| std::str::from_utf8(cell).map(|text| Some(text.to_owned()));
        let cells: Result<Vec<Option<String>>, _> = self.record.iter().map(text).collect();
        let fault = |_| self.fault(line, "the text is not UTF-8".to_owned());
        Some(cells.map(|cells| (line, cells)).map_err(fault))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{Attribute, Kind};

    fn read(content: &[u8]) -> Result<Network, NetworkError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.csv");
        std::fs::write(&path, content).unwrap();
        Network::from_csv(&path, Direction::Undirected).map(|(network, _)| network)
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
        assert_eq!(
            message(b"person,event,date\na,e,2021\nb,e,2021-02-30\n"),
            "rows.csv:3: '2021-02-30' is no date: the calendar has none such"
        );
        assert!(message(b"node,group,date\na,e,--02-30\n").contains("'--02-30' is no date: the"));
        for date in ["", "--02-29", "2021/2022-03", "--06-09/--06-10", "soon"] {
            let rows = format!("person,event,date\na,e,{date}\n");
            assert!(read(rows.as_bytes()).is_ok(), "{date}");
        }
        assert!(
            Network::from_csv(Path::new("nowhere.csv"), Direction::Undirected)
                .unwrap_err()
                .to_string()
                .contains("nowhere.csv")
        );
    }

    #[test]
    fn a_date_that_is_none_is_told_by_file_and_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.csv");
        let dates =
            ["2022", "soon", "", "2022/6/9", "--06-09", "2021/2022-03", " 2022-06 ", "2022年"];
        let rows = dates.map(|date| format!("a,e,{date}\n")).concat();
        std::fs::write(&path, format!("person,event,date\n{rows}")).unwrap();
        let (_, remarks) = Network::from_csv(&path, Direction::Undirected).unwrap();
        let told: Vec<String> = remarks.iter().map(ToString::to_string).collect();
        let told: Vec<&str> = told
            .iter()
            .filter_map(|one| one.rsplit_once("rows.csv"))
            .map(|(_, told)| told)
            .collect();
        let form = "is no date; dates are written 2022, 2022-06 or 2022-06-09";
        let expected = [(3, "soon"), (5, "2022/6/9"), (9, "2022年")];
        assert_eq!(told, expected.map(|(line, date)| format!(":{line}: '{date}' {form}")));
    }

    #[test]
    fn a_first_line_of_data_and_ties_with_oneself_are_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.csv");
        let told = |rows: &str| {
            std::fs::write(&path, rows).unwrap();
            let (_, remarks) = Network::from_csv(&path, Direction::Undirected).unwrap();
            remarks.iter().map(ToString::to_string).collect::<String>()
        };
        assert!(told("name,meeting\na,x\n").contains("rows.csv:1: no header, so that 'name' is"));
        let itself = told("source,target\na,b\nb, b\n,\n");
        assert!(itself.ends_with("rows.csv:3: 'b' is tied to itself, which is no tie"), "{itself}");
        assert_eq!(told("person,event\na,a\n") + &told(""), "");
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
    fn the_ends_of_ties_have_countries_and_institutions_of_their_own() {
        let network = read(
            "source,target,source_country,target_country,target_institution\n\
             a,b,甲国,乙国,某大学\nb,a,乙国,甲国,\n"
                .as_bytes(),
        )
        .unwrap();
        let values = |node: usize, attribute| network.nodes()[node].values(attribute);
        assert_eq!(values(0, Attribute::Country), ["甲国"]);
        assert_eq!(values(1, Attribute::Country), ["乙国"]);
        assert_eq!(values(1, Attribute::Institution), ["某大学"]);
        assert_eq!(values(0, Attribute::Institution), [] as [&str; 0]);
    }

    #[test]
    fn other_columns_are_refused_by_name() {
        let error = Network::from_table(&["who".to_owned()], [], Direction::Directed).unwrap_err();
        assert!(error.to_string().ends_with("this table has who"));
    }
}
