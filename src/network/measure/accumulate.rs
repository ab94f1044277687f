//! Sums over many searches that depend on no thread.

use rayon::prelude::*;

/// Sources whose results are added up on one thread; fixed, so that sums never depend on threads.
const BLOCK: usize = 32;
/// Blocks whose results are held at one time.
const WAVE: usize = 32;

/// Adds up what each source contributes to a vector.
pub(super) fn accumulate<S>(
    sources: &[u32],
    length: usize,
    search: impl Fn() -> S + Sync,
    add: impl Fn(&mut S, u32, &mut [f64]) + Sync,
) -> Vec<f64> {
    let mut total = vec![0.0; length];
    for wave in sources.chunks(BLOCK * WAVE) {
        let parts: Vec<Vec<f64>> = wave
            .par_chunks(BLOCK)
            .map(|block| {
                let mut part = vec![0.0; length];
                let mut state = search();
                for &source in block {
                    add(&mut state, source, &mut part);
                }
                part
            })
            .collect();
        for part in parts {
            for (sum, value) in total.iter_mut().zip(part) {
                *sum += value;
            }
        }
    }
    total
}
