//! Works cited in notes: authors, periodical, year; and the imprint of a running head.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Reading,
    facts::{Collector, LocalObject},
};
use crate::{
    model::{Block, Literal, Mention, Span},
    ontology::terms::{class as terms, relation},
    recognise::{self, Cited},
    resolve::{Genre, SOURCE, is},
};

static ISSUE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"((?:19|20)\d\d) ?年(?:第 ?\d+(?:[-－—/]\d+)? ?[期卷辑号]|版|第?\d+月)?")
        .expect("well-formed")
});

/// A work that a note cites.
#[derive(Clone, Copy)]
struct Citation<'a> {
    reading: &'a Reading<'a>,
    /// The mentions of the note.
    within: &'a [(usize, &'a Mention)],
    work: &'a Mention,
    /// What the work is.
    entity: usize,
    /// Its part of the note.
    span: Span,
}

/// Reads the works that a note cites.
pub(crate) fn read(reading: &Reading<'_>, block: Block, facts: &mut Collector<'_>) {
    let within: Vec<(usize, &Mention)> = reading.mentions.names_in(block.span).collect();
    let cited: Vec<(usize, &Mention)> = within
        .iter()
        .copied()
        .filter(|(_, m)| {
            is(reading.ontology, m.class, &[terms::DOCUMENT])
                && (reading.document.slice(m.span).starts_with('《')
                    || m.rule.as_str() == recognise::QUOTED_WORK)
                && m.rule.as_str() != recognise::CITED_TITLE
        })
        .collect();
    for (position, (index, work)) in cited.iter().enumerate() {
        let Some(entity) = reading.resolution.entity_of(*index) else {
            continue;
        };
        let before = position.checked_sub(1).and_then(|before| cited.get(before)).map(|(_, m)| *m);
        let (from, to) =
            segment(reading, block, (before, work, cited.get(position + 1).map(|(_, m)| *m)));
        let Some(span) = Span::new(&reading.document.text, from, to) else { continue };
        let cited = Citation { reading, within: &within, work, entity, span };
        authors(cited, facts);
        outlet(cited, facts);
        date(cited, facts);
    }
    for work in recognise::cited(reading.document.slice(block.span), reading.lexicon) {
        by_form(reading, block, &within, &work, facts);
    }
}

/// What the form of a citation tells: 张三. 题名`[J]`. 刊物，2018.
fn by_form(
    reading: &Reading<'_>,
    block: Block,
    within: &[(usize, &Mention)],
    cited: &Cited,
    facts: &mut Collector<'_>,
) {
    let base = block.span.start();
    let named = |from: usize, classes: &[&str]| {
        let mention = within
            .iter()
            .find(|(_, m)| m.span.start() == base + from && is(reading.ontology, m.class, classes));
        mention.and_then(|(index, m)| Some((reading.resolution.entity_of(*index)?, *m)))
    };
    let Some((entity, mention)) = named(cited.title.0, &[terms::DOCUMENT]) else { return };
    let whole = Span::new(&reading.document.text, base + cited.whole.0, base + cited.whole.1);
    let Some(span) = whole else { return };
    for (author, _) in cited.authors.iter().filter_map(|place| named(place.0, &[terms::PERSON])) {
        facts.add(relation::AUTHORED, author, LocalObject::Entity(entity), span, "cited work");
    }
    let work = is(reading.ontology, mention.class, &[terms::SCHOLARLY_WORK]);
    // 国务院新闻办公室. 某白皮书[R]
    let body = cited.body.and_then(|place| {
        let whole = named(place.0, &[terms::BODY])?;
        (whole.1.span.end() >= base + place.1).then_some(whole.0)
    });
    if let Some(body) = body {
        facts.add(relation::ISSUED, body, LocalObject::Entity(entity), span, "cited document");
    }
    let outlet = cited.outlet.and_then(|place| named(place.0, &[terms::PERIODICAL]));
    if let Some((outlet, _)) = outlet.filter(|_| work) {
        let object = LocalObject::Entity(outlet);
        facts.add(relation::PUBLISHED_IN, entity, object, span, "cited work");
    }
    if let Some(date) = &cited.date
        && (work || cited.outlet.is_none())
    {
        let relation = if work { relation::PUBLISHED_ON } else { relation::ISSUED_ON };
        let object = LocalObject::Literal(Literal::Date(date.clone()));
        facts.add(relation, entity, object, span, "cited work");
    }
}

