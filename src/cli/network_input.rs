//! Where `rank` and `export network` take their network from.

use std::{
    collections::BTreeMap,
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, anyhow};

use super::{Setting, failure::Misuse, query::read_setting};
use crate::{
    explain::LeftOut,
    export::{Language, Limits, Terms},
    model::Date,
    network::{Direction, Network, NoDates, Period, Remark, counted},
    query::{self, Cell, Library, Question, Table},
};

/// The columns that identify nodes and groups, each with those that say what to print and of which
/// class it is.
const DESCRIBED: [[&str; 3]; 4] = [
    ["node", "nodeLabel", "nodeClass"],
    ["group", "groupLabel", "groupClass"],
    ["source", "sourceLabel", "sourceClass"],
    ["target", "targetLabel", "targetClass"],
];

/// The arguments that name a network.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct NetworkInput {
    /// A network of the library (see `gongshi queries`), or a .rq file
    ///
    /// The query yields ?node ?group (who took part in what) or ?source ?target [?weight].
    #[arg(value_name = "NETWORK", required_unless_present = "incidence")]
    network: Option<String>,

    /// Take a table of your own instead: two columns, person and event
    #[arg(long, value_name = "FILE.csv", conflicts_with_all = ["network", "set"])]
    incidence: Option<PathBuf>,

    /// Set a parameter of the network's query
    #[arg(long = "set", value_name = "NAME=VALUE", value_parser = read_setting)]
    set: Vec<(String, String)>,

    /// Take ties from source to target as directed
    #[arg(long)]
    directed: bool,

    /// Leave out what was before this date: 2022, 2022-06 or 2022-06-09
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,

    /// Leave out what was after this date
    #[arg(long, value_name = "DATE")]
    to: Option<Date>,
}

/// Where a network comes from.
#[derive(Clone, Debug)]
pub(super) enum Origin {
    /// A table of the user's own.
    Table(PathBuf),
    /// A question to a graph.
    Graph {
        /// The question.
        question: Box<Question>,
        /// The parameters that were set.
        set: Vec<(String, String)>,
        /// How many texts the graph was read from.
        texts: usize,
    },
}

/// A network, and what has to be said of where it comes from.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// The network, within its period.
    pub(super) network: Network,
    /// What takes part in its groups and has no node, where there is any.
    pub(super) without: Option<LeftOut>,
    /// Where it comes from.
    pub(super) origin: Origin,
    /// What it and its parts are called; of a user's own table, nothing.
    pub(super) terms: Terms,
    /// The time that it is limited to.
    pub(super) limits: Limits,
}

/// A network of all time, as a table or a query has it.
struct Whole {
    network: Network,
    /// The network of what has no node in it.
    without: Option<Network>,
    origin: Origin,
    terms: Terms,
}

impl NetworkInput {
    /// Returns what was asked for, for a figure to keep.
    pub(super) fn parameters(&self) -> Vec<(String, String)> {
        let file = self.incidence.as_deref().and_then(Path::file_name);
        let file = file.map(|name| ("incidence".to_owned(), name.to_string_lossy().into_owned()));
        let network = self.network.iter().map(|name| ("network".to_owned(), name.clone()));
        let set =
            self.set.iter().map(|(name, value)| ("set".to_owned(), format!("{name}={value}")));
        let directed = self.directed.then(|| ("directed".to_owned(), "true".to_owned()));
        let from = self.from.iter().map(|date| ("from".to_owned(), date.to_string()));
        let to = self.to.iter().map(|date| ("to".to_owned(), date.to_string()));
        network.chain(file).chain(set).chain(directed).chain(from).chain(to).collect()
    }

    /// Reads the network; what is left out of it is told.
    pub(super) fn read(
        &self,
        setting: Setting<'_>,
        err: &mut dyn Write,
    ) -> anyhow::Result<Reading> {
        let period = period(self.from, self.to)?;
        let Whole { network: whole, without, origin, terms } = self.whole(setting, err)?;
        let without = without.and_then(|network| {
            let within = network.within(period).map(|within| within.value);
            LeftOut::of(&if period.is_all() { network } else { within.ok()? })
        });
        tell_left_out(without, &terms, err)?;
        if period.is_all() {
            let limits = Limits::default();
            return Ok(Reading { network: whole, without, origin, terms, limits });
        }
        let within = whole.within(period).map_err(no_dates)?;
        tell_undated(within.undated, &whole, err)?;
        let limits = Limits { period, undated: within.undated };
        Ok(Reading { network: within.value, without, origin, terms, limits })
    }

