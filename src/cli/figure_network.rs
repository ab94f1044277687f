//! `gongshi figure network`: who is tied to whom.

use std::io::Write;

use anyhow::anyhow;

use super::{
    Setting,
    figure::{PageArgs, parameter},
    network_input::NetworkInput,
};
use crate::{
    export::{ColourBy, EdgeNetwork, EdgeNetworkOptions},
    figure::{self, Drawing, NetworkLook},
    network::{Analysis, Measure, Selection, Settings, Weight},
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

/// Draws a network.
pub(super) fn network(
    args: &NetworkArgs,
    setting: Setting<'_>,
    err: &mut dyn Write,
) -> anyhow::Result<Drawing> {
    let network = args.input.read(setting, err)?;
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
    Analysis::new(&network, options.settings).check(&options.measures)?;
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
