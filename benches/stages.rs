//! How long each stage takes on one text that ships with the program; how long all of extraction
//! takes beside mere segmentation of the same text; and how it grows with the text.

use std::{
    collections::{BTreeMap, BTreeSet},
    hint::black_box,
};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use gongshi::{
    data::Data,
    model::{Document, Mentions},
    normalise::normalise,
    ontology::ClassId,
    pipeline::{Resources, build},
    rdf::{self, BASE},
    recognise::{Definition, Known, Lexicon, TokenKind, learn, look_again, recognise},
    relate::{LocalFact, relate},
    resolve::{Resolution, resolve},
    source::Source,
};
use jieba_rs::Jieba;

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
    let first = recognise(&document, lexicon, ontology);
    let (definitions, persons): (_, BTreeSet<String>) = learn(&document, &first.mentions, ontology);
    let known = Known::new(ontology, &persons, &definitions);
    let mentions = look_again(&document, lexicon, ontology, &known, first);
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
        bencher.iter(|| {
            let first = recognise(black_box(document), lexicon, ontology);
            look_again(document, lexicon, ontology, known, first)
        });
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

/// From the text to its facts, on this thread: all stages before documents are joined.
fn extract(source: &Source, resources: &Resources) -> Vec<LocalFact> {
    let Resources { ontology, lexicon, patterns, repairs, .. } = resources;
    let document = normalise(source, repairs).value;
    let first = recognise(&document, lexicon, ontology);
    let (definitions, persons) = learn(&document, &first.mentions, ontology);
    let known = Known::new(ontology, &persons, &definitions);
    let mentions = look_again(&document, lexicon, ontology, &known, first);
    let resolution = resolve(&document, &mentions, &definitions, lexicon, ontology);
    relate(&document, &mentions, &resolution, &definitions, patterns, lexicon, ontology)
}

/// Extraction beside what other tools begin with: cutting the same text into words.
fn segmentation(criterion: &mut Criterion) {
    let data = Data::embedded();
    let resources = Resources::load(&data).expect("the embedded data are sound");
    let text = &data.file(TEXT).expect("the text ships with the program").text;
    let source = Source::new("white-paper-2022", TEXT, text.as_str());
    let jieba = Jieba::new();

    let mut group = criterion.benchmark_group("segmentation");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("extraction", |bencher| {
        bencher.iter(|| extract(black_box(&source), &resources));
    });
    group.bench_function("jieba", |bencher| bencher.iter(|| jieba.cut(black_box(text), false)));
    group.bench_function("jieba with new words", |bencher| {
        bencher.iter(|| jieba.cut(black_box(text), true));
    });
    group.finish();
}

/// The text with each listed name replaced by another one of its class, `step` further in the list.
fn variant(text: &str, step: usize, lexicon: &Lexicon) -> String {
    let mut of_class: BTreeMap<ClassId, Vec<usize>> = BTreeMap::new();
    for (index, entry) in lexicon.entries.iter().enumerate() {
        of_class.entry(entry.class).or_default().push(index);
    }
    let mut varied = String::with_capacity(text.len());
    let mut done = 0;
    for token in lexicon.tokens(text) {
        let TokenKind::Name(index) = token.kind else { continue };
        let index = index as usize;
        let peers = &of_class[&lexicon.entries[index].class];
        let at = peers.binary_search(&index).expect("an entry is among those of its class");
        varied.push_str(text.get(done..token.start).unwrap_or_default());
        varied.push_str(&lexicon.entries[peers[(at + step) % peers.len()]].name);
        done = token.end;
    }
    varied.push_str(text.get(done..).unwrap_or_default());
    varied
}

/// One document, and one that is ten times as long: ten variants of it, with other names in each.
fn growth(criterion: &mut Criterion) {
    let data = Data::embedded();
    let resources = Resources::load(&data).expect("the embedded data are sound");
    let text = &data.file(TEXT).expect("the text ships with the program").text;
    let mut group = criterion.benchmark_group("growth");
    group.sample_size(20);
    for times in [1, 10] {
        let variants = (0..times).map(|step| variant(text, step, &resources.lexicon));
        let source = Source::new("long", "long.txt", variants.collect::<String>());
        group.throughput(Throughput::Bytes(source.raw.len() as u64));
        group.bench_with_input(
            BenchmarkId::new("extraction", times),
            &source,
            |bencher, source| {
                bencher.iter(|| extract(black_box(source), &resources));
            },
        );
    }
    group.finish();
}

criterion_group!(benches, loading, stages, segmentation, growth);
criterion_main!(benches);
