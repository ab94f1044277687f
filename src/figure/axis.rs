//! [`Scale`]: from numbers to places on an axis, and ticks at round numbers.

use super::canvas::real;
/// A linear axis.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scale {
    low: f64,
    high: f64,
    step: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// Fits an axis between two places to numbers; zero is always on it, and it ends at ticks.
    pub(crate) fn new(numbers: impl Iterator<Item = f64>, from: f64, to: f64, most: u32) -> Self {
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        for number in numbers.filter(|number| number.is_finite()) {
            low = low.min(number);
            high = high.max(number);
        }
        if high <= low {
            high = low + 1.0;
        }
        let step = round_step((high - low) / f64::from(most.max(1)));
        let low = (low / step + 1e-9).floor() * step;
        let high = (high / step - 1e-9).ceil() * step;
        Self { low, high, step, from, to }
    }

    /// Returns the place of a number.
    pub(crate) fn place(&self, number: f64) -> f64 {
        self.from + (self.to - self.from) * (number - self.low) / (self.high - self.low)
    }

    /// Returns the ticks, each with what it says.
    pub(crate) fn ticks(&self) -> Vec<(f64, String)> {
        let digits = -self.step.log10().floor();
        let large = digits > 4.0 || self.high.abs().max(self.low.abs()) >= 1e6;
        let digits = (0..=4_usize).find(|&some| real(some) >= digits).unwrap_or_default();
        let ticks = ((self.high - self.low) / self.step).round();
        let mut found = Vec::new();
        let mut tick = 0.0;
        while tick <= ticks && found.len() < 50 {
            let value = self.low + tick * self.step + 0.0;
            found.push((
                self.place(value),
                if large { format!("{value:e}") } else { format!("{value:.digits$}") },
            ));
            tick += 1.0;
        }
        found
    }
}

/// Returns the least of 1, 2, 5, 10 times a power of ten that is not below a number.
fn round_step(number: f64) -> f64 {
    let unit = 10_f64.powf(number.log10().floor());
    let round = [1.0, 2.0, 5.0, 10.0].into_iter().find(|step| step * unit >= number * (1.0 - 1e-9));
    round.unwrap_or(10.0) * unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(numbers: &[f64]) -> Vec<String> {
        let scale = Scale::new(numbers.iter().copied(), 0.0, 100.0, 5);
        scale.ticks().into_iter().map(|(_, said)| said).collect()
    }

    #[test]
    fn ticks_are_round_and_reach_over_all_numbers() {
        assert_eq!(said(&[3.0, 47.0]), ["0", "10", "20", "30", "40", "50"]);
        assert_eq!(said(&[0.021]), ["0.000", "0.005", "0.010", "0.015", "0.020", "0.025"]);
        assert_eq!(said(&[-0.5, 0.9]), ["-0.5", "0.0", "0.5", "1.0"]);
        assert_eq!(said(&[2e6]), ["0e0", "5e5", "1e6", "1.5e6", "2e6"]);
    }

    #[test]
    fn nothing_and_what_is_no_number_have_an_axis_too() {
        assert_eq!(said(&[]), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
        assert_eq!(said(&[f64::NAN, f64::INFINITY, 0.0]).len(), 6);
        let scale = Scale::new([2.0, 10.0].into_iter(), 50.0, 150.0, 5);
        assert!((scale.place(5.0) - 100.0).abs() < 1e-9);
    }
}
