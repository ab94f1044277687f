//! 本次国际研讨会, 该中心, 《倡议》: mentions that stand for one named before.

use std::collections::BTreeMap;

use super::{fold, is};
use crate::{
    model::{Document, Mention, Mentions, Span},
    ontology::{Ontology, terms::class as terms},
    recognise::Lexicon,
};

/// How many mentions back an antecedent is looked for.
const LOOK_BACK: usize = 400;

/// How many mentions before a bare noun are counted.
const MOST_COUNTED: usize = 400;
/// How many sentences may end between 该 and what it points at.
const MOST_SENTENCES: usize = 2;

/// Returns, for each mention that only stands for another, the mention that it stands for;
/// nothing where there is none, in which case it names nothing.
pub(super) fn antecedents(
    document: &Document,
    mentions: &Mentions,
    lexicon: &Lexicon,
    ontology: &Ontology,
) -> BTreeMap<usize, Option<usize>> {
    let mut found = BTreeMap::new();
    for (index, mention) in mentions.names.iter().enumerate() {
        if of_some_meeting(mention, lexicon, ontology) {
            let fuller = |other: &Mention| {
                other.name.len() > mention.name.len() && other.name.ends_with(&mention.name)
            };
            if !mentions.names.iter().any(fuller) {
                found.insert(index, None);
            }
            continue;
        }
        let text = document.slice(mention.span);
        let pronoun = lexicon.starts_with_cue("anaphor", text);
        let short_title = text.starts_with('《') && lexicon.has_cue("short-title", &mention.name);
        if mention.rule.as_str() != "anaphor" && !short_title {
            continue;
        }
        let head = pronoun.and_then(|p| text.strip_prefix(p)).unwrap_or(&mention.name);
        let head = fold(head);
        // 我校 is no academy.
        let family: &[&str] = if head == "校" {
            &[terms::UNIVERSITY]
        } else if is(ontology, mention.class, &[terms::BODY]) {
            &[terms::BODY]
        } else if is(ontology, mention.class, &[terms::DOCUMENT]) {
            &[terms::DOCUMENT]
        } else {
            &[terms::EVENT]
        };
        let near = |candidate: &Mention| {
            let between = Span::new(&document.text, candidate.span.end(), mention.span.start());
            let between = between.map_or("", |between| document.slice(between));
            !text.starts_with('该') || between.matches('。').count() <= MOST_SENTENCES
        };
        let earlier =
            (0..index).rev().take(LOOK_BACK).filter(|at| !found.contains_key(at)).filter(|at| {
                mentions.names.get(*at).is_some_and(|m| is(ontology, m.class, family) && near(m))
            });
        let mut first = None;
        let mut best = None;
        let mut like: Option<usize> = None;
        for at in earlier {
            let Some(candidate) = mentions.names.get(at) else { continue };
            first = first.or(Some(at));
            if fold(&candidate.name).ends_with(&head) {
                // 该局 is what the sentence before is about rather than what it names last.
                let sentence = |at: usize| {
                    let before = document.text.get(..at).unwrap_or_default();
                    before.rfind(['。', '\n']).unwrap_or_default()
                };
                let near = like.and_then(|like| mentions.names.get(like));
                let same = near.is_none_or(|near| {
                    sentence(near.span.start()) == sentence(candidate.span.start())
                });
                if !text.starts_with('该') || family != [terms::BODY].as_slice() {
                    best = Some(at);
                    break;
                }
                if !same {
                    break;
                }
                like = Some(at);
            }
        }
        best = best.or(like);
        // 基金会 by its kind alone is the one that the text is about, not one named in passing.
        if pronoun.is_none() && family == [terms::BODY].as_slice() {
            best = most_named(mentions, &head, index, best);
        }
        let loose = lexicon.has_cue("loose-head", &head);
        found.insert(index, best.or(first.filter(|_| loose)));
    }
    found
}

/// 大会|组委会: tells whether a body is named by a kind of meeting and what it is there, so that only a fuller name tells
/// which it is.
fn of_some_meeting(mention: &Mention, lexicon: &Lexicon, ontology: &Ontology) -> bool {
    let of = lexicon.starts_with_cue("loose-head", &mention.name);
    of.and_then(|of| mention.name.strip_prefix(of)).is_some_and(|organ| {
        lexicon.body_ending(organ).is_some_and(|(from, _)| from == 0)
            && is(ontology, mention.class, &[terms::BODY])
    })
}

/// Returns the mention whose name, with this head, the text before names most, where it names it three
/// times and more and the `last` one once.
fn most_named(mentions: &Mentions, head: &str, index: usize, last: Option<usize>) -> Option<usize> {
    let mut times: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let from = index.saturating_sub(MOST_COUNTED);
    for (at, mention) in mentions.names.iter().enumerate().take(index).skip(from) {
        let name = fold(&mention.name);
        if name.ends_with(head) && name != head && mention.rule.as_str() != "anaphor" {
            let (count, latest) = times.entry(name).or_default();
            (*count, *latest) = (*count + 1, at);
        }
    }
    let name = mentions.names.get(last?).map(|mention| fold(&mention.name))?;
    let once = times.get(&name).is_none_or(|(count, _)| *count == 1);
    let most = times.values().max().filter(|(count, _)| once && *count >= 3);
    most.map(|(_, at)| *at).or(last)
}
