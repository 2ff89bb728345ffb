//! What small programs weigh, stripped, and what is not in them.

#![allow(clippy::disallowed_methods, reason = "tests read files")]

mod common;

use common::{Flavour, Join, build, run, text_of};
use std::fs;
use std::process::Command;

fn stripped_size(program: &str, flavour: Flavour, join: Join) -> (u64, String) {
    let path = build(program, &["-O2"], flavour, join);
    let names = text_of(run(Command::new("llvm-nm-22").arg("--just-symbol-name").arg(&path)).stdout);
    let stripped = path.with_extension("stripped");
    run(Command::new("llvm-strip-22").arg(&path).arg("-o").arg(&stripped));
    (fs::metadata(stripped).unwrap().len(), names)
}

fn check(program: &str, flavour: Flavour, join: Join, limit: u64, without: &[&str]) {
    let (size, names) = stripped_size(program, flavour, join);
    assert!(size <= limit, "{program} {flavour:?} {join:?}: {size} bytes, at most {limit} wanted");
    for part in without {
        assert!(!names.contains(part), "{program} {flavour:?} {join:?} has {part}:\n{names}");
    }
}

const ALLOCATOR: &str = "allocator";
const FLOATS: &str = "float";
const PANICS: &str = "panics";
const ARGUMENTS: &str = "hb_rt_arguments";
const DIGITS: &str = "decimal";

#[test]
fn hello_world_is_two_system_calls() {
    let without = [ALLOCATOR, FLOATS, PANICS, ARGUMENTS, DIGITS];
    check("hello", Flavour::Nostd, Join::Archive, 1800, &without);
    check("hello", Flavour::Nostd, Join::Bitcode, 1250, &without);
    check("hello", Flavour::Std, Join::Archive, 5000, &without);
    check("hello", Flavour::Std, Join::Bitcode, 5000, &without);
}

#[test]
fn programs_carry_what_they_reach() {
    check("integers", Flavour::Nostd, Join::Archive, 4500, &[ALLOCATOR, FLOATS, PANICS, ARGUMENTS]);
    check("arguments", Flavour::Nostd, Join::Archive, 7000, &[FLOATS, PANICS]);
    check("allocation", Flavour::Nostd, Join::Archive, 9700, &[FLOATS, PANICS, ARGUMENTS]);
    check("floats", Flavour::Nostd, Join::Archive, 15000, &[ALLOCATOR, PANICS, ARGUMENTS]);
    check("panic_index", Flavour::Nostd, Join::Archive, 18000, &[ALLOCATOR, FLOATS, ARGUMENTS]);
}
