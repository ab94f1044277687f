//! Reads a graph from a file, until the `rdf` module does.

use std::{fs, io, path::Path};

use oxigraph::{
    io::{RdfFormat, RdfParser},
    model::{GraphName, Triple},
    store::Store,
};

use super::QueryError;

/// Reads a graph from an N-Quads or `TriG` file into memory.
pub fn load(path: &Path) -> Result<Store, QueryError> {
    let bytes = fs::read(path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => QueryError::NoGraph { path: path.to_owned() },
        _ => QueryError::Read { path: path.to_owned(), source },
    })?;
    let format = match path.extension().and_then(|extension| extension.to_str()) {
        Some("trig") => RdfFormat::TriG,
        _ => RdfFormat::NQuads,
    };
    let store = Store::new()?;
    let mut loader = store.bulk_loader();
    let load = |source| QueryError::Load { path: path.to_owned(), source };
    loader.load_from_slice(RdfParser::from_format(format), &bytes).map_err(load)?;
    loader.commit()?;
    unite(&store)?;
    Ok(store)
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
