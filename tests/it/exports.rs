//! Exports: written, parsed back, the same counts; the same bytes whatever the threads and the
//! order of files.

use std::{collections::BTreeSet, fs, io::Write};

use gongshi::{data::Data, ontology::Ontology};
use oxigraph::{
    io::{RdfFormat, RdfParser},
    model::{GraphName, Quad, Term},
};

use crate::support::{Bench, Printed, shared_corpus};

/// Returns the rows of a table, each by the names of its columns.
fn table(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
    (header, rows.collect())
}

fn quads(text: &str, format: RdfFormat) -> Vec<Quad> {
    RdfParser::from_format(format).for_slice(text.as_bytes()).map(Result::unwrap).collect()
}

#[test]
fn facts_have_the_columns_of_the_design_and_a_quote_each() {
    let bench = Bench::built();
    let (header, rows) = table(&bench.run(&["export", "facts"]).succeeded());
    assert_eq!(
        header.join(","),
        "document,relation,subject,subject_type,object,object_type,quote,line,start,end,rule,\
         confidence"
    );
    let ontology = Ontology::load(&Data::embedded()).unwrap();
    let mut places = Vec::new();
    for row in &rows {
        let text = bench.read(&format!("texts/{}.txt", row[0]));
        assert!(text.lines().nth(row[7].parse::<usize>().unwrap() - 1).unwrap().contains(&row[6]));
        assert!(ontology.relation(&row[1]).is_some(), "{row:?}");
        assert!(ontology.class(&row[3]).is_some(), "{row:?}");
        assert!(row[5].is_empty() || ontology.class(&row[5]).is_some(), "{row:?}");
        places.push((row[0].clone(), row[8].parse::<u32>().unwrap()));
    }
    assert!(places.is_sorted(), "by document, then place");
    let organised = |row: &&Vec<String>| row[1] == "organised" && row[2] == "武汉大学法学院";
    let documents: Vec<_> = rows.iter().filter(organised).map(|row| row[0].as_str()).collect();
    assert_eq!(documents, ["again", "seminar"], "a row for each document that states it");
}

#[test]
fn a_fact_has_one_row_or_one_for_each_passage() {
    let bench = Bench::built();
    let reified = quads(&bench.read("graph.nq"), RdfFormat::NQuads)
        .into_iter()
        .filter(|quad| match &quad.object {
            Term::Triple(triple) => !triple.predicate.as_str().ends_with("#mentions"),
            _ => false,
        })
        .count();
    let (_, rows) = table(&bench.run(&["export", "facts"]).succeeded());
    assert_eq!(rows.len(), reified);
    let (_, all) = table(&bench.run(&["export", "facts", "--all-evidence"]).succeeded());
    assert!(all.len() >= rows.len());
    let all: BTreeSet<_> = all.into_iter().collect();
    assert!(rows.iter().all(|row| all.contains(row)));
}

#[test]
fn entities_have_a_row_for_each_document_that_names_them() {
    let bench = Bench::built();
    let (header, rows) = table(&bench.run(&["export", "entities"]).succeeded());
    assert_eq!(header.join(","), "document,type,label,aliases,mentions");
    for document in ["again", "seminar"] {
        let own = rows.iter().filter(|row| {
            row[0] == document && row[3].split('|').chain([row[2].as_str()]).any(|n| n == document)
        });
        assert_eq!(own.count(), 1, "{document} is one of its entities");
    }
    let named = |row: &&Vec<String>| row[2] == "武汉大学法学院";
    assert_eq!(rows.iter().filter(named).count(), 2);
}

