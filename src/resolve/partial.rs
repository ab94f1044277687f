//! Other forms that a name holds: a body without its state or its whole, a meeting by its theme
//! alone or without its year, a principle with its head word, a name with the full name of the body
//! in it.
//!
//! Such a form becomes an alias where no other thing of the document bears it. It joins nothing
//! across documents: 国防大学 is another body in a text that says no more.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::{Clusters, LocalEntity, Resolution, fold, is, nesting};
use crate::{
    model::{Document, Mention, Mentions},
    ontology::{ClassId, Ontology, terms::class as terms},
    recognise::{DOUBLED, Lexicon},
};

/// A form of fewer characters says too little to name a thing by itself: 外交部, 法学院.
const LEAST: usize = 4;

/// Joins names that differ only in how they name the body that they begin with:
/// 亚非法协第54届年会, 亚洲—非洲法律协商组织第54届年会.
pub(super) fn join(
    document: &Document,
    mentions: &Mentions,
    ontology: &Ontology,
    clusters: &mut Clusters,
) {
    let mut known: BTreeMap<(ClassId, String), &str> = BTreeMap::new();
    for (index, mention) in mentions.names.iter().enumerate() {
        let Some((whole, rest)) = split(document, mentions, index, ontology) else { continue };
        let Some(cluster) = clusters.of_mention.get(&whole) else { continue };
        let Some((_, body)) = clusters.names.get(clusters.root(*cluster)) else { continue };
        let key = (mention.class, fold(&format!("{body}{rest}")));
        let first = *known.entry(key).or_insert(&mention.name);
        if fold(first) != fold(&mention.name) {
            let reason = "same name but for that of the body in it";
            clusters.join(mention.class, first, &mention.name, reason);
        }
    }
}

/// Joins 中国农业部 and 农业部 where the document names no other state's and the lists do not know the
/// shorter name, and a document with the end of its title that stands in title marks by itself:
/// 《某论坛主席声明》, 《主席声明》.
pub(super) fn join_short(
    document: &Document,
    mentions: &Mentions,
    lexicon: &Lexicon,
    ontology: &Ontology,
    clusters: &mut Clusters,
) {
    let of = |class: &'static str| {
        mentions.names.iter().enumerate().filter(move |(_, m)| is(ontology, m.class, &[class]))
    };
    let mut full: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (index, body) in of(terms::GOVERNMENT_BODY) {
        let state = nesting::state(mentions, index, ontology).and_then(|at| mentions.names.get(at));
        let rest = state.and_then(|state| body.name.strip_prefix(document.slice(state.span)));
        let rest = rest.filter(|rest| rest.chars().count() >= 3);
        if let Some(rest) = rest.filter(|rest| lexicon.entries_of(rest).next().is_none()) {
            full.entry(rest).or_default().insert(&body.name);
        }
    }
    for (_, body) in of(terms::GOVERNMENT_BODY) {
        if let Some(only) = full.get(body.name.as_str()).filter(|all| all.len() == 1)
            && let Some(name) = only.first()
        {
            clusters.join(body.class, name, &body.name, "same name but for its state");
        }
    }
    // A state in a title tells another document: 《越南网络安全法》 is not 《网络安全法》.
    let marked = |(_, mention): &(usize, &Mention)| document.slice(mention.span).starts_with('《');
    let titles: BTreeMap<String, (ClassId, &str)> = of(terms::POLICY_DOCUMENT)
        .filter(marked)
        .map(|(_, m)| (m.name.chars().rev().collect(), (m.class, m.name.as_str())))
        .collect();
    for (reversed, (class, short)) in &titles {
        let ends = titles.range(reversed.clone()..).skip(1);
        let mut longer = ends.take_while(|(title, _)| title.starts_with(reversed.as_str()));
        let only = longer.next().filter(|_| longer.next().is_none());
        if short.chars().count() >= LEAST
            && let Some((_, (other, title))) = only
            && other == class
            && title.strip_suffix(short).is_some_and(|lead| {
                lexicon.prefix_of(lead, |class| is(ontology, class, &[terms::COUNTRY])).is_none()
                    && lexicon.entries_of(lead).next().is_none()
            })
        {
            clusters.join(*class, title, short, "end of a longer title");
        }
    }
}

