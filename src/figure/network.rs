//! The network: who is tied to whom, by size, colour and shape.

use super::{
    canvas::{Anchor, Point, Style, real},
    graphviz::{self, LayoutError, Places, SEED},
    mark::{Shape, mark},
    page::{Drawing, MARGIN, Notes, Page, ROOM, SMALL, Sign, WIDTH},
    placing::{Area, Mark, fit, labels},
    text::{capital, label, width},
};
use crate::{
    export::{
        ColourBy, Colouring, Edge, EdgeNetwork, Language, NONE, Sizes, Widths, drawn,
        number as short, swatches,
    },
    network::{Kind, Measure},
};

/// The most that a network is high, in points.
const MOST: f64 = 560.0;
/// The height of a line of a label, in points.
const LINE: f64 = 8.0;
/// The colour of ties, and of sizes in the legend.
const GREY: &str = "#8A94A0";
/// The colour of marks that stand for no category.
const PLAIN: &str = "#C9CFD6";
/// Up to so many nodes, all are labelled.
const ALL_LABELLED: usize = 130;
/// Of more nodes, so many are labelled.
const LABELLED: usize = 60;

/// How a network shall look.
#[derive(Clone, Copy, Debug, Default)]
pub struct NetworkLook {
    /// The measure that the areas of marks stand for; it must be one of the network's.
    pub size_by: Option<Measure>,
    /// What colours and shapes stand for.
    pub colour_by: ColourBy,
    /// How many nodes are labelled, those with the greatest values first.
    pub labels: Option<usize>,
}

/// Returns how many nodes of a network are drawn: all but those whose ties were left out.
pub fn shown(network: &EdgeNetwork) -> usize {
    drawn(network).len()
}

/// Places the nodes of a network that are drawn, by Graphviz.
pub fn lay_out(network: &EdgeNetwork, look: &NetworkLook) -> Result<Places, LayoutError> {
    let plan = Plan::new(network, look);
    let ties: Vec<(usize, usize, f64)> = (network.edges.iter())
        .filter_map(|edge| Some((plan.at(edge.source)?, plan.at(edge.target)?, edge.weight)))
        .collect();
    graphviz::places(&plan.boxes(), &ties)
}

/// What is drawn, and how.
struct Plan<'a> {
    network: &'a EdgeNetwork,
    drawn: Vec<usize>,
    values: Vec<f64>,
    categories: Vec<Option<String>>,
    colouring: Colouring,
    sizes: Sizes,
    widths: Widths,
    /// By how much marks are smaller than in a figure of its own.
    factor: f64,
    /// The nodes to label, as positions among those drawn, and their lines.
    wanted: Vec<(usize, Vec<String>)>,
}

impl<'a> Plan<'a> {
    fn new(network: &'a EdgeNetwork, look: &NetworkLook) -> Self {
        let drawn = drawn(network);
        let size = look.size_by.and_then(|measure| network.position(measure));
        let finite = |value: f64| if value.is_finite() { value } else { 0.0 };
        let value = |&node: &usize| size.map_or(0.0, |at| finite(network.nodes[node].measures[at]));
        let values: Vec<f64> = drawn.iter().map(value).collect();
        let all = look.colour_by.categories(network);
        let categories: Vec<Option<String>> =
            drawn.iter().map(|&node| all.get(node).cloned().flatten()).collect();
        let weights: Vec<f64> = network.edges.iter().map(|edge| edge.weight).collect();
        let most = if drawn.len() > ALL_LABELLED { LABELLED } else { ALL_LABELLED };
        let mut order: Vec<usize> = (0..drawn.len()).collect();
        order.sort_by(|&a, &b| values[b].total_cmp(&values[a]).then(a.cmp(&b)));
        order.truncate(look.labels.unwrap_or(most));
        let wanted =
            order.into_iter().map(|node| (node, label(&network.nodes[drawn[node]].name, SMALL)));
        Self {
            network,
            colouring: look.colour_by.colouring(&categories),
            sizes: Sizes::new(&values),
            widths: Widths::new(&weights),
            factor: (24.0 / real(drawn.len().max(1))).sqrt().clamp(0.3, 0.7),
            wanted: wanted.collect(),
            drawn,
            values,
            categories,
        }
    }

