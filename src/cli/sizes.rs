//! What is told of a network before its measures are taken: of its size, of nodes that are in no
//! class, of intervals that rest on too little.

use std::io::{self, Write};

use crate::network::{
    Choice, DOUBT, Doubt, Measure, Network, Partition, Resampling, Settings, counted, error_bound,
};

/// From how many nodes on exact betweenness is a matter of hours.
const HUGE: usize = 100_000;

/// Says how far measures by sampling may be off, that there are such for huge networks, and how many
/// nodes are in no class; `of` says of what part of the network, where it is not the whole.
pub(super) fn tell_of_size(
    measures: &[Measure],
    settings: Settings,
    (network, of): (&Network, &str),
    err: &mut dyn Write,
) -> io::Result<()> {
    if measures.iter().any(|measure| measure.hangs_on(Choice::Classes)) {
        tell_of_classes(settings.partition, (network, of), err)?;
    }
    tell_of_searches(measures, settings, (network.nodes().len(), of), err)
}

/// Tells how many nodes are in no class.
pub(super) fn tell_of_classes(
    partition: Partition,
    (network, of): (&Network, &str),
    err: &mut dyn Write,
) -> io::Result<()> {
    let (without, all) = (partition.unclassed(network), network.nodes().len());
    if without > 0 {
        let have = if without == 1 { "has" } else { "have" };
        writeln!(
            err,
            "note: {of}{without} of {} {have} no {partition}; brokerage and mixing are told of the \
             others alone",
            counted(all, "node")
        )?;
    }
    Ok(())
}

/// Up to so many networks, the percentiles of an interval are the lowest and the highest value.
const FEW: usize = 40;

/// Warns of intervals that rest on too little.
pub(super) fn tell_of_intervals(
    resampling: Option<Resampling>,
    (network, of): (&Network, &str),
    err: &mut dyn Write,
) -> io::Result<()> {
    let Some(resampling) = resampling else {
        return Ok(());
    };
    let why: String = match (resampling.doubt, resampling.runs(network)) {
        (Doubt::Documents, 1) => {
            "there is one document alone, without which nothing is left".into()
        }
        (Doubt::Documents, _) => return Ok(()),
        (Doubt::Events, _) if network.groups().len() == 1 => {
            "there is one event alone, and each network drawn is the whole one".into()
        }
        (_, 1) => {
            "one network alone was drawn, whose values are both ends; draw more with --samples"
                .into()
        }
        (_, runs @ ..=FEW) => format!(
            "of {runs} networks, the percentiles 2.5 and 97.5 are the lowest and the highest value; \
             draw more with --samples"
        ),
        _ => return Ok(()),
    };
    writeln!(err, "warning: {of}the intervals say little: {why}")
}

fn tell_of_searches(
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
        tell_of_searches(measures, Settings::default(), (nodes, ""), &mut err).unwrap();
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
