//! `gongshi figure network`: who is tied to whom.

use std::io::Write;

use anyhow::anyhow;

use super::{
    Setting,
    figure::{PageArgs, parameter},
    measure_args::{MeasureArgs, Taken, each_once, least},
    network_input::{NetworkInput, Reading},
    sizes::tell_of_size,
};
use crate::{
    export::{ColourBy, EdgeNetwork, EdgeNetworkOptions, NoEdgeNetwork},
    figure::{self, Drawing, NetworkLook},
    network::{Measure, Selection},
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

    /// Leave ties of less weight out
    #[arg(long, value_name = "N", default_value = "0", value_parser = least)]
    min_weight: f64,

    /// Make no ties of events with more participants
    #[arg(long, value_name = "K")]
    max_group: Option<usize>,

    /// Label so many nodes [default: all up to 130, else 60]
    #[arg(long, value_name = "N")]
    label: Option<usize>,

    /// How measures are taken
    #[command(flatten)]
    measures: MeasureArgs,

    #[command(flatten)]
    pub(super) page: PageArgs,
}

/// Draws a network.
pub(super) fn network(
    args: &NetworkArgs,
    setting: Setting<'_>,
    err: &mut dyn Write,
) -> anyhow::Result<Drawing> {
    let community = (args.colour_by == ColourBy::Community).then_some(Measure::Community);
    let measures: Vec<Measure> = std::iter::once(args.size_by).chain(community).collect();
    let measures = each_once(&measures);
    args.measures.check(Taken::NodesAndTies(&measures), false)?;
    let Reading { network, terms, limits, .. } = args.input.read(setting, err)?;
    let settings = args.measures.settings();
    tell_of_size(&measures, settings, (&network, ""), err)?;
    let options = EdgeNetworkOptions {
        selection: Selection {
            weight: args.measures.tie_weight(),
            min_weight: args.min_weight,
            max_group: args.max_group,
            ..Selection::default()
        },
        measures,
        settings,
        terms,
        limits,
    };
    let view = EdgeNetwork::new(&network, &options).map_err(|error| match error {
        NoEdgeNetwork::Ties(error) => anyhow!(
            "{error}\nhint: leave weak ties out with --min-weight, or large events with --max-group; \
             gongshi export network --backbone 0.05 keeps what is more than chance"
        ),
        error => error.into(),
    })?;
    let look =
        NetworkLook { size_by: Some(args.size_by), colour_by: args.colour_by, labels: args.label };
    let mut parameters = args.input.parameters();
    parameters.extend([
        parameter("size-by", args.size_by),
        parameter("colour-by", args.colour_by),
        parameter("min-weight", args.min_weight),
        parameter("layout", figure::LAYOUT),
    ]);
    parameters.extend(args.measures.parameters());
    parameters.extend(args.max_group.map(|most| parameter("max-group", most)));
    parameters.extend(args.label.map(|label| parameter("label", label)));
    let places = figure::lay_out(&view, &look)?;
    Ok(figure::network(&view, &places, &look, &args.page.notes(parameters)))
}
