//! Where `rank` and `export network` take their network from.

use crate::network::{Direction, Network};
use anyhow::{Context, bail};
use std::path::PathBuf;

/// The arguments that name a network.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct NetworkInput {
    /// A name in queries/networks/, or a .rq file
    #[arg(value_name = "NETWORK", required_unless_present = "incidence")]
    pub network: Option<String>,

    /// Take a table of your own instead: two columns, person and event
    #[arg(long, value_name = "FILE.csv", conflicts_with = "network")]
    pub incidence: Option<PathBuf>,

    /// Take the ties of a table with the columns source and target as directed
    #[arg(long, requires = "incidence")]
    pub directed: bool,

    /// Read this graph
    #[arg(long, value_name = "FILE", default_value = "graph.nq")]
    pub graph: PathBuf,
}

impl NetworkInput {
    /// Reads the network.
    pub fn read(&self) -> anyhow::Result<Network> {
        let direction = if self.directed {
            Direction::Directed
        } else {
            Direction::Undirected
        };
        if let Some(path) = &self.incidence {
            return Network::from_csv(path, direction).context("cannot read the network");
        }
        let name = self.network.as_deref().unwrap_or_default();
        // The answer of the query goes through `Network::from_table`.
        bail!(
            "cannot ask {} for the network '{name}' yet; use --incidence",
            self.graph.display()
        )
    }
}
