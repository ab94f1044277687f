//! [`Ego`]: the neighbours of one node and the ties among them, taken over the groups.
//!
//! What clustering, Burt's measures and brokerage ask of a neighbourhood is a product of its own
//! small matrix with a vector: for each neighbour j, the sum of a·x over the neighbours k that j
//! is tied with. Each group adds up its members among the neighbours once and hands the sum to
//! each of them; [`Overlaps`] takes away what the simple projection counts too often. So a node
//! with d neighbours takes O(Σ (g + o)) steps over them, g and o a neighbour's groups and
//! overlaps, and none of the up to d² ties among them is written down.

use crate::network::{
    incidence::{Incidence, real},
    overlap::Overlaps,
    ties::Weight,
};
use rayon::prelude::*;

/// The projection that neighbourhoods are taken from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Field<'a> {
    pub(crate) incidence: &'a Incidence,
    pub(crate) overlaps: &'a Overlaps,
    pub(crate) weight: Weight,
}

impl Field<'_> {
    /// Computes something for each node from its neighbourhood.
    ///
    /// Nodes of the same class have the same neighbourhood but for each other: `class` names the
    /// first node that stands for each. One thread takes a node, so their number changes no bit.
    pub(crate) fn by_node<T: Clone + Send + Sync>(
        self,
        class: &[u32],
        value: impl Fn(&mut Ego<'_>) -> T + Sync,
    ) -> Vec<T> {
        let values: Vec<Option<T>> = (self.incidence.nodes())
            .into_par_iter()
            .with_min_len(64)
            .map_init(
                || Ego::new(self),
                |ego, node| {
                    (class[node as usize] == node).then(|| {
                        ego.gather(node);
                        value(ego)
                    })
                },
            )
            .collect();
        let of = |&first: &u32| values[first as usize].clone();
        class.iter().filter_map(of).collect()
    }

    /// Returns at least as many steps as a look at all neighbourhoods takes.
    pub(crate) fn work(self) -> usize {
        let twins = self.incidence.twins();
        let of_node = |node: u32| self.incidence.groups(node).len() + self.overlaps.of(node).len();
        let of_group: Vec<usize> = (self.incidence.all_groups())
            .map(|group| self.incidence.members(group).iter().map(|&node| of_node(node)).sum())
            .collect();
        let firsts = self.incidence.nodes().filter(|&node| twins[node as usize] == node);
        firsts
            .flat_map(|node| self.incidence.groups(node))
            .fold(0, |sum: usize, &group| sum.saturating_add(of_group[group as usize]))
    }
}

/// One node and its neighbours.
#[derive(Debug)]
pub(crate) struct Ego<'a> {
    field: Field<'a>,
    factor: Vec<f64>,
    /// The node.
    pub(crate) node: u32,
    /// Its neighbours, in the order of its groups.
    pub(crate) neighbours: Vec<u32>,
    near: Vec<bool>,
    tie: Vec<f64>,
    sum: Vec<f64>,
    touched: Vec<u32>,
}

impl<'a> Ego<'a> {
    fn new(field: Field<'a>) -> Self {
        let (nodes, groups) = (field.incidence.node_count(), field.incidence.group_count());
        let of_group = |group| field.weight.of_group(field.incidence, group);
        Self {
            field,
            factor: field.incidence.all_groups().map(of_group).collect(),
            node: 0,
            neighbours: Vec::new(),
            near: vec![false; nodes],
            tie: vec![0.0; nodes],
            sum: vec![0.0; groups],
            touched: Vec::new(),
        }
    }

    fn gather(&mut self, node: u32) {
        for other in self.neighbours.drain(..) {
            self.near[other as usize] = false;
            self.tie[other as usize] = 0.0;
        }
        self.node = node;
        for &group in self.field.incidence.groups(node) {
            for &other in self.field.incidence.members(group).iter().filter(|&&m| m != node) {
                let at = other as usize;
                if !std::mem::replace(&mut self.near[at], true) {
                    self.neighbours.push(other);
                }
                self.tie[at] = match self.field.weight {
                    Weight::None => 1.0,
                    _ => self.tie[at] + self.factor[group as usize],
                };
            }
        }
    }

    /// Says whether a node is a neighbour.
    pub(crate) fn is_near(&self, node: u32) -> bool {
        self.near[node as usize]
    }

    /// Returns the weight of the node's tie with a neighbour.
    pub(crate) fn tie(&self, neighbour: u32) -> f64 {
        self.tie[neighbour as usize]
    }

