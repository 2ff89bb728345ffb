//! The subcommands, one file each. Each takes its options and gives the status that the process ends with.

mod check;
mod explain;

use crate::cli::Command;

/// Does what was asked.
pub fn run(command: &Command) -> u8 {
    match command {
        Command::Check(options) => check::run(options),
        Command::Explain(options) => explain::run(options),
        _ => 1,
    }
}
