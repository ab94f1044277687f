//! A [`Diff`] in words: for reading, as rows, or as JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::{Diff, Named, StatementChange, StatementKind, Support, ThingChange, ThingKind};
use crate::query::Passage;

/// How a diff is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For reading.
    Text,
    /// A row for each thing, and for each sentence of a statement.
    Csv,
    /// One object.
    Json,
}

/// Writes what changed.
pub fn write(diff: &Diff, format: Format, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Text => write_text(diff, out),
        Format::Csv => write_csv(diff, out),
        Format::Json => {
            serde_json::to_writer_pretty(&mut *out, &DiffView::from(diff))?;
            writeln!(out)
        }
    }
}

impl Diff {
    /// Returns a line that counts what changed.
    pub fn summary(&self) -> String {
        let things = ThingKind::ALL.map(|kind| {
            let count = self.things.iter().filter(|change| change.kind == kind).count();
            format!("{count} {}", kind.name())
        });
        let statements = StatementKind::ALL.map(|kind| {
            let count = self.statements.iter().filter(|change| change.kind == kind).count();
            format!("{count} {}", kind.name())
        });
        format!(
            "文献 texts: {} added, {} lost; 实体 things: {}; 陈述 statements: {}",
            self.texts_added.len(),
            self.texts_lost.len(),
            things.join(", "),
            statements.join(", ")
        )
    }
}

impl StatementKind {
    /// All kinds, in order.
    pub const ALL: [Self; 3] = [Self::Added, Self::Lost, Self::Changed];

    /// Returns the word for it in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Lost => "lost",
            Self::Changed => "changed",
        }
    }

    fn sign(self) -> char {
        match self {
            Self::Added => '+',
            Self::Lost => '-',
            Self::Changed => '~',
        }
    }
}

fn write_text(diff: &Diff, out: &mut dyn Write) -> io::Result<()> {
    if !diff.texts_added.is_empty() || !diff.texts_lost.is_empty() {
        writeln!(out, "文献 texts")?;
        diff.texts_lost.iter().try_for_each(|text| writeln!(out, "  - {text}"))?;
        diff.texts_added.iter().try_for_each(|text| writeln!(out, "  + {text}"))?;
        writeln!(out)?;
    }
    if !diff.things.is_empty() {
        writeln!(out, "实体 things")?;
        diff.things.iter().try_for_each(|change| write_thing(change, out))?;
        writeln!(out)?;
    }
    if !diff.statements.is_empty() {
        writeln!(out, "陈述 statements")?;
        diff.statements.iter().try_for_each(|change| write_statement(change, out))?;
        writeln!(out)?;
    }
    writeln!(out, "{}", diff.summary())
}

fn write_thing(change: &ThingChange, out: &mut dyn Write) -> io::Result<()> {
    let ThingChange { kind, old, new } = change;
    let names = |things: &[Named]| {
        let each: Vec<String> =
            things.iter().map(|Named { name, class, .. }| format!("{name} · {class}")).collect();
        each.join("、")
    };
    match kind {
        ThingKind::Added => writeln!(out, "  + {}", names(new)),
        ThingKind::Lost => writeln!(out, "  - {}", names(old)),
        _ => writeln!(out, "  {} {}: {} → {}", chinese(*kind), kind.name(), names(old), names(new)),
    }
}

fn chinese(kind: ThingKind) -> &'static str {
    match kind {
        ThingKind::Added => "新增",
        ThingKind::Lost => "消失",
        ThingKind::Renamed => "改名",
        ThingKind::Retyped => "改类",
        ThingKind::Joined => "合并",
        ThingKind::Split => "分开",
    }
}

fn write_statement(change: &StatementChange, out: &mut dyn Write) -> io::Result<()> {
    let StatementChange { kind, document, subject, relation, object, old, new } = change;
    write!(out, "  {} {subject} → {relation} → {object}", kind.sign())?;
    match (old, new) {
        (Some(old), Some(new)) => {
            writeln!(out)?;
            let gone = |passage: &Passage| !holds(new, passage);
            let come = |passage: &Passage| !holds(old, passage);
            if old.qualifiers != new.qualifiers {
                let (old, new) = (qualifiers(old), qualifiers(new));
                writeln!(out, "      {old} → {new}")?;
            }
            write_passages(old, document, "- ", gone, out)?;
            write_passages(new, document, "+ ", come, out)
        }
        (Some(support), None) | (None, Some(support)) => {
            let said =
                if support.qualifiers.is_empty() { String::new() } else { qualifiers(support) };
            writeln!(out, "{said}")?;
            write_passages(support, document, "", |_| true, out)
        }
        (None, None) => writeln!(out),
    }
}

fn qualifiers(support: &Support) -> String {
    format!("（{}）", support.qualifiers.join("，"))
}

/// Tells whether the same rule read the statement from the same sentence, wherever that stands.
fn holds(support: &Support, passage: &Passage) -> bool {
    support.passages.iter().any(|is| (&is.quote, &is.rule) == (&passage.quote, &passage.rule))
}

