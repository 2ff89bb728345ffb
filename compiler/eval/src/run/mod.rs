//! The interpreter: calls, returns and ends of executions. The dispatch loop itself is in [`execute`].
//!
//! Calls of the program never use the host's stack: a frame is an entry of [`Interpreter::frames`] and a window of
//! [`Interpreter::registers`]. Only host procedures that call back would nest, and that is bounded.
//!
//! Start with [`Interpreter::run_main`] and [`Interpreter::call`].

mod calls;
mod execute;
mod intrinsic;
mod panics;
mod registers;
mod value;
mod vector;

use hubbub_base::Name;
use hubbub_base::limits::{EVAL_CALL_DEPTH_MAX, EVAL_MEMORY_BYTES_MAX, EVAL_STEPS_MAX};

use crate::code::Code;
use crate::error::{ErrorKind, EvalError, StackFrame};
use crate::host::yaml::Recorded;
use crate::host::{Host, SystemRequest};
use crate::memory::{Fault, Memory, Site};
use crate::source::ProcedureSource;
use crate::world::World;

use registers::Registers;

pub use panics::{PANIC_STATUS, other_member};
pub use value::Value;

/// The symbol that a program begins with, as for the runtime.
pub const ENTRY: &str = "hb_program_main";

/// What an execution may use.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Operations, about.
    pub steps: u64,
    /// Calls within calls.
    pub call_depth: u32,
    /// Bytes held at once.
    pub memory_bytes: u64,
}

impl Default for Limits {
    /// Those of compile-time execution.
    fn default() -> Self {
        Self { steps: EVAL_STEPS_MAX, call_depth: EVAL_CALL_DEPTH_MAX, memory_bytes: EVAL_MEMORY_BYTES_MAX }
    }
}

impl Limits {
    /// Those of a whole program that is run in the interpreter: as deep as the stack of a process would be.
    pub fn of_program() -> Self {
        Self { steps: u64::MAX, call_depth: 200_000, memory_bytes: EVAL_MEMORY_BYTES_MAX }
    }
}

/// How a whole program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The status of the process.
    pub status: i32,
    /// An error that only the interpreter knows: memory used wrongly, a limit, foreign code.
    pub error: Option<EvalError>,
}

/// Why the program stops running, before it has been made an [`EvalError`].
#[derive(Clone, Debug)]
pub(crate) enum Stop {
    Fault(Fault),
    Division,
    /// With what was found.
    Call(&'static str),
    Unreachable,
    Unsupported(String),
    System(String),
    Steps,
    CallDepth,
    Exit(i32),
    Panic(Panic),
}

/// A panic on its way to the one who prints it.
#[derive(Clone, Debug)]
pub(crate) struct Panic {
    pub message: Vec<u8>,
    /// The address of the current context, or 0.
    pub context: u64,
    /// `file:line:column`, when the program said so itself.
    pub location: Option<String>,
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Stop::Fault(fault)
    }
}

/// Where decoded procedures live; an interpreter needs one that outlives it.
#[derive(Default)]
pub struct Storage {
    codes: typed_arena::Arena<Code>,
}

/// A call that is running.
pub(crate) struct Frame<'a> {
    code: &'a Code,
    /// Where its registers begin.
    base: usize,
    /// What it does next; of a frame that has called, the call.
    pc: usize,
    /// Where its locals in memory lie.
    block: u32,
}

/// Runs procedures of one program, with one memory.
pub struct Interpreter<'a> {
    world: World<'a>,
    host: &'a mut dyn Host,
    storage: &'a Storage,
    frames: Vec<Frame<'a>>,
    registers: Registers,
    /// Results of the outermost procedure.
    returned: Vec<u64>,
    steps_left: u64,
    limits: Limits,
    /// Executions within executions, by host procedures that call back.
    nesting: u32,
    /// The global with the context of calls from outside.
    context: Option<Name>,
    /// Whether a whole program runs: its panics are printed.
    is_program: bool,
    /// Whether the locals of the outermost procedure outlive it.
    keeps_outermost: bool,
    /// Objects of the temporary allocator of compile time.
    pub(crate) temporaries: Vec<u64>,
    /// Readers of YAML that the program has opened.
    pub(crate) yaml_readers: Vec<Recorded>,
}

impl<'a> Interpreter<'a> {
    /// An interpreter for the program that `source` gives, with nothing in its memory.
    pub fn new(source: &'a dyn ProcedureSource, limits: Limits, host: &'a mut dyn Host, storage: &'a Storage) -> Self {
        Self {
            world: World::new(source, limits.memory_bytes),
            host,
            storage,
            frames: Vec::new(),
            registers: Registers::new(),
            returned: Vec::new(),
            steps_left: limits.steps,
            limits,
            nesting: 0,
            context: None,
            is_program: false,
            keeps_outermost: false,
            temporaries: Vec::new(),
            yaml_readers: Vec::new(),
        }
    }

    /// Operations that have been run so far, about.
    pub fn steps(&self) -> u64 {
        self.limits.steps - self.steps_left
    }

    /// Bytes in use now.
    pub fn memory_used(&self) -> u64 {
        self.world.memory.bytes_used()
    }

