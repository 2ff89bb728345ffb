//! Generated programs compute the same in every way that they can run, and the same as in C.
//!
//! Several programs share a file, so that there are few processes. `HUBBUB_GENERATED` says how many programs, `HUBBUB_SEED` with which
//! one to begin. A program that fails is made smaller before it is shown, and stays in the folder of the tests; `HUBBUB_SHRINKS` says how many
//! attempts that may take. `HUBBUB_FEATURES=1` prints how many of the programs have which part of the language.

use std::path::Path;
use std::process::Command;

use crate::generated::tree::Case;
use crate::generated::{self, c, features, hubbub, make};
use crate::{Test, Tools, command};

const PROGRAMS: u64 = 200;
/// Programs in a file.
const GROUP: u64 = 20;
/// Attempts at making a program smaller.
const SHRINKS: u64 = 400;

/// How a program runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    Eval,
    Compiled(&'static str, &'static str),
}

const WAYS: [Way; 5] = [
    Way::Eval,
    Way::Compiled("-O0", "nostd"),
    Way::Compiled("-O3", "nostd"),
    Way::Compiled("-O0", "std"),
    Way::Compiled("-O3", "std"),
];

/// A test for each group of programs.
pub fn collect(_: &Tools) -> Vec<Test> {
    let (count, first) = (setting("HUBBUB_GENERATED", PROGRAMS), setting("HUBBUB_SEED", 1));
    if setting("HUBBUB_FEATURES", 0) > 0 {
        print!("{}", features::table(first..first + count));
    }
    let groups = (0..count.div_ceil(GROUP)).map(|group| first + group * GROUP);
    groups
        .map(|seed| {
            let seeds = seed..(seed + GROUP).min(first + count);
            Test::new(format!("generated/{}-{}", seeds.start, seeds.end - 1), move |tools| group(tools, seeds.clone()))
        })
        .collect()
}

/// All ways. With `HUBBUB_TURNS=1` only every eighth group: the others run in the interpreter, at -O0 in one flavour and at -O3 in the
/// other, which still is each level and each flavour, at a bit more than half of the time.
fn ways(first: u64) -> Vec<Way> {
    let number = first / GROUP;
    if setting("HUBBUB_TURNS", 0) == 0 || number.is_multiple_of(8) {
        return WAYS.to_vec();
    }
    let (plain, optimised) = if number.is_multiple_of(2) { ("nostd", "std") } else { ("std", "nostd") };
    vec![Way::Eval, Way::Compiled("-O0", plain), Way::Compiled("-O3", optimised)]
}

/// A number from the environment.
pub fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

fn group(tools: &Tools, seeds: std::ops::Range<u64>) -> Result<(), String> {
    let cases: Vec<Case> = seeds.clone().map(make::case).collect();
    let folder = tools.work.join(format!("generated_{}", seeds.start));
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let Some(failure) = check(tools, &folder, &cases, &ways(seeds.start)) else {
        let _ = std::fs::remove_dir_all(&folder);
        return Ok(());
    };
    // Which of the programs is it?
    for case in &cases {
        if let Some(failure) = check(tools, &folder, std::slice::from_ref(case), &WAYS) {
            return Err(smaller(tools, &folder, case, &failure));
        }
    }
    Err(failure.text)
}

/// What the compiler says, without its warnings.
fn errors_only(text: &str) -> String {
    let blocks: Vec<&str> = text.split("\n\n").filter(|block| !block.starts_with("warning")).collect();
    blocks.join("\n\n").lines().take(30).collect::<Vec<_>>().join("\n")
}

/// What went wrong, and where.
pub struct Failure {
    way: Way,
    /// Whether it did not even become a program that runs to its end.
    is_refused: bool,
    text: String,
}

fn smaller(tools: &Tools, folder: &Path, case: &Case, failure: &Failure) -> String {
    let ways = [failure.way];
    let (is_refused, mut text) = (failure.is_refused, failure.text.clone());
    let first_line = |text: &str| text.lines().find(|line| line.contains("rror")).unwrap_or_default().to_owned();
    let kind = first_line(&text);
    let small = generated::shrink(case, setting("HUBBUB_SHRINKS", SHRINKS) as usize, &mut |candidate| {
        let failed = check(tools, folder, std::slice::from_ref(candidate), &ways);
        let failed = failed.filter(|it| it.is_refused == is_refused && (!is_refused || first_line(&it.text) == kind));
        if let Some(failed) = &failed {
            text.clone_from(&failed.text);
        }
        failed.is_some()
    });
    let file = folder.join(format!("small_{}.hb", case.seed));
    let _ = std::fs::write(&file, hubbub::file(std::slice::from_ref(&small)));
    let _ = std::fs::write(file.with_extension("c"), c::file(std::slice::from_ref(&small)));
    format!("seed {} {:?}, smaller in {}\n{text}", case.seed, failure.way, file.display())
}

/// Runs programs in these ways; the first that differs from C.
fn check(tools: &Tools, folder: &Path, cases: &[Case], ways: &[Way]) -> Option<Failure> {
    let refused = |way, text| Some(Failure { way, is_refused: true, text });
    let source = folder.join("program.hb");
    if let Err(error) = std::fs::write(&source, hubbub::file(cases)) {
        return refused(Way::Eval, error.to_string());
    }
    let expected = match in_c(folder, cases) {
        Ok(expected) => expected,
        // A program that C refuses says nothing about Hubbub; a shrinker makes such ones.
        Err(error) => return refused(Way::Compiled("C", ""), error),
    };
    for way in ways {
        match run(tools, folder, &source, *way) {
            Err(text) => return refused(*way, errors_only(&text)),
            Ok(found) if found != expected => {
                let pairs = expected.lines().zip(found.lines().chain(std::iter::repeat("")));
                let different = pairs.filter(|(a, b)| a != b).map(|(a, b)| format!("C {a}, here {b}"));
                let mut text = different.take(3).collect::<Vec<_>>().join("\n");
                if text.is_empty() {
                    text = format!("C prints {expected:?}, here {found:?}");
                }
                return Some(Failure { way: *way, is_refused: false, text });
            }
            Ok(_) => {}
        }
    }
    None
}

fn in_c(folder: &Path, cases: &[Case]) -> Result<String, String> {
    let (source, program) = (folder.join("program.c"), folder.join("program_c"));
    std::fs::write(&source, c::file(cases)).map_err(|error| error.to_string())?;
    let mut build = Command::new("clang-22");
    build.args(["-O0", "-w", "-fwrapv", "-fno-strict-aliasing", "-ffp-contract=off", "-o"]);
    command::succeed(build.arg(&program).arg(&source).arg("-lm"))?;
    Ok(command::succeed(&mut Command::new(&program))?.stdout)
}

fn run(tools: &Tools, folder: &Path, source: &Path, way: Way) -> Result<String, String> {
    let mut hubbubc = Command::new(&tools.hubbubc);
    match way {
        Way::Eval => Ok(command::succeed(hubbubc.args(["run", "--eval"]).arg(source))?.stdout),
        Way::Compiled(level, flavour) => {
            let program = folder.join("program");
            hubbubc.arg("build").arg(source).args([level, "--runtime", flavour, "-o"]).arg(&program);
            command::succeed(&mut hubbubc)?;
            Ok(command::succeed(&mut Command::new(&program))?.stdout)
        }
    }
}
