//! [`Correction`]: of many tests some are low by chance.

use std::{fmt, str::FromStr};

/// How p-values are corrected for the number of tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Correction {
    /// Benjamini and Hochberg 1995, "Controlling the false discovery rate", J. Royal Statistical
    /// Society B 57, 289–300: of what is called significant, a share of alpha is there by chance.
    #[default]
    BenjaminiHochberg,
    /// Holm 1979, "A simple sequentially rejective multiple test procedure", Scandinavian
    /// J. Statistics 6, 65–70: the chance that anything at all is wrongly called significant.
    Holm,
    /// Not at all.
    None,
}

impl Correction {
    /// Returns the name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::BenjaminiHochberg => "bh",
            Self::Holm => "holm",
            Self::None => "none",
        }
    }
}

impl fmt::Display for Correction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Correction {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = [Self::BenjaminiHochberg, Self::Holm, Self::None];
        let known = known.into_iter().find(|correction| correction.name() == name);
        known.ok_or_else(|| format!("unknown correction '{name}' (known: bh, holm, none)"))
    }
}

/// Adjusts p-values, each with the number of tests that have it, for `tests` tests in all.
///
/// Tests that are not listed have p = 1. An adjusted value is the least alpha at which the test is
/// significant. O(n log n) time for n values, however many tests have them.
///
/// ```
/// use gongshi::network::{Correction, adjust};
/// let p = [(0.01, 1), (0.04, 1), (0.03, 2)];
/// assert_eq!(adjust(&p, 4, Correction::BenjaminiHochberg), [0.04, 0.04, 0.04]);
/// assert_eq!(adjust(&p, 4, Correction::Holm), [0.04, 0.09, 0.09]);
/// ```
pub fn adjust(values: &[(f64, usize)], tests: usize, correction: Correction) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].0.total_cmp(&values[b].0).then(a.cmp(&b)));
    let all = crate::network::real(tests);
    let mut adjusted = vec![1.0; values.len()];
    match correction {
        Correction::None => values.iter().map(|&(p, _)| p).collect(),
        Correction::BenjaminiHochberg => {
            let mut rank: usize = values.iter().map(|&(_, count)| count).sum();
            let mut least = 1.0_f64;
            for &at in order.iter().rev() {
                let (p, count) = values[at];
                least = least.min(p * all / crate::network::real(rank));
                adjusted[at] = least;
                rank -= count;
            }
            adjusted
        }
        Correction::Holm => {
            let (mut before, mut most) = (0, 0.0_f64);
            for &at in &order {
                let (p, count) = values[at];
                let left = tests.saturating_sub(before);
                most = most.max(p * crate::network::real(left)).min(1.0);
                adjusted[at] = most;
                before += count;
            }
            adjusted
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::close;
    use proptest::prelude::*;

    fn one_by_one(p: &[f64], correction: Correction) -> Vec<f64> {
        let values: Vec<(f64, usize)> = p.iter().map(|&p| (p, 1)).collect();
        adjust(&values, p.len(), correction)
    }

    #[test]
    fn the_values_of_another_program() {
        // statsmodels 0.15.0 (multipletests, fdr_bh and holm) and scipy 1.17.1
        // (false_discovery_control) give these.
        let p = [0.005, 0.009, 0.019, 0.022, 0.051];
        let bh = one_by_one(&p, Correction::BenjaminiHochberg);
        assert!(close(&bh, &[0.0225, 0.0225, 0.0275, 0.0275, 0.051]), "{bh:?}");
        let holm = one_by_one(&p, Correction::Holm);
        assert!(close(&holm, &[0.025, 0.036, 0.057, 0.057, 0.057]), "{holm:?}");
        assert_eq!(one_by_one(&p, Correction::None), p);
    }

    #[test]
    fn nothing_passes_one() {
        for correction in [Correction::BenjaminiHochberg, Correction::Holm] {
            assert_eq!(adjust(&[(0.5, 1)], 1_000, correction), [1.0]);
            assert_eq!(adjust(&[], 1_000, correction), [] as [f64; 0]);
        }
    }

    proptest! {
        #[test]
        fn tests_with_one_value_are_as_good_as_one_by_one(
            values in prop::collection::vec((0.0_f64..1.0, 1_usize..4), 1..6), ones in 0_usize..5,
        ) {
            for correction in [Correction::BenjaminiHochberg, Correction::Holm] {
                let tests = values.iter().map(|&(_, count)| count).sum::<usize>() + ones;
                let each: Vec<f64> = values.iter()
                    .flat_map(|&(p, count)| std::iter::repeat_n(p, count))
                    .chain(std::iter::repeat_n(1.0, ones)).collect();
                let expected = one_by_one(&each, correction);
                let mut at = 0;
                for (value, &(_, count)) in adjust(&values, tests, correction).iter().zip(&values) {
                    prop_assert!(close(&vec![*value; count], &expected[at..at + count]));
                    at += count;
                }
            }
        }
    }
}
