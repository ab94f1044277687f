//! The graph's file into a store that answers queries.

use std::{fs, path::Path};

use oxigraph::{
    io::{RdfFormat, RdfParser, RdfSyntaxError},
    sparql::PreparedSparqlQuery,
    store::{StorageError, Store},
};

use super::GraphError;

/// Reads a graph into memory: N-Quads, or `TriG` where the file's name ends so.
///
/// Queries see the union of its named graphs if they are prepared by [`over_all_graphs`].
pub fn load(path: &Path) -> Result<Store, GraphError> {
    let bytes =
        fs::read(path).map_err(|source| GraphError::Read { path: path.to_owned(), source })?;
    let store = Store::new()?;
    let mut loader = store.bulk_loader();
    // The loader's own readers would rename blank nodes at random.
    let trig = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("trig"));
    let format = if trig { RdfFormat::TriG } else { RdfFormat::NQuads };
    let quads = RdfParser::from_format(format).for_slice(&bytes);
    loader.load_ok_quads(quads).map_err(|fault| match fault {
        Fault::Syntax(fault) => broken(path, &fault),
        Fault::Store(fault) => fault.into(),
    })?;
    loader.commit()?;
    Ok(store)
}

/// Lets a query see all named graphs as one, unless it names its own by `FROM`.
pub fn over_all_graphs(mut query: PreparedSparqlQuery) -> PreparedSparqlQuery {
    if query.dataset().is_default_dataset() {
        query.dataset_mut().set_default_graph_as_union();
    }
    query
}

/// What can go wrong between the bytes and the store.
enum Fault {
    Syntax(RdfSyntaxError),
    Store(StorageError),
}

impl From<RdfSyntaxError> for Fault {
    fn from(fault: RdfSyntaxError) -> Self {
        Self::Syntax(fault)
    }
}

impl From<StorageError> for Fault {
    fn from(fault: StorageError) -> Self {
        Self::Store(fault)
    }
}

fn broken(path: &Path, fault: &RdfSyntaxError) -> GraphError {
    GraphError::Broken {
        path: path.to_owned(),
        line: fault.location().map_or(1, |place| place.start.line + 1),
        message: fault.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use oxigraph::sparql::{QueryResults, SparqlEvaluator};

    use super::*;

    fn fault(text: &str) -> String {
        loaded(text).err().unwrap().to_string()
    }

    fn loaded(text: &str) -> Result<Store, GraphError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("graph.nq");
        fs::write(&path, text).unwrap();
        load(&path)
    }

    #[test]
    fn queries_see_all_graphs_as_one() {
        let store = loaded("<a:s> <a:p> <a:o> <a:g> .\n<a:o> <a:q> <a:z> <a:h> .\n").unwrap();
        let ask = |query: &str| {
            let query = SparqlEvaluator::new().parse_query(query).unwrap();
            match over_all_graphs(query).on_store(&store).execute().unwrap() {
                QueryResults::Boolean(answer) => answer,
                _ => panic!("not an ASK query"),
            }
        };
        assert!(ask("ASK { <a:s> <a:p> ?x . ?x <a:q> <a:z> }"));
        assert!(ask("ASK { GRAPH <a:h> { <a:o> <a:q> <a:z> } }"));
        assert!(!ask("ASK FROM <a:h> { <a:s> <a:p> ?x }"));
    }

    #[test]
    fn a_broken_file_is_named_with_its_line() {
        let many = "<a:s> <a:p> <a:o> <a:g> .\n".repeat(20_000);
        let message = fault(&format!("{many}<a:s> <a:p> . <a:g> .\n{many}"));
        assert!(message.contains("graph.nq:20001: "), "{message}");
    }

    #[test]
    fn a_file_cut_short_is_broken() {
        let message = fault("<a:s> <a:p> <a:o> <a:g> .\n<a:s> <a:p> \"x");
        assert!(message.contains("graph.nq:2: "), "{message}");
    }

    #[test]
    fn a_missing_file_is_named() {
        let message = load(Path::new("/no/graph.nq")).err().unwrap().to_string();
        assert_eq!(message, "cannot read /no/graph.nq");
    }
}
