//! What is drawn by chance, compared with it and corrected for, as the command line says it.

use super::failure::Misuse;
use crate::network::{Correction, Doubt, Null, Resampling, Significance, counted, real};

/// How many random networks are drawn.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(super) struct SampleArgs {
    /// Draw so many random networks, for --null and --intervals [default: 1000]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    samples: Option<u32>,
}

impl SampleArgs {
    /// Returns how many are drawn.
    fn samples(self) -> usize {
        self.samples.map_or(1000, |samples| samples as usize)
    }

    /// Refuses a number of networks where none are drawn.
    pub(super) fn check(self, drawn: bool, helps: &str) -> Result<(), Misuse> {
        if self.samples.is_some() && !drawn {
            return Err(Misuse::without_effect("--samples", "nothing is drawn", helps));
        }
        Ok(())
    }
}

/// What a network is compared with.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(super) struct SignificanceArgs {
    /// Compare with chance: fixed (numbers of events and participants kept), stochastic (on average)
    #[arg(long, value_name = "MODEL")]
    pub(super) null: Option<Null>,

    /// Correct p-values for the number of tests: bh (Benjamini-Hochberg), holm, none [default: bh]
    #[arg(long, value_name = "METHOD")]
    correct: Option<Correction>,
}

impl SignificanceArgs {
    /// Returns the comparison with a null model, where one is named.
    pub(super) fn significance(self, samples: SampleArgs, seed: u64) -> Option<Significance> {
        self.null.map(|null| self.with(null, samples, seed))
    }

    /// Returns the comparison with this null model, unless another is named.
    pub(super) fn or(self, null: Null, samples: SampleArgs, seed: u64) -> Significance {
        self.with(self.null.unwrap_or(null), samples, seed)
    }

    fn with(self, null: Null, samples: SampleArgs, seed: u64) -> Significance {
        let correction = self.correct.unwrap_or_default();
        Significance { null, samples: samples.samples(), seed, correction }
    }

    /// Refuses a correction where nothing is compared.
    pub(super) fn check(self, compared: bool, helps: &str) -> Result<(), Misuse> {
        if self.correct.is_some() && !compared {
            return Err(Misuse::without_effect("--correct", "nothing is tested", helps));
        }
        Ok(())
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
    /// Says whether networks are drawn.
    pub(super) fn are_drawn(self) -> bool {
        self.intervals.is_some_and(Doubt::is_drawn)
    }

    /// Returns what is doubted, and how.
    pub(super) fn resampling(self, samples: SampleArgs, seed: u64) -> Option<Resampling> {
        let samples = samples.samples();
        self.intervals.map(|doubt| Resampling { doubt, samples, seed })
    }
}

/// Says what p-values so many random networks can show, and how exactly.
pub(super) fn resolution(samples: usize) -> String {
    let error = (0.05 * 0.95 / real(samples)).sqrt();
    let (drawn, show) =
        (counted(samples, "random network"), if samples == 1 { "shows" } else { "show" });
    format!(
        "{drawn} {show} no p below 1/{}, and a p of 0.05 with a standard error of {error:.3}",
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
