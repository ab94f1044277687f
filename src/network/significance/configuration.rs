//! [`Configuration`]: random networks with these numbers of groups and of members on average.
//!
//! - **Definition**: each participation is there by itself with the chance xy/(1+xy), x the node's
//!   and y the group's, such that all numbers come out on average: of all such models the one of
//!   most entropy (the bipartite configuration model: Saracco et al. 2015, "Randomizing bipartite
//!   networks", Scientific Reports 5, 10595; 2017, New J. Physics 19, 053022). As the stochastic
//!   degree sequence model of Neal 2014, "The backbone of bipartite projections", Social Networks
//!   39, 84–97, it comes nearest to the fixed one (Neal, Domagalski and Sagan 2021, "Comparing
//!   alternatives to the fixed degree sequence model", Scientific Reports 11, 23929).
//! - **Complexity**: a step of the fixed point takes c·d time, c and d the numbers of distinct
//!   degrees on either side, however many nodes have them. A node in all groups, or a group of all
//!   nodes, has chance 1 and is taken out before.
//!
//! Sums and products alone are used, so that every machine finds the same numbers.

use super::margins::Classes;
use crate::network::{
    incidence::{Incidence, index, real},
    random::Random,
};

/// Steps of the fixed point at most.
const STEPS: usize = 20_000;
/// The margins are met when none is further off than this share of it.
const ENOUGH: f64 = 1e-12;
/// More members of a class than this, on average, are drawn one by one.
const MANY: f64 = 100.0;

/// The chances of all participations, by the classes of node and group.
#[derive(Clone, Debug)]
pub(super) struct Configuration {
    nodes: Classes,
    groups: Classes,
    chance: Vec<f64>,
    members: Vec<Vec<u32>>,
}

impl Configuration {
    /// Finds the chances that meet the observed margins.
    pub(super) fn new(incidence: &Incidence) -> Self {
        let (nodes, groups) = (Classes::of_nodes(incidence), Classes::of_groups(incidence));
        let chance = solve(&nodes, &groups);
        let mut members = vec![Vec::new(); nodes.len()];
        for (node, &class) in nodes.of.iter().enumerate() {
            members[class as usize].push(index(node));
        }
        Self { nodes, groups, chance, members }
    }

    /// Returns the chance that a node of a class is in a group of a class.
    pub(super) fn chance(&self, node_class: u32, group_class: usize) -> f64 {
        self.chance[node_class as usize * self.groups.len() + group_class]
    }

    /// Returns the classes of the groups, by their numbers and the number of groups in each.
    pub(super) fn group_classes(&self) -> impl Iterator<Item = (usize, usize)> {
        self.groups.count.iter().copied().enumerate()
    }

    /// Returns the greatest share by which a number of groups or of members is off on average.
    pub(super) fn error(&self) -> f64 {
        let mut most = 0.0_f64;
        let mut size = vec![0.0; self.groups.len()];
        for (x, (&degree, &count)) in self.nodes.degree.iter().zip(&self.nodes.count).enumerate() {
            let mut sum = 0.0;
            for (y, groups) in self.group_classes() {
                let chance = self.chance[x * self.groups.len() + y];
                sum += chance * real(groups);
                size[y] += chance * real(count);
            }
            most = most.max(off(sum, degree));
        }
        for (sum, &degree) in size.into_iter().zip(&self.groups.degree) {
            most = most.max(off(sum, degree));
        }
        most
    }

