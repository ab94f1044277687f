//! [`Period`] and [`Slicing`]: networks of a stretch of time.
//!
//! A date is taken as exactly as the text gives it. `2022` lies in the year 2022 and in no month;
//! a date that may lie within a period and may lie outside it is not within. What lasts
//! (`2022-06-09/2022-06-12`) is where it begins.

use super::{Kind, Network};
use crate::model::{Date, DateRange, Day};
use std::{collections::BTreeSet, fmt, str::FromStr};

/// A stretch of time, both ends belonging to it; open where there is no end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// It begins with the first day of this date.
    pub from: Option<Date>,
    /// It ends with the last day of this date.
    pub to: Option<Date>,
}

impl Period {
    /// Says whether the date lies within, wherever within its precision it may be.
    pub fn holds(self, date: Date) -> bool {
        self.from.is_none_or(|from| from.first() <= date.first())
            && self.to.is_none_or(|to| date.last() <= to.last())
    }

    /// Says whether it ends before it begins.
    pub fn is_reversed(self) -> bool {
        self.from.zip(self.to).is_some_and(|(from, to)| from.first() > to.last())
    }

    /// Says whether all time lies within.
    pub fn is_all(self) -> bool {
        self == Self::default()
    }
}

/// The length of a time slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slicing {
    /// A month.
    Month,
    /// A year.
    Year,
    /// Ten years, from one that ends in 0.
    Decade,
}

impl Slicing {
    /// Returns the name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Year => "year",
            Self::Decade => "decade",
        }
    }

    /// Returns the slice that a date lies in; none where it is not exact enough to tell.
    pub fn slice(self, date: Date) -> Option<Slice> {
        let of = |day: Day| match self {
            Self::Month => Slice { year: day.year(), month: day.month() },
            Self::Year => Slice { year: day.year(), month: 0 },
            Self::Decade => Slice { year: day.year() - day.year() % 10, month: 0 },
        };
        let (first, last) = (of(date.first()), of(date.last()));
        (first == last).then_some(first)
    }
}

impl FromStr for Slicing {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = [Self::Month, Self::Year, Self::Decade];
        known.into_iter().find(|slicing| slicing.name() == name).ok_or(())
    }
}

/// One time slice; a decade is called by its first year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slice {
    year: u16,
    month: u8,
}

impl fmt::Display for Slice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.month {
            0 => write!(f, "{:04}", self.year),
            month => write!(f, "{:04}-{month:02}", self.year),
        }
    }
}

/// A network of a stretch of time, or of several, and what could not be placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated<T> {
    /// What was asked for.
    pub value: T,
    /// The participations without a date that is exact enough to say when they were.
    pub undated: usize,
}

/// A network has no dates at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no {} of this network has a date", .0.row().1)]
pub struct NoDates(pub Kind);

impl Network {
    /// Returns the network of a stretch of time: who took part in what within it.
    ///
    /// A participation is within when one of the dates that its passages give is. Only those who
    /// took part are nodes. A tie of an edge list keeps the weight that it has in all time.
    pub fn within(&self, period: Period) -> Result<Dated<Self>, NoDates> {
        self.dated()?;
        let unclear = |date: Date| {
            let before = period.from.is_some_and(|from| date.last() < from.first());
            let after = period.to.is_some_and(|to| date.first() > to.last());
            !before && !after && !period.holds(date)
        };
        let value = self.filtered(|p| date(p.passage).is_some_and(|date| period.holds(date)));
        // What is surely within counts, and what is surely outside; what is left has no known place.
        let placed = self.filtered(|p| date(p.passage).is_some_and(|date| !unclear(date)));
        Ok(Dated { value: value.without_idle(), undated: self.size() - placed.size() })
    }

    /// Returns the networks of all time slices in which somebody took part, in order of time.
    pub fn slices(&self, by: Slicing) -> Result<Dated<Vec<(Slice, Self)>>, NoDates> {
        self.dated()?;
        let at = |passage: Option<&super::Passage>| date(passage).and_then(|date| by.slice(date));
        let found: BTreeSet<Slice> =
            self.passages.iter().filter_map(|(_, passage)| at(Some(passage))).collect();
        let slice =
            |slice: Slice| (slice, self.filtered(|p| at(p.passage) == Some(slice)).without_idle());
        let placed = self.filtered(|p| at(p.passage).is_some());
        Ok(Dated {
            value: found.into_iter().map(slice).collect(),
            undated: self.size() - placed.size(),
        })
    }

