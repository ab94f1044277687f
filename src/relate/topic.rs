//! [`Topics`]: what the clauses of a paragraph are about, for subjects that the text leaves out.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Reading,
    clause::{DATE_SYMBOL, Referent, SYMBOL_LENGTH, Sentence, is_symbol},
    section::Sections,
};
use crate::{
    ontology::terms::class as terms,
    resolve::{Genre, is},
};

/// What a clause is about, from a byte of the sentence on.
#[derive(Clone, Debug)]
struct Topic {
    from: usize,
    entities: Vec<usize>,
}

/// The topics of a paragraph.
pub(crate) struct Topics {
    /// Those of the sentence that is read.
    here: Vec<Topic>,
    /// Whether the sentence begins with a person who says something.
    first_speaks: bool,
    /// Where clauses begin that go on with 并 or 还: what its first topic did besides.
    continues: Vec<usize>,
    /// The last of the sentences before, in this paragraph.
    before: Option<Vec<usize>>,
    /// The last person named in this paragraph: 他, 她.
    person: Option<usize>,
    /// The last event named in this paragraph, else the section's.
    event: Option<usize>,
    /// The events named in this paragraph, in their order.
    events: Vec<usize>,
    /// The meeting that the source reports, where it is a report.
    report: Option<usize>,
    /// The two states that 双方 and 两国 stand for: those named last together, else the parties
    /// in the source's title.
    sides: Vec<usize>,
    /// The state or body that the source speaks for.
    speaker: Option<usize>,
}

impl Topics {
    pub(crate) fn new(reading: &Reading<'_>, sections: &Sections) -> Self {
        let report = sections.report();
        Self {
            here: Vec::new(),
            first_speaks: false,
            continues: Vec::new(),
            before: None,
            person: None,
            sides: sides_of_title(reading),
            event: sections.event().or(report),
            events: Vec::new(),
            report,
            speaker: reading.resolution.speaker,
        }
    }

    /// Finds the topics of a sentence: the names that its clauses begin with.
    pub(crate) fn begin(&mut self, reading: &Reading<'_>, sentence: &Sentence) {
        self.here.clear();
        let text = &sentence.text;
        self.continues = text
            .match_indices(['，', '；'])
            .filter(|(at, mark)| {
                text.get(at + mark.len()..).is_some_and(|t| t.starts_with(['并', '还']))
            })
            .map(|(at, mark)| at + mark.len())
            .collect();
        let mut starts = vec![0];
        starts
            .extend(text.match_indices(['，', '；', '：', '。']).map(|(at, mark)| at + mark.len()));
        let mut done = 0;
        for start in starts {
            let named = sentence.referents(done, start);
            if let Some(pair) = named.filter_map(|(at, _)| pair_at(reading, sentence, at)).last() {
                self.sides = pair;
            }
            done = start;
            let rest = text.get(start..).unwrap_or_default();
            if self.sides.len() == 2
                && reading.lexicon.starts_with_cue("both-sides", behind_number(rest)).is_some()
            {
                self.here.push(Topic { from: start, entities: self.sides.clone() });
                continue;
            }
            // 他在主旨演讲中提出: a pronoun is the person named last, and nothing where none was.
            if reading.lexicon.starts_with_cue("personal-pronoun", rest).is_some() {
                let named = sentence
                    .referents(0, start)
                    .filter_map(|(at, _)| entity_at(reading, sentence, at))
                    .filter(|entity| reading.is(*entity, terms::PERSON))
                    .last()
                    .or(self.person);
                self.here.push(Topic { from: start, entities: named.into_iter().collect() });
                continue;
            }
            let topic = Self::person(reading, sentence, start)
                .or_else(|| Self::at(reading, sentence, start));
            if let Some(topic) = topic {
                self.here.push(topic);
            }
        }
        let opening = text.split('，').next().unwrap_or_default();
        self.first_speaks = self
            .here
            .first()
            .is_some_and(|topic| topic.entities.iter().any(|e| reading.is(*e, terms::PERSON)))
            && reading.lexicon.ends_with_cue("saying", opening).is_some();
    }

    /// A person whose posts a clause begins with: 某大学校长|张三.
    fn person(reading: &Reading<'_>, sentence: &Sentence, start: usize) -> Option<Topic> {
        let (_, end) = sentence.clause_around(start, start);
        let mut entities = Vec::new();
        for (at, _) in sentence.referents(start, end) {
            let Some(entity) = entity_at(reading, sentence, at) else { continue };
            let class = reading.resolution.entities.get(entity).map(|entity| entity.class)?;
            if is(reading.ontology, class, &[terms::PERSON]) {
                let lead = sentence.text.get(start..at).unwrap_or_default();
                let post = reading.lexicon.title_at_end(lead).is_some() || lead.is_empty();
                if entities.is_empty() && !post {
                    return None;
                }
                entities.push(entity);
                break;
            }
            if !is(reading.ontology, class, &[terms::BODY, terms::COUNTRY]) {
                return None;
            }
        }
        (!entities.is_empty()).then_some(Topic { from: start, entities })
    }

