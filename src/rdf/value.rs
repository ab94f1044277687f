//! Values as literals: which datatype a date has.

use oxigraph::model::{Literal, vocab::xsd};

use crate::{model, ontology::terms};

/// Writes a value: text plainly, a date with its datatype.
pub(super) fn literal(value: &model::Literal) -> Literal {
    match value {
        model::Literal::Text(text) => Literal::new_simple_literal(text),
        model::Literal::Date(date) => dated(date),
    }
}

/// Types a date as what it is, and all else in the place of a date as an interval.
pub(super) fn dated(date: &str) -> Literal {
    let parts: Vec<Option<u32>> = date
        .strip_prefix("--")
        .unwrap_or(date)
        .split('-')
        .map(|part| part.parse().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit())))
        .collect();
    let datatype = match (parts.as_slice(), date.len(), date.starts_with("--")) {
        ([Some(_)], 4, false) => xsd::G_YEAR,
        ([Some(_), Some(month)], 7, false) if (1..=12).contains(month) => xsd::G_YEAR_MONTH,
        ([Some(_), Some(_), Some(_)], 10, false) if is_day(date) => xsd::DATE,
        // A year that has 29 February: the day has no year to contradict it.
        ([Some(_), Some(_)], 7, true) if is_day(&date.replacen('-', "2000", 1)) => xsd::G_MONTH_DAY,
        _ => terms::INTERVAL,
    };
    Literal::new_typed_literal(date, datatype)
}

fn is_day(date: &str) -> bool {
    date.parse::<model::Date>().is_ok()
}

/// Writes a share of one to four places, in the canonical form that stores keep: `0.5`.
pub(super) fn decimal(share: f64) -> Literal {
    let places = format!("{share:.4}");
    let short = places.trim_end_matches('0').trim_end_matches('.');
    Literal::new_typed_literal(short, xsd::DECIMAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_typed_as_precisely_as_it_is_stated() {
        for (date, datatype) in [
            ("2017", xsd::G_YEAR),
            ("2015-12", xsd::G_YEAR_MONTH),
            ("2022-06-28", xsd::DATE),
            ("--06-10", xsd::G_MONTH_DAY),
            ("2022-06-09/2022-06-10", terms::INTERVAL),
            ("2022-02-30", terms::INTERVAL),
            ("2022-13", terms::INTERVAL),
            ("--06", terms::INTERVAL),
            ("2022-6-9", terms::INTERVAL),
            ("", terms::INTERVAL),
        ] {
            assert_eq!(dated(date).datatype(), datatype, "{date}");
        }
    }

    #[test]
    fn shares_are_canonical() {
        let text = |share| decimal(share).value().to_owned();
        assert_eq!(
            (text(0.5), text(1.0), text(2.0 / 3.0)),
            ("0.5".into(), "1".into(), "0.6667".into())
        );
    }
}
