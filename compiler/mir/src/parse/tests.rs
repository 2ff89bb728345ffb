use crate::parse;

/// The text gives this error.
#[track_caller]
fn check(text: &str, expected: &str) {
    match parse::program(text) {
        Ok(_) => panic!("no error"),
        Err(error) => assert_eq!(error.to_string(), expected),
    }
}

/// A body with this statement gives this error.
#[track_caller]
fn check_statement(statement: &str, expected: &str) {
    let text = format!(
        "proc f: proc() internal name f module M file 0\nbody file 0 () -> ()\nlet _0: i64\nbb0:\n{statement}\nreturn\nend"
    );
    check(&text, expected);
}

#[test]
fn items() {
    check("procedure", "1:1: found `procedure`, expected a definition");
    check("proc f", "1:7: found the end, expected `:`");
    check("\n  global g: i65 align 8 internal", "2:13: a type without a definition: `i65`");
    check("global g: i64 align 3 internal", "1:21: an alignment that is no power of two up to 65536");
    check("global g: i64 align 8 internal\nglobal g: i64 align 8 internal", "2:8: `g` is defined twice");
    check("struct S size 999999999999999999 align 8 end", "1:15: a size that is too big");
    check("library \"a", "1:9: a text without its closing quote");
    check("library \"\\q\"", "1:9: an escape that means nothing");
    check("library \"\\xff\"", "1:9: a library that is not valid UTF-8");
    check("ä", "1:1: a character that means nothing: 'ä'");
}

#[test]
fn types() {
    let global = |ty: &str| format!("global g: {ty} align 8 internal");
    check(&global("[i64; 99999999999999]"), "1:12: an array that is too big");
    check(&global("<[i64; 2]; 2>"), "1:12: a vector that cannot be");
    check(&global("<i64; 0>"), "1:12: a vector that cannot be");
    check(&global("proc(..., i64)"), "1:21: found `i64`, expected `)`");
    check(&global("E#f64"), "1:11: an enum backed by a float");
    check(&global(&"*".repeat(300)), "1:267: found `*`, expected a type that is not nested so deeply");
    assert!(parse::program(&global(&format!("{}i64", "*".repeat(255)))).is_ok());
}

#[test]
fn statements() {
    check_statement("_0 = 1", "6:1: found `return`, expected `:`");
    check_statement("_0 = 1: i64: i64", "5:12: found `:`, expected a name");
    check_statement("_0, _0 = 1: i64", "5:10: found `1`, expected `call`");
    check_statement("call g()", "5:6: a procedure without a definition: `g`");
    check_statement("_0 = g", "5:6: a global without a definition: `g`");
    check_statement("_0 = 1.5: i64", "5:6: a float constant whose type is no float");
    check_statement("bb1:", "5:1: found `bb1`, expected a name");
    check_statement("check nothing()", "5:7: found `nothing`, expected a check");
    check_statement("call intrinsic atomic_add()", "5:26: found `(`, expected an ordering");
    check_statement("goto _0", "5:6: found `_0`, expected a block");
    check_statement(
        "_0 = 999999999999999999999999999999999999999999: i64",
        "5:6: found `9999999999999999999999999999999999999999`, expected an integer of 128 bits",
    );
    check_statement("_99999999999 = 1: i64", "5:1: found `_99999999999`, expected a local");
}

#[test]
fn order_of_locals_and_blocks() {
    check(
        "proc f: proc() internal name f module M file 0 body file 0 () -> () let _1: i64",
        "1:73: locals stand in order: expected _0",
    );
    check(
        "proc f: proc() internal name f module M file 0 body file 0 () -> ()\nbb1:",
        "2:1: blocks stand in order: expected bb0",
    );
}