    /// Returns the position of a node among those drawn.
    fn at(&self, node: usize) -> Option<usize> {
        self.drawn.binary_search(&node).ok()
    }

    /// Returns a node's diameter in points.
    fn diameter(&self, node: usize) -> f64 {
        self.sizes.diameter(self.values[node]) * 72.0 * self.factor
    }

    /// Returns how wide and high a node's mark is at most.
    fn reach(&self, node: usize) -> f64 {
        self.diameter(node) * self.look(node).0.reach()
    }

    fn look(&self, node: usize) -> (Shape, &'static str) {
        let category = self.categories[node].as_deref();
        let known = self.colouring.categories.iter();
        let place = known.zip(Shape::ALL).find(|(known, _)| Some(known.name.as_str()) == category);
        if self.colouring.categories.is_empty() {
            return (Shape::Circle, PLAIN);
        }
        (place.map_or(Shape::Circle, |(_, shape)| shape), self.colouring.colour(category))
    }

    /// Returns the room that each node takes with its label below it.
    fn boxes(&self) -> Vec<Point> {
        let mut boxes: Vec<Point> =
            (0..self.drawn.len()).map(|node| (self.diameter(node), self.diameter(node))).collect();
        for (node, lines) in &self.wanted {
            let (wide, high) = size(lines);
            let room = &mut boxes[*node];
            // Below or above: the mark stays in the middle of its room.
            *room = (room.0.max(wide), room.1 + high * 1.3);
        }
        boxes
    }
}

/// Returns the size of a label.
fn size(lines: &[String]) -> Point {
    let widest = lines.iter().map(|line| width(line, SMALL)).fold(0.0, f64::max);
    (widest, real(lines.len()) * LINE)
}

/// Draws a network whose nodes have their places.
pub fn network(
    network: &EdgeNetwork,
    places: &Places,
    look: &NetworkLook,
    notes: &Notes,
) -> Drawing {
    let plan = Plan::new(network, look);
    let kind = match network.kind {
        Kind::Affiliation => notes.language.pick("共同参与网络", "Co-participation network"),
        Kind::Undirected => notes.language.pick("关系网络", "Network of ties"),
        Kind::Directed => notes.language.pick("有向关系网络", "Network of directed ties"),
    };
    let title = notes.language.pick(&network.terms.title[0], &network.terms.title[1]);
    let mut page = Page::new("network", if title.is_empty() { kind } else { title }, notes);
    let mut labelled = 0;
    if plan.drawn.is_empty() || places.len() != plan.drawn.len() {
        page.nothing(("没有可画的节点。", "there are no nodes to draw"));
    } else {
        labelled = draw(&mut page, &plan, places);
        legend(&mut page, &plan, look);
    }
    let caption = caption(&plan, look, notes.language, labelled);
    page.caption(&caption);
    page.finish()
}

/// Where all stands.
struct Setting {
    places: Vec<Point>,
    labels: Vec<Option<Area>>,
    bottom: f64,
}

impl Setting {
    /// Fits a layout to the page, as low as leaves room for all labels that are wanted.
    fn new(plan: &Plan<'_>, places: &Places, top: f64) -> Self {
        let mut best: Option<Self> = None;
        for raised in [1.0, 1.2, 1.4, 1.6] {
            let setting = Self::raised(plan, places, top, raised);
            let missing = |setting: &Self| setting.labels.iter().filter(|l| l.is_none()).count();
            if best.as_ref().is_none_or(|best| missing(&setting) < missing(best)) {
                best = Some(setting);
            }
        }
        best.unwrap_or(Self { places: Vec::new(), labels: Vec::new(), bottom: top })
    }

