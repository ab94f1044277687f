//! Lanczos's method, restarted: the greatest eigenvalue where the power method is too slow.
//!
//! The power method needs about λ₁/(λ₁−λ₂) rounds for each digit, Lanczos's the square root of
//! that. Orthogonality is restored against the whole basis, which is small, and all sums run on
//! one thread. Source: Lanczos 1950, "An iteration method for the solution of the eigenvalue
//! problem", J. Research NBS 45, 255–282; Saad 2011, "Numerical Methods for Large Eigenvalue
//! Problems", ch. 6.

/// Vectors in the basis before it is started again.
const STEPS: usize = 40;
const RESTARTS: usize = 5_000;
const ENOUGH: f64 = 4e-15;

/// Returns the greatest eigenvalue of a symmetric matrix and its vector of length 1.
///
/// `start` must not be orthogonal to the vector; with all entries positive, for a matrix without
/// negative entries, it is not.
pub(super) fn greatest(times: impl Fn(&[f64]) -> Vec<f64>, start: &[f64]) -> (f64, Vec<f64>) {
    let mut x = start.to_vec();
    scale_to_one(&mut x);
    let (mut value, mut before) = (0.0, f64::INFINITY);
    for _ in 0..RESTARTS {
        let (basis, projected) = expand(&times, x);
        let (greatest, weights) = greatest_of_small(projected);
        value = greatest;
        x = vec![0.0; start.len()];
        for (vector, weight) in basis.iter().zip(weights) {
            add(&mut x, weight, vector);
        }
        scale_to_one(&mut x);
        let mut rest = times(&x);
        add(&mut rest, -value, &x);
        let rest = dot(&rest, &rest).sqrt();
        // What rounding leaves cannot be made smaller.
        let floor = rest <= 1e-13 * value && rest >= 0.98 * before;
        if rest <= ENOUGH * value || floor {
            break;
        }
        before = rest;
    }
    (value, x)
}

/// Makes an orthonormal basis from x, A·x, A²·x, …, and the matrix in that basis.
fn expand(times: &impl Fn(&[f64]) -> Vec<f64>, x: Vec<f64>) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
    let mut basis = vec![x];
    let mut matrix = vec![vec![0.0; STEPS]; STEPS];
    for step in 0..STEPS {
        let mut next = times(&basis[step]);
        let size = dot(&next, &next).sqrt();
        for _ in 0..2 {
            for (row, vector) in basis.iter().enumerate() {
                let share = dot(vector, &next);
                matrix[row][step] += share;
                add(&mut next, -share, vector);
            }
        }
        let rest = dot(&next, &next).sqrt();
        if step + 1 == STEPS || rest <= 1e-13 * size {
            break;
        }
        matrix[step + 1][step] = rest;
        scale_to_one(&mut next);
        basis.push(next);
    }
    let size = basis.len();
    let mean = |i: usize, j: usize| f64::midpoint(matrix[i][j], matrix[j][i]);
    let matrix = (0..size).map(|i| (0..size).map(|j| mean(i, j)).collect()).collect();
    (basis, matrix)
}

/// Returns the greatest eigenvalue of a small symmetric matrix and its vector, by Jacobi's
/// rotations.
pub(super) fn greatest_of_small(mut matrix: Vec<Vec<f64>>) -> (f64, Vec<f64>) {
    const SWEEPS: usize = 30;
    let size = matrix.len();
    let unit = |i: usize| (0..size).map(|j| f64::from(u8::from(i == j))).collect();
    // Row i is the vector that belongs to the i-th value on the diagonal.
    let mut vectors: Vec<Vec<f64>> = (0..size).map(unit).collect();
    for _ in 0..SWEEPS {
        let mut still = true;
        for p in 0..size {
            for q in p + 1..size {
                let off = matrix[p][q];
                if off.abs() <= 1e-17 * (matrix[p][p].abs() + matrix[q][q].abs()) {
                    continue;
                }
                still = false;
                let theta = (matrix[q][q] - matrix[p][p]) / (2.0 * off);
                let tangent = theta.signum() / (theta.abs() + theta.hypot(1.0));
                let cos = 1.0 / tangent.hypot(1.0);
                let sin = tangent * cos;
                for row in &mut matrix {
                    (row[p], row[q]) = (cos * row[p] - sin * row[q], sin * row[p] + cos * row[q]);
                }
                rotate(&mut matrix, p, q, cos, sin);
                rotate(&mut vectors, p, q, cos, sin);
            }
        }
        if still {
            break;
        }
    }
    let best = (0..size).max_by(|&a, &b| matrix[a][a].total_cmp(&matrix[b][b]));
    best.map_or((0.0, Vec::new()), |best| (matrix[best][best], vectors.swap_remove(best)))
}

fn rotate(rows: &mut [Vec<f64>], p: usize, q: usize, cos: f64, sin: f64) {
    let (above, below) = rows.split_at_mut(q);
    for (x, y) in above[p].iter_mut().zip(&mut below[0]) {
        (*x, *y) = (cos * *x - sin * *y, sin * *x + cos * *y);
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn add(sum: &mut [f64], factor: f64, vector: &[f64]) {
    for (value, other) in sum.iter_mut().zip(vector) {
        *value += factor * other;
    }
}

fn scale_to_one(vector: &mut [f64]) {
    let length = dot(vector, vector).sqrt();
    for value in vector {
        *value /= length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::close;

    #[test]
    fn a_small_matrix_by_hand() {
        let (value, vector) = greatest_of_small(vec![vec![2.0, 1.0], vec![1.0, 2.0]]);
        assert!((value - 3.0).abs() < 1e-14);
        assert!((vector[0] - vector[1]).abs() < 1e-14);
    }

    #[test]
    fn a_path_of_two_hundred_has_a_sine() {
        let times = |x: &[f64]| {
            let at = |i: usize| x.get(i).copied().unwrap_or(0.0);
            (0..x.len()).map(|i| at(i + 1) + if i > 0 { at(i - 1) } else { 0.0 }).collect()
        };
        let angle = std::f64::consts::PI / 201.0;
        let (value, vector) = greatest(times, &[1.0; 200]);
        assert!((value - 2.0 * angle.cos()).abs() < 1e-12);
        let ratio: Vec<f64> = (1..=200_u32)
            .zip(&vector)
            .map(|(i, x)| x / (f64::from(i) * angle).sin() / (2.0_f64 / 201.0).sqrt())
            .collect();
        let sign = ratio[0].signum();
        assert!(close(&ratio, &[sign; 200]));
    }
}
