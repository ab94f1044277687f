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
    resolve::{Genre, SOURCE, is},
};

static ISSUE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"((?:19|20)\d\d) ?年(?:第 ?\d+(?:[-－—/]\d+)? ?[期卷辑号]|版|第?\d+月)?")
        .expect("well-formed")
});

static YEAR: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?:19|20)\d\d").expect("well-formed"));

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
                    || m.rule.as_str() == crate::recognise::CITED_TITLE)
        })
        .collect();
    for (position, (index, work)) in cited.iter().enumerate() {
        let Some(entity) = reading.resolution.entity_of(*index) else {
            continue;
        };
        let (from, to) = segment(reading, block, work, cited.get(position + 1).map(|(_, m)| *m));
        let Some(span) = Span::new(&reading.document.text, from, to) else { continue };
        let cited = Citation { reading, within: &within, work, entity, span };
        authors(cited, facts);
        outlet(cited, facts);
        date(cited, facts);
    }
}

/// A work's part of a note: from the mark before its authors to the next work's, or the end.
fn segment(
    reading: &Reading<'_>,
    block: Block,
    work: &Mention,
    next: Option<&Mention>,
) -> (usize, usize) {
    let text = &reading.document.text;
    let before = text.get(block.span.start()..work.span.start()).unwrap_or_default();
    let from = before
        .rfind(['；', '。', '！'])
        .map_or(block.span.start(), |at| block.span.start() + at + '；'.len_utf8());
    let after = text.get(work.span.end()..block.span.end()).unwrap_or_default();
    let mark = after.find(['；', '。']).map_or(block.span.end(), |at| work.span.end() + at);
    let to = next.map_or(mark, |next| mark.min(next.span.start().max(work.span.end())));
    (from, if to == mark { mark } else { mark.min(block.span.end()) })
}

/// The persons or bodies before the colon: 郎平：《…》, 外交部：《…》.
fn authors(cited: Citation<'_>, facts: &mut Collector<'_>) {
    let Citation { reading, within, work, entity, span } = cited;
    let text = &reading.document.text;
    let before = text.get(span.start()..work.span.start()).unwrap_or_default().trim_end();
    if !before.ends_with(['：', ',']) {
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
    let cut = after.find("访问").map_or(span.end(), |_| work.span.end());
    let day = reading.mentions.dates.iter().find(|date| {
        date.span.start() >= work.span.end() && date.span.end() <= cut.max(span.end())
    });
    let issue = ISSUE
        .captures(after)
        .and_then(|captures| captures.get(1))
        .map(|hit| hit.as_str().to_owned());
    let issue = issue.or_else(|| {
        let english = work.rule.as_str() == crate::recognise::CITED_TITLE;
        english.then(|| YEAR.find(after).map(|hit| hit.as_str().to_owned())).flatten()
    });
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
