//! The projection written down: the one place where a meeting of k persons becomes k(k−1)/2 ties.
//!
//! Only exports need it. How many ties there would be is counted first, from the incidences, and a
//! number beyond the limit is refused before any memory is taken.

use super::{
    Kind, Network,
    incidence::{Incidence, index},
    measure::degree::degree,
    overlap::Overlaps,
    ties::Weight,
};

/// Which ties to write down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Selection {
    /// What a tie weighs.
    pub weight: Weight,
    /// The least weight of a tie.
    pub min_weight: f64,
    /// Groups with more members than this make no ties.
    pub max_group: Option<usize>,
    /// More ties than this are refused.
    pub limit: usize,
}

impl Default for Selection {
    fn default() -> Self {
        Self { weight: Weight::Shared, min_weight: 0.0, max_group: None, limit: 2_000_000 }
    }
}

/// A tie of the projection, or of an edge list.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// One end: the smaller index, or where a directed tie begins.
    pub a: u32,
    /// The other end.
    pub b: u32,
    /// The weight.
    pub weight: f64,
    /// The shared groups, ascending.
    pub groups: Vec<u32>,
}

/// The ties, in order, and what was left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Projection {
    /// The ties, in the order of their ends.
    pub ties: Vec<Tie>,
    /// Groups with too many members to make ties.
    pub groups_left_out: usize,
}

/// An export would write more ties than are of use.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the edges of this network would be {}{ties}, more than {limit}; the largest group has \
     {largest} members and makes {} of them",
    if *.at_most { "up to " } else { "" },
    largest.saturating_mul(largest.saturating_sub(1)) / 2
)]
pub struct TooManyTies {
    /// How many there would be.
    pub ties: usize,
    /// Whether there may be fewer.
    pub at_most: bool,
    /// How many may be written.
    pub limit: usize,
    /// The size of the largest group.
    pub largest: usize,
}

/// Writes the ties of a network down.
///
/// Takes O(ties·s) time, s the mean number of groups that a tied pair shares; where the shared
/// groups must be two or more, only pairs that share two are ever looked at.
pub fn projection(network: &Network, selection: &Selection) -> Result<Projection, TooManyTies> {
    if network.kind() != Kind::Affiliation {
        return edge_list(network, selection);
    }
    let (incidence, groups_left_out) = within(network.incidence(), selection.max_group);
    let overlaps = Overlaps::new(&incidence);
    let only_again = selection.weight == Weight::Shared && selection.min_weight > 1.0;
    let (count, at_most) = if only_again {
        (overlaps.pairs_sharing(least(selection.min_weight)), false)
    } else {
        let ends: usize = incidence.nodes().map(|node| degree(&incidence, &overlaps, node)).sum();
        (ends / 2, selection.min_weight > 0.0)
    };
    check(count, at_most, selection.limit, &incidence)?;
    let factor: Vec<f64> =
        incidence.all_groups().map(|g| selection.weight.of_group(&incidence, g)).collect();
    let weigh = |groups: &[u32]| match selection.weight {
        Weight::None => 1.0,
        _ => groups.iter().map(|&group| factor[group as usize]).sum(),
    };
    let mut ties = Vec::new();
    let mut shared: Vec<Vec<u32>> = vec![Vec::new(); incidence.node_count()];
    for a in incidence.nodes() {
        let partners = if only_again {
            again(&incidence, &overlaps, a, &mut shared)
        } else {
            later_partners(&incidence, a, &mut shared)
        };
        for b in partners {
            let groups = std::mem::take(&mut shared[b as usize]);
            let weight = weigh(&groups);
            if weight >= selection.min_weight {
                ties.push(Tie { a, b, weight, groups });
            }
        }
    }
    Ok(Projection { ties, groups_left_out })
}

/// Collects the groups that a node shares with each later node.
fn later_partners(incidence: &Incidence, node: u32, shared: &mut [Vec<u32>]) -> Vec<u32> {
    let mut partners = Vec::new();
    for &group in incidence.groups(node) {
        let members = incidence.members(group);
        let first = members.partition_point(|&member| member <= node);
        for &partner in &members[first..] {
            if shared[partner as usize].is_empty() {
                partners.push(partner);
            }
            shared[partner as usize].push(group);
        }
    }
    partners.sort_unstable();
    partners
}

/// Collects the groups that a node shares with each later node with whom it shares two or more.
fn again(
    incidence: &Incidence,
    overlaps: &Overlaps,
    node: u32,
    shared: &mut [Vec<u32>],
) -> Vec<u32> {
    let later = overlaps.of(node).iter().map(|overlap| overlap.partner).filter(|&b| b > node);
    let partners: Vec<u32> = later.collect();
    for &partner in &partners {
        let theirs = incidence.groups(partner);
        let both =
            incidence.groups(node).iter().filter(|group| theirs.binary_search(group).is_ok());
        shared[partner as usize] = both.copied().collect();
    }
    partners
}

