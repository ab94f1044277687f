//! What `gongshi rank --by` takes: measures of nodes and the slices of time that they are taken in,
//! and with `--ties` measures of ties.

use super::{failure::Misuse, measure_args::each_once};
use crate::network::{Measure, Slicing, TieMeasure, UnknownMeasure};
use std::str::FromStr;

/// A measure, as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// Of nodes.
    Nodes(Measure),
    /// Of ties.
    Ties(TieMeasure),
    /// All of them in each of these.
    Slices(Slicing),
}

impl FromStr for By {
    type Err = UnknownMeasure;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        if let Ok(slicing) = name.parse() {
            return Ok(Self::Slices(slicing));
        }
        name.parse().map_or_else(|_| name.parse().map(Self::Nodes), |tie| Ok(Self::Ties(tie)))
    }
}

/// Lists what is known.
pub(super) fn help() -> String {
    let nodes = Measure::ALL.map(Measure::name).join(", ");
    let ties = TieMeasure::ALL.map(TieMeasure::name).join(", ");
    format!(
        "Print these measures; the first one orders the rows [default: degree]: {nodes}; month, \
         year or decade takes them in each slice of time; with --ties [default: weight]: {ties}"
    )
}

/// Returns the measures of nodes that were asked for, each once, degree where none was, and the
/// slices.
pub(super) fn of_nodes(by: &[By]) -> Result<(Vec<Measure>, Option<Slicing>), Misuse> {
    let (mut measures, mut slices) = (Vec::new(), Vec::new());
    for by in by {
        match by {
            By::Nodes(measure) => measures.push(*measure),
            By::Slices(slicing) => slices.push(*slicing),
            By::Ties(measure) => {
                let hint = "hint: rank ties with --ties";
                return Err(Misuse(format!("{measure} is a measure of ties\n{hint}")));
            }
        }
    }
    let slices = each_once(&slices);
    if slices.len() > 1 {
        let error = "there is one slice of time too many\nhint: name month, year or decade once";
        return Err(Misuse(error.to_owned()));
    }
    if measures.is_empty() {
        measures.push(Measure::Degree);
    }
    Ok((each_once(&measures), slices.first().copied()))
}

/// Returns the measures of ties that were asked for, each once; the weight, where none was.
pub(super) fn of_ties(by: &[By]) -> Result<Vec<TieMeasure>, Misuse> {
    let of = |by: &By| match by {
        By::Ties(measure) => Ok(*measure),
        By::Nodes(measure) => Err(Misuse(format!(
            "{measure} is a measure of nodes\nhint: ties have {}",
            TieMeasure::ALL.map(TieMeasure::name).join(", ")
        ))),
        By::Slices(_) => {
            Err(Misuse("ties are not ranked in slices\nhint: use --from and --to".to_owned()))
        }
    };
    if by.is_empty() {
        return Ok(vec![TieMeasure::Weight]);
    }
    Ok(each_once(&by.iter().map(of).collect::<Result<Vec<_>, _>>()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_of_ties_or_of_nodes() {
        assert_eq!("edge_betweenness".parse(), Ok(By::Ties(TieMeasure::EdgeBetweenness)));
        assert_eq!("k-core".parse(), Ok(By::Nodes(Measure::Core)));
        assert_eq!(of_nodes(&[]).unwrap(), (vec![Measure::Degree], None));
        assert_eq!(of_ties(&[]).unwrap(), [TieMeasure::Weight]);
        assert_eq!(of_ties(&[By::Ties(TieMeasure::Shared); 2]).unwrap(), [TieMeasure::Shared]);
        let error = of_nodes(&[By::Ties(TieMeasure::Weight)]).unwrap_err().to_string();
        assert!(error.contains("hint: rank ties with --ties"), "{error}");
        let error = of_ties(&[By::Nodes(Measure::Degree)]).unwrap_err().to_string();
        assert!(error.contains("hint: ties have weight"), "{error}");
    }

    #[test]
    fn slices_stand_among_measures() {
        let by = |names: &str| {
            let by: Vec<By> = names.split(',').map(|name| name.parse().unwrap()).collect();
            of_nodes(&by)
        };
        assert_eq!(by("year").unwrap(), (vec![Measure::Degree], Some(Slicing::Year)));
        let expected = (vec![Measure::PageRank], Some(Slicing::Month));
        assert_eq!(by("month,pagerank,pagerank").unwrap(), expected);
        assert!(by("month,year").unwrap_err().to_string().contains("hint: "));
        assert!("week".parse::<By>().unwrap_err().to_string().contains("known: degree"));
    }
}
