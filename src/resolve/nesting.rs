//! Names within names: the whole that a part's name begins with, the state that a body's does.

use super::is;
use crate::{
    model::{Mention, Mentions},
    ontology::{Ontology, terms::class as terms},
};

/// Returns the mentions that stand within one, or share its place, each with its index.
pub(crate) fn within(mentions: &Mentions, index: usize) -> impl Iterator<Item = (usize, &Mention)> {
    let outer = mentions.names.get(index);
    outer.into_iter().flat_map(move |outer| {
        mentions
            .names_in(outer.span)
            .filter(move |(at, inner)| *at != index && outer.span.contains(inner.span))
    })
}

/// Returns the longest body that a name begins with: 武汉大学法学院 for 武汉大学法学院某中心.
pub(crate) fn whole(mentions: &Mentions, index: usize, ontology: &Ontology) -> Option<usize> {
    let outer = mentions.names.get(index)?;
    let wholes = within(mentions, index).filter(|(_, inner)| {
        let shorter = if inner.span == outer.span {
            inner.name.len() < outer.name.len()
        } else {
            // CNCERT is no whole of CNCERT/CC.
            let rest = outer.span.len() - inner.span.len();
            let name_goes_on = outer.name.get(outer.name.len().saturating_sub(rest)..);
            inner.span.start() == outer.span.start()
                && !name_goes_on.is_some_and(|rest| rest.starts_with(['/', '-']))
        };
        shorter && is(ontology, inner.class, &[terms::BODY])
    });
    wholes.max_by_key(|(_, inner)| inner.span.len()).map(|(at, _)| at)
}

/// Returns the state that a name begins with.
pub(crate) fn state(mentions: &Mentions, index: usize, ontology: &Ontology) -> Option<usize> {
    let start = mentions.names.get(index)?.span.start();
    within(mentions, index)
        .find(|(_, inner)| {
            inner.span.start() == start && is(ontology, inner.class, &[terms::COUNTRY])
        })
        .map(|(at, _)| at)
}
