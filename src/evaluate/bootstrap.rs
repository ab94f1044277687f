//! How far the figures would move on other texts of the kind: bootstrap intervals.
//!
//! A sample as large as the original is drawn from it with replacement, the figures are computed,
//! and this again and again; the interval holds the middle 95 of a hundred results (the percentile
//! interval of B. Efron, *Annals of Statistics* 7, 1979). Drawn are either single items (a right
//! answer, a miss, a false alarm) or whole documents. Errors come in clusters, a document at a
//! time: for figures over many documents the second is the honest one.
//!
//! The seed is fixed and each interval draws from its own generator: same counts, same interval.

use super::report::{Counts, Interval, Intervals};

const ROUNDS: usize = 1000;
const SEED: u64 = 0x676f_6e67_7368_6921;
/// With fewer items than this a percentile interval says nothing that the counts do not.
const FEWEST_ITEMS: u32 = 10;

/// Returns the intervals over single items; nothing where there are fewer than ten.
pub(super) fn over_items(counts: Counts) -> Option<Intervals> {
    let items = counts.items();
    if items < FEWEST_ITEMS {
        return None;
    }
    let mut random = SplitMix64(SEED);
    let round = || {
        let mut sample = Counts::default();
        for _ in 0..items {
            let item = random.below(items);
            sample.add(Counts {
                right: u32::from(item < counts.right),
                found: u32::from(item < counts.found),
                gold: u32::from(item < counts.right || item >= counts.found),
            });
        }
        sample
    };
    Some(intervals(round))
}

/// Returns the intervals over whole documents; nothing where there is but one, or fewer than ten
/// items in all.
pub(super) fn over_documents(documents: &[Counts]) -> Option<Intervals> {
    let items: u32 = documents.iter().map(|document| document.items()).sum();
    let number = u32::try_from(documents.len()).ok()?;
    if number < 2 || items < FEWEST_ITEMS {
        return None;
    }
    let mut random = SplitMix64(SEED);
    let round = || {
        let mut sample = Counts::default();
        for _ in 0..number {
            sample.add(documents[random.below(number) as usize]);
        }
        sample
    };
    Some(intervals(round))
}

fn intervals(round: impl FnMut() -> Counts) -> Intervals {
    let samples: Vec<_> = std::iter::repeat_with(round).take(ROUNDS).collect();
    let interval = |figure: fn(Counts) -> f64| {
        let mut figures: Vec<_> = samples.iter().map(|&sample| figure(sample)).collect();
        figures.sort_by(f64::total_cmp);
        let low = ROUNDS / 40;
        Interval { low: figures[low], high: figures[ROUNDS - 1 - low] }
    };
    Intervals {
        precision: interval(Counts::precision),
        recall: interval(Counts::recall),
        f1: interval(Counts::f1),
    }
}

/// G. Steele, D. Lea, C. Flood, *Fast splittable pseudorandom number generators* (2014).
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Returns a number below `bound`, by taking the high half of a product.
    fn below(&mut self, bound: u32) -> u32 {
        let product = (self.next() >> 32) * u64::from(bound);
        u32::try_from(product >> 32).expect("the product of two 32-bit numbers fits in 64")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_gives_the_published_sequence() {
        let mut random = SplitMix64(1_234_567);
        assert_eq!(random.next(), 6_457_827_717_110_365_317);
        assert_eq!(random.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn the_interval_holds_the_figure_and_narrows_with_the_sample() {
        let width = |right, found, gold| {
            let counts = Counts { right, found, gold };
            let f1 = over_items(counts).unwrap().f1;
            assert!(f1.low <= counts.f1() && counts.f1() <= f1.high, "{f1:?}");
            f1.high - f1.low
        };
        assert!(width(800, 1000, 1000) < width(80, 100, 100));
        // Of 100 hits, misses and false alarms in all, with 70 hits, F1 = 0.824; its standard
        // error is about 0.034 by the delta method, so that the interval is about 0.13 wide.
        let width = width(70, 85, 85);
        assert!((0.09..0.17).contains(&width), "{width}");
    }

    #[test]
    fn whole_documents_that_differ_give_a_wider_interval() {
        let good = Counts { right: 50, found: 50, gold: 50 };
        let bad = Counts { right: 10, found: 50, gold: 50 };
        let all = Counts { right: 120, found: 200, gold: 200 };
        let items = over_items(all).unwrap().f1;
        let documents = over_documents(&[good, bad, good, bad]).unwrap().f1;
        assert!(documents.high - documents.low > items.high - items.low);
    }

    #[test]
    fn a_handful_has_no_interval() {
        assert_eq!(over_items(Counts { right: 3, found: 5, gold: 7 }), None);
        assert_eq!(over_documents(&[Counts { right: 30, found: 50, gold: 70 }]), None);
    }
}
