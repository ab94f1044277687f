//! What names themselves say: the whole that a part belongs to, the state of a body, other names.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Reading,
    facts::{Collector, LocalObject},
};
use crate::{
    model::{Literal, Mention, Span},
    ontology::terms::{class as terms, relation},
    resolve::{is, whole, within},
};

/// Reads the facts that are in the names of a document, and the other names that it defines.
pub(crate) fn read(reading: &Reading<'_>, facts: &mut Collector<'_>) {
    read_names(reading, facts);
    read_definitions(reading, facts);
}

/// Reads the facts that are in the names, whatever is said of them.
pub(crate) fn read_names(reading: &Reading<'_>, facts: &mut Collector<'_>) {
    let names = &reading.mentions.names;
    for (index, mention) in names.iter().enumerate() {
        let Some(entity) = reading.resolution.entity_of(index) else {
            continue;
        };
        if is(reading.ontology, mention.class, &[terms::EVENT, terms::DOCUMENT]) {
            dated(reading, index, mention, entity, facts);
        }
        if !is(reading.ontology, mention.class, &[terms::BODY]) {
            continue;
        }
        // 西门子、西门子交通: the list names both as firms.
        let listed = mention.rule.as_str() == crate::recognise::LIST_MEMBER;
        if let Some(whole) = whole_of(reading, index).filter(|_| !listed) {
            let object = LocalObject::Entity(whole);
            facts.add(relation::PART_OF, entity, object, clause(reading, mention.span), "name");
        }
        if let Some(state) = state_of(reading, index, mention) {
            let object = LocalObject::Entity(state);
            facts.add(relation::BASED_IN, entity, object, clause(reading, mention.span), "name");
        }
    }
}

fn read_definitions(reading: &Reading<'_>, facts: &mut Collector<'_>) {
    let names = &reading.mentions.names;
    for definition in reading.definitions {
        let equated = reading.document.slice(definition.span);
        if definition.alias == definition.name || !equated.contains(&definition.alias) {
            continue;
        }
        // What defines goes on behind the name.
        let known = names.iter().position(|mention| {
            mention.class == definition.class
                && definition.span.contains(mention.span)
                && mention.span.end() < definition.span.end()
        });
        let entity = known.and_then(|at| reading.resolution.entity_of(at));
        if let Some(entity) = entity {
            let alias = LocalObject::Literal(Literal::Text(definition.alias.clone()));
            facts.add(relation::ALSO_KNOWN_AS, entity, alias, definition.span, "defined name");
        }
    }
}

/// 某组织2023年|水事会议, but not 2030年|议程: the year of a meeting, within its name.
static YEAR_WITHIN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("((?:19|20)[0-9]{2}) ?年(?:度|[^0-9议愿目计规战可代至—–-])").expect("well-formed")
});

/// A year and a body or place in the name of an event or document: 2019某论坛, 某专家组2015年报告.
fn dated(
    reading: &Reading<'_>,
    index: usize,
    mention: &Mention,
    entity: usize,
    facts: &mut Collector<'_>,
) {
    let span = clause(reading, mention.span);
    let event = is(reading.ontology, mention.class, &[terms::EVENT]);
    let year = |text: &str| {
        let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
        (digits.len() == 4 && digits.starts_with(['1', '2'])).then_some(digits)
    };
    let date = |iso: String| LocalObject::Literal(Literal::Date(iso));
    if event {
        let plain = !mention.name.contains('“')
            && reading.lexicon.starts_with_cue("on-occasion", &mention.name).is_none();
        let inner =
            || YEAR_WITHIN.captures(&mention.name)?.get(1).map(|hit| hit.as_str().to_owned());
        if let Some(year) = year(&mention.name).or_else(|| inner().filter(|_| plain)) {
            facts.add(relation::HELD_ON, entity, date(year), span, "year in the name");
        }
        for (at, place) in within(reading.mentions, index) {
            let place_of = is(reading.ontology, place.class, &[terms::PLACE]);
            if let Some(place) = reading.resolution.entity_of(at).filter(|_| place_of) {
                facts.add(
                    relation::HELD_IN,
                    entity,
                    LocalObject::Entity(place),
                    span,
                    "place in the name",
                );
            }
        }
    }
    // 《1930年强迫劳动公约》 is named after the year in which it was adopted.
    let treaty = is(reading.ontology, mention.class, &[terms::TREATY]);
    let named = year(&mention.name).filter(|year| {
        treaty && mention.name.get(year.len()..).is_some_and(|rest| rest.starts_with('年'))
    });
    if let Some(year) = named {
        facts.add(relation::ISSUED_ON, entity, date(year), span, "year in the name");
    }
    for party in parties_of_statement(reading, index, mention) {
        let object = LocalObject::Entity(entity);
        facts.add(relation::ISSUED, party, object, span, "parties in the title");
    }
    for issuer in issuers_in_title(reading, index, mention) {
        let object = LocalObject::Entity(entity);
        facts.add(relation::ISSUED, issuer, object, span, "issuer in the title");
    }
    let rule = mention.rule.as_str();
    if rule == crate::recognise::DATED_DOCUMENT {
        let body = within(reading.mentions, index)
            .find(|(_, part)| is(reading.ontology, part.class, &[terms::BODY]));
        let issuer = body.and_then(|(at, _)| reading.resolution.entity_of(at));
        if let Some(issuer) = issuer {
            facts.add(
                relation::ISSUED,
                issuer,
                LocalObject::Entity(entity),
                span,
                "body and year in the name",
            );
        }
        let digits = mention.name.char_indices().find_map(|(at, _)| year(mention.name.get(at..)?));
        if let Some(year) = digits {
            facts.add(relation::ISSUED_ON, entity, date(year), span, "body and year in the name");
        }
    }
}

