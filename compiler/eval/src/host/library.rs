//! What the standard library takes from Rust's crates, for interpreted programs: the same procedures of the same crates, natively.
//!
//! Only what gets and gives plain values is here. Facilities that work on the program's own memory (tables, sorts) have a second way
//! in the standard library, which asks `hb_rt_is_interpreted`.

use hubbub_runtime_nostd::library::hash;

use super::Results;
use crate::run::{Interpreter, Stop};

/// A procedure of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facility {
    HashU64,
    HashU128,
    HashBytes,
    RandomFill,
}

/// The procedures by symbol.
const PROCEDURES: &[(&str, Facility)] = &[
    ("hb_hash_u64", Facility::HashU64),
    ("hb_hash_u128", Facility::HashU128),
    ("hb_hash_bytes", Facility::HashBytes),
    ("hb_random_fill", Facility::RandomFill),
];

pub(super) fn find(symbol: &str) -> Option<Facility> {
    PROCEDURES.iter().find(|(name, _)| *name == symbol).map(|(_, facility)| *facility)
}

pub(super) fn call(facility: Facility, interpreter: &mut Interpreter<'_>, given: &[u64]) -> Result<Results, Stop> {
    let word = |number: usize| given.get(number).copied().unwrap_or(0);
    let (a, b, c) = (word(0), word(1), word(2));
    match facility {
        Facility::HashU64 => Ok([hash::of_u64(a, b), 0]),
        Facility::HashU128 => Ok([hash::of_u128(a, u128::from(b) | u128::from(c) << 64), 0]),
        Facility::HashBytes => {
            interpreter.spend(c / 16)?;
            Ok([hash::of_bytes(a, interpreter.memory_and_host().0.read(b, c)?), 0])
        }
        // Programs that run twice in the compiler do the same twice.
        Facility::RandomFill => {
            let zeros = vec![0; usize::try_from(b).unwrap_or(0).min(1 << 20)];
            interpreter.memory_and_host().0.write(a, &zeros)?;
            Ok([zeros.len() as u64, 0])
        }
    }
}
