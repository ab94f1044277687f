//! The two paragraphs in Chinese.

use super::{
    Account, Figures, Origin, Subject,
    chinese_doubt::{chance, intervals},
    references::{BORGATTI_EVERETT_1997, NEWMAN_2001, References},
    taken_on,
};
use crate::network::{Kind, Norm, Slicing, Survey, TakenOn, Weight};

/// Says what was measured on what.
pub(super) fn method(
    account: &Account<'_>,
    figures: &Figures,
    references: &mut References,
) -> String {
    let mut text = origin(account);
    text.push_str(&counts(account, figures, references));
    text.push_str(&period(account));
    match &account.subject {
        Subject::Nodes { survey, slicing } => {
            text.push_str(&measures(account, survey, *slicing, references));
        }
        Subject::Ties { alpha, weight, .. } => {
            let weight = match weight {
                Weight::None => "不加权",
                Weight::Shared => "权重为共同群组数",
                Weight::Newman => "每个有 k 个成员的共同群组计权重 1/(k−1)",
                Weight::Fractional => "每个有 k 个成员的共同群组计权重 1/k",
            };
            let which = alpha.map(|alpha| format!("校正后 p 值不大于 {alpha} 的"));
            text.extend([format!("所列为{}边，{weight}。", which.unwrap_or_default())]);
        }
    }
    if let Some(significance) = account.significance() {
        text.push_str(&chance(account, significance, figures, references));
    }
    if let Some(resampling) = account.survey().and_then(|survey| survey.resampling) {
        text.push_str(&intervals(resampling, figures, references));
    }
    text
}

fn origin(account: &Account<'_>) -> String {
    let version = account.version;
    match &account.origin {
        Origin::Table { file, sha256 } => {
            format!("本文网络由 gongshi {version} 读自数据表 {file}（SHA-256 {sha256}）。")
        }
        Origin::Graph { title: (title, _), description, file, sha256, texts } => format!(
            "“{title}”网络由 gongshi {version} 取自知识图谱 {file}（SHA-256 {sha256}），该图谱由同一程序从 \
             {texts} 篇文本抽取而成。{}{}",
            if description.is_empty() { "" } else { "其查询的说明为：“" },
            if description.is_empty() { String::new() } else { format!("{description}”。") },
        ),
    }
}

fn counts(account: &Account<'_>, figures: &Figures, references: &mut References) -> String {
    let Figures { nodes, isolated, groups, participations, ties, documents, .. } = figures;
    let stands = match documents {
        0 => String::new(),
        documents => format!("，依据 {documents} 篇文献中的原文"),
    };
    match account.network.kind() {
        Kind::Affiliation => format!(
            "该网络为二模网络{}，含 {nodes} 个节点、{groups} 个群组和 {participations} 项参与关系{stands}；\
             凡同属至少一个群组的两点相连，由此得到的投影有 {ties} 条边，{isolated} 个节点无边。",
            references.cite(BORGATTI_EVERETT_1997)
        ),
        Kind::Undirected => format!(
            "该网络为一模网络，含 {nodes} 个节点和 {ties} 条无向边{stands}；{isolated} 个节点无边。"
        ),
        Kind::Directed => format!(
            "该网络为一模网络，含 {nodes} 个节点和 {ties} 条有向边{stands}；{isolated} 个节点无边。"
        ),
    }
}

fn period(account: &Account<'_>) -> String {
    let limits = match (account.period.from, account.period.to) {
        (None, None) => return String::new(),
        (Some(from), None) => format!("{from} 起"),
        (None, Some(to)) => format!("至 {to} 止"),
        (Some(from), Some(to)) => format!("{from} 至 {to}"),
    };
    format!(
        "时间范围为{limits}；日期缺失或精度不足以判定的 {} 项参与关系不计在内。",
        account.undated
    )
}

fn measures(
    account: &Account<'_>,
    survey: &Survey,
    slicing: Option<Slicing>,
    references: &mut References,
) -> String {
    let one = |measure: &crate::network::Measure| {
        let about = measure.about();
        let on = match taken_on(*measure, survey.settings.weight) {
            TakenOn::TwoMode => "按二模网络本身计算",
            TakenOn::Simple => "按简单投影计算",
            TakenOn::Weighted => "按加权投影计算",
        };
        let on = if account.network.kind() == Kind::Affiliation { on } else { "按各边计算" };
        let cited = references.cite(about.reference);
        format!("{}（{}；{on}）{cited}", about.name.0, about.definition.0)
    };
    let all: Vec<String> = survey.measures.iter().map(one).collect();
    let mut text = format!("所用指标为：{}。", all.join("；"));
    text.push_str(match survey.settings.norm {
        Norm::Raw => "取值依定义，未作标准化。",
        Norm::Normalised => "取值已按程序文档所载各指标的方法标准化，不随网络规模变化。",
    });
    text.extend([match survey.settings.weight {
        Weight::None => String::new(),
        Weight::Shared => "加权时，边的权重为共同群组数。".to_owned(),
        Weight::Newman => {
            let cited = references.cite(NEWMAN_2001);
            format!("加权时，每个有 k 个成员的共同群组计 1/(k−1){cited}。")
        }
        Weight::Fractional => "加权时，每个有 k 个成员的共同群组计 1/k。".to_owned(),
    }]);
    text.push_str(match slicing {
        None => "",
        Some(Slicing::Month) => "各月分别计算，以当月参与者为节点。",
        Some(Slicing::Year) => "各年分别计算，以当年参与者为节点。",
        Some(Slicing::Decade) => "各年代分别计算，以该年代参与者为节点。",
    });
    text
}
