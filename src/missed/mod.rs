//! [`missed`]: where texts fall silent. Sentences with a name, a date or a word that patterns know
//! from which nothing was taken, sections and lists that yielded nothing, characters that nobody
//! repaired; the most telling first.
//!
//! The graph does not hold what was not read. So the stages are run again over the texts, and what
//! they hand on is compared with what came out: nothing is kept for this in a build.
//!
//! The score of a silence says how likely a reader would have found a fact there:
//!
//! | what | score |
//! | --- | --- |
//! | a pattern matches, but a thing that its fact needs is unknown | 8 + things |
//! | a pattern's word, and names for all that it needs | 6 + things |
//! | lines of a table or list, three or more, without a fact | 6 + lines, up to 10 |
//! | a roster's line | 6 + things |
//! | a section of three sentences with names or more, without a fact | 5 + sentences, up to 10 |
//! | a character that is none, in a text | 3 + occurrences, up to 8 |
//! | a pattern's word beside a name | 2 + things |
//! | names alone | things |
//! | an act that is denied, planned or wished: rightly silent | 0 |
//!
//! *Things* are the different things that the sentence names, four at most, and one more for a date.

mod glyph;
mod layout;
mod render;

pub use render::{Content, write_csv, write_json, write_table};

use crate::{
    model::{BlockKind, Document, Outcome},
    pipeline::{self, Reading, Resources},
    relate::{Passage, Reason, passages},
    source::Source,
};

/// What kind of silence it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A sentence.
    Sentence,
    /// A line of a roster.
    Roster,
    /// Lines that look like a list or a table.
    List,
    /// A section.
    Section,
    /// A character.
    Character,
    /// A sentence that speaks of what was not done; rightly silent.
    Unreal,
}

impl Kind {
    /// Returns the name, as tables have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Roster => "roster",
            Self::List => "list",
            Self::Section => "section",
            Self::Character => "character",
            Self::Unreal => "unreal",
        }
    }
}

/// A place that a reader might look at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// How telling it is.
    pub score: usize,
    /// The document.
    pub document: String,
    /// The line in its file, from 1.
    pub line: u32,
    /// What it is.
    pub kind: Kind,
    /// Why it is silent, as far as the program can tell.
    pub why: String,
    /// The text.
    pub text: String,
}

/// How much of a document was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// The document; `all` for the sum.
    pub document: String,
    /// Sentences, and lines of rosters.
    pub sentences: usize,
    /// Of these, those with a name, a date or a fact.
    pub named: usize,
    /// Of these, those that a fact was read in.
    pub stated: usize,
    /// Of these, those that speak of what was not done.
    pub unreal: usize,
    /// Of these, the others.
    pub silent: usize,
}

impl Total {
    /// Returns the share of the silent among those with a name, a date or a fact.
    #[expect(clippy::cast_precision_loss, reason = "no corpus has so many sentences")]
    pub fn share(&self) -> f64 {
        self.silent as f64 / self.named.max(1) as f64
    }
}

/// What [`missed`] found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missed {
    /// The silences, the most telling first; by document and line among equals.
    pub silences: Vec<Silence>,
    /// A total for each document, by name, and for all at the end.
    pub totals: Vec<Total>,
}

/// Runs the stages over the sources, and tells where nothing was read.
pub fn missed(sources: &[Source], resources: &Resources) -> Outcome<Missed> {
    let read = pipeline::read_each(sources, resources, |reading| missed_in(&reading, resources));
    let Outcome { value, warnings } = read;
    let (mut silences, mut totals) = (Vec::new(), Vec::new());
    for (found, total) in value {
        silences.extend(found);
        totals.push(total);
    }
    silences.sort_by(|a, b| {
        let place = |silence: &Silence| (silence.document.clone(), silence.line, silence.kind);
        b.score.cmp(&a.score).then_with(|| place(a).cmp(&place(b)))
    });
    totals.sort_by(|a: &Total, b| a.document.cmp(&b.document));
    let sum = |count: fn(&Total) -> usize| totals.iter().map(count).sum();
    totals.push(Total {
        document: "all".to_owned(),
        sentences: sum(|total| total.sentences),
        named: sum(|total| total.named),
        stated: sum(|total| total.stated),
        unreal: sum(|total| total.unreal),
        silent: sum(|total| total.silent),
    });
    Outcome { value: Missed { silences, totals }, warnings }
}

