//! Intrinsics on scalars and on ranges of memory.

use hubbub_mir::Intrinsic;

use super::Stop;
use super::execute::{load_any, store_any};
use crate::arith::{binary, float_bits, float_value, wide_binary};
use crate::code::{Code, IntrinsicInfo, R};
use crate::memory::Memory;
use crate::scalar::Scalar;
use hubbub_mir::BinaryOp;

/// Bytes that count for a step.
const BYTES_PER_STEP: u64 = 16;

/// Runs an intrinsic.
pub fn intrinsic(
    code: &Code,
    info: &IntrinsicInfo,
    registers: &mut [u64],
    memory: &mut Memory,
    steps: &mut u64,
) -> Result<(), Stop> {
    let given = |number: usize| {
        let register = code.list(info.arguments).get(number).copied().unwrap_or(0);
        registers.get(register as usize).copied().unwrap_or(0)
    };
    let (a, b, c) = (given(0), given(1), given(2));
    match info.intrinsic {
        Intrinsic::MemoryCopy | Intrinsic::MemoryMove | Intrinsic::MemorySet | Intrinsic::MemoryCompare => {
            let length = u64::try_from(c as i64).unwrap_or(0);
            *steps = steps.checked_sub(length / BYTES_PER_STEP).ok_or(Stop::Steps)?;
            let result = match info.intrinsic {
                Intrinsic::MemoryCopy => memory.copy_apart(a, b, length).map(|()| 0),
                Intrinsic::MemoryMove => memory.copy(a, b, length).map(|()| 0),
                Intrinsic::MemorySet => memory.fill(a, b as u8, length).map(|()| 0),
                _ => memory.compare(a, b, length),
            };
            give(code, info, registers, &[result? as u64]);
            Ok(())
        }
        Intrinsic::AtomicExchange(_)
        | Intrinsic::AtomicAdd(_)
        | Intrinsic::AtomicSub(_)
        | Intrinsic::AtomicAnd(_)
        | Intrinsic::AtomicOr(_)
        | Intrinsic::AtomicXor(_)
        | Intrinsic::AtomicMin(_)
        | Intrinsic::AtomicMax(_) => exchange(code, info, registers, memory),
        Intrinsic::AtomicCompareExchange(_) => compare_exchange(code, info, registers, memory),
        Intrinsic::FrameAddress => {
            give(code, info, registers, &[0]);
            Ok(())
        }
        _ if info.scalar.is_wide() => wide(code, info, registers),
        _ => {
            let Some((value, extra)) = scalar_intrinsic(info.intrinsic, info.scalar, a, b, c) else {
                return Err(Stop::Unsupported("this intrinsic cannot be interpreted".to_owned()));
            };
            give(code, info, registers, &[value, extra]);
            Ok(())
        }
    }
}

fn give(code: &Code, info: &IntrinsicInfo, registers: &mut [u64], values: &[u64]) {
    for (register, value) in code.list(info.results).iter().zip(values) {
        if let Some(place) = registers.get_mut(*register as usize) {
            *place = *value;
        }
    }
}

/// The result, and the second one of those that have two; `None` for what is no operation on scalars.
pub fn scalar_intrinsic(intrinsic: Intrinsic, scalar: Scalar, a: u64, b: u64, c: u64) -> Option<(u64, u64)> {
    if scalar.is_float() {
        return float_intrinsic(intrinsic, scalar, a, b, c).map(|value| (value, 0));
    }
    let bits = scalar.size() * 8;
    let mask = if bits == 64 { u64::MAX } else { (1 << bits) - 1 };
    let low = a & mask;
    let value = match intrinsic {
        Intrinsic::CountOnes => u64::from(low.count_ones()),
        Intrinsic::LeadingZeros => u64::from(low.leading_zeros() - (64 - bits)),
        Intrinsic::TrailingZeros => u64::from(low.trailing_zeros().min(bits)),
        Intrinsic::ByteSwap => low.swap_bytes() >> (64 - bits),
        Intrinsic::BitReverse => low.reverse_bits() >> (64 - bits),
        Intrinsic::RotateLeft => rotate(low, b % u64::from(bits), bits),
        Intrinsic::RotateRight => rotate(low, (u64::from(bits) - b % u64::from(bits)) % u64::from(bits), bits),
        Intrinsic::AddOverflow => return Some(overflowing(scalar, BinaryOp::Add, a, b)),
        Intrinsic::SubOverflow => return Some(overflowing(scalar, BinaryOp::Sub, a, b)),
        Intrinsic::MulOverflow => return Some(overflowing(scalar, BinaryOp::Mul, a, b)),
        _ => return None,
    };
    Some((scalar.narrow(value), 0))
}

