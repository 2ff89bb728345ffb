//! The containers and sorts of the standard library against Rust's: random operations, done by both, give the same.
//!
//! `HUBBUB_CONTAINERS` says how many cases of each, `HUBBUB_SEED` with which seed to begin. A program of Hubbub's answers all of them in one run.

use super::formats::{ask, build};
use super::generated::setting;
use crate::containers;
use crate::generated::random::Random;
use crate::{Test, Tools};

const CASES: u64 = 300;

/// A test at both levels.
pub fn collect(_: &Tools) -> Vec<Test> {
    let mut tests = Vec::new();
    for (level, flavour) in [("-O0", "std"), ("-O3", "nostd")] {
        tests.push(Test::new(format!("containers {level} {flavour}"), move |tools| {
            let program = build(tools, "containers", level, flavour)?;
            containers::KINDS.into_iter().try_for_each(|kind| check(&program, kind))
        }));
    }
    tests
}

fn check(program: &std::path::Path, kind: u8) -> Result<(), String> {
    let (count, first) = (setting("HUBBUB_CONTAINERS", CASES), setting("HUBBUB_SEED", 1));
    let case = |seed: u64| containers::case(kind, &mut Random::new(seed * 256 + u64::from(kind)));
    let cases: Vec<Vec<u8>> = (first..first + count).map(case).collect();
    let answers = ask(program, kind, &cases)?;
    for (index, case) in cases.iter().enumerate() {
        let expected = containers::expected(kind, case);
        let answer = answers.get(index).map_or("no answer".into(), |answer| String::from_utf8_lossy(answer));
        if answer != expected {
            let seed = first + index as u64;
            let kind = char::from(kind);
            return Err(format!("kind {kind:?}, seed {seed}: {case:?}\nanswered {answer}\nexpected {expected}"));
        }
    }
    Ok(())
}
