//! `gongshi evaluate`: precision, recall and F1 against gold.

use std::{io::Write, path::PathBuf};

use super::Setting;
use crate::{
    evaluate::{
        Content, Gold, PredictedEntity, PredictedFact, evaluate, write_csv, write_json,
        write_rules, write_table,
    },
    query::{
        self, Library,
        rows::{self, Passages},
    },
    rdf,
};

/// Measure an extraction against gold: precision, recall and F1 by class, relation and document
///
/// An entity is right when its class is the gold's and one of its names is one of the gold's; a fact
/// when its relation and both its ends are. Identity is measured over pairs of names: of those that
/// gold says are one entity, how many are joined (R), and of those that are joined and known to the
/// gold, how many rightly (P).
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "\
Examples:
  gongshi evaluate gold/
  gongshi evaluate gold/ --errors --format csv > errors.csv
  gongshi evaluate gold/ --entities entities.csv --facts facts.csv")]
pub(super) struct EvaluateArgs {
    /// Folder of gold: DOCUMENT.entities.tsv and DOCUMENT.facts.tsv
    ///
    /// Tab-separated, with the columns type, label, aliases, and relation, subject, object, quote.
    /// Aliases, and ends that are equally right, are joined by |; THIS is the source itself.
    #[arg(value_name = "GOLD_DIR")]
    gold: PathBuf,
    /// Entities as `gongshi export entities` writes them
    #[arg(long, value_name = "FILE", requires = "facts", conflicts_with = "graph")]
    entities: Option<PathBuf>,
    /// Facts as `gongshi export facts` writes them
    #[arg(long, value_name = "FILE", requires = "entities", conflicts_with = "graph")]
    facts: Option<PathBuf>,
    /// Measure these documents only
    #[arg(long, value_name = "NAME", num_args = 1..)]
    document: Vec<String>,
    /// List each error with its sentence
    #[arg(long)]
    errors: bool,
    /// Write to FILE how often each rule was right
    #[arg(long, value_name = "FILE")]
    rules: Option<PathBuf>,
    /// Form of the output
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// A form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Aligned text
    Table,
    /// Comma-separated values
    Csv,
    /// JSON
    Json,
}

/// Runs the command.
pub(super) fn run(
    args: &EvaluateArgs,
    setting: Setting<'_>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<()> {
    let gold = Gold::read(&args.gold)?.only(&args.document)?;
    let (entities, facts) = match (&args.entities, &args.facts) {
        (Some(entities), Some(facts)) => {
            (PredictedEntity::from_csv(entities)?, PredictedFact::from_csv(facts)?)
        }
        _ => from_graph(setting)?,
    };
    let report = evaluate(&entities, &facts, &gold);
    for document in &report.absent {
        writeln!(err, "warning: nothing was extracted from {document}")?;
    }
    if let Some(path) = &args.rules {
        rdf::in_place(path, |file| write_rules(&report, file))?;
    }
    let content = if args.errors { Content::Errors } else { Content::Figures };
    match args.format {
        Format::Table => write_table(&report, content, out)?,
        Format::Csv => write_csv(&report, content, out)?,
        Format::Json => write_json(&report, content, out)?,
    }
    Ok(())
}

/// Reads entities and facts out of a graph, as the exports do.
fn from_graph(setting: Setting<'_>) -> anyhow::Result<(Vec<PredictedEntity>, Vec<PredictedFact>)> {
    let store = query::load(setting.graph)?;
    let library = Library::new(setting.data);
    let entities = rows::entities(&store, library)?.into_iter().map(PredictedEntity::from);
    let facts = rows::facts(&store, library, Passages::All)?.into_iter().map(PredictedFact::from);
    Ok((entities.collect(), facts.collect()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use clap::Parser;

    use super::*;

    #[derive(Debug, Parser)]
    struct Program {
        #[command(flatten)]
        args: EvaluateArgs,
        #[arg(long, default_value = "graph.nq")]
        graph: PathBuf,
    }

    /// Writes a small gold and an extraction beside it, and runs the command there.
    fn check(more: &[&str]) -> (tempfile::TempDir, anyhow::Result<()>, String, String) {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name).display().to_string();
        for (name, text) in [
            ("a.entities.tsv", "type\tlabel\nCountry\t海国\nTreaty\t潮汐公约\n"),
            (
                "a.facts.tsv",
                "relation\tsubject\tobject\tquote\nsigned\t海国\t潮汐公约\t海国签署公约\n",
            ),
            ("e.csv", "document,type,label,aliases,mentions\na,Country,海国,,3\n"),
            ("f.csv", "document,relation,subject,object,rule\na,signed,海国,潮汐公约,sign\n"),
        ] {
            fs::write(path(name), text).unwrap();
        }
        let fixed =
            ["evaluate", &path(""), "--entities", &path("e.csv"), "--facts", &path("f.csv")];
        let more: Vec<_> = more.iter().map(|word| word.replace("FOLDER", &path(""))).collect();
        let words = fixed.into_iter().map(str::to_owned).chain(more);
        let Program { args, graph } = Program::try_parse_from(words).unwrap();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let setting = Setting { graph: &graph, data: &crate::data::Data::embedded() };
        let result = run(&args, setting, &mut out, &mut err);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (folder, result, text(out), text(err))
    }

    #[test]
    fn exported_files_are_measured() {
        let (folder, result, out, err) = check(&["--format", "csv", "--rules", "FOLDER/rules.csv"]);
        result.unwrap();
        assert!(out.contains("\nall,facts,1,1,1,"), "{out}");
        assert_eq!(err, "");
        let rules = fs::read_to_string(folder.path().join("rules.csv")).unwrap();
        assert_eq!(rules, "rule,right,found\nsign,1,1\n");
        let left = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 5, "no temporary file stays behind");
    }

    #[test]
    fn a_document_without_gold_is_told() {
        let (_folder, result, ..) = check(&["--document", "b"]);
        let message = result.unwrap_err().to_string();
        assert_eq!(message, "no gold for document `b`; there is gold for: a");
    }

    #[test]
    fn entities_without_facts_are_wrong_usage() {
        let words = ["evaluate", "gold", "--entities", "e.csv"];
        assert!(Program::try_parse_from(words).is_err());
        let words = ["evaluate", "gold", "--entities", "e", "--facts", "f", "--graph", "g.nq"];
        assert!(Program::try_parse_from(words).is_err());
    }
}
