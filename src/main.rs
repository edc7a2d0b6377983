//! The `factdiff` command: parse, dispatch, exit status.

mod command;

use std::process::ExitCode;

fn main() -> ExitCode {
    command::run()
}
