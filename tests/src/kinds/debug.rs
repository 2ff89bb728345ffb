//! `tests/debug/`: programs under gdb, and their debug information under LLVM's verifier.
//!
//! Header: `// gdb:` a command, in order; `// shows:` a part of what comes out, in order; `// options:` of the compiler. Each is built at
//! -O0 in both flavours, unless the options say otherwise.

use std::path::Path;
use std::process::Command;

use crate::header::{self, Header};
use crate::{Test, Tools, command};

/// All programs, in both flavours.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let mut tests = Vec::new();
    for (name, main) in header::programs(&tools.root.join("tests/debug")) {
        for flavour in ["nostd", "std"] {
            let (main, title) = (main.clone(), format!("debug/{name} {flavour}"));
            tests.push(Test::new(title.clone(), move |tools| {
                let program = tools.work.join(title.replace(['/', ' '], "_"));
                session(tools, &main, flavour, &program)
            }));
        }
    }
    tests
}

fn session(tools: &Tools, main: &Path, flavour: &str, program: &Path) -> Result<(), String> {
    let header = Header::read(main)?;
    let mut build = Command::new(&tools.hubbubc);
    build.arg("build").arg(main).args(["--runtime", flavour, "-o"]).arg(program).args(header.words("options"));
    command::succeed(&mut build)?;
    command::succeed(Command::new("llvm-dwarfdump-22").arg("--verify").arg("--quiet").arg(program))?;
    let mut gdb = Command::new("gdb");
    // What is no letter of the user's language is shown by its number.
    gdb.env("LC_ALL", "C.UTF-8");
    // Its own settings only, whatever this user has; and no questions.
    gdb.args(["-nx", "-batch", "-x"]).arg(tools.root.join("build/lib/hubbub/gdb/hubbub.py"));
    gdb.args(["-ex", "set style enabled off", "-ex", "set debuginfod enabled off", "-ex", "set width 0"]);
    for line in header.all("gdb") {
        gdb.args(["-ex", line]);
    }
    let outcome = command::run(gdb.arg(program))?;
    let mut rest = outcome.stdout.as_str();
    for part in header.all("shows") {
        match rest.split_once(part) {
            Some((_, behind)) => rest = behind,
            None => {
                return Err(format!(
                    "{part:?} is missing in what follows:\n{rest}\nof\n{}{}",
                    outcome.stdout, outcome.stderr
                ));
            }
        }
    }
    Ok(())
}
