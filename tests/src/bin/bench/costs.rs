//! What the context and calls cost, in Hubbub, C, Rust and, where `zig` is installed, Zig: instructions of a call, by callgrind, and time.
//!
//! The programs are `benches/costs/`, compiled once for each way and shape. Instructions are counted twice, for a short and a long run, so
//! that what starting takes falls out. Start with [`context`] and [`calls`].

use std::path::PathBuf;
use std::process::Command;

use crate::{Result, SHORT_ROUNDS, best_of_all, clang, hubbubc, prepare, succeed};

/// A program in some language, with its column.
struct Row {
    name: String,
    program: PathBuf,
}

const WAYS: [&str; 3] = ["global", "parameter", "thread-local"];

/// The shapes of `context.*`.
const TREES: [&str; 4] = ["passed on", "read at each leaf", "behind six integers", "`with` at every level"];

/// The shapes of `calls.*`.
const VALUES: [&str; 7] = [
    "`[3 x i64]`",
    "`{i64, i64, i64, i64}`",
    "`String` and `Bool`",
    "`Maybe{Int}`",
    "`Slice{Int}`",
    "`{f64, f64, f64}`",
    "`{i64, f64, i32, Bool}`",
];

/// The implicit context against globals, parameters and thread-local variables.
pub fn context() -> Result<()> {
    println!(
        "A binary tree of calls that reach a context: instructions a call, and time as a multiple of the fastest.\n"
    );
    println!("| way | {} |\n| --- |{}", TREES.join(" | "), " ---: |".repeat(TREES.len()));
    let mut columns = Vec::new();
    for shape in 0..TREES.len() {
        columns.push(measure(&trees(shape)?, ["1", "16", "21"], f64::from((1 << 17) - 4))?);
    }
    print(&columns);
    Ok(())
}

fn trees(shape: usize) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    let hubbub = |way: usize, name: &str| -> Result<Row> {
        let defines = ["-O3".to_owned(), format!("--define=way={way}"), format!("--define=shape={shape}")];
        let options: Vec<&str> = defines.iter().map(String::as_str).collect();
        let program = hubbubc("benches/costs/context.hb", &format!("tree-{shape}-hb-{way}"), &options)?;
        Ok(Row { name: format!("Hubbub, {name}"), program })
    };
    rows.push(hubbub(3, "implicit context")?);
    for (way, name) in WAYS.iter().enumerate() {
        rows.push(hubbub(way, name)?);
    }
    for (way, name) in WAYS.iter().enumerate() {
        let defines = [format!("-DWAY={way}"), format!("-DSHAPE={shape}")];
        let program = clang_with("benches/costs/context.c", &format!("tree-{shape}-c-{way}"), &defines)?;
        rows.push(Row { name: format!("C, {name}"), program });
    }
    for (way, name) in WAYS.iter().enumerate() {
        let key = name.replace('-', "_");
        let program = rustc("benches/costs/context.rs", &format!("tree-{shape}-rs-{way}"), &[("way", &key)], shape)?;
        rows.push(Row { name: format!("Rust, {name}"), program });
    }
    if has_zig() {
        for (way, name) in WAYS.iter().enumerate() {
            let settings = [("way", way), ("shape", shape)];
            let program = zig("benches/costs/context.zig", &format!("tree-{shape}-zig-{way}"), &settings)?;
            rows.push(Row { name: format!("Zig, {name}"), program });
        }
    }
    Ok(rows)
}

/// Values of some shapes, passed and returned.
pub fn calls() -> Result<()> {
    println!("\n## Calls\n");
    println!(
        "A value of some shape, passed to two procedures and returned by them: instructions for both calls, and time as a multiple of the fastest.\n"
    );
    let (head, line) = if has_zig() { (" Zig (ReleaseFast) |", " ---: |") } else { ("", "") };
    println!("| shape | Hubbub | C (clang -O3) | Rust (rustc -O) |{head}\n| --- | ---: | ---: | ---: |{line}");
    for (shape, name) in VALUES.iter().enumerate() {
        let cells = measure(&values(shape)?, ["1", "20001", "5000000"], 20_000.0)?;
        let cells: Vec<String> = cells.into_iter().map(|(_, cell)| cell).collect();
        println!("| {name} | {} |", cells.join(" | "));
    }
    println!();
    Ok(())
}

