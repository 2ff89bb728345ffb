//! Broken MIR: the parser must end with a program or an error, and what it reads must print, parse back and verify, in the sense
//! that the verifier ends. Fixed seeds; `HUBBUB_FUZZ` sets how many, `HUBBUB_FUZZ_SEED` where the numbers begin.

#![expect(clippy::disallowed_methods, reason = "the numbers of inputs are settings")]

mod mutate;

use hubbub_mir::{build, parse, print, verify};
use mutate::{Random, mutate_alike, mutate_bytes, mutate_tokens};

/// One without mistakes, and one whose symbols are not defined.
const SAMPLES: [&str; 2] =
    [include_str!("../src/samples/everything.mir"), include_str!("../src/samples/undefined.mir")];

fn setting(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

/// Inputs for each fuzzer.
fn count() -> usize {
    setting("HUBBUB_FUZZ", 5_000)
}

/// The numbers of a fuzzer.
fn numbers(fuzzer: u64) -> Random {
    Random(fuzzer + setting("HUBBUB_FUZZ_SEED", 0) as u64)
}

/// What must hold for every input; whether it was a program, and one without mistakes.
fn check(text: &str) -> (bool, bool) {
    let program = match parse::program(text) {
        Ok(program) => program,
        Err(error) => {
            assert!(error.line >= 1 && error.column >= 1 && !error.message.is_empty());
            return (false, false);
        }
    };
    let printed = print::program(&program);
    match parse::program(&printed) {
        Ok(again) => {
            assert!(again == program, "another program comes back\n{text}");
            assert_eq!(print::program(&again), printed);
        }
        Err(error) => panic!("{error}\n{printed}"),
    }
    for body in program.procedures.values().filter_map(|procedure| procedure.body.as_ref()) {
        assert!(build::normal_form(body) == *body);
    }
    (true, verify::program(&program).is_empty())
}

fn run(seed: u64, mutate: impl Fn(&mut Random, &str) -> String) {
    let mut random = numbers(seed);
    let (mut programs, mut right) = (0, 0);
    for _ in 0..count() {
        let mut text = SAMPLES[usize::from(random.below(8) == 0)].to_owned();
        for _ in 0..=random.below(3) {
            text = mutate(&mut random, &text);
        }
        let (is_program, is_right) = check(&text);
        programs += usize::from(is_program);
        right += usize::from(is_right);
    }
    println!("{} inputs, {programs} programs, {right} of them without mistakes", count());
}

#[test]
fn bytes() {
    run(1, mutate_bytes);
}

#[test]
fn alike() {
    run(4, mutate_alike);
}

#[test]
fn tokens() {
    run(2, mutate_tokens);
}

#[test]
fn noise() {
    let mut random = numbers(3);
    for _ in 0..count() {
        let length = random.below(200);
        let bytes: Vec<u8> = (0..length).map(|_| random.next() as u8).collect();
        check(&String::from_utf8_lossy(&bytes));
    }
}
