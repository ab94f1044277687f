//! Chinese words on what was measured: measures, weights, ties that are listed, slices of time.

use crate::{
    explain::{
        Account, Slices, Subject,
        references::{NEWMAN_2001, References},
    },
    network::{Norm, Slicing, Weight},
};

/// Says in which slices of time measures were taken.
pub(super) fn slices(account: &Account<'_>) -> String {
    let Some(Slices { slicing, sizes, undated }) = account.slices() else {
        return String::new();
    };
    let (each, those) = match slicing {
        Slicing::Month => ("月", "当月"),
        Slicing::Year => ("年", "当年"),
        Slicing::Decade => ("年代", "该年代"),
    };
    let (what, _) = account.network.kind().row();
    let nodes = sizes.iter().map(|(_, nodes)| *nodes);
    let range = match (sizes.first(), sizes.last(), nodes.clone().min(), nodes.max()) {
        (Some((first, _)), Some((last, _)), Some(fewest), Some(most)) => {
            let count = sizes.len();
            format!("，自 {first} 至 {last} 共 {count} 个时段，各有 {fewest} 至 {most} 个节点")
        }
        _ => "，无一时段有参与者".to_owned(),
    };
    format!(
        "以上各数为全部时段合计；指标则按{each}分别计算，以{those}参与者为节点{range}；日期缺失或精度不足以\
         归入某一时段的 {undated} {what}未计入。"
    )
}

/// Says what the measures are and how they were taken.
pub(super) fn measures(account: &Account<'_>, references: &mut References) -> String {
    let all: Vec<String> = (account.measures().into_iter())
        .map(|said| {
            let cited = references.cite(said.work);
            format!("{}（{}；{}）{cited}", said.name.0, said.definition.0, said.taken.0)
        })
        .collect();
    let of = match account.subject {
        Subject::Nodes { .. } => "所用指标",
        Subject::Ties { .. } | Subject::TiesByChance { .. } => "所列各边的指标",
    };
    let mut text = format!("{of}为：{}。", all.join("；"));
    if let Some((without, nodes)) = account.unclassed() {
        text.extend([format!("{nodes} 个节点中有 {without} 个未载明类别，不计角色。")]);
    }
    let norm = match &account.subject {
        Subject::Nodes { survey, .. } => Some(survey.settings.norm),
        Subject::Ties { norm, .. } => Some(*norm),
        Subject::TiesByChance { .. } => None,
    };
    text.push_str(match norm {
        Some(Norm::Raw) => "取值依定义，未作归一化。",
        Some(Norm::Normalised) => "注明归一化者已按所述归一化，其余依定义。",
        None => "",
    });
    if account.weighs(Weight::Newman) {
        let cited = references.cite(NEWMAN_2001);
        text.extend([format!("Newman 权重中，每个有 k 个成员的共同群组计 1/(k−1){cited}。")]);
    }
    if account.weighs(Weight::Fractional) {
        text.push_str("分数权重中，每个有 k 个成员的共同群组计 1/k。");
    }
    text
}

/// Says which ties are listed.
pub(super) fn listed(account: &Account<'_>) -> String {
    let (selection, alpha, listed) = match &account.subject {
        Subject::Nodes { .. } => return String::new(),
        Subject::Ties { selection, listed, .. } => (selection, None, listed),
        Subject::TiesByChance { selection, alpha, listed, .. } => (selection, *alpha, listed),
    };
    let mut which = Vec::new();
    if selection.min_weight > 0.0 {
        which.push(format!("权重不小于 {}", selection.min_weight));
    }
    which.extend(alpha.map(|alpha| format!("校正后 p 值不大于 {alpha}")));
    if which.is_empty() {
        return format!("全部 {listed} 条边均在所列之内。");
    }
    format!("所列为{}的 {listed} 条边。", which.join("且"))
}