    fn whole(&self, setting: Setting<'_>, err: &mut dyn Write) -> anyhow::Result<Whole> {
        if let Some(path) = &self.incidence {
            let read = Network::from_csv(path, direction(self.directed));
            let (network, remarks) = read.context("cannot read the network")?;
            tell_remarks(&remarks, err)?;
            let origin = Origin::Table(path.clone());
            return Ok(Whole { network, without: None, origin, terms: Terms::default() });
        }
        let name = self.network.as_deref().unwrap_or_default();
        let question = question(name, setting)?;
        let store = query::load(setting.graph)?;
        let table = query::run(&store, &question, &self.set.iter().cloned().collect())?;
        let iris = table.rows.iter().flatten().filter_map(Cell::iri);
        let (columns, rows) = named(&table, &query::classes(&store, iris)?);
        let direction = direction(self.directed || question.directed);
        let (rows, others) = placed(&columns, rows);
        let of = |rows| Network::from_table(&columns, rows, direction);
        let network = of(rows).with_context(|| question.path.clone())?;
        let others = of(others).with_context(|| question.path.clone())?;
        let texts = Question::parse("texts", TEXTS)?;
        let texts = query::run(&store, &texts, &query::Values::new())?.rows.len();
        let title = [question.title_zh.clone(), question.title_en.clone()];
        let query::Terms { node, group, tie, without } = question.terms.clone();
        let classes = query::class_labels(&store)?;
        let terms = Terms { title, node, group, tie, without, classes };
        let (question, set) = (Box::new(question), self.set.clone());
        let others = (others.size() > 0).then_some(others);
        Ok(Whole {
            network,
            without: others,
            origin: Origin::Graph { question, set, texts },
            terms,
        })
    }
}

/// Returns the time from one date to another; refuses one that ends before it begins.
pub(super) fn period(from: Option<Date>, to: Option<Date>) -> Result<Period, Misuse> {
    let period = Period { from, to };
    if period.is_reversed() {
        return Err(Misuse("--from is later than --to\nhint: swap the two".to_owned()));
    }
    Ok(period)
}

/// Rows that are told of one by one.
const TOLD: usize = 10;

/// Tells of rows of a table that may not be meant so.
fn tell_remarks(remarks: &[Remark], err: &mut dyn Write) -> std::io::Result<()> {
    for one in remarks.iter().take(TOLD) {
        writeln!(err, "warning: {one}")?;
    }
    if remarks.len() > TOLD {
        let more = remarks.len() - TOLD;
        writeln!(err, "warning: and so {} more", counted(more, "row"))?;
    }
    Ok(())
}

/// Asks for the texts that a graph was read from.
const TEXTS: &str = "SELECT DISTINCT ?text { ?text a gs:Source }";

/// Says what helps where a network has no dates.
pub(super) fn no_dates(error: NoDates) -> anyhow::Error {
    anyhow!(
        "{error}\nhint: a query gives them as ?date, a table of your own in a column date; dates \
         are written 2022, 2022-06 or 2022-06-09"
    )
}

/// Tells how much is left out since nothing says when it was.
pub(super) fn tell_undated(
    undated: usize,
    network: &Network,
    err: &mut dyn Write,
) -> std::io::Result<()> {
    if undated > 0 {
        writeln!(
            err,
            "note: left out for want of a date that is exact enough: {undated} of {}",
            counted(network.size(), network.kind().row().1)
        )?;
    }
    Ok(())
}

/// Tells what has no node.
fn tell_left_out(
    without: Option<LeftOut>,
    terms: &Terms,
    err: &mut dyn Write,
) -> std::io::Result<()> {
    if let Some(LeftOut { things, participations }) = without {
        let what = Language::English.without(terms);
        let participations = counted(participations, "participation");
        writeln!(err, "note: {what} are no nodes: {things}, with {participations}")?;
    }
    Ok(())
}

/// Takes the rows that have `without` instead of a node apart, as rows of a network of their own.
fn placed(columns: &[String], mut rows: Vec<Cells>) -> (Vec<Cells>, Vec<Cells>) {
    let column = |name: &str| columns.iter().position(|column| column == name);
    let (Some(node), Some(without)) = (column("node"), column("without")) else {
        return (rows, Vec::new());
    };
    let mut others: Vec<Cells> =
        rows.extract_if(.., |row| row[node].is_none() && row[without].is_some()).collect();
    for row in &mut others {
        row.swap(node, without);
    }
    (rows, others)
}

fn direction(directed: bool) -> Direction {
    if directed { Direction::Directed } else { Direction::Undirected }
}

fn question(name: &str, setting: Setting<'_>) -> anyhow::Result<Question> {
    let path = Path::new(name);
    if path.extension().is_some_and(|extension| extension == "rq") {
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {name}"))?;
        return Ok(Question::parse(name, &text)?);
    }
    Ok(Library::new(setting.data).network(name)?)
}

/// A row as [`Network::from_table`] takes it.
type Cells = Vec<Option<String>>;
/// Columns and rows.
type Rows = (Vec<String>, Vec<Cells>);

