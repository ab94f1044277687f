//! What `gongshi rank` is asked for, and the table that answers it.

use super::{
    failure::Misuse,
    measure_args::Taken,
    network_input::{no_dates, tell_undated},
    rank::RankArgs,
    rank_by,
    sample_args::resolution,
    sizes::{tell_of_classes, tell_of_intervals, tell_of_size},
    tie_table::{self, too_many},
};
use crate::{
    explain::{Slices, Subject},
    export::{Form, Listing},
    network::{
        Analysis, Column, Correction, Figure, Network, Null, Selection, Settings, Significance,
        Slice, Slicing, Survey, Surveyed, TieMeasure, TieRanking, TieRow, counted, projection,
    },
};
use anyhow::Context as _;
use std::io::Write;

/// What was asked for.
pub(super) enum Task {
    /// Nodes, with what is said of their ranks, perhaps in slices of time.
    Nodes { survey: Survey, slicing: Option<Slicing> },
    /// Ties by their measures.
    Ties { measures: Vec<TieMeasure>, selection: Selection, settings: Settings },
    /// Ties beside chance.
    TiesByChance { selection: Selection, significance: Significance, alpha: Option<f64> },
    /// Figures of the whole network.
    Whole(Settings),
}

impl Task {
    /// Reads the arguments; refuses those that would have no effect.
    pub(super) fn new(args: &RankArgs) -> Result<Self, Misuse> {
        let (settings, seed) = (args.measures.settings(), args.measures.seed());
        let chance = match args.backbone {
            Some(_) => Some(args.significance.or(Null::Stochastic, args.samples, seed)),
            None => args.significance.significance(args.samples, seed),
        };
        args.significance
            .check(chance.is_some(), "compare with chance: --null fixed or stochastic")?;
        let by_chance = chance.is_some_and(|chance| !args.ties || chance.null.is_drawn_for_ties());
        let drawn = by_chance || args.intervals.are_drawn();
        args.samples.check(
            drawn,
            "--null draws random networks, of ties fixed alone, and --intervals events or confidence",
        )?;
        if args.whole {
            args.measures.check(Taken::Whole, drawn)?;
            return Ok(Self::Whole(settings));
        }
        if args.ties {
            return Self::ties(args, settings, chance, drawn);
        }
        let (measures, slicing) = rank_by::of_nodes(&args.by)?;
        args.measures.check(Taken::Nodes(&measures), drawn)?;
        let resampling = args.intervals.resampling(args.samples, seed);
        let survey = Survey { measures, settings, significance: chance, resampling };
        Ok(Self::Nodes { survey, slicing })
    }

    fn ties(
        args: &RankArgs,
        settings: Settings,
        chance: Option<Significance>,
        drawn: bool,
    ) -> Result<Self, Misuse> {
        let measures = rank_by::of_ties(&args.by)?;
        let scaled = chance.is_none() && measures.iter().any(|measure| measure.hangs_on_norm());
        args.measures.check(Taken::Ties(scaled), drawn)?;
        let weight = args.measures.tie_weight();
        let min_weight = args.min_weight.unwrap_or(0.0);
        let selection = Selection { weight, min_weight, ..Selection::default() };
        match chance {
            None => Ok(Self::Ties { measures, selection, settings }),
            Some(_) if measures != [TieMeasure::Weight] => {
                let error = "beside chance, ties have their weight alone\nhint: leave --by out";
                Err(Misuse(error.to_owned()))
            }
            Some(significance) => {
                Ok(Self::TiesByChance { selection, significance, alpha: args.backbone })
            }
        }
    }

    /// Says whether the network says of its nodes what the measures are told by.
    pub(super) fn check(&self, network: &Network) -> anyhow::Result<()> {
        match self {
            Self::Nodes { survey, .. } => survey.check_said(network).context(NODES),
            Self::Ties { .. } | Self::TiesByChance { .. } | Self::Whole(_) => Ok(()),
        }
    }

