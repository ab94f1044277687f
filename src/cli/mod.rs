//! The command line.

pub mod export_network;
pub mod network_input;
pub mod rank;

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
