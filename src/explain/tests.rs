//! Every number that is printed is the network's, or was asked for.

use std::collections::BTreeSet;

use super::*;
use crate::network::{
    AffiliationRow, Confidence, Correction, Doubt, Null, Passage, Resampling, Settings,
};

/// Seven nodes, two of them alone; three groups; nine participations in four documents.
fn network() -> Network {
    let row = |(node, group, source, chance): &(&str, &str, &str, f64)| AffiliationRow {
        node: (*node).to_owned(),
        group: (*group).to_owned(),
        passage: Passage {
            source: (!source.is_empty()).then(|| (*source).to_owned()),
            confidence: Confidence::new(*chance),
            ..Passage::default()
        },
        ..AffiliationRow::default()
    };
    let rows = [
        ("a", "x", "p", 0.5),
        ("b", "x", "p", 0.75),
        ("c", "x", "q", 2.0),
        ("a", "y", "q", 2.0),
        ("b", "y", "r", 2.0),
        ("d", "y", "s", 2.0),
        ("e", "y", "s", 2.0),
        ("f", "z", "s", 2.0),
        ("c", "y", "s", 2.0),
        ("g", "", "", 2.0),
    ];
    Network::from_affiliations(rows.iter().map(row).collect())
}

fn account(network: &Network, subject: Subject) -> Account<'_> {
    Account {
        network,
        origin: Origin::Graph {
            title: ("人物与会议".to_owned(), "People by event".to_owned()),
            description: String::new(),
            file: "graph.nq".to_owned(),
            sha256: "abcdef".to_owned(),
            texts: 61,
        },
        version: "v",
        period: Period { from: Some("2031-05".parse().unwrap()), to: None },
        undated: 43,
        subject,
    }
}

fn survey() -> Survey {
    let (null, correction) = (Null::Fixed, Correction::Holm);
    Survey {
        measures: vec![Measure::Degree, Measure::PageRank],
        settings: Settings { weight: Weight::Newman, ..Settings::default() },
        significance: Some(Significance { null, samples: 770, seed: 81, correction }),
        resampling: Some(Resampling { doubt: Doubt::Documents, samples: 770, seed: 81 }),
    }
}

/// Returns the whole numbers of the two paragraphs, without marks and words of the definitions.
fn numbers(text: &str) -> BTreeSet<String> {
    let paragraphs: Vec<&str> = text.split("\n\n").take(2).collect();
    let mut plain = paragraphs.join(" ");
    for place in (1..30).rev() {
        plain = plain.replace(&format!("[{place}]"), "");
    }
    for said in ["1/(k−1)", "(r+1)/(n+1)", "SHA-256", "2031-05", "0.85"] {
        plain = plain.replace(said, "");
    }
    let words = plain.split(|c: char| !c.is_ascii_digit() && c != '.');
    let numbers = words.map(|word| word.trim_matches('.')).filter(|word| !word.is_empty());
    numbers.map(str::to_owned).collect()
}

#[test]
fn the_counts_are_those_of_the_network() {
    let figures = Figures::of(&network());
    let expected = Figures {
        nodes: 7,
        isolated: 2,
        groups: 3,
        participations: 9,
        // Five at y make ten ties, and x adds none.
        ties: 10,
        documents: 4,
        rated: 2,
        confidence: Some(0.625),
    };
    assert_eq!(figures, expected);
}

#[test]
fn each_number_that_is_printed_is_counted_or_asked_for() {
    let network = network();
    let nodes = account(&network, Subject::Nodes { survey: survey(), slicing: None });
    // Texts, nodes, groups, participations, documents, ties (and trades), isolated, undated,
    // samples, trades at least, seed, passages with a confidence, its mean.
    let expected = ["61", "7", "3", "9", "4", "10", "2", "43", "770", "200", "81", "0.625"];
    let expected: BTreeSet<String> = expected.map(str::to_owned).into();
    for language in [Language::Chinese, Language::English] {
        let text = explain(&nodes, language);
        assert_eq!(numbers(&text), expected, "{text}");
    }
}

#[test]
fn ties_are_tested_over_all_pairs() {
    let network = network();
    let (null, correction) = (Null::Stochastic, Correction::BenjaminiHochberg);
    let significance = Some(Significance { null, samples: 770, seed: 81, correction });
    let ties = account(
        &network,
        Subject::Ties { weight: Weight::Shared, significance, alpha: Some(0.125) },
    );
    for language in [Language::Chinese, Language::English] {
        let text = explain(&ties, language);
        let numbers = numbers(&text);
        assert!(numbers.contains("21") && numbers.contains("0.125"), "{text}");
        // Exact p-values need no samples.
        assert!(!numbers.contains("770") && text.contains("Benjamini"), "{text}");
    }
}

#[test]
fn each_work_is_listed_once_and_each_mark_has_its_work() {
    let network = network();
    let nodes = account(&network, Subject::Nodes { survey: survey(), slicing: None });
    let text = explain(&nodes, Language::English);
    let listed: Vec<&str> = text.lines().filter(|line| line.starts_with('[')).collect();
    for (place, line) in listed.iter().enumerate() {
        let mark = format!("[{}]", place + 1);
        assert!(line.starts_with(&mark) && text.matches(&mark).count() >= 2, "{line}");
    }
    let distinct: BTreeSet<&str> =
        listed.iter().filter_map(|line| line.split_once(' ')).map(|(_, work)| work).collect();
    assert_eq!((distinct.len(), listed.len()), (listed.len(), 10));
    assert!(text.contains("Holm") && text.contains("Strona") && text.contains("Quenouille"));
}