    fn raised(plan: &Plan<'_>, places: &Places, top: f64, raised: f64) -> Self {
        let (fitted, height) = fit(places, &plan.boxes(), (ROOM, MOST), raised);
        let places: Vec<Point> = fitted.iter().map(|(x, y)| (x + MARGIN, y + top)).collect();
        let mark = |node: usize| {
            let reach = plan.reach(node) * 0.94;
            let within = plan.diameter(node) * plan.look(node).0.within();
            (Area::around(places[node], (reach, reach)), within)
        };
        let marks: Vec<Mark> = (0..places.len()).map(mark).collect();
        let wanted: Vec<(usize, Point)> =
            plan.wanted.iter().map(|(node, lines)| (*node, size(lines))).collect();
        let bottom = top + height;
        let frame = Area { left: 1.0, top: top - 4.0, right: WIDTH - 1.0, bottom: bottom + 2.0 };
        let labels = labels(&marks, &wanted, &frame);
        Self { places, labels, bottom }
    }
}

/// Draws ties, marks and labels; returns how many are labelled.
fn draw(page: &mut Page<'_>, plan: &Plan<'_>, places: &Places) -> usize {
    let Setting { places, labels, bottom } = Setting::new(plan, places, page.y + 2.0);
    for edge in &plan.network.edges {
        if let Some((source, target)) = plan.at(edge.source).zip(plan.at(edge.target)) {
            tie(page, plan, edge, [source, target], [places[source], places[target]]);
        }
    }
    for (node, &place) in places.iter().enumerate() {
        let (shape, fill) = plan.look(node);
        page.canvas.start("g", &[]);
        page.canvas.holding("title", &[], &plan.network.nodes[plan.drawn[node]].name);
        mark(&mut page.canvas, shape, place, plan.diameter(node), fill);
        page.canvas.end("g");
    }
    for ((_, lines), area) in plan.wanted.iter().zip(&labels) {
        let Some(area) = area else { continue };
        let middle = f64::midpoint(area.left, area.right);
        for (at, line) in lines.iter().enumerate() {
            let y = area.top + real(at) * LINE + SMALL * 0.9;
            page.canvas.text((middle, y), Style::of(SMALL).at(Anchor::Middle), line);
        }
    }
    page.y = bottom + 6.0;
    labels.iter().flatten().count()
}

fn tie(
    page: &mut Page<'_>,
    plan: &Plan<'_>,
    edge: &Edge,
    ends: [usize; 2],
    [from, mut to]: [Point; 2],
) {
    let names = ends.map(|end| plan.network.nodes[plan.drawn[end]].name.as_str());
    let opacity = match plan.network.edges.len() {
        0..=200 => "0.6",
        201..=2_000 => "0.36",
        _ => "0.22",
    };
    let wide = plan.widths.width(edge.weight) * plan.factor;
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy);
    let arrow = plan.network.is_directed() && length > plan.diameter(ends[1]);
    page.canvas.start("g", &[("opacity", opacity)]);
    let said = [&edge.events[..], &edge.documents[..]].concat().join("；");
    let weight = short(edge.weight);
    page.canvas.holding("title", &[], &format!("{} – {}: {weight}；{said}", names[0], names[1]));
    if arrow {
        let (ux, uy) = (dx / length, dy / length);
        let back = plan.diameter(ends[1]) / 2.0;
        let tip = (to.0 - ux * back, to.1 - uy * back);
        let half = 1.2 + wide;
        to = (tip.0 - ux * 4.0, tip.1 - uy * 4.0);
        let corners =
            [tip, (to.0 - uy * half, to.1 + ux * half), (to.0 + uy * half, to.1 - ux * half)];
        let points = corners.map(|(x, y)| format!("{x:.2},{y:.2}")).join(" ");
        page.canvas.empty("polygon", &[("points", &points), ("fill", "#4A545F")]);
    }
    page.canvas.line(from, to, "#4A545F", wide);
    page.canvas.end("g");
}

