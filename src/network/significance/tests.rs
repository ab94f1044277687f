//! Null models against the enumeration of all networks.

use super::*;
use crate::network::{
    AffiliationRow, Analysis, Measure, Selection, Settings, TooManyTies, Weight,
    incidence::{index, real},
    sample::{close, incidences, on_threads},
};
use proptest::prelude::*;

/// Lists all two-mode networks with the margins of one.
pub(super) fn matrices(observed: &Incidence) -> Vec<Incidence> {
    let nodes = observed.node_count();
    let mut open: Vec<Vec<(u32, u32)>> = vec![Vec::new()];
    for group in observed.all_groups() {
        let size = observed.members(group).len();
        let rows = (0_u32..1 << nodes).filter(|row| row.count_ones() as usize == size);
        let rows: Vec<Vec<(u32, u32)>> = rows
            .map(|row| {
                (0..index(nodes)).filter(move |at| row >> at & 1 == 1).map(move |at| (group, at))
            })
            .map(Iterator::collect)
            .collect();
        open = (open.iter())
            .flat_map(|pairs| rows.iter().map(|row| [pairs.as_slice(), row].concat()))
            .collect();
    }
    let built = open.into_iter();
    let built = built.map(|pairs| Incidence::new(nodes, vec![1.0; observed.group_count()], pairs));
    let same = |other: &Incidence| {
        observed.nodes().all(|node| other.groups(node).len() == observed.groups(node).len())
    };
    built.filter(same).collect()
}

fn network(incidence: &Incidence) -> Network {
    let row = |node: u32, group: String| AffiliationRow {
        node: format!("{node:03}"),
        group,
        ..Default::default()
    };
    let lone = incidence.nodes().map(|node| row(node, String::new()));
    let empty = incidence
        .all_groups()
        .map(|group| AffiliationRow { group: format!("{group:03}"), ..Default::default() });
    let pairs = incidence.all_groups().flat_map(|group| {
        incidence.members(group).iter().map(move |&node| row(node, format!("{group:03}")))
    });
    Network::from_affiliations(lone.chain(empty).chain(pairs).collect())
}

fn chance(null: Null, samples: usize, correction: Correction) -> Significance {
    Significance { null, samples, seed: 5, correction }
}

fn shared(incidence: &Incidence, a: u32, b: u32) -> usize {
    let theirs = incidence.groups(b);
    incidence.groups(a).iter().filter(|group| theirs.contains(group)).count()
}

/// Five nodes in four groups, with a pair that meets thrice.
fn observed() -> Incidence {
    let pairs = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (2, 0), (2, 1), (2, 3), (3, 3), (3, 4)];
    Incidence::new(5, vec![1.0; 4], pairs.to_vec())
}

#[test]
fn ties_of_the_fixed_model_come_near_to_the_enumeration() {
    let observed = observed();
    let all = matrices(&observed);
    let network = network(&observed);
    let samples = 20_000;
    let tests = TieTests::new(&network, chance(Null::Fixed, samples, Correction::None)).unwrap();
    let mut tested = 0;
    for a in observed.nodes() {
        for b in a + 1..5 {
            let count = shared(&observed, a, b);
            let Some(test) = tests.of(a, b) else {
                assert_eq!(count, 0);
                continue;
            };
            let as_many = all.iter().filter(|other| shared(other, a, b) >= count).count();
            let exact = real(as_many) / real(all.len());
            let mean: usize = all.iter().map(|other| shared(other, a, b)).sum();
            // Five standard errors.
            let off = 5.0 * (exact * (1.0 - exact) / real(samples)).sqrt() + 1e-3;
            assert!((test.p - exact).abs() < off, "{a} {b}: {} {exact}", test.p);
            assert!((test.expected - real(mean) / real(all.len())).abs() < 0.03);
            tested += 1;
        }
    }
    assert!(tested > 4 && all.len() > 50, "{tested} {}", all.len());
}

