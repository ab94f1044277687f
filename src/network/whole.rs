//! Figures of a whole network: its size, how dense, closed, wide and mixed it is.

use super::{
    Analysis, Kind,
    incidence::real,
    measure::{
        Measure,
        latapy::robins_alexander,
        opsahl::{FourPaths, four_paths},
        search::by_level_sizes,
    },
    mixing::{Mixing, degree_assortativity},
};

/// More steps than this are not taken to find all distances.
const MOST_STEPS: usize = 200_000_000_000;

/// In networks of more participations than this, communities are not found again and again.
const MOST_INCIDENCES: usize = 100_000;

/// One figure of a network.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it is, in words joined by hyphens.
    pub name: String,
    /// Its value; none where it is not defined, or too much work.
    pub value: Option<f64>,
    /// Whether it is a whole number.
    pub whole: bool,
}

fn count(name: &str, value: f64) -> Figure {
    Figure { name: name.to_owned(), value: Some(value), whole: true }
}

fn ratio(name: &str, value: Option<f64>) -> Figure {
    // An empty sum is -0.
    Figure { name: name.to_owned(), value: value.map(|value| value + 0.0), whole: false }
}

impl Analysis<'_> {
    /// Returns the figures of the whole network.
    ///
    /// Ties, density, components, degrees, transitivity, mixing and distances are those of the
    /// simple projection; the two-mode figures those of the incidences, only where the network
    /// was read from participations. Distances are those of the largest component.
    pub fn whole(&self) -> Vec<Figure> {
        let mut figures = self.size();
        figures.extend(self.two_mode());
        figures.extend(self.parts());
        let closure = self.closure();
        let local = closure.clustering();
        let mean = local.iter().sum::<f64>() / real(local.len());
        figures.push(ratio("transitivity", closure.transitivity()));
        figures.push(ratio("mean-clustering", (!local.is_empty()).then_some(mean)));
        let (incidence, overlaps) = (self.network().incidence(), self.overlaps());
        let degrees = degree_assortativity(incidence, overlaps);
        figures.push(ratio("degree-assortativity", degrees));
        let partition = self.settings().partition;
        let mixing = Mixing::new(incidence, overlaps, &self.classes());
        figures.push(ratio(&format!("{partition}-assortativity"), mixing.assortativity()));
        figures.push(ratio(&format!("{partition}-ei-index"), mixing.external_internal()));
        figures.extend(self.distances());
        figures.extend(self.communities());
        figures
    }

    fn size(&self) -> Vec<Figure> {
        let nodes = real(self.network().nodes().len());
        let degrees = self.raw(Measure::Degree);
        let ends: f64 = degrees.iter().sum();
        let pairs = nodes * (nodes - 1.0);
        let isolates = degrees.iter().filter(|&&degree| degree < 0.5).count();
        vec![
            count("nodes", nodes),
            count("ties", ends / 2.0),
            count("isolates", real(isolates)),
            ratio("density", (pairs > 0.0).then(|| ends / pairs)),
            ratio("mean-degree", (nodes > 0.0).then(|| ends / nodes)),
        ]
    }

    fn two_mode(&self) -> Vec<Figure> {
        if self.network().kind() != Kind::Affiliation {
            return Vec::new();
        }
        let incidence = self.network().incidence();
        let (nodes, groups) = (real(incidence.node_count()), real(incidence.group_count()));
        let all = real(incidence.len());
        let mut paths = FourPaths::default();
        for of_node in four_paths(incidence, self.overlaps()) {
            paths.all += of_node.all;
            paths.closed += of_node.closed;
        }
        vec![
            count("groups", groups),
            count("incidences", all),
            ratio("two-mode-density", (nodes * groups > 0.0).then(|| all / (nodes * groups))),
            ratio("robins-alexander", robins_alexander(incidence, self.overlaps())),
            ratio("opsahl", paths.share()),
        ]
    }

    fn parts(&self) -> Vec<Figure> {
        let nodes = real(self.network().nodes().len());
        let number = self.raw(Measure::Component).into_iter().fold(0.0, f64::max);
        let largest = self.raw(Measure::ComponentSize).into_iter().fold(0.0, f64::max);
        vec![
            count("components", number),
            ratio("largest-component-share", (nodes > 0.0).then(|| largest / nodes)),
        ]
    }

    /// Communities and how much they hang on the seed, for networks where that takes seconds.
    fn communities(&self) -> Vec<Figure> {
        let incidence = self.network().incidence();
        if incidence.len() > MOST_INCIDENCES {
            return Vec::new();
        }
        let stability = self.stability();
        let of_node = stability.communities.of_node.iter().max();
        let some = |value| (incidence.node_count() > 0).then_some(value);
        vec![
            count("communities", f64::from(of_node.copied().unwrap_or(0))),
            ratio("community-quality", some(stability.communities.quality)),
            ratio("community-rand-index", some(stability.rand_index)),
            ratio("community-mutual-information", some(stability.mutual_information)),
        ]
    }

    fn distances(&self) -> Vec<Figure> {
        let incidence = self.network().incidence();
        let twins = incidence.twins();
        let searches = twins.iter().zip(0..).filter(|&(&first, node)| first == node).count();
        let feasible = searches.saturating_mul(incidence.len()) <= MOST_STEPS;
        let (mut diameter, mut mean) = (None, None);
        if feasible && incidence.node_count() > 0 {
            let both: Vec<(f64, f64)> = by_level_sizes(incidence, |sizes| {
                let of = sizes.iter().zip(1..);
                let sum = of.map(|(&size, distance)| real(size) * real(distance)).sum();
                (real(sizes.len()), sum)
            });
            let (farthest, sums): (Vec<f64>, Vec<f64>) = both.into_iter().unzip();
            let part = self.raw(Measure::Component);
            let largest = |values: &[f64]| -> Vec<f64> {
                let both = values.iter().zip(&part);
                both.filter(|&(_, &part)| part < 1.5).map(|(&value, _)| value).collect()
            };
            let size = real(largest(&farthest).len());
            diameter = Some(largest(&farthest).into_iter().fold(0.0, f64::max));
            let all: f64 = largest(&sums).into_iter().sum();
            mean = (size > 1.5).then(|| all / (size * (size - 1.0)));
        }
        let diameter = Figure { name: "diameter".to_owned(), value: diameter, whole: true };
        vec![diameter, ratio("mean-distance", mean)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{AffiliationRow, Network, Settings};

    fn figures(rows: &[(&str, &str, &str)]) -> Vec<(String, Option<f64>)> {
        let row = |&(node, group, country): &(&str, &str, &str)| AffiliationRow {
            node: node.to_owned(),
            group: group.to_owned(),
            country: Some(country.to_owned()),
            ..Default::default()
        };
        let network = Network::from_affiliations(rows.iter().map(row).collect());
        let figures = Analysis::new(&network, Settings::default()).whole();
        figures.into_iter().map(|figure| (figure.name, figure.value)).collect()
    }

    #[test]
    fn a_path_of_three_and_a_loner_by_hand() {
        let rows =
            [("a", "x", "甲"), ("b", "x", "甲"), ("b", "y", ""), ("c", "y", "乙"), ("d", "", "")];
        let expected = [
            ("nodes", Some(4.0)),
            ("ties", Some(2.0)),
            ("isolates", Some(1.0)),
            ("density", Some(1.0 / 3.0)),
            ("mean-degree", Some(1.0)),
            ("groups", Some(2.0)),
            ("incidences", Some(4.0)),
            ("two-mode-density", Some(0.5)),
            ("robins-alexander", Some(0.0)),
            ("opsahl", Some(0.0)),
            ("components", Some(2.0)),
            ("largest-component-share", Some(0.75)),
            ("transitivity", Some(0.0)),
            ("mean-clustering", Some(0.0)),
            ("degree-assortativity", Some(-1.0)),
            ("country-assortativity", Some((0.5 - 0.625) / 0.375)),
            ("country-ei-index", Some(0.0)),
            ("diameter", Some(2.0)),
            ("mean-distance", Some(4.0 / 3.0)),
            ("communities", Some(2.0)),
            ("community-quality", Some(0.0)),
            ("community-rand-index", Some(1.0)),
            ("community-mutual-information", Some(1.0)),
        ];
        let expected: Vec<_> = expected.map(|(name, value)| (name.to_owned(), value)).to_vec();
        assert_eq!(figures(&rows), expected);
    }

    #[test]
    fn an_empty_network_has_counts_and_nothing_else() {
        for (name, value) in figures(&[]) {
            let counted =
                ["nodes", "ties", "isolates", "groups", "incidences", "components", "communities"]
                    .contains(&&*name);
            assert_eq!(value, counted.then_some(0.0), "{name}");
        }
    }
}
