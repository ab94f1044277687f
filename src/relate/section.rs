//! [`Sections`]: the headings that a block stands under, the meeting that they name, and the sets
//! of principles that they make.

use super::{
    Reading,
    facts::{Collector, LocalObject},
};
use crate::{
    model::{Block, BlockKind},
    ontology::terms::{class as terms, relation},
    recognise::SET_HEADING,
    resolve::{Genre, SOURCE, is},
};

/// A headline has no more characters than this.
const LONGEST_HEADLINE: usize = 60;

/// The headings above the block that is read.
#[derive(Debug, Default)]
pub(crate) struct Sections {
    /// The meeting of the section.
    event: Option<usize>,
    /// The set of principles that a heading named, and its level.
    set: Option<(usize, u8)>,
    /// The meeting that the source reports, where it is a report; where it has several items, that of
    /// the last headline.
    report: Option<usize>,
    /// Whether the block is past the section's opening paragraph that names the meeting.
    results: bool,
}

impl Sections {
    /// The sections of a source, before its first heading.
    pub(crate) fn new(reading: &Reading<'_>) -> Self {
        Self { report: super::topic::main_event(reading), ..Self::default() }
    }

    /// Enters the section of a heading.
    pub(crate) fn enter(
        &mut self,
        reading: &Reading<'_>,
        block: Block,
        level: u8,
        facts: &mut Collector<'_>,
    ) {
        // 与会专家名单 below a meeting's results is that meeting's.
        let roster = reading
            .lexicon
            .ends_with_cue("roster-head", reading.document.slice(block.span))
            .is_some();
        self.event = first(reading, block, terms::EVENT).or(self.event.filter(|_| roster));
        self.results = false;
        if self.set.is_some_and(|(_, above)| level <= above) {
            self.set = None;
        }
        if let Some(set) = first(reading, block, terms::PRINCIPLE_SET) {
            self.set = Some((set, level));
        } else {
            self.member(reading, block, facts);
        }
    }

    /// （二）基本原则。: enters the set that a paragraph is the heading of.
    pub(crate) fn enter_set(&mut self, reading: &Reading<'_>, block: Block) {
        let heading = mentions(reading, block).find(|(_, rule, _)| *rule == SET_HEADING);
        if let Some((set, ..)) = heading {
            self.set = Some((set, u8::MAX));
        }
    }

    /// States that a heading's or item's principle is a member of the set above it.
    pub(crate) fn member(&self, reading: &Reading<'_>, block: Block, facts: &mut Collector<'_>) {
        let Some((set, _)) = self.set else { return };
        let mention = mentions(reading, block).find(|(_, rule, class)| {
            *rule == crate::recognise::MEMBER && is(reading.ontology, *class, &[terms::PRINCIPLE])
        });
        let Some((principle, _, _)) = mention else { return };
        let span = super::clause::sentences(reading.document, block)
            .first()
            .copied()
            .unwrap_or(block.span);
        let object = LocalObject::Entity(principle);
        facts.add(relation::HAS_PRINCIPLE, set, object.clone(), span, "numbered principle");
        if !matches!(reading.resolution.genre, Genre::News | Genre::Article) {
            facts.add(relation::AFFIRMS, SOURCE, object, span, "numbered principle");
        }
    }

    /// Enters the news item of a headline, a short line that tells of a meeting: 某论坛在京举办 张三致辞.
    pub(crate) fn enter_item(&mut self, reading: &Reading<'_>, block: Block) {
        let line = reading.document.slice(block.span).trim();
        let headline = (6..=LONGEST_HEADLINE).contains(&line.chars().count())
            && !line.contains(['。', '；', '：'])
            && !line.ends_with(['，', '、']);
        if reading.resolution.genre == Genre::News
            && headline
            && let Some(event) = first(reading, block, terms::EVENT)
            && ["takes-place", "attends"].iter().any(|cue| reading.lexicon.holds_cue(cue, line))
        {
            self.report = Some(event);
        }
    }

    /// Returns the meeting that is reported here.
    pub(crate) fn report(&self) -> Option<usize> {
        self.report
    }

    /// Remembers what a block named: in proceedings, the meeting whose results follow.
    pub(crate) fn after(&mut self, reading: &Reading<'_>, block: Block) {
        if reading.resolution.genre == Genre::Proceedings
            && matches!(block.kind, BlockKind::Paragraph)
            && let Some(event) = first(reading, block, terms::EVENT)
            && reading.lexicon.holds_cue("lists-results", reading.document.slice(block.span))
        {
            self.event = Some(event);
            self.results = true;
        }
    }

    /// Returns the meeting of the section.
    pub(crate) fn event(&self) -> Option<usize> {
        self.event
    }

    /// Returns the meeting whose listed results the block is one of.
    pub(crate) fn results(&self) -> Option<usize> {
        self.event.filter(|_| self.results)
    }
}

fn mentions<'a>(
    reading: &'a Reading<'_>,
    block: Block,
) -> impl Iterator<Item = (usize, &'a str, crate::ontology::ClassId)> {
    reading.mentions.names_in(block.span).filter_map(|(index, m)| {
        let entity = reading.resolution.entity_of(index)?;
        Some((entity, m.rule.as_str(), m.class))
    })
}

fn first(reading: &Reading<'_>, block: Block, class: &str) -> Option<usize> {
    mentions(reading, block).find(|(_, _, c)| is(reading.ontology, *c, &[class])).map(|(e, ..)| e)
}
