//! Calls: candidates, arguments, overload ranking, inference.

pub mod rank;
