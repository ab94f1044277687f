//! The two paragraphs in English.

use super::{
    Account, Figures, Origin, Subject,
    references::{
        BENJAMINI_HOCHBERG_1995, BOOTSTRAP, BORGATTI_EVERETT_1997, FIXED, HOLM_1979, JACKKNIFE,
        NEWMAN_2001, PHIPSON_SMYTH_2010, References, STOCHASTIC,
    },
    taken_on,
};
use crate::network::{
    Correction, Doubt, Kind, LEAST_TRADES, Norm, Null, Resampling, Significance, Slicing, Survey,
    TRADES_PER_LIST, TakenOn, Weight,
};

/// Says what was measured on what.
pub(super) fn method(
    account: &Account<'_>,
    figures: &Figures,
    references: &mut References,
) -> String {
    let mut text = origin(account);
    text.push_str(&counts(account, figures, references));
    text.push_str(&period(account));
    match &account.subject {
        Subject::Nodes { survey, slicing } => {
            text.push_str(&measures(account, survey, *slicing, references));
        }
        Subject::Ties { alpha, weight, .. } => {
            text.push_str(" What is listed are ties");
            text.push_str(match weight {
                Weight::None => ", without weights",
                Weight::Shared => ", weighted by the number of shared groups",
                Weight::Newman => ", to whose weight each shared group of k members adds 1/(k−1)",
                Weight::Fractional => ", to whose weight each shared group of k members adds 1/k",
            });
            if let Some(alpha) = alpha {
                text.extend([format!(", and of them those with a corrected p of at most {alpha}")]);
            }
            text.push('.');
        }
    }
    if let Some(significance) = account.significance() {
        text.push_str(&chance(account, significance, figures, references));
    }
    if let Some(resampling) = account.survey().and_then(|survey| survey.resampling) {
        text.push_str(&intervals(resampling, figures, references));
    }
    text
}

fn origin(account: &Account<'_>) -> String {
    let version = account.version;
    match &account.origin {
        Origin::Table { file, sha256 } => {
            format!(
                "The network was read by gongshi {version} from the table {file} (SHA-256 {sha256})."
            )
        }
        Origin::Graph { title: (_, title), description, file, sha256, texts } => format!(
            "The network “{title}” was read by gongshi {version} from the knowledge graph {file} \
             (SHA-256 {sha256}), which that program made from {texts} texts.{}{}",
            if description.is_empty() { "" } else { " Its query describes it so: “" },
            if description.is_empty() { String::new() } else { format!("{description}”") },
        ),
    }
}

fn counts(account: &Account<'_>, figures: &Figures, references: &mut References) -> String {
    let Figures { nodes, isolated, groups, participations, ties, documents, .. } = figures;
    let stands = match documents {
        0 => String::new(),
        documents => format!(", and stands on passages of {documents} documents"),
    };
    match account.network.kind() {
        Kind::Affiliation => format!(
            " It has two modes {}: {nodes} nodes, {groups} groups and {participations} \
             participations{stands}. In its projection, in which two nodes are tied when they share a \
             group, there are {ties} ties (nodes without any: {isolated}).",
            references.cite(BORGATTI_EVERETT_1997)
        ),
        Kind::Undirected => format!(
            " It has one mode: {nodes} nodes and {ties} undirected ties{stands} (nodes without \
             any: {isolated})."
        ),
        Kind::Directed => format!(
            " It has one mode: {nodes} nodes and {ties} directed ties{stands} (nodes without \
             any: {isolated})."
        ),
    }
}

fn period(account: &Account<'_>) -> String {
    let limits = match (account.period.from, account.period.to) {
        (None, None) => return String::new(),
        (Some(from), None) => format!("from {from} on"),
        (None, Some(to)) => format!("up to {to}"),
        (Some(from), Some(to)) => format!("from {from} to {to}"),
    };
    format!(
        " It is limited to participations dated {limits}; {} without a date exact enough were left \
         out.",
        account.undated
    )
}

