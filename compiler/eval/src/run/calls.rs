//! Frames: calls, returns, tail calls, and the way out when something stops.

use std::rc::Rc;

use super::execute::{Exit, execute};
use super::{Frame, Interpreter, Stop};
use crate::code::{CallInfo, Code, Op, R, Registers};
use crate::decode::{self, DecodeError};
use crate::host::HostProcedure;
use crate::memory::{Fault, Kind, Memory};
use crate::world::Callable;

/// Executions within executions.
const NESTING_MAX: u32 = 64;

impl Interpreter<'_> {
    /// Runs a procedure with these first registers; its scalar results are in `returned` then.
    pub(super) fn call_number(&mut self, procedure: u32, given: &[u64]) -> Result<(), Stop> {
        let floor = self.frames.len();
        self.returned.clear();
        match self.callable(procedure)? {
            Callable::Code(code) => {
                self.push_frame(code, given)?;
                if self.nesting >= NESTING_MAX {
                    return Err(Stop::CallDepth);
                }
                self.nesting += 1;
                let result = self.run(floor);
                self.nesting -= 1;
                result
            }
            Callable::Host(host) => {
                let results = self.call_host(host, given)?;
                self.returned.extend(results);
                Ok(())
            }
            Callable::Foreign | Callable::Undecoded => Err(self.foreign(procedure)),
        }
    }

    /// Runs the innermost frame and what it calls, until as many frames are left as there were below it.
    fn run(&mut self, floor: usize) -> Result<(), Stop> {
        while self.frames.len() > floor {
            let Some(frame) = self.frames.last_mut() else { return Ok(()) };
            let code = Rc::clone(&frame.code);
            let registers = self.registers.get_mut(frame.base..).unwrap_or(&mut []);
            let memory = &mut self.world.memory;
            match execute(&code, registers, memory, frame.block, &mut frame.pc, &mut self.steps_left) {
                Exit::Call { procedure, info } => {
                    let Some(info) = code.calls.get(info as usize) else { return Err(Stop::Unreachable) };
                    self.enter(procedure, &code, info)?;
                }
                Exit::Return(results) => self.return_(&code, results, floor),
                exit => self.leave(exit, &code)?,
            }
        }
        Ok(())
    }

    /// Does what the dispatch loop cannot do by itself, and what is not frequent.
    fn leave(&mut self, exit: Exit, code: &Rc<Code>) -> Result<(), Stop> {
        let info = |info: u32| code.calls.get(info as usize).ok_or(Stop::Unreachable);
        match exit {
            Exit::CallPointer { callee, info: number } => {
                let procedure = self.pointed_at(callee, info(number)?)?;
                self.enter(procedure, code, info(number)?)
            }
            Exit::TailCall { procedure, info: number } => self.replace(procedure, code, info(number)?),
            Exit::TailCallPointer { callee, info: number } => {
                let procedure = self.pointed_at(callee, info(number)?)?;
                self.replace(procedure, code, info(number)?)
            }
            Exit::Check(info) => Err(self.failed_check(code, info)),
            Exit::Stop(stop) => Err(*stop),
            Exit::Fail(message) => {
                let message = code.messages.get(message as usize).cloned().unwrap_or_default();
                Err(Stop::Unsupported(message))
            }
            Exit::Call { .. } | Exit::Return(_) => Err(Stop::Unreachable),
        }
    }

    /// How a procedure is run; decodes it when this is its first call.
    fn callable(&mut self, procedure: u32) -> Result<Callable, Stop> {
        match self.world.procedures.get(procedure as usize).map(|entry| &entry.callable) {
            Some(Callable::Undecoded) => self.decode(procedure),
            Some(callable) => Ok(callable.clone()),
            None => Err(Stop::Call("what is called is no procedure")),
        }
    }

    #[cold]
    fn decode(&mut self, procedure: u32) -> Result<Callable, Stop> {
        let Some(mir) = self.world.mir(procedure) else { return Err(self.foreign(procedure)) };
        let code = match decode::procedure(&mut self.world, &mir) {
            Ok(code) => Rc::new(code),
            Err(DecodeError::Memory(fault)) => return Err(Stop::Fault(fault)),
            Err(DecodeError::Unsupported(message)) => {
                return Err(Stop::Unsupported(format!("`{}`: {message}", mir.symbol)));
            }
        };
        let callable = Callable::Code(code);
        if let Some(entry) = self.world.procedures.get_mut(procedure as usize) {
            entry.callable = callable.clone();
        }
        Ok(callable)
    }

    fn foreign(&self, procedure: u32) -> Stop {
        let symbol = self.world.procedures.get(procedure as usize).map_or("", |entry| entry.symbol.as_str());
        Stop::Unsupported(format!("the foreign procedure `{symbol}` cannot be called by the interpreter"))
    }

    /// The procedure whose address is in a register of the innermost frame; it must have the type that the call has.
    fn pointed_at(&self, callee: R, info: &CallInfo) -> Result<u32, Stop> {
        let base = self.frames.last().map_or(0, |frame| frame.base);
        let address = self.registers.get(base + callee as usize).copied().unwrap_or(0);
        if address == 0 {
            return Err(Stop::Fault(Fault::Null));
        }
        let Some((Kind::Procedure(number), _)) = self.world.memory.object(address) else {
            return Err(Stop::Call("what is called is no procedure"));
        };
        match self.world.procedures.get(number as usize) {
            Some(entry) if entry.ty == info.ty && crate::memory::offset_of(address) == 0 => Ok(number),
            _ => Err(Stop::Call("a procedure is called through a pointer of another type")),
        }
    }

    #[inline(always)]
    fn enter(&mut self, procedure: u32, code: &Code, info: &CallInfo) -> Result<(), Stop> {
        match self.world.procedures.get(procedure as usize).map(|entry| &entry.callable) {
            Some(Callable::Code(callee)) => {
                let callee = Rc::clone(callee);
                self.enter_code(callee, code, info)
            }
            _ => self.enter_other(procedure, code, info),
        }
    }

    #[cold]
    fn enter_other(&mut self, procedure: u32, code: &Code, info: &CallInfo) -> Result<(), Stop> {
        match self.callable(procedure)? {
            Callable::Code(callee) => self.enter_code(callee, code, info),
            Callable::Host(host) => self.enter_host(host, code, info),
            Callable::Foreign | Callable::Undecoded => Err(self.foreign(procedure)),
        }
    }

    #[inline(always)]
    fn enter_code(&mut self, callee: Rc<Code>, code: &Code, info: &CallInfo) -> Result<(), Stop> {
        if self.frames.len() >= self.limits.call_depth as usize {
            return Err(Stop::CallDepth);
        }
        let arguments = code.list(info.arguments);
        if arguments.len() != callee.given as usize {
            return Err(Stop::Call("a call hands over something else than the procedure takes"));
        }
        let base = self.registers.len();
        self.registers.extend_from_slice(&callee.template);
        if let Some((below, new)) = self.registers.split_at_mut_checked(base) {
            let caller = below.get(self.frames.last().map_or(0, |frame| frame.base)..).unwrap_or(&[]);
            for (register, to) in arguments.iter().zip(new) {
                *to = caller.get(*register as usize).copied().unwrap_or(0);
            }
        }
        if callee.frame_bytes == 0 {
            self.frames.push(Frame { code: callee, base, pc: 0, block: 0 });
            return Ok(());
        }
        self.add_frame(callee, base)
    }

    /// Starts a frame with locals in memory, whose registers are there.
    fn add_frame(&mut self, callee: Rc<Code>, base: usize) -> Result<(), Stop> {
        let block = self.world.memory.allocate_block(callee.frame_bytes)?;
        let registers = self.registers.get_mut(base..).unwrap_or(&mut []);
        let slots = begin_slots(&mut self.world.memory, registers, &callee, block);
        self.frames.push(Frame { code: callee, base, pc: 0, block });
        slots
    }

    pub(super) fn push_frame(&mut self, callee: Rc<Code>, given: &[u64]) -> Result<(), Stop> {
        if self.frames.len() >= self.limits.call_depth as usize {
            return Err(Stop::CallDepth);
        }
        if given.len() != callee.given as usize {
            return Err(Stop::Call("a call hands over something else than the procedure takes"));
        }
        let base = self.registers.len();
        self.registers.extend_from_slice(given);
        self.registers.extend_from_slice(callee.template.get(given.len()..).unwrap_or(&[]));
        if callee.frame_bytes == 0 {
            self.frames.push(Frame { code: callee, base, pc: 0, block: 0 });
            return Ok(());
        }
        self.add_frame(callee, base)
    }

    /// A tail call: the frame's memory and registers make room first.
    fn replace(&mut self, procedure: u32, code: &Rc<Code>, info: &CallInfo) -> Result<(), Stop> {
        let Some(base) = self.frames.last().map(|frame| frame.base) else { return Ok(()) };
        let value = |register: &u16| self.registers.get(base + *register as usize).copied().unwrap_or(0);
        let given: Vec<u64> = code.list(info.arguments).iter().map(value).collect();
        match self.callable(procedure)? {
            Callable::Code(callee) => {
                self.pop_frame();
                self.push_frame(callee, &given)
            }
            Callable::Host(_) | Callable::Foreign | Callable::Undecoded => Err(self.foreign(procedure)),
        }
    }

    #[inline(always)]
    fn return_(&mut self, code: &Rc<Code>, results: Registers, floor: usize) {
        let results = code.list(results);
        let Some(base) = self.frames.last().map(|frame| frame.base) else { return };
        let Some((below, callee)) = self.registers.split_at_mut_checked(base) else { return };
        let value = |register: &R| callee.get(*register as usize).copied().unwrap_or(0);
        if self.frames.len() == floor + 1 {
            self.returned.clear();
            self.returned.extend(results.iter().map(value));
        } else if let Some(caller) = self.frames.iter_mut().nth_back(1) {
            let call = match caller.code.ops.get(caller.pc) {
                Some(Op::Call { info, .. } | Op::CallPointer { info, .. }) => caller.code.calls.get(*info as usize),
                _ => None,
            };
            let places = call.map_or(&[][..], |info| caller.code.list(info.results));
            let registers = below.get_mut(caller.base..).unwrap_or(&mut []);
            for (from, to) in results.iter().zip(places) {
                if let Some(to) = registers.get_mut(*to as usize) {
                    *to = value(from);
                }
            }
            caller.pc += 1;
        }
        self.pop_frame();
    }

    /// Ends the innermost frame: its locals are dead.
    #[inline(always)]
    fn pop_frame(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        if frame.code.frame_bytes > 0 {
            self.end_slots(&frame);
        }
        self.registers.truncate(frame.base);
    }

    fn end_slots(&mut self, frame: &Frame) {
        let registers = self.registers.get(frame.base..).unwrap_or(&[]);
        for slot in &frame.code.slots {
            self.world.memory.kill(registers.get(slot.register as usize).copied().unwrap_or(0));
        }
        self.world.memory.free_block(frame.block, frame.code.frame_bytes);
    }

    /// Ends frames until so many are left.
    pub(super) fn unwind(&mut self, floor: usize) {
        while self.frames.len() > floor {
            self.pop_frame();
        }
    }

    fn enter_host(&mut self, host: HostProcedure, code: &Code, info: &CallInfo) -> Result<(), Stop> {
        let base = self.frames.last().map_or(0, |frame| frame.base);
        let value = |register: &u16| self.registers.get(base + *register as usize).copied().unwrap_or(0);
        let given: Vec<u64> = code.list(info.arguments).iter().map(value).collect();
        let results = self.call_host(host, &given)?;
        for (value, to) in results.into_iter().zip(code.list(info.results)) {
            if let Some(to) = self.registers.get_mut(base + *to as usize) {
                *to = value;
            }
        }
        if let Some(frame) = self.frames.last_mut() {
            frame.pc += 1;
        }
        Ok(())
    }

    pub(super) fn call_host(&mut self, host: HostProcedure, given: &[u64]) -> Result<[u64; 2], Stop> {
        let cost = 16u64;
        self.steps_left = self.steps_left.checked_sub(cost).ok_or(Stop::Steps)?;
        crate::host::call(host, self, given)
    }
}

/// Begins the lives of locals that live as long as their call.
fn begin_slots(memory: &mut Memory, registers: &mut [u64], code: &Code, block: u32) -> Result<(), Stop> {
    for slot in code.slots.iter().filter(|slot| slot.is_live_at_entry) {
        let address = memory.object_at(block + slot.offset, slot.size, Kind::Local)?;
        if let Some(register) = registers.get_mut(slot.register as usize) {
            *register = address;
        }
    }
    // Scalars that came in registers are stored by the procedure's first operations.
    Ok(())
}
