//! `gongshi export network`: a network as a file for Graphviz, Gephi, Pajek, networkx, igraph, XGI,
//! or a spreadsheet.

use super::{
    Setting,
    failure::Misuse,
    measure_args::{MeasureArgs, Taken, each_once, least},
    network_input::{NetworkInput, Reading},
    output,
    sample_args::{SampleArgs, SignificanceArgs, level},
    sizes::tell_of_size,
};
use crate::{
    export::{
        Backbone, ColourBy, DotOptions, EdgeNetwork, EdgeNetworkOptions, Format, Language,
        NoEdgeNetwork, Part, write_csv, write_dot, write_gexf, write_graphml, write_hif,
        write_json, write_pajek,
    },
    network::{Kind, Measure, Network, Null, Selection},
};
use anyhow::anyhow;
use std::{
    io::Write,
    path::{Path, PathBuf},
};

/// Export a network, each edge with its events, documents and sentences
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "\
Examples:
  gongshi export network people --format dot -o people.dot
  gongshi export network institutions --format graphml -o institutions.graphml
  gongshi export network people --format gexf -o people.gexf
  gongshi export network people --two-mode --format pajek -o people.net
  gongshi export network people --backbone 0.05 --null fixed -o people.dot
  gongshi export network --incidence mine.csv --format csv -o mine.csv")]
pub(super) struct ExportNetworkArgs {
    /// The network
    #[command(flatten)]
    pub(super) input: NetworkInput,

    /// Write this format: dot, graphml, gexf, hif, pajek, csv, json
    ///
    /// hif is the two-mode network itself: each event is a hyperedge.
    #[arg(long, value_name = "FORMAT", default_value = "dot")]
    pub(super) format: Format,

    /// Write the two-mode network itself: events as nodes too, an edge for each participation
    #[arg(long, conflicts_with_all = ["min_weight", "max_group"])]
    pub(super) two_mode: bool,

    /// Let the areas of nodes stand for this measure
    #[arg(long, value_name = "MEASURE", default_value = "degree")]
    pub(super) size_by: Measure,

    /// Colour nodes by country, institution, community or class [default: country]
    #[arg(long, value_name = "ATTRIBUTE", alias = "color-by")]
    pub(super) colour_by: Option<ColourBy>,

    /// Give each node these measures
    #[arg(
        long,
        value_name = "MEASURE",
        value_delimiter = ',',
        default_value = "degree,strength,betweenness,pagerank,community"
    )]
    pub(super) measures: Vec<Measure>,

    /// How measures are taken
    #[command(flatten)]
    pub(super) taken: MeasureArgs,

    /// Leave edges of less weight out
    #[arg(long, value_name = "N", default_value = "0", value_parser = least)]
    pub(super) min_weight: f64,

    /// Make no edges of events with more participants
    #[arg(long, value_name = "K")]
    pub(super) max_group: Option<usize>,

    /// Refuse to write more edges than this
    #[arg(long, value_name = "N", default_value_t = Selection::default().limit)]
    pub(super) max_edges: usize,

    /// Keep only the edges that are significant at ALPHA [--null stochastic, unless named]
    #[arg(long, value_name = "ALPHA", value_parser = level, conflicts_with_all = ["max_group", "two_mode"])]
    pub(super) backbone: Option<f64>,

    /// What edges are compared with
    #[command(flatten)]
    pub(super) significance: SignificanceArgs,

    /// How random networks are drawn
    #[command(flatten)]
    pub(super) samples: SampleArgs,

    /// Write title, legend and caption in zh or en [default: zh]
    #[arg(long, value_name = "LANGUAGE")]
    pub(super) language: Option<Language>,

    /// Give the figure this title
    #[arg(long)]
    pub(super) title: Option<String>,

    /// Write only this table of csv
    #[arg(long, value_enum)]
    pub(super) part: Option<TablePart>,

    /// Write to this file instead of standard output; csv makes FILE-nodes.csv and FILE-edges.csv
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

/// One of the two tables of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum TablePart {
    /// One row a node.
    Nodes,
    /// One row an edge.
    Edges,
}

/// Writes a network.
pub(super) fn run(
    args: &ExportNetworkArgs,
    setting: Setting<'_>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<()> {
    check(args)?;
    let Reading { network, terms, limits, .. } = args.input.read(setting, err)?;
    let options = EdgeNetworkOptions { terms, limits, ..options(args) };
    tell_of_size(&options.measures, options.settings, (&network, ""), err)?;
    let view = view(&network, args, &options)?;
    tell_of_nothing(&view, args, err)?;
    let output = args.output.as_deref();
    let written = match args.format {
        Format::Csv => write_tables(&view, args.part, output, out)?,
        format => place(output, out, |out| write_file(&view, format, args, out))?,
    };
    for path in written {
        let (nodes, edges) = (view.nodes.len(), view.edges.len());
        writeln!(err, "{}: {nodes} nodes, {edges} edges", path.display())?;
    }
    Ok(())
}