    /// Returns what there is to explain of a network that [`Task::check`] has passed; what could not
    /// be listed is not explained either.
    pub(super) fn subject(
        &self,
        network: &Network,
        err: &mut dyn Write,
    ) -> anyhow::Result<Option<Subject>> {
        Ok(match self {
            Self::Nodes { survey, slicing: None } => {
                survey.check_slice(network).context(NODES)?;
                tell_of_intervals(survey.resampling, (network, ""), err)?;
                Some(Subject::Nodes { survey: survey.clone(), slices: None })
            }
            Self::Nodes { survey, slicing: Some(slicing) } => {
                let slices = network.slices(*slicing).map_err(no_dates)?;
                let mut sizes = Vec::with_capacity(slices.value.len());
                for (slice, network) in &slices.value {
                    survey.check_slice(network).with_context(|| of_slice(*slice))?;
                    tell_of_intervals(survey.resampling, (network, &before(*slice)), err)?;
                    sizes.push((*slice, network.nodes().len()));
                }
                let slices = Slices { slicing: *slicing, sizes, undated: slices.undated };
                Some(Subject::Nodes { survey: survey.clone(), slices: Some(slices) })
            }
            Self::Ties { measures, selection, settings } => {
                let listed = projection(network, selection).map_err(|error| too_many(&error))?;
                let (measures, norm, listed) = (measures.clone(), settings.norm, listed.ties.len());
                Some(Subject::Ties { measures, selection: *selection, norm, listed })
            }
            Self::TiesByChance { selection, significance, alpha } => {
                let (selection, significance, alpha) = (*selection, *significance, *alpha);
                let listed = tie_table::count(network, (&selection, significance, alpha))?;
                Some(Subject::TiesByChance { selection, significance, alpha, listed })
            }
            Self::Whole(_) => None,
        })
    }

    /// Fills the table, for a form; what the numbers cannot show is told.
    pub(super) fn listing(
        &self,
        network: &Network,
        form: Form,
        err: &mut dyn Write,
    ) -> anyhow::Result<Listing> {
        match self {
            Self::Whole(settings) => {
                tell_of_classes(settings.partition, (network, ""), err)?;
                let figures = Analysis::new(network, *settings).whole();
                tell_left_out(&figures, err)?;
                Ok(whole(figures, matches!(form, Form::Csv | Form::Json)))
            }
            Self::Ties { measures, selection, settings } => {
                let ranking = Analysis::new(network, *settings).rank_ties(measures, selection);
                Ok(listed(ranking.map_err(|error| too_many(&error))?))
            }
            Self::TiesByChance { selection, significance, alpha } => {
                tie_table::ties(network, (selection, *significance, *alpha), form, err)
            }
            Self::Nodes { survey, slicing: Some(slicing) } => {
                slices(survey, network, *slicing, err)
            }
            Self::Nodes { survey, slicing: None } => {
                Ok(Listing::from(surveyed(survey, network, None, err).context(NODES)?.ranking))
            }
        }
    }
}

/// What could not be done.
const NODES: &str = "cannot rank the nodes";

fn of_slice(slice: Slice) -> String {
    format!("{NODES} of {slice}")
}

/// Begins what is told of a slice.
fn before(slice: Slice) -> String {
    format!("{slice}: ")
}

fn listed(ranking: TieRanking) -> Listing {
    let row = |row: TieRow| (vec![row.names.0, row.names.1], row.values);
    Listing {
        names: vec!["source".to_owned(), "target".to_owned()],
        columns: ranking.columns,
        rows: ranking.rows.into_iter().map(row).collect(),
    }
}

