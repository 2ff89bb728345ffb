//! Programs of `tests/run/` that watch themselves: under AddressSanitizer, ThreadSanitizer, `--sanitize undefined`, and valgrind.
//!
//! The runtimes are linked into each of them, so what these watch is the runtimes as well. Each program must print what it always prints,
//! and the watcher must have nothing to say. `HUBBUB_SANITIZED` says how many programs; without it there are few, spread over all, and those with
//! threads under ThreadSanitizer.
//! Miri would check the runtime crates by themselves, but it is a part of Rust's nightly toolchain.

use std::path::Path;
use std::process::Command;

use super::generated::setting;
use super::run::judge;
use crate::command;
use crate::header::{self, Header};
use crate::{Test, Tools};

const PROGRAMS: u64 = 6;
/// Slow under some watchers, on a busy machine.
const SECONDS_MAX: u64 = 300;
/// What a watcher ends a program with that it has something to say about.
const NOTICED: i32 = 99;

/// Modules of programs with several threads.
const THREADS: [&str; 8] = ["Task", "Thread", "Atomic", "Mutex", "Channel", "Once", "Condition", "Locked"];

/// A watcher with the options of the build.
type Watcher = (&'static str, &'static [&'static str]);

const WATCHERS: [Watcher; 7] = [
    ("address", &["--sanitize", "address", "-O1", "--allocator", "libc"]),
    ("address std", &["--sanitize", "address", "-O0", "--allocator", "libc", "--runtime", "std"]),
    ("thread", &["--sanitize", "thread", "-O1"]),
    ("thread std", &["--sanitize", "thread", "-O1", "--runtime", "std"]),
    ("undefined", &["--sanitize", "undefined", "-O0"]),
    ("valgrind", &["-O0", "--allocator", "libc"]),
    ("valgrind std", &["-O2", "--allocator", "libc", "--runtime", "std"]),
];

/// Programs, each under each watcher.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let count = setting("HUBBUB_SANITIZED", PROGRAMS) as usize;
    let programs: Vec<_> = header::programs(&tools.root.join("tests/run")).into_iter().filter(is_for_all).collect();
    let step = (programs.len() / count.max(1)).max(1);
    let mut tests = Vec::new();
    for (number, (name, main)) in programs.into_iter().enumerate() {
        let (is_chosen, text) = (number % step == 0, std::fs::read_to_string(&main).unwrap_or_default());
        let has_threads = THREADS.iter().any(|module| text.contains(&format!("#import \"{module}\"")));
        // The machine code of a pattern reads up to 15 bytes behind a text, within its last 16, and forgets them.
        let is_regex = text.contains("Regex");
        for watcher in WATCHERS.iter().filter(|(watcher, _)| is_chosen || has_threads && *watcher == "thread") {
            if is_regex && watcher.0.starts_with("valgrind") {
                continue;
            }
            let (main, title) = (main.clone(), format!("sanitized/{name} {}", watcher.0));
            tests.push(Test::new(title.clone(), move |tools| watched(tools, &main, *watcher, &title)));
        }
    }
    tests
}

/// Programs that choose their allocator, or say what their memory does, have watchers of their own; what runs out of memory or stack does not for these.
fn is_for_all((name, main): &(String, std::path::PathBuf)) -> bool {
    let header = Header::read(main).unwrap_or_default();
    let text = std::fs::read_to_string(main).unwrap_or_default();
    let signs = ["Gc", "Tracking", "out of memory", "deep", "Big\"", "Process", "Thread.create_with"];
    header.words("options").is_empty()
        && header.first("expect-status").is_none()
        && header.first("expect-error").is_none()
        && header.lacks().is_none()
        && !signs.iter().any(|sign| text.contains(sign))
        && !["collector", "no_memory", "out_of"].iter().any(|part| name.contains(part))
}

fn watched(tools: &Tools, main: &Path, (name, options): Watcher, title: &str) -> Result<(), String> {
    let header = Header::read(main)?;
    let program = tools.work.join(title.replace(['/', ' '], "_"));
    let mut build = Command::new(&tools.hubbubc);
    command::succeed(build.arg("build").arg(main).args(options).arg("-o").arg(&program))?;
    let mut run = match name.starts_with("valgrind") {
        true => {
            let mut valgrind = Command::new("valgrind");
            valgrind.args(["-q", "--main-stacksize=8388608", &format!("--error-exitcode={NOTICED}")]).arg(&program);
            valgrind
        }
        false => Command::new(&program),
    };
    // What a program leaves to its end is no mistake here: `hubbubc test` and `--track` look for that.
    // Memory that nobody has is refused, as without a watcher.
    run.env("ASAN_OPTIONS", "detect_leaks=0:allocator_may_return_null=1");
    run.env("TSAN_OPTIONS", format!("exitcode={NOTICED}:allocator_may_return_null=1"));
    let outcome = command::run_for(run.args(header.words("args")), SECONDS_MAX);
    let _ = std::fs::remove_file(&program);
    let outcome = outcome?;
    if outcome.status == NOTICED {
        return Err(outcome.stderr.lines().take(40).collect::<Vec<_>>().join("\n"));
    }
    judge(&header, &outcome)
}
