//! [`check`]: looks through ontology, lists, patterns, repairs, questions and rules, ours and the
//! user's, and tells everything that is wrong with them.

mod example;
mod terms;

use std::error::Error;

pub use example::{Tried, try_example};

use crate::{
    data::{Data, DataError},
    ontology::Ontology,
    pipeline::{ResourceError, Resources},
    query::{Library, Question},
    rdf::{Confidence, Rule},
    recognise::Repeated,
};

/// What [`check`] found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What is wrong, each with file, line and what was expected, in the order of the work: files,
    /// ontology, lists, patterns, repairs, examples, questions, rules.
    pub mistakes: Vec<String>,
    /// What may not be meant so.
    pub notes: Vec<String>,
    /// How many of each kind are sound.
    pub sound: Vec<(&'static str, usize)>,
}

/// Checks data over which a user's folder may have been laid; `unread` is what could not be read
/// of it.
pub fn check(data: &Data, unread: &[DataError]) -> Report {
    let mut report =
        Report { mistakes: unread.iter().map(|e| told(e)).collect(), ..Report::default() };
    let (resources, errors) = Resources::read(data);
    report.mistakes.extend(errors.iter().map(|error| told(error)));
    if errors.iter().any(|error| matches!(error, ResourceError::Ontology(_))) {
        let note = "lists and patterns are checked against what is sound of the ontology: mend that \
            first, and others may go away";
        report.notes.push(note.to_owned());
    }
    check_resources(&resources, &mut report);
    check_questions(data, &resources.ontology, &mut report);
    if let Err(error) = Confidence::load(data) {
        report.mistakes.push(told(&error));
    }
    report
}

/// Says what an error says, with its causes, in a line.
fn told(error: &dyn Error) -> String {
    let mut message = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string();
        // The last line of a long message is its reason.
        let reason = text.lines().last().unwrap_or_default();
        if !message.ends_with(reason) {
            message = format!("{message}: {reason}");
        }
        cause = error.source();
    }
    message.replace('\n', " ")
}

fn check_resources(resources: &Resources, report: &mut Report) {
    let Resources { ontology, lexicon, patterns, repairs, .. } = resources;
    for repeated in &lexicon.repeated {
        let told = told_repeated(repeated, ontology);
        if repeated.of_user { &mut report.mistakes } else { &mut report.notes }.push(told);
    }
    let labels = ontology.classes().iter().map(|c| (&c.name, &c.label_zh, &c.label_en));
    let more = ontology.relations().iter().map(|r| (&r.name, &r.label_zh, &r.label_en));
    for (name, _, _) in labels.chain(more).filter(|(_, zh, en)| zh == en) {
        let wanted = "expected rdfs:label in Chinese and in English";
        report.notes.push(format!("{name} has but one label in the ontology; {wanted}"));
    }
    let mut sound = 0;
    for example in &patterns.examples {
        let tried = try_example(resources, example);
        report.mistakes.extend(tried.mistakes(example));
        report.notes.extend(tried.note(example));
        sound += usize::from(tried.missing.is_empty());
    }
    report.sound.extend([
        ("classes", ontology.classes().len()),
        ("relations", ontology.relations().len()),
        ("names", lexicon.entries.len()),
        ("patterns", patterns.examples.len()),
        ("examples", sound),
        ("repairs", repairs.len()),
    ]);
}

fn told_repeated(repeated: &Repeated, ontology: &Ontology) -> String {
    let Repeated { name, class, place, of_user, other_class, other } = repeated;
    let class = &ontology.class_info(*class).name;
    let other_class = &ontology.class_info(*other_class).name;
    let expected = if *of_user { "expected each name once" } else { "yours goes before it" };
    format!(
        "{}:{}: `{name}` ({class}) stands in {}:{} ({other_class}), too; {expected}",
        place.path, place.line, other.path, other.line
    )
}

fn check_questions(data: &Data, ontology: &Ontology, report: &mut Report) {
    let (questions, errors) = Library::new(data).read_all();
    report.mistakes.extend(errors.iter().map(|error| told(error)));
    let mut sound = 0;
    for question in &questions {
        let unknown = terms::unknown(&question.path, &question.text, ontology);
        sound += usize::from(unknown.is_empty());
        report.mistakes.extend(unknown);
        report.notes.extend(untitled(question));
    }
    let (rules, errors) = Rule::read(data);
    report.mistakes.extend(errors.iter().map(|error| told(error)));
    for (_, file) in data.folder("ontology/rules", ".rq") {
        report.mistakes.extend(terms::unknown(&file.path, &file.text, ontology));
    }
    report.sound.extend([("questions", sound), ("rules", rules.len())]);
}

