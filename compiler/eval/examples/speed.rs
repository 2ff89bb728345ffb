//! Measures the interpreter: `cargo run --release -p hubbub-eval --example speed`.

use std::time::Instant;

use hubbub_base::Name;
use hubbub_eval::{CapturingHost, Interpreter, Limits, ProgramSource, Storage};

#[expect(clippy::disallowed_methods, reason = "measuring is all that it is for")]
fn main() {
    let programs = [
        ("fibonacci", include_str!("../src/tests/fib.mir")),
        ("sieve", include_str!("../src/tests/sieve.mir")),
        ("strings", include_str!("../src/tests/strings.mir")),
    ];
    for (name, text) in programs {
        let program = match hubbub_mir::parse::program(text) {
            Ok(program) => program,
            Err(error) => {
                eprintln!("{name}: {error}");
                std::process::exit(1);
            }
        };
        let source = ProgramSource::new(program);
        let mut host = CapturingHost::default();
        let limits = Limits { steps: u64::MAX, ..Limits::default() };
        let storage = Storage::default();
        let mut interpreter = Interpreter::new(&source, limits, &mut host, &storage);
        let start = Instant::now();
        let result = interpreter.call(Name::new("f"), &[]);
        let seconds = start.elapsed().as_secs_f64();
        let steps = interpreter.steps();
        let millions = steps as f64 / seconds / 1e6;
        println!("{name:10} {steps:12} steps {seconds:7.3} s {millions:8.1} M steps/s {:?}", result.map(|it| it.len()));
    }
}
