//! What stands around the phases: options, the session that runs them in order, files, linking, timings.
//!
//! Everything below this crate knows no files, clock or environment; everything that does is here. Start with [`session`], which
//! reads as the list of the phases.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "this is the crate that knows files, clock and environment"
)]

pub mod compile_time;
mod configure;
pub mod documenting;
pub mod examples;
pub mod explore;
pub mod files;
pub mod formatting;
pub mod forms;
pub mod header;
pub mod internal_error;
pub mod interpret;
pub mod link;
pub mod memory;
pub mod options;
pub mod output;
mod roots;
pub mod scratch;
pub mod session;
pub mod size;
pub mod sysroot;
pub mod testing;
pub mod timings;

pub use options::{Allocator, CompileTimeLimits, Flavour, Level, Library, Options, Overflow, Sanitizer};
pub use session::{Session, Stopped};
