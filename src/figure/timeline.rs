//! The time line: what was held or issued when, a lane a class, as closely as the texts say.

use super::{
    calendar::Calendar,
    canvas::{FAINT, LINE, Style, real},
    date::{Precision, Span, number},
    mark::{Shape, mark},
    page::{Drawing, MARGIN, Notes, Page, ROOM, SMALL, Sign, WIDTH},
    text::{balanced, capital, width},
};
use crate::{
    export::{Colouring, Language},
    network::{Period, counted},
};

/// The height of a line of a label, in points.
const LABEL: f64 = 8.4;
/// The widest label, in points.
const WIDEST: f64 = 138.0;
/// The height of a bar.
const BAR: f64 = 4.4;
/// What is left free between two neighbours.
const GAP: f64 = 4.0;

/// Something with a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dated {
    /// What tells it from others.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The lane that it belongs to.
    pub lane: String,
    /// The date: `2022`, `2022-06`, `2022-06-09`, or first and last with a stroke between.
    pub date: String,
}

/// What a time line shows.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// What is drawn; lanes stand in the order of their first items.
    pub items: Vec<Dated>,
    /// Nothing that ended before it or began after it.
    pub period: Period,
    /// How many things of these classes have no date at all.
    pub undated: usize,
}

/// An item with its place in time.
struct Placed<'a> {
    item: &'a Dated,
    span: Span,
}

/// Draws a time line.
pub fn timeline(timeline: &Timeline, notes: &Notes) -> Drawing {
    let language = notes.language;
    let usual = language.pick("会议与文件年表", "Meetings and documents in time");
    let mut page = Page::new("timeline", usual, notes);
    let (placed, unread) = placed(timeline);
    if placed.is_empty() {
        page.nothing(if timeline.period.is_all() {
            ("没有带日期的条目。", "there is nothing with a date")
        } else {
            ("该时段没有条目。", "nothing is dated within this period")
        });
    } else {
        draw(&mut page, &placed);
    }
    page.caption(&caption(timeline, placed.len(), unread, language));
    page.finish()
}

/// Reads the dates; leaves out what is out of range, and a date of which a closer one is known.
/// Returns also how many dates could not be read.
fn placed(timeline: &Timeline) -> (Vec<Placed<'_>>, usize) {
    let from = timeline.period.from.map(|from| number(from.first()));
    let to = timeline.period.to.map(|to| number(to.last()));
    let mut unread = 0;
    let mut read: Vec<Placed<'_>> = Vec::new();
    for item in &timeline.items {
        match Span::parse(&item.date) {
            Some(span) => read.push(Placed { item, span }),
            None => unread += 1,
        }
    }
    let known: Vec<(&str, Span)> = read.iter().map(|p| (p.item.id.as_str(), p.span)).collect();
    let mut seen: Vec<(&str, Span)> = Vec::new();
    read.retain(|placed| {
        let (id, span) = (placed.item.id.as_str(), placed.span);
        let closer = known.iter().any(|(other, date)| *other == id && date.refines(&span));
        let within =
            from.is_none_or(|from| span.end > from) && to.is_none_or(|to| span.start <= to);
        let again = seen.contains(&(id, span));
        seen.push((id, span));
        within && !closer && !again
    });
    (read, unread)
}

