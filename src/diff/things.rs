//! What became of things: a document's names tell which old thing lives on in which new one.

use std::collections::{BTreeMap, BTreeSet};

use crate::query::{Snapshot, Thing};

/// What became of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ThingKind {
    /// Only the new graph has it.
    Added,
    /// Only the old graph has it.
    Lost,
    /// It has another label, or is told apart otherwise.
    Renamed,
    /// It is of another class.
    Retyped,
    /// Several became one.
    Joined,
    /// One became several.
    Split,
}

impl ThingKind {
    /// All kinds, in order.
    pub const ALL: [Self; 6] =
        [Self::Added, Self::Lost, Self::Renamed, Self::Retyped, Self::Joined, Self::Split];

    /// Returns the word for it in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Lost => "lost",
            Self::Renamed => "renamed",
            Self::Retyped => "retyped",
            Self::Joined => "joined",
            Self::Split => "split",
        }
    }
}

/// A thing, as a reader knows it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// What its class is called.
    pub class: String,
    /// Its IRI.
    pub iri: String,
}

/// What became of one or several things.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ThingChange {
    /// What it is.
    pub kind: ThingKind,
    /// What there was.
    pub old: Vec<Named>,
    /// What there is.
    pub new: Vec<Named>,
}

/// Returns what became of things, and for each IRI that is gone the one that took its place.
pub(super) fn compare(
    old: &Snapshot,
    new: &Snapshot,
) -> (Vec<ThingChange>, BTreeMap<String, String>) {
    let successors = heirs(&old.things, &new.things);
    let ancestors = heirs(&new.things, &old.things);
    let named = |things: &BTreeMap<String, Thing>, iri: &str| {
        let thing = things.get(iri).cloned().unwrap_or_default();
        Named { name: thing.name, class: thing.class, iri: iri.to_owned() }
    };
    let mut changes = Vec::new();
    for (before, after) in groups(old, new, &successors, &ancestors) {
        let old: Vec<Named> = before.iter().map(|iri| named(&old.things, iri)).collect();
        let new: Vec<Named> = after.iter().map(|iri| named(&new.things, iri)).collect();
        let mut add = |kind| {
            changes.push(ThingChange { kind, old: old.clone(), new: new.clone() });
        };
        match (old.as_slice(), new.as_slice()) {
            ([], _) => add(ThingKind::Added),
            (_, []) => add(ThingKind::Lost),
            ([one], [other]) => {
                if one.name != other.name {
                    add(ThingKind::Renamed);
                }
                if one.class != other.class {
                    add(ThingKind::Retyped);
                }
            }
            (_, [_]) => add(ThingKind::Joined),
            _ => add(ThingKind::Split),
        }
    }
    changes.sort();
    (changes, successors)
}

/// For each thing that the other graph does not have by its IRI, the one there that documents now
/// give its names, and did not before.
fn heirs(from: &BTreeMap<String, Thing>, to: &BTreeMap<String, Thing>) -> BTreeMap<String, String> {
    let mut bearers: BTreeMap<&(String, String), Vec<&String>> = BTreeMap::new();
    for (iri, thing) in to {
        for naming in &thing.namings {
            bearers.entry(naming).or_default().push(iri);
        }
    }
    let mut heirs = BTreeMap::new();
    for (iri, thing) in from.iter().filter(|(iri, _)| !to.contains_key(*iri)) {
        let mut votes: BTreeMap<&String, usize> = BTreeMap::new();
        for naming in &thing.namings {
            for bearer in bearers.get(naming).into_iter().flatten() {
                // Another thing may have had the name there all along, and still have no more.
                let namesake = from.get(*bearer).filter(|same| same.namings.contains(naming));
                if namesake.is_none_or(|same| has_grown(thing, same, to.get(*bearer))) {
                    *votes.entry(bearer).or_default() += 1;
                }
            }
        }
        let best = votes.into_iter().min_by_key(|(bearer, votes)| {
            let class = to.get(*bearer).map(|bearer| &bearer.class);
            (class != Some(&thing.class), std::cmp::Reverse(*votes), *bearer)
        });
        heirs.extend(best.map(|(heir, _)| (iri.clone(), heir.clone())));
    }
    heirs
}

