//! [`Random`]: numbers drawn from a seed, the same on each machine and with each number of threads.
//!
//! Each sample has a stream of its own, so that samples may be drawn on any thread in any order.
//! The generator is PCG XSL RR 128/64 (O'Neill 2014, "PCG: a family of simple fast space-efficient
//! statistically good algorithms for random number generation", Harvey Mudd College
//! HMC-CS-2014-0905). What is drawn from it is made with integers, and with sums and products
//! alone, which every machine rounds alike.

use rand_pcg::{
    Pcg64,
    rand_core::{Rng, SeedableRng},
};

/// A stream of random numbers.
#[derive(Clone, Debug)]
pub(super) struct Random(Pcg64);

impl Random {
    /// Opens the stream of a sample under a seed.
    pub(super) fn new(seed: u64, sample: u64) -> Self {
        // Neighbouring seeds and samples shall not be neighbouring states.
        Self(Pcg64::seed_from_u64(scatter(scatter(seed).wrapping_add(sample))))
    }

    /// Draws a whole number below a bound, each with the same chance; 0 where the bound is 0.
    ///
    /// Lemire 2019, "Fast random integer generation in an interval", ACM Trans. Modeling and
    /// Computer Simulation 29, 3.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let bound = bound as u64;
        if bound == 0 {
            return 0;
        }
        let least = bound.wrapping_neg() % bound;
        loop {
            let wide = u128::from(self.0.next_u64()) * u128::from(bound);
            let low = u64::try_from(wide & u128::from(u64::MAX)).unwrap_or(u64::MAX);
            if low >= least {
                return usize::try_from(wide >> 64).unwrap_or(usize::MAX);
            }
        }
    }

    /// Draws a number from 0 to below 1, a multiple of 2⁻⁵³.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit exactly")]
    pub(super) fn unit(&mut self) -> f64 {
        const STEP: f64 = 1.0 / (1_u64 << 53) as f64;
        (self.0.next_u64() >> 11) as f64 * STEP
    }

    /// Puts things into an order, each with the same chance (Fisher and Yates).
    pub(super) fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(last + 1));
        }
    }

    /// Draws so many of the numbers below a bound, without replacement, in ascending order.
    pub(super) fn sample(&mut self, bound: u32, count: usize) -> Vec<u32> {
        let mut all: Vec<u32> = (0..bound).collect();
        let count = count.min(all.len());
        for place in 0..count {
            let other = place + self.below(all.len() - place);
            all.swap(place, other);
        }
        all.truncate(count);
        all.sort_unstable();
        all
    }
}

/// The finaliser of `SplitMix64` (Steele, Lea and Flood 2014), a bijection.
fn scatter(number: u64) -> u64 {
    let mut z = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_and_a_sample_fix_the_numbers_on_each_machine() {
        let mut random = Random::new(1, 0);
        let drawn: Vec<usize> = (0..8).map(|_| random.below(1000)).collect();
        assert_eq!(drawn, [511, 553, 142, 574, 492, 396, 609, 145]);
        let mut other = Random::new(1, 1);
        assert_ne!(drawn, (0..8).map(|_| other.below(1000)).collect::<Vec<_>>());
    }

    #[test]
    fn numbers_below_a_bound_come_equally_often() {
        let mut random = Random::new(7, 7);
        let mut counts = [0_f64; 7];
        for _ in 0..70_000 {
            counts[random.below(7)] += 1.0;
        }
        // Chi-square with 6 degrees of freedom: 22.5 is passed once in a thousand.
        let chi: f64 = counts.iter().map(|n| (n - 10_000.0).powi(2) / 10_000.0).sum();
        assert!(chi < 22.5, "{chi}");
        assert_eq!((random.below(0), random.below(1)), (0, 0));
    }

    #[test]
    fn numbers_from_zero_to_one_have_their_mean() {
        let mut random = Random::new(3, 5);
        let mean = (0..40_000).map(|_| random.unit()).sum::<f64>() / 40_000.0;
        // Six standard errors.
        assert!((mean - 0.5).abs() < 6.0 * 0.2887 / 200.0, "{mean}");
    }

    #[test]
    fn a_sample_has_no_number_twice_and_at_most_all() {
        let mut random = Random::new(7, 0);
        let sample = random.sample(50, 20);
        assert_eq!(sample.len(), 20);
        assert!(sample.windows(2).all(|pair| pair[0] < pair[1]) && sample[19] < 50);
        assert_eq!(random.sample(3, 9), [0, 1, 2]);
        assert!(random.sample(0, 2).is_empty());
    }

    #[test]
    fn a_shuffle_loses_nothing() {
        let mut things: Vec<u32> = (0..100).collect();
        Random::new(3, 0).shuffle(&mut things);
        assert!(things.windows(2).any(|pair| pair[0] > pair[1]));
        things.sort_unstable();
        assert!(things.into_iter().eq(0..100));
    }
}
