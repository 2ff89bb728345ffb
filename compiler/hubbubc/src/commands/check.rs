//! `hubbubc check FILE.hb`: diagnostics only.

use hubbub_driver::{Options, Session};

use crate::cli::Check;
use crate::progress::Progress;
use crate::report;

/// Checks a program.
pub fn run(check: &Check) -> u8 {
    let mut options = Options::new(check.program.input.clone());
    options.module_folders.clone_from(&check.program.module_folders);
    options.defines.clone_from(&check.program.defines);
    options.compile_time = check.program.compile_time.limits();
    let mut session = Session::new(options);
    let progress = Progress::start(&check.common, &check.program.input);
    let result = session.check();
    drop(progress);
    report::finish(&session, &result, &check.common)
}
