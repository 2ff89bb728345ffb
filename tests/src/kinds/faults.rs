//! Generated programs with one planted fault: what they print before it, what the panic says, where, and the status.
//!
//! `HUBBUB_FAULTS` says how many, `HUBBUB_SEED` with which seed to begin. Ways and flavours take turns from seed to seed.

use std::process::Command;

use super::generated::setting;
use crate::command::{self, Outcome};
use crate::generated::make::{self, MARK};
use crate::generated::{c, hubbub};
use crate::{Test, Tools};

const PROGRAMS: u64 = 200;
/// Programs of a test.
const GROUP: u64 = 10;
/// The status of a panic.
const PANIC: i32 = 134;

const WAYS: [Option<(&str, &str)>; 5] =
    [None, Some(("-O0", "nostd")), Some(("-O3", "nostd")), Some(("-O0", "std")), Some(("-O3", "std"))];

/// A test for each group of programs.
pub fn collect(_: &Tools) -> Vec<Test> {
    let (count, first) = (setting("HUBBUB_FAULTS", PROGRAMS), setting("HUBBUB_SEED", 1));
    let groups = (0..count.div_ceil(GROUP)).map(|group| first + group * GROUP);
    groups
        .map(|seed| {
            let seeds = seed..(seed + GROUP).min(first + count);
            Test::new(format!("faults/{}-{}", seeds.start, seeds.end - 1), move |tools| {
                seeds.clone().try_for_each(|seed| check(tools, seed))
            })
        })
        .collect()
}

/// Each program runs in two of the ways.
fn check(tools: &Tools, seed: u64) -> Result<(), String> {
    let (case, fault) = make::with_fault(seed);
    let folder = tools.work.join(format!("fault_{seed}"));
    let io = |error: std::io::Error| error.to_string();
    std::fs::create_dir_all(&folder).map_err(io)?;
    let marked = hubbub::file(std::slice::from_ref(&case));
    let before = marked.split(MARK).next().unwrap_or_default();
    let line = before.split('\n').count();
    let column = before.split('\n').next_back().map_or(0, |line| line.chars().count()) + 1;
    let source = folder.join("program.hb");
    std::fs::write(&source, marked.replace(MARK, "")).map_err(io)?;
    let twin = folder.join("program.c");
    std::fs::write(&twin, c::file(std::slice::from_ref(&case))).map_err(io)?;
    let mut clang = Command::new("clang-22");
    clang.args(["-O0", "-w", "-fwrapv", "-fno-strict-aliasing", "-ffp-contract=off", "-o"]);
    command::succeed(clang.arg(folder.join("twin")).arg(&twin).arg("-lm"))?;
    let printed = command::succeed(&mut Command::new(folder.join("twin")))?.stdout;
    for turn in [0, 2] {
        let way = WAYS[((seed + turn) % 5) as usize];
        let outcome = run(tools, &folder, way)?;
        let place = format!("program.hb:{line}:{column}");
        let is_optimised = way.is_some_and(|(level, _)| level != "-O0");
        let judged = judge(&outcome, &printed, (&fault.message, &place), is_optimised);
        judged.map_err(|error| format!("seed {seed} {way:?} in {}: {error}", folder.display()))?;
    }
    std::fs::remove_dir_all(&folder).map_err(io)
}

fn run(tools: &Tools, folder: &std::path::Path, way: Option<(&str, &str)>) -> Result<Outcome, String> {
    let mut hubbubc = Command::new(&tools.hubbubc);
    hubbubc.current_dir(folder);
    let Some((level, flavour)) = way else {
        return command::run(hubbubc.args(["run", "--eval", "program.hb"]));
    };
    command::succeed(hubbubc.args(["build", "program.hb", level, "--runtime", flavour, "-o", "program"]))?;
    command::run(Command::new(folder.join("program")).current_dir(folder))
}

fn judge(outcome: &Outcome, printed: &str, (message, place): (&str, &str), is_optimised: bool) -> Result<(), String> {
    if outcome.stdout != printed {
        return Err(format!("printed {:?}, C prints {printed:?}\n{}", outcome.stdout, outcome.stderr));
    }
    if outcome.status != PANIC {
        return Err(format!("status {}, expected {PANIC}\n{}", outcome.status, outcome.stderr));
    }
    // Warnings of the compiler stand before it where the interpreter runs.
    let panic = outcome.stderr.lines().skip_while(|line| !line.starts_with("panic: ")).take(2).collect::<Vec<_>>();
    let [said, at] = panic.as_slice() else { return Err(format!("no panic\n{}", outcome.stderr)) };
    let says = said.strip_prefix("panic: ").unwrap_or_default();
    // Where exactly a stack ends is not known, only in which procedure.
    if message.ends_with(' ') && says.starts_with(message) {
        return Ok(());
    }
    if says != message {
        return Err(format!("says {says:?}, expected {message:?}"));
    }
    // What the guard page catches is known as exactly as the lines of the machine code: an optimised instruction that loads and computes has
    // the line of the computation.
    if message == "null pointer" {
        let line = place.rsplit_once(':').map_or(place, |(line, _)| line);
        let expected = if is_optimised { "" } else { line };
        let is_near = at.strip_prefix("  at ").is_some_and(|at| at.starts_with(expected));
        return if is_near { Ok(()) } else { Err(format!("{said}: {at}, expected {place}")) };
    }
    if at.strip_prefix("  at ") != Some(place) {
        return Err(format!("{said}: {at}, expected {place}"));
    }
    Ok(())
}
