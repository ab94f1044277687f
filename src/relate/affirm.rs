//! Which principles a document, or a meeting whose results it lists, stands for.

use super::{
    Reading,
    clause::{Referent, Sentence},
    engine::evidence,
    facts::{Collector, LocalObject},
    section::Sections,
    topic::Topics,
};
use crate::{
    model::{Block, BlockKind},
    ontology::terms::{class as terms, relation},
    resolve::{Genre, SOURCE, is},
};

/// Reads which principles a sentence affirms, and for whom.
pub(crate) fn read(
    reading: &Reading<'_>,
    block: Block,
    sentence: &Sentence,
    topics: &Topics,
    sections: &Sections,
    facts: &mut Collector<'_>,
) {
    if matches!(block.kind, BlockKind::ListItem | BlockKind::Heading(_) | BlockKind::Paragraph) {
        sections.member(reading, block, facts);
    }
    if matches!(
        block.kind,
        BlockKind::Title | BlockKind::Heading(_) | BlockKind::BoxHeading | BlockKind::Footnote
    ) {
        return;
    }
    for (at, referent) in &sentence.symbols {
        let Referent::Mention(index) = referent else { continue };
        let Some(mention) = reading.mentions.names.get(*index) else { continue };
        if !is(reading.ontology, mention.class, &[terms::PRINCIPLE, terms::PRINCIPLE_SET]) {
            continue;
        }
        let Some(principle) = reading.resolution.entity_of(*index) else {
            continue;
        };
        // What a sentence lists of a set, it tells of the set.
        let rule = mention.rule.as_str();
        if matches!(rule, crate::recognise::ENUMERATED_MEMBER | crate::recognise::QUOTED_BEFORE) {
            continue;
        }
        if rejected(reading, sentence, *at) {
            continue;
        }
        let (from, to) = sentence.clause_around(*at, *at + 3);
        let Some(span) = evidence(reading, sentence, from, to) else { continue };
        // 《某宣言》吸纳了…: the document, not the source.
        let taken =
            reading.lexicon.holds_cue("taken-in", sentence.text.get(from..to).unwrap_or_default())
                && facts.states(relation::AFFIRMS, principle, sentence.span);
        if taken || facts.states(relation::PROPOSED, principle, sentence.span) {
            continue;
        }
        let set = is(reading.ontology, mention.class, &[terms::PRINCIPLE_SET]);
        if let Some((who, rule)) = who(reading, sentence, *at, topics, sections)
            && !(set && who == SOURCE)
        {
            facts.add(relation::AFFIRMS, who, LocalObject::Entity(principle), span, rule);
        }
    }
}

