//! What a paper must say of numbers taken on a network: what was measured on what, and what the
//! numbers do not say.
//!
//! [`explain`] writes two paragraphs and a list of references. All counts are taken from the network
//! itself; the words of each language stand in files of
//! their own. Knows networks, and neither graphs nor terminals.

mod chinese;
mod chinese_doubt;
mod english;
mod figures;
mod references;

pub use figures::Figures;

use crate::{
    export::Language,
    network::{Measure, Network, Period, Significance, Slicing, Survey, TakenOn, Weight},
};
use references::References;

/// Where a network was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A table of the user's own.
    Table {
        /// The file.
        file: String,
        /// The file's SHA-256.
        sha256: String,
    },
    /// A graph.
    Graph {
        /// The title of the question, in Chinese and English, or its name.
        title: (String, String),
        /// What the question says of itself.
        description: String,
        /// The graph's file.
        file: String,
        /// The file's SHA-256.
        sha256: String,
        /// How many texts the graph was read from.
        texts: usize,
    },
}

/// What was measured.
#[derive(Clone, Debug)]
pub enum Subject {
    /// The nodes.
    Nodes {
        /// The measures, and what is said of their values.
        survey: Survey,
        /// The slices of time that they are taken in.
        slicing: Option<Slicing>,
    },
    /// The ties.
    Ties {
        /// What they weigh.
        weight: Weight,
        /// What they are compared with.
        significance: Option<Significance>,
        /// Only those that are significant at this are listed.
        alpha: Option<f64>,
    },
}

/// All that has to be told.
#[derive(Clone, Debug)]
pub struct Account<'a> {
    /// The network that was measured.
    pub network: &'a Network,
    /// Where it was read from.
    pub origin: Origin,
    /// The version of the program.
    pub version: &'a str,
    /// The period that it is limited to.
    pub period: Period,
    /// The participations that were left out for want of a date.
    pub undated: usize,
    /// What was measured.
    pub subject: Subject,
}

/// The network that a measure is taken on as it was asked for.
fn taken_on(measure: Measure, weight: Weight) -> TakenOn {
    let about = measure.about().taken_on;
    let always = matches!(measure, Measure::Strength | Measure::Newman | Measure::Fractional);
    let weighted = about == TakenOn::Weighted && (always || weight != Weight::None);
    if about == TakenOn::Weighted && !weighted { TakenOn::Simple } else { about }
}

impl Account<'_> {
    fn significance(&self) -> Option<Significance> {
        match &self.subject {
            Subject::Nodes { survey, .. } => survey.significance,
            Subject::Ties { significance, .. } => *significance,
        }
    }

    fn survey(&self) -> Option<&Survey> {
        match &self.subject {
            Subject::Nodes { survey, .. } => Some(survey),
            Subject::Ties { .. } => None,
        }
    }
}

/// Says in two paragraphs what was measured on what, and what it does not say; with references.
pub fn explain(account: &Account<'_>, language: Language) -> String {
    let figures = Figures::of(account.network);
    let mut references = References::default();
    let (method, limits, head) = match language {
        Language::Chinese => (
            chinese::method(account, &figures, &mut references),
            chinese_doubt::limits(account, &figures),
            "参考文献",
        ),
        Language::English => (
            english::method(account, &figures, &mut references),
            english::limits(account, &figures),
            "References",
        ),
    };
    format!("{method}\n\n{limits}\n\n{head}\n\n{references}")
}

#[cfg(test)]
mod tests;
