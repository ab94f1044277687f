//! [`Tails`]: the lowest and the highest values that each node had, without keeping all.

/// For each node, the so many lowest and highest values met, from the outermost inwards.
#[derive(Clone, Debug)]
pub(super) struct Tails {
    depth: usize,
    low: Vec<Vec<f64>>,
    high: Vec<Vec<f64>>,
}

impl Tails {
    /// Prepares so many values at either end, one at least.
    pub(super) fn new(nodes: usize, depth: usize) -> Self {
        let empty = vec![Vec::new(); nodes];
        Self { depth: depth.max(1), low: empty.clone(), high: empty }
    }

    /// Takes one value for each node.
    pub(super) fn take(&mut self, values: &[f64]) {
        for (node, &value) in values.iter().enumerate() {
            insert(&mut self.low[node], self.depth, value, |old| old <= value);
            insert(&mut self.high[node], self.depth, value, |old| old >= value);
        }
    }

    /// Returns, for each node, the value that so many are at most, and that so many are at least.
    pub(super) fn ends(&self) -> Vec<(f64, f64)> {
        let inner = |values: &[f64]| values.last().copied().unwrap_or(f64::NAN);
        self.low.iter().zip(&self.high).map(|(low, high)| (inner(low), inner(high))).collect()
    }
}

fn insert(tail: &mut Vec<f64>, depth: usize, value: f64, before: impl Fn(f64) -> bool) {
    let place = tail.partition_point(|&old| before(old));
    if place < depth {
        tail.truncate(depth - 1);
        tail.insert(place, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_ends_are_those_of_the_sorted_values(
            values in prop::collection::vec(-5_i8..5, 1..40), depth in 1_usize..6,
        ) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let mut tails = Tails::new(1, depth);
            for &value in &values {
                tails.take(&[value]);
            }
            let mut sorted = values;
            sorted.sort_by(f64::total_cmp);
            let place = depth.min(sorted.len()) - 1;
            prop_assert_eq!(tails.ends(), [(sorted[place], sorted[sorted.len() - 1 - place])]);
        }
    }
}
