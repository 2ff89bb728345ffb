//! How much one slip costs: programs with a single token deleted, through the whole checker, counted and measured.
//!
//! The tokens are those of `hubbubc --emit tokens`. `HUBBUB_DELETIONS` is how many are deleted (a sample by default), `HUBBUB_SHOW=1`
//! shows those whose messages are many or far away. Where nothing is said, nothing was wrong: `()` before `=>` may go.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::{Test, Tools, command, header, messages};

const SAMPLE: usize = 600;
const MESSAGES_MAX: f64 = 1.3;
const NEAR_MIN: f64 = 0.9;
/// A stride that shares no factor with any number of tokens that is likely, so that a sample is spread over all programs.
const STRIDE: usize = 7_368_787;

/// A program and where its tokens begin and end.
struct Program {
    text: String,
    tokens: Vec<(usize, usize)>,
}

#[derive(Default)]
struct Measure {
    cases: usize,
    messages: usize,
    near: usize,
    shown: Vec<String>,
}

/// One test: the whole measure.
pub fn collect(_: &Tools) -> Vec<Test> {
    vec![Test::new("deletions", check).alone()]
}

fn check(tools: &Tools) -> Result<(), String> {
    let wanted = std::env::var("HUBBUB_DELETIONS").ok().and_then(|text| text.parse().ok()).unwrap_or(SAMPLE);
    let programs = programs(tools)?;
    let places: Vec<(usize, usize)> = programs
        .iter()
        .enumerate()
        .flat_map(|(program, found)| (0..found.tokens.len()).map(move |token| (program, token)))
        .collect();
    let measure = Mutex::new(Measure::default());
    let next = AtomicUsize::new(0);
    let failure = Mutex::new(None);
    std::thread::scope(|scope| {
        for worker in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            let (programs, places, measure, next, failure) = (&programs, &places, &measure, &next, &failure);
            scope.spawn(move || {
                let folder = tools.work.join(format!("deletions{worker}"));
                while let number = next.fetch_add(1, Ordering::Relaxed)
                    && number < wanted.min(places.len())
                {
                    let (program, token) = places[number.wrapping_mul(STRIDE) % places.len()];
                    if let Err(message) = deletion(tools, &folder, &programs[program], token, measure) {
                        *failure.lock().unwrap() = Some(message);
                    }
                }
            });
        }
    });
    if let Some(message) = failure.into_inner().unwrap() {
        return Err(message);
    }
    judge(measure.into_inner().unwrap())
}

fn judge(mut measure: Measure) -> Result<(), String> {
    let average = measure.messages as f64 / measure.cases.max(1) as f64;
    let near = measure.near as f64 / measure.cases.max(1) as f64;
    let line = format!(
        "{} deletions that matter: {average:.3} messages on average, the first within a line in {:.1} %",
        measure.cases,
        near * 100.0
    );
    if std::env::var_os("HUBBUB_SHOW").is_some() {
        measure.shown.sort();
        println!("{}", measure.shown.concat());
    }
    println!("{line}");
    let is_good = measure.cases > 0 && average <= MESSAGES_MAX && near >= NEAR_MIN;
    if is_good { Ok(()) } else { Err(format!("{line}; allowed are {MESSAGES_MAX} and {} %", NEAR_MIN * 100.0)) }
}

/// Deletes a token and counts what is said.
fn deletion(
    tools: &Tools,
    folder: &Path,
    program: &Program,
    token: usize,
    measure: &Mutex<Measure>,
) -> Result<(), String> {
    let (start, end) = program.tokens[token];
    let broken = format!("{}{}", &program.text[..start], &program.text[end..]);
    let line = 1 + program.text[..start].matches('\n').count() as u64;
    std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let file = folder.join("broken.hb");
    std::fs::write(&file, &broken).map_err(|error| error.to_string())?;
    let (status, found) = messages::check(tools, &file, &[])?;
    if status > 1 {
        return Err(format!("status {status} without byte {start} to {end} of\n{}", program.text));
    }
    let errors: Vec<_> = found.iter().filter(|message| message.level == "error").collect();
    let Some(first) = errors.first() else { return Ok(()) };
    let is_near = first.lines.0.abs_diff(line) <= 1;
    let mut measure = measure.lock().unwrap();
    measure.cases += 1;
    measure.messages += errors.len();
    measure.near += usize::from(is_near);
    if errors.len() > 1 || !is_near {
        let deleted = &program.text[start..end];
        let source = broken.lines().nth(line as usize - 1).unwrap_or("").trim();
        let mut text = format!("--- `{deleted}` deleted in line {line}: {source}\n");
        for error in &errors {
            text += &format!("    {}: {} {}\n", error.lines.0, error.code, error.text.lines().next().unwrap_or(""));
        }
        measure.shown.push(text);
    }
    Ok(())
}

/// Programs of one file that are free of errors, with their tokens.
fn programs(tools: &Tools) -> Result<Vec<Program>, String> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for folder in ["tests/run", "examples", "stdlib"] {
        let found = header::programs(&tools.root.join(folder)).into_iter().map(|(_, main)| main);
        paths.extend(found.filter(|main| main.file_name().is_none_or(|name| name != "main.hb")));
    }
    let mut programs = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
        let alone = tools.work.join("alone");
        std::fs::create_dir_all(&alone).map_err(|error| error.to_string())?;
        let copy = alone.join("broken.hb");
        std::fs::write(&copy, &text).map_err(|error| error.to_string())?;
        let (status, found) = messages::check(tools, &copy, &[])?;
        if status == 0 && found.iter().all(|message| message.level != "error") {
            let tokens = tokens(tools, &copy)?;
            programs.push(Program { text, tokens });
        }
    }
    Ok(programs)
}

/// Where the tokens of a file begin and end: an offset, a kind and the text in quotes, a line each.
fn tokens(tools: &Tools, file: &Path) -> Result<Vec<(usize, usize)>, String> {
    let out = file.with_extension("tokens");
    let mut command = Command::new(&tools.hubbubc);
    command.arg(file).args(["--emit", "tokens", "-o"]).arg(&out);
    let outcome = command::run(&mut command)?;
    if outcome.status != 0 {
        return Err(outcome.stderr);
    }
    let listed = std::fs::read_to_string(&out).map_err(|error| error.to_string())?;
    let token = |line: &str| {
        let (offset, rest) = line.split_once(' ')?;
        let text = &rest[rest.find('"')?..=rest.rfind('"')?];
        let text: String = serde_json::from_str(text).ok()?;
        let offset: usize = offset.parse().ok()?;
        Some((offset, offset + text.len()))
    };
    Ok(listed.lines().filter_map(token).collect())
}
