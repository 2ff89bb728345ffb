//! The runtime of Hubbub programs: what compiled code calls, without Rust's std and without libc.
//!
//! One module a facility, each procedure in a section of its own, so that a program carries what it reaches and nothing
//! else: hello world is `start`, `output` and two system calls. Nothing here knows a Hubbub type; the standard library
//! wraps these symbols. The other flavour, `runtime-std`, is the same code over [`system`] made of std.
//!
//! Start reading at [`abi`], the list of symbols, then `start`.
#![cfg_attr(not(test), no_std)]

pub mod abi;
pub mod allocator;
pub mod arguments;
pub mod digits;
pub mod float;
#[cfg(all(feature = "start", not(feature = "hosted")))]
mod memory;
pub mod output;
pub mod panics;
pub mod spin_lock;
#[cfg(feature = "start")]
mod start;
mod syscall;
pub mod system;
