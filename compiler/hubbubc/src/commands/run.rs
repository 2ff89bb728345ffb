//! `hubbubc run FILE.hb -- ARGUMENTS`: builds a program into memory and becomes it.

use std::os::unix::process::CommandExt;
use std::process::Command;

use hubbub_driver::Session;

use crate::cli::Run;
use crate::{report, usage};

/// Builds and runs a program. Comes back only if that fails.
pub fn run(run: &Run) -> u8 {
    let mut session = Session::new(super::options(&run.options));
    let result = session.build();
    let status = report::finish(&session, &result, &run.options.common);
    let Ok(program) = result else { return status };
    // What the program is called by others: its file's name without `.hb`.
    let name = run.options.program.input.with_extension("");
    let error = Command::new(program.path()).arg0(&name).args(&run.arguments).exec();
    usage::fail(1, &format!("the program cannot be started: {error}"), None)
}
