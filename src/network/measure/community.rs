//! Communities: which nodes are tied with each other more than with the rest?
//!
//! - **Definition**: a division of the nodes of high quality, found by Leiden's method
//!   ([`leiden`](super::leiden); Traag, Waltman and van Eck 2019, Scientific Reports 9, 5233). The
//!   quality is [`Quality::Modularity`], the share of tie weight within communities less its
//!   expectation for the nodes' strengths (Newman and Girvan 2004, Phys. Rev. E 69, 026113), or
//!   [`Quality::Cpm`], the constant Potts model: tie weight within communities less the resolution
//!   for each pair (Traag, Van Dooren and Nesterov 2011, Phys. Rev. E 84, 016114). The projection
//!   is weighted: [`Weight::Newman`] keeps large meetings from drowning small ones; for
//!   [`Weight::None`] it is taken as Newman's. On the two-mode network itself
//!   ([`two_mode_communities`]) modularity is Barber's (2007, Phys. Rev. E 76, 066102), which
//!   expects a tie only between a node and a group, and CPM charges the resolution for such pairs.
//! - **Norm**: numbers from 1, the largest first. An isolated node is a community of its own.
//! - **Complexity**: see [`leiden`](super::leiden). Nodes with the very same groups are one unit
//!   where being together is no loss, since then some best division has them together.
//! - **Source**: Traag, Waltman and van Eck 2019. The method finds a good division, not surely the
//!   best: [`stability`](super::stability) says how much hangs on the seed.

use super::{
    about::{About, TakenOn},
    component::numbered_by_size,
    leiden::leiden,
    leiden_units::{Pull, Units},
};
use crate::network::{
    classes::Classes,
    incidence::{Incidence, index, real},
    ties::Weight,
};
use std::{fmt, str::FromStr};

const TRAAG_2019: &str = "Traag, V. A., Waltman, L., & van Eck, N. J. (2019). From Louvain to \
    Leiden: Guaranteeing well-connected communities. Scientific Reports, 9, 5233.";

/// What a paper must say of [`Measure::Community`](super::Measure::Community).
pub(super) const COMMUNITY: About = About {
    name: ("社群编号", "community"),
    definition: (
        "节点所在社群的编号，最大者为 1；社群由 Leiden 方法划分",
        "the number of the node's community, 1 for the largest, by Leiden's method",
    ),
    taken_on: TakenOn::Weighted { unasked: Weight::Newman },
    reference: TRAAG_2019,
};

/// What a paper must say of [`Measure::TwoModeCommunity`](super::Measure::TwoModeCommunity).
pub(super) const TWO_MODE: About = About {
    name: ("二模社群编号", "two-mode community"),
    definition: (
        "节点在二模网络中所在社群的编号，最大者为 1；社群由 Leiden 方法划分",
        "the number of the node's community in the two-mode network, 1 for the largest, by \
         Leiden's method",
    ),
    taken_on: TakenOn::TwoMode,
    reference: "Barber, M. J. (2007). Modularity and community detection in bipartite networks. \
                 Physical Review E, 76, 066102.",
};

/// What makes a division good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quality {
    /// More ties within than the nodes' strengths let expect.
    #[default]
    Modularity,
    /// More ties within than the resolution for each pair: the constant Potts model.
    Cpm,
}

impl fmt::Display for Quality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Modularity => "modularity",
            Self::Cpm => "cpm",
        })
    }
}

/// A quality of that name is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown quality '{0}' (known: modularity, cpm)")]
pub struct UnknownQuality(String);

impl FromStr for Quality {
    type Err = UnknownQuality;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = [Self::Modularity, Self::Cpm].into_iter();
        let mut known = known.filter(|quality| quality.to_string() == name);
        known.next().ok_or_else(|| UnknownQuality(name.to_owned()))
    }
}

/// How communities are found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Detection {
    /// What makes a division good.
    pub quality: Quality,
    /// The resolution γ: the higher, the smaller the communities.
    pub resolution: f64,
    /// What the order of the nodes hangs on.
    pub seed: u64,
    /// How many divisions, of seeds that follow each other, stability is taken over.
    pub runs: usize,
}

impl Default for Detection {
    fn default() -> Self {
        Self { quality: Quality::Modularity, resolution: 1.0, seed: 1, runs: 20 }
    }
}

/// A network as Leiden's method takes it: its units, and which of them stands for each node.
#[derive(Clone, Debug)]
pub(super) struct Divisible {
    units: Units,
    of_node: Vec<u32>,
    /// The nodes of the network; behind them in `of_node` are the groups of the two-mode network.
    nodes: usize,
    /// By what the quality of the units is multiplied, and what is then added to it.
    scale: f64,
    offset: f64,
}

