//! How measures are taken, as the command line says it.

use crate::network::{Norm, Settings, Weight};

/// How measures are taken, where their definitions leave a choice.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(super) struct MeasureArgs {
    /// Weigh ties: not at all, by shared events, or by Newman's sum of 1/(k-1)
    #[arg(long, value_name = "none|shared|newman", default_value_t)]
    weight: Weight,

    /// Bring measures to a scale that does not depend on the size of the network
    #[arg(long)]
    normalised: bool,
}

impl MeasureArgs {
    /// Returns what the library takes.
    pub(super) fn settings(self) -> Settings {
        let norm = if self.normalised { Norm::Normalised } else { Norm::Raw };
        Settings { weight: self.weight, norm }
    }
}
