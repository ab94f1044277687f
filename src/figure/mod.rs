//! Figures: SVG as wide as a page's text, with a legend, a caption that defines what is shown, and
//! the parameters inside.
//!
//! One kind a file. A figure is drawn from plain values, in points, on a page; its text is text,
//! so that it can be searched, copied and edited. Nothing here asks the graph, opens files or knows
//! the command line. Only [`lay_out`] leaves the program: Graphviz places the nodes of a network.

mod axis;
mod calendar;
mod canvas;
mod date;
mod graphviz;
mod lineage;
mod mark;
mod network;
mod page;
mod placing;
mod ranks;
mod text;
mod timeline;

pub use graphviz::{LAYOUT, LayoutError, Places};
pub use lineage::{Lineage, Quote, Stating, lineage};
pub use network::{NetworkLook, lay_out, network, shown};
pub use page::{Drawing, Notes, Phrase};
pub use ranks::{Estimate, MOST_PANELS, Panel, RankRow, Ranks, ranks};
pub use timeline::{Dated, Timeline, timeline};

#[cfg(test)]
pub(crate) mod extent;
