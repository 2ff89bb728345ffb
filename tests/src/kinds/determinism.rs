//! Same input, same bytes: with any number of threads, in any folder.

use std::path::Path;
use std::process::Command;

use super::cli::copy;
use super::generated::setting;
use crate::{Test, Tools, command, header};

/// Programs that are built again and again: a large one, one of several modules, and one with trees of compile time.
const PROGRAMS: [&str; 3] =
    ["tests/run/big_tokenizer.hb", "tests/run/mod_home_lookup/main.hb", "tests/run/ct_config_tree.hb"];

/// Each program at two levels, and its intermediate forms.
pub fn collect(tools: &Tools) -> Vec<Test> {
    let mut tests = Vec::new();
    for program in PROGRAMS {
        for options in [&["-O0"][..], &["-O3"], &["-O3", "--emit", "mir"], &["-O0", "--runtime", "std"]] {
            let name = format!("determinism/{program} {}", options.join(" "));
            tests.push(Test::new(name.clone(), move |tools| check(tools, &name, program, options)));
        }
    }
    tests.extend(more(tools));
    tests
}

/// Further programs, as many as `HUBBUB_SAME` asks for, spread over all of them.
fn more(tools: &Tools) -> Vec<Test> {
    let count = setting("HUBBUB_SAME", 0) as usize;
    let programs = header::programs(&tools.root.join("tests/run"));
    let step = programs.len() / count.max(1);
    let mut tests = Vec::new();
    for (name, main) in programs.into_iter().step_by(step.max(1)).take(count) {
        let program = main.strip_prefix(&tools.root).unwrap_or(&main).to_string_lossy().into_owned();
        for options in [&["-O0"][..], &["-O3"]] {
            let (name, program) = (format!("determinism/{name} {}", options.join(" ")), program.clone());
            tests.push(Test::new(name.clone(), move |tools| check(tools, &name, &program, options)));
        }
    }
    tests
}

fn check(tools: &Tools, name: &str, program: &str, options: &[&str]) -> Result<(), String> {
    let here = tools.work.join(name.replace(['/', ' '], "_"));
    let elsewhere = here.join("another/folder/with a longer name");
    let program = tools.root.join(program);
    let source = program.parent().unwrap_or(Path::new("."));
    let file = program.file_name().unwrap_or_default();
    let mut first: Option<Vec<u8>> = None;
    for (folder, threads) in [(&here, "1"), (&here, "2"), (&here, "4"), (&here, "16"), (&elsewhere, "4"), (&here, "4")]
    {
        std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        match file == "main.hb" {
            true => copy(source, folder).map_err(|error| error.to_string())?,
            false => drop(std::fs::copy(&program, folder.join(file)).map_err(|error| error.to_string())?),
        }
        let mut build = Command::new(&tools.hubbubc);
        build.current_dir(folder).arg("build").arg(file).args(options).args(["--threads", threads, "-o", "result"]);
        command::succeed(&mut build)?;
        let bytes = std::fs::read(folder.join("result")).map_err(|error| error.to_string())?;
        match &first {
            Some(first) if *first != bytes => {
                let at = first.iter().zip(&bytes).take_while(|(a, b)| a == b).count();
                return Err(format!("{} with {threads} threads differs at byte {at}", folder.display()));
            }
            _ => first = Some(bytes),
        }
    }
    Ok(())
}
