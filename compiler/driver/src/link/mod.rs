//! From objects to a program.

pub mod linker;
