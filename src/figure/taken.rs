//! On which network a measure was taken, in words.

use super::page::Phrase;
use crate::network::{Kind, Measure, Settings, TakenOn, Weight};

/// Says on which network a measure is taken under these settings.
pub(crate) fn taken_on(measure: Measure, settings: Settings, kind: Kind) -> Phrase {
    let weight = match (measure.about().taken_on, measure, settings.weight) {
        (TakenOn::TwoMode, ..) if kind == Kind::Affiliation => {
            return ("取自两模网络".to_owned(), "on the two-mode network".to_owned());
        }
        (TakenOn::TwoMode | TakenOn::Simple, ..) => Weight::None,
        (_, Measure::Newman, _) => Weight::Newman,
        (_, Measure::Fractional, _) => Weight::Fractional,
        (_, Measure::Strength, Weight::None) => Weight::Shared,
        (_, _, weight) => weight,
    };
    let (zh, en) = match (weight, kind) {
        (Weight::None, _) => ("不计权的", "unweighted "),
        (Weight::Shared, Kind::Affiliation) => ("以共同参与次数加权的", "event-count weighted "),
        (Weight::Newman, Kind::Affiliation) => ("以 Newman 权重加权的", "Newman-weighted "),
        (Weight::Fractional, Kind::Affiliation) => ("以分数权重加权的", "fractionally weighted "),
        _ => ("加权的", "weighted "),
    };
    let (network, noun) = match kind {
        Kind::Affiliation => ("投影", "projection"),
        Kind::Undirected | Kind::Directed => ("网络", "network"),
    };
    (format!("取自{zh}{network}"), format!("on the {en}{noun}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weighted_measure_is_taken_as_the_settings_say() {
        let on = |measure, weight, kind| {
            taken_on(measure, Settings { weight, ..Settings::default() }, kind).1
        };
        for (measure, weight, kind, says) in [
            (Measure::PageRank, Weight::None, Kind::Affiliation, "on the unweighted projection"),
            (
                Measure::PageRank,
                Weight::Newman,
                Kind::Affiliation,
                "on the Newman-weighted projection",
            ),
            (
                Measure::Strength,
                Weight::None,
                Kind::Affiliation,
                "on the event-count weighted projection",
            ),
            (Measure::Betweenness, Weight::Shared, Kind::Directed, "on the unweighted network"),
            (Measure::Groups, Weight::None, Kind::Affiliation, "on the two-mode network"),
        ] {
            assert_eq!(on(measure, weight, kind), says, "{measure}");
        }
    }
}
