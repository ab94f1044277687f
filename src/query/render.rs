//! A [`Table`] as text: aligned for the eye, Markdown, or the formats of SPARQL.

use std::io::{self, BufWriter, Write};

use comfy_table::{ContentArrangement, LineStyle, presets};
use oxigraph::{
    model::Variable,
    sparql::results::{QueryResultsFormat, QueryResultsSerializer},
};

use super::{Cell, Table};
use crate::tabular;

/// How a table is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Aligned for the eye, things by name.
    #[default]
    Text,
    /// SPARQL 1.1 results in CSV.
    Csv,
    /// SPARQL 1.1 results in TSV.
    Tsv,
    /// SPARQL 1.1 results in JSON.
    Json,
    /// SPARQL results in XML.
    Xml,
    /// A Markdown table, things by name.
    Markdown,
}

impl Table {
    /// Writes the table.
    ///
    /// Text is wrapped to `width` columns of the terminal, where a Chinese character takes two;
    /// without a width, to that of the terminal that standard output is, if it is one. The
    /// formats of SPARQL give things by IRI, [`Table::with_names`] before them by name.
    pub fn write(&self, format: Format, width: Option<u16>, out: &mut dyn Write) -> io::Result<()> {
        match format {
            Format::Text => writeln!(out, "{}", self.to_text(width)),
            Format::Markdown => writeln!(out, "{}", self.to_markdown()),
            Format::Csv => self.write_results(QueryResultsFormat::Csv, out),
            Format::Tsv => self.write_results(QueryResultsFormat::Tsv, out),
            Format::Json => self.write_results(QueryResultsFormat::Json, out),
            Format::Xml => self.write_results(QueryResultsFormat::Xml, out),
        }
    }

    fn to_text(&self, width: Option<u16>) -> String {
        let mut text = comfy_table::Table::new();
        text.set_content_arrangement(ContentArrangement::Dynamic);
        if let Some(width) = width {
            text.set_width(width);
        }
        text.set_header(&self.columns);
        for row in &self.rows {
            text.add_row(row.iter().map(|cell| tabular::one_line(&self.name_of(cell))));
        }
        let needed: u16 =
            text.column_max_content_widths().iter().map(|w| w.saturating_add(2)).sum();
        let style = presets::UTF8_HORIZONTAL_ONLY;
        let wraps = text.width().is_some_and(|width| needed > width);
        // Lines between rows help the eye only where a row takes several lines.
        text.load_style(if wraps { style } else { style.row_separator(LineStyle::none()) });
        text.trim_fmt()
    }

    fn to_markdown(&self) -> String {
        let heads: Vec<&str> = self.columns.iter().map(String::as_str).collect();
        let names =
            |row: &Vec<Cell>| row.iter().map(|cell| self.name_of(cell).into_owned()).collect();
        tabular::markdown(&heads, self.rows.iter().map(names), heads.len())
    }

    fn write_results(&self, format: QueryResultsFormat, out: &mut dyn Write) -> io::Result<()> {
        let serializer = QueryResultsSerializer::from_format(format);
        let ends_its_line = matches!(format, QueryResultsFormat::Csv | QueryResultsFormat::Tsv);
        if let Some(answer) = self.answer() {
            let out = serializer.serialize_boolean_to_writer(out, answer)?;
            return writeln!(out);
        }
        let variables: Vec<Variable> = self.columns.iter().map(Variable::new_unchecked).collect();
        let buffer = BufWriter::new(&mut *out);
        let mut solutions = serializer.serialize_solutions_to_writer(buffer, variables.clone())?;
        for row in &self.rows {
            let terms: Vec<_> = row.iter().map(Cell::term).collect();
            let bound = variables.iter().zip(&terms).filter_map(|(v, t)| Some((v, t.as_ref()?)));
            solutions.serialize(bound)?;
        }
        solutions.finish()?.flush()?;
        if ends_its_line { Ok(()) } else { writeln!(out) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxigraph::model::{Literal, NamedNode};

    fn table() -> Table {
        let text = |value: &str| Cell::Value(Literal::from(value));
        let rows = vec![
            vec![
                Cell::Thing(NamedNode::new_unchecked("http://www.w3.org/ns/oa#exact")),
                text("武汉，\"大学\""),
                Cell::Value(Literal::from(2)),
            ],
            vec![text("短"), Cell::Empty, text("a|b\tc")],
        ];
        Table::new(["thing", "quote", "n"].map(str::to_owned).to_vec(), rows)
    }

    fn written(format: Format, width: u16) -> String {
        let mut out = Vec::new();
        table().write(format, Some(width), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn text_is_aligned_by_width_not_characters() {
        insta::assert_snapshot!(written(Format::Text, 60), @r#"
        ─────────────────────────────────
         thing      quote          n
        ═════════════════════════════════
         oa:exact   武汉，"大学"   2
         短                        a|b c
        ─────────────────────────────────
        "#);
    }

    #[test]
    fn long_text_wraps() {
        let text = written(Format::Text, 24);
        assert!(
            text.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 24),
            "{text}"
        );
    }

    #[test]
    fn csv_is_that_of_sparql() {
        insta::assert_snapshot!(written(Format::Csv, 60), @r#"
        thing,quote,n
        http://www.w3.org/ns/oa#exact,"武汉，""大学""",2
        短,,a|b	c
        "#);
    }

    #[test]
    fn tsv_writes_terms() {
        insta::assert_snapshot!(written(Format::Tsv, 60), @r#"
        ?thing	?quote	?n
        <http://www.w3.org/ns/oa#exact>	"武汉，\"大学\""	2
        "短"		"a|b\tc"
        "#);
    }

    #[test]
    fn json_is_that_of_sparql() {
        insta::assert_snapshot!(written(Format::Json, 60), @r#"
        {"head":{"vars":["thing","quote","n"]},"results":{"bindings":[{"thing":{"type":"uri","value":"http://www.w3.org/ns/oa#exact"},"quote":{"type":"literal","value":"武汉，\"大学\""},"n":{"type":"literal","value":"2","datatype":"http://www.w3.org/2001/XMLSchema#integer"}},{"thing":{"type":"literal","value":"短"},"n":{"type":"literal","value":"a|b\tc"}}]}}
        "#);
    }

    #[test]
    fn xml_is_that_of_sparql() {
        insta::assert_snapshot!(written(Format::Xml, 60), @r#"
        <?xml version="1.0"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="thing"/><variable name="quote"/><variable name="n"/></head><results><result><binding name="thing"><uri>http://www.w3.org/ns/oa#exact</uri></binding><binding name="quote"><literal>武汉，&quot;大学&quot;</literal></binding><binding name="n"><literal datatype="http://www.w3.org/2001/XMLSchema#integer">2</literal></binding></result><result><binding name="thing"><literal>短</literal></binding><binding name="n"><literal>a|b	c</literal></binding></result></results></sparql>
        "#);
    }

    #[test]
    fn markdown_escapes_its_bars() {
        insta::assert_snapshot!(written(Format::Markdown, 60), @r#"
        | thing    | quote        | n      |
        |----------|--------------|--------|
        | oa:exact | 武汉，"大学" | 2      |
        | 短       |              | a\|b c |
        "#);
    }

    #[test]
    fn an_answer_is_true_or_false() {
        let mut out = Vec::new();
        Table::of_answer(true).write(Format::Json, None, &mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "{\"head\":{},\"boolean\":true}\n");
    }
}
