//! `gongshi check`: whether ontology, lists, patterns, repairs and questions are sound.

use std::io::Write;

use anyhow::bail;

use crate::{
    check::{self, Report},
    data::{Data, DataError},
};

/// Check the ontology, lists, patterns, repairs and questions, ours and those of --data
///
/// Tells each mistake with its file, its line and what was expected, runs the example of each
/// pattern through all stages, and counts what is sound. A note is no mistake, but may not be
/// meant so.
#[derive(clap::Args, Clone, Debug)]
#[command(after_help = "\
Examples:
  gongshi check
  gongshi check --data space/")]
pub(super) struct CheckArgs {}

/// Runs `gongshi check`; `unread` is what could not be read of the user's folder.
pub(super) fn run(data: &Data, unread: &[DataError], out: &mut dyn Write) -> anyhow::Result<()> {
    let Report { mistakes, notes, sound } = check::check(data, unread);
    for mistake in &mistakes {
        writeln!(out, "{mistake}")?;
    }
    for note in &notes {
        writeln!(out, "note: {note}")?;
    }
    let sound: Vec<String> = sound.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    writeln!(out, "sound: {}", sound.join(", "))?;
    match mistakes.len() {
        0 => Ok(()),
        1 => bail!("there is a mistake in the data"),
        count => bail!("there are {count} mistakes in the data"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sound_is_counted_and_a_mistake_is_a_failure() {
        let mut out = Vec::new();
        run(&Data::embedded(), &[], &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.starts_with("sound: 19 classes, 24 relations, "), "{text}");
        let unread = [DataError::NotText { path: "x.csv".into(), line: 2 }];
        let mut out = Vec::new();
        let error = run(&Data::embedded(), &unread, &mut out).unwrap_err();
        assert_eq!(error.to_string(), "there is a mistake in the data");
        assert!(String::from_utf8(out).unwrap().starts_with("x.csv:2: expected UTF-8"));
    }
}
