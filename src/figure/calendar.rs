//! [`Calendar`]: an axis of time, on which long stretches without anything are cut out.

use super::canvas::real;
use super::date::{month_start, year_of};

/// How wide a cut is, in points.
const CUT: f64 = 16.0;
/// A stretch is cut out that is longer than this share of all there is, and than this many days.
const SHARE: f64 = 0.15;
const DAYS: f64 = 5.0 * 365.25;
/// Steps from tick to tick, in months.
const STEPS: [i32; 11] = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400];

/// A stretch of the axis: days, and the places that they are drawn at.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Piece {
    days: (f64, f64),
    places: (f64, f64),
}

/// An axis of time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Calendar {
    pieces: Vec<Piece>,
}

impl Calendar {
    /// Fits an axis between two places to spans of days, of which there is one at least.
    pub(crate) fn new(spans: &[(f64, f64)], from: f64, to: f64) -> Self {
        let mut spans = spans.to_vec();
        spans.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut stretches: Vec<(f64, f64)> = Vec::new();
        let all = spans.iter().fold(0.0_f64, |most, span| most.max(span.1))
            - spans.first().map_or(0.0, |span| span.0);
        for (start, end) in spans {
            match stretches.last_mut() {
                Some(last) if start - last.1 <= (all * SHARE).max(DAYS) => last.1 = last.1.max(end),
                _ => stretches.push((start, end)),
            }
        }
        let days: f64 = stretches.iter().map(|(start, end)| end - start).sum();
        let cuts = real(stretches.len().max(1) - 1) * CUT;
        let scale = (to - from - cuts) / days.max(1.0);
        let mut place = from;
        let piece = |days: (f64, f64)| {
            let places = (place, place + (days.1 - days.0) * scale);
            place = places.1 + CUT;
            Piece { days, places }
        };
        Self { pieces: stretches.into_iter().map(piece).collect() }
    }

    /// Returns the place of a day.
    pub(crate) fn place(&self, day: f64) -> f64 {
        let piece = self.pieces.iter().find(|piece| day <= piece.days.1).or(self.pieces.last());
        piece.map_or(0.0, |piece| {
            let (days, places) = (piece.days, piece.places);
            let share = (day - days.0) / (days.1 - days.0).max(1e-9);
            places.0 + share.clamp(0.0, 1.0) * (places.1 - places.0)
        })
    }

    /// Returns where stretches are cut out: from place to place.
    pub(crate) fn breaks(&self) -> Vec<(f64, f64)> {
        self.pieces.windows(2).map(|two| (two[0].places.1, two[1].places.0)).collect()
    }

    /// Returns the ticks: beginnings of years or months, each with what it says.
    pub(crate) fn ticks(&self) -> Vec<(f64, String)> {
        let scale = self.pieces.iter().map(|piece| {
            (piece.places.1 - piece.places.0) / (piece.days.1 - piece.days.0).max(1e-9)
        });
        let month = scale.fold(0.0, f64::max) * 30.44;
        let apart = |step: i32| if step < 12 { 42.0 } else { 27.0 };
        let wide = |step: &&i32| f64::from(**step) * month >= apart(**step);
        let step = STEPS.iter().find(wide).copied().unwrap_or(2400);
        let mut ticks: Vec<(f64, String)> = Vec::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            // Where a piece is cut off, its end is no place for a year.
            let beyond = if at + 1 == self.pieces.len() { 1.0 } else { -1.0 };
            let (first, last) = (year_of(piece.days.0) * 12, (year_of(piece.days.1) + 1) * 12);
            let months =
                (first.div_euclid(step) * step..=last).step_by(step.unsigned_abs() as usize);
            let within = months.filter(|&month| {
                let day = month_start(month);
                (piece.days.0 - 1.0..=piece.days.1 + beyond).contains(&day)
            });
            let mut found: Vec<i32> = within.collect();
            if found.is_empty() {
                // A short piece is told by the year or month that it begins in.
                let begun = |&month: &i32| month_start(month) <= piece.days.0;
                let stride = usize::from(step >= 12) * 11 + 1;
                found.extend((first..=last).step_by(stride).filter(begun).last());
            }
            for month in found {
                let place = self.place(month_start(month).max(piece.days.0));
                let room = ticks.last().is_none_or(|(before, _)| place - before >= 24.0);
                if room {
                    ticks.push((place, said(month, step)));
                }
            }
        }
        ticks
    }
}

fn said(month: i32, step: i32) -> String {
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    if step < 12 { format!("{year:04}-{month:02}") } else { format!("{year:04}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::date::Span;

    fn calendar(dates: &[&str]) -> Calendar {
        let span = |date: &&str| Span::parse(date).map(|span| (span.start, span.end)).unwrap();
        Calendar::new(&dates.iter().map(span).collect::<Vec<_>>(), 0.0, 400.0)
    }

    fn said(dates: &[&str]) -> Vec<String> {
        calendar(dates).ticks().into_iter().map(|(_, said)| said).collect()
    }

    #[test]
    fn ticks_are_years_or_months_as_there_is_room() {
        assert_eq!(said(&["2014", "2018"]), ["2014", "2015", "2016", "2017", "2018", "2019"]);
        assert_eq!(said(&["2022-04-10", "2022-07"]), ["2022-05", "2022-06", "2022-07", "2022-08"]);
        assert_eq!(said(&["2022-06-09"]), ["2022-06"]);
        assert_eq!(said(&["1900", "1950", "2000"])[..2], ["1900-01", "1900-07"]);
    }

    #[test]
    fn long_stretches_without_anything_are_cut_out() {
        let calendar = calendar(&["1609", "2014", "2020"]);
        assert_eq!(calendar.breaks().len(), 1);
        let place = |date| calendar.place(Span::parse(date).unwrap().start);
        assert!(place("2014") < 100.0, "{}", place("2014"));
        let places = ["1609", "1609-06", "2014", "2017", "2020"].map(place);
        assert!(places.is_sorted(), "{places:?}");
        assert!((calendar.place(Span::parse("2020").unwrap().end) - 400.0).abs() < 1e-6);
    }
}
