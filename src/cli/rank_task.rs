//! What `gongshi rank` is asked for, and the table that answers it.

use super::{
    failure::Misuse,
    measure_args::Taken,
    network_input::{no_dates, tell_undated},
    rank::RankArgs,
    rank_by,
    sizes::tell_of_size,
    tie_table::ties,
};
use crate::{
    explain::{Slices, Subject},
    export::Listing,
    network::{
        Analysis, Column, Correction, Figure, Network, Null, Selection, Settings, Significance,
        Slicing, Survey, Surveyed, TieMeasure, TieRanking, TieRow, TooManyTies, projection,
    },
};
use anyhow::{Context as _, anyhow};
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
        let drawn = chance.is_some() || args.intervals.intervals.is_some();
        args.samples.check(drawn, "compare with chance by --null, or ask for --intervals")?;
        if args.whole {
            args.measures.check(Taken::Whole)?;
            return Ok(Self::Whole(settings));
        }
        if args.ties {
            return Self::ties(args, settings, chance);
        }
        let (measures, slicing) = rank_by::of_nodes(&args.by)?;
        args.measures.check(Taken::Nodes(&measures))?;
        let resampling = args.intervals.resampling(args.samples, seed);
        let survey = Survey { measures, settings, significance: chance, resampling };
        Ok(Self::Nodes { survey, slicing })
    }

    fn ties(
        args: &RankArgs,
        settings: Settings,
        chance: Option<Significance>,
    ) -> Result<Self, Misuse> {
        let measures = rank_by::of_ties(&args.by)?;
        let scaled = chance.is_none() && measures.iter().any(|measure| measure.hangs_on_norm());
        args.measures.check(Taken::Ties(scaled))?;
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

    /// Returns what there is to explain; what could not be listed is not explained either.
    pub(super) fn subject(&self, network: &Network) -> anyhow::Result<Option<Subject>> {
        Ok(match self {
            Self::Nodes { survey, slicing: None } => {
                survey.check(network).context(NODES)?;
                Some(Subject::Nodes { survey: survey.clone(), slices: None })
            }
            Self::Nodes { survey, slicing: Some(slicing) } => {
                let slices = network.slices(*slicing).map_err(no_dates)?;
                let mut sizes = Vec::with_capacity(slices.value.len());
                for (slice, network) in &slices.value {
                    survey.check(network)?;
                    sizes.push((*slice, network.nodes().len()));
                }
                let slices = Slices { slicing: *slicing, sizes, undated: slices.undated };
                Some(Subject::Nodes { survey: survey.clone(), slices: Some(slices) })
            }
            Self::Ties { measures, selection, settings } => {
                let listed =
                    projection(network, selection).map_err(|error| too_many(&error))?.ties.len();
                let (measures, norm) = (measures.clone(), settings.norm);
                Some(Subject::Ties { measures, selection: *selection, norm, listed })
            }
            Self::TiesByChance { selection, significance, alpha } => {
                let listed = ties(network, selection, *significance, *alpha)?.rows.len();
                let (selection, significance, alpha) = (*selection, *significance, *alpha);
                Some(Subject::TiesByChance { selection, significance, alpha, listed })
            }
            Self::Whole(_) => None,
        })
    }

    /// Fills the table; `exact` wants numbers where an eye wants texts.
    pub(super) fn listing(
        &self,
        network: &Network,
        exact: bool,
        err: &mut dyn Write,
    ) -> anyhow::Result<Listing> {
        match self {
            Self::Whole(settings) => Ok(whole(Analysis::new(network, *settings).whole(), exact)),
            Self::Ties { measures, selection, settings } => {
                let ranking = Analysis::new(network, *settings).rank_ties(measures, selection);
                Ok(listed(ranking.map_err(|error| too_many(&error))?))
            }
            Self::TiesByChance { selection, significance, alpha } => {
                let listing = ties(network, selection, *significance, *alpha)?;
                if significance.null == Null::Fixed {
                    let samples = significance.samples;
                    writeln!(
                        err,
                        "note: {samples} samples show no p below 1/{} of two nodes whose numbers of \
                         events no other two have",
                        samples + 1
                    )?;
                }
                Ok(listing)
            }
            Self::Nodes { survey, slicing } => {
                tell_of_size(&survey.measures, survey.settings, network.nodes().len(), err)?;
                if let Some(slicing) = slicing {
                    return slices(survey, network, *slicing, err);
                }
                Ok(Listing::from(surveyed(survey, network, err).context(NODES)?.ranking))
            }
        }
    }
}

/// What could not be done.
const NODES: &str = "cannot rank the nodes";

/// Says what helps where there are too many ties to list.
fn too_many(error: &TooManyTies) -> anyhow::Error {
    anyhow!(
        "{error}\nhint: leave weak ties out with --min-weight, or list only those that are more than \
         chance, with --backbone ALPHA"
    )
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
    tell_undated(slices.undated, network.size(), err)?;
    // Where nobody took part in anything, the table has its head.
    let none = Network::from_affiliations(Vec::new());
    let columns = Survey { significance: None, resampling: None, ..survey.clone() }
        .of(&none)?
        .ranking
        .columns;
    let names = vec!["slice".to_owned(), "node".to_owned()];
    let mut listing = Listing { names, columns, rows: Vec::new() };
    for (slice, network) in &slices.value {
        let Surveyed { ranking, .. } = survey.of(network)?;
        let rows = ranking.rows.into_iter();
        listing.rows.extend(rows.map(|(node, values)| (vec![slice.to_string(), node], values)));
        listing.columns = ranking.columns;
    }
    Ok(listing)
}

/// Takes a survey, and tells what its numbers cannot show.
fn surveyed(survey: &Survey, network: &Network, err: &mut dyn Write) -> anyhow::Result<Surveyed> {
    let surveyed = survey.of(network)?;
    if let Some(intervals) = surveyed.intervals.as_ref().filter(|found| found.undoubted > 0) {
        let (undoubted, all) = (intervals.undoubted, network.size());
        writeln!(err, "note: nothing puts {undoubted} of {all} participations in doubt")?;
    }
    let nodes = network.nodes().len();
    if let Some(samples) = survey.significance.map(|chance| chance.samples)
        && survey.significance.is_some_and(|chance| chance.correction != Correction::None)
        && samples < 20 * nodes
    {
        writeln!(
            err,
            "note: {samples} samples show no p below 1/{}; of {nodes} nodes, none is significant \
             by itself after correction with fewer than {} samples",
            samples + 1,
            20 * nodes
        )?;
    }
    Ok(surveyed)
}