fn values(shape: usize) -> Result<Vec<Row>> {
    let define = format!("--define=shape={shape}");
    let hubbub = hubbubc("benches/costs/calls.hb", &format!("calls-{shape}-hb"), &["-O3", &define])?;
    let c = clang_with("benches/costs/calls.c", &format!("calls-{shape}-c"), &[format!("-DSHAPE={shape}")])?;
    let rust = rustc("benches/costs/calls.rs", &format!("calls-{shape}-rs"), &[], shape)?;
    let mut named = vec![("Hubbub", hubbub), ("C", c), ("Rust", rust)];
    if has_zig() {
        let settings = [("shape", shape)];
        named.push(("Zig", zig("benches/costs/calls.zig", &format!("calls-{shape}-zig"), &settings)?));
    }
    Ok(named.into_iter().map(|(name, program)| Row { name: name.to_owned(), program }).collect())
}

/// For each row its name and `instructions / time`: counted between the two short runs, timed over the long one.
fn measure(rows: &[Row], [short, counted, timed]: [&str; 3], calls: f64) -> Result<Vec<(String, String)>> {
    let mut counts = Vec::new();
    for row in rows {
        let instructions = count(row, counted)? - count(row, short)?;
        counts.push(instructions as f64 / calls);
    }
    let programs: Vec<(&PathBuf, &[&str])> =
        rows.iter().map(|row| (&row.program, std::slice::from_ref(&timed))).collect();
    let times = best_of_all(SHORT_ROUNDS, &programs)?;
    let fastest = times.iter().min().copied().unwrap_or_default().as_secs_f64();
    let cells = rows.iter().zip(counts).zip(times);
    let cells = cells
        .map(|((row, count), time)| (row.name.clone(), format!("{count:.1} / {:.2}", time.as_secs_f64() / fastest)));
    Ok(cells.collect())
}

/// A table from its columns.
fn print(columns: &[Vec<(String, String)>]) {
    let Some(first) = columns.first() else { return };
    for (index, (name, _)) in first.iter().enumerate() {
        let cells = columns.iter().filter_map(|column| column.get(index)).map(|(_, cell)| cell.as_str());
        println!("| {name} | {} |", cells.collect::<Vec<_>>().join(" | "));
    }
}

/// Instructions of a whole run.
fn count(row: &Row, argument: &str) -> Result<i64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(&row.program).arg(argument);
    let output = valgrind.output().map_err(|error| format!("valgrind: {error}"))?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let count = text.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok());
    count.ok_or_else(|| format!("valgrind counts nothing for {}:\n{text}", row.program.display()))
}

fn clang_with(source: &str, name: &str, defines: &[String]) -> Result<PathBuf> {
    let defines: Vec<&str> = defines.iter().map(String::as_str).collect();
    clang(source, name, &defines)
}

fn rustc(source: &str, name: &str, settings: &[(&str, &str)], shape: usize) -> Result<PathBuf> {
    let program = prepare(name)?;
    let mut command = Command::new("rustc");
    command.args(["-O", "--edition", "2024", "--cfg", &format!("shape=\"{shape}\"")]);
    for (key, value) in settings {
        command.args(["--cfg", &format!("{key}=\"{value}\"")]);
    }
    succeed(command.arg(source).arg("-o").arg(&program))?;
    Ok(program)
}

fn has_zig() -> bool {
    Command::new("zig").arg("version").output().is_ok_and(|output| output.status.success())
}

/// An object by `zig`, for any x86-64 as the others, linked by clang, so that all begin in C's way. The settings are constants of a module `config`.
fn zig(source: &str, name: &str, settings: &[(&str, usize)]) -> Result<PathBuf> {
    let (program, object) = (prepare(name)?, prepare(&format!("{name}.o"))?);
    let config = prepare(&format!("{name}.zig"))?;
    let text: String = settings.iter().map(|(key, value)| format!("pub const {key} = {value};\n")).collect();
    std::fs::write(&config, text).map_err(|error| error.to_string())?;
    let mut command = Command::new("zig");
    command.args(["build-obj", "-O", "ReleaseFast", "-mcpu", "baseline", "--dep", "config"]);
    command.arg(format!("-Mroot={source}")).arg(format!("-Mconfig={}", config.display()));
    succeed(command.arg(format!("-femit-bin={}", object.display())))?;
    succeed(Command::new("clang-22").arg("-no-pie").arg(&object).arg("-o").arg(&program))?;
    Ok(program)
}
