//! [`TieRanking`]: ties with their measures, best first.

use super::{
    Analysis, Column, Kind,
    incidence::real,
    measure::{
        Norm,
        about::{About, TakenOn},
        degree::GROUPS,
        edge_betweenness::{self, edge_betweenness},
        taken::Said,
    },
    projection::{Projection, Selection, Tie, TooManyTies, projection},
    ranking::rounded,
    ties::Weight,
};
use std::{fmt, str::FromStr};

/// A number for each tie of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TieMeasure {
    /// Its weight: full counting, unless another weight is asked for.
    Weight,
    /// The number of shared groups.
    Shared,
    /// Share of the shortest paths between nodes.
    EdgeBetweenness,
}

impl TieMeasure {
    /// All measures of ties, in the order of the help text.
    pub const ALL: [Self; 3] = [Self::Weight, Self::Shared, Self::EdgeBetweenness];

    /// Returns the name on the command line and in the columns of tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Weight => "weight",
            Self::Shared => "shared",
            Self::EdgeBetweenness => "edge-betweenness",
        }
    }

    /// Returns what a paper must say of the measure.
    pub fn about(self) -> About {
        match self {
            Self::Weight => About {
                name: ("权重", "weight"),
                definition: ("边的权重", "the weight of the tie"),
                taken_on: TakenOn::Weighted { unasked: Weight::None },
                reference: GROUPS.reference,
            },
            Self::Shared => About {
                name: ("共有群组数", "shared groups"),
                definition: ("两端共有的群组数", "the number of groups that both ends are in"),
                taken_on: TakenOn::TwoMode,
                reference: GROUPS.reference,
            },
            Self::EdgeBetweenness => About {
                name: ("边介数", "edge betweenness"),
                definition: (
                    "全部点对的最短路径经过该边的份额之和",
                    "the share of the shortest paths between two nodes that lead over the tie, summed \
                     over all pairs",
                ),
                taken_on: TakenOn::Simple,
                reference: edge_betweenness::REFERENCE,
            },
        }
    }

    /// Says how the measure is taken, ties weighing this: what a paper must add to
    /// [`TieMeasure::about`].
    pub fn taken(self, weight: Weight, norm: Norm, kind: Kind) -> (String, String) {
        let mut said = Said::default();
        said.fixed(self.about().taken_on.phrase(weight, kind));
        match self {
            Self::Shared if norm == Norm::Normalised => {
                said.fixed(("已归一化：除以群组数", "normalised: divided by the number of groups"));
            }
            Self::EdgeBetweenness if norm == Norm::Normalised => said.fixed((
                "已归一化：除以节点的对数",
                "normalised: divided by the number of pairs of nodes",
            )),
            _ => {}
        }
        said.joined()
    }

    /// Says whether the values hang on the norm.
    pub fn hangs_on_norm(self) -> bool {
        self != Self::Weight
    }

    fn column(self, norm: Norm) -> Column {
        let whole = self == Self::Shared && norm == Norm::Raw;
        Column { name: self.name().to_owned(), whole }
    }
}

impl fmt::Display for TieMeasure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A measure of ties of that name is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown measure of ties '{0}' (known: weight, shared, edge-betweenness)")]
pub struct UnknownTieMeasure(String);

impl FromStr for TieMeasure {
    type Err = UnknownTieMeasure;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let plain = name.trim().to_ascii_lowercase().replace('_', "-");
        let known = Self::ALL.into_iter().find(|measure| measure.name() == plain);
        known.ok_or_else(|| UnknownTieMeasure(name.to_owned()))
    }
}

/// A table of ties and measures, best first by the first measure, equals by the ends' names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TieRanking {
    /// What the values of each row are.
    pub columns: Vec<Column>,
    /// The ties.
    pub rows: Vec<TieRow>,
}

/// A tie of a ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct TieRow {
    /// The ends by index: where the tie begins, or the one that comes first.
    pub ends: (u32, u32),
    /// The ends by name.
    pub names: (String, String),
    /// The values of the columns.
    pub values: Vec<f64>,
}

