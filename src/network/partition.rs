//! [`Partition`]: the classes of nodes that brokerage and mixing are told by.

use super::{
    Network,
    entry::{Attribute, Node},
    measure::community::{Detection, communities},
    ties::Weight,
};
use std::{collections::BTreeMap, fmt, str::FromStr};

/// By what nodes are sorted into classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Partition {
    /// An attribute: the value that most rows give.
    Attribute(Attribute),
    /// The community.
    Community,
}

impl Default for Partition {
    fn default() -> Self {
        Self::Attribute(Attribute::Country)
    }
}

impl Partition {
    /// All partitions, in the order of the help text.
    pub const ALL: [Self; 4] = [
        Self::Attribute(Attribute::Country),
        Self::Attribute(Attribute::Institution),
        Self::Attribute(Attribute::Class),
        Self::Community,
    ];

    /// Returns the name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Attribute(attribute) => attribute.name(),
            Self::Community => "community",
        }
    }

    /// Returns how many nodes are in no class.
    pub fn unclassed(self, network: &Network) -> usize {
        match self {
            Self::Attribute(attribute) => {
                let without = |node: &&Node| node.values(attribute).is_empty();
                network.nodes().iter().filter(without).count()
            }
            Self::Community => 0,
        }
    }

    /// Returns the class of each node, numbered in the order of their names; none where the node
    /// has no value.
    pub fn classes(
        self,
        network: &Network,
        weight: Weight,
        detection: Detection,
    ) -> Vec<Option<u32>> {
        let attribute = match self {
            Self::Attribute(attribute) => attribute,
            Self::Community => {
                let found = communities(network.incidence(), weight, detection);
                return found.of_node.into_iter().map(Some).collect();
            }
        };
        let value = |node: usize| network.nodes()[node].values(attribute).first();
        let all = 0..network.nodes().len();
        let mut numbers: BTreeMap<&str, u32> =
            all.clone().filter_map(value).map(|value| (value.as_str(), 0)).collect();
        for (number, (_, place)) in (0..).zip(&mut numbers) {
            *place = number;
        }
        all.map(|node| value(node).map(|value| numbers[value.as_str()])).collect()
    }
}

impl fmt::Display for Partition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// An attribute of that name is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown attribute '{0}' (known: country, institution, class, community)")]
pub struct UnknownPartition(String);

impl FromStr for Partition {
    type Err = UnknownPartition;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|partition| partition.name() == name);
        known.ok_or_else(|| UnknownPartition(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::AffiliationRow;

    #[test]
    fn a_node_is_of_the_class_that_most_rows_give() {
        let row = |node: &str, country: &str| AffiliationRow {
            node: node.to_owned(),
            group: "会".to_owned(),
            country: Some(country.to_owned()),
            ..Default::default()
        };
        let rows = vec![
            row("a", "英国"),
            row("b", "中国"),
            row("b", "中国"),
            row("b", "英国"),
            row("c", ""),
        ];
        let network = Network::from_affiliations(rows);
        let of =
            |partition: Partition| partition.classes(&network, Weight::None, Detection::default());
        assert_eq!(of(Partition::default()), [Some(1), Some(0), None]);
        assert_eq!(of(Partition::Attribute(Attribute::Class)), [None; 3]);
        assert_eq!(of(Partition::Community), [Some(1); 3]);
    }

    #[test]
    fn an_unknown_attribute_lists_the_known_ones() {
        for partition in Partition::ALL {
            assert_eq!(partition.name().parse(), Ok(partition));
        }
        let error = "state".parse::<Partition>().unwrap_err().to_string();
        let known: Vec<&str> = Partition::ALL.map(Partition::name).to_vec();
        assert!(error.ends_with(&format!("(known: {})", known.join(", "))), "{error}");
    }
}