    /// Returns the number of participations; in an edge list, of ties.
    pub fn size(&self) -> usize {
        if self.arcs.is_empty() { self.incidence.len() } else { self.arcs.len() }
    }

    fn dated(&self) -> Result<(), NoDates> {
        let any = self.passages.iter().any(|(_, passage)| date(Some(passage)).is_some());
        if any || self.size() == 0 { Ok(()) } else { Err(NoDates(self.kind)) }
    }
}

/// Returns the date of what a passage states: of what lasts, that of its beginning.
fn date(passage: Option<&super::Passage>) -> Option<Date> {
    let range: DateRange = passage?.date.as_deref()?.parse().ok()?;
    Some(range.from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{AffiliationRow, Passage};

    fn network(rows: &[(&str, &str, &str)]) -> Network {
        let row = |&(node, group, date): &(&str, &str, &str)| AffiliationRow {
            node: node.to_owned(),
            group: group.to_owned(),
            passage: Passage {
                date: (!date.is_empty()).then(|| date.to_owned()),
                ..Default::default()
            },
            ..Default::default()
        };
        Network::from_affiliations(rows.iter().map(row).collect())
    }

    const ROWS: [(&str, &str, &str); 6] = [
        ("a", "x", "2021-05-03"),
        ("b", "x", "2021-05-03/2022-01-01"),
        ("b", "y", "2022"),
        ("c", "y", "2022-06"),
        ("c", "z", ""),
        ("d", "z", "--06-09"),
    ];

    fn dates(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn what_lasts_is_where_it_begins_and_what_the_calendar_lacks_is_nowhere() {
        let written = ["2022-12-28/2022-01-03", "2022-02-30", "2022-06-09T10:00:00Z", "2022/once"];
        let rows = written.map(|date| ("a", date, date));
        let network = network(&rows);
        let year = Period { from: Some(dates("2022")), to: None };
        let within = network.within(year).unwrap();
        assert_eq!((within.value.size(), within.undated), (2, 2));
    }

    #[test]
    fn a_period_holds_what_surely_lies_in_it() {
        let period = |from, to| Period { from: Some(dates(from)), to: Some(dates(to)) };
        assert!(period("2022", "2022").holds(dates("2022")));
        assert!(!period("2022-02", "2022-12").holds(dates("2022")));
        assert!(period("2021-12-31", "2022-01-01").holds(dates("2022-01-01")));
        assert!(Period::default().holds(dates("1949")) && Period::default().is_all());
    }

    #[test]
    fn within_a_year_are_those_who_took_part_and_the_rest_is_counted() {
        let network = network(&ROWS);
        let year = Period { from: Some(dates("2022")), to: None };
        let within = network.within(year).unwrap();
        let names: Vec<&str> = within.value.nodes().iter().map(|node| &*node.id).collect();
        assert_eq!((names, within.undated), (vec!["b", "c"], 2));
        let spring = Period { from: None, to: Some(dates("2022-05")) };
        // June is after, the year 2022 may be before or after.
        let within = network.within(spring).unwrap();
        assert_eq!((within.value.size(), within.undated), (2, 3));
    }

    #[test]
    fn slices_are_in_order_and_hold_each_what_is_theirs() {
        let network = network(&ROWS);
        let written = |by: Slicing| {
            let slices = network.slices(by).unwrap();
            let sizes: Vec<(String, usize)> =
                slices.value.iter().map(|(slice, n)| (slice.to_string(), n.size())).collect();
            (sizes, slices.undated)
        };
        let named = |text: &str, size| (text.to_owned(), size);
        assert_eq!(written(Slicing::Year), (vec![named("2021", 2), named("2022", 2)], 2));
        assert_eq!(written(Slicing::Month), (vec![named("2021-05", 2), named("2022-06", 1)], 3));
        assert_eq!(written(Slicing::Decade), (vec![named("2020", 4)], 2));
    }

    #[test]
    fn a_network_without_dates_is_told_and_an_empty_one_is_empty() {
        let none = network(&[("a", "x", "")]);
        let error = none.within(Period::default()).unwrap_err().to_string();
        assert_eq!(error, "no participation of this network has a date");
        assert_eq!(network(&[]).slices(Slicing::Year).unwrap().value, []);
    }
}
