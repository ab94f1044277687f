//! `gongshi rank`: who stands where in a network.

use super::{Setting, measure_args::MeasureArgs, network_input::NetworkInput};
use crate::{
    export::{Form, Listing, write_listing},
    network::{Measure, rank},
};
use std::io::Write;

/// How many rows a table shows, unless it is told.
const TABLE_ROWS: usize = 20;

/// Rank the nodes of a network
///
/// Measures are taken on the projection: two nodes are tied if they share an event.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "\
Examples:
  gongshi rank people --by betweenness,degree
  gongshi rank institutions --by strength --weight newman --format csv
  gongshi rank --incidence mine.csv --by pagerank")]
pub(super) struct RankArgs {
    /// The network
    #[command(flatten)]
    pub(super) input: NetworkInput,

    /// Print these measures; the first one orders the rows
    #[arg(long, value_name = "MEASURE", value_delimiter = ',', default_value = "degree",
          help = by_help())]
    pub(super) by: Vec<Measure>,

    /// Show so many rows [default: 20 in a table, else all]
    #[arg(long, value_name = "N")]
    pub(super) top: Option<usize>,

    /// Print in this form
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: RankFormat,

    /// How measures are taken
    #[command(flatten)]
    pub(super) measures: MeasureArgs,
}

/// The form of a ranking.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum RankFormat {
    /// For reading.
    #[default]
    Table,
    /// Comma-separated values.
    Csv,
    /// An array of objects.
    Json,
    /// A Markdown table.
    Md,
    /// A tabular of LaTeX, with booktabs.
    Latex,
}

impl From<RankFormat> for Form {
    fn from(format: RankFormat) -> Self {
        match format {
            RankFormat::Table => Self::Table,
            RankFormat::Csv => Self::Csv,
            RankFormat::Json => Self::Json,
            RankFormat::Md => Self::Markdown,
            RankFormat::Latex => Self::Latex,
        }
    }
}

fn by_help() -> String {
    let known = Measure::ALL.map(Measure::name).join(", ");
    format!("Print these measures; the first one orders the rows: {known}")
}

/// Ranks the nodes of a network and prints them.
pub(super) fn run(
    args: &RankArgs,
    setting: Setting<'_>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<()> {
    let network = args.input.read(setting)?;
    let mut listing = Listing::from(rank(&network, &args.by, args.measures.settings()));
    let all = listing.rows.len();
    let top = match (args.top, args.format) {
        (Some(top), _) => top,
        (None, RankFormat::Table) => TABLE_ROWS,
        (None, _) => all,
    };
    listing.rows.truncate(top);
    write_listing(&listing, args.format.into(), out)?;
    if args.format == RankFormat::Table && listing.rows.len() < all && args.top.is_none() {
        writeln!(err, "{} of {all} nodes; --top shows more", listing.rows.len())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Debug, Parser)]
    struct Program {
        #[command(flatten)]
        args: RankArgs,
    }

    fn printed(rows: &str, arguments: &[&str]) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.csv");
        std::fs::write(&path, rows).unwrap();
        let start = ["rank", "--incidence", path.to_str().unwrap()];
        let program = Program::try_parse_from(start.iter().chain(arguments)).unwrap();
        let data = crate::data::Data::embedded();
        let setting = Setting { graph: std::path::Path::new("none.nq"), data: &data };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        run(&program.args, setting, &mut out, &mut err).unwrap();
        String::from_utf8(out).unwrap()
    }

    const ROWS: &str = "person,event\n黄志雄,甲\n李艳,甲\n李艳,乙\nKai-Kit Wong,乙\n孤,\n";

    #[test]
    fn a_table_is_aligned_for_wide_characters() {
        insta::assert_snapshot!(printed(ROWS, &["--by", "degree,betweenness"]), @r"
        node          degree  betweenness
        李艳               2       1.0000
        Kai-Kit Wong       1       0.0000
        黄志雄             1       0.0000
        孤                 0       0.0000
        ");
    }

    #[test]
    fn csv_has_all_rows_and_full_numbers() {
        insta::assert_snapshot!(
            printed(ROWS, &["--by", "degree,closeness", "--format", "csv"]), @r"
        node,degree,closeness
        李艳,2,0.6666666666666666
        Kai-Kit Wong,1,0.4444444444444444
        黄志雄,1,0.4444444444444444
        孤,0,0
        ");
    }

    #[test]
    fn json_keeps_the_order_of_columns() {
        insta::assert_snapshot!(
            printed(ROWS, &["--by", "strength,degree", "--format", "json", "--top", "1"]), @r#"
        [
          {"node":"李艳","strength":2.0,"degree":2.0}
        ]
        "#);
    }

    #[test]
    fn an_empty_network_is_a_header() {
        assert_eq!(printed("person,event\n", &["--format", "csv"]), "node,degree\n");
        assert_eq!(printed("", &["--format", "json"]), "[\n]\n");
    }

    #[test]
    fn a_wrong_measure_lists_the_right_ones() {
        let arguments = ["rank", "people", "--by", "fame"];
        let error = Program::try_parse_from(arguments).unwrap_err().to_string();
        assert!(error.contains("known: degree, strength"), "{error}");
    }

    #[test]
    fn the_arguments_are_consistent() {
        <Program as clap::CommandFactory>::command().debug_assert();
    }
}
