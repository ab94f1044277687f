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
    pub(super) fn of(measure: Measure, norm: Norm) -> Self {
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
        let norm = self.settings().norm;
        let column = |&measure: &Measure| (Column::of(measure, norm), self.values(measure));
        let ascending = measures.first().is_some_and(|measure| measure.is_part());
        in_order(self.network(), measures.iter().map(column).collect(), ascending)
    }
}

/// Makes a table of columns with a value for each node, and orders it by the first.
pub(super) fn in_order(
    network: &Network,
    columns: Vec<(Column, Vec<f64>)>,
    ascending: bool,
) -> Ranking {
    let rows = (network.names().into_iter().enumerate())
        .map(|(node, name)| (name, columns.iter().map(|(_, column)| column[node]).collect()));
    let sign = if ascending { 1.0 } else { -1.0 };
    let key = |values: &[f64]| values.first().map_or(0.0, |&value| sign * rounded(value));
    // Rounding takes longer than comparing: each key is made once.
    let mut keyed: Vec<(f64, (String, Vec<f64>))> =
        rows.map(|row: (String, Vec<f64>)| (key(&row.1), row)).collect();
    keyed.sort_by(|(x, (a, _)), (y, (b, _))| x.total_cmp(y).then_with(|| a.cmp(b)));
    let rows = keyed.into_iter().map(|(_, row)| row).collect();
    Ranking { columns: columns.into_iter().map(|(column, _)| column).collect(), rows }
}

/// Returns the rank of each value, the highest having rank 1; equal values have the worst rank of
/// theirs (1, 3, 3, 4): what is only as good as others is not surely better than one of them.
pub(super) fn worst_ranks(values: &[f64]) -> Vec<f64> {
    let below: Vec<f64> = values.iter().map(|value| -value).collect();
    ranks(&below).into_iter().map(|rank| super::real(values.len() + 1) - rank).collect()
}

/// Returns the rank of each value, the highest having rank 1; equal values have the best rank of
/// theirs (1, 2, 2, 4). Values that agree to nine digits are equal.
pub(super) fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<(f64, usize)> =
        values.iter().enumerate().map(|(node, &value)| (rounded(value), node)).collect();
    order.sort_unstable_by(|(a, x), (b, y)| b.total_cmp(a).then(x.cmp(y)));
    let mut ranks = vec![0.0; values.len()];
    let mut rank = (f64::NAN, 0);
    for (place, (value, node)) in order.into_iter().enumerate() {
        if rank.0.total_cmp(&value).is_ne() {
            rank = (value, place + 1);
        }
        ranks[node] = super::real(rank.1);
    }
    ranks
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
    fn equal_values_share_the_best_rank() {
        let values = [1.0, 3.0, 0.1 + 0.2, 0.3, 0.0, 0.0];
        assert_eq!(ranks(&values), [2.0, 1.0, 3.0, 3.0, 5.0, 5.0]);
    }

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
