//! Programs in MIR text with what they print or give. The benchmark programs serve `examples/speed.rs` too.

mod errors;
mod freeze;
mod programs;
mod values;

use hubbub_base::Name;

use crate::{CapturingHost, EvalError, Interpreter, Limits, ProgramSource, Storage, Value};

/// The source of a program that verifies.
#[track_caller]
fn source(text: &str) -> ProgramSource {
    let program = hubbub_mir::parse::program(text).unwrap_or_else(|error| panic!("{error}"));
    let errors: Vec<_> = hubbub_mir::verify::program(&program).iter().map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    ProgramSource::new(program)
}

/// Calls `f`, which takes nothing, under some limits.
#[track_caller]
fn call_under(text: &str, limits: Limits) -> Result<Vec<Value>, EvalError> {
    let source = source(text);
    let mut host = CapturingHost::default();
    Interpreter::new(&source, limits, &mut host, &Storage::default()).call(Name::new("f"), &[])
}

#[track_caller]
fn call(text: &str) -> Result<Vec<Value>, EvalError> {
    call_under(text, Limits::default())
}

/// A C procedure `f` without parameters: its result's type, locals from `_1` on, and blocks.
fn procedure(result: &str, locals: &[&str], body: &str) -> String {
    let locals: String = locals.iter().enumerate().map(|(index, ty)| format!("let _{}: {ty}\n", index + 1)).collect();
    format!(
        "proc f: cproc() -> {result} internal name f module M file 0\nbody file 0 () -> (_0)\nlet _0: {result}\n\
         {locals}bb0:\n{body}\nend\n"
    )
}

/// `_0` gets this value, as bits.
#[track_caller]
fn check(result: &str, locals: &[&str], body: &str, expected: u128) {
    check_with("", result, locals, body, expected);
}

/// The same with definitions in front.
#[track_caller]
fn check_with(definitions: &str, result: &str, locals: &[&str], body: &str, expected: u128) {
    let text = format!("{definitions}{}", procedure(result, locals, body));
    let values = call(&text).unwrap_or_else(|error| panic!("{error} {:?}", error.frames));
    let mut bytes = values[0].bytes.clone();
    let length = bytes.len();
    bytes.resize(16, 0);
    let found = u128::from_le_bytes(bytes.try_into().unwrap());
    let mask = if length >= 16 { u128::MAX } else { (1 << (length * 8)) - 1 };
    assert_eq!(found, expected & mask, "found {found:#x}, expected {:#x}", expected & mask);
}
