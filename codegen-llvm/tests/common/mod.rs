//! Helpers of the tests: programs in MIR's text form, compiled, linked with C, run.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::disallowed_methods, reason = "tests write files and run tools")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output as ProcessOutput};

use hubbub_base::{SourceFile, SourceMap};
use hubbub_codegen_llvm::{Emit, Level, Options, Output, generate};
use hubbub_mir::Program;

pub const LEVELS: [Level; 6] = [Level::O0, Level::O1, Level::O2, Level::O3, Level::Os, Level::Oz];

/// The folder of tests at the root of the repository.
pub fn tests_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests")
}

/// A program from its text.
pub fn parse(name: &str, text: &str) -> Program {
    match hubbub_mir::parse::program(text) {
        Ok(program) => program,
        Err(error) => panic!("{name}:{error}"),
    }
}

/// The MIR text is its own source: positions are offsets into it.
pub fn sources(name: &str, text: &str) -> SourceMap {
    let mut sources = SourceMap::default();
    sources.files.push(SourceFile::new(name, text));
    sources
}

/// Generates code, or panics with the reason.
pub fn compile(name: &str, text: &str, options: &Options) -> Vec<Output> {
    let program = parse(name, text);
    match generate(&program, &sources(name, text), options) {
        Ok(outputs) => outputs,
        Err(error) => panic!("{name} at {:?}: {error}", options.level),
    }
}

pub fn objects(level: Level) -> Options {
    let emit = Emit { object: true, ..Emit::default() };
    Options { level, emit, verify: true, ..Options::default() }
}

/// A fresh folder for one test.
pub fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Writes objects into `folder`.
pub fn write_objects(folder: &Path, outputs: &[Output]) -> Vec<PathBuf> {
    let write = |output: &Output| {
        let path = folder.join(format!("{}.o", output.name));
        std::fs::write(&path, output.object.as_ref().unwrap()).unwrap();
        path
    };
    outputs.iter().map(write).collect()
}

/// Runs a command and gives its output, or panics with what it said.
pub fn run_tool(command: &mut Command) -> ProcessOutput {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?} failed:\n{said}");
    output
}

/// Links objects with C files and runs the program: what it printed, and its status.
pub fn link_and_run(folder: &Path, objects: &[PathBuf], c_files: &[PathBuf]) -> (String, Option<i32>) {
    let program = folder.join("program");
    let mut link = Command::new("clang-22");
    link.args(["-O1", "-no-pie", "-w", "-fuse-ld=lld", "-lm", "-o"]).arg(&program).args(c_files).args(objects);
    run_tool(&mut link);
    let output = Command::new(&program).output().unwrap();
    (String::from_utf8_lossy(&output.stdout).into_owned(), output.status.code())
}

/// Files of a folder with an extension, by name.
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|found| found == extension)).collect();
    files.sort();
    files
}
