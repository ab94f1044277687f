//! [`Report`]: precision, recall and F1 by class, relation and document, and every error.

use std::collections::BTreeMap;

use super::{
    bootstrap,
    fold::{relation_key, relation_name},
};

/// How many were right, found, and to be found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Found, and in the gold.
    pub right: u32,
    /// Found at all.
    pub found: u32,
    /// In the gold.
    pub gold: u32,
}

/// The middle 95 of a hundred bootstrap samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The intervals of the three figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Intervals {
    /// That of precision.
    pub precision: Interval,
    /// That of recall.
    pub recall: Interval,
    /// That of F1.
    pub f1: Interval,
}

/// Counts with what they are of, and how sure the figures are.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// What the counts are of: a class, a relation, a document.
    pub name: String,
    /// The counts.
    pub counts: Counts,
    /// The intervals; nothing where there are fewer than ten items.
    pub intervals: Option<Intervals>,
}

/// How often a rule was right, of the facts that it read in documents with gold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleScore {
    /// The rule.
    pub rule: String,
    /// The number of its facts that the gold has.
    pub right: u32,
    /// The number of its facts.
    pub found: u32,
}

/// The kinds of error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MistakeKind {
    /// The gold has an entity that was not found.
    EntityMissed,
    /// An entity was found that the gold does not have.
    EntityWrong,
    /// The gold has a fact that was not found.
    FactMissed,
    /// A fact was found that the gold does not have.
    FactWrong,
}

impl MistakeKind {
    /// Returns the words for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EntityMissed => "entity missed",
            Self::EntityWrong => "entity wrong",
            Self::FactMissed => "fact missed",
            Self::FactWrong => "fact wrong",
        }
    }
}

/// One miss or false alarm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The document's name.
    pub document: String,
    /// What is wrong.
    pub kind: MistakeKind,
    /// The class or relation.
    pub name: String,
    /// The entity's label, or the fact's subject.
    pub subject: String,
    /// The fact's object; empty for an entity.
    pub object: String,
    /// File and line: of the gold for what was missed, of the source for what is wrong, which
    /// for entities has no line.
    pub place: String,
    /// The sentence that states the fact; empty for an entity.
    pub sentence: String,
    /// The rule that read a wrong fact.
    pub rule: String,
}

/// How good an extraction is, laid beside the gold.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Entities by class, by name.
    pub classes: Vec<Score>,
    /// Facts by relation, by name.
    pub relations: Vec<Score>,
    /// Entities by document, by name.
    pub document_entities: Vec<Score>,
    /// Facts by document, by name.
    pub document_facts: Vec<Score>,
    /// All entities: the micro-average over documents, with intervals over whole documents.
    pub entities: Score,
    /// All facts: the micro-average over documents, with intervals over whole documents.
    pub facts: Score,
    /// Pairs of names that stand for one entity; see [`identity`](super::identity).
    pub identity: Score,
    /// Rules by name; facts without a rule are left out.
    pub rules: Vec<RuleScore>,
    /// Documents of the gold from which nothing was extracted.
    pub absent: Vec<String>,
    /// The errors: by document, then misses and false alarms of entities, then of facts.
    pub mistakes: Vec<Mistake>,
}

impl Counts {
    /// Returns the share of what was found that is right; 0 where nothing was found.
    pub fn precision(self) -> f64 {
        share(self.right, self.found)
    }

    /// Returns the share of the gold that was found; 0 where there is no gold.
    pub fn recall(self) -> f64 {
        share(self.right, self.gold)
    }

    /// Returns the harmonic mean of precision and recall; 0 where both are.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }

    /// Returns how many right answers, misses and false alarms there are.
    pub fn items(self) -> u32 {
        self.gold + self.found - self.right
    }

    /// Adds the counts of another part.
    pub fn add(&mut self, other: Self) {
        self.right += other.right;
        self.found += other.found;
        self.gold += other.gold;
    }
}

impl Score {
    /// Makes a score with intervals over single items.
    pub(super) fn of_items(name: &str, counts: Counts) -> Self {
        Self { name: name.to_owned(), counts, intervals: bootstrap::over_items(counts) }
    }

    /// Makes the micro-average of some documents, with intervals over whole documents, or over
    /// items where there is but one.
    pub(super) fn of_documents(name: &str, documents: &[Score]) -> Self {
        let parts: Vec<_> = documents.iter().map(|document| document.counts).collect();
        let mut counts = Counts::default();
        for part in &parts {
            counts.add(*part);
        }
        let intervals = bootstrap::over_documents(&parts).or_else(|| bootstrap::over_items(counts));
        Self { name: name.to_owned(), counts, intervals }
    }
}

/// Counts by class.
#[derive(Debug, Default)]
pub(super) struct ByClass(BTreeMap<String, Counts>);

impl ByClass {
    /// Returns the counts of a class.
    pub(super) fn of(&mut self, class: &str) -> &mut Counts {
        self.0.entry(class.to_owned()).or_default()
    }

    /// Returns the scores by name.
    pub(super) fn scores(&self) -> Vec<Score> {
        self.0.iter().map(|(name, counts)| Score::of_items(name, *counts)).collect()
    }
}

/// Counts by relation, whatever the spelling of its name.
#[derive(Debug, Default)]
pub(super) struct ByRelation(BTreeMap<String, (String, Counts)>);

impl ByRelation {
    /// Returns the counts of a relation.
    pub(super) fn of(&mut self, relation: &str) -> &mut Counts {
        let shown = || (relation_name(relation), Counts::default());
        &mut self.0.entry(relation_key(relation)).or_insert_with(shown).1
    }

    /// Returns the scores by name.
    pub(super) fn scores(&self) -> Vec<Score> {
        self.0.values().map(|(name, counts)| Score::of_items(name, *counts)).collect()
    }
}

fn share(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) / f64::from(whole) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_worked_by_hand() {
        let counts = Counts { right: 6, found: 8, gold: 12 };
        assert!((counts.precision() - 0.75).abs() < 1e-12);
        assert!((counts.recall() - 0.5).abs() < 1e-12);
        assert!((counts.f1() - 0.6).abs() < 1e-12);
    }

    #[test]
    fn nothing_found_and_nothing_to_find_are_zero() {
        let counts = Counts { right: 0, found: 0, gold: 0 };
        assert!(counts.precision() + counts.recall() + counts.f1() < 1e-12);
    }

    #[test]
    fn the_micro_average_weighs_documents_by_their_size() {
        let small = Score::of_items("a", Counts { right: 1, found: 1, gold: 1 });
        let large = Score::of_items("b", Counts { right: 0, found: 3, gold: 3 });
        let all = Score::of_documents("facts", &[small, large]);
        assert!((all.counts.f1() - 0.25).abs() < 1e-12);
    }
}
