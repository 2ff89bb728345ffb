//! MIR to LLVM IR to objects.
//!
//! [`generate`] deals the procedures of a program into units (`deal`), builds one LLVM module for each (`unit`, and `function`
//! for bodies), optimises (`optimise`) and emits it. `abi` decides how values travel, `debug` describes the source to debuggers,
//! `llvm` is the layer over LLVM's C API. Linking and files are the driver's business.
//!
//! The same program gives the same bytes, whatever the number of threads.

mod abi;
mod bare;
mod deal;
mod debug;
mod emit;
mod function;
mod llvm;
pub mod memory;
mod optimise;
mod options;
mod runtime;
/// The runtime's list of symbols, to hold ours against.
#[cfg(test)]
#[path = "../../runtime-nostd/src/abi.rs"]
#[allow(dead_code, reason = "only the panics are looked up")]
mod runtime_abi;
mod tail_calls;
mod target;
mod unit;

pub use emit::generate;
pub use llvm::archive::archive;
pub use llvm::diagnostics::on_fatal_error;
pub use options::{Emit, Error, Level, Options, Output, Sanitizer};
pub use tail_calls::left_arguments;
