//! Patterns of `match`.