/// Joins a meeting named with its year and the same without one, where the document knows of one
/// year: 2022年世界互联网大会, 世界互联网大会.
///
/// What the lists know without a year is a series, of which the text may mean another meeting.
pub(super) fn join_editions(
    mentions: &Mentions,
    lexicon: &Lexicon,
    ontology: &Ontology,
    clusters: &mut Clusters,
) {
    let events = || mentions.names.iter().filter(|m| is(ontology, m.class, &[terms::EVENT]));
    let mut editions: BTreeMap<(ClassId, String), BTreeSet<&str>> = BTreeMap::new();
    for event in events() {
        let rest = undated(&event.name);
        if let Some(rest) = rest.filter(|rest| lexicon.entries_of(rest).next().is_none()) {
            editions.entry((event.class, fold(rest))).or_default().insert(&event.name);
        }
    }
    for event in events() {
        let of_name = editions.get(&(event.class, fold(&event.name)));
        if let Some(edition) = of_name.filter(|all| all.len() == 1).and_then(BTreeSet::first) {
            let reason = "same name but for the year of the meeting";
            clusters.join(event.class, edition, &event.name, reason);
        }
    }
}

/// Joins a meeting of two names with each of them: 甲论坛暨乙对话会, 甲论坛.
pub(super) fn join_halves(mentions: &Mentions, clusters: &mut Clusters) {
    for mention in mentions.names.iter().filter(|m| m.rule.as_str() == DOUBLED) {
        for half in mention.name.split('暨').filter(|half| half.chars().count() > LEAST) {
            let reason = "one of the meeting's two names";
            clusters.join(mention.class, &mention.name, half, reason);
        }
    }
}

/// The name of a meeting without the year that it begins with.
fn undated(name: &str) -> Option<&str> {
    let (year, rest) = name.split_at_checked(4)?;
    let rest = rest.trim_start_matches(['年', '度']).trim_start();
    let dated = year.starts_with(['1', '2']) && year.bytes().all(|b| b.is_ascii_digit());
    (dated && rest.chars().count() >= LEAST).then_some(rest)
}

/// Adds the forms to the entities of a document as aliases.
pub(super) fn add(
    document: &Document,
    mentions: &Mentions,
    lexicon: &Lexicon,
    ontology: &Ontology,
    resolution: &mut Resolution,
) {
    let mut proposed: BTreeMap<(usize, String), BTreeSet<usize>> = BTreeMap::new();
    for (index, mention) in mentions.names.iter().enumerate() {
        let Some(entity) = resolution.entity_of(index) else { continue };
        let split = split(document, mentions, index, ontology);
        let rest = split.map(|(_, rest)| rest);
        let forms = if is(ontology, mention.class, &[terms::BODY]) {
            body(document, mentions, index, rest, lexicon, ontology)
        } else if is(ontology, mention.class, &[terms::PRINCIPLE]) {
            principle(document, mention, lexicon)
        } else {
            let theme = theme(document, mention, lexicon)
                .filter(|_| is(ontology, mention.class, &[terms::EVENT]));
            let undated =
                undated(&mention.name).filter(|_| is(ontology, mention.class, &[terms::EVENT]));
            let rest = rest.filter(|rest| rest.chars().count() >= LEAST);
            rest.into_iter().chain(undated).map(str::to_owned).chain(theme).collect()
        };
        let full = split.and_then(|(whole, rest)| {
            let whole = resolution.entity_of(whole).filter(|whole| *whole != entity)?;
            Some(format!("{}{rest}", resolution.entities.get(whole)?.label))
        });
        let family = family(ontology, mention.class);
        for form in forms.into_iter().chain(full) {
            proposed.entry((family, form)).or_default().insert(entity);
        }
    }
    // Of each form that is proposed, who bears it.
    let mut bearers: FxHashMap<(usize, String), BTreeSet<usize>> = FxHashMap::default();
    for ((family, form), entities) in &proposed {
        bearers.entry((*family, fold(form))).or_default().extend(entities);
    }
    for (at, entity) in resolution.entities.iter().enumerate() {
        let family = family(ontology, entity.class);
        for name in names(entity) {
            if let Some(of_name) = bearers.get_mut(&(family, fold(name))) {
                of_name.insert(at);
            }
        }
    }
    for ((family, form), entities) in proposed {
        let alone = bearers.get(&(family, fold(&form))).is_some_and(|all| all.len() == 1);
        let entity = entities.first().and_then(|at| resolution.entities.get_mut(*at));
        if let Some(entity) = entity.filter(|_| alone)
            && !names(entity).any(|name| fold(name) == fold(&form))
        {
            entity.aliases.push(form);
            entity.aliases.sort();
        }
    }
}

fn names(entity: &LocalEntity) -> impl Iterator<Item = &str> {
    [entity.label.as_str(), entity.canonical.as_str()]
        .into_iter()
        .chain(entity.aliases.iter().map(String::as_str))
}

