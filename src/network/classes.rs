//! [`Classes`]: nodes with the very same groups, taken together.
//!
//! Such nodes are structurally equivalent (Lorrain and White 1971): they have the same neighbours
//! but for each other, so that every search of one of them is that of all. All who took part in
//! one and the same event only are one class.

use super::incidence::{Incidence, index};
use std::collections::HashMap;

/// The incidence of classes and groups, and which node is in which class.
///
/// Classes with groups come first, those that share their first group side by side.
#[derive(Clone, Debug)]
pub(crate) struct Classes {
    /// Who is in which group, classes for nodes; nodes without any group are in none.
    pub(crate) incidence: Incidence,
    /// The number of nodes of each class.
    pub(crate) copies: Vec<u32>,
    /// The class of each node; `None` for one without groups.
    pub(crate) of_node: Vec<Option<u32>>,
}

impl Classes {
    /// Finds the classes of an incidence.
    pub(crate) fn new(incidence: &Incidence) -> Self {
        let mut class_of: HashMap<&[u32], u32> = HashMap::new();
        let mut copies = Vec::new();
        let mut firsts = Vec::new();
        let mut of_node = vec![None; incidence.node_count()];
        for group in by_size(incidence) {
            for &node in incidence.members(group) {
                if of_node[node as usize].is_none() {
                    let class = *class_of.entry(incidence.groups(node)).or_insert_with(|| {
                        firsts.push(node);
                        copies.push(0);
                        index(firsts.len() - 1)
                    });
                    copies[class as usize] += 1;
                    of_node[node as usize] = Some(class);
                }
            }
        }
        let groups = |(class, &node)| incidence.groups(node).iter().map(move |&g| (g, class));
        let pairs = (0..).zip(&firsts).flat_map(groups).collect();
        let weights = incidence.all_groups().map(|group| incidence.weight(group)).collect();
        Self { incidence: Incidence::new(copies.len(), weights, pairs), copies, of_node }
    }

    /// Returns the number of classes.
    pub(crate) fn len(&self) -> usize {
        self.copies.len()
    }
}

/// Returns the groups, the largest first, so that searches from neighbouring classes are alike.
fn by_size(incidence: &Incidence) -> Vec<u32> {
    let mut groups: Vec<u32> = incidence.all_groups().collect();
    groups.sort_by_key(|&group| std::cmp::Reverse(incidence.members(group).len()));
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::incidences;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn nodes_are_of_one_class_if_and_only_if_they_share_all_groups(incidence in incidences()) {
            let classes = Classes::new(&incidence);
            for a in incidence.nodes() {
                let class = classes.of_node[a as usize];
                prop_assert_eq!(class.is_none(), incidence.groups(a).is_empty());
                if let Some(class) = class {
                    prop_assert_eq!(classes.incidence.groups(class), incidence.groups(a));
                    let same = classes.of_node.iter().filter(|&&of| of == Some(class)).count();
                    prop_assert_eq!(classes.copies[class as usize] as usize, same);
                }
                for b in incidence.nodes() {
                    prop_assert_eq!(
                        class == classes.of_node[b as usize],
                        incidence.groups(a) == incidence.groups(b)
                    );
                }
            }
        }
    }
}
