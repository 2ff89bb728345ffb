//! The syntax tree of one file: flat arrays of tokens and nodes, decoded through [`View`].
//!
//! A tree knows neither its file's number nor any other file: it is the same whoever parses it when.
//! Start with [`View`], what a node can say; [`Tree::view`] decodes it (in `decode`), the parser makes nodes (in `build`).

pub(crate) mod build;
pub(crate) mod decode;
mod doc;
mod dump;
pub(crate) mod node;
mod parts;
pub mod view;

use std::sync::Arc;

use crate::literal::{Literal, literal};
use crate::token::Tokens;
use node::Node;
pub use view::View;

hubbub_base::define_id!(
    /// A node of one tree.
    pub struct NodeId,
    "n"
);

/// The syntax tree of one file, with its text and tokens.
#[derive(Clone, Debug)]
pub struct Tree {
    text: Arc<str>,
    tokens: Tokens,
    /// Node 0 is a [`View::Error`]: as a child it stands for "none".
    nodes: Vec<Node>,
    /// Lists (their length, then their nodes) and the words of nodes that have more than two.
    side: Vec<NodeId>,
    /// The list of the top-level nodes.
    items: NodeId,
}

impl Default for Tree {
    /// The tree of an empty file.
    fn default() -> Self {
        crate::parse_text("").tree
    }
}

impl Tree {
    /// The text that was parsed; its bytes are those that ranges count.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// Whether there is a `#run` anywhere.
    pub fn has_run(&self) -> bool {
        self.nodes.iter().any(|node| node.kind == node::NodeKind::Run)
    }

    /// The tokens.
    pub fn tokens(&self) -> &Tokens {
        &self.tokens
    }

    /// How many nodes there are.
    pub fn node_count(&self) -> usize {
        self.nodes.len()
    }

    /// The top-level nodes in the order of the text.
    pub fn items(&self) -> &[NodeId] {
        self.list(self.items)
    }

    /// Byte offsets of the whole extent of `id`: of its first byte and behind its last one.
    pub fn range(&self, id: NodeId) -> (u32, u32) {
        let node = self.node(id);
        let start = self.tokens.start(node.first);
        (start, self.tokens.end(node.last, &self.text).max(start))
    }

    /// Byte offset of the first byte of `id`.
    pub fn start(&self, id: NodeId) -> u32 {
        self.tokens.start(self.node(id).first)
    }

    /// Behind the last byte of the longest expression that begins at byte `start`. Goes through the whole tree: for messages.
    #[cold]
    pub fn expression_end(&self, start: u32) -> Option<u32> {
        use node::NodeKind::*;
        let longest = (self.nodes.iter())
            .filter(|node| {
                matches!(node.kind, Call | Binary | Prefix | Dot | Index | Brace | Parenthesized | Name | OrElse | Ifx)
            })
            .filter(|node| self.tokens.start(node.first) == start)
            .max_by_key(|node| node.last)?;
        Some(self.tokens.end(longest.last, &self.text))
    }

    /// The text of `id`.
    pub fn source(&self, id: NodeId) -> &str {
        let (start, end) = self.range(id);
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    /// The first and the last token of `id`.
    pub fn token_range(&self, id: NodeId) -> (u32, u32) {
        let node = self.node(id);
        (node.first, node.last)
    }

    /// The value of a [`View::Literal`]; [`Literal::Invalid`] for anything else.
    pub fn literal(&self, id: NodeId) -> Literal<'_> {
        let node = self.node(id);
        if node.kind != node::NodeKind::Literal {
            return Literal::Invalid;
        }
        literal(self.tokens.kind(node.first), self.tokens.text(node.first, &self.text))
    }

    /// Whether `id` is a [`View::Procedure`] whose body is only an `end` on the line on which its signature ends: in a
    /// module of the sysroot that declares a symbol of the runtime.
    pub fn ends_at_once(&self, id: NodeId) -> bool {
        let node = self.node(id);
        let is_empty = matches!(self.view(id), View::Procedure { body: view::Body::Statements([]), .. });
        is_empty
            && self.tokens.kind(node.last) == crate::token::TokenKind::End
            && !self.tokens.place(node.last).is_first_on_line()
            && self.tokens.kind(node.last.wrapping_sub(1)) != crate::token::TokenKind::Semicolon
    }

    fn node(&self, id: NodeId) -> Node {
        self.nodes.get(id.0 as usize).copied().unwrap_or(Node::ERROR)
    }

    /// Has the nodes of `id` fetched from memory all at once, for someone about to walk through them: in a large program they have
    /// left the caches since they were parsed, and a walk would wait for one after the other.
    pub fn warm(&self, id: NodeId) {
        let node = self.node(id);
        // Children stand before their parent, and there are hardly more nodes than tokens.
        let first = id.0.saturating_sub(node.last.saturating_sub(node.first)) as usize;
        let nodes = self.nodes.get(first..=id.0 as usize).unwrap_or(&[]);
        let a_line_apart = nodes.iter().step_by(64 / size_of::<Node>());
        std::hint::black_box(a_line_apart.fold(0, |all, node| all | node.flags));
    }

    /// The list at `list` of the side array.
    fn list(&self, list: NodeId) -> &[NodeId] {
        let start = list.0 as usize;
        let length = self.side.get(start).map_or(0, |length| length.0 as usize);
        self.side.get(start + 1..start + 1 + length).unwrap_or(&[])
    }

    /// Word `offset` of the record at `record`.
    fn word(&self, record: u32, offset: u32) -> NodeId {
        self.side.get((record + offset) as usize).copied().unwrap_or(NodeId(0))
    }
}

#[cfg(test)]
mod tests {
    use super::{Tree, node::Node};

    #[test]
    fn small_nodes_and_trees_for_all_threads() {
        fn is_shared<T: Send + Sync>() {}
        is_shared::<Tree>();
        assert_eq!(size_of::<Node>(), 20);
    }
}
