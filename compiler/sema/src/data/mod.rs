//! What the checker produces: types, values of compile time, typed bodies.

pub mod graph;
pub mod typed;
pub mod types;
pub mod value;