impl Analysis<'_> {
    /// Ranks the ties of the network; of ties that weigh less than `selection` has, nothing is
    /// said.
    ///
    /// Values that agree to nine digits are equal: what rounding leaves shall order nothing. The
    /// weight is that of the selection. Betweenness is that of all paths, also of those over ties
    /// that are left out by their weight.
    pub fn rank_ties(
        &self,
        measures: &[TieMeasure],
        selection: &Selection,
    ) -> Result<TieRanking, TooManyTies> {
        let written = projection(self.network(), selection)?;
        let values: Vec<Vec<f64>> =
            measures.iter().map(|&measure| self.tie_values(measure, &written)).collect();
        let names = self.network().names();
        let row = |(at, tie): (usize, &Tie)| TieRow {
            ends: (tie.a, tie.b),
            names: (names[tie.a as usize].clone(), names[tie.b as usize].clone()),
            values: values.iter().map(|values| values[at]).collect(),
        };
        let key = |row: &TieRow| row.values.first().map_or(0.0, |&value| -rounded(value));
        let mut rows: Vec<(f64, TieRow)> =
            written.ties.iter().enumerate().map(row).map(|row| (key(&row), row)).collect();
        rows.sort_by(|(x, a), (y, b)| x.total_cmp(y).then_with(|| a.names.cmp(&b.names)));
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        let norm = self.settings().norm;
        Ok(TieRanking { columns: measures.iter().map(|m| m.column(norm)).collect(), rows })
    }

    fn tie_values(&self, measure: TieMeasure, written: &Projection) -> Vec<f64> {
        let incidence = self.network().incidence();
        let normalised = self.settings().norm == Norm::Normalised;
        let per = |whole: f64| if normalised && whole > 0.0 { 1.0 / whole } else { 1.0 };
        match measure {
            TieMeasure::Weight => written.ties.iter().map(|tie| tie.weight).collect(),
            TieMeasure::Shared => {
                let factor = per(real(incidence.group_count()));
                written.ties.iter().map(|tie| real(tie.groups.len()) * factor).collect()
            }
            TieMeasure::EdgeBetweenness => {
                let nodes = real(incidence.node_count());
                let factor = per(nodes * (nodes - 1.0) / 2.0);
                let ties: Vec<(u32, u32)> = written.ties.iter().map(|tie| (tie.a, tie.b)).collect();
                let values = edge_betweenness(incidence, &ties);
                values.into_iter().map(|value| value * factor).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{AffiliationRow, Network, Settings};

    fn network(rows: &[(&str, &str)]) -> Network {
        let row = |&(node, group): &(&str, &str)| AffiliationRow {
            node: node.to_owned(),
            group: group.to_owned(),
            ..Default::default()
        };
        Network::from_affiliations(rows.iter().map(row).collect())
    }

    const ROWS: [(&str, &str); 8] = [
        ("a", "x"),
        ("b", "x"),
        ("a", "y"),
        ("b", "y"),
        ("b", "z"),
        ("c", "z"),
        ("c", "w"),
        ("d", "w"),
    ];

    fn ranked(settings: Settings, measures: &[TieMeasure]) -> Vec<(String, Vec<f64>)> {
        let network = network(&ROWS);
        let analysis = Analysis::new(&network, settings);
        let weight = settings.weight.or(Weight::Shared);
        let selection = Selection { weight, ..Selection::default() };
        let ranking = analysis.rank_ties(measures, &selection).unwrap();
        let row = |row: TieRow| (format!("{}{}", row.names.0, row.names.1), row.values);
        ranking.rows.into_iter().map(row).collect()
    }

    #[test]
    fn the_best_tie_comes_first_and_equals_go_by_name() {
        let by = [TieMeasure::EdgeBetweenness, TieMeasure::Weight, TieMeasure::Shared];
        let rows = ranked(Settings::default(), &by);
        let expected = [
            ("bc".to_owned(), vec![4.0, 1.0, 1.0]),
            ("ab".to_owned(), vec![3.0, 2.0, 2.0]),
            ("cd".to_owned(), vec![3.0, 1.0, 1.0]),
        ];
        assert_eq!(rows, expected);
        let rows = ranked(Settings::default(), &[TieMeasure::Weight]);
        assert_eq!(rows.iter().map(|row| row.0.as_str()).collect::<Vec<_>>(), ["ab", "bc", "cd"]);
    }

    #[test]
    fn norms_and_weights_are_those_asked_for() {
        let settings =
            Settings { weight: Weight::Fractional, norm: Norm::Normalised, ..Settings::default() };
        let by = [TieMeasure::EdgeBetweenness, TieMeasure::Weight, TieMeasure::Shared];
        assert_eq!(ranked(settings, &by)[1], ("ab".to_owned(), vec![0.5, 1.0, 0.5]));
    }

    #[test]
    fn a_tie_of_an_edge_list_weighs_what_is_asked_for() {
        let row = crate::network::EdgeRow {
            source: "a".to_owned(),
            target: "b".to_owned(),
            weight: Some(6.0),
            ..Default::default()
        };
        let network = Network::from_edges(vec![row], crate::network::Direction::Undirected);
        let of = |weight| {
            let selection = Selection { weight, ..Selection::default() };
            let analysis = Analysis::new(&network, Settings::default());
            analysis.rank_ties(&[TieMeasure::Weight], &selection).unwrap().rows[0].values[0]
        };
        let values = Weight::ALL.map(of);
        assert!(crate::network::sample::close(&values, &[1.0, 6.0, 6.0, 3.0]), "{values:?}");
    }

    #[test]
    fn too_many_ties_are_refused() {
        let network = network(&ROWS);
        let selection = Selection { limit: 2, ..Selection::default() };
        let error = Analysis::new(&network, Settings::default()).rank_ties(&[], &selection);
        assert_eq!(error.unwrap_err().ties, 3);
    }
}
