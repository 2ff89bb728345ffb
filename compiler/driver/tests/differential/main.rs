//! Generated programs: the interpreter and the code generator, at every level, must agree on every byte that they compute.
//!
//! Each program is MIR text: procedures that compute with all types from awkward values and store what they get in a global, which is
//! printed at the end. Nothing in them is undefined. Fixed seeds; `HUBBUB_FUZZ` sets how many programs.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests write files and run tools")]

mod generate;

use std::path::{Path, PathBuf};
use std::process::Command;

use hubbub_base::Name;
use hubbub_base::source::SourceMap;
use hubbub_codegen_llvm::{Emit, Level, Options};
use hubbub_eval::{CapturingHost, Interpreter, Limits, ProgramSource, Storage};
use hubbub_mir::Program;

/// Programs that are generated.
fn count() -> u64 {
    std::env::var("HUBBUB_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(4)
}

/// What the interpreter computes.
fn interpret(program: Program) -> Vec<u8> {
    let source = ProgramSource::new(program);
    let mut host = CapturingHost::default();
    let result =
        Interpreter::new(&source, Limits::default(), &mut host, &Storage::default()).call(Name::new("run_all"), &[]);
    if let Err(error) = result {
        panic!("{error}: {:?}", error.frames);
    }
    host.stdout
}

/// What the compiled program computes.
fn compile_and_run(program: &Program, level: Level, folder: &Path) -> Vec<u8> {
    let emit = Emit { object: true, ..Emit::default() };
    let options = Options { level, emit, verify: true, ..Options::default() };
    let outputs = hubbub_codegen_llvm::generate(program, &SourceMap::default(), &options).unwrap();
    let mut files: Vec<PathBuf> = Vec::new();
    for output in &outputs {
        let path = folder.join(format!("{}-{level:?}.o", output.name));
        std::fs::write(&path, output.object.as_ref().unwrap()).unwrap();
        files.push(path);
    }
    let main = folder.join("main.c");
    let text = "#include <stdio.h>\nvoid run_all(void);\nvoid hb_rt_write(const void *p, long n) { fwrite(p, 1, n, stdout); }\n\
                void hb_rt_panic_index(void) { __builtin_trap(); }\n\
                int main(void) { run_all(); return 0; }\n";
    std::fs::write(&main, text).unwrap();
    let program = folder.join(format!("program-{level:?}"));
    let mut link = Command::new("clang-22");
    link.args(["-O1", "-no-pie", "-w", "-fuse-ld=lld", "-o"]).arg(&program).arg(&main).args(&files).arg("-lm");
    let linked = link.output().unwrap();
    assert!(linked.status.success(), "{}", String::from_utf8_lossy(&linked.stderr));
    let output = Command::new(&program).output().unwrap();
    assert!(output.status.success(), "{level:?}: {:?}", output.status);
    output.stdout
}

#[test]
fn generated_programs() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("differential");
    std::fs::create_dir_all(&folder).unwrap();
    for seed in 1..=count() {
        let text = generate::program(seed);
        let program = hubbub_mir::parse::program(&text).unwrap_or_else(|error| panic!("seed {seed}: {error}\n{text}"));
        let errors: Vec<_> = hubbub_mir::verify::program(&program).iter().map(ToString::to_string).collect();
        assert!(errors.is_empty(), "seed {seed}: {}\n{text}", errors.join("\n"));
        let expected = interpret(program.clone());
        let zeros = expected.chunks(16).filter(|slot| slot.iter().all(|byte| *byte == 0)).count();
        assert!(zeros * 2 < expected.len() / 16, "seed {seed}: {zeros} of {} numbers are 0", expected.len() / 16);
        for level in [Level::O0, Level::O2] {
            let found = compile_and_run(&program, level, &folder);
            if found != expected {
                let path = folder.join("failed.mir");
                std::fs::write(&path, &text).unwrap();
                panic!("seed {seed} at {level:?}: {}", difference(&found, &expected));
            }
        }
    }
}

/// The first slots of 16 bytes that differ.
fn difference(found: &[u8], expected: &[u8]) -> String {
    let slots = found.chunks(16).zip(expected.chunks(16)).enumerate();
    let different = slots.filter(|(_, (found, expected))| found != expected).take(5);
    let shown: Vec<_> = different
        .map(|(slot, (found, expected))| format!("slot {slot}: compiled {found:02x?}, interpreted {expected:02x?}"))
        .collect();
    format!("{} and {} bytes\n{}", found.len(), expected.len(), shown.join("\n"))
}
