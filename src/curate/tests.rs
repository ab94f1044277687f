//! Judgements on small corpora, read by the stages as they are.

use std::sync::LazyLock;

use super::{COLUMNS, Curation, curate};
use crate::{
    data::Data,
    model::{ClaimObject, EntityId, Knowledge, Object, Outcome},
    pipeline::{self, Resources},
    source::Source,
};

static RESOURCES: LazyLock<Resources> =
    LazyLock::new(|| Resources::load(&Data::embedded()).unwrap());

const SEMINAR: &str = "2022年6月9日，武汉大学（以下简称“武大”）主办了“深海规则”国际研讨会。\
    武大还举办了“极地规则”国际研讨会。厦门大学教授王立出席“深海规则”国际研讨会。";
const OTHER: &str = "2023年5月，武汉大学主办了“航运规则”国际研讨会。外交部副司长王立出席“航运规则”\
    国际研讨会。中国支持《联合国宪章》。";

fn read() -> Knowledge {
    let source = |id: &str, text| Source::new(id, format!("{id}.txt"), text);
    pipeline::build(&[source("seminar", SEMINAR), source("other", OTHER)], &RESOURCES).value
}

/// Applies rows, given without reason, judge and date.
fn judged(rows: &[&str]) -> Outcome<Knowledge> {
    judge(read(), rows)
}

fn judge(knowledge: Knowledge, rows: &[&str]) -> Outcome<Knowledge> {
    let rows = rows.iter().map(|row| format!("{row},查证,张三,2024-05-01\n"));
    let text = format!("{}\n{}", COLUMNS.join(","), rows.collect::<String>());
    let ontology = &RESOURCES.ontology;
    curate(knowledge, &Curation::parse("c.csv", &text, ontology).unwrap(), ontology)
}

/// Applies rows that all take effect.
#[track_caller]
fn clean(rows: &[&str]) -> Knowledge {
    let outcome = judged(rows);
    assert_eq!(outcome.warnings, []);
    outcome.value
}

/// Returns the warning of a row that has no effect.
#[track_caller]
fn refused(rows: &[&str]) -> String {
    let Outcome { value, warnings } = judged(rows);
    assert_eq!(value.judgements.len(), rows.len() - 1);
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    warnings[0].to_string()
}

fn name(knowledge: &Knowledge, id: EntityId) -> String {
    let entity = &knowledge.entities[id.index()];
    let distinction = entity.distinction.as_ref().map_or(String::new(), |is| format!("~{is}"));
    format!("{}{distinction}", entity.label)
}

/// Returns the statements as `document: subject relation object`.
fn stated(knowledge: &Knowledge) -> Vec<String> {
    let line = |fact: &crate::model::Fact| {
        let object = match &fact.object {
            Object::Entity(id) => name(knowledge, *id),
            Object::Literal(literal) => literal.as_str().to_owned(),
        };
        let relation = &RESOURCES.ontology.relation_info(fact.relation).name;
        let document = &knowledge.documents[fact.document].id;
        format!("{document}: {} {relation} {object}", name(knowledge, fact.subject))
    };
    knowledge.facts.iter().map(line).collect()
}

fn rejected(knowledge: &Knowledge) -> Vec<String> {
    let line = |rejection: &crate::model::Rejection| {
        let claim = &rejection.claim;
        let object = match &claim.object {
            ClaimObject::Entity(entity) => entity.label.as_str(),
            ClaimObject::Literal(literal) => literal.as_str(),
        };
        let relation = &RESOURCES.ontology.relation_info(claim.relation).name;
        let document = &knowledge.documents[rejection.document].id;
        assert!(!rejection.evidence.is_empty());
        format!("{document}: {} {relation} {object}", claim.subject.label)
    };
    knowledge.rejections.iter().map(line).collect()
}

fn labels(knowledge: &Knowledge) -> Vec<String> {
    let ids = 0..u32::try_from(knowledge.entities.len()).unwrap();
    ids.map(|id| name(knowledge, EntityId(id))).collect()
}

#[track_caller]
fn assert_has(lines: &[String], line: &str) {
    assert!(lines.iter().any(|is| is == line), "{line} is not in {lines:#?}");
}

