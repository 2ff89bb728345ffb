//! What must not happen, and what it is called.

use super::{call, call_under, procedure};
use crate::{ErrorKind, Fault, Limits};

#[track_caller]
fn check(locals: &[&str], body: &str, kind: ErrorKind) {
    check_with("", locals, body, kind);
}

#[track_caller]
fn check_with(definitions: &str, locals: &[&str], body: &str, kind: ErrorKind) {
    let text = format!("{definitions}{}", procedure("i64", locals, body));
    match call(&text) {
        Ok(values) => panic!("no error, but {values:?}"),
        Err(error) => assert_eq!(error.kind, kind, "{error}"),
    }
}

const HEAP: &str = "proc hb_rt_page_allocate: cproc(i64, i64) -> ptr foreign name a module M file 0\n\
    proc hb_rt_page_free: cproc(ptr, i64) foreign name b module M file 0\n";

#[test]
fn memory() {
    let fault = |fault| ErrorKind::Memory(fault);
    check(&["ptr"], "_1 = zero: ptr\n_0 = _1^i64\nreturn", fault(Fault::Null));
    check(&["ptr"], "_1 = cast int_to_pointer 12345678901234: i64 to ptr\n_0 = _1^i64\nreturn", fault(Fault::Wild));
    check(&["i64"], "_0 = _1\nreturn", fault(Fault::Uninitialised));
    check(&["i64"], "_1 = uninit: i64\n_0 = _1\nreturn", fault(Fault::Uninitialised));
    check(&["[i64; 2]"], "_1[0] = 1: i64\n_0 = _1[1]\nreturn", fault(Fault::Uninitialised));
    let past = Fault::OutOfBounds { offset: 16, length: 8, size: 16 };
    check(
        &["[i64; 2]", "i64", "ptr"],
        "_1 = zero: [i64; 2]\n_2 = 2: i64\n_3 = &_1: ptr\n_0 = _3^i64[+_2]\nreturn",
        fault(past),
    );
    check(
        &["i64", "ptr"],
        "live _1\n_1 = 5: i64\n_2 = &_1: ptr\ndead _1\n_0 = _2^i64\nreturn",
        fault(Fault::DeadLocal),
    );
    check(
        &["i64", "ptr"],
        "live _1\n_1 = 5: i64\n_2 = &_1: ptr\nlive _1\n_1 = 6: i64\n_0 = _2^i64\nreturn",
        fault(Fault::DeadLocal),
    );
}

#[test]
fn uninitialised_on_one_path() {
    let body =
        "_2 = 1: bool\nbranch _2 then bb1 else bb2\nbb1:\n_1 = 3: i64\ngoto bb3\nbb2:\ngoto bb3\nbb3:\n_0 = _1\nreturn";
    super::check("i64", &["i64", "bool"], body, 3);
    check(&["i64", "bool"], &body.replace("_2 = 1: bool", "_2 = 0: bool"), ErrorKind::Memory(Fault::Uninitialised));
}

#[test]
fn heap() {
    let body = |rest: &str| format!("_1 = call hb_rt_page_allocate(16: i64, 8: i64)\n{rest}\n_0 = _1^i64\nreturn");
    let check = |rest: &str, fault| check_with(HEAP, &["ptr"], &body(rest), ErrorKind::Memory(fault));
    check("", Fault::Uninitialised);
    check("_1^i64 = 1: i64\ncall hb_rt_page_free(_1, 16: i64)", Fault::Freed);
    check("call hb_rt_page_free(_1, 16: i64)\ncall hb_rt_page_free(_1, 16: i64)", Fault::FreedTwice);
    check("_1 = &_1^[i64; 2][1]: ptr\ncall hb_rt_page_free(_1, 16: i64)", Fault::NotAllocated);
    check("call intrinsic memory_copy(_1, _1, 17: i64)", Fault::OutOfBounds { offset: 0, length: 17, size: 16 });
    check("_1 = call hb_rt_page_allocate(9000000000: i64, 8: i64)", Fault::MemoryLimit);
}

#[test]
fn constants_and_dangling_results() {
    let constant = "global g: i64 align 8 internal constant\n";
    check_with(constant, &[], "g = 1: i64\n_0 = 0: i64\nreturn", ErrorKind::Memory(Fault::ReadOnly));
    let dangling = "proc g: cproc() -> ptr internal name g module M file 0\nbody file 0 () -> (_0)\nlet _0: ptr\nlet _1: i64\nbb0:\n\
                    _1 = 4: i64\n_0 = &_1: ptr\nreturn\nend\n";
    check_with(dangling, &["ptr"], "_1 = call g()\n_0 = _1^i64\nreturn", ErrorKind::Memory(Fault::DeadLocal));
}

#[test]
fn calls() {
    check(
        &["cproc()"],
        "_1 = zero: cproc()\ncall indirect _1 : cproc() ()\n_0 = 1: i64\nreturn",
        ErrorKind::Memory(Fault::Null),
    );
    let body = "_1 = cast bits proc f to cproc()\ncall indirect _1 : cproc() ()\n_0 = 1: i64\nreturn";
    check(&["cproc()"], body, ErrorKind::Call);
    check_with(
        "proc puts: cproc(ptr) foreign name puts module M file 0\n",
        &[],
        "call puts(zero: ptr)\n_0 = 1: i64\nreturn",
        ErrorKind::Unsupported,
    );
    check(&[], "_0 = call f()\nreturn", ErrorKind::CallDepth);
    check(&[], "unreachable", ErrorKind::Unreachable);
    check(&["i64"], "_1 = 0: i64\n_0 = div 1: i64, _1\nreturn", ErrorKind::Division);
}

