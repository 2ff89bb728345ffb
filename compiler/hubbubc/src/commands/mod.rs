//! The subcommands, one file each. Each takes its options and gives the status that the process ends with.

mod build;
mod check;
mod doc;
mod examples;
mod explain;
mod explore;
mod fmt;
mod lsp;
mod run;
mod size;
mod test;

use hubbub_driver::{Level, Options};

use crate::cli::{Command, Generate};

pub use lsp::serve;

/// Does what was asked.
pub fn run(command: &Command) -> u8 {
    match command {
        Command::Build(options) => build::run(options),
        Command::Run(options) => run::run(options),
        Command::Check(options) => check::run(options),
        Command::Test(options) if options.doc => examples::run(options),
        Command::Test(options) => test::run(options),
        Command::Size(options) => size::run(options),
        Command::Explore(options) => explore::run(options),
        Command::Fmt(options) => fmt::run(options),
        Command::Doc(options) => doc::run(options),
        Command::Explain(options) => explain::run(options),
        Command::Lsp(options) => lsp::serve(options, crate::STACK_BYTES),
    }
}

/// The driver's options from those of the command line.
fn options(given: &Generate) -> Options {
    let target = &given.target;
    let level = target.level.unwrap_or(Level::O0);
    Options {
        module_folders: given.program.module_folders.clone(),
        library_folders: target.library_folders.clone(),
        defines: given.program.defines.clone(),
        flavour: target.runtime,
        allocator: target.allocator,
        track: target.track,
        level,
        debug_info: target.debug || level == Level::O0,
        strip: target.strip,
        target: target.target.clone(),
        cpu: target.cpu.clone(),
        bounds_checks: !target.no_bounds_checks,
        overflow: target.overflow,
        sanitizer: target.sanitize,
        linker: target.linker.clone(),
        compile_time: given.program.compile_time.limits(),
        ..Options::new(given.program.input.clone())
    }
}
