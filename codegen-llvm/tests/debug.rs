//! Debug information: valid DWARF, and what a debugger shows.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;

use common::{compile, objects, run_tool, scratch, write_objects};
use hubbub_codegen_llvm::Level;

/// Line numbers are those of this text.
const PROGRAM: &str = r#"
struct Pair size 16 align 8
    first: i64 +0
    next: *Pair +8
end

struct Big size 64 align 8
    values: [i64; 8] +0
end

struct Context size 8 align 8
    user: u64 +0
end

enum Colour size 4 align 4
    red = 0
    green = 7
end

global hits: i64 align 8 internal name hits data "\x05\x00\x00\x00\x00\x00\x00\x00"

proc Main.inner: proc(Pair, Big, f64, Colour#u32) -> i64 internal inline_never name inner module Main file 0 !0
    body file 0 (_0, _1, _2, _3) -> (_4) context _5
    let _0 pair: Pair !0
    let _1 big: Big !0
    let _2 x: f64 !0
    let _3 colour: Colour#u32 !0
    let _4: i64 !0
    let _5 "context": *Context !0
    let _6 local: i64 !0
bb0:
    _6 = 41: i64 !PLACE
    _6 = add _6, 1: i64 !PLACE
    hits = _6 !PLACE
    _4 = add _6, _1.0[7] !PLACE
    return !PLACE
end

proc main: cproc() -> i32 exported name main module Main file 0 !0
    body file 0 () -> (_0)
    let _0: i32 !0
    let _1 pair: Pair !0
    let _2 big: Big !0
    let _3: Context !0
    let _4: *Context !0
    let _5: i64 !0
bb0:
    _1.0 = 3: i64 !0
    _1.1 = &_1: *Pair !0
    _2 = zero: Big !0
    _2.0[7] = 100: i64 !0
    _3.0 = 9: u64 !0
    _4 = &_3: *Context !0
    _5 = call Main.inner(_1, _2, 2.5: f64, 7: Colour#u32) context _4 !0
    _0 = cast int _5 to i32 !0
    return !0
end
"#;

/// The program with the place of its line `hits = _6` in place of PLACE.
fn program_text() -> String {
    let at = PROGRAM.replace("PLACE", "000").find("    hits = _6").unwrap();
    PROGRAM.replace("PLACE", &format!("{at:03}"))
}

fn build(level: Level, folder: &Path) -> PathBuf {
    let text = program_text();
    std::fs::write(folder.join("program.mir"), &text).unwrap();
    let mut options = objects(level);
    options.debug_info = true;
    options.remapped_paths = vec![("/secret/".to_owned(), String::new())];
    let program = common::parse("debug", &text);
    let sources = common::sources("/secret/program.mir", &text);
    let outputs = hubbub_codegen_llvm::generate(&program, &sources, &options).unwrap();
    let objects = write_objects(folder, &outputs);
    let program = folder.join("program");
    run_tool(Command::new("clang-22").args(["-no-pie", "-fuse-ld=lld", "-o"]).arg(&program).args(&objects));
    program
}

#[test]
fn dwarf_is_valid_and_knows_no_folders() {
    for level in [Level::O0, Level::O2] {
        let program = build(level, &scratch(&format!("dwarf-{level:?}")));
        run_tool(Command::new("llvm-dwarfdump-22").arg("--verify").arg(&program));
        let bytes = std::fs::read(&program).unwrap();
        assert!(!bytes.windows(7).any(|window| window == b"/secret"));
    }
}

#[test]
fn gdb_shows_lines_locals_and_backtraces() {
    let folder = scratch("gdb");
    let program = build(Level::O0, &folder);
    let line = program_text().lines().position(|line| line.starts_with("    hits = _6")).unwrap() + 1;
    let commands = [
        format!("break program.mir:{line}"),
        "run".to_owned(),
        "info args".to_owned(),
        "info locals".to_owned(),
        "print *pair.next".to_owned(),
        "print hits".to_owned(),
        "backtrace".to_owned(),
    ];
    let mut gdb = Command::new("gdb");
    gdb.current_dir(&folder).args(["-batch", "-nx", "-ex", "set startup-with-shell off"]);
    for command in &commands {
        gdb.args(["-ex", command]);
    }
    let output = run_tool(gdb.arg(&program));
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    let wanted = [
        "pair = {first = 3, next = ",
        "big = {values = {0, 0, 0, 0, 0, 0, 0, 100}}",
        "x = 2.5",
        "colour = green",
        "context = ",
        "$1 = {first = 3, next = ",
        "$2 = 5",
        "#0  inner (",
        &format!("program.mir:{line}"),
        "#1  ",
        " in main () at ./program.mir:1",
    ];
    for part in wanted {
        assert!(shown.contains(part), "{part} is not in\n{shown}");
    }
}

#[test]
fn without_the_option_there_is_none() {
    let outputs = compile("plain", &program_text(), &objects(Level::O0));
    let object = outputs[0].object.as_ref().unwrap();
    assert!(!object.windows(6).any(|window| window == b".debug"));
}
