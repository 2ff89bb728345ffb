//! `tests/library/NAME/`: a library `NAME.hb` and a C program `main.c` that uses it through the header that is made of it.
//!
//! The program's header says what it prints. Each runs with a static and with a shared library, at two levels, in both flavours; the header
//! must be free of warnings in C, and be C++ as well.

use std::path::Path;
use std::process::Command;

use super::run::judge;
use crate::header::Header;
use crate::{Test, Tools, command};

/// All libraries, each way.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let entries = std::fs::read_dir(tools.root.join("tests/library")).into_iter().flatten().flatten();
    let mut folders: Vec<_> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    let mut tests = Vec::new();
    for folder in folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for kind in ["static", "shared"] {
            for (level, flavour) in [("-O0", "nostd"), ("-O3", "nostd"), ("-O0", "std"), ("-O3", "std")] {
                let (folder, name) = (folder.clone(), name.clone());
                let title = format!("library/{name} {kind} {level} {flavour}");
                tests.push(Test::new(title.clone(), move |tools| {
                    let work = tools.work.join(title.replace(['/', ' '], "_"));
                    std::fs::create_dir_all(&work).map_err(|error| error.to_string())?;
                    build(tools, &folder.join(&name).with_extension("hb"), &[kind, level, flavour], &work)?;
                    use_it(&folder.join("main.c"), &name, &work)
                }));
            }
        }
    }
    tests
}

fn build(tools: &Tools, source: &Path, ways: &[&str; 3], work: &Path) -> Result<(), String> {
    let [kind, level, flavour] = ways;
    let mut build = Command::new(&tools.hubbubc);
    build.arg("build").arg(source).args(["--lib", kind, "--header", level, "--runtime", flavour]).current_dir(work);
    command::succeed(&mut build).map(drop)
}

fn use_it(main: &Path, name: &str, work: &Path) -> Result<(), String> {
    let warnings = ["-Wall", "-Wextra", "-Werror"];
    for compiler in ["cc", "clang-22"] {
        let program = work.join(compiler);
        let mut compile = Command::new(compiler);
        compile.args(warnings).arg("-I").arg(work).arg(main).arg("-o").arg(&program).arg("-L").arg(work);
        command::succeed(compile.arg(format!("-l{name}")).arg("-lm"))?;
        let outcome = command::run(Command::new(&program).env("LD_LIBRARY_PATH", work))?;
        judge(&Header::read(main)?, &outcome)?;
    }
    let mut check = Command::new("clang-22");
    check.args(["-x", "c++", "-fsyntax-only"]).args(warnings).arg("-Wno-pragma-once-outside-header");
    command::succeed(check.arg(work.join(name).with_extension("h"))).map(drop)
}
