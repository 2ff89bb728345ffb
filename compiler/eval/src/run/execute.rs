//! The dispatch loop.
//!
//! One big `match` on purpose: each operation is a line or two, and the compiler makes one jump table of it. Calls of procedures that
//! have been decoded stay within the loop; what needs more than frames, registers and memory leaves it with an [`Exit`]. Steps are counted
//! where control goes elsewhere, by the distance run.

use super::intrinsic::intrinsic;
use super::registers::{Registers, Window};
use super::vector::vector;
use super::{Frame, Stop};
use crate::arith;
use crate::code::{Op, R, Switch};
use crate::memory::{Address, Kind, Memory, advance};
use crate::scalar::Scalar;
use crate::world::{Callable, ProcedureEntry};

/// What operations work on.
pub struct Machine<'m, 'a> {
    pub frames: &'m mut Vec<Frame<'a>>,
    pub registers: &'m mut Registers,
    pub memory: &'m mut Memory,
    pub procedures: &'m [ProcedureEntry<'a>],
    pub steps_left: &'m mut u64,
    /// Frames that there may be.
    pub depth_max: usize,
    /// Frames below the one whose return leaves the loop.
    pub floor: usize,
}

/// Why the loop was left.
pub enum Exit {
    Call {
        procedure: u32,
        info: u32,
    },
    CallPointer {
        callee: R,
        info: u32,
    },
    TailCall {
        procedure: u32,
        info: u32,
    },
    TailCallPointer {
        callee: R,
        info: u32,
    },
    Return(crate::code::Registers),
    Check(u32),
    Fail(u32),
    /// Boxed, so that the others are returned in registers of the processor.
    Stop(Box<Stop>),
}

#[inline(always)]
fn get(registers: &[u64], register: R) -> u64 {
    registers.get(register as usize).copied().unwrap_or(0)
}

#[inline(always)]
fn set(registers: &mut [u64], register: R, value: u64) {
    if let Some(place) = registers.get_mut(register as usize) {
        *place = value;
    }
}

#[inline(always)]
pub(super) fn get_wide(registers: &[u64], register: R) -> u128 {
    u128::from(get(registers, register)) | u128::from(get(registers, register.wrapping_add(1))) << 64
}

#[inline(always)]
pub(super) fn set_wide(registers: &mut [u64], register: R, value: u128) {
    set(registers, register, value as u64);
    set(registers, register.wrapping_add(1), (value >> 64) as u64);
}

