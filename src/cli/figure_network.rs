//! `gongshi figure network` and `figure ranks`: figures of a network.

use std::collections::BTreeMap;

use anyhow::{anyhow, bail};

use super::{
    Setting,
    figure::{PageArgs, parameter},
    measure_args::MeasureArgs,
    network_input::NetworkInput,
};
use crate::{
    export::{ColourBy, EdgeNetwork, EdgeNetworkOptions},
    figure::{self, Drawing, Estimate, MOST_PANELS, NetworkLook, Panel, RankRow, Ranks},
    network::{Analysis, Attribute, Kind, Measure, Network, Selection, Settings, Weight, rank},
};

/// Draw who is tied to whom; needs Graphviz
///
/// Graphviz (sfdp, with a fixed seed) finds the places: the same version of it gives the same bytes.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct NetworkArgs {
    /// The network
    #[command(flatten)]
    input: NetworkInput,

    /// Let the areas of nodes stand for this measure
    #[arg(long, value_name = "MEASURE", default_value = "degree")]
    size_by: Measure,

    /// Colour nodes by country, institution, community or class
    #[arg(long, value_name = "ATTRIBUTE", default_value = "community", alias = "color-by")]
    colour_by: ColourBy,

    /// Weigh ties: none, shared (events), newman
    #[arg(long, value_name = "WEIGHT", default_value = "shared")]
    weight: Weight,

    /// Leave ties of less weight out
    #[arg(long, value_name = "N", default_value_t = 0.0)]
    min_weight: f64,

    /// Make no ties of events with more participants
    #[arg(long, value_name = "K")]
    max_group: Option<usize>,

    /// Label so many nodes [default: all up to 130, else 60]
    #[arg(long, value_name = "N")]
    label: Option<usize>,

    #[command(flatten)]
    pub(super) page: PageArgs,
}

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

    #[command(flatten)]
    pub(super) page: PageArgs,
}

/// Draws a network.
pub(super) fn network(args: &NetworkArgs, setting: Setting<'_>) -> anyhow::Result<Drawing> {
    let network = args.input.read(setting)?;
    let mut measures = vec![args.size_by];
    if args.colour_by == ColourBy::Community && args.size_by != Measure::Community {
        measures.push(Measure::Community);
    }
    let options = EdgeNetworkOptions {
        selection: Selection {
            weight: args.weight,
            min_weight: args.min_weight,
            max_group: args.max_group,
            ..Selection::default()
        },
        measures,
        settings: Settings::default(),
        terms: args.input.terms(setting)?,
    };
    let view = EdgeNetwork::new(&network, &options).map_err(|error| {
        anyhow!(
            "{error}\nhint: leave weak ties out with --min-weight, or large events with --max-group"
        )
    })?;
    let look =
        NetworkLook { size_by: Some(args.size_by), colour_by: args.colour_by, labels: args.label };
    let mut parameters = args.input.parameters();
    parameters.extend([
        parameter("size-by", args.size_by),
        parameter("colour-by", args.colour_by),
        parameter("weight", args.weight),
        parameter("min-weight", args.min_weight),
        parameter("layout", figure::LAYOUT),
    ]);
    parameters.extend(args.max_group.map(|most| parameter("max-group", most)));
    parameters.extend(args.label.map(|label| parameter("label", label)));
    let places = figure::lay_out(&view, &look)?;
    Ok(figure::network(&view, &places, &look, &args.page.notes(parameters)))
}

/// Draws ranks.
pub(super) fn ranks(args: &RanksArgs, setting: Setting<'_>) -> anyhow::Result<Drawing> {
    if args.by.len() > MOST_PANELS {
        bail!(
            "a figure has room for {MOST_PANELS} measures at most, not {}\nhint: draw two figures",
            args.by.len()
        );
    }
    let network = args.input.read(setting)?;
    let settings = args.measures.settings();
    let groups = args.colour_by.map(|by| groups(&network, by, settings)).unwrap_or_default();
    let mut ranking = rank(&network, &args.by, settings);
    ranking.rows.truncate(args.top);
    let rows = ranking.rows.into_iter().map(|(name, values)| RankRow {
        group: groups.get(&name).cloned(),
        values: values.into_iter().map(Estimate::exact).collect(),
        name,
    });
    let figure = Ranks {
        rows: rows.collect(),
        panels: args
            .by
            .iter()
            .map(|&measure| Panel::of(measure, settings, network.kind()))
            .collect(),
        nodes: network.nodes().len(),
        events: (network.kind() == Kind::Affiliation).then(|| network.groups().len()),
        colour_by: args.colour_by,
        intervals: None,
    };
    let by: Vec<&str> = args.by.iter().map(|measure| measure.name()).collect();
    let mut parameters = args.input.parameters();
    parameters.extend([
        parameter("by", by.join(",")),
        parameter("top", args.top),
        parameter("weight", settings.weight),
        parameter("norm", format!("{:?}", settings.norm).to_lowercase()),
    ]);
    parameters.extend(args.colour_by.map(|by| parameter("colour-by", by)));
    Ok(figure::ranks(&figure, &args.page.notes(parameters)))
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