    /// The topic of a clause that begins here, behind a date and adverbs.
    fn at(reading: &Reading<'_>, sentence: &Sentence, start: usize) -> Option<Topic> {
        let mut rest = sentence.text.get(start..)?;
        loop {
            let before = rest.len();
            rest = rest.strip_prefix(DATE_SYMBOL).unwrap_or(rest);
            if let Some(cue) = reading.lexicon.starts_with_cue("clause-adverb", rest) {
                rest = rest.strip_prefix(cue).unwrap_or(rest);
            }
            if rest.len() < before && rest.starts_with('，') {
                // 2017年，中国…: the topic stands behind the comma, where it is found by itself.
                return None;
            }
            if rest.len() == before {
                break;
            }
        }
        let from = sentence.text.len() - rest.len();
        let mut end = from;
        let mut entities = Vec::new();
        loop {
            let symbol = sentence.text.get(end..)?.chars().next()?;
            if !is_symbol(symbol) || symbol == DATE_SYMBOL {
                break;
            }
            entities.extend(entity_at(reading, sentence, end));
            end += symbol.len_utf8();
            let after = sentence.text.get(end..)?;
            // 甲与乙|共同发布丙，提出丁: what they do together, both go on with.
            let clause = after.split(['，', '；', '。', '：']).next().unwrap_or_default();
            let joint = clause.contains("共同") || clause.contains("联合");
            let separators = ["、", "和", "以及", "与", "同"];
            let separator = separators.iter().take(if joint { 5 } else { 3 }).find(|mark| {
                after
                    .strip_prefix(**mark)
                    .and_then(|rest| rest.chars().next())
                    .is_some_and(is_symbol)
            });
            match separator {
                Some(separator) => end += separator.len(),
                None => break,
            }
        }
        let after = sentence.text.get(end..).unwrap_or_default();
        let attribute = reading.lexicon.starts_with_cue("not-topic", after).is_some();
        let fits = entities.iter().all(|entity| {
            reading.resolution.entities.get(*entity).is_some_and(|entity| {
                is(reading.ontology, entity.class, &[terms::AGENT, terms::EVENT, terms::DOCUMENT])
            })
        });
        (!entities.is_empty() && !attribute && fits).then_some(Topic { from: start, entities })
    }

    /// Remembers the sentence that was read.
    pub(crate) fn end(&mut self, reading: &Reading<'_>, sentence: &Sentence) {
        if let Some(first) = self.here.first() {
            self.before = Some(first.entities.clone());
        }
        for (_, referent) in &sentence.symbols {
            if let Referent::Mention(index) = referent
                && let Some(entity) = reading.resolution.entity_of(*index)
            {
                if reading.is(entity, terms::EVENT) {
                    self.event = Some(entity);
                    self.events.push(entity);
                } else if reading.is(entity, terms::PERSON) {
                    self.person = Some(entity);
                }
            }
        }
    }

    /// Returns what a clause is about that begins at this byte and names no subject of its own.
    ///
    /// That is the topic of an earlier clause of the sentence; failing that, in a text that
    /// speaks for a state, that state.
    pub(crate) fn of(&self, byte: usize) -> &[usize] {
        let within = self.here.iter().rev().find(|topic| topic.from <= byte);
        if self.first_speaks && self.continues.contains(&byte) {
            return self.here.first().map_or(&[], |topic| &topic.entities);
        }
        if let Some(topic) = within {
            return &topic.entities;
        }
        self.speaker.as_slice()
    }

    /// Returns the topic that an earlier clause of this sentence states.
    pub(crate) fn stated(&self, byte: usize) -> Option<&[usize]> {
        self.here
            .iter()
            .rev()
            .find(|topic| topic.from <= byte)
            .map(|topic| topic.entities.as_slice())
    }

    /// Returns the topic of the sentence before.
    pub(crate) fn previous(&self) -> &[usize] {
        self.before.as_deref().unwrap_or_default()
    }

    /// Returns the meeting that is spoken of at this byte: the last one named.
    pub(crate) fn event(
        &self,
        reading: &Reading<'_>,
        sentence: &Sentence,
        byte: usize,
    ) -> Option<usize> {
        Self::named_event(reading, sentence, byte).or(self.report).or(self.event)
    }

    /// Returns the meeting of this kind (论坛) that this sentence, up to a byte, or this paragraph has
    /// named last.
    pub(crate) fn event_of_kind(
        &self,
        reading: &Reading<'_>,
        sentence: &Sentence,
        byte: usize,
        kind: &str,
    ) -> Option<usize> {
        let here = sentence.referents(0, byte);
        let here = here.filter_map(|(at, _)| entity_at(reading, sentence, at));
        let here: Vec<usize> = here.filter(|e| reading.is(*e, terms::EVENT)).collect();
        let of_kind = |entity: &&usize| {
            let label = reading.resolution.entities.get(**entity).map(|e| e.label.as_str());
            label.is_some_and(|label| label.ends_with(kind))
        };
        here.iter().rev().chain(self.events.iter().rev()).find(of_kind).copied()
    }

