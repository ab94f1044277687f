//! What was missed, as an aligned table, CSV or JSON.

use std::io::{self, Write};

use comfy_table::{CellAlignment, ContentArrangement, Table, presets};
use serde::Serialize;

use super::{Missed, Silence, Total};

/// A table shows so many characters of a text.
const SHOWN: usize = 60;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// So many of the silences, the most telling first.
    Silences(usize),
    /// The totals of the documents.
    Totals,
}

/// Writes the silences, each with its place and why, then the totals; or the totals alone.
pub fn write_table(missed: &Missed, content: Content, out: &mut dyn Write) -> io::Result<()> {
    if let Content::Silences(most) = content {
        for silence in missed.silences.iter().take(most) {
            let Silence { score, document, line, kind, why, text } = silence;
            writeln!(out, "{score:>3}  {document}:{line}  {}: {why}", kind.name())?;
            writeln!(out, "     {}", cut(text))?;
        }
        let more = missed.silences.len().saturating_sub(most);
        if more > 0 {
            writeln!(out, "{more} more; --top shows them")?;
        }
        writeln!(out)?;
    }
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    table.add_row(["document", "sentences", "named", "stated", "unreal", "silent", "share"]);
    for total in &missed.totals {
        let counts = [total.sentences, total.named, total.stated, total.unreal, total.silent];
        let counts = counts.iter().map(ToString::to_string);
        let row = [total.document.clone()].into_iter().chain(counts);
        table.add_row(row.chain([format!("{:.2}", total.share())]));
    }
    for column in table.column_iter_mut() {
        column.set_padding((0, 2));
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    writeln!(out, "{}", table.trim_fmt())?;
    writeln!(
        out,
        "named: with a name, a date or a fact; stated: with a fact; unreal: denied, planned"
    )?;
    writeln!(out, "or wished, and so rightly without; share: of the silent among the named.")
}

/// The first characters of a text.
fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// Writes the silences or the totals as comma-separated values.
pub fn write_csv(missed: &Missed, content: Content, out: &mut dyn Write) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    match content {
        Content::Silences(most) => {
            for silence in missed.silences.iter().take(most) {
                csv.serialize(SilenceRow::new(silence))?;
            }
        }
        Content::Totals => {
            for total in &missed.totals {
                csv.serialize(TotalRow::new(total))?;
            }
        }
    }
    csv.flush()
}

/// Writes the silences and the totals, or these alone, as JSON.
pub fn write_json(missed: &Missed, content: Content, out: &mut dyn Write) -> io::Result<()> {
    let silences = match content {
        Content::Silences(most) => {
            Some(missed.silences.iter().take(most).map(SilenceRow::new).collect())
        }
        Content::Totals => None,
    };
    let totals = missed.totals.iter().map(TotalRow::new).collect();
    serde_json::to_writer_pretty(&mut *out, &View { silences, totals })?;
    writeln!(out)
}

#[derive(Serialize)]
struct View<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    silences: Option<Vec<SilenceRow<'a>>>,
    totals: Vec<TotalRow<'a>>,
}

#[derive(Serialize)]
struct SilenceRow<'a> {
    score: usize,
    document: &'a str,
    line: u32,
    kind: &'static str,
    why: &'a str,
    text: &'a str,
}

impl<'a> SilenceRow<'a> {
    fn new(silence: &'a Silence) -> Self {
        let Silence { score, document, line, kind, why, text } = silence;
        Self { score: *score, document, line: *line, kind: kind.name(), why, text }
    }
}

#[derive(Serialize)]
struct TotalRow<'a> {
    document: &'a str,
    sentences: usize,
    named: usize,
    stated: usize,
    unreal: usize,
    silent: usize,
    share: f64,
}

impl<'a> TotalRow<'a> {
    fn new(total: &'a Total) -> Self {
        let Total { document, sentences, named, stated, unreal, silent } = total;
        let (sentences, named, stated) = (*sentences, *named, *stated);
        let (unreal, silent) = (*unreal, *silent);
        Self { document, sentences, named, stated, unreal, silent, share: total.share() }
    }
}
