//! Intervals: how far would a value, and a rank, move if the network were a little other?
//!
//! - **Documents** (jackknife: Quenouille 1956, "Notes on bias in estimation", Biometrika 43,
//!   353–360): each document is left out once; a participation goes when all its passages stand
//!   in that document. The interval runs from the lowest to the highest value over these networks
//!   and the whole one. It says what a single document can change, and is no confidence interval.
//! - **Events** (bootstrap: Efron and Tibshirani 1993, *An Introduction to the Bootstrap*, ch. 13;
//!   of networks: Snijders and Borgatti 1999, "Non-parametric standard errors and tests for network
//!   statistics", Connections 22, 161–170): as many groups are drawn, with replacement, as there
//!   are. The interval is that of the percentiles 2.5 and 97.5. A sample holds about 63 of 100
//!   events, so that counts of distinct neighbours are lower than in the whole network: the value
//!   itself may lie above its interval. Ranks are not so biased.
//! - **Confidence**: each participation stays with the chance that it was read rightly, the highest
//!   confidence of its passages that have one, each by itself. A passage without a confidence is
//!   neither sure nor doubtful: it makes a participation no surer that has others, and one that
//!   has no others stays. Percentiles as above.
//!
//! All nodes stay in each network, those who lost all their participations as isolated nodes.
//! Where values are equal, the best rank is the best of theirs and the worst the worst: a network
//! without ties puts everyone from the first to the last place, and nobody alone in the first.
//! Katz's measure is taken with the attenuation of the whole network in all of them.
//!
//! **Complexity**: that of the measures, times the number of networks; O(n) memory for each
//! measure and each hundred samples.

mod tails;

use super::{
    Kind, Network,
    analysis::{Analysis, Settings},
    feasible::{Diverging, Lowest},
    incidence::{Incidence, index},
    measure::Measure,
    random::Random,
    ranking::{ranks, worst_ranks},
};
use rayon::prelude::*;
use std::{collections::BTreeSet, fmt, str::FromStr};
use tails::Tails;

/// What is doubted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Whether each document is in the corpus by right: one at a time is left out.
    Documents,
    /// Whether these events are all that matter: a bootstrap over them.
    Events,
    /// Whether the sentences were read rightly: participations are dropped by their confidence.
    Confidence,
}

impl Doubt {
    /// All doubts, in the order of the help text.
    pub const ALL: [Self; 3] = [Self::Documents, Self::Events, Self::Confidence];

    /// Returns the name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Events => "events",
            Self::Confidence => "confidence",
        }
    }

    /// Says whether samples are drawn.
    pub fn is_drawn(self) -> bool {
        self != Self::Documents
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Doubt {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|doubt| doubt.name() == name);
        let wrong = || format!("unknown interval '{name}' (known: documents, events, confidence)");
        known.ok_or_else(wrong)
    }
}

/// What is doubted, and how many samples are drawn from which seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resampling {
    /// What is doubted.
    pub doubt: Doubt,
    /// How many samples are drawn; documents are left out one by one, and need none.
    pub samples: usize,
    /// What the samples are drawn from.
    pub seed: u64,
}

impl Resampling {
    /// Returns how many networks are measured beside the whole one.
    pub fn runs(self, network: &Network) -> usize {
        match self.doubt {
            Doubt::Documents => documents(network).len(),
            Doubt::Events | Doubt::Confidence => self.samples,
        }
    }
}

/// For each node how low and how high its values and its rank come.
#[derive(Clone, Debug, PartialEq)]
pub struct Intervals {
    /// For each measure, the lowest and the highest value of each node.
    pub values: Vec<Vec<(f64, f64)>>,
    /// The best and the worst rank of each node by the first measure; where values are equal, the best
    /// and the worst of theirs.
    pub ranks: Vec<(f64, f64)>,
    /// How many networks were measured beside the whole one.
    pub runs: usize,
    /// How many participations no run doubts, since they name no document or no confidence.
    pub undoubted: usize,
}

/// There is nothing to doubt.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum NoInterval {
    /// No participation names what is doubted.
    #[error("no participation of this network names its {}", match .0 {
        Doubt::Documents => "document",
        Doubt::Events => "event",
        Doubt::Confidence => "confidence",
    })]
    Nothing(Doubt),
    /// The network is an edge list.
    #[error("events can be drawn in a two-mode network only; this one is an edge list")]
    OneMode,
    /// The measure numbers parts.
    #[error("{0} numbers parts, and a number has no interval")]
    Part(Measure),
    /// There are no samples.
    #[error("no samples give no interval")]
    NoSamples,
    /// The attenuation of this network is too great for another one.
    #[error("in one of the other networks, {0}")]
    Alpha(#[from] Diverging),
}

/// Networks that are held at one time.
const WAVE: usize = 64;
/// Of each end, the share that an interval leaves out.
const TAIL_PER_MILLE: usize = 25;

