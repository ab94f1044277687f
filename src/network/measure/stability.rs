//! Stability: how much do communities hang on the seed?
//!
//! - **Definition**: communities are found with several seeds. A network's stability is the mean,
//!   over all pairs of divisions, of the adjusted Rand index (Hubert and Arabie 1985, "Comparing
//!   partitions", J. Classification 2, 193–218), 1 for equal divisions and 0 in expectation for
//!   those by chance; and of the normalised mutual information (mutual information divided by the
//!   mean of the two entropies). A node's stability is the share of the seeds for which it is
//!   with most of its community: the community of the first seed is looked up in the division of
//!   each, the first among them.
//! - **Norm**: a node's stability is between 0 and 1 as it is.
//! - **Complexity**: that of [`leiden`](super::leiden) for each seed, and O(n·r²) for r seeds.
//! - **Source**: Lancichinetti and Fortunato 2012, "Consensus clustering in complex networks",
//!   Scientific Reports 2, 336, take the same shares pair by pair.

use super::{
    about::{About, TakenOn},
    community::{Communities, Detection, Divisible},
};
use crate::network::{
    incidence::{Incidence, real},
    ties::Weight,
};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What a paper must say of [`Measure::CommunityStability`](super::Measure::CommunityStability).
pub(super) const ABOUT: About = About {
    name: ("社群稳定性", "stability of the community"),
    definition: (
        "以不同种子划分社群时，节点与其社群多数成员同处一社群的次数所占的份额",
        "the share of the seeds for which the node is with most of its community",
    ),
    taken_on: TakenOn::Weighted { unasked: Weight::Newman },
    reference: "Lancichinetti, A., & Fortunato, S. (2012). Consensus clustering in complex \
                 networks. Scientific Reports, 2, 336.",
};

/// How much communities hang on the seed.
#[derive(Clone, Debug, PartialEq)]
pub struct Stability {
    /// The communities of the first seed.
    pub communities: Communities,
    /// For each node the share of the seeds for which it is with most of its community.
    pub of_node: Vec<f64>,
    /// The mean adjusted Rand index over all pairs of seeds; 1 for one seed.
    pub rand_index: f64,
    /// The mean normalised mutual information over all pairs of seeds; 1 for one seed.
    pub mutual_information: f64,
    /// The least and the greatest quality.
    pub quality: (f64, f64),
}

/// Finds the communities of the projection with [`Detection::runs`] seeds that follow each
/// other, and compares them.
///
/// ```
/// use gongshi::network::{Incidence, Detection, Weight, stability};
/// let incidence = Incidence::new(4, vec![1.0; 2], vec![(0, 0), (0, 1), (1, 2), (1, 3)]);
/// let stability = stability(&incidence, Weight::Shared, Detection::default());
/// assert_eq!(stability.of_node, [1.0; 4]);
/// assert!((stability.rand_index - 1.0).abs() < 1e-12);
/// ```
pub fn stability(incidence: &Incidence, weight: Weight, how: Detection) -> Stability {
    let divisible = Divisible::projection(incidence, weight, how);
    let seeds: Vec<u64> =
        (0..how.runs.max(1) as u64).map(|run| how.seed.wrapping_add(run)).collect();
    let runs: Vec<Communities> = seeds.into_par_iter().map(|seed| divisible.divide(seed)).collect();
    let pairs: Vec<(usize, usize)> =
        (0..runs.len()).flat_map(|b| (0..b).map(move |a| (a, b))).collect();
    let agreements: Vec<(f64, f64)> =
        (pairs.par_iter()).map(|&(a, b)| agreement(&runs[a].of_node, &runs[b].of_node)).collect();
    let mean = |values: &mut dyn Iterator<Item = f64>| {
        if pairs.is_empty() { 1.0 } else { values.sum::<f64>() / real(pairs.len()) }
    };
    let qualities = || runs.iter().map(|run| run.quality);
    Stability {
        of_node: with_majority(&runs),
        rand_index: mean(&mut agreements.iter().map(|&(rand, _)| rand)),
        mutual_information: mean(&mut agreements.iter().map(|&(_, information)| information)),
        quality: (
            qualities().fold(f64::INFINITY, f64::min),
            qualities().fold(f64::NEG_INFINITY, f64::max),
        ),
        communities: runs
            .into_iter()
            .next()
            .unwrap_or(Communities { of_node: Vec::new(), quality: 0.0 }),
    }
}

