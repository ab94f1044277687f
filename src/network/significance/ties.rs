//! [`TieTests`]: do two nodes share more groups than chance would have them share?
//!
//! - **Definition**: p is the chance, under the null model, that two nodes share at least as many
//!   groups as they do. Both models cannot tell nodes of one degree apart, so that p hangs on the
//!   two degrees and the number shared alone. In [`Null::Stochastic`] it is the exact upper tail of
//!   a Poisson binomial law, one coin a group. In [`Null::Fixed`] it is counted: among *all* pairs
//!   with these two degrees, in all random networks and the observed one, the share of those with
//!   at least as many. Since such pairs may be exchanged, this is a valid p-value, as
//!   (r+1)/(n+1) is; where many pairs have these degrees it resolves far smaller ones than n
//!   networks could for each pair by itself, where one pair has them no smaller ones.
//! - **Norm**: corrected over all n(n−1)/2 pairs of nodes; those without a shared group have p = 1.
//! - **Complexity**: never the projection's: pairs that share one group are counted by their degrees,
//!   those that share more are listed. O(G·c) a pair of degrees for the stochastic model, G groups,
//!   c the most that is shared; for each sample of the fixed one a shuffle and a list of overlaps.
//! - **Source**: Neal 2014, "The backbone of bipartite projections", Social Networks 39, 84–97.

use super::{
    Model, NoChance, Null, Significance, adjust,
    margins::{Classes, Shared, shared},
    tail::tails,
    two_mode,
};
use crate::network::{
    Network, Selection, Tie, TooManyTies,
    incidence::{Incidence, real},
    overlap::Overlaps,
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Samples that are held at one time.
const WAVE: usize = 64;

/// How a tie compares with chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TieTest {
    /// How many groups the two share on average under the null model.
    pub expected: f64,
    /// The chance that they share at least as many as they do.
    pub p: f64,
    /// The same, corrected for the number of tests.
    pub adjusted: f64,
}

/// The tests of all pairs of nodes with a shared group.
#[derive(Clone, Debug)]
pub struct TieTests<'a> {
    incidence: &'a Incidence,
    overlaps: Overlaps,
    classes: Classes,
    laws: BTreeMap<(u32, u32), Law>,
    tests: usize,
    error: f64,
}

/// What two nodes of two classes share under the null model.
#[derive(Clone, Debug, Default)]
struct Law {
    expected: f64,
    /// For each number of shared groups, p and the corrected p.
    tail: Vec<(f64, f64)>,
}

impl<'a> TieTests<'a> {
    /// Tests all pairs of a two-mode network.
    pub fn new(network: &'a Network, chance: Significance) -> Result<Self, NoChance> {
        let incidence = two_mode(network)?;
        let overlaps = Overlaps::new(incidence);
        let classes = Classes::of_nodes(incidence);
        let observed = shared(incidence, &overlaps, &classes);
        let (mut laws, error) = match chance.null {
            Null::Stochastic => stochastic(incidence, &observed),
            Null::Fixed if chance.samples == 0 => return Err(NoChance::NoSamples),
            Null::Fixed => (fixed(incidence, &observed, &classes, chance), 0.0),
        };
        let nodes = incidence.node_count();
        let tests = nodes * nodes.saturating_sub(1) / 2;
        let mut values = Vec::new();
        for (pair, counts) in &observed {
            values.extend(counts.iter().map(|(&count, &pairs)| (laws[pair].tail[count].0, pairs)));
        }
        let mut adjusted = adjust(&values, tests, chance.correction).into_iter();
        for (law, counts) in laws.values_mut().zip(observed.values()) {
            for (&count, adjusted) in counts.keys().zip(adjusted.by_ref()) {
                law.tail[count].1 = adjusted;
            }
        }
        Ok(Self { incidence, overlaps, classes, laws, tests, error })
    }