/// Gives nodes and groups by IRI with what they are called and their classes, and all else by name.
fn named(table: &Table, classes: &BTreeMap<String, String>) -> Rows {
    let two_mode = table.column("node").is_some();
    let identifies = |column: &str| match column {
        "node" | "group" | "without" => two_mode,
        // In a two-mode network the source is the document that a row stands on.
        "source" | "target" => !two_mode,
        _ => false,
    };
    let lacking = |at: usize| {
        let described = DESCRIBED.into_iter().filter(|names| identifies(names[0]));
        let lacking = described.filter(move |names| table.column(names[at]).is_none());
        lacking.filter_map(move |names| Some((table.column(names[0])?, names[at])))
    };
    let unnamed: Vec<(usize, &str)> = lacking(1).collect();
    let unclassed: Vec<(usize, &str)> = lacking(2).collect();
    let mut columns = table.columns.clone();
    columns.extend(unnamed.iter().chain(&unclassed).map(|(_, added)| (*added).to_owned()));
    let rows = table.rows.iter().map(|row| {
        let mut values: Vec<Option<String>> = row
            .iter()
            .zip(&table.columns)
            .map(|(cell, column)| {
                let cell = present(cell)?;
                let text = if identifies(column) { cell.as_str() } else { table.name_of(cell) };
                Some(text.into_owned())
            })
            .collect();
        let cell = |index: usize| row.get(index).and_then(present);
        values.extend(
            unnamed.iter().map(|(index, _)| Some(table.name_of(cell(*index)?).into_owned())),
        );
        values
            .extend(unclassed.iter().map(|(index, _)| classes.get(cell(*index)?.iri()?).cloned()));
        values
    });
    let rows = rows.collect();
    (columns, rows)
}

fn present(cell: &Cell) -> Option<&Cell> {
    (!cell.is_empty()).then_some(cell)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{data::Data, network::Kind};

    fn read(network: &str) -> anyhow::Result<Network> {
        let graph = Path::new("tests/fixtures/sample.trig");
        let input = NetworkInput { network: Some(network.to_owned()), ..NetworkInput::default() };
        let reading = input.read(Setting { graph, data: &Data::embedded() }, &mut Vec::new());
        reading.map(|reading| reading.network)
    }

    fn of_text(text: &str) -> anyhow::Result<Network> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.rq");
        std::fs::write(&path, text).unwrap();
        read(path.to_str().unwrap())
    }

    #[test]
    fn a_network_of_the_library_is_asked_of_the_graph() {
        let network = read("people").unwrap();
        assert_eq!(network.kind(), Kind::Affiliation);
        let names = network.names();
        assert!(names.iter().any(|name| name == "林致远"), "{names:?}");
        assert_eq!(names.iter().filter(|name| name.starts_with("王立")).count(), 2, "{names:?}");
    }

    #[test]
    fn what_takes_part_and_has_no_node_is_told_of() {
        let query = "# without-en: bodies of no state\n# without-zh: 无国家的机构\n\
                     SELECT ?node ?group ?without { VALUES (?node ?group ?without) { \
                     (<x:a> <x:g> UNDEF) (UNDEF <x:g> <x:b>) (UNDEF <x:h> <x:b>) \
                     (UNDEF <x:h> <x:b>) (UNDEF <x:h> <x:c>) } }";
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.rq");
        std::fs::write(&path, query).unwrap();
        let graph = Path::new("tests/fixtures/sample.trig");
        let setting = Setting { graph, data: &Data::embedded() };
        let network = Some(path.to_str().unwrap().to_owned());
        let mut err = Vec::new();
        let reading = NetworkInput { network, ..NetworkInput::default() }.read(setting, &mut err);
        let reading = reading.unwrap();
        assert_eq!((reading.network.nodes().len(), reading.network.groups().len()), (1, 1));
        assert_eq!(reading.without, Some(LeftOut { things: 2, participations: 3 }));
        let told = String::from_utf8(err).unwrap();
        assert_eq!(told, "note: bodies of no state are no nodes: 2, with 3 participations\n");
    }

    #[test]
    fn ties_go_the_way_that_the_query_says() {
        assert_eq!(read("citations").unwrap().kind(), Kind::Directed);
        assert_eq!(read("cooperation").unwrap().kind(), Kind::Undirected);
    }

    #[test]
    fn nodes_are_called_by_their_names_without_a_column_for_them() {
        let network = of_text("SELECT ?node ?group { ?node gs:organised ?group }").unwrap();
        let mut names = network.names();
        names.sort();
        assert_eq!(names, ["江城大学网络治理研究院", "海滨大学"]);
    }

    #[test]
    fn other_columns_and_unknown_networks_are_told() {
        let error = of_text("SELECT ?who { ?who gs:organised ?group }").unwrap_err();
        assert!(format!("{error:#}").contains("mine.rq: a network needs"), "{error:#}");
        let error = read("persons").unwrap_err();
        assert!(format!("{error:#}").contains("`persons`"), "{error:#}");
    }
}