    /// Returns the meeting that the sentence has named last before this byte.
    pub(crate) fn named_event(
        reading: &Reading<'_>,
        sentence: &Sentence,
        byte: usize,
    ) -> Option<usize> {
        let named = sentence.referents(0, byte);
        let named = named.filter_map(|(at, _)| entity_at(reading, sentence, at));
        named.filter(|entity| reading.is(*entity, terms::EVENT)).last()
    }

    /// Returns the meeting that the source reports, where it is a report.
    pub(crate) fn report(&self) -> Option<usize> {
        self.report
    }

    /// Returns the speaker of the source.
    pub(crate) fn speaker(&self) -> Option<usize> {
        self.speaker
    }
}

/// In a report of one meeting, that meeting: the first that it names, in its title or opening.
///
/// What a broadcast tells of a meeting counts only where it says that the meeting is held: a report of
/// a visit may name one besides.
pub(super) fn main_event(reading: &Reading<'_>) -> Option<usize> {
    let genre = reading.resolution.genre;
    let event = matches!(genre, Genre::Policy | Genre::News).then(|| opening_event(reading))??;
    let names = &reading.mentions.names;
    let text = &reading.document.text;
    let title = text.lines().next().unwrap_or_default();
    let own = |index: usize| reading.resolution.entity_of(index) == Some(event);
    let own = || names.iter().enumerate().filter(|(index, _)| own(*index)).map(|(_, m)| m.span);
    let held = || {
        own().any(|span| {
            let rest = text.get(span.end()..).unwrap_or_default();
            let clause = rest.split(['。', '，', '；', '\n']).next().unwrap_or_default();
            reading.lexicon.holds_cue("held", clause)
        })
    };
    let told = if genre == Genre::Policy {
        // 某会议联合公报: what a meeting issues tells of it, where it says that the meeting was held.
        own().any(|span| title.contains(reading.document.slice(span))) && held()
    } else {
        let wire = names.iter().any(|m| m.rule.as_str() == crate::recognise::PRESS);
        // 《某节目》（20240705）, 张三出席某会议: the headline may stand below what the broadcast is called.
        let lines = text.split_inclusive('\n').take_while(|line| !line.contains('。'));
        let opening: usize = lines.map(str::len).sum();
        !wire || own().any(|span| span.start() < opening.max(title.len())) || held()
    };
    told.then_some(event)
}

/// The first meeting that a source names in its title or opening.
pub(crate) fn opening_event(reading: &Reading<'_>) -> Option<usize> {
    let opening = reading.document.text.len().min(600);
    let names = reading.mentions.names.iter().enumerate();
    let mut early = names.take_while(|(_, mention)| mention.span.start() < opening);
    early.find_map(|(index, _)| {
        let entity = reading.resolution.entity_of(index)?;
        reading.is(entity, terms::EVENT).then_some(entity)
    })
}

/// The number of an item: 一、, （三）, 2.
static ITEM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:[（(]?(?:[一二三四五六七八九十]+|\d+)[）)]?[、.．] ?|[（(][一二三四五六七八九十]+[）)])")
        .expect("the expression is well-formed")
});

/// Returns what stands behind the number of an item.
fn behind_number(text: &str) -> &str {
    ITEM.find(text).map_or(text, |hit| text.get(hit.end()..).unwrap_or_default())
}

/// The states in the source's title, where they are two.
fn sides_of_title(reading: &Reading<'_>) -> Vec<usize> {
    let mut sides = Vec::new();
    let title = reading.document.text.lines().next().map_or(0, str::len);
    for (index, mention) in reading.mentions.names.iter().enumerate() {
        if mention.span.start() >= title {
            break;
        }
        let entity = reading.resolution.entity_of(index);
        if is(reading.ontology, mention.class, &[terms::COUNTRY]) {
            sides.extend(entity.filter(|entity| !sides.contains(entity)));
        }
    }
    if sides.len() == 2 { sides } else { Vec::new() }
}

/// Two states or bodies side by side, with 与, 和 or 同 between, the first at this byte.
fn pair_at(reading: &Reading<'_>, sentence: &Sentence, byte: usize) -> Option<Vec<usize>> {
    let first = entity_at(reading, sentence, byte)?;
    let after = sentence.text.get(byte + SYMBOL_LENGTH..)?;
    let rest = after.strip_prefix(['与', '和', '同'])?;
    let second = entity_at(reading, sentence, sentence.text.len() - rest.len())?;
    let fits = |entity: usize| {
        reading.resolution.entities.get(entity).is_some_and(|entity| {
            is(reading.ontology, entity.class, &[terms::COUNTRY, terms::BODY])
        })
    };
    (first != second && fits(first) && fits(second)).then(|| vec![first, second])
}

/// Returns the entity whose symbol stands at this byte.
pub(crate) fn entity_at(reading: &Reading<'_>, sentence: &Sentence, byte: usize) -> Option<usize> {
    let (_, referent) = sentence.referents(byte, byte + 1).next()?;
    match referent {
        Referent::Mention(index) => reading.resolution.entity_of(index),
        Referent::Date(_) => None,
    }
}
