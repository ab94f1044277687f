//! The lineage of a principle: who stated it when, in what words, from the first to the last.

use super::{
    canvas::{INK, LINE, SOFT, Style, real},
    mark::{Shape, mark},
    page::{Drawing, MARGIN, Notes, Page, SMALL, Sign, WIDTH},
    text::{wrap, wrap_with},
};
use crate::{
    export::{Colouring, Language},
    network::counted,
};

/// Where the axis is.
const AXIS: f64 = MARGIN + 62.0;
/// Where texts begin.
const TEXT: f64 = AXIS + 12.0;
/// How wide texts are.
const ROOM: f64 = WIDTH - MARGIN - TEXT;
/// The size of who stated it.
const HEAD: f64 = 8.0;
/// The size of quotes.
const QUOTE: f64 = 7.5;

/// A sentence, and where it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The sentence.
    pub text: String,
    /// What its source is called.
    pub source: String,
    /// When the source was issued, where that is known.
    pub source_date: Option<String>,
    /// The line of the source's file.
    pub line: String,
}

/// That someone stated a principle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stating {
    /// Who stated it: a document, a meeting, a person.
    pub subject: String,
    /// What kind of thing that is.
    pub class: String,
    /// What was done: affirmed, proposed.
    pub relation: String,
    /// The set of principles by which it was stated, where it was not stated by itself.
    pub through: Option<String>,
    /// When: the date of the statement, else of the document or meeting.
    pub date: Option<String>,
    /// The sentences that say so.
    pub quotes: Vec<Quote>,
}

/// What a lineage shows.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    /// What the principle is called.
    pub name: String,
    /// All words for it, which are set in bold.
    pub words: Vec<String>,
    /// Who stated it, the first ones first.
    pub statings: Vec<Stating>,
    /// How many sentences of each are quoted at most.
    pub quotes: usize,
}

/// Draws a lineage.
pub fn lineage(lineage: &Lineage, notes: &Notes) -> Drawing {
    let language = notes.language;
    let name = &lineage.name;
    let usual = language.pick(format!("“{name}”源流"), format!("Lineage of \"{name}\""));
    let mut page = Page::new("lineage", &usual, notes);
    let relations = lineage.statings.iter().map(|stating| Some(stating.relation.as_str()));
    let colouring = Colouring::new(relations, 1);
    if lineage.statings.is_empty() {
        page.nothing(("没有文本提出或申明它。", "no text proposes or affirms it"));
    } else {
        let (dated, undated): (Vec<&Stating>, Vec<&Stating>) =
            lineage.statings.iter().partition(|stating| stating.date.is_some());
        page.y += 4.0;
        section(&mut page, &dated, lineage, &colouring);
        if !undated.is_empty() {
            page.y += 6.0;
            let says = language.pick("未载明日期", "date not stated");
            page.canvas.text((MARGIN, page.y + 4.0), Style::of(QUOTE).bold(), says);
            page.canvas.dashed(
                (MARGIN, page.y - 6.0),
                (WIDTH - MARGIN, page.y - 6.0),
                LINE,
                0.5,
                "2 2",
            );
            page.y += 12.0;
            section(&mut page, &undated, lineage, &colouring);
        }
        legend(&mut page, &colouring);
    }
    page.caption(&caption(lineage, language));
    page.finish()
}

/// Draws what was stated, one below the other, along an axis.
fn section(page: &mut Page<'_>, statings: &[&Stating], lineage: &Lineage, colouring: &Colouring) {
    let top = page.y;
    let mut dots = Vec::new();
    let mut before = None;
    for stating in statings {
        let middle = page.y + HEAD * 0.35;
        let mut low = page.y;
        if stating.date != before {
            let date = stating.date.as_deref().unwrap_or_default().replace('/', "– ");
            for (at, line) in wrap(&date, HEAD, AXIS - MARGIN - 8.0).iter().enumerate() {
                let y = page.y + HEAD * 0.7 + real(at) * HEAD * 1.3;
                page.canvas.text((MARGIN, y), Style::of(HEAD).bold(), line);
                low = y;
            }
            before.clone_from(&stating.date);
        }
        dots.push((middle, stating.relation.as_str()));
        entry(page, stating, lineage);
        page.y = page.y.max(low + 6.0) + 5.0;
    }
    let dated = statings.iter().any(|stating| stating.date.is_some());
    let dash = if dated { "" } else { "1 2" };
    page.canvas.dashed((AXIS, top - 3.0), (AXIS, page.y - 4.0), LINE, 0.8, dash);
    for (y, relation) in dots {
        mark(
            &mut page.canvas,
            shape(colouring, relation),
            (AXIS, y),
            6.0,
            colouring.colour(Some(relation)),
        );
    }
}

fn shape(colouring: &Colouring, relation: &str) -> Shape {
    let mut known = colouring.categories.iter().zip(Shape::ALL);
    known.find(|(category, _)| category.name == relation).map_or(Shape::Circle, |(_, shape)| shape)
}

