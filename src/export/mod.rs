//! Exports: a network as files for other programs and for print, every edge with its sentences.
//!
//! [`EdgeNetwork`] is what all formats are written from: nodes with their attributes and measures,
//! edges with their events, documents and sentences. One format a file; nothing here measures,
//! opens files or knows the command line.

mod csv;
mod dot;
mod escape;
mod graphml;
mod legend;
mod look;
mod palette;
mod ranking;
mod view;
mod wording;

pub use csv::{Part, write_csv};
pub use dot::{DotOptions, write_dot};
pub use graphml::write_graphml;
pub use look::ColourBy;
pub use ranking::{Form, Listing, write_listing};
pub use view::{Edge, EdgeNetwork, EdgeNetworkOptions, NodeView};
pub use wording::Language;

use std::{fmt, io, str::FromStr};

/// A file format for networks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Graphviz, laid out for print.
    Dot,
    /// GraphML, for Gephi, networkx and igraph.
    GraphMl,
    /// Tables of nodes and of edges.
    Csv,
}

impl Format {
    /// All formats, in the order of the help text.
    pub const ALL: [Self; 3] = [Self::Dot, Self::GraphMl, Self::Csv];

    /// Returns the name on the command line, which is also the usual ending of such files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dot => "dot",
            Self::GraphMl => "graphml",
            Self::Csv => "csv",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A format of that name is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown format '{0}' (known: dot, graphml, csv)")]
pub struct UnknownFormat(String);

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|format| format.name() == name);
        known.ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

/// An export could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The file or the pipe took no more.
    #[error("cannot write the export")]
    Write(#[from] io::Error),
    /// A table took no more.
    #[error("cannot write the table")]
    Table(#[from] ::csv::Error),
    /// An object of JSON took no more.
    #[error("cannot write the JSON")]
    Json(#[from] serde_json::Error),
}
