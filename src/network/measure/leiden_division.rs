//! [`Division`]: the units of a level in communities, and the moves between these.

use super::leiden_units::{Pull, Units, add};
use crate::network::{incidence::index, random::Random};
use std::collections::VecDeque;

/// The units of a level in communities.
#[derive(Clone, Debug)]
pub(super) struct Division<'a> {
    units: &'a Units,
    /// The community of each unit.
    pub(super) community: Vec<u32>,
    /// For each group its communities, and how many of their members are in it.
    present: Vec<(u32, u32)>,
    present_count: Vec<usize>,
    pull: Vec<Pull>,
    size: Vec<u32>,
    empty: Vec<u32>,
    /// The ties of one unit with each community that it meets; clean between the units.
    ties: Vec<f64>,
    options: Vec<Choice>,
}

/// A community that a unit may go to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) community: u32,
    /// The unit's ties with it.
    pub(super) ties: f64,
    /// What the quality gains from the unit's being there instead of alone.
    pub(super) gain: f64,
    /// The community's pull, without the unit's own.
    pub(super) pull: Pull,
}

impl Choice {
    fn new(community: u32) -> Self {
        Self { community, ties: 0.0, gain: 0.0, pull: Pull::default() }
    }

    /// Returns the better of two: of equal gains that of the lower number.
    pub(super) fn better(self, other: Self) -> Self {
        let order = self.gain.total_cmp(&other.gain).then(other.community.cmp(&self.community));
        if order.is_ge() { self } else { other }
    }
}

impl<'a> Division<'a> {
    /// Takes communities numbered below the number of units.
    pub(super) fn new(units: &'a Units, community: Vec<u32>) -> Self {
        let mut division = Self {
            units,
            present: vec![(0, 0); units.start(index(units.factor.len()))],
            present_count: vec![0; units.factor.len()],
            pull: vec![Pull::default(); units.len()],
            size: vec![0; units.len()],
            empty: Vec::new(),
            ties: vec![0.0; units.len()],
            options: Vec::new(),
            community,
        };
        for (unit, &community) in division.community.iter().enumerate() {
            add(&mut division.pull[community as usize], units.pull[unit], 1.0);
            division.size[community as usize] += 1;
        }
        division.empty =
            (0..index(units.len())).filter(|&at| division.size[at as usize] == 0).collect();
        let mut place = vec![usize::MAX; units.len()];
        for group in 0..units.factor.len() {
            let (start, mut count) = (units.start(index(group)), 0);
            for &(unit, members) in units.members(index(group)) {
                let community = division.community[unit as usize];
                let place = &mut place[community as usize];
                if *place >= count || division.present[start + *place].0 != community {
                    *place = count;
                    division.present[start + count] = (community, 0);
                    count += 1;
                }
                division.present[start + *place].1 += members;
            }
            division.present_count[group] = count;
        }
        division
    }

    /// Takes each unit as a community of its own.
    pub(super) fn apart(units: &'a Units) -> Self {
        Self::new(units, (0..index(units.len())).collect())
    }

    /// Returns a community's pull.
    pub(super) fn pull(&self, community: u32) -> Pull {
        self.pull[community as usize]
    }

    /// Returns the number of units of a unit's community.
    pub(super) fn size_around(&self, unit: u32) -> u32 {
        self.size[self.community[unit as usize] as usize]
    }

    /// Returns a group's communities, and how many of their members are in it.
    pub(super) fn present(&self, group: u32) -> &[(u32, u32)] {
        let start = self.units.start(group);
        &self.present[start..start + self.present_count[group as usize]]
    }

    /// Returns, for a unit, the communities among those chosen that it is tied to, its own first
    /// and in any case, each with its ties and its gain. Of its own community it is no part here.
    pub(super) fn options(&mut self, unit: u32, chosen: impl Fn(u32) -> bool) -> &[Choice] {
        let own = self.community[unit as usize];
        self.options.clear();
        self.options.push(Choice::new(own));
        for &(group, count) in self.units.groups(unit) {
            let factor = self.units.factor[group as usize] * f64::from(count);
            let start = self.units.start(group);
            let present = start..start + self.present_count[group as usize];
            for &(community, members) in &self.present[present] {
                if community == own {
                    self.options[0].ties += factor * f64::from(members - count);
                } else if chosen(community) {
                    let ties = &mut self.ties[community as usize];
                    if *ties == 0.0 {
                        self.options.push(Choice::new(community));
                    }
                    *ties += factor * f64::from(members);
                }
            }
        }
        let pull = self.units.pull[unit as usize];
        for option in &mut self.options {
            let at = option.community as usize;
            let mut others = self.pull[at];
            if option.community == own {
                add(&mut others, pull, -1.0);
            } else {
                option.ties = std::mem::take(&mut self.ties[at]);
            }
            option.gain = option.ties - self.units.cost(pull, others);
            option.pull = others;
        }
        &self.options
    }

    /// Moves a unit.
    pub(super) fn shift(&mut self, unit: u32, to: u32) {
        let from = std::mem::replace(&mut self.community[unit as usize], to);
        let pull = self.units.pull[unit as usize];
        add(&mut self.pull[from as usize], pull, -1.0);
        add(&mut self.pull[to as usize], pull, 1.0);
        self.size[from as usize] -= 1;
        self.size[to as usize] += 1;
        if self.size[from as usize] == 0 {
            self.pull[from as usize] = Pull::default();
            self.empty.push(from);
        }
        for &(group, count) in self.units.groups(unit) {
            let start = self.units.start(group);
            let length = &mut self.present_count[group as usize];
            let here = &mut self.present[start..];
            let at = |here: &[(u32, u32)], length, community| {
                here[..length].iter().position(|&(other, _)| other == community)
            };
            if let Some(place) = at(here, *length, from) {
                here[place].1 -= count;
                if here[place].1 == 0 {
                    *length -= 1;
                    here[place] = here[*length];
                }
            }
            if let Some(place) = at(here, *length, to) {
                here[place].1 += count;
            } else {
                here[*length] = (to, count);
                *length += 1;
            }
        }
    }

    /// Moves units, in an order by chance, to where they gain most, until none gains; those that
    /// are tied to one that moved are looked at again. Says whether any moved.
    pub(super) fn improve(&mut self, random: &mut Random, least_gain: f64) -> bool {
        let mut order: Vec<u32> = (0..index(self.units.len())).collect();
        random.shuffle(&mut order);
        let mut queue = VecDeque::from(order);
        let mut waiting = vec![true; self.units.len()];
        let mut moved = false;
        while let Some(unit) = queue.pop_front() {
            waiting[unit as usize] = false;
            let options = self.options(unit, |_| true);
            let (own, others) = (options[0], &options[1..]);
            let best = others.iter().copied().reduce(Choice::better);
            let to = match best {
                Some(best) if best.gain > own.gain.max(0.0) + least_gain => best.community,
                _ if own.gain < -least_gain => match self.empty.pop() {
                    Some(empty) => empty,
                    None => continue,
                },
                _ => continue,
            };
            self.shift(unit, to);
            moved = true;
            for &(group, _) in self.units.groups(unit) {
                for &(other, _) in self.units.members(group) {
                    if !waiting[other as usize] && self.community[other as usize] != to {
                        waiting[other as usize] = true;
                        queue.push_back(other);
                    }
                }
            }
        }
        moved
    }
}