    /// Runs a whole program as a process would: panics are printed to standard error and end with status 134.
    pub fn run_main(&mut self) -> Outcome {
        let Some(entry) = self.world.procedure(Name::new(ENTRY)) else {
            let error = self.error(Stop::Unsupported(format!("the program has no `{ENTRY}`")));
            return Outcome { status: 1, error: Some(error) };
        };
        self.is_program = true;
        let outcome = match self.call_number(entry, &[]) {
            Ok(()) => {
                let status = self.returned.first().copied().unwrap_or(0);
                Outcome { status: (status & 255) as i32, error: None }
            }
            Err(Stop::Exit(status)) => Outcome { status: status & 255, error: None },
            Err(stop) => match self.as_panic(stop) {
                Ok(panic) => Outcome { status: self.print_panic(&panic), error: None },
                Err(stop) => Outcome { status: 1, error: Some(self.error(stop)) },
            },
        };
        self.unwind(0);
        self.is_program = false;
        outcome
    }

    pub(crate) fn memory(&self) -> &Memory {
        &self.world.memory
    }

    pub(crate) fn memory_and_host(&mut self) -> (&mut Memory, &mut dyn Host) {
        (&mut self.world.memory, &mut *self.host)
    }

    pub(crate) fn global_symbol(&self, number: u32) -> Option<Name> {
        self.world.globals.get(number as usize).map(|entry| entry.symbol)
    }

    pub(crate) fn procedure_symbol(&self, number: u32) -> Option<Name> {
        self.world.procedures.get(number as usize).map(|entry| entry.symbol)
    }

    /// Lets the locals of the outermost procedure outlive it, so that a value may lead to them: it is an expression that nothing stands around.
    pub fn keep_outermost(&mut self) {
        self.keeps_outermost = true;
    }

    pub(crate) fn keeps_outermost(&self) -> bool {
        self.keeps_outermost
    }

    pub(crate) fn is_program(&self) -> bool {
        self.is_program
    }

    /// Counts steps for work that is not an operation.
    pub(crate) fn spend(&mut self, steps: u64) -> Result<(), Stop> {
        self.steps_left = self.steps_left.checked_sub(steps).ok_or(Stop::Steps)?;
        Ok(())
    }

    /// Frees what nothing leads to any more, when that is due before so many bytes are allocated. `kept` is an address that is in use
    /// besides those in registers and memory.
    pub(crate) fn collect_before(&mut self, size: u64, kept: u64) -> Result<(), Stop> {
        if self.world.memory.is_collection_due(size) {
            let registers = self.registers.behind(0).get(..self.top()).unwrap_or(&[]);
            let known = self.temporaries.iter().chain(&self.returned).chain([&kept]);
            let spent = self.world.memory.collect(registers.iter().chain(known).copied());
            self.spend(spent / 128)?;
        }
        Ok(())
    }

    /// Where the program is, in its own words: the innermost place that is not in the standard library.
    pub(crate) fn site(&self) -> Option<Site> {
        let mut calls = self.frames.iter().rev();
        let own = calls.clone().find(|frame| self.host.is_own(frame.code.file)).or_else(|| calls.next())?;
        Some((own.code.file, own.code.position(own.pc)))
    }

    /// Asks the host for what only the system has.
    pub(crate) fn ask_system(&mut self, request: &mut SystemRequest) -> Result<i64, Stop> {
        let mut calls = self.frames.iter().rev().map(|frame| (frame.code.file, frame.code.position(frame.pc)));
        self.host.system(request, &mut calls).map_err(Stop::System)
    }

    /// Lets the host show some of the program's bytes.
    pub(crate) fn show(&mut self, data: u64, length: u64, is_error: bool) -> Result<(), Stop> {
        let bytes = self.world.memory.read(data, length)?;
        let mut calls = self.frames.iter().rev().map(|frame| (frame.code.file, frame.code.position(frame.pc)));
        self.host.output_from(bytes, is_error, &mut calls);
        Ok(())
    }

    /// The stop as an error, with the calls that are running.
    fn error(&self, stop: Stop) -> EvalError {
        let (kind, message) = match stop {
            Stop::Fault(fault) => (ErrorKind::Memory(fault), fault.to_string()),
            Stop::Division => (ErrorKind::Division, "an integer is divided by zero".to_owned()),
            Stop::Call(found) => (ErrorKind::Call, found.to_owned()),
            Stop::Unreachable => (ErrorKind::Unreachable, "unreachable code was reached".to_owned()),
            Stop::Unsupported(message) => (ErrorKind::Unsupported, message),
            Stop::System(message) => (ErrorKind::System, message),
            Stop::Steps => (ErrorKind::Steps, format!("more than {} steps", self.limits.steps)),
            Stop::CallDepth => {
                (ErrorKind::CallDepth, format!("stack overflow: more than {} calls", self.limits.call_depth))
            }
            Stop::Exit(status) => (ErrorKind::Exit(status), format!("the program exits with status {status}")),
            Stop::Panic(panic) => (ErrorKind::Panic, format!("panic: {}", String::from_utf8_lossy(&panic.message))),
        };
        let is_of_freed = matches!(kind, ErrorKind::Memory(Fault::Freed | Fault::FreedTwice));
        let life = if is_of_freed { self.world.memory.blamed() } else { None };
        EvalError { kind, message, frames: self.stack(), life }
    }

    /// The calls that are running, innermost first.
    fn stack(&self) -> Vec<StackFrame> {
        let frame = |frame: &Frame<'_>| StackFrame {
            symbol: frame.code.symbol,
            name: frame.code.name,
            file: frame.code.file,
            at: frame.code.position(frame.pc),
        };
        self.frames.iter().rev().map(frame).collect()
    }
}
