//! What a build found, in figures, and what to do with it.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    path::Path,
};

use unicode_width::UnicodeWidthStr as _;

use crate::{curate::Curation, model::Knowledge, ontology::Ontology};

/// One line of a table: names in Chinese and English, and how many.
struct Line<'a> {
    zh: &'a str,
    name: &'a str,
    count: usize,
}

/// Writes how many documents, entities of each class and facts of each relation there are.
pub(super) fn write(
    knowledge: &Knowledge,
    ontology: &Ontology,
    out: &mut dyn Write,
) -> io::Result<()> {
    let classes = count(knowledge.entities.iter().map(|entity| entity.class));
    let classes: Vec<_> = classes
        .into_iter()
        .map(|(class, count)| {
            let class = ontology.class_info(class);
            Line { zh: &class.label_zh, name: &class.name, count }
        })
        .collect();
    let relations = count(knowledge.facts.iter().map(|fact| fact.relation));
    let relations: Vec<_> = relations
        .into_iter()
        .map(|(relation, count)| {
            let relation = ontology.relation_info(relation);
            Line { zh: &relation.label_zh, name: &relation.name, count }
        })
        .collect();
    let lines = || classes.iter().chain(&relations);
    let widths = (
        lines().map(|line| line.zh.width()).max().unwrap_or_default(),
        lines().map(|line| line.name.width()).max().unwrap_or_default(),
    );
    let documents = knowledge.documents.len();
    write_line(&Line { zh: "文献", name: "documents", count: documents }, widths, "", out)?;
    let all = Line { zh: "实体", name: "entities", count: knowledge.entities.len() };
    write_table(&all, &classes, widths, out)?;
    let all = Line { zh: "事实", name: "facts", count: knowledge.facts.len() };
    write_table(&all, &relations, widths, out)
}

/// Writes how many judgements there are, how many took effect, and in which file they stand.
pub(super) fn write_curation(
    knowledge: &Knowledge,
    curation: &Curation,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (applied, all) = (knowledge.judgements.len(), curation.rows.len());
    writeln!(out, "校订  curation  {applied} of {all} rows of {} applied", curation.path)?;
    match knowledge.rejections.len() {
        0 => Ok(()),
        count => writeln!(out, "      statements taken out: {count}"),
    }
}

/// Writes what can be asked of a new graph; `graph` is its file where it is not the usual one.
pub(super) fn write_what_next(graph: Option<&Path>, out: &mut dyn Write) -> io::Result<()> {
    let graph = graph.map_or(String::new(), |path| format!(" --graph {}", path.display()));
    writeln!(out, "接下来 what next:")?;
    for (command, purpose) in [
        ("queries", "the questions there are"),
        ("query experts", "experts of more than one meeting"),
        ("query principle-sets", "what each set of principles contains"),
        ("show 联合国宪章", "all about one thing, each fact with its sentence"),
        ("rank people", "who meets whom most"),
        ("export network people --format dot -o people.dot", "a figure, for Graphviz"),
    ] {
        let graph = if command == "queries" { "" } else { &graph };
        let command = format!("gongshi {command}{graph}");
        let pad = " ".repeat(59_usize.saturating_sub(command.width()));
        writeln!(out, "  {command}{pad}  {purpose}")?;
    }
    Ok(())
}

fn count<T: Ord>(items: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts
}

fn write_table(
    head: &Line<'_>,
    lines: &[Line<'_>],
    widths: (usize, usize),
    out: &mut dyn Write,
) -> io::Result<()> {
    write_line(head, widths, "", out)?;
    lines.iter().try_for_each(|line| write_line(line, widths, "  ", out))
}

fn write_line(
    line: &Line<'_>,
    (zh, name): (usize, usize),
    indent: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let pad = |text: &str, width: usize| " ".repeat((width + 2).saturating_sub(text.width()));
    let first = format!("{indent}{}", line.zh);
    let (first_pad, name_pad) = (pad(&first, zh + 2), pad(line.name, name));
    writeln!(out, "{first}{first_pad}{}{name_pad}{:>7}", line.name, line.count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        data::Data,
        model::{Entity, EntityId, Fact, Literal, Object},
    };

    #[test]
    fn figures_are_aligned_whatever_the_script() {
        let ontology = Ontology::load(&Data::embedded()).unwrap();
        let entity = |class: &str| Entity {
            class: ontology.class(class).unwrap(),
            label: String::new(),
            distinction: None,
            aliases: Vec::new(),
            read_as: None,
        };
        let knowledge = Knowledge {
            entities: vec![entity("Person"), entity("InternationalOrganisation")],
            facts: vec![Fact {
                document: 0,
                relation: ontology.relation("alsoKnownAs").unwrap(),
                subject: EntityId(0),
                object: Object::Literal(Literal::Text(String::new())),
                evidence: Vec::new(),
                qualifiers: Vec::new(),
            }],
            ..Knowledge::default()
        };
        let mut out = Vec::new();
        write(&knowledge, &ontology, &mut out).unwrap();
        insta::assert_snapshot!(String::from_utf8(out).unwrap(), @r"
        文献        documents                        0
        实体        entities                         2
          国际组织  InternationalOrganisation        1
          人物      Person                           1
        事实        facts                            1
          又称      alsoKnownAs                      1
        ");
    }

    #[test]
    fn another_graph_is_named_in_what_is_to_try() {
        let mut out = Vec::new();
        write_what_next(Some(Path::new("x.nq")), &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.contains("  gongshi query experts --graph x.nq  "), "{text}");
        assert!(text.contains("  gongshi queries  "), "{text}");
    }
}
