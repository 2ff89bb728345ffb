use crate::{parse, verify};

const PRELUDE: &str = "\
struct Context size 16 align 8\n user_index: u32 +0\n f: ptr +8\nend\n\
struct Pair size 16 align 8\n a: i64 +0\n b: bool +8\nend\n\
global g: Pair align 8 internal\n\
proc callee: proc(i64, Pair) -> (Pair, bool) foreign name callee module M file 0\n\
proc c: cproc(ptr, ...) -> i32 foreign name c module M file 0\n";

#[track_caller]
fn check_text(text: &str, expected: &[&str]) {
    let program = parse::program(text).unwrap_or_else(|error| panic!("{error}"));
    let errors: Vec<_> = verify::program(&program).iter().map(ToString::to_string).collect();
    assert_eq!(errors, expected);
}

/// A body with these statements (locals: `_0` parameter, `_1` result, `_2` context, then as listed) gives these errors.
#[track_caller]
fn check(statements: &str, expected: &[&str]) {
    let text = format!(
        "{PRELUDE}proc f: proc(Pair) -> i64 internal name f module M file 0\nbody file 0 (_0) -> (_1) context _2\n\
         let _0: Pair\nlet _1: i64\nlet _2: *Context\nlet _3: bool\nlet _4: f64\nlet _5: Pair\nlet _6: ptr\nlet _7: [i64; 3]\n\
         let _8: <i32; 4>\nlet _9: Context\nlet _10: *Context\nlet _11: i32\nlet _12: u8\nlet _13: <bool; 4>\nbb0:\n{statements}\nreturn\nend"
    );
    check_text(&text, expected);
}

/// The same with one statement.
#[track_caller]
fn check_one(statement: &str, expected: &str) {
    check(statement, &[&format!("f, bb0, statement 0: {expected}")]);
}

#[test]
fn right_statements() {
    check(
        "_1 = add _1, 1: i64\n_4 = mul _4, 2.0: f64\n_5 = _0\n_5 = _5\n_3 = lt _1, _7[_1]\n_6 = &_5.0: *i64\n\
         _1 = _6^i64[+_1]\n_8 = shl _8, _8\n_13 = eq _8, _8\n_11 = _8[3]\n_10 = &_9: ptr\n\
         _5, _3 = call callee(_1, g) context _10\n_11 = call c(_6, _4)\ncall callee(_1, _0) context _2\n\
         check index(_1, 3: i64) context _2\n_1 = cast int _12 to i64\n_4 = cast bits _1 to f64\n\
         _8 = cast splat 3: i32 to <i32; 4>\n_11 = call intrinsic reduce_add(_8)\n_8 = call intrinsic select(_13, _8, _8)\n\
         _1, _3 = call intrinsic add_overflow(_1, _1)\ncall intrinsic memory_set(_6, 0: u8, 5: i64)\nlive _5\ndead _5",
        &[],
    );
}

#[test]
fn places() {
    check_one("_1 = _0.0.0", "a step Field(0) from `i64`");
    check_one("_1 = _0.7", "`Pair` has no field 7");
    check_one("_1 = _7[3]", "the index 3 is out of range");
    check_one("_1 = _7[_11]", "the index is `i32`, expected `i64`");
    check_one("_1 = _1^i64", "a step Deref(Int { bits: 64, signed: true }) from `i64`");
    check_one("_1 = _99", "_99 is out of range");
    check_one("_1 = g#i64 ", "the type given for `g` is `i64`, expected `Pair`");
    check_one("_1 = h#i64 ", "the global `h` is not defined");
    check_one("_1 = _6^Gone#(8, 8).0", "`Gone` is not defined");
    check_one("_6 = &_6^Pair#(8, 8): ptr", "`Pair` is used with another size or alignment than it is defined with");
}

#[test]
fn parameters_and_contexts() {
    check_one("_0.0 = 1: i64", "_0 is a parameter, but it is assigned");
    check_one("_6 = &_0.1: ptr", "_0 is a parameter, but its address is taken");
    check_one("live _0", "_0 is a parameter, but its storage ends");
    check_one("_2 = zero: ptr", "_2 is the context, but it is assigned");
    check_one("call callee(_1, _0)", "a context against the callee's convention");
    check_one("call c(_6) context _2", "a context against the callee's convention");
    check("_6 = zero: ptr\ncall callee(_1, _0) context _6", &["f: _6 serves as context, but holds something else"]);
    check("call callee(_1, _0) context _1", &["f: _1 serves as context, but is no pointer"]);
    check("_6 = _10\n_10 = &_9: ptr\ncall callee(_1, _0) context _6", &[]);
}

#[test]
fn values() {
    check_one("_1 = 1: i32", "the value is `i32`, expected `i64`");
    check_one("_12 = 256: u8", "256 is no value of `u8`");
    check_one("_12 = -1: u8", "-1 is no value of `u8`");
    check_one("_3 = 2: bool", "2 is no value of `bool`");
    check_one("_1 = add _1, _11", "the second operand is `i32`, expected `i64`");
    check_one("_3 = add _3, _3", "Add of `bool`");
    check_one("_1 = shl _1, _4", "a shift by `f64`");
    check_one("_1 = not _1", "Not of `i64`");
    check_one("_1 = cast int_to_float _1 to i64", "a cast IntToFloat from `i64` to `i64`");
    check_one("_1 = cast bits _11 to i64", "a cast Bits from `i32` to `i64`");
    check_one("_6 = addr g +17: ptr", "`g` is not so long");
    check_one("_6 = proc nobody#ptr ", "the procedure `nobody` is not defined");
}

