//! The measures in one table: name, synonyms, what a paper says of each, what its values are.
//!
//! The rows stand in the order of [`Measure`], which is that of the help text.

use super::{
    Measure, about::About, articulation, betweenness, brokerage, closeness, clustering, community,
    component, degree, eccentricity, eigenvector, harmonic, hits, k_core, katz, latapy, opsahl,
    pagerank, sampled, stability, strength, structural_holes, two_mode,
};

/// A row of the table.
pub(super) struct Entry {
    pub(super) measure: Measure,
    pub(super) name: &'static str,
    /// Other names, with hyphens, that the command line takes.
    pub(super) synonyms: &'static [&'static str],
    pub(super) about: About,
    pub(super) values: Values,
    pub(super) scale: Scale,
}

/// What the values of a raw measure are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Values {
    /// Numbers of parts, the lowest coming first.
    Parts,
    /// Whole numbers.
    Counts,
    /// Any numbers.
    Reals,
}

/// What the normalised measure is divided by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scale {
    /// Nothing: it is on its scale already.
    None,
    /// The number of other nodes.
    Others,
    /// The number of pairs of other nodes.
    Pairs,
    /// The number of ordered pairs of other nodes.
    OrderedPairs,
    /// The number of nodes.
    Nodes,
    /// The mean.
    Mean,
    /// The number of groups.
    Groups,
    /// The greatest value.
    Greatest,
    /// The Euclidean length of all values.
    Length,
    /// The node's degree.
    Degree,
    /// Borgatti and Everett's greatest betweenness in a two-mode network.
    TwoModeBetweenness,
}

const fn row(
    measure: Measure,
    name: &'static str,
    synonyms: &'static [&'static str],
    about: About,
    (values, scale): (Values, Scale),
) -> Entry {
    Entry { measure, name, synonyms, about, values, scale }
}

use Measure as M;
use Scale as S;
use Values::{Counts, Parts, Reals};