#[test]
fn ties_of_the_stochastic_model_are_sums_over_all_networks() {
    let observed = observed();
    let network = network(&observed);
    let model = Configuration::new(&observed);
    let tests = TieTests::new(&network, chance(Null::Stochastic, 0, Correction::None)).unwrap();
    let classes = margins::Classes::of_nodes(&observed);
    let groups = margins::Classes::of_groups(&observed);
    for a in observed.nodes() {
        for b in a + 1..5 {
            let count = shared(&observed, a, b);
            let in_group = |node: u32, group: u32| {
                let class = groups.of[group as usize] as usize;
                model.chance(classes.of[node as usize], class)
            };
            // Each of the 2^8 ways in which the two may be in the four groups.
            let (mut exact, mut mean) = (0.0, 0.0);
            for way in 0_u32..1 << 8 {
                let mut weight = 1.0;
                let mut both = 0;
                for group in 0..4 {
                    let (one, other) = (way >> group & 1, way >> (group + 4) & 1);
                    for (node, is_in) in [(a, one), (b, other)] {
                        let chance = in_group(node, group);
                        weight *= if is_in == 1 { chance } else { 1.0 - chance };
                    }
                    both += (one & other) as usize;
                }
                mean += weight * real(both);
                exact += if both >= count { weight } else { 0.0 };
            }
            if let Some(test) = tests.of(a, b) {
                assert!(close(&[test.p, test.expected], &[exact, mean]), "{a} {b}");
            }
        }
    }
    assert!(tests.error() < 1e-9);
    assert_eq!((tests.tests(), tests.of(0, 0)), (10, None));
}

#[test]
fn a_measure_of_the_fixed_model_comes_near_to_the_enumeration() {
    let observed = observed();
    let network = network(&observed);
    let measures = [Measure::Degree, Measure::Betweenness];
    let values = |incidence: &Incidence| -> Vec<Vec<f64>> {
        let other = network.with_incidence(incidence.clone(), network.groups().to_vec());
        let analysis = Analysis::new(&other, Settings::default());
        measures.iter().map(|&measure| analysis.values(measure)).collect()
    };
    let own = values(&observed);
    let all: Vec<Vec<Vec<f64>>> = matrices(&observed).iter().map(values).collect();
    let chance = chance(Null::Fixed, 4_000, Correction::None);
    let found = measure_tests(&network, &measures, &own, Settings::default(), chance).unwrap();
    for at in 0..2 {
        for node in 0..5 {
            let as_high = all.iter().filter(|v| v[at][node] >= own[at][node] - 1e-9).count();
            let mean: f64 = all.iter().map(|v| v[at][node]).sum::<f64>() / real(all.len());
            let exact = real(as_high) / real(all.len());
            let NodeTest { expected, p, .. } = found[at][node];
            let off = 5.0 * (exact * (1.0 - exact) / 4_000.0).sqrt() + 1e-3;
            assert!((p - exact).abs() < off, "{at} {node}: {p} {exact}");
            assert!((expected - mean).abs() < 0.15, "{at} {node}: {expected} {mean}");
        }
    }
}