#[test]
fn overlaps() {
    let text = |statement: &str| {
        format!(
            "struct In size 8 align 8\n a: i64 +0\nend\nstruct Out size 16 align 8\n a: In +0\n b: In +8\nend\n\
             proc f: proc() internal name f module M file 0\nbody file 0 () -> () context _0\nlet _0: ptr\nlet _1: Out\n\
             let _2: *In\nbb0:\n{statement}\nreturn\nend"
        )
    };
    check_text(&text("_1.0 = _1.1"), &[]);
    check_text(&text("_2^In = _2^In"), &[]);
    let errors = [
        "f, bb0, statement 0: the value is `Out`, expected `In`",
        "f, bb0, statement 0: an aggregate is assigned from a place that overlaps it",
    ];
    check_text(&text("_1.0 = _1"), &errors);
}

#[test]
fn calls() {
    check_one("_5 = call callee(_1) context _2", "1 arguments, expected 2");
    check_one("_5 = call callee(_4, _0) context _2", "argument 0 is `f64`, expected `i64`");
    check_one("_1 = call callee(_1, _0) context _2", "the place of result 0 is `i64`, expected `Pair`");
    check_one("g = call callee(_1, _0) context _2", "result 0 is built in memory that the callee can reach");
    check_one("_5, _3, _3 = call callee(_1, _0) context _2", "3 results, expected at most 2");
    check_one("call indirect _6 : ptr ()", "calls what is no procedure");
    check_one("call intrinsic memory_copy(_6, _6)", "MemoryCopy with 2 operands and 0 results");
    let errors = ["f, bb0, statement 0: SquareRoot with `i64`", "f, bb0, statement 0: SquareRoot with `f64`"];
    check("_4 = call intrinsic square_root(_1)", &errors);
}

#[test]
fn checks() {
    check_one("check index(_1)", "1 operands, expected 2");
    check_one("check index(_1, _11)", "an operand is `i32`");
    check_one("check overflow add(_1, _11)", "the second operand is `i32`, expected `i64`");
    check_one("check union_member circle(_1, 0: i64, 0: u8)", "an operand is `i64`");
}

#[test]
fn terminators() {
    check("goto bb7\nbb1:", &["f, bb0, terminator: bb7 is out of range"]);
    check("branch _1 then bb1 else bb1\nbb1:", &["f, bb0, terminator: the condition is `i64`, expected `bool`"]);
    check(
        "switch _12 (1 -> bb1, 256 -> bb1) else bb1\nbb1:",
        &["f, bb0, terminator: the case 256 is no value of the type"],
    );
    check("switch _12 (1 -> bb1, 1 -> bb1) else bb1\nbb1:", &["f, bb0, terminator: a case stands twice"]);
    check("switch _4 () else bb1\nbb1:", &["f, bb0, terminator: a switch on what is no integer"]);
    check("tail callee(_1, _0) context _2\nbb1:", &["f, bb0, terminator: a tail call to another signature"]);
    check("tail f(_0) context _2\nbb1:", &[]);
}

#[test]
fn declarations_of_what_others_see_may_disagree() {
    let body = "body file 0 () -> ()\nbb0:\ncall e#cproc() ()\nreturn\nend\n";
    let program = |linkage: &str| {
        format!(
            "proc e: cproc() -> i32 {linkage} name e module M file 0\nbody file 0 () -> (_0)\nlet _0: i32\nbb0:\n_0 = 0: i32\n\
             return\nend\nproc f: cproc() internal name f module M file 0\n{body}"
        )
    };
    check_text(&program("exported"), &[]);
    check_text(
        &program("internal"),
        &["f, bb0, statement 0: the type given for `e` is `cproc()`, expected `cproc() -> i32`"],
    );
}

#[test]
fn heads() {
    check_text(
        "proc f: cproc(i64) internal name f module M file 0\nbody file 0 () -> (_0) context _9\nlet _0: i64\nend",
        &[
            "f: no block",
            "f: 0 parameters, expected 1",
            "f: 1 results, expected 0",
            "f: a context against its convention",
            "f: _9 is out of range",
            "f: the context is no pointer",
        ],
    );
    check_text(
        "proc f: proc(...) -> (i64, i64) internal name f module M file 0",
        &["f: has a body exactly if it is not foreign", "f: `...` is for C procedures"],
    );
}

#[test]
fn globals_and_types() {
    check_text(
        "struct S size 12 align 8\n a: i64 +8\nend",
        &["type S: a size that is no multiple of the alignment", "type S: field `a` reaches beyond the end"],
    );
    check_text(
        "union U size 8 align 8\nend\nstruct S size 8 align 8\n A = 1\nend",
        &["type U: a union without a tag", "type S: members, but no enum"],
    );
    check_text(
        "global g: i64 align 4 foreign data \"123456789\"\n relocate 4 to h +0",
        &[
            "global g: an alignment that is no power of two or below the type's",
            "global g: more bytes than its type has",
            "global g: foreign, but with contents",
            "global g: a relocation at 4 that is out of order or range",
            "global g: bytes under the relocation at 4",
            "global g: `h` is not defined",
        ],
    );
}