/// Tells whether a thing is named more often than it was, by all that another was named.
fn has_grown(gone: &Thing, before: &Thing, after: Option<&Thing>) -> bool {
    let count = |thing: &Thing, document| thing.counts.get(document).copied().unwrap_or_default();
    after.is_some_and(|after| {
        after.class == gone.class
            && gone.counts.iter().all(|(document, more)| {
                count(after, document) >= count(before, document).saturating_add(*more)
            })
    })
}

/// A thing of the new graph, or of the old one, by IRI.
type Node<'a> = (bool, &'a str);
/// Old IRIs, and the new ones that they became.
type Group = (BTreeSet<String>, BTreeSet<String>);

/// Puts together what is tied by name: each old and new thing is in one group.
fn groups(
    old: &Snapshot,
    new: &Snapshot,
    successors: &BTreeMap<String, String>,
    ancestors: &BTreeMap<String, String>,
) -> Vec<Group> {
    let mut leaders: BTreeMap<Node<'_>, Node<'_>> = BTreeMap::new();
    let all = old.things.keys().map(|iri| (false, iri.as_str()));
    let all: Vec<Node<'_>> = all.chain(new.things.keys().map(|iri| (true, iri.as_str()))).collect();
    leaders.extend(all.iter().map(|node| (*node, *node)));
    let same = old.things.keys().filter(|iri| new.things.contains_key(*iri));
    let ties = same
        .map(|iri| (iri, iri))
        .chain(successors)
        .chain(ancestors.iter().map(|(new, old)| (old, new)));
    for (before, after) in ties {
        let one = lead(&leaders, (false, before));
        let other = lead(&leaders, (true, after));
        leaders.insert(one.max(other), one.min(other));
    }
    let mut groups: BTreeMap<Node<'_>, Group> = BTreeMap::new();
    for node in all {
        let (before, after) = groups.entry(lead(&leaders, node)).or_default();
        let side = if node.0 { after } else { before };
        side.insert(node.1.to_owned());
    }
    groups.into_values().collect()
}

