//! How measures are taken, as the command line says it.

use crate::network::{Norm, Partition, Settings, Weight};

/// How measures are taken, where their definitions leave a choice.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(super) struct MeasureArgs {
    /// Weigh ties: not at all, by shared events, by Newman's sum of 1/(k-1), or by that of 1/k
    #[arg(long, value_name = "none|shared|newman|fractional", default_value_t)]
    weight: Weight,

    /// Bring measures to a scale that does not depend on the size of the network
    #[arg(long)]
    normalised: bool,

    /// Tell brokerage and mixing by country, institution, class or community
    #[arg(long, value_name = "ATTRIBUTE", default_value_t)]
    attribute: Partition,

    /// Let a tie of Katz's walks count so much [default: 0.85 of the most that is possible]
    #[arg(long, value_name = "NUMBER", value_parser = positive)]
    alpha: Option<f64>,
}

impl MeasureArgs {
    /// Returns what the library takes.
    pub(super) fn settings(self) -> Settings {
        let norm = if self.normalised { Norm::Normalised } else { Norm::Raw };
        Settings { weight: self.weight, norm, partition: self.attribute, alpha: self.alpha }
    }
}

fn positive(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if number > 0.0 && number.is_finite() => Ok(number),
        _ => Err("not a number above 0".to_owned()),
    }
}
