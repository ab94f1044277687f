//! What is told of the size of a network before its measures are taken.

use std::io::{self, Write};

use crate::network::{DOUBT, Measure, Settings, counted, error_bound};

/// From how many nodes on exact betweenness is a matter of hours.
const HUGE: usize = 100_000;

/// Says how far measures by sampling may be off, and that there are such for huge networks; `of`
/// says of what part of the network, where it is not the whole.
pub(super) fn tell_of_size(
    measures: &[Measure],
    settings: Settings,
    (nodes, of): (usize, &str),
    err: &mut dyn Write,
) -> io::Result<()> {
    if measures.iter().any(|measure| measure.is_sampled()) {
        let sources = settings.sampling.samples.min(nodes);
        writeln!(
            err,
            "note: {of}searched from {sources} of {} (seed {}): with a probability of {}, no \
             normalised value is off by more than {:.4}; betweenness-error and harmonic-error give \
             standard errors; the more --sources, the smaller the bound and these errors",
            counted(nodes, "node"),
            settings.sampling.seed,
            1.0 - DOUBT,
            error_bound(nodes, sources),
        )?;
    }
    if nodes >= HUGE && measures.contains(&Measure::Betweenness) {
        writeln!(
            err,
            "note: {of}exact betweenness of {nodes} nodes may take hours; betweenness-sampled takes \
             seconds"
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(measures: &[Measure], nodes: usize) -> String {
        let mut err = Vec::new();
        tell_of_size(measures, Settings::default(), (nodes, ""), &mut err).unwrap();
        String::from_utf8(err).unwrap()
    }

    #[test]
    fn huge_networks_and_samples_are_told_of() {
        assert_eq!(told(&[Measure::Betweenness], HUGE - 1), "");
        assert!(told(&[Measure::Betweenness], HUGE).contains("may take hours"));
        let sampled = told(&[Measure::BetweennessSampled], 1_000);
        assert!(sampled.contains("256 of 1000 nodes (seed 1)"), "{sampled}");
        assert!(sampled.contains("the more --sources, the smaller"), "{sampled}");
    }
}
