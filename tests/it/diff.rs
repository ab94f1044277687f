//! What `gongshi diff` tells of two builds.

use crate::support::Bench;

const HEADER: &str =
    "action,document,class,name,relation,other_class,other,quote,reason,judge,date\n";

/// A folder with two graphs: one of the texts, and one of a text less, with judgements.
fn bench() -> Bench {
    let bench = Bench::built();
    bench.write(
        "curation.csv",
        format!(
            "{HEADER}rename,,,清华大学,,,清华,,试,李编,2024-05-01\n\
             reject,,,陈若水,position,,副教授,,试,李编,2024-05-01\n\
             add,seminar,,中国,signed,,联合国宪章,中国一贯支持《联合国宪章》,试,李编,2024-05-01\n"
        ),
    );
    bench.run(&["build", "texts/seminar.txt", "-o", "new.nq"]).succeeded();
    bench
}

#[test]
fn changes_are_told_in_words_with_their_sentences() {
    let bench = bench();
    let out = bench.run(&["diff", "graph.nq", "new.nq"]).succeeded();
    for told in [
        "文献 texts\n  - again\n",
        "  改名 renamed: 清华大学 · 高等院校 → 清华 · 高等院校\n",
        "  + 中国 → 签署、批准或加入 signed → 联合国宪章\n      “中国一贯支持《联合国宪章》”\n      seminar:5  curation\n",
        "  - 陈若水 → 职务 position → 副教授",
    ] {
        assert!(out.contains(told), "{told} is not in {out}");
    }
    let last = out.lines().last().unwrap();
    assert!(last.starts_with("文献 texts: 0 added, 1 lost; 实体 things: "), "{last}");
    let back = bench.run(&["diff", "new.nq", "graph.nq"]).succeeded();
    assert!(back.contains("  - 中国 → 签署、批准或加入 signed → 联合国宪章\n"), "{back}");
}

#[test]
fn nothing_changed_is_said_and_no_failure() {
    let bench = Bench::built();
    let out = bench.run(&["diff", "graph.nq", "graph.nq"]).succeeded();
    assert_eq!(out.lines().count(), 1, "{out}");
    assert!(out.ends_with("陈述 statements: 0 added, 0 lost, 0 changed\n"), "{out}");
}

#[test]
fn rows_and_objects_have_the_same_changes() {
    let bench = bench();
    let printed = bench.run(&["diff", "graph.nq", "new.nq", "--format", "csv"]);
    assert!(printed.err.contains("陈述 statements: "), "{}", printed.err);
    let out = printed.succeeded();
    assert!(
        out.starts_with("what,change,name,class,new_name,new_class,document,relation,"),
        "{out}"
    );
    assert!(out.contains("\nthing,renamed,清华大学,高等院校,清华,高等院校,,"), "{out}");
    let json = bench.run(&["diff", "graph.nq", "new.nq", "--format", "json"]).succeeded();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let statements = json["statements"].as_array().unwrap();
    let rows = out.lines().filter(|line| line.starts_with("statement,")).count();
    assert!(statements.len() > 2 && rows >= statements.len());
    let again = bench.run(&["diff", "graph.nq", "new.nq", "--format", "csv"]).succeeded();
    assert_eq!(again, out);
}

#[test]
fn graphs_that_cannot_be_compared_are_told() {
    let bench = Bench::built();
    bench.run(&["build", "texts", "-o", "b.nq", "--base", "https://example.org/kg"]).succeeded();
    let err = bench.run(&["diff", "graph.nq", "b.nq"]).failed(1);
    assert!(err.contains("the new one below https://example.org/kg/\nhint: build both"), "{err}");
    let err = bench.run(&["diff", "graph.nq", "none.nq"]).failed(1);
    assert!(err.contains("there is no graph at none.nq"), "{err}");
}
