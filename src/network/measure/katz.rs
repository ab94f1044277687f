//! Katz's status: how many walks end at a node, where longer ones count less?
//!
//! - **Definition**: the solution of x = α·A·x + 1, A the projection with the weights of
//!   `--weight`: a walk of k ties counts αᵏ (Katz 1953, "A new status index derived from
//!   sociometric analysis", Psychometrika 18, 39–43; with the walk of no tie counted, as networkx
//!   has it with `normalized=False`). α must be below 1/λ, λ the greatest eigenvalue of A; without
//!   `--alpha` it is 0.85/λ. In a directed network walks follow the direction, and α is 0.85/σ, σ
//!   the greatest singular value of A, which is never below λ.
//! - **Norm**: raw, an isolated node has 1; the normalised measure has Euclidean length 1.
//! - **Complexity**: O(i·(m + p)): i some 50 rounds of the method of conjugate gradients (Hestenes
//!   and Stiefel 1952), more as α comes near 1/λ; directed, plain rounds of the definition.

use super::about::{About, TakenOn};
use crate::network::{
    Arc,
    ties::{Ties, Weight},
};

/// What a paper must say of [`Measure::Katz`](super::Measure::Katz).
pub(super) const ABOUT: About = About {
    name: ("Katz 中心性", "Katz centrality"),
    definition: (
        "到达该节点的各条路线之和，长为 k 的路线按衰减系数 α 的 k 次方计",
        "the sum of the walks that end at the node, a walk of k ties counting the k-th power of \
         the attenuation factor α",
    ),
    taken_on: TakenOn::Weighted { unasked: Weight::None },
    reference: "Katz, L. (1953). A new status index derived from sociometric analysis. \
                 Psychometrika, 18(1), 39–43.",
};

/// The share of 1/λ that α is without a setting.
pub(crate) const SHARE: f64 = 0.85;
const ENOUGH: f64 = 1e-15;
const ROUNDS: usize = 100_000;

/// Returns each node's Katz centrality in the projection, for an α below 1/λ.
///
/// ```
/// use gongshi::network::{Incidence, Overlaps, Ties, Weight, katz};
/// // One tie: x = 1 + x/2.
/// let incidence = Incidence::new(2, vec![1.0], vec![(0, 0), (0, 1)]);
/// let overlaps = Overlaps::new(&incidence);
/// let values = katz(&Ties::new(&incidence, &overlaps, Weight::None), 0.5);
/// assert!(values.iter().all(|value| (value - 2.0).abs() < 1e-12));
/// ```
pub fn katz(ties: &Ties<'_>, alpha: f64) -> Vec<f64> {
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    let mut x = vec![1.0; ties.node_count()];
    let product = ties.times(&x);
    // What is left of the equation: 1 - (x - αAx), which is αA1 at first.
    let mut rest: Vec<f64> = product.iter().map(|sum| alpha * sum).collect();
    let mut way = rest.clone();
    let mut size = dot(&rest, &rest);
    let begin = size;
    for _ in 0..ROUNDS {
        if size <= ENOUGH * ENOUGH * begin.max(1.0) {
            break;
        }
        let product = ties.times(&way);
        let image: Vec<f64> = way.iter().zip(product).map(|(w, sum)| w - alpha * sum).collect();
        let step = size / dot(&way, &image);
        for ((x, rest), (way, image)) in x.iter_mut().zip(&mut rest).zip(way.iter().zip(image)) {
            *x += step * way;
            *rest -= step * image;
        }
        let next = dot(&rest, &rest);
        for (way, rest) in way.iter_mut().zip(&rest) {
            *way = rest + next / size * *way;
        }
        size = next;
    }
    x
}

/// Returns each node's Katz centrality in a directed network, or nothing where α is too great.
pub fn katz_directed(nodes: usize, arcs: &[Arc], weight: Weight, alpha: f64) -> Option<Vec<f64>> {
    let mut x = vec![1.0; nodes];
    for _ in 0..ROUNDS {
        let mut next = vec![1.0; nodes];
        for arc in arcs {
            next[arc.target as usize] += alpha * weight.of_arc(*arc) * x[arc.source as usize];
        }
        let change: f64 = next.iter().zip(&x).map(|(new, old)| (new - old).abs()).sum();
        let size: f64 = next.iter().sum();
        x = next;
        if !size.is_finite() {
            return None;
        }
        if change <= ENOUGH * size {
            return Some(x);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{
        Overlaps, eigenvector, real,
        sample::{bow_tie, close, incidences, matrix},
    };
    use proptest::prelude::*;

    #[test]
    fn the_bow_tie_by_hand() {
        // x = 1 + (x + m)/4 and m = 1 + x.
        let incidence = bow_tie();
        let overlaps = Overlaps::new(&incidence);
        let values = katz(&Ties::new(&incidence, &overlaps, Weight::None), 0.25);
        assert!(close(&values, &[2.5, 2.5, 3.5, 2.5, 2.5, 1.0]));
    }

    #[test]
    fn a_chain_one_way_adds_up_and_a_circle_needs_a_small_alpha() {
        let arc = |source, target| Arc { source, target, weight: 2.0 };
        let chain = [arc(0, 1), arc(1, 2)];
        let values = katz_directed(3, &chain, Weight::None, 3.0).unwrap();
        assert!(close(&values, &[1.0, 4.0, 13.0]));
        let values = katz_directed(3, &chain, Weight::Shared, 0.5).unwrap();
        assert!(close(&values, &[1.0, 2.0, 3.0]));
        let circle = [arc(0, 1), arc(1, 0)];
        assert_eq!(katz_directed(2, &circle, Weight::None, 1.0), None);
        assert!(close(&katz_directed(2, &circle, Weight::None, 0.5).unwrap(), &[2.0, 2.0]));
    }

    #[test]
    fn arcs_weigh_half_in_fractional_counting_as_the_bound_of_alpha_has_it() {
        let arc = |source, target| Arc { source, target, weight: 4.0 };
        let circle = [arc(0, 1), arc(1, 0)];
        // A tie of weight 4 counts 2: x = 1 + 0.25 · 2 · x.
        let values = katz_directed(2, &circle, Weight::Fractional, 0.25).unwrap();
        assert!(close(&values, &[2.0, 2.0]));
    }

    proptest! {
        #[test]
        fn it_solves_its_equation(incidence in incidences(), share in 0.01_f64..0.99) {
            let overlaps = Overlaps::new(&incidence);
            for weight in Weight::ALL {
                let ties = Ties::new(&incidence, &overlaps, weight);
                let vector = eigenvector(&incidence, &ties);
                let product = ties.times(&vector);
                let greatest: f64 = vector.iter().zip(&product).map(|(x, y)| x * y).sum();
                let alpha = if greatest > 0.0 { share / greatest } else { share };
                let x = katz(&ties, alpha);
                let expected: Vec<f64> = matrix(&incidence, weight).iter().map(|row| {
                    1.0 + alpha * row.iter().zip(&x).map(|(a, x)| a * x).sum::<f64>()
                }).collect();
                prop_assert!(close(&x, &expected), "{x:?} {expected:?}");
                prop_assert!(x.iter().sum::<f64>() >= real(x.len()) - 1e-9);
            }
        }
    }
}
