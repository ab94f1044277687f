//! Mixing: are like nodes tied with like, by degree or by class?
//!
//! - **Definition**: **degree assortativity** is the correlation of the degrees at the two ends of
//!   a tie (Newman 2002, "Assortative mixing in networks", Phys. Rev. Lett. 89, 208701);
//!   **attribute assortativity** is (Σ e(c,c) − Σ a(c)²)/(1 − Σ a(c)²), e(c,c) the share of ties
//!   within class c, a(c) the share of their ends that lie in it (Newman 2003, "Mixing patterns in
//!   networks", Phys. Rev. E 67, 026126); the **E–I index** is (E − I)/(E + I) for E ties between
//!   classes and I within (Krackhardt and Stern 1988, "Informal networks and organizational
//!   crises", Social Psychology Quarterly 51, 123–140). Ties are those of the *simple* projection;
//!   of classes, those whose two ends have one.
//! - **Complexity**: O(m + p): sums over ties are products with the matrix of the projection.

use super::{
    incidence::{Incidence, real},
    overlap::Overlaps,
    ties::{Ties, Weight},
};
use std::collections::BTreeMap;

/// Returns the correlation of the degrees at the ends of ties; none where all are equal.
pub(crate) fn degree_assortativity(incidence: &Incidence, overlaps: &Overlaps) -> Option<f64> {
    let ties = Ties::new(incidence, overlaps, Weight::None);
    let degrees = ties.strengths();
    let ends: f64 = degrees.iter().sum();
    let mean = degrees.iter().map(|degree| degree * degree).sum::<f64>() / ends;
    // Deviations from the mean, so that nothing great is taken from anything great.
    let away: Vec<f64> = degrees.iter().map(|degree| degree - mean).collect();
    let spread: f64 = degrees.iter().zip(&away).map(|(degree, away)| degree * away * away).sum();
    let product = ties.times(&away);
    let both: f64 = away.iter().zip(product).map(|(x, y)| x * y).sum();
    (ends > 0.0 && spread > 1e-12 * ends).then(|| both / spread)
}

/// The ties whose two ends have a class.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mixing {
    /// The number of ends of such ties.
    pub ends: f64,
    /// The number of ends of those within a class.
    pub within: f64,
    /// The number of ends in each class.
    pub by_class: BTreeMap<u32, f64>,
}

impl Mixing {
    /// Counts the ties.
    pub(crate) fn new(incidence: &Incidence, overlaps: &Overlaps, classes: &[Option<u32>]) -> Self {
        let known: Vec<f64> =
            classes.iter().map(|class| f64::from(u8::from(class.is_some()))).collect();
        let degrees = Ties::new(incidence, overlaps, Weight::None).times(&known);
        let mut mixing = Self::default();
        for (degree, class) in degrees.into_iter().zip(classes) {
            if let Some(class) = *class {
                mixing.ends += degree;
                *mixing.by_class.entry(class).or_default() += degree;
            }
        }
        for group in incidence.all_groups() {
            let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
            for class in incidence.members(group).iter().filter_map(|&m| classes[m as usize]) {
                *counts.entry(class).or_default() += 1;
            }
            let pairs = counts.values().map(|&count| real(count) * real(count - 1));
            mixing.within += pairs.sum::<f64>();
        }
        for node in incidence.nodes().filter(|&node| classes[node as usize].is_some()) {
            let like = overlaps
                .of(node)
                .iter()
                .filter(|overlap| classes[overlap.partner as usize] == classes[node as usize]);
            mixing.within -= like.map(|overlap| f64::from(overlap.excess)).sum::<f64>();
        }
        mixing
    }

    /// Returns Newman's assortativity; none where all ties are within one class, or there is none.
    pub fn assortativity(&self) -> Option<f64> {
        let squares: f64 = self.by_class.values().map(|ends| (ends / self.ends).powi(2)).sum();
        (self.ends > 0.0 && squares < 1.0)
            .then(|| (self.within / self.ends - squares) / (1.0 - squares))
    }

