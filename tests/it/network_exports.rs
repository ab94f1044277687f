//! Exports of networks: each format is parsed back and has the same nodes and edges.

use std::collections::BTreeMap;

use quick_xml::{Reader, XmlVersion, events::Event};
use serde_json::Value;

use crate::support::Bench;

/// Names that are hard on file formats, in two events and a third that nobody else joined.
const HARD: &str = "person,event,country,date,quote,source,line
\"O\"\"Neil\\\",会,英国,2022-06-09/2022-06-10,\"<O\"\"Neil> & 甲\",d,3
\"tab\tand\nline\",会,,2022-06,,,
😀𠮷,会,日本,2022,,,
😀𠮷,坛,日本,--06-10,,,
甲,坛,中国,soon,,,
会,会,,,,,
会,会,,,,,
[甲]* | 乙,独,,,,,
孤,,,,,,
";

fn bench() -> Bench {
    let bench = Bench::new();
    bench.write("hard.csv", HARD);
    bench
}

fn exported(bench: &Bench, format: &str, more: &[&str]) -> String {
    let args = ["export", "network", "--incidence", "hard.csv", "--format", format];
    bench.run(&[&args, more].concat()).succeeded()
}

fn json(bench: &Bench, format: &str, more: &[&str]) -> Value {
    serde_json::from_str(&exported(bench, format, more)).unwrap()
}

fn list<'a>(json: &'a Value, key: &str) -> &'a Vec<Value> {
    json[key].as_array().unwrap()
}

