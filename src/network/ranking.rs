//! [`Ranking`]: nodes with their measures, best first.

use super::{
    Network,
    analysis::{Analysis, Settings},
    measure::{Measure, Norm},
};

/// A column of a ranking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What its head says: the measure's name, or that name and what is said of the measure.
    pub name: String,
    /// Whether its values are whole numbers.
    pub whole: bool,
}

impl Column {
    fn of(measure: Measure, norm: Norm) -> Self {
        let whole = measure.is_part() || (measure.is_count() && norm == Norm::Raw);
        Self { name: measure.name().to_owned(), whole }
    }
}

/// A table of nodes and measures, best first by the first measure, ties by the node's name.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// What the values of each row are.
    pub columns: Vec<Column>,
    /// For each node its name and its values.
    pub rows: Vec<(String, Vec<f64>)>,
}

/// Ranks the nodes of a network.
///
/// Values that agree to nine digits are ties: what rounding leaves shall order nobody.
pub fn rank(network: &Network, measures: &[Measure], settings: Settings) -> Ranking {
    Analysis::new(network, settings).rank(measures)
}

impl Analysis<'_> {
    /// Ranks the nodes of the network, as [`rank`] does.
    pub fn rank(&self, measures: &[Measure]) -> Ranking {
        let columns: Vec<Vec<f64>> = measures.iter().map(|&measure| self.values(measure)).collect();
        let mut rows: Vec<(String, Vec<f64>)> = (self.network().names().into_iter().enumerate())
            .map(|(node, name)| (name, columns.iter().map(|column| column[node]).collect()))
            .collect();
        let parts = measures.first().is_some_and(|measure| measure.is_part());
        let sign = if parts { 1.0 } else { -1.0 };
        let key = |values: &[f64]| values.first().map_or(0.0, |&value| sign * rounded(value));
        rows.sort_by(|(a, x), (b, y)| key(x).total_cmp(&key(y)).then_with(|| a.cmp(b)));
        let norm = self.settings().norm;
        let columns = measures.iter().map(|&measure| Column::of(measure, norm)).collect();
        Ranking { columns, rows }
    }
}

/// Rounds to nine significant digits.
pub(super) fn rounded(value: f64) -> f64 {
    format!("{value:.8e}").parse().unwrap_or(value) + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::AffiliationRow;

    #[test]
    fn the_best_come_first_and_ties_go_by_name() {
        let row = |(node, group): (&str, &str)| AffiliationRow {
            node: node.to_owned(),
            group: group.to_owned(),
            ..Default::default()
        };
        let rows = [("c", "x"), ("b", "x"), ("a", "x"), ("b", "y"), ("d", "y"), ("e", "")];
        let network = Network::from_affiliations(rows.into_iter().map(row).collect());
        let names = |measure| {
            let ranking = rank(&network, &[measure], Settings::default());
            ranking.rows.into_iter().map(|(name, _)| name).collect::<String>()
        };
        assert_eq!(names(Measure::Degree), "bacde");
        assert_eq!(names(Measure::PageRank), "bacde");
        assert_eq!(names(Measure::Component), "abcde");
    }
}
