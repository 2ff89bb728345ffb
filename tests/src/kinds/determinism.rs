//! Same input, same bytes: with any number of threads, in any folder; messages as well.

use std::path::Path;
use std::process::Command;

use super::cli::copy;
use super::generated::setting;
use crate::{Test, Tools, command, header};

/// Programs that are built again and again: a large one, one of several modules, one with trees of compile time, one in which several names share what is made at compile time.
const PROGRAMS: [&str; 4] = [
    "tests/run/big_tokenizer.hb",
    "tests/run/mod_home_lookup/main.hb",
    "tests/run/ct_config_tree.hb",
    "tests/run/decl_results.hb",
];

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
    tests.push(Test::new("determinism/messages of ten modules", messages_of_modules));
    tests
}

/// Mistakes of all phases in ten modules: each is told in the order of modules and places, whatever the threads did.
fn messages_of_modules(tools: &Tools) -> Result<(), String> {
    const MODULES: usize = 10;
    const MISTAKES: usize = 4;
    let folder = tools.work.join("messages of modules");
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let mut main = String::new();
    for number in 0..MODULES {
        let next = (number + 1) % MODULES;
        let text = format!(
            "M :: #import \"Module_{next}\"\n\nHALF_{number} :: 3 / M.ZERO_{next}\nZERO_{number} :: 0\n\nPair :: struct {{T}}\n    a, b: T\nend\n\n\
             sum :: {{T}}(pair: Pair{{T}}) -> T => pair.a + pair.c\n\nwork :: () -> Int\n    unused := 3\n    n: Int = \"text\"\n    \
             return sum(Pair{{Int}}{{1, 2}}) + nowhere_{number}\nend\n"
        );
        std::fs::write(folder.join(format!("Module_{number}.hb")), text).map_err(|error| error.to_string())?;
        main.push_str(&format!("M{number} :: #import \"Module_{number}\"\n"));
    }
    main.push_str("\nmain :: () -> Int\n    return M0.work() + M9.work()\nend\n");
    std::fs::write(folder.join("main.hb"), main).map_err(|error| error.to_string())?;
    for format in ["human", "json"] {
        let mut first: Option<String> = None;
        for threads in ["1", "2", "4", "16", "16", "3"] {
            let mut build = Command::new(&tools.hubbubc);
            build.current_dir(&folder).args(["build", "main.hb", "--threads", threads, "--message-format", format]);
            let told = command::run(&mut build)?.stderr;
            let errors = if format == "human" { "error[E" } else { r#""level":"error""# };
            if told.matches(errors).count() < MODULES * MISTAKES {
                return Err(format!("too few mistakes are told:\n{told}"));
            }
            match &first {
                Some(first) if *first != told => {
                    return Err(format!("{threads} threads tell otherwise:\n{told}\nthan one:\n{first}"));
                }
                _ => first = Some(told),
            }
        }
    }
    Ok(())
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