/// Says what the header of a question lacks of what `gongshi queries` shows.
fn untitled(question: &Question) -> Option<String> {
    let wanted = [
        ("title-zh", &question.title_zh),
        ("title-en", &question.title_en),
        ("description", &question.description),
    ];
    let lacks: Vec<String> = wanted
        .iter()
        .filter(|(_, text)| text.is_empty())
        .map(|(name, _)| format!("`# {name}: …`"))
        .collect();
    let path = &question.path;
    (!lacks.is_empty()).then(|| format!("{path}:1: the header lacks {}", lacks.join(", ")))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Checks our data with some files of a user's.
    fn checked(files: &[(&str, &str)]) -> Report {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let mut data = Data::embedded();
        let unread = data.overlay_all(folder.path());
        check(&data, &unread)
    }

    #[track_caller]
    fn finds(files: &[(&str, &str)], expected: &[&str]) {
        let found = checked(files).mistakes;
        assert_eq!(found.len(), expected.len(), "{found:#?}");
        for (message, expected) in found.iter().zip(expected) {
            assert!(message.contains(expected), "{message}\nlacks {expected}");
        }
    }

    const ONTOLOGY: &str = "@prefix gs: <https://w3id.org/gongshi/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
gs:Ship a gs:EntityClass ; rdfs:label \"船舶\"@zh, \"ship\"@en .
gs:sails a gs:Relation ; rdfs:domain gs:Country ; rdfs:range gs:Ship ;
  rdfs:label \"派出\"@zh, \"sails\"@en .
";

    /// A pattern with some of its lines replaced.
    fn pattern(replaced: &[(&str, &str)]) -> String {
        let mut text = "[[pattern]]
id = \"sail\"
match = \"{s:Country}~(派出)了?%{0,8}{c+:Ship}\"
facts = [\"sails(s, c)\"]
example = \"2021年，挪威派出科考船北极星号。\"
yields = [\"sails(挪威, 北极星号)\"]
"
        .to_owned();
        for (from, to) in replaced {
            assert!(text.contains(from), "{from}");
            text = text.replace(from, to);
        }
        text
    }

    #[track_caller]
    fn finds_in_pattern(replaced: &[(&str, &str)], expected: &[&str]) {
        let files = [
            ("ontology/sea.ttl", ONTOLOGY),
            ("lexicon/ships.csv", "class,name\nShip,北极星号\n"),
            ("patterns/sea.toml", &pattern(replaced)),
        ];
        finds(&files, expected);
    }

    #[test]
    fn what_comes_with_the_program_is_sound() {
        let report = check(&Data::embedded(), &[]);
        assert_eq!(report.mistakes, [""; 0]);
        assert_eq!(report.notes, [""; 0]);
        assert!(report.sound.iter().all(|(_, count)| *count > 0), "{:?}", report.sound);
    }

    #[test]
    fn a_sound_class_relation_list_and_pattern_pass() {
        finds_in_pattern(&[], &[]);
    }

    #[test]
    fn each_mistake_in_a_list_is_told_with_its_line() {
        let list = "class,name,aliases\nShip,雪龙号,\nShipp,极地号,\nShip,海,\nShip,\nShip,雪龙号,\n\
            ,海星号,\nShip,科学号,科学；科学一号\n,,\n";
        finds(
            &[("ontology/sea.ttl", ONTOLOGY), ("lexicon/ships.csv", list)],
            &[
                "ships.csv:3: `Shipp` is no class of the ontology; there is Ship",
                "ships.csv:4: expected a name of two characters or more, found `海`",
                "ships.csv:5: expected 3 values (class, name, aliases), found 2 values",
                "ships.csv:7: expected a value in the column `class`",
                "ships.csv:8: expected names to be joined by `|`, found `科学；科学一号`",
                "ships.csv:6: `雪龙号` (Ship) stands in",
            ],
        );
    }

    #[test]
    fn a_header_in_other_words_is_told_once() {
        finds(
            &[("lexicon/ships.csv", "类,名称\nShip,雪龙号\nShip,极地号\n")],
            &["ships.csv:1: expected the columns class, name, and at will"],
        );
    }

    #[test]
    fn a_name_that_our_lists_have_is_noted() {
        let report = checked(&[("lexicon/mine.csv", "class,name\nEvent,号码资源组织\n")]);
        assert_eq!(report.mistakes, [""; 0]);
        assert!(report.notes[0].contains("mine.csv:2: `号码资源组织` (Event) stands in"));
        assert!(report.notes[0].ends_with("(Organisation), too; yours goes before it"));
    }

    #[test]
    fn each_mistake_in_a_pattern_is_told_with_its_line() {
        finds_in_pattern(
            &[("{c+:Ship}", "{c+:Boat}")],
            &["sea.toml:3: pattern `sail`: `Boat` is no class of the ontology; there is Agent"],
        );
        finds_in_pattern(
            &[
                ("facts = [\"sails(", "facts = [\"sail("),
                ("yields = [\"sails(", "yields = [\"sale("),
            ],
            &[
                "sea.toml:4: pattern `sail`: `sail` is no relation of the ontology; there is sails",
                "sea.toml:6: pattern `sail`: `sale` is no relation of the ontology",
            ],
        );
        finds_in_pattern(
            &[("sails(s, c)", "sails(s, d)")],
            &["sea.toml:4: pattern `sail`: `d` is no slot"],
        );
        finds_in_pattern(
            &[("(派出)", "(派出")],
            &["sea.toml:3: pattern `sail`: expected a regular"],
        );
        finds_in_pattern(&[("yields =", "yield =")], &["sea.toml:6: unknown field `yield`"]);
        finds_in_pattern(
            &[("example = \"2021年，挪威派出科考船北极星号。\"\n", "")],
            &["sea.toml:1: missing field `example`"],
        );
    }

    #[test]
    fn domain_and_range_are_kept() {
        for (fact, expected) in [
            ("sails(c, s)", "expected Country as the subject of `sails(c, s)`, as sails takes it"),
            ("sails(s, s)", "expected Ship as the object of `sails(s, s)`"),
            ("sails(s, @date)", "expected Ship as the object"),
            ("sails(@date, c)", "expected Country as the subject"),
            ("heldOn(s, c)", "expected Event as the subject"),
            ("issuedOn(@source, c)", "expected `@date` as the object"),
        ] {
            finds_in_pattern(&[("sails(s, c)", fact)], &[expected]);
        }
    }

    #[test]
    fn an_example_that_fails_says_what_came_out_instead() {
        let found = |replaced: &[(&str, &str)]| {
            let text = pattern(replaced);
            let list = "class,name\nShip,北极星号\n";
            checked(&[
                ("ontology/sea.ttl", ONTOLOGY),
                ("lexicon/ships.csv", list),
                ("patterns/sea.toml", &text),
            ])
            .mistakes
        };
        let message = &found(&[("(挪威, ", "(冰岛, ")])[0];
        assert!(
            message.ends_with(
                "sea.toml:6: pattern `sail`: sails(冰岛, 北极星号) does not come out of \
                 “2021年，挪威派出科考船北极星号。”, but sails(挪威, 北极星号)"
            ),
            "{message}"
        );
        let message = &found(&[("派出科考船", "没有派出科考船")])[0];
        assert!(
            message.ends_with("but nothing; names read in it: 挪威 (Country), 北极星号 (Ship)"),
            "{message}"
        );
    }

    #[test]
    fn an_example_that_another_pattern_reads_is_noted() {
        let twice = [pattern(&[]), pattern(&[("\"sail\"", "\"sail-again\"")])].concat();
        let report = checked(&[
            ("ontology/sea.ttl", ONTOLOGY),
            ("lexicon/ships.csv", "class,name\nShip,北极星号\n"),
            ("patterns/sea.toml", &twice),
        ]);
        assert_eq!(report.mistakes, [""; 0]);
        assert!(
            report.notes[0].contains("sea.toml:11: pattern `sail-again`"),
            "{:?}",
            report.notes
        );
        assert!(report.notes[0].ends_with("without it, by `sail`"), "{:?}", report.notes);
    }

    #[test]
    fn two_patterns_of_one_name_are_told() {
        let twice = [pattern(&[]), pattern(&[])].concat();
        finds(
            &[
                ("ontology/sea.ttl", ONTOLOGY),
                ("lexicon/ships.csv", "class,name\nShip,北极星号\n"),
                ("patterns/sea.toml", &twice),
            ],
            &["sea.toml:7: pattern `sail`: expected a name of its own; "],
        );
    }

    #[test]
    fn broken_turtle_questions_and_rules_are_all_told() {
        finds(
            &[
                ("ontology/sea.ttl", "\n\ngs:x a gs:y .\n"),
                ("queries/a.rq", "SELECT ?x\n{ ?x gs: }\n"),
                ("queries/b.rq", "# param p\nASK {}\n"),
                ("queries/c.rq", "# gs:none\nSELECT ?x {\n  ?x gs:sails ?y }\n"),
                ("ontology/rules/d.rq", "SELECT * { ?s ?p ?o }\n"),
            ],
            &[
                "sea.ttl:3: ",
                "a.rq:2:",
                "b.rq:1: a parameter is",
                "c.rq:3: `gs:sails` is not in the ontology",
                "d.rq:1: expected a CONSTRUCT query",
            ],
        );
    }
}
