//! `gongshi rank --ties --null`: the ties of a network, and how they compare with chance.

use std::io::Write;

use anyhow::anyhow;

use super::sample_args::resolution;
use crate::{
    export::{Form, Listing},
    network::{
        Column, Network, Null, Selection, Significance, Tie, TieTests, TooManyTies, projection,
    },
};

/// Which ties are listed, what they are compared with, and at what level they have to be
/// significant, where they have to.
type Asked<'a> = (&'a Selection, Significance, Option<f64>);

/// Lists the ties of a network; those come first that have the lowest p, as `form` prints it, of
/// equal ones those that weigh more.
///
/// With `alpha`, only those that are significant are listed, and no others are written down.
pub(super) fn ties(
    network: &Network,
    (selection, significance, alpha): Asked<'_>,
    form: Form,
    err: &mut dyn Write,
) -> anyhow::Result<Listing> {
    let tests = TieTests::new(network, significance)?;
    tell(&tests, significance, err)?;
    let ties = chosen(network, &tests, selection, alpha)?;
    let names = network.names();
    let mut rows: Vec<(Vec<String>, Vec<f64>)> = Vec::with_capacity(ties.len());
    for tie in &ties {
        let ends = vec![names[tie.a as usize].clone(), names[tie.b as usize].clone()];
        let test = tests.of(tie.a, tie.b);
        let chance = test.map(|test| [test.expected, test.p, test.adjusted]);
        rows.push((
            ends,
            std::iter::once(tie.weight).chain(chance.into_iter().flatten()).collect(),
        ));
    }
    rows.sort_by(|(a, x), (b, y)| y[0].total_cmp(&x[0]).then_with(|| a.cmp(b)));
    let column = |name: &str| Column { name: name.to_owned(), whole: false };
    let columns = ["weight", "expected", "p", "p_adjusted"].map(column).to_vec();
    let names = vec!["source".to_owned(), "target".to_owned()];
    let mut listing = Listing { names, columns, rows };
    listing.order_by_printed(form, 2);
    Ok(listing)
}

/// Returns how many ties are listed.
pub(super) fn count(
    network: &Network,
    (selection, significance, alpha): Asked<'_>,
) -> anyhow::Result<usize> {
    let tests = TieTests::new(network, significance)?;
    Ok(chosen(network, &tests, selection, alpha)?.len())
}

fn chosen(
    network: &Network,
    tests: &TieTests<'_>,
    selection: &Selection,
    alpha: Option<f64>,
) -> anyhow::Result<Vec<Tie>> {
    let ties = match alpha {
        Some(alpha) => tests.backbone(alpha, selection),
        None => projection(network, selection).map(|projection| projection.ties),
    };
    ties.map_err(|error| too_many(&error))
}

/// Says what helps where there are too many ties to list.
pub(super) fn too_many(error: &TooManyTies) -> anyhow::Error {
    anyhow!(
        "{error}\nhint: leave weak ties out with --min-weight, or list only those that are more than \
         chance, with --backbone ALPHA"
    )
}

/// Says how exact the p-values are.
fn tell(
    tests: &TieTests<'_>,
    significance: Significance,
    err: &mut dyn Write,
) -> std::io::Result<()> {
    match significance.null {
        Null::Stochastic => writeln!(
            err,
            "note: the model meets the numbers of events and of participants to a share of {:.0e}",
            tests.error()
        ),
        Null::Fixed => writeln!(
            err,
            "note: {}, where two nodes have numbers of events that no other two have; elsewhere \
             less",
            resolution(significance.samples)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{AffiliationRow, Correction};

    #[test]
    fn ties_come_by_p_then_by_weight_then_by_name() {
        let row = |(node, group): (&str, &str)| AffiliationRow {
            node: node.to_owned(),
            group: group.to_owned(),
            ..Default::default()
        };
        let rows = [("a", "x"), ("b", "x"), ("c", "x"), ("b", "y"), ("c", "y"), ("d", "z")];
        let network = Network::from_affiliations(rows.into_iter().map(row).collect());
        let mut told = Vec::new();
        let mut ends = |significance| {
            let what = (&Selection::default(), significance, None);
            let mut err = Vec::new();
            let listing = ties(&network, what, Form::Table, &mut err).unwrap();
            told.push(String::from_utf8(err).unwrap());
            assert_eq!(listing.columns.len(), listing.rows[0].1.len());
            listing.rows.into_iter().map(|(ends, _)| ends.concat()).collect::<Vec<_>>()
        };
        let (null, correction) = (Null::Stochastic, Correction::Holm);
        let chance = Significance { null, samples: 0, seed: 1, correction };
        assert_eq!(ends(chance), ["bc", "ab", "ac"]);
        ends(Significance { null: Null::Fixed, samples: 99, ..chance });
        assert!(told[0].starts_with("note: the model meets the numbers of"), "{told:?}");
        let drawn = "note: 99 random networks show no p below 1/100, and a p of 0.05 with a \
                     standard error of 0.022, where two";
        assert!(told[1].starts_with(drawn), "{told:?}");
    }
}
