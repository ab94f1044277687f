//! Two-mode clustering by shared groups: how much do those who meet meet again?
//!
//! - **Definition**: the mean, over a node's neighbours, of the overlap of the two nodes' sets of
//!   groups: shared groups by all groups of the two (*dot*, Jaccard's index), by the smaller set
//!   (*min*) or by the larger (*max*) (Latapy, Magnien and Del Vecchio 2008, "Basic notions for
//!   the analysis of large two-mode networks", Social Networks 30, 31–48); 0 without a neighbour.
//!   Of the whole network, **Robins and Alexander's coefficient** is 4·C₄/L₃: the share of the
//!   paths of three participations that are closed to a circle of four (2004, "Small worlds among
//!   interlocking directors", Computational & Mathematical Organization Theory 10, 69–94).
//! - **Norm**: between 0 and 1 as they are; the normalised measures are the same.
//! - **Complexity**: O(m + p + Σ δ²): p pairs that share more than one group, δ how many different
//!   numbers of groups the members of a group have.
//! - **Source**: who shares one group with a node of g groups and has h adds the same as all such:
//!   a group counts its members by h, and [`Overlaps`] puts right who shares more.

use super::{
    about::{About, TakenOn},
    degree::degree,
};
use crate::network::{
    incidence::{Incidence, real},
    overlap::Overlaps,
};
use std::collections::BTreeMap;

/// What a paper must say of [`Measure::Latapy`](super::Measure::Latapy).
pub(super) const DOT: About = About {
    name: ("双模聚类系数", "two-mode clustering coefficient"),
    definition: (
        "与各邻居所属群组集合的 Jaccard 系数的平均值",
        "the mean Jaccard index of the node's set of groups with those of its neighbours",
    ),
    taken_on: TakenOn::TwoMode,
    reference: LATAPY_2008,
};

/// What a paper must say of [`Measure::LatapyMin`](super::Measure::LatapyMin).
pub(super) const MIN: About = About {
    name: ("双模聚类系数（min）", "two-mode clustering coefficient (min)"),
    definition: (
        "与各邻居共同的群组数除以两者中较少的群组数所得之平均值",
        "the mean, over the node's neighbours, of the number of shared groups divided by the \
         smaller of the two numbers of groups",
    ),
    taken_on: TakenOn::TwoMode,
    reference: LATAPY_2008,
};

/// What a paper must say of [`Measure::LatapyMax`](super::Measure::LatapyMax).
pub(super) const MAX: About = About {
    name: ("双模聚类系数（max）", "two-mode clustering coefficient (max)"),
    definition: (
        "与各邻居共同的群组数除以两者中较多的群组数所得之平均值",
        "the mean, over the node's neighbours, of the number of shared groups divided by the \
         greater of the two numbers of groups",
    ),
    taken_on: TakenOn::TwoMode,
    reference: LATAPY_2008,
};

const LATAPY_2008: &str = "Latapy, M., Magnien, C., & Del Vecchio, N. (2008). Basic notions for \
    the analysis of large two-mode networks. Social Networks, 30(1), 31–48.";

/// By what the number of shared groups is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlapping {
    /// The number of groups of either.
    Dot,
    /// The smaller number of groups.
    Min,
    /// The greater number of groups.
    Max,
}

impl Overlapping {
    fn of(self, shared: usize, mine: usize, theirs: usize) -> f64 {
        let whole = match self {
            Self::Dot => mine + theirs - shared,
            Self::Min => mine.min(theirs),
            Self::Max => mine.max(theirs),
        };
        real(shared) / real(whole)
    }
}

/// Returns each node's two-mode clustering coefficient.
///
/// ```
/// use gongshi::network::{Incidence, Overlapping, Overlaps, latapy};
/// // 0 and 1 met, 1 and 2 met: of two groups, one is shared.
/// let incidence = Incidence::new(3, vec![1.0; 2], vec![(0, 0), (0, 1), (1, 1), (1, 2)]);
/// let overlaps = Overlaps::new(&incidence);
/// assert_eq!(latapy(&incidence, &overlaps, Overlapping::Dot), [0.5; 3]);
/// ```
pub fn latapy(incidence: &Incidence, overlaps: &Overlaps, by: Overlapping) -> Vec<f64> {
    let groups_of = |node: u32| incidence.groups(node).len();
    let mut sums = vec![0.0; incidence.node_count()];
    for group in incidence.all_groups() {
        let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
        for &member in incidence.members(group) {
            *sizes.entry(groups_of(member)).or_default() += 1;
        }
        let of_size = |&mine: &usize| {
            // The node itself is no neighbour.
            let others = |(&theirs, &count): (&usize, &usize)| {
                real(count - usize::from(theirs == mine)) * by.of(1, mine, theirs)
            };
            (mine, sizes.iter().map(others).sum())
        };
        let sum_of: BTreeMap<usize, f64> = sizes.keys().map(of_size).collect();
        for &member in incidence.members(group) {
            sums[member as usize] += sum_of[&groups_of(member)];
        }
    }
    (incidence.nodes())
        .map(|node| {
            let neighbours = degree(incidence, overlaps, node);
            let mine = groups_of(node);
            let again = overlaps.of(node).iter().map(|overlap| {
                let (shared, theirs) = (overlap.excess as usize + 1, groups_of(overlap.partner));
                by.of(shared, mine, theirs) - real(shared) * by.of(1, mine, theirs)
            });
            let sum = sums[node as usize] + again.sum::<f64>();
            if neighbours > 0 { sum / real(neighbours) } else { 0.0 }
        })
        .collect()
}

