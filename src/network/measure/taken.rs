//! How a measure is taken, in words: on which network, with which parameters, by what divided.
//!
//! A method section, the caption of a figure and the legend of an export all say the same: it is
//! said here, in Chinese and in English, and nowhere else.

use super::{
    Choice, Measure, Norm, Scale,
    about::TakenOn,
    community::{Detection, Quality},
    katz,
    sampled::Sampling,
};
use crate::network::{
    Kind,
    analysis::{Analysis, Settings},
    entry::Attribute,
    partition::Partition,
    ties::Weight,
};

/// What is known of a measure once the network is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    /// How many nodes there are.
    pub nodes: usize,
    /// The attenuation of Katz's measure.
    pub alpha: Option<f64>,
}

/// Counts things in English: 1 tie, 2 ties. The word is one that takes an s.
pub(crate) fn counted(count: usize, thing: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {thing}{plural}")
}

impl TakenOn {
    /// Returns what ties weigh when this weight is asked for.
    pub fn weight(self, asked: Weight) -> Weight {
        match self {
            Self::TwoMode | Self::Simple => Weight::None,
            Self::Weighted { unasked } => asked.or(unasked),
            Self::Always(weight) => weight,
        }
    }

    /// Says on which network that is.
    pub fn phrase(self, asked: Weight, kind: Kind) -> (&'static str, &'static str) {
        match (self, self.weight(asked), kind) {
            (Self::TwoMode, _, Kind::Affiliation) => ("取自二模网络", "on the two-mode network"),
            (_, Weight::None, Kind::Affiliation) => {
                ("取自不计权的投影", "on the unweighted projection")
            }
            (_, Weight::Shared, Kind::Affiliation) => (
                "取自以共有群组数加权的投影",
                "on the projection weighted by the number of shared groups",
            ),
            (_, Weight::Newman, Kind::Affiliation) => (
                "取自以 Newman 权重 Σ1/(k−1) 加权的投影",
                "on the projection with Newman's weights Σ1/(k−1)",
            ),
            (_, Weight::Fractional, Kind::Affiliation) => {
                ("取自以分数权重 Σ1/k 加权的投影", "on the projection with fractional weights Σ1/k")
            }
            (_, Weight::None, _) => ("取自不计权的网络", "on the unweighted network"),
            (_, Weight::Shared | Weight::Newman, _) => {
                ("取自依所列权重加权的网络", "on the network with the weights that are stated")
            }
            (_, Weight::Fractional, _) => (
                "取自以所列权重之半加权的网络",
                "on the network with half the weights that are stated",
            ),
        }
    }
}

impl Measure {
    /// Returns what ties weigh for this measure when this weight is asked for.
    pub fn weight(self, asked: Weight) -> Weight {
        self.about().taken_on.weight(asked)
    }

    /// Says how the measure is taken under these settings: what a paper must add to
    /// [`Measure::about`].
    ///
    /// Of several networks at once nothing is `known`; then rules stand where numbers would.
    pub fn taken(self, settings: Settings, kind: Kind, known: Option<Known>) -> (String, String) {
        let mut said = Said::default();
        said.fixed(self.about().taken_on.phrase(settings.weight, kind));
        let mut communities = self.hangs_on(Choice::Communities);
        if self.hangs_on(Choice::Classes) {
            said.classes(settings, kind);
            communities = settings.partition == Partition::Community;
        }
        if communities {
            said.communities(self, settings.detection);
        }
        if self.hangs_on(Choice::Attenuation) {
            said.attenuation(settings.alpha, kind, known.and_then(|known| known.alpha));
        }
        if self.hangs_on(Choice::Sources) {
            said.sources(settings.sampling, known);
        }
        if settings.norm == Norm::Normalised {
            said.norm(self.scale());
        }
        said.joined()
    }
}

impl Analysis<'_> {
    /// Says how a measure is taken on this network.
    pub fn taken(&self, measure: Measure) -> (String, String) {
        let network = self.network();
        let alpha = measure.hangs_on(Choice::Attenuation).then(|| self.katz_alpha()).flatten();
        let known = Known { nodes: network.nodes().len(), alpha };
        measure.taken(self.settings(), network.kind(), Some(known))
    }
}

