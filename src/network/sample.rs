//! Small networks and brute force, for the tests of this folder.

use super::{
    incidence::{Incidence, index},
    ties::Weight,
};
use proptest::prelude::*;

/// Random incidences: up to nine nodes, six groups, shared pairs, isolated nodes, components.
pub(crate) fn incidences() -> impl Strategy<Value = Incidence> {
    (0_usize..10, 0_usize..7).prop_flat_map(|(nodes, groups)| {
        let most = if nodes == 0 || groups == 0 { 0 } else { nodes * groups };
        let pair = (0..index(groups.max(1)), 0..index(nodes.max(1)));
        prop::collection::vec(pair, 0..=most)
            .prop_map(move |pairs| Incidence::new(nodes, vec![1.0; groups], pairs))
    })
}

/// Two triangles of people, {0, 1, 2} and {2, 3, 4}, a pair {0, 1} that meets again, and a loner.
pub(crate) fn bow_tie() -> Incidence {
    let pairs = vec![(0, 0), (0, 1), (0, 2), (1, 2), (1, 3), (1, 4), (2, 0), (2, 1)];
    Incidence::new(6, vec![1.0; 3], pairs)
}

/// The projection, written down.
pub(crate) fn matrix(incidence: &Incidence, weight: Weight) -> Vec<Vec<f64>> {
    let nodes = incidence.node_count();
    let mut matrix = vec![vec![0.0; nodes]; nodes];
    for group in incidence.all_groups() {
        for &a in incidence.members(group) {
            for &b in incidence.members(group).iter().filter(|&&b| b != a) {
                let cell: &mut f64 = &mut matrix[a as usize][b as usize];
                match weight {
                    Weight::None => *cell = 1.0,
                    _ => *cell += weight.of_group(incidence, group),
                }
            }
        }
    }
    matrix
}

/// Distances in the simple projection by Floyd and Warshall; `None` where there is no path.
pub(crate) fn distances(incidence: &Incidence) -> Vec<Vec<Option<u32>>> {
    let matrix = matrix(incidence, Weight::None);
    let nodes = matrix.len();
    let mut d: Vec<Vec<Option<u32>>> = (0..nodes)
        .map(|a| {
            let to = |b: usize| {
                if a == b { Some(0) } else { (matrix[a][b] > 0.0).then_some(1) }
            };
            (0..nodes).map(to).collect()
        })
        .collect();
    for via in 0..nodes {
        for a in 0..nodes {
            for b in 0..nodes {
                if let (Some(x), Some(y)) = (d[a][via], d[via][b]) {
                    d[a][b] = Some(d[a][b].map_or(x + y, |z| z.min(x + y)));
                }
            }
        }
    }
    d
}

/// Says whether two vectors are equal to a relative 1e-9.
pub(crate) fn close(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len()
        && a.iter().zip(b).all(|(x, y)| (x - y).abs() <= 1e-9 * x.abs().max(y.abs()).max(1e-3))
}

/// Runs a task on a pool of its own with so many threads.
pub(crate) fn on_threads<T: Send>(threads: usize, task: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(task)
}
