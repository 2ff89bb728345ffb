//! Vector operations: lane by lane, over memory.
//!
//! A vector's lanes lie one behind the other, masks as bytes. The result is computed before it is stored, so it may lie where an
//! operand does. A lane is held in 128 bits, of which only those of 128-bit integers use the upper half.

use hubbub_mir::{BinaryOp, Intrinsic, UnaryOp};

use super::Stop;
use super::execute::{get_wide, load_any, set_wide, store_any};
use super::intrinsic::{scalar_intrinsic, wide_intrinsic};
use crate::arith::{self, wide_binary, wide_unary};
use crate::code::{R, VectorInfo, VectorOp};
use crate::memory::Memory;
use crate::scalar::Scalar;

/// Runs a vector operation.
pub fn vector(info: &VectorInfo, registers: &mut [u64], memory: &mut Memory) -> Result<(), Stop> {
    let word = |register: R| registers.get(register as usize).copied().unwrap_or(0);
    let a = |memory: &Memory, scalar| lanes(memory, word(info.a), scalar, info.lanes);
    let b = |memory: &Memory, scalar| lanes(memory, word(info.b), scalar, info.lanes);
    let values = match info.op {
        VectorOp::Binary { op, count } => {
            let (left, right) = (a(memory, info.from)?, b(memory, count)?);
            let value = |(a, b): (&u128, &u128)| binary(op, info.from, *a, *b).ok_or(Stop::Division);
            left.iter().zip(&right).map(value).collect::<Result<Vec<_>, _>>()?
        }
        VectorOp::Unary(op) => a(memory, info.from)?.iter().map(|a| unary(op, info.from, *a)).collect(),
        VectorOp::Cast(kind) => {
            let cast = |a: &u128| arith::cast(kind, info.from, info.to, *a as u64, (*a >> 64) as u64);
            a(memory, info.from)?.iter().map(|a| whole(cast(a))).collect()
        }
        VectorOp::Splat if info.to.is_wide() => vec![get_wide(registers, info.a); info.lanes as usize],
        VectorOp::Splat => vec![u128::from(word(info.a)); info.lanes as usize],
        VectorOp::Reduce(intrinsic) => {
            let value = reduce(intrinsic, info.from, &a(memory, info.from)?);
            match registers.get_mut(info.dst as usize) {
                _ if info.from.is_wide() => set_wide(registers, info.dst, value),
                Some(place) => *place = value as u64,
                None => {}
            }
            return Ok(());
        }
        VectorOp::Shuffle { indices, index, source_lanes } => {
            let mut sources = lanes(memory, word(info.a), info.from, source_lanes)?;
            sources.extend(lanes(memory, word(info.b), info.from, source_lanes)?);
            let chosen = lanes(memory, word(indices), index, info.lanes)?;
            chosen.iter().map(|index| sources.get(*index as usize).copied().unwrap_or(0)).collect()
        }
        VectorOp::Select { mask } => {
            let mask = lanes(memory, word(mask), Scalar::U8, info.lanes)?;
            let (yes, no) = (a(memory, info.from)?, b(memory, info.from)?);
            let choose = |(mask, (yes, no)): (&u128, (&u128, &u128))| if mask & 1 != 0 { *yes } else { *no };
            mask.iter().zip(yes.iter().zip(&no)).map(choose).collect()
        }
        VectorOp::Intrinsic { intrinsic, c } => {
            let count = operands_of(intrinsic);
            let zeros = vec![0; info.lanes as usize];
            let first = a(memory, info.from)?;
            let second = if count > 1 { b(memory, info.from)? } else { zeros.clone() };
            let third = if count > 2 { lanes(memory, word(c), info.from, info.lanes)? } else { zeros };
            let operands = first.iter().zip(second.iter().zip(&third));
            let value = |(a, (b, c)): (&u128, (&u128, &u128))| {
                let result = if info.from.is_wide() {
                    wide_intrinsic(intrinsic, info.from, *a, *b).map(|(value, _)| value)
                } else {
                    scalar_intrinsic(intrinsic, info.from, *a as u64, *b as u64, *c as u64)
                        .map(|(value, _)| u128::from(value))
                };
                result.ok_or_else(|| Stop::Unsupported("this intrinsic cannot be interpreted".to_owned()))
            };
            operands.map(value).collect::<Result<Vec<_>, _>>()?
        }
    };
    store_lanes(memory, word(info.dst), info.to, &values)
}

fn operands_of(intrinsic: Intrinsic) -> u32 {
    match intrinsic {
        Intrinsic::FusedMultiplyAdd => 3,
        Intrinsic::MinimumFloat
        | Intrinsic::MaximumFloat
        | Intrinsic::CopySign
        | Intrinsic::RotateLeft
        | Intrinsic::RotateRight => 2,
        _ => 1,
    }
}

/// A value from its halves, of which a narrow one has only the first.
fn whole((low, high): (u64, u64)) -> u128 {
    u128::from(low) | u128::from(high) << 64
}

fn binary(op: BinaryOp, scalar: Scalar, a: u128, b: u128) -> Option<u128> {
    if scalar.is_wide() {
        return wide_binary(op, scalar.is_signed(), a, b);
    }
    // only the count of a shift may be wider than the lane, and one that has no room here shifts all bits out
    let b = u64::try_from(b).unwrap_or(u64::MAX);
    arith::binary(op, scalar, a as u64, b).map(u128::from)
}

fn unary(op: UnaryOp, scalar: Scalar, a: u128) -> u128 {
    if scalar.is_wide() { wide_unary(op, a) } else { u128::from(arith::unary(op, scalar, a as u64)) }
}

fn lanes(memory: &Memory, address: u64, scalar: Scalar, count: u32) -> Result<Vec<u128>, Stop> {
    let size = u64::from(scalar.size());
    let mut values = Vec::with_capacity(count as usize);
    for lane in 0..u64::from(count) {
        let mut scratch = [0u64; 2];
        load_any(&mut scratch, memory, scalar, 0, address.wrapping_add(lane * size))?;
        values.push(whole(scratch.into()));
    }
    Ok(values)
}

fn store_lanes(memory: &mut Memory, address: u64, scalar: Scalar, values: &[u128]) -> Result<(), Stop> {
    let size = u64::from(scalar.size());
    for (lane, value) in values.iter().enumerate() {
        let words = [*value as u64, (*value >> 64) as u64];
        store_any(&words, memory, scalar, 0, address.wrapping_add(lane as u64 * size))?;
    }
    Ok(())
}

/// From the first lane to the last.
fn reduce(intrinsic: Intrinsic, scalar: Scalar, lanes: &[u128]) -> u128 {
    let combine = |op: BinaryOp| {
        let value = lanes.iter().copied().reduce(|a, b| binary(op, scalar, a, b).unwrap_or(0));
        value.unwrap_or(0)
    };
    let choose = |op: BinaryOp| {
        let value = lanes.iter().copied().reduce(|a, b| if binary(op, scalar, b, a) == Some(1) { b } else { a });
        value.unwrap_or(0)
    };
    match intrinsic {
        Intrinsic::ReduceAdd => combine(BinaryOp::Add),
        Intrinsic::ReduceMul => combine(BinaryOp::Mul),
        Intrinsic::ReduceAnd => combine(BinaryOp::And),
        Intrinsic::ReduceOr => combine(BinaryOp::Or),
        Intrinsic::ReduceXor => combine(BinaryOp::Xor),
        Intrinsic::ReduceMin => choose(BinaryOp::Lt),
        _ => choose(BinaryOp::Gt),
    }
}
