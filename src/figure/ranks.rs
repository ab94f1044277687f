//! Ranks: a dot plot after Cleveland, one panel a measure, with whiskers where there are intervals.

use super::{
    axis::Scale,
    canvas::{Anchor, FAINT, INK, LINE, Style, real},
    mark::{Shape, mark},
    page::{Drawing, MARGIN, Notes, Page, Phrase, ROOM, SMALL, Sign},
    text::{capital, width, wrap},
};
use crate::{
    export::{ColourBy, Colouring, Language, Limits, NONE, Terms, swatches},
    network::{Analysis, Kind, Measure},
};

/// The most panels that the width has room for.
pub const MOST_PANELS: usize = 4;
/// The colour of dots that stand for no group.
const PLAIN: &str = "#4477AA";
/// The height of a line of a name.
const NAME: f64 = 8.6;
/// The diameter of a dot.
const DOT: f64 = 5.2;

/// A value with its interval, where there is one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    /// The value.
    pub value: f64,
    /// The lower end of the interval.
    pub low: Option<f64>,
    /// The upper end of the interval.
    pub high: Option<f64>,
}

impl Estimate {
    /// Returns a value without an interval.
    pub fn exact(value: f64) -> Self {
        Self { value, low: None, high: None }
    }

    fn interval(self) -> Option<(f64, f64)> {
        self.low.zip(self.high).filter(|(low, high)| low.is_finite() && high.is_finite())
    }
}

/// A node with its values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RankRow {
    /// What it is called.
    pub name: String,
    /// A value for each panel.
    pub values: Vec<Estimate>,
    /// What colour and shape stand for.
    pub group: Option<String>,
}

/// A panel: what its axis measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panel {
    /// What stands above it.
    pub name: Phrase,
    /// What it means, for the caption.
    pub definition: Phrase,
}

impl Panel {
    /// Makes the panel of a measure.
    pub fn of(measure: Measure, analysis: &Analysis<'_>) -> Self {
        let about = measure.about();
        let (zh, en) = analysis.taken(measure);
        let reference = about.reference;
        Self {
            name: (about.name.0.to_owned(), about.name.1.to_owned()),
            definition: (
                format!("{}：{}（{zh}；{reference}）。", about.name.0, about.definition.0),
                format!("{}: {} ({en}; {reference})", capital(about.name.1), about.definition.1),
            ),
        }
    }
}

/// What a figure of ranks shows.
#[derive(Clone, Debug, Default)]
pub struct Ranks {
    /// What is measured, the measure that orders the rows first.
    pub panels: Vec<Panel>,
    /// The nodes, best first.
    pub rows: Vec<RankRow>,
    /// How many nodes the network has.
    pub nodes: usize,
    /// How many events it has; none of a network of ties.
    pub events: Option<usize>,
    /// What the groups of the rows are.
    pub colour_by: Option<ColourBy>,
    /// What the network and its parts are called.
    pub terms: Terms,
    /// How communities were found, where colours stand for them: a sentence.
    pub communities: Option<Phrase>,
    /// The time that the network is limited to.
    pub limits: Limits,
    /// What the whiskers are, where there are any: a sentence.
    pub intervals: Option<Phrase>,
}

/// Draws ranks.
pub fn ranks(ranks: &Ranks, notes: &Notes) -> Drawing {
    let language = notes.language;
    let [chinese, english] = &ranks.terms.title;
    let usual = match language.pick(chinese, english).as_str() {
        "" => language.pick("节点排序", "Ranking of nodes").to_owned(),
        title => language.pick(format!("{title}：节点排序"), format!("{title}: ranking of nodes")),
    };
    let mut page = Page::new("ranks", &usual, notes);
    if ranks.rows.is_empty() || ranks.panels.is_empty() {
        page.nothing(("没有可画的节点。", "there are no nodes to draw"));
    } else {
        let groups = ranks.rows.iter().map(|row| row.group.as_deref());
        let colouring = Colouring::new(groups, 1);
        draw(&mut page, ranks, &colouring);
        legend(&mut page, ranks, &colouring);
    }
    let caption = caption(ranks, language);
    page.caption(&caption);
    page.finish()
}

