//! The wiring of the command line: each command once, each failure with its message and code.

use std::{
    io::{BufRead, BufReader, Write},
    process::Stdio,
};

use crate::support::{Bench, Printed};

#[test]
fn build_says_what_it_found_and_what_to_do_next() {
    let bench = Bench::new();
    let out = bench.run(&["build", "texts"]).succeeded();
    let first: Vec<_> = out.lines().next().unwrap().split_whitespace().collect();
    assert_eq!(first, ["文献", "documents", "2"]);
    assert!(out.contains("organised") && out.contains("University"), "{out}");
    for next in ["gongshi queries", "gongshi query ", "gongshi rank people", "gongshi export net"] {
        assert!(out.contains(next), "{out}");
    }
    assert_eq!(bench.list(), ["graph.nq", "texts"], "no temporary file stays behind");
}

#[test]
fn what_build_says_to_do_next_works() {
    let bench = Bench::new();
    let out = bench.run(&["build", "-o", "mine.nq"]).succeeded();
    let (_, next) = out.split_once("what next:\n").unwrap();
    assert!(next.lines().count() >= 4, "{out}");
    for line in next.lines() {
        let words = line.trim().split("  ").next().unwrap().split(' ').skip(1);
        bench.run(&words.collect::<Vec<_>>()).succeeded();
    }
    assert!(bench.read("people.dot").starts_with("graph "));
}

#[test]
fn build_writes_where_it_is_told() {
    let bench = Bench::new();
    bench.run(&["build", "texts", "--graph", "a.nq"]).succeeded();
    bench.run(&["--graph", "a.nq", "build", "texts/again.txt", "-o", "b.nq"]).succeeded();
    assert!(bench.read("a.nq").len() > bench.read("b.nq").len());
    let base = "https://example.org/kg";
    bench.run(&["build", "texts", "-o", "c.nq", "--base", base]).succeeded();
    let graph = bench.read("c.nq");
    assert!(graph.contains("<https://example.org/kg/university/武汉大学>"));
    assert!(!graph.contains("w3id.org/gongshi/id/"));
    let message = bench.run(&["build", "texts", "--base", "no iri"]).failed(1);
    assert!(message.contains("\nhint: "), "{message}");
}

#[test]
fn check_tells_every_mistake_and_build_the_first() {
    let bench = Bench::new();
    bench.write("own/lexicon/gbk.csv", b"class,name\nTreaty,\xb9\xab\xd4\xbc\n");
    bench.write(
        "own/lexicon/treaties.csv",
        "\u{feff}class,name\r\nTreaty,深海公约\r\nTreety,北海公约\r\n",
    );
    bench.write("own/lexicon/notes.docx", "");
    let printed = bench.run(&["check", "--data", "own"]);
    let lines: Vec<&str> = printed.out.lines().collect();
    assert!(lines[0].starts_with("own/lexicon/gbk.csv:2: expected UTF-8 text"), "{lines:#?}");
    assert!(lines[1].starts_with("own/lexicon/notes.docx: nothing reads this file; expected"));
    assert!(lines[2].starts_with("own/lexicon/treaties.csv:3: `Treety` is no class"), "{lines:#?}");
    assert!(lines[3].starts_with("sound: "), "{lines:#?}");
    assert_eq!((printed.code, lines.len()), (1, 4));
    assert_eq!(printed.err, "gongshi: error: there are 3 mistakes in the data\n");

    let err = bench.run(&["build", "texts", "--data", "own"]).failed(1);
    assert!(err.contains("gbk.csv:2: ") && err.contains("\nhint: gongshi check"), "{err}");
    bench.write("own/lexicon/gbk.csv", "class,name\nTreaty,公约\n");
    bench.write("own/lexicon/treaties.csv", "class,name\nTreaty,深海公约\n");
    let printed = bench.run(&["build", "texts", "--data", "own"]);
    assert!(printed.err.starts_with("warning: own/lexicon/notes.docx: nothing reads this file"));
    printed.succeeded();
}

#[test]
fn warnings_have_their_place() {
    let bench = Bench::new();
    bench.write("texts/slides.pdf", "%PDF");
    let printed = bench.run(&["build", "texts"]);
    assert!(printed.err.starts_with("warning: texts/slides.pdf: "), "{}", printed.err);
    assert_eq!(printed.code, 0);
}

