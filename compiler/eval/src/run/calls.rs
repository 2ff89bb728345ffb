//! Frames: calls, returns, tail calls, and the way out when something stops.

use std::rc::Rc;

use super::execute::{Exit, execute};
use super::{Frame, Interpreter, Stop};
use crate::code::{CallInfo, Code, Op, Registers};
use crate::decode::{self, DecodeError};
use crate::host::HostProcedure;
use crate::memory::{Kind, Memory};
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
            let exit = execute(&code, registers, memory, frame.block, &mut frame.pc, &mut self.steps_left);
            self.leave(exit, &code, floor)?;
        }
        Ok(())
    }

    /// Does what the dispatch loop cannot do by itself.
    fn leave(&mut self, exit: Exit, code: &Rc<Code>, floor: usize) -> Result<(), Stop> {
        match exit {
            Exit::Call { procedure, info } => match code.calls.get(info as usize) {
                Some(info) => self.enter(procedure, code, *info),
                None => Err(Stop::Unreachable),
            },
            Exit::CallPointer { address, info } => match code.calls.get(info as usize) {
                Some(info) => {
                    let procedure = self.pointed_at(address, *info)?;
                    self.enter(procedure, code, *info)
                }
                None => Err(Stop::Unreachable),
            },
            Exit::TailCall { procedure, info } => match code.calls.get(info as usize) {
                Some(info) => self.replace(procedure, code, *info),
                None => Err(Stop::Unreachable),
            },
            Exit::TailCallPointer { address, info } => match code.calls.get(info as usize) {
                Some(info) => {
                    let procedure = self.pointed_at(address, *info)?;
                    self.replace(procedure, code, *info)
                }
                None => Err(Stop::Unreachable),
            },
            Exit::Return(results) => {
                self.return_(code, results, floor);
                Ok(())
            }
            Exit::Check(info) => Err(self.failed_check(code, info)),
            Exit::Stop(stop) => Err(stop),
            Exit::Fail(message) => {
                let message = code.messages.get(message as usize).cloned().unwrap_or_default();
                Err(Stop::Unsupported(message))
            }
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

    /// The procedure that an address stands for, which must have the type that the call has.
    fn pointed_at(&self, address: u64, info: CallInfo) -> Result<u32, Stop> {
        if address == 0 {
            return Err(Stop::Call("a null procedure is called"));
        }
        let Some((Kind::Procedure(number), _)) = self.world.memory.object(address) else {
            return Err(Stop::Call("what is called is no procedure"));
        };
        match self.world.procedures.get(number as usize) {
            Some(entry) if entry.ty == info.ty && crate::memory::offset_of(address) == 0 => Ok(number),
            _ => Err(Stop::Call("a procedure is called through a pointer of another type")),
        }
    }

    fn enter(&mut self, procedure: u32, code: &Code, info: CallInfo) -> Result<(), Stop> {
        let callee = match self.callable(procedure)? {
            Callable::Code(callee) => callee,
            Callable::Host(host) => return self.enter_host(host, code, info),
            Callable::Foreign | Callable::Undecoded => return Err(self.foreign(procedure)),
        };
        if self.frames.len() >= self.limits.call_depth as usize {
            return Err(Stop::CallDepth);
        }
        let caller_base = self.frames.last().map_or(0, |frame| frame.base);
        let base = self.registers.len();
        let arguments = code.list(info.arguments);
        if arguments.len() != callee.given as usize {
            return Err(Stop::Call("a call hands over something else than the procedure takes"));
        }
        for register in arguments {
            let value = self.registers.get(caller_base + *register as usize).copied().unwrap_or(0);
            self.registers.push(value);
        }
        self.add_frame(callee, base)
    }

    /// Starts a frame whose first registers have been pushed.
    fn add_frame(&mut self, callee: Rc<Code>, base: usize) -> Result<(), Stop> {
        self.registers.extend_from_slice(callee.template.get(callee.given as usize..).unwrap_or(&[]));
        let mut block = 0;
        if callee.frame_bytes > 0 {
            block = self.world.memory.allocate_block(callee.frame_bytes)?;
        }
        let registers = self.registers.get_mut(base..).unwrap_or(&mut []);
        let slots = begin_slots(&mut self.world.memory, registers, &callee, block);
        self.frames.push(Frame { code: callee, base, pc: 0, block });
        slots
    }

    pub(super) fn push_frame(&mut self, code: Rc<Code>, given: &[u64]) -> Result<(), Stop> {
        if self.frames.len() >= self.limits.call_depth as usize {
            return Err(Stop::CallDepth);
        }
        if given.len() != code.given as usize {
            return Err(Stop::Call("a call hands over something else than the procedure takes"));
        }
        let base = self.registers.len();
        self.registers.extend_from_slice(given);
        self.add_frame(code, base)
    }

    /// A tail call: the frame's memory and registers make room first.
    fn replace(&mut self, procedure: u32, code: &Rc<Code>, info: CallInfo) -> Result<(), Stop> {
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

    fn return_(&mut self, code: &Rc<Code>, results: Registers, floor: usize) {
        let Some(base) = self.frames.last().map(|frame| frame.base) else { return };
        let registers = code.list(results);
        if self.frames.len() == floor + 1 {
            self.returned.clear();
            for register in registers {
                self.returned.push(self.registers.get(base + *register as usize).copied().unwrap_or(0));
            }
            self.pop_frame();
            return;
        }
        let caller = self.frames.iter_mut().nth_back(1);
        if let Some(caller) = caller {
            let call = caller.code.ops.get(caller.pc).and_then(|op| match op {
                Op::Call { info, .. } | Op::CallPointer { info, .. } => caller.code.calls.get(*info as usize),
                _ => None,
            });
            if let Some(info) = call {
                for (from, to) in registers.iter().zip(caller.code.list(info.results)) {
                    let value = self.registers.get(base + *from as usize).copied().unwrap_or(0);
                    if let Some(to) = self.registers.get_mut(caller.base + *to as usize) {
                        *to = value;
                    }
                }
            }
            caller.pc += 1;
        }
        self.pop_frame();
    }

    /// Ends the innermost frame: its locals are dead.
    fn pop_frame(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        if frame.code.frame_bytes > 0 {
            for slot in &frame.code.slots {
                let address = self.registers.get(frame.base + slot.register as usize).copied().unwrap_or(0);
                self.world.memory.kill(address);
            }
            self.world.memory.free_block(frame.block, frame.code.frame_bytes);
        }
        self.registers.truncate(frame.base);
    }

    /// Ends frames until so many are left.
    pub(super) fn unwind(&mut self, floor: usize) {
        while self.frames.len() > floor {
            self.pop_frame();
        }
    }

    fn enter_host(&mut self, host: HostProcedure, code: &Code, info: CallInfo) -> Result<(), Stop> {
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