impl Divisible {
    /// Takes the projection.
    pub(super) fn projection(incidence: &Incidence, weight: Weight, how: Detection) -> Self {
        let weight = weight.or(Weight::Newman);
        let factor: Vec<f64> =
            incidence.all_groups().map(|group| weight.of_group(incidence, group)).collect();
        let strength = |node: u32| -> f64 {
            let groups = incidence.groups(node).iter();
            groups.map(|&g| factor[g as usize] * real(incidence.members(g).len() - 1)).sum()
        };
        let strengths: Vec<f64> = incidence.nodes().map(strength).collect();
        let (rate, scale, pull) = match how.quality {
            Quality::Modularity => {
                let inverse = inverse(strengths.iter().sum());
                (how.resolution * inverse / 2.0, 2.0 * inverse, strengths)
            }
            Quality::Cpm => (how.resolution / 2.0, 1.0, vec![1.0; strengths.len()]),
        };
        let pull = |node: u32| pull[node as usize];
        // The ties of a unit with itself less its pull on itself count in every division.
        let own_tie =
            |node: u32| incidence.groups(node).iter().map(|&g| factor[g as usize]).sum::<f64>();
        let classes = Classes::new(incidence);
        let together: Vec<bool> = firsts(&classes)
            .iter()
            .map(|&node| own_tie(node) >= 2.0 * rate * pull(node) * pull(node))
            .collect();
        let (of_node, copies, firsts) = units(&classes, &together);
        let groups = |(unit, &node): (u32, &u32)| {
            incidence.groups(node).iter().map(move |&group| (group, unit)).collect::<Vec<_>>()
        };
        let pairs = (0..).zip(&firsts).flat_map(groups).collect();
        let of_units = Incidence::new(firsts.len(), vec![1.0; factor.len()], pairs);
        let pulls: Vec<Pull> = (firsts.iter().zip(&copies))
            .map(|(&node, &copies)| [f64::from(copies) * pull(node); 2])
            .collect();
        let within = firsts.iter().zip(&copies).map(|(&node, &copies)| {
            let copies = f64::from(copies);
            let pull = if how.quality == Quality::Cpm { rate * copies } else { 0.0 };
            own_tie(node) * copies * (copies - 1.0) / 2.0 + pull
        });
        let offset = scale * within.sum::<f64>();
        let units = Units::of_incidence(&of_units, &copies, factor, pulls, rate);
        Self { units, of_node, nodes: incidence.node_count(), scale, offset }
    }

    /// Takes the two-mode network, in which each participation is a tie of a node with a group.
    pub(super) fn two_mode(incidence: &Incidence, how: Detection) -> Self {
        let nodes = index(incidence.node_count());
        let (mut pairs, mut factor) = (Vec::new(), Vec::new());
        let mut pull = vec![Pull::default(); incidence.node_count() + incidence.group_count()];
        for group in incidence.all_groups() {
            for &node in incidence.members(group) {
                let tie = index(factor.len());
                pairs.extend([(tie, node), (tie, nodes + group)]);
                let weight = incidence.weight(group);
                pull[node as usize][0] += weight;
                pull[(nodes + group) as usize][1] += weight;
                factor.push(weight);
            }
        }
        let total: f64 = factor.iter().sum();
        let (rate, scale) = match how.quality {
            Quality::Modularity => (how.resolution * inverse(total), inverse(total)),
            Quality::Cpm => {
                for (unit, pull) in pull.iter_mut().enumerate() {
                    let node = unit < nodes as usize;
                    *pull = if node { [1.0, 0.0] } else { [0.0, 1.0] };
                }
                (how.resolution, 1.0)
            }
        };
        let of_node = (0..index(pull.len())).collect();
        let ties = Incidence::new(pull.len(), vec![1.0; factor.len()], pairs);
        let copies = vec![1; pull.len()];
        let units = Units::of_incidence(&ties, &copies, factor, pull, rate);
        Self { units, of_node, nodes: incidence.node_count(), scale, offset: 0.0 }
    }

    /// Divides the network with a seed.
    pub(super) fn divide(&self, seed: u64) -> Communities {
        let community = leiden(&self.units, seed);
        let quality = self.scale * self.units.quality(&community) + self.offset;
        let mut labels: Vec<u32> = Vec::with_capacity(self.of_node.len());
        let mut next = index(self.units.len());
        for &unit in &self.of_node {
            labels.push(community.get(unit as usize).copied().unwrap_or_else(|| {
                next += 1;
                next - 1
            }));
        }
        labels.truncate(self.nodes);
        Communities { of_node: numbered_by_size(&labels), quality }
    }
}

