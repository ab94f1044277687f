//! Figures: whole SVG files, the same bytes whatever the threads, from the graph in one command.

use std::process::Command;

use quick_xml::{Reader, events::Event};

use crate::support::{Bench, Printed};

/// Returns all texts of an SVG, and fails where it is none.
fn texts(svg: &str) -> String {
    let mut reader = Reader::from_str(svg);
    let (mut texts, mut root) = (String::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) if root.is_empty() => start.name().as_ref().clone_into(&mut root),
            Event::Text(text) => texts.push_str(&text),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(root, "svg");
    assert!(svg.contains("font-family=\"Noto Sans CJK SC,") && svg.contains("<metadata>"));
    texts
}

/// Draws a figure with one thread and with two, and compares.
fn drawn(bench: &Bench, args: &[&str]) -> String {
    let run = |threads: &str| {
        let args = [&["figure"], args].concat();
        let output = bench.command(&args).env("RAYON_NUM_THREADS", threads).output();
        Printed::from(output.unwrap()).succeeded()
    };
    let svg = run("1");
    assert_eq!(svg, run("2"), "{args:?}");
    svg
}

#[test]
fn each_kind_is_drawn_with_names_and_caption() {
    let bench = Bench::built();
    for (args, parts) in [
        (
            &["ranks", "people", "--by", "degree,harmonic"][..],
            &["陈若水", "度数：", "gongshi "][..],
        ),
        (&["timeline", "--language", "en"], &["数字经济规则", "Event (2)", "Entries: 2"]),
        (&["lineage", "四项原则"], &["习近平", "“四项原则”源流"]),
    ] {
        let svg = drawn(&bench, args);
        let texts = texts(&svg);
        for part in parts {
            assert!(texts.contains(part), "{part} in {texts}");
        }
        bench.run(&[&["figure"], args, &["-o", "figure.svg"]].concat()).succeeded();
        assert_eq!(bench.read("figure.svg"), svg);
    }
}

#[test]
fn a_network_is_drawn_where_graphviz_is_and_told_where_not() {
    let bench = Bench::built();
    let missing = bench.command(&["figure", "network", "people"]).env("PATH", "").output();
    let err = Printed::from(missing.unwrap()).failed(1);
    assert!(err.contains("Graphviz is not installed") && err.contains("hint: install"), "{err}");
    if Command::new("dot").arg("-V").output().is_err() {
        println!("skipped: Graphviz is not installed");
        return;
    }
    bench.write("mine.csv", "person,event\n黄志雄,甲\n李艳,甲\n李艳,乙\nKai-Kit Wong,乙\n孤,\n");
    let svg = drawn(&bench, &["network", "--incidence", "mine.csv"]);
    let texts = texts(&svg);
    for part in ["黄志雄", "Kai-Kit Wong", "4 个节点，2 条边，2 个群组", "种子 1"] {
        assert!(texts.contains(part), "{part} in {texts}");
    }
    assert!(svg.contains("<gs:parameter name=\"incidence\">mine.csv</gs:parameter>"));
}

#[test]
fn wrong_usage_and_unknown_names_are_told() {
    let bench = Bench::built();
    let error = bench.run(&["figure", "timeline", "--from", "soon"]);
    assert_eq!(error.code, 2, "{}", error.err);
    let err = bench.run(&["figure", "lineage", "四项原", "-o", "x.svg"]).failed(1);
    assert!(err.contains("hint: ") && err.contains("四项原则"), "{err}");
    assert_eq!(bench.list(), ["graph.nq", "texts"], "no half-written file");
}
