//! [`Units`]: what Leiden's method moves, with the ties between them kept as groups.
//!
//! Two units are tied by each group that both have members in: by the group's factor times the
//! product of their numbers of members. A meeting is thus never written down as its ties, neither
//! at first, when units are nodes, nor later, when they are parts of communities.

use crate::network::incidence::{Incidence, index};

/// What pulls two units apart: the one's first number times the other's second.
pub(super) type Pull = [f64; 2];

/// The units of one level, and the groups that tie them.
#[derive(Clone, Debug, Default)]
pub(super) struct Units {
    group_start: Vec<usize>,
    /// For each group the units with members in it, and how many.
    members: Vec<(u32, u32)>,
    unit_start: Vec<usize>,
    /// For each unit the groups that it has members in, and how many.
    groups: Vec<(u32, u32)>,
    /// What a group adds to the tie of two of its members.
    pub(super) factor: Vec<f64>,
    pub(super) pull: Vec<Pull>,
    /// What is taken from a gain for the pulls of the two sides.
    pub(super) rate: f64,
}

impl Units {
    /// Takes units with their pulls, and for each group its members and its factor.
    pub(super) fn new(
        pull: Vec<Pull>,
        factor: Vec<f64>,
        rate: f64,
        members: impl Iterator<Item = Vec<(u32, u32)>>,
    ) -> Self {
        let mut units = Self { factor, pull, rate, group_start: vec![0], ..Self::default() };
        for mut of_group in members {
            of_group.sort_unstable();
            units.members.extend(of_group);
            units.group_start.push(units.members.len());
        }
        units.unit_start = vec![0; units.len() + 1];
        for &(unit, _) in &units.members {
            units.unit_start[unit as usize + 1] += 1;
        }
        for unit in 0..units.len() {
            units.unit_start[unit + 1] += units.unit_start[unit];
        }
        let mut next = units.unit_start.clone();
        units.groups = vec![(0, 0); units.members.len()];
        for group in 0..units.factor.len() {
            for &(unit, count) in
                &units.members[units.group_start[group]..units.group_start[group + 1]]
            {
                units.groups[next[unit as usize]] = (index(group), count);
                next[unit as usize] += 1;
            }
        }
        units
    }

    /// Takes the nodes of an incidence as units, each with so many copies.
    pub(super) fn of_incidence(
        incidence: &Incidence,
        copies: &[u32],
        factor: Vec<f64>,
        pull: Vec<Pull>,
        rate: f64,
    ) -> Self {
        let members = |group| {
            let members = incidence.members(group).iter();
            members.map(|&member| (member, copies[member as usize])).collect()
        };
        Self::new(pull, factor, rate, incidence.all_groups().map(members))
    }

    /// Returns the number of units.
    pub(super) fn len(&self) -> usize {
        self.pull.len()
    }

    /// Returns the groups of a unit, and how many members it has in each.
    pub(super) fn groups(&self, unit: u32) -> &[(u32, u32)] {
        &self.groups[self.unit_start[unit as usize]..self.unit_start[unit as usize + 1]]
    }

    /// Returns the units of a group, and how many members each has in it.
    pub(super) fn members(&self, group: u32) -> &[(u32, u32)] {
        &self.members[self.group_start[group as usize]..self.group_start[group as usize + 1]]
    }

    /// Returns where the units of a group begin among those of all.
    pub(super) fn start(&self, group: u32) -> usize {
        self.group_start[group as usize]
    }

    /// Returns what two pulls take from a gain.
    pub(super) fn cost(&self, a: Pull, b: Pull) -> f64 {
        self.rate * (a[0] * b[1] + a[1] * b[0])
    }

    /// Returns the quality of a division: the ties within parts, each counted once, less the pulls.
    ///
    /// Ties within a unit do not count, being the same in every division.
    pub(super) fn quality(&self, part: &[u32]) -> f64 {
        let mut pull = vec![Pull::default(); self.len()];
        for (&part, own) in part.iter().zip(&self.pull) {
            add(&mut pull[part as usize], *own, 1.0);
        }
        let mut within = vec![0.0; self.len()];
        let mut ties = 0.0;
        for group in 0..index(self.factor.len()) {
            let mut sum = 0.0;
            for &(unit, count) in self.members(group) {
                let (part, count) = (part[unit as usize] as usize, f64::from(count));
                sum += count * within[part];
                within[part] += count;
            }
            for &(unit, _) in self.members(group) {
                within[part[unit as usize] as usize] = 0.0;
            }
            ties += self.factor[group as usize] * sum;
        }
        ties - pull.iter().map(|&[x, y]| self.rate * x * y).sum::<f64>()
    }
}

/// Adds a pull to another, or takes it away.
pub(super) fn add(sum: &mut Pull, pull: Pull, sign: f64) {
    sum[0] += sign * pull[0];
    sum[1] += sign * pull[1];
}