/// What has been said, in Chinese and in English.
#[derive(Clone, Debug, Default)]
pub(in crate::network) struct Said(Vec<String>, Vec<String>);

impl Said {
    pub(in crate::network) fn fixed(&mut self, (chinese, english): (&str, &str)) {
        self.say(chinese.to_owned(), english.to_owned());
    }

    fn say(&mut self, chinese: String, english: String) {
        self.0.push(chinese);
        self.1.push(english);
    }

    pub(in crate::network) fn joined(self) -> (String, String) {
        (self.0.join("；"), self.1.join("; "))
    }

    /// Says what the classes of brokerage are.
    fn classes(&mut self, Settings { partition, weight, .. }: Settings, kind: Kind) {
        self.fixed(match partition {
            Partition::Attribute(Attribute::Class) => ("按类型分类", "classes by class"),
            Partition::Attribute(Attribute::Institution) => {
                ("按机构分类", "classes by institution")
            }
            Partition::Attribute(Attribute::Country) => {
                ("按国家或地区分类", "classes by country or region")
            }
            Partition::Community => ("按社群分类", "classes by community"),
        });
        if partition == Partition::Community {
            let (zh, en) = Measure::Community.about().taken_on.phrase(weight, kind);
            self.say(format!("社群{zh}"), format!("communities {en}"));
        }
    }

    /// Says how communities are found for a measure.
    fn communities(&mut self, measure: Measure, how: Detection) {
        let Detection { quality, resolution, seed, runs } = how;
        self.fixed(match quality {
            Quality::Modularity if measure == Measure::TwoModeCommunity => {
                ("Barber 二模模块度", "Barber's modularity")
            }
            Quality::Modularity => ("模块度", "modularity"),
            Quality::Cpm => ("常数 Potts 模型", "the constant Potts model"),
        });
        self.say(format!("分辨率 {resolution}"), format!("resolution {resolution}"));
        if measure.hangs_on(Choice::Runs) {
            self.say(
                format!("划分 {runs} 次，种子自 {seed} 起"),
                format!("{}, the first with seed {seed}", counted(runs, "division")),
            );
        } else {
            self.say(format!("种子 {seed}"), format!("seed {seed}"));
        }
    }

    /// Says from how many nodes is searched.
    fn sources(&mut self, Sampling { samples, seed }: Sampling, known: Option<Known>) {
        let (sources, zh, en) = match known {
            Some(Known { nodes, .. }) => (samples.min(nodes), "", ""),
            None => (samples, "至多", " at most"),
        };
        self.say(
            format!("{zh}自 {sources} 个节点搜索，种子 {seed}"),
            format!("searched from {}{en}, seed {seed}", counted(sources, "node")),
        );
    }

    /// Says what a step of a walk counts.
    fn attenuation(&mut self, asked: Option<f64>, kind: Kind, known: Option<f64>) {
        if let Some(alpha) = asked {
            return self.say(format!("α = {alpha}"), format!("α = {alpha}"));
        }
        let (letter, chinese, english) = match kind {
            Kind::Directed => ("σ", "最大奇异值", "the greatest singular value"),
            Kind::Affiliation | Kind::Undirected => ("λ", "最大特征值", "the greatest eigenvalue"),
        };
        let rule = format!("α = {}/{letter}", katz::SHARE);
        let number = match known {
            Some(alpha) if alpha < 0.001 => format!(" = {alpha:.3e}"),
            Some(alpha) => format!(" = {alpha:.5}"),
            None => String::new(),
        };
        self.say(
            format!("{rule}{number}，{letter} 为{chinese}"),
            format!("{rule}{number}, {letter} being {english}"),
        );
    }

