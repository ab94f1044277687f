//! `gongshi figure ranks`: the foremost nodes, with their measures.

use std::{collections::BTreeMap, io::Write};

use anyhow::bail;

use super::{
    Setting,
    figure::{PageArgs, parameter},
    measure_args::{MeasureArgs, Taken, each_once},
    network_input::{NetworkInput, Reading},
    sample_args::{IntervalArgs, SampleArgs},
    sizes::{tell_of_intervals, tell_of_size},
};
use crate::{
    export::ColourBy,
    figure::{self, Drawing, Estimate, MOST_PANELS, Panel, RankRow, Ranks},
    network::{
        Analysis, Attribute, Column, Doubt, Kind, Measure, Network, Resampling, Settings, Survey,
        counted,
    },
};

/// Draw the foremost nodes of a network, with their measures
#[derive(Clone, Debug, clap::Args)]
pub(super) struct RanksArgs {
    /// The network
    #[command(flatten)]
    input: NetworkInput,

    /// Draw these measures, side by side; the first one orders the rows
    #[arg(long, value_name = "MEASURE", value_delimiter = ',', default_value = "degree")]
    by: Vec<Measure>,

    /// Draw so many nodes
    #[arg(long, value_name = "N", default_value_t = 20)]
    top: usize,

    /// Colour nodes by country, institution, community or class
    #[arg(long, value_name = "ATTRIBUTE", alias = "color-by")]
    colour_by: Option<ColourBy>,

    /// How measures are taken
    #[command(flatten)]
    measures: MeasureArgs,

    /// What is doubted: whiskers show how far values move
    #[command(flatten)]
    intervals: IntervalArgs,

    /// How random networks are drawn
    #[command(flatten)]
    samples: SampleArgs,

    #[command(flatten)]
    pub(super) page: PageArgs,
}

/// Draws ranks.
pub(super) fn ranks(
    args: &RanksArgs,
    setting: Setting<'_>,
    err: &mut dyn Write,
) -> anyhow::Result<Drawing> {
    let by = each_once(&args.by);
    if by.len() > MOST_PANELS {
        bail!(
            "a figure has room for {MOST_PANELS} measures at most, not {}\nhint: draw two figures",
            by.len()
        );
    }
    let community = args.colour_by.filter(|&by| by == ColourBy::Community);
    let taken: Vec<Measure> =
        by.iter().copied().chain(community.map(|_| Measure::Community)).collect();
    let drawn = args.intervals.are_drawn();
    args.measures.check(Taken::Nodes(&taken), drawn)?;
    args.samples.check(drawn, "draw networks with --intervals events or confidence")?;
    let Reading { network, terms, limits, .. } = args.input.read(setting, err)?;
    let settings = args.measures.settings();
    tell_of_size(&by, settings, (&network, ""), err)?;
    let groups = args.colour_by.map(|by| groups(&network, by, settings)).unwrap_or_default();
    let resampling = args.intervals.resampling(args.samples, args.measures.seed());
    tell_of_intervals(resampling, (&network, ""), err)?;
    let survey = Survey { measures: by.clone(), settings, significance: None, resampling };
    let mut ranking = survey.of(&network)?.ranking;
    ranking.rows.truncate(args.top);
    let places: Vec<[Option<usize>; 3]> =
        by.iter().map(|measure| columns(&ranking.columns, measure.name())).collect();
    let rows = ranking.rows.into_iter().map(|(name, values)| {
        let value = |place: Option<usize>| place.and_then(|at| values.get(at).copied());
        let estimate = |&[at, low, high]: &[Option<usize>; 3]| Estimate {
            value: value(at).unwrap_or(f64::NAN),
            low: value(low),
            high: value(high),
        };
        let values = places.iter().map(estimate).collect();
        RankRow { group: groups.get(&name).cloned(), values, name }
    });
    let analysis = Analysis::new(&network, settings);
    let figure = Ranks {
        rows: rows.collect(),
        panels: by.iter().map(|&measure| Panel::of(measure, &analysis)).collect(),
        nodes: network.nodes().len(),
        events: (network.kind() == Kind::Affiliation).then(|| network.groups().len()),
        colour_by: args.colour_by,
        intervals: resampling.map(whiskers),
        terms,
        communities: community.map(|_| Panel::of(Measure::Community, &analysis).definition),
        limits,
    };
    let by: Vec<&str> = by.iter().map(|measure| measure.name()).collect();
    let mut parameters = args.input.parameters();
    parameters.extend([parameter("by", by.join(",")), parameter("top", args.top)]);
    parameters.extend(args.measures.parameters());
    parameters.extend(args.colour_by.map(|by| parameter("colour-by", by)));
    if let Some(Resampling { doubt, samples, .. }) = resampling {
        parameters.push(parameter("intervals", doubt));
        if doubt.is_drawn() {
            parameters.push(parameter("samples", samples));
        }
    }
    Ok(figure::ranks(&figure, &args.page.notes(parameters)))
}

/// Returns where a measure's value and the ends of its interval stand.
fn columns(columns: &[Column], measure: &str) -> [Option<usize>; 3] {
    let place = |name: &str| columns.iter().position(|column| column.name == name);
    [place(measure), place(&format!("{measure}_low")), place(&format!("{measure}_high"))]
}

/// Says what the whiskers are, in Chinese and in English.
fn whiskers(Resampling { doubt, samples, .. }: Resampling) -> (String, String) {
    match doubt {
        Doubt::Documents => (
            "须线为逐一剔除每份文献后取值的范围。".to_owned(),
            "Whiskers span the values without one document at a time.".to_owned(),
        ),
        Doubt::Events => (
            format!(
                "须线为对群组作 {samples} 次自助抽样所得的 95% 百分位区间；抽得的网络约缺三分之一的群组，\
                 计数偏低，取值可能高于须线。"
            ),
            format!(
                "Whiskers are 95% percentile intervals of {} over groups; a drawn network lacks about \
                 a third of them, so that a count may lie above its whiskers.",
                counted(samples, "bootstrap")
            ),
        ),
        Doubt::Confidence => (
            format!("须线为按置信度随机剔除事实 {samples} 次所得的 95% 百分位区间。"),
            format!(
                "Whiskers are 95% percentile intervals of {} with facts dropped by their confidence.",
                counted(samples, "network")
            ),
        ),
    }
}

/// Returns what each node is coloured by, by name.
fn groups(network: &Network, by: ColourBy, settings: Settings) -> BTreeMap<String, String> {
    let attribute = |attribute| {
        let first = |node: &crate::network::Node| node.values(attribute).first().cloned();
        network.nodes().iter().map(first).collect::<Vec<_>>()
    };
    let values: Vec<Option<String>> = match by {
        ColourBy::Country => attribute(Attribute::Country),
        ColourBy::Institution => attribute(Attribute::Institution),
        ColourBy::Class => attribute(Attribute::Class),
        ColourBy::Community => {
            let numbers = Analysis::new(network, settings).values(Measure::Community);
            numbers.into_iter().map(|number| Some(number.to_string())).collect()
        }
    };
    let named = network.names().into_iter().zip(values);
    named.filter_map(|(name, value)| Some((name, value?))).collect()
}