/// A work's part of a note: from the mark before its authors to the next work's, or the end.
fn segment(
    reading: &Reading<'_>,
    block: Block,
    (last, work, next): (Option<&Mention>, &Mention, Option<&Mention>),
) -> (usize, usize) {
    let text = &reading.document.text;
    let start = last.map_or(block.span.start(), |last| last.span.end());
    let before = text.get(start..work.span.start()).unwrap_or_default();
    // 某出版社1998年版、张三：《甲》
    let issue = ["版、", "期、"].iter().filter_map(|mark| before.rfind(mark)).max();
    let mark = before.rfind(['；', '。', '！']).max(issue.map(|at| at + '版'.len_utf8()));
    let from = mark.map_or(start, |at| start + at + '；'.len_utf8());
    let after = text.get(work.span.end()..block.span.end()).unwrap_or_default();
    let mark = after.find(['；', '。']).map_or(block.span.end(), |at| work.span.end() + at);
    // 《章》，载某某主编：《书》，某出版社2019年版: the book's date is the chapter's.
    let host = next.filter(|next| {
        let between = text.get(work.span.end()..next.span.start()).unwrap_or_default();
        !between.contains("，载")
    });
    let to = host.map_or(mark, |next| mark.min(next.span.start().max(work.span.end())));
    (from, if to == mark { mark } else { mark.min(block.span.end()) })
}

/// The persons or bodies before the colon: 郎平：《…》, 外交部：《…》.
fn authors(cited: Citation<'_>, facts: &mut Collector<'_>) {
    let Citation { reading, within, work, entity, span } = cited;
    let text = &reading.document.text;
    let before = text.get(span.start()..work.span.start()).unwrap_or_default().trim_end();
    if !before.ends_with(['：', ',', '．', '.']) {
        return;
    }
    for (index, mention) in within {
        if mention.span.start() < span.start() || mention.span.end() > work.span.start() {
            continue;
        }
        let Some(agent) = reading.resolution.entity_of(*index) else {
            continue;
        };
        let object = LocalObject::Entity(entity);
        let behind = text.get(mention.span.end()..).unwrap_or_default();
        let behind = behind.strip_prefix('等').unwrap_or(behind);
        let translates = reading.lexicon.starts_with_cue("translates", behind).is_some();
        if is(reading.ontology, mention.class, &[terms::PERSON]) && translates {
            continue;
        }
        if is(reading.ontology, mention.class, &[terms::PERSON]) {
            facts.add(relation::AUTHORED, agent, object, span, "cited work");
        } else if is(reading.ontology, mention.class, &[terms::BODY]) {
            let outermost = !within
                .iter()
                .any(|(_, other)| other.span != mention.span && other.span.contains(mention.span));
            let policy = !is(reading.ontology, work.class, &[terms::SCHOLARLY_WORK]);
            if outermost && policy {
                facts.add(relation::ISSUED, agent, object, span, "cited document");
            }
        }
    }
}

/// 载《…》, or the site between the title and the date.
fn outlet(cited: Citation<'_>, facts: &mut Collector<'_>) {
    let Citation { reading, within, work, entity, span } = cited;
    let periodical = periodical(reading, within, work.span.end(), span.end());
    let Some(index) = periodical else {
        return issuer(cited, facts);
    };
    if let Some(outlet) = reading.resolution.entity_of(index) {
        facts.add(relation::PUBLISHED_IN, entity, LocalObject::Entity(outlet), span, "cited work");
    }
}

/// 《某消息》，某中心，2021年2月5日: the body that has put out what is cited, where no outlet is named.
fn issuer(cited: Citation<'_>, facts: &mut Collector<'_>) {
    let Citation { reading, within, work, entity, span } = cited;
    let text = |from: usize, to: usize| reading.document.text.get(from..to).unwrap_or_default();
    let body = within.iter().find(|(_, m)| {
        m.span.start() > work.span.end()
            && m.span.end() < span.end()
            && is(reading.ontology, m.class, &[terms::BODY])
            && text(work.span.end(), m.span.start()).trim() == "，"
            && text(m.span.end(), span.end()).trim_start().starts_with('，')
            && reading.mentions.dates.iter().any(|date| {
                date.span.start() >= m.span.end()
                    && text(m.span.end(), date.span.start()).trim() == "，"
            })
    });
    if let Some(agent) = body.and_then(|(index, _)| reading.resolution.entity_of(*index)) {
        facts.add(relation::ISSUED, agent, LocalObject::Entity(entity), span, "cited document");
    }
}

