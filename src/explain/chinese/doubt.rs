//! Chinese words on null models, on intervals, and on what numbers do not say.

use crate::{
    explain::{
        Account, Figures, Origin, Subject,
        references::{
            BENJAMINI_HOCHBERG_1995, BOOTSTRAP, FIXED, HOLM_1979, JACKKNIFE, PHIPSON_SMYTH_2010,
            References, STOCHASTIC,
        },
    },
    network::{
        Correction, Doubt, Kind, LEAST_TRADES, Null, Resampling, Significance, TRADES_PER_LIST,
    },
};

/// Says what the values were compared with.
pub(super) fn chance(
    account: &Account<'_>,
    Significance { null, samples, seed, correction }: Significance,
    figures: &Figures,
    references: &mut References,
) -> String {
    let of_nodes = matches!(account.subject, Subject::Nodes { .. });
    let model = match null {
        Null::Fixed => format!(
            "固定度序列模型{}：{samples} 个随机网络，各节点的群组数与各群组的成员数均与观测网络完全相同；\
             每个由观测网络经 curveball 交换得到，较少一侧按列表长度抽取，每个列表平均 {TRADES_PER_LIST} 次，总数不少于 \
             {LEAST_TRADES} 次（种子 {seed}）",
            references.cite_all(&FIXED)
        ),
        Null::Stochastic => {
            let cited = references.cite_all(&STOCHASTIC);
            let drawn = if of_nodes {
                format!("{samples} 个随机网络，种子 {seed}")
            } else {
                "p 值为精确上尾概率".to_owned()
            };
            format!(
                "随机度序列模型{cited}：度序列在平均意义上与观测网络相同，概率取二部配置模型（{drawn}）"
            )
        }
    };
    let (tests, counted) = if of_nodes {
        let cited = references.cite(PHIPSON_SMYTH_2010);
        let counted =
            format!("p 值为 (r+1)/(n+1)，r 为 n 个随机网络中取值不低于观测值者的个数{cited}");
        let nodes = match account.slices() {
            None => format!(" {} 个节点", figures.nodes),
            Some(_) => "各时段自身的节点".to_owned(),
        };
        (nodes, counted)
    } else {
        let pairs = figures.nodes * figures.nodes.saturating_sub(1) / 2;
        let counted = "p 值为群组数相同的两点共有不少于所观测群组的概率";
        (format!("全部 {pairs} 对节点"), counted.to_owned())
    };
    let corrected = match correction {
        Correction::BenjaminiHochberg => {
            let cited = references.cite(BENJAMINI_HOCHBERG_1995);
            format!("按 Benjamini–Hochberg 方法就{tests}校正{cited}")
        }
        Correction::Holm => format!("按 Holm 方法就{tests}校正{}", references.cite(HOLM_1979)),
        Correction::None => "未作多重检验校正".to_owned(),
    };
    format!("与之比较的零模型为{model}。{counted}，{corrected}。")
}

/// Says how the intervals were made.
pub(super) fn intervals(
    account: &Account<'_>,
    Resampling { doubt, samples, seed }: Resampling,
    figures: &Figures,
    references: &mut References,
) -> String {
    let of = |all: usize, what: &str| match account.slices() {
        None => format!(" {all} {what}"),
        Some(_) => format!("各时段自身的每{what}"),
    };
    let (what, _) = account.network.kind().row();
    match doubt {
        Doubt::Documents => format!(
            "区间为逐一剔除{}时所得最低值至最高值{}。",
            of(figures.documents, "篇文献"),
            references.cite(JACKKNIFE)
        ),
        Doubt::Events => format!(
            "区间为对{}作 {samples} 次有放回重抽样（种子 {seed}）所得第 2.5 与第 97.5 百分位数{}。",
            of(figures.groups, "个群组"),
            references.cite_all(&BOOTSTRAP)
        ),
        Doubt::Confidence => format!(
            "区间为 {samples} 次随机删减（种子 {seed}）所得第 2.5 与第 97.5 百分位数；每{what}以其原文的最高\
             置信度为概率保留。"
        ),
    }
}

/// Says what the numbers do not say.
pub(in crate::explain) fn limits(account: &Account<'_>, figures: &Figures) -> String {
    let (source, stated) = match account.origin {
        Origin::Graph { .. } => ("文本", "文本中"),
        Origin::Table { .. } => ("数据表", "数据表中"),
    };
    let tie = match (account.network.kind(), account.terms.tie[0].as_str()) {
        (Kind::Affiliation, _) => {
            format!("有边仅表示两者在{stated}列于同一群组，并不表示两者有过交谈或立场一致")
        }
        (_, "") => format!("有边仅表示{stated}列有该关系，其含义以来源为准"),
        (_, tie) => format!("有边仅表示{stated}有此陈述（{tie}），别无他义"),
    };
    let mut text = format!("须说明的是：{tie}；{source}未提及者，网络中亦不存在。");
    if let Origin::Graph { .. } = account.origin {
        text.push_str(
            "节点由规则识别，名称的合并与区分亦依规则：同名的两者可能成为一个节点，一者两名也可能成为两个节点。",
        );
        if let Some(confidence) = figures.confidence {
            text.extend([format!(
                "所依据的 {} 处原文由规则读出，其实测精确率平均为 {confidence:.3}；规则遗漏多少，图谱中无从得知。",
                figures.rated
            )]);
        }
    }
    if account.network.kind() == Kind::Affiliation {
        text.push_str("投影使大型群组的成员两两相连，故按投影计算的指标随群组规模而增大。");
    }
    if account.significance().is_some() {
        text.push_str(
            "p 值低，只说明在参与次数既定时偶然因素很少造成同样结果，并不说明原因；模型还假定任何节点都可能属于\
             任何群组。",
        );
    }
    match account.survey().and_then(|survey| survey.resampling).map(|resampling| resampling.doubt) {
        Some(Doubt::Documents) => {
            text.push_str("区间表示单篇文献所能造成的变动，不是置信区间。");
        }
        Some(Doubt::Events) => text.push_str(
            "重抽样所得网络约缺三分之一的群组，不同邻点数因此偏低，观测值可能高于其区间；名次的偏差则小得多。",
        ),
        Some(Doubt::Confidence) => {
            text.push_str("区间只反映误读，不反映遗漏，并假定各处误读互相独立。");
        }
        None => {}
    }
    text
}
