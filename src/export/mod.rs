//! Exports: a network as files for other programs and for print, every edge with its sentences.
//!
//! [`EdgeNetwork`] is what all formats are written from: nodes with their attributes and measures,
//! edges with their events, documents and sentences. One format a file; nothing here measures,
//! opens files or knows the command line.

mod backbone;
mod caption;
mod csv;
mod dot;
mod escape;
mod fields;
mod gexf;
mod graphml;
mod hif;
mod json;
mod legend;
mod look;
mod pajek;
mod palette;
mod period;
mod ranking;
mod view;
mod wording;

pub use backbone::Backbone;
pub use csv::{Part, write_csv};
pub use dot::{DotOptions, write_dot};
pub use gexf::write_gexf;
pub use graphml::write_graphml;
pub use hif::write_hif;
pub use json::write_json;
pub use look::ColourBy;
pub use pajek::write_pajek;
pub use ranking::{Form, Listing, write_listing};
pub use view::{Edge, EdgeNetwork, EdgeNetworkOptions, NoEdgeNetwork, NodeView};
pub use wording::{Language, Limits, Terms};

// What figures have in common with the files for Graphviz.
pub(crate) use dot::{FONTS, drawn};
pub(crate) use escape::xml;
pub(crate) use legend::{number, swatches};
pub(crate) use look::{Sizes, Widths};
pub(crate) use palette::{Colouring, NONE};
#[cfg(test)]
pub(crate) use view::tests::small;

use std::{fmt, io, str::FromStr};

/// A file format for networks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Graphviz, laid out for print.
    Dot,
    /// GraphML, for Gephi, networkx and igraph.
    GraphMl,
    /// GEXF 1.3, for Gephi, with the time of each edge.
    Gexf,
    /// The Hypergraph Interchange Format: the two-mode network itself.
    Hif,
    /// Pajek's `.net`.
    Pajek,
    /// Tables of nodes and of edges.
    Csv,
    /// Node-link JSON, for networkx and d3.
    Json,
}

impl Format {
    /// All formats, in the order of the help text.
    pub const ALL: [Self; 7] =
        [Self::Dot, Self::GraphMl, Self::Gexf, Self::Hif, Self::Pajek, Self::Csv, Self::Json];

    /// Returns the name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dot => "dot",
            Self::GraphMl => "graphml",
            Self::Gexf => "gexf",
            Self::Hif => "hif",
            Self::Pajek => "pajek",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// Returns who wrote a file: the program and its version.
fn creator() -> String {
    format!("gongshi {}", env!("CARGO_PKG_VERSION"))
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A format of that name is not known.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "unknown format '{0}' (known: {known})",
    known = Format::ALL.map(Format::name).join(", ")
)]
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
