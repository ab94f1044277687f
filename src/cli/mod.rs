//! The command line.

pub mod evaluate;
#[cfg_attr(not(test), expect(dead_code, reason = "the command line is not put together yet"))]
mod queries;
#[cfg_attr(not(test), expect(dead_code, reason = "the command line is not put together yet"))]
mod query;
#[cfg_attr(not(test), expect(dead_code, reason = "the command line is not put together yet"))]
mod show;

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
