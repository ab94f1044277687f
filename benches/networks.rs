//! How long measures take on the incidences, beside rustworkx-core on the projection written down.
//!
//! The graph is given to rustworkx-core ready made: building it is not counted.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use gongshi::network::{
    AffiliationRow, Analysis, Measure, Network, Selection, Settings, projection,
};
use petgraph::graph::UnGraph;
use rustworkx_core::centrality;

/// From how many nodes on rustworkx-core takes all threads: its own default in Python.
const PARALLEL_FROM: usize = 50;

/// Participations in events of heavy-tailed size, the same at each call.
fn network(persons: u64, events: u64) -> Network {
    let mut state = 1_u64;
    let mut next = |limit: u64| {
        // Knuth's MMIX generator.
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % limit
    };
    let mut rows = Vec::new();
    for event in 0..events {
        let size = 3 + 40 / (1 + next(20));
        let home = next(persons);
        for _ in 0..size {
            let person = if next(10) < 8 { (home + next(60)) % persons } else { next(persons) };
            rows.push(AffiliationRow {
                node: format!("p{person}"),
                group: format!("e{event}"),
                ..AffiliationRow::default()
            });
        }
    }
    Network::from_affiliations(rows)
}

fn written(network: &Network) -> UnGraph<(), f64, u32> {
    let projection =
        projection(network, &Selection::default()).expect("the benchmark's network is small");
    let edges = projection.ties.iter().map(|tie| (tie.a, tie.b, 1.0));
    UnGraph::from_edges(edges)
}

fn measures(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("networks");
    group.sample_size(10);
    for (persons, events) in [(500, 150), (2_000, 600)] {
        let network = network(persons, events);
        let graph = written(&network);
        let ours =
            [Measure::Degree, Measure::Closeness, Measure::Betweenness, Measure::Eigenvector];
        for measure in ours {
            group.bench_function(
                BenchmarkId::new(format!("{measure}, ours"), persons),
                |bencher| {
                    bencher.iter(|| {
                        Analysis::new(black_box(&network), Settings::default()).values(measure)
                    });
                },
            );
        }
        let mut theirs = |name: &str, run: &dyn Fn(&UnGraph<(), f64, u32>)| {
            let id = BenchmarkId::new(format!("{name}, rustworkx-core"), persons);
            group.bench_function(id, |bencher| bencher.iter(|| run(black_box(&graph))));
        };
        theirs("degree", &|graph| {
            black_box(centrality::degree_centrality(graph, None));
        });
        theirs("closeness", &|graph| {
            black_box(centrality::closeness_centrality(graph, true, PARALLEL_FROM));
        });
        theirs("betweenness", &|graph| {
            black_box(centrality::betweenness_centrality(graph, false, false, PARALLEL_FROM));
        });
        theirs("eigenvector", &|graph| {
            let weight = |_| Ok::<f64, std::convert::Infallible>(1.0);
            let found = centrality::eigenvector_centrality(graph, weight, Some(1_000), Some(1e-9));
            drop(black_box(found));
        });
    }
    group.finish();
}

criterion_group!(benches, measures);
criterion_main!(benches);
