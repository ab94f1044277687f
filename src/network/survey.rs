//! [`Survey`]: a ranking with all that can be said of its values: tests, intervals, ranks.

use super::{
    Network,
    analysis::{Analysis, Settings},
    feasible::Infeasible,
    interval::{Intervals, NoInterval, Resampling, check_intervals, intervals},
    measure::Measure,
    ranking::{Column, Ranking, in_order, ranks},
    significance::{NoChance, NodeTest, Significance, check_tests, measure_tests},
};

/// What is to be said of the nodes of a network.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// The measures; the first orders the nodes.
    pub measures: Vec<Measure>,
    /// How they are taken.
    pub settings: Settings,
    /// The chance that they are compared with.
    pub significance: Option<Significance>,
    /// What is doubted.
    pub resampling: Option<Resampling>,
}

/// A survey cannot be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SurveyError {
    /// Values cannot be compared with chance.
    #[error(transparent)]
    Chance(#[from] NoChance),
    /// Values have no intervals.
    #[error(transparent)]
    Interval(#[from] NoInterval),
    /// A measure cannot be taken.
    #[error(transparent)]
    Infeasible(#[from] Infeasible),
}

/// A ranking, and what its intervals rest on.
#[derive(Clone, Debug, PartialEq)]
pub struct Surveyed {
    /// The nodes, best first.
    pub ranking: Ranking,
    /// The intervals, where they were asked for.
    pub intervals: Option<Intervals>,
}

impl Survey {
    /// Says whether the survey can be made of a network, without making it.
    ///
    /// What shows in other networks alone is not known before: an attenuation that is too great for
    /// one of them.
    pub fn check(&self, network: &Network) -> Result<(), SurveyError> {
        self.check_said(network)?;
        self.check_slice(network)
    }

    /// Says whether a network says of its nodes what the measures are told by: what a network that
    /// is measured in slices must have as a whole.
    pub fn check_said(&self, network: &Network) -> Result<(), SurveyError> {
        Ok(Analysis::new(network, self.settings).check_said(&self.measures)?)
    }

    /// Says whether the survey can be made of a slice of a network that [`Survey::check_said`] has
    /// found nothing to lack.
    pub fn check_slice(&self, slice: &Network) -> Result<(), SurveyError> {
        self.check_numbers(&Analysis::new(slice, self.settings))
    }

    /// Says whether numbers come out, for the values and for what is said of them.
    fn check_numbers(&self, analysis: &Analysis<'_>) -> Result<(), SurveyError> {
        analysis.check_work(&self.measures)?;
        if let Some(chance) = self.significance {
            check_tests(analysis.network(), &self.measures, chance)?;
        }
        if let Some(resampling) = self.resampling {
            check_intervals(analysis.network(), &self.measures, resampling)?;
        }
        Ok(())
    }

    /// Ranks the nodes of a network, with the columns that were asked for.
    ///
    /// For a measure M: `M`; `M_low`, `M_high`; `M_expected`, `M_p`, `M_p_adjusted`. With intervals
    /// also `rank`, `rank_low`, `rank_high` by the first measure, 1 being the best.
    pub fn of(&self, network: &Network) -> Result<Surveyed, SurveyError> {
        self.check_said(network)?;
        self.of_slice(network)
    }

    /// Ranks the nodes of a slice of a network that [`Survey::check_said`] has found nothing to
    /// lack: in a year of few people, none may have a country.
    pub fn of_slice(&self, network: &Network) -> Result<Surveyed, SurveyError> {
        let analysis = Analysis::new(network, self.settings);
        self.check_numbers(&analysis)?;
        let values: Vec<Vec<f64>> =
            self.measures.iter().map(|&measure| analysis.values(measure)).collect();
        let tests = match self.significance {
            Some(chance) => {
                Some(measure_tests(network, &self.measures, &values, self.settings, chance)?)
            }
            None => None,
        };
        let intervals = match self.resampling {
            Some(resampling) => {
                Some(intervals(network, &self.measures, self.settings, resampling)?)
            }
            None => None,
        };
        let mut columns = Vec::new();
        for (at, &measure) in self.measures.iter().enumerate() {
            let of = |say: &str| format!("{}_{say}", measure.name());
            let column = Column::of(measure, self.settings.norm);
            let whole = column.whole;
            columns.push((column, values[at].clone()));
            if let Some(intervals) = &intervals {
                push_ends(&mut columns, [of("low"), of("high")], whole, &intervals.values[at]);
            }
            if let Some(tests) = &tests {
                let say = ["expected", "p", "p_adjusted"];
                let parts: [fn(&NodeTest) -> f64; 3] =
                    [|test| test.expected, |test| test.p, |test| test.adjusted];
                for (say, part) in say.into_iter().zip(parts) {
                    let column = Column { name: of(say), whole: false };
                    columns.push((column, tests[at].iter().map(part).collect()));
                }
            }
        }
        if let (Some(intervals), Some(first)) = (&intervals, values.first()) {
            columns.push((Column { name: "rank".to_owned(), whole: true }, ranks(first)));
            let names = ["rank_low".to_owned(), "rank_high".to_owned()];
            push_ends(&mut columns, names, true, &intervals.ranks);
        }
        let ascending = self.measures.first().is_some_and(|measure| measure.is_part());
        Ok(Surveyed { ranking: in_order(network, columns, ascending), intervals })
    }
}

fn push_ends(
    columns: &mut Vec<(Column, Vec<f64>)>,
    [low, high]: [String; 2],
    whole: bool,
    ends: &[(f64, f64)],
) {
    columns.push((Column { name: low, whole }, ends.iter().map(|end| end.0).collect()));
    columns.push((Column { name: high, whole }, ends.iter().map(|end| end.1).collect()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{AffiliationRow, Correction, Doubt, Null, Passage};

    #[test]
    fn columns_stand_in_order_and_each_value_by_its_node() {
        let row = |node: &str, group: &str| AffiliationRow {
            node: node.to_owned(),
            group: group.to_owned(),
            passage: Passage { source: Some(group.to_owned()), ..Passage::default() },
            ..Default::default()
        };
        let rows = vec![row("b", "x"), row("a", "x"), row("b", "y"), row("c", "y"), row("d", "y")];
        let network = Network::from_affiliations(rows);
        let survey = Survey {
            measures: vec![Measure::Degree],
            significance: Some(Significance {
                null: Null::Fixed,
                samples: 9,
                seed: 1,
                correction: Correction::None,
            }),
            resampling: Some(Resampling { doubt: Doubt::Documents, samples: 0, seed: 1 }),
            ..Survey::default()
        };
        let Surveyed { ranking, intervals } = survey.of(&network).unwrap();
        let names: Vec<&str> = ranking.columns.iter().map(|column| &*column.name).collect();
        assert_eq!(
            names.join(" "),
            "degree degree_low degree_high degree_expected degree_p \
                                     degree_p_adjusted rank rank_low rank_high"
        );
        // b has two groups, one of each size: chance changes nothing; without the larger one, all
        // that are left are equal, so that the worst rank is the last.
        let (name, values) = &ranking.rows[0];
        assert_eq!(
            (name.as_str(), values.as_slice()),
            ("b", &[3.0, 1.0, 3.0, 3.0, 1.0, 1.0, 1.0, 1.0, 3.0][..])
        );
        assert_eq!(intervals.unwrap().runs, 2);
    }

    #[test]
    fn a_survey_that_would_fail_is_known_before() {
        let row = |node: &str| AffiliationRow {
            node: node.to_owned(),
            group: "x".to_owned(),
            ..Default::default()
        };
        let network = Network::from_affiliations(vec![row("a"), row("b")]);
        let chance =
            Significance { null: Null::Fixed, samples: 9, seed: 1, correction: Correction::None };
        let resampling = Resampling { doubt: Doubt::Documents, samples: 9, seed: 1 };
        let plain = Survey { measures: vec![Measure::Degree], ..Survey::default() };
        let parts = Survey { measures: vec![Measure::Component], ..Survey::default() };
        let walks = Settings { alpha: Some(2.0), ..Settings::default() };
        for (survey, fails) in [
            (plain.clone(), false),
            (Survey { significance: Some(chance), ..plain.clone() }, false),
            (Survey { significance: Some(chance), ..parts.clone() }, true),
            (Survey { resampling: Some(resampling), ..plain }, true),
            (Survey { measures: vec![Measure::Katz], settings: walks, ..parts }, true),
        ] {
            let done = survey.of(&network).map(drop);
            assert_eq!((survey.check(&network), done.is_err()), (done, fails), "{survey:?}");
        }
    }

    #[test]
    fn a_plain_survey_is_the_ranking() {
        let network = Network::from_affiliations(Vec::new());
        let survey = Survey { measures: vec![Measure::Degree], ..Survey::default() };
        let plain = crate::network::rank(&network, &[Measure::Degree], Settings::default());
        assert_eq!(survey.of(&network).unwrap().ranking, plain);
    }
}
