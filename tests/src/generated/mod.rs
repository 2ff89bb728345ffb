//! Generated programs: what is well-defined computes the same everywhere, and the same as the same program in C.
//!
//! `tree.rs` says what a program is, `make/` makes one from a seed, `hubbub/` and `c/` print it, `shrink.rs` makes one that fails smaller.

pub mod c;
pub mod features;
pub mod hubbub;
pub mod make;
pub mod random;
mod shrink;
pub mod tree;

pub use shrink::shrink;
