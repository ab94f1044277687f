//! A table of judgements, row by row, checked: what is wrong is told with its line.

use std::collections::BTreeMap;

use super::row::{Act, Curation, Naming, Row, Said, SaidObject};
use crate::{
    model::{Action, Date, Literal},
    ontology::{ClassId, Ontology, Range, RelationId},
};

/// The columns, in the order in which they are best written.
pub const COLUMNS: [&str; 12] = [
    "action",
    "document",
    "class",
    "name",
    "relation",
    "other_document",
    "other_class",
    "other",
    "quote",
    "reason",
    "judge",
    "date",
];
/// What every row has.
const ALWAYS: [&str; 5] = ["action", "name", "reason", "judge", "date"];

/// A row, or the header, is not what it should be.
#[derive(Debug, thiserror::Error)]
#[error("{path}:{line}: {message}")]
pub struct CurationError {
    /// The file as the user gave it.
    pub path: String,
    /// The line, from 1.
    pub line: u64,
    /// What was expected.
    pub message: String,
}

impl Curation {
    /// Reads a table of judgements: a header, then a row each; empty rows and those that begin
    /// with `#` are passed over. Columns are parted by commas, semicolons or tabs.
    pub fn parse(path: &str, text: &str, ontology: &Ontology) -> Result<Self, CurationError> {
        let error =
            |line: u64, message: String| CurationError { path: path.to_owned(), line, message };
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(text))
            .comment(Some(b'#'))
            .flexible(true)
            .from_reader(text.as_bytes());
        let broken = |fault: &csv::Error| {
            error(fault.position().map_or(1, csv::Position::line), fault.to_string())
        };
        let header = reader.headers().map_err(|fault| broken(&fault))?.clone();
        let columns = columns(&header).map_err(|message| error(1, message))?;
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|fault| broken(&fault))?;
            let line = record.position().map_or(1, |place| line_of(text, place.byte()));
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let beyond = record.iter().skip(header.len()).find(|cell| !cell.trim().is_empty());
            if let Some(cell) = beyond {
                let message =
                    format!("`{cell}` stands in no column; put a text with commas in \"…\"");
                return Err(error(line, message));
            }
            let cells = Cells { columns: &columns, record: &record, ontology };
            let row = cells.row(u32::try_from(line).unwrap_or(u32::MAX));
            rows.push(row.map_err(|message| error(line, message))?);
        }
        Ok(Self { path: path.to_owned(), rows })
    }
}

/// Returns the line of the row that is read next at this byte: a reader passes over empty lines
/// and comments first.
fn line_of(text: &str, byte: u64) -> u64 {
    let mut at = usize::try_from(byte).unwrap_or(usize::MAX).min(text.len());
    while let Some(rest) = text.get(at..) {
        let comment = rest.starts_with('#').then(|| rest.find('\n')).flatten();
        match comment {
            Some(length) => at += length,
            None if rest.starts_with(['\r', '\n']) => at += 1,
            None => break,
        }
    }
    text.get(..at).map_or(1, |before| before.matches('\n').count() as u64 + 1)
}

/// Finds out what a spreadsheet parts columns by, which depends on its user's country.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.starts_with('#')).unwrap_or_default();
    match header {
        header if header.contains(',') => b',',
        header if header.contains(';') => b';',
        header if header.contains('\t') => b'\t',
        _ => b',',
    }
}

fn columns(header: &csv::StringRecord) -> Result<BTreeMap<&'static str, usize>, String> {
    let mut columns = BTreeMap::new();
    for (index, cell) in header.iter().enumerate() {
        let name = cell.trim().to_lowercase();
        if name.is_empty() {
            continue;
        }
        let known = COLUMNS.into_iter().find(|known| *known == name);
        let known = known.ok_or_else(|| {
            format!("there is no column `{}`; the columns are {}", cell.trim(), COLUMNS.join(","))
        })?;
        if columns.insert(known, index).is_some() {
            return Err(format!("the column `{known}` is there twice"));
        }
    }
    match ALWAYS.into_iter().find(|name| !columns.contains_key(name)) {
        Some(name) => {
            Err(format!("the column `{name}` is missing; the columns are {}", COLUMNS.join(",")))
        }
        None => Ok(columns),
    }
}

