//! Opsahl's two-mode clustering: do those whom a node met at different meetings meet elsewhere?
//!
//! - **Definition**: of the 4-paths about a node (a member of one of its groups, the group, the
//!   node, another of its groups, a member of that one), the share that is closed: the two members
//!   share a group that is not on the path (Opsahl 2013, "Triadic closure in two-mode networks:
//!   Redefining the global and local clustering coefficients", Social Networks 35, 159–167). A
//!   single meeting, however large, closes nothing. 0 without such a path (tnet: NaN).
//! - **Norm**: between 0 and 1 as it is; the normalised measure is the same.
//! - **Complexity**: O(Σ (g + o·g)) over the neighbours of each node that differs in its groups
//!   from all before it: g and o a neighbour's groups and overlaps.
//! - **Source**: two neighbours that share a and b groups with the node and one group r with each
//!   other are the ends of a·b closed paths, or of (a−1)·(b−1) where r is the node's too. Summed
//!   over the pairs of a group that needs but the sum and the sum of squares of its members'
//!   numbers; pairs that share more than one group are listed in [`Overlaps`] and put right.

use super::about::{About, TakenOn};
use crate::network::{
    incidence::{Incidence, real},
    overlap::Overlaps,
};
use rayon::prelude::*;

/// What a paper must say of [`Measure::Opsahl`](super::Measure::Opsahl).
pub(super) const ABOUT: About = About {
    name: ("Opsahl 双模聚类系数", "Opsahl's two-mode clustering coefficient"),
    definition: (
        "以该节点为中心的 4-路径中，两端节点另有共同群组者所占的比例",
        "the share of the 4-paths about the node whose ends share a further group",
    ),
    taken_on: TakenOn::TwoMode,
    reference: "Opsahl, T. (2013). Triadic closure in two-mode networks: Redefining the global \
                 and local clustering coefficients. Social Networks, 35(2), 159–167.",
};

/// The 4-paths about a node.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FourPaths {
    /// All of them.
    pub all: f64,
    /// Those that are closed.
    pub closed: f64,
}

impl FourPaths {
    /// Returns the share of the paths that are closed; none without a path.
    pub fn share(self) -> Option<f64> {
        (self.all > 0.0).then(|| self.closed / self.all)
    }
}

/// Counts the 4-paths about each node.
///
/// ```
/// use gongshi::network::{Incidence, Overlaps, four_paths};
/// // 0 met 1 and 2, at two meetings; 1 and 2 met too.
/// let pairs = vec![(0, 0), (0, 1), (1, 0), (1, 2), (2, 1), (2, 2)];
/// let incidence = Incidence::new(3, vec![1.0; 3], pairs);
/// let paths = four_paths(&incidence, &Overlaps::new(&incidence));
/// assert_eq!(paths[0].share(), Some(1.0));
/// ```
pub fn four_paths(incidence: &Incidence, overlaps: &Overlaps) -> Vec<FourPaths> {
    let twins = incidence.twins();
    let counts: Vec<FourPaths> = (incidence.nodes())
        .into_par_iter()
        .with_min_len(64)
        .map_init(
            || About4::new(incidence, overlaps),
            |about, node| match twins[node as usize] {
                first if first == node => about.count(node),
                _ => FourPaths::default(),
            },
        )
        .collect();
    twins.into_iter().map(|first| counts[first as usize]).collect()
}

/// What is known of the surroundings of one node.
struct About4<'a> {
    incidence: &'a Incidence,
    overlaps: &'a Overlaps,
    /// How many groups each node shares with the node.
    shared: Vec<f64>,
    neighbours: Vec<u32>,
    is_own: Vec<bool>,
    /// The sums, over the neighbours in a group, of their numbers and of the squares.
    sums: Vec<(f64, f64)>,
    touched: Vec<u32>,
}

impl<'a> About4<'a> {
    fn new(incidence: &'a Incidence, overlaps: &'a Overlaps) -> Self {
        let (nodes, groups) = (incidence.node_count(), incidence.group_count());
        Self {
            incidence,
            overlaps,
            shared: vec![0.0; nodes],
            neighbours: Vec::new(),
            is_own: vec![false; groups],
            sums: vec![(0.0, 0.0); groups],
            touched: Vec::new(),
        }
    }

