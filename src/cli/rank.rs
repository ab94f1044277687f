//! `gongshi rank`: who stands where in a network.

use super::{
    Setting, explain,
    measure_args::{MeasureArgs, least},
    network_input::NetworkInput,
    rank_by::{self, By},
    rank_task::Task,
    sample_args::{IntervalArgs, SampleArgs, SignificanceArgs, level},
};
use crate::{
    export::{Form, Language, write_listing},
    network::Network,
};
use anyhow::anyhow;
use std::io::Write;

/// How many rows a table shows, unless it is told.
const TABLE_ROWS: usize = 20;

/// Rank the nodes of a network
///
/// Measures are taken on the projection: two nodes are tied if they share an event; those called
/// two-mode, on who took part in what.
#[derive(Clone, Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[command(after_help = "\
Examples:
  gongshi rank people --by betweenness,degree
  gongshi rank institutions --by strength --weight newman --format csv
  gongshi rank people --by brokerage,gatekeeper,liaison --attribute country
  gongshi rank people --transpose --by two-mode-closeness     events instead of people
  gongshi rank people --ties --by edge-betweenness,weight
  gongshi rank people --whole                                 figures of the whole network
  gongshi rank people --by degree --intervals documents
  gongshi rank people --by degree,year --from 2015
  gongshi rank people --ties --null stochastic --correct holm
  gongshi rank --incidence mine.csv --by pagerank")]
pub(super) struct RankArgs {
    /// The network
    #[command(flatten)]
    pub(super) input: NetworkInput,

    /// Print these measures; the first one orders the rows
    #[arg(long, value_name = "MEASURE", value_delimiter = ',', help = rank_by::help())]
    pub(super) by: Vec<By>,

    /// Rank the ties instead of the nodes
    #[arg(long, conflicts_with = "intervals")]
    pub(super) ties: bool,

    /// List only the ties that are significant at ALPHA [--null stochastic, unless named]
    #[arg(long, value_name = "ALPHA", value_parser = level, requires = "ties")]
    pub(super) backbone: Option<f64>,

    /// Leave ties of less weight out
    #[arg(long, value_name = "N", value_parser = least, requires = "ties")]
    pub(super) min_weight: Option<f64>,

    /// Print figures of the whole network instead
    #[arg(long, conflicts_with_all = ["ties", "by", "top", "explain", "intervals", "null"])]
    pub(super) whole: bool,

    /// Turn the network round: rank the events, tied by the people that they share
    #[arg(long)]
    pub(super) transpose: bool,

    /// Show so many rows [default: 20 in a table, else all]
    #[arg(long, value_name = "N")]
    pub(super) top: Option<usize>,

    /// Print in this form
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: RankFormat,

    /// How measures are taken
    #[command(flatten)]
    pub(super) measures: MeasureArgs,

    /// What the network is compared with
    #[command(flatten)]
    pub(super) significance: SignificanceArgs,

    /// What is doubted
    #[command(flatten)]
    pub(super) intervals: IntervalArgs,

    /// How random networks are drawn
    #[command(flatten)]
    pub(super) samples: SampleArgs,

    /// Print what a paper must say of the numbers, in two paragraphs with references, instead of them
    #[arg(long, conflicts_with_all = ["transpose", "top", "format"])]
    pub(super) explain: bool,

