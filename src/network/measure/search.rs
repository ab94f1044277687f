//! Breadth-first search of the projection, over the groups, from many sources at once.
//!
//! A group is a hub: when the search first meets it from a member at distance d, all members not
//! yet met are at distance d+1. A search takes O(m) time for m incidences, where the ties of the
//! projection may be a thousand times as many. Searches from [`LANES`] sources run together, a bit
//! for each (Then et al. 2014, "The more the merrier: Efficient multi-source graph traversal",
//! PVLDB 8(4), 449–460). Nodes of one class are met together.

use crate::network::{
    classes::Classes,
    incidence::{Incidence, index},
};
use rayon::prelude::*;

const WORDS: usize = 4;
/// How many sources are searched from at once.
pub(crate) const LANES: usize = 64 * WORDS;

/// One bit for each source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mask([u64; WORDS]);

impl Mask {
    fn is_empty(self) -> bool {
        self.0.iter().fold(0, |all, word| all | word) == 0
    }

    fn add(&mut self, other: Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }

    fn without(self, other: Self) -> Self {
        Self(std::array::from_fn(|i| self.0[i] & !other.0[i]))
    }

    fn set(&mut self, lane: usize) {
        self.0[lane / 64] |= 1 << (lane % 64);
    }

    fn has(self, lane: usize) -> bool {
        self.0[lane / 64] >> (lane % 64) & 1 == 1
    }

    /// Returns the number of sources.
    pub(crate) fn count(self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }
}

/// What a search needs and leaves clean for the next one.
#[derive(Debug)]
pub(crate) struct Search<'a> {
    incidence: &'a Incidence,
    /// The sources that have met a class, those that met it last, those that are about to.
    met: Vec<Mask>,
    now: Vec<Mask>,
    next: Vec<Mask>,
    group_met: Vec<Mask>,
    group_next: Vec<Mask>,
    /// The classes and groups that are not clean.
    used: Vec<u32>,
    used_groups: Vec<u32>,
}

impl<'a> Search<'a> {
    /// Prepares searches among classes.
    pub(crate) fn new(classes: &'a Classes) -> Self {
        let incidence = &classes.incidence;
        let empty = |count| vec![Mask::default(); count];
        let (nodes, groups) = (incidence.node_count(), incidence.group_count());
        Self {
            incidence,
            met: empty(nodes),
            now: empty(nodes),
            next: empty(nodes),
            group_met: empty(groups),
            group_next: empty(groups),
            used: Vec::new(),
            used_groups: Vec::new(),
        }
    }

    /// Searches from at most [`LANES`] classes; a class may stand there more than once.
    ///
    /// Tells of each class met by which sources, level by level from 1; and after each level that
    /// it is done.
    pub(crate) fn run<T>(
        &mut self,
        sources: &[u32],
        told: &mut T,
        mut tell: impl FnMut(&mut T, u32, Mask),
        mut level_done: impl FnMut(&mut T),
    ) {
        let mut frontier = Vec::new();
        for (lane, &source) in sources.iter().take(LANES).enumerate() {
            let met = &mut self.met[source as usize];
            if met.is_empty() {
                frontier.push(source);
            }
            met.set(lane);
            self.now[source as usize] = *met;
        }
        self.used.extend(&frontier);
        let (mut groups, mut reached) = (Vec::new(), Vec::new());
        while !frontier.is_empty() {
            self.meet_groups(&frontier, &mut groups);
            self.meet_members(&mut groups, &mut reached);
            frontier.clear();
            for node in reached.drain(..) {
                let at = node as usize;
                let new = std::mem::take(&mut self.next[at]);
                if self.met[at].is_empty() {
                    self.used.push(node);
                }
                self.met[at].add(new);
                self.now[at] = new;
                frontier.push(node);
                tell(told, node, new);
            }
            level_done(told);
        }
        for node in self.used.drain(..) {
            self.met[node as usize] = Mask::default();
        }
        for group in self.used_groups.drain(..) {
            self.group_met[group as usize] = Mask::default();
        }
    }

    fn meet_groups(&mut self, frontier: &[u32], groups: &mut Vec<u32>) {
        for &node in frontier {
            let now = self.now[node as usize];
            for &group in self.incidence.groups(node) {
                let next = &mut self.group_next[group as usize];
                if next.is_empty() {
                    groups.push(group);
                }
                next.add(now);
            }
        }
    }

    fn meet_members(&mut self, groups: &mut Vec<u32>, reached: &mut Vec<u32>) {
        for group in groups.drain(..) {
            let met = &mut self.group_met[group as usize];
            let new = std::mem::take(&mut self.group_next[group as usize]).without(*met);
            if new.is_empty() {
                continue;
            }
            if met.is_empty() {
                self.used_groups.push(group);
            }
            met.add(new);
            for &member in self.incidence.members(group) {
                let at = member as usize;
                let new = new.without(self.met[at]);
                if !new.is_empty() {
                    if self.next[at].is_empty() {
                        reached.push(member);
                    }
                    self.next[at].add(new);
                }
            }
        }
    }
}

/// A count for each source, kept digit by digit: a mask holds one binary digit of all of them.
#[derive(Debug, Default)]
struct Counts(Vec<Mask>);

