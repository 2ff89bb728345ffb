//! `hubbubc test FILE.hb`: runs the procedures of a module that have `#test`, each in a process of its own, under the
//! allocator that watches for leaks and misuse.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use hubbub_driver::testing::{Test as Case, Tests};
use hubbub_driver::{Options, Session};

use crate::cli::Test;
use crate::progress::Progress;
use crate::{memory, report, usage};

/// Builds the tests and runs them; status 1 if one fails.
pub fn run(test: &Test) -> u8 {
    let input = &test.options.program.input;
    let found = Tests::find(input);
    let status = report::messages(&found.diagnostics, &found.sources, &test.options.common);
    if status != 0 {
        return status;
    }
    if found.tests.is_empty() {
        let hint = "a test is a procedure with the attribute `#test \"name\"`";
        return usage::fail(1, &format!("`{}` has no tests", input.display()), Some(hint));
    }
    let folder = std::env::temp_dir().join(format!("hubbub-test-{}", std::process::id()));
    let status = match write_program(&folder, input, &found) {
        Ok(program) => build_and_run(test, program, &found.tests),
        Err(error) => usage::fail(1, &format!("`{}` cannot be written: {error}", folder.display()), None),
    };
    // A folder of the system's for what is temporary: if it stays, somebody else removes it.
    let _ = std::fs::remove_dir_all(&folder);
    status
}

/// Writes the program that runs the tests; gives its path.
fn write_program(folder: &Path, input: &Path, found: &Tests) -> std::io::Result<PathBuf> {
    let module = input.file_stem().unwrap_or_default().to_string_lossy();
    let path = folder.join("main of tests.hb");
    std::fs::create_dir_all(folder)?;
    std::fs::write(&path, found.program(&module))?;
    Ok(path)
}

fn build_and_run(test: &Test, program: PathBuf, cases: &[Case]) -> u8 {
    let given = super::options(&test.options);
    let beside = given.input.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut module_folders = vec![beside.unwrap_or(Path::new(".")).to_owned()];
    module_folders.extend(given.module_folders.iter().cloned());
    let mut session = Session::new(Options { input: program, module_folders, track: !test.no_track, ..given });
    let progress = Progress::start(&test.options.common, &test.options.program.input);
    let result = session.build();
    drop(progress);
    let status = report::finish(&session, &result, &test.options.common);
    let Ok(program) = result else { return status };
    let is_wanted = |case: &&Case| test.filter.as_ref().is_none_or(|part| case.title.contains(part.as_str()));
    memory::allow_huge_pages();
    let (mut passed, mut failed) = (0, 0);
    let numbered = cases.iter().enumerate().filter(|(_, case)| is_wanted(case));
    for (number, case) in numbered {
        let outcome = start(Path::new(&program.path()), number);
        report::print(format!("test {} … {}\n", case.title, if outcome.is_ok() { "ok" } else { "FAILED" }));
        match outcome {
            Ok(()) => passed += 1,
            Err(text) => {
                failed += 1;
                let lines: Vec<String> = text.lines().map(|line| format!("    {line}\n")).collect();
                report::print(lines.concat());
            }
        }
    }
    let printed = report::print(format!("{passed} passed, {failed} failed\n"));
    printed.max(u8::from(failed > 0))
}

/// Runs one test; what it wrote, if it fails.
fn start(program: &Path, number: usize) -> Result<(), String> {
    let mut command = Command::new(program);
    command.arg(number.to_string()).stdin(Stdio::null());
    let output = command.output().map_err(|error| format!("the test cannot be started: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    if output.status.code() != Some(134) {
        text.push_str(&format!("ended with {}\n", output.status));
    }
    Err(text)
}
