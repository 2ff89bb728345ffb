//! Runtime bitcode joins the program: what is small is inlined, what is not reached leaves no trace, state stays with the archive.
#![allow(clippy::disallowed_methods, reason = "tests read and write files")]

mod common;

use std::process::Command;

use common::{compile, link_and_run, objects, run_tool, scratch, write_objects};
use hubbub_codegen_llvm::{Emit, Level};

const RUNTIME: &str = "
    static long state;
    __attribute__((visibility(\"hidden\"))) long counter = 40;
    __attribute__((noinline, cold, visibility(\"hidden\"))) void slow(void) { state++; }
    long hb_rt_count(long by) { if (by < 0) slow(); return counter += by; }
    long hb_rt_unreached(void) { return counter * 77; }
";

const PROGRAM: &str = "
proc hb_rt_count: cproc(i64) -> i64 foreign name count module Main file 0 !0

proc main: cproc() -> i32 exported name main module Main file 0 !0
    body file 0 () -> (_0)
    let _0: i32 !0
    let _1: i64 !0
bb0:
    _1 = call hb_rt_count(2: i64) !0
    _0 = cast int _1 to i32 !0
    return !0
end
";

#[test]
fn the_runtime_is_inlined_and_its_state_is_one() {
    let folder = scratch("join");
    let c_file = folder.join("runtime.c");
    let bitcode = folder.join("runtime.bc");
    std::fs::write(&c_file, RUNTIME).unwrap();
    let mut clang = Command::new("clang-22");
    run_tool(clang.args(["-O2", "-fno-pie", "-c", "-emit-llvm", "-o"]).arg(&bitcode).arg(&c_file));
    let mut options = objects(Level::O2);
    options.runtime_bitcode = vec![std::fs::read(&bitcode).unwrap()];
    options.emit = Emit { object: true, ir: true, ..Emit::default() };
    let outputs = compile("join", PROGRAM, &options);
    let ir = outputs[0].ir.as_deref().unwrap();
    assert!(ir.contains("@counter = external hidden"), "{ir}");
    for gone in ["call i64 @hb_rt_count", "hb_rt_unreached", "slow"] {
        assert!(!ir.contains(gone), "{gone} in\n{ir}");
    }
    let objects = write_objects(&folder, &outputs);
    assert_eq!(link_and_run(&folder, &objects, &[c_file]), (String::new(), Some(42)));
}

#[test]
fn what_is_no_bitcode_is_an_error() {
    let mut options = objects(Level::O2);
    options.runtime_bitcode = vec![b"no bitcode".to_vec()];
    let program = common::parse("join", PROGRAM);
    let found = hubbub_codegen_llvm::generate(&program, &common::sources("join", PROGRAM), &options);
    assert!(matches!(found, Err(hubbub_codegen_llvm::Error::Runtime(_))), "{found:?}");
}
