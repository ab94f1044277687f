//! Figures of a whole network: its size, how dense, closed, wide and mixed it is.

use super::{
    Analysis, Kind,
    feasible::MOST_STEPS,
    incidence::real,
    measure::{
        Measure,
        latapy::robins_alexander,
        opsahl::{FourPaths, four_paths},
        search::by_level_sizes,
    },
    mixing::{Mixing, degree_assortativity},
    ties::Weight,
};

/// One figure of a network.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it is, in words joined by hyphens.
    pub name: String,
    /// Its value; none where it is not defined, or too much work.
    pub value: Option<f64>,
    /// Whether it is a whole number.
    pub whole: bool,
    /// About how many steps it would take, where they are too many.
    pub too_many_steps: Option<usize>,
}

fn count(name: &str, value: f64) -> Figure {
    Figure { whole: true, ..ratio(name, Some(value)) }
}

fn ratio(name: &str, value: Option<f64>) -> Figure {
    // An empty sum is -0.
    let value = value.map(|value| value + 0.0);
    Figure { name: name.to_owned(), value, whole: false, too_many_steps: None }
}

/// Stands for figures that would take so many steps.
fn too_much<const N: usize>(names: [&str; N], steps: usize) -> Vec<Figure> {
    let figure = |name| Figure { too_many_steps: Some(steps), ..ratio(name, None) };
    names.map(figure).to_vec()
}

impl Analysis<'_> {
    /// Returns the figures of the whole network.
    ///
    /// Ties, density, components, degrees, transitivity, mixing and distances are those of the
    /// simple projection; the two-mode figures those of the incidences, only where the network
    /// was read from participations. Distances are those of the largest component.
    ///
    /// What would take too long is left out, and says so.
    pub fn whole(&self) -> Vec<Figure> {
        self.figures(MOST_STEPS)
    }

    fn figures(&self, most_steps: usize) -> Vec<Figure> {
        let steps = self.field(Weight::None).work();
        let too_many = (steps > most_steps).then_some(steps);
        let mut figures = self.size();
        figures.extend(self.two_mode(too_many));
        figures.extend(self.parts());
        figures.extend(self.closed(too_many));
        let (incidence, overlaps) = (self.network().incidence(), self.overlaps());
        let degrees = degree_assortativity(incidence, overlaps);
        figures.push(ratio("degree-assortativity", degrees));
        let partition = self.settings().partition;
        let mixing = Mixing::new(incidence, overlaps, &self.classes());
        figures.push(ratio(&format!("{partition}-assortativity"), mixing.assortativity()));
        figures.push(ratio(&format!("{partition}-ei-index"), mixing.external_internal()));
        figures.extend(self.distances(most_steps));
        figures.extend(self.communities());
        figures
    }

    /// How many pairs of neighbours are tied, unless that would take too many steps.
    fn closed(&self, too_many: Option<usize>) -> Vec<Figure> {
        if let Some(steps) = too_many {
            return too_much(["transitivity", "mean-clustering"], steps);
        }
        let closure = self.closure();
        let local = closure.clustering();
        let mean = local.iter().sum::<f64>() / real(local.len());
        vec![
            ratio("transitivity", closure.transitivity()),
            ratio("mean-clustering", (!local.is_empty()).then_some(mean)),
        ]
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

    fn two_mode(&self, too_many: Option<usize>) -> Vec<Figure> {
        if self.network().kind() != Kind::Affiliation {
            return Vec::new();
        }
        let incidence = self.network().incidence();
        let (nodes, groups) = (real(incidence.node_count()), real(incidence.group_count()));
        let all = real(incidence.len());
        let mut figures = vec![
            count("groups", groups),
            count("incidences", all),
            ratio("two-mode-density", (nodes * groups > 0.0).then(|| all / (nodes * groups))),
            ratio("robins-alexander", robins_alexander(incidence, self.overlaps())),
        ];
        if let Some(steps) = too_many {
            figures.extend(too_much(["opsahl"], steps));
            return figures;
        }
        let mut paths = FourPaths::default();
        for of_node in four_paths(incidence, self.overlaps()) {
            paths.all += of_node.all;
            paths.closed += of_node.closed;
        }
        figures.push(ratio("opsahl", paths.share()));
        figures
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

    /// Communities and how much they hang on the seed.
    fn communities(&self) -> Vec<Figure> {
        let incidence = self.network().incidence();
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

    fn distances(&self, most_steps: usize) -> Vec<Figure> {
        let incidence = self.network().incidence();
        let twins = incidence.twins();
        let searches = twins.iter().zip(0..).filter(|&(&first, node)| first == node).count();
        let steps = searches.saturating_mul(incidence.len());
        if steps > most_steps {
            return too_much(["diameter", "mean-distance"], steps);
        }
        let (mut diameter, mut mean) = (None, None);
        if incidence.node_count() > 0 {
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
        let diameter = Figure { whole: true, ..ratio("diameter", diameter) };
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
    fn what_would_take_too_long_is_left_out_and_says_so() {
        let row = |(node, group): (&str, &str)| AffiliationRow {
            node: node.to_owned(),
            group: group.to_owned(),
            ..Default::default()
        };
        let rows = [("a", "x"), ("b", "x"), ("b", "y"), ("c", "y")];
        let network = Network::from_affiliations(rows.into_iter().map(row).collect());
        let analysis = Analysis::new(&network, Settings::default());
        let none = analysis.figures(0);
        let left_out = none.iter().filter(|figure| figure.too_many_steps.is_some());
        let names: Vec<&str> = left_out.clone().map(|figure| figure.name.as_str()).collect();
        let expected = ["opsahl", "transitivity", "mean-clustering", "diameter", "mean-distance"];
        assert_eq!(names, expected);
        assert!(left_out.clone().all(|figure| figure.value.is_none()));
        let all = analysis.whole();
        assert!(all.iter().all(|figure| figure.too_many_steps.is_none()));
        let names = |figures: &[Figure]| -> Vec<String> {
            figures.iter().map(|figure| figure.name.clone()).collect()
        };
        assert_eq!(names(&none), names(&all));
    }

    #[test]
    fn communities_of_large_networks_are_found_too() {
        let row = |at: usize| AffiliationRow {
            node: format!("p{}", at % 60_000),
            group: format!("e{}", at / 6),
            ..Default::default()
        };
        let network = Network::from_affiliations((0..100_002).map(row).collect());
        let detection = crate::network::Detection { runs: 1, ..Default::default() };
        let settings = Settings { detection, ..Settings::default() };
        let figures = Analysis::new(&network, settings).communities();
        assert!(figures.len() == 4 && figures[0].value.is_some_and(|value| value > 1.0));
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
