//! The interpreter of MIR: compile-time execution, and the oracle that compiled programs are held against.
//!
//! Procedures are decoded into a register bytecode when they are first called and run in a memory of objects with provenance, so
//! that every misuse of memory is an error with a call stack. The layout is the target's, floats are computed as at
//! run time, and nothing is reached but what the [`Host`] gives.
//!
//! Start with [`Interpreter`] (calls and limits), then [`decode`] and [`code`], [`memory`], [`freeze`] for values that leave.

mod arith;
mod code;
mod decode;
mod error;
mod freeze;
mod host;
mod memory;
mod run;
mod scalar;
mod source;
#[cfg(test)]
mod tests;
mod world;

pub use error::{ErrorKind, EvalError, StackFrame};
pub use freeze::{FreezeError, Frozen};
pub use host::{CapturingHost, Host, SystemCall, SystemRequest};
pub use memory::{Ended, Fault, Site};
pub use run::{ENTRY, Interpreter, Limits, Outcome, Storage, Value};
pub use source::{ProcedureSource, ProgramSource};
