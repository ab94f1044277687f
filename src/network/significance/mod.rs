//! Significance: is it more than what sizes alone would bring about?
//!
//! Who goes to many meetings meets many people, and who goes to a large one meets all of them. A
//! null model keeps this, and mixes all else: the [`Null::Fixed`] degree sequence model keeps each
//! node's number of groups and each group's number of members exactly (FDSM), the
//! [`Null::Stochastic`] one on average (SDSM). [`TieTests`] compares each pair's shared groups
//! with the model, [`measure_tests`] each node's measures. Tests are one-sided: how often is as
//! much, or more, there by chance?

mod configuration;
mod correction;
mod curveball;
mod margins;
mod measures;
mod tail;
mod ties;

pub use correction::{Correction, adjust};
pub(super) use measures::check_tests;
pub use measures::{NodeTest, measure_tests};
pub use ties::{TieTest, TieTests};

use super::{Kind, Network, feasible::Diverging, incidence::Incidence, random::Random};
use configuration::Configuration;
use curveball::Curveball;
use std::{fmt, str::FromStr};

/// A null model of a two-mode network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Null {
    /// All two-mode networks with these very numbers of groups and of members, each as likely.
    Fixed,
    /// The most random two-mode network that has these numbers on average.
    Stochastic,
}

impl Null {
    /// Returns the name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Stochastic => "stochastic",
        }
    }

    /// Says whether random networks are drawn to compare ties with; else their p is computed.
    pub fn is_drawn_for_ties(self) -> bool {
        self == Self::Fixed
    }
}

impl fmt::Display for Null {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Null {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = [Self::Fixed, Self::Stochastic].into_iter().find(|null| null.name() == name);
        known.ok_or_else(|| format!("unknown null model '{name}' (known: fixed, stochastic)"))
    }
}

/// How a network is compared with chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Significance {
    /// The null model.
    pub null: Null,
    /// How many random networks are drawn, where they are.
    pub samples: usize,
    /// What they are drawn from.
    pub seed: u64,
    /// How the many tests are corrected for.
    pub correction: Correction,
}

/// A network cannot be compared with chance.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum NoChance {
    /// The network is an edge list.
    #[error("a null model needs to know who took part in what; this network is an edge list")]
    OneMode,
    /// There are no samples.
    #[error("no samples show no chance")]
    NoSamples,
    /// The measure numbers parts.
    #[error("{0} numbers parts, and a number is not high or low")]
    Part(super::Measure),
    /// The attenuation of this network is too great for a random one.
    #[error("in a random network, {0}")]
    Alpha(#[from] Diverging),
}

/// Trades for each list of a random network of [`Null::Fixed`]: the mixing length.
///
/// Strona et al. (2014) and Godard and Neal (2022) make five for lists chosen alike, which is too
/// few where sizes are heavy-tailed: `curveball.rs` has the figures.
pub const TRADES_PER_LIST: usize = 10;
/// Trades at least, for small networks.
pub const LEAST_TRADES: usize = 200;

/// Draws random networks of a null model.
enum Model {
    Fixed(Curveball),
    Stochastic(Configuration),
}

impl Model {
    fn new(incidence: &Incidence, null: Null) -> Self {
        match null {
            Null::Fixed => Self::Fixed(Curveball::new(incidence)),
            Null::Stochastic => Self::Stochastic(Configuration::new(incidence)),
        }
    }

    /// Draws the network of a sample, from the sample's own stream.
    fn draw(&self, seed: u64, sample: usize) -> Incidence {
        let mut random = Random::new(seed, sample as u64);
        match self {
            Self::Fixed(curveball) => curveball.draw(&mut random),
            Self::Stochastic(configuration) => configuration.draw(&mut random),
        }
    }
}

fn two_mode(network: &Network) -> Result<&Incidence, NoChance> {
    let is_two_mode = network.kind() == Kind::Affiliation;
    is_two_mode.then(|| network.incidence()).ok_or(NoChance::OneMode)
}

#[cfg(test)]
mod tests;
