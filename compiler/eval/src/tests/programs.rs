//! Whole programs.

use super::{call, call_under, source};
use crate::{CapturingHost, Interpreter, Limits, Storage};

#[track_caller]
fn check_i64(text: &str, expected: i64) {
    let values =
        call_under(text, Limits { steps: 1 << 40, ..Limits::default() }).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(i64::from_le_bytes(values[0].bytes.clone().try_into().unwrap()), expected);
}

#[test]
fn fibonacci() {
    check_i64(&include_str!("fib.mir").replace("fib(32", "fib(20"), 6765);
}

#[test]
fn sieve() {
    check_i64(&include_str!("sieve.mir").replace("2000000", "1000"), 168);
}

#[test]
fn string_building() {
    let text = include_str!("strings.mir").replace("1000000", "1000");
    let mut expected = 0i64;
    for byte in (0..1000).flat_map(|number: i32| number.to_string().into_bytes()) {
        expected = expected.wrapping_mul(31).wrapping_add(i64::from(byte));
    }
    check_i64(&text, expected);
}

#[test]
fn many_constructs() {
    let values = call(include_str!("many.mir")).unwrap_or_else(|error| panic!("{error} {:?}", error.frames));
    assert_eq!(values[0].bytes[..8], (-6i64).to_le_bytes());
    assert_eq!(values[0].pointers, [8]);
}

/// A program prints this, ends with this status, and says this on standard error.
#[track_caller]
fn check_program(text: &str, stdout: &str, status: i32, stderr: &str) {
    let source = source(text);
    let sources = {
        use hubbub_base::source::{SourceFile, SourceMap};
        let mut sources = SourceMap::default();
        sources.files.push(SourceFile::new("main.hb", "first\nsecond line\n"));
        sources
    };
    let mut host = CapturingHost { sources: Some(&sources), ..CapturingHost::default() };
    let outcome = Interpreter::new(&source, Limits::of_program(), &mut host, &Storage::default()).run_main();
    assert_eq!(outcome.error, None);
    assert_eq!(String::from_utf8_lossy(&host.stdout), stdout);
    assert_eq!(String::from_utf8_lossy(&host.stderr), stderr);
    assert_eq!(outcome.status, status);
}

const RUNTIME: &str = "\
struct Context size 72 align 8\n thread_index: u32 +0\n on_panic: ptr +64\nend\n\
struct String size 16 align 8\n \"data\": *u8 +0\n length: i64 +8\nend\n\
global text: [u8; 6] align 1 internal constant data \"hello\\n\"\n\
global \"context\": Context align 8 internal constant relocate 64 to handler +0\n\
proc hb_rt_write: cproc(ptr, i64) foreign name hb_rt_write module M file 0\n\
proc hb_rt_exit: cproc(i32) foreign never name hb_rt_exit module M file 0\n\
proc handler: proc(String, ptr) internal name handler module M file 0\nbody file 0 (_0, _1) -> () context _2\n\
let _0: String\nlet _1: ptr\nlet _2: *Context\nbb0:\ncall hb_rt_write(_0.0, _0.1)\nreturn\nend\n";

#[test]
fn hello_world() {
    let text = format!(
        "{RUNTIME}proc hb_program_main: cproc() -> i32 exported name main module M file 0\nbody file 0 () -> (_0)\nlet _0: i32\n\
         bb0:\ncall hb_rt_write(addr text +0: ptr, 6: i64)\n_0 = 263: i32\nreturn\nend"
    );
    check_program(&text, "hello\n", 7, "");
}

#[test]
fn exit_ends_the_program() {
    let text = format!(
        "{RUNTIME}proc hb_program_main: cproc() -> i32 exported name main module M file 0\nbody file 0 () -> (_0)\nlet _0: i32\n\
         bb0:\ncall hb_rt_exit(300: i32)\nunreachable\nend"
    );
    check_program(&text, "", 44, "");
}

#[test]
fn panics_call_the_handler() {
    let text = format!(
        "{RUNTIME}proc hb_program_main: cproc() -> i32 exported name main module M file 0\nbody file 0 () -> (_0)\nlet _0: i32\n\
         let _1: i64\nlet _2: Context\nlet _3: *Context\nbb0:\n_2 = \"context\"\n_3 = &_2: *Context\n_1 = 5: i64\n\
         check index(_1, 3: i64) context _3 !8\n_0 = 0: i32\nreturn\nend"
    );
    let message = "index 5 is out of range for length 3";
    check_program(&text, message, 134, &format!("panic: {message}\n  at main.hb:2:3\n"));
}

#[test]
fn faults_of_the_processor_are_panics() {
    let program = |statement: &str| {
        format!(
            "{RUNTIME}proc down: proc(ptr) -> i64 internal name down module M file 0\nbody file 0 (_0) -> (_1) context _2\n\
             let _0: ptr\nlet _1: i64\nlet _2: *Context\nbb0:\n{statement}\nreturn\nend\n\
             proc hb_program_main: cproc() -> i32 exported name main module M file 0\nbody file 0 () -> (_0)\nlet _0: i32\n\
             let _1: i64\nlet _2: Context\nlet _3: *Context\nbb0:\n_2 = \"context\"\n_3 = &_2: *Context\n\
             _1 = call down(zero: ptr) context _3\n_0 = 0: i32\nreturn\nend"
        )
    };
    check_program(&program("_1 = _0^i64 !6"), "null pointer", 134, "panic: null pointer\n  at main.hb:2:1\n");
    let endless = program("_1 = call down(_0) context _2 !7");
    check_program(&endless, "stack overflow in down", 134, "panic: stack overflow in down\n  at main.hb:2:2\n");
}

#[test]
fn calls_do_not_use_the_stack() {
    let text = "proc down: cproc(i64) -> i64 internal name down module M file 0\nbody file 0 (_0) -> (_1)\nlet _0: i64\nlet _1: i64\n\
        let _2: bool\nlet _3: i64\nbb0:\n_2 = eq _0, 0: i64\nbranch _2 then bb1 else bb2\nbb1:\n_1 = 7: i64\nreturn\nbb2:\n\
        _3 = sub _0, 1: i64\n_1 = call down(_3)\nreturn\nend\n\
        proc f: cproc() -> i64 internal name f module M file 0\nbody file 0 () -> (_0)\nlet _0: i64\nbb0:\n_0 = call down(150000: i64)\nreturn\nend";
    let values = call_under(text, Limits::of_program()).unwrap();
    assert_eq!(values[0].bytes, 7i64.to_le_bytes());
    let error = call(text).unwrap_err();
    assert_eq!(error.kind, crate::ErrorKind::CallDepth);
    assert_eq!(error.frames.len(), 4096);
}

#[test]
fn tail_calls_keep_the_depth() {
    let text = "proc down: proc(i64) -> i64 internal name down module M file 0\nbody file 0 (_0) -> (_1) context _4\nlet _0: i64\nlet _1: i64\n\
        let _2: bool\nlet _3: i64\nlet _4: ptr\nbb0:\n_2 = eq _0, 0: i64\nbranch _2 then bb1 else bb2\nbb1:\n_1 = 7: i64\nreturn\nbb2:\n\
        _3 = sub _0, 1: i64\ntail down(_3) context _4\nend\n\
        proc f: cproc() -> i64 internal name f module M file 0\nbody file 0 () -> (_0)\nlet _0: i64\nlet _1: ptr\nlet _2: i64\nbb0:\n_1 = &_2: ptr\n_0 = call down(150000: i64) context _1\nreturn\nend";
    assert_eq!(call(text).unwrap()[0].bytes, 7i64.to_le_bytes());
}