/// Returns the attributes of all elements of a name, as a parser of XML sees them.
fn elements(text: &str, name: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = Reader::from_str(text);
    let mut found = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) if start.name().as_ref() == name => {
                let attributes = start.attributes().map(|attribute| {
                    let attribute = attribute.unwrap();
                    let value = attribute.normalized_value(XmlVersion::default()).unwrap();
                    (attribute.key.as_ref().to_owned(), value.into_owned())
                });
                found.push(attributes.collect());
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

#[test]
fn every_format_has_the_same_nodes_and_edges() {
    let bench = bench();
    for (more, nodes, edges) in [(&[][..], 7, 7), (&["--two-mode"][..], 10, 7)] {
        let json = json(&bench, "json", more);
        assert_eq!((list(&json, "nodes").len(), list(&json, "edges").len()), (nodes, edges));
        for format in ["graphml", "gexf"] {
            let text = exported(&bench, format, more);
            assert_eq!(elements(&text, "node").len(), nodes, "{format}");
            assert_eq!(elements(&text, "edge").len(), edges, "{format}");
        }
        for (part, rows) in [("nodes", nodes), ("edges", edges)] {
            let text = exported(&bench, "csv", &[more, &["--part", part]].concat());
            assert_eq!(csv::Reader::from_reader(text.as_bytes()).records().count(), rows);
        }
        let pajek = exported(&bench, "pajek", more);
        let (head, ties) = pajek.split_once("*Edges\r\n").unwrap();
        assert_eq!((head.lines().count(), ties.lines().count()), (nodes + 2, edges));
        let dot = exported(&bench, "dot", more);
        let count = |mark: &str| dot.lines().filter(|line| line.contains(mark)).count();
        assert_eq!((count(", name=\""), count(" -- n")), (nodes, edges));
    }
}

#[test]
fn hard_names_are_the_same_in_every_format_that_can_hold_them() {
    let bench = bench();
    let json = json(&bench, "json", &["--two-mode"]);
    let ids: Vec<&str> =
        list(&json, "nodes").iter().map(|node| node["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"O\"Neil\\") && ids.contains(&"tab\tand\nline"), "{ids:?}");
    // A person bears the name of an event: the event gets another.
    assert!(ids.contains(&"会") && ids.contains(&"会 (2)"), "{ids:?}");
    let gexf = exported(&bench, "gexf", &["--two-mode"]);
    let found: Vec<String> =
        elements(&gexf, "node").into_iter().map(|mut node| node.remove("id").unwrap()).collect();
    assert_eq!(found, ids);
    let nodes = exported(&bench, "csv", &["--two-mode", "--part", "nodes"]);
    let mut reader = csv::Reader::from_reader(nodes.as_bytes());
    let found: Vec<String> = reader.records().map(|row| row.unwrap()[0].to_owned()).collect();
    assert_eq!(found, ids);
}

#[test]
fn hif_has_events_as_hyperedges_and_participations_once() {
    let bench = bench();
    let hif = json(&bench, "hif", &[]);
    let counts = ["nodes", "edges", "incidences"].map(|key| list(&hif, key).len());
    assert_eq!(counts, [7, 3, 7]);
    let evidence: Vec<&Value> =
        list(&hif, "incidences").iter().filter(|i| i["node"] == "O\"Neil\\").collect();
    assert_eq!(evidence.len(), 1);
    assert_eq!(evidence[0]["attrs"]["sentences"][0], "<O\"Neil> & 甲 (d:3)");
    assert_eq!(evidence[0]["attrs"]["documents"][0], "d");
}

#[test]
fn gexf_gives_each_date_its_days_and_what_is_no_date_none() {
    let bench = bench();
    let text = exported(&bench, "gexf", &["--two-mode"]);
    let mut spells: Vec<String> = elements(&text, "spell")
        .iter()
        .map(|spell| format!("{} {}", spell["start"], spell["end"]))
        .collect();
    spells.sort();
    // Three participations and their three persons; the event, joined to one year.
    assert_eq!(
        spells,
        [
            "2022-01-01 2022-12-31",
            "2022-01-01 2022-12-31",
            "2022-01-01 2022-12-31",
            "2022-06-01 2022-06-30",
            "2022-06-01 2022-06-30",
            "2022-06-09 2022-06-10",
            "2022-06-09 2022-06-10",
        ]
    );
}

#[test]
fn networks_of_the_graph_say_what_their_parts_are() {
    let bench = Bench::built();
    let export = |format: &str, more: &[&str]| {
        let args = ["export", "network", "people", "--format", format];
        bench.run(&[&args, more].concat()).succeeded()
    };
    let json: Value = serde_json::from_str(&export("json", &["--two-mode"])).unwrap();
    assert_eq!(json["graph"]["name"], "人物与会议 / People by event");
    let person = list(&json, "nodes").iter().find(|node| node["label"] == "陈若水").unwrap();
    assert_eq!(person["class"], "Person");
    let event = list(&json, "nodes").iter().find(|node| node["bipartite"] == 1).unwrap();
    assert!(event["class"].is_string(), "{event}");
    let of_person =
        |edge: &&Value| edge["source"] == person["id"] || edge["target"] == person["id"];
    let edge = list(&json, "edges").iter().find(of_person).unwrap();
    assert!(edge["sentences"][0].as_str().unwrap().contains("陈若水出席"), "{edge}");
    assert_eq!(edge["documents"].as_array().unwrap().len(), 1);
    let dot = export("dot", &[]);
    assert!(dot.contains("人物与会议") && dot.contains("共同参与至少一个会议的两人相连"), "{dot}");
    let neutral = exported(&self::bench(), "dot", &[]);
    assert!(neutral.contains("同属至少一组的两点相连") && !neutral.contains("参与"), "{neutral}");
}

#[test]
fn neither_threads_nor_runs_change_a_byte() {
    let bench = bench();
    for format in ["dot", "graphml", "gexf", "hif", "pajek", "json"] {
        let run = |threads: &str| {
            let args = ["export", "network", "--incidence", "hard.csv", "--format", format];
            let output = bench.command(&args).env("RAYON_NUM_THREADS", threads).output().unwrap();
            output.stdout
        };
        assert!(run("1") == run("2") && !run("1").is_empty(), "{format}");
    }
}