#[test]
fn steps_end() {
    let text = procedure("i64", &[], "goto bb1\nbb1:\ngoto bb1");
    let error = call_under(&text, Limits { steps: 1000, ..Limits::default() }).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Steps);
    assert_eq!(error.message, "more than 1000 steps");
}

/// Each limit just reached, and just passed.
#[test]
fn limits_are_exact() {
    let down = "proc down: cproc(i64) internal name down module M file 0\nbody file 0 (_0) -> ()\nlet _0: i64\nlet _1: bool\nlet _2: i64\n\
        bb0:\n_1 = le _0, 1: i64\nbranch _1 then bb2 else bb1\nbb1:\n_2 = sub _0, 1: i64\ncall down(_2)\nreturn\nbb2:\nreturn\nend\n";
    let calls = |calls: u32, call_depth: u32| {
        let text =
            format!("{down}{}", procedure("i64", &[], &format!("call down({}: i64)\n_0 = 1: i64\nreturn", calls - 1)));
        call_under(&text, Limits { call_depth, ..Limits::default() }).map_err(|error| error.kind).map(|_| ())
    };
    assert_eq!(calls(49, 50), Ok(()));
    assert_eq!(calls(50, 50), Ok(()));
    assert_eq!(calls(51, 50), Err(ErrorKind::CallDepth));
    let block = |bytes: u64| {
        let text = format!(
            "{HEAP}{}",
            procedure(
                "i64",
                &["ptr"],
                &format!("_1 = call hb_rt_page_allocate({bytes}: i64, 8: i64)\n_0 = 1: i64\nreturn")
            )
        );
        call_under(&text, Limits { memory_bytes: 65536, ..Limits::default() }).map_err(|error| error.kind).map(|_| ())
    };
    assert_eq!(block(65520), Ok(()));
    assert_eq!(block(65536), Ok(()));
    assert_eq!(block(65537), Err(ErrorKind::Memory(Fault::MemoryLimit)));
    let steps = |steps: u64| {
        let text = procedure("i64", &[], "goto bb2\nbb1:\n_0 = 1: i64\nreturn\nbb2:\ngoto bb1");
        call_under(&text, Limits { steps, ..Limits::default() }).map_err(|error| error.kind).map(|_| ())
    };
    assert_eq!(steps(5), Ok(()));
    assert_eq!(steps(1), Err(ErrorKind::Steps));
}

#[test]
fn memory_ends() {
    let allocate = "_1 = call hb_rt_page_allocate(100000: i64, 8: i64)";
    let body = format!("_2 = zero: ptr\ngoto bb1\nbb1:\n{allocate}\n_1^ptr = _2\n_2 = _1\ngoto bb1");
    check_with(HEAP, &["ptr", "ptr"], &body, ErrorKind::Memory(Fault::MemoryLimit));
    // What is lost does not count.
    let text = format!("{HEAP}{}", procedure("i64", &["ptr"], &format!("goto bb1\nbb1:\n{allocate}\ngoto bb1")));
    let limits = Limits { steps: 100_000, memory_bytes: 1 << 20, ..Limits::default() };
    assert_eq!(call_under(&text, limits).map_err(|error| error.kind).err(), Some(ErrorKind::Steps));
}

/// Checks with their texts; the runtime's are the same.
#[test]
fn panics() {
    let check = |locals: &[&str], body: &str, expected: &str| {
        let text = format!(
            "enum Color size 4 align 4\n red = 0\nend\n{}",
            procedure("i64", locals, &format!("{body}\n_0 = 1: i64\nreturn"))
        );
        let error = call(&text).unwrap_err();
        assert_eq!((error.kind, error.message.as_str()), (ErrorKind::Panic, expected));
    };
    check(&[], "check index(-1: i64, 3: i64)", "panic: index -1 is out of range for length 3");
    check(&[], "check slice(2: i64, 1: i64, 3: i64)", "panic: slice 2..<1 is out of range for length 3");
    check(&[], "check division(0: u8)", "panic: division by zero");
    check(&[], "check division(0: i128)", "panic: division by zero");
    check(&[], "check null(zero: ptr)", "panic: null pointer");
    check(&[], "check enum_member Color(0: bool, -7: i8)", "panic: -7 is no member of Color");
    check(&[], "check rune(0: bool, 55296: u32)", "panic: 55296 is no Unicode scalar value");
    check(&[], "check overflow mul(100: i8, 2: i8)", "panic: arithmetic overflow");
    check(&[], "check overflow neg(-128: i8)", "panic: arithmetic overflow");
    check(
        &[],
        "check union_member \"circle square\"(0: bool, 0: i64, 1: u8)",
        "panic: member `circle` is not the current one, `square` is",
    );
}

#[test]
fn call_stacks() {
    let text = "proc g: cproc(i64) internal name inner module M file 3\nbody file 3 (_0) -> ()\nlet _0: i64\nbb0:\ncheck division(_0) !77\nreturn\nend\n\
        proc f: cproc() internal name outer module M file 2\nbody file 2 () -> ()\nbb0:\ncall g(1: i64) !10\ncall g(0: i64) !20\nreturn\nend";
    let error = call(text).unwrap_err();
    let frames: Vec<_> = error.frames.iter().map(|frame| (frame.name.as_str(), frame.file.0, frame.at)).collect();
    assert_eq!(frames, [("inner", 3, 77), ("outer", 2, 20)]);
}