fn legend(page: &mut Page<'_>, plan: &Plan<'_>, look: &NetworkLook) {
    let language = page.language();
    let swatches = swatches(&plan.colouring, look.colour_by, language, &plan.network.terms);
    let mut shapes = Shape::ALL.into_iter();
    let mut entries = Vec::new();
    for (at, (colour, name)) in swatches.into_iter().enumerate() {
        let category = at < plan.colouring.categories.len();
        let shape = if category { shapes.next().unwrap_or_default() } else { Shape::Circle };
        entries
            .push((Sign::Mark(shape, if colour == NONE { "#FFFFFF" } else { colour }, 7.0), name));
    }
    if !entries.is_empty() {
        page.legend(language.colour(look.colour_by), &entries);
    }
    if let Some(measure) = look.size_by {
        let entries = plan.sizes.samples().into_iter().map(|value| {
            let size = plan.sizes.diameter(value) * 72.0 * plan.factor;
            (Sign::Mark(Shape::Circle, PLAIN, size), short(value))
        });
        let entries: Vec<_> = entries.collect();
        if !entries.is_empty() {
            page.legend(language.measure(measure), &entries);
        }
    }
    if !plan.network.edges.is_empty() {
        let entries = plan.widths.samples().into_iter().map(|weight| {
            (Sign::Line(GREY, plan.widths.width(weight) * plan.factor), short(weight))
        });
        let head = language.weight(plan.network.kind, plan.network.weight, &plan.network.terms);
        page.legend(&head, &entries.collect::<Vec<_>>());
    }
}

/// Says what is shown, in whole sentences.
fn caption(
    plan: &Plan<'_>,
    look: &NetworkLook,
    language: Language,
    labelled: usize,
) -> Vec<String> {
    let network = plan.network;
    let (nodes, edges, groups) = (plan.drawn.len(), network.edges.len(), network.groups);
    let counts = language.counts(&network.terms, network.kind, [nodes, edges, groups]);
    let mut caption = vec![counts];
    caption.extend(language.limits(network.limits, network.kind));
    if network.min_weight > 0.0 {
        let (least, left) = (short(network.min_weight), network.nodes.len() - nodes);
        caption.push(language.pick(
            format!("仅显示权重不小于 {least} 的边，略去因此无边的 {left} 个节点。"),
            format!("Ties of weight {least} and more; {left} nodes without one are left out."),
        ));
    }
    if let Some(most) = network.max_group.filter(|_| network.groups_left_out > 0) {
        let (left, grouped) = (network.groups_left_out, language.groups(&network.terms));
        caption.push(language.pick(
            format!("成员超过 {most} 个的 {left} 个{grouped}不计边。"),
            format!("{left} {grouped} with more than {most} members make no edges."),
        ));
    }
    if let Some(measure) = look.size_by {
        caption.push(area(plan, measure, language));
    }
    if network.min_weight > 0.0 || network.groups_left_out > 0 {
        caption.push(language.pick(
            "度量取自包括所略边在内的整个网络。".to_owned(),
            "Measures are taken on the whole network, with what is left out here.".to_owned(),
        ));
    }
    let community = network.position(Measure::Community);
    let coloured = look.colour_by == ColourBy::Community && !plan.colouring.categories.is_empty();
    if let Some(at) = community.filter(|_| coloured) {
        let (about, (zh, en)) = (Measure::Community.about(), &network.taken[at]);
        let reference = about.reference;
        caption.push(language.pick(
            format!("{}：{}（{zh}；{reference}）。", about.name.0, about.definition.0),
            format!("{}: {} ({en}; {reference})", capital(about.name.1), about.definition.1),
        ));
    }
    if labelled < nodes {
        caption.push(language.pick(
            format!("标出 {labelled} 个节点的名称，值大者先标，以互不遮盖为限。"),
            format!(
                "{labelled} nodes are labelled, greater values first, as far as there is room."
            ),
        ));
    }
    caption.push(language.pick(
        format!("位置由 Graphviz sfdp 计算（种子 {SEED}），远近没有度量意义。"),
        format!("Placed by Graphviz sfdp (seed {SEED}); distances measure nothing."),
    ));
    caption
}

