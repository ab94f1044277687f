//! Every number that is printed is the network's, or was asked for.

use std::{collections::BTreeSet, sync::LazyLock};

use super::*;
use crate::network::{
    AffiliationRow, Confidence, Correction, Detection, Direction, Doubt, EdgeRow, Null, Passage,
    Period, Resampling, Sampling, Settings,
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

static NO_TERMS: LazyLock<Terms> = LazyLock::new(Terms::default);

fn account(network: &Network, subject: Subject) -> Account<'_> {
    Account {
        network,
        origin: Origin::Graph {
            title: ("人物与会议".to_owned(), "People by event".to_owned()),
            description: Default::default(),
            set: Vec::new(),
            file: "graph.nq".to_owned(),
            sha256: "abcdef".to_owned(),
            texts: 61,
        },
        version: "v",
        limits: Limits {
            period: Period { from: Some("2031-05".parse().unwrap()), to: None },
            undated: 43,
        },
        terms: &NO_TERMS,
        without: None,
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
    let nodes = account(&network, Subject::Nodes { survey: survey(), slices: None });
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
    let significance = Significance { null, samples: 770, seed: 81, correction };
    let selection = Selection { min_weight: 1.75, ..Selection::default() };
    let alpha = Some(0.125);
    let subject = Subject::TiesByChance { selection, significance, alpha, listed: 6 };
    let ties = account(&network, subject);
    for language in [Language::Chinese, Language::English] {
        let text = explain(&ties, language);
        let numbers = numbers(&text);
        for number in ["21", "0.125", "1.75", "6"] {
            assert!(numbers.contains(number), "{number} in {text}");
        }
        // Exact p-values need no samples.
        assert!(!numbers.contains("770") && text.contains("Benjamini"), "{text}");
    }
}

fn english(network: &Network, subject: Subject) -> String {
    explain(&account(network, subject), Language::English)
}

#[test]
fn every_choice_that_shapes_a_value_is_told() {
    use Measure::{BetweennessSampled, Brokerage, Community, CommunityStability, Katz};
    let measures = vec![Katz, Brokerage, Community, CommunityStability, BetweennessSampled];
    let detection = Detection { resolution: 1.5, seed: 4, runs: 33, ..Detection::default() };
    let sampling = Sampling { samples: 5, seed: 4 };
    let settings = Settings { alpha: Some(0.0625), detection, sampling, ..Settings::default() };
    let survey = Survey { measures, settings, ..Survey::default() };
    let text = english(&network(), Subject::Nodes { survey, slices: None });
    for says in [
        "α = 0.0625",
        "classes by country or region",
        "on the projection with Newman's weights Σ1/(k−1); modularity; resolution 1.5; seed 4",
        "33 divisions, the first with seed 4",
        "searched from 5 nodes, seed 4",
        "each shared group of k members adds 1/(k−1) [",
    ] {
        assert!(text.contains(says), "{says} in {text}");
    }
    let survey = Survey { measures: vec![Katz], ..Survey::default() };
    let network = network();
    let mut account = account(&network, Subject::Nodes { survey, slices: None });
    if let Origin::Graph { set, .. } = &mut account.origin {
        set.push(("minimum".to_owned(), "3".to_owned()));
    }
    let text = explain(&account, Language::English);
    assert!(text.contains("Its query was asked with minimum = 3."), "{text}");
    // Five tied to each other: 0.85/4.
    assert!(text.contains("α = 0.85/λ = 0.21250"), "{text}");
}

#[test]
fn what_has_no_node_is_told_of() {
    let network = network();
    let subject = Subject::Nodes { survey: Survey::default(), slices: None };
    let without = ["未载明国家的人员".to_owned(), "persons without a country".to_owned()];
    let terms = Terms { without, ..Terms::default() };
    let without = Some(LeftOut { things: 8, participations: 1 });
    let account = Account { terms: &terms, without, ..account(&network, subject) };
    let text = explain(&account, Language::English);
    let says = "Left out are persons without a country: 8, with 1 participation.";
    assert!(text.contains(says), "{text}");
    let text = explain(&account, Language::Chinese);
    assert!(text.contains("未载明国家的人员未列入网络，计 8 个、1 项参与关系。"), "{text}");
}

#[test]
fn a_network_is_described_in_the_language_of_the_explanation() {
    let network = network();
    let subject = Subject::Nodes { survey: Survey::default(), slices: None };
    let mut account = account(&network, subject);
    if let Origin::Graph { description, .. } = &mut account.origin {
        *description = ("某人参与某会".to_owned(), "A person at a meeting.".to_owned());
    }
    let text = explain(&account, Language::Chinese);
    assert!(
        text.contains("说明为：“某人参与某会。”时间范围") && !text.contains("A person"),
        "{text}"
    );
    let text = explain(&account, Language::English);
    assert!(text.contains("so: “A person at a meeting.” Only") && !text.contains("某人"), "{text}");
}

#[test]
fn an_edge_list_knows_no_groups() {
    let row = |source: &str, target: &str| EdgeRow {
        source: source.to_owned(),
        target: target.to_owned(),
        ..Default::default()
    };
    let network = Network::from_edges(vec![row("a", "b"), row("b", "c")], Direction::Directed);
    let measures = vec![Measure::Strength, Measure::PageRank, Measure::Groups];
    let settings = Settings { weight: Weight::Newman, ..Settings::default() };
    let survey = Survey { measures, settings, ..Survey::default() };
    let mut account = account(&network, Subject::Nodes { survey, slices: None });
    let tie = ["甲引乙".to_owned(), "an arrow runs from a text to a work".to_owned()];
    let terms = Terms { tie, ..Terms::default() };
    account.terms = &terms;
    let text = explain(&account, Language::English);
    assert!(text.contains("a tie means no more than this: an arrow runs"), "{text}");
    assert!(text.contains("Only ties dated") && text.contains("2 directed ties"), "{text}");
    assert!(text.contains("on the network with the weights that are stated"), "{text}");
    for wrong in ["one group", "shared group", "projection", "two-mode", "participation"] {
        let defined = text.replace(Measure::Groups.about().definition.1, "");
        assert!(!defined.contains(wrong), "{wrong} in {text}");
    }
    let text = explain(&account, Language::Chinese);
    assert!(text.contains("（甲引乙）") && !text.contains("同一群组"), "{text}");
    account.origin = Origin::Table { file: "t.csv".to_owned(), sha256: "00".to_owned() };
    account.terms = &NO_TERMS;
    let text = explain(&account, Language::English);
    assert!(text.contains("absent from the table") && !text.contains("texts"), "{text}");
}

#[test]
fn one_of_a_kind_is_told_in_the_singular() {
    let passage = Passage {
        source: Some("p".to_owned()),
        confidence: Confidence::new(0.5),
        ..Passage::default()
    };
    let row = |node: &str, passage| AffiliationRow {
        node: node.to_owned(),
        group: "x".to_owned(),
        passage,
        ..AffiliationRow::default()
    };
    let one = Network::from_affiliations(vec![row("a", passage.clone())]);
    let two = Network::from_affiliations(vec![row("a", passage), row("b", Passage::default())]);
    let (null, correction) = (Null::Fixed, Correction::Holm);
    let significance = Some(Significance { null, samples: 1, seed: 1, correction });
    for doubt in Doubt::ALL {
        let resampling = Some(Resampling { doubt, samples: 1, seed: 1 });
        let survey = Survey { significance, resampling, ..survey() };
        for network in [&one, &two] {
            let subject = Subject::Nodes { survey: survey.clone(), slices: None };
            let mut account = account(network, subject);
            if let Origin::Graph { texts, .. } = &mut account.origin {
                *texts = 1;
            }
            let text = explain(&account, Language::English);
            let plural = text.split_whitespace().zip(text.split_whitespace().skip(1));
            let wrong = plural.filter(|(count, thing)| {
                *count == "1" && thing.trim_matches([',', '.', ';']).ends_with('s')
            });
            assert_eq!(wrong.collect::<Vec<_>>(), [], "{text}");
            for says in ["from 1 text.", " 1 group and ", "of 1 document.", "1 random network "] {
                assert!(text.contains(says), "{says} in {text}");
            }
        }
    }
}

#[test]
fn listed_ties_are_told_with_their_measures_and_their_least_weight() {
    let measures = vec![TieMeasure::EdgeBetweenness, TieMeasure::Shared, TieMeasure::Weight];
    let selection =
        Selection { weight: Weight::Fractional, min_weight: 0.25, ..Default::default() };
    let subject = Subject::Ties { measures, selection, norm: Norm::Normalised, listed: 8 };
    let text = english(&network(), subject);
    for says in [
        "edge betweenness (the share of the shortest paths",
        "normalised: divided by the number of pairs of nodes",
        "normalised: divided by the number of groups",
        "on the projection with fractional weights Σ1/k",
        "Listed are the ties with a weight of at least 0.25: 8.",
        "Girvan, M.",
    ] {
        assert!(text.contains(says), "{says} in {text}");
    }
}

#[test]
fn slices_are_told_apart_from_the_whole() {
    let network = network();
    let sizes = [("2030", 3), ("2034", 6)];
    let slice =
        |(year, nodes): (&str, usize)| (Slicing::Year.slice(year.parse().unwrap()).unwrap(), nodes);
    let sizes = sizes.map(slice).to_vec();
    let slices = Slices { slicing: Slicing::Year, sizes, undated: 17 };
    let katz = Survey { measures: vec![Measure::Katz], ..survey() };
    let subject = Subject::Nodes { survey: katz, slices: Some(slices) };
    let text = english(&network, subject.clone());
    for says in [
        "These counts are those of all slices of time together.",
        "2 slices from 2030 to 2034, of 3 to 6 nodes; participations in none, for want of a date \
         exact enough: 17.",
        "corrected over the nodes of each slice by Holm",
        "one document at a time is left out, of the documents of each slice",
        "α = 0.85/λ, λ being",
    ] {
        assert!(text.contains(says), "{says} in {text}");
    }
    let text = explain(&account(&network, subject), Language::Chinese);
    assert!(text.contains("自 2030 至 2034 共 2 个时段，各有 3 至 6 个节点"), "{text}");
}

#[test]
fn each_work_is_listed_once_and_each_mark_has_its_work() {
    let network = network();
    let nodes = account(&network, Subject::Nodes { survey: survey(), slices: None });
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
