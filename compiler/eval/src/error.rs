//! Why an execution ended early.

use hubbub_base::{FileId, Name};

use crate::memory::{Ended, Fault};

/// What kind of end it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// The program panicked.
    Panic,
    /// It called `exit` with this status.
    Exit(i32),
    /// Memory was used wrongly.
    Memory(Fault),
    /// An integer was divided by zero without a check.
    Division,
    /// What was called is no procedure, or one of another type.
    Call,
    /// Code was reached that cannot be.
    Unreachable,
    /// Something was used that is not there, or cannot be done here: foreign procedures, inline assembly.
    Unsupported,
    /// The system was asked for something that the host does not give.
    System,
    /// More steps than allowed.
    Steps,
    /// More calls within calls than allowed.
    CallDepth,
}

/// A procedure that was running, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StackFrame {
    /// The procedure's symbol.
    pub symbol: Name,
    /// Its name for people.
    pub name: Name,
    /// The file.
    pub file: FileId,
    /// Byte offset in the file.
    pub at: u32,
}

/// Why an execution ended early, with the calls that were running, innermost first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvalError {
    /// The kind.
    pub kind: ErrorKind,
    /// What happened, for people.
    pub message: String,
    /// The calls, innermost first.
    pub frames: Vec<StackFrame>,
    /// Of freed memory that was used: where it was made and freed.
    pub life: Option<Ended>,
}

impl std::fmt::Display for EvalError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for EvalError {}