/// Runs the innermost frame, and the frames that it makes, until one of them must leave the loop; the innermost frame's `pc` is then at the
/// operation that did.
pub fn execute(machine: Machine<'_, '_>) -> Exit {
    let Machine { frames, registers: all, memory, procedures, steps_left, depth_max, floor } = machine;
    let Some(frame) = frames.last() else { return Exit::Fail(u32::MAX) };
    let (mut code, mut base, mut block, mut pc) = (frame.code, frame.base, frame.block, frame.pc);
    let mut start = pc;
    let mut steps = *steps_left;
    // No frame is without its window.
    let Some(window) = all.window(base) else { return Exit::Fail(u32::MAX) };
    let mut registers: &mut Window = window;

    macro_rules! leave {
        ($exit:expr) => {{
            if let Some(frame) = frames.last_mut() {
                frame.pc = pc;
            }
            *steps_left = steps.saturating_sub((pc - start) as u64 + 1);
            return $exit;
        }};
    }
    macro_rules! stop {
        ($stop:expr) => {
            leave!(Exit::Stop(Box::new($stop)))
        };
    }
    // Counts the steps up to here, and goes on elsewhere.
    macro_rules! count {
        () => {{
            let length = (pc - start) as u64 + 1;
            if steps < length {
                stop!(Stop::Steps);
            }
            steps -= length;
        }};
    }
    macro_rules! see_window {
        () => {{
            let Some(window) = all.window(base) else { return Exit::Fail(u32::MAX) };
            registers = window;
        }};
    }
    macro_rules! r {
        ($register:expr) => {
            get(registers, $register)
        };
    }
    macro_rules! put {
        ($register:expr, $value:expr) => {{
            let value = $value;
            set(registers, $register, value);
        }};
    }
    macro_rules! jump {
        ($target:expr) => {{
            count!();
            pc = $target as usize;
            start = pc;
            continue;
        }};
    }
    macro_rules! jump_if {
        ($condition:expr, $then:expr, $otherwise:expr) => {{
            let target = if $condition { $then } else { $otherwise };
            jump!(target)
        }};
    }
    // Why the bytes at an address and an offset cannot be used.
    macro_rules! wrong {
        ($address:expr, $offset:expr, $size:expr, $is_write:expr) => {
            stop!(wrong_access(memory, $address, $offset, $size, $is_write))
        };
    }
    macro_rules! load {
        ($dst:expr, $address:expr, $offset:expr, $size:literal, $value:expr) => {{
            let (address, offset) = ($address, $offset);
            match memory.load_at::<$size>(address, offset as u64) {
                Some(bytes) => put!($dst, $value(bytes)),
                None => wrong!(address, offset as i64, $size, false),
            }
        }};
    }
    macro_rules! store {
        ($address:expr, $offset:expr, $bytes:expr) => {{
            let (address, offset, bytes) = ($address, $offset, $bytes);
            if memory.store_at(address, offset as u64, bytes).is_none() {
                wrong!(address, offset as i64, bytes.len() as u64, true)
            }
        }};
    }
    // Bytes from an address to an element: one that is far off, on any side, is an offset that no object has.
    macro_rules! index_offset {
        ($index:expr, $scale:expr, $offset:expr) => {{
            let index = r!($index) as i64;
            let near = if (0..1 << 32).contains(&index) { index } else { index.clamp(-(1 << 32), 1 << 32) };
            near * $scale + i64::from($offset)
        }};
    }
    macro_rules! indexed {
        ($address:expr, $index:expr, $scale:expr, $offset:expr) => {{
            let bytes = (r!($index) as i64).checked_mul($scale).and_then(|bytes| bytes.checked_add(i64::from($offset)));
            match bytes.and_then(|bytes| advance(r!($address), bytes)) {
                Some(address) => address,
                None => stop!(leaves_object(r!($address))),
            }
        }};
    }

    loop {
        let Some(op) = code.ops.get(pc) else { stop!(Stop::Unreachable) };
        match *op {
            Op::Move { dst, a } => put!(dst, r!(a)),
            Op::MoveWide { dst, a } => {
                let value = get_wide(registers, a);
                set_wide(registers, dst, value);
            }

            Op::Add { dst, a, b } => put!(dst, r!(a).wrapping_add(r!(b))),
            Op::Sub { dst, a, b } => put!(dst, r!(a).wrapping_sub(r!(b))),
            Op::Mul { dst, a, b } => put!(dst, r!(a).wrapping_mul(r!(b))),
            Op::And { dst, a, b } => put!(dst, r!(a) & r!(b)),
            Op::Or { dst, a, b } => put!(dst, r!(a) | r!(b)),
            Op::Xor { dst, a, b } => put!(dst, r!(a) ^ r!(b)),
            Op::Shl { dst, a, b } => put!(dst, if r!(b) < 64 { r!(a) << r!(b) } else { 0 }),
            Op::ShrSigned { dst, a, b } => put!(dst, (r!(a) as i64 >> r!(b).min(63)) as u64),
            Op::ShrUnsigned { dst, a, b } => put!(dst, if r!(b) < 64 { r!(a) >> r!(b) } else { 0 }),
            Op::DivSigned { dst, a, b } => match r!(b) as i64 {
                0 => stop!(Stop::Division),
                b => put!(dst, (r!(a) as i64).wrapping_div(b) as u64),
            },
            Op::RemSigned { dst, a, b } => match r!(b) as i64 {
                0 => stop!(Stop::Division),
                b => put!(dst, (r!(a) as i64).wrapping_rem(b) as u64),
            },
            Op::DivUnsigned { dst, a, b } => match r!(a).checked_div(r!(b)) {
                Some(value) => put!(dst, value),
                None => stop!(Stop::Division),
            },
            Op::RemUnsigned { dst, a, b } => match r!(a).checked_rem(r!(b)) {
                Some(value) => put!(dst, value),
                None => stop!(Stop::Division),
            },
            Op::Equal { dst, a, b } => put!(dst, u64::from(r!(a) == r!(b))),
            Op::NotEqual { dst, a, b } => put!(dst, u64::from(r!(a) != r!(b))),
            Op::LessSigned { dst, a, b } => put!(dst, u64::from((r!(a) as i64) < r!(b) as i64)),
            Op::LessEqualSigned { dst, a, b } => put!(dst, u64::from(r!(a) as i64 <= r!(b) as i64)),
            Op::LessUnsigned { dst, a, b } => put!(dst, u64::from(r!(a) < r!(b))),
            Op::LessEqualUnsigned { dst, a, b } => put!(dst, u64::from(r!(a) <= r!(b))),
            Op::AddI32 { dst, a, b } => put!(dst, r!(a).wrapping_add(r!(b)) as i32 as i64 as u64),
            Op::SubI32 { dst, a, b } => put!(dst, r!(a).wrapping_sub(r!(b)) as i32 as i64 as u64),
            Op::MulI32 { dst, a, b } => put!(dst, r!(a).wrapping_mul(r!(b)) as i32 as i64 as u64),
            Op::AddU32 { dst, a, b } => put!(dst, u64::from(r!(a).wrapping_add(r!(b)) as u32)),
            Op::SubU32 { dst, a, b } => put!(dst, u64::from(r!(a).wrapping_sub(r!(b)) as u32)),
            Op::MulU32 { dst, a, b } => put!(dst, u64::from(r!(a).wrapping_mul(r!(b)) as u32)),
            Op::Narrow { scalar, dst, a } => put!(dst, scalar.narrow(r!(a))),
            Op::Not { dst, a } => put!(dst, r!(a) ^ 1),

            Op::AddF64 { dst, a, b } => put!(dst, (f64::from_bits(r!(a)) + f64::from_bits(r!(b))).to_bits()),
            Op::SubF64 { dst, a, b } => put!(dst, (f64::from_bits(r!(a)) - f64::from_bits(r!(b))).to_bits()),
            Op::MulF64 { dst, a, b } => put!(dst, (f64::from_bits(r!(a)) * f64::from_bits(r!(b))).to_bits()),
            Op::DivF64 { dst, a, b } => put!(dst, (f64::from_bits(r!(a)) / f64::from_bits(r!(b))).to_bits()),

            Op::Binary { op, scalar, dst, a, b } => match arith::binary(op, scalar, r!(a), r!(b)) {
                Some(value) => put!(dst, value),
                None => stop!(Stop::Division),
            },
            Op::Unary { op, scalar, dst, a } => put!(dst, arith::unary(op, scalar, r!(a))),
            Op::WideBinary { op, is_signed, dst, a, b } => {
                if !wide_binary(registers, op, is_signed, dst, a, b) {
                    stop!(Stop::Division);
                }
            }
            Op::WideUnary { op, dst, a } => {
                let value = arith::wide_unary(op, get_wide(registers, a));
                set_wide(registers, dst, value);
            }
            Op::Cast { kind, from, to, dst, a } => {
                let high = if from.is_wide() { r!(a.wrapping_add(1)) } else { 0 };
                let (low, high) = arith::cast(kind, from, to, r!(a), high);
                put!(dst, low);
                if to.is_wide() {
                    put!(dst.wrapping_add(1), high);
                }
            }
            Op::ShiftCount { dst, a } => {
                put!(dst, u64::try_from(get_wide(registers, a)).unwrap_or(u64::MAX));
            }

            Op::Jump { target } => jump!(target),
            Op::JumpIf { a, then, otherwise } => jump_if!(r!(a) & 1 != 0, then, otherwise),
            Op::JumpEqual { a, b, then, otherwise } => jump_if!(r!(a) == r!(b), then, otherwise),
            Op::JumpNotEqual { a, b, then, otherwise } => jump_if!(r!(a) != r!(b), then, otherwise),
            Op::JumpLessSigned { a, b, then, otherwise } => {
                jump_if!((r!(a) as i64) < r!(b) as i64, then, otherwise)
            }
            Op::JumpLessEqualSigned { a, b, then, otherwise } => {
                jump_if!(r!(a) as i64 <= r!(b) as i64, then, otherwise)
            }
            Op::JumpLessUnsigned { a, b, then, otherwise } => jump_if!(r!(a) < r!(b), then, otherwise),
            Op::JumpLessEqualUnsigned { a, b, then, otherwise } => jump_if!(r!(a) <= r!(b), then, otherwise),
            Op::Switch { a, table } => match code.switches.get(table as usize) {
                Some(switch) => jump!(switch_target(switch, registers, a)),
                None => stop!(Stop::Unreachable),
            },

            Op::Load64 { dst, address, offset } => load!(dst, r!(address), offset, 8, u64::from_le_bytes),
            Op::LoadU8 { dst, address, offset } => {
                load!(dst, r!(address), offset, 1, |[byte]: [u8; 1]| u64::from(byte))
            }
            Op::LoadU32 { dst, address, offset } => {
                load!(dst, r!(address), offset, 4, |bytes| u64::from(u32::from_le_bytes(bytes)))
            }
            Op::LoadI32 { dst, address, offset } => {
                load!(dst, r!(address), offset, 4, |bytes| i32::from_le_bytes(bytes) as i64 as u64)
            }
            Op::Load { scalar, dst, address, offset } => {
                let Some(address) = advance(r!(address), i64::from(offset)) else { stop!(leaves_object(r!(address))) };
                if let Err(fault) = load_any(registers, memory, scalar, dst, address) {
                    stop!(fault);
                }
            }
            Op::Store64 { value, address, offset } => store!(r!(address), offset, r!(value).to_le_bytes()),
            Op::StorePointer { value, address, offset } => {
                if memory.store_pointer_at(r!(address), u64::from(offset), r!(value)).is_none() {
                    wrong!(r!(address), i64::from(offset), 8, true)
                }
            }
            Op::Store8 { value, address, offset } => store!(r!(address), offset, [r!(value) as u8]),
            Op::Store32 { value, address, offset } => store!(r!(address), offset, (r!(value) as u32).to_le_bytes()),
            Op::Store { scalar, value, address, offset } => {
                let Some(address) = advance(r!(address), i64::from(offset)) else { stop!(leaves_object(r!(address))) };
                if let Err(fault) = store_any(registers, memory, scalar, value, address) {
                    stop!(fault);
                }
            }
            Op::LoadIndex64 { dst, address, index, offset } => {
                load!(dst, r!(address), index_offset!(index, 8, offset), 8, u64::from_le_bytes)
            }
            Op::LoadIndexU8 { dst, address, index, offset } => {
                load!(dst, r!(address), index_offset!(index, 1, offset), 1, |[byte]: [u8; 1]| u64::from(byte))
            }
            Op::StoreIndex64 { value, address, index, offset } => {
                store!(r!(address), index_offset!(index, 8, offset), r!(value).to_le_bytes())
            }
            Op::StoreIndex8 { value, address, index, offset } => {
                store!(r!(address), index_offset!(index, 1, offset), [r!(value) as u8])
            }
            Op::Lea { dst, address, offset } => match advance(r!(address), offset) {
                Some(address) => put!(dst, address),
                None => stop!(leaves_object(r!(address))),
            },
            Op::LeaIndex { dst, address, index, scale, offset } => {
                put!(dst, indexed!(address, index, i64::from(scale), offset))
            }
            Op::Copy { to, from, size } => {
                steps = steps.saturating_sub(u64::from(size) / 16);
                if let Err(fault) = memory.copy(r!(to), r!(from), u64::from(size)) {
                    stop!(Stop::Fault(fault));
                }
            }
            Op::CopyResult { to, from, size } => {
                if r!(to) != 0
                    && let Err(fault) = memory.copy(r!(to), r!(from), u64::from(size))
                {
                    stop!(Stop::Fault(fault));
                }
            }
            Op::Zero { to, size } => {
                steps = steps.saturating_sub(u64::from(size) / 16);
                if let Err(fault) = memory.fill(r!(to), 0, u64::from(size)) {
                    stop!(Stop::Fault(fault));
                }
            }
            Op::Forget { to, size } => {
                steps = steps.saturating_sub(u64::from(size) / 16);
                if let Err(fault) = memory.forget(r!(to), u64::from(size)) {
                    stop!(Stop::Fault(fault));
                }
            }

            Op::Live { slot } => {
                if let Some(slot) = code.slots.get(slot as usize) {
                    memory.kill(r!(slot.register));
                    match memory.object_at(block + slot.offset, slot.size, Kind::Local) {
                        Ok(address) => put!(slot.register, address),
                        Err(fault) => stop!(Stop::Fault(fault)),
                    }
                }
            }
            Op::Dead { slot } => {
                if let Some(slot) = code.slots.get(slot as usize) {
                    memory.kill(r!(slot.register));
                }
            }

            Op::Call { procedure, info: number } => {
                let entry = procedures.get(procedure as usize).map(|entry| entry.callable);
                let (Some(Callable::Code(callee)), Some(info)) = (entry, code.calls.get(number as usize)) else {
                    leave!(Exit::Call { procedure, info: number })
                };
                let arguments = code.list(info.arguments);
                if frames.len() >= depth_max || arguments.len() != callee.given as usize {
                    leave!(Exit::Call { procedure, info: number });
                }
                count!();
                let caller = base;
                base += code.template.len();
                all.begin_from(base, callee, caller, arguments);
                if let Some(frame) = frames.last_mut() {
                    frame.pc = pc;
                }
                (code, pc, start, block) = (callee, 0, 0, 0);
                if callee.frame_bytes > 0 {
                    match super::calls::begin_locals(memory, all.behind_mut(base), callee) {
                        Ok(locals) => block = locals,
                        Err(stop) => return Exit::Stop(Box::new(stop)),
                    }
                }
                frames.push(Frame { code, base, pc, block });
                see_window!();
                continue;
            }
            Op::CallPointer { callee, info } => leave!(Exit::CallPointer { callee, info }),
            Op::TailCall { procedure, info } => leave!(Exit::TailCall { procedure, info }),
            Op::TailCallPointer { callee, info } => leave!(Exit::TailCallPointer { callee, info }),
            Op::Return { start: list, count } => {
                let list = crate::code::Registers { start: list, count };
                let Some([caller, _]) = frames.last_chunk::<2>().filter(|_| frames.len() > floor + 1) else {
                    leave!(Exit::Return(list))
                };
                count!();
                let places = match caller.code.ops.get(caller.pc) {
                    Some(Op::Call { info, .. } | Op::CallPointer { info, .. }) => caller.code.calls.get(*info as usize),
                    _ => None,
                };
                let places = places.map_or(&[][..], |info| caller.code.list(info.results));
                all.give_back(base, code.list(list), caller.base, places);
                if code.frame_bytes > 0 {
                    super::calls::end_locals(memory, all.behind(base), code, block);
                }
                (code, base, block, pc) = (caller.code, caller.base, caller.block, caller.pc + 1);
                start = pc;
                frames.pop();
                see_window!();
                continue;
            }

            Op::Intrinsic { info } => match code.intrinsics.get(info as usize) {
                Some(info) => {
                    if let Err(stop) = intrinsic(code, info, registers, memory, &mut steps) {
                        stop!(stop);
                    }
                }
                None => stop!(Stop::Unreachable),
            },
            Op::Vector { info } => match code.vectors.get(info as usize) {
                Some(info) => {
                    steps = steps.saturating_sub(u64::from(info.lanes));
                    if let Err(stop) = vector(info, registers, memory) {
                        stop!(stop);
                    }
                }
                None => stop!(Stop::Unreachable),
            },
            Op::CheckIndex { index, length, info } => {
                // A negative index is a large one, and no length is negative.
                if r!(index) >= r!(length) {
                    leave!(Exit::Check(info));
                }
            }
            Op::CheckSlice { low, high, length, info } => {
                let (low, high, length) = (r!(low) as i64, r!(high) as i64, r!(length) as i64);
                if low < 0 || low > high || high > length {
                    leave!(Exit::Check(info));
                }
            }
            Op::CheckTrue { a, info } => {
                if r!(a) == 0 {
                    leave!(Exit::Check(info));
                }
            }
            Op::CheckOverflow { info } => {
                if code.checks.get(info as usize).is_none_or(|check| super::panics::overflows(code, check, registers)) {
                    leave!(Exit::Check(info));
                }
            }
            Op::Unreachable => stop!(Stop::Unreachable),
            Op::Fail { message } => leave!(Exit::Fail(message)),
        }
        pc += 1;
    }
}