    /// Explain in zh or en
    #[arg(long, value_name = "LANGUAGE", default_value_t, requires = "explain")]
    pub(super) language: Language,
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

/// Ranks the nodes of a network, or what else was asked for, and prints them.
pub(super) fn run(
    args: &RankArgs,
    setting: Setting<'_>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<()> {
    let task = Task::new(args)?;
    let mut reading = args.input.read(setting, err)?;
    reading.network = turned(reading.network, args.transpose)?;
    task.check(&reading.network)?;
    if args.explain
        && let Some(subject) = task.subject(&reading.network, err)?
    {
        return explain::run(&reading, subject, args.language, setting, out);
    }
    let mut listing = task.listing(&reading.network, args.format.into(), err)?;
    let all = listing.rows.len();
    let what = if args.ties { "ties" } else { "nodes" };
    if all == 0 {
        writeln!(err, "note: there are no {what} to rank")?;
    }
    let top = match (args.top, args.format) {
        (Some(top), _) => top,
        (None, RankFormat::Table) if !args.whole => TABLE_ROWS,
        (None, _) => all,
    };
    listing.rows.truncate(top);
    write_listing(&listing, args.format.into(), out)?;
    if args.format == RankFormat::Table && listing.rows.len() < all && args.top.is_none() {
        writeln!(err, "note: {} of {all} {what}; --top shows more", listing.rows.len())?;
    }
    Ok(())
}

fn turned(network: Network, transpose: bool) -> anyhow::Result<Network> {
    if !transpose {
        return Ok(network);
    }
    network.transposed().ok_or_else(|| {
        anyhow!(
            "a list of ties cannot be turned round\nhint: --transpose is for networks of who took \
             part in what"
        )
    })
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
        answered(rows, arguments).unwrap()
    }

    fn answered(rows: &str, arguments: &[&str]) -> anyhow::Result<String> {
        told(rows, arguments).map(|(out, _)| out)
    }

    fn told(rows: &str, arguments: &[&str]) -> anyhow::Result<(String, String)> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows.csv");
        std::fs::write(&path, rows).unwrap();
        let start = ["rank", "--incidence", path.to_str().unwrap()];
        let program = Program::try_parse_from(start.iter().chain(arguments)).unwrap();
        let data = crate::data::Data::embedded();
        let setting = Setting { graph: std::path::Path::new("none.nq"), data: &data };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        run(&program.args, setting, &mut out, &mut err)?;
        Ok((String::from_utf8(out)?, String::from_utf8(err)?))
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
    fn what_leaves_nothing_to_rank_is_told() {
        let notes = |rows, arguments: &[&str]| told(rows, arguments).unwrap().1;
        assert_eq!(notes("person,event\n", &[]), "note: there are no nodes to rank\n");
        let heavy = ["--ties", "--min-weight", "5"];
        assert_eq!(notes(ROWS, &heavy), "note: there are no ties to rank\n");
        let dated = "person,event,date\na,x,2022\n";
        assert!(notes(dated, &["--from", "2023"]).contains("no nodes to rank"));
        assert_eq!(notes(ROWS, &[]), "");
    }

    #[test]
    fn nodes_without_a_class_are_told_of() {
        let rows = "person,event,country\na,x,甲\nb,x,乙\nc,x,\n";
        let note = "note: 1 of 3 nodes has no country; brokerage and mixing are told of the others alone\n";
        for arguments in [&["--by", "liaison"][..], &["--whole"]] {
            assert_eq!(told(rows, arguments).unwrap().1, note, "{arguments:?}");
        }
        assert_eq!(told(rows, &["--by", "degree"]).unwrap().1, "");
        assert_eq!(told(rows, &["--by", "liaison", "--attribute", "community"]).unwrap().1, "");
        let (text, _) = told(rows, &["--by", "liaison", "--explain", "--language", "en"]).unwrap();
        assert!(text.contains("of no class, hence no role: 1 of 3"), "{text}");
    }

    #[test]
    fn intervals_of_one_sample_are_warned_of() {
        let rows = "person,event,document,confidence\na,x,one,0.5\nb,x,one,0.5\n";
        for (arguments, why) in [
            (&["--intervals", "documents"][..], "there is one document alone"),
            (&["--intervals", "events"], "there is one event alone"),
            (&["--intervals", "confidence", "--samples", "1"], "one network alone was drawn"),
            (&["--intervals", "confidence", "--samples", "40"], "of 40 networks, the percentiles"),
        ] {
            let warning = format!("warning: the intervals say little: {why}");
            for more in [&[][..], &["--explain"]] {
                let (_, err) = told(rows, &[arguments, more].concat()).unwrap();
                assert!(err.contains(&warning), "{err}");
            }
        }
        let enough = ["--intervals", "confidence", "--samples", "41"];
        assert!(!told(rows, &enough).unwrap().1.contains("warning"));
    }

