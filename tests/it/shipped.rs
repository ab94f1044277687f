//! The texts that the project ships: every line of the roster is read whole.

use gongshi::{
    data::Data,
    model::{Knowledge, Literal, Object},
    pipeline::{Resources, build},
    source::Source,
};

fn shipped(name: &str) -> Knowledge {
    let data = Data::embedded();
    let file = data.file(&format!("data/corpus/{name}.txt")).expect("it is shipped");
    let resources = Resources::load(&data).expect("the data is sound");
    build(&[Source::new(name, file.path.as_str(), file.text.as_str())], &resources).value
}

/// A name without what tells it apart from nothing: spaces, and acronyms in parentheses.
fn bare(text: &str) -> String {
    let mut depth = 0;
    let mut kept = String::new();
    for character in text.chars() {
        match character {
            '（' | '(' => depth += 1,
            '）' | ')' => depth -= 1,
            ' ' => {}
            _ if depth == 0 => kept.push(character),
            _ => {}
        }
    }
    kept
}

#[test]
fn each_of_the_91_experts_has_affiliation_title_and_seminar() {
    let knowledge = shipped("seminars-2022");
    let text = &knowledge.documents[0].text;
    let roster: Vec<&str> = text
        .split('\n')
        .filter(|line| {
            let number = line.split('.').next().unwrap_or_default();
            number.len() == 2 && number.bytes().all(|b| b.is_ascii_digit())
        })
        .collect();
    assert_eq!(roster.len(), 91);
    let mut broken = Vec::new();
    for line in roster {
        let fact = knowledge.facts.iter().find(|fact| {
            fact.qualifiers.iter().any(|q| q.property == "affiliation")
                && fact.evidence.iter().any(|e| knowledge.documents[0].slice(e.span) == line)
                && matches!(fact.object, Object::Entity(_))
                && fact.qualifiers.iter().any(|q| q.property == "title")
        });
        let Some(fact) = fact else {
            broken.push(line.to_owned());
            continue;
        };
        let mut affiliations = vec![String::new()];
        let mut title = String::new();
        for qualifier in &fact.qualifiers {
            match (qualifier.property, &qualifier.value) {
                ("affiliation", Object::Entity(id)) => {
                    let entity = &knowledge.entities[id.index()];
                    affiliations.clone_from(&entity.aliases);
                    affiliations.push(entity.label.clone());
                }
                ("title", Object::Literal(Literal::Text(value))) => title.clone_from(value),
                _ => {}
            }
        }
        let person = &knowledge.entities[fact.subject.index()].label;
        let said = bare(line.split_once('.').map_or(line, |(_, rest)| rest));
        let whole = |body: &String| bare(&format!("{person}{body}{title}")) == said;
        if !affiliations.iter().any(whole) {
            broken.push(format!("{line}: {person} | {affiliations:?} | {title}"));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