/// Why bytes cannot be read or written.
#[cold]
fn wrong_access(memory: &Memory, address: Address, offset: i64, length: u64, is_write: bool) -> Stop {
    match advance(address, offset) {
        Some(address) => Stop::Fault(memory.explain(address, length, is_write)),
        None => leaves_object(address),
    }
}

/// What happens when a pointer's offset does not fit its bits any more.
#[cold]
fn leaves_object(address: Address) -> Stop {
    use crate::memory::Fault;
    Stop::Fault(if address == 0 { Fault::Null } else { Fault::Wild })
}

/// Whether it was possible.
fn wide_binary(registers: &mut [u64], op: hubbub_mir::BinaryOp, is_signed: bool, dst: R, a: R, b: R) -> bool {
    use hubbub_mir::BinaryOp;
    let left = get_wide(registers, a);
    let is_shift = matches!(op, BinaryOp::Shl | BinaryOp::Shr);
    let right = if is_shift { u128::from(get(registers, b)) } else { get_wide(registers, b) };
    let Some(value) = arith::wide_binary(op, is_signed, left, right) else { return false };
    if arith::comparison_of(op) {
        set(registers, dst, value as u64);
    } else {
        set_wide(registers, dst, value);
    }
    true
}

fn switch_target(switch: &Switch, registers: &[u64], a: R) -> u32 {
    let high = if switch.scalar.is_wide() { get(registers, a.wrapping_add(1)) } else { 0 };
    let value = switch.scalar.widen(get(registers, a), high);
    let found = switch.cases.binary_search_by_key(&value, |(case, _)| *case);
    found.ok().and_then(|index| switch.cases.get(index)).map_or(switch.otherwise, |(_, target)| *target)
}