    /// Draws a random network.
    pub(super) fn draw(&self, random: &mut Random) -> Incidence {
        let mut pairs = Vec::new();
        for (group, &class) in self.groups.of.iter().enumerate() {
            for (node_class, members) in self.members.iter().enumerate() {
                let chance = self.chance[node_class * self.groups.len() + class as usize];
                let at = pairs.len();
                let mut take = |node: u32| pairs.push((index(group), node));
                if chance >= 1.0 {
                    members.iter().copied().for_each(take);
                } else if real(members.len()) * chance > MANY {
                    let heads = members.iter().filter(|_| random.unit() < chance);
                    heads.copied().for_each(take);
                } else if chance > 0.0 {
                    let count = binomial(members.len(), chance, random);
                    // Floyd's way to choose some of many, each choice as likely.
                    let mut chosen: Vec<usize> = Vec::with_capacity(count);
                    for last in members.len() - count..members.len() {
                        let one = random.below(last + 1);
                        chosen.push(if chosen.contains(&one) { last } else { one });
                    }
                    for one in chosen {
                        take(members[one]);
                    }
                }
                pairs[at..].sort_unstable();
            }
        }
        Incidence::new(self.nodes.of.len(), vec![1.0; self.groups.of.len()], pairs)
    }
}

/// Draws how many of so many coins show heads, by going up the law until a random number is met.
fn binomial(coins: usize, heads: f64, random: &mut Random) -> usize {
    let tails = 1.0 - heads;
    let mut chance = power(tails, coins);
    let mut rest = random.unit();
    for count in 0..coins {
        if rest < chance {
            return count;
        }
        rest -= chance;
        chance *= real(coins - count) / real(count + 1) * heads / tails;
    }
    coins
}

/// A power by products alone: `powi` need not round alike everywhere.
fn power(base: f64, mut exponent: usize) -> f64 {
    let (mut square, mut product) = (base, 1.0);
    while exponent > 0 {
        if exponent % 2 == 1 {
            product *= square;
        }
        square *= square;
        exponent /= 2;
    }
    product
}

fn off(sum: f64, degree: usize) -> f64 {
    (sum - real(degree)).abs() / real(degree.max(1))
}

/// One side of what is left when all that is certain is taken out.
struct Side {
    degree: Vec<usize>,
    count: Vec<usize>,
    open: Vec<bool>,
}

impl Side {
    fn new(classes: &Classes) -> Self {
        let open = vec![true; classes.len()];
        Self { degree: classes.degree.clone(), count: classes.count.clone(), open }
    }

    fn all(&self) -> usize {
        let open = self.count.iter().zip(&self.open).filter(|&(_, &open)| open);
        open.map(|(count, _)| count).sum()
    }

    /// Takes a class out that is in nothing, or in all, of the other side, if there is one.
    fn certain(&mut self, other: &mut Self) -> Option<(usize, f64)> {
        let all = other.all();
        let is_certain =
            |&at: &usize| self.open[at] && (self.degree[at] == 0 || self.degree[at] >= all);
        let class = (0..self.open.len()).find(is_certain)?;
        self.open[class] = false;
        if self.degree[class] == 0 {
            return Some((class, 0.0));
        }
        for degree in other.degree.iter_mut().zip(&other.open).filter(|(_, open)| **open) {
            *degree.0 -= self.count[class].min(*degree.0);
        }
        Some((class, 1.0))
    }
}

/// Finds the chance for each pair of classes, the groups' classes running fastest.
fn solve(nodes: &Classes, groups: &Classes) -> Vec<f64> {
    let width = groups.len();
    let mut chance = vec![0.0; nodes.len() * width];
    let (mut left, mut right) = (Side::new(nodes), Side::new(groups));
    loop {
        if let Some((x, certain)) = left.certain(&mut right) {
            for y in (0..width).filter(|&y| right.open[y]) {
                chance[x * width + y] = certain;
            }
        } else if let Some((y, certain)) = right.certain(&mut left) {
            for x in (0..nodes.len()).filter(|&x| left.open[x]) {
                chance[x * width + y] = certain;
            }
        } else {
            break;
        }
    }
    let (x, y) = fixed_point(&left, &right);
    for (a, &x) in x.iter().enumerate().filter(|&(a, _)| left.open[a]) {
        for (b, &y) in y.iter().enumerate().filter(|&(b, _)| right.open[b]) {
            chance[a * width + b] = x * y / (1.0 + x * y);
        }
    }
    chance
}

