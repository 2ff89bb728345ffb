//! Debug information of all programs of `tests/run/`: LLVM's verifier accepts it at -O0 and at -O3, and at -O0 a debugger sees the variables.
//!
//! A variable is visible when its DWARF entry has a place or a constant value; 99 % of them must be. `HUBBUB_DWARF` says how many programs.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicU64, Ordering};

use super::generated::setting;
use crate::header::{self, Header};
use crate::{Test, Tools, command};

const PROGRAMS: u64 = 12;
/// Of a hundred variables so many are seen.
const VISIBLE_MIN: u64 = 99;

/// Variables, and those that can be seen, of all programs together.
static VARIABLES: AtomicU64 = AtomicU64::new(0);
static VISIBLE: AtomicU64 = AtomicU64::new(0);

/// Each program at both levels, then the share of what is visible.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let count = setting("HUBBUB_DWARF", PROGRAMS) as usize;
    let programs = header::programs(&tools.root.join("tests/run"));
    let step = (programs.len() / count.max(1)).max(1);
    let mut tests = Vec::new();
    for (name, main) in programs.into_iter().step_by(step) {
        for level in ["-O0", "-O3"] {
            let (main, title) = (main.clone(), format!("dwarf/{name} {level}"));
            tests.push(Test::new(title.clone(), move |tools| {
                let program = tools.work.join(title.replace(['/', ' '], "_"));
                let result = verified(tools, &main, level, &program);
                let _ = std::fs::remove_file(&program);
                result
            }));
        }
    }
    // Those that run alone come behind all others.
    tests.push(Test::new("dwarf/variables that are visible", |_| share()).alone());
    tests
}

fn verified(tools: &Tools, main: &Path, level: &str, program: &Path) -> Result<(), String> {
    let header = Header::read(main)?;
    if header.lacks().is_some() {
        return Ok(());
    }
    let mut build = Command::new(&tools.hubbubc);
    build.arg("build").arg(main).args([level, "-g", "-o"]).arg(program).args(header.words("options"));
    command::succeed(&mut build)?;
    verify(program)?;
    if level == "-O0" {
        count(program)?;
    }
    Ok(())
}

/// Procedures that the linker has left out all begin at address 0: there, and only there, some overlap.
fn verify(program: &Path) -> Result<(), String> {
    let outcome = command::run(Command::new("llvm-dwarfdump-22").arg("--verify").arg(program))?;
    let said = format!("{}{}", outcome.stdout, outcome.stderr);
    let errors = said.lines().filter(|line| line.starts_with("error:") && !line.contains(" occurred "));
    let is_of_nothing = |line: &&str| {
        line.contains("[0x0000000000000000, ")
            || line.contains("overlapping address ranges")
            || line.contains("are not contained in")
            || line.contains("Aggregated")
    };
    let real: Vec<&str> = errors.filter(|line| !is_of_nothing(line)).take(10).collect();
    match outcome.status == 0 || (real.is_empty() && said.contains("[0x0000000000000000, ")) {
        true => Ok(()),
        false => Err(format!("llvm-dwarfdump-22 --verify {}\n{}", program.display(), real.join("\n"))),
    }
}

/// Counts the variables and parameters of procedures.
fn count(program: &Path) -> Result<(), String> {
    let dump = command::succeed(Command::new("llvm-dwarfdump-22").arg("--debug-info").arg(program))?.stdout;
    // An entry is a line with its tag and the attributes behind it; what is abstract or foreign is none of a frame.
    for entry in dump.split("\n\n") {
        let is_variable = entry.contains("DW_TAG_variable") || entry.contains("DW_TAG_formal_parameter");
        let is_declared = entry.contains("DW_AT_declaration") || !entry.contains("DW_AT_name");
        if is_variable && !is_declared {
            let is_seen = entry.contains("DW_AT_location") || entry.contains("DW_AT_const_value");
            VARIABLES.fetch_add(1, Ordering::Relaxed);
            VISIBLE.fetch_add(u64::from(is_seen), Ordering::Relaxed);
        }
    }
    Ok(())
}

fn share() -> Result<(), String> {
    let (all, seen) = (VARIABLES.load(Ordering::Relaxed), VISIBLE.load(Ordering::Relaxed));
    eprintln!("dwarf: {seen} of {all} variables are visible at -O0");
    match seen * 100 >= all * VISIBLE_MIN {
        true => Ok(()),
        false => Err(format!("{seen} of {all} variables are visible at -O0, {VISIBLE_MIN} % are asked for")),
    }
}