/// Loads any scalar.
pub(super) fn load_any(
    registers: &mut [u64],
    memory: &Memory,
    scalar: Scalar,
    dst: R,
    address: Address,
) -> Result<(), Stop> {
    let fault = || Stop::Fault(memory.explain(address, u64::from(scalar.size()), false));
    let value = match scalar.size() {
        1 => memory.load::<1>(address).map(|bytes| u64::from(u8::from_le_bytes(bytes))),
        2 => memory.load::<2>(address).map(|bytes| u64::from(u16::from_le_bytes(bytes))),
        4 => memory.load::<4>(address).map(|bytes| u64::from(u32::from_le_bytes(bytes))),
        8 => memory.load::<8>(address).map(u64::from_le_bytes),
        _ => {
            let bytes = memory.load::<16>(address).ok_or_else(fault)?;
            set_wide(registers, dst, u128::from_le_bytes(bytes));
            return Ok(());
        }
    };
    set(registers, dst, scalar.narrow(value.ok_or_else(fault)?));
    Ok(())
}

/// Stores any scalar.
pub(super) fn store_any(
    registers: &[u64],
    memory: &mut Memory,
    scalar: Scalar,
    value: R,
    address: Address,
) -> Result<(), Stop> {
    let low = get(registers, value);
    let done = match (scalar, scalar.size()) {
        (Scalar::Pointer, _) => memory.store_pointer(address, low),
        (_, 1) => memory.store(address, (low as u8).to_le_bytes()),
        (_, 2) => memory.store(address, (low as u16).to_le_bytes()),
        (_, 4) => memory.store(address, (low as u32).to_le_bytes()),
        (_, 8) => memory.store(address, low.to_le_bytes()),
        _ => memory.store(address, get_wide(registers, value).to_le_bytes()),
    };
    match done {
        Some(()) => Ok(()),
        None => Err(Stop::Fault(memory.explain(address, u64::from(scalar.size()), true))),
    }
}
