//! Each question of `queries/` on a small graph, against `tests/expected/`.
//!
//! `GONGSHI_WRITE_EXPECTED=1 cargo test` writes the expected files anew; read what changed.

use std::{env, fs, path::Path, sync::LazyLock};

use gongshi::{
    data::Data,
    query::{self, Format, Library, Question, Values},
};
use oxigraph::store::Store;

use crate::support::Bench;

/// Values for the parameters that have no default, and for some that have one.
const VALUES: &[(&str, &str, &str)] = &[
    ("about", "thing", "数据主权"),
    ("career", "person", "林致远"),
    ("cooperation", "party", "中国"),
    ("met", "person", "安娜·诺德"),
    ("names", "thing", "INLS"),
];

static STORE: LazyLock<Store> =
    LazyLock::new(|| query::load(Path::new("tests/fixtures/sample.trig")).unwrap());

fn answer(question: &Question, values: &Values) -> String {
    answer_of(&STORE, question, values)
}

fn answer_of(store: &Store, question: &Question, values: &Values) -> String {
    let table = query::run(store, question, values).unwrap();
    let mut out = Vec::new();
    table.with_names().write(Format::Csv, None, &mut out).unwrap();
    String::from_utf8(out).unwrap().replace("\r\n", "\n")
}

fn values(question: &Question) -> Values {
    let named = VALUES
        .iter()
        .filter(|(name, ..)| *name == question.name && !question.path.contains("networks"));
    named.map(|(_, parameter, value)| ((*parameter).to_owned(), (*value).to_owned())).collect()
}

fn check(question: &Question, expected: &str, failures: &mut Vec<String>) {
    let values = values(question);
    let actual = answer(question, &values);
    assert_eq!(actual, answer(question, &values), "{}: two runs differ", question.path);
    if env::var_os("GONGSHI_WRITE_EXPECTED").is_some() {
        fs::write(expected, &actual).unwrap();
    }
    match fs::read_to_string(expected) {
        Ok(text) if text == actual => {}
        Ok(text) => failures.push(format!("{expected}:\n{}", difference(&text, &actual))),
        Err(_) => failures.push(format!("{expected}: missing, for {}:\n{actual}", question.path)),
    }
}

fn difference(expected: &str, actual: &str) -> String {
    let missing = expected.lines().filter(|line| !actual.lines().any(|l| l == *line));
    let new = actual.lines().filter(|line| !expected.lines().any(|l| l == *line));
    missing.map(|l| format!("- {l}\n")).chain(new.map(|l| format!("+ {l}\n"))).collect()
}

#[test]
fn each_question_has_the_expected_answer() {
    let data = Data::embedded();
    let library = Library::new(&data);
    let mut failures = Vec::new();
    for question in library.questions().unwrap() {
        check(&question, &format!("tests/expected/{}.csv", question.name), &mut failures);
    }
    for network in library.networks().unwrap() {
        let expected = format!("tests/expected/networks/{}.csv", network.name);
        check(&network, &expected, &mut failures);
    }
    for export in library.exports().unwrap() {
        let expected = format!("tests/expected/exports/{}.csv", export.name);
        check(&export, &expected, &mut failures);
    }
    for figure in library.figures().unwrap() {
        let expected = format!("tests/expected/figures/{}.csv", figure.name);
        check(&figure, &expected, &mut failures);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn each_expected_answer_has_its_question() {
    for folder in ["", "networks/", "exports/", "figures/"] {
        for entry in fs::read_dir(format!("tests/expected/{folder}")).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if let Some(name) = name.strip_suffix(".csv") {
                let question = format!("queries/{folder}{name}.rq");
                assert!(Path::new(&question).exists(), "no {question}");
            }
        }
    }
}

#[test]
fn of_several_dates_one_without_a_year_comes_last() {
    // Two sources date an event, and the one that is later loses its year.
    let (dated, without) = ("\"2022-08-13\"^^xsd:date", "\"--08-13\"^^xsd:gMonthDay");
    let sample = fs::read_to_string("tests/fixtures/sample.trig").unwrap();
    assert!(sample.contains(dated));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.trig");
    fs::write(&path, sample.replace(dated, without)).unwrap();
    let store = query::load(&path).unwrap();
    let data = Data::embedded();
    let library = Library::new(&data);
    let mut first = 0;
    for question in library.questions().unwrap().into_iter().chain(library.networks().unwrap()) {
        let values = values(&question);
        let usual = answer(&question, &values);
        if usual.contains("2022-08-12") && !usual.contains("2022-08-13") {
            assert_eq!(answer_of(&store, &question, &values), usual, "{}", question.path);
            first += 1;
        }
    }
    assert!(first >= 6, "{first}");
}

#[test]
fn networks_yield_pairs() {
    let data = Data::embedded();
    for network in Library::new(&data).networks().unwrap() {
        let csv = answer(&network, &Values::new());
        let columns: Vec<&str> = csv.lines().next().unwrap().split(',').collect();
        let (one, two) = (columns[0], columns[1]);
        assert!(
            (one, two) == ("node", "group") || (one, two) == ("source", "target"),
            "{}: {one}, {two}",
            network.path
        );
    }
}

#[test]
fn several_posts_keep_title_and_body_together() {
    let bench = Bench::new();
    bench.write(
        "texts/seminar.txt",
        "海洋法治研讨会在青岛举行\n\n2022年6月8日，海洋法治研讨会在青岛举行。\n\n复旦大学法学院教授、中国海洋学会副会长高岚，外交学院教授林慧出席会议并发言。\n\n林慧，曾任湄公河委员会顾问和外交学院副院长，现任外交学院教授。\n",
    );
    bench.run(&["build", "texts", "-o", "g.nq"]).succeeded();
    let ask = |question: &str, set: &str| {
        let args =
            ["query", question, "--set", set, "--graph", "g.nq", "--format", "csv", "--names"];
        bench.run(&args).succeeded()
    };
    let participants = ask("participants", "event=*");
    for pair in ["教授,复旦大学法学院", "副会长,中国海洋学会", "教授,外交学院"]
    {
        assert!(participants.contains(pair), "no {pair} in {participants}");
    }
    for pair in ["教授,中国海洋学会", "副会长,复旦大学法学院", "副院长,外交学院"]
    {
        assert!(!participants.contains(pair), "{pair} in {participants}");
    }
    let told = bench.run(&["query", "career", "--graph", "g.nq"]).failed(1);
    assert!(told.contains("add --set person=VALUE"), "{told}");
    let career = ask("career", "person=林慧");
    let rows = |words: &str| career.lines().filter(|row| row.contains(words)).count();
    assert_eq!(rows("外交学院,副院长,"), 1, "{career}");
    assert_eq!(rows("顾问,,湄公河委员会"), 1, "{career}");
    assert_eq!(rows("湄公河委员会顾问,"), 0, "{career}");
}