/// The names on the left, their base lines, and where the rows begin and end.
struct Names {
    lines: Vec<Vec<String>>,
    middles: Vec<f64>,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Names {
    fn new(ranks: &Ranks, top: f64) -> Self {
        let most = if ranks.panels.len() > 2 { 110.0 } else { 160.0 };
        let lines: Vec<Vec<String>> =
            ranks.rows.iter().map(|row| wrap(&row.name, SMALL + 0.5, most)).collect();
        let widest = lines.iter().flatten().map(|line| width(line, SMALL + 0.5));
        let right = MARGIN + widest.fold(0.0, f64::max) + 6.0;
        let (mut y, mut middles) = (top + 3.0, Vec::new());
        for lines in &lines {
            let height = real(lines.len()) * NAME + 3.4;
            middles.push(y + height / 2.0);
            y += height;
        }
        Self { lines, middles, right, top, bottom: y + 3.0 }
    }

    fn draw(&self, page: &mut Page<'_>) {
        let style = Style::of(SMALL + 0.5).at(Anchor::End);
        for (lines, middle) in self.lines.iter().zip(&self.middles) {
            let first = middle - real(lines.len() - 1) * NAME / 2.0 + 2.7;
            for (at, line) in lines.iter().enumerate() {
                page.canvas.text((self.right - 4.0, first + real(at) * NAME), style, line);
            }
        }
    }
}

fn draw(page: &mut Page<'_>, ranks: &Ranks, colouring: &Colouring) {
    let language = page.language();
    let panels = &ranks.panels[..ranks.panels.len().min(MOST_PANELS)];
    let between = 18.0;
    let heads: Vec<String> =
        panels.iter().map(|panel| language.pick(&panel.name.0, &panel.name.1).clone()).collect();
    let names = Names::new(ranks, page.y + 14.0);
    let wide =
        (ROOM + MARGIN - names.right - 8.0 - between * real(panels.len() - 1)) / real(panels.len());
    names.draw(page);
    for (at, head) in heads.iter().enumerate() {
        let left = names.right + 4.0 + real(at) * (wide + between);
        panel(page, ranks, colouring, &names, at, (left, left + wide));
        let head = wrap(&capital(head), SMALL + 0.5, wide + between - 4.0).swap_remove(0);
        page.canvas.text((left, names.top - 3.0), Style::of(SMALL + 0.5).bold(), &head);
    }
    page.y = names.bottom + 20.0;
}

/// Draws the panel of one measure between two places.
fn panel(
    page: &mut Page<'_>,
    ranks: &Ranks,
    colouring: &Colouring,
    names: &Names,
    at: usize,
    (left, right): (f64, f64),
) {
    let estimates: Vec<Estimate> = ranks
        .rows
        .iter()
        .map(|row| row.values.get(at).copied().unwrap_or(Estimate::exact(f64::NAN)))
        .collect();
    let ends = estimates.iter().flat_map(|estimate| {
        let (low, high) = estimate.interval().unwrap_or((estimate.value, estimate.value));
        [low, high, estimate.value]
    });
    let most = if right - left > 160.0 { 6 } else { 3 };
    let scale = Scale::new(ends, left, right - 8.0, most);
    let canvas = &mut page.canvas;
    let ticks = scale.ticks();
    let apart = ticks.iter().zip(&ticks[1..]).map(|(a, b)| b.0 - a.0).fold(right - left, f64::min);
    let widest = ticks.iter().map(|(_, said)| width(said, SMALL)).fold(0.0, f64::max);
    let every = (1..=ticks.len()).find(|&every| real(every) * apart >= widest + 5.0);
    for (at, (x, said)) in ticks.iter().enumerate() {
        canvas.line((*x, names.top), (*x, names.bottom), FAINT, 0.5);
        canvas.line((*x, names.bottom), (*x, names.bottom + 3.0), LINE, 0.6);
        if at % every.unwrap_or(1) == 0 {
            let style = Style::of(SMALL).at(Anchor::Middle);
            canvas.text((*x, names.bottom + 11.0), style, said);
        }
    }
    canvas.line((left, names.bottom), (right, names.bottom), LINE, 0.6);
    for ((row, estimate), &y) in ranks.rows.iter().zip(&estimates).zip(&names.middles) {
        if !estimate.value.is_finite() {
            canvas.text((left + 2.0, y + 2.5), Style::of(SMALL).soft(), "–");
            continue;
        }
        let x = scale.place(estimate.value);
        canvas.dashed((left, y), (x, y), "#A8B0B9", 0.5, "0.6 2");
        if let Some((low, high)) = estimate.interval() {
            let (low, high) = (scale.place(low), scale.place(high));
            canvas.line((low, y), (high, y), INK, 0.9);
            for end in [low, high] {
                canvas.line((end, y - 2.0), (end, y + 2.0), INK, 0.9);
            }
        }
        let (shape, fill) = look(colouring, row.group.as_deref(), ranks.colour_by.is_some());
        let size = if estimate.interval().is_some() { DOT * 0.8 } else { DOT };
        mark(canvas, shape, (x, y), size, fill);
    }
}

fn look(colouring: &Colouring, group: Option<&str>, grouped: bool) -> (Shape, &'static str) {
    if !grouped {
        return (Shape::Circle, PLAIN);
    }
    let mut known = colouring.categories.iter().zip(Shape::ALL);
    let place = known.find(|(category, _)| Some(category.name.as_str()) == group);
    (place.map_or(Shape::Circle, |(_, shape)| shape), colouring.colour(group))
}

fn legend(page: &mut Page<'_>, ranks: &Ranks, colouring: &Colouring) {
    let language = page.language();
    if let Some(by) = ranks.colour_by {
        let entries = swatches(colouring, by, language, &ranks.terms).into_iter().enumerate();
        let entries = entries.map(|(at, (colour, name))| {
            let shape =
                if at < colouring.categories.len() { Shape::ALL[at % 8] } else { Shape::Circle };
            (Sign::Mark(shape, if colour == NONE { "#FFFFFF" } else { colour }, DOT), name)
        });
        page.legend(language.colour(by), &entries.collect::<Vec<_>>());
    }
    let whiskers = ranks.rows.iter().flat_map(|row| &row.values).any(|e| e.interval().is_some());
    if whiskers {
        let says = language.pick("值与区间", "value and interval");
        page.legend("", &[(Sign::Whisker(PLAIN), says.to_owned())]);
    }
}

fn caption(ranks: &Ranks, language: Language) -> Vec<String> {
    let (rows, nodes) = (ranks.rows.len(), ranks.nodes);
    let first = ranks.panels.first().map(|panel| &panel.name);
    let mut caption = Vec::new();
    if let Some((zh, en)) = first {
        let (named, grouped) = (language.nodes(&ranks.terms), language.groups(&ranks.terms));
        let of = match ranks.events {
            Some(events) => language.pick(
                format!("共 {nodes} 个{named}、{events} 个{grouped}"),
                format!("of {nodes} {named}, in {events} {grouped},"),
            ),
            None => language.pick(format!("共 {nodes} 个{named}"), format!("of {nodes} {named}")),
        };
        caption.push(language.pick(
            format!("{of}，按{zh}列出居前的 {rows} 个；值相等者按名称排列。"),
            format!("The {rows} foremost {of} by {en}; equal ones by name."),
        ));
    }
    // Events are those of a two-mode network.
    let kind = ranks.events.map_or(Kind::Undirected, |_| Kind::Affiliation);
    caption.extend(language.limits(ranks.limits, kind));
    let panels = ranks.panels.iter().take(MOST_PANELS);
    caption.extend(
        panels.map(|panel| language.pick(&panel.definition.0, &panel.definition.1).clone()),
    );
    caption.extend(ranks.communities.as_ref().map(|(zh, en)| language.pick(zh, en).clone()));
    caption.extend(ranks.intervals.as_ref().map(|(zh, en)| language.pick(zh, en).clone()));
    caption
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        figure::extent::assert_within,
        network::{Network, Settings},
    };