/// Returns the node that stands for all that is tied to this one.
fn lead<'a>(leaders: &BTreeMap<Node<'a>, Node<'a>>, mut node: Node<'a>) -> Node<'a> {
    while let Some(up) = leaders.get(&node).filter(|up| **up != node) {
        node = *up;
    }
    node
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A thing: IRI, name, class, and the documents' names for it as `document:name`.
    type Row<'a> = (&'a str, &'a str, &'a str, &'a [&'a str]);

    fn snapshot(rows: &[Row<'_>]) -> Snapshot {
        let thing = |(iri, name, class, namings): &Row<'_>| {
            let naming = |naming: &&str| {
                let (document, name) = naming.split_once(':').unwrap();
                (document.to_owned(), name.to_owned())
            };
            let namings = namings.iter().map(naming).collect();
            let (name, class) = ((*name).to_owned(), (*class).to_owned());
            ((*iri).to_owned(), Thing { name, class, namings, counts: counted(1) })
        };
        Snapshot { things: rows.iter().map(thing).collect(), ..Snapshot::default() }
    }

    fn counted(count: u32) -> BTreeMap<String, u32> {
        BTreeMap::from([("a".to_owned(), count)])
    }

    /// Returns the changes as `kind: old → new`, by IRI.
    fn changes(old: &[Row<'_>], new: &[Row<'_>]) -> Vec<String> {
        let iris = |things: &[Named]| {
            things.iter().map(|thing| thing.iri.as_str()).collect::<Vec<_>>().join("+")
        };
        let (changes, _) = compare(&snapshot(old), &snapshot(new));
        let line =
            |c: &ThingChange| format!("{}: {} → {}", c.kind.name(), iris(&c.old), iris(&c.new));
        changes.iter().map(line).collect()
    }

    const U: &str = "大学";

    #[test]
    fn what_no_document_names_in_the_other_graph_is_new_or_gone() {
        let (one, two): (Row<'_>, Row<'_>) =
            (("u/甲", "甲", U, &["a:甲"]), ("u/乙", "乙", U, &["b:乙"]));
        assert_eq!(changes(&[one], &[two]), ["added:  → u/乙", "lost: u/甲 → "]);
        assert!(changes(&[one, two], &[one, two]).is_empty());
    }

    #[test]
    fn another_label_or_class_is_told_whatever_the_iri() {
        let old: &[Row<'_>] = &[("u/甲", "甲", U, &["a:甲"])];
        assert_eq!(changes(old, &[("u/甲", "甲校", U, &["a:甲"])]), ["renamed: u/甲 → u/甲"]);
        assert_eq!(changes(old, &[("u/甲校", "甲校", U, &["a:甲"])]), ["renamed: u/甲 → u/甲校"]);
        assert_eq!(changes(old, &[("o/甲", "甲", "组织", &["a:甲"])]), ["retyped: u/甲 → o/甲"]);
        let both = changes(old, &[("o/乙", "乙", "组织", &["a:甲", "a:乙"])]);
        assert_eq!(both, ["renamed: u/甲 → o/乙", "retyped: u/甲 → o/乙"]);
    }

    #[test]
    fn names_that_go_to_one_that_was_there_are_joined() {
        let two: &[Row<'_>] = &[("u/甲", "甲", U, &["a:甲"]), ("u/乙", "乙", U, &["a:乙", "b:乙"])];
        let one: &[Row<'_>] = &[("u/甲", "甲", U, &["a:甲", "a:乙", "b:乙"])];
        assert_eq!(changes(two, one), ["joined: u/乙+u/甲 → u/甲"]);
        assert_eq!(changes(one, two), ["split: u/甲 → u/乙+u/甲"]);
        let third: &[Row<'_>] = &[("u/丙", "丙", U, &["a:甲", "a:乙"])];
        assert_eq!(changes(two, third), ["joined: u/乙+u/甲 → u/丙"]);
    }

    #[test]
    fn a_namesake_that_was_there_all_along_takes_nothing_over() {
        let state: Row<'_> = ("c/甲", "甲", "国家", &["a:甲"]);
        let place: Row<'_> = ("p/甲", "甲", "地点", &["a:甲"]);
        assert_eq!(changes(&[state, place], &[state]), ["lost: p/甲 → "]);
        assert_eq!(changes(&[state], &[state, place]), ["added:  → p/甲"]);
    }

    #[test]
    fn a_namesake_that_is_named_more_often_took_it_over() {
        let old = snapshot(&[("u/甲", "甲", U, &["a:甲"]), ("u/乙", "乙", U, &["a:甲", "a:乙"])]);
        let mut new = snapshot(&[("u/乙", "乙", U, &["a:甲", "a:乙"])]);
        assert!(compare(&old, &new).1.is_empty());
        new.things.get_mut("u/乙").unwrap().counts = counted(2);
        assert_eq!(compare(&old, &new).0[0].kind, ThingKind::Joined);
        assert_eq!(compare(&new, &old).0[0].kind, ThingKind::Split);
    }

    #[test]
    fn what_is_gone_is_known_by_what_took_its_place() {
        let old = snapshot(&[("u/甲", "甲", U, &["a:甲"])]);
        let new = snapshot(&[("u/乙", "乙", U, &["a:甲"])]);
        let (_, successors) = compare(&old, &new);
        assert_eq!(successors.get("u/甲").map(String::as_str), Some("u/乙"));
    }
}
