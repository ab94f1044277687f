//! `gongshi rank --ties --null`: the ties of a network, and how they compare with chance.

use anyhow::anyhow;

use crate::{
    export::Listing,
    network::{Column, Network, Selection, Significance, TieTests, projection},
};

/// Lists the ties of a network; those come first that have the lowest p.
///
/// With `alpha`, only those that are significant are listed, and no others are written down.
pub(super) fn ties(
    network: &Network,
    selection: &Selection,
    significance: Significance,
    alpha: Option<f64>,
) -> anyhow::Result<Listing> {
    let tests = TieTests::new(network, significance)?;
    let ties = match alpha {
        Some(alpha) => tests.backbone(alpha, selection),
        None => projection(network, selection).map(|projection| projection.ties),
    };
    let ties = ties.map_err(|error| {
        anyhow!(
            "{error}\nhint: list only the ties that are more than chance, with --backbone ALPHA"
        )
    })?;
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
    rows.sort_by(|(a, x), (b, y)| {
        let p = |values: &[f64]| values.get(2).copied().unwrap_or(0.0);
        p(x).total_cmp(&p(y)).then(y[0].total_cmp(&x[0])).then_with(|| a.cmp(b))
    });
    let column = |name: &str| Column { name: name.to_owned(), whole: false };
    let columns = ["weight", "expected", "p", "p_adjusted"].map(column).to_vec();
    Ok(Listing { names: vec!["source".to_owned(), "target".to_owned()], columns, rows })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{AffiliationRow, Correction, Null};

    #[test]
    fn ties_come_by_p_then_by_weight_then_by_name() {
        let row = |(node, group): (&str, &str)| AffiliationRow {
            node: node.to_owned(),
            group: group.to_owned(),
            ..Default::default()
        };
        let rows = [("a", "x"), ("b", "x"), ("c", "x"), ("b", "y"), ("c", "y"), ("d", "z")];
        let network = Network::from_affiliations(rows.into_iter().map(row).collect());
        let ends = |significance| {
            let listing = ties(&network, &Selection::default(), significance, None).unwrap();
            assert_eq!(listing.columns.len(), listing.rows[0].1.len());
            listing.rows.into_iter().map(|(ends, _)| ends.concat()).collect::<Vec<_>>()
        };
        let (null, correction) = (Null::Stochastic, Correction::Holm);
        let chance = Significance { null, samples: 0, seed: 1, correction };
        assert_eq!(ends(chance), ["bc", "ab", "ac"]);
    }
}
