//! How long each stage takes on one text that ships with the program.

use std::{collections::BTreeSet, hint::black_box};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use gongshi::{
    data::Data,
    model::{Document, Mentions},
    normalise::normalise,
    pipeline::{Resources, build},
    rdf::{self, BASE},
    recognise::{Definition, Known, learn, recognise},
    relate::relate,
    resolve::{Resolution, resolve},
    source::Source,
};

const TEXT: &str = "data/corpus/white-paper-2022.txt";

/// What each stage hands to the next.
struct Passed {
    source: Source,
    document: Document,
    known: Known,
    mentions: Mentions,
    definitions: Vec<Definition>,
    resolution: Resolution,
}

fn pass(data: &Data, resources: &Resources) -> Passed {
    let Resources { ontology, lexicon, repairs, .. } = resources;
    let text = &data.file(TEXT).expect("the text ships with the program").text;
    let source = Source::new("white-paper-2022", TEXT, text.as_str());
    let document = normalise(&source, repairs).value;
    let mentions = recognise(&document, lexicon, ontology, &Known::default());
    let (definitions, persons): (_, BTreeSet<String>) = learn(&document, &mentions, ontology);
    let known = Known::new(ontology, &persons, &definitions);
    let mentions = recognise(&document, lexicon, ontology, &known);
    let resolution = resolve(&document, &mentions, &definitions, lexicon, ontology);
    Passed { source, document, known, mentions, definitions, resolution }
}

fn loading(criterion: &mut Criterion) {
    let data = Data::embedded();
    let mut group = criterion.benchmark_group("loading");
    group.sample_size(20);
    group.bench_function("resources", |bencher| {
        bencher.iter(|| Resources::load(black_box(&data)).expect("the embedded data are sound"));
    });
    group.finish();
}

fn stages(criterion: &mut Criterion) {
    let data = Data::embedded();
    let resources = Resources::load(&data).expect("the embedded data are sound");
    let Resources { ontology, lexicon, patterns, repairs, .. } = &resources;
    let Passed { source, document, known, mentions, definitions, resolution } =
        &pass(&data, &resources);
    let sources = std::slice::from_ref(source);
    let knowledge = build(sources, &resources).value;
    let bytes = u64::try_from(source.raw.len()).expect("the text is small");

    let mut group = criterion.benchmark_group("stages");
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function("normalise", |bencher| {
        bencher.iter(|| normalise(black_box(source), repairs));
    });
    group.bench_function("recognise", |bencher| {
        bencher.iter(|| recognise(black_box(document), lexicon, ontology, known));
    });
    group.bench_function("resolve", |bencher| {
        bencher.iter(|| resolve(black_box(document), mentions, definitions, lexicon, ontology));
    });
    group.bench_function("relate", |bencher| {
        bencher.iter(|| {
            let document = black_box(document);
            relate(document, mentions, resolution, definitions, patterns, lexicon, ontology)
        });
    });
    group.bench_function("pipeline", |bencher| {
        bencher.iter(|| build(black_box(sources), &resources));
    });
    group.bench_function("graph", |bencher| {
        bencher.iter(|| {
            rdf::graph(black_box(&knowledge), ontology, &data, BASE).expect("the base is an IRI")
        });
    });
    group.finish();
}

criterion_group!(benches, loading, stages);
criterion_main!(benches);
