//! [`Date`] and [`DateRange`]: when something was, as exactly as a text gives it.

use std::{fmt, str::FromStr};

/// A day of the Gregorian calendar: year, month, day of the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(u16, u8, u8);

impl Day {
    /// Takes year, month and day of the month, if there is such a day; there is no year 0.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_day = (1..=9999).contains(&year) && (1..=days(year, month)).contains(&day);
        is_day.then_some(Self(year, month, day))
    }

    /// Returns the year.
    pub fn year(self) -> u16 {
        self.0
    }

    /// Returns the month, from 1.
    pub fn month(self) -> u8 {
        self.1
    }

    /// Returns the day of the month, from 1.
    pub fn day(self) -> u8 {
        self.2
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0, self.1, self.2)
    }
}

/// The days of a month; none of a month that is none.
fn days(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u8::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// A year, a month or a day: its first and its last day.
///
/// ```
/// use gongshi::model::Date;
/// let month: Date = "2024-02".parse().unwrap();
/// assert_eq!(month.last().to_string(), "2024-02-29");
/// assert_eq!(month.to_string(), "2024-02");
/// assert!("2021-02-30".parse::<Date>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    first: Day,
    last: Day,
}

impl Date {
    /// Returns its first day.
    pub fn first(self) -> Day {
        self.first
    }

    /// Returns its last day.
    pub fn last(self) -> Day {
        self.last
    }
}

/// A text is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoDate {
    /// It is not written as one.
    #[error("'{0}' is no date; dates are written 2022, 2022-06 or 2022-06-09")]
    Form(String),
    /// The calendar has no such month or day.
    #[error("'{0}' is no date: the calendar has none such")]
    Calendar(String),
}

impl FromStr for Date {
    type Err = NoDate;

    /// Reads a date in ISO form; what stands behind it of a time of day or a time zone says nothing.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = without_time(text.trim()).split('-');
        let part = |part: Option<&str>, digits| match part {
            None => Some(None),
            Some(part) => number(part, digits).map(Some),
        };
        let form = || NoDate::Form(text.to_owned());
        let year = part(parts.next(), 4).flatten().ok_or_else(form)?;
        let (month, day) = (part(parts.next(), 2), part(parts.next(), 2));
        let (month, day) = (month.ok_or_else(form)?, day.ok_or_else(form)?);
        if parts.next().is_some() {
            return Err(form());
        }
        let month = month.map(|month| u8::try_from(month).unwrap_or(0));
        let day = day.map(|day| u8::try_from(day).unwrap_or(0));
        let (first, last) = (month.unwrap_or(1), month.unwrap_or(12));
        let ends = (
            Day::new(year, first, day.unwrap_or(1)),
            Day::new(year, last, day.unwrap_or_else(|| days(year, last))),
        );
        match ends {
            (Some(first), Some(last)) => Ok(Self { first, last }),
            _ => Err(NoDate::Calendar(text.to_owned())),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Day(year, month, day) = self.first;
        write!(f, "{year:04}")?;
        if self.last.1 == month {
            write!(f, "-{month:02}")?;
        }
        if self.first == self.last {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// Leaves out `T10:00:00` and what is behind it, and `Z` or `+08:00`.
fn without_time(text: &str) -> &str {
    let date = text.split('T').next().unwrap_or_default();
    let date = date.strip_suffix('Z').unwrap_or(date);
    let is_zone = |zone: &str| {
        let digits = zone.trim_start_matches(['+', '-']).split(':');
        zone.starts_with(['+', '-']) && digits.into_iter().all(|part| number(part, 2).is_some())
    };
    match date.len().checked_sub("+08:00".len()).and_then(|at| date.split_at_checked(at)) {
        Some((date, zone)) if zone.contains(':') && is_zone(zone) => date,
        _ => date,
    }
}

fn number(text: &str, digits: usize) -> Option<u16> {
    let plain = text.len() == digits && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// What lasts from one date to another; what does not, from a date to the same.
///
/// ```
/// use gongshi::model::DateRange;
/// let meeting: DateRange = "2022-06-09/2022-06-12".parse().unwrap();
/// assert_eq!(meeting.from.to_string(), "2022-06-09");
/// let (_, last) = "2021/2022-03".parse::<DateRange>().unwrap().days().unwrap();
/// assert_eq!(last.to_string(), "2022-03-31");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateRange {
    /// When it begins.
    pub from: Date,
    /// When it ends.
    pub to: Date,
}

impl DateRange {
    /// Returns its first and its last day; nothing where it ends before it begins, as 12月28日至1月3日
    /// does when both are taken for days of one year.
    pub fn days(self) -> Option<(Day, Day)> {
        let (first, last) = (self.from.first, self.to.last);
        (first <= last).then_some((first, last))
    }
}

impl FromStr for DateRange {
    type Err = NoDate;

    /// Reads a date, or two with a stroke between.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (from, to) = text.split_once('/').unwrap_or((text, text));
        Ok(Self { from: from.parse()?, to: to.parse()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days_of(text: &str) -> Option<String> {
        let (first, last) = text.parse::<DateRange>().ok()?.days()?;
        Some(format!("{first} {last}"))
    }

    #[test]
    fn a_date_is_as_long_as_it_is_imprecise() {
        for (date, days) in [
            ("2022", "2022-01-01 2022-12-31"),
            ("2024-02", "2024-02-01 2024-02-29"),
            ("1900-02", "1900-02-01 1900-02-28"),
            ("2022-06-09", "2022-06-09 2022-06-09"),
            ("2022-06-09/2022-06-10", "2022-06-09 2022-06-10"),
            ("2021/2022-03", "2021-01-01 2022-03-31"),
        ] {
            assert_eq!(days_of(date).as_deref(), Some(days));
        }
    }

    #[test]
    fn a_time_of_day_and_a_time_zone_say_nothing() {
        for text in
            ["2022-06-09T10:00:00Z", "2022-06-09-05:00", "2022-06-09+08:00", " 2022-06-09Z "]
        {
            assert_eq!(text.parse(), "2022-06-09".parse::<Date>(), "{text}");
        }
        assert_eq!("2022+08:00".parse(), "2022".parse::<Date>());
    }

    #[test]
    fn what_is_not_written_as_a_date_is_none() {
        let wrong = "|22|2022-6|2022-6-9|--06-09|二〇二二|２０２２|2022-06-09-1|六月|2022-06/";
        for text in wrong.split('|') {
            assert_eq!(days_of(text), None, "{text}");
        }
        assert_eq!("june".parse::<Date>(), Err(NoDate::Form("june".to_owned())));
        assert!("2022/2023".parse::<Date>().is_err());
        assert_eq!(days_of("2022/2021"), None);
    }

    #[test]
    fn what_the_calendar_does_not_have_is_no_date() {
        for text in ["2021-02-30", "1900-02-29", "2022-13", "2022-00", "2022-04-31", "0000"] {
            let error = text.parse::<Date>().unwrap_err();
            assert_eq!(error, NoDate::Calendar(text.to_owned()));
        }
        assert_eq!(
            "2021-02-30".parse::<Date>().unwrap_err().to_string(),
            "'2021-02-30' is no date: the calendar has none such"
        );
        assert_eq!(Day::new(2021, 2, 30), None);
    }
}
