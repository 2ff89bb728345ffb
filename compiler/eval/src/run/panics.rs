//! Panics: the texts of failed checks, exactly those of the runtime, and what a panic does to a program.

use hubbub_mir::Check;

use super::{Interpreter, Panic, Stop};
use crate::arith;
use crate::code::{CheckInfo, Code};
use crate::memory::{Fault, Kind};

/// Where `Context.on_panic` lies: the head of the Prelude's `Context`, which the runtime knows too.
const ON_PANIC_OFFSET: u64 = 64;
/// Calls that a handler may still make when the stack is used up.
const HANDLER_DEPTH: u32 = 1_000;
/// The status of a process that has panicked.
pub const PANIC_STATUS: i32 = 134;

/// The value of a check's operand, wide or not.
fn operand(code: &Code, check: &CheckInfo, registers: &[u64], number: usize) -> i128 {
    let width = if check.scalar.is_wide() { 2 } else { 1 };
    let list = code.list(check.operands);
    let word = |number: usize| {
        let register = list.get(number).copied().unwrap_or(0);
        registers.get(register as usize).copied().unwrap_or(0)
    };
    let high = if width == 2 { word(number * 2 + 1) } else { 0 };
    check.scalar.widen(word(number * width), high)
}

/// Whether an overflow check fails.
pub fn overflows(code: &Code, check: &CheckInfo, registers: &[u64]) -> bool {
    let Check::Overflow(op) = check.check else { return true };
    let (a, b) = (operand(code, check, registers, 0), operand(code, check, registers, 1));
    arith::overflows(op, check.scalar, a, b)
}

/// The last operand, which is the value that the message shows.
fn last_operand(code: &Code, check: &CheckInfo, registers: &[u64]) -> i128 {
    let list = code.list(check.operands);
    let word = |back: usize| {
        let register = list.iter().rev().nth(back).copied().unwrap_or(0);
        registers.get(register as usize).copied().unwrap_or(0)
    };
    if check.scalar.is_wide() { check.scalar.widen(word(1), word(0)) } else { check.scalar.widen(word(0), 0) }
}

fn message(code: &Code, check: &CheckInfo, registers: &[u64]) -> String {
    let word = |number: usize| {
        let register = code.list(check.operands).get(number).copied().unwrap_or(0);
        registers.get(register as usize).copied().unwrap_or(0) as i64
    };
    match check.check {
        Check::Index => format!("index {} is out of range for length {}", word(0), word(1)),
        Check::Slice => format!("slice {}..<{} is out of range for length {}", word(0), word(1), word(2)),
        Check::Division => "division by zero".to_owned(),
        Check::Null => "null pointer".to_owned(),
        Check::EnumMember(name) => format!("{} is no member of {name}", last_operand(code, check, registers)),
        Check::Rune => format!("{} is no Unicode scalar value", last_operand(code, check, registers)),
        Check::UnionMember(names) => other_member(names.as_str(), word(1), last_operand(code, check, registers) as i64),
        Check::AnyType(name) => format!("the value is no {name}"),
        Check::Overflow(_) => "arithmetic overflow".to_owned(),
    }
}

/// That another member of a union is current; `members` are their names with blanks between.
pub fn other_member(members: &str, wanted: i64, found: i64) -> String {
    let name = |number: i64| members.split(' ').nth(number as usize);
    let found = name(found).map_or_else(String::new, |found| format!(", `{found}` is"));
    format!("member `{}` is not the current one{found}", name(wanted).unwrap_or(""))
}

/// Whether a place lies in the standard library: its files have paths that begin so, wherever it lies.
fn is_of_library(place: &str) -> bool {
    place.starts_with("stdlib/")
}

