//! The part of the std runtime that stands on Rust's std.
//!
//! The flavour is `hubbub-runtime-nostd`, built with its feature `hosted`, plus this crate: the shared code asks it for
//! files, terminals and the end of the process. So both flavours say and do the same, and only what needs std is here. It is
//! not part of the bitcode that programs are optimised with. Start reading at `host`.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "this is the runtime on std: it is here that files and the environment are used"
)]

mod host;