fn measures(
    account: &Account<'_>,
    survey: &Survey,
    slicing: Option<Slicing>,
    references: &mut References,
) -> String {
    let mut text = String::from(" Measured were: ");
    let one = |measure: &crate::network::Measure| {
        let about = measure.about();
        let on = match taken_on(*measure, survey.settings.weight) {
            TakenOn::TwoMode => "on the two-mode network itself",
            TakenOn::Simple => "on the simple projection",
            TakenOn::Weighted => "on the weighted projection",
        };
        let on = if account.network.kind() == Kind::Affiliation { on } else { "on the ties" };
        format!(
            "{} ({}; {on}) {}",
            about.name.1,
            about.definition.1,
            references.cite(about.reference)
        )
    };
    text.push_str(&survey.measures.iter().map(one).collect::<Vec<_>>().join("; "));
    text.push_str(match survey.settings.norm {
        Norm::Raw => ". Values are raw, as the definitions have them.",
        Norm::Normalised => {
            ". Values are normalised so that they do not depend on the size of the network, as the \
             program's documentation states for each measure."
        }
    });
    text.extend([match survey.settings.weight {
        Weight::None => String::new(),
        Weight::Shared => " Where ties are weighted, by the number of shared groups.".to_owned(),
        Weight::Newman => format!(
            " Where ties are weighted, each shared group of k members adds 1/(k−1) {}.",
            references.cite(NEWMAN_2001)
        ),
        Weight::Fractional => {
            " Where ties are weighted, each shared group of k members adds 1/k.".to_owned()
        }
    }]);
    if let Some(slicing) = slicing {
        text.extend([format!(
            " Each {} was taken by itself, with those who took part in it as its nodes.",
            slicing.name()
        )]);
    }
    text
}

fn chance(
    account: &Account<'_>,
    Significance { null, samples, seed, correction }: Significance,
    figures: &Figures,
    references: &mut References,
) -> String {
    let model = match null {
        Null::Fixed => format!(
            "the fixed degree sequence model, {samples} random networks with exactly the observed \
             numbers of groups of each node and of members of each group, each made from the observed \
             one by {TRADES_PER_LIST} curveball trades for each list of the shorter side (lists chosen in \
             proportion to their lengths) and \
             {LEAST_TRADES} at least (seed {seed}) {}",
            references.cite_all(&FIXED)
        ),
        Null::Stochastic => {
            let cited = references.cite_all(&STOCHASTIC);
            let drawn = match account.subject {
                Subject::Nodes { .. } => format!(", {samples} random networks (seed {seed})"),
                Subject::Ties { .. } => ", p-values being exact upper tails".to_owned(),
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
            (format!("the {} nodes", figures.nodes), p)
        }
        Subject::Ties { .. } => {
            let pairs = figures.nodes * figures.nodes.saturating_sub(1) / 2;
            let p =
                "p is the chance that two nodes with these numbers of groups share as many or more";
            (format!("all {pairs} pairs of nodes"), p.to_owned())
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

fn intervals(
    Resampling { doubt, samples, seed }: Resampling,
    figures: &Figures,
    references: &mut References,
) -> String {
    match doubt {
        Doubt::Documents => format!(
            " Intervals run from the lowest to the highest value found when each of the {} documents \
             is left out once {}.",
            figures.documents,
            references.cite(JACKKNIFE)
        ),
        Doubt::Events => format!(
            " Intervals are the 2.5th and 97.5th percentiles of {samples} networks for which the {} \
             groups were drawn anew with replacement (seed {seed}) {}.",
            figures.groups,
            references.cite_all(&BOOTSTRAP)
        ),
        Doubt::Confidence => format!(
            " Intervals are the 2.5th and 97.5th percentiles of {samples} networks in which each \
             participation stays with the highest confidence of its passages (seed {seed})."
        ),
    }
}

/// Says what the numbers do not say.
pub(super) fn limits(account: &Account<'_>, figures: &Figures) -> String {
    let mut text = String::from(
        "What the numbers do not say: a tie means that two are named with one group, not that they \
         spoke to or agree with each other; who is absent from the texts is absent from the network.",
    );
    if let Origin::Graph { .. } = account.origin {
        text.push_str(
            " Persons and bodies were read by rules, and names joined or kept apart by rules: two \
             persons of one name may be one node, and one person with two names two.",
        );
        if let Some(confidence) = figures.confidence {
            text.extend([format!(
                " The {} passages come from rules whose measured precision is {confidence:.3} on \
                 average; what the rules missed is not known from the graph.",
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