fn inverse(total: f64) -> f64 {
    if total > 0.0 { 1.0 / total } else { 0.0 }
}

/// Returns the first node of each class.
fn firsts(classes: &Classes) -> Vec<u32> {
    let mut first = vec![0; classes.len()];
    for (node, class) in (0..index(classes.of_node.len())).zip(&classes.of_node).rev() {
        if let Some(class) = class {
            first[*class as usize] = node;
        }
    }
    first
}

/// Makes one unit of each class whose nodes belong together, and of each node of the others.
///
/// Returns the unit of each node (`u32::MAX` for one without groups), the number of nodes and the
/// first node of each unit.
fn units(classes: &Classes, together: &[bool]) -> (Vec<u32>, Vec<u32>, Vec<u32>) {
    let mut of_class: Vec<Option<u32>> = vec![None; classes.len()];
    let (mut of_node, mut copies, mut firsts) = (Vec::new(), Vec::new(), Vec::new());
    for (node, class) in (0..).zip(&classes.of_node) {
        let Some(class) = class.map(|class| class as usize) else {
            of_node.push(u32::MAX);
            continue;
        };
        let unit = of_class[class].filter(|_| together[class]).unwrap_or_else(|| {
            firsts.push(node);
            copies.push(0);
            index(firsts.len() - 1)
        });
        of_class[class] = Some(unit);
        copies[unit as usize] += 1;
        of_node.push(unit);
    }
    (of_node, copies, firsts)
}

/// A division of a network into communities.
#[derive(Clone, Debug, PartialEq)]
pub struct Communities {
    /// Each node's community: 1 for the largest.
    pub of_node: Vec<u32>,
    /// What the division is worth: its modularity, or its sum in the constant Potts model.
    pub quality: f64,
}

/// Divides the projection into communities.
///
/// ```
/// use gongshi::network::{Incidence, Detection, Weight, communities};
/// // Two trios, and one meeting across.
/// let pairs = vec![(0, 0), (0, 1), (0, 2), (1, 3), (1, 4), (1, 5), (2, 2), (2, 3)];
/// let incidence = Incidence::new(6, vec![1.0; 3], pairs);
/// let found = communities(&incidence, Weight::Shared, Detection::default());
/// assert_eq!(found.of_node, [1, 1, 1, 2, 2, 2]);
/// // Six of seven ties within, less twice the square of one half.
/// assert!((found.quality - (6.0 / 7.0 - 0.5)).abs() < 1e-12);
/// ```
pub fn communities(incidence: &Incidence, weight: Weight, how: Detection) -> Communities {
    Divisible::projection(incidence, weight, how).divide(how.seed)
}

