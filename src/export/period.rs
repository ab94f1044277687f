//! From the dates that passages carry to days: a month is the time from its first day to its last.

use crate::model::{DateRange, Day};

/// The days from a first to a last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Period {
    pub(crate) first: Day,
    pub(crate) last: Day,
}

impl Period {
    /// Reads a date or two; anything else, such as a day of no year, is no period.
    pub(crate) fn read(date: &str) -> Option<Self> {
        let (first, last) = date.parse::<DateRange>().ok()?.days()?;
        Some(Self { first, last })
    }

    /// Joins periods that share a day; returns the others as they are, in order.
    pub(crate) fn joined(dates: &[String]) -> Vec<Self> {
        let mut periods: Vec<Self> = dates.iter().filter_map(|date| Self::read(date)).collect();
        periods.sort_unstable();
        let mut joined: Vec<Self> = Vec::with_capacity(periods.len());
        for period in periods {
            match joined.last_mut().filter(|last| period.first <= last.last) {
                Some(last) => last.last = last.last.max(period.last),
                None => joined.push(period),
            }
        }
        joined
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_that_share_a_day_are_one() {
        let dates =
            ["2022-06-30", "2021", "2022-06", "2022-06-30/2022-07-02", "once", "2022-02-30"];
        let joined = Period::joined(&dates.map(str::to_owned));
        let days = joined.iter().map(|p| format!("{} {}", p.first, p.last));
        assert_eq!(days.collect::<Vec<_>>(), ["2021-01-01 2021-12-31", "2022-06-01 2022-07-02"]);
    }
}