fn rotate(low: u64, count: u64, bits: u32) -> u64 {
    if count == 0 { low } else { low << count | low >> (u64::from(bits) - count) }
}

fn overflowing(scalar: Scalar, op: BinaryOp, a: u64, b: u64) -> (u64, u64) {
    let value = binary(op, scalar, a, b).unwrap_or(0);
    let exact = wide_binary(op, true, scalar.widen(a, 0) as u128, scalar.widen(b, 0) as u128).unwrap_or(0);
    (value, u64::from(exact as i128 != scalar.widen(value, 0)))
}

fn float_intrinsic(intrinsic: Intrinsic, scalar: Scalar, a: u64, b: u64, c: u64) -> Option<u64> {
    let sign = 1u64 << (scalar.size() * 8 - 1);
    let (x, y, z) = (float_value(scalar, a), float_value(scalar, b), float_value(scalar, c));
    let value = match intrinsic {
        Intrinsic::AbsoluteFloat => return Some(a & !sign),
        Intrinsic::CopySign => return Some(a & !sign | b & sign),
        // An f64 has more than twice the bits of an f32, so rounding the root twice gives the same as once.
        Intrinsic::SquareRoot => x.sqrt(),
        Intrinsic::Floor => x.floor(),
        Intrinsic::Ceil => x.ceil(),
        Intrinsic::Truncate => x.trunc(),
        Intrinsic::RoundEven => x.round_ties_even(),
        Intrinsic::MinimumFloat => x.min(y),
        Intrinsic::MaximumFloat => x.max(y),
        Intrinsic::FusedMultiplyAdd if scalar == Scalar::F32 => {
            let fused = f32::from_bits(a as u32).mul_add(f32::from_bits(b as u32), f32::from_bits(c as u32));
            return Some(u64::from(fused.to_bits()));
        }
        Intrinsic::FusedMultiplyAdd => x.mul_add(y, z),
        _ => return None,
    };
    Some(float_bits(scalar, value))
}

/// Intrinsics on 128 bits.
fn wide(code: &Code, info: &IntrinsicInfo, registers: &mut [u64]) -> Result<(), Stop> {
    let list = code.list(info.arguments);
    let word = |number: usize| {
        let register = list.get(number).copied().unwrap_or(0);
        u128::from(registers.get(register as usize).copied().unwrap_or(0))
    };
    let a = word(0) | word(1) << 64;
    let b = word(2) | if list.len() > 3 { word(3) << 64 } else { 0 };
    let Some((value, extra)) = wide_intrinsic(info.intrinsic, info.scalar, a, b) else {
        return Err(Stop::Unsupported("this intrinsic cannot be interpreted".to_owned()));
    };
    give(code, info, registers, &[value as u64, (value >> 64) as u64, extra]);
    Ok(())
}

/// The same as [`scalar_intrinsic`] for 128 bits.
pub fn wide_intrinsic(intrinsic: Intrinsic, scalar: Scalar, a: u128, b: u128) -> Option<(u128, u64)> {
    Some(match intrinsic {
        Intrinsic::CountOnes => (u128::from(a.count_ones()), 0),
        Intrinsic::LeadingZeros => (u128::from(a.leading_zeros()), 0),
        Intrinsic::TrailingZeros => (u128::from(a.trailing_zeros()), 0),
        Intrinsic::ByteSwap => (a.swap_bytes(), 0),
        Intrinsic::BitReverse => (a.reverse_bits(), 0),
        Intrinsic::RotateLeft => (a.rotate_left((b % 128) as u32), 0),
        Intrinsic::RotateRight => (a.rotate_right((b % 128) as u32), 0),
        Intrinsic::AddOverflow | Intrinsic::SubOverflow | Intrinsic::MulOverflow => {
            wide_overflowing(intrinsic, scalar.is_signed(), a, b)
        }
        _ => return None,
    })
}

