//! How the parser makes nodes. Children are collected on a stack and copied into the side array when their list ends.

use std::sync::Arc;

use super::node::{EMPTY_LIST, NO_LIST, Node, NodeKind};
use super::{NodeId, Tree};
use crate::token::Tokens;

/// A list in the side array.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct List(pub u32);

impl List {
    /// A list that is not there.
    pub const NONE: List = List(NO_LIST);
    /// A list without elements.
    pub const EMPTY: List = List(EMPTY_LIST);

    /// As a word of a record.
    pub fn word(self) -> NodeId {
        NodeId(self.0)
    }
}

/// Where a list began on the stack.
#[derive(Clone, Copy)]
pub(crate) struct Mark(usize);

/// No child.
pub(crate) const NONE: NodeId = NodeId(0);

#[derive(Debug)]
pub(crate) struct Builder {
    nodes: Vec<Node>,
    side: Vec<NodeId>,
    stack: Vec<NodeId>,
}

impl Builder {
    pub fn new(tokens: usize) -> Self {
        let mut nodes = Vec::with_capacity(tokens * 7 / 8 + 16);
        nodes.push(Node::ERROR);
        let mut side = Vec::with_capacity(tokens / 2 + 16);
        side.extend([NONE, NONE]);
        Self { nodes, side, stack: Vec::with_capacity(64) }
    }

    /// Adds a node.
    #[inline]
    pub fn node(&mut self, node: Node) -> NodeId {
        let id = NodeId(self.nodes.len() as u32);
        self.nodes.push(node);
        id
    }

    /// The node `id`.
    #[inline]
    pub fn get(&self, id: NodeId) -> Node {
        self.nodes.get(id.0 as usize).copied().unwrap_or(Node::ERROR)
    }

    /// Turns `id` into an error, about which later phases stay silent.
    pub fn make_error(&mut self, id: NodeId) {
        if let Some(node) = self.nodes.get_mut(id.0 as usize) {
            (node.kind, node.a, node.b) = (NodeKind::Error, 0, 0);
        }
    }

    /// Adds a record to the side array.
    #[inline]
    pub fn record<const N: usize>(&mut self, words: [NodeId; N]) -> u32 {
        let at = self.side.len() as u32;
        self.side.extend_from_slice(&words);
        at
    }

    /// Begins a list.
    #[inline]
    pub fn mark(&self) -> Mark {
        Mark(self.stack.len())
    }

    /// Adds `id` to the innermost list that was begun.
    #[inline]
    pub fn push(&mut self, id: NodeId) {
        self.stack.push(id);
    }

    /// Takes the last element of the list that began at `mark`.
    pub fn pop(&mut self, mark: Mark) -> Option<NodeId> {
        if self.stack.len() > mark.0 { self.stack.pop() } else { None }
    }

    /// The elements since `mark`.
    pub fn since(&self, mark: Mark) -> &[NodeId] {
        self.stack.get(mark.0..).unwrap_or(&[])
    }

    /// Ends the list that began at `mark`.
    #[inline]
    pub fn list(&mut self, mark: Mark) -> List {
        let elements = self.stack.get(mark.0..).unwrap_or(&[]);
        if elements.is_empty() {
            return List::EMPTY;
        }
        let list = List(self.side.len() as u32);
        self.side.push(NodeId(elements.len() as u32));
        self.side.extend_from_slice(elements);
        self.stack.truncate(mark.0);
        list
    }

    /// The elements of a finished list.
    pub fn elements(&self, list: List) -> &[NodeId] {
        let start = list.0 as usize;
        let length = self.side.get(start).map_or(0, |length| length.0 as usize);
        self.side.get(start + 1..start + 1 + length).unwrap_or(&[])
    }

    /// Gives `id` another kind, whose words mean the same.
    pub fn set_kind(&mut self, id: NodeId, kind: NodeKind) {
        if let Some(node) = self.nodes.get_mut(id.0 as usize) {
            node.kind = kind;
        }
    }

    /// A list of one.
    #[inline]
    pub fn list_of(&mut self, id: NodeId) -> List {
        let list = List(self.side.len() as u32);
        self.side.extend_from_slice(&[NodeId(1), id]);
        list
    }

    /// The finished tree.
    pub fn finish(self, text: Arc<str>, tokens: Tokens, items: List) -> Tree {
        Tree { text, tokens, nodes: self.nodes, side: self.side, items: items.word() }
    }
}