    /// Says what values are divided by.
    fn norm(&mut self, scale: Scale) {
        self.fixed(match scale {
            Scale::None => return,
            Scale::Others => {
                ("已归一化：除以其余节点数", "normalised: divided by the number of other nodes")
            }
            Scale::Pairs => (
                "已归一化：除以其余节点的对数",
                "normalised: divided by the number of pairs of other nodes",
            ),
            Scale::OrderedPairs => (
                "已归一化：除以其余节点的有序对数",
                "normalised: divided by the number of ordered pairs of other nodes",
            ),
            Scale::Nodes => ("已归一化：除以节点数", "normalised: divided by the number of nodes"),
            Scale::Mean => ("已归一化：除以均值", "normalised: divided by the mean"),
            Scale::Groups => {
                ("已归一化：除以群组数", "normalised: divided by the number of groups")
            }
            Scale::Greatest => {
                ("已归一化：除以最大值", "normalised: divided by the greatest value")
            }
            Scale::Length => (
                "已归一化：除以全部取值的欧氏长度",
                "normalised: divided by the Euclidean length of all values",
            ),
            Scale::Degree => {
                ("已归一化：除以节点的度数", "normalised: divided by the node's degree")
            }
            Scale::TwoModeBetweenness => (
                "已归一化：除以此规模二模网络中可能的最大值",
                "normalised: divided by the greatest value possible in a two-mode network of this \
                 size",
            ),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english(measure: Measure, settings: Settings, kind: Kind) -> String {
        measure.taken(settings, kind, None).1
    }

    #[test]
    fn one_is_counted_in_the_singular() {
        assert_eq!([0, 1, 2].map(|count| counted(count, "tie")), ["0 ties", "1 tie", "2 ties"]);
    }

    #[test]
    fn a_weighted_measure_is_taken_as_the_settings_say() {
        let on = |measure, weight, kind| {
            english(measure, Settings { weight, ..Settings::default() }, kind)
        };
        let two_mode = Kind::Affiliation;
        for (measure, weight, kind, says) in [
            (Measure::PageRank, Weight::None, two_mode, "on the unweighted projection"),
            (Measure::PageRank, Weight::Newman, two_mode, "Newman's weights"),
            (Measure::Strength, Weight::None, two_mode, "weighted by the number of shared groups"),
            (Measure::Newman, Weight::Shared, two_mode, "Newman's weights"),
            (Measure::Community, Weight::None, two_mode, "Newman's weights"),
            (Measure::Community, Weight::Shared, two_mode, "weighted by the number of shared"),
            (Measure::Betweenness, Weight::Shared, Kind::Directed, "on the unweighted network"),
            (Measure::Strength, Weight::None, Kind::Undirected, "weights that are stated"),
            (Measure::Groups, Weight::None, two_mode, "on the two-mode network"),
        ] {
            let said = on(measure, weight, kind);
            assert!(said.contains(says), "{measure}: {said}");
        }
    }

    #[test]
    fn each_choice_that_a_measure_hangs_on_is_told() {
        let settings = Settings {
            partition: Partition::Attribute(Attribute::Institution),
            alpha: Some(0.125),
            norm: Norm::Normalised,
            ..Settings::default()
        };
        for (measure, says) in [
            (Measure::Katz, "α = 0.125; normalised: divided by the Euclidean length"),
            (Measure::Liaison, "classes by institution; normalised"),
            (Measure::Community, "modularity; resolution 1; seed 1"),
            (Measure::TwoModeCommunity, "Barber's modularity; resolution 1; seed 1"),
            (Measure::CommunityStability, "resolution 1; 20 divisions, the first with seed 1"),
            (Measure::BetweennessSampled, "searched from 256 nodes at most, seed 1; normalised"),
        ] {
            let said = english(measure, settings, Kind::Affiliation);
            assert!(said.contains(says), "{measure}: {said}");
        }
        let settings = Settings { partition: Partition::Community, ..settings };
        let said = english(Measure::Brokerage, settings, Kind::Affiliation);
        let says = "classes by community; communities on the projection with Newman's weights \
                    Σ1/(k−1); modularity; resolution 1; seed 1";
        assert!(said.contains(says), "{said}");
        let katz = Measure::Katz.taken(Settings::default(), Kind::Directed, None).0;
        assert!(katz.contains("α = 0.85/σ，σ 为最大奇异值"), "{katz}");
        let known = Known { nodes: 9, alpha: Some(0.25) };
        let katz = Measure::Katz.taken(Settings::default(), Kind::Undirected, Some(known)).1;
        assert!(katz.contains("α = 0.85/λ = 0.25000, λ being"), "{katz}");
    }
}
