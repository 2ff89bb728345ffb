//! `tests/abi/`: folders with a `main.hb` and C files that call each other. The C files become the static library `abi`.

use std::path::Path;
use std::process::Command;

use super::run::judge;
use crate::header::{self, Header};
use crate::{Test, Tools, command};

/// All folders, at two levels.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let mut tests = Vec::new();
    for (name, main) in header::programs(&tools.root.join("tests/abi")) {
        for (level, flavour) in [("-O0", "nostd"), ("-O3", "nostd"), ("-O3", "std")] {
            let (main, name) = (main.clone(), format!("abi/{name} {level} {flavour}"));
            tests.push(Test::new(name.clone(), move |tools| {
                let folder = tools.work.join(name.replace(['/', ' '], "_"));
                check(tools, &main, level, flavour, &folder)
            }));
        }
    }
    tests
}

fn check(tools: &Tools, main: &Path, level: &str, flavour: &str, folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let sources = header::sources(main);
    let c_files = sources.iter().filter(|path| path.extension().is_some_and(|extension| extension == "c"));
    let mut archive = Command::new("llvm-ar-22");
    archive.arg("rcs").arg(folder.join("libabi.a"));
    for file in c_files {
        let object = folder.join(file.file_name().unwrap_or_default()).with_extension("o");
        command::succeed(Command::new("clang-22").args(["-c", "-O1", "-o"]).arg(&object).arg(file))?;
        archive.arg(object);
    }
    command::succeed(&mut archive)?;
    let program = folder.join("program");
    let mut build = Command::new(&tools.hubbubc);
    build.arg("build").arg(main).args([level, "--runtime", flavour, "-L"]).arg(folder).arg("-o").arg(&program);
    command::succeed(&mut build)?;
    judge(&Header::read(main)?, &command::run(&mut Command::new(&program))?)
}
