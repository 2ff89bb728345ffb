//! Code that the compiler runs: against CPython, and against Zig's `comptime` where Zig is installed.
//!
//! The programs are `benches/comptime/`. What a process takes that does nothing is taken off. Zig gets less to do, as each of its
//! stores copies the array that it changes; so what is compared with it is the time for one element.

use std::path::Path;
use std::process::{Command, Stdio};

use super::{COMPILER, ROUNDS, Result, WORK, peak, prepare, timed, write};

/// A task: its name, how much the others do, how much Zig does.
const TASKS: [(&str, u64, u64); 4] =
    [("sieve", 5_000_000, 2_000), ("fibonacci", 30, 20), ("strings", 1_000_000, 20_000), ("map", 300_000, 5_000)];
const FOLDER: &str = "benches/comptime";

/// The tasks, and what a text takes that is built by appending.
pub fn speed() -> Result<()> {
    println!("## Compile time\n\nMilliseconds, the best of {ROUNDS}; what an idle process takes is taken off.\n");
    println!(
        "| task | n | Hubbub | million steps a second | CPython | Hubbub / CPython | n for Zig | Zig / Hubbub, an element |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for task in TASKS {
        row(task)?;
    }
    let memory = |n: &str| peak(&["check", &format!("{FOLDER}/append.hb"), "-D", &format!("n={n}")]);
    let (idle, full) = (memory("0")?, memory("10000")?);
    let megabytes = full.saturating_sub(idle) as f64 / 1e6;
    println!(
        "\nA text of 100 kB, built by appending ten bytes at a time: {megabytes:.1} MB more than with nothing to do.\n"
    );
    let one = parallel(1)?;
    let gains: Result<Vec<String>> =
        [2, 4].iter().map(|threads| Ok(format!("{:.2} on {threads}", one / parallel(*threads)?))).collect();
    println!(
        "Sixteen independent `#run`s, eight of them in bodies, times as fast as on one thread: {}.\n",
        gains?.join(", ")
    );
    Ok(())
}

/// Milliseconds of independent executions on so many threads.
fn parallel(threads: u64) -> Result<f64> {
    let command = |n| {
        let mut command = hubbub("parallel", n)?;
        command.args(["--threads", &threads.to_string()]);
        Ok(command)
    };
    milliseconds(command, 2_000_000)
}

fn row((name, n, zig_n): (&str, u64, u64)) -> Result<()> {
    let ours = milliseconds(|n| hubbub(name, n), n)?;
    let python = milliseconds(|n| python(name, n), n)?;
    let rate = steps(name, n)? / ours / 1e3;
    // Fibonacci makes so many calls.
    let elements = |n: u64| if name == "fibonacci" { 1.618f64.powf(n as f64) } else { n as f64 };
    let zig = match Command::new("zig").arg("version").stdout(Stdio::null()).status() {
        Ok(_) => {
            write(
                "nothing.zig",
                "const result: u64 = 1;\ncomptime {\n    @export(&result, .{ .name = \"result\" });\n}\n",
            )?;
            let zig = milliseconds(|n| zig(if n == 0 { None } else { Some(name) }), zig_n)?;
            format!("{:.0}", zig / elements(zig_n) / (ours / elements(n)))
        }
        Err(_) => "-".to_owned(),
    };
    println!("| {name} | {n} | {ours:.0} | {rate:.0} | {python:.0} | {:.2} | {zig_n} | {zig} |", ours / python);
    Ok(())
}

/// What a command takes for n, less what it takes for 0.
fn milliseconds(mut command: impl FnMut(u64) -> Result<Command>, n: u64) -> Result<f64> {
    let mut best = [f64::INFINITY; 2];
    for _ in 0..ROUNDS {
        for (best, n) in best.iter_mut().zip([0, n]) {
            *best = best.min(timed(&mut command(n)?)?.as_secs_f64() * 1e3);
        }
    }
    let [idle, busy] = best;
    Ok((busy - idle).max(0.01))
}

fn hubbub(name: &str, n: u64) -> Result<Command> {
    let mut command = Command::new(COMPILER);
    command.args(["check", &format!("{FOLDER}/{name}.hb"), "-D", &format!("n={n}"), "--eval-steps", "1000000000"]);
    Ok(command)
}

fn python(name: &str, n: u64) -> Result<Command> {
    let mut command = Command::new("python3");
    command.args([&format!("{FOLDER}/{name}.py"), &n.to_string()]).stdout(Stdio::null());
    Ok(command)
}

/// Zig keeps what it has compiled, so each run gets a cache of its own.
fn zig(name: Option<&str>) -> Result<Command> {
    let cache = prepare("zig-cache")?;
    if cache.is_dir() {
        std::fs::remove_dir_all(&cache).map_err(|error| error.to_string())?;
    }
    let file = name.map_or_else(|| format!("{WORK}/nothing.zig"), |name| format!("{FOLDER}/{name}.zig"));
    let mut command = Command::new("zig");
    command.args(["build-obj", "-fno-emit-bin", &file, "--cache-dir"]).arg(&cache);
    command.arg("--global-cache-dir").arg(Path::new(WORK).join("zig-global"));
    Ok(command)
}

/// Steps of the interpreter.
fn steps(name: &str, n: u64) -> Result<f64> {
    let output = hubbub(name, n)?.arg("--timings").output().map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix("executed "));
    let steps = line.and_then(|line| line.split(' ').next()?.parse().ok());
    steps.ok_or_else(|| format!("no steps of {name}:\n{text}"))
}
