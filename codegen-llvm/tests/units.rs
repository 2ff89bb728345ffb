//! Big programs are several units, which do the same as one, and come out the same whatever the number of threads.
#![allow(clippy::disallowed_methods, reason = "tests write files")]

mod common;

use std::fmt::Write;

use common::{link_and_run, objects, parse, scratch, sources, write_objects};
use hubbub_codegen_llvm::{Emit, Level, Output, generate};

const PROCEDURES: usize = 2_000;

/// Every so many procedures call each other in a chain.
const CHAIN: usize = 9;

/// Procedures in several modules; each calls the one before it, which is of another module, and reads a constant.
fn program() -> String {
    let mut text =
        "global table: [i64; 2] align 8 internal constant data \"\\x03\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x04\"\n\n"
            .to_owned();
    for index in 0..PROCEDURES {
        let (kind, linkage) = if index + 1 == PROCEDURES { ("cproc", "exported") } else { ("proc", "internal") };
        let context = if kind == "proc" { " context _4" } else { "" };
        let call = match index % CHAIN {
            0 => "_3 = add _0, 1: i64 !0".to_owned(),
            _ => format!("_3 = call step{}(_0) context _4 !0", index - 1),
        };
        write!(
            text,
            "proc step{index}: {kind}(i64) -> i64 {linkage} name step module M{} file 0 !0\n    body file 0 (_0) -> (_1){context}\n    \
             let _0 n: i64 !0\n    let _1: i64 !0\n    let _2 a: i64 !0\n    let _3 b: i64 !0\n    let _4: ptr !0\nbb0:\n    \
             {}{call}\n    _2 = mul _3, table[0] !0\n    _2 = xor _2, {index}: i64 !0\n    _2 = add _2, table[1] !0\n    \
             _2 = shr _2, 1: i64 !0\n    _2 = sub _2, {index}: i64 !0\n    _1 = or _2, 1: i64 !0\n    return !0\nend\n\n",
            index % 7,
            if kind == "cproc" { "_4 = zero: ptr !0\n    " } else { "" },
        )
        .unwrap();
    }
    text
}

const MAIN: &str =
    "#include <stdio.h>\nlong step1999(long);\nint main(void) { printf(\"%ld\\n\", step1999(5)); return 0; }\n";

/// The same in Rust.
fn expected() -> i64 {
    let mut previous = 0_i64;
    for index in 0..PROCEDURES as i64 {
        let start = if index % CHAIN as i64 == 0 { 6 } else { previous };
        let value = ((start.wrapping_mul(3) ^ index).wrapping_add(4) >> 1).wrapping_sub(index);
        previous = value | 1;
    }
    previous
}

fn generate_with(threads: usize, text: &str, level: Level) -> Vec<Output> {
    let mut options = objects(level);
    options.debug_info = true;
    options.emit = Emit { object: true, assembly: true, ..Emit::default() };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    let program = parse("units", text);
    pool.install(|| generate(&program, &sources("units", text), &options)).unwrap()
}

#[test]
fn many_units_do_the_same_with_any_number_of_threads() {
    let text = program();
    for level in [Level::O0, Level::O2] {
        let outputs = generate_with(1, &text, level);
        assert!(outputs.len() > 1, "one unit at {level:?}");
        assert!(generate_with(4, &text, level) == outputs, "4 threads give something else at {level:?}");
        let folder = scratch(&format!("units-{level:?}"));
        let main = folder.join("main.c");
        std::fs::write(&main, MAIN).unwrap();
        let found = link_and_run(&folder, &write_objects(&folder, &outputs), &[main]);
        assert_eq!(found, (format!("{}\n", expected()), Some(0)), "at {level:?}");
    }
}

#[test]
fn small_procedures_of_other_units_are_inlined() {
    let outputs = generate_with(4, &program(), Level::O2);
    let assembly: String = outputs.iter().map(|output| output.assembly.clone().unwrap()).collect();
    let is_left = |index: &usize| {
        let before = format!("\tstep{}\n", index - 1);
        let body = assembly.split(&format!("\nstep{index}:")).nth(1).unwrap_or("");
        body.split(".Lfunc_end").next().unwrap_or("").contains(&before)
    };
    let left = (1..PROCEDURES).step_by(20).filter(|index| index % CHAIN != 0).filter(is_left).count();
    assert!(left == 0, "{left} calls of small procedures are left");
}
