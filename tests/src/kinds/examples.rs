//! The examples in the doc comments of the standard library, a test for each module: `hubbubc test Module.hb --doc`.
//!
//! And the gate that every public procedure has one. Those of `Postgres` run with its server, see the kind `postgres`.

use std::path::PathBuf;
use std::process::Command;

use crate::{Test, Tools, command};

/// All modules of the standard library, and the gate.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let mut tests: Vec<Test> = modules(tools)
        .into_iter()
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            Test::new(format!("examples/{name}"), move |tools| {
                let outcome = command::run(Command::new(&tools.hubbubc).arg("test").arg(&path).arg("--doc"))?;
                let is_done = outcome.status == 0 || outcome.stderr.contains("has no examples");
                if is_done { Ok(()) } else { Err(outcome.stdout + &outcome.stderr) }
            })
        })
        .collect();
    tests.push(Test::new("examples/every procedure has one", everywhere));
    tests
}

/// The files in the sysroot: those that the compiler finds, so that a module is there once.
fn modules(tools: &Tools) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![tools.root.join("build/lib/hubbub/stdlib")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.path() {
                path if path.is_dir() => folders.push(path),
                path => found.push(path),
            }
        }
    }
    found.retain(|path| path.extension().is_some_and(|extension| extension == "hb"));
    found.sort();
    found
}

fn everywhere(tools: &Tools) -> Result<(), String> {
    let stdlib = tools.root.join("build/lib/hubbub/stdlib");
    let outcome = command::run(Command::new(&tools.hubbubc).arg("doc").arg("--missing").arg(stdlib))?;
    if outcome.status == 0 {
        Ok(())
    } else {
        Err(format!("no example in the doc comment:\n{}", outcome.stdout + &outcome.stderr))
    }
}
