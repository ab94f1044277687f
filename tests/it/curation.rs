//! Judgements of persons, from the table to the graph and to `gongshi show`.

use crate::support::Bench;

const HEADER: &str = "action,document,class,name,relation,other_document,other_class,other,quote,reason,judge,date\n";

/// A folder with two texts and a table of these rows, each without reason, judge and date.
fn bench(rows: &[&str]) -> Bench {
    let bench = Bench::new();
    bench.write("curation.csv", table(rows));
    bench
}

fn table(rows: &[&str]) -> String {
    let rows = rows.iter().map(|row| format!("{row},据原件,李编,2024-05-01\n"));
    format!("{HEADER}{}", rows.collect::<String>())
}

/// One row of each action that takes effect on the two texts.
const ALL: [&str; 6] = [
    "same,,,清华大学,,,,武汉大学,",
    "different,again,,武汉大学法学院,,,,,",
    "reject,,,习近平,proposed,,,四项原则,",
    "add,seminar,,中国,signed,,,联合国宪章,中国一贯支持《联合国宪章》",
    "rename,,,德国马普研究所,,,,马克斯·普朗克研究所,",
    "type,,,四项原则,,,,Principle,",
];

#[test]
fn judgements_outlive_a_rebuild() {
    let bench = bench(&ALL);
    let printed = bench.run(&["build", "texts"]);
    let (err, out) = (printed.err.clone(), printed.succeeded());
    assert!(!err.contains("curation.csv"), "{err}");
    assert!(out.contains("校订  curation  6 of 6 rows of curation.csv applied"), "{out}");
    let graph = bench.read("graph.nq");
    bench.run(&["build", "texts"]).succeeded();
    assert!(bench.read("graph.nq") == graph);

    let mut turned = ALL;
    turned.reverse();
    bench.write("curation.csv", table(&turned));
    bench.run(&["build", "texts/seminar.txt", "texts/again.txt"]).succeeded();
    assert!(bench.read("graph.nq") == graph, "neither the order of rows nor of texts matters");

    bench.write("curation.csv", HEADER);
    bench.run(&["build", "texts"]).succeeded();
    assert!(bench.read("graph.nq") == Bench::built().read("graph.nq"), "all is undone");
}

#[test]
fn show_tells_what_was_curated_by_whom_and_why() {
    let bench = bench(&ALL);
    bench.run(&["build", "texts"]).succeeded();
    let show = |name: &str| bench.run(&["show", name]).succeeded();
    let joined = show("武汉大学");
    assert!(
        joined.contains("same 清华大学 → 武汉大学\n      李编, 2024-05-01: 据原件\n"),
        "{joined}"
    );
    let rejected = show("习近平");
    assert!(rejected.contains("已删 rejected: 习近平 → 提出 → 四项原则\n"), "{rejected}");
    let added = show("联合国宪章");
    assert!(added.contains("seminar:5  curation 1\n"), "{added}");
    assert!(added.contains("add 中国 → 签署、批准或加入 → 联合国宪章（"), "{added}");
    let renamed = show("德国马普研究所");
    assert!(renamed.starts_with("马克斯·普朗克研究所 · "), "{renamed}");
    assert!(renamed.contains("/德国马普研究所\n"), "the IRI stays: {renamed}");
    assert!(show("四项原则").contains("/principle-set/四项原则\n"));
    assert!(bench.run(&["show", "武汉大学法学院"]).err.starts_with("2 things are called so"));
}

#[test]
fn what_was_rejected_is_neither_stated_nor_inferred() {
    let bench = bench(&["reject,,,武汉大学法学院,organised,,,数字经济规则国际研讨会,"]);
    bench.run(&["build", "texts"]).succeeded();
    let ask = ["query", "organisers", "--format", "csv", "--names"];
    assert!(!bench.run(&ask).succeeded().contains("武汉大学法学院"));
    let curated = bench.run(&["query", "curated", "--format", "csv", "--names"]).succeeded();
    assert_eq!(curated.lines().count(), 5, "two things, two documents: {curated}");
    for format in ["ttl", "rdfxml", "jsonld"] {
        bench.run(&["export", "graph", "--format", format, "--rdf", "1.1"]).succeeded();
    }
}

#[test]
fn a_thing_that_was_rejected_still_tells_why() {
    let bench = bench(&["reject,,,四项原则,,,,,"]);
    bench.run(&["build", "texts"]).succeeded();
    let shown = bench.run(&["show", "四项原则"]).succeeded();
    assert!(shown.contains("reject 四项原则\n      李编, 2024-05-01: 据原件\n"), "{shown}");
    assert!(shown.contains("已删 rejected: "), "{shown}");
}

#[test]
fn a_row_without_effect_is_a_warning_with_its_line() {
    let bench = bench(&["rename,,,无此人,,,,某人,", "type,,,四项原则,,,,Principle,"]);
    let printed = bench.run(&["build", "texts"]);
    let told = "warning: curation.csv:2: nothing is called `无此人`\n";
    assert!(printed.err.contains(told), "{}", printed.err);
    assert!(printed.succeeded().contains("1 of 2 rows of curation.csv applied"));
}

#[test]
fn a_malformed_row_is_an_error_with_its_line_and_leaves_the_old_graph() {
    let bench = Bench::built();
    let old = bench.read("graph.nq");
    bench.write("curation.csv", table(&["same,,,甲,,,,乙,", "same,,,甲,,,,,"]));
    let err = bench.run(&["build", "texts"]).failed(1);
    assert!(err.contains("curation.csv:3: `other` is empty"), "{err}");
    bench.write("curation.csv", b"action,name,reason,judge,date\nreject,\xbc\xd7,x,x,2024-05-01\n");
    let err = bench.run(&["build", "texts"]).failed(1);
    assert!(err.contains("curation.csv:2: not UTF-8 text; a spreadsheet has"), "{err}");
    let err = bench.run(&["build", "texts", "--curation", "none.csv"]).failed(1);
    assert!(err.contains("cannot read none.csv"), "{err}");
    assert_eq!(bench.read("graph.nq"), old);
}

#[test]
fn the_table_is_looked_for_where_it_is_expected() {
    let bench = bench(&["rename,,,清华大学,,,,此处,"]);
    let label = |args: &[&str]| {
        let out = bench.run(&[&["build", "texts"], args].concat()).succeeded();
        assert_eq!(out.matches("校订").count(), 1, "{out}");
        let shown = bench.run(&["show", "清华大学"]).succeeded();
        shown.split_once(" · ").unwrap().0.to_owned()
    };
    assert_eq!(label(&[]), "此处");
    // With the mark that spreadsheets put before UTF-8.
    let mark = "\u{feff}";
    bench.write("own/curation.csv", format!("{mark}{}", table(&["rename,,,清华大学,,,,数据夹,"])));
    assert_eq!(label(&["--data", "own"]), "数据夹");
    bench.write("named.csv", table(&["rename,,,清华大学,,,,所指,"]));
    assert_eq!(label(&["--data", "own", "--curation", "named.csv"]), "所指");
}
