//! From syntax trees to checked, typed bodies: scopes, types, overload sets, generics, constants.
//!
//! Start with [`data::types`] (what types and declarations are), then [`data::typed`] (what a checked body says: the
//! interface to lowering).

pub mod data;