/// Writes who stated it, and in what words.
fn entry(page: &mut Page<'_>, stating: &Stating, lineage: &Lineage) {
    let language = page.language();
    let Stating { subject, class, relation, through, .. } = stating;
    let by = match through {
        Some(set) => language.pick(format!("，经由“{set}”"), format!(", through \"{set}\"")),
        None => String::new(),
    };
    let head = format!("{subject}  {class} · {relation}{by}");
    for line in wrap_with(&head, std::slice::from_ref(subject), HEAD, ROOM) {
        page.canvas.runs((TEXT, page.y + HEAD * 0.7), Style::of(HEAD), &line);
        page.y += HEAD * 1.35;
    }
    let words: Vec<String> = lineage.words.iter().chain(through).cloned().collect();
    for quote in stating.quotes.iter().take(lineage.quotes.max(1)) {
        let text = format!("“{}”", quote.text);
        for line in wrap_with(&text, &words, QUOTE, ROOM) {
            page.canvas.runs(
                (TEXT, page.y + QUOTE * 0.75),
                Style { fill: INK, ..Style::of(QUOTE) },
                &line,
            );
            page.y += QUOTE * 1.35;
        }
        for line in wrap(&place(quote, language), SMALL, ROOM - 8.0) {
            let style = Style { fill: SOFT, ..Style::of(SMALL) };
            page.canvas.text((TEXT + 8.0, page.y + SMALL * 0.75), style, &line);
            page.y += SMALL * 1.4;
        }
    }
    let more = stating.quotes.len().saturating_sub(lineage.quotes.max(1));
    if more > 0 {
        let says = language.pick(format!("另有 {more} 句"), format!("and {more} more"));
        page.canvas.text((TEXT + 8.0, page.y + SMALL * 0.75), Style::of(SMALL).soft(), &says);
        page.y += SMALL * 1.4;
    }
}

/// Says where a sentence stands.
fn place(quote: &Quote, language: Language) -> String {
    let Quote { source, source_date, line, .. } = quote;
    let date = source_date.as_deref().filter(|date| !date.is_empty());
    let date = date.map_or_else(String::new, |date| {
        language.pick(format!("（{date}）"), format!(" ({date})"))
    });
    language
        .pick(format!("——{source}{date}，第 {line} 行"), format!("— {source}{date}, line {line}"))
}

fn legend(page: &mut Page<'_>, colouring: &Colouring) {
    let entries = colouring.categories.iter().zip(Shape::ALL).map(|(category, shape)| {
        let says = format!("{} ({})", category.name, category.count);
        (Sign::Mark(shape, category.colour, 6.0), says)
    });
    let entries: Vec<(Sign, String)> = entries.collect();
    page.legend("", &entries);
}

fn caption(lineage: &Lineage, language: Language) -> Vec<String> {
    let (count, name) = (lineage.statings.len(), &lineage.name);
    let undated = lineage.statings.iter().filter(|stating| stating.date.is_none()).count();
    let sentences: usize = lineage.statings.iter().map(|stating| stating.quotes.len()).sum();
    let mut others: Vec<&str> = lineage.words.iter().map(String::as_str).collect();
    others.retain(|word| word != name);
    let named = if others.is_empty() {
        String::new()
    } else {
        language.pick(
            format!("加粗者为该原则的各种名称：{}、{}。", name, others.join("、")),
            format!("Bold are the names of the principle: {}, {}.", name, others.join(", ")),
        )
    };
    vec![
        language.pick(
            format!("何者于何时提出或申明“{name}”：{count} 项，{sentences} 句，其中 {undated} 项未载明日期。"),
            format!(
                "Who proposed or affirmed \"{name}\" when: {} in {}, {undated} of them without a date.",
                counted(count, "statement"),
                counted(sentences, "sentence")
            ),
        ),
        language.pick(
            "日期取自该项陈述，文本未载明时取该文件或会议的日期；间距不表示时长。".to_owned(),
            "Dates are those of the statement, else of the document or meeting; distances along \
             the axis measure nothing."
                .to_owned(),
        ),
        named,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::extent::assert_within;

    fn sample() -> Lineage {
        let quote = |text: &str| Quote {
            text: text.to_owned(),
            source: "携手构建网络空间命运共同体".to_owned(),
            source_date: Some("2019-10-18".to_owned()),
            line: "42".to_owned(),
        };
        let stating = |subject: &str, date: Option<&str>| Stating {
            subject: subject.to_owned(),
            class: "政策文件".to_owned(),
            relation: "申明".to_owned(),
            date: date.map(str::to_owned),
            quotes: vec![quote("1. 尊重网络主权。"), quote("<网络主权> & 其他"), quote("三")],
            through: None,
        };
        Lineage {
            name: "坚持尊重网络主权".to_owned(),
            words: ["坚持尊重网络主权", "网络主权", "尊重网络主权"].map(str::to_owned).to_vec(),
            statings: vec![
                stating("概念文件", Some("2019-10")),
                stating("研讨会", Some("2022-06-09/2022-06-10")),
                Stating { through: Some("四项原则".to_owned()), ..stating("习近平", None) },
            ],
            quotes: 2,
        }
    }

    #[test]
    fn each_stating_has_its_date_its_words_and_their_place() {
        let svg = lineage(&sample(), &Notes::default()).svg;
        let texts = assert_within(&svg);
        for part in [
            "2019-10\n",
            "“1. 尊重网络主权。”\n",
            "——携手构建网络空间命运共同体（2019-10-18），第 42 行",
            "另有 1 句",
            "未载明日期\n",
            "经由“四项原则”",
            "3 项，9 句，其中 1 项未载明日期",
        ] {
            assert!(texts.contains(part), "{part} in {texts}");
        }
        assert!(svg.contains("“1. <tspan font-weight=\"bold\">尊重网络主权</tspan>。”"));
    }

    #[test]
    fn what_nobody_stated_is_a_figure_that_says_so() {
        let none = Lineage { statings: Vec::new(), ..sample() };
        let notes = Notes { language: Language::English, ..Notes::default() };
        let texts = assert_within(&lineage(&none, &notes).svg);
        assert!(texts.contains("No text proposes or affirms it."), "{texts}");
    }
}
