//! The command line: one subcommand a file, each with its arguments and its `run`.
//!
//! Nothing here knows how texts are read or graphs are asked: a command turns what was typed into
//! the library's terms, calls it, and prints.

mod build;
mod check;
mod curation;
mod diff;
mod evaluate;
mod explain;
mod export;
mod export_network;
mod failure;
mod figure;
mod figure_network;
mod figure_ranks;
mod figure_text;
mod measure_args;
mod missed;
mod network_input;
mod output;
mod queries;
mod query;
mod rank;
mod rank_by;
mod rank_task;
mod sample_args;
mod show;
mod sizes;
mod summary;
mod tie_table;

use std::{
    ffi::OsString,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use clap::{Parser, Subcommand};

use crate::data::{Data, DataError};

/// Where a command finds the graph unless it is told.
const GRAPH: &str = "graph.nq";

/// Build a knowledge graph of Chinese policy documents and ask it
///
/// Every statement of the graph opens the sentence that it stands on.
#[derive(Debug, Parser)]
#[command(
    name = "gongshi",
    version,
    about,
    after_help = "\
Examples:
  gongshi build                        read the texts that come with the program
  gongshi build texts/                 read a folder of your own
  gongshi queries                      list the questions
  gongshi query experts --set minimum=3
  gongshi show 联合国宪章              all about one thing, each fact with its sentence
  gongshi export facts -o facts.csv
  gongshi figure lineage 网络主权 -o lineage.svg"
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Read the graph from this file, or build it there
    #[arg(long, global = true, value_name = "FILE", default_value = GRAPH, help_heading = "Global options")]
    graph: PathBuf,
    /// Lay this folder of lists, patterns, ontology and queries over the program's own
    #[arg(long, global = true, value_name = "DIR", help_heading = "Global options")]
    data: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::BuildArgs),
    Missed(missed::MissedArgs),
    Check(check::CheckArgs),
    Query(query::QueryArgs),
    Queries(queries::QueriesArgs),
    Show(show::ShowArgs),
    Rank(rank::RankArgs),
    Export(export::ExportArgs),
    Figure(figure::FigureArgs),
    Diff(diff::DiffArgs),
    Evaluate(evaluate::EvaluateArgs),
}

/// What all commands are told.
#[derive(Clone, Copy, Debug)]
struct Setting<'a> {
    /// The graph's file.
    graph: &'a Path,
    /// Lists, patterns, ontology and queries.
    data: &'a Data,
}

/// Runs the program: parses the arguments, does what they say, and prints to the two writers.
///
/// Returns 0 when it is done or nobody reads on, 1 when it failed, 2 for wrong usage.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(answer) => return failure::usage(&answer, out, err),
    };
    let mut out = BufWriter::new(out);
    let done = dispatch(&cli, &mut out, err);
    match done.and_then(|()| Ok(out.flush()?)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if failure::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // What was found before the failure is printed before its message.
            drop(out.flush());
            drop(failure::write(&error, err));
            failure::code(&error)
        }
    }
}

fn dispatch(cli: &Cli, out: &mut dyn Write, err: &mut dyn Write) -> anyhow::Result<()> {
    let mut data = Data::embedded();
    let mut unread = cli.data.as_ref().map(|folder| data.overlay_all(folder)).unwrap_or_default();
    if !matches!(cli.command, Command::Check(_)) {
        let broken = unread.iter().position(|error| !matches!(error, DataError::Stray { .. }));
        if let Some(broken) = broken {
            return Err(unread.swap_remove(broken)).context("cannot use the data folder");
        }
        for stray in &unread {
            writeln!(err, "warning: {stray}")?;
        }
    }
    let setting = Setting { graph: &cli.graph, data: &data };
    match &cli.command {
        Command::Build(args) => build::run(args, setting, out, err),
        Command::Missed(args) => missed::run(args, setting, out, err),
        Command::Check(_) => check::run(setting.data, &unread, out),
        Command::Query(args) => query::run(args, setting, out, err),
        Command::Queries(args) => queries::run(args, setting.data, out),
        Command::Show(args) => show::run(args, setting, out, err),
        Command::Rank(args) => rank::run(args, setting, out, err),
        Command::Export(args) => export::run(args, setting, out, err),
        Command::Figure(args) => figure::run(args, setting, out, err),
        Command::Diff(args) => diff::run(args, out, err),
        Command::Evaluate(args) => evaluate::run(args, setting, out, err),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_commands_are_in_the_order_of_work() {
        let command = Cli::command();
        let names: Vec<_> = command.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(
            names,
            [
                "build", "missed", "check", "query", "queries", "show", "rank", "export", "figure",
                "diff", "evaluate"
            ]
        );
    }
}
