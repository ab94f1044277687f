//! From the dates that passages carry to days: a month is the time from its first day to its last.

use std::fmt;

/// A day of the calendar: year, month and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(u16, u8, u8);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0, self.1, self.2)
    }
}

/// The days from a first to a last one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Period {
    pub(crate) first: Day,
    pub(crate) last: Day,
}

impl Period {
    /// Reads a year, a month, a day, or two of them with a slash between; anything else, such as a
    /// day of no year, is no period.
    pub(crate) fn read(date: &str) -> Option<Self> {
        if let Some((from, to)) = date.split_once('/') {
            let (from, to) = (Self::read(from)?, Self::read(to)?);
            return (from.first <= to.last).then_some(Self { first: from.first, last: to.last });
        }
        let digits = |text: &str, length: usize| {
            (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| text.parse::<u16>().ok())?
        };
        let mut parts = date.split('-');
        // XML Schema knows no year zero.
        let year = digits(parts.next()?, 4).filter(|&year| year > 0)?;
        let number = |text: &str| digits(text, 2).and_then(|number| u8::try_from(number).ok());
        let (month, day) = (parts.next().map(number), parts.next().map(number));
        if parts.next().is_some() {
            return None;
        }
        let (first_month, last_month) = month.map_or(Some((1, 12)), |m| m.map(|m| (m, m)))?;
        let most = days(year, last_month)?;
        let (first_day, last_day) = day.map_or(Some((1, most)), |d| d.map(|d| (d, d)))?;
        (1..=most).contains(&last_day).then_some(Self {
            first: Day(year, first_month, first_day),
            last: Day(year, last_month, last_day),
        })
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

fn days(year: u16, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => Some(28 + u8::from(leap)),
        4 | 6 | 9 | 11 => Some(30),
        1..=12 => Some(31),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_long_as_it_is_imprecise() {
        for (date, days) in [
            ("2022", "2022-01-01 2022-12-31"),
            ("2024-02", "2024-02-01 2024-02-29"),
            ("2022-06-09", "2022-06-09 2022-06-09"),
            ("2022-06-09/2022-06-10", "2022-06-09 2022-06-10"),
            ("2021/2022-03", "2021-01-01 2022-03-31"),
        ] {
            let period = Period::read(date).unwrap();
            assert_eq!(format!("{} {}", period.first, period.last), days);
        }
    }

    #[test]
    fn what_is_no_date_is_no_period() {
        let wrong =
            "|--06-10|2022-02-30|2022-13|2022-6|22|2022-06-09-1|2022/2021|0000|二〇二二|2022-00";
        for date in wrong.split('|') {
            assert_eq!(Period::read(date), None, "{date}");
        }
    }

    #[test]
    fn periods_that_share_a_day_are_one() {
        let dates = ["2022-06-30", "2021", "2022-06", "2022-06-30/2022-07-02", "once"];
        let joined = Period::joined(&dates.map(str::to_owned));
        let days = joined.iter().map(|p| format!("{} {}", p.first, p.last));
        assert_eq!(days.collect::<Vec<_>>(), ["2021-01-01 2021-12-31", "2022-06-01 2022-07-02"]);
    }
}