#[test]
fn wrong_texts_are_named_and_leave_the_old_graph() {
    let bench = Bench::built();
    let old = bench.read("graph.nq");
    let cases: [(&str, &[u8], &str); 4] = [
        ("empty.txt", b"", "empty.txt: the file is empty"),
        ("binary.txt", b"a\0b", "binary.txt: a binary file"),
        ("gbk.txt", b"one\n\xb9\xb2\xca\xb6\n", "gbk.txt:2: not UTF-8 text"),
        ("slides.pdf", b"%PDF", "slides.pdf: not a kind of file that is read"),
    ];
    for (name, bytes, message) in cases {
        bench.write(name, bytes);
        let err = bench.run(&["build", "texts", name]).failed(1);
        assert!(err.contains(message), "{err}");
    }
    let err = bench.run(&["build", "none.txt"]).failed(1);
    assert!(err.contains("none.txt: no such file or folder"), "{err}");
    assert_eq!(bench.read("graph.nq"), old);
}

#[test]
fn broken_data_is_named_with_its_line_and_leaves_the_old_graph() {
    let bench = Bench::built();
    let old = bench.read("graph.nq");
    for (name, text, place) in [
        ("patterns/mine.toml", "[[pattern]]\nname = \n", "mine.toml:2"),
        ("lexicon/mine.csv", "name,class\n甲研究所,Organisation\n乙所,Nonsense\n", "mine.csv:3"),
        ("ontology/mine.ttl", "<a:b> <a:c> <a:d> .\n<a:b> nonsense .\n", "mine.ttl:2"),
        ("ontology/rules/mine.rq", "CONSTRUCT { ?a ?b ?c }\nWHERE ?a\n", "mine.rq:2"),
    ] {
        let data = Bench::new();
        data.write(name, text);
        let folder = data.path("");
        let err = bench.run(&["build", "texts", "--data", folder.to_str().unwrap()]).failed(1);
        assert!(err.contains(place), "{name}: {err}");
        assert_eq!(bench.read("graph.nq"), old, "{name}");
    }
    let err = bench.run(&["build", "texts", "--data", "nowhere"]).failed(1);
    assert!(err.contains("cannot use the data folder: cannot read nowhere"), "{err}");
}

#[test]
fn the_users_own_data_is_used() {
    let bench = Bench::new();
    bench.write("texts/ship.txt", "2023年5月，武汉大学主办了“极地科考”国际研讨会。\n");
    bench.write("own/queries/hosts.rq", "SELECT ?host { ?host gs:organised ?event }");
    bench.run(&["build", "texts", "--data", "own"]).succeeded();
    let args = ["query", "hosts", "--data", "own", "--format", "csv", "--names"];
    let out = bench.run(&args).succeeded();
    assert!(out.contains("武汉大学"), "{out}");
    bench.write("own/queries/hosts.rq", "SELECT ?host\n{ ?host gs:organised }");
    let err = bench.run(&args).failed(1);
    assert!(err.contains("hosts.rq:2:"), "{err}");
}

#[test]
fn missed_tells_what_was_not_read_and_how_much() {
    let bench = Bench::new();
    bench.write("texts/ice.txt", "冰岛的冬天很长。\n挪威没有签署《南极条约》。\n");
    let out = bench.run(&["missed", "texts"]).succeeded();
    assert!(
        out.contains("ice:1  sentence: no word that a pattern knows\n     冰岛的冬天"),
        "{out}"
    );
    assert!(out.lines().any(|line| line.starts_with("all  ")), "{out}");
    let csv = bench.run(&["missed", "texts/ice.txt", "--format", "csv"]).succeeded();
    assert!(csv.starts_with("score,document,line,kind,why,text\n1,ice,1,sentence,"), "{csv}");
    assert!(csv.contains("\n0,ice,2,unreal,"), "{csv}");
    let totals = bench.run(&["missed", "texts", "--totals", "--format", "csv"]).succeeded();
    assert!(
        totals.starts_with("document,sentences,named,stated,unreal,silent,share\n"),
        "{totals}"
    );
    let json = bench.run(&["missed", "--format", "json", "--top", "3"]).succeeded();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["silences"].as_array().unwrap().len(), 3);
    assert_eq!(json["totals"].as_array().unwrap().len(), 6);
    bench.run(&["missed", "none.txt"]).failed(1);
}

