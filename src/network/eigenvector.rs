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
//!   second eigenvalue of the same size; all components at once. It ends when the error, estimated
//!   from the ratio of successive changes, is below 1e-13, and after 100,000 rounds in any case
//!   (a chain of hundreds of meetings may need them; meetings that mingle need about 50).

use super::{component::components, incidence::Incidence, ties::Ties};

const ENOUGH: f64 = 1e-13;
const ROUNDS: usize = 100_000;
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
    let count = parts.iter().max().map_or(0, |&most| most as usize);
    let by_part = |of: &dyn Fn(usize) -> f64| {
        let mut sums = vec![0.0; count];
        for (node, &part) in parts.iter().enumerate() {
            sums[part as usize - 1] += of(node);
        }
        sums
    };
    let part = |node: usize| parts[node] as usize - 1;
    let mut x = vec![1.0; parts.len()];
    let mut values = vec![0.0; count];
    let mut before = vec![f64::INFINITY; count];
    for round in 0..ROUNDS {
        let mut next = ties.times(&x);
        for (value, old) in next.iter_mut().zip(&x) {
            *value += old;
        }
        let lengths = by_part(&|node| next[node] * next[node]);
        values = lengths.iter().map(|square| square.sqrt()).collect();
        for (node, value) in next.iter_mut().enumerate() {
            *value /= values[part(node)];
        }
        let change = by_part(&|node| (next[node] - x[node]).powi(2));
        let change: Vec<f64> = change.into_iter().map(f64::sqrt).collect();
        x = next;
        if round > 0
            && change
                .iter()
                .zip(&before)
                .all(|(&now, &then)| settled(now, then))
        {
            break;
        }
        before = change;
    }
    let greatest = values.iter().copied().fold(0.0, f64::max);
    let sums = by_part(&|node| x[node]);
    let wins = |part: usize| values[part] >= greatest * (1.0 - EQUAL);
    let shared: f64 = (0..count)
        .filter(|&p| wins(p))
        .map(|p| sums[p] * sums[p])
        .sum::<f64>()
        .sqrt();
    let value = |(node, x): (usize, &f64)| match part(node) {
        part if wins(part) => x * sums[part] / shared,
        _ => 0.0,
    };
    x.iter().enumerate().map(value).collect()
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
        Overlaps, Weight,
        incidence::index,
        sample::{bow_tie, close, incidences, matrix},
    };
    use proptest::prelude::*;

    fn of(incidence: &Incidence, weight: Weight) -> Vec<f64> {
        eigenvector(
            incidence,
            &Ties::new(incidence, &Overlaps::new(incidence), weight),
        )
    }

    /// The greatest eigenvalue by Jacobi's rotations.
    #[expect(clippy::many_single_char_names, reason = "the textbook's names")]
    fn greatest(mut a: Vec<Vec<f64>>) -> f64 {
        let n = a.len();
        for _ in 0..60 {
            for p in 0..n {
                for q in p + 1..n {
                    if a[p][q].abs() < 1e-300 {
                        continue;
                    }
                    let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
                    let t = theta.signum() / (theta.abs() + theta.hypot(1.0));
                    let c = 1.0 / t.hypot(1.0);
                    let s = t * c;
                    for row in &mut a {
                        (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
                    }
                    let (above, below) = (a[p].clone(), a[q].clone());
                    a[p] = above
                        .iter()
                        .zip(&below)
                        .map(|(x, y)| c * x - s * y)
                        .collect();
                    a[q] = above
                        .iter()
                        .zip(&below)
                        .map(|(x, y)| s * x + c * y)
                        .collect();
                }
            }
        }
        (0..n).map(|i| a[i][i]).fold(f64::NEG_INFINITY, f64::max)
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
        let pairs = vec![
            (0, 0),
            (0, 1),
            (0, 2),
            (1, 3),
            (1, 4),
            (1, 5),
            (2, 6),
            (2, 7),
        ];
        let values = of(&Incidence::new(8, vec![1.0; 3], pairs), Weight::None);
        let share = 1.0 / 6_f64.sqrt();
        assert!(close(
            &values,
            &[share, share, share, share, share, share, 0.0, 0.0]
        ));
    }

    #[test]
    fn without_ties_all_are_equal() {
        assert!(close(
            &of(&Incidence::new(4, vec![], vec![]), Weight::None),
            &[0.5; 4]
        ));
        assert!(of(&Incidence::new(0, vec![], vec![]), Weight::None).is_empty());
    }

    #[test]
    fn a_chain_of_sixty_meetings_is_exact() {
        let pairs = (0..60).flat_map(|i| [(i, i), (i, i + 1)]).collect();
        let values = of(&Incidence::new(61, vec![1.0; 60], pairs), Weight::None);
        let wave = |i: usize| f64::sin(std::f64::consts::PI * f64::from(index(i) + 1) / 62.0);
        let length = (0..61).map(|i| wave(i).powi(2)).sum::<f64>().sqrt();
        let expected: Vec<f64> = (0..61).map(|i| wave(i) / length).collect();
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
                let lambda = greatest(a.clone());
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
