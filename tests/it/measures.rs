//! The list of measures in docs/measures.md and in the program are one.

use std::{collections::BTreeSet, fs, path::Path};

use gongshi::network::{Analysis, Measure, Network, Settings, TieMeasure};

fn document() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/measures.md");
    fs::read_to_string(path).expect("docs/measures.md")
}

/// The names in the first column of the tables.
fn described(text: &str) -> BTreeSet<String> {
    let cells = text.lines().filter_map(|line| line.strip_prefix("| `"));
    cells
        .filter_map(|line| line.split_once(" |").map(|(cell, _)| cell))
        .flat_map(|cell| cell.split(['`', ' ', ',', '(', ')']).map(str::to_owned))
        .collect()
}

#[test]
fn every_measure_is_described() {
    let text = document();
    let names = described(&text);
    for measure in Measure::ALL {
        assert!(names.contains(measure.name()), "{measure} is not in docs/measures.md");
    }
    for measure in TieMeasure::ALL {
        assert!(text.contains(&format!("`{measure}`")), "{measure} is not in docs/measures.md");
    }
}

#[test]
fn every_figure_of_a_whole_network_is_described() {
    let names = described(&document());
    let network = Network::from_affiliations(Vec::new());
    for figure in Analysis::new(&network, Settings::default()).whole() {
        assert!(names.contains(&figure.name), "{} is not in docs/measures.md", figure.name);
    }
}
