//! [`Infeasible`]: which measures cannot be taken of a network, and why.

use super::{
    Kind, analysis::Analysis, entry::Attribute, measure::Measure, measure::about::TakenOn,
    partition::Partition, ties::Weight,
};

/// More steps than this are taken neither over neighbourhoods nor to find all distances.
pub(super) const MOST_STEPS: usize = 200_000_000_000;

/// A measure cannot be taken.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Infeasible {
    /// The network is an edge list.
    #[error("{0} is taken on who took part in what; this network is an edge list")]
    OneMode(Measure),
    /// No node is of a class.
    #[error("{measure} is told by {attribute}, and no node of this network has one")]
    Classless {
        /// The measure.
        measure: Measure,
        /// What no node has.
        attribute: Attribute,
    },
    /// Walks would not add up to a number.
    #[error(transparent)]
    Alpha(#[from] Diverging),
    /// It would take too long.
    #[error("{measure} would take some {steps} steps here, more than {MOST_STEPS}")]
    Work {
        /// The measure.
        measure: Measure,
        /// About how many steps it would take.
        steps: usize,
    },
}

/// The walks of Katz's measure would not add up to a number.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("the attenuation {alpha} of katz is too great: it must be below {limit}")]
pub struct Diverging {
    /// What it would be taken with.
    pub alpha: f64,
    /// What it must be below.
    pub limit: f64,
}

/// The lowest limit of the attenuation among networks that are measured with one.
///
/// All of them are asked for theirs, so that what is told is low enough for each, and the same with
/// any number of threads.
#[derive(Debug, Default)]
pub(super) struct Lowest(Option<Diverging>);

impl Lowest {
    /// Measures a network; once one has failed, no other is measured.
    pub(super) fn columns(
        &self,
        analysis: &Analysis<'_>,
        measures: &[Measure],
    ) -> Result<Vec<Vec<f64>>, Diverging> {
        match self.0 {
            None => analysis.columns(measures),
            Some(_) => analysis.check_alpha(measures).map(|()| Vec::new()),
        }
    }

    /// Takes what measuring some networks gave, and returns what did not fail.
    pub(super) fn take<T>(&mut self, measured: Vec<Result<T, Diverging>>) -> Vec<T> {
        let mut good = Vec::with_capacity(measured.len());
        for one in measured {
            match one {
                Ok(columns) => good.push(columns),
                Err(other) if self.0.is_none_or(|known| other.limit < known.limit) => {
                    self.0 = Some(other);
                }
                Err(_) => {}
            }
        }
        good
    }

    /// Says whether all networks could be measured.
    pub(super) fn check(self) -> Result<(), Diverging> {
        self.0.map_or(Ok(()), Err)
    }
}

impl Analysis<'_> {
    /// Says whether these measures can be taken.
    pub fn check(&self, measures: &[Measure]) -> Result<(), Infeasible> {
        self.check_said(measures)?;
        self.check_work(measures)
    }

    /// Says whether the network says of its nodes what these measures are told by.
    pub(super) fn check_said(&self, measures: &[Measure]) -> Result<(), Infeasible> {
        let network = self.network();
        let two_mode = |measure: &&Measure| measure.about().taken_on == TakenOn::TwoMode;
        if let (true, Some(&measure)) =
            (network.kind() != Kind::Affiliation, measures.iter().find(two_mode))
        {
            return Err(Infeasible::OneMode(measure));
        }
        let by_class = measures.iter().find(|measure| measure.is_told_by_class());
        if let (Some(&measure), Partition::Attribute(attribute)) =
            (by_class, self.settings().partition)
        {
            let mut nodes = network.nodes().iter();
            if !network.nodes().is_empty() && nodes.all(|node| node.values(attribute).is_empty()) {
                return Err(Infeasible::Classless { measure, attribute });
            }
        }
        Ok(())
    }

    /// Says whether numbers come out, and within a reasonable time.
    pub(super) fn check_work(&self, measures: &[Measure]) -> Result<(), Infeasible> {
        self.check_alpha(measures)?;
        let looks = measures.iter().find(|measure| measure.looks_at_neighbourhoods());
        match (looks, looks.map_or(0, |_| self.field(Weight::None).work())) {
            (Some(&measure), steps) if steps > MOST_STEPS => {
                Err(Infeasible::Work { measure, steps })
            }
            _ => Ok(()),
        }
    }

    /// Says whether the walks of Katz's measure, where it is among these, add up to a number.
    pub(super) fn check_alpha(&self, measures: &[Measure]) -> Result<(), Diverging> {
        let asked = self.settings().alpha.filter(|_| measures.contains(&Measure::Katz));
        let Some(alpha) = asked else {
            return Ok(());
        };
        let limit = 1.0 / self.greatest();
        // A directed network without circles bears any.
        let bad = alpha >= limit && !(self.directed() && self.katz_directed(alpha).is_some());
        if bad { Err(Diverging { alpha, limit }) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{AffiliationRow, Direction, EdgeRow, Network, Settings};

    fn refusal(network: &Network, measures: &[Measure]) -> Option<String> {
        let checked = Analysis::new(network, Settings::default()).check(measures);
        checked.err().map(|error| error.to_string())
    }

    #[test]
    fn measures_of_two_modes_are_refused_to_an_edge_list() {
        let row = EdgeRow { source: "a".into(), target: "b".into(), ..Default::default() };
        for direction in [Direction::Directed, Direction::Undirected] {
            let network = Network::from_edges(vec![row.clone()], direction);
            for measure in Measure::ALL {
                let two_mode = measure.about().taken_on == TakenOn::TwoMode;
                let of_country = measure.is_told_by_class();
                let refused = refusal(&network, &[Measure::Degree, measure]);
                assert_eq!(refused.is_some(), two_mode || of_country, "{measure}");
            }
            assert_eq!(
                refusal(&network, &[Measure::Groups]).unwrap(),
                "groups is taken on who took part in what; this network is an edge list"
            );
        }
    }

    #[test]
    fn roles_are_refused_where_no_node_has_a_class() {
        let row = |node: &str, country: &str| AffiliationRow {
            node: node.into(),
            group: "x".into(),
            country: Some(country.into()),
            ..Default::default()
        };
        let known = Network::from_affiliations(vec![row("a", ""), row("b", "甲")]);
        assert_eq!(refusal(&known, &[Measure::Liaison]), None);
        // Events have no country.
        let turned = known.transposed().unwrap();
        assert_eq!(
            refusal(&turned, &[Measure::Degree, Measure::Liaison]).unwrap(),
            "liaison is told by country, and no node of this network has one"
        );
        assert_eq!(refusal(&turned, &[Measure::Degree]), None);
        assert_eq!(refusal(&Network::from_affiliations(Vec::new()), &[Measure::Liaison]), None);
    }
}
