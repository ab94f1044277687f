//! The caption of a figure for Graphviz: what is shown, how it looks, what is left out.

use super::{
    ColourBy,
    dot::{DotOptions, Figure},
    legend::{NOT_STATED, number},
    look::Sizes,
};
use crate::network::Measure;

/// A sentence in Chinese and in English.
type Sentence = (String, String);

/// Says what is shown, in whole sentences.
pub(super) fn caption(figure: &Figure<'_>, options: &DotOptions) -> String {
    let mut sentences = vec![counts(figure, options)];
    sentences.extend(looks(figure, options));
    sentences.extend(left_out(figure, options));
    let said = sentences.into_iter();
    said.map(|(chinese, english)| options.language.pick(chinese, english + " ")).collect()
}

/// Says how many there are of what.
fn counts(figure: &Figure<'_>, options: &DotOptions) -> Sentence {
    let (network, language) = (figure.network, options.language);
    let (nodes, edges, groups) = (figure.drawn.len(), network.edges.len(), network.groups);
    let (named, grouped) = (language.nodes(&network.terms), language.groups(&network.terms));
    if let Some(members) = network.first_mode {
        return (
            format!(
                "圆为 {members} 个{named}，方框为 {groups} 个{grouped}；{edges} 条边各连一圆一框。"
            ),
            format!(
                "Circles are {members} {named}, boxes are {groups} {grouped}; each of {edges} edges \
                 ties a circle to a box."
            ),
        );
    }
    let counted = language.counts(&network.terms, network.kind, [nodes, edges, groups]);
    (counted.clone(), counted)
}

/// Says what colours and sizes stand for.
fn looks(figure: &Figure<'_>, options: &DotOptions) -> Vec<Sentence> {
    let (network, language) = (figure.network, options.language);
    let mut said = Vec::new();
    if figure.colouring.without > 0 && !figure.colouring.categories.is_empty() {
        let colour = language.colour(options.colour_by);
        let none = language.pick(NOT_STATED.0, NOT_STATED.1);
        said.push((
            format!("“{none}”指文本未说明其{colour}。"),
            format!("“{none}”: the texts do not say the {colour}."),
        ));
    }
    let taken = |measure| network.position(measure).map(|at| &network.taken[at]);
    if let Some((measure, (zh, en))) = options.size_by.and_then(|by| Some((by, taken(by)?))) {
        let (name, least) = (language.measure(measure), Sizes::SMALLEST * 72.0);
        said.push((
            format!("节点面积与{name}成正比（{zh}；直径不小于 {least:.0} 点）。"),
            format!(
                "Areas of nodes are in proportion to {name} ({en}; diameter at least {least:.0} pt)."
            ),
        ));
    }
    let coloured = options.colour_by == ColourBy::Community;
    if let Some((zh, en)) = taken(Measure::Community).filter(|_| coloured) {
        said.push((
            format!("社群由 Leiden 方法划分（{zh}）。"),
            format!("Communities were found by Leiden's method ({en})."),
        ));
    }
    said
}

/// Says what is not there.
fn left_out(figure: &Figure<'_>, options: &DotOptions) -> Vec<Sentence> {
    let (network, language) = (figure.network, options.language);
    let limits = language.limits(network.limits, network.kind);
    let mut said: Vec<Sentence> = limits.into_iter().map(|said| (said.clone(), said)).collect();
    let nodes = figure.drawn.len();
    let left = network.nodes.len() - nodes;
    if network.min_weight > 0.0 {
        let least = number(network.min_weight);
        said.push((
            format!("仅显示权重不小于 {least} 的边，略去因此无边的 {left} 个节点。"),
            format!(
                "Edges of weight {least} and more; {left} nodes without such an edge are left out."
            ),
        ));
    }
    said.extend(network.backbone.map(|backbone| backbone.caption(left)));
    if let Some(most) = network.max_group.filter(|_| network.groups_left_out > 0) {
        let (groups, grouped) = (network.groups_left_out, language.groups(&network.terms));
        said.push((
            format!("成员超过 {most} 个的 {groups} 个{grouped}不计边。"),
            format!("{groups} {grouped} with more than {most} members make no edges."),
        ));
    }
    if figure.labelled < nodes {
        let labelled = figure.labelled;
        said.push((
            format!("仅标注居前的 {labelled} 个节点。"),
            format!("The {labelled} foremost nodes are labelled."),
        ));
    }
    said
}