/// Says what the areas stand for.
fn area(plan: &Plan<'_>, measure: Measure, language: Language) -> String {
    let about = measure.about();
    let least = short(Sizes::SMALLEST * 72.0 * plan.factor);
    let taken = plan.network.position(measure).map(|at| &plan.network.taken[at]);
    let on = taken.map(|(zh, en)| language.pick(zh, en).as_str()).unwrap_or_default();
    language.pick(
        format!(
            "节点面积与{}成正比（{}；{on}；直径不小于 {least} 点）。",
            about.name.0, about.definition.0
        ),
        format!(
            "Areas are in proportion to {} ({}; {on}; diameter at least {least} pt).",
            about.name.1, about.definition.1
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{export::small, figure::extent::assert_within};

    fn look(colour_by: ColourBy) -> NetworkLook {
        NetworkLook { size_by: Some(Measure::Degree), colour_by, labels: None }
    }

    #[test]
    fn names_colours_and_definitions_are_there_and_nothing_is_cut_off() {
        let view = small();
        let places = vec![(0.0, 0.0), (90.0, 400.0), (50.0, -40.0), (900.0, 300.0)];
        for language in [Language::Chinese, Language::English] {
            let notes = Notes { language, ..Notes::default() };
            let svg = network(&view, &places, &look(ColourBy::Country), &notes).svg;
            let texts = assert_within(&svg);
            let says = language.pick("4 个节点，2 条边，2 个群组；", "4 nodes, 2 edges, 2 groups;");
            for part in ["黄志雄", "Loner", "O\"Neil", "中国 (1)", says] {
                assert!(texts.contains(part), "{part} in {texts}");
            }
            assert!(svg.contains("<title>黄志雄 – "), "a tie tells its ends and events");
        }
    }

    #[test]
    fn few_labels_are_those_of_the_greatest_values() {
        let few = NetworkLook { labels: Some(1), ..look(ColourBy::Class) };
        let places = vec![(0.0, 0.0), (90.0, 40.0), (50.0, -40.0), (90.0, 0.0)];
        let texts = assert_within(&network(&small(), &places, &few, &Notes::default()).svg);
        assert!(texts.contains("黄志雄\n") && !texts.contains("Loner"), "{texts}");
        assert!(texts.contains("标出 1 个节点的名称"), "{texts}");
    }

    #[test]
    fn classes_are_called_by_their_labels_and_the_period_is_told() {
        let mut view = small();
        let person = ["人物".to_owned(), "person".to_owned()];
        view.terms.classes.insert("Person".to_owned(), person);
        view.terms.title[0] = "人物与会议".to_owned();
        view.terms.tie[0] = "共同参与至少一个会议的两人相连".to_owned();
        view.terms.group[0] = "会议".to_owned();
        view.limits.period.from = "2022".parse().ok();
        view.limits.undated = 3;
        let places = vec![(0.0, 0.0), (90.0, 40.0), (50.0, -40.0), (90.0, 0.0)];
        let svg = network(&view, &places, &look(ColourBy::Class), &Notes::default()).svg;
        let texts = assert_within(&svg);
        assert!(texts.contains("人物与会议"), "{texts}");
        assert!(texts.contains("2 个会议；共同参与至少一个会议的两人相连。"), "{texts}");
        assert!(texts.contains("人物 (4)") && !texts.contains("Person"), "{texts}");
        assert!(
            texts.contains("时间范围：自 2022 起") && texts.contains("3 项参与关系"),
            "{texts}"
        );
    }

    #[test]
    fn no_nodes_are_a_figure_that_says_so() {
        let mut view = small();
        view.nodes.clear();
        view.edges.clear();
        let places = lay_out(&view, &look(ColourBy::Community)).unwrap();
        let notes = Notes::default();
        let svg = network(&view, &places, &look(ColourBy::Community), &notes).svg;
        assert!(assert_within(&svg).contains("没有可画的节点。"));
    }
}