    /// Returns for each neighbour, in their order, the sum of `x` over the neighbours that it is
    /// tied with, each times the weight of the tie.
    pub(crate) fn times(&mut self, x: impl Fn(&Self, u32) -> f64) -> Vec<f64> {
        self.times_in(self.field, x)
    }

    /// Does the same with the ties of another projection of the same nodes, which must be simple
    /// unless it is the own one.
    pub(crate) fn times_in(&mut self, field: Field<'_>, x: impl Fn(&Self, u32) -> f64) -> Vec<f64> {
        let Field { incidence, overlaps, weight } = field;
        let least = self.sum.len().max(incidence.group_count());
        self.sum.resize(least, 0.0);
        let values: Vec<f64> = self.neighbours.iter().map(|&node| x(self, node)).collect();
        for (&node, value) in self.neighbours.iter().zip(&values) {
            for &group in incidence.groups(node) {
                // A sum of zeros is as good as none.
                if self.sum[group as usize] == 0.0 {
                    self.touched.push(group);
                }
                self.sum[group as usize] += value;
            }
        }
        let simple = weight == Weight::None;
        let factor = |group: u32| if simple { 1.0 } else { self.factor[group as usize] };
        let product = self.neighbours.iter().zip(&values).map(|(&node, own)| {
            let groups = incidence.groups(node).iter();
            let over_groups: f64 =
                groups.map(|&group| factor(group) * (self.sum[group as usize] - own)).sum();
            if !simple {
                return over_groups;
            }
            let again = overlaps.of(node).iter().filter(|overlap| self.is_near(overlap.partner));
            let excess = again.map(|o| f64::from(o.excess) * x(self, o.partner)).sum::<f64>();
            over_groups - excess
        });
        let product = product.collect();
        for group in self.touched.drain(..) {
            self.sum[group as usize] = 0.0;
        }
        product
    }

    /// Returns the number of ordered pairs of neighbours that are tied, in the simple projection.
    pub(crate) fn tied_pairs(&mut self) -> f64 {
        self.times(|_, _| 1.0).into_iter().sum()
    }

    /// Returns the number of neighbours.
    pub(crate) fn degree(&self) -> f64 {
        real(self.neighbours.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{close, incidences, matrix};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_product_is_that_of_the_matrix_of_the_neighbours(incidence in incidences()) {
            let overlaps = Overlaps::new(&incidence);
            for weight in Weight::ALL {
                let a = matrix(&incidence, weight);
                let field = Field { incidence: &incidence, overlaps: &overlaps, weight };
                let x = |node: u32| 1.0 / f64::from(node + 2);
                let all = field.by_node(&incidence.twins(), |ego| {
                    let product = ego.times(|_, node| x(node));
                    let of = |i: usize, j: u32| (product[i], ego.tie(j));
                    let mut rows: Vec<(f64, f64)> =
                        ego.neighbours.iter().enumerate().map(|(i, &j)| of(i, j)).collect();
                    rows.sort_by(|p, q| p.0.total_cmp(&q.0));
                    rows
                });
                for (u, rows) in all.into_iter().enumerate() {
                    let u = incidence.twins()[u] as usize;
                    let near = |j: &usize| a[u][*j] > 0.0;
                    let n = a.len();
                    let sum = |j: usize| (0..n).filter(near)
                        .map(|k| a[j][k] * x(u32::try_from(k).unwrap())).sum::<f64>();
                    let mut expected: Vec<(f64, f64)> =
                        (0..n).filter(near).map(|j| (sum(j), a[u][j])).collect();
                    expected.sort_by(|p, q| p.0.total_cmp(&q.0));
                    let first = |rows: &[(f64, f64)]| rows.iter().map(|r| r.0).collect::<Vec<_>>();
                    prop_assert!(close(&first(&rows), &first(&expected)));
                    let ties = |rows: &[(f64, f64)]| rows.iter().map(|r| r.1).sum::<f64>();
                    prop_assert!(close(&[ties(&rows)], &[ties(&expected)]));
                }
            }
        }

        #[test]
        fn the_work_is_not_underestimated(incidence in incidences()) {
            let overlaps = Overlaps::new(&incidence);
            let field = Field { incidence: &incidence, overlaps: &overlaps, weight: Weight::None };
            let cost = |node: u32| incidence.groups(node).len() + overlaps.of(node).len();
            let twins = incidence.twins();
            let steps = field.by_node(&twins, |ego| {
                ego.neighbours.iter().map(|&node| cost(node)).sum::<usize>()
            });
            let firsts = incidence.nodes().filter(|&node| twins[node as usize] == node);
            prop_assert!(firsts.map(|node| steps[node as usize]).sum::<usize>() <= field.work());
        }
    }
}
