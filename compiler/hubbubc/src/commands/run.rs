//! `hubbubc run FILE.hb -- ARGUMENTS`: builds a program into memory and becomes it.

use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::Command;

use hubbub_driver::{Allocator, Options, Session};

use crate::cli::{Common, Run};
use crate::{memory, report, usage};

/// Builds and runs a program. Comes back only if that fails.
pub fn run(run: &Run) -> u8 {
    if run.eval {
        return interpret(run);
    }
    let mut session = Session::new(super::options(&run.options));
    let result = session.build();
    let status = report::finish(&session, &result, &run.options.common);
    let Ok(program) = result else { return status };
    memory::allow_huge_pages();
    let error = Command::new(program.path()).arg0(name(run)).args(&run.arguments).exec();
    usage::fail(1, &format!("the program cannot be started: {error}"), None)
}

/// What the program is called by others: its file's name without `.hb`.
fn name(run: &Run) -> PathBuf {
    run.options.program.input.with_extension("")
}

fn interpret(run: &Run) -> u8 {
    // The interpreter has memory of its own, and no C library.
    let options = Options { allocator: Allocator::Page, ..super::options(&run.options) };
    let mut session = Session::new(options);
    let lowered = session.program();
    let status = report::finish(&session, &lowered, &run.options.common);
    let Ok(lowered) = lowered else { return status };
    let arguments = std::iter::once(name(run).into_os_string()).chain(run.arguments.iter().cloned());
    session.diagnostics.clear();
    let outcome = session.interpret(lowered, arguments.collect());
    report::finish(&session, &outcome, &Common { timings: false, ..run.options.common.clone() });
    outcome.unwrap_or(1)
}