    /// Returns Krackhardt and Stern's index, from -1 (all within) to 1; none without a tie.
    pub fn external_internal(&self) -> Option<f64> {
        (self.ends > 0.0).then(|| (self.ends - 2.0 * self.within) / self.ends)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{bow_tie, incidences, matrix};
    use proptest::prelude::*;

    fn near(a: Option<f64>, b: Option<f64>) -> bool {
        match (a, b) {
            (Some(a), Some(b)) => (a - b).abs() < 1e-9,
            (a, b) => a == b,
        }
    }

    #[test]
    fn the_bow_tie_by_hand() {
        let incidence = bow_tie();
        let overlaps = Overlaps::new(&incidence);
        // Six ties, twelve ends: four of degree 4 at the middle, eight of degree 2.
        assert!(near(degree_assortativity(&incidence, &overlaps), Some(-0.5)));
        let classes = [1, 1, 1, 2, 2, 2].map(Some);
        let mixing = Mixing::new(&incidence, &overlaps, &classes);
        // Within: the first wing and 3 with 4; across: the middle's two.
        assert!(near(mixing.external_internal(), Some((2.0 - 4.0) / 6.0)));
        let squares = (8.0_f64 / 12.0).powi(2) + (4.0_f64 / 12.0).powi(2);
        let expected = (4.0 / 6.0 - squares) / (1.0 - squares);
        assert!(near(mixing.assortativity(), Some(expected)));
    }

    #[test]
    fn what_is_not_defined_is_none() {
        let incidence = Incidence::new(2, vec![1.0], vec![(0, 0), (0, 1)]);
        let overlaps = Overlaps::new(&incidence);
        assert_eq!(degree_assortativity(&incidence, &overlaps), None);
        let mixing = Mixing::new(&incidence, &overlaps, &[Some(1), Some(1)]);
        assert_eq!((mixing.assortativity(), mixing.external_internal()), (None, Some(-1.0)));
        let mixing = Mixing::new(&incidence, &overlaps, &[Some(1), None]);
        assert_eq!((mixing.assortativity(), mixing.external_internal()), (None, None));
    }

    proptest! {
        #[test]
        fn figures_are_those_of_the_written_ties(
            incidence in incidences(),
            numbers in prop::collection::vec(0_u32..4, 10),
        ) {
            let classes: Vec<Option<u32>> = incidence.nodes()
                .map(|node| numbers[node as usize]).map(|n| (n > 0).then_some(n)).collect();
            let a = matrix(&incidence, Weight::None);
            let n = a.len();
            let pairs = || (0..n).flat_map(|u| (0..n).map(move |v| (u, v)));
            let tied: Vec<(usize, usize)> = pairs().filter(|&(u, v)| a[u][v] > 0.0).collect();
            let degree: Vec<f64> = a.iter().map(|row| row.iter().sum()).collect();
            let count = real(tied.len());
            let mean = tied.iter().map(|&(u, _)| degree[u]).sum::<f64>() / count;
            let spread: f64 = tied.iter().map(|&(u, _)| (degree[u] - mean).powi(2)).sum();
            let both: f64 =
                tied.iter().map(|&(u, v)| (degree[u] - mean) * (degree[v] - mean)).sum();
            let expected = (spread > 1e-9).then(|| both / spread);
            let overlaps = Overlaps::new(&incidence);
            prop_assert!(near(degree_assortativity(&incidence, &overlaps), expected));

            let known: Vec<(u32, u32)> =
                tied.iter().filter_map(|&(u, v)| classes[u].zip(classes[v])).collect();
            let all = real(known.len());
            let inside = real(known.iter().filter(|(a, b)| a == b).count());
            let squares: f64 = (1..4)
                .map(|c| (real(known.iter().filter(|(a, _)| *a == c).count()) / all).powi(2)).sum();
            let mixing = Mixing::new(&incidence, &overlaps, &classes);
            let expected =
                (all > 0.0 && squares < 1.0).then(|| (inside / all - squares) / (1.0 - squares));
            prop_assert!(near(mixing.assortativity(), expected));
            let expected = (all > 0.0).then(|| (all - 2.0 * inside) / all);
            prop_assert!(near(mixing.external_internal(), expected));
        }
    }
}
