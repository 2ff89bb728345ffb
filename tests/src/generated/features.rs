//! Which parts of the language generated programs have: counted in their text.

use std::fmt::Write;
use std::ops::Range;

use super::{hubbub, make};

/// A part of the language, and what shows that a program has it.
const FEATURES: [(&str, &[&str]); 66] = [
    ("integers of 128 bits", &["i128", "u128"]),
    ("f16", &["f16"]),
    ("f32 and f64", &["f32", "f64"]),
    ("runes", &["Rune"]),
    ("structs", &[":: struct\n", ":: struct #"]),
    ("packed structs", &["#packed"]),
    ("aligned structs", &["#align("]),
    ("using", &["    using "]),
    ("generic structs", &[":: struct {T"]),
    ("unions", &[":: union"]),
    ("enums", &[":: enum"]),
    ("flags", &["#flags"]),
    ("errors", &["#error"]),
    ("distinct types", &[":: distinct"]),
    ("Maybe", &["Maybe{"]),
    ("arrays", &["Array{"]),
    ("slices", &["Slice{"]),
    ("slices of literals, variadics", &["..<", ": .."]),
    ("vectors", &["Simd{"]),
    ("shuffle", &["shuffle("]),
    ("select", &["select("]),
    ("all, any", &["all(", "any("]),
    ("reductions", &["sum(Simd", "product(", "min(", "max("]),
    ("pointers", &["Pointer{"]),
    ("procedure values", &[": (x0: "]),
    ("closures", &["#closure"]),
    ("captures by reference", &[":= [&", ", &_"]),
    ("generic procedures", &[":: {T}(", ":: {T, "]),
    ("values as generic arguments", &[":: {_a", ":: {T, _a"]),
    ("variadics", &[": .."]),
    ("spread", &["(.._", ", .._"]),
    ("overload sets", &["\nset"]),
    ("operators", &["#operator"]),
    ("unary operators", &["- :: #operator", "~ :: #operator"]),
    ("index operators", &["[] :: #operator"]),
    ("own < and in", &["< :: #operator", "in :: #operator"]),
    ("calls behind a point", &[".p"]),
    ("named arguments", &["(_a", ", _a"]),
    ("several results", &[") -> ("]),
    ("tail calls", &["#tail"]),
    ("defer", &["defer"]),
    ("with", &["with context"]),
    ("labels", &["l1: ", "l2: ", "l3: ", "l4: ", "l5: ", "l6: "]),
    ("match", &["match "]),
    ("guards", &[" if "]),
    ("payload by name", &[" &_b"]),
    ("ifx", &["ifx "]),
    ("block as expression", &["= block", "(block"]),
    ("or_else", &["or_else"]),
    ("or_return", &["or_return"]),
    ("or_break, or_continue", &["or_break", "or_continue"]),
    ("if with binding", &["if _n"]),
    ("while", &["while "]),
    ("while with binding", &["while _x"]),
    ("for over ranges", &["for _i"]),
    ("for over elements", &["for _x"]),
    ("for by name", &["for &"]),
    ("for over text", &["for _r"]),
    ("iterators", &["\nnext ::"]),
    ("reverse", &["reverse("]),
    ("in ranges", &[" in "]),
    ("#run", &["#run"]),
    ("#if", &["#if "]),
    ("#no-bounds-checks", &["#no-bounds-checks"]),
    ("format", &["format("]),
    ("ways of the prelude", &["way_"]),
];

/// How many of these programs have which part, one a line.
pub fn table(seeds: Range<u64>) -> String {
    let mut counts = [0_u64; FEATURES.len()];
    let total = seeds.end - seeds.start;
    for seed in seeds {
        let text = hubbub::alone(&make::case(seed));
        for (count, (_, signs)) in counts.iter_mut().zip(FEATURES) {
            *count += u64::from(signs.iter().any(|sign| text.contains(sign)));
        }
    }
    let mut table = String::new();
    for (count, (name, _)) in counts.iter().zip(FEATURES) {
        // Writing into a string cannot fail.
        let _ = writeln!(table, "{:>5.1} %  {name}", 100.0 * *count as f64 / total as f64);
    }
    table
}