/// Tells where nothing, or nothing but nodes, is left to write.
fn tell_of_nothing(
    view: &EdgeNetwork,
    args: &ExportNetworkArgs,
    err: &mut dyn Write,
) -> std::io::Result<()> {
    let what = match (view.nodes.is_empty(), view.edges.is_empty()) {
        (true, _) => "nodes",
        (false, true) => "edges",
        (false, false) => return Ok(()),
    };
    let selected = args.min_weight > 0.0 || args.max_group.is_some() || args.backbone.is_some();
    let why = if selected { ": --min-weight, --max-group or --backbone leaves none" } else { "" };
    writeln!(err, "note: there are no {what} to write{why}")
}

/// Refuses what would have no effect.
fn check(args: &ExportNetworkArgs) -> Result<(), Misuse> {
    let helps = "keep the edges that are significant with --backbone ALPHA";
    let compared = args.backbone.is_some();
    if args.significance.null.is_some() && !compared {
        return Err(Misuse::without_effect("--null", "no edge is tested", helps));
    }
    args.significance.check(compared, helps)?;
    let null = args.significance.null.unwrap_or(Null::Stochastic);
    let drawn = compared && null.is_drawn_for_ties();
    args.samples.check(drawn, "draw random networks with --backbone ALPHA --null fixed")?;
    if args.part.is_some() && args.format != Format::Csv {
        let helps = "add --format csv";
        return Err(Misuse::without_effect("--part", "only csv is two tables", helps));
    }
    let of_figures = [
        ("--title", args.title.is_some()),
        ("--language", args.language.is_some()),
        ("--colour-by", args.colour_by.is_some()),
    ];
    if let Some((option, _)) =
        of_figures.into_iter().find(|(_, given)| *given && args.format != Format::Dot)
    {
        return Err(Misuse::without_effect(option, "only dot is a figure", "leave it out"));
    }
    args.taken.check(Taken::NodesAndTies(&measures(args)), drawn)
}

/// Writes the network's edges down, or the two-mode network itself.
fn view(
    network: &Network,
    args: &ExportNetworkArgs,
    options: &EdgeNetworkOptions,
) -> anyhow::Result<EdgeNetwork> {
    let hypergraph = args.format == Format::Hif && network.kind() == Kind::Affiliation;
    let selected = args.min_weight > 0.0 || args.max_group.is_some() || args.backbone.is_some();
    if hypergraph && selected {
        return Err(anyhow!(
            "hif holds each event whole, and no edges\nhint: leave --min-weight, --max-group and --backbone out"
        ));
    }
    if args.two_mode || hypergraph {
        return EdgeNetwork::two_mode(network, options).map_err(|error| match error {
            NoEdgeNetwork::OneMode => anyhow!("{error}\nhint: leave --two-mode out"),
            error => error.into(),
        });
    }
    let view = match args.backbone {
        None => EdgeNetwork::new(network, options),
        Some(alpha) => {
            let significance =
                args.significance.or(Null::Stochastic, args.samples, args.taken.seed());
            EdgeNetwork::of_backbone(network, options, Backbone { significance, alpha })
        }
    };
    view.map_err(|error| match error {
        NoEdgeNetwork::Ties(error) if args.backbone.is_some() => anyhow!(
            "{error}\nhint: keep fewer edges with a lower --backbone, or write the two-mode network \
             itself with --two-mode"
        ),
        NoEdgeNetwork::Ties(error) => anyhow!(
            "{error}\nhint: leave large events out with --max-group, weak ties with --min-weight, or \
             all that chance explains with --backbone 0.05; or write the two-mode network itself \
             with --two-mode"
        ),
        error => error.into(),
    })
}

/// Writes a format that is one file.
fn write_file(
    view: &EdgeNetwork,
    format: Format,
    args: &ExportNetworkArgs,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    match format {
        Format::Dot => {
            let look = DotOptions {
                size_by: Some(args.size_by),
                colour_by: args.colour_by.unwrap_or_default(),
                language: args.language.unwrap_or_default(),
                title: args.title.clone(),
            };
            write_dot(view, &look, out)?;
        }
        Format::GraphMl => write_graphml(view, out)?,
        Format::Gexf => write_gexf(view, out)?,
        Format::Hif => write_hif(view, out)?,
        Format::Pajek => write_pajek(view, out)?,
        Format::Json => write_json(view, out)?,
        Format::Csv => anyhow::bail!("csv is two tables"),
    }
    Ok(())
}

