//! What `gongshi rank` is asked for, and the table that answers it.

use super::{
    network_input::{no_dates, tell_undated},
    rank::RankArgs,
    rank_by,
    tie_table::ties,
};
use crate::{
    explain::Subject,
    export::Listing,
    network::{
        Analysis, Column, Correction, DOUBT, Figure, Measure, Network, Null, Selection, Settings,
        Significance, Slicing, Survey, Surveyed, TieMeasure, TieRanking, TieRow, Weight,
        error_bound,
    },
};
use anyhow::{Context as _, anyhow, bail};
use std::io::Write;

/// From how many nodes on exact betweenness is a matter of hours.
const HUGE: usize = 100_000;

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
    /// Reads the arguments.
    pub(super) fn new(args: &RankArgs) -> anyhow::Result<Self> {
        let settings = args.measures.settings(args.samples.seed);
        if args.whole {
            return Ok(Self::Whole(settings));
        }
        let chance = match args.backbone {
            Some(_) => Some(args.significance.or(Null::Stochastic, args.samples)),
            None => args.significance.significance(args.samples),
        };
        if args.ties {
            let measures = rank_by::of_ties(&args.by)?;
            let plain = settings.weight == Weight::None;
            let weight = if plain { Weight::Shared } else { settings.weight };
            let selection =
                Selection { weight, min_weight: args.min_weight, ..Selection::default() };
            return match chance {
                None => Ok(Self::Ties { measures, selection, settings }),
                Some(_) if measures != [TieMeasure::Weight] => {
                    bail!("beside chance, ties have their weight alone\nhint: leave --by out")
                }
                Some(significance) => {
                    Ok(Self::TiesByChance { selection, significance, alpha: args.backbone })
                }
            };
        }
        let (measures, slicing) = rank_by::of_nodes(&args.by)?;
        let resampling = args.intervals.resampling(args.samples);
        let survey = Survey { measures, settings, significance: chance, resampling };
        Ok(Self::Nodes { survey, slicing })
    }

    /// Returns what there is to explain.
    pub(super) fn subject(&self) -> Option<Subject> {
        match self {
            Self::Nodes { survey, slicing } => {
                Some(Subject::Nodes { survey: survey.clone(), slicing: *slicing })
            }
            Self::Ties { selection, .. } => {
                Some(Subject::Ties { weight: selection.weight, significance: None, alpha: None })
            }
            Self::TiesByChance { selection, significance, alpha } => Some(Subject::Ties {
                weight: selection.weight,
                significance: Some(*significance),
                alpha: *alpha,
            }),
            Self::Whole(_) => None,
        }
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
                let hint = "leave weak ties out with --min-weight, or list only those that are \
                            more than chance, with --backbone ALPHA";
                Ok(listed(ranking.map_err(|error| anyhow!("{error}\nhint: {hint}"))?))
            }
            Self::TiesByChance { selection, significance, alpha } => {
                if significance.null == Null::Fixed {
                    let samples = significance.samples;
                    writeln!(
                        err,
                        "note: {samples} samples show no p below 1/{} of two nodes whose numbers of \
                         events no other two have",
                        samples + 1
                    )?;
                }
                ties(network, selection, *significance, *alpha)
            }
            Self::Nodes { survey, slicing } => {
                tell_of_size(&survey.measures, survey.settings, network.nodes().len(), err)?;
                if let Some(slicing) = slicing {
                    return slices(survey, network, *slicing, err);
                }
                let surveyed = surveyed(survey, network, err).context("cannot rank the nodes")?;
                Ok(Listing::from(surveyed.ranking))
            }
        }
    }
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

/// Says how far measures by sampling may be off, and that there are such for huge networks.
fn tell_of_size(
    measures: &[Measure],
    settings: Settings,
    nodes: usize,
    err: &mut dyn Write,
) -> anyhow::Result<()> {
    if measures.iter().any(|measure| measure.is_sampled()) {
        let sources = settings.sampling.samples.min(nodes);
        writeln!(
            err,
            "searched from {sources} of {nodes} nodes (seed {}): with a probability of {}, no \
             normalised value is off by more than {:.4}; betweenness-error and harmonic-error \
             give standard errors, --sources lowers both",
            settings.sampling.seed,
            1.0 - DOUBT,
            error_bound(nodes, sources),
        )?;
    }
    if nodes >= HUGE && measures.contains(&Measure::Betweenness) {
        writeln!(
            err,
            "exact betweenness of {nodes} nodes may take hours; betweenness-sampled takes seconds"
        )?;
    }
    Ok(())
}