/// The cells of one row, by column.
#[derive(Clone, Copy)]
struct Cells<'a> {
    columns: &'a BTreeMap<&'static str, usize>,
    record: &'a csv::StringRecord,
    ontology: &'a Ontology,
}

impl<'a> Cells<'a> {
    fn row(self, line: u32) -> Result<Row, String> {
        let known = || Action::ALL.map(Action::name).join(", ");
        let action = self.needed("action")?.to_lowercase();
        let action = Action::ALL
            .into_iter()
            .find(|known| known.name() == action)
            .ok_or_else(|| format!("`{action}` is no action; expected one of {}", known()))?;
        self.check_columns(action)?;
        Ok(Row {
            line,
            act: self.act(action)?,
            reason: self.needed("reason")?,
            judge: self.needed("judge")?,
            date: day(&self.needed("date")?)?,
        })
    }

    fn act(self, action: Action) -> Result<Act, String> {
        let one = self.naming("document", "class", "name")?;
        let other = || self.naming("other_document", "other_class", "other");
        Ok(match action {
            Action::Same => Act::Same(one, other()?),
            Action::Different if self.cell("other").is_some() => Act::Different(one, other()?),
            Action::Different if one.document.is_some() => Act::DifferentThere(one),
            Action::Different => {
                return Err("different needs `other`, the name of another thing, or `document`, \
                            the text in which the name is that of another"
                    .to_owned());
            }
            Action::Reject if self.cell("relation").is_some() => {
                Act::RejectStatement(self.said(one)?)
            }
            Action::Reject if self.cell("other").is_some() => {
                return Err("`other` without `relation`: to reject a statement takes both, to \
                            reject a thing neither"
                    .to_owned());
            }
            Action::Reject => Act::RejectEntity(one),
            Action::Add => {
                self.needed("document")?;
                Act::Add(self.said(one)?, self.needed("quote")?)
            }
            Action::Rename => Act::Rename(one, self.needed("other")?),
            Action::Type => Act::Retype(one, self.entity_class("other", &self.needed("other")?)?),
        })
    }

    /// A cell that an action has no use for says something that would not be done.
    fn check_columns(self, action: Action) -> Result<(), String> {
        let used: &[&str] = match action {
            Action::Same => &["class", "document", "other", "other_class", "other_document"],
            Action::Different => &["class", "document", "other", "other_class"],
            Action::Reject => &["class", "document", "relation", "other", "other_class"],
            Action::Add => &["class", "document", "relation", "other", "other_class", "quote"],
            Action::Rename | Action::Type => &["class", "document", "other"],
        };
        let stray = COLUMNS.into_iter().find(|column| {
            !used.contains(column) && !ALWAYS.contains(column) && self.cell(column).is_some()
        });
        let name = action.name();
        stray.map_or(Ok(()), |column| Err(format!("{name} takes no `{column}`; leave it empty")))
    }

    fn said(self, subject: Naming) -> Result<Said, String> {
        let relation = self.relation(&self.needed("relation")?)?;
        let other = self.needed("other")?;
        let info = self.ontology.relation_info(relation);
        let value = match &info.range {
            Range::Classes(_) => None,
            Range::Text => Some(Literal::Text(other)),
            Range::Date if is_date(&other) => Some(Literal::Date(other)),
            Range::Date => {
                return Err(format!(
                    "`{other}` is no date; {} takes one like 2022, 2022-06, 2022-06-09 or \
                     2022-06-09/2022-06-10",
                    info.name
                ));
            }
        };
        let object = match value {
            Some(_) if self.cell("other_class").is_some() => {
                return Err(format!(
                    "{} takes a text or a date, which has no `other_class`",
                    info.name
                ));
            }
            Some(value) => SaidObject::Literal(value),
            None => SaidObject::Entity(self.naming("other_document", "other_class", "other")?),
        };
        Ok(Said { subject, relation, object })
    }

    fn naming(self, document: &str, class: &str, name: &str) -> Result<Naming, String> {
        let class = match self.cell(class) {
            Some(written) => Some(self.class(class, written)?),
            None => None,
        };
        let document = self.cell(document).map(|id| id.trim_end_matches(".txt").to_owned());
        Ok(Naming { name: self.needed(name)?, class, document })
    }