#[rustfmt::skip]
pub(super) const ENTRIES: [Entry; 42] = [
    row(M::Degree, "degree", &[], degree::DEGREE, (Counts, S::Others)),
    row(M::Strength, "strength", &[], strength::STRENGTH, (Reals, S::Others)),
    row(M::Newman, "newman", &[], strength::NEWMAN, (Reals, S::Others)),
    row(M::Fractional, "fractional", &[], strength::FRACTIONAL, (Reals, S::Others)),
    row(M::Groups, "groups", &["two-mode-degree", "bipartite-degree"], degree::GROUPS,
        (Counts, S::Groups)),
    row(M::InDegree, "in-degree", &["indegree"], degree::IN_DEGREE, (Counts, S::Others)),
    row(M::OutDegree, "out-degree", &["outdegree"], degree::OUT_DEGREE, (Counts, S::Others)),
    row(M::Closeness, "closeness", &[], closeness::ABOUT, (Reals, S::None)),
    row(M::Harmonic, "harmonic", &["harmonic-closeness"], harmonic::ABOUT, (Reals, S::Others)),
    row(M::Eccentricity, "eccentricity", &[], eccentricity::ABOUT, (Counts, S::None)),
    row(M::Betweenness, "betweenness", &[], betweenness::ABOUT, (Reals, S::Pairs)),
    row(M::HarmonicSampled, "harmonic-sampled", &[], sampled::HARMONIC, (Reals, S::Others)),
    row(M::HarmonicError, "harmonic-error", &[], sampled::HARMONIC_ERROR, (Reals, S::Others)),
    row(M::BetweennessSampled, "betweenness-sampled", &[], sampled::BETWEENNESS,
        (Reals, S::Pairs)),
    row(M::BetweennessError, "betweenness-error", &[], sampled::BETWEENNESS_ERROR,
        (Reals, S::Pairs)),
    row(M::Eigenvector, "eigenvector", &["eigenvector-centrality"], eigenvector::ABOUT,
        (Reals, S::Greatest)),
    row(M::Katz, "katz", &["katz-centrality"], katz::ABOUT, (Reals, S::Length)),
    row(M::PageRank, "pagerank", &["page-rank"], pagerank::ABOUT, (Reals, S::Mean)),
    row(M::Hub, "hub", &["hubs", "hits", "hits-hub"], hits::HUB, (Reals, S::Greatest)),
    row(M::Authority, "authority", &["authorities", "hits-authority"], hits::AUTHORITY,
        (Reals, S::Greatest)),
    row(M::Core, "core", &["k-core", "kcore", "coreness", "core-number"], k_core::ABOUT,
        (Counts, S::None)),
    row(M::Clustering, "clustering", &["local-clustering"], clustering::ABOUT, (Reals, S::None)),
    row(M::Latapy, "latapy", &["latapy-dot", "two-mode-clustering"], latapy::DOT, (Reals, S::None)),
    row(M::LatapyMin, "latapy-min", &[], latapy::MIN, (Reals, S::None)),
    row(M::LatapyMax, "latapy-max", &[], latapy::MAX, (Reals, S::None)),
    row(M::Opsahl, "opsahl", &["opsahl-clustering"], opsahl::ABOUT, (Reals, S::None)),
    row(M::Constraint, "constraint", &["burt"], structural_holes::CONSTRAINT, (Reals, S::None)),
    row(M::EffectiveSize, "effective-size", &[], structural_holes::EFFECTIVE_SIZE,
        (Reals, S::Degree)),
    row(M::Brokerage, "brokerage", &["gould-fernandez"], brokerage::about::TOTAL,
        (Counts, S::OrderedPairs)),
    row(M::Coordinator, "coordinator", &[], brokerage::about::COORDINATOR,
        (Counts, S::OrderedPairs)),
    row(M::Itinerant, "itinerant", &["consultant", "itinerant-broker"],
        brokerage::about::ITINERANT, (Counts, S::OrderedPairs)),
    row(M::Gatekeeper, "gatekeeper", &[], brokerage::about::GATEKEEPER, (Counts, S::OrderedPairs)),
    row(M::Representative, "representative", &[], brokerage::about::REPRESENTATIVE,
        (Counts, S::OrderedPairs)),
    row(M::Liaison, "liaison", &[], brokerage::about::LIAISON, (Counts, S::OrderedPairs)),
    row(M::Articulation, "articulation", &["articulation-point", "cutpoint"], articulation::ABOUT,
        (Counts, S::None)),
    row(M::TwoModeCloseness, "two-mode-closeness", &["bipartite-closeness"], two_mode::CLOSENESS,
        (Reals, S::None)),
    row(M::TwoModeBetweenness, "two-mode-betweenness", &["bipartite-betweenness"],
        two_mode::BETWEENNESS, (Reals, S::TwoModeBetweenness)),
    row(M::Component, "component", &[], component::COMPONENT, (Parts, S::None)),
    row(M::ComponentSize, "component-size", &[], component::COMPONENT_SIZE, (Counts, S::Nodes)),
    row(M::Community, "community", &["leiden"], community::COMMUNITY, (Parts, S::None)),
    row(M::CommunityStability, "community-stability", &[], stability::ABOUT, (Reals, S::None)),
    row(M::TwoModeCommunity, "two-mode-community", &["bipartite-community"], community::TWO_MODE,
        (Parts, S::None)),
];

/// Returns the measures in the order of the table.
pub(super) const fn all() -> [Measure; ENTRIES.len()] {
    let mut all = [Measure::Degree; ENTRIES.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = ENTRIES[at].measure;
        at += 1;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_row_stands_in_the_place_of_its_measure() {
        for (place, entry) in ENTRIES.iter().enumerate() {
            assert_eq!(entry.measure as usize, place, "{}", entry.name);
        }
    }

    #[test]
    fn no_name_stands_for_two() {
        let names: Vec<&str> = (ENTRIES.iter())
            .flat_map(|entry| std::iter::once(entry.name).chain(entry.synonyms.iter().copied()))
            .collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        let plain = |name: &&str| name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        assert!(names.iter().all(plain), "{names:?}");
    }
}
