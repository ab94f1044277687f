//! [`Span`]: a date as the text gives it, as days on an axis: a year is as long as a year.

use crate::model::{DateRange, Day};

/// What a date says of when something was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Precision {
    /// On this day.
    Day,
    /// Some time in this month or year.
    Within,
    /// From the first to the last.
    Period,
}

/// A stretch of time, in days; the last one belongs to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Span {
    /// Where it begins.
    pub(crate) start: f64,
    /// Where it ends.
    pub(crate) end: f64,
    /// What is known.
    pub(crate) precision: Precision,
}

impl Span {
    /// Reads a date, or two with a stroke between.
    pub(crate) fn parse(date: &str) -> Option<Self> {
        let range: DateRange = date.parse().ok()?;
        let (first, last) = range.days()?;
        let precision = match range {
            DateRange { from, to } if from != to => Precision::Period,
            _ if first == last => Precision::Day,
            _ => Precision::Within,
        };
        Some(Self { start: number(first), end: number(last) + 1.0, precision })
    }

    /// Tells whether this says when, and more closely so than another date of the same.
    pub(crate) fn refines(&self, other: &Self) -> bool {
        let within = self.start >= other.start && self.end <= other.end;
        within && self.end - self.start < other.end - other.start
    }
}

/// Returns the number of a day on the axis, where it begins.
pub(crate) fn number(day: Day) -> f64 {
    days(day.year().into(), day.month().into(), day.day().into())
}

/// Returns the day's number in the Gregorian calendar.
fn days(year: i32, month: i32, day: i32) -> f64 {
    // With the year from March on, the leap day is the last.
    let (year, month) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    f64::from(365 * year + leaps + (153 * month + 2) / 5 + day - 1)
}

/// Returns the day on which a month begins, months being counted from the year 0 on.
pub(crate) fn month_start(month: i32) -> f64 {
    days(month.div_euclid(12), month.rem_euclid(12) + 1, 1)
}

/// Returns the year that a day is in.
pub(crate) fn year_of(day: f64) -> i32 {
    let (mut low, mut high) = (0, 10_000);
    while high - low > 1 {
        let middle = i32::midpoint(low, high);
        if month_start(middle * 12) <= day { low = middle } else { high = middle }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_long_as_it_is_vague() {
        let length = |date| Span::parse(date).map(|span| span.end - span.start);
        assert_eq!(length("2020"), Some(366.0));
        assert_eq!(length("1900-02"), Some(28.0));
        assert_eq!(length("2022-12"), Some(31.0));
        assert_eq!(length("2022-06-09"), Some(1.0));
        assert_eq!(length("2022-06-09/2022-06-10"), Some(2.0));
        assert_eq!(length("2022-04/2022-09"), Some(183.0));
    }

    #[test]
    fn days_follow_one_another() {
        for (one, next) in [("2020-02-28", "2020-02-29"), ("2021-12-31", "2022-01-01")] {
            let end = Span::parse(one).map(|span| span.end);
            assert_eq!(end, Span::parse(next).map(|span| span.start));
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["", "--06-09", "2022-6", "2022-13", "2022-02-30", "2023/2022", "六月", "2022-01-01-01"]
        {
            assert_eq!(Span::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_refines_its_year() {
        let span = |date| Span::parse(date).unwrap();
        assert!(span("2015-12-16").refines(&span("2015")));
        assert!(!span("2015").refines(&span("2015")));
        assert!(!span("2015-12").refines(&span("2016")));
    }
}
