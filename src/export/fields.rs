//! What every format says of nodes and edges: the same fields in the same order.

use super::view::{Edge, EdgeNetwork};
use crate::network::Attribute;
use serde::{Serialize, Serializer};

/// What the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldKind {
    Text,
    Whole,
    Number,
}

/// A field: a column of a table, a key of a node or edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) kind: FieldKind,
}

/// A value of a field. One that is missing is an empty text or list, or a number that is none.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Text(String),
    List(&'a [String]),
    Number(f64),
    Whole(usize),
}

impl Value<'_> {
    /// Returns the value as text; lists are joined by ` | `.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::List(list) => list.join(" | "),
            Self::Number(number) if number.is_finite() => number.to_string(),
            Self::Number(_) => String::new(),
            Self::Whole(number) => number.to_string(),
        }
    }

    /// Says whether there is no value.
    pub(crate) fn is_missing(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Number(number) => !number.is_finite(),
            Self::Whole(_) => false,
        }
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::List(list) => list.serialize(serializer),
            Self::Number(number) => number.serialize(serializer),
            Self::Whole(number) => number.serialize(serializer),
        }
    }
}

/// The field that tells the two modes apart, as networkx has it: 0 for members, 1 for groups.
pub(crate) const BIPARTITE: &str = "bipartite";

impl EdgeNetwork {
    /// Returns the fields of nodes, beside identifier and name.
    pub(crate) fn node_fields(&self) -> Vec<Field> {
        let field = |name: &str, kind| Field { name: name.to_owned(), kind };
        let mode = self.first_mode.map(|_| field(BIPARTITE, FieldKind::Whole));
        let attributes = Attribute::ALL.map(|attribute| field(attribute.name(), FieldKind::Text));
        let measures = self.measures.iter().map(|measure| {
            let kind = if measure.is_part() { FieldKind::Whole } else { FieldKind::Number };
            field(measure.name(), kind)
        });
        mode.into_iter().chain(attributes).chain(measures).collect()
    }

    /// Returns the values of a node, in the order of [`EdgeNetwork::node_fields`].
    pub(crate) fn node_values(&self, position: usize) -> Vec<Value<'_>> {
        let node = &self.nodes[position];
        let mode = self.first_mode.map(|members| Value::Whole(usize::from(position >= members)));
        let attributes =
            Attribute::ALL.map(|attribute| Value::Text(node.values(attribute).join(" | ")));
        let measures = node.measures.iter().map(|&value| Value::Number(value));
        mode.into_iter().chain(attributes).chain(measures).collect()
    }

    /// Returns the fields of edges, beside ends and weight.
    pub(crate) fn edge_fields(&self) -> Vec<Field> {
        let field = |name: &str, kind| Field { name: name.to_owned(), kind };
        let texts = ["events", "dates", "documents", "sentences"];
        let texts = texts.into_iter().map(|name| field(name, FieldKind::Text));
        let measures = self.edge_measures.iter().map(|name| field(name, FieldKind::Number));
        [field("shared", FieldKind::Whole)].into_iter().chain(texts).chain(measures).collect()
    }
}

impl Edge {
    /// Returns the values of an edge, in the order of [`EdgeNetwork::edge_fields`].
    pub(crate) fn field_values(&self) -> Vec<Value<'_>> {
        let lists = [&self.events, &self.dates, &self.documents, &self.sentences];
        let lists = lists.into_iter().map(|list| Value::List(list));
        let measures = self.values.iter().map(|&value| Value::Number(value));
        [Value::Whole(self.events.len())].into_iter().chain(lists).chain(measures).collect()
    }
}
