//! How measures are taken, as the command line says it.

use super::failure::Misuse;
use crate::network::{
    Choice, Detection, Measure, Norm, Partition, Quality, Sampling, Settings, Weight,
};

/// How measures are taken, where their definitions leave a choice.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(super) struct MeasureArgs {
    /// Weigh ties: not at all, by shared events, by Newman's sum of 1/(k-1), or by that of 1/k
    /// [default: shared for ties that are written or listed, none for measures, but for strength
    /// shared and for communities newman]
    #[arg(long, value_name = "none|shared|newman|fractional")]
    weight: Option<Weight>,

    /// Bring measures to a scale that does not depend on the size of the network
    #[arg(long)]
    normalised: bool,

    /// Tell brokerage and mixing by country, institution, class or community [default: country]
    #[arg(long, value_name = "ATTRIBUTE")]
    attribute: Option<Partition>,

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

    /// Draw from this seed what is drawn: random networks, the sources of measures by sampling, the
    /// order in which communities are found; the same seed gives the same numbers [default: 1]
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
}

/// What measures are taken of.
#[derive(Clone, Copy, Debug)]
pub(super) enum Taken<'a> {
    /// Of nodes: these.
    Nodes(&'a [Measure]),
    /// Of nodes: these; and ties are written down or listed.
    NodesAndTies(&'a [Measure]),
    /// Of ties alone; whether any of their measures can be normalised.
    Ties(bool),
    /// Of the whole network.
    Whole,
}

impl MeasureArgs {
    /// Returns what the library takes.
    pub(super) fn settings(self) -> Settings {
        let norm = if self.normalised { Norm::Normalised } else { Norm::Raw };
        let of = |count: Option<u32>, usual| count.map_or(usual, |count| count as usize);
        let (usual, sampling) = (Detection::default(), Sampling::default());
        let seed = self.seed();
        Settings {
            weight: self.weight.unwrap_or_default(),
            norm,
            partition: self.attribute.unwrap_or_default(),
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

    /// Returns what ties weigh that are written down or listed.
    pub(super) fn tie_weight(self) -> Weight {
        self.weight.unwrap_or(Weight::Shared)
    }

    /// Returns what is drawn from.
    pub(super) fn seed(self) -> u64 {
        self.seed.unwrap_or(1)
    }

    /// Refuses what would have no effect; `drawn` says whether random networks are drawn beside.
    pub(super) fn check(self, taken: Taken<'_>, drawn: bool) -> Result<(), Misuse> {
        let (measures, ties, whole) = match taken {
            Taken::Nodes(measures) => (measures, false, false),
            Taken::NodesAndTies(measures) => (measures, true, false),
            Taken::Ties(_) => (&[][..], true, false),
            Taken::Whole => (&[][..], false, true),
        };
        let any = |choice| whole || measures.iter().any(|measure| measure.hangs_on(choice));
        let by_community = any(Choice::Classes) && self.attribute == Some(Partition::Community);
        let communities = any(Choice::Communities) || by_community;
        let walks = measures.contains(&Measure::Katz);
        let sampled = measures.iter().any(|measure| measure.is_sampled());
        let weighed = ties || any(Choice::Weight) || by_community;
        let scaled = !whole && !matches!(taken, Taken::Ties(false));
        let given = [
            ("--weight", self.weight.is_some(), weighed, "no measure here is weighted"),
            ("--normalised", self.normalised, scaled, "these figures have no other scale"),
            (
                "--attribute",
                self.attribute.is_some(),
                any(Choice::Classes),
                "it is for brokerage and its roles, and for --whole",
            ),
            ("--alpha", self.alpha.is_some(), walks, "it is for katz"),
            ("--sources", self.sources.is_some(), sampled, "it is for measures by sampling"),
            ("--quality", self.quality.is_some(), communities, "no communities are found"),
            ("--resolution", self.resolution.is_some(), communities, "no communities are found"),
            (
                "--runs",
                self.runs.is_some(),
                any(Choice::Runs),
                "it is for community-stability, and for --whole",
            ),
            ("--seed", self.seed.is_some(), drawn || sampled || communities, "nothing is drawn"),
        ];
        match given.into_iter().find(|(_, given, used, _)| *given && !used) {
            Some((option, .., reason)) => {
                Err(Misuse::without_effect(option, reason, "leave it out"))
            }
            None => Ok(()),
        }
    }

    /// Returns what was asked for, for a figure to keep.
    pub(super) fn parameters(self) -> Vec<(String, String)> {
        let text = |name: &str, value: Option<String>| value.map(|value| (name.to_owned(), value));
        let all = [
            text("weight", self.weight.map(|weight| weight.to_string())),
            text("normalised", self.normalised.then(|| "true".to_owned())),
            text("attribute", self.attribute.map(|attribute| attribute.to_string())),
            text("alpha", self.alpha.map(|alpha| alpha.to_string())),
            text("sources", self.sources.map(|sources| sources.to_string())),
            text("quality", self.quality.map(|quality| quality.to_string())),
            text("resolution", self.resolution.map(|resolution| resolution.to_string())),
            text("runs", self.runs.map(|runs| runs.to_string())),
            text("seed", Some(self.seed().to_string())),
        ];
        all.into_iter().flatten().collect()
    }
}

/// Returns each of what was named once, in the order of its first naming.
pub(super) fn each_once<T: Copy + PartialEq>(named: &[T]) -> Vec<T> {
    let mut once: Vec<T> = Vec::with_capacity(named.len());
    for one in named {
        if !once.contains(one) {
            once.push(*one);
        }
    }
    once
}

/// Reads the least weight of a tie.
pub(super) fn least(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if number >= 0.0 && number.is_finite() => Ok(number),
        _ => Err("not a number of 0 or more".to_owned()),
    }
}

fn positive(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(number) if number > 0.0 && number.is_finite() => Ok(number),
        _ => Err("not a number above 0".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_effect_is_refused_by_its_name() {
        let usual = MeasureArgs::default();
        let (degree, katz) = ([Measure::Degree], [Measure::Katz]);
        let roles = [Measure::Liaison];
        let weighted = MeasureArgs { weight: Some(Weight::Newman), ..usual };
        let walks = MeasureArgs { alpha: Some(0.5), ..usual };
        let fine = MeasureArgs { resolution: Some(2.0), ..usual };
        let by_community = MeasureArgs { attribute: Some(Partition::Community), ..fine };
        let scaled = MeasureArgs { normalised: true, ..usual };
        let seeded = MeasureArgs { seed: Some(2), ..usual };
        assert!(seeded.check(Taken::Nodes(&degree), true).is_ok());
        let (sampled, found) = ([Measure::HarmonicError], [Measure::Community]);
        for (args, taken, refused) in [
            (usual, Taken::Nodes(&degree), None),
            (weighted, Taken::Nodes(&degree), Some("--weight has no effect here: no measure")),
            (weighted, Taken::NodesAndTies(&degree), None),
            (weighted, Taken::Whole, None),
            (walks, Taken::Nodes(&katz), None),
            (walks, Taken::Whole, Some("--alpha")),
            (fine, Taken::Nodes(&roles), Some("--resolution")),
            (by_community, Taken::Nodes(&roles), None),
            (by_community, Taken::Ties(true), Some("--attribute")),
            (scaled, Taken::Ties(true), None),
            (seeded, Taken::Nodes(&degree), Some("--seed has no effect here: nothing is drawn")),
            (seeded, Taken::Ties(true), Some("--seed")),
            (seeded, Taken::Nodes(&sampled), None),
            (seeded, Taken::NodesAndTies(&found), None),
            (seeded, Taken::Whole, None),
            (scaled, Taken::Ties(false), Some("--normalised")),
        ] {
            let answer = args.check(taken, false).err().map(|error| error.to_string());
            match refused {
                None => assert_eq!(answer, None, "{args:?}"),
                Some(start) => {
                    let answer = answer.unwrap();
                    assert!(answer.starts_with(start) && answer.contains("\nhint: "), "{answer}");
                }
            }
        }
    }

    #[test]
    fn what_is_named_twice_is_taken_once() {
        assert_eq!(each_once(&[2, 1, 2, 3, 1]), [2, 1, 3]);
    }

    #[test]
    fn a_least_weight_is_a_number() {
        assert_eq!(least("0.5"), Ok(0.5));
        for wrong in ["nan", "inf", "-1", "two"] {
            assert!(least(wrong).is_err(), "{wrong}");
        }
    }
}