#[track_caller]
fn assert_lacks(lines: &[String], line: &str) {
    assert!(!lines.iter().any(|is| is == line), "{line} is in {lines:#?}");
}

#[test]
fn without_a_row_nothing_changes() {
    assert_eq!(judged(&[]).value, read());
    for row in ["same,,,武汉大学,,,,无此物,", "rename,,,武汉大学,,,,武汉大学,"] {
        let outcome = judged(&[row]);
        assert_eq!(outcome.value, read(), "{row}");
        assert_eq!(outcome.warnings.len(), 1, "{row}");
    }
}

#[test]
fn same_joins_names_statements_and_appearances() {
    let knowledge = clean(&["same,,,武汉大学,,,,厦门大学,"]);
    assert_lacks(&labels(&knowledge), "厦门大学");
    let wuhan = knowledge.entities.iter().position(|is| is.label == "武汉大学").unwrap();
    let aliases = &knowledge.entities[wuhan].aliases;
    assert_eq!(aliases, &["厦门大学", "武大"]);
    let here = |document| {
        let of = knowledge.appearances.iter();
        of.filter(|is| is.document == document && is.entity.index() == wuhan).count()
    };
    assert_eq!((here(0), here(1)), (1, 1), "one appearance in each document");
    let judgement = &knowledge.judgements[0];
    assert_eq!((judgement.judge.as_str(), judgement.reason.as_str()), ("张三", "查证"));
    assert_eq!(judgement.entities[0].label, "武汉大学");
}

#[test]
fn homonyms_are_told_apart_by_document_or_parentheses() {
    let before = labels(&read());
    assert_eq!(before.iter().filter(|label| label.starts_with("王立~")).count(), 2, "{before:?}");
    let warning = refused(&["rename,,,王立,,,,王力,"]);
    assert!(warning.starts_with("c.csv:2: `王立` is the name of 2 things: 王立（"), "{warning}");
    let by_document = clean(&["same,seminar,,王立,,other,Person,王立,"]);
    let by_parentheses = clean(&["same,,,王立（厦门大学）,,,,王立（外交部）,"]);
    for knowledge in [by_document, by_parentheses] {
        let persons = labels(&knowledge);
        assert_eq!(persons.iter().filter(|label| label.starts_with("王立")).count(), 1);
        assert_has(&stated(&knowledge), "other: 王立~厦门大学 position 副司长");
    }
}

#[test]
fn different_undoes_a_join_of_names_by_the_sentences() {
    let Outcome { value: knowledge, warnings } = judged(&["different,,,武汉大学,,,,武大,"]);
    let lines = stated(&knowledge);
    assert_has(&lines, "seminar: 武大 organised 极地规则国际研讨会");
    assert_has(&lines, "other: 武汉大学 organised 航运规则国际研讨会");
    assert!(!knowledge.merges.iter().any(|merge| merge.name == "武大" || merge.other == "武大"));
    let wuhan = knowledge.entities.iter().find(|is| is.label == "武汉大学").unwrap();
    assert!(wuhan.aliases.is_empty(), "{:?}", wuhan.aliases);
    assert_eq!(knowledge.judgements[0].entities.len(), 2);
    assert_eq!(rejected(&knowledge), ["seminar: 武汉大学 alsoKnownAs 武大"]);
    // Its sentence has both names.
    assert_has(&lines, "seminar: 武汉大学 organised 深海规则国际研讨会");
    assert_eq!(warnings.len(), 1);
    assert_eq!(
        warnings[0].message,
        "statements that stay with 武汉大学 (University), as their sentences name 武大 (University), \
         too: 1"
    );
}

#[test]
fn different_in_a_document_makes_another_of_that_name() {
    let knowledge = clean(&["different,other,,武汉大学,,,,,"]);
    let lines = stated(&knowledge);
    assert_has(&lines, "other: 武汉大学~other organised 航运规则国际研讨会");
    assert_has(&lines, "seminar: 武汉大学 organised 极地规则国际研讨会");
    let again = refused(&["different,seminar,,厦门大学,,,,,"]);
    assert!(
        again.ends_with("`厦门大学` is named in seminar only: it is no other there"),
        "{again}"
    );
}

