//! How the code reads: the measures at the end of `docs/architecture.md`, and the order of the crates.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::{Test, Tools, command};

/// Crates and what they may depend on, besides what those may.
const ORDER: [(&str, &[&str]); 12] = [
    ("hubbub-base", &[]),
    ("hubbub-diagnostics", &["hubbub-base"]),
    ("hubbub-syntax", &["hubbub-diagnostics"]),
    ("hubbub-sema", &["hubbub-syntax"]),
    ("hubbub-mir", &["hubbub-sema"]),
    ("hubbub-eval", &["hubbub-runtime-nostd", "hubbub-mir"]),
    ("hubbub-runtime-nostd", &[]),
    ("hubbub-runtime-std", &["hubbub-runtime-nostd"]),
    ("hubbub-codegen-llvm", &["hubbub-mir", "hubbub-runtime-nostd"]),
    ("hubbub-driver", &["hubbub-eval", "hubbub-codegen-llvm"]),
    ("hubbub-lsp", &["hubbub-driver"]),
    ("hubbubc", &["hubbub-lsp"]),
];

/// Functions with more lines than [`FUNCTION_LINES_MAX`], and why: `execute` is the interpreter's dispatch loop, a line or two
/// for each operation, which the compiler makes one jump table of.
const LONG_FUNCTIONS: [&str; 1] = ["execute"];
const FUNCTION_LINES_MAX: usize = 120;
const FILE_LINES_MAX: usize = 1_200;
const LINT_SECONDS_MAX: u64 = 600;
const HEAD_FROM_LINES: usize = 50;

/// A function in a file.
struct Function {
    name: String,
    file: String,
    lines: usize,
}

/// All measures.
pub fn collect(_: &Tools) -> Vec<Test> {
    vec![
        Test::new("tidy/crates depend in order", dependencies),
        Test::new("tidy/functions are short", functions),
        Test::new("tidy/files are short", files),
        Test::new("tidy/modules begin with their head", heads),
        Test::new("tidy/unsafe code says why it is safe", safety),
        Test::new("tidy/nothing in the compiler may panic", panics),
        Test::new("tidy/formatted", formatted),
        Test::new("tidy/lints", lints),
    ]
}

fn dependencies(tools: &Tools) -> Result<(), String> {
    let mut cargo = Command::new("cargo");
    let output =
        command::succeed(cargo.current_dir(&tools.root).args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&output.stdout).map_err(|error| error.to_string())?;
    let mut wrong = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or("");
        let allowed = allowed(name);
        let dependencies = package["dependencies"].as_array().into_iter().flatten();
        for dependency in dependencies.filter_map(|dependency| dependency["name"].as_str()) {
            let is_ours = dependency.starts_with("hubbub");
            if is_ours && ORDER.iter().any(|(known, _)| *known == name) && !allowed.contains(&dependency) {
                wrong.push(format!("{name} depends on {dependency}"));
            }
        }
    }
    all_well(wrong)
}

fn allowed(name: &str) -> Vec<&'static str> {
    let mut allowed: Vec<&str> = Vec::new();
    let mut open = vec![name];
    while let Some(name) = open.pop() {
        let direct = ORDER.iter().find(|(known, _)| *known == name).map_or(&[][..], |(_, direct)| direct);
        open.extend(direct.iter().filter(|name| !allowed.contains(name)));
        allowed.extend(direct);
    }
    allowed
}

fn functions(tools: &Tools) -> Result<(), String> {
    let mut all: Vec<Function> = Vec::new();
    for path in sources(tools) {
        let text = read(&path)?;
        functions_of(&relative(tools, &path), &text, &mut all);
    }
    let is_excused = |function: &&Function| LONG_FUNCTIONS.contains(&function.name.as_str());
    let long = all.iter().filter(|function| function.lines > FUNCTION_LINES_MAX && !is_excused(function));
    let mut wrong: Vec<String> = long.map(|f| format!("{}: `{}` has {} lines", f.file, f.name, f.lines)).collect();
    all.sort_by_key(|function| function.lines);
    let at = |share: f64| all.get((all.len() as f64 * share) as usize).map_or(0, |function| function.lines);
    for (name, share, most) in [("median", 0.5, 10), ("90th percentile", 0.9, 35), ("98.5th percentile", 0.985, 70)] {
        if at(share) > most {
            wrong.push(format!("the {name} of lines a function is {}, more than {most}", at(share)));
        }
    }
    all_well(wrong)
}

/// In formatted code a function ends at the first `}` with the indentation of its `fn`.
fn functions_of(file: &str, text: &str, all: &mut Vec<Function>) {
    let lines: Vec<&str> = text.lines().take_while(|line| *line != "mod tests {").collect();
    for (start, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let Some(name) = function_name(code) else { continue };
        let indent = line.len() - code.len();
        let end = format!("{}}}", " ".repeat(indent));
        let signature_ends = lines.iter().skip(start).position(|line| line.ends_with(['{', '}', ';'])).unwrap_or(0);
        let first = lines.get(start + signature_ends).unwrap_or(&"");
        let length = match first.ends_with('{') {
            true => lines.iter().skip(start).position(|line| *line == end).unwrap_or(0) + 1,
            false => signature_ends + 1,
        };
        if !first.ends_with(';') {
            all.push(Function { name: name.to_owned(), file: format!("{file}:{}", start + 1), lines: length });
        }
    }
}