    fn class(self, column: &str, written: &str) -> Result<ClassId, String> {
        let classes = self.ontology.classes();
        let by_label = || {
            let at = classes.iter().position(|class| {
                class.label_zh == written || class.label_en.eq_ignore_ascii_case(written)
            })?;
            Some(ClassId(u16::try_from(at).ok()?))
        };
        self.ontology.class(written).or_else(by_label).ok_or_else(|| {
            let known: Vec<&str> = classes.iter().map(|class| class.name.as_str()).collect();
            format!("`{written}` in `{column}` is no class; expected one of {}", known.join(", "))
        })
    }

    fn entity_class(self, column: &str, written: &str) -> Result<ClassId, String> {
        let class = self.class(column, written)?;
        let concrete = self.ontology.is_entity_class(class);
        concrete.then_some(class).ok_or_else(|| {
            format!("`{written}` in `{column}` is a class of classes; name one below it")
        })
    }

    fn relation(self, written: &str) -> Result<RelationId, String> {
        let relations = self.ontology.relations();
        let by_label = || {
            let at = relations.iter().position(|relation| {
                relation.label_zh == written || relation.label_en.eq_ignore_ascii_case(written)
            })?;
            Some(RelationId(u16::try_from(at).ok()?))
        };
        self.ontology.relation(written).or_else(by_label).ok_or_else(|| {
            let known: Vec<&str> = relations.iter().map(|r| r.name.as_str()).collect();
            format!("`{written}` is no relation; expected one of {}", known.join(", "))
        })
    }

    fn cell(self, column: &str) -> Option<&'a str> {
        let cell = self.record.get(*self.columns.get(column)?)?.trim();
        (!cell.is_empty()).then_some(cell)
    }

    fn needed(self, column: &str) -> Result<String, String> {
        self.cell(column).map(str::to_owned).ok_or_else(|| format!("`{column}` is empty"))
    }
}

/// Reads a day; spreadsheets like to write 2024-05-01 as 2024/5/1.
fn day(written: &str) -> Result<String, String> {
    let parts: Vec<&str> = written.split(['-', '/', '.']).collect();
    let iso = match parts.as_slice() {
        [year, month, day] => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => String::new(),
    };
    let expected = || format!("`{written}` is no day; expected one like 2024-05-01");
    (iso.len() == 10 && is_date(&iso)).then_some(iso).ok_or_else(expected)
}