fn draw(page: &mut Page<'_>, placed: &[Placed<'_>]) {
    let mut lanes: Vec<(&str, Vec<&Placed<'_>>)> = Vec::new();
    for one in placed {
        let lane = one.item.lane.as_str();
        match lanes.iter_mut().find(|(name, _)| *name == lane) {
            Some((_, items)) => items.push(one),
            None => lanes.push((lane, vec![one])),
        }
    }
    let spans: Vec<(f64, f64)> = placed.iter().map(|p| (p.span.start, p.span.end)).collect();
    let calendar = Calendar::new(&spans, MARGIN + 4.0, MARGIN + ROOM - 4.0);
    let names = lanes.iter().flat_map(|(name, items)| vec![Some(*name); items.len()]);
    let colouring = Colouring::new(names, 1);
    let mut drawings = Vec::new();
    let mut y = page.y + 2.0;
    let top = y;
    for (name, items) in &mut lanes {
        items.sort_by(|a, b| {
            let by_time =
                a.span.start.total_cmp(&b.span.start).then(a.span.end.total_cmp(&b.span.end));
            by_time.then_with(|| a.item.name.cmp(&b.item.name))
        });
        let first = y + 15.0;
        let (labels, slots) = pack(items, &calendar);
        drawings.push((*name, y, first, labels));
        y = first + real(slots) * LABEL + 5.0;
    }
    axis(page, &calendar, top, y);
    for ((name, items), (_, y, first, labels)) in lanes.iter().zip(&drawings) {
        page.canvas.line((MARGIN, *y), (WIDTH - MARGIN, *y), LINE, 0.5);
        let head = format!("{} ({})", capital(name), items.len());
        page.canvas.text((MARGIN, y + 9.5), Style::of(SMALL + 0.5).bold(), &head);
        for (one, label) in items.iter().zip(labels) {
            item(page, one, label, *first, &calendar, colouring.colour(Some(name)));
        }
    }
    page.y = y + 15.0;
    legend(page, placed);
}

/// Where the label of an item stands.
struct Label {
    lines: Vec<String>,
    slot: usize,
    left: f64,
}

/// Finds the uppermost free lines for each item, in turn, to the right of its mark or else to the
/// left; returns also how many lines there are.
fn pack(items: &[&Placed<'_>], calendar: &Calendar) -> (Vec<Label>, usize) {
    let mut taken: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut labels = Vec::new();
    for one in items {
        let (start, end) = ends(one.span, calendar);
        let lines = balanced(&one.item.name, SMALL, WIDEST);
        let wide = lines.iter().map(|line| width(line, SMALL)).fold(0.0, f64::max);
        let within = |left: &f64| *left >= 1.0 && left + wide <= WIDTH - 1.0;
        let sides = [end + 3.0, start - 3.0 - wide].into_iter().filter(within);
        let range = |left: f64| (start.min(left) - GAP / 2.0, end.max(left + wide) + GAP / 2.0);
        let slot = |left: f64| {
            let (from, to) = range(left);
            let free = |slot: usize| {
                let here = taken.get(slot).map_or(&[][..], Vec::as_slice);
                here.iter().all(|&(a, b)| b <= from || to <= a)
            };
            let slots = 0..taken.len();
            let found = slots.into_iter().find(|&slot| (slot..slot + lines.len()).all(free));
            found.unwrap_or(taken.len())
        };
        // Of two equal ones the first, to the right, is taken; no label is as wide as half a page.
        let best = sides.map(|left| (slot(left), left)).min_by_key(|(slot, _)| *slot);
        let (slot, left) = best.unwrap_or((taken.len(), 1.0));
        if taken.len() < slot + lines.len() {
            taken.resize(slot + lines.len(), Vec::new());
        }
        for line in &mut taken[slot..slot + lines.len()] {
            line.push(range(left));
        }
        labels.push(Label { lines, slot, left });
    }
    (labels, taken.len())
}

/// Returns where an item's mark begins and ends.
fn ends(span: Span, calendar: &Calendar) -> (f64, f64) {
    let (start, end) = (calendar.place(span.start), calendar.place(span.end));
    let least = if span.precision == Precision::Day { BAR } else { BAR * 0.8 };
    let (middle, half) = (f64::midpoint(start, end), (end - start).max(least) / 2.0);
    (middle - half, middle + half)
}

fn item(
    page: &mut Page<'_>,
    one: &Placed<'_>,
    label: &Label,
    first: f64,
    calendar: &Calendar,
    colour: &'static str,
) {
    let y = first + real(label.slot) * LABEL;
    let (start, end) = ends(one.span, calendar);
    let canvas = &mut page.canvas;
    canvas.start("g", &[]);
    canvas.holding("title", &[], &format!("{} {}", one.item.date, one.item.name));
    match one.span.precision {
        Precision::Day => {
            mark(canvas, Shape::Circle, (f64::midpoint(start, end), y), BAR, colour);
        }
        Precision::Within => {
            canvas.rectangle((start, y - BAR / 2.0), (end - start, BAR), "#FFFFFF", "#333333");
            let inner = (end - start - 1.4).max(0.4);
            canvas.empty(
                "rect",
                &[
                    ("x", &super::canvas::number(start + 0.7)),
                    ("y", &super::canvas::number(y - BAR / 2.0 + 0.7)),
                    ("width", &super::canvas::number(inner)),
                    ("height", &super::canvas::number(BAR - 1.4)),
                    ("fill", colour),
                    ("opacity", "0.35"),
                ],
            );
        }
        Precision::Period => {
            canvas.rectangle((start, y - BAR / 2.0), (end - start, BAR), colour, "#333333");
        }
    }
    for (at, line) in label.lines.iter().enumerate() {
        canvas.text((label.left, y + 2.5 + real(at) * LABEL), Style::of(SMALL), line);
    }
    canvas.end("g");
}

fn axis(page: &mut Page<'_>, calendar: &Calendar, top: f64, bottom: f64) {
    let canvas = &mut page.canvas;
    for (x, said) in calendar.ticks() {
        canvas.line((x, top), (x, bottom), FAINT, 0.5);
        canvas.line((x, bottom), (x, bottom + 3.0), LINE, 0.6);
        let half = width(&said, SMALL) / 2.0;
        let left = (x - half).clamp(1.0, WIDTH - 1.0 - 2.0 * half);
        canvas.text((left, bottom + 11.0), Style::of(SMALL), &said);
    }
    canvas.line((MARGIN, bottom), (WIDTH - MARGIN, bottom), LINE, 0.6);
    for (from, to) in calendar.breaks() {
        let middle = f64::midpoint(from, to);
        canvas.rectangle((middle - 2.0, bottom - 2.0), (4.0, 4.0), "#FFFFFF", "#FFFFFF");
        for x in [middle - 2.0, middle + 2.0] {
            canvas.dashed((x, top), (x, bottom), LINE, 0.4, "1 2");
            canvas.line((x - 1.5, bottom + 3.0), (x + 1.5, bottom - 3.0), LINE, 0.7);
        }
    }
}

fn legend(page: &mut Page<'_>, placed: &[Placed<'_>]) {
    let language = page.language();
    let signs = [
        (
            Precision::Day,
            Sign::Mark(Shape::Circle, "#C9CFD6", BAR),
            language.pick("日期确定到日", "on this day"),
        ),
        (
            Precision::Within,
            Sign::Bar("#F1F3F5", "#333333"),
            language.pick("仅知年或月，在此期间内", "some time in this year or month"),
        ),
        (
            Precision::Period,
            Sign::Bar("#9AA5B1", "#333333"),
            language.pick("持续期间", "from the first to the last day"),
        ),
    ];
    let used = signs
        .into_iter()
        .filter(|(precision, ..)| placed.iter().any(|p| p.span.precision == *precision));
    let entries: Vec<(Sign, String)> =
        used.map(|(_, sign, says)| (sign, says.to_owned())).collect();
    page.legend("", &entries);
}

fn caption(timeline: &Timeline, drawn: usize, unread: usize, language: Language) -> Vec<String> {
    let mut caption = vec![language.pick(
        format!("{drawn} 个条目，日期以文本所载为准；同一条目有更确切的日期时略去较笼统者，日期互异者各画一次。"),
        format!(
            "Entries: {drawn}, at the dates that the texts give; a vague date is left out where a \
             closer one is known, different dates are drawn each."
        ),
    )];
    if let Some(period) = language.period(timeline.period) {
        caption.push(
            language.pick(
                format!("时间范围：{period}。"),
                format!("Entries dated {period} are shown."),
            ),
        );
    }
    if timeline.undated > 0 {
        let undated = timeline.undated;
        caption.push(language.pick(
            format!("另有 {undated} 个条目未载明日期。"),
            format!("The texts give no date of {}.", counted(undated, "other")),
        ));
    }
    if unread > 0 {
        caption.push(language.pick(
            format!("{unread} 个日期不含年份或无法识读，未画。"),
            format!("Left out for want of a year, or unreadable: {}.", counted(unread, "date")),
        ));
    }
    caption
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::extent::assert_within;
    use proptest::prelude::*;

    fn dated(name: &str, lane: &str, date: &str) -> Dated {
        let text = str::to_owned;
        Dated { id: text(name), name: text(name), lane: text(lane), date: text(date) }
    }

    fn sample() -> Timeline {
        let items = vec![
            dated("首届世界互联网大会", "会议", "2014"),
            dated("首届世界互联网大会", "会议", "2014-11"),
            dated("数字经济规则国际研讨会", "会议", "2022-06-09/2022-06-10"),
            dated("无年份的会议", "会议", "--06-09"),
            dated(
                "联合国打击网络犯罪以及为打击利用信息通信技术系统实施的某些犯罪并共享严重犯罪电子证据而加强国际合作公约",
                "条约",
                "2024-12-24",
            ),
            dated("海洋自由论", "文件", "1609"),
        ];
        Timeline { items, undated: 3, ..Timeline::default() }
    }

    #[test]
    fn each_thing_stands_once_at_its_closest_date() {
        let svg = timeline(&sample(), &Notes::default()).svg;
        let texts = assert_within(&svg);
        assert_eq!(texts.matches("首届世界互联网大会\n").count(), 1, "{texts}");
        assert!(svg.contains("<title>2014-11 首届世界互联网大会</title>"));
        for part in ["会议 (2)", "4 个条目", "1 个日期不含年份", "另有 3 个条目", "1609", "2024"]
        {
            assert!(texts.contains(part), "{part} in {texts}");
        }
        assert!(!texts.contains("无年份的会议"));
    }

    #[test]
    fn the_range_holds_what_reaches_into_it() {
        let range = |from: &str, to: &str| Timeline {
            period: Period { from: from.parse().ok(), to: to.parse().ok() },
            ..sample()
        };
        let texts = |timeline_of| assert_within(&timeline(&timeline_of, &Notes::default()).svg);
        let some = texts(range("2022-06-10", "2022"));
        assert!(some.contains("数字经济规则") && !some.contains("公约"), "{some}");
        assert!(texts(range("1700", "1800")).contains("该时段没有条目。"));
    }

    proptest! {
        #[test]
        fn labels_never_meet_and_never_leave_the_page(
            items in prop::collection::vec(("[网络空间治理研讨会a-z ]{1,50}", 1900..2030, 1..13), 0..40)
        ) {
            let item = |(at, (name, year, month)): (usize, (String, i32, i32))| Dated {
                id: at.to_string(), ..dated(&name, "会", &format!("{year}-{month:02}"))
            };
            let items: Vec<Dated> = items.into_iter().enumerate().map(item).collect();
            let all = Timeline { items, ..Timeline::default() };
            let svg = timeline(&all, &Notes::default()).svg;
            assert_within(&svg);
            let (placed, _) = placed(&all);
            let spans: Vec<(f64, f64)> = placed.iter().map(|p| (p.span.start, p.span.end)).collect();
            if !spans.is_empty() {
                let calendar = Calendar::new(&spans, 8.0, 445.0);
                let (labels, _) = pack(&placed.iter().collect::<Vec<_>>(), &calendar);
                for (at, one) in labels.iter().enumerate() {
                    for other in &labels[at + 1..] {
                        let wide = |label: &Label| {
                            label.lines.iter().map(|line| width(line, SMALL)).fold(0.0, f64::max)
                        };
                        let apart = one.left + wide(one) <= other.left
                            || other.left + wide(other) <= one.left
                            || one.slot + one.lines.len() <= other.slot
                            || other.slot + other.lines.len() <= one.slot;
                        prop_assert!(apart, "{:?} {:?}", one.lines, other.lines);
                    }
                }
            }
        }
    }
}
