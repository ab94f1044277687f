//! [`Node`] and [`Group`]: what a network knows of each of its members and events.

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
};

/// What a node may be told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attribute {
    /// Its class.
    Class,
    /// Its country.
    Country,
    /// Its institution.
    Institution,
}

impl Attribute {
    /// All attributes, in the order of the columns of an export.
    pub const ALL: [Self; 3] = [Self::Class, Self::Country, Self::Institution];

    /// Returns the name that columns and keys have.
    pub fn name(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Country => "country",
            Self::Institution => "institution",
        }
    }
}

impl fmt::Display for Attribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A node of a network: a person, an institution, a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Its identifier.
    pub id: String,
    /// What to print: the label that most rows give, else the end of the identifier.
    pub label: String,
    values: [Vec<String>; 3],
}

impl Node {
    /// Returns all values of an attribute, the one that most rows give first.
    ///
    /// A person may have spoken for two institutions at two meetings: none is dropped.
    pub fn values(&self, attribute: Attribute) -> &[String] {
        &self.values[attribute as usize]
    }
}

/// A group of a network: an event, a document, a set of principles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Its identifier.
    pub id: String,
    /// What to print.
    pub label: String,
    /// Its classes, the one that most rows give first.
    pub classes: Vec<String>,
}

impl From<Group> for Node {
    fn from(group: Group) -> Self {
        Self { id: group.id, label: group.label, values: [group.classes, Vec::new(), Vec::new()] }
    }
}

impl From<Node> for Group {
    fn from(node: Node) -> Self {
        let [classes, ..] = node.values;
        Self { id: node.id, label: node.label, classes }
    }
}

/// What the rows say of one node or group, counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Votes {
    label: BTreeMap<String, usize>,
    values: [BTreeMap<String, usize>; 3],
}

impl Votes {
    /// Counts a label, where a row has one.
    pub(super) fn label(&mut self, label: Option<String>) {
        if let Some(label) = label.filter(|label| !label.is_empty()) {
            *self.label.entry(label).or_default() += 1;
        }
    }

    /// Counts a value, where a row has one.
    pub(super) fn value(&mut self, attribute: Attribute, value: Option<String>) {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            *self.values[attribute as usize].entry(value).or_default() += 1;
        }
    }

    /// Makes the node.
    pub(super) fn node(self, id: String) -> Node {
        let label = by_count(self.label).into_iter().next();
        let label = label.unwrap_or_else(|| local_name(&id).to_owned());
        Node { id, label, values: self.values.map(by_count) }
    }

    /// Makes the group.
    pub(super) fn group(self, id: String) -> Group {
        let Node { id, label, values: [classes, ..] } = self.node(id);
        Group { id, label, classes }
    }
}

/// Returns the part of an IRI that names the thing; of any other identifier, all of it.
pub(super) fn local_name(id: &str) -> &str {
    let path = id.strip_prefix("https://").or_else(|| id.strip_prefix("http://"));
    let name = path.and_then(|path| path.trim_end_matches(['/', '#']).rsplit(['/', '#']).next());
    name.filter(|name| !name.is_empty()).unwrap_or(id)
}

/// Returns a name for each of these identifiers with their labels that no other has.
///
/// It is the label. Of those who share one, an identifier that ends in `label~distinction` gives
/// `label（distinction）`, as tables print it and `show` takes it; any other `label (end)`, or `label (identifier)` where that is still no
/// name of its own.
pub fn distinct_names<'a>(entries: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let entries: Vec<(&str, &str)> = entries.collect();
    let with_end = |&(id, label): &(&str, &str)| match local_name(id) {
        end if end == label => end.to_owned(),
        end => match end.rsplit_once('~') {
            Some((_, distinction)) => format!("{label}（{distinction}）"),
            None => format!("{label} ({end})"),
        },
    };
    let labels = counts(entries.iter().map(|(_, label)| (*label).to_owned()));
    let ends = counts(entries.iter().map(with_end));
    let name = |entry: &(&str, &str)| {
        let &(id, label) = entry;
        if labels[label] == 1 {
            label.to_owned()
        } else if ends[&with_end(entry)] == 1 {
            with_end(entry)
        } else {
            format!("{label} ({id})")
        }
    };
    entries.iter().map(name).collect()
}

fn counts(names: impl Iterator<Item = String>) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for name in names {
        *counts.entry(name).or_insert(0) += 1;
    }
    counts
}

fn by_count(counts: BTreeMap<String, usize>) -> Vec<String> {
    let mut values: Vec<(String, usize)> = counts.into_iter().collect();
    values.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    values.into_iter().map(|(value, _)| value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_value_comes_first_and_none_is_lost() {
        let mut votes = Votes::default();
        for country in ["英国", "中国", "中国", "美国"] {
            votes.value(Attribute::Country, Some(country.to_owned()));
        }
        let node = votes.node("曾敬涵".to_owned());
        assert_eq!(node.values(Attribute::Country), ["中国", "美国", "英国"]);
        assert_eq!(node.label, "曾敬涵");
    }

    #[test]
    fn an_iri_is_called_by_its_end() {
        assert_eq!(local_name("https://w3id.org/gongshi/id/person/黄志雄"), "黄志雄");
        assert_eq!(local_name("a/b"), "a/b");
        assert_eq!(local_name("https://"), "https://");
    }
}
