//! From syntax trees to checked, typed bodies: scopes, types, overload sets, generics, constants.
//!
//! Start with [`data::types`] (what types and declarations are), then [`data::typed`] (what a checked body says: the
//! interface to lowering), then [`session`] (who owns everything, and what can be asked).
//!
//! Phases: [`load`] reads files and follows imports; [`names`] collects declarations and resolves imports; then
//! everything is demanded, instance by instance ([`signature`], [`resolve`], [`constants`], [`layout`]), and
//! [`program`] demands all of it, in parallel. Bodies are checked by [`check`].

mod any_format;
mod assertion;
pub mod check;
pub mod constants;
pub mod data;
pub mod demand;
pub mod equality;
pub mod generics;
pub mod known;
pub mod layout;
pub mod load;
pub mod mangle;
pub mod names;
pub mod program;
pub mod record;
pub mod resolve;
pub mod session;
mod shown;
pub mod signature;
pub mod store;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod type_name;

pub use names::lookup::Lookup;
pub use session::{CompileTime, Env, Sema};