/// Returns Robins and Alexander's coefficient of the whole two-mode network; none without a path
/// of three participations.
pub fn robins_alexander(incidence: &Incidence, overlaps: &Overlaps) -> Option<f64> {
    let pairs = |node: u32| {
        let shared = overlaps.of(node).iter().map(|overlap| f64::from(overlap.excess) + 1.0);
        shared.map(|shared| shared * (shared - 1.0) / 2.0).sum::<f64>()
    };
    // Each circle of two nodes and two groups is met from both nodes.
    let circles = incidence.nodes().map(pairs).sum::<f64>() / 2.0;
    let paths: f64 = (incidence.nodes())
        .map(|node| {
            let groups = incidence.groups(node);
            let others = groups.iter().map(|&group| real(incidence.members(group).len() - 1));
            real(groups.len().saturating_sub(1)) * others.sum::<f64>()
        })
        .sum();
    (paths > 0.0).then(|| 4.0 * circles / paths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{bow_tie, close, incidences};
    use proptest::prelude::*;

    #[test]
    fn the_bow_tie_by_hand() {
        let incidence = bow_tie();
        let overlaps = Overlaps::new(&incidence);
        let of = |by| latapy(&incidence, &overlaps, by);
        // 0 has the groups 0 and 2 as 1 has, and shares 0 with 2, which has 0 and 1.
        let third = 1.0 / 3.0;
        let middle = (third + third + 0.5 + 0.5) / 4.0;
        let expected = [2.0 * third, 2.0 * third, middle, 0.75, 0.75, 0.0];
        assert!(close(&of(Overlapping::Dot), &expected));
        // One circle: 0 and 1 in the groups 0 and 2. Paths: 3 + 3 + 4.
        assert!((robins_alexander(&incidence, &overlaps).unwrap() - 0.4).abs() < 1e-12);
    }

    fn shared(incidence: &Incidence, a: u32, b: u32) -> usize {
        incidence.groups(a).iter().filter(|group| incidence.groups(b).contains(group)).count()
    }

    proptest! {
        #[test]
        fn it_is_the_mean_over_the_neighbours(incidence in incidences()) {
            let overlaps = Overlaps::new(&incidence);
            for by in [Overlapping::Dot, Overlapping::Min, Overlapping::Max] {
                let expected: Vec<f64> = incidence.nodes().map(|node| {
                    let others = incidence.nodes().filter(|&other| other != node);
                    let of: Vec<f64> = others.filter_map(|other| {
                        let both = shared(&incidence, node, other);
                        let (mine, theirs) =
                            (incidence.groups(node).len(), incidence.groups(other).len());
                        (both > 0).then(|| by.of(both, mine, theirs))
                    }).collect();
                    if of.is_empty() { 0.0 } else { of.iter().sum::<f64>() / real(of.len()) }
                }).collect();
                prop_assert!(close(&latapy(&incidence, &overlaps, by), &expected));
            }
        }

        #[test]
        fn robins_and_alexander_count_closed_paths(incidence in incidences()) {
            // All paths group – node – group – node, and whether the ends are a participation.
            let (mut paths, mut closed) = (0, 0);
            for node in incidence.nodes() {
                for &first in incidence.groups(node) {
                    for &group in incidence.groups(node).iter().filter(|&&g| g != first) {
                        for &end in incidence.members(group).iter().filter(|&&e| e != node) {
                            paths += 1;
                            closed += usize::from(incidence.groups(end).contains(&first));
                        }
                    }
                }
            }
            let of = robins_alexander(&incidence, &Overlaps::new(&incidence));
            prop_assert_eq!(of.is_some(), paths > 0);
            prop_assert!(close(&[of.unwrap_or(0.0) * real(paths)], &[real(closed)]));
        }
    }
}
