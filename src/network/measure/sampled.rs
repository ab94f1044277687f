//! Harmonic centrality and betweenness from a sample of sources, for networks too large for all.
//!
//! - **Definition**: searches begin at k nodes drawn without replacement. Betweenness is n/k times
//!   what the k sources depend on a node, halved (Brandes and Pich 2007, "Centrality estimation in
//!   large networks", Int. J. Bifurcation and Chaos 17, 2303–2318); harmonic centrality is n−1
//!   times the mean inverse distance to the sources other than the node itself (Eppstein and Wang
//!   2004, "Fast approximation of centrality", J. Graph Algorithms and Applications 8, 39–45). Both
//!   estimates are unbiased. With k = n they are the exact measures.
//! - **Error**: [`Sampled::errors`] are standard errors, estimated from the sources, with the
//!   correction for a finite population. [`error_bound`] is what Hoeffding's inequality (1963;
//!   it holds for draws without replacement) says of all nodes together: with probability
//!   1−[`DOUBT`] no node's *normalised* value is off by more. It assumes nothing, and is therefore
//!   wide: an error of 0.05 for 150,000 nodes takes 3,200 sources.
//! - **Norm**: that of the exact measures.
//! - **Complexity**: that of the exact measures with k for the number of sources.
//! - **Source**: as above.

use super::{
    about::{About, TakenOn},
    betweenness::dependencies,
    search::{LANES, Mask, Search},
};
use crate::network::{
    classes::Classes,
    incidence::{Incidence, index, real},
    random::Random,
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What a paper must say of [`Measure::BetweennessSampled`](super::Measure::BetweennessSampled).
pub(super) const BETWEENNESS: About = About {
    name: ("抽样中介中心性", "betweenness by sampling"),
    definition: (
        "由随机抽取的源节点估计的中介中心性",
        "betweenness, estimated from the shortest paths that begin at a random sample of nodes",
    ),
    taken_on: TakenOn::Simple,
    reference: "Brandes, U., & Pich, C. (2007). Centrality estimation in large networks. \
                 International Journal of Bifurcation and Chaos, 17(7), 2303–2318.",
};

/// What a paper must say of [`Measure::BetweennessError`](super::Measure::BetweennessError).
pub(super) const BETWEENNESS_ERROR: About = About {
    name: ("抽样中介中心性的标准误", "standard error of betweenness by sampling"),
    definition: (
        "由随机抽取的源节点估计的中介中心性之标准误",
        "the standard error of betweenness by sampling, estimated from the same sample",
    ),
    ..BETWEENNESS
};

/// What a paper must say of [`Measure::HarmonicSampled`](super::Measure::HarmonicSampled).
pub(super) const HARMONIC: About = About {
    name: ("抽样调和中心性", "harmonic centrality by sampling"),
    definition: (
        "由到随机抽取的节点的距离估计的调和中心性",
        "harmonic centrality, estimated from the distances to a random sample of nodes",
    ),
    taken_on: TakenOn::Simple,
    reference: "Eppstein, D., & Wang, J. (2004). Fast approximation of centrality. Journal of \
                 Graph Algorithms and Applications, 8(1), 39–45.",
};

/// What a paper must say of [`Measure::HarmonicError`](super::Measure::HarmonicError).
pub(super) const HARMONIC_ERROR: About = About {
    name: ("抽样调和中心性的标准误", "standard error of harmonic centrality by sampling"),
    definition: (
        "由到随机抽取的节点的距离估计的调和中心性之标准误",
        "the standard error of harmonic centrality by sampling, estimated from the same sample",
    ),
    ..HARMONIC
};

/// How likely it is that [`error_bound`] does not hold.
pub const DOUBT: f64 = 0.05;

/// How many sources are drawn, and by what chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sampling {
    /// How many sources are searched from.
    pub samples: usize,
    /// What they hang on.
    pub seed: u64,
}

impl Default for Sampling {
    fn default() -> Self {
        Self { samples: 256, seed: 1 }
    }
}

/// A measure estimated from a sample of sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampled {
    /// Each node's estimate.
    pub values: Vec<f64>,
    /// The standard error of each estimate.
    pub errors: Vec<f64>,
}