/// Tells where nothing was read in one document, in no order, and how much was.
fn missed_in(reading: &Reading, resources: &Resources) -> (Vec<Silence>, Total) {
    let Resources { ontology, lexicon, patterns, .. } = resources;
    let document = &reading.read.document;
    let passages = passages(
        document,
        &reading.mentions,
        &reading.read.resolution,
        &reading.definitions,
        &reading.read.facts,
        patterns,
        lexicon,
        ontology,
    );
    let (lists, listed) = layout::lists(document, &passages);
    // A heading states nothing, unless it is none but a line of a table that looks like one.
    let passages: Vec<Passage> = passages
        .into_iter()
        .filter(|at| listed.contains(&at.block) || !layout::is_heading(document, at))
        .collect();
    let mut total = Total { document: document.id.clone(), ..Total::default() };
    for passage in &passages {
        total.sentences += 1;
        total.named += usize::from(speaks(passage));
        match &passage.silent {
            None => total.stated += 1,
            Some(Reason::Unreal { .. }) => total.unreal += 1,
            Some(_) => total.silent += usize::from(speaks(passage)),
        }
    }
    let mut silences = lists;
    silences.extend(layout::sections(document, &passages));
    silences.extend(glyph::silences(document));
    let alone = passages.iter().filter(|passage| !listed.contains(&passage.block));
    silences.extend(alone.filter_map(|passage| silence(document, passage)));
    (silences, total)
}

/// Tells whether a passage has anything that a fact could be read of.
fn speaks(passage: &Passage) -> bool {
    passage.silent.is_none() || passage.names > 0 || passage.dated
}

/// Tells whether nothing was read in a passage that has something to be read.
fn is_silent(passage: &Passage) -> bool {
    speaks(passage) && !matches!(passage.silent, None | Some(Reason::Unreal { .. }))
}