/// The periodical or site that is named between two places of a note.
fn periodical(
    reading: &Reading<'_>,
    within: &[(usize, &Mention)],
    from: usize,
    to: usize,
) -> Option<usize> {
    let between = within.iter().find(|(_, m)| {
        m.span.start() >= from
            && m.span.end() <= to
            && is(reading.ontology, m.class, &[terms::PERIODICAL])
    });
    between.map(|(index, _)| *index)
}

/// The day of a news item, else the year of the issue or edition.
fn date(cited: Citation<'_>, facts: &mut Collector<'_>) {
    let Citation { reading, within, work, entity, span } = cited;
    let text = &reading.document.text;
    let after = text.get(work.span.end()..span.end()).unwrap_or_default();
    let day = reading.mentions.dates.iter().find(|date| {
        date.span.start() >= work.span.end()
            && date.span.end() <= span.end()
            && !is_day_of_access(reading, (work.span.end(), date.span, span.end()))
    });
    let issue = ISSUE
        .captures(after)
        .and_then(|captures| captures.get(1))
        .map(|hit| hit.as_str().to_owned());
    let iso = match (day, issue) {
        (Some(day), _) if day.iso.len() > 4 => day.iso.clone(),
        (_, Some(year)) => year,
        (Some(day), None) => day.iso.clone(),
        (None, None) => return,
    };
    // 《某倡议》，某网，2023年10月18日 is when the site had it.
    let site = day.is_some_and(|day| {
        periodical(reading, within, work.span.end(), day.span.start()).is_some()
    });
    if site && !is(reading.ontology, work.class, &[terms::SCHOLARLY_WORK]) {
        return;
    }
    let relation = if is(reading.ontology, work.class, &[terms::SCHOLARLY_WORK]) {
        relation::PUBLISHED_ON
    } else {
        relation::ISSUED_ON
    };
    facts.add(relation, entity, LocalObject::Literal(Literal::Date(iso)), span, "cited work");
}

/// 2020年3月2日访问, 最后访问日期：2020年3月2日: the day on which a page was read.
fn is_day_of_access(reading: &Reading<'_>, (from, date, to): (usize, Span, usize)) -> bool {
    let text = |from: usize, to: usize| reading.document.text.get(from..to).unwrap_or_default();
    let marks = ['，', ',', '；', '。', '（', '(', '）', ')'];
    let before = text(from, date.start()).rsplit(marks).next().unwrap_or_default();
    let after = text(date.end(), to).split(marks).next().unwrap_or_default();
    [before, after].iter().any(|part| reading.lexicon.holds_cue("accessed", part))
}

static RUNNING_HEAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([一-鿿]{3,12}) ?((?:19|20)\d\d) ?年第 ?\d+ ?期").expect("well-formed")
});

/// 67 欧洲研究 2023年第6期: the journal and year of an article itself.
pub(crate) fn imprint(reading: &Reading<'_>, block: Block, facts: &mut Collector<'_>) {
    if reading.resolution.genre != Genre::Article {
        return;
    }
    let text = reading.document.slice(block.span);
    let Some(captures) = RUNNING_HEAD.captures(text) else { return };
    let (Some(name), Some(year)) = (captures.get(1), captures.get(2)) else { return };
    let periodical = reading.resolution.entities.iter().position(|entity| {
        is(reading.ontology, entity.class, &[terms::PERIODICAL]) && entity.label == name.as_str()
    });
    if let Some(periodical) = periodical {
        facts.add(
            relation::PUBLISHED_IN,
            SOURCE,
            LocalObject::Entity(periodical),
            block.span,
            "imprint",
        );
    }
    let date = LocalObject::Literal(Literal::Date(year.as_str().to_owned()));
    facts.add(relation::PUBLISHED_ON, SOURCE, date, block.span, "imprint");
}
