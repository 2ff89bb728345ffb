//! `tests/ir/NAME.mir`: LLVM IR and assembly checked with FileCheck.
//!
//! Each line `// RUN: LEVEL asm|ir [target=TRIPLE] [cpu=NAME] [prefix=PREFIX] [sanitize=address|thread] [debug] [pic]` generates code and holds it against the lines
//! `// PREFIX: …` of the same file (`CHECK` without a prefix). `// TWIN: LEVEL FILE.c NAMES…` wants the same instructions for these
//! procedures as clang makes of the functions of that name in a C file.
#![allow(clippy::disallowed_methods, reason = "tests read their files")]

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;

use common::{compile, files, objects, run_tool, scratch, tests_folder};
use hubbub_codegen_llvm::{Emit, Level, Options, Sanitizer};

struct Run {
    options: Options,
    prefix: String,
    is_assembly: bool,
}

fn level(name: &str) -> Level {
    match name {
        "O0" => Level::O0,
        "O1" => Level::O1,
        "O2" => Level::O2,
        "O3" => Level::O3,
        "Os" => Level::Os,
        _ => panic!("no level {name}"),
    }
}

fn parse_run(line: &str) -> Run {
    let words: Vec<_> = line.split_whitespace().collect();
    let is_assembly = words[1] == "asm";
    let mut options = objects(level(words[0]));
    options.emit = Emit { assembly: is_assembly, ir: !is_assembly, ..Emit::default() };
    options.target = Some("x86_64-unknown-linux-gnu".to_owned());
    let mut prefix = "CHECK".to_owned();
    for word in &words[2..] {
        match word.split_once('=') {
            Some(("target", triple)) => options.target = Some(triple.to_owned()),
            Some(("prefix", name)) => prefix = name.to_owned(),
            Some(("cpu", name)) => options.cpu = Some(name.to_owned()),
            Some(("sanitize", "address")) => options.sanitizer = Some(Sanitizer::Address),
            Some(("sanitize", "thread")) => options.sanitizer = Some(Sanitizer::Thread),
            None if *word == "debug" => options.debug_info = true,
            None if *word == "pic" => options.is_position_independent = true,
            _ => panic!("RUN: {word}?"),
        }
    }
    Run { options, prefix, is_assembly }
}

fn file_check(file: &Path, prefix: &str, generated: &Path) {
    let mut command = Command::new("FileCheck-22");
    command.arg(format!("--check-prefix={prefix}")).arg("--input-file").arg(generated).arg(file);
    run_tool(&mut command);
}

/// Generates what a RUN line asks for.
fn generated(file: &Path, text: &str, number: usize, run: &Run) -> PathBuf {
    let name = file.file_stem().unwrap().to_str().unwrap();
    let outputs = compile(name, text, &run.options);
    let texts = outputs.iter().map(|output| if run.is_assembly { &output.assembly } else { &output.ir });
    let all: Vec<_> = texts.map(|text| text.clone().unwrap()).collect();
    let path = scratch(&format!("ir-{name}-{number}")).join("generated");
    std::fs::write(&path, all.join("\n")).unwrap();
    path
}

fn check(file: &Path) {
    let text = std::fs::read_to_string(file).unwrap();
    let runs: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("// RUN: ")).map(parse_run).collect();
    for (number, run) in runs.iter().enumerate() {
        file_check(file, &run.prefix, &generated(file, &text, number, run));
    }
    let twins: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("// TWIN: ")).collect();
    twins.iter().for_each(|twin| check_twin(file, &text, twin));
    assert!(!runs.is_empty() || !twins.is_empty(), "{}: no RUN or TWIN line", file.display());
}

fn check_twin(file: &Path, text: &str, twin: &str) {
    let words: Vec<_> = twin.split_whitespace().collect();
    let [level, c_file, names @ ..] = words.as_slice() else { panic!("TWIN: {twin}?") };
    let run = parse_run(&format!("{level} asm"));
    let ours = std::fs::read_to_string(generated(file, text, 99, &run)).unwrap();
    let mut clang = Command::new("clang-22");
    clang.args(["-S", "-o", "-", "--target=x86_64-unknown-linux-gnu", "-fno-pie"]).arg(format!("-{level}"));
    let theirs = run_tool(clang.arg(file.with_file_name(c_file))).stdout;
    let theirs = String::from_utf8(theirs).unwrap();
    for name in names {
        assert_eq!(instructions(&ours, name), instructions(&theirs, name), "{name} of {}", file.display());
    }
}

/// The instructions of a function in assembly; its local labels are numbered anew.
fn instructions(assembly: &str, name: &str) -> Vec<String> {
    let body = assembly.lines().skip_while(|line| line.split(':').next() != Some(name)).skip(1);
    let body = body.take_while(|line| !line.starts_with(".Lfunc_end"));
    let code = body.map(|line| line.split('#').next().unwrap_or("").trim().replace('\t', " "));
    let code = code.filter(|line| !line.is_empty() && (!line.starts_with('.') || line.starts_with(".LBB")));
    // `.LBB1_2` of the second function is `.LBB_2`.
    let numbered = code.map(|line| match line.find(".LBB") {
        None => line,
        Some(at) => {
            let (before, label) = line.split_at(at + ".LBB".len());
            format!("{before}{}", label.trim_start_matches(|c: char| c.is_ascii_digit()))
        }
    });
    let code: Vec<_> = numbered.collect();
    assert!(!code.is_empty(), "no function {name}");
    code
}

#[test]
fn generated_code_is_as_described() {
    let programs = files(&tests_folder().join("ir"), "mir");
    assert!(!programs.is_empty());
    programs.iter().for_each(|program| check(program));
}
