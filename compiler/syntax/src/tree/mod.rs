//! The syntax tree of one file: flat arrays of tokens and nodes, decoded through [`View`].
//!
//! A tree knows neither its file's number nor any other file: it is the same whoever parses it when.

pub mod view;

pub use view::View;

hubbub_base::define_id!(
    /// A node of one tree.
    pub struct NodeId,
    "n"
);
