//! The runner of everything in `tests/`, and of the checks that are no programs.
//!
//! `hubbub-tests [KIND…] [--filter TEXT] [--bless] [--jobs N] [--hubbubc PATH] [--resume FILE]`. Each kind is a file in `kinds/`: it collects tests, a
//! test is a name and something to do. Tests run on all cores; failures are shown in the order of the tests, then one line
//! `N passed, N failed`. Knows the command `hubbubc`, none of its crates.

#![allow(clippy::disallowed_types, clippy::disallowed_methods, reason = "the runner reads files and measures time")]

mod command;
mod containers;
mod formats;
mod generated;
mod header;
mod kinds;
mod later;
mod lsp;
mod messages;
mod resume;
mod text;
mod wording;

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use resume::Passed;

/// What every test may use.
pub struct Tools {
    /// The repository.
    pub root: PathBuf,
    /// The compiler under test.
    pub hubbubc: PathBuf,
    /// A folder for files of the tests, empty at the start.
    pub work: PathBuf,
    /// Whether expectations are rewritten to what came out.
    pub bless: bool,
}

/// Does a test; the error says what went wrong.
pub type Action = Box<dyn Fn(&Tools) -> Result<(), String> + Send + Sync>;

/// One test.
pub struct Test {
    /// `run/trees -O3 nostd`.
    pub name: String,
    /// Whether it measures time or memory, and therefore runs after the others, alone.
    pub is_alone: bool,
    /// What it does.
    pub action: Action,
}

impl Test {
    /// A test that runs at the same time as others.
    pub fn new(name: impl Into<String>, action: impl Fn(&Tools) -> Result<(), String> + Send + Sync + 'static) -> Self {
        Self { name: name.into(), is_alone: false, action: Box::new(action) }
    }

    /// The same test, run alone.
    pub fn alone(mut self) -> Self {
        self.is_alone = true;
        self
    }
}

struct Options {
    kinds: Vec<String>,
    filters: Vec<String>,
    jobs: usize,
    /// The list of what has passed, for runs that may be stopped and go on later.
    resume: Option<PathBuf>,
    tools: Tools,
}

fn main() -> ExitCode {
    let options = match options() {
        Ok(options) => options,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(2);
        }
    };
    let mut tests = Vec::new();
    for (name, collect) in kinds::ALL {
        if options.kinds.is_empty() || options.kinds.iter().any(|kind| kind == name) {
            tests.extend(collect(&options.tools));
        }
    }
    tests.retain(|test| options.filters.iter().all(|filter| test.name.contains(filter.as_str())));
    let count = tests.len();
    let passed = match Passed::open(options.resume.as_deref(), &options.tools.hubbubc) {
        Ok(passed) => passed,
        Err(message) => {
            eprintln!("error: {message}");
            return ExitCode::from(2);
        }
    };
    tests.retain(|test| !passed.holds(&test.name));
    let (alone, together): (Vec<Test>, Vec<Test>) = tests.into_iter().partition(|test| test.is_alone);
    let mut failures = run(&together, options.jobs, &options.tools, &passed);
    failures.extend(run(&alone, 1, &options.tools, &passed));
    report(count, &failures)
}

fn options() -> Result<Options, String> {
    let root =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().map_err(|error| error.to_string())?;
    let tools = Tools { hubbubc: root.join("build/bin/hubbubc"), work: root.join("target/tests"), root, bless: false };
    let jobs = std::thread::available_parallelism().map_or(1, usize::from);
    let mut options = Options { kinds: Vec::new(), filters: Vec::new(), jobs, resume: None, tools };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("`{argument}` needs a value"));
        match argument.as_str() {
            "--bless" => options.tools.bless = true,
            "--filter" => options.filters.push(value()?),
            "--resume" => options.resume = Some(PathBuf::from(value()?)),
            "--jobs" => options.jobs = value()?.parse().map_err(|_| "`--jobs` needs a number")?,
            "--hubbubc" => options.tools.hubbubc = PathBuf::from(value()?).canonicalize().map_err(|e| e.to_string())?,
            kind if kinds::ALL.iter().any(|(name, _)| *name == kind) => options.kinds.push(argument),
            _ => return Err(format!("unknown argument `{argument}`; kinds are {}", kinds::names().join(", "))),
        }
    }
    let work = options.tools.work.join(std::process::id().to_string());
    std::fs::create_dir_all(&work).map_err(|error| format!("{}: {error}", work.display()))?;
    options.tools.work = work;
    Ok(options)
}

/// Runs tests on several threads; gives the failures, in the order of the tests.
fn run(tests: &[Test], jobs: usize, tools: &Tools, passed: &Passed) -> Vec<(String, String)> {
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..jobs.clamp(1, tests.len().max(1)) {
            scope.spawn(|| {
                while let Some((number, test)) = {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    tests.get(n).map(|t| (n, t))
                } {
                    let result = catch_unwind(AssertUnwindSafe(|| (test.action)(tools)));
                    let result = result.unwrap_or_else(|_| Err("the test itself panicked".to_owned()));
                    match result {
                        Ok(()) => passed.add(&test.name),
                        Err(message) => failures.lock().unwrap().push((number, test.name.clone(), message)),
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().unwrap();
    failures.sort();
    failures.into_iter().map(|(_, name, message)| (name, message)).collect()
}

fn report(count: usize, failures: &[(String, String)]) -> ExitCode {
    let mut out = std::io::stdout().lock();
    for (name, message) in failures {
        let _ = writeln!(out, "FAILED {name}\n{}", text::indent(message));
    }
    let _ = writeln!(out, "{} passed, {} failed", count - failures.len(), failures.len());
    if failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
