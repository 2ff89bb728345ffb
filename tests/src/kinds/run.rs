//! `tests/run/` and `examples/`: programs with what they print. Each runs at -O0 and -O3, in both flavours, and in the interpreter.
//!
//! What an example prints stands beside it, in `NAME.out`, for those who read examples want to see the program first.
//!
//! Header: `// expect:` a line of standard output, `// expect-status:`, `// expect-error:` a part of standard error, `// args:` arguments of
//! the program, `// options:` of the compiler, `// needs:` files or commands without which it is left out, `// eval: no` with the reason why the interpreter cannot run it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::Outcome;
use crate::header::{self, Header};
use crate::text::compare;
use crate::{Test, Tools, command, later};

/// How a program is run.
#[derive(Clone, Copy)]
enum Way {
    Compiled(&'static str, &'static str),
    Interpreted,
}

const WAYS: [Way; 5] = [
    Way::Compiled("-O0", "nostd"),
    Way::Compiled("-O3", "nostd"),
    Way::Compiled("-O0", "std"),
    Way::Compiled("-O3", "std"),
    Way::Interpreted,
];

impl Way {
    fn name(self) -> String {
        match self {
            Way::Compiled(level, flavour) => format!("{level} {flavour}"),
            Way::Interpreted => "eval".to_owned(),
        }
    }
}

/// All programs, each way.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let mut tests = Vec::new();
    let programs = ["tests/run", "examples"].map(|folder| (folder, header::programs(&tools.root.join(folder))));
    let programs =
        programs.into_iter().flat_map(|(folder, found)| found.into_iter().map(move |program| (folder, program)));
    for (folder, (name, main)) in programs {
        let name = format!("{}/{name}", folder.trim_start_matches("tests/"));
        if !header::can_run(&name, &Header::read(&main).unwrap_or_default()) {
            continue;
        }
        if let Some(construct) = later::construct(tools, &name) {
            tests.push(Test::new(format!("{name} later"), move |tools| later::is_refused(tools, &main, &construct)));
            continue;
        }
        for way in WAYS.into_iter().filter(|way| can_run(*way, &main)) {
            let (main, program) = (main.clone(), format!("{name} {}", way.name()));
            tests.push(Test::new(program.clone(), move |tools| run(tools, &main, way, &program)));
        }
    }
    tests
}

/// The interpreter has no foreign code.
fn can_run(way: Way, main: &Path) -> bool {
    if matches!(way, Way::Compiled(..)) {
        return true;
    }
    let is_foreign = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        text.contains("#foreign") || text.contains("#import \"C\"") || text.contains("// eval: no")
    };
    !header::sources(main).iter().any(is_foreign)
}

fn run(tools: &Tools, main: &Path, way: Way, name: &str) -> Result<(), String> {
    let header = Header::read(main)?;
    let arguments = header.words("args");
    let outcome = match way {
        Way::Compiled(level, flavour) => {
            let program = tools.work.join(name.replace(['/', ' '], "_"));
            let mut build = Command::new(&tools.hubbubc);
            build.arg("build").arg(main).args([level, "--runtime", flavour, "-o"]).arg(&program);
            command::succeed(build.args(header.words("options")))?;
            let outcome = command::run(Command::new(&program).args(&arguments));
            let _ = std::fs::remove_file(&program);
            outcome?
        }
        Way::Interpreted => {
            let mut run = Command::new(&tools.hubbubc);
            run.arg("run").arg("--eval").arg(main).args(header.words("options")).arg("--").args(&arguments);
            command::run(&mut run)?
        }
    };
    match std::fs::read_to_string(main.with_extension("out")) {
        Ok(expected) => {
            compare("standard output", &expected, &outcome.stdout).and_then(|()| judge_end(&header, &outcome))
        }
        Err(_) => judge(&header, &outcome),
    }
}

/// Compares what a program did with what its header says.
pub fn judge(header: &Header, outcome: &Outcome) -> Result<(), String> {
    let expected: String = header.all("expect").map(|line| format!("{line}\n")).collect();
    compare("standard output", &expected, &outcome.stdout).map_err(|error| format!("{error}\n{}", outcome.stderr))?;
    judge_end(header, outcome)
}

fn judge_end(header: &Header, outcome: &Outcome) -> Result<(), String> {
    let status: i32 = header.first("expect-status").map_or(Ok(0), |status| status.trim().parse()).unwrap_or(-1);
    if outcome.status != status {
        return Err(format!("expected status {status}, found {}\n{}", outcome.status, outcome.stderr));
    }
    match header.all("expect-error").find(|part| !outcome.stderr.contains(*part)) {
        Some(part) => Err(format!("standard error lacks {part:?}:\n{}", outcome.stderr)),
        None => Ok(()),
    }
}