impl Sampled {
    /// Takes, for each node, the sum and the sum of squares over its sample of so many, of a
    /// population of so many, whose total times the factor is the measure.
    fn new(sums: impl Iterator<Item = (f64, f64, usize, usize)>, factor: f64) -> Self {
        let (values, errors) = sums
            .map(|(sum, squares, sample, population)| {
                if sample == 0 {
                    return (0.0, 0.0);
                }
                let (drawn, all) = (real(sample), real(population));
                let variance = if sample > 1 {
                    ((squares - sum * sum / drawn) / (drawn - 1.0)).max(0.0)
                } else {
                    0.0
                };
                let error = (variance / drawn * (1.0 - drawn / all)).sqrt();
                (factor * all * sum / drawn, factor * all * error)
            })
            .unzip();
        Self { values, errors }
    }
}

/// Returns the error that, but for [`DOUBT`], no node's normalised value exceeds.
///
/// ```
/// use gongshi::network::error_bound;
/// assert!(error_bound(150_000, 3_200) < 0.05);
/// assert!(error_bound(100, 100) == 0.0);
/// ```
pub fn error_bound(nodes: usize, samples: usize) -> f64 {
    if samples >= nodes {
        return 0.0;
    }
    // A node that is drawn itself is estimated from the others.
    let drawn = real(samples.saturating_sub(1).max(1));
    ((2.0 * real(nodes) / DOUBT).ln() / (2.0 * drawn)).sqrt().min(1.0)
}

/// Estimates each node's betweenness in the simple projection.
///
/// ```
/// use gongshi::network::{Incidence, Sampling, betweenness_sampled};
/// let incidence = Incidence::new(3, vec![1.0; 2], vec![(0, 0), (0, 1), (1, 1), (1, 2)]);
/// let sampled = betweenness_sampled(&incidence, Sampling { samples: 3, seed: 1 });
/// assert_eq!(sampled.values, [0.0, 1.0, 0.0]);
/// assert_eq!(sampled.errors, [0.0; 3]);
/// ```
pub fn betweenness_sampled(incidence: &Incidence, sampling: Sampling) -> Sampled {
    let nodes = incidence.node_count();
    let classes = Classes::new(incidence);
    let drawn = Random::new(sampling.seed, 0).sample(index(nodes), sampling.samples);
    let mut times: BTreeMap<u32, f64> = BTreeMap::new();
    for class in drawn.iter().filter_map(|&node| classes.of_node[node as usize]) {
        *times.entry(class).or_default() += 1.0;
    }
    let sources: Vec<(u32, f64)> = times.into_iter().collect();
    let [sums, squares] = dependencies(&classes, &sources);
    let of = |class: &Option<u32>| {
        let at = class.map(|class| class as usize);
        let (sum, square) = at.map_or((0.0, 0.0), |at| (sums[at], squares[at]));
        (sum, square, drawn.len(), nodes)
    };
    Sampled::new(classes.of_node.iter().map(of), 0.5)
}

/// Estimates each node's harmonic centrality in the simple projection.
///
/// ```
/// use gongshi::network::{Incidence, Sampling, harmonic_sampled};
/// let incidence = Incidence::new(3, vec![1.0; 2], vec![(0, 0), (0, 1), (1, 1), (1, 2)]);
/// let sampled = harmonic_sampled(&incidence, Sampling { samples: 3, seed: 1 });
/// assert_eq!(sampled.values, [1.5, 2.0, 1.5]);
/// ```
pub fn harmonic_sampled(incidence: &Incidence, sampling: Sampling) -> Sampled {
    let nodes = incidence.node_count();
    let classes = Classes::new(incidence);
    let drawn = Random::new(sampling.seed, 0).sample(index(nodes), sampling.samples);
    let sources: Vec<u32> =
        drawn.iter().filter_map(|&node| classes.of_node[node as usize]).collect();
    let parts: Vec<Nearness> = sources
        .par_chunks(LANES)
        .map_init(|| Search::new(&classes), |search, chunk| Nearness::of(&classes, search, chunk))
        .collect();
    let mut total = Nearness::new(classes.len());
    for part in parts {
        total.add(&part);
    }
    // The search leaves out the sources' own class, whose others are at distance 1.
    let mut among = vec![0.0; classes.len()];
    for &class in &sources {
        among[class as usize] += 1.0;
    }
    let mut is_drawn = vec![false; nodes];
    for &node in &drawn {
        is_drawn[node as usize] = true;
    }
    let of = |node: usize| {
        let itself = usize::from(is_drawn[node]);
        let (sum, square) = classes.of_node[node].map_or((0.0, 0.0), |class| {
            let at = class as usize;
            let near = among[at] - real(itself);
            (total.sums[at] + near, total.squares[at] + near)
        });
        (sum, square, drawn.len() - itself, nodes - 1)
    };
    Sampled::new((0..nodes).map(of), 1.0)
}

