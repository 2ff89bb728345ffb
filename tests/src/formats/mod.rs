//! Cases for the formats of the standard library, and what Rust's crates say to them.

pub mod make;
pub mod oracle;
pub mod yaml;
