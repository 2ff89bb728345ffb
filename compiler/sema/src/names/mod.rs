//! Names: what each module declares, what imports bring in, and what a name means where it stands.
//!
//! [`collect`] runs once for each module, [`imports`] once all are collected, [`lookup`] whenever a name is met.

pub mod attributes;
pub mod collect;
pub mod elsewhere;
mod errors;
pub mod imports;
mod library;
pub mod lookup;
mod nested;
mod offered;
pub(crate) mod parts;
pub(crate) mod recent;
pub mod sets;
mod unused;
