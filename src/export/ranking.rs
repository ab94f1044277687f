//! Rankings for the eye, for a spreadsheet, for a program and for a paper.
//!
//! A [`Listing`] is names beside numbers: a ranking has one column of names, a table of ties two, a
//! table of slices the slice and the node. All are written here, in one way.

use super::{ExportError, escape::latex};
use crate::{
    network::{Column, Ranking},
    tabular,
};
use comfy_table::{CellAlignment, Table, presets::NOTHING};
use serde::{Serializer, ser::SerializeMap};
use std::io::Write;

/// Columns of text, and columns of numbers behind them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// The heads of the columns of text.
    pub names: Vec<String>,
    /// The columns of numbers.
    pub columns: Vec<Column>,
    /// The rows: texts, then numbers. A number that is none (`NaN`) stands for one that is missing.
    pub rows: Vec<(Vec<String>, Vec<f64>)>,
}

impl From<Ranking> for Listing {
    fn from(ranking: Ranking) -> Self {
        let rows = ranking.rows.into_iter().map(|(name, values)| (vec![name], values));
        Self { names: vec!["node".to_owned()], rows: rows.collect(), columns: ranking.columns }
    }
}

/// A form of a listing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Aligned for the eye.
    #[default]
    Table,
    /// Comma-separated values, numbers in full.
    Csv,
    /// An array of objects, numbers in full.
    Json,
    /// A Markdown table.
    Markdown,
    /// A `tabular` of LaTeX, with the rules of booktabs.
    Latex,
}

/// Writes a listing.
pub fn write_listing(
    listing: &Listing,
    form: Form,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    match form {
        Form::Table => write_table(listing, out),
        Form::Csv => write_csv(listing, out),
        Form::Json => write_json(listing, out),
        Form::Markdown => write_markdown(listing, out),
        Form::Latex => write_latex(listing, out),
    }
}

impl Listing {
    /// Orders the rows by what a form prints of a column, lowest first; rows of which it prints the
    /// same stay in their order, so that no reader sees them ordered by what is not there.
    pub fn order_by_printed(&mut self, form: Form, column: usize) {
        let digits = self.digits();
        let key = |value: f64| match form {
            Form::Table => short(value, &self.columns[column]).parse().ok(),
            // What is hidden is below the smallest that is shown.
            Form::Markdown | Form::Latex => {
                Some(fixed(value, digits[column]).parse().unwrap_or(0.0))
            }
            // All digits are printed; the last ones are rounding.
            Form::Csv | Form::Json => format!("{value:.8e}").parse().ok(),
        };
        let key = |values: &[f64]| {
            let value = values.get(column).copied().filter(|value| value.is_finite());
            value.and_then(key).unwrap_or(f64::NAN)
        };
        let keyed = std::mem::take(&mut self.rows).into_iter();
        let mut keyed: Vec<(f64, _)> = keyed.map(|row| (key(&row.1), row)).collect();
        keyed.sort_by(|(x, _), (y, _)| x.total_cmp(y));
        self.rows = keyed.into_iter().map(|(_, row)| row).collect();
    }

    fn heads(&self) -> impl Iterator<Item = &str> {
        let columns = self.columns.iter().map(|column| column.name.as_str());
        self.names.iter().map(String::as_str).chain(columns)
    }

    /// Returns how many digits after the point show four digits of the greatest value of each
    /// column: numbers with as many stand below each other by their points.
    fn digits(&self) -> Vec<usize> {
        let of_column = |(at, column): (usize, &Column)| {
            let sizes = self.rows.iter().filter_map(|(_, values)| values.get(at));
            let most = sizes.copied().filter(|v| v.is_finite()).fold(0.0, |m, v| v.abs().max(m));
            let wanted = |digits: &usize| {
                most * 10_f64.powi(i32::try_from(*digits).unwrap_or(i32::MAX)) >= 1000.0
            };
            match column.whole {
                true => 0,
                false if most <= 0.0 => LEAST_DIGITS,
                false => (LEAST_DIGITS..MOST_DIGITS).find(wanted).unwrap_or(MOST_DIGITS),
            }
        };
        self.columns.iter().enumerate().map(of_column).collect()
    }
}

const LEAST_DIGITS: usize = 4;
const MOST_DIGITS: usize = 10;