/// Tells whether this is a year, month, day, day of any year, or two of them with a slash.
fn is_date(written: &str) -> bool {
    written.splitn(2, '/').all(|date| {
        if let Some(day) = date.strip_prefix("--") {
            // A year that has 29 February.
            return day.len() == 5 && format!("2000-{day}").parse::<Date>().is_ok();
        }
        let plain = date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        plain && date.parse::<Date>().is_ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Data;

    fn parse(text: &str) -> Result<Curation, String> {
        let ontology = Ontology::load(&Data::embedded()).unwrap();
        Curation::parse("c.csv", text, &ontology).map_err(|error| error.to_string())
    }

    /// Reads one row under the whole header.
    fn row(row: &str) -> Result<Act, String> {
        let text = format!("{}\n{row}\n", COLUMNS.join(","));
        parse(&text).map(|mut curation| curation.rows.remove(0).act)
    }

    const END: &str = "因为,张三,2024-05-01";

    #[test]
    fn a_table_as_a_spreadsheet_writes_it_is_read() {
        let text = "\u{feff}Action;name;other;reason;judge;date;\r\n\
                    same;武大;武汉大学;\"简称;常用\";张三;2024/5/1;\r\n;;;;;;\r\n";
        let curation = parse(text).unwrap();
        assert_eq!(curation.rows.len(), 1);
        let row = &curation.rows[0];
        assert_eq!(
            (row.line, row.date.as_str(), row.reason.as_str()),
            (2, "2024-05-01", "简称;常用")
        );
        let naming = |name: &str| Naming { name: name.to_owned(), ..Naming::default() };
        assert_eq!(row.act, Act::Same(naming("武大"), naming("武汉大学")));
    }

    #[test]
    fn comments_are_passed_over_and_lines_still_counted() {
        let header = COLUMNS.join(",");
        let error = parse(&format!("{header}\n# 第一批\n\nsame,,,甲,,,,,,{END}\n")).unwrap_err();
        assert_eq!(error, "c.csv:4: `other` is empty");
    }

    #[test]
    fn classes_and_relations_go_by_name_or_label() {
        let said = |act| match act {
            Ok(Act::Add(said, _)) => said,
            other => panic!("{other:?}"),
        };
        let one = said(row(&format!("add,d,University,甲,organised,,Event,乙,甲办乙,{END}")));
        let two = said(row(&format!("add,d.txt,高等院校,甲,主办,,活动,乙,甲办乙,{END}")));
        assert_eq!(one, two);
    }

    #[test]
    fn what_is_malformed_is_told_with_what_was_expected() {
        for (line, expected) in [
            (format!("join,,,甲,,,,乙,,{END}"), "`join` is no action; expected one of same, "),
            (format!("same,,,,,,,乙,,{END}"), "`name` is empty"),
            (format!("same,,Ship,甲,,,,乙,,{END}"), "`Ship` in `class` is no class; expected one"),
            (format!("same,,,甲,,,,乙,引文,{END}"), "same takes no `quote`; leave it empty"),
            (format!("different,,,甲,,,,,,{END}"), "different needs `other`"),
            (format!("reject,,,甲,,,,乙,,{END}"), "`other` without `relation`"),
            (format!("reject,,,甲,办过,,,乙,,{END}"), "`办过` is no relation; expected one of"),
            (format!("add,d,,甲,heldOn,,,六月,引文,{END}"), "`六月` is no date; heldOn takes one"),
            (format!("add,d,,甲,heldOn,,Event,2022,引文,{END}"), "has no `other_class`"),
            (format!("add,,,甲,organised,,,乙,引文,{END}"), "`document` is empty"),
            (format!("add,d,,甲,organised,,,乙,,{END}"), "`quote` is empty"),
            (format!("type,,,甲,,,,Agent,,{END}"), "`Agent` in `other` is a class of classes"),
            ("same,,,甲,,,,乙,,,张三,2024-05-01".to_owned(), "`reason` is empty"),
            ("same,,,甲,,,,乙,,因为,张三,5/1/2024".to_owned(), "`5/1/2024` is no day; expected"),
            (format!("same,,,甲,,,,乙,,{END},余"), "`余` stands in no column"),
        ] {
            let error = row(&line).unwrap_err();
            assert!(error.starts_with("c.csv:2: ") && error.contains(expected), "{line}: {error}");
        }
    }

    #[test]
    fn a_wrong_header_is_told() {
        for (header, expected) in [
            (
                "action,names,reason,judge,date",
                "there is no column `names`; the columns are action,",
            ),
            ("action,name,reason,date", "the column `judge` is missing"),
            ("action,name,name,reason,judge,date", "the column `name` is there twice"),
        ] {
            let error = parse(header).unwrap_err();
            assert!(error.starts_with("c.csv:1: ") && error.contains(expected), "{error}");
        }
    }

    #[test]
    fn the_examples_of_the_documentation_are_well_formed() {
        for (text, rows) in
            [(include_str!("../../docs/curation.md"), 6), (include_str!("../../README.md"), 2)]
        {
            let (_, example) = text.split_once("```csv\n").unwrap();
            let (example, _) = example.split_once("```").unwrap();
            assert_eq!(parse(example).unwrap().rows.len(), rows);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused_with_its_line(
            rows in "([a-z甲,;#\"\r\n]|same|add|reject|name|,,,){0,40}",
        ) {
            let header = COLUMNS.join(",");
            for text in [rows.clone(), format!("{header}\n{rows}")] {
                if let Err(message) = parse(&text) {
                    let line = message.strip_prefix("c.csv:").and_then(|is| is.split_once(": "));
                    let line: usize = line.unwrap().0.parse().unwrap();
                    assert!((1..=text.lines().count().max(1)).contains(&line), "{message}: {text:?}");
                }
            }
        }
    }

    #[test]
    fn dates_are_as_precise_as_stated() {
        for good in ["2022", "2022-06", "2022-06-09", "--09-21", "2022-06-09/2022-06-10"] {
            assert!(is_date(good), "{good}");
        }
        for bad in ["", "22", "2022-6", "2022-13", "2022/06", "六月", "2022-06-09/", "2022-06-32"]
        {
            assert!(!is_date(bad), "{bad}");
        }
    }
}