fn wide_overflowing(intrinsic: Intrinsic, is_signed: bool, a: u128, b: u128) -> (u128, u64) {
    let (x, y) = (a as i128, b as i128);
    let signed = |(value, flag): (i128, bool)| (value as u128, u64::from(flag));
    let unsigned = |(value, flag): (u128, bool)| (value, u64::from(flag));
    match (intrinsic, is_signed) {
        (Intrinsic::AddOverflow, true) => signed(x.overflowing_add(y)),
        (Intrinsic::AddOverflow, false) => unsigned(a.overflowing_add(b)),
        (Intrinsic::SubOverflow, true) => signed(x.overflowing_sub(y)),
        (Intrinsic::SubOverflow, false) => unsigned(a.overflowing_sub(b)),
        (_, true) => signed(x.overflowing_mul(y)),
        (_, false) => unsigned(a.overflowing_mul(b)),
    }
}

/// The register of an argument.
fn argument(code: &Code, info: &IntrinsicInfo, number: usize) -> R {
    code.list(info.arguments).get(number).copied().unwrap_or(0)
}

/// Atomic read, change and write; the interpreter has one thread.
fn exchange(code: &Code, info: &IntrinsicInfo, registers: &mut [u64], memory: &mut Memory) -> Result<(), Stop> {
    let address = registers.get(argument(code, info, 0) as usize).copied().unwrap_or(0);
    let mut old_words = [0u64; 2];
    load_any(&mut old_words, memory, info.scalar, 0, address)?;
    let [old_low, old_high] = old_words;
    let value = argument(code, info, 1) as usize;
    let old = u128::from(old_low) | u128::from(old_high) << 64;
    let word = |register: usize| u128::from(registers.get(register).copied().unwrap_or(0));
    let operand = word(value) | if info.scalar.is_wide() { word(value + 1) << 64 } else { 0 };
    let op = match info.intrinsic {
        Intrinsic::AtomicAdd(_) => Some(BinaryOp::Add),
        Intrinsic::AtomicSub(_) => Some(BinaryOp::Sub),
        Intrinsic::AtomicAnd(_) => Some(BinaryOp::And),
        Intrinsic::AtomicOr(_) => Some(BinaryOp::Or),
        Intrinsic::AtomicXor(_) => Some(BinaryOp::Xor),
        _ => None,
    };
    let wider = |value: u128| info.scalar.widen(value as u64, (value >> 64) as u64);
    let is_less = if info.scalar.is_signed() { wider(operand) < wider(old) } else { operand < old };
    let new = match (op, info.intrinsic) {
        (Some(op), _) => wide_binary(op, false, old, operand).unwrap_or(0),
        (None, Intrinsic::AtomicMin(_)) if !is_less => old,
        (None, Intrinsic::AtomicMax(_)) if is_less => old,
        (None, _) => operand,
    };
    store_any(&[new as u64, (new >> 64) as u64], memory, info.scalar, 0, address)?;
    give(code, info, registers, &old_words);
    Ok(())
}

fn compare_exchange(code: &Code, info: &IntrinsicInfo, registers: &mut [u64], memory: &mut Memory) -> Result<(), Stop> {
    let address = registers.get(argument(code, info, 0) as usize).copied().unwrap_or(0);
    let mut scratch = [0u64; 2];
    load_any(&mut scratch, memory, info.scalar, 0, address)?;
    let width = if info.scalar.is_wide() { 2 } else { 1 };
    let expected = argument(code, info, 1) as usize;
    let is_equal = scratch.iter().take(width).eq(registers.iter().skip(expected).take(width));
    if is_equal {
        store_any(registers, memory, info.scalar, argument(code, info, 1 + width), address)?;
    }
    let mut results: Vec<u64> = scratch.iter().take(width).copied().collect();
    results.push(u64::from(is_equal));
    give(code, info, registers, &results);
    Ok(())
}
