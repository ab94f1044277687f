//! [`measure_tests`]: is a node's measure higher than chance would have it?
//!
//! p is (r+1)/(n+1), r the number of the n random networks in which the node's value is at least
//! as high (Phipson and Smyth 2010, "Permutation p-values should never be zero", Statistical
//! Applications in Genetics and Molecular Biology 9, 39). It is corrected over the nodes, for each
//! measure by itself. All measures of a sample are taken on one random network.

use super::{Model, NoChance, Significance, adjust, two_mode};
use crate::network::{
    Network,
    analysis::{Analysis, Settings},
    incidence::{Incidence, real},
    measure::Measure,
};
use rayon::prelude::*;

/// Random networks that are held at one time.
const WAVE: usize = 64;
/// What rounding may do to equal values.
const ROUNDING: f64 = 1e-9;

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
    let mut sums = vec![vec![0.0; network.nodes().len()]; measures.len()];
    let mut times = vec![vec![0_usize; network.nodes().len()]; measures.len()];
    let all: Vec<usize> = (0..chance.samples).collect();
    for wave in all.chunks(WAVE) {
        let samples: Vec<Vec<Vec<f64>>> = (wave.par_iter())
            .map(|&sample| {
                let drawn = model.draw(chance.seed, sample);
                let other = network.with_incidence(drawn, network.groups().to_vec());
                let analysis = Analysis::new(&other, settings);
                measures.iter().map(|&measure| analysis.values(measure)).collect()
            })
            .collect();
        for (at, column) in samples.iter().flat_map(|columns| columns.iter().enumerate()) {
            for (node, &value) in column.iter().enumerate() {
                sums[at][node] += value;
                let least = observed[at][node];
                times[at][node] += usize::from(value >= least - ROUNDING * least.abs());
            }
        }
    }
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
