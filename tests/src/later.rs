//! Programs that need a construct which the compiler does not have yet: `tests/later.txt`.
//!
//! A line is `kind/name: construct`. Such a program must be refused cleanly, with one error (E0905) that names the construct; once it is
//! accepted, the line has to go.

use std::path::Path;

use crate::{Tools, messages};

/// The construct that a program waits for, if it is in the list.
pub fn construct(tools: &Tools, name: &str) -> Option<String> {
    let list = std::fs::read_to_string(tools.root.join("tests/later.txt")).unwrap_or_default();
    let entry = list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
    entry.into_iter().find(|(program, _)| *program == name).map(|(_, construct)| construct.to_owned())
}

/// Asserts that a program is refused as it should be.
pub fn is_refused(tools: &Tools, main: &Path, construct: &str) -> Result<(), String> {
    let (status, messages) = messages::check(tools, main, &[])?;
    let errors: Vec<_> = messages.iter().filter(|message| message.level == "error").collect();
    match errors.as_slice() {
        [] if status == 0 => Err("is accepted by now: take it from tests/later.txt".to_owned()),
        [error] if status == 1 && error.code == "E0905" && error.text.contains(construct) => Ok(()),
        errors => {
            let shown: Vec<String> =
                errors.iter().map(|error| format!("{} line {}: {}", error.code, error.lines.0, error.text)).collect();
            Err(format!("status {status}; expected one E0905 that names `{construct}`, found\n{}", shown.join("\n")))
        }
    }
}