proptest! {
    #[test]
    fn the_backbone_is_the_ties_whose_corrected_p_is_low(
        incidence in incidences(), per_cent in 1_u32..100,
    ) {
        let network = network(&incidence);
        let alpha = f64::from(per_cent) / 100.0;
        for (null, correction) in [
            (Null::Stochastic, Correction::None),
            (Null::Fixed, Correction::BenjaminiHochberg),
        ] {
            let tests = TieTests::new(&network, chance(null, 20, correction)).unwrap();
            let selection = Selection { weight: Weight::Newman, ..Selection::default() };
            let found = tests.backbone(alpha, &selection).unwrap();
            let all = crate::network::projection(&network, &selection).unwrap().ties;
            let significant = all.into_iter()
                .filter(|tie| tests.of(tie.a, tie.b).unwrap().adjusted <= alpha);
            prop_assert_eq!(found, significant.collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_backbone_is_drawn_where_the_projection_is_refused() {
    // 3000 at one meeting; two of them met nine times more.
    let crowd = (0..3_000).map(|node| (0, node));
    let friends = (1..10).flat_map(|group| [(group, 0), (group, 1)]);
    let many = (10..200).map(|group| (group, group + 10));
    let pairs = crowd.chain(friends).chain(many).collect();
    let network = network(&Incidence::new(3_000, vec![1.0; 200], pairs));
    assert!(crate::network::projection(&network, &Selection::default()).is_err());
    let chance = chance(Null::Stochastic, 0, Correction::Holm);
    let tests = TieTests::new(&network, chance).unwrap();
    let ties = tests.backbone(0.05, &Selection::default()).unwrap();
    assert_eq!(ties.len(), 1);
    assert_eq!((ties[0].a, ties[0].b, ties[0].groups.len()), (0, 1, 10));
    // With all ties wanted, they are counted and refused.
    let error: TooManyTies = tests.backbone(1.0, &Selection::default()).unwrap_err();
    assert_eq!(error.ties, 3_000 * 2_999 / 2);
}

#[test]
fn an_edge_list_and_no_samples_are_refused() {
    let none = network(&observed());
    let none = TieTests::new(&none, chance(Null::Fixed, 0, Correction::Holm));
    assert_eq!(none.unwrap_err(), NoChance::NoSamples);
    let empty = Network::from_affiliations(Vec::new());
    let tests = TieTests::new(&empty, chance(Null::Fixed, 5, Correction::Holm)).unwrap();
    assert_eq!(tests.backbone(0.5, &Selection::default()).unwrap(), []);
    let edges = Network::from_edges(Vec::new(), crate::network::Direction::Undirected);
    let none = TieTests::new(&edges, chance(Null::Fixed, 5, Correction::Holm));
    assert_eq!(none.unwrap_err(), NoChance::OneMode);
}

#[test]
fn the_number_of_threads_changes_no_bit() {
    let pairs = (0..600_u32).map(|i| (i * i % 61, i * 7 % 203)).collect();
    let network = network(&Incidence::new(204, vec![1.0; 61], pairs));
    for null in [Null::Fixed, Null::Stochastic] {
        let run = |threads| {
            on_threads(threads, || {
                let chance = chance(null, 70, Correction::BenjaminiHochberg);
                let tests = TieTests::new(&network, chance).unwrap();
                let measures = [Measure::Betweenness];
                let own = vec![vec![1.0; network.nodes().len()]];
                let settings = Settings::default();
                let nodes = measure_tests(&network, &measures, &own, settings, chance).unwrap();
                let ties: Vec<_> = (0..204).map(|b| tests.of(7, b)).collect();
                (nodes, ties)
            })
        };
        assert_eq!(run(1), run(2), "{null}");
    }
}

#[test]
fn katz_is_compared_under_one_attenuation_and_refused_where_it_does_not_converge() {
    // Two pairs that meet twice each: chance also makes a ring of them, whose eigenvalue is 2.
    let pairs = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3)];
    let network = network(&Incidence::new(4, vec![1.0; 4], pairs.to_vec()));
    let tested = |alpha| {
        let settings = Settings { alpha, ..Settings::default() };
        let observed = Analysis::new(&network, settings).values(Measure::Katz);
        let chance = chance(Null::Fixed, 200, Correction::None);
        measure_tests(&network, &[Measure::Katz], &[observed], settings, chance)
    };
    let error = tested(None).unwrap_err().to_string();
    assert!(error.starts_with("in a random network, the attenuation 0.85 of katz is"), "{error}");
    // At 1/4, a node of a pair has 1/(1 - 1/4), one of a ring 1/(1 - 2/4).
    let test = tested(Some(0.25)).unwrap()[0][0];
    assert!(test.expected > 4.0 / 3.0 + 0.1 && test.expected < 2.0, "{test:?}");
    assert!((test.p - 1.0).abs() < 1e-12, "{test:?}");
}
