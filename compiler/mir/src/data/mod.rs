//! What MIR is made of: [`ty`], the types; [`body`], one procedure; [`program`], everything that becomes an object file.

pub mod body;
pub mod program;
pub mod ty;
