//! `gongshi query`: asks a question of the graph.

use std::{
    fs,
    io::{self, Read, Write},
    path::Path,
};

use anyhow::Context as _;
use clap::{Args, ValueEnum};

use super::Setting;
use crate::{
    data::Data,
    query::{self, Format, Library, Question, Values},
};

/// How answers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// Aligned text
    Table,
    /// Comma-separated values, as SPARQL 1.1 has them
    Csv,
    /// Tab-separated values, as SPARQL 1.1 has them
    Tsv,
    /// SPARQL 1.1 results in JSON
    Json,
    /// SPARQL results in XML
    Xml,
    /// A Markdown table
    Md,
}

impl From<TableFormat> for Format {
    fn from(format: TableFormat) -> Self {
        match format {
            TableFormat::Table => Self::Text,
            TableFormat::Csv => Self::Csv,
            TableFormat::Tsv => Self::Tsv,
            TableFormat::Json => Self::Json,
            TableFormat::Xml => Self::Xml,
            TableFormat::Md => Self::Markdown,
        }
    }
}

/// Ask a question of the graph
///
/// The question is one of the library (see `gongshi queries`), a .rq file, or - for standard
/// input. The prefixes gs, id, rdf, rdfs, skos, oa, xsd and dcterms need not be declared.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  gongshi query experts --set minimum=3
  gongshi query issued --set issuer=中国 --format csv --names
  gongshi query mine.rq
  echo 'SELECT ?p { ?p a gs:Person }' | gongshi query -")]
pub(crate) struct QueryArgs {
    /// Name of a question, a .rq file, or - for standard input
    #[arg(value_name = "NAME|FILE|-")]
    question: String,
    /// Set a parameter; a thing is given by name, alias or IRI, and * stands for all
    #[arg(long = "set", value_name = "NAME=VALUE", value_parser = read_setting)]
    set: Vec<(String, String)>,
    /// Write the answers in this format
    #[arg(long, value_enum, default_value_t = TableFormat::Table)]
    format: TableFormat,
    /// Give things by name instead of IRI in csv, tsv, json and xml
    #[arg(long)]
    names: bool,
    /// Wrap a table to this width instead of the terminal's
    #[arg(long, value_name = "COLUMNS")]
    width: Option<u16>,
}

/// Reads `name=value`.
pub(super) fn read_setting(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) => Ok((name.trim().to_owned(), value.trim().to_owned())),
        None => Err("it is not NAME=VALUE".to_owned()),
    }
}

/// Runs `gongshi query`.
pub(crate) fn run(
    args: &QueryArgs,
    setting: Setting<'_>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<()> {
    let question = question(&args.question, setting.data)?;
    let values: Values = args.set.iter().cloned().collect();
    let store = query::load(setting.graph)?;
    let mut table = query::run(&store, &question, &values)?;
    if table.rows.is_empty() {
        writeln!(err, "no answers")?;
    }
    if args.names {
        table = table.with_names();
    }
    table.write(args.format.into(), args.width, out)?;
    Ok(())
}

/// Finds the question: a name of the library goes before a file.
fn question(argument: &str, data: &Data) -> anyhow::Result<Question> {
    if argument == "-" {
        let mut text = String::new();
        io::stdin().read_to_string(&mut text).context("cannot read the question")?;
        return Ok(Question::parse("<standard input>", &text)?);
    }
    let path = Path::new(argument);
    if path.extension().is_some_and(|extension| extension == "rq") {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {argument}"))?;
        return Ok(Question::parse(argument, &text)?);
    }
    Ok(Library::new(data).question(argument)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        args: QueryArgs,
        #[arg(long)]
        graph: std::path::PathBuf,
    }

    fn answer(line: &[&str]) -> anyhow::Result<(String, String)> {
        let line = Line::try_parse_from([&["query"], line].concat())?;
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let setting = Setting { graph: &line.graph, data: &Data::embedded() };
        run(&line.args, setting, &mut out, &mut err)?;
        Ok((String::from_utf8(out)?, String::from_utf8(err)?))
    }

    const GRAPH: &str = "--graph=tests/fixtures/sample.trig";

    #[test]
    fn a_question_is_asked_by_name_and_value() {
        let line = ["elections", "--set", "person=周明", "--format=csv", "--names", GRAPH];
        let (out, _) = answer(&line).unwrap();
        assert!(out.starts_with("person,body,"), "{out}");
        assert!(out.contains("周明,国际网络法学会,"), "{out}");
        let file =
            ["queries/elections.rq", "--set", "person=周明", "--format=csv", "--names", GRAPH];
        assert_eq!(answer(&file).unwrap().0, out);
    }

    #[test]
    fn no_answer_is_said_beside_the_table() {
        let (_, err) = answer(&["elections", "--set", "person=何清", GRAPH]).unwrap();
        assert_eq!(err, "no answers\n");
    }

    #[test]
    fn a_missing_graph_and_a_bad_setting_are_errors() {
        let error = answer(&["experts", "--graph=tests/fixtures/none.nq"]).unwrap_err();
        let error = error.downcast_ref::<query::QueryError>().unwrap();
        assert_eq!(error.hint().unwrap(), "run gongshi build first");
        assert!(answer(&["experts", "--set", "minimum", GRAPH]).is_err());
    }
}