    /// Returns how many pairs were tested: all of the network's.
    pub fn tests(&self) -> usize {
        self.tests
    }

    /// Returns the greatest share by which the stochastic model misses a margin.
    pub fn error(&self) -> f64 {
        self.error
    }

    /// Returns how two nodes compare with chance; none where they share no group.
    pub fn of(&self, a: u32, b: u32) -> Option<TieTest> {
        if a == b {
            return None;
        }
        let partners = self.overlaps.of(a);
        let count = match partners.binary_search_by_key(&b, |overlap| overlap.partner) {
            Ok(at) => partners[at].excess as usize + 1,
            Err(_) => both(self.incidence, a, b).len(),
        };
        let law = self.laws.get(&self.classes.pair(a, b)).filter(|_| count > 0)?;
        let &(p, adjusted) = law.tail.get(count)?;
        Some(TieTest { expected: law.expected, p, adjusted })
    }

    /// Returns the backbone: the ties that are significant at `alpha`, in order.
    ///
    /// Pairs that share one group are looked at only where two nodes of their degrees would be
    /// significant with one; how many ties there are is known before one is written.
    pub fn backbone(&self, alpha: f64, selection: &Selection) -> Result<Vec<Tie>, TooManyTies> {
        let significant = |pair: (u32, u32), count: usize| {
            let tail = self.laws.get(&pair).and_then(|law| law.tail.get(count));
            tail.is_some_and(|&(_, adjusted)| adjusted <= alpha)
        };
        let mut pairs = Vec::new();
        for a in self.incidence.nodes() {
            for overlap in self.overlaps.of(a).iter().filter(|overlap| overlap.partner > a) {
                let b = overlap.partner;
                if significant(self.classes.pair(a, b), overlap.excess as usize + 1) {
                    pairs.push((a, b));
                }
            }
        }
        let once = self.classes_of_one(significant);
        if !once.is_empty() {
            let observed = shared(self.incidence, &self.overlaps, &self.classes);
            let more: usize = once.iter().filter_map(|pair| observed.get(pair)?.get(&1)).sum();
            self.check(pairs.len() + more, selection.limit)?;
            self.pairs_of_one(&once, &mut pairs);
        }
        self.check(pairs.len(), selection.limit)?;
        pairs.sort_unstable();
        let tie = |&(a, b): &(u32, u32)| {
            let groups = both(self.incidence, a, b);
            let weight = selection.weight.of_groups(self.incidence, &groups);
            Tie { a, b, weight, groups }
        };
        let ties = pairs.iter().map(tie);
        Ok(ties.filter(|tie| tie.weight >= selection.min_weight).collect())
    }

    /// Returns the pairs of classes that one shared group makes significant.
    fn classes_of_one(&self, significant: impl Fn((u32, u32), usize) -> bool) -> Vec<(u32, u32)> {
        self.laws.keys().copied().filter(|&pair| significant(pair, 1)).collect()
    }

    /// Lists the pairs of these classes that share one group.
    fn pairs_of_one(&self, classes: &[(u32, u32)], pairs: &mut Vec<(u32, u32)>) {
        let mut here: Vec<Vec<u32>> = vec![Vec::new(); self.classes.len()];
        for group in self.incidence.all_groups() {
            let members = self.incidence.members(group);
            for &member in members {
                here[self.classes.of[member as usize] as usize].push(member);
            }
            for &(x, y) in classes {
                for &one in &here[x as usize] {
                    let others = here[y as usize].iter().filter(|&&b| x != y || b > one);
                    let found = others.map(|&other| (one.min(other), one.max(other)));
                    pairs.extend(found.filter(|&(a, b)| {
                        let again = self.overlaps.of(a);
                        again.binary_search_by_key(&b, |overlap| overlap.partner).is_err()
                    }));
                }
            }
            for &member in members {
                here[self.classes.of[member as usize] as usize].clear();
            }
        }
    }