fn write_table(listing: &Listing, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut table = Table::new();
    table.load_style(NOTHING);
    table.set_header(listing.heads());
    for (texts, values) in &listing.rows {
        let values =
            values.iter().zip(&listing.columns).map(|(&value, column)| short(value, column));
        table.add_row(texts.iter().map(|text| tabular::one_line(text)).chain(values));
    }
    for (position, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, 2));
        if position >= listing.names.len() {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Writes a value for the eye: counts whole, all else with four digits after the point.
fn short(value: f64, column: &Column) -> String {
    if !value.is_finite() {
        String::new()
    } else if column.whole {
        format!("{value:.0}")
    } else if value.abs() < 0.001 && value.abs() > 0.0 {
        format!("{value:.3e}")
    } else {
        format!("{value:.4}")
    }
}

/// Writes a value with as many digits as its column has; what they cannot show is below the
/// smallest that they can.
fn fixed(value: f64, digits: usize) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let text = format!("{value:.digits$}");
    let hidden = value != 0.0 && text.chars().all(|c| matches!(c, '-' | '0' | '.'));
    match (hidden, value > 0.0) {
        (true, true) => format!("<{:.digits$}", 10_f64.powi(-i32::try_from(digits).unwrap_or(0))),
        (true, false) => format!("{:.digits$}", 0.0),
        _ => text,
    }
}

fn write_csv(listing: &Listing, out: &mut dyn Write) -> Result<(), ExportError> {
    let full = |value: &f64| if value.is_finite() { value.to_string() } else { String::new() };
    let mut writer = ::csv::Writer::from_writer(out);
    writer.write_record(listing.heads())?;
    for (texts, values) in &listing.rows {
        writer.write_record(texts.iter().cloned().chain(values.iter().map(full)))?;
    }
    writer.flush()?;
    Ok(())
}

fn write_json(listing: &Listing, out: &mut dyn Write) -> Result<(), ExportError> {
    write!(out, "[")?;
    for (position, (texts, values)) in listing.rows.iter().enumerate() {
        write!(out, "{}\n  ", if position > 0 { "," } else { "" })?;
        let mut writer = serde_json::Serializer::new(&mut *out);
        let mut object = writer.serialize_map(Some(texts.len() + values.len()))?;
        for (name, text) in listing.names.iter().zip(texts) {
            object.serialize_entry(name, text)?;
        }
        for (column, value) in listing.columns.iter().zip(values) {
            object.serialize_entry(&column.name, value)?;
        }
        object.end()?;
    }
    writeln!(out, "\n]")?;
    Ok(())
}

fn write_markdown(listing: &Listing, out: &mut dyn Write) -> Result<(), ExportError> {
    let digits = listing.digits();
    let rows = listing.rows.iter().map(|(texts, values)| {
        let numbers = values.iter().zip(&digits).map(|(&value, &digits)| fixed(value, digits));
        texts.iter().cloned().chain(numbers).collect()
    });
    let heads: Vec<&str> = listing.heads().collect();
    writeln!(out, "{}", tabular::markdown(&heads, rows, listing.names.len()))?;
    Ok(())
}

