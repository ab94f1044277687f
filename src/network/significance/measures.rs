//! [`measure_tests`]: is a node's measure higher than chance would have it?
//!
//! p is (r+1)/(n+1), r the number of the n random networks in which the node's value is at least
//! as high (Phipson and Smyth 2010, "Permutation p-values should never be zero", Statistical
//! Applications in Genetics and Molecular Biology 9, 39). It is corrected over the nodes, for each
//! measure by itself. All measures of a sample are taken on one random network, Katz's with the
//! attenuation of the observed one: values of two attenuations are not comparable. Values are equal
//! that differ by no more than rounding can do.

use super::{Model, NoChance, Significance, adjust, two_mode};
use crate::network::{
    Network,
    analysis::{Analysis, Settings},
    feasible::Lowest,
    incidence::{Incidence, real},
    measure::Measure,
};
use rayon::prelude::*;

/// Random networks that are held at one time.
const WAVE: usize = 64;
/// What rounding may do to equal values, as a share of the value, and of the greatest value of the
/// measure: what is 0 in one network may be a few bits away from it in another.
const ROUNDING: [f64; 2] = [1e-9, 1e-12];

/// How a node's measure compares with chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NodeTest {
    /// The mean under the null model.
    pub expected: f64,
    /// The chance of a value at least as high.
    pub p: f64,
    /// The same, corrected for the number of nodes.
    pub adjusted: f64,
}

/// Returns the incidences to compare, where measures can be compared with chance.
pub(in crate::network) fn check_tests<'a>(
    network: &'a Network,
    measures: &[Measure],
    chance: Significance,
) -> Result<&'a Incidence, NoChance> {
    if let Some(&part) = measures.iter().find(|measure| measure.is_part()) {
        return Err(NoChance::Part(part));
    }
    let incidence = two_mode(network)?;
    if chance.samples == 0 { Err(NoChance::NoSamples) } else { Ok(incidence) }
}

/// Compares measures of each node with a null model; for each measure, a test a node.
///
/// `observed` holds the values of each measure. Samples are measured in parallel and added up in
/// order: threads change no bit. O(n) memory for each measure.
pub fn measure_tests(
    network: &Network,
    measures: &[Measure],
    observed: &[Vec<f64>],
    settings: Settings,
    chance: Significance,
) -> Result<Vec<Vec<NodeTest>>, NoChance> {
    let model = Model::new(check_tests(network, measures, chance)?, chance.null);
    let settings = Analysis::new(network, settings).comparable(measures);
    let mut sums = vec![vec![0.0; network.nodes().len()]; measures.len()];
    let mut times = vec![vec![0_usize; network.nodes().len()]; measures.len()];
    let mut lowest = Lowest::default();
    let all: Vec<usize> = (0..chance.samples).collect();
    for wave in all.chunks(WAVE) {
        let samples: Vec<_> = (wave.par_iter())
            .map(|&sample| {
                let drawn = model.draw(chance.seed, sample);
                let other = network.with_incidence(drawn, network.groups().to_vec());
                lowest.columns(&Analysis::new(&other, settings), measures)
            })
            .collect();
        let samples = lowest.take(samples);
        for (at, column) in samples.iter().flat_map(|columns| columns.iter().enumerate()) {
            let most = greatest(column).max(greatest(&observed[at]));
            for (node, &value) in column.iter().enumerate() {
                sums[at][node] += value;
                times[at][node] += usize::from(is_at_least(value, observed[at][node], most));
            }
        }
    }
    lowest.check()?;
    let tests = |(sums, times): (Vec<f64>, Vec<usize>)| {
        let all = real(chance.samples);
        let p: Vec<(f64, usize)> =
            times.iter().map(|&times| ((real(times) + 1.0) / (all + 1.0), 1)).collect();
        let adjusted = adjust(&p, p.len(), chance.correction);
        let test = |((sum, (p, _)), adjusted)| NodeTest { expected: sum / all, p, adjusted };
        sums.into_iter().zip(p).zip(adjusted).map(test).collect()
    };
    Ok(sums.into_iter().zip(times).map(tests).collect())
}

/// Says whether a value is at least another, but for rounding; `most` is the greatest of all.
fn is_at_least(value: f64, least: f64, most: f64) -> bool {
    value >= least - ROUNDING[0] * least.abs() - ROUNDING[1] * most
}

fn greatest(values: &[f64]) -> f64 {
    values.iter().fold(0.0, |most: f64, value| most.max(value.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_that_rounding_tells_apart_are_equal() {
        assert!(is_at_least(0.3, 0.1 + 0.2, 1.0));
        assert!(is_at_least(-1e-17, 0.0, 1.0) && is_at_least(0.0, 3e-17, 0.5));
        assert!(!is_at_least(0.0, 3e-17, 3e-17) && !is_at_least(0.0, 1e-9, 1.0));
        assert!(!is_at_least(1.0 - 1e-6, 1.0, 1.0));
    }
}