    #[test]
    fn a_wrong_measure_lists_the_right_ones() {
        let arguments = ["rank", "people", "--by", "fame"];
        let error = Program::try_parse_from(arguments).unwrap_err().to_string();
        assert!(error.contains("known: degree, strength"), "{error}");
    }

    #[test]
    fn ties_have_two_ends_and_their_own_measures() {
        insta::assert_snapshot!(
            printed(ROWS, &["--ties", "--by", "edge-betweenness,weight", "--format", "csv"]), @r"
        source,target,edge-betweenness,weight
        Kai-Kit Wong,李艳,2,1
        李艳,黄志雄,2,1
        ");
        assert_eq!(printed(ROWS, &["--ties", "--min-weight", "2"]).lines().count(), 1);
    }

    #[test]
    fn events_are_ranked_when_the_network_is_turned_round() {
        insta::assert_snapshot!(
            printed(ROWS, &["--transpose", "--by", "degree,groups", "--format", "csv"]), @r"
        node,degree,groups
        乙,1,2
        甲,1,2
        ");
    }

    #[test]
    fn the_whole_is_told_in_figures() {
        let table = printed(ROWS, &["--whole", "--attribute", "community"]);
        assert!(table.starts_with("figure "), "{table}");
        let density = table.lines().find(|line| line.starts_with("density "));
        assert!(density.is_some_and(|line| line.ends_with(" 0.3333")), "{table}");
        let csv = printed(ROWS, &["--whole", "--format", "csv"]);
        assert!(csv.contains("\nnodes,4\n") && csv.contains("\ncountry-ei-index,\n"), "{csv}");
        let json = printed(ROWS, &["--whole", "--format", "json"]);
        assert!(json.contains(r#"{"figure":"country-ei-index","value":null}"#), "{json}");
    }

    #[test]
    fn what_the_network_does_not_say_is_refused_and_no_zero() {
        let rows = "person,event,country\na,x,甲\nb,x,乙\n";
        let by = ["--by", "liaison", "--attribute", "country"];
        assert!(answered(rows, &by).is_ok());
        let error = answered(rows, &[&by[..], &["--transpose"]].concat()).unwrap_err();
        let message = format!("{error:#}");
        assert!(message.contains("told by country, and no node of this network"), "{message}");
        let edges = "source,target\na,b\n";
        for measure in ["liaison", "two-mode-degree"] {
            assert!(answered(edges, &["--by", measure]).is_err(), "{measure}");
            assert!(answered(edges, &["--by", measure, "--explain"]).is_err(), "{measure}");
        }
        let edges = "source,target,source_country,target_country\na,b,甲,乙\n";
        assert!(answered(edges, &["--by", "liaison"]).is_ok());
    }

    #[test]
    fn an_attenuation_that_is_too_great_is_refused() {
        let error = answered(ROWS, &["--by", "katz", "--alpha", "0.8"]).unwrap_err();
        assert!(format!("{error:#}").contains("must be below 0.707"), "{error:#}");
        let values = printed(ROWS, &["--by", "katz", "--alpha", "0.5", "--format", "csv"]);
        assert!(values.contains("李艳,4"), "{values}");
        let arguments = ["rank", "people", "--alpha", "-1"];
        assert!(Program::try_parse_from(arguments).is_err());
    }

    #[test]
    fn what_would_have_no_effect_is_refused_before_anything_is_read() {
        for (arguments, refused) in [
            (&["--correct", "holm"][..], "--correct has no effect here"),
            (&["--samples", "9"], "--samples has no effect here"),
            (&["--whole", "--samples", "9"], "--samples has no effect here"),
            (&["--whole", "--normalised"], "--normalised has no effect here"),
            (
                &["--ties", "--null", "stochastic", "--normalised"],
                "--normalised has no effect here",
            ),
            (&["--ties", "--by", "weight", "--normalised"], "--normalised has no effect here"),
            (&["--by", "degree", "--alpha", "0.1"], "--alpha has no effect here"),
            (
                &["--ties", "--null", "stochastic", "--samples", "9"],
                "--samples has no effect here: nothing is drawn\nhint: --null draws",
            ),
            (&["--ties", "--backbone", "0.1", "--seed", "2"], "--seed has no effect here"),
            (&["--intervals", "documents", "--samples", "9"], "--samples has no effect here"),
            (&["--by", "degree", "--seed", "2"], "--seed has no effect here: nothing is drawn"),
        ] {
            let error = answered(ROWS, arguments).unwrap_err();
            assert!(error.is::<crate::cli::failure::Misuse>(), "{error:#}");
            assert!(error.to_string().starts_with(refused), "{error:#}");
        }
        for wrong in [["--ties", "--min-weight", "nan"], ["--null", "fixed", "--samples=0"]] {
            let arguments = ["rank", "people"].iter().chain(&wrong);
            assert!(Program::try_parse_from(arguments).is_err(), "{wrong:?}");
        }
        answered(ROWS, &["--null", "fixed", "--correct", "holm", "--samples", "9"]).unwrap();
        answered(ROWS, &["--ties", "--by", "shared", "--normalised"]).unwrap();
        let drawn = ["--samples", "9", "--seed", "2"];
        for drawing in [
            &["--ties", "--null", "fixed"][..],
            &["--null", "stochastic"],
            &["--intervals", "events"],
        ] {
            answered(ROWS, &[drawing, &drawn].concat()).unwrap();
        }
    }

    #[test]
    fn an_explanation_has_no_rows_and_no_form() {
        for option in [["--top", "5"], ["--format", "csv"]] {
            let arguments = ["rank", "people", "--explain"].iter().chain(&option);
            let error = Program::try_parse_from(arguments).unwrap_err();
            assert_eq!(error.kind(), clap::error::ErrorKind::ArgumentConflict, "{error}");
        }
        assert!(printed(ROWS, &["--explain"]).contains("数据表"));
    }

    #[test]
    fn a_measure_named_twice_is_printed_once() {
        let twice = ["--by", "degree,core,degree", "--format", "csv", "--top", "1"];
        assert_eq!(printed(ROWS, &twice), "node,degree,core\n李艳,2,1\n");
    }

    #[test]
    fn ties_weigh_one_where_no_weight_is_asked_for() {
        let rows = "person,event\n甲,a\n乙,a\n甲,b\n乙,b\n";
        let of = |more: &[&str]| printed(rows, &[&["--ties", "--format", "csv"], more].concat());
        assert_eq!(of(&[]), "source,target,weight\n乙,甲,2\n");
        assert_eq!(of(&["--weight", "none"]), "source,target,weight\n乙,甲,1\n");
    }

    #[test]
    fn what_cannot_be_ranked_is_not_explained() {
        for arguments in [
            &["--by", "component", "--null", "fixed"][..],
            &["--by", "katz", "--alpha", "9"],
            &["--by", "component", "--intervals", "events"],
            &["--intervals", "documents"],
            &["--by", "year"],
            &["--by", "liaison"],
        ] {
            let told = |more: &[&str]| {
                format!("{:#}", answered(ROWS, &[arguments, more].concat()).unwrap_err())
            };
            assert_eq!(told(&["--explain"]), told(&[]));
        }
    }

    #[test]
    fn the_arguments_are_consistent() {
        <Program as clap::CommandFactory>::command().debug_assert();
    }
}