/// Bodies of all kinds share their names, as do meetings, and as do principles.
fn family(ontology: &Ontology, class: ClassId) -> usize {
    let families = [terms::BODY, terms::EVENT, terms::DOCUMENT];
    families.iter().position(|name| is(ontology, class, &[name])).unwrap_or(families.len())
}

/// The body that a name begins with, and what of the text follows it within the name.
fn split<'a>(
    document: &'a Document,
    mentions: &Mentions,
    index: usize,
    ontology: &Ontology,
) -> Option<(usize, &'a str)> {
    let outer = mentions.names.get(index)?;
    let named = [terms::BODY, terms::EVENT, terms::PRINCIPLE_SET];
    let whole =
        nesting::whole(mentions, index, ontology).filter(|_| is(ontology, outer.class, &named))?;
    let end = mentions.names.get(whole)?.span.end();
    let rest = document.text.get(end..outer.span.end())?;
    let rest = rest.strip_prefix('的').unwrap_or(rest).trim();
    // What the text says elsewhere of a name has a longer surface, or quotation marks.
    let plain = !rest.is_empty() && outer.name.ends_with(rest) && !rest.contains(['(', '（']);
    plain.then_some((whole, rest))
}

/// 国防大学 for 美国国防大学, 政治科学系 for 那不勒斯大学政治科学系.
fn body(
    document: &Document,
    mentions: &Mentions,
    index: usize,
    rest: Option<&str>,
    lexicon: &Lexicon,
    ontology: &Ontology,
) -> Vec<String> {
    let Some(outer) = mentions.names.get(index) else { return Vec::new() };
    let mut forms = Vec::new();
    let state = nesting::state(mentions, index, ontology)
        .and_then(|at| mentions.names.get(at))
        .map(|state| document.slice(state.span))
        .filter(|state| !lexicon.has_cue("state-in-name", state))
        .filter(|_| !lexicon.has_cue("not-of-state", &outer.name));
    forms.extend(state.and_then(|state| outer.name.strip_prefix(state)));
    forms.extend(rest);
    forms.retain(|form| {
        let tells = form.chars().count() >= LEAST && !lexicon.is_generic(form);
        tells && form.starts_with(|c: char| c.is_alphanumeric())
    });
    forms.into_iter().map(str::to_owned).collect()
}

/// What a meeting is about, where its name is that and a kind: 以某题为主题的研讨会.
fn theme(document: &Document, mention: &Mention, lexicon: &Lexicon) -> Option<String> {
    let text = document.slice(mention.span);
    let theme = match text.split_once('“').and_then(|(_, rest)| rest.split_once('”')) {
        Some((theme, _)) => theme,
        None if mention.rule.as_str() == "themed event" => {
            let ends = mention.name.char_indices().map(|(at, c)| at + c.len_utf8());
            ends.filter_map(|end| mention.name.get(..end))
                .take_while(|theme| text.contains(theme))
                .last()?
        }
        None => return None,
    };
    // 第三届“一带一路”国际合作高峰论坛 is not called 一带一路.
    let known = lexicon.entries_of(theme).next().is_some();
    let tells = !known && theme.chars().count() >= LEAST && theme.len() < mention.name.len();
    (tells && theme != mention.name).then(|| theme.to_owned())
}

/// 合作共赢原则 for 合作共赢 where the text goes on so, 互联互通 for 坚持互联互通, the halves of a
/// heading of two.
fn principle(document: &Document, mention: &Mention, lexicon: &Lexicon) -> Vec<String> {
    let name = mention.name.as_str();
    let mut forms = Vec::new();
    let text = document.slice(mention.span).trim_matches(['“', '”']);
    let after = document.text.get(mention.span.end()..).unwrap_or_default();
    if let Some(head) = lexicon.starts_with_cue("principle-tail", after).filter(|_| text == name) {
        forms.push(format!("{name}{head}"));
        forms.extend(head.strip_prefix('的').map(|head| format!("{name}{head}")));
    }
    let lead = lexicon.starts_with_cue("principle-lead", name);
    forms.extend(lead.and_then(|lead| name.strip_prefix(lead)).map(str::to_owned));
    let tail = lexicon.ends_with_cue("principle-tail", name);
    forms.extend(tail.and_then(|tail| name.strip_suffix(tail)).map(str::to_owned));
    let halves: Vec<&str> = name.split('，').collect();
    if halves.len() == 2 {
        forms.extend(halves.into_iter().map(str::to_owned));
    }
    forms.retain(|form| form.chars().count() >= LEAST);
    forms
}
