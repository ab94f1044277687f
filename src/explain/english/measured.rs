//! English words on what was measured: measures, weights, ties that are listed, slices of time.

use crate::{
    explain::{
        Account, Slices, Subject,
        references::{NEWMAN_2001, References},
    },
    network::{Norm, Weight, counted},
};

/// Says in which slices of time measures were taken.
pub(super) fn slices(account: &Account<'_>) -> String {
    let Some(Slices { slicing, sizes, undated }) = account.slices() else {
        return String::new();
    };
    let (_, what) = account.network.kind().row();
    let nodes = sizes.iter().map(|(_, nodes)| *nodes);
    let range = match (sizes.first(), sizes.last(), nodes.clone().min(), nodes.max()) {
        (Some((first, _)), Some((last, _)), Some(fewest), Some(most)) => {
            let count = counted(sizes.len(), "slice");
            format!("{count} from {first} to {last}, of {fewest} to {}", counted(most, "node"))
        }
        _ => "there are none".to_owned(),
    };
    format!(
        " These counts are those of all slices of time together. Measures were taken in each {} by \
         itself, with those who took part in it as its nodes: {range}; {what}s in none, for want of \
         a date exact enough: {undated}.",
        slicing.name()
    )
}

/// Says what the measures are and how they were taken.
pub(super) fn measures(account: &Account<'_>, references: &mut References) -> String {
    let all: Vec<String> = (account.measures().into_iter())
        .map(|said| {
            let cited = references.cite(said.work);
            format!("{} ({}; {}) {cited}", said.name.1, said.definition.1, said.taken.1)
        })
        .collect();
    let of = match account.subject {
        Subject::Nodes { .. } => "Measured were",
        Subject::Ties { .. } | Subject::TiesByChance { .. } => "Measured of the ties were",
    };
    let mut text = format!(" {of}: {}.", all.join("; "));
    if let Some((without, nodes)) = account.unclassed() {
        text.extend([format!(" Nodes of no class, hence no role: {without} of {nodes}.")]);
    }
    let norm = match &account.subject {
        Subject::Nodes { survey, .. } => Some(survey.settings.norm),
        Subject::Ties { norm, .. } => Some(*norm),
        Subject::TiesByChance { .. } => None,
    };
    text.push_str(match norm {
        Some(Norm::Raw) => " Values are raw, as the definitions have them.",
        Some(Norm::Normalised) => {
            " Where it is said, values are normalised; all others are as the definitions have them."
        }
        None => "",
    });
    if account.weighs(Weight::Newman) {
        let cited = references.cite(NEWMAN_2001);
        text.extend([format!(
            " In Newman's weights each shared group of k members adds 1/(k−1) {cited}."
        )]);
    }
    if account.weighs(Weight::Fractional) {
        text.push_str(" In fractional weights each shared group of k members adds 1/k.");
    }
    text
}

/// Says which ties are listed.
pub(super) fn listed(account: &Account<'_>) -> String {
    let (selection, alpha, listed) = match &account.subject {
        Subject::Nodes { .. } => return String::new(),
        Subject::Ties { selection, listed, .. } => (selection, None, listed),
        Subject::TiesByChance { selection, alpha, listed, .. } => (selection, *alpha, listed),
    };
    let mut which = Vec::new();
    if selection.min_weight > 0.0 {
        which.push(format!("a weight of at least {}", selection.min_weight));
    }
    which.extend(alpha.map(|alpha| format!("a corrected p of at most {alpha}")));
    if which.is_empty() {
        return format!(" All ties are listed: {listed}.");
    }
    format!(" Listed are the ties with {}: {listed}.", which.join(" and "))
}
