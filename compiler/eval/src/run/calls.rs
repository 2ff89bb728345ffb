//! Frames: calls, returns, tail calls, and the way out when something stops.

use hubbub_mir::{Ty, TyData};

use super::execute::{Exit, Machine, execute};
use super::{Frame, Interpreter, Stop};
use crate::code::{CallInfo, Code, R, Registers};
use crate::decode::{self, DecodeError};
use crate::host::HostProcedure;
use crate::memory::{Fault, Kind, Memory, start_of};
use crate::scalar::Scalar;
use crate::world::Callable;

/// Executions within executions.
const NESTING_MAX: u32 = 64;
/// Arguments of a procedure that the interpreter provides.
const HOST_ARGUMENTS_MAX: usize = 16;

impl<'a> Interpreter<'a> {
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
            let exit = execute(Machine {
                frames: &mut self.frames,
                registers: &mut self.registers,
                memory: &mut self.world.memory,
                procedures: &self.world.procedures,
                steps_left: &mut self.steps_left,
                depth_max: self.limits.call_depth as usize,
                floor,
            });
            let Some(code) = self.frames.last().map(|frame| frame.code) else { return Ok(()) };
            match exit {
                Exit::Call { procedure, info } => {
                    let Some(info) = code.calls.get(info as usize) else { return Err(Stop::Unreachable) };
                    self.enter(procedure, code, info)?;
                }
                Exit::Return(results) => self.return_(code, results),
                exit => self.leave(exit, code)?,
            }
        }
        Ok(())
    }

    /// Does what the dispatch loop cannot do by itself, and what is not frequent.
    fn leave(&mut self, exit: Exit, code: &'a Code) -> Result<(), Stop> {
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
    fn callable(&mut self, procedure: u32) -> Result<Callable<'a>, Stop> {
        match self.world.procedures.get(procedure as usize).map(|entry| &entry.callable) {
            Some(Callable::Undecoded) => self.decode(procedure),
            Some(callable) => Ok(*callable),
            None => Err(Stop::Call("what is called is no procedure")),
        }
    }

    #[cold]
    fn decode(&mut self, procedure: u32) -> Result<Callable<'a>, Stop> {
        let Some(mir) = self.world.mir(procedure) else { return Err(self.foreign(procedure)) };
        let code = match decode::procedure(&mut self.world, &mir) {
            Ok(code) => &*self.storage.codes.alloc(code),
            Err(DecodeError::Memory(fault)) => return Err(Stop::Fault(fault)),
            Err(DecodeError::Unsupported(message)) => {
                return Err(Stop::Unsupported(format!("`{}`: {message}", mir.symbol)));
            }
        };
        let callable = Callable::Code(code);
        if let Some(entry) = self.world.procedures.get_mut(procedure as usize) {
            entry.callable = callable;
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
        let address = self.registers.get(base, callee);
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

    /// A call that the dispatch loop cannot do.
    fn enter(&mut self, procedure: u32, code: &Code, info: &CallInfo) -> Result<(), Stop> {
        match self.callable(procedure)? {
            Callable::Code(callee) => self.enter_code(callee, code, info),
            Callable::Host(host) => self.enter_host(host, code, info),
            Callable::Foreign | Callable::Undecoded => Err(self.foreign(procedure)),
        }
    }

    fn enter_code(&mut self, callee: &'a Code, code: &Code, info: &CallInfo) -> Result<(), Stop> {
        self.can_begin(callee, info.arguments.count as usize)?;
        let caller = self.frames.last().map_or(0, |frame| frame.base);
        let base = self.top();
        self.registers.begin_from(base, callee, caller, code.list(info.arguments));
        self.add_frame(callee, base)
    }

    pub(super) fn push_frame(&mut self, callee: &'a Code, given: &[u64]) -> Result<(), Stop> {
        self.can_begin(callee, given.len())?;
        let base = self.top();
        self.registers.begin(base, callee, given);
        self.add_frame(callee, base)
    }

    fn can_begin(&self, callee: &Code, given: usize) -> Result<(), Stop> {
        if self.frames.len() >= self.limits.call_depth as usize {
            return Err(Stop::CallDepth);
        }
        if given != callee.given as usize {
            return Err(Stop::Call("a call hands over something else than the procedure takes"));
        }
        Ok(())
    }

    /// Where the registers of a new frame begin.
    pub(super) fn top(&self) -> usize {
        self.frames.last().map_or(0, |frame| frame.base + frame.code.template.len())
    }

    /// Starts a frame whose registers are there.
    fn add_frame(&mut self, code: &'a Code, base: usize) -> Result<(), Stop> {
        let block = match code.frame_bytes {
            0 => 0,
            _ => begin_locals(&mut self.world.memory, self.registers.behind_mut(base), code)?,
        };
        self.frames.push(Frame { code, base, pc: 0, block });
        Ok(())
    }

    /// A tail call: the frame's memory and registers make room first.
    fn replace(&mut self, procedure: u32, code: &'a Code, info: &CallInfo) -> Result<(), Stop> {
        let Some(base) = self.frames.last().map(|frame| frame.base) else { return Ok(()) };
        let value = |register: &u16| self.registers.get(base, *register);
        let mut given: Vec<u64> = code.list(info.arguments).iter().map(value).collect();
        self.carry_arguments(base, code, info.ty, &mut given)?;
        match self.callable(procedure)? {
            Callable::Code(callee) => {
                self.pop_frame();
                self.push_frame(callee, &given)
            }
            Callable::Host(_) | Callable::Foreign | Callable::Undecoded => Err(self.foreign(procedure)),
        }
    }

    /// Arguments that lie in the frame which a tail call leaves get memory of their own; it is collected when nothing leads to it.
    fn carry_arguments(&mut self, base: usize, code: &Code, ty: Ty, given: &mut [u64]) -> Result<(), Stop> {
        let TyData::Procedure(signature) = ty.data() else { return Ok(()) };
        let (mut carried, mut bytes, mut register) = (Vec::new(), 0, 0);
        for parameter in &signature.parameters {
            let scalar = Scalar::of(*parameter);
            if let (None, Some(address)) = (scalar, given.get(register)) {
                let start = start_of(*address);
                let is_own = code.slots.iter().any(|slot| self.registers.get(base, slot.register) == start);
                if let Some((_, size)) = self.world.memory.object(start).filter(|_| is_own) {
                    carried.push((register, start, u64::from(size)));
                    bytes += u64::from(size);
                }
            }
            register += if scalar.is_some_and(Scalar::is_wide) { 2 } else { 1 };
        }
        if carried.is_empty() {
            return Ok(());
        }
        self.collect_before(bytes, 0)?;
        let memory = &mut self.world.memory;
        for (register, start, size) in carried {
            let copy = memory.allocate(size, Kind::Temporary)?;
            memory.copy(copy, start, size)?;
            if let Some(address) = given.get_mut(register) {
                *address = copy + (*address - start);
            }
        }
        Ok(())
    }

    /// The outermost procedure's return.
    fn return_(&mut self, code: &Code, results: Registers) {
        let base = self.frames.last().map_or(0, |frame| frame.base);
        self.returned.clear();
        self.returned.extend(code.list(results).iter().map(|register| self.registers.get(base, *register)));
        self.pop_frame();
    }

    /// Ends the innermost frame: its locals are dead.
    fn pop_frame(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        if frame.code.frame_bytes > 0 && !(self.keeps_outermost && self.frames.is_empty()) {
            end_locals(&mut self.world.memory, self.registers.behind(frame.base), frame.code, frame.block);
        }
    }

    /// Ends frames until so many are left.
    pub(super) fn unwind(&mut self, floor: usize) {
        while self.frames.len() > floor {
            self.pop_frame();
        }
    }

    fn enter_host(&mut self, host: HostProcedure, code: &Code, info: &CallInfo) -> Result<(), Stop> {
        let base = self.frames.last().map_or(0, |frame| frame.base);
        let mut given = [0; HOST_ARGUMENTS_MAX];
        let arguments = code.list(info.arguments);
        for (value, register) in given.iter_mut().zip(arguments) {
            *value = self.registers.get(base, *register);
        }
        let results = self.call_host(host, given.get(..arguments.len()).unwrap_or(&given))?;
        for (value, to) in results.into_iter().zip(code.list(info.results)) {
            self.registers.set(base, *to, value);
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

/// Memory for the locals of a new frame, with those alive in it that live as long as the call: where it lies.
pub(super) fn begin_locals(memory: &mut Memory, registers: &mut [u64], code: &Code) -> Result<u32, Stop> {
    let block = memory.allocate_block(code.frame_bytes)?;
    for slot in code.slots.iter().filter(|slot| slot.is_live_at_entry) {
        let address = memory.object_at(block + slot.offset, slot.size, Kind::Local)?;
        if let Some(register) = registers.get_mut(slot.register as usize) {
            *register = address;
        }
    }
    // Scalars that came in registers are stored by the procedure's first operations.
    Ok(block)
}

/// The end of those locals.
pub(super) fn end_locals(memory: &mut Memory, registers: &[u64], code: &Code, block: u32) {
    for slot in &code.slots {
        memory.kill(registers.get(slot.register as usize).copied().unwrap_or(0));
    }
    memory.free_block(block, code.frame_bytes);
}
