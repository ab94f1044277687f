//! Reads a graph so that questions see the union of its named graphs.

use std::{io, path::Path};

use oxigraph::{
    model::{GraphName, Triple},
    store::Store,
};

use super::QueryError;
use crate::rdf::{self, GraphError};

/// Reads a graph into memory and unites its named graphs.
pub fn load(path: &Path) -> Result<Store, QueryError> {
    let store = load_parts(path)?;
    unite(&store)?;
    Ok(store)
}

/// Reads a graph into memory as it is: named graphs, and nothing in the default graph.
pub fn load_parts(path: &Path) -> Result<Store, QueryError> {
    rdf::load(path).map_err(|error| match error {
        GraphError::Read { source, .. } if source.kind() == io::ErrorKind::NotFound => {
            QueryError::NoGraph { path: path.to_owned() }
        }
        error => error.into(),
    })
}

/// Makes the default graph the union of the named graphs, as a set.
///
/// A statement that two documents make is a triple of two named graphs. Oxigraph's own union
/// yields it twice, so that counts were too high and rows came double; the union of a dataset's
/// graphs has it once.
pub fn unite(store: &Store) -> Result<(), QueryError> {
    let quads: Vec<_> = store.iter().collect::<Result<_, _>>()?;
    let mut loader = store.bulk_loader();
    let united = |quad| Triple::from(quad).in_graph(GraphName::DefaultGraph);
    loader.load_quads(quads.into_iter().map(united))?;
    loader.commit()?;
    Ok(())
}
