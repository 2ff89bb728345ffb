//! `tests/ir/`: what the compiler generates, read by FileCheck.
//!
//! Each `// run: OPTIONS` of the header builds the program with these options to standard output and compares it with the `CHECK` lines of
//! the file; `// run(PREFIX): OPTIONS` with those of that prefix. The C twin of a procedure, where a test has one, is `NAME.c`:
//! its assembly comes behind the program's when the options name asm, as made by clang at the same level.

use std::path::Path;
use std::process::Command;

use crate::header::{self, Header};
use crate::{Test, Tools, command};

/// All runs of all programs.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let mut tests = Vec::new();
    for (name, main) in header::programs(&tools.root.join("tests/ir")) {
        let header = Header::read(&main).unwrap_or_default();
        for (key, value) in header.entries() {
            let Some(prefix) = key.strip_prefix("run") else { continue };
            let prefix = prefix.trim_matches(['(', ')']).to_owned();
            let (main, options) = (main.clone(), value.to_owned());
            tests.push(Test::new(format!("ir/{name} {options}"), move |tools| check(tools, &main, &options, &prefix)));
        }
    }
    tests
}

fn check(tools: &Tools, main: &Path, options: &str, prefix: &str) -> Result<(), String> {
    let words: Vec<&str> = options.split_whitespace().collect();
    let mut build = Command::new(&tools.hubbubc);
    let mut text = command::succeed(build.arg("build").arg(main).args(&words).args(["-o", "-"]))?.stdout;
    let twin = main.with_extension("c");
    if twin.is_file() && words.contains(&"asm") {
        let level = words.iter().find(|word| word.starts_with("-O")).unwrap_or(&"-O3");
        let mut clang = Command::new("clang-22");
        clang.args([level, "-S", "-fno-asynchronous-unwind-tables", "-o", "-"]).arg(&twin);
        text.push_str(&command::succeed(&mut clang)?.stdout);
    }
    let name = format!("{}-{}", main.file_stem().unwrap_or_default().to_string_lossy(), options);
    let output = tools.work.join(name.replace([' ', '/'], "_"));
    std::fs::write(&output, text).map_err(|error| error.to_string())?;
    let mut file_check = Command::new("FileCheck-22");
    file_check.arg(main).arg("--input-file").arg(&output).arg("--dump-input=fail");
    if !prefix.is_empty() {
        file_check.arg(format!("--check-prefix={prefix}"));
    }
    command::succeed(&mut file_check).map(drop)
}
