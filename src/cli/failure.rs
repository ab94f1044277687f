//! How failures are told: one message with its causes, a hint, an exit code.

use std::{
    error::Error,
    io::{self, Write},
    process::ExitCode,
};

use clap::error::ErrorKind;

use crate::{
    data::DataError,
    diff::DiffError,
    export::NoEdgeNetwork,
    figure::LayoutError,
    network::{Infeasible, NoChance, NoInterval, SurveyError},
    pipeline::ResourceError,
    query::{LibraryError, QueryError},
    rdf::GraphError,
};

/// Arguments that are right one by one and wrong together.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Misuse(pub(super) String);

impl Misuse {
    /// An option changes nothing, for this reason; this helps.
    pub(super) fn without_effect(option: &str, reason: &str, helps: &str) -> Self {
        Self(format!("{option} has no effect here: {reason}\nhint: {helps}"))
    }
}

/// Returns the exit code of an error: 2 for wrong usage, else 1.
pub(super) fn code(error: &anyhow::Error) -> ExitCode {
    let misuse = error.chain().any(<dyn Error>::is::<Misuse>);
    if misuse { ExitCode::from(2) } else { ExitCode::FAILURE }
}

/// Prints what the parser of arguments says: help and version to `out`, wrong usage to `err`.
pub(super) fn usage(answer: &clap::Error, out: &mut dyn Write, err: &mut dyn Write) -> ExitCode {
    let text = answer.render();
    let written = if answer.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        write!(err, "{text}")
    } else if answer.use_stderr() {
        write!(err, "gongshi: {text}")
    } else {
        write!(out, "{text}").and_then(|()| out.flush())
    };
    match (written, answer.use_stderr()) {
        (_, true) => ExitCode::from(2),
        (Err(error), _) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}

/// Prints an error with its causes, and what may help.
pub(super) fn write(error: &anyhow::Error, err: &mut dyn Write) -> io::Result<()> {
    let mut messages: Vec<String> = Vec::new();
    for cause in error.chain() {
        let message = cause.to_string();
        // Some libraries repeat their cause in their own message.
        if !messages.last().is_some_and(|last| last.ends_with(&message)) {
            messages.push(message);
        }
    }
    writeln!(err, "gongshi: error: {}", messages.join(": "))?;
    if let Some(hint) = error.chain().find_map(hint) {
        writeln!(err, "hint: {hint}")?;
    }
    Ok(())
}

fn hint(error: &(dyn Error + 'static)) -> Option<String> {
    if let Some(error) = error.downcast_ref::<QueryError>() {
        return error.hint();
    }
    if let Some(error) = error.downcast_ref::<LibraryError>() {
        return error.hint();
    }
    if let Some(error) = error.downcast_ref::<SurveyError>() {
        return survey_hint(error).map(str::to_owned);
    }
    if let Some(NoEdgeNetwork::Measure(error)) = error.downcast_ref::<NoEdgeNetwork>() {
        return infeasible_hint(error).map(str::to_owned);
    }
    if let Some(error) = error.downcast_ref::<LayoutError>() {
        return error.hint().map(str::to_owned);
    }
    if let Some(DiffError::Base { .. }) = error.downcast_ref::<DiffError>() {
        return Some("build both with the same --base".to_owned());
    }
    if error.is::<ResourceError>()
        || matches!(error.downcast_ref(), Some(DataError::NotText { .. }))
    {
        return Some("gongshi check --data DIR lists every mistake in the folder".to_owned());
    }
    match error.downcast_ref::<GraphError>()? {
        GraphError::Rule { .. } | GraphError::Confidence { .. } => {
            Some("gongshi check --data DIR lists every mistake in the folder".to_owned())
        }
        GraphError::OnlyRdf11 { .. } => Some("add --rdf 1.1".to_owned()),
        GraphError::Base { .. } => Some("a base is like https://example.org/id/".to_owned()),
        GraphError::Broken { .. } => Some("run gongshi build again".to_owned()),
        _ => None,
    }
}

fn survey_hint(error: &SurveyError) -> Option<&'static str> {
    match error {
        SurveyError::Chance(NoChance::Alpha(_)) | SurveyError::Interval(NoInterval::Alpha(_)) => {
            Some("all networks are measured with one --alpha; name one that is low enough for each")
        }
        SurveyError::Infeasible(error) => infeasible_hint(error),
        SurveyError::Chance(_) | SurveyError::Interval(_) => None,
    }
}

fn infeasible_hint(error: &Infeasible) -> Option<&'static str> {
    match error {
        Infeasible::Classless { .. } => Some(
            "name another --attribute; a table of participations gives countries in a column \
             country, one of ties in sourceCountry and targetCountry; with --transpose nodes have \
             a class alone",
        ),
        Infeasible::OneMode(_) | Infeasible::Alpha(_) | Infeasible::Work { .. } => None,
    }
}

/// Tells whether the reader of our output went away, which is no failure.
pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let table = cause.downcast_ref::<csv::Error>().map(csv::Error::kind);
        let error = match table {
            Some(csv::ErrorKind::Io(error)) => Some(error),
            _ => cause.downcast_ref::<io::Error>(),
        };
        error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}

#[cfg(test)]
mod tests {
    use anyhow::Context;

    use super::*;
    use crate::network::{Attribute, Measure};

    fn written(error: &anyhow::Error) -> String {
        let mut err = Vec::new();
        write(error, &mut err).unwrap();
        String::from_utf8(err).unwrap()
    }

    #[test]
    fn an_error_is_told_with_its_causes_and_a_hint() {
        let error = QueryError::NoGraph { path: "graph.nq".into() };
        let error = anyhow::Error::from(error).context("cannot export");
        assert_eq!(
            written(&error),
            "gongshi: error: cannot export: there is no graph at graph.nq\n\
             hint: run gongshi build first\n"
        );
    }

    #[test]
    fn what_a_network_does_not_say_has_one_hint_in_all_commands() {
        let refused =
            || Infeasible::Classless { measure: Measure::Liaison, attribute: Attribute::Country };
        let survey = anyhow::Error::from(SurveyError::from(refused())).context("cannot rank");
        for error in [survey, anyhow::Error::from(NoEdgeNetwork::from(refused()))] {
            let told = written(&error);
            assert!(told.contains("\nhint: name another --attribute"), "{told}");
        }
    }

    #[test]
    fn a_cause_that_was_told_is_not_repeated() {
        let cause = io::Error::other("disk full");
        let error = Err::<(), _>(cause).context("cannot write: disk full").unwrap_err();
        assert_eq!(written(&error), "gongshi: error: cannot write: disk full\n");
    }

    #[test]
    fn a_broken_pipe_is_known_through_its_wrappers() {
        let pipe = || io::Error::from(io::ErrorKind::BrokenPipe);
        assert!(is_broken_pipe(&anyhow::Error::from(GraphError::Export(pipe())).context("x")));
        assert!(is_broken_pipe(&anyhow::Error::from(csv::Error::from(pipe()))));
        assert!(!is_broken_pipe(&anyhow::anyhow!("broken pipe")));
    }
}