/// Lists figures: for programs as numbers, for the eye as texts, since counts stand among ratios.
fn whole(figures: Vec<Figure>, exact: bool) -> Listing {
    let names = vec!["figure".to_owned()];
    if exact {
        let rows = figures.into_iter();
        let rows = rows.map(|figure| (vec![figure.name], vec![figure.value.unwrap_or(f64::NAN)]));
        let columns = vec![Column { name: "value".to_owned(), whole: false }];
        return Listing { names, columns, rows: rows.collect() };
    }
    let text = |figure: &Figure| match (figure.value, figure.whole) {
        (None, _) => String::new(),
        (Some(value), true) => format!("{value:.0}"),
        (Some(value), false) => format!("{value:.4}"),
    };
    let rows = figures.into_iter().map(|figure| {
        let text = text(&figure);
        (vec![figure.name, text], Vec::new())
    });
    let names = names.into_iter().chain(["value".to_owned()]).collect();
    Listing { names, columns: Vec::new(), rows: rows.collect() }
}

/// Takes the measures in each slice of time: a long table.
fn slices(
    survey: &Survey,
    network: &Network,
    slicing: Slicing,
    err: &mut dyn Write,
) -> anyhow::Result<Listing> {
    let slices = network.slices(slicing).map_err(no_dates)?;
    tell_undated(slices.undated, network, err)?;
    // Where nobody took part in anything, the table has its head.
    let none = Network::from_affiliations(Vec::new());
    let columns = Survey { significance: None, resampling: None, ..survey.clone() }
        .of(&none)?
        .ranking
        .columns;
    let names = vec!["slice".to_owned(), "node".to_owned()];
    let mut listing = Listing { names, columns, rows: Vec::new() };
    for (slice, network) in &slices.value {
        let surveyed = surveyed(survey, network, Some(*slice), err);
        let Surveyed { ranking, .. } = surveyed.with_context(|| of_slice(*slice))?;
        let rows = ranking.rows.into_iter();
        listing.rows.extend(rows.map(|(node, values)| (vec![slice.to_string(), node], values)));
        listing.columns = ranking.columns;
    }
    Ok(listing)
}

/// Takes a survey of a network or of a slice of it, and tells what its numbers cannot show.
fn surveyed(
    survey: &Survey,
    network: &Network,
    slice: Option<Slice>,
    err: &mut dyn Write,
) -> anyhow::Result<Surveyed> {
    let of = slice.map_or_else(String::new, before);
    let nodes = network.nodes().len();
    tell_of_size(&survey.measures, survey.settings, (network, &of), err)?;
    tell_of_intervals(survey.resampling, (network, &of), err)?;
    let surveyed = survey.of_slice(network)?;
    if let Some(intervals) = surveyed.intervals.as_ref().filter(|found| found.undoubted > 0) {
        let all = counted(network.size(), network.kind().row().1);
        writeln!(err, "note: {of}nothing puts {} of {all} in doubt", intervals.undoubted)?;
    }
    if let Some(Significance { samples, correction, .. }) = survey.significance {
        let none = if correction != Correction::None && samples < 20 * nodes {
            format!(
                "; of {nodes} nodes, none is significant by itself after correction with fewer \
                 than {} of them",
                20 * nodes
            )
        } else {
            String::new()
        };
        writeln!(err, "note: {of}{}{none}", resolution(samples))?;
    }
    Ok(surveyed)
}