#[test]
fn questions_are_listed_and_answered() {
    let bench = Bench::built();
    let list = bench.run(&["queries"]).succeeded();
    assert!(list.contains("  experts ") && list.contains("  people "), "{list}");
    let out = bench.run(&["query", "organisers", "--format", "csv", "--names"]).succeeded();
    assert!(out.contains("武汉大学法学院"), "{out}");
}

#[test]
fn a_question_may_come_by_standard_input() {
    let bench = Bench::built();
    let mut child = bench
        .command(&["query", "-", "--format", "csv"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let text = "SELECT ?host ?event { ?host gs:organised ?event }";
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let out = Printed::from(child.wait_with_output().unwrap()).succeeded();
    // Two documents state the fact; it is one answer.
    assert_eq!(out.lines().count(), 2, "{out}");
}

#[test]
fn show_gives_each_document_that_states_a_fact() {
    let bench = Bench::built();
    let out = bench.run(&["show", "武汉大学法学院"]).succeeded();
    assert_eq!(out.matches("→ 数字经济规则国际研讨会\n").count(), 1, "{out}");
    assert!(out.contains("again:1") && out.contains("seminar:3"), "{out}");
    let err = bench.run(&["show", "武汉大学法学系"]).failed(1);
    assert!(err.contains("hint: there is 武汉大学法学院"), "{err}");
}

#[test]
fn networks_are_ranked_and_exported() {
    let bench = Bench::built();
    let out = bench.run(&["rank", "institutions", "--format", "csv"]).succeeded();
    assert!(out.starts_with("node,degree\n") && out.contains("清华大学,"), "{out}");
    let coloured = ["export", "network", "institutions", "--colour-by", "class"];
    let out = bench.run(&coloured).succeeded();
    assert!(out.contains("清华大学") && out.contains(" 高等院校 ("), "{out}");
    let out = bench.run(&[&coloured[..], &["--language", "en"]].concat()).succeeded();
    assert!(out.contains(" university (") && !out.contains(" University ("), "{out}");
    bench.write("mine.csv", "person,event\n甲,会\n乙,会\n");
    let out = bench.run(&["rank", "--incidence", "mine.csv", "--format", "csv"]).succeeded();
    assert_eq!(out, "node,degree\n乙,1\n甲,1\n");
    let err = bench.run(&["rank", "persons"]).failed(1);
    assert!(err.contains("hint: there is citations, "), "{err}");
}

#[test]
fn evaluate_reads_the_graph_as_the_exports_do() {
    let bench = Bench::built();
    bench.write(
        "gold/seminar.entities.tsv",
        "type\tlabel\taliases\nUniversity\t武汉大学法学院\t\nEvent\t“数字经济规则”国际研讨会\t\n",
    );
    bench.write(
        "gold/seminar.facts.tsv",
        "relation\tsubject\tobject\tquote\norganised\t武汉大学法学院\t“数字经济规则”国际研讨会\t\n",
    );
    bench.run(&["export", "facts", "-o", "f.csv"]).succeeded();
    bench.run(&["export", "entities", "-o", "e.csv"]).succeeded();
    let of_graph = bench.run(&["evaluate", "gold"]).succeeded();
    assert!(of_graph.contains("organised"), "{of_graph}");
    let tables = ["evaluate", "gold", "--entities", "e.csv", "--facts", "f.csv"];
    assert_eq!(bench.run(&tables).succeeded(), of_graph);
    bench.run(&[&tables[..], &["--graph", "graph.nq"]].concat()).failed(2);
}

#[test]
fn without_a_graph_each_command_says_to_build_one() {
    let bench = Bench::new();
    for args in [
        &["query", "experts"][..],
        &["show", "中国"],
        &["rank", "people"],
        &["export", "facts"],
        &["export", "graph"],
        &["export", "network", "people"],
    ] {
        let err = bench.run(args).failed(1);
        assert!(err.contains("there is no graph at graph.nq\nhint: run gongshi build"), "{err}");
    }
    bench.write("graph.nq", "<a:s> <a:p> <a:o> .\n<a:s> nonsense <a:o> .\n");
    let err = bench.run(&["query", "experts"]).failed(1);
    assert!(err.contains("graph.nq:2: "), "{err}");
}

#[test]
fn wrong_usage_has_a_code_of_its_own() {
    let bench = Bench::new();
    bench.run(&["build", "--colour"]).failed(2);
    bench.run(&["query"]).failed(2);
    bench.run(&["rank", "people", "--by", "fame"]).failed(2);
    let err = bench.run(&["rank", "people", "--correct", "holm"]).failed(2);
    assert!(err.contains("error: --correct has no effect here") && err.contains("hint: "), "{err}");
    for idle in [
        &["ranks", "people", "--intervals", "documents", "--samples", "9"][..],
        &["ranks", "people", "--intervals", "documents", "--seed", "2"],
        &["network", "people", "--colour-by", "country", "--seed", "2"],
    ] {
        let err = bench.run(&[&["figure"], idle].concat()).failed(2);
        assert!(err.contains("has no effect here: nothing is drawn\nhint: "), "{err}");
    }
    let err =
        bench.run(&["rank", "people", "--ties", "--null", "fixed", "--samples", "0"]).failed(2);
    assert!(!err.contains("note: "), "{err}");
    assert_eq!(bench.run(&[]).code, 2);
    assert!(bench.run(&["--version"]).succeeded().starts_with("gongshi 0."));
    assert!(bench.run(&["build", "--help"]).succeeded().contains("\nExamples:\n"));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let bench = Bench::built();
    let mut child = bench
        .command(&["export", "graph"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let printed = Printed::from(child.wait_with_output().unwrap());
    assert_eq!((printed.code, printed.err.as_str()), (0, ""));
}

#[test]
fn chance_doubt_and_time_are_columns_and_words() {
    let bench = Bench::new();
    bench.write(
        "mine.csv",
        "person,event,date,document,confidence\n甲,会,2021,一,0.9\n乙,会,2021,一,0.8\n\
         甲,坛,2022-03,二,1\n丙,坛,2022-03,二,0.7\n丁,坛,,二,1\n",
    );
    let rank = |more: &[&str]| {
        let plain = ["rank", "--incidence", "mine.csv", "--format", "csv"];
        bench.run(&[&plain[..], more].concat())
    };
    let out = rank(&["--by", "year"]).succeeded();
    assert_eq!(out, "slice,node,degree\n2021,乙,1\n2021,甲,1\n2022,丙,1\n2022,甲,1\n");
    let out = rank(&["--from", "2022", "--by", "degree"]);
    assert!(out.err.contains("exact enough: 1 of 5 participations\n"), "{}", out.err);
    assert_eq!(out.succeeded(), "node,degree\n丙,1\n甲,1\n");
    let out = rank(&["--intervals", "documents", "--null", "fixed", "--samples", "20"]).succeeded();
    let head = "node,degree,degree_low,degree_high,degree_expected,degree_p,degree_p_adjusted,rank,\
                rank_low,rank_high\n甲,3,1,3,";
    assert!(out.starts_with(head), "{out}");
    let out = rank(&["--ties", "--null", "stochastic", "--correct", "none"]).succeeded();
    assert!(out.starts_with("source,target,weight,expected,p,p_adjusted\n"), "{out}");
    let arguments = ["export", "network", "--incidence", "mine.csv", "--format", "graphml"];
    let out = bench.run(&[&arguments[..], &["--backbone", "1", "--to", "2021"]].concat());
    assert!(out.succeeded().contains("p_adjusted"));
    let arguments = ["rank", "--incidence", "mine.csv", "--explain", "--language", "en"];
    let out = bench.run(&arguments).succeeded();
    assert!(
        out.contains("4 nodes, 2 groups and 5 participations") && out.contains("\nReferences\n")
    );
    let err = rank(&["--intervals", "documents", "--by", "component"]).failed(1);
    assert!(err.contains("component numbers parts"), "{err}");
    bench.write("bare.csv", "person,event\n甲,会\n");
    let err = bench.run(&["rank", "--incidence", "bare.csv", "--by", "year"]).failed(1);
    assert!(err.contains("has a date\nhint: "), "{err}");
}
