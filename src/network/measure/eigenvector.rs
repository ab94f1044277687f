//! Eigenvector centrality: who is tied with those who are well tied?
//!
//! - **Definition**: the vector x ≥ 0 of length 1 with A·x = λ·x for the greatest λ, A the
//!   projection (Bonacich 1972, "Factoring and weighting approaches to status scores and clique
//!   identification", J. Mathematical Sociology 2, 113–120).
//! - **Norm**: Euclidean length 1, as networkx; the normalised measure has its maximum at 1, as
//!   igraph.
//! - **Several components**: each has a λ of its own. The component with the greatest gets all,
//!   the others get 0; components whose λ are equal (to 1e-10) share as the power method from
//!   equal values shares them: each in proportion to the sum of its own vector. Without any tie
//!   all λ are 0 and all nodes equal.
//! - **Complexity**: O(i·(m + p)) for i rounds of the power method on A + I, which unlike A has no
//!   second eigenvalue of the same size; all components at once. Meetings that mingle need some 50
//!   rounds. A component that could have the greatest λ and is not done after 300, since its two
//!   greatest eigenvalues lie close together (a long chain of meetings), goes on by Lanczos's
//!   method. Which components could, is known from Collatz's bounds: λ lies between the least and
//!   the greatest (A·x)ᵢ/xᵢ.

use super::about::{About, TakenOn};
use super::{component::components, lanczos::greatest};
use crate::network::{
    incidence::Incidence,
    ties::{Ties, Weight},
};

/// What a paper must say of [`Measure::Eigenvector`](super::Measure::Eigenvector).
pub(super) const ABOUT: About = About {
    name: ("特征向量中心性", "eigenvector centrality"),
    definition: (
        "邻接矩阵最大特征值所对应的特征向量的分量",
        "the node's entry in the eigenvector of the adjacency matrix's greatest eigenvalue",
    ),
    taken_on: TakenOn::Weighted { unasked: Weight::None },
    reference: "Bonacich, P. (1972). Factoring and weighting approaches to status scores and \
                 clique identification. Journal of Mathematical Sociology, 2(1), 113–120.",
};

const ENOUGH: f64 = 1e-13;
const ROUNDS: usize = 300;
const EQUAL: f64 = 1e-10;

/// Returns each node's eigenvector centrality in the projection.
///
/// ```
/// use gongshi::network::{Incidence, Overlaps, Ties, Weight, eigenvector};
/// // A star of two ties: λ = √2, the middle is √2 times each end.
/// let incidence = Incidence::new(3, vec![1.0; 2], vec![(0, 0), (0, 1), (1, 1), (1, 2)]);
/// let overlaps = Overlaps::new(&incidence);
/// let values = eigenvector(&incidence, &Ties::new(&incidence, &overlaps, Weight::None));
/// assert!((values[1] - 0.5_f64.sqrt()).abs() < 1e-12 && (values[0] - 0.5).abs() < 1e-12);
/// ```
pub fn eigenvector(incidence: &Incidence, ties: &Ties<'_>) -> Vec<f64> {
    let parts = components(incidence);
    let mut state = Power::new(&parts);
    state.run(ties);
    for part in state.unfinished() {
        let within = |node: usize| parts[node] as usize - 1 == part;
        let mask = |x: &[f64]| -> Vec<f64> {
            x.iter().enumerate().map(|(node, &x)| if within(node) { x } else { 0.0 }).collect()
        };
        let shifted = |x: &[f64]| -> Vec<f64> {
            let product = ties.times(x);
            product.iter().zip(x).map(|(product, x)| product + x).collect()
        };
        let (value, vector) = greatest(shifted, &mask(&state.x));
        state.values[part] = value;
        for (node, value) in vector.into_iter().enumerate().filter(|&(node, _)| within(node)) {
            state.x[node] = value.abs();
        }
    }
    state.shared()
}

/// The power method on A + I, in all components at once.
struct Power {
    /// The component of each node, from 0.
    part: Vec<usize>,
    x: Vec<f64>,
    values: Vec<f64>,
    /// Collatz's bounds of each component's eigenvalue.
    bounds: Vec<(f64, f64)>,
    settled: Vec<bool>,
}

impl Power {
    fn new(parts: &[u32]) -> Self {
        let count = parts.iter().max().map_or(0, |&most| most as usize);
        Self {
            part: parts.iter().map(|&part| part as usize - 1).collect(),
            x: vec![1.0; parts.len()],
            values: vec![0.0; count],
            bounds: vec![(0.0, f64::INFINITY); count],
            settled: vec![false; count],
        }
    }

    fn by_part(&self, of: impl Fn(usize) -> f64) -> Vec<f64> {
        let mut sums = vec![0.0; self.values.len()];
        for (node, &part) in self.part.iter().enumerate() {
            sums[part] += of(node);
        }
        sums
    }