/// Returns how often each node is with most of the community that it has in the first run.
fn with_majority(runs: &[Communities]) -> Vec<f64> {
    let first = &runs[0].of_node;
    let mut times = vec![0_usize; first.len()];
    for run in runs {
        let table = contingency(first, &run.of_node);
        // Of equal parts that of the lower number.
        let mut most: BTreeMap<u32, (u32, usize)> = BTreeMap::new();
        for (&(community, part), &count) in &table {
            let best = most.entry(community).or_insert((part, count));
            if count > best.1 {
                *best = (part, count);
            }
        }
        for (node, (community, part)) in first.iter().zip(&run.of_node).enumerate() {
            times[node] += usize::from(most[community].0 == *part);
        }
    }
    times.into_iter().map(|times| real(times) / real(runs.len())).collect()
}

/// Counts the nodes by their parts in two divisions.
fn contingency(a: &[u32], b: &[u32]) -> BTreeMap<(u32, u32), usize> {
    let mut pairs: Vec<(u32, u32)> = a.iter().copied().zip(b.iter().copied()).collect();
    pairs.sort_unstable();
    let runs = pairs.chunk_by(|x, y| x == y);
    runs.map(|run| (run[0], run.len())).collect()
}

fn sizes(parts: &[u32]) -> Vec<f64> {
    let mut sizes = vec![0.0; parts.iter().max().map_or(0, |&most| most as usize + 1)];
    for &part in parts {
        sizes[part as usize] += 1.0;
    }
    sizes
}

/// Returns the adjusted Rand index and the normalised mutual information of two divisions.
fn agreement(a: &[u32], b: &[u32]) -> (f64, f64) {
    let nodes = real(a.len());
    let (of_a, of_b) = (sizes(a), sizes(b));
    let pairs = |count: f64| count * (count - 1.0) / 2.0;
    let (mut together, mut information) = (0.0, 0.0);
    for (&(x, y), &count) in &contingency(a, b) {
        let count = real(count);
        together += pairs(count);
        let expected = of_a[x as usize] * of_b[y as usize] / nodes;
        information += count / nodes * (count / expected).ln();
    }
    let sum = |sizes: &[f64]| sizes.iter().map(|&size| pairs(size)).sum::<f64>();
    let entropy = |sizes: &[f64]| -> f64 {
        sizes
            .iter()
            .filter(|&&size| size > 0.0)
            .map(|size| -size / nodes * (size / nodes).ln())
            .sum()
    };
    let (in_a, in_b) = (sum(&of_a), sum(&of_b));
    let expected = if nodes > 1.0 { in_a * in_b / pairs(nodes) } else { 0.0 };
    let most = f64::midpoint(in_a, in_b);
    let rand = if most > expected { (together - expected) / (most - expected) } else { 1.0 };
    let mean = f64::midpoint(entropy(&of_a), entropy(&of_b));
    (rand, if mean > 0.0 { information / mean } else { 1.0 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::bow_tie;

    #[test]
    fn agreement_by_hand() {
        let (rand, information) = agreement(&[1, 1, 2, 2], &[1, 1, 2, 3]);
        // Of six pairs, a has two together, b one, both one: (1 − 1/3) / (3/2 − 1/3).
        assert!((rand - 4.0 / 7.0).abs() < 1e-12, "{rand}");
        // ln 2 shared; entropies ln 2 and 3/2 ln 2.
        assert!((information - 0.8).abs() < 1e-12, "{information}");
        assert_eq!(agreement(&[1, 2], &[1, 1]), (0.0, 0.0));
        assert_eq!(agreement(&[], &[]), (1.0, 1.0));
    }

    #[test]
    fn a_node_that_leaves_its_community_in_one_run_of_two_has_one_half() {
        let run = |of_node: [u32; 4]| Communities { of_node: of_node.to_vec(), quality: 0.0 };
        assert_eq!(with_majority(&[run([1, 1, 1, 2]), run([1, 1, 2, 2])]), [1.0, 1.0, 0.5, 1.0]);
    }

    #[test]
    fn one_seed_agrees_with_itself() {
        let how = Detection { runs: 1, ..Detection::default() };
        let stability = stability(&bow_tie(), Weight::Newman, how);
        assert_eq!(stability.of_node, [1.0; 6]);
        assert_eq!((stability.rand_index, stability.mutual_information), (1.0, 1.0));
    }
}
