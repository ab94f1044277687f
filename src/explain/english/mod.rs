//! The two paragraphs in English.

mod doubt;
mod measured;

pub(super) use doubt::limits;

use super::{
    Account, Figures, LeftOut, Origin,
    references::{BORGATTI_EVERETT_1997, References},
};
use crate::{
    export::Language,
    network::{Kind, counted},
};

/// Says what was measured on what.
pub(super) fn method(
    account: &Account<'_>,
    figures: &Figures,
    references: &mut References,
) -> String {
    let mut text = origin(account);
    let limits = Language::English.limits(account.limits, account.network.kind());
    text.extend(limits.map(|limits| format!(" {limits}")));
    text.push_str(&counts(account, figures, references));
    text.push_str(&measured::slices(account));
    text.push_str(&measured::measures(account, references));
    text.push_str(&measured::listed(account));
    if let Some(significance) = account.significance() {
        text.push_str(&doubt::chance(account, significance, figures, references));
    }
    if let Some(resampling) = account.survey().and_then(|survey| survey.resampling) {
        text.push_str(&doubt::intervals(account, resampling, figures, references));
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
        Origin::Graph { title: (_, title), description, set, file, sha256, texts } => {
            let mut text = format!(
                "The network “{title}” was read by gongshi {version} from the knowledge graph {file} \
                 (SHA-256 {sha256}), which that program made from {}.",
                counted(*texts, "text")
            );
            let (_, description) = Origin::described(description);
            if !description.is_empty() {
                text.extend([format!(" Its query describes it so: “{description}”")]);
            }
            if !set.is_empty() {
                let set: Vec<String> =
                    set.iter().map(|(name, value)| format!("{name} = {value}")).collect();
                text.extend([format!(" Its query was asked with {}.", set.join(", "))]);
            }
            text
        }
    }
}

fn counts(account: &Account<'_>, figures: &Figures, references: &mut References) -> String {
    let &Figures { nodes, isolated, groups, participations, ties, documents, .. } = figures;
    let nodes = counted(nodes, "node");
    let without = account.without.map_or_else(String::new, |LeftOut { things, participations }| {
        format!(
            " Left out are {}: {things}, with {}.",
            Language::English.without(account.terms),
            counted(participations, "participation")
        )
    });
    let stands = match documents {
        0 => String::new(),
        documents => format!(", and stands on passages of {}", counted(documents, "document")),
    };
    match account.network.kind() {
        Kind::Affiliation => format!(
            " It has two modes {}: {nodes}, {} and {}{stands}. Its projection, in which two nodes are \
             tied when they share a group, has {} (nodes without any: {isolated}).{without}",
            references.cite(BORGATTI_EVERETT_1997),
            counted(groups, "group"),
            counted(participations, "participation"),
            counted(ties, "tie")
        ),
        Kind::Undirected => format!(
            " It has one mode: {nodes} and {}{stands} (nodes without any: {isolated}).",
            counted(ties, "undirected tie")
        ),
        Kind::Directed => format!(
            " It has one mode: {nodes} and {}{stands} (nodes without any: {isolated}).",
            counted(ties, "directed tie")
        ),
    }
}
