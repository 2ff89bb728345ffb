//! `tests/cli/NAME.txt`: whole commands with all that they print.
//!
//! `$ command` lines go to a shell, in a fresh copy of `tests/cli/files/`; the lines behind are what comes out (both streams), where `[..]` stands for
//! anything; `= N` is the status, which is 0 if that line is left out. `scripts/bless` rewrites what does not match.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use crate::header::{self, Header};
use crate::text::{compare, matches};
use crate::{Test, Tools, command};

struct Step<'a> {
    command: &'a str,
    output: Vec<&'a str>,
}

/// All files.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let entries = std::fs::read_dir(tools.root.join("tests/cli")).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let name = |path: &Path| format!("cli/{}", path.file_stem().unwrap_or_default().to_string_lossy());
    files.retain(|path| header::can_run(&name(path), &Header::read(path).unwrap_or_default()));
    files.into_iter().map(|path| Test::new(name(&path), move |tools| check(tools, &path))).collect()
}

fn check(tools: &Tools, path: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let folder = tools.work.join(path.file_stem().unwrap_or_default());
    copy(&tools.root.join("tests/cli/files"), &folder).map_err(|error| error.to_string())?;
    let mut found = String::new();
    let (comment, steps) = parse(&text);
    for line in comment {
        let _ = writeln!(found, "{line}");
    }
    for step in &steps {
        let _ = writeln!(found, "$ {}", step.command);
        let lines = perform(tools, &folder, step.command)?;
        let lines: Vec<&str> = lines.lines().collect();
        let is_expected =
            lines.len() == step.output.len() && lines.iter().zip(&step.output).all(|(a, b)| matches(b, a));
        // What matches is kept as it is written, with its wildcards.
        for line in if is_expected { &step.output } else { &lines } {
            let _ = writeln!(found, "{line}");
        }
    }
    if tools.bless && found != text {
        return std::fs::write(path, found).map_err(|error| error.to_string());
    }
    compare("commands and output", &text, &found)
}

/// Lines before the first command, then the commands.
fn parse(text: &str) -> (Vec<&str>, Vec<Step<'_>>) {
    let (mut comment, mut steps) = (Vec::new(), Vec::<Step<'_>>::new());
    for line in text.lines() {
        match (line.strip_prefix("$ "), steps.last_mut()) {
            (Some(command), _) => steps.push(Step { command, output: Vec::new() }),
            (None, Some(step)) => step.output.push(line),
            (None, None) => comment.push(line),
        }
    }
    (comment, steps)
}

fn perform(tools: &Tools, folder: &Path, line: &str) -> Result<String, String> {
    let path = std::env::var("PATH").unwrap_or_default();
    let bin = tools.hubbubc.parent().unwrap_or(Path::new("."));
    let mut shell = Command::new("sh");
    shell.current_dir(folder).env("PATH", format!("{}:{path}", bin.display())).env_remove("NO_COLOR");
    let outcome = command::run(shell.args(["-c", &format!("{{ {line}\n}} 2>&1")]))?;
    let status = if outcome.status == 0 { String::new() } else { format!("= {}\n", outcome.status) };
    let newline = if outcome.stdout.is_empty() || outcome.stdout.ends_with('\n') { "" } else { "\n" };
    Ok(format!("{}{newline}{status}", outcome.stdout))
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
