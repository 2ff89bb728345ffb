//! Welcome to `hubbubc`, the Hubbub compiler.
//!
//! This crate is the command line: it reads options ([`cli`]), starts threads, and hands over to one file a subcommand in
//! `commands/`. What a build does, phase by phase, is `hubbub_driver::session`; a tour of all crates is `docs/architecture.md`.

#![allow(clippy::disallowed_methods, reason = "the command line reads the environment")]

mod cli;
mod commands;
mod memory;
mod progress;
mod report;
mod usage;

use std::process::ExitCode;

/// Bytes of stack of the threads that compile: enough for the nesting that `hubbub_base::limits` allows.
const STACK_BYTES: usize = 64 << 20;

fn main() -> ExitCode {
    memory::set_up();
    ExitCode::from(hubbub_driver::internal_error::guard(|| match cli::parse(std::env::args_os()) {
        Ok(cli::Command::Lsp(lsp)) => commands::serve(&lsp, STACK_BYTES),
        Ok(command) => in_pool(&command),
        Err(status) => status,
    }))
}

/// Runs a command on the one pool of threads, so that all of its work happens on stacks of [`STACK_BYTES`].
fn in_pool(command: &cli::Command) -> u8 {
    let threads = command.common().threads;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK_BYTES).build();
    match pool {
        Ok(pool) => pool.install(|| commands::run(command)),
        Err(error) => usage::fail(1, &format!("threads cannot be started: {error}"), None),
    }
}
