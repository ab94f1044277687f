//! `gongshi figure timeline` and `figure lineage`: figures of what the texts say of time.

use std::io::Write;

use anyhow::bail;

use super::{
    Setting,
    figure::{PageArgs, parameter},
    network_input::period,
};
use crate::{
    export::Language,
    figure::{self, Dated, Drawing, Lineage, Quote, Stating, Timeline},
    model::Date,
    query::{self, Cell, Library, Table, Values},
};

/// Draw meetings, treaties, laws and policy documents by their dates
///
/// What is drawn is the answer to queries/figures/timeline.rq, which a folder of your own may
/// replace (--data).
#[derive(Clone, Debug, clap::Args)]
pub(super) struct TimelineArgs {
    /// Leave out what ended before this year, month or day
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,

    /// Leave out what began after this year, month or day
    #[arg(long, value_name = "DATE")]
    to: Option<Date>,

    #[command(flatten)]
    pub(super) page: PageArgs,
}

/// Draw who stated a principle when, in what words
///
/// What is drawn is the answer to queries/figures/lineage.rq, which a folder of your own may
/// replace (--data).
#[derive(Clone, Debug, clap::Args)]
pub(super) struct LineageArgs {
    /// Label, alias or IRI of the principle or set
    #[arg(value_name = "NAME")]
    principle: String,

    /// Quote so many sentences of each document or meeting
    #[arg(long, value_name = "N", default_value_t = 2)]
    quotes: usize,

    #[command(flatten)]
    pub(super) page: PageArgs,
}

/// Draws the time line.
pub(super) fn timeline(args: &TimelineArgs, setting: Setting<'_>) -> anyhow::Result<Drawing> {
    let period = period(args.from, args.to)?;
    let question = Library::new(setting.data).figure("timeline")?;
    let store = query::load(setting.graph)?;
    let table = query::run(&store, &question, &Values::new())?;
    let mut items = Vec::new();
    let mut undated = 0;
    for row in &table.rows {
        let get = |column: &str| table.name_of(table.get(row, column)).into_owned();
        if table.get(row, "date").is_empty() {
            undated += 1;
            continue;
        }
        items.push(Dated {
            id: table.get(row, "thing").as_str().into_owned(),
            name: get("thing"),
            lane: in_language(&table, row, "class", args.page.language),
            date: get("date"),
        });
    }
    let mut parameters = vec![parameter("question", &question.path)];
    parameters.extend(period.from.map(|from| parameter("from", from)));
    parameters.extend(period.to.map(|to| parameter("to", to)));
    let figure = Timeline { items, period, undated };
    Ok(figure::timeline(&figure, &args.page.notes(parameters)))
}

/// Draws a lineage.
pub(super) fn lineage(
    args: &LineageArgs,
    setting: Setting<'_>,
    err: &mut dyn Write,
) -> anyhow::Result<Drawing> {
    let question = Library::new(setting.data).figure("lineage")?;
    let store = query::load(setting.graph)?;
    let portraits = query::portraits(&store, &args.principle)?;
    if portraits.len() > 1 {
        writeln!(err, "{} things are called so; an IRI shows one alone", portraits.len())?;
    }
    let values = Values::from([("principle".to_owned(), args.principle.clone())]);
    let table = query::run(&store, &question, &values)?;
    let names = || portraits.iter().map(|portrait| portrait.name.clone());
    if table.rows.is_empty() && !portraits.iter().any(|portrait| is_principle(&portrait.iri)) {
        bail!(
            "{} is no principle or set of principles\nhint: gongshi query affirmed lists them",
            args.principle
        );
    }
    let mut words: Vec<String> = Vec::new();
    for word in names().chain(portraits.iter().flat_map(|portrait| portrait.aliases.clone())) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let mut distinct: Vec<String> = names().collect();
    distinct.dedup();
    let figure = Lineage {
        name: distinct.join("、"),
        words,
        statings: statings(&table, args.page.language),
        quotes: args.quotes,
    };
    let parameters = vec![
        parameter("principle", &args.principle),
        parameter("quotes", args.quotes),
        parameter("question", &question.path),
    ];
    Ok(figure::lineage(&figure, &args.page.notes(parameters)))
}

/// Tells by its IRI whether a thing is a principle or a set of them.
fn is_principle(iri: &str) -> bool {
    iri.contains("/principle/") || iri.contains("/principle-set/")
}

/// Joins the rows that differ in their sentence alone.
fn statings(table: &Table, language: Language) -> Vec<Stating> {
    let mut keys: Vec<[String; 5]> = Vec::new();
    let mut statings: Vec<Stating> = Vec::new();
    for row in &table.rows {
        let get = |column: &str| table.name_of(table.get(row, column)).into_owned();
        let some = |column: &str| Some(get(column)).filter(|value| !value.is_empty());
        let key = ["principle", "subject", "relation", "through", "date"]
            .map(|column| table.get(row, column).as_str().into_owned());
        let quote = Quote {
            text: get("quote"),
            source: get("source"),
            source_date: some("sourceDate"),
            line: get("line"),
        };
        if let Some(known) = keys.iter().position(|other| *other == key) {
            // A sentence that another rule reads too, or that one holds, is quoted once.
            let quotes = &mut statings[known].quotes;
            let held = |one: &Quote, other: &Quote| {
                (&one.source, &one.line) == (&other.source, &other.line)
                    && one.text.contains(&other.text)
            };
            if !quotes.iter().any(|other| held(other, &quote)) {
                quotes.retain(|other| !held(&quote, other));
                quotes.push(quote);
            }
            continue;
        }
        keys.push(key);
        statings.push(Stating {
            subject: get("subject"),
            class: in_language(table, row, "class", language),
            relation: in_language(table, row, "relation", language),
            through: some("through"),
            date: some("date"),
            quotes: vec![quote],
        });
    }
    statings
}

/// Returns what a class or relation is called: in English, as the column of the same name and `En`
/// has it.
fn in_language(table: &Table, row: &[Cell], column: &str, language: Language) -> String {
    let english = table.get(row, &format!("{column}En"));
    match language {
        Language::English if !english.is_empty() => english.as_str().into_owned(),
        _ => table.name_of(table.get(row, column)).into_owned(),
    }
}