    fn check(&self, ties: usize, limit: usize) -> Result<(), TooManyTies> {
        let sizes = self.incidence.all_groups().map(|group| self.incidence.members(group).len());
        let largest = sizes.max().unwrap_or(0);
        if ties > limit {
            Err(TooManyTies { ties, at_most: false, limit, largest })
        } else {
            Ok(())
        }
    }
}

/// Returns the groups that two nodes share.
fn both(incidence: &Incidence, a: u32, b: u32) -> Vec<u32> {
    let theirs = incidence.groups(b);
    let mine = incidence.groups(a).iter().filter(|group| theirs.binary_search(group).is_ok());
    mine.copied().collect()
}

/// Returns the most that a pair of two classes shares.
fn most(counts: &BTreeMap<usize, usize>) -> usize {
    counts.keys().next_back().copied().unwrap_or(0)
}

/// Computes the laws of the stochastic model, and how far off its margins are.
fn stochastic(incidence: &Incidence, observed: &Shared) -> (BTreeMap<(u32, u32), Law>, f64) {
    let Model::Stochastic(model) = Model::new(incidence, Null::Stochastic) else {
        return (BTreeMap::new(), 0.0);
    };
    let law = |(&(x, y), counts): (&(u32, u32), &BTreeMap<usize, usize>)| {
        let coins = || {
            let coin = |(class, groups)| (model.chance(x, class) * model.chance(y, class), groups);
            model.group_classes().map(coin)
        };
        let expected = coins().map(|(chance, groups)| chance * real(groups)).sum();
        let tail = tails(coins(), most(counts)).into_iter().map(|p| (p, 1.0)).collect();
        ((x, y), Law { expected, tail })
    };
    let laws: Vec<((u32, u32), Law)> =
        observed.iter().collect::<Vec<_>>().into_par_iter().map(law).collect();
    (laws.into_iter().collect(), model.error())
}

/// Counts the laws of the fixed model in random networks.
fn fixed(
    incidence: &Incidence,
    observed: &Shared,
    classes: &Classes,
    chance: Significance,
) -> BTreeMap<(u32, u32), Law> {
    let model = Model::new(incidence, Null::Fixed);
    let mut times: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
    let mut add = |sample: &Shared, what: usize| {
        for (pair, counts) in sample.iter().filter(|(pair, _)| observed.contains_key(pair)) {
            let times = times.entry(*pair).or_default();
            for (&count, &pairs) in counts {
                if times.len() <= 2 * count + 1 {
                    times.resize(2 * count + 2, 0);
                }
                times[2 * count + what] += pairs;
            }
        }
    };
    add(observed, 0);
    let samples: Vec<usize> = (0..chance.samples).collect();
    for wave in samples.chunks(WAVE) {
        let drawn: Vec<Shared> = (wave.par_iter())
            .map(|&sample| {
                let drawn = model.draw(chance.seed, sample);
                shared(&drawn, &Overlaps::new(&drawn), classes)
            })
            .collect();
        for sample in &drawn {
            add(sample, 1);
        }
    }
    let law = |(&pair, counts): (&(u32, u32), &BTreeMap<usize, usize>)| {
        let times = &times[&pair];
        let pairs = real(classes.pairs(pair));
        let at_least = |least: usize, what: usize| -> usize {
            (least..times.len() / 2).map(|count| times[2 * count + what]).sum()
        };
        let shared: usize = (0..times.len() / 2).map(|count| count * times[2 * count + 1]).sum();
        let all = real(chance.samples + 1) * pairs;
        let met = |count| real(at_least(count, 0) + at_least(count, 1));
        let p = |count| if count == 0 { 1.0 } else { met(count) / all };
        let tail = (0..=most(counts)).map(|count| (p(count), 1.0)).collect();
        (pair, Law { expected: real(shared) / (real(chance.samples) * pairs), tail })
    };
    observed.iter().map(law).collect()
}
