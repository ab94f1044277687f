//! How measures are taken, as the command line says it.

use crate::network::{Detection, Norm, Partition, Quality, Sampling, Settings, Weight};

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

    /// Search from so many nodes for measures by sampling [default: 256]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    sources: Option<u32>,

    /// Find communities by modularity or by the constant Potts model [default: modularity]
    #[arg(long, value_name = "modularity|cpm")]
    quality: Option<Quality>,

    /// Find communities at this resolution: the higher, the smaller they are [default: 1]
    #[arg(long, value_name = "NUMBER", value_parser = positive)]
    resolution: Option<f64>,

    /// Take the stability of communities over so many seeds [default: 20]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000))]
    runs: Option<u32>,
}

impl MeasureArgs {
    /// Returns what the library takes; what is drawn is drawn from the seed.
    pub(super) fn settings(self, seed: u64) -> Settings {
        let norm = if self.normalised { Norm::Normalised } else { Norm::Raw };
        let of = |count: Option<u32>, usual| count.map_or(usual, |count| count as usize);
        let (usual, sampling) = (Detection::default(), Sampling::default());
        Settings {
            weight: self.weight,
            norm,
            partition: self.attribute,
            alpha: self.alpha,
            detection: Detection {
                quality: self.quality.unwrap_or(usual.quality),
                resolution: self.resolution.unwrap_or(usual.resolution),
                seed,
                runs: of(self.runs, usual.runs),
            },
            sampling: Sampling { samples: of(self.sources, sampling.samples), seed },
        }
    }
}

impl MeasureArgs {
    /// Returns what was asked for, for a figure to keep.
    pub(super) fn parameters(self) -> Vec<(String, String)> {
        let text = |name: &str, value: Option<String>| value.map(|value| (name.to_owned(), value));
        let all = [
            text("weight", Some(self.weight.to_string())),
            text("normalised", self.normalised.then(|| "true".to_owned())),
            text("attribute", Some(self.attribute.to_string())),
            text("alpha", self.alpha.map(|alpha| alpha.to_string())),
            text("sources", self.sources.map(|sources| sources.to_string())),
            text("quality", self.quality.map(|quality| quality.to_string())),
            text("resolution", self.resolution.map(|resolution| resolution.to_string())),
            text("runs", self.runs.map(|runs| runs.to_string())),
        ];
        all.into_iter().flatten().collect()
    }
}

fn positive(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if number > 0.0 && number.is_finite() => Ok(number),
        _ => Err("not a number above 0".to_owned()),
    }
}
