//! The plain rows that a network is made of, as a SPARQL answer or a spreadsheet gives them.

/// How sure it is that a sentence says what was read from it: a chance from 0 to 1.
///
/// It is kept in millionths, so that passages can be put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Confidence(u32);

impl Confidence {
    const WHOLE: f64 = 1e6;

    /// Takes a number from 0 to 1.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the number lies between 0 and a million"
    )]
    pub fn new(chance: f64) -> Option<Self> {
        (0.0..=1.0).contains(&chance).then(|| Self((chance * Self::WHOLE).round() as u32))
    }

    /// Returns the number from 0 to 1.
    pub fn value(self) -> f64 {
        f64::from(self.0) / Self::WHOLE
    }
}

/// A place in a source that a tie stands on.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// The source document: its name, title or IRI.
    pub source: Option<String>,
    /// The line in the source's file, from 1.
    pub line: Option<u32>,
    /// The date that the statement carries, in ISO form.
    pub date: Option<String>,
    /// The sentence.
    pub quote: Option<String>,
    /// How sure the reading is.
    pub confidence: Option<Confidence>,
}

impl Passage {
    /// Says whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One row of a two-mode network: a node takes part in a group.
///
/// A row without a group names a node that takes part in nothing; a row without a node names a
/// group without members. A node may have many rows, each with what is said of it there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AffiliationRow {
    /// The node's identifier: an IRI, or a name.
    pub node: String,
    /// The group's identifier: an IRI, or a name.
    pub group: String,
    /// What to print for the node; the identifier where absent.
    pub node_label: Option<String>,
    /// What to print for the group; the identifier where absent.
    pub group_label: Option<String>,
    /// The node's class.
    pub class: Option<String>,
    /// The group's class.
    pub group_class: Option<String>,
    /// The node's country, as this row has it.
    pub country: Option<String>,
    /// The node's institution, as this row has it.
    pub institution: Option<String>,
    /// Where the text says so.
    pub passage: Passage,
}

/// One row of a one-mode network: a tie from a source to a target.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EdgeRow {
    /// The identifier of the node where the tie begins.
    pub source: String,
    /// The identifier of the node where the tie ends.
    pub target: String,
    /// The tie's weight; 1 where absent. Weights of equal ties are added up.
    pub weight: Option<f64>,
    /// What to print for the source.
    pub source_label: Option<String>,
    /// What to print for the target.
    pub target_label: Option<String>,
    /// The source's class.
    pub source_class: Option<String>,
    /// The target's class.
    pub target_class: Option<String>,
    /// The source's country, as this row has it.
    pub source_country: Option<String>,
    /// The target's country, as this row has it.
    pub target_country: Option<String>,
    /// The source's institution, as this row has it.
    pub source_institution: Option<String>,
    /// The target's institution, as this row has it.
    pub target_institution: Option<String>,
    /// Where the text says so.
    pub passage: Passage,
}