/// Says which figures would take too long.
fn tell_left_out(figures: &[Figure], err: &mut dyn Write) -> std::io::Result<()> {
    for figure in figures {
        if let Some(steps) = figure.too_many_steps {
            writeln!(err, "note: {} is left out: it would take some {steps} steps", figure.name)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{AffiliationRow, Doubt, Measure, Passage, Resampling};

    /// In 2021 a and b met, in 2022 a, b and c; one document of one year is known.
    fn network() -> Network {
        let row = |(node, year, source): (&str, &str, &str)| AffiliationRow {
            node: node.to_owned(),
            group: year.to_owned(),
            country: (node == "c").then(|| "丙国".to_owned()),
            passage: Passage {
                date: Some(year.to_owned()),
                source: (!source.is_empty()).then(|| source.to_owned()),
                ..Passage::default()
            },
            ..Default::default()
        };
        let rows = [
            ("a", "2021", "one"),
            ("b", "2021", ""),
            ("a", "2022", "two"),
            ("b", "2022", "two"),
            ("c", "2022", "two"),
        ];
        Network::from_affiliations(rows.map(row).to_vec())
    }

    fn told(survey: Survey) -> (Listing, String) {
        let task = Task::Nodes { survey, slicing: Some(Slicing::Year) };
        let mut err = Vec::new();
        task.check(&network()).unwrap();
        let listing = task.listing(&network(), Form::Csv, &mut err).unwrap();
        (listing, String::from_utf8(err).unwrap())
    }

    #[test]
    fn each_slice_has_its_own_notes() {
        let (null, correction) = (Null::Fixed, Correction::Holm);
        let (listing, notes) = told(Survey {
            measures: vec![Measure::HarmonicSampled],
            significance: Some(Significance { null, samples: 50, seed: 1, correction }),
            resampling: Some(Resampling { doubt: Doubt::Documents, samples: 0, seed: 1 }),
            ..Survey::default()
        });
        assert_eq!(listing.rows.len(), 5);
        for expected in [
            "2021: searched from 2 of 2 nodes",
            "2022: searched from 3 of 3 nodes",
            "note: 2021: nothing puts 1 of 2 participations in doubt",
            "note: 2021: 50 random networks show no p below 1/51, and a p of 0.05 with a standard \
             error of 0.031\n",
            "error of 0.031; of 3 nodes, none is significant by itself after correction with fewer \
             than 60 of them\n",
        ] {
            assert!(notes.contains(expected), "{expected}: {notes}");
        }
        assert!(!notes.contains("2022: nothing puts"), "{notes}");
    }

    #[test]
    fn a_slice_in_which_nobody_has_a_country_has_no_brokers() {
        let (listing, _) = told(Survey { measures: vec![Measure::Liaison], ..Survey::default() });
        assert!(listing.rows.iter().all(|(_, values)| values[0].abs() < 1e-12));
        let turned = network().transposed().unwrap();
        let survey = Survey { measures: vec![Measure::Liaison], ..Survey::default() };
        let task = Task::Nodes { survey, slicing: Some(Slicing::Year) };
        assert!(task.check(&turned).is_err());
        assert!(task.check(&network()).is_ok());
        assert!(task.subject(&network(), &mut Vec::new()).is_ok());
    }

    #[test]
    fn a_slice_that_cannot_be_ranked_is_not_explained() {
        // Two who met bear any attenuation below 1, three below 1/2.
        let settings = Settings { alpha: Some(0.7), ..Settings::default() };
        let survey = Survey { measures: vec![Measure::Katz], settings, ..Survey::default() };
        let task = Task::Nodes { survey, slicing: Some(Slicing::Year) };
        task.check(&network()).unwrap();
        let explained = task.subject(&network(), &mut Vec::new()).unwrap_err();
        let ranked = task.listing(&network(), Form::Csv, &mut Vec::new()).unwrap_err();
        assert_eq!(format!("{explained:#}"), format!("{ranked:#}"));
        assert!(format!("{ranked:#}").starts_with("cannot rank the nodes of 2022: "), "{ranked:#}");
    }

    #[test]
    fn figures_that_are_left_out_are_told() {
        let figure = |name: &str, too_many_steps| Figure {
            name: name.to_owned(),
            value: None,
            whole: false,
            too_many_steps,
        };
        let mut err = Vec::new();
        tell_left_out(&[figure("opsahl", Some(12)), figure("ei", None)], &mut err).unwrap();
        let told = String::from_utf8(err).unwrap();
        assert_eq!(told, "note: opsahl is left out: it would take some 12 steps\n");
    }
}