/// Divides the two-mode network into communities, and returns those of the nodes.
///
/// ```
/// use gongshi::network::{Incidence, Detection, two_mode_communities};
/// // Two meetings that have no member in common.
/// let incidence = Incidence::new(4, vec![1.0; 2], vec![(0, 0), (0, 1), (1, 2), (1, 3)]);
/// let found = two_mode_communities(&incidence, Detection::default());
/// assert_eq!(found.of_node, [1, 1, 2, 2]);
/// assert!((found.quality - 0.5).abs() < 1e-12);
/// ```
pub fn two_mode_communities(incidence: &Incidence, how: Detection) -> Communities {
    Divisible::two_mode(incidence, how).divide(how.seed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{bow_tie, incidences, matrix};
    use proptest::prelude::*;

    const CPM: Detection = Detection { quality: Quality::Cpm, resolution: 0.7, seed: 5, runs: 1 };

    /// The quality from the written matrix of ties and what each pair is charged.
    fn brute_force(a: &[Vec<f64>], charge: impl Fn(usize, usize) -> f64, of: &[u32]) -> f64 {
        let pairs = (0..a.len()).flat_map(|u| (0..u).map(move |v| (u, v)));
        pairs.filter(|&(u, v)| of[u] == of[v]).map(|(u, v)| a[u][v] - charge(u, v)).sum()
    }

    fn modularity(a: &[Vec<f64>], of: &[u32]) -> f64 {
        let strength: Vec<f64> = a.iter().map(|row| row.iter().sum()).collect();
        let total: f64 = strength.iter().sum();
        if total <= 0.0 {
            return 0.0;
        }
        let own: f64 = strength.iter().map(|k| k * k / total).sum();
        (2.0 * brute_force(a, |u, v| strength[u] * strength[v] / total, of) - own) / total
    }

    /// The greatest value over all divisions of so few nodes.
    fn best(nodes: usize, value: impl Fn(&[u32]) -> f64) -> f64 {
        let mut best = f64::NEG_INFINITY;
        let mut of = vec![0_u32; nodes];
        loop {
            best = best.max(value(&of));
            let highest = |of: &[u32], at: usize| of[..at].iter().max().map_or(0, |&most| most + 1);
            let Some(at) = (1..nodes).rev().find(|&at| of[at] < highest(&of, at)) else {
                return best;
            };
            of[at] += 1;
            of[at + 1..].fill(0);
        }
    }

    fn connected(a: &[Vec<f64>], of: &[u32]) -> bool {
        (0..of.len()).all(|start| {
            let mut met = vec![start];
            let mut next = 0;
            while next < met.len() {
                let u = met[next];
                let more: Vec<usize> = (0..of.len())
                    .filter(|&v| a[u][v] > 0.0 && of[v] == of[u] && !met.contains(&v))
                    .collect();
                met.extend(more);
                next += 1;
            }
            met.len() == of.iter().filter(|&&other| other == of[start]).count()
        })
    }

    /// The two-mode network as a matrix: nodes, then groups.
    fn two_mode_matrix(incidence: &Incidence) -> Vec<Vec<f64>> {
        let (nodes, all) =
            (incidence.node_count(), incidence.node_count() + incidence.group_count());
        let mut a = vec![vec![0.0; all]; all];
        for group in incidence.all_groups() {
            for &node in incidence.members(group) {
                a[node as usize][nodes + group as usize] = 1.0;
                a[nodes + group as usize][node as usize] = 1.0;
            }
        }
        a
    }

    #[test]
    fn the_bow_tie_has_two_wings() {
        let parts = communities(&bow_tie(), Weight::Shared, Detection::default()).of_node;
        assert_eq!((parts[0], parts[3]), (parts[1], parts[4]));
        assert!(parts[0] != parts[3] && parts[5] == 3);
    }

    #[test]
    fn a_high_resolution_leaves_all_alone_a_low_one_puts_components_together() {
        let at = |resolution| {
            let how = Detection { resolution, ..CPM };
            communities(&bow_tie(), Weight::Shared, how).of_node
        };
        assert_eq!(at(2.5), [1, 2, 3, 4, 5, 6]);
        assert_eq!(at(0.01), [1, 1, 1, 1, 1, 2]);
    }

    #[test]
    fn an_unknown_quality_lists_the_known_ones() {
        assert_eq!("cpm".parse(), Ok(Quality::Cpm));
        let error = "rber".parse::<Quality>().unwrap_err().to_string();
        assert_eq!(error, "unknown quality 'rber' (known: modularity, cpm)");
    }

    proptest! {
        #[test]
        fn the_quality_is_that_of_the_written_matrix(incidence in incidences(), seed in 0..9_u64) {
            let a = matrix(&incidence, Weight::Shared);
            let how = Detection { seed, ..Detection::default() };
            let found = communities(&incidence, Weight::Shared, how);
            prop_assert!((found.quality - modularity(&a, &found.of_node)).abs() < 1e-9);
            let found = communities(&incidence, Weight::Shared, CPM);
            let expected = brute_force(&a, |_, _| CPM.resolution, &found.of_node);
            prop_assert!((found.quality - expected).abs() < 1e-9);
        }

        #[test]
        fn communities_are_connected_and_nearly_the_best(incidence in incidences()) {
            let a = matrix(&incidence, Weight::Shared);
            let found = communities(&incidence, Weight::Shared, Detection::default());
            prop_assert!(connected(&a, &found.of_node));
            if (1..=7).contains(&a.len()) {
                let best = best(a.len(), |of| modularity(&a, of));
                prop_assert!(found.quality <= best + 1e-9);
                // Moves of one node or community at a time may miss the last hundredths.
                prop_assert!(found.quality >= best - 0.05, "{} {best}", found.quality);
            }
        }

        #[test]
        fn two_mode_quality_is_barbers(incidence in incidences()) {
            let a = two_mode_matrix(&incidence);
            let how = Detection::default();
            let divisible = Divisible::two_mode(&incidence, how);
            let of = leiden(&divisible.units, how.seed);
            prop_assert!(connected(&a, &of));
            let (nodes, ties) = (incidence.node_count(), real(incidence.len()));
            let degree: Vec<f64> = a.iter().map(|row| row.iter().sum()).collect();
            let charge = |u: usize, v: usize| {
                if v < nodes && u >= nodes { degree[u] * degree[v] / ties } else { 0.0 }
            };
            let expected = if ties > 0.0 { brute_force(&a, charge, &of) / ties } else { 0.0 };
            prop_assert!((divisible.divide(how.seed).quality - expected).abs() < 1e-9);
        }
    }
}
