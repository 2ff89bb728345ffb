//! From bytes to syntax trees: lexer, parser, tree, formatter. Start with [`tree::view`], what a tree can say.

pub mod tree;

pub use tree::{NodeId, Tree, View};