/// Numbers of a column have as many digits after the point, so that `r` aligns them by it and no
/// package but booktabs is needed.
fn write_latex(listing: &Listing, out: &mut dyn Write) -> Result<(), ExportError> {
    let digits = listing.digits();
    let columns = "l".repeat(listing.names.len()) + &"r".repeat(listing.columns.len());
    writeln!(out, "% \\usepackage{{booktabs}}; names in Chinese: \\usepackage{{ctex}}, xelatex")?;
    writeln!(out, "\\begin{{tabular}}{{{columns}}}")?;
    writeln!(out, "\\toprule")?;
    writeln!(out, "{} \\\\", listing.heads().map(latex).collect::<Vec<_>>().join(" & "))?;
    writeln!(out, "\\midrule")?;
    for (texts, values) in &listing.rows {
        let numbers = values
            .iter()
            .zip(&digits)
            .map(|(&value, &digits)| fixed(value, digits).replace('-', "$-$").replace('<', "$<$"));
        let cells: Vec<String> = texts.iter().map(|text| latex(text)).chain(numbers).collect();
        writeln!(out, "{} \\\\", cells.join(" & "))?;
    }
    writeln!(out, "\\bottomrule")?;
    writeln!(out, "\\end{{tabular}}")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_which_the_same_is_printed_stay_in_order() {
        let column = Column { name: "p".to_owned(), whole: false };
        let values = [0.012_34, 0.5, 0.000_012, 0.012_31, 0.000_011, f64::NAN];
        let rows = ('a'..).zip(values).map(|(name, p)| (vec![name.to_string()], vec![p]));
        let listing =
            Listing { names: vec!["n".into()], columns: vec![column], rows: rows.collect() };
        let order = |form| {
            let mut listing = listing.clone();
            listing.order_by_printed(form, 0);
            listing.rows.into_iter().map(|(names, _)| names.concat()).collect::<String>()
        };
        assert_eq!(order(Form::Csv), "ecdabf");
        assert_eq!(order(Form::Table), "ecadbf");
        assert_eq!(order(Form::Markdown), "ceadbf");
    }

    fn listing() -> Listing {
        let column = |name: &str, whole| Column { name: name.to_owned(), whole };
        let row = |names: [&str; 2], values: [f64; 3]| {
            (names.map(str::to_owned).to_vec(), values.to_vec())
        };
        Listing {
            names: vec!["source".to_owned(), "target".to_owned()],
            columns: vec![column("shared", true), column("p", false), column("rank_1", false)],
            rows: vec![
                row(["黄志雄", "R&D_100%\t{x}"], [3.0, 0.001_25, -1.5]),
                row(["[a|b]*", "𠮷\\\n~😀"], [12.0, 0.000_000_01, f64::NAN]),
            ],
        }
    }

    fn written(form: Form) -> String {
        let mut out = Vec::new();
        write_listing(&listing(), form, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_table_has_room_for_two_columns_of_names() {
        insta::assert_snapshot!(written(Form::Table), @r#"
        source  target        shared         p   rank_1
        黄志雄  R&D_100% {x}       3    0.0013  -1.5000
        [a|b]*  𠮷\ ~😀           12  1.000e-8
        "#);
    }

    #[test]
    fn missing_numbers_are_empty_in_csv_and_null_in_json() {
        insta::assert_snapshot!(written(Form::Csv), @r#"
        source,target,shared,p,rank_1
        黄志雄,R&D_100%	{x},3,0.00125,-1.5
        [a|b]*,"𠮷\
        ~😀",12,0.00000001,
        "#);
        insta::assert_snapshot!(written(Form::Json), @r#"
        [
          {"source":"黄志雄","target":"R&D_100%\t{x}","shared":3.0,"p":0.00125,"rank_1":-1.5},
          {"source":"[a|b]*","target":"𠮷\\\n~😀","shared":12.0,"p":1e-8,"rank_1":null}
        ]
        "#);
    }

    #[test]
    fn markdown_aligns_numbers_by_their_point_and_escapes_marks() {
        insta::assert_snapshot!(written(Form::Markdown), @r#"
        | source     | target         | shared |          p | rank\_1 |
        |------------|----------------|-------:|-----------:|--------:|
        | 黄志雄     | R\&D\_100% {x} |      3 |   0.001250 | -1.5000 |
        | \[a\|b\]\* | 𠮷\\<br>\~😀   |     12 | \<0.000001 |         |
        "#);
    }

    #[test]
    fn latex_escapes_names_and_sets_minus_signs() {
        insta::assert_snapshot!(written(Form::Latex), @r#"
        % \usepackage{booktabs}; names in Chinese: \usepackage{ctex}, xelatex
        \begin{tabular}{llrrr}
        \toprule
        source & target & shared & p & rank\_1 \\
        \midrule
        黄志雄 & R\&D\_100\% \{x\} & 3 & 0.001250 & $-$1.5000 \\
        {[}a|b{]}{*} & 𠮷\textbackslash{} \textasciitilde{}😀 & 12 & $<$0.000001 &  \\
        \bottomrule
        \end{tabular}
        "#);
    }

    #[test]
    fn digits_follow_the_greatest_value_of_a_column() {
        let column = Column { name: "x".to_owned(), whole: false };
        for (most, digits) in
            [(0.0, 4), (120.0, 4), (0.1, 4), (0.05, 5), (0.001_25, 6), (1e-30, 10)]
        {
            let listing = Listing {
                columns: vec![column.clone()],
                rows: vec![(Vec::new(), vec![most])],
                ..Listing::default()
            };
            assert_eq!(listing.digits(), [digits], "{most}");
        }
    }
}
