//! [`Backbone`]: the edges that are more than chance, each with its p-value.

use super::{EdgeNetwork, EdgeNetworkOptions};
use crate::network::{
    Correction, Network, NoChance, Null, Projection, Significance, TieTest, TieTests, TooManyTies,
};

/// Which edges are kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Backbone {
    /// What the edges are compared with.
    pub significance: Significance,
    /// Edges whose corrected p is at most this are kept.
    pub alpha: f64,
}

impl Backbone {
    /// Says in Chinese and English what is shown and what is not.
    pub(super) fn caption(&self, left_out: usize) -> (String, String) {
        let model = match self.significance.null {
            Null::Fixed => ("固定度序列模型", "the fixed degree sequence model"),
            Null::Stochastic => ("随机度序列模型", "the stochastic degree sequence model"),
        };
        let correction = match self.significance.correction {
            Correction::BenjaminiHochberg => ("经 Benjamini–Hochberg 校正", "Benjamini–Hochberg"),
            Correction::Holm => ("经 Holm 校正", "Holm"),
            Correction::None => ("未校正", "uncorrected"),
        };
        let alpha = self.alpha;
        let drawn = match self.significance {
            Significance { null: Null::Fixed, samples, seed, .. } => (
                format!("，{samples} 个随机网络，种子 {seed}"),
                format!(", {samples} random networks, seed {seed}"),
            ),
            Significance { .. } => (String::new(), String::new()),
        };
        let chinese = format!(
            "仅显示相对于{}显著的边（p ≤ {alpha}，{}{}），略去因此无边的 {left_out} 个节点；\
             节点的指标按全网计算。",
            model.0, correction.0, drawn.0
        );
        let english = format!(
            "Edges beyond {} (p ≤ {alpha}, {}{}); {left_out} nodes without such an edge are left \
             out; measures of nodes are those of the whole network.",
            model.1, correction.1, drawn.1
        );
        (chinese, english)
    }
}

/// A network has no backbone.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum NoBackbone {
    /// It cannot be compared with chance.
    #[error(transparent)]
    Chance(#[from] NoChance),
    /// There are more edges than are of use.
    #[error(transparent)]
    Ties(#[from] TooManyTies),
}

/// What each edge of a backbone carries.
const COLUMNS: [&str; 3] = ["expected", "p", "p_adjusted"];

impl EdgeNetwork {
    /// Writes only those edges down that are significant, however many the others are.
    ///
    /// The measures of the nodes are taken on the whole network.
    pub fn of_backbone(
        network: &Network,
        options: &EdgeNetworkOptions,
        backbone: Backbone,
    ) -> Result<Self, NoBackbone> {
        let tests = TieTests::new(network, backbone.significance)?;
        let ties = tests.backbone(backbone.alpha, &options.selection)?;
        let mut view = Self::of_ties(network, options, Projection { ties, groups_left_out: 0 });
        view.edge_measures.extend(COLUMNS.map(str::to_owned));
        let nodes = network.incidence().nodes();
        let at: Vec<u32> = nodes.collect();
        for edge in &mut view.edges {
            if let Some(TieTest { expected, p, adjusted }) =
                tests.of(at[edge.source], at[edge.target])
            {
                edge.values.extend([expected, p, adjusted]);
            }
        }
        view.backbone = Some(backbone);
        Ok(view)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::AffiliationRow;

    #[test]
    fn each_edge_of_a_backbone_carries_its_test() {
        let row =
            |node: String, group: String| AffiliationRow { node, group, ..Default::default() };
        // Two who meet five times among many who meet others once.
        let friends = (0..10).map(|i| row(format!("f{}", i % 2), format!("e{}", i / 2)));
        let crowd = (0..400).map(|i| row(format!("p{i}"), format!("g{}", i / 2)));
        let network = Network::from_affiliations(friends.chain(crowd).collect());
        let (null, correction) = (Null::Stochastic, Correction::Holm);
        let significance = Significance { null, samples: 0, seed: 1, correction };
        let options = EdgeNetworkOptions::default();
        let backbone = Backbone { significance, alpha: 0.05 };
        let view = EdgeNetwork::of_backbone(&network, &options, backbone).unwrap();
        assert_eq!(view.edge_measures, COLUMNS);
        let [edge] = view.edges.as_slice() else { panic!("{:?}", view.edges) };
        let (a, b) = (&view.nodes[edge.source].id, &view.nodes[edge.target].id);
        assert_eq!((a.as_str(), b.as_str(), edge.events.len()), ("f0", "f1", 5));
        // Holm multiplies the lowest p of all by the number of all pairs.
        assert!((edge.values[2] / edge.values[1] - 402.0 * 401.0 / 2.0).abs() < 1e-6);
        assert!(edge.values[2] <= 0.05 && edge.values[0] < 5.0);
        assert!(backbone.caption(60).1.contains("60 nodes"));
    }
}