/// Tells whether a principle is one that the clause rejects, or asks a question about.
fn rejected(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> bool {
    let (clause, end) = sentence.clause_around(at, at + 3);
    let before = sentence.text.get(clause..at).unwrap_or_default();
    // 专家就某原则进行了讨论: a subject of talk.
    let topic = reading.lexicon.ends_with_cue("about", before.trim_end_matches('“')).is_some();
    let after = sentence.text.get(at..end).unwrap_or_default();
    topic && reading.lexicon.holds_cue("discussing", after)
        || reading.lexicon.holds_cue("rejecting", before)
}

/// Returns who affirms a principle named at this byte: a document or meeting that the sentence is
/// about, the meeting whose results are listed, or the source, where it speaks for itself.
fn who(
    reading: &Reading<'_>,
    sentence: &Sentence,
    at: usize,
    topics: &Topics,
    sections: &Sections,
) -> Option<(usize, &'static str)> {
    if let Some(event) = sections.results() {
        return Some((event, "listed result"));
    }
    let class_of = |entity: usize| reading.resolution.entities.get(entity).map(|e| e.class);
    // 他强调…, 有学者主张…: somebody else's words.
    let (clause, _) = sentence.clause_around(at, at + 3);
    let lead = sentence.text.get(clause..at).unwrap_or_default();
    let unknown = topics.stated(at).is_some_and(<[usize]>::is_empty);
    if unknown || reading.lexicon.holds_cue("other-voices", lead) {
        return None;
    }
    let topic = topics.stated(at).and_then(|entities| entities.first().copied());
    let stated = topic.filter(|entity| {
        class_of(*entity).is_some_and(|class| is(reading.ontology, class, &[terms::DOCUMENT]))
    });
    if let Some(document) = stated.filter(|document| *document != SOURCE) {
        let before = sentence.text.get(..at).unwrap_or_default();
        let saying = reading.lexicon.holds_cue("document-says", before);
        return saying.then_some((document, "said by a document"));
    }
    if let Some(document) = speaking_document(reading, sentence, at) {
        return Some((document, "said by a document"));
    }
    if let Some(event) =
        meeting_says(reading, sentence, at).then(|| topics.event(reading, sentence, at)).flatten()
    {
        return Some((event, "said by a meeting"));
    }
    match reading.resolution.genre {
        Genre::News | Genre::Article => None,
        Genre::Proceedings => Some((SOURCE, "source's own words")),
        Genre::Policy => {
            let other = topic.is_some_and(|entity| {
                Some(entity) != topics.speaker()
                    && class_of(entity).is_some_and(|class| {
                        is(reading.ontology, class, &[terms::PERSON, terms::COUNTRY, terms::BODY])
                    })
                    && !issuers(reading).contains(&entity)
            });
            // 某方提出了秉持甲的方案, 倡议强调应坚持乙: in a text that speaks for nobody, others' words.
            let nobody = topics.speaker().is_none();
            let opening = sentence.text.trim_start();
            let reported = nobody
                && (lead.contains("提出") && !lead.contains("我们")
                    || reading.lexicon.starts_with_cue("short-title", opening).is_some_and(
                        |noun| {
                            let rest = opening.strip_prefix(noun).unwrap_or_default();
                            rest.starts_with('的')
                                || reading.lexicon.starts_with_cue("commitment", rest).is_some()
                                || reading.lexicon.starts_with_cue("goes-on-to-say", rest).is_some()
                        },
                    ));
            (!other && !reported).then_some((SOURCE, "source's own words"))
        }
    }
}

/// Tells whether the meeting as such says what the sentence says: 会议重申…，呼吁….
fn meeting_says(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> bool {
    let before = sentence.text.get(..at).unwrap_or_default();
    let opening = before.split('，').next().unwrap_or_default();
    reading
        .lexicon
        .starts_with_cue("meeting-noun", opening)
        .and_then(|noun| opening.strip_prefix(noun))
        .is_some_and(|rest| reading.lexicon.starts_with_cue("goes-on-to-say", rest).is_some())
}

/// Returns the document named last before this byte, where the clause behind it goes on to tell
/// what it says: 发布《…倡议》，呼吁各国坚持….
fn speaking_document(reading: &Reading<'_>, sentence: &Sentence, at: usize) -> Option<usize> {
    let named = sentence.referents(0, at).filter_map(|(byte, _)| {
        let entity = super::topic::entity_at(reading, sentence, byte)?;
        let class = reading.resolution.entities.get(entity)?.class;
        let document = is(reading.ontology, class, &[terms::DOCUMENT]) && entity != SOURCE;
        document.then_some((byte, entity))
    });
    let (byte, document) = named.last()?;
    let between = sentence.text.get(byte + 3..at)?;
    let (kind, clause) = between.split_once('，')?;
    if kind.chars().count() > 4 || kind.contains('的') {
        return None;
    }
    let clause = reading
        .lexicon
        .starts_with_cue("document-parties", clause)
        .and_then(|cue| clause.strip_prefix(cue))
        .unwrap_or(clause);
    reading.lexicon.starts_with_cue("goes-on-to-say", clause).map(|_| document)
}

/// The bodies that the source's first lines or last line name as its issuer.
fn issuers(reading: &Reading<'_>) -> Vec<usize> {
    let title = |kind: BlockKind| kind == BlockKind::Title;
    reading
        .document
        .blocks
        .iter()
        .filter(|block| title(block.kind))
        .flat_map(|block| reading.mentions.names_in(block.span))
        .filter_map(|(index, _)| reading.resolution.entity_of(index))
        .collect()
}