fn write_passages(
    support: &Support,
    document: &str,
    sign: &str,
    is_shown: impl Fn(&Passage) -> bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    for passage in support.passages.iter().filter(|passage| is_shown(passage)) {
        let Passage { line, quote, rule } = passage;
        writeln!(out, "      {sign}“{quote}”")?;
        writeln!(out, "      {}{document}:{line}  {rule}", " ".repeat(sign.len()))?;
    }
    Ok(())
}

/// The columns of a diff as rows.
const COLUMNS: [&str; 14] = [
    "what",
    "change",
    "name",
    "class",
    "new_name",
    "new_class",
    "document",
    "relation",
    "object",
    "qualifiers",
    "side",
    "line",
    "quote",
    "rule",
];

fn write_csv(diff: &Diff, out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(COLUMNS)?;
    for (change, texts) in [("added", &diff.texts_added), ("lost", &diff.texts_lost)] {
        for text in texts {
            let document = text.as_str();
            let row = ["text", change, "", "", "", "", document, "", "", "", "", "", "", ""];
            writer.write_record(row)?;
        }
    }
    for ThingChange { kind, old, new } in &diff.things {
        let names =
            |things: &[Named]| things.iter().map(|is| &*is.name).collect::<Vec<_>>().join("|");
        let classes =
            |things: &[Named]| things.iter().map(|is| &*is.class).collect::<Vec<_>>().join("|");
        let cells = [names(old), classes(old), names(new), classes(new)];
        let cells = cells.iter().map(String::as_str);
        let rest = std::iter::repeat_n("", COLUMNS.len() - 6);
        writer.write_record(["thing", kind.name()].into_iter().chain(cells).chain(rest))?;
    }
    for change in &diff.statements {
        for (side, support) in [("old", &change.old), ("new", &change.new)] {
            for passage in support.iter().flat_map(|support| &support.passages) {
                let qualifiers = support.as_ref().map(|is| is.qualifiers.join("|"));
                writer.write_record([
                    "statement",
                    change.kind.name(),
                    &change.subject,
                    "",
                    "",
                    "",
                    &change.document,
                    &change.relation,
                    &change.object,
                    &qualifiers.unwrap_or_default(),
                    side,
                    &passage.line.to_string(),
                    &passage.quote,
                    &passage.rule,
                ])?;
            }
        }
    }
    writer.flush()
}

#[derive(Serialize)]
struct DiffView<'a> {
    summary: String,
    texts_added: &'a [String],
    texts_lost: &'a [String],
    things: Vec<ThingView<'a>>,
    statements: Vec<StatementView<'a>>,
}

#[derive(Serialize)]
struct ThingView<'a> {
    change: &'static str,
    old: Vec<NamedView<'a>>,
    new: Vec<NamedView<'a>>,
}

#[derive(Serialize)]
struct NamedView<'a> {
    name: &'a str,
    class: &'a str,
    iri: &'a str,
}

#[derive(Serialize)]
struct StatementView<'a> {
    change: &'static str,
    document: &'a str,
    subject: &'a str,
    relation: &'a str,
    object: &'a str,
    old: Option<SupportView<'a>>,
    new: Option<SupportView<'a>>,
}

#[derive(Serialize)]
struct SupportView<'a> {
    qualifiers: &'a [String],
    passages: Vec<PassageView<'a>>,
}

#[derive(Serialize)]
struct PassageView<'a> {
    line: u32,
    quote: &'a str,
    rule: &'a str,
}

impl<'a> From<&'a Diff> for DiffView<'a> {
    fn from(diff: &'a Diff) -> Self {
        Self {
            summary: diff.summary(),
            texts_added: &diff.texts_added,
            texts_lost: &diff.texts_lost,
            things: diff.things.iter().map(ThingView::from).collect(),
            statements: diff.statements.iter().map(StatementView::from).collect(),
        }
    }
}

impl<'a> From<&'a ThingChange> for ThingView<'a> {
    fn from(ThingChange { kind, old, new }: &'a ThingChange) -> Self {
        let views = |things: &'a [Named]| {
            let view = |Named { name, class, iri }: &'a Named| NamedView { name, class, iri };
            things.iter().map(view).collect()
        };
        Self { change: kind.name(), old: views(old), new: views(new) }
    }
}

impl<'a> From<&'a StatementChange> for StatementView<'a> {
    fn from(change: &'a StatementChange) -> Self {
        let StatementChange { kind, document, subject, relation, object, old, new } = change;
        let view = |support: &'a Option<Support>| {
            support.as_ref().map(|Support { qualifiers, passages }| SupportView {
                qualifiers,
                passages: passages
                    .iter()
                    .map(|Passage { line, quote, rule }| PassageView { line: *line, quote, rule })
                    .collect(),
            })
        };
        let (old, new) = (view(old), view(new));
        Self { change: kind.name(), document, subject, relation, object, old, new }
    }
}
