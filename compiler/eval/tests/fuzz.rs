//! Broken programs in the interpreter: whatever they do must end soon with a value or an error, in the memory that is allowed, whether the
//! verifier accepts them or not. Fixed seeds; `HUBBUB_FUZZ` sets how many.

#![expect(clippy::disallowed_methods, reason = "the number of inputs is a setting")]

#[path = "../../mir/tests/mutate/mod.rs"]
mod mutate;

use hubbub_base::Name;
use hubbub_eval::{CapturingHost, Interpreter, Limits, ProgramSource, Storage};
use mutate::{Random, mutate_alike, mutate_bytes, mutate_tokens};

/// Inputs for each fuzzer.
fn count() -> usize {
    std::env::var("HUBBUB_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(3_000)
}

const LIMITS: Limits = Limits { steps: 100_000, call_depth: 100, memory_bytes: 1 << 20 };

/// Runs `f`; whether it was a program, whether it verified, and whether it ended with a value.
fn check(text: &str) -> [bool; 3] {
    let Ok(program) = hubbub_mir::parse::program(text) else { return [false; 3] };
    let is_right = hubbub_mir::verify::program(&program).is_empty();
    let source = ProgramSource::new(program);
    let mut host = CapturingHost::default();
    let storage = Storage::default();
    let mut interpreter = Interpreter::new(&source, LIMITS, &mut host, &storage);
    let result = interpreter.call(Name::new("f"), &[]);
    assert!(interpreter.memory_used() <= LIMITS.memory_bytes);
    if let Ok(values) = &result {
        for value in values {
            let _ = interpreter.freeze(value, "frozen", true);
        }
    }
    [true, is_right, result.is_ok()]
}

fn run(seed: u64, mutate: impl Fn(&mut Random, &str) -> String) {
    let programs = [
        include_str!("../src/tests/fib.mir").replace("fib(32", "fib(9"),
        include_str!("../src/tests/sieve.mir").replace("2000000", "100"),
        include_str!("../src/tests/strings.mir").replace("1000000", "20"),
        include_str!("../src/tests/many.mir").to_owned(),
    ];
    let mut random = Random(seed);
    let mut sums = [0; 3];
    for index in 0..count() {
        let mut text = programs[index % programs.len()].clone();
        assert!(index >= programs.len() || check(&text) == [true; 3], "program {index} must run");
        for _ in 0..=random.below(3) {
            text = mutate(&mut random, &text);
        }
        for (sum, is) in sums.iter_mut().zip(check(&text)) {
            *sum += usize::from(is);
        }
    }
    let [programs, right, values] = sums;
    println!("{} inputs, {programs} programs, {right} of them without mistakes, {values} gave values", count());
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