/// Goes to and fro between the two sides until all margins are met.
fn fixed_point(left: &Side, right: &Side) -> (Vec<f64>, Vec<f64>) {
    let total: f64 = open(left).map(|at| real(left.degree[at] * left.count[at])).sum();
    let scale = if total > 0.0 { 1.0 / total.sqrt() } else { 0.0 };
    let start = |side: &Side| side.degree.iter().map(|&d| real(d) * scale).collect::<Vec<f64>>();
    let (mut x, mut y) = (start(left), start(right));
    for _ in 0..STEPS {
        let moved = step(left, &mut x, right, &y).max(step(right, &mut y, left, &x));
        if moved <= ENOUGH {
            break;
        }
    }
    (x, y)
}

fn open(side: &Side) -> impl Iterator<Item = usize> {
    (0..side.open.len()).filter(|&at| side.open[at])
}

/// Brings one side nearer to its margins; returns the greatest share by which one was off.
fn step(side: &Side, x: &mut [f64], other: &Side, y: &[f64]) -> f64 {
    let mut most = 0.0_f64;
    for at in open(side) {
        let sum: f64 =
            open(other).map(|b| real(other.count[b]) * y[b] / (1.0 + x[at] * y[b])).sum();
        most = most.max(off(x[at] * sum, side.degree[at]));
        x[at] = real(side.degree[at]) / sum;
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{close, incidences};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn all_margins_are_met(incidence in incidences()) {
            let configuration = Configuration::new(&incidence);
            // Where further participations are certain than those of the full and the empty, the
            // fixed point is at infinity, and comes as near as the steps reach.
            prop_assert!(configuration.error() < 1e-3, "{}", configuration.error());
            prop_assert!(configuration.chance.iter().all(|p| (0.0..=1.0).contains(p)));
        }
    }

    #[test]
    fn two_equal_nodes_in_two_equal_groups_of_a_regular_network() {
        // Four nodes with one group each, two groups of two: each chance is one half.
        let pairs = vec![(0, 0), (0, 1), (1, 2), (1, 3)];
        let configuration = Configuration::new(&Incidence::new(4, vec![1.0; 2], pairs));
        assert!(close(&configuration.chance, &[0.5]));
    }

    #[test]
    fn those_who_are_everywhere_are_so_in_each_sample() {
        let pairs = vec![(0, 0), (1, 0), (2, 0), (0, 1), (1, 2), (3, 0)];
        let configuration = Configuration::new(&Incidence::new(4, vec![1.0; 4], pairs));
        assert!(configuration.error() < 1e-9);
        for sample in 0..20 {
            let drawn = configuration.draw(&mut Random::new(2, sample));
            assert_eq!(drawn.groups(0), [0, 1, 2, 3]);
            assert!(drawn.groups(3).is_empty() && drawn.members(2) == [0]);
        }
    }

    #[test]
    fn drawn_networks_have_the_margins_on_average() {
        let pairs = (0..300_u32).map(|i| (i * i % 23, i % 150)).collect();
        let observed = Incidence::new(151, vec![1.0; 23], pairs);
        let configuration = Configuration::new(&observed);
        assert!(configuration.error() < 1e-9, "{}", configuration.error());
        let mut sizes = [0.0; 23];
        let samples = 400;
        for sample in 0..samples {
            let drawn = configuration.draw(&mut Random::new(5, sample));
            for group in drawn.all_groups() {
                sizes[group as usize] += real(drawn.members(group).len()) / 400.0;
            }
        }
        for group in observed.all_groups() {
            let size = real(observed.members(group).len());
            // Five standard errors; a variance is below its mean.
            assert!((sizes[group as usize] - size).abs() <= 5.0 * (size / 400.0).sqrt());
        }
    }

    #[test]
    fn a_power_is_a_product() {
        assert_eq!(power(0.5, 10).to_bits(), (1.0_f64 / 1024.0).to_bits());
        assert_eq!(power(0.3, 0).to_bits(), 1.0_f64.to_bits());
    }
}