/// Returns the measures that each node carries: those asked for, and those that are drawn.
fn measures(args: &ExportNetworkArgs) -> Vec<Measure> {
    let community = (args.colour_by == Some(ColourBy::Community)).then_some(Measure::Community);
    let drawn = std::iter::once(args.size_by).chain(community);
    each_once(&args.measures.iter().copied().chain(drawn).collect::<Vec<_>>())
}

fn options(args: &ExportNetworkArgs) -> EdgeNetworkOptions {
    EdgeNetworkOptions {
        selection: Selection {
            weight: args.taken.tie_weight(),
            min_weight: args.min_weight,
            max_group: args.max_group,
            limit: args.max_edges,
        },
        measures: measures(args),
        settings: args.taken.settings(),
        ..EdgeNetworkOptions::default()
    }
}

fn write_tables(
    view: &EdgeNetwork,
    part: Option<TablePart>,
    output: Option<&Path>,
    out: &mut dyn Write,
) -> anyhow::Result<Vec<PathBuf>> {
    let table = |part: TablePart| match part {
        TablePart::Nodes => Part::Nodes,
        TablePart::Edges => Part::Edges,
    };
    if let Some(part) = part {
        return place(output, out, |out| Ok(write_csv(view, table(part), out)?));
    }
    let Some(output) = output else {
        return Err(anyhow!(
            "csv is two tables\nhint: choose one with --part nodes or --part edges, or name a \
             file with --output"
        ));
    };
    let mut written = Vec::new();
    for (part, ending) in [(Part::Nodes, "nodes"), (Part::Edges, "edges")] {
        let stem = output.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let path = output.with_file_name(format!("{stem}-{ending}.csv"));
        written.extend(place(Some(&path), out, |out| Ok(write_csv(view, part, out)?))?);
    }
    Ok(written)
}