    fn count(&mut self, node: u32) -> FourPaths {
        let own = self.incidence.groups(node);
        for &group in own {
            self.is_own[group as usize] = true;
            for &member in self.incidence.members(group).iter().filter(|&&m| m != node) {
                if self.shared[member as usize] <= 0.0 {
                    self.neighbours.push(member);
                }
                self.shared[member as usize] += 1.0;
            }
        }
        let paths = FourPaths { all: self.all(own), closed: self.over_groups() + self.again() };
        for &group in own {
            self.is_own[group as usize] = false;
        }
        for member in self.neighbours.drain(..) {
            self.shared[member as usize] = 0.0;
        }
        paths
    }

    /// Counts all paths: two groups, and a member of each that are not the same.
    fn all(&self, own: &[u32]) -> f64 {
        let others = own.iter().map(|&group| real(self.incidence.members(group).len() - 1));
        let (sum, squares) =
            others.fold((0.0, 0.0), |(s, q), count| (s + count, q + count * count));
        let twice = |&member: &u32| {
            let shared = self.shared[member as usize];
            shared * (shared - 1.0)
        };
        (sum * sum - squares - self.neighbours.iter().map(twice).sum::<f64>()) / 2.0
    }

    /// Counts the closed paths as if no two neighbours shared more than one group.
    fn over_groups(&mut self) -> f64 {
        for &member in &self.neighbours {
            for &group in self.incidence.groups(member) {
                let at = group as usize;
                let number = self.shared[member as usize] - f64::from(u8::from(self.is_own[at]));
                if self.sums[at] == (0.0, 0.0) {
                    self.touched.push(group);
                }
                self.sums[at].0 += number;
                self.sums[at].1 += number * number;
            }
        }
        let mut closed = 0.0;
        for group in self.touched.drain(..) {
            let (sum, squares) = std::mem::take(&mut self.sums[group as usize]);
            closed += (sum * sum - squares) / 2.0;
        }
        closed
    }

    /// Puts right what was counted of neighbours that share more than one group.
    fn again(&self) -> f64 {
        let mut sum = 0.0;
        for &one in &self.neighbours {
            let later = self.overlaps.of(one).iter().filter(|overlap| overlap.partner > one);
            for overlap in later.filter(|o| self.shared[o.partner as usize] > 0.0) {
                let (a, b) = (self.shared[one as usize], self.shared[overlap.partner as usize]);
                let theirs = self.incidence.groups(overlap.partner);
                let both = self.incidence.groups(one).iter().filter(|group| {
                    self.is_own[**group as usize] && theirs.binary_search(group).is_ok()
                });
                let (shared, with_own) = (f64::from(overlap.excess) + 1.0, real(both.count()));
                let counted = (shared - with_own) * a * b + with_own * (a - 1.0) * (b - 1.0);
                // Two shared groups that both are on the path close nothing.
                let open = if overlap.excess == 1 && with_own > 1.5 { 2.0 } else { 0.0 };
                sum += a * b - with_own - open - counted;
            }
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{bow_tie, incidences};
    use proptest::prelude::*;

    /// All 4-paths, each looked at.
    fn brute_force(incidence: &Incidence) -> Vec<FourPaths> {
        let closes = |a: u32, b: u32, p: u32, q: u32| {
            let mut shared = incidence.groups(a).iter().filter(|&&g| g != p && g != q);
            shared.any(|group| incidence.groups(b).contains(group))
        };
        (incidence.nodes())
            .map(|node| {
                let mut paths = FourPaths::default();
                let own = incidence.groups(node);
                for (at, &p) in own.iter().enumerate() {
                    for &q in &own[..at] {
                        for &a in incidence.members(p).iter().filter(|&&a| a != node) {
                            for &b in incidence.members(q).iter().filter(|&&b| b != node && b != a)
                            {
                                paths.all += 1.0;
                                paths.closed += f64::from(u8::from(closes(a, b, p, q)));
                            }
                        }
                    }
                }
                paths
            })
            .collect()
    }

    #[test]
    fn the_bow_tie_is_open() {
        let incidence = bow_tie();
        let paths = four_paths(&incidence, &Overlaps::new(&incidence));
        // About 0: 2 and 1 by the groups 0 and 2; they share no third group.
        assert_eq!(paths[0], FourPaths { all: 1.0, closed: 0.0 });
        assert_eq!(paths[2], FourPaths { all: 4.0, closed: 0.0 });
        assert_eq!(paths[5].share(), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1024))]
        #[test]
        fn four_paths_are_the_brute_force(incidence in incidences()) {
            let paths = four_paths(&incidence, &Overlaps::new(&incidence));
            prop_assert_eq!(paths, brute_force(&incidence));
        }
    }
}