    fn sample(intervals: bool) -> Ranks {
        let estimate = |value: f64| {
            let end = |end: f64| intervals.then_some(end);
            Estimate { value, low: end(value * 0.8), high: end(value + 2.0) }
        };
        let row = |name: &str, value: f64, group: Option<&str>| RankRow {
            name: name.to_owned(),
            values: vec![estimate(value), Estimate::exact(value / 7.0)],
            group: group.map(str::to_owned),
        };
        Ranks {
            panels: [Measure::Degree, Measure::Betweenness]
                .map(|measure| {
                    let network = Network::from_affiliations(Vec::new());
                    Panel::of(measure, &Analysis::new(&network, Settings::default()))
                })
                .to_vec(),
            rows: vec![
                row("黄志雄", 52.0, Some("中国")),
                row(
                    "一个名称很长很长的研究机构及其下属的网络空间国际法研究中心",
                    30.0,
                    Some("德国"),
                ),
                row("<&\"😀\u{1}", f64::NAN, None),
            ],
            nodes: 99,
            events: Some(8),
            colour_by: Some(ColourBy::Country),
            ..Ranks::default()
        }
    }

    #[test]
    fn names_values_and_definitions_are_there_and_nothing_is_cut_off() {
        for (language, says) in [
            (Language::Chinese, "共 99 个节点、8 个群组"),
            (Language::English, "The 3 foremost of 99 nodes"),
        ] {
            let notes = Notes { language, ..Notes::default() };
            let svg = ranks(&sample(true), &notes).svg;
            let texts = assert_within(&svg);
            for part in ["黄志雄", "<&\"😀", says, "Freeman, L. C. (1979)"] {
                assert!(texts.contains(part), "{part} in {texts}");
            }
        }
    }

    #[test]
    fn whiskers_are_drawn_where_there_are_intervals() {
        let lines =
            |intervals| ranks(&sample(intervals), &Notes::default()).svg.matches("<line").count();
        // Of two rows a line and two ends each, and the line of the legend.
        assert_eq!(lines(true) - lines(false), 2 * 3 + 1);
    }

    #[test]
    fn no_rows_are_a_figure_that_says_so() {
        let texts = assert_within(&ranks(&Ranks::default(), &Notes::default()).svg);
        assert!(texts.contains("没有可画的节点。"), "{texts}");
    }
}
