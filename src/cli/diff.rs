//! `gongshi diff`: what changed from one graph to the next, in words.

use std::{io::Write, path::PathBuf};

use anyhow::Context as _;
use clap::{Args, ValueEnum};

use crate::{
    diff::{self, Format},
    query::{self, Snapshot},
};

/// Tell what changed from one graph to the next
///
/// Things that are new, gone, renamed, of another class, joined or split; statements that are new,
/// gone, or stand on other sentences, rules or qualifiers, each with its sentence. A sentence that
/// only moved to another line is no change. The exit code is 0 whether or not there are changes.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  gongshi build texts/ -o new.nq && gongshi diff graph.nq new.nq
  gongshi diff old.nq new.nq --format csv > changes.csv")]
pub(super) struct DiffArgs {
    /// The graph as it was
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The graph as it is
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// Print in this form
    #[arg(long, value_enum, default_value_t)]
    format: DiffFormat,
}

/// The form of a diff.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    /// For reading
    #[default]
    Table,
    /// Comma-separated values: a row for each thing, and for each sentence of a statement
    Csv,
    /// One object
    Json,
}

impl From<DiffFormat> for Format {
    fn from(format: DiffFormat) -> Self {
        match format {
            DiffFormat::Table => Self::Text,
            DiffFormat::Csv => Self::Csv,
            DiffFormat::Json => Self::Json,
        }
    }
}

/// Runs `gongshi diff`.
pub(super) fn run(args: &DiffArgs, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<()> {
    let (old, new) = (snapshot(&args.old)?, snapshot(&args.new)?);
    let diff = diff::compare(&old, &new).context("the graphs cannot be compared")?;
    diff::write(&diff, args.format.into(), out)?;
    if args.format == DiffFormat::Csv {
        writeln!(err, "{}", diff.summary())?;
    }
    Ok(())
}

fn snapshot(path: &std::path::Path) -> anyhow::Result<Snapshot> {
    Ok(query::snapshot(&query::load(path)?)?)
}