    fn run(&mut self, ties: &Ties<'_>) {
        let mut before = vec![f64::INFINITY; self.values.len()];
        for round in 0..ROUNDS {
            let mut next = ties.times(&self.x);
            for (value, old) in next.iter_mut().zip(&self.x) {
                *value += old;
            }
            self.bounds.fill((f64::INFINITY, 0.0));
            for ((new, old), &part) in next.iter().zip(&self.x).zip(&self.part) {
                let (least, most) = self.bounds[part];
                self.bounds[part] = (least.min(new / old), most.max(new / old));
            }
            let squares = self.by_part(|node| next[node] * next[node]);
            self.values = squares.into_iter().map(f64::sqrt).collect();
            for (value, &part) in next.iter_mut().zip(&self.part) {
                *value /= self.values[part];
            }
            let change = self.by_part(|node| (next[node] - self.x[node]).powi(2));
            let change: Vec<f64> = change.into_iter().map(f64::sqrt).collect();
            self.x = next;
            let pairs = change.iter().zip(&before);
            self.settled = pairs.map(|(&now, &then)| round > 0 && settled(now, then)).collect();
            if self.unfinished().is_empty() {
                break;
            }
            before = change;
        }
    }

    /// Returns the components that are not done and could have the greatest eigenvalue.
    fn unfinished(&self) -> Vec<usize> {
        let sure = self.bounds.iter().map(|bounds| bounds.0).fold(0.0, f64::max);
        let could = |&part: &usize| self.bounds[part].1 >= sure * (1.0 - EQUAL);
        (0..self.values.len()).filter(|&part| !self.settled[part]).filter(could).collect()
    }

    /// Gives all to the components with the greatest eigenvalue.
    fn shared(&self) -> Vec<f64> {
        let greatest = self.values.iter().copied().fold(0.0, f64::max);
        let wins: Vec<bool> =
            self.values.iter().map(|&value| value >= greatest * (1.0 - EQUAL)).collect();
        let sums = self.by_part(|node| self.x[node]);
        let squares = sums.iter().zip(&wins).filter(|&(_, &wins)| wins).map(|(sum, _)| sum * sum);
        let length = squares.sum::<f64>().sqrt();
        let value = |(&x, &part): (&f64, &usize)| {
            if wins[part] { x * sums[part] / length } else { 0.0 }
        };
        self.x.iter().zip(&self.part).map(value).collect()
    }
}

/// Says whether the rest of a geometric series of changes is negligible.
fn settled(now: f64, then: f64) -> bool {
    let ratio = now / then;
    now <= 1e-15 || (ratio < 1.0 && now * ratio / (1.0 - ratio) < ENOUGH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{
        Overlaps,
        measure::lanczos::greatest_of_small,
        sample::{bow_tie, close, incidences, matrix},
    };
    use proptest::prelude::*;

    fn of(incidence: &Incidence, weight: Weight) -> Vec<f64> {
        eigenvector(incidence, &Ties::new(incidence, &Overlaps::new(incidence), weight))
    }

    #[test]
    fn the_bow_tie_by_hand() {
        // λ x = x + m and λ m = 4x: λ = (1 + √17)/2, m = (λ − 1) x.
        let lambda = f64::midpoint(1.0, 17_f64.sqrt());
        let x = 1.0 / (4.0 + (lambda - 1.0).powi(2)).sqrt();
        let expected = [x, x, (lambda - 1.0) * x, x, x, 0.0];
        assert!(close(&of(&bow_tie(), Weight::None), &expected));
    }

    #[test]
    fn equal_components_share_and_lesser_ones_get_nothing() {
        let pairs = vec![(0, 0), (0, 1), (0, 2), (1, 3), (1, 4), (1, 5), (2, 6), (2, 7)];
        let values = of(&Incidence::new(8, vec![1.0; 3], pairs), Weight::None);
        let share = 1.0 / 6_f64.sqrt();
        assert!(close(&values, &[share, share, share, share, share, share, 0.0, 0.0]));
    }

    #[test]
    fn without_ties_all_are_equal() {
        assert!(close(&of(&Incidence::new(4, vec![], vec![]), Weight::None), &[0.5; 4]));
        assert!(of(&Incidence::new(0, vec![], vec![]), Weight::None).is_empty());
    }

    #[test]
    fn a_chain_of_sixty_meetings_is_exact_and_so_is_one_of_two_hundred() {
        chain(60);
        chain(200);
    }

    fn chain(meetings: u32) {
        let pairs = (0..meetings).flat_map(|i| [(i, i), (i, i + 1)]).collect();
        let weights = (0..meetings).map(|_| 1.0).collect();
        let values = of(&Incidence::new(meetings as usize + 1, weights, pairs), Weight::None);
        let angle = std::f64::consts::PI / f64::from(meetings + 2);
        let wave = (1..=meetings + 1).map(|i| (f64::from(i) * angle).sin());
        let length = wave.clone().map(|x| x * x).sum::<f64>().sqrt();
        let expected: Vec<f64> = wave.map(|x| x / length).collect();
        assert!(close(&values, &expected));
    }

    proptest! {
        #[test]
        fn it_is_an_eigenvector_of_the_greatest_eigenvalue(incidence in incidences()) {
            for weight in Weight::ALL {
                let (a, x) = (matrix(&incidence, weight), of(&incidence, weight));
                if x.is_empty() {
                    continue;
                }
                let lambda = greatest_of_small(a.clone()).0;
                let product: Vec<f64> = a.iter()
                    .map(|row| row.iter().zip(&x).map(|(a, x)| a * x).sum()).collect();
                let expected: Vec<f64> = x.iter().map(|x| lambda * x).collect();
                prop_assert!(close(&product, &expected), "{product:?} {expected:?}");
                prop_assert!(x.iter().all(|&x| x >= 0.0));
                prop_assert!((x.iter().map(|x| x * x).sum::<f64>() - 1.0).abs() < 1e-12);
            }
        }
    }
}
