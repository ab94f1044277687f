//! The command line.

pub mod evaluate;

use std::{ffi::OsString, io::Write, process::ExitCode};

/// Runs the program.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> ExitCode {
    let _ = (args.into_iter().count(), out.flush(), err.flush());
    ExitCode::SUCCESS
}
