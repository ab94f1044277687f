//! The two paragraphs in Chinese.

mod doubt;
mod measured;

pub(super) use doubt::limits;

use super::{
    Account, Figures, LeftOut, Origin,
    references::{BORGATTI_EVERETT_1997, References},
};
use crate::{export::Language, network::Kind};

/// Says what was measured on what.
pub(super) fn method(
    account: &Account<'_>,
    figures: &Figures,
    references: &mut References,
) -> String {
    let mut text = origin(account);
    let kind = account.network.kind();
    text.extend(Language::Chinese.limits(account.limits, kind));
    text.push_str(&counts(account, figures, references));
    text.push_str(&measured::slices(account));
    text.push_str(&measured::measures(account, references));
    text.push_str(&measured::listed(account));
    if let Some(significance) = account.significance() {
        text.push_str(&doubt::chance(account, significance, figures, references));
    }
    if let Some(resampling) = account.survey().and_then(|survey| survey.resampling) {
        text.push_str(&doubt::intervals(account, resampling, figures, references));
    }
    text
}

fn origin(account: &Account<'_>) -> String {
    let version = account.version;
    match &account.origin {
        Origin::Table { file, sha256 } => {
            format!("本文网络由 gongshi {version} 读自数据表 {file}（SHA-256 {sha256}）。")
        }
        Origin::Graph { title: (title, _), description, set, file, sha256, texts } => {
            let called = if title.ends_with("网络") { "" } else { "网络" };
            let mut text = format!(
                "“{title}”{called}由 gongshi {version} 取自知识图谱 {file}（SHA-256 {sha256}），该图谱由同一程序\
                 从 {texts} 篇文本抽取而成。"
            );
            let (description, _) = Origin::described(description);
            if !description.is_empty() {
                text.extend([format!("其查询的说明为：“{description}”")]);
            }
            if !set.is_empty() {
                let set: Vec<String> =
                    set.iter().map(|(name, value)| format!("{name} = {value}")).collect();
                text.extend([format!("查询参数取 {}。", set.join("，"))]);
            }
            text
        }
    }
}

fn counts(account: &Account<'_>, figures: &Figures, references: &mut References) -> String {
    let Figures { nodes, isolated, groups, participations, ties, documents, .. } = figures;
    let without = account.without.map_or_else(String::new, |LeftOut { things, participations }| {
        let what = Language::Chinese.without(account.terms);
        format!("{what}未列入网络，计 {things} 个、{participations} 项参与关系。")
    });
    let stands = match documents {
        0 => String::new(),
        documents => format!("，依据 {documents} 篇文献中的原文"),
    };
    match account.network.kind() {
        Kind::Affiliation => format!(
            "该网络为二模网络{}，含 {nodes} 个节点、{groups} 个群组和 {participations} 项参与关系{stands}；\
             凡同属至少一个群组的两点相连，由此得到的投影有 {ties} 条边，{isolated} 个节点无边。{without}",
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
