//! Intervals by hand, and their laws.

use super::*;
use crate::network::{
    AffiliationRow, Confidence, Direction, EdgeRow, Passage, Weight, sample::on_threads,
};

fn row(node: &str, group: &str, source: &str, chance: f64) -> AffiliationRow {
    AffiliationRow {
        node: node.to_owned(),
        group: group.to_owned(),
        passage: Passage {
            source: (!source.is_empty()).then(|| source.to_owned()),
            confidence: Confidence::new(chance),
            ..Default::default()
        },
        ..Default::default()
    }
}

/// a and b met in x (two documents say so), a and c in y (one document), d alone.
fn network() -> Network {
    Network::from_affiliations(vec![
        row("a", "x", "one", 1.0),
        row("b", "x", "one", 1.0),
        row("a", "x", "two", 1.0),
        row("b", "x", "two", 1.0),
        row("a", "y", "three", 1.0),
        row("c", "y", "three", 0.5),
        row("d", "", "", 1.0),
    ])
}

fn of(network: &Network, doubt: Doubt, samples: usize) -> Result<Intervals, NoInterval> {
    let resampling = Resampling { doubt, samples, seed: 1 };
    intervals(network, &[Measure::Degree], Settings::default(), resampling)
}

#[test]
fn leaving_one_document_out_by_hand() {
    let found = of(&network(), Doubt::Documents, 0).unwrap();
    assert_eq!(found.runs, 3);
    assert_eq!(found.values, [[(1.0, 2.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]]);
    // Without `three`, a and b share the first two places, and c the last two with d.
    assert_eq!(found.ranks, [(1.0, 2.0), (1.0, 3.0), (2.0, 4.0), (3.0, 4.0)]);
}

#[test]
fn who_loses_all_ties_with_all_others_is_not_sure_of_the_first_place() {
    let rows = [("a", "x"), ("b", "x"), ("a", "y"), ("c", "y")];
    let rows = rows.map(|(node, group)| row(node, group, "one", 1.0));
    let found = of(&Network::from_affiliations(rows.to_vec()), Doubt::Documents, 0).unwrap();
    assert_eq!((found.values[0][0], found.ranks[0]), ((0.0, 2.0), (1.0, 3.0)));
}

#[test]
fn doubtful_participations_go_as_often_as_their_confidence_says() {
    let network = network();
    let kept = |run| {
        let resampling = Resampling { doubt: Doubt::Confidence, samples: 0, seed: 9 };
        other(&network, resampling, &[], run).incidence().groups(2).len()
    };
    let times: usize = (0..2_000).map(kept).sum();
    // Five standard errors of 2000 draws at one half.
    assert!((888..=1112).contains(&times), "{times}");
    let found = of(&network, Doubt::Confidence, 200).unwrap();
    assert_eq!(found.undoubted, 3);
    assert_eq!(found.values, [[(1.0, 2.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)]]);
}

#[test]
fn a_drawn_event_counts_as_often_as_it_was_drawn() {
    let network = network();
    let mut met = BTreeSet::new();
    for run in 0..50 {
        let other = drawn(&network, &mut Random::new(4, run));
        let counts: Vec<usize> =
            other.incidence().nodes().map(|node| other.incidence().groups(node).len()).collect();
        // a is in both events, hence in each that is drawn; b and c have one each.
        assert_eq!((counts[0], counts[1] + counts[2], counts[3]), (2, 2, 0));
        met.insert(counts[1]);
    }
    assert_eq!(met.into_iter().collect::<Vec<_>>(), [0, 1, 2]);
    let found = of(&network, Doubt::Events, 400).unwrap();
    assert_eq!(found.values, [[(1.0, 2.0), (0.0, 1.0), (0.0, 1.0), (0.0, 0.0)]]);
}

#[test]
fn what_cannot_be_doubted_is_told() {
    let plain = Network::from_affiliations(vec![AffiliationRow {
        node: "a".to_owned(),
        group: "x".to_owned(),
        ..Default::default()
    }]);
    let message = |doubt, samples| of(&plain, doubt, samples).unwrap_err().to_string();
    assert_eq!(message(Doubt::Documents, 9), "no participation of this network names its document");
    assert_eq!(
        message(Doubt::Confidence, 9),
        "no participation of this network names its confidence"
    );
    assert_eq!(message(Doubt::Events, 0), "no samples give no interval");
    let resampling = Resampling { doubt: Doubt::Events, samples: 9, seed: 1 };
    let parts = intervals(&plain, &[Measure::Component], Settings::default(), resampling);
    assert_eq!(parts, Err(NoInterval::Part(Measure::Component)));
    let edge = EdgeRow { source: "a".to_owned(), target: "b".to_owned(), ..Default::default() };
    let edges = Network::from_edges(vec![edge], Direction::Undirected);
    assert_eq!(of(&edges, Doubt::Events, 9), Err(NoInterval::OneMode));
    let nobody = Network::from_affiliations(Vec::new());
    assert_eq!(of(&nobody, Doubt::Events, 9).unwrap().ranks, []);
}

#[test]
fn a_passage_without_a_confidence_makes_no_participation_sure() {
    let rated = |node: &str| row(node, "x", "one", 0.5);
    let unrated = |node: &str| {
        let passage = Passage { source: Some("two".to_owned()), ..Passage::default() };
        AffiliationRow { passage, ..row(node, "x", "two", 0.5) }
    };
    let network =
        Network::from_affiliations(vec![rated("a"), unrated("a"), rated("b"), unrated("b")]);
    let found = of(&network, Doubt::Confidence, 200).unwrap();
    assert_eq!((found.undoubted, &found.values[0][0]), (0, &(0.0, 1.0)));
    let network = Network::from_affiliations(vec![rated("a"), unrated("a"), unrated("b")]);
    assert_eq!(of(&network, Doubt::Confidence, 200).unwrap().undoubted, 1);
}

#[test]
fn katz_has_one_attenuation_in_all_networks() {
    let rows = [("a", "x"), ("b", "x"), ("a", "y"), ("c", "y")];
    let rows = rows.map(|(node, group)| row(node, group, group, 1.0));
    let network = Network::from_affiliations(rows.to_vec());
    let katz = |doubt, weight| {
        let settings = Settings { weight, ..Settings::default() };
        let resampling = Resampling { doubt, samples: 50, seed: 1 };
        intervals(&network, &[Measure::Katz], settings, resampling)
    };
    // Of a path, the eigenvalue is the root of 2; of the pair that is left without a document, 1.
    let alpha = 0.85 / 2_f64.sqrt();
    let middle = (1.0 + 2.0 * alpha) / (1.0 - 2.0 * alpha * alpha);
    let found = katz(Doubt::Documents, Weight::None).unwrap().values;
    let expected = [(1.0 / (1.0 - alpha), middle), (1.0, 1.0 + alpha * middle)];
    for (found, expected) in found[0].iter().zip(expected) {
        assert!((found.0 - expected.0).abs() + (found.1 - expected.1).abs() < 1e-9, "{found:?}");
    }
    // An event that is drawn twice counts twice, and has an eigenvalue of 2.
    let error = katz(Doubt::Events, Weight::Shared).unwrap_err().to_string();
    assert!(error.contains("in one of the other networks, the attenuation 0.601"), "{error}");
    // The lowest of all limits is told.
    assert!(error.ends_with("must be below 0.5"), "{error}");
    assert!(katz(Doubt::Events, Weight::None).is_ok());
}

#[test]
fn the_number_of_threads_changes_no_bit() {
    let rows = (0..400_u32).map(|i| {
        let chance = f64::from(i % 10) / 10.0;
        row(&format!("p{}", i * i % 97), &format!("e{}", i % 41), &format!("d{}", i % 7), chance)
    });
    let network = Network::from_affiliations(rows.collect());
    for doubt in Doubt::ALL {
        let run = |threads| {
            let resampling = Resampling { doubt, samples: 70, seed: 3 };
            let measures = [Measure::Betweenness, Measure::Newman];
            on_threads(threads, || {
                intervals(&network, &measures, Settings::default(), resampling).unwrap()
            })
        };
        assert_eq!(run(1), run(2), "{doubt}");
    }
}
