//! Vector operations: lane by lane, over memory.
//!
//! A vector's lanes lie one behind the other, masks as bytes. The result is computed before it is stored, so it may lie where an
//! operand does.

use hubbub_mir::{BinaryOp, Intrinsic};

use super::Stop;
use super::execute::{load_any, store_any};
use super::intrinsic::scalar_intrinsic;
use crate::arith::{self, binary};
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
            let value = |(a, b): (&u64, &u64)| binary(op, info.from, *a, *b).ok_or(Stop::Division);
            left.iter().zip(&right).map(value).collect::<Result<Vec<_>, _>>()?
        }
        VectorOp::Unary(op) => a(memory, info.from)?.iter().map(|a| arith::unary(op, info.from, *a)).collect(),
        VectorOp::Cast(kind) => {
            a(memory, info.from)?.iter().map(|a| arith::cast(kind, info.from, info.to, *a, 0).0).collect()
        }
        VectorOp::Splat => vec![word(info.a); info.lanes as usize],
        VectorOp::Reduce(intrinsic) => {
            let value = reduce(intrinsic, info.from, &a(memory, info.from)?);
            if let Some(place) = registers.get_mut(info.dst as usize) {
                *place = value;
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
            let choose = |(mask, (yes, no)): (&u64, (&u64, &u64))| if mask & 1 != 0 { *yes } else { *no };
            mask.iter().zip(yes.iter().zip(&no)).map(choose).collect()
        }
        VectorOp::Intrinsic { intrinsic, c } => {
            let count = operands_of(intrinsic);
            let zeros = vec![0; info.lanes as usize];
            let first = a(memory, info.from)?;
            let second = if count > 1 { b(memory, info.from)? } else { zeros.clone() };
            let third = if count > 2 { lanes(memory, word(c), info.from, info.lanes)? } else { zeros };
            let operands = first.iter().zip(second.iter().zip(&third));
            let value = |(a, (b, c)): (&u64, (&u64, &u64))| match scalar_intrinsic(intrinsic, info.from, *a, *b, *c) {
                Some((value, _)) => Ok(value),
                None => Err(Stop::Unsupported("this intrinsic cannot be interpreted".to_owned())),
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

fn lanes(memory: &Memory, address: u64, scalar: Scalar, count: u32) -> Result<Vec<u64>, Stop> {
    let size = u64::from(scalar.size());
    let mut scratch = [0u64; 2];
    let mut values = Vec::with_capacity(count as usize);
    for lane in 0..u64::from(count) {
        load_any(&mut scratch, memory, scalar, 0, address.wrapping_add(lane * size))?;
        let [value, _] = scratch;
        values.push(value);
    }
    Ok(values)
}

fn store_lanes(memory: &mut Memory, address: u64, scalar: Scalar, values: &[u64]) -> Result<(), Stop> {
    let size = u64::from(scalar.size());
    for (lane, value) in values.iter().enumerate() {
        store_any(&[*value, 0], memory, scalar, 0, address.wrapping_add(lane as u64 * size))?;
    }
    Ok(())
}

/// From the first lane to the last.
fn reduce(intrinsic: Intrinsic, scalar: Scalar, lanes: &[u64]) -> u64 {
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