#[test]
fn what_stays_joined_keeps_a_reason() {
    let source =
        |id: &str| Source::new(id, format!("{id}.txt"), "武汉大学主办了“深海规则”国际研讨会。");
    let read = pipeline::build(&[source("a"), source("b"), source("c")], &RESOURCES).value;
    let knowledge = judge(read, &["different,a,,武汉大学,,,,,"]).value;
    let university = knowledge.entities.iter().position(|is| is.label == "武汉大学").unwrap();
    let merges = knowledge.merges.iter().filter(|merge| merge.entity.index() == university);
    let reasons: Vec<String> =
        merges.map(|is| format!("{} = {}: {}", is.name, is.other, is.reason)).collect();
    assert_eq!(reasons, ["武汉大学 (b) = 武汉大学 (c): same name, through 武汉大学 (a)"]);
}

#[test]
fn what_was_parted_can_be_joined_again() {
    let parted = clean(&["different,other,,武汉大学,,,,,"]);
    let joined = judge(parted, &["same,,,武汉大学,,,,武汉大学（other）,"]);
    assert_eq!(joined.warnings, []);
    assert_eq!(stated(&joined.value), stated(&read()));
    assert_eq!(joined.value.appearances, read().appearances);
    assert_eq!(joined.value.entities, read().entities);
}

#[test]
fn same_does_not_undo_different() {
    let direct = &["same,,,武汉大学,,,,武大,", "different,,,武大,,,,武汉大学,"][..];
    let chained = &[
        "different,,,武汉大学,,,,武大,",
        "same,,,武大,,,,厦门大学,",
        "same,,,厦门大学,,,,武汉大学,",
    ];
    for (rows, start, line) in [(direct, "c.csv:2: ", 3), (chained, "c.csv:4: ", 2)] {
        let warnings: Vec<String> = judged(rows).warnings.iter().map(ToString::to_string).collect();
        let end = format!("would become one, but line {line} says that they are two");
        let told = |is: &String| is.starts_with(start) && is.ends_with(&end);
        assert!(warnings.iter().any(told), "{warnings:?}");
    }
    let Outcome { value, warnings } =
        judged(&["different,,,武汉大学,,,,厦门大学,", "same,,,武汉大学,,,,厦门大学,"]);
    assert_eq!(value.entities, read().entities);
    let messages: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    assert_eq!(messages.len(), 2, "{messages:?}");
    assert!(messages[0].contains("c.csv:2: ") && messages[0].contains("two already"));
}

#[test]
fn a_rejected_statement_goes_and_leaves_a_trace() {
    let row = "reject,,,武汉大学,organised,,,极地规则国际研讨会,";
    let knowledge = clean(&[row]);
    assert_lacks(&stated(&knowledge), "seminar: 武汉大学 organised 极地规则国际研讨会");
    assert_eq!(rejected(&knowledge), ["seminar: 武汉大学 organised 极地规则国际研讨会"]);
    assert_eq!(knowledge.entities, read().entities, "the things stay");
    let elsewhere = refused(&["reject,other,,武汉大学,organised,,,极地规则国际研讨会,"]);
    assert!(elsewhere.contains("c.csv:2: other does not state that 武汉大学 organised"));
    let literal = clean(&["reject,,,王立（外交部）,position,,,副司长,"]);
    assert_eq!(rejected(&literal), ["other: 王立 position 副司长"]);
}

#[test]
fn a_rejected_thing_goes_with_all_that_is_said_of_it() {
    let knowledge = clean(&["reject,,,深海规则国际研讨会,,,,,"]);
    assert_lacks(&labels(&knowledge), "深海规则国际研讨会");
    assert!(!stated(&knowledge).iter().any(|line| line.contains("深海规则")));
    assert_has(&rejected(&knowledge), "seminar: 武汉大学 organised 深海规则国际研讨会");
    assert_eq!(knowledge.judgements[0].entities[0].label, "深海规则国际研讨会");
}

