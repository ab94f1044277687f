//! `gongshi export`: what the graph holds, as files for other programs.

use std::{io::Write, path::PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;

use super::{
    Setting,
    export_network::{self, ExportNetworkArgs},
    output,
};
use crate::{
    query::{
        self, Library,
        rows::{self, Passages},
    },
    rdf::{self, GraphFormat, RdfVersion},
};

/// Export facts and entities as tables, the graph, or a network
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  gongshi export facts -o facts.csv
  gongshi export entities -o entities.csv
  gongshi export graph --format ttl --rdf 1.1 -o graph.ttl
  gongshi export network people --format dot -o people.dot")]
pub(super) struct ExportArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Clone, Debug, Subcommand)]
enum What {
    Facts(FactsArgs),
    Entities(EntitiesArgs),
    Graph(GraphArgs),
    Network(Box<ExportNetworkArgs>),
}

/// Export facts as CSV, a row a fact and document, with the sentence
///
/// Each row has the document, the relation, subject and object as the document names them with
/// their classes, the quote with its line and its place in code points, the rule that read it, and
/// how often that rule is right.
#[derive(Args, Clone, Debug)]
struct FactsArgs {
    /// Give each passage that states a fact a row, not only the first
    #[arg(long)]
    all_evidence: bool,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Export entities as CSV, a row an entity and document
///
/// The columns are document, type, label, aliases and mentions. Aliases are joined by |; the
/// document itself is the entity that has the file's name among them.
#[derive(Args, Clone, Debug)]
struct EntitiesArgs {
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Export the whole graph for other RDF tools
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  gongshi export graph --format trig -o graph.trig
  gongshi export graph --format rdfxml --rdf 1.1 -o graph.rdf")]
struct GraphArgs {
    /// Write this format
    #[arg(long, value_enum, default_value_t = Syntax::Nq)]
    format: Syntax,
    /// Write this version of RDF; 1.1 has no statements about statements but reified ones
    ///
    /// The default is 1.2, and 1.1 for jsonld, which has no 1.2 yet.
    #[arg(long, value_enum)]
    rdf: Option<Version>,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// A format of whole graphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Syntax {
    /// N-Quads, sorted
    Nq,
    /// Turtle: all graphs as one
    Ttl,
    /// Turtle with named graphs
    Trig,
    /// RDF/XML: all graphs as one
    Rdfxml,
    /// JSON-LD, only in RDF 1.1
    Jsonld,
}

/// A version of RDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Version {
    /// For tools of before 2025
    #[value(name = "1.1")]
    V1_1,
    /// With triple terms
    #[value(name = "1.2")]
    V1_2,
}

/// Runs `gongshi export`.
pub(super) fn run(
    args: &ExportArgs,
    setting: Setting<'_>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<()> {
    match &args.what {
        What::Facts(args) => {
            let store = query::load(setting.graph)?;
            let passages = if args.all_evidence { Passages::All } else { Passages::First };
            let rows = rows::facts(&store, Library::new(setting.data), passages)?;
            output::write(args.output.as_deref(), out, |out| write_rows(FACTS, &rows, out))
        }
        What::Entities(args) => {
            let store = query::load(setting.graph)?;
            let rows = rows::entities(&store, Library::new(setting.data))?;
            output::write(args.output.as_deref(), out, |out| write_rows(ENTITIES, &rows, out))
        }
        What::Graph(args) => export_graph(args, setting, out),
        What::Network(args) => export_network::run(args, setting, out, err),
    }
}

/// The columns of `export facts`, in the order of [`rows::FactRow`].
const FACTS: &[&str] = &[
    "document",
    "relation",
    "subject",
    "subject_type",
    "object",
    "object_type",
    "quote",
    "line",
    "start",
    "end",
    "rule",
    "confidence",
];

/// The columns of `export entities`, in the order of [`rows::EntityRow`].
const ENTITIES: &[&str] = &["document", "type", "label", "aliases", "mentions"];

/// Writes a table; one without rows has its header too.
fn write_rows<T: Serialize>(
    header: &[&str],
    rows: &[T],
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let mut writer = csv::WriterBuilder::new().has_headers(false).from_writer(out);
    writer.write_record(header)?;
    for row in rows {
        writer.serialize(row)?;
    }
    Ok(writer.flush()?)
}

fn export_graph(args: &GraphArgs, setting: Setting<'_>, out: &mut dyn Write) -> anyhow::Result<()> {
    let format = match args.format {
        Syntax::Nq => GraphFormat::NQuads,
        Syntax::Ttl => GraphFormat::Turtle,
        Syntax::Trig => GraphFormat::TriG,
        Syntax::Rdfxml => GraphFormat::RdfXml,
        Syntax::Jsonld => GraphFormat::JsonLd,
    };
    let version = match (args.rdf, args.format) {
        (Some(Version::V1_1), _) | (None, Syntax::Jsonld) => RdfVersion::V1_1,
        (Some(Version::V1_2) | None, _) => RdfVersion::V1_2,
    };
    let store = query::load_parts(setting.graph)?;
    output::write(args.output.as_deref(), out, |out| Ok(rdf::export(&store, format, version, out)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_without_rows_has_a_header() {
        let mut out = Vec::new();
        write_rows::<rows::EntityRow>(ENTITIES, &[], &mut out).unwrap();
        assert_eq!(out, b"document,type,label,aliases,mentions\n");
    }

    #[test]
    fn the_headers_name_the_fields() {
        assert_eq!(fields(&rows::FactRow::default()), FACTS);
        assert_eq!(fields(&rows::EntityRow::default()), ENTITIES);
    }

    /// Returns the names of a row's fields, as serde has them.
    fn fields(row: &impl Serialize) -> Vec<String> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.serialize(row).unwrap();
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        text.lines().next().unwrap().split(',').map(str::to_owned).collect()
    }
}