/// Measures a network again and again as doubt would have it, and returns the intervals.
///
/// The measures are computed in parallel and collected in order: threads change no bit.
pub fn intervals(
    network: &Network,
    measures: &[Measure],
    settings: Settings,
    resampling: Resampling,
) -> Result<Intervals, NoInterval> {
    let documents = documents(network);
    let (runs, undoubted) = check_intervals(network, measures, resampling)?;
    let depth = match resampling.doubt {
        Doubt::Documents => 1,
        Doubt::Events | Doubt::Confidence => (runs * TAIL_PER_MILLE).div_ceil(1000),
    };
    let nodes = network.nodes().len();
    let mut values = vec![Tails::new(nodes, depth); measures.len()];
    let (mut best, mut worst) = (Tails::new(nodes, depth), Tails::new(nodes, depth));
    let mut collect = |columns: &[Vec<f64>]| {
        for (tails, column) in values.iter_mut().zip(columns) {
            tails.take(column);
        }
        if let Some(first) = columns.first() {
            best.take(&ranks(first));
            worst.take(&worst_ranks(first));
        }
    };
    let analysis = Analysis::new(network, settings);
    let settings = analysis.comparable(measures);
    if resampling.doubt == Doubt::Documents {
        collect(&analysis.columns(measures)?);
    }
    let mut lowest = Lowest::default();
    let all: Vec<usize> = (0..runs).collect();
    for wave in all.chunks(WAVE) {
        let others: Vec<_> = (wave.par_iter())
            .map(|&run| {
                let other = other(network, resampling, &documents, run);
                lowest.columns(&Analysis::new(&other, settings), measures)
            })
            .collect();
        for columns in lowest.take(others) {
            collect(&columns);
        }
    }
    lowest.check()?;
    let values = values.iter().map(Tails::ends).collect();
    let ranks = best.ends().into_iter().zip(worst.ends());
    let ranks = ranks.map(|((best, _), (_, worst))| (best, worst)).collect();
    Ok(Intervals { values, ranks, runs, undoubted })
}

/// Returns how many networks there will be, and how many participations are in all of them, where
/// there is something to doubt.
pub(super) fn check_intervals(
    network: &Network,
    measures: &[Measure],
    resampling: Resampling,
) -> Result<(usize, usize), NoInterval> {
    if let Some(&part) = measures.iter().find(|measure| measure.is_part()) {
        return Err(NoInterval::Part(part));
    }
    plan(network, resampling, &documents(network))
}

/// Returns how many networks there will be, and how many participations are in all of them.
fn plan(
    network: &Network,
    Resampling { doubt, samples, .. }: Resampling,
    documents: &[&str],
) -> Result<(usize, usize), NoInterval> {
    let (runs, undoubted) = match doubt {
        Doubt::Documents => {
            let unnamed =
                |p: super::Participation<'_>| p.passage.is_none_or(|p| p.source.is_none());
            (documents.len(), network.filtered(unnamed).size())
        }
        Doubt::Events if network.kind() != Kind::Affiliation => return Err(NoInterval::OneMode),
        Doubt::Events => (samples, 0),
        Doubt::Confidence => {
            let sure = |p: super::Participation<'_>| chance(network, p.node, p.group) >= 1.0;
            (samples, network.filtered(sure).size())
        }
    };
    let nothing = match doubt {
        Doubt::Documents => documents.is_empty(),
        Doubt::Events => false,
        Doubt::Confidence => network.passages.iter().all(|(_, p)| p.confidence.is_none()),
    };
    if network.size() > 0 && nothing {
        return Err(NoInterval::Nothing(doubt));
    }
    if runs == 0 && doubt.is_drawn() { Err(NoInterval::NoSamples) } else { Ok((runs, undoubted)) }
}

/// Returns the documents that the passages name, in order.
fn documents(network: &Network) -> Vec<&str> {
    let passages = network.passages.iter();
    let names: BTreeSet<&str> =
        passages.filter_map(|(_, passage)| passage.source.as_deref()).collect();
    names.into_iter().collect()
}

/// Makes one of the networks that doubt would have.
fn other(
    network: &Network,
    Resampling { doubt, seed, .. }: Resampling,
    documents: &[&str],
    run: usize,
) -> Network {
    let mut random = Random::new(seed, run as u64);
    match doubt {
        Doubt::Documents => network.filtered(|participation| {
            let source = participation.passage.and_then(|passage| passage.source.as_deref());
            source.is_none_or(|source| source != documents[run])
        }),
        Doubt::Events => drawn(network, &mut random),
        Doubt::Confidence => {
            let (mut last, mut stays) = (None, false);
            network.filtered(|participation| {
                let place = (participation.node, participation.group);
                if last.replace(place) != Some(place) {
                    stays = random.unit() < chance(network, place.0, place.1);
                }
                stays
            })
        }
    }
}

/// Draws as many groups as there are, with replacement.
fn drawn(network: &Network, random: &mut Random) -> Network {
    let incidence = network.incidence();
    let groups = incidence.group_count();
    let chosen: Vec<u32> = (0..groups).map(|_| index(random.below(groups))).collect();
    let pairs = chosen.iter().enumerate().flat_map(|(at, &group)| {
        incidence.members(group).iter().map(move |&member| (index(at), member))
    });
    let drawn = Incidence::new(incidence.node_count(), vec![1.0; groups], pairs.collect());
    let named = chosen.iter().map(|&group| network.groups()[group as usize].clone());
    network.with_incidence(drawn, named.collect())
}

/// Returns the chance that a participation was read rightly: 1 where no passage gives one.
fn chance(network: &Network, node: u32, group: u32) -> f64 {
    let known = network.passages(node, group).filter_map(|passage| passage.confidence);
    known.max().map_or(1.0, super::Confidence::value)
}

#[cfg(test)]
mod tests;
