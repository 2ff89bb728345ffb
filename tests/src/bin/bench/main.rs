//! Measures programs, sizes and the compiler: `bench [programs|context|calls|library|sizes|compiler|comptime]…`, all without an argument.
//!
//! Times are ratios of what ran alternately in one run, the best of several rounds each; so they mean the same on a busy machine. The
//! tables go to standard output as Markdown, for `docs/performance.md`. Started by `scripts/bench`, in the repository.

#![allow(clippy::disallowed_methods, reason = "measuring is all that it is for")]

mod comptime;
mod context;
mod costs;
mod library;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// Rounds of which the best counts.
const ROUNDS: usize = 5;
/// Rounds of what takes milliseconds.
const SHORT_ROUNDS: usize = 20;
const COMPILER: &str = "build/bin/hubbubc";
const WORK: &str = "target/bench";

type Part = fn() -> Result<()>;
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let wants = |name: &str| arguments.is_empty() || arguments.iter().any(|argument| argument == name);
    let parts: [(&str, Part); 7] = [
        ("programs", programs),
        ("context", context::context),
        ("calls", costs::calls),
        ("library", library::speed),
        ("sizes", sizes),
        ("compiler", compiler),
        ("comptime", comptime::speed),
    ];
    for (name, part) in parts {
        if wants(name)
            && let Err(message) = part()
        {
            eprintln!("error: {name}: {message}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// Each program in Hubbub and in C.
fn programs() -> Result<()> {
    println!("## Programs\n\nSeconds, the best of {ROUNDS}; both at `-O3`, Hubbub with its bounds checks.\n");
    println!("| program | C (clang) | Hubbub | ratio |\n| --- | ---: | ---: | ---: |");
    let mut logarithms = Vec::new();
    for name in pairs()? {
        let c = clang(&format!("benches/{name}.c"), &format!("{name}-c"), &[])?;
        let hubbub = hubbubc(&format!("benches/{name}.hb"), &format!("{name}-hb"), &["-O3"])?;
        if output(&c)? != output(&hubbub)? {
            return Err(format!("the outputs of {name} differ"));
        }
        let [c, hubbub] = best_of(ROUNDS, [&c, &hubbub])?;
        let ratio = hubbub.as_secs_f64() / c.as_secs_f64();
        logarithms.push(ratio.ln());
        println!("| {name} | {:.3} | {:.3} | {ratio:.3} |", c.as_secs_f64(), hubbub.as_secs_f64());
    }
    let mean = (logarithms.iter().sum::<f64>() / logarithms.len().max(1) as f64).exp();
    println!("| geometric mean | | | {mean:.3} |\n");
    Ok(())
}

/// Names of `benches/` that are there in both languages.
fn pairs() -> Result<Vec<String>> {
    let entries = std::fs::read_dir("benches").map_err(|error| format!("benches: {error}"))?;
    let mut names: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok()?.strip_suffix(".hb").map(str::to_owned))
        .filter(|name| Path::new(&format!("benches/{name}.c")).is_file() && !name.starts_with("context"))
        .collect();
    names.sort();
    Ok(names)
}

/// Hello world, stripped.
fn sizes() -> Result<()> {
    write("hello.hb", "main :: ()\n    print(\"hello, world\\n\")\nend\n")?;
    println!("## Sizes\n\nHello world through `print`, `-O3`, stripped.\n");
    println!("| flavour | bytes |\n| --- | ---: |");
    for flavour in ["nostd", "std"] {
        let options = ["-O3", "--strip", "--runtime", flavour];
        let program = hubbubc(&format!("{WORK}/hello.hb"), &format!("hello-{flavour}"), &options)?;
        let bytes = std::fs::metadata(&program).map_err(|error| error.to_string())?.len();
        println!("| {flavour} | {bytes} |");
    }
    println!();
    library::sizes()
}

/// The compiler on generated programs, and on a small one.
fn compiler() -> Result<()> {
    println!(
        "## The compiler\n\nLines per second on generated programs: of CPU time on one thread, of the clock on four.\n"
    );
    println!(
        "| lines | parse, 1 thread | names and check, 1 thread | front end, 4 threads | scaling | bytes a line | build at `-O0` |"
    );
    println!("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for lines in [10_000, 100_000, 1_000_000] {
        generated(lines)?;
    }
    let hello = format!("{WORK}/hello.hb");
    write("hello.hb", "main :: ()\n    print(\"hello, world\\n\")\nend\n")?;
    let build = best(|| timed(Command::new(COMPILER).args([&hello, "-o", &format!("{WORK}/hello")])))?;
    let check = best(|| timed(Command::new(COMPILER).args(["check", &hello])))?;
    println!(
        "\nHello world: build at `-O0` {:.1} ms, check {:.1} ms, whole processes.\n",
        millis(build),
        millis(check)
    );
    Ok(())
}

fn generated(lines: usize) -> Result<()> {
    let folder = format!("{WORK}/generated-{lines}");
    let generate = std::env::current_exe().map_err(|error| error.to_string())?.with_file_name("generate");
    succeed(Command::new(generate).args([&lines.to_string(), &folder]))?;
    let main = format!("{folder}/main.hb");
    let one = phases(&main, "1")?;
    let four = phases(&main, "4")?;
    let front = |phases: &Phases| phases.parse.wall + phases.names.wall + phases.check.wall;
    let rate = |seconds: f64| format!("{:.2} M", one.lines / seconds / 1e6);
    let build = if lines > 100_000 {
        "-".to_owned()
    } else {
        let time = timed(Command::new(COMPILER).args([&main, "-O0", "-o", &format!("{WORK}/generated")]))?;
        rate(time.as_secs_f64())
    };
    println!(
        "| {lines} | {} | {} | {} | {:.2} | {:.0} | {build} |",
        rate(one.parse.cpu),
        rate(one.names.cpu + one.check.cpu),
        rate(front(&four)),
        front(&one) / front(&four),
        peak(&["check", &main])? as f64 / one.lines,
    );
    Ok(())
}

/// Seconds of a phase: on the clock, and of all threads together.
#[derive(Clone, Copy, Default)]
struct Phase {
    wall: f64,
    cpu: f64,
}

#[derive(Clone, Copy, Default)]
struct Phases {
    lines: f64,
    parse: Phase,
    names: Phase,
    check: Phase,
}

/// The best of some runs of `check --timings`.
fn phases(main: &str, threads: &str) -> Result<Phases> {
    let mut best = Phases::default();
    for _ in 0..ROUNDS {
        let mut check = Command::new(COMPILER);
        let output =
            check.args(["check", main, "--timings", "--threads", threads]).output().map_err(|e| e.to_string())?;
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        let row = |name: &str| text.lines().find(|line| line.starts_with(name)).map(columns).unwrap_or_default();
        let (parse, names, check, total) = (row("parse"), row("names"), row("check"), row("total"));
        let seconds = |row: &[f64], column: usize| row.get(column).copied().unwrap_or(0.0) / 1e3;
        let phase = |row: &[f64]| Phase { wall: seconds(row, 0), cpu: seconds(row, 1) };
        let lines = total.first().copied().unwrap_or(0.0) / 1e3 * total.get(3).copied().unwrap_or(0.0);
        let found = Phases { lines, parse: phase(&parse), names: phase(&names), check: phase(&check) };
        if found.lines == 0.0 {
            return Err(format!("no timings of {main}:\n{text}"));
        }
        let sum = |phases: &Phases| phases.parse.wall + phases.names.wall + phases.check.wall;
        if best.lines == 0.0 || sum(&found) < sum(&best) {
            best = found;
        }
    }
    Ok(best)
}

/// The numbers of a line of `--timings`.
fn columns(line: &str) -> Vec<f64> {
    line.split_whitespace().skip(1).filter_map(|word| word.trim_end_matches('%').parse().ok()).collect()
}

/// Most memory of a run of the compiler, as the kernel's `VmHWM` says while it runs.
fn peak(arguments: &[&str]) -> Result<u64> {
    let mut child =
        Command::new(COMPILER).args(arguments).stderr(Stdio::null()).spawn().map_err(|error| error.to_string())?;
    let mut peak = 0;
    while child.try_wait().map_err(|error| error.to_string())?.is_none() {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("");
        peak = peak.max(line.trim().trim_end_matches(" kB").parse::<u64>().unwrap_or(0) * 1024);
        std::thread::sleep(Duration::from_micros(200));
    }
    Ok(peak)
}

fn clang(source: &str, name: &str, options: &[&str]) -> Result<PathBuf> {
    let program = prepare(name)?;
    succeed(Command::new("clang-22").args(["-O3", source, "-lm"]).args(options).arg("-o").arg(&program))?;
    Ok(program)
}

fn hubbubc(source: &str, name: &str, options: &[&str]) -> Result<PathBuf> {
    let program = prepare(name)?;
    succeed(Command::new(COMPILER).arg(source).args(options).arg("-o").arg(&program))?;
    Ok(program)
}

fn prepare(name: &str) -> Result<PathBuf> {
    std::fs::create_dir_all(WORK).map_err(|error| format!("{WORK}: {error}"))?;
    Ok(Path::new(WORK).join(name))
}

fn write(name: &str, text: &str) -> Result<()> {
    let path = prepare(name)?;
    std::fs::write(path, text).map_err(|error| error.to_string())
}

fn output(program: &Path) -> Result<Vec<u8>> {
    let output = Command::new(program).output().map_err(|error| error.to_string())?;
    if output.status.success() { Ok(output.stdout) } else { Err(format!("{} fails", program.display())) }
}

/// The best times of programs that run alternately.
fn best_of<const N: usize>(rounds: usize, programs: [&PathBuf; N]) -> Result<[Duration; N]> {
    let times = best_of_all(rounds, &programs.map(|program| (program, &[][..])))?;
    times.try_into().map_err(|_| "a program has no time".to_owned())
}

/// The same for programs with arguments.
fn best_of_all(rounds: usize, programs: &[(&PathBuf, &[&str])]) -> Result<Vec<Duration>> {
    let mut best = vec![Duration::MAX; programs.len()];
    for _ in 0..rounds {
        for ((program, arguments), best) in programs.iter().zip(&mut best) {
            *best = timed(Command::new(program).args(*arguments).stdout(Stdio::null()))?.min(*best);
        }
    }
    Ok(best)
}

fn best(mut run: impl FnMut() -> Result<Duration>) -> Result<Duration> {
    (0..SHORT_ROUNDS).try_fold(Duration::MAX, |best, _| Ok(run()?.min(best)))
}

fn timed(command: &mut Command) -> Result<Duration> {
    let started = Instant::now();
    succeed(command)?;
    Ok(started.elapsed())
}

fn succeed(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| format!("{}: {error}", command.get_program().to_string_lossy()))?;
    if status.success() { Ok(()) } else { Err(format!("{} fails: {status}", command.get_program().to_string_lossy())) }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
