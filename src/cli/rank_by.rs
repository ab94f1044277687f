//! What `gongshi rank --by` takes: measures of nodes, and with `--ties` those of ties.

use crate::network::{Measure, TieMeasure, UnknownMeasure};
use anyhow::anyhow;
use std::str::FromStr;

/// A measure, as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// Of nodes.
    Nodes(Measure),
    /// Of ties.
    Ties(TieMeasure),
}

impl FromStr for By {
    type Err = UnknownMeasure;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        name.parse().map_or_else(|_| name.parse().map(Self::Nodes), |tie| Ok(Self::Ties(tie)))
    }
}

/// Lists what is known.
pub(super) fn help() -> String {
    let nodes = Measure::ALL.map(Measure::name).join(", ");
    let ties = TieMeasure::ALL.map(TieMeasure::name).join(", ");
    format!(
        "Print these measures; the first one orders the rows [default: degree]: {nodes}; with \
         --ties [default: weight]: {ties}"
    )
}

/// Returns the measures of nodes that were asked for; degree, where none was.
pub(super) fn of_nodes(by: &[By]) -> anyhow::Result<Vec<Measure>> {
    let of = |by: &By| match by {
        By::Nodes(measure) => Ok(*measure),
        By::Ties(measure) => {
            Err(anyhow!("{measure} is a measure of ties\nhint: rank ties with --ties"))
        }
    };
    if by.is_empty() { Ok(vec![Measure::Degree]) } else { by.iter().map(of).collect() }
}

/// Returns the measures of ties that were asked for; the weight, where none was.
pub(super) fn of_ties(by: &[By]) -> anyhow::Result<Vec<TieMeasure>> {
    let of = |by: &By| match by {
        By::Ties(measure) => Ok(*measure),
        By::Nodes(measure) => Err(anyhow!(
            "{measure} is a measure of nodes\nhint: ties have {}",
            TieMeasure::ALL.map(TieMeasure::name).join(", ")
        )),
    };
    if by.is_empty() { Ok(vec![TieMeasure::Weight]) } else { by.iter().map(of).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_of_ties_or_of_nodes() {
        assert_eq!("edge_betweenness".parse(), Ok(By::Ties(TieMeasure::EdgeBetweenness)));
        assert_eq!("k-core".parse(), Ok(By::Nodes(Measure::Core)));
        assert_eq!(of_nodes(&[]).unwrap(), [Measure::Degree]);
        assert_eq!(of_ties(&[]).unwrap(), [TieMeasure::Weight]);
        let error = of_nodes(&[By::Ties(TieMeasure::Weight)]).unwrap_err().to_string();
        assert!(error.contains("hint: rank ties with --ties"), "{error}");
        let error = of_ties(&[By::Nodes(Measure::Degree)]).unwrap_err().to_string();
        assert!(error.contains("hint: ties have weight"), "{error}");
    }
}
