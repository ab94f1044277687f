//! Breadth-first search of the projection, over the groups.
//!
//! A group is a hub: when the search first meets it from a member at distance d, all members not
//! yet met are at distance d+1. A search takes O(m) time for m incidences, where the ties of the
//! projection may be a thousand times as many.

use crate::network::incidence::Incidence;
use rayon::prelude::*;

/// What a search needs and leaves clean for the next one.
#[derive(Debug)]
struct Scratch {
    node_met: Vec<bool>,
    group_met: Vec<bool>,
    nodes: Vec<u32>,
    groups: Vec<u32>,
}

impl Scratch {
    fn new(incidence: &Incidence) -> Self {
        Self {
            node_met: vec![false; incidence.node_count()],
            group_met: vec![false; incidence.group_count()],
            nodes: Vec::new(),
            groups: Vec::new(),
        }
    }

    /// Counts the nodes at distance 1, 2, … from a source.
    fn level_sizes(&mut self, incidence: &Incidence, source: u32) -> Vec<usize> {
        self.node_met[source as usize] = true;
        self.nodes.push(source);
        let mut sizes = Vec::new();
        let mut level = 0..1;
        while !level.is_empty() {
            for position in level.clone() {
                for &group in incidence.groups(self.nodes[position]) {
                    if !std::mem::replace(&mut self.group_met[group as usize], true) {
                        self.groups.push(group);
                        for &member in incidence.members(group) {
                            if !std::mem::replace(&mut self.node_met[member as usize], true) {
                                self.nodes.push(member);
                            }
                        }
                    }
                }
            }
            level = level.end..self.nodes.len();
            if !level.is_empty() {
                sizes.push(level.len());
            }
        }
        for node in self.nodes.drain(..) {
            self.node_met[node as usize] = false;
        }
        for group in self.groups.drain(..) {
            self.group_met[group as usize] = false;
        }
        sizes
    }
}

/// Computes a number for each node from the counts of nodes at distance 1, 2, … from it.
///
/// Nodes with the very same groups are searched from once. The counts are whole numbers, so the
/// number of threads changes no bit.
pub(crate) fn by_level_sizes(
    incidence: &Incidence,
    value: impl Fn(&[usize]) -> f64 + Sync,
) -> Vec<f64> {
    let twins = incidence.twins();
    let values: Vec<f64> = (incidence.nodes())
        .into_par_iter()
        .map_init(
            || Scratch::new(incidence),
            |scratch, node| match twins[node as usize] {
                first if first == node => value(&scratch.level_sizes(incidence, node)),
                _ => 0.0,
            },
        )
        .collect();
    twins.into_iter().map(|first| values[first as usize]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{bow_tie, distances, incidences};
    use proptest::prelude::*;

    #[test]
    fn the_bow_tie_by_hand() {
        let incidence = bow_tie();
        let mut scratch = Scratch::new(&incidence);
        assert_eq!(scratch.level_sizes(&incidence, 0), [2, 2]);
        assert_eq!(scratch.level_sizes(&incidence, 2), [4]);
        assert!(scratch.level_sizes(&incidence, 5).is_empty());
    }

    proptest! {
        #[test]
        fn levels_are_the_distances_of_the_projection(incidence in incidences()) {
            let mut scratch = Scratch::new(&incidence);
            for (node, row) in distances(&incidence).iter().enumerate() {
                let at = |d| row.iter().filter(|&&distance| distance == Some(d)).count();
                let expected: Vec<usize> = (1..10).map(at).take_while(|&count| count > 0).collect();
                let node = crate::network::index(node);
                prop_assert_eq!(scratch.level_sizes(&incidence, node), expected);
            }
        }
    }
}