#[test]
fn a_thing_may_be_rejected_in_one_document() {
    let knowledge = clean(&["reject,other,,武汉大学,,,,,"]);
    assert_has(&labels(&knowledge), "武汉大学");
    assert_eq!(rejected(&knowledge), ["other: 武汉大学 organised 航运规则国际研讨会"]);
    let source = read().entities[read().sources[0].index()].label.clone();
    let warning = refused(&[&format!("reject,,,{source},,,,,")]);
    assert!(warning.contains(" itself"), "{warning}");
}

#[test]
fn what_is_added_stands_on_the_words_of_the_document() {
    let quote = "厦门大学教授王立出席 “深海规则”国际研讨会";
    let knowledge =
        clean(&[&format!("add,seminar,,厦门大学,organised,,,深海规则国际研讨会,{quote}")]);
    let fact = knowledge.facts.iter().find(|fact| fact.evidence[0].rule.as_str() == super::RULE);
    let fact = fact.unwrap();
    let cut = knowledge.documents[fact.document].slice(fact.evidence[0].span);
    assert_eq!(cut, "厦门大学教授王立出席“深海规则”国际研讨会");
    assert_has(&stated(&knowledge), "seminar: 厦门大学 organised 深海规则国际研讨会");
    assert!(knowledge.judgements[0].added.is_some());
}

#[test]
fn an_added_statement_may_bring_its_things() {
    let row = "add,other,,中国,signed,,Treaty,航运公约,中国支持《联合国宪章》";
    let knowledge = clean(&[row]);
    assert_has(&stated(&knowledge), "other: 中国 signed 航运公约");
    let id = knowledge.entities.iter().position(|is| is.label == "航运公约").unwrap();
    assert!(knowledge.appearances.iter().any(|is| is.entity.index() == id && is.document == 0));
    let warning = refused(&["add,other,,中国,signed,,,航运公约,中国支持"]);
    assert!(warning.ends_with("nothing is called `航运公约`; with its class, it would be made"));
}

#[test]
fn what_cannot_be_added_is_told() {
    for (row, expected) in [
        ("add,none,,中国,signed,,,联合国宪章,中国", "there is no document `none`"),
        (
            "add,other,,中国,signed,,,联合国宪章,中国签署",
            "other does not have the words “中国签署”",
        ),
        ("add,other,,中国,signed,,,武汉大学,中国", "signed has no object of the class University"),
        ("add,other,,中国,position,,,副司长,中国", "position has no subject of the class Country"),
        ("add,other,,中国,cooperatesWith,,,中国,中国", "both ends are one thing"),
    ] {
        let warning = refused(&[row]);
        assert!(warning.starts_with("c.csv:2: ") && warning.contains(expected), "{warning}");
    }
}

#[test]
fn a_label_changes_and_what_the_iri_is_made_from_does_not() {
    let knowledge = clean(&["rename,,,武大,,,,国立武汉大学,"]);
    let renamed = knowledge.entities.iter().find(|is| is.label == "国立武汉大学").unwrap();
    assert_eq!(renamed.first_read_as().1, "武汉大学");
    assert_eq!(renamed.aliases, ["武大", "武汉大学"]);
    let twice = refused(&["rename,,,武大,,,,国立武汉大学,", "rename,,,武大,,,,武汉大学校,"]);
    assert_eq!(twice, "c.csv:3: says otherwise than line 2, which goes first");
    let Outcome { value, warnings } = judged(&["rename,,,厦门大学,,,,武汉大学,"]);
    assert_eq!(value.judgements.len(), 1);
    assert!(warnings[0].message.starts_with("there is another 武汉大学 (University)"));
}

#[test]
fn a_class_changes_and_what_it_does_not_admit_goes() {
    let Outcome { value, warnings } = judged(&["type,,,厦门大学,,,,Place,"]);
    let place = value.entities.iter().find(|is| is.label == "厦门大学").unwrap();
    assert_eq!(place.class, RESOURCES.ontology.class("Place").unwrap());
    assert_eq!(place.first_read_as().0, RESOURCES.ontology.class("University").unwrap());
    assert!(
        warnings[0].message.contains("do not fit 厦门大学 (Place) and are left out: 1"),
        "{warnings:?}"
    );
    assert_has(&rejected(&value), "seminar: 王立 affiliatedWith 厦门大学");
    assert_eq!(judged(&["type,,,厦门大学,,,,Organisation,"]).warnings, []);
}

