//! What the standard library takes from Rust's crates, for interpreted programs: the same procedures of the same crates, natively.
//!
//! Only what gets and gives plain values is here. Facilities that work on the program's own memory (tables, sorts) have a second way
//! in the standard library, which asks `hb_rt_is_interpreted`.

use hubbub_runtime_nostd::library::{hash, math, text, unicode};

use super::{Results, yaml};
use crate::run::{Interpreter, Stop};

/// A procedure of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facility {
    HashU64,
    HashU128,
    HashBytes,
    RandomFill,
    Find,
    FindLast,
    FindByte,
    FindLastByte,
    ValidLength,
    ParseF64,
    ParseF32,
    Grapheme,
    Word,
    Width,
    Properties,
    Change,
    YamlOpen,
    YamlNext,
    YamlTexts,
    YamlClose,
    /// A function of numbers: the index in the runtime's table.
    One(usize),
    OneF32(usize),
    Two(usize),
    TwoF32(usize),
}

/// The procedures by symbol.
const PROCEDURES: &[(&str, Facility)] = &[
    ("hb_hash_u64", Facility::HashU64),
    ("hb_hash_u128", Facility::HashU128),
    ("hb_hash_bytes", Facility::HashBytes),
    ("hb_random_fill", Facility::RandomFill),
    ("hb_text_find", Facility::Find),
    ("hb_text_find_last", Facility::FindLast),
    ("hb_text_find_byte", Facility::FindByte),
    ("hb_text_find_last_byte", Facility::FindLastByte),
    ("hb_text_valid_length", Facility::ValidLength),
    ("hb_text_parse_f64", Facility::ParseF64),
    ("hb_text_parse_f32", Facility::ParseF32),
    ("hb_unicode_grapheme", Facility::Grapheme),
    ("hb_unicode_word", Facility::Word),
    ("hb_unicode_width", Facility::Width),
    ("hb_unicode_properties", Facility::Properties),
    ("hb_unicode_change", Facility::Change),
    ("hb_yaml_open", Facility::YamlOpen),
    ("hb_yaml_next", Facility::YamlNext),
    ("hb_yaml_texts", Facility::YamlTexts),
    ("hb_yaml_close", Facility::YamlClose),
];

pub(super) fn find(symbol: &str) -> Option<Facility> {
    let listed = PROCEDURES.iter().find(|(name, _)| *name == symbol).map(|(_, facility)| *facility);
    listed.or_else(|| function(symbol))
}

fn function(symbol: &str) -> Option<Facility> {
    let one = || math::ONE.iter().position(|(name, _)| *name == symbol).map(Facility::One);
    let one_f32 = || math::ONE_F32.iter().position(|(name, _)| *name == symbol).map(Facility::OneF32);
    let two = || math::TWO.iter().position(|(name, _)| *name == symbol).map(Facility::Two);
    let two_f32 = || math::TWO_F32.iter().position(|(name, _)| *name == symbol).map(Facility::TwoF32);
    one().or_else(one_f32).or_else(two).or_else(two_f32)
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
        Facility::One(_) | Facility::OneF32(_) | Facility::Two(_) | Facility::TwoF32(_) => {
            Ok([numeric(facility, a, b), 0])
        }
        Facility::YamlOpen => yaml::open(interpreter, a, b),
        Facility::YamlNext => yaml::next(interpreter, a, b),
        Facility::YamlTexts => yaml::texts(interpreter, a, b),
        Facility::YamlClose => Ok(yaml::close(interpreter, a)),
        Facility::Properties => Ok([u64::from(unicode::properties(a as u32)), 0]),
        _ => textual(facility, interpreter, [a, b, c, word(3)]),
    }
}

fn numeric(facility: Facility, a: u64, b: u64) -> u64 {
    let narrow = |bits: u64| f32::from_bits(bits as u32);
    let wide = f64::from_bits;
    let result = match facility {
        Facility::One(index) => math::ONE.get(index).map(|(_, f)| f(wide(a)).to_bits()),
        Facility::Two(index) => math::TWO.get(index).map(|(_, f)| f(wide(a), wide(b)).to_bits()),
        Facility::OneF32(index) => math::ONE_F32.get(index).map(|(_, f)| u64::from(f(narrow(a)).to_bits())),
        Facility::TwoF32(index) => math::TWO_F32.get(index).map(|(_, f)| u64::from(f(narrow(a), narrow(b)).to_bits())),
        _ => None,
    };
    result.unwrap_or(0)
}

/// What reads the bytes at `a`, of which there are `b`.
fn textual(facility: Facility, interpreter: &mut Interpreter<'_>, [a, b, c, d]: [u64; 4]) -> Result<Results, Stop> {
    interpreter.spend(b / 16)?;
    let (memory, _) = interpreter.memory_and_host();
    let bytes = memory.read(a, b)?;
    let parsed = match facility {
        Facility::Find => return Ok([text::find(bytes, memory.read(c, d)?) as u64, 0]),
        Facility::FindLast => return Ok([text::find_last(bytes, memory.read(c, d)?) as u64, 0]),
        Facility::FindByte => return Ok([text::find_byte(bytes, c as u8) as u64, 0]),
        Facility::FindLastByte => return Ok([text::find_last_byte(bytes, c as u8) as u64, 0]),
        Facility::ValidLength => return Ok([text::valid_length(bytes) as u64, 0]),
        Facility::Grapheme => return Ok([unicode::grapheme_length(bytes) as u64, 0]),
        Facility::Word => return Ok([unicode::word_length(bytes) as u64, 0]),
        Facility::Width => return Ok([unicode::width(bytes) as u64, 0]),
        Facility::Change => {
            let mut changed = String::new();
            unicode::change(bytes, c as i32, |rune| changed.push(rune));
            if d != 0 {
                memory.write(d, changed.as_bytes())?;
            }
            return Ok([changed.len() as u64, 0]);
        }
        Facility::ParseF32 => text::parse_f32(bytes).map(|value| value.to_le_bytes().to_vec()),
        _ => text::parse_f64(bytes).map(|value| value.to_le_bytes().to_vec()),
    };
    if let Some(value) = &parsed {
        memory.write(c, value)?;
    }
    Ok([u64::from(parsed.is_some()), 0])
}