#[test]
fn every_format_of_the_graph_reads_back_with_all_its_triples() {
    let bench = Bench::built();
    let plain = |text: &str, format| -> BTreeSet<String> {
        let quads = quads(text, format).into_iter();
        let stays = |quad: &Quad| {
            !quad.subject.is_blank_node()
                && !quad.object.is_blank_node()
                && !matches!(quad.object, Term::Triple(_))
        };
        // In RDF 1.1 a statement is one by its type.
        let reified = |quad: &Quad| quad.to_string().contains("rdf-syntax-ns#");
        quads
            .filter(|quad| stays(quad) && !reified(quad))
            .map(|quad| Quad { graph_name: GraphName::DefaultGraph, ..quad }.to_string())
            .collect()
    };
    let expected = plain(&bench.read("graph.nq"), RdfFormat::NQuads);
    let json_ld = RdfFormat::from_extension("jsonld").unwrap();
    for (name, format) in [
        ("nq", RdfFormat::NQuads),
        ("ttl", RdfFormat::Turtle),
        ("trig", RdfFormat::TriG),
        ("rdfxml", RdfFormat::RdfXml),
        ("jsonld", json_ld),
    ] {
        for version in ["1.1", "1.2"] {
            let args = ["export", "graph", "--format", name, "--rdf", version];
            if (name, version) == ("jsonld", "1.2") {
                let err = bench.run(&args).failed(1);
                assert!(err.contains("hint: add --rdf 1.1"), "{err}");
                continue;
            }
            let text = bench.run(&args).succeeded();
            assert_eq!(plain(&text, format), expected, "{name} {version}");
        }
    }
    assert_eq!(bench.run(&["export", "graph"]).succeeded(), bench.read("graph.nq"));
}

#[test]
fn an_export_to_a_file_is_that_to_standard_output() {
    let bench = Bench::built();
    for what in [&["facts"][..], &["entities"], &["graph", "--format", "trig"]] {
        let printed = bench.run(&[&["export"], what].concat()).succeeded();
        bench.run(&[&["export"], what, &["-o", "file"]].concat()).succeeded();
        assert_eq!(bench.read("file"), printed);
    }
    bench.run(&["export", "facts", "-o", "no/such/folder.csv"]).failed(1);
    assert_eq!(bench.list(), ["file", "graph.nq", "texts"], "no temporary file stays behind");
}

/// Builds twice, with other numbers of threads and another order of files, and compares the graph
/// and what is exported from it.
fn assert_same_bytes(mut texts: Vec<String>, exports: &[&[&str]]) {
    let bench = Bench::new();
    let mut everything = |threads: &str| {
        let run = |args: &[&str]| {
            let output = bench.command(args).env("RAYON_NUM_THREADS", threads).output();
            Printed::from(output.unwrap()).succeeded()
        };
        texts.reverse();
        let paths: Vec<&str> = texts.iter().map(String::as_str).collect();
        run(&[&["build"], paths.as_slice()].concat());
        let mut written = vec![bench.read("graph.nq")];
        written.extend(exports.iter().map(|args| run(args)));
        written
    };
    let (once, again) = (everything("1"), everything("2"));
    for (one, other) in once.iter().zip(&again) {
        let line = one.lines().zip(other.lines()).find(|(one, other)| one != other);
        assert!(one == other, "{line:?}");
    }
}

#[test]
fn neither_threads_nor_the_order_of_files_change_a_byte() {
    assert_same_bytes(
        vec!["texts/seminar.txt".to_owned(), "texts/again.txt".to_owned()],
        &[
            &["export", "facts", "--all-evidence"],
            &["export", "entities"],
            &["export", "graph", "--format", "jsonld"],
            &["export", "network", "people"],
            &["export", "network", "institutions", "--format", "graphml"],
        ],
    );
}

#[test]
fn neither_threads_nor_the_order_of_files_change_a_byte_of_the_corpus() {
    let Some(corpus) = shared_corpus() else { return };
    let texts = fs::read_dir(corpus).unwrap();
    let texts = texts.map(|entry| entry.unwrap().path().display().to_string()).collect();
    let rank = ["rank", "people", "--by", "betweenness,eigenvector", "--format", "csv"];
    assert_same_bytes(texts, &[&rank]);
}

#[test]
fn a_name_with_every_mark_survives_the_table() {
    let bench = Bench::new();
    let mut file = fs::File::create(bench.path("marks.nq")).unwrap();
    writeln!(file, "<a:s> <a:p> \"甲,\\\"乙\\\"\\n丙\" <a:g> .").unwrap();
    bench.write("all.rq", "SELECT ?o { ?s ?p ?o }");
    let args = ["query", "all.rq", "--graph", "marks.nq", "--format", "csv"];
    let (_, rows) = table(&bench.run(&args).succeeded());
    assert_eq!(rows, [["甲,\"乙\"\n丙"]]);
}
