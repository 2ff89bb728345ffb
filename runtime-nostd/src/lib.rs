//! The runtime of Hubbub programs: what compiled code calls, without Rust's std and without libc.
//!
//! One module a facility, each procedure in a section of its own, so that a program carries what it reaches and nothing
//! else: hello world is `start`, `output` and two system calls. Nothing here knows a Hubbub type; the standard library
//! wraps these symbols. The other flavour, `runtime-std`, is the same code over [`system`] made of std.
//!
//! Two compilations make a runtime: feature `start` has everything but the panics, feature `panics` those (they are cold and long,
//! and would only slow down the optimiser when programs are joined with the rest). What the standard library takes from other crates
//! is compiled once more for each facility: [`library`].
//!
//! Start reading at [`abi`], the list of symbols, then `start`.
#![cfg_attr(not(test), no_std)]
#![cfg_attr(feature = "library", allow(dead_code, reason = "a facility reaches little of the rest"))]

pub mod abi;
#[cfg(not(feature = "library"))]
pub mod allocator;
#[cfg(not(feature = "library"))]
pub mod arguments;
#[cfg(not(feature = "library"))]
pub mod digits;
#[cfg(not(feature = "library"))]
pub mod float;
pub mod library;
#[cfg(not(feature = "library"))]
pub mod log;
#[cfg(all(feature = "start", not(feature = "hosted")))]
mod memory;
#[cfg(not(feature = "library"))]
pub mod output;
#[cfg(not(any(feature = "start", feature = "library")))]
pub mod panics;
#[cfg(not(feature = "library"))]
pub mod spin_lock;
#[cfg(feature = "start")]
mod start;
#[cfg(not(feature = "library"))]
mod static_data;
mod syscall;
pub mod system;
#[cfg(not(any(feature = "panics", feature = "library")))]
pub mod thread;
#[cfg(not(feature = "library"))]
pub mod thread_local;

#[cfg(any(feature = "start", feature = "panics", feature = "library"))]
#[panic_handler]
fn rust_panic(_: &core::panic::PanicInfo) -> ! {
    system::write_error(b"panic: internal error of the runtime\n");
    system::exit_now(134)
}