#[test]
fn a_row_that_is_there_twice_is_told() {
    let warning = refused(&["rename,,,武大,,,,国立武汉大学,", "rename,,,武大,,,,国立武汉大学,"]);
    assert_eq!(warning, "c.csv:3: says what line 2 says");
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let rows = [
        "rename,,,武大,,,,国立武汉大学,",
        "reject,,,武汉大学,organised,,,极地规则国际研讨会,",
        "same,seminar,,王立,,other,,王立,",
        "add,other,,中国,signed,,Treaty,航运公约,中国支持《联合国宪章》",
        "different,,,武汉大学,,,,武大,",
    ];
    let mut turned = rows;
    turned.reverse();
    assert_eq!(judged(&rows).value, judged(&turned).value);
}

/// Rows that get in each other's way.
const POOL: [&str; 20] = [
    "same,,,武汉大学,,,,厦门大学,",
    "same,,,厦门大学,,,,外交部,",
    "same,,,王立（厦门大学）,,,,王立（外交部）,",
    "same,seminar,,深海规则国际研讨会,,,,极地规则国际研讨会,",
    "different,,,武汉大学,,,,武大,",
    "different,other,,武汉大学,,,,,",
    "different,seminar,,武汉大学,,,,,",
    "different,,,武汉大学,,,,厦门大学,",
    "reject,,,武汉大学,organised,,,极地规则国际研讨会,",
    "reject,,,武汉大学,,,,,",
    "reject,seminar,,厦门大学,,,,,",
    "reject,other,,王立,,,,,",
    "type,,,厦门大学,,,,Place,",
    "type,,,王立（外交部）,,,,Organisation,",
    "type,,,武汉大学,,,,Country,",
    "rename,,,厦门大学,,,,武汉大学,",
    "rename,,,武大,,,,武大本部,",
    "add,seminar,University,武汉大学,organised,,Event,新会,武大还举办了",
    "add,other,,中国,cooperatesWith,,,外交部,中国支持",
    "add,other,Person,王立,affiliatedWith,,University,武汉大学,副司长王立",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_is_judged_the_knowledge_is_sound(
        rows in proptest::sample::subsequence(POOL.to_vec(), 0..=POOL.len()),
    ) {
        let Outcome { value: knowledge, warnings } = judged(&rows);
        assert_sound(&knowledge);
        let told: std::collections::BTreeSet<_> = warnings.iter().map(|is| is.line).collect();
        assert!(knowledge.judgements.len() + told.len() >= rows.len(), "each row is done or told");
    }
}

/// Checks what the graph relies on.
fn assert_sound(knowledge: &Knowledge) {
    let Knowledge { documents, sources, entities, appearances, facts, merges, .. } = knowledge;
    let ontology = &RESOURCES.ontology;
    assert_eq!(sources.len(), documents.len());
    let iris: std::collections::BTreeSet<_> =
        entities.iter().map(|is| (is.first_read_as(), &is.distinction)).collect();
    assert_eq!(iris.len(), entities.len(), "no two things have one IRI");
    assert!(entities.is_sorted_by_key(|is| (is.class, &is.label, &is.distinction)));
    assert!(appearances.is_sorted_by(|a, b| (a.document, a.entity) < (b.document, b.entity)));
    let class = |id: EntityId| entities[id.index()].class;
    for fact in facts {
        assert!(super::desk::is_admitted(ontology, fact, class));
        assert!(!fact.evidence.is_empty());
        let ends = [Object::Entity(fact.subject), fact.object.clone()];
        for end in ends {
            let Object::Entity(id) = end else { continue };
            let named = |is: &&crate::model::Appearance| is.entity == id;
            let here = appearances.iter().filter(named).any(|is| is.document == fact.document);
            assert!(here, "{} is not named in its document", name(knowledge, id));
        }
    }
    let mut keys: Vec<_> =
        facts.iter().map(|is| (is.document, is.relation, is.subject, &is.object)).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), facts.len(), "a statement stands once for a document");
    assert!(merges.iter().all(|merge| merge.entity.index() < entities.len()));
    assert!(knowledge.rejections.iter().all(|is| is.judgement < knowledge.judgements.len()));
}
