//! Tests of names, types and constants over small sources.

mod modules;
mod types;
