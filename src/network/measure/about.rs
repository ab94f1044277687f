//! [`About`]: what a paper must say of a measure, in Chinese and English.

use crate::network::ties::Weight;

/// The network that a measure is taken on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenOn {
    /// The two-mode network itself.
    TwoMode,
    /// The projection, each tie counting once.
    Simple,
    /// The projection with ties that weigh what is asked for.
    Weighted {
        /// What they weigh where nothing is asked for.
        unasked: Weight,
    },
    /// The projection with ties that weigh this, whatever is asked for.
    Always(Weight),
}

/// What a paper must say of a measure. Texts are given in Chinese, then in English; they are
/// phrases that begin small and end without a full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// What it is called.
    pub name: (&'static str, &'static str),
    /// What it is.
    pub definition: (&'static str, &'static str),
    /// The network that it is taken on.
    pub taken_on: TakenOn,
    /// The work that defines it, as a bibliography has it.
    pub reference: &'static str,
}

/// Defines degree and its kin, and the parts of a network.
pub(super) const FREEMAN_1979: &str = "Freeman, L. C. (1979). Centrality in social networks: Conceptual \
    clarification. Social Networks, 1(3), 215–239.";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::Measure;

    #[test]
    fn texts_are_phrases() {
        for measure in Measure::ALL {
            let About { name, definition, reference, .. } = measure.about();
            for text in [name.0, name.1, definition.0, definition.1] {
                assert!(!text.is_empty() && !text.ends_with(['。', '.']), "{measure}: {text}");
            }
            assert!(reference.ends_with('.'), "{measure}: {reference}");
        }
    }
}
