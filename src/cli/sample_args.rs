//! What is drawn by chance, compared with it and corrected for, as the command line says it.

use crate::network::{Correction, Doubt, Null, Resampling, Significance, real};

/// How random networks are drawn.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct SampleArgs {
    /// Draw so many random networks, for --null and --intervals
    #[arg(long, value_name = "N", default_value_t = 1000)]
    pub(super) samples: usize,

    /// Draw them, the sources of measures by sampling, and the order in which communities are found
    /// from this seed: the same seed gives the same numbers
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub(super) seed: u64,
}

/// What a network is compared with.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct SignificanceArgs {
    /// Compare with chance: fixed (numbers of events and participants kept), stochastic (on average)
    #[arg(long, value_name = "MODEL")]
    pub(super) null: Option<Null>,

    /// Correct p-values for the number of tests: bh (Benjamini-Hochberg), holm, none
    #[arg(long, value_name = "METHOD", default_value_t)]
    pub(super) correct: Correction,
}

impl SignificanceArgs {
    /// Returns the comparison with a null model, where one is named.
    pub(super) fn significance(self, samples: SampleArgs) -> Option<Significance> {
        self.null.map(|null| self.with(null, samples))
    }

    /// Returns the comparison with this null model, unless another is named.
    pub(super) fn or(self, null: Null, samples: SampleArgs) -> Significance {
        self.with(self.null.unwrap_or(null), samples)
    }

    fn with(self, null: Null, SampleArgs { samples, seed }: SampleArgs) -> Significance {
        Significance { null, samples, seed, correction: self.correct }
    }
}

/// What is doubted.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct IntervalArgs {
    /// Say how far values and ranks move: documents (without one at a time), events (drawn again),
    /// confidence (facts dropped by it)
    #[arg(long, value_name = "WHAT")]
    pub(super) intervals: Option<Doubt>,
}

impl IntervalArgs {
    /// Returns what is doubted, and how.
    pub(super) fn resampling(self, SampleArgs { samples, seed }: SampleArgs) -> Option<Resampling> {
        self.intervals.map(|doubt| Resampling { doubt, samples, seed })
    }
}

/// Says what p-values so many random networks can show, and how exactly.
pub(super) fn resolution(samples: usize) -> String {
    let error = (0.05 * 0.95 / real(samples)).sqrt();
    format!(
        "{samples} random networks show no p below 1/{}, and a p of 0.05 with a standard error of \
         {error:.3}",
        samples + 1
    )
}

/// Reads a level of significance.
pub(super) fn level(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(alpha) if alpha > 0.0 && alpha <= 1.0 => Ok(alpha),
        _ => Err("not a number above 0 and up to 1".to_owned()),
    }
}
