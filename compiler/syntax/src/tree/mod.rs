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

/// The tree of one file. (The parser's own definition replaces this one, which has the same surface.)
#[derive(Debug, Default)]
pub struct Tree {
    items: Vec<NodeId>,
}

impl Tree {
    /// What stands at top level.
    pub fn items(&self) -> &[NodeId] {
        &self.items
    }

    /// What a node says.
    pub fn view(&self, _node: NodeId) -> View<'_> {
        View::Error
    }

    /// Where a node begins.
    pub fn start(&self, node: NodeId) -> u32 {
        self.range(node).0
    }

    /// The bytes from a node's beginning to behind its end.
    pub fn range(&self, _node: NodeId) -> (u32, u32) {
        (0, 0)
    }
}