/// For each class the sum of inverse distances to sources, and of their squares.
struct Nearness {
    sums: Vec<f64>,
    squares: Vec<f64>,
    level: f64,
}

impl Nearness {
    fn new(classes: usize) -> Self {
        Self { sums: vec![0.0; classes], squares: vec![0.0; classes], level: 1.0 }
    }

    fn of(classes: &Classes, search: &mut Search<'_>, sources: &[u32]) -> Self {
        let mut nearness = Self::new(classes.len());
        search.run(sources, &mut nearness, Self::meet, |nearness| nearness.level += 1.0);
        nearness
    }

    fn meet(&mut self, class: u32, sources: Mask) {
        let (at, count) = (class as usize, f64::from(sources.count()));
        self.sums[at] += count / self.level;
        self.squares[at] += count / (self.level * self.level);
    }

    fn add(&mut self, other: &Self) {
        self.sums.iter_mut().zip(&other.sums).for_each(|(sum, more)| *sum += more);
        self.squares.iter_mut().zip(&other.squares).for_each(|(sum, more)| *sum += more);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{
        betweenness, harmonic,
        sample::{close, incidences},
    };
    use proptest::prelude::*;

    type Take = fn(&Incidence, Sampling) -> Sampled;

    /// The mean of the estimates of many seeds, and of their squared errors as estimated.
    fn means(incidence: &Incidence, samples: usize, take: Take) -> (Vec<f64>, Vec<f64>) {
        let seeds = 4_000;
        let mut means = (vec![0.0; incidence.node_count()], vec![0.0; incidence.node_count()]);
        for seed in 0..seeds {
            let found = take(incidence, Sampling { samples, seed });
            for (at, (value, error)) in found.values.iter().zip(&found.errors).enumerate() {
                means.0[at] += value / 4_000.0;
                means.1[at] += error * error / 4_000.0;
            }
        }
        means
    }

    #[test]
    fn estimates_are_unbiased_and_their_errors_those_of_many_seeds() {
        let pairs =
            [(0, 0), (0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (2, 4), (3, 4), (3, 5), (3, 6)];
        let incidence = Incidence::new(8, vec![1.0; 4], pairs.to_vec());
        let kinds: [(Take, Vec<f64>); 2] = [
            (betweenness_sampled, betweenness(&incidence)),
            (harmonic_sampled, harmonic(&incidence)),
        ];
        for (take, exact) in kinds {
            let (values, squared) = means(&incidence, 4, take);
            for (at, &exact) in exact.iter().enumerate() {
                // Five standard deviations of a mean of 4,000.
                let error = squared[at].sqrt() * 5.0 / 63.0 + 1e-9;
                assert!((values[at] - exact).abs() < error, "{at}: {} {exact}", values[at]);
            }
            let spread: Vec<f64> = (0..8)
                .map(|at| {
                    let of = |seed| take(&incidence, Sampling { samples: 4, seed }).values[at];
                    (0..4_000).map(|seed| (of(seed) - exact[at]).powi(2)).sum::<f64>() / 4_000.0
                })
                .collect();
            for (estimated, true_one) in squared.iter().zip(&spread) {
                assert!((estimated - true_one).abs() <= 0.15 * true_one + 1e-9);
            }
        }
    }

    #[test]
    fn a_bound_falls_with_the_samples_and_is_nothing_for_all() {
        assert!(error_bound(1_000, 100) > error_bound(1_000, 400));
        // ln(2·1000/0.05) / (2·400), and its root.
        assert!((error_bound(1_000, 401) - 0.115_09).abs() < 1e-4);
        assert!(error_bound(1_000, 1_000) < f64::EPSILON && error_bound(0, 0) < f64::EPSILON);
        assert!(error_bound(1_000, 0) <= 1.0);
    }

    proptest! {
        #[test]
        fn a_sample_of_all_is_exact(incidence in incidences(), seed in 0..99_u64) {
            let all = Sampling { samples: incidence.node_count(), seed };
            let sampled = betweenness_sampled(&incidence, all);
            prop_assert!(close(&sampled.values, &betweenness(&incidence)));
            prop_assert!(sampled.errors.iter().all(|&error| error < 1e-9));
            let sampled = harmonic_sampled(&incidence, all);
            prop_assert!(close(&sampled.values, &harmonic(&incidence)));
        }
    }
}
