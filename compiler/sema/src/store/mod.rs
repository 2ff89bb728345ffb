//! The interned things of a session: types, values, instances, declarations, and the cells of what is known about them.

pub mod decls;
pub mod instances;
pub mod types;
pub mod values;
