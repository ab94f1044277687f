//! `gongshi rank`: who stands where in a network.

use super::{Setting, measure_args::MeasureArgs, network_input::NetworkInput};
use crate::network::{Column, Measure, Ranking, rank};
use comfy_table::{CellAlignment, Table, presets::NOTHING};
use serde::{Serializer, ser::SerializeMap};
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
    let mut ranking = rank(&network, &args.by, args.measures.settings());
    let all = ranking.rows.len();
    let top = match (args.top, args.format) {
        (Some(top), _) => top,
        (None, RankFormat::Table) => TABLE_ROWS,
        (None, RankFormat::Csv | RankFormat::Json) => all,
    };
    ranking.rows.truncate(top);
    match args.format {
        RankFormat::Table => write_table(&ranking, out)?,
        RankFormat::Csv => write_csv(&ranking, out)?,
        RankFormat::Json => write_json(&ranking, out)?,
    }
    if args.format == RankFormat::Table && ranking.rows.len() < all && args.top.is_none() {
        writeln!(err, "{} of {all} nodes; --top shows more", ranking.rows.len())?;
    }
    Ok(())
}

fn write_table(ranking: &Ranking, out: &mut dyn Write) -> anyhow::Result<()> {
    let mut table = Table::new();
    table.load_style(NOTHING);
    let names = ranking.columns.iter().map(|column| column.name.clone());
    table.set_header(std::iter::once("node".to_owned()).chain(names));
    for (name, values) in &ranking.rows {
        // A tab or a line break in a name would tear the table.
        let name: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let values =
            values.iter().zip(&ranking.columns).map(|(&value, column)| short(value, column));
        table.add_row(std::iter::once(name).chain(values));
    }
    for (position, column) in table.column_iter_mut().enumerate() {
        column.set_padding((0, 2));
        if position > 0 {
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
    if column.whole {
        format!("{value:.0}")
    } else if value.abs() < 0.001 && value.abs() > 0.0 {
        format!("{value:.3e}")
    } else {
        format!("{value:.4}")
    }
}

fn write_csv(ranking: &Ranking, out: &mut dyn Write) -> anyhow::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_field("node")?;
    writer.write_record(ranking.columns.iter().map(|column| column.name.as_str()))?;
    for (name, values) in &ranking.rows {
        writer.write_field(name)?;
        writer.write_record(values.iter().map(f64::to_string))?;
    }
    writer.flush()?;
    Ok(())
}

fn write_json(ranking: &Ranking, out: &mut dyn Write) -> anyhow::Result<()> {
    write!(out, "[")?;
    for (position, (name, values)) in ranking.rows.iter().enumerate() {
        write!(out, "{}\n  ", if position > 0 { "," } else { "" })?;
        let mut writer = serde_json::Serializer::new(&mut *out);
        let mut object = writer.serialize_map(Some(values.len() + 1))?;
        object.serialize_entry("node", name)?;
        for (column, value) in ranking.columns.iter().zip(values) {
            object.serialize_entry(&column.name, value)?;
        }
        object.end()?;
    }
    writeln!(out, "\n]")?;
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
