//! [`Chance`]: random numbers from a seed, the same on each machine and with any number of threads.

use super::incidence::index;
use rand_pcg::{
    Pcg64,
    rand_core::{Rng as _, SeedableRng as _},
};

/// A stream of random numbers that its seed determines.
#[derive(Clone, Debug)]
pub(crate) struct Chance(Pcg64);

impl Chance {
    /// Begins the stream of a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(Pcg64::seed_from_u64(seed))
    }

    /// Returns a number below a limit, each as likely as any other; 0 where the limit is 0.
    ///
    /// Lemire 2019, "Fast random integer generation in an interval", ACM TOMACS 29(1): numbers
    /// that would make some results likelier are drawn again.
    pub(crate) fn below(&mut self, limit: u32) -> u32 {
        let limit = u64::from(limit.max(1));
        let surplus = (1_u64 << 32) % limit;
        loop {
            let product = (self.0.next_u64() >> 32) * limit;
            let (result, rest) = (product >> 32, product & 0xffff_ffff);
            if rest >= surplus {
                return u32::try_from(result).unwrap_or(0);
            }
        }
    }

    /// Puts things into an order, each as likely as any other (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.below(index(last + 1)) as usize);
        }
    }

    /// Draws so many of the numbers below a limit, without replacement, in ascending order.
    pub(crate) fn sample(&mut self, limit: u32, count: usize) -> Vec<u32> {
        let mut all: Vec<u32> = (0..limit).collect();
        let count = count.min(all.len());
        for place in 0..count {
            let other = place + self.below(index(all.len() - place)) as usize;
            all.swap(place, other);
        }
        all.truncate(count);
        all.sort_unstable();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_numbers_for_ever() {
        let mut chance = Chance::new(42);
        let numbers: Vec<u32> = (0..5).map(|_| chance.below(1000)).collect();
        assert_eq!(numbers, FIRST);
        assert_eq!(Chance::new(42).sample(1000, 3), Chance::new(42).sample(1000, 3));
    }

    const FIRST: [u32; 5] = [226, 239, 760, 527, 970];

    #[test]
    fn all_numbers_below_the_limit_are_equally_likely() {
        let mut chance = Chance::new(1);
        let mut seen = [0_u32; 6];
        for _ in 0..60_000 {
            seen[chance.below(6) as usize] += 1;
        }
        // Five standard deviations.
        assert!(seen.iter().all(|count| count.abs_diff(10_000) < 457), "{seen:?}");
        assert_eq!(chance.below(0), 0);
    }

    #[test]
    fn a_sample_has_no_number_twice_and_at_most_all() {
        let mut chance = Chance::new(7);
        let sample = chance.sample(50, 20);
        assert_eq!(sample.len(), 20);
        assert!(sample.windows(2).all(|pair| pair[0] < pair[1]) && sample[19] < 50);
        assert_eq!(chance.sample(3, 9), [0, 1, 2]);
        assert!(chance.sample(0, 2).is_empty());
    }

    #[test]
    fn a_shuffle_loses_nothing() {
        let mut things: Vec<u32> = (0..100).collect();
        Chance::new(3).shuffle(&mut things);
        assert!(things.windows(2).any(|pair| pair[0] > pair[1]));
        things.sort_unstable();
        assert!(things.into_iter().eq(0..100));
    }
}
