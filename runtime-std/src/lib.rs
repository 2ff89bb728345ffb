//! The part of the std runtime that stands on Rust's std.
//!
//! The flavour is `hubbub-runtime-nostd`, built with its feature `hosted`, plus this crate: the shared code asks it for
//! files, terminals and the end of the process. So both flavours say and do the same, and only what needs std is here. It is
//! not part of the bitcode that programs are optimised with. Start reading at `host`.

mod host;
