//! English words on null models, on intervals, and on what numbers do not say.

use crate::{
    explain::{
        Account, Figures, Origin, Subject,
        references::{
            BENJAMINI_HOCHBERG_1995, BOOTSTRAP, FIXED, HOLM_1979, JACKKNIFE, PHIPSON_SMYTH_2010,
            References, STOCHASTIC,
        },
    },
    network::{
        Correction, Doubt, Kind, LEAST_TRADES, Null, Resampling, Significance, TRADES_PER_LIST,
        counted,
    },
};

/// Says what the values were compared with.
pub(super) fn chance(
    account: &Account<'_>,
    Significance { null, samples, seed, correction }: Significance,
    figures: &Figures,
    references: &mut References,
) -> String {
    let model = match null {
        Null::Fixed => format!(
            "the fixed degree sequence model, {} with exactly the observed \
             numbers of groups of each node and of members of each group, each made from the observed \
             one by {TRADES_PER_LIST} curveball trades for each list of the shorter side (lists chosen in \
             proportion to their lengths) and \
             {LEAST_TRADES} at least (seed {seed}) {}",
            counted(samples, "random network"),
            references.cite_all(&FIXED)
        ),
        Null::Stochastic => {
            let cited = references.cite_all(&STOCHASTIC);
            let drawn = match account.subject {
                Subject::Nodes { .. } => {
                    format!(", {} (seed {seed})", counted(samples, "random network"))
                }
                Subject::Ties { .. } | Subject::TiesByChance { .. } => {
                    ", p-values being exact upper tails".to_owned()
                }
            };
            format!(
                "the stochastic degree sequence model, which has the observed numbers on average, with \
                 the chances of the bipartite configuration model{drawn} {cited}"
            )
        }
    };
    let (tests, counted) = match account.subject {
        Subject::Nodes { .. } => {
            let cited = references.cite(PHIPSON_SMYTH_2010);
            let p =
                format!("p is (r+1)/(n+1), r of n random networks being at least as high {cited}");
            let nodes = match account.slices() {
                None => format!("the {}", counted(figures.nodes, "node")),
                Some(_) => "the nodes of each slice".to_owned(),
            };
            (nodes, p)
        }
        Subject::Ties { .. } | Subject::TiesByChance { .. } => {
            let pairs = figures.nodes * figures.nodes.saturating_sub(1) / 2;
            let p =
                "p is the chance that two nodes with these numbers of groups share as many or more";
            (format!("all pairs of nodes ({pairs})"), p.to_owned())
        }
    };
    let corrected = match correction {
        Correction::BenjaminiHochberg => {
            format!(
                "corrected over {tests} by Benjamini and Hochberg {}",
                references.cite(BENJAMINI_HOCHBERG_1995)
            )
        }
        Correction::Holm => {
            format!("corrected over {tests} by Holm {}", references.cite(HOLM_1979))
        }
        Correction::None => "not corrected for the number of tests".to_owned(),
    };
    format!(" Values were compared with {model}; {counted}, {corrected}.")
}

/// Says how the intervals were made.
pub(super) fn intervals(
    account: &Account<'_>,
    Resampling { doubt, samples, seed }: Resampling,
    figures: &Figures,
    references: &mut References,
) -> String {
    let of = |all: usize, what: &str| match account.slices() {
        None => format!("the {}", counted(all, what)),
        Some(_) => format!("the {what}s of each slice"),
    };
    let (_, what) = account.network.kind().row();
    match doubt {
        Doubt::Documents => format!(
            " Intervals run from the lowest to the highest value found when one document at a time is \
             left out, of {} {}.",
            of(figures.documents, "document"),
            references.cite(JACKKNIFE)
        ),
        Doubt::Events => format!(
            " Intervals are the 2.5th and 97.5th percentiles of {}, each drawn anew from {} with \
             replacement (seed {seed}) {}.",
            counted(samples, "network"),
            of(figures.groups, "group"),
            references.cite_all(&BOOTSTRAP)
        ),
        Doubt::Confidence => format!(
            " Intervals are the 2.5th and 97.5th percentiles of {} in which each {what} stays with \
             the highest confidence of its passages (seed {seed}).",
            counted(samples, "network")
        ),
    }
}

/// Says what the numbers do not say.
pub(in crate::explain) fn limits(account: &Account<'_>, figures: &Figures) -> String {
    let source = match account.origin {
        Origin::Graph { .. } => "texts",
        Origin::Table { .. } => "table",
    };
    let tie = match (account.network.kind(), account.terms.tie[1].as_str()) {
        (Kind::Affiliation, _) => "a tie means that two are named with one group, not that they \
                                   spoke to or agree with each other"
            .to_owned(),
        (_, "") => format!("a tie means what the {source} state by it, and no more"),
        (_, tie) => format!("a tie means no more than this: {tie}"),
    };
    let mut text = format!(
        "What the numbers do not say: {tie}; who or what is absent from the {source} is absent from \
         the network."
    );
    if let Origin::Graph { .. } = account.origin {
        text.push_str(
            " Nodes were recognised by rules, and names joined or kept apart by rules: two that bear \
             one name may be one node, and one that bears two names two.",
        );
        if let Some(confidence) = figures.confidence {
            text.extend([format!(
                " The rules that read the passages (as many as {}) have a measured precision of \
                 {confidence:.3} on average; what they missed is not known from the graph.",
                figures.rated
            )]);
        }
    }
    if account.network.kind() == Kind::Affiliation {
        text.push_str(
            " A projection ties all members of a large group to each other, so that measures taken on \
             it grow with the size of groups.",
        );
    }
    if account.significance().is_some() {
        text.push_str(
            " A low p says that chance with these numbers of participations seldom brings about as \
             much, not why; who could have been at which group is taken to be free.",
        );
    }
    match account.survey().and_then(|survey| survey.resampling).map(|resampling| resampling.doubt) {
        Some(Doubt::Documents) => text.push_str(
            " The intervals show what a single document can change; they are no confidence intervals.",
        ),
        Some(Doubt::Events) => text.push_str(
            " A drawn network lacks about a third of the groups: counts of distinct neighbours are lower \
             in it, and a value may lie above its own interval; ranks are not so biased.",
        ),
        Some(Doubt::Confidence) => text.push_str(
            " The intervals know wrong readings only, not missed ones, and take readings as \
             independent of each other.",
        ),
        None => {}
    }
    text
}