/// Returns a silent passage as a place to look at.
fn silence(document: &Document, passage: &Passage) -> Option<Silence> {
    let reason = passage.silent.as_ref().filter(|_| speaks(passage))?;
    let roster = document
        .blocks
        .get(passage.block)
        .is_some_and(|block| block.kind == BlockKind::RosterEntry);
    let things = passage.names.min(4) + usize::from(passage.dated);
    let (kind, score, why) = match reason {
        _ if roster => (Kind::Roster, 6 + things, "a line of a roster".to_owned()),
        Reason::Endless { pattern, word } => {
            let why = format!(
                "{word}: `{pattern}` matches, but a subject or object of its facts was not found"
            );
            (Kind::Sentence, 8 + things, why)
        }
        Reason::Unmatched { pattern, word } => {
            (Kind::Sentence, 6 + things, format!("{word}, and the names that `{pattern}` needs"))
        }
        Reason::Word { word } => (Kind::Sentence, 2 + things, format!("{word} beside a name")),
        Reason::NoWord => (Kind::Sentence, things, "no word that a pattern knows".to_owned()),
        Reason::Unreal { pattern, word } => {
            let why = format!("{word}: denied, planned or wished, says `{pattern}`");
            (Kind::Unreal, 0, why)
        }
    };
    Some(Silence {
        score,
        document: document.id.clone(),
        line: document.line_of(passage.span.start()),
        kind,
        why,
        text: document.slice(passage.span).trim().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Data;

    fn look(text: &str) -> Missed {
        let resources = Resources::load(&Data::embedded()).unwrap();
        missed(&[Source::new("甲", "甲.txt", text)], &resources).value
    }

    #[track_caller]
    fn check(text: &str, kind: Kind, expected: &str) {
        let found = look(text).silences;
        let told: Vec<String> = found
            .iter()
            .map(|s| format!("{} {}: {}: {}", s.score, s.line, s.why, s.text))
            .collect();
        let there = found.iter().zip(&told).any(|(s, told)| s.kind == kind && told == expected);
        assert!(there, "{told:#?}");
    }

    #[test]
    fn a_sentence_with_a_fact_is_not_silent() {
        let text = "2021年5月，海南大学举办“海洋法前沿”国际研讨会。\n";
        let found = look(text);
        assert_eq!(found.silences, []);
        assert_eq!((found.totals[0].stated, found.totals[0].silent), (1, 0));
    }

    #[test]
    fn a_word_with_all_its_names_tells_more_than_a_name_alone() {
        let text = "越南与老挝之间早先有过一份这样的备忘录，签署之事却另有隐情。\n\n\
            冰岛的冬天很长，夏天很短。\n";
        let found = look(text).silences;
        let scores: Vec<_> = found.iter().map(|s| (s.score, s.line)).collect();
        assert_eq!(scores, [(8, 1), (1, 3)], "{found:#?}");
        check(
            "冰岛的冬天很长，夏天很短。\n",
            Kind::Sentence,
            "1 1: no word that a pattern knows: 冰岛的冬天很长，夏天很短。",
        );
    }

    #[test]
    fn what_a_name_alone_says_is_no_fact_of_its_sentence() {
        let text = "武汉大学法学院的樱花开得正好。\n";
        let found = look(text);
        assert_eq!(found.totals[0].stated, 0, "{found:#?}");
        assert_eq!(found.silences.len(), 1);
    }

    #[test]
    fn what_is_denied_or_planned_is_rightly_silent() {
        for text in ["挪威没有签署《南极条约》。\n", "2031年，挪威将举办第九届北极论坛。\n"]
        {
            let found = look(text);
            let kinds: Vec<_> = found.silences.iter().map(|s| (s.kind, s.score)).collect();
            assert_eq!(kinds, [(Kind::Unreal, 0)], "{found:#?}");
            assert_eq!((found.totals[0].unreal, found.totals[0].silent), (1, 0));
        }
    }

    #[test]
    fn a_section_without_a_fact_is_told_by_its_heading() {
        let text = "一、海洋的四季\n\n冰岛的冬天很长。挪威的峡湾很深。智利的海岸线很长。\n\n\
            二、会议\n\n2021年5月，海南大学举办“海洋法前沿”国际研讨会。\n";
        check(
            text,
            Kind::Section,
            "8 1: 3 sentences with names or dates, and no fact: 一、海洋的四季",
        );
        assert_eq!(look(text).silences.iter().filter(|s| s.kind == Kind::Section).count(), 1);
    }

    #[test]
    fn lines_like_those_of_a_table_are_told_once() {
        let text = "各国海岸线如下：\n\n- 冰岛 4970公里\n- 挪威 25148公里\n- 智利 6435公里\n";
        let found = look(text).silences;
        let lists: Vec<_> = found.iter().filter(|s| s.kind == Kind::List).collect();
        assert_eq!(lists.len(), 1, "{found:#?}");
        assert_eq!((lists[0].score, lists[0].line), (9, 3));
        assert!(!found.iter().any(|s| s.kind == Kind::Sentence), "{found:#?}");
    }

    #[test]
    fn lines_that_look_like_headings_are_told_too() {
        let text = "与会人员\n\n张三丰 武汉大学 教授\n李四光 清华大学 副教授\n王五 外交部 参赞\n";
        let found = look(text);
        let kinds: Vec<_> = found.silences.iter().map(|s| (s.kind, s.score, s.line)).collect();
        assert_eq!(kinds, [(Kind::List, 9, 3)], "{found:#?}");
        assert_eq!((found.totals[0].sentences, found.totals[0].silent), (3, 3));
    }

    #[test]
    fn a_character_that_nobody_repaired_is_told_once_with_its_count() {
        check(
            "冰岛的\u{e5d2}洋很冷，挪威的\u{e5d2}洋也冷。\n",
            Kind::Character,
            "5 1: U+E5D2, 2 times: of private use: 冰岛的\u{e5d2}洋很冷，挪威的\u{e5d2}",
        );
    }

    #[test]
    fn totals_add_up_whatever_the_order_of_the_texts() {
        let resources = Resources::load(&Data::embedded()).unwrap();
        let one = Source::new("甲", "甲.txt", "冰岛的冬天很长。\n");
        let two = Source::new("乙", "乙.txt", "2021年5月，海南大学举办“海洋法前沿”国际研讨会。\n");
        let found = missed(&[one.clone(), two.clone()], &resources).value;
        assert_eq!(found, missed(&[two, one], &resources).value);
        let all = &found.totals[2];
        assert_eq!(
            (all.document.as_str(), all.sentences, all.stated, all.silent),
            ("all", 2, 1, 1)
        );
        assert!((all.share() - 0.5).abs() < 1e-9);
    }
}