impl Counts {
    /// Adds a number to the count of each source of a mask.
    fn add(&mut self, mask: Mask, number: u32) {
        for digit in (0..u32::BITS).filter(|digit| number >> digit & 1 == 1) {
            let mut carry = mask;
            for place in digit as usize.. {
                if place >= self.0.len() {
                    self.0.resize(place + 1, Mask::default());
                }
                let sum = &mut self.0[place];
                let both = Mask(std::array::from_fn(|i| sum.0[i] & carry.0[i]));
                *sum = Mask(std::array::from_fn(|i| sum.0[i] ^ carry.0[i]));
                carry = both;
                if carry.is_empty() {
                    break;
                }
            }
        }
    }

    fn of(&self, lane: usize) -> usize {
        let digits = self.0.iter().rev();
        digits.fold(0, |count, digit| 2 * count + usize::from(digit.has(lane)))
    }
}

/// For each source, the number of nodes at distance 1, 2, …
struct Levels<'a> {
    classes: &'a Classes,
    counts: Counts,
    sizes: Vec<Vec<usize>>,
}

impl<'a> Levels<'a> {
    fn of(classes: &'a Classes, search: &mut Search<'_>, sources: &[u32]) -> Vec<Vec<usize>> {
        let mut levels =
            Self { classes, counts: Counts::default(), sizes: vec![Vec::new(); sources.len()] };
        search.run(sources, &mut levels, Self::meet, Self::level_done);
        for (sizes, &source) in levels.sizes.iter_mut().zip(sources) {
            // The others of the source's class: no group leads there that is not its own.
            let others = classes.copies[source as usize] as usize - 1;
            match sizes.first_mut() {
                Some(first) => *first += others,
                None if others > 0 => sizes.push(others),
                None => {}
            }
        }
        levels.sizes
    }

    fn meet(&mut self, class: u32, sources: Mask) {
        self.counts.add(sources, self.classes.copies[class as usize]);
    }

    fn level_done(&mut self) {
        for (lane, sizes) in self.sizes.iter_mut().enumerate() {
            match self.counts.of(lane) {
                0 => {}
                count => sizes.push(count),
            }
        }
        self.counts.0.clear();
    }
}

/// Computes something for each node from the counts of nodes at distance 1, 2, … from it.
///
/// The counts are whole numbers, so the number of threads changes no bit.
pub(crate) fn by_level_sizes<T: Clone + Send>(
    incidence: &Incidence,
    value: impl Fn(&[usize]) -> T + Sync,
) -> Vec<T> {
    let classes = Classes::new(incidence);
    let sources: Vec<u32> = (0..index(classes.len())).collect();
    let values: Vec<Vec<T>> = sources
        .par_chunks(LANES)
        .map_init(
            || Search::new(&classes),
            |search, chunk| {
                let sizes = Levels::of(&classes, search, chunk);
                sizes.iter().map(|sizes| value(sizes)).collect()
            },
        )
        .collect();
    let of = |class: &Option<u32>| match class {
        Some(class) => values[*class as usize / LANES][*class as usize % LANES].clone(),
        None => value(&[]),
    };
    classes.of_node.iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample::{bow_tie, distances, incidences};
    use proptest::prelude::*;

    fn level_sizes(incidence: &Incidence) -> Vec<Vec<usize>> {
        by_level_sizes(incidence, <[usize]>::to_vec)
    }

    #[test]
    fn the_bow_tie_by_hand() {
        let sizes = level_sizes(&bow_tie());
        assert_eq!(sizes[0], [2, 2]);
        assert_eq!(sizes[2], [4]);
        assert!(sizes[5].is_empty());
    }

    #[test]
    fn a_chain_longer_than_the_lanes_has_two_at_each_distance() {
        let links = 2 * index(LANES);
        let pairs = (0..links).flat_map(|group| [(group, group), (group, group + 1)]).collect();
        let chain = Incidence::new(links as usize + 1, vec![1.0; links as usize], pairs);
        let sizes = level_sizes(&chain);
        assert_eq!(sizes[0], vec![1; links as usize]);
        assert_eq!(sizes[LANES], vec![2; LANES]);
    }

    #[test]
    fn counts_are_sums() {
        let mut counts = Counts::default();
        let (mut one, mut both) = (Mask::default(), Mask::default());
        one.set(70);
        both.set(70);
        both.set(3);
        for (mask, number) in [(one, 5), (both, 3), (both, 1_000_000), (one, 7)] {
            counts.add(mask, number);
        }
        assert_eq!((counts.of(70), counts.of(3), counts.of(0)), (1_000_015, 1_000_003, 0));
        assert_eq!(both.count(), 2);
    }

    proptest! {
        #[test]
        fn levels_are_the_distances_of_the_projection(incidence in incidences()) {
            let sizes = level_sizes(&incidence);
            for (node, row) in distances(&incidence).iter().enumerate() {
                let at = |d| row.iter().filter(|&&distance| distance == Some(d)).count();
                let expected: Vec<usize> = (1..10).map(at).take_while(|&count| count > 0).collect();
                prop_assert_eq!(&sizes[node], &expected);
            }
        }
    }
}
