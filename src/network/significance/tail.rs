//! The upper tail of a sum of independent coins: the Poisson binomial law.

/// Returns, for each count from 0 to `most`, the chance that at least so many coins show heads;
/// `coins` gives the chance of heads, and how many coins have it.
///
/// Exact but for rounding: the law is built coin by coin, and whatever reaches `most` stays there
/// (Hong 2013, "On computing the distribution function for the Poisson binomial distribution",
/// Computational Statistics & Data Analysis 59, 41–51, compares ways). All terms are positive, so
/// that a tail of 1e-40 is as good as one of 0.4. O(coins·most) time.
pub(super) fn tails(coins: impl Iterator<Item = (f64, usize)>, most: usize) -> Vec<f64> {
    let mut law = vec![0.0; most + 1];
    law[0] = 1.0;
    for (heads, count) in coins.filter(|&(heads, _)| heads > 0.0) {
        for _ in 0..count {
            for at in (1..=most).rev() {
                let stays = if at == most { law[at] } else { law[at] * (1.0 - heads) };
                law[at] = stays + law[at - 1] * heads;
            }
            if most > 0 {
                law[0] *= 1.0 - heads;
            }
        }
    }
    let mut sum = 0.0;
    for chance in law.iter_mut().rev() {
        sum += *chance;
        *chance = f64::min(sum, 1.0);
    }
    law[0] = 1.0;
    law
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::close;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn tails_are_the_sums_over_all_throws(
            coins in prop::collection::vec(0.0_f64..=1.0, 0..9), most in 0_usize..9,
        ) {
            let mut expected = vec![0.0; most + 1];
            for throw in 0_u32..1 << coins.len() {
                let shows = |at: usize| throw >> at & 1 == 1;
                let chance: f64 = coins.iter().enumerate()
                    .map(|(at, &heads)| if shows(at) { heads } else { 1.0 - heads }).product();
                let count = throw.count_ones() as usize;
                for tail in expected.iter_mut().take(count + 1) {
                    *tail += chance;
                }
            }
            prop_assert!(close(&tails(coins.iter().map(|&heads| (heads, 1)), most), &expected));
        }
    }

    #[test]
    fn far_tails_keep_their_digits() {
        // 20 heads of 20 coins that show heads once in a hundred: 1e-40.
        let tail = tails(std::iter::once((0.01, 20)), 20)[20];
        assert!((tail / 1e-40 - 1.0).abs() < 1e-12, "{tail}");
    }
}
