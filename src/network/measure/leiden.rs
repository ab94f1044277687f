//! Leiden's method: communities that no unit could leave with gain, and that are connected.
//!
//! - **Source**: Traag, Waltman and van Eck 2019, "From Louvain to Leiden: guaranteeing
//!   well-connected communities", Scientific Reports 9, 5233. Three phases: units move to where the
//!   quality gains most, those next to a move being looked at again; each community is *refined*,
//!   its units beginning alone again and merging only along ties within it; and the refined parts
//!   are the units of the next level, beginning in the communities found. All is done again on
//!   what was found, at most [`ITERATIONS`] times in all.
//! - **Connected communities**: a part grows only by units that are tied to it, so each is
//!   connected; and communities that are one part each are what the method ends with.
//! - **Chance**: the order of units, from the seed. A refined unit goes where it gains most, as
//!   in the authors' own program (leidenalg), not at random by an exponential of the gain as in
//!   their paper: exponentials differ from machine to machine in the last bit.
//! - **Complexity**: O(Σ k·c) a pass, k the size of a group and c its number of communities, which
//!   falls fast from k. Memory O(m).
//!
//! No crate does this: those at hand (leiden-rs 0.8, the best kept of them) want the ties written
//! down, which for groups is the clique.

use super::{
    leiden_division::{Choice, Division},
    leiden_units::{Pull, Units, add},
};
use crate::network::{incidence::index, random::Random};

/// How often all is done at most; leidenalg does it twice, too, unless it is told.
const ITERATIONS: usize = 2;
/// The least gain that counts, as a share of the greatest pull between two communities.
const LEAST: f64 = 1e-12;

/// Divides units into communities, numbered in no order below the number of units.
pub(super) fn leiden(units: &Units, seed: u64) -> Vec<u32> {
    let mut random = Random::new(seed, 0);
    let mut community: Vec<u32> = (0..index(units.len())).collect();
    let total = units.pull.iter().fold(Pull::default(), |mut sum, &pull| {
        add(&mut sum, pull, 1.0);
        sum
    });
    let least_gain = LEAST * units.cost(total, total);
    for _ in 0..ITERATIONS {
        let (found, moved) = iterate(units, community, &mut random, least_gain);
        community = found;
        if !moved {
            break;
        }
    }
    community
}

/// Goes through the levels once. Says whether anything moved.
fn iterate(
    base: &Units,
    start: Vec<u32>,
    random: &mut Random,
    least_gain: f64,
) -> (Vec<u32>, bool) {
    let mut of_base: Vec<u32> = (0..index(base.len())).collect();
    let mut level: Option<Units> = None;
    let mut community = start;
    let mut moved = false;
    loop {
        let units = level.as_ref().unwrap_or(base);
        let mut division = Division::new(units, community);
        moved |= division.improve(random, least_gain);
        let refined = refine(units, &division, random, least_gain);
        let (part, parts) = numbered(&refined.community);
        let coarser = parts < units.len();
        let next = coarser.then(|| merge(units, &refined, &part, parts));
        let in_community = division.community;
        let Some(next) = next else {
            let of = of_base.iter().map(|&unit| in_community[unit as usize]);
            return (of.collect(), moved);
        };
        // A community is called by the first of its parts.
        let mut first = vec![u32::MAX; units.len()];
        community = vec![0; parts];
        for (unit, &of) in in_community.iter().enumerate() {
            let (of, part) = (of as usize, part[unit]);
            if first[of] == u32::MAX {
                first[of] = part;
            }
            community[part as usize] = first[of];
        }
        for unit in &mut of_base {
            *unit = part[*unit as usize];
        }
        level = Some(next);
    }
}

/// Divides each community into parts that are well connected within it.
fn refine<'a>(
    units: &'a Units,
    division: &Division<'_>,
    random: &mut Random,
    least_gain: f64,
) -> Division<'a> {
    let mut parts = Division::apart(units);
    let outward = outward_ties(units, division);
    // A part's ties with the rest of its community.
    let mut leaving = outward.clone();
    let mut order: Vec<u32> = (0..index(units.len())).collect();
    random.shuffle(&mut order);
    for unit in order {
        let of = division.community[unit as usize];
        let connected = |pull: Pull, leaving: f64| {
            let mut rest = division.pull(of);
            add(&mut rest, pull, -1.0);
            leaving >= units.cost(pull, rest) - least_gain
        };
        let ties = outward[unit as usize];
        if division.size_around(unit) == 1
            || parts.size_around(unit) > 1
            || !connected(units.pull[unit as usize], ties)
        {
            continue;
        }
        let within = |part: u32| division.community[part as usize] == of;
        let best = (parts.options(unit, within)[1..].iter().copied())
            .filter(|part| part.gain > least_gain)
            .filter(|part| connected(part.pull, leaving[part.community as usize]))
            .reduce(Choice::better);
        if let Some(part) = best {
            parts.shift(unit, part.community);
            leaving[part.community as usize] += ties - 2.0 * part.ties;
        }
    }
    parts
}

/// Returns each unit's ties with the others of its community.
fn outward_ties(units: &Units, division: &Division<'_>) -> Vec<f64> {
    let mut ties = vec![0.0; units.len()];
    let mut here = vec![0; units.len()];
    for group in 0..index(units.factor.len()) {
        for &(community, members) in division.present(group) {
            here[community as usize] = members;
        }
        for &(unit, count) in units.members(group) {
            let others = here[division.community[unit as usize] as usize] - count;
            let factor = units.factor[group as usize];
            ties[unit as usize] += factor * f64::from(count) * f64::from(others);
        }
    }
    ties
}

/// Numbers parts in the order of their first units. Returns the number of parts with them.
fn numbered(labels: &[u32]) -> (Vec<u32>, usize) {
    let mut number = vec![u32::MAX; labels.len()];
    let mut parts = 0;
    let mut of = |label: &u32| {
        let number = &mut number[*label as usize];
        if *number == u32::MAX {
            *number = index(parts);
            parts += 1;
        }
        *number
    };
    let numbers = labels.iter().map(&mut of).collect();
    (numbers, parts)
}

/// Makes each part a unit.
fn merge(units: &Units, refined: &Division<'_>, part: &[u32], parts: usize) -> Units {
    let mut pull = vec![Pull::default(); parts];
    // Parts are called by one of their units in `refined`, by their numbers in `part`.
    let mut number = vec![0; units.len()];
    for (unit, &part) in part.iter().enumerate() {
        add(&mut pull[part as usize], units.pull[unit], 1.0);
        number[refined.community[unit] as usize] = part;
    }
    let members = |group| {
        let present = refined.present(group).iter();
        present.map(|&(of, count)| (number[of as usize], count)).collect()
    };
    let groups = 0..index(units.factor.len());
    Units::new(pull, units.factor.clone(), units.rate, groups.map(members))
}