/// 《甲国政府和乙国政府联合声明》: the states that the title of a joint statement consists of.
fn parties_of_statement(reading: &Reading<'_>, index: usize, mention: &Mention) -> Vec<usize> {
    let title = mention.name.as_str();
    let kind = reading.lexicon.ends_with_cue("joint-kind", title);
    let Some(mut rest) = kind.and_then(|kind| title.strip_suffix(kind)) else { return Vec::new() };
    if !is(reading.ontology, mention.class, &[terms::POLICY_DOCUMENT]) {
        return Vec::new();
    }
    let mut parties = Vec::new();
    for (at, part) in within(reading.mentions, index) {
        let surface = reading.document.slice(part.span);
        rest = rest.trim_start_matches(['和', '与', '、', '及']);
        let state = is(reading.ontology, part.class, &[terms::COUNTRY]);
        let Some(behind) = rest.strip_prefix(surface).filter(|_| state) else { continue };
        rest = behind.strip_prefix("政府").unwrap_or(behind);
        parties.extend(reading.resolution.entity_of(at));
    }
    if rest.is_empty() && parties.len() >= 2 { parties } else { Vec::new() }
}

/// 《中国关于…立场文件》, 《甲、乙关于…的意见》, 《甲在某会议上的讲话》: the states and bodies that a document's title
/// begins with, before 关于, or the speaker.
fn issuers_in_title(reading: &Reading<'_>, index: usize, mention: &Mention) -> Vec<usize> {
    if !is(reading.ontology, mention.class, &[terms::POLICY_DOCUMENT]) {
        return Vec::new();
    }
    // 《甲国和乙国关于…的备忘录》 is signed.
    if reading.lexicon.ends_with_cue("signed-kind", &mention.name).is_some() {
        return Vec::new();
    }
    let text = &reading.document.text;
    let mut issuers = Vec::new();
    let mut at = mention.span.start();
    for (part, named) in within(reading.mentions, index) {
        let joint = text.get(at..named.span.start()).unwrap_or_default();
        let opens = issuers.is_empty() && matches!(joint, "" | "《");
        let goes_on = !issuers.is_empty() && matches!(joint.trim(), "" | "、" | "和" | "与");
        if !(opens || goes_on) {
            continue;
        }
        let speaker = opens && is(reading.ontology, named.class, &[terms::PERSON]);
        if !speaker && !is(reading.ontology, named.class, &[terms::AGENT]) {
            continue;
        }
        issuers.extend(reading.resolution.entity_of(part));
        at = named.span.end();
        if speaker || text.get(at..).is_some_and(|rest| rest.starts_with("关于")) {
            return issuers;
        }
    }
    Vec::new()
}

/// The longest body that the name begins with.
fn whole_of(reading: &Reading<'_>, index: usize) -> Option<usize> {
    reading.resolution.entity_of(whole(reading.mentions, index, reading.ontology)?)
}

/// The state that the name of a body without a whole begins with, or that of a branch.
fn state_of(reading: &Reading<'_>, index: usize, mention: &Mention) -> Option<usize> {
    // 哥伦比亚大学 is not of the state whose name it begins with.
    let top = whole_of(reading, index).is_none()
        && !reading.lexicon.has_cue("not-of-state", &mention.name);
    let states = within(reading.mentions, index).find(|(_, part)| {
        let opens = part.span.start() == mention.span.start() && top;
        let after =
            reading.document.text.get(part.span.end()..mention.span.end()).unwrap_or_default();
        // 中国—东盟某联盟 is of both.
        let joint = after.starts_with(['—', '–', '－', '-', '、']);
        is(reading.ontology, part.class, &[terms::COUNTRY])
            && (opens && !joint || after.starts_with('分'))
    });
    let (at, _) = states?;
    reading.resolution.entity_of(at)
}

/// Returns the clause around a span, within its block.
pub(crate) fn clause(reading: &Reading<'_>, span: Span) -> Span {
    let text = &reading.document.text;
    let marks = ['，', '；', '。', '！', '？', '：', '\n'];
    let start = text
        .get(..span.start())
        .and_then(|before| before.char_indices().rev().take(80).find(|(_, c)| marks.contains(c)))
        .map_or_else(|| block_start(reading, span), |(at, mark)| at + mark.len_utf8());
    let end = text
        .get(span.end()..)
        .and_then(|after| after.char_indices().take(80).find(|(_, c)| marks.contains(c)))
        .map_or(span.end(), |(at, _)| span.end() + at);
    Span::new(text, start.min(span.start()), end).unwrap_or(span)
}

fn block_start(reading: &Reading<'_>, span: Span) -> usize {
    let blocks = &reading.document.blocks;
    let at = blocks.partition_point(|block| block.span.start() <= span.start());
    let start = at.checked_sub(1).and_then(|at| blocks.get(at)).map_or(0, |b| b.span.start());
    if span.start() - start > 320 { span.start() } else { start }
}
