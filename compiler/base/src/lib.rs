//! What every phase stands on: typed ids, interned names, spans, the source map, limits.
//!
//! Knows nothing of the language. Start with [`table`] (ids and the tables that own what they name),
//! then [`span`] (where something stands in the source).

mod chunk;
pub mod entity;
pub mod interner;
pub mod limits;
pub mod random;
pub mod sharded;
pub mod source;
pub mod span;
pub mod table;

pub use interner::Name;
pub use source::{FileId, SourceFile, SourceMap};
pub use span::Span;
pub use table::{Id, Table};