impl Interpreter<'_> {
    /// The panic of a check that has failed in the innermost frame.
    pub(super) fn failed_check(&self, code: &Code, info: u32) -> Stop {
        let base = self.frames.last().map_or(0, |frame| frame.base);
        let registers = self.registers.behind(base);
        let Some(check) = code.checks.get(info as usize) else { return Stop::Unreachable };
        let context = check.context.and_then(|register| registers.get(register as usize)).copied().unwrap_or(0);
        let message = message(code, check, registers).into_bytes();
        Stop::Panic(Panic { message, context, location: None })
    }

    /// What a process reports as a panic: panics, and what its fault handler catches.
    pub(super) fn as_panic(&self, stop: Stop) -> Result<Panic, Stop> {
        let message = match stop {
            Stop::Panic(panic) => return Ok(panic),
            Stop::Fault(Fault::Null) => "null pointer".to_owned(),
            Stop::CallDepth => {
                let symbol = self.frames.last().map_or("", |frame| frame.code.symbol.as_str());
                format!("stack overflow in {symbol}")
            }
            stop => return Err(stop),
        };
        Ok(Panic { message: message.into_bytes(), context: self.current_context(), location: None })
    }

    /// The context that the innermost procedure got.
    fn current_context(&self) -> u64 {
        let Some(frame) = self.frames.last() else { return 0 };
        let register = frame.code.context;
        register.map_or(0, |register| self.registers.get(frame.base, register))
    }

    /// Does what a process does that panics; gives its status.
    pub(super) fn print_panic(&mut self, panic: &Panic) -> i32 {
        let location = self.report(panic);
        // A handler that stops in any way ends the process all the same.
        match self.call_handler(panic, location.as_deref()) {
            Err(Stop::Exit(status)) => status & 255,
            Ok(()) | Err(_) => PANIC_STATUS,
        }
    }

    /// Prints what is known of a panic; gives where it happened.
    pub(crate) fn report(&mut self, panic: &Panic) -> Option<String> {
        let mut text = b"panic: ".to_vec();
        text.extend_from_slice(&panic.message);
        text.push(b'\n');
        let location = panic.location.clone().or_else(|| self.current_location());
        if let Some(location) = &location {
            text.extend_from_slice(format!("  at {location}\n").as_bytes());
            if is_of_library(location)
                && let Some(caller) = self.places().find(|place| !is_of_library(place))
            {
                text.extend_from_slice(format!("  called from {caller}\n").as_bytes());
            }
        }
        self.host.error_output(&text);
        location
    }

    /// Where the innermost frame is, as `file:line:column`.
    fn current_location(&self) -> Option<String> {
        self.places().next()
    }

    /// Where all frames are, the innermost first.
    fn places(&self) -> impl Iterator<Item = String> {
        self.frames.iter().rev().filter_map(|frame| {
            let (file, line, column) = self.host.locate(frame.code.file, frame.code.position(frame.pc))?;
            Some(format!("{file}:{line}:{column}"))
        })
    }

    /// Calls `context.on_panic(message, location)`.
    fn call_handler(&mut self, panic: &Panic, location: Option<&str>) -> Result<(), Stop> {
        let memory = &self.world.memory;
        let handler = memory.load::<8>(panic.context.wrapping_add(ON_PANIC_OFFSET)).map_or(0, u64::from_le_bytes);
        let Some((Kind::Procedure(procedure), _)) = memory.object(handler) else { return Ok(()) };
        // Like a handler after a stack overflow, which has a stack of its own.
        self.limits.call_depth = self.limits.call_depth.saturating_add(HANDLER_DEPTH);
        let message = self.new_string(&panic.message)?;
        let location = self.new_location(location.unwrap_or(""))?;
        self.call_number(procedure, &[message, location, panic.context])
    }

    /// A `String` in memory of its own.
    pub(crate) fn new_string(&mut self, text: &[u8]) -> Result<u64, Stop> {
        let memory = &mut self.world.memory;
        let bytes = memory.allocate(text.len() as u64 + 1, Kind::Internal)?;
        memory.write(bytes, text)?;
        memory.write(bytes.wrapping_add(text.len() as u64), &[0])?;
        let string = memory.allocate(16, Kind::Internal)?;
        memory.store_pointer(string, bytes);
        memory.store(string + 8, (text.len() as u64).to_le_bytes());
        Ok(string)
    }

    /// A `Source_Location` from `file:line:column`.
    fn new_location(&mut self, text: &str) -> Result<u64, Stop> {
        let mut parts = text.rsplitn(3, ':');
        let column: u32 = parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
        let line: u32 = parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
        let file = self.new_string(parts.next().unwrap_or("").as_bytes())?;
        let memory = &mut self.world.memory;
        let location = memory.allocate(24, Kind::Internal)?;
        memory.copy(location, file, 16)?;
        memory.write(location + 16, &line.to_le_bytes())?;
        memory.write(location + 20, &column.to_le_bytes())?;
        Ok(location)
    }

    /// The text of a `Source_Location`; `None` for null.
    pub(crate) fn location_text(&self, location: u64) -> Option<String> {
        let memory = &self.world.memory;
        let file = u64::from_le_bytes(memory.load::<8>(location)?);
        let length = u64::from_le_bytes(memory.load::<8>(location + 8)?);
        let line = u32::from_le_bytes(memory.load::<4>(location + 16)?);
        let column = u32::from_le_bytes(memory.load::<4>(location + 20)?);
        let file = memory.read(file, length).ok()?;
        Some(format!("{}:{line}:{column}", String::from_utf8_lossy(file)))
    }
}