fn function_name(code: &str) -> Option<&str> {
    let words = ["pub ", "pub(crate) ", "pub(super) ", "const ", "async ", "unsafe ", "extern \"C\" "];
    let mut rest = code;
    while let Some(word) = words.iter().find(|word| rest.starts_with(**word)) {
        rest = &rest[word.len()..];
    }
    rest.strip_prefix("fn ")?.split(['(', '<']).next()
}

fn files(tools: &Tools) -> Result<(), String> {
    let mut lengths = Vec::new();
    for path in sources(tools) {
        lengths.push((read(&path)?.lines().count(), relative(tools, &path)));
    }
    lengths.sort();
    let long = lengths.iter().filter(|(lines, _)| *lines > FILE_LINES_MAX);
    let mut wrong: Vec<String> = long.map(|(lines, file)| format!("{file} has {lines} lines")).collect();
    for (name, share, most) in [("median", 0.5, 350), ("90th percentile", 0.9, 800)] {
        let found = lengths.get((lengths.len() as f64 * share) as usize).map_or(0, |(lines, _)| *lines);
        if found > most {
            wrong.push(format!("the {name} of lines a file is {found}, more than {most}"));
        }
    }
    all_well(wrong)
}

fn heads(tools: &Tools) -> Result<(), String> {
    let mut wrong = Vec::new();
    for path in sources(tools) {
        let text = read(&path)?;
        if text.lines().count() > HEAD_FROM_LINES && !path.ends_with("tests.rs") && !text.starts_with("//!") {
            wrong.push(format!("{} does not begin with `//!`", relative(tools, &path)));
        }
    }
    all_well(wrong)
}

/// `unsafe` stands in few places; each has `SAFETY:` (or, before a function, `# Safety`) within the lines before.
fn safety(tools: &Tools) -> Result<(), String> {
    let mut wrong = Vec::new();
    for path in sources(tools) {
        let (file, text) = (relative(tools, &path), read(&path)?);
        let lines: Vec<&str> = text.lines().collect();
        for (number, line) in lines.iter().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            let is_block = ["unsafe {", "unsafe impl"].iter().any(|word| code.contains(word)) && !code.contains('"');
            let before = lines.get(number.saturating_sub(8)..=number).unwrap_or(&[]);
            if is_block && !before.iter().any(|line| line.contains("SAFETY:")) {
                wrong.push(format!("{file}:{}: `unsafe` without `SAFETY:`", number + 1));
            }
            let is_allowed = !file.starts_with("compiler/") || file.ends_with("base/src/chunk.rs");
            if is_block && !is_allowed {
                wrong.push(format!("{file}:{}: `unsafe` in the compiler", number + 1));
            }
        }
    }
    all_well(wrong)
}

fn panics(tools: &Tools) -> Result<(), String> {
    let words = [".unwrap()", "panic!(", "todo!(", "unimplemented!("];
    let mut wrong = Vec::new();
    for path in sources(tools) {
        let file = relative(tools, &path);
        if !file.starts_with("compiler/") || file.contains("/tests") || file.ends_with("base/src/table.rs") {
            continue;
        }
        let text = read(&path)?;
        for (number, line) in text.lines().take_while(|line| *line != "#[cfg(test)]").enumerate() {
            let code = line.split("//").next().unwrap_or("");
            // A word in a string (a message, a list) is not code.
            let is_code = |word: &str| code.find(word).is_some_and(|at| code[..at].matches('"').count() % 2 == 0);
            if let Some(word) = words.iter().find(|word| is_code(word)) {
                wrong.push(format!("{file}:{}: `{word}`", number + 1));
            }
        }
    }
    all_well(wrong)
}

fn formatted(tools: &Tools) -> Result<(), String> {
    let mut cargo = Command::new("cargo");
    let outcome = command::run(cargo.current_dir(&tools.root).args(["fmt", "--all", "--check"]))?;
    if outcome.status == 0 { Ok(()) } else { Err(format!("`cargo fmt` would change\n{}", outcome.stdout)) }
}

/// Clippy is silent, and in the compiler stricter than elsewhere.
fn lints(tools: &Tools) -> Result<(), String> {
    let denied = ["warnings", "clippy::unwrap_used", "clippy::expect_used", "clippy::panic"];
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&tools.root).args(["clippy", "--quiet", "--no-deps"]);
    for (name, _) in ORDER.iter().filter(|(name, _)| !name.contains("runtime") && !name.contains("codegen")) {
        cargo.args(["--package", name]);
    }
    cargo.arg("--").args(denied.iter().flat_map(|lint| ["-D", lint]));
    command::succeed_within(&mut cargo, LINT_SECONDS_MAX).map(drop)
}

/// All Rust files of the repository.
fn sources(tools: &Tools) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = ["compiler", "codegen-llvm", "runtime-nostd", "runtime-std", "tests/src"]
        .map(|folder| tools.root.join(folder))
        .into();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn relative(tools: &Tools, path: &Path) -> String {
    path.strip_prefix(&tools.root).unwrap_or(path).display().to_string()
}

/// The text of a file.
pub fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// What a check gives that has found this to be wrong.
pub fn all_well(wrong: Vec<String>) -> Result<(), String> {
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}
