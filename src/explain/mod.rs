//! What a paper must say of numbers taken on a network: what was measured on what, and what the
//! numbers do not say.
//!
//! [`explain`] writes two paragraphs and a list of references. All counts are taken from the network
//! itself; what a measure is and how it is taken is told by the measure; the other words of each
//! language stand in a folder of their own. Knows networks, and neither graphs nor terminals.

mod chinese;
mod english;
mod figures;
mod references;

pub use figures::Figures;

use crate::{
    export::{Language, Limits, Terms},
    network::{
        Analysis, Choice, Kind, Measure, Network, Norm, Selection, Significance, Slice, Slicing,
        Survey, TieMeasure, Weight,
    },
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
        /// What the question says of itself, in Chinese and English; of one language alone, twice.
        description: (String, String),
        /// The parameters of the question that were set, with their values.
        set: Vec<(String, String)>,
        /// The graph's file.
        file: String,
        /// The file's SHA-256.
        sha256: String,
        /// How many texts the graph was read from.
        texts: usize,
    },
}

impl Origin {
    /// Returns what a question says of itself as whole sentences, in Chinese and English.
    fn described(description: &(String, String)) -> (String, String) {
        let ended = |text: &str, stop: char| {
            let open = !text.is_empty() && !text.ends_with(['.', '。']);
            if open { format!("{text}{stop}") } else { text.to_owned() }
        };
        (ended(&description.0, '。'), ended(&description.1, '.'))
    }
}

/// What was measured.
#[derive(Clone, Debug)]
pub enum Subject {
    /// The nodes.
    Nodes {
        /// The measures, and what is said of their values.
        survey: Survey,
        /// The slices of time that they are taken in.
        slices: Option<Slices>,
    },
    /// The ties.
    Ties {
        /// Their measures.
        measures: Vec<TieMeasure>,
        /// What they weigh, and which are listed.
        selection: Selection,
        /// Whether measures are normalised.
        norm: Norm,
        /// How many are listed.
        listed: usize,
    },
    /// The ties, beside chance.
    TiesByChance {
        /// What they weigh, and which are listed.
        selection: Selection,
        /// What they are compared with.
        significance: Significance,
        /// Only those that are significant at this are listed.
        alpha: Option<f64>,
        /// How many are listed.
        listed: usize,
    },
}

/// The slices of time that measures are taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slices {
    /// How long each is.
    pub slicing: Slicing,
    /// The slices in which somebody took part, in order, each with its number of nodes.
    pub sizes: Vec<(Slice, usize)>,
    /// The participations that lie in none for want of a date.
    pub undated: usize,
}

/// What takes part in groups and has no node, since nothing says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// How many there are.
    pub things: usize,
    /// Their participations.
    pub participations: usize,
}

impl LeftOut {
    /// Counts a network of them; nothing where it is empty.
    pub fn of(network: &Network) -> Option<Self> {
        let (things, participations) = (network.nodes().len(), network.size());
        (things > 0).then_some(Self { things, participations })
    }
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
    /// The time that it is limited to.
    pub limits: Limits,
    /// What it and its parts are called; empty where nobody says.
    pub terms: &'a Terms,
    /// What takes part in its groups and has no node, where there is any.
    pub without: Option<LeftOut>,
    /// What was measured.
    pub subject: Subject,
}

impl Account<'_> {
    fn significance(&self) -> Option<Significance> {
        match &self.subject {
            Subject::Nodes { survey, .. } => survey.significance,
            Subject::Ties { .. } => None,
            Subject::TiesByChance { significance, .. } => Some(*significance),
        }
    }

    fn survey(&self) -> Option<&Survey> {
        match &self.subject {
            Subject::Nodes { survey, .. } => Some(survey),
            Subject::Ties { .. } | Subject::TiesByChance { .. } => None,
        }
    }

    /// Returns how many nodes are in none of the classes that a measure is told by, and of how many.
    fn unclassed(&self) -> Option<(usize, usize)> {
        let survey = self.survey()?;
        let told = survey.measures.iter().any(|measure| measure.hangs_on(Choice::Classes));
        let without = told.then(|| survey.settings.partition.unclassed(self.network))?;
        (without > 0).then(|| (without, self.network.nodes().len()))
    }

    fn slices(&self) -> Option<&Slices> {
        match &self.subject {
            Subject::Nodes { slices, .. } => slices.as_ref(),
            Subject::Ties { .. } | Subject::TiesByChance { .. } => None,
        }
    }

    /// Returns what is said of each measure: name, definition and how it is taken, each in Chinese
    /// and in English, and the work that defines it.
    fn measures(&self) -> Vec<Said> {
        let kind = self.network.kind();
        let tie = |measure: TieMeasure, weight, norm| {
            let about = measure.about();
            let taken = measure.taken(weight, norm, kind);
            Said { name: about.name, definition: about.definition, taken, work: about.reference }
        };
        match &self.subject {
            Subject::Nodes { survey, slices } => {
                let analysis = Analysis::new(self.network, survey.settings);
                let of = |&measure: &Measure| {
                    let about = measure.about();
                    let taken = match slices {
                        None => analysis.taken(measure),
                        // What hangs on the network is another in each slice.
                        Some(_) => measure.taken(survey.settings, kind, None),
                    };
                    let (name, definition) = (about.name, about.definition);
                    Said { name, definition, taken, work: about.reference }
                };
                survey.measures.iter().map(of).collect()
            }
            Subject::Ties { measures, selection, norm, .. } => {
                measures.iter().map(|&measure| tie(measure, selection.weight, *norm)).collect()
            }
            Subject::TiesByChance { selection, .. } => {
                vec![tie(TieMeasure::Weight, selection.weight, Norm::Raw)]
            }
        }
    }

    /// Says whether anything that is shown was taken with this weight of a two-mode network.
    fn weighs(&self, weight: Weight) -> bool {
        let two_mode = self.network.kind() == Kind::Affiliation;
        two_mode
            && match &self.subject {
                Subject::Nodes { survey, .. } => {
                    let asked = survey.settings.weight;
                    survey.measures.iter().any(|measure| measure.weight(asked) == weight)
                }
                Subject::Ties { selection, .. } | Subject::TiesByChance { selection, .. } => {
                    selection.weight == weight
                }
            }
    }
}

/// What is said of a measure.
struct Said {
    name: (&'static str, &'static str),
    definition: (&'static str, &'static str),
    taken: (String, String),
    work: &'static str,
}

/// Says in two paragraphs what was measured on what, and what it does not say; with references.
pub fn explain(account: &Account<'_>, language: Language) -> String {
    let figures = Figures::of(account.network);
    let mut references = References::default();
    let (method, limits, head) = match language {
        Language::Chinese => (
            chinese::method(account, &figures, &mut references),
            chinese::limits(account, &figures),
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