fn edge_list(network: &Network, selection: &Selection) -> Result<Projection, TooManyTies> {
    let incidence = network.incidence();
    let mut group_of = std::collections::HashMap::new();
    for group in incidence.all_groups() {
        if let [a, b] = *incidence.members(group) {
            group_of.insert((a, b), group);
        }
    }
    let kept = network.arcs().iter().map(|arc| Tie {
        a: arc.source,
        b: arc.target,
        weight: selection.weight.of_arc(*arc),
        groups: group_of.get(&arc.pair()).copied().into_iter().collect(),
    });
    let ties: Vec<Tie> = kept.filter(|tie| tie.weight >= selection.min_weight).collect();
    check(ties.len(), false, selection.limit, incidence)?;
    Ok(Projection { ties, groups_left_out: 0 })
}

/// Empties the groups with more members than allowed.
fn within(incidence: &Incidence, max_group: Option<usize>) -> (Incidence, usize) {
    let Some(most) = max_group else {
        return (incidence.clone(), 0);
    };
    let keeps = |group: &u32| incidence.members(*group).len() <= most;
    let pairs = (incidence.all_groups().filter(keeps))
        .flat_map(|group| incidence.members(group).iter().map(move |&member| (group, member)))
        .collect();
    let weights = incidence.all_groups().map(|group| incidence.weight(group)).collect();
    let left_out = incidence.group_count() - incidence.all_groups().filter(keeps).count();
    (Incidence::new(incidence.node_count(), weights, pairs), left_out)
}

fn check(
    ties: usize,
    at_most: bool,
    limit: usize,
    incidence: &Incidence,
) -> Result<(), TooManyTies> {
    let sizes = incidence.all_groups().map(|group| incidence.members(group).len());
    let largest = sizes.max().unwrap_or(0);
    if ties > limit { Err(TooManyTies { ties, at_most, limit, largest }) } else { Ok(()) }
}

/// Returns the least whole number of shared groups that weighs enough.
fn least(min_weight: f64) -> u32 {
    (2..u32::MAX).find(|&count| f64::from(count) >= min_weight).unwrap_or(u32::MAX)
}

impl Projection {
    /// Returns the number of ties of each node.
    pub fn degrees(&self, nodes: usize) -> Vec<u32> {
        let mut degrees = vec![0; nodes];
        for tie in &self.ties {
            degrees[tie.a as usize] += 1;
            degrees[tie.b as usize] += 1;
        }
        degrees
    }

    /// Returns the number of nodes that have a tie.
    pub fn tied_nodes(&self, nodes: usize) -> u32 {
        index(self.degrees(nodes).into_iter().filter(|&degree| degree > 0).count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{AffiliationRow, Direction, EdgeRow};

    fn network(rows: &[(&str, &str)]) -> Network {
        let row = |&(node, group): &(&str, &str)| AffiliationRow {
            node: node.to_owned(),
            group: group.to_owned(),
            ..Default::default()
        };
        Network::from_affiliations(rows.iter().map(row).collect())
    }

    fn written(network: &Network, selection: &Selection) -> Vec<(u32, u32, f64)> {
        let projection = projection(network, selection).unwrap();
        projection.ties.iter().map(|tie| (tie.a, tie.b, tie.weight)).collect()
    }

    #[test]
    fn weights_of_a_trio_with_a_pair_that_meets_again() {
        let network = network(&[("a", "x"), ("b", "x"), ("c", "x"), ("a", "y"), ("b", "y")]);
        let with = |weight| Selection { weight, ..Default::default() };
        assert_eq!(
            written(&network, &with(Weight::Shared)),
            [(0, 1, 2.0), (0, 2, 1.0), (1, 2, 1.0)]
        );
        assert_eq!(
            written(&network, &with(Weight::Newman)),
            [(0, 1, 1.5), (0, 2, 0.5), (1, 2, 0.5)]
        );
        let often = Selection { min_weight: 2.0, ..Default::default() };
        assert_eq!(written(&network, &often), [(0, 1, 2.0)]);
        let small = Selection { max_group: Some(2), ..Default::default() };
        assert_eq!(written(&network, &small), [(0, 1, 1.0)]);
    }

    #[test]
    fn too_many_ties_are_counted_and_refused() {
        let names: Vec<String> = (0..100_000).map(|i| format!("p{i}")).collect();
        let rows: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "e")).collect();
        let network = network(&rows);
        let error = projection(&network, &Selection::default()).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the edges of this network would be 4999950000, more than 2000000; the largest group \
             has 100000 members and makes 4999950000 of them"
        );
        let often = Selection { min_weight: 2.0, ..Default::default() };
        assert_eq!(written(&network, &often), []);
    }

    #[test]
    fn the_ties_of_an_edge_list_keep_direction_and_weight() {
        let edge = |source: &str, target: &str| EdgeRow {
            source: source.to_owned(),
            target: target.to_owned(),
            weight: Some(2.5),
            ..Default::default()
        };
        let rows = vec![edge("b", "a"), edge("a", "b")];
        let network = Network::from_edges(rows, Direction::Directed);
        assert_eq!(written(&network, &Selection::default()), [(0, 1, 2.5), (1, 0, 2.5)]);
    }
}
