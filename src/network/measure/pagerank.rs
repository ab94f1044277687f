//! PageRank: where is a walker who now and then jumps anywhere?
//!
//! - **Definition**: the stationary distribution of a walk that with probability 0.85 follows a
//!   random tie of its node (in proportion to the ties' weights) and else jumps to any node of the
//!   network, each with 1/n; from a node without ties it always jumps (Page, Brin, Motwani and
//!   Winograd 1999, "The `PageRank` citation ranking"; Langville and Meyer 2006). The textbook's,
//!   not petgraph 0.8's `page_rank`, which never jumps between tied nodes.
//! - **Norm**: sums to 1; the normalised measure is multiplied by n, so that 1 is the average.
//! - **Complexity**: O(i·(m + p)): i ≈ 200 rounds, each brings the error down to 0.85 of what it
//!   was, until the sum of all changes is below 1e-14; m incidences, p pairs that share more than
//!   one group.

use super::about::{About, TakenOn};
use crate::network::{
    Arc,
    incidence::real,
    ties::{Ties, Weight},
};

/// What a paper must say of [`Measure::PageRank`](super::Measure::PageRank).
pub(super) const ABOUT: About = About {
    name: ("PageRank", "PageRank"),
    definition: (
        "随机游走者停留于该节点的概率，阻尼系数 0.85",
        "the probability of finding a random surfer at the node, with damping 0.85",
    ),
    taken_on: TakenOn::Weighted { unasked: Weight::None },
    reference: "Brin, S., & Page, L. (1998). The anatomy of a large-scale hypertextual Web search \
                 engine. Computer Networks and ISDN Systems, 30, 107–117.",
};

const DAMPING: f64 = 0.85;
const ENOUGH: f64 = 1e-14;
const ROUNDS: usize = 1_000;

/// Returns each node's PageRank in the projection.
///
/// ```
/// use gongshi::network::{Incidence, Overlaps, Ties, Weight, pagerank};
/// // A star: 1 met 0, 1 met 2. With x in the middle and y at each end,
/// // x = 0.05 + 0.85 · 2y and 2y = 0.1 + 0.85 x.
/// let incidence = Incidence::new(3, vec![1.0; 2], vec![(0, 0), (0, 1), (1, 1), (1, 2)]);
/// let overlaps = Overlaps::new(&incidence);
/// let ranks = pagerank(&Ties::new(&incidence, &overlaps, Weight::None));
/// assert!((ranks[1] - 0.135 / 0.2775).abs() < 1e-12);
/// ```
pub fn pagerank(ties: &Ties<'_>) -> Vec<f64> {
    let strengths = ties.strengths();
    walk(&strengths, |flow| ties.times(flow))
}

/// Returns each node's PageRank in a directed network: walkers go from source to target.
///
/// Weights count unless they are [`Weight::None`].
pub fn pagerank_directed(nodes: usize, arcs: &[Arc], weight: Weight) -> Vec<f64> {
    let of = |arc: &Arc| weight.of_arc(*arc);
    let mut strengths = vec![0.0; nodes];
    for arc in arcs {
        strengths[arc.source as usize] += of(arc);
    }
    walk(&strengths, |flow| {
        let mut next = vec![0.0; nodes];
        for arc in arcs {
            next[arc.target as usize] += of(arc) * flow[arc.source as usize];
        }
        next
    })
}

