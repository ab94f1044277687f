//! `gongshi build`: texts into a graph.

use std::{
    io::Write,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressFinish, ProgressStyle};

use super::{Setting, curation, summary};
use crate::{
    data::Data,
    model::{Outcome, Warning},
    pipeline::{self, Resources},
    rdf,
    source::{self, Source},
};

/// How many warnings are shown unless all are asked for.
const FIRST_WARNINGS: usize = 20;
/// How long a build may take before it says what it is doing.
const PATIENCE: Duration = Duration::from_millis(300);

/// Build the graph of texts
///
/// Texts are UTF-8 files that end in .txt, .md or .text, and folders of them. Without PATH, the
/// texts that come with the program are read. The old graph stays until the new one is whole.
///
/// Judgements of your own are kept in a table, curation.csv, and applied to what was read, so that
/// they outlive a rebuild. Its columns are action (same, different, reject, add, rename, type),
/// document, class, name, relation, `other_document`, `other_class`, other, quote, reason, judge, date;
/// docs/curation.md says what each means.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  gongshi build
  gongshi build texts/ -o ocean.nq
  gongshi build texts/ --data my-lists/ --base https://example.org/ocean/
  gongshi build texts/ --curation judgements.csv")]
pub(super) struct BuildArgs {
    /// Texts, and folders of texts
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Write the graph to this file instead of that of --graph
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Name things below this IRI
    #[arg(long, value_name = "IRI", default_value = rdf::BASE)]
    base: String,
    /// Apply the judgements of this table [default: curation.csv of --data, else of the current
    /// folder, where there is one]
    #[arg(long, value_name = "FILE")]
    curation: Option<PathBuf>,
    /// Show so many of the warnings
    #[arg(long, value_enum, default_value_t = Shown::First)]
    warnings: Shown,
}

/// Which warnings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shown {
    /// The first 20, and how many more there are
    First,
    /// All
    All,
    /// Only how many there are
    None,
}

/// Runs `gongshi build`.
pub(super) fn run(
    args: &BuildArgs,
    setting: Setting<'_>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<()> {
    let path = args.output.as_deref().unwrap_or(setting.graph);
    let bar = progress();
    bar.set_message("reading the texts");
    let Outcome { value: sources, mut warnings } = sources(&args.paths, setting.data)?;
    bar.set_message("reading lists, patterns and ontology");
    let mut resources = Resources::load(setting.data)?;
    let judged = curation::load(args.curation.as_deref(), setting.data, &resources.ontology)?;
    let has_curation = judged.is_some();
    resources.curation = judged.unwrap_or_default();
    bar.set_message("reading facts");
    bar.set_length(sources.len() as u64);
    let built = pipeline::build_watched(&sources, &resources, &|| bar.inc(1));
    warnings.extend(built.warnings);
    let knowledge = built.value;
    bar.set_message("drawing conclusions");
    let quads = rdf::graph(&knowledge, &resources.ontology, setting.data, &args.base)?;
    bar.set_message("writing the graph");
    rdf::write(path, &quads)?;
    bar.finish_and_clear();

    write_warnings(&warnings, args.warnings, err)?;
    summary::write(&knowledge, &resources.ontology, out)?;
    if has_curation {
        summary::write_curation(&knowledge, &resources.curation, out)?;
    }
    writeln!(out, "\n{} 图已建成 the graph is built", path.display())?;
    summary::write_what_next(Some(path).filter(|path| *path != Path::new(super::GRAPH)), out)?;
    Ok(())
}

/// Reads the texts that were named, else those that come with the program.
pub(super) fn sources(paths: &[PathBuf], data: &Data) -> anyhow::Result<Outcome<Vec<Source>>> {
    if !paths.is_empty() {
        return Ok(source::read(paths)?);
    }
    let source = |(name, file): (&str, &crate::data::DataFile)| {
        Source::new(name.trim_end_matches(".txt"), &file.path, &file.text)
    };
    let sources: Vec<Source> = data.folder("data/corpus", ".txt").map(source).collect();
    (!sources.is_empty()).then_some(()).context("no text comes with the program")?;
    Ok(Outcome::clean(sources))
}

/// Shows progress on a terminal once the work takes long; in a pipe, nothing.
fn progress() -> ProgressBar {
    let style = ProgressStyle::with_template("{spinner} {msg} {wide_bar} {pos}/{len} {elapsed}")
        .expect("the template is well formed");
    let bar = ProgressBar::new(0).with_style(style).with_finish(ProgressFinish::AndClear);
    bar.enable_steady_tick(PATIENCE);
    bar
}

fn write_warnings(warnings: &[Warning], shown: Shown, err: &mut dyn Write) -> std::io::Result<()> {
    let count = match shown {
        Shown::First => FIRST_WARNINGS,
        Shown::All => usize::MAX,
        Shown::None => 0,
    };
    for warning in warnings.iter().take(count) {
        writeln!(err, "warning: {warning}")?;
    }
    match (warnings.len().saturating_sub(count), shown) {
        (0, _) => Ok(()),
        (more, Shown::None) => writeln!(err, "{more} warnings; --warnings all shows them"),
        (more, _) => writeln!(err, "{more} more warnings; --warnings all shows them"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(count: u32, shown: Shown) -> String {
        let warning = |line| Warning {
            path: "a.txt".to_owned(),
            line: Some(line),
            message: "strange".to_owned(),
        };
        let warnings: Vec<_> = (1..=count).map(warning).collect();
        let mut err = Vec::new();
        write_warnings(&warnings, shown, &mut err).unwrap();
        String::from_utf8(err).unwrap()
    }

    #[test]
    fn many_warnings_are_cut_short_and_counted() {
        let text = told(25, Shown::First);
        assert!(text.starts_with("warning: a.txt:1: strange\n"), "{text}");
        assert!(text.ends_with("a.txt:20: strange\n5 more warnings; --warnings all shows them\n"));
        assert_eq!(told(25, Shown::All).lines().count(), 25);
        assert_eq!(told(2, Shown::None), "2 warnings; --warnings all shows them\n");
        assert_eq!(told(0, Shown::First), "");
    }

    #[test]
    fn the_texts_that_come_with_the_program_have_their_place_in_the_project() {
        let sources = sources(&[], &Data::embedded()).unwrap().value;
        assert!(sources.iter().any(|source| {
            source.id == "seminars-2022" && source.path == "data/corpus/seminars-2022.txt"
        }));
    }
}