/// Writes to standard output, or to a file that is put in place when it is whole.
fn place(
    path: Option<&Path>,
    out: &mut dyn Write,
    write: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
) -> anyhow::Result<Vec<PathBuf>> {
    output::write(path, out, write)?;
    Ok(path.map(Path::to_owned).into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Debug, Parser)]
    struct Program {
        #[command(flatten)]
        args: ExportNetworkArgs,
    }

    fn exported(rows: &str, arguments: &[&str]) -> anyhow::Result<String> {
        told(rows, arguments).map(|(out, _)| out)
    }

    fn told(rows: &str, arguments: &[&str]) -> anyhow::Result<(String, String)> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("rows.csv");
        std::fs::write(&path, rows)?;
        let start = ["export", "--incidence", path.to_str().unwrap()];
        let program = Program::try_parse_from(start.iter().chain(arguments))?;
        let data = crate::data::Data::embedded();
        let setting = Setting { graph: Path::new("none.nq"), data: &data };
        let (mut out, mut err) = (Vec::new(), Vec::new());
        run(&program.args, setting, &mut out, &mut err)?;
        Ok((String::from_utf8(out)?, String::from_utf8(err)?))
    }

    const ROWS: &str = "person,event,country\n黄志雄,甲,中国\n李艳,甲,中国\n李艳,乙,中国\n王,乙,\n";

    #[test]
    fn what_leaves_nothing_to_write_is_told() {
        let notes = |rows, arguments: &[&str]| told(rows, arguments).unwrap().1;
        assert_eq!(notes("", &[]), "note: there are no nodes to write\n");
        assert_eq!(notes("person,event\na,x\n", &[]), "note: there are no edges to write\n");
        let selected = notes(ROWS, &["--min-weight", "5"]);
        assert!(selected.contains("no edges to write: --min-weight"), "{selected}");
        assert_eq!(notes(ROWS, &[]), "");
    }

    #[test]
    fn each_format_goes_to_standard_output() {
        assert!(exported(ROWS, &[]).unwrap().starts_with("graph gongshi {"));
        assert!(exported(ROWS, &["--format", "graphml"]).unwrap().contains("<graphml"));
        assert!(exported(ROWS, &["--format", "gexf"]).unwrap().contains("<gexf"));
        assert!(exported(ROWS, &["--format", "pajek"]).unwrap().contains("*Vertices 3\r\n"));
        assert!(exported(ROWS, &["--format", "json"]).unwrap().contains("\"multigraph\""));
        assert!(exported(ROWS, &["--format", "hif"]).unwrap().contains("\"incidences\""));
        let edges = exported(ROWS, &["--format", "csv", "--part", "edges"]).unwrap();
        assert_eq!(edges.lines().count(), 3);
        let error = exported(ROWS, &["--format", "csv"]).unwrap_err().to_string();
        assert!(error.contains("hint: choose one with --part"), "{error}");
    }

    #[test]
    fn the_two_mode_network_has_its_events_as_nodes() {
        let two_mode = ["--two-mode", "--format", "csv", "--part", "nodes"];
        assert_eq!(exported(ROWS, &two_mode).unwrap().lines().count(), 6);
        let error = exported("source,target\na,b\n", &["--measures", "opsahl"]).unwrap_err();
        assert!(error.to_string().contains("this network is an edge list"), "{error}");
        let error = exported(ROWS, &["--format", "hif", "--max-group", "2"]).unwrap_err();
        assert!(error.to_string().contains("hint: leave --min-weight"), "{error}");
        let ties = "source,target\na,b\n";
        let error = exported(ties, &["--two-mode"]).unwrap_err().to_string();
        assert!(error.contains("hint: leave --two-mode out"), "{error}");
        assert!(exported(ties, &["--format", "hif"]).is_ok());
    }

    #[test]
    fn files_are_put_in_place_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("people.csv");
        let output = path.to_str().unwrap();
        exported(ROWS, &["--format", "csv", "--output", output]).unwrap();
        let mut names: Vec<String> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        assert_eq!(names, ["people-edges.csv", "people-nodes.csv"]);
    }

    #[test]
    fn too_many_edges_are_refused_with_a_hint() {
        let rows = (0..3_000).map(|i| format!("p{i},e")).collect::<Vec<_>>().join("\n");
        let error = exported(&rows, &["--format", "graphml"]).unwrap_err().to_string();
        assert!(error.contains("would be 4498500") && error.contains("hint: "), "{error}");
        assert!(error.contains("--max-group") && error.contains("--two-mode"), "{error}");
        assert!(exported(&rows, &["--max-group", "100"]).is_ok());
        assert!(exported(&rows, &["--two-mode", "--measures", "degree"]).is_ok());
        assert!(exported(ROWS, &["--max-edges", "1"]).is_err());
    }

    #[test]
    fn what_would_have_no_effect_is_refused() {
        for (arguments, refused) in [
            (&["--null", "fixed"][..], "--null has no effect here"),
            (&["--correct", "holm"], "--correct has no effect here"),
            (&["--samples", "9"], "--samples has no effect here"),
            (&["--backbone", "0.1", "--samples", "9"], "--samples has no effect here: nothing"),
            (&["--measures", "degree", "--seed", "2"], "--seed has no effect here"),
            (&["--part", "nodes"], "--part has no effect here"),
            (&["--format", "gexf", "--title", "x"], "--title has no effect here"),
            (&["--measures", "degree", "--alpha", "0.1"], "--alpha has no effect here"),
        ] {
            let error = exported(ROWS, arguments).unwrap_err();
            assert!(error.is::<Misuse>() && error.to_string().starts_with(refused), "{error:#}");
        }
        assert!(exported(ROWS, &["--min-weight", "nan"]).is_err());
        exported(ROWS, &["--backbone", "1", "--null", "fixed", "--samples", "9"]).unwrap();
    }

    #[test]
    fn weights_and_settings_reach_the_measures_of_nodes() {
        let nodes = |more: &[&str]| {
            let plain = ["--format", "csv", "--part", "nodes", "--measures", "strength,katz"];
            exported(ROWS, &[&plain, more].concat()).unwrap()
        };
        assert_ne!(nodes(&[]), nodes(&["--weight", "fractional"]));
        assert_ne!(nodes(&[]), nodes(&["--alpha", "0.1"]));
        assert_ne!(nodes(&[]), nodes(&["--normalised"]));
        let error = exported(ROWS, &["--measures", "katz", "--alpha", "9"]).unwrap_err();
        assert!(error.to_string().contains("too great"), "{error:#}");
    }

    #[test]
    fn a_period_stands_in_the_caption() {
        let rows =
            "person,event,date\n甲,会,2021\n乙,会,2021\n甲,坛,2022-03\n丙,坛,2022-03\n丁,坛,\n";
        let dot = exported(rows, &["--from", "2022"]).unwrap();
        assert!(dot.contains("时间范围：自 2022 起") && dot.contains("1 项参与关系"), "{dot}");
    }

    #[test]
    fn the_arguments_are_consistent() {
        <Program as clap::CommandFactory>::command().debug_assert();
    }
}