fn walk(strengths: &[f64], step: impl Fn(&[f64]) -> Vec<f64>) -> Vec<f64> {
    let nodes = real(strengths.len());
    let mut ranks = vec![1.0 / nodes; strengths.len()];
    for _ in 0..ROUNDS {
        let flow: Vec<f64> = (ranks.iter().zip(strengths))
            .map(|(rank, &strength)| if strength > 0.0 { rank / strength } else { 0.0 })
            .collect();
        let stuck: f64 = (ranks.iter().zip(strengths))
            .filter(|&(_, &strength)| strength <= 0.0)
            .map(|(rank, _)| rank)
            .sum();
        let base = (1.0 - DAMPING + DAMPING * stuck) / nodes;
        let next: Vec<f64> = step(&flow).into_iter().map(|sum| base + DAMPING * sum).collect();
        let change: f64 = next.iter().zip(&ranks).map(|(new, old)| (new - old).abs()).sum();
        ranks = next;
        if change < ENOUGH {
            break;
        }
    }
    let sum: f64 = ranks.iter().sum();
    ranks.iter().map(|rank| rank / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{
        Overlaps,
        sample::{bow_tie, close, incidences, matrix},
    };
    use proptest::prelude::*;

    /// Solves x = (1−d)/n + d·(Mᵀx + stuck/n) by elimination.
    fn by_elimination(a: &[Vec<f64>]) -> Vec<f64> {
        let n = a.len();
        let out: Vec<f64> = a.iter().map(|row| row.iter().sum()).collect();
        let mut rows: Vec<Vec<f64>> = (0..n)
            .map(|v| {
                let share = |u: usize| {
                    if out[u] > 0.0 { a[u][v] / out[u] } else { 1.0 / real(n) }
                };
                let cell = |u: usize| f64::from(u8::from(u == v)) - DAMPING * share(u);
                (0..n).map(cell).chain([(1.0 - DAMPING) / real(n)]).collect()
            })
            .collect();
        for i in 0..n {
            let pivot = (i..n).max_by(|&a, &b| rows[a][i].abs().total_cmp(&rows[b][i].abs()));
            rows.swap(i, pivot.unwrap());
            let top = rows[i].clone();
            for (j, row) in rows.iter_mut().enumerate().filter(|&(j, _)| j != i) {
                let factor = row[i] / top[i];
                assert!(j < n);
                for (cell, above) in row.iter_mut().zip(&top) {
                    *cell -= factor * above;
                }
            }
        }
        (0..n).map(|i| rows[i][n] / rows[i][i]).collect()
    }

    #[test]
    fn a_tie_one_way_by_hand() {
        // 0 → 1: x₀ = 0.075 + 0.425·x₁ and x₀ + x₁ = 1.
        let ranks =
            pagerank_directed(2, &[Arc { source: 0, target: 1, weight: 3.0 }], Weight::None);
        assert!(close(&ranks, &[0.5 / 1.425, 0.925 / 1.425]));
    }

    #[test]
    fn the_rank_of_a_loner_is_the_least() {
        let incidence = bow_tie();
        let overlaps = Overlaps::new(&incidence);
        let ranks = pagerank(&Ties::new(&incidence, &overlaps, Weight::None));
        assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!(ranks[..5].iter().all(|&rank| rank > ranks[5]));
    }

    proptest! {
        #[test]
        fn pagerank_solves_its_equation(incidence in incidences()) {
            let overlaps = Overlaps::new(&incidence);
            for weight in Weight::ALL {
                let ranks = pagerank(&Ties::new(&incidence, &overlaps, weight));
                prop_assert!(close(&ranks, &by_elimination(&matrix(&incidence, weight))));
            }
        }

        #[test]
        fn directed_pagerank_solves_its_equation(
            cells in prop::collection::vec(0.0_f64..2.0, 25)
        ) {
            let at = |u: usize, v: usize| {
                let cell = cells[u * 5 + v];
                if u == v || cell < 1.2 { 0.0 } else { cell }
            };
            let matrix: Vec<Vec<f64>> =
                (0..5).map(|u| (0..5).map(|v| at(u, v)).collect()).collect();
            let mut arcs = Vec::new();
            for (source, row) in (0..).zip(&matrix) {
                for (target, &weight) in (0..).zip(row).filter(|&(_, &weight)| weight > 0.0) {
                    arcs.push(Arc { source, target, weight });
                }
            }
            let ranks = pagerank_directed(5, &arcs, Weight::Shared);
            prop_assert!(close(&ranks, &by_elimination(&matrix)));
        }
    }
}
