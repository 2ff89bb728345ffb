//! `hubbubc run FILE.hb -- ARGUMENTS`: builds a program into memory and becomes it.

use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use hubbub_driver::{Allocator, Options, Session};

use crate::cli::{Common, Run};
use crate::progress::Progress;
use crate::{memory, report, usage};

/// Builds and runs a program. Comes back only if that fails.
pub fn run(run: &Run) -> u8 {
    if run.eval {
        return interpret(run);
    }
    let mut session = Session::new(super::options(&run.options));
    let progress = Progress::start(&run.options.common, &run.options.program.input);
    let result = session.build();
    drop(progress);
    let status = report::finish(&session, &result, &run.options.common);
    let Ok(program) = result else { return status };
    memory::allow_huge_pages();
    let mut command = Command::new(program.path());
    if let Some(folders) = library_folders(run) {
        command.env("LD_LIBRARY_PATH", folders);
    }
    let error = command.arg0(name(run)).args(&run.arguments).exec();
    usage::fail(1, &format!("the program cannot be started: {error}"), None)
}

/// Where shared libraries are looked for besides: those of the folders searched when it was linked that have any.
fn library_folders(run: &Run) -> Option<OsString> {
    let beside = run.options.program.input.parent().map(PathBuf::from);
    let searched = run.options.target.library_folders.iter().cloned().chain(beside);
    let searched = searched.map(|folder| if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder });
    let folders: Vec<PathBuf> = searched.filter(|folder| has_shared_library(folder)).collect();
    if folders.is_empty() {
        return None;
    }
    let known = std::env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
    let known = std::env::split_paths(&known).filter(|folder| !folder.as_os_str().is_empty());
    std::env::join_paths(folders.into_iter().chain(known)).ok()
}

fn has_shared_library(folder: &Path) -> bool {
    let mut entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.any(|entry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with("lib") && name.contains(".so")
    })
}

/// What the program is called by others: its file's name without `.hb`.
fn name(run: &Run) -> PathBuf {
    run.options.program.input.with_extension("")
}

fn interpret(run: &Run) -> u8 {
    // The interpreter has memory of its own, and no C library.
    let options = Options { allocator: Allocator::Page, ..super::options(&run.options) };
    let mut session = Session::new(options);
    let progress = Progress::start(&run.options.common, &run.options.program.input);
    let lowered = session.program();
    drop(progress);
    let status = report::finish(&session, &lowered, &run.options.common);
    let Ok(lowered) = lowered else { return status };
    let arguments = std::iter::once(name(run).into_os_string()).chain(run.arguments.iter().cloned());
    session.diagnostics.clear();
    let outcome = session.interpret(lowered, arguments.collect());
    report::finish(&session, &outcome, &Common { timings: false, ..run.options.common.clone() });
    outcome.unwrap_or(1)
}
