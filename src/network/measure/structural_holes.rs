//! Structural holes: how much do a node's contacts depend on each other?
//!
//! - **Definition**: with p(u,v) the share of u's tie weight that goes to v, **constraint** is the
//!   sum over the neighbours v of `(p(u,v) + Σ_q p(u,q)·p(q,v))²`; **effective size** is the number
//!   of neighbours less their redundancy, `Σ_v (1 − Σ_q p(u,q)·m(v,q))`, m(v,q) being the weight of
//!   the tie relative to the greatest of v's (Burt 1992, "Structural Holes", ch. 2). Weights are
//!   those of `--weight`; without, it is d − 2t/d for d neighbours with t ties among them
//!   (Borgatti 1997). An isolated node has no contacts: both are 0 (networkx and igraph: NaN).
//! - **Norm**: constraint is the same; effective size is divided by the degree: Burt's efficiency.
//! - **Complexity**: O(Σ (g + o)) over the neighbours of each node that differs in its groups from
//!   all before it: g and o a neighbour's groups and overlaps. That is the projection's number of
//!   ties, times a small number: it is counted before and refused beyond 2·10¹¹.
//! - **Source**: as [`Ego`](super::ego::Ego) has it: `Σ_q p(u,q)·p(q,v)` is a product of the
//!   neighbours' own matrix.

use super::{
    about::{About, TakenOn},
    ego::Field,
};
use crate::network::{
    incidence::Incidence,
    ties::{Ties, Weight},
};

/// What a paper must say of [`Measure::Constraint`](super::Measure::Constraint).
pub(super) const CONSTRAINT: About = About {
    name: ("约束度", "constraint"),
    definition: (
        "节点对各联系人的直接与间接投入份额之和的平方的总和（Burt）",
        "the sum, over the node's contacts, of the squared share of its ties that is spent on the \
         contact directly or through others (Burt)",
    ),
    taken_on: TakenOn::Weighted { unasked: Weight::None },
    reference: BURT_1992,
};

/// What a paper must say of [`Measure::EffectiveSize`](super::Measure::EffectiveSize).
pub(super) const EFFECTIVE_SIZE: About = About {
    name: ("有效规模", "effective size"),
    definition: (
        "联系人的数目减去其冗余部分（Burt）",
        "the number of the node's contacts less their redundancy (Burt)",
    ),
    taken_on: TakenOn::Weighted { unasked: Weight::None },
    reference: BURT_1992,
};

const BURT_1992: &str = "Burt, R. S. (1992). Structural Holes: The Social Structure of \
    Competition. Harvard University Press.";

/// Returns each node's constraint.
pub(crate) fn constraint(field: Field<'_>) -> Vec<f64> {
    let strengths = Ties::new(field.incidence, field.overlaps, field.weight).strengths();
    field.by_node(&field.incidence.twins(), |ego| {
        let whole: f64 = ego.neighbours.iter().map(|&other| ego.tie(other)).sum();
        if whole <= 0.0 {
            return 0.0;
        }
        let indirect = ego.times(|ego, other| {
            let spread = strengths[other as usize];
            if spread > 0.0 { ego.tie(other) / whole / spread } else { 0.0 }
        });
        let both = ego.neighbours.iter().zip(indirect);
        both.map(|(&other, indirect)| (ego.tie(other) / whole + indirect).powi(2)).sum()
    })
}

/// Returns each node's effective size.
pub(crate) fn effective_size(field: Field<'_>) -> Vec<f64> {
    let greatest = greatest_weights(field);
    field.by_node(&field.incidence.twins(), |ego| {
        let whole: f64 = ego.neighbours.iter().map(|&other| ego.tie(other)).sum();
        if whole <= 0.0 {
            return ego.degree();
        }
        let shares = ego.times(|_, other| {
            let most = greatest[other as usize];
            if most > 0.0 { 1.0 / most } else { 0.0 }
        });
        let redundant = ego.neighbours.iter().zip(shares);
        ego.degree() - redundant.map(|(&other, share)| ego.tie(other) / whole * share).sum::<f64>()
    })
}

/// Returns the weight of each node's heaviest tie.
fn greatest_weights(field: Field<'_>) -> Vec<f64> {
    let Field { incidence, overlaps, weight } = field;
    let factor = |group: u32| match incidence.members(group).len() {
        0 | 1 => 0.0,
        _ => weight.of_group(incidence, group),
    };
    let of_pair = |a: u32, b: u32| -> f64 { shared(incidence, a, b).map(factor).sum() };
    (incidence.nodes())
        .map(|node| {
            let once = incidence.groups(node).iter().map(|&group| factor(group));
            let most = once.fold(0.0, f64::max);
            if weight == Weight::None {
                return most;
            }
            let again = overlaps.of(node).iter().map(|overlap| of_pair(node, overlap.partner));
            again.fold(most, f64::max)
        })
        .collect()
}

fn shared(incidence: &Incidence, a: u32, b: u32) -> impl Iterator<Item = u32> {
    let theirs = incidence.groups(b);
    incidence.groups(a).iter().copied().filter(|group| theirs.binary_search(group).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{
        Overlaps,
        sample::{bow_tie, close, incidences, matrix},
    };
    use proptest::prelude::*;

    #[test]
    fn the_bow_tie_by_hand() {
        let incidence = bow_tie();
        let overlaps = Overlaps::new(&incidence);
        let field = Field { incidence: &incidence, overlaps: &overlaps, weight: Weight::None };
        // A wing spends 1/2 on its mate and 1/2·1/4 through the middle, and so on.
        let wing = (0.5_f64 + 0.5 * 0.25).powi(2) + (0.5_f64 + 0.5 * 0.5).powi(2);
        let middle = 4.0 * (0.25_f64 + 0.25 * 0.5).powi(2);
        assert!(close(&constraint(field), &[wing, wing, middle, wing, wing, 0.0]));
        assert!(close(&effective_size(field), &[1.0, 1.0, 3.0, 1.0, 1.0, 0.0]));
    }

    fn share(a: &[Vec<f64>], u: usize, v: usize) -> f64 {
        let sum: f64 = a[u].iter().sum();
        if sum > 0.0 { a[u][v] / sum } else { 0.0 }
    }

    proptest! {
        #[test]
        fn both_are_what_their_definitions_say(incidence in incidences()) {
            let overlaps = Overlaps::new(&incidence);
            for weight in Weight::ALL {
                let a = matrix(&incidence, weight);
                let n = a.len();
                let near = |u: usize| (0..n).filter(|&v| a[u][v] > 0.0).collect::<Vec<_>>();
                let through = |u: usize, v: usize| {
                    (0..n).map(|q| share(&a, u, q) * share(&a, q, v)).sum::<f64>()
                };
                let expected: Vec<f64> = (0..n).map(|u| {
                    near(u).iter().map(|&v| (share(&a, u, v) + through(u, v)).powi(2)).sum()
                }).collect();
                let field = Field { incidence: &incidence, overlaps: &overlaps, weight };
                prop_assert!(close(&constraint(field), &expected));
                let most = |v: usize| a[v].iter().copied().fold(0.0, f64::max);
                let redundancy = |u: usize, v: usize| {
                    (0..n).map(|q| share(&a, u, q) * a[v][q] / most(v)).sum::<f64>()
                };
                let expected: Vec<f64> = (0..n)
                    .map(|u| near(u).iter().map(|&v| 1.0 - redundancy(u, v)).sum()).collect();
                prop_assert!(close(&effective_size(field), &expected));
            }
        }
    }
}
