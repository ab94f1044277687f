//! `gongshi missed`: where texts fall silent.

use std::{io::Write, path::PathBuf};

use clap::{Args, ValueEnum};

use super::{Setting, build};
use crate::{
    missed::{self, Content, write_csv, write_json, write_table},
    model::Outcome,
    pipeline::Resources,
};

/// A table shows so many unless it is told otherwise.
const FIRST: usize = 20;

/// Tell where nothing was read in texts, the most telling first
///
/// Sentences with a name or a date, lists, rosters and sections without a fact, and characters that
/// nobody repaired. The texts are read again as `gongshi build` reads them: the graph has only what
/// was found. Acts that are denied, planned or wished are rightly without a fact; they come last, as
/// `unreal`. The score is 8 where a pattern matches but a subject or object was not found, 6 where its word
/// and all its names are there, 2 for its word alone, and one more for each thing named (four at
/// most) and for a date; 6 and more for lists and rosters, 5 for sections, 3 for characters.
#[derive(Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  gongshi missed
  gongshi missed texts/ --top 50
  gongshi missed texts/ --format csv > missed.csv
  gongshi missed texts/ --totals")]
pub(super) struct MissedArgs {
    /// Texts, and folders of texts; without any, those that come with the program
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Show so many; without it, 20 in a table, and all in csv and json
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// Show the totals of the documents alone
    #[arg(long, conflicts_with = "top")]
    totals: bool,
    /// Form of the output
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

/// A form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Text for the eye
    Table,
    /// Comma-separated values
    Csv,
    /// JSON
    Json,
}

/// Runs `gongshi missed`.
pub(super) fn run(
    args: &MissedArgs,
    setting: Setting<'_>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<()> {
    let Outcome { value: sources, warnings } = build::sources(&args.paths, setting.data)?;
    for warning in &warnings {
        writeln!(err, "warning: {warning}")?;
    }
    let resources = Resources::load(setting.data)?;
    // What normalising warns of is among the characters that are told.
    let missed = missed::missed(&sources, &resources).value;
    let most = args.top.unwrap_or(if args.format == Format::Table { FIRST } else { usize::MAX });
    let content = if args.totals { Content::Totals } else { Content::Silences(most) };
    match args.format {
        Format::Table => write_table(&missed, content, out)?,
        Format::Csv => write_csv(&missed, content, out)?,
        Format::Json => write_json(&missed, content, out)?,
    }
    Ok(())
}
