//! The `gongshi` program: parses the arguments, calls [`gongshi::cli::run`], sets the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    gongshi::cli::run(std::env::args_os(), &mut std::io::stdout().lock(), &mut std::io::stderr())
}
