//! `while`, `for`, `#for`.

use super::Parser;
use super::blocks::{BlockKind, Contents};
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::NONE;
use crate::tree::node::NodeKind;

impl Parser<'_> {
    /// `while head body end`.
    pub(super) fn while_(&mut self, first: u32, label: NodeId) -> NodeId {
        let opener = self.at;
        self.bump();
        self.is_in_head = true;
        let head = self.head();
        let body = self.block_and_end(opener, BlockKind::Plain, Contents::Statements);
        self.node_of(NodeKind::While, first, 0, [label, head, body.word()])
    }

    /// `for &name, second in iterable body end`.
    pub(super) fn for_(&mut self, first: u32, label: NodeId) -> NodeId {
        let opener = self.at;
        self.bump();
        self.is_in_head = true;
        if let Some(name) = self.foreign_for_head() {
            let nothing = self.error_node();
            let body = self.block_and_end(opener, BlockKind::Plain, Contents::Statements);
            return self.node_of(NodeKind::For, first, 0, [label, name, NONE, nothing, body.word()]);
        }
        let by_place = self.eat(TokenKind::Ampersand) || self.star_of_loop_name();
        let name = self.name("the name of a loop variable");
        let second = if self.eat(TokenKind::Comma) { self.name("the name of a loop variable") } else { NONE };
        if !self.foreign_in() {
            self.want(TokenKind::In, "and what to go through");
        }
        let iterable = self.expr();
        let body = self.block_and_end(opener, BlockKind::Plain, Contents::Statements);
        let words = [label, name, second, iterable, body.word()];
        self.node_of(NodeKind::For, first, u8::from(by_place), words)
    }

    /// `#for name in iterable body #end`.
    pub(super) fn static_for(&mut self) -> NodeId {
        let opener = self.at;
        self.bump();
        self.is_in_head = true;
        let name = self.name("the name of a loop variable");
        self.want(TokenKind::In, "and what to go through");
        let iterable = self.expr();
        let body = self.block_of(opener, BlockKind::StaticElse, Contents::Statements);
        self.expect_static_end(opener);
        self.node_of(NodeKind::StaticFor, opener, 0, [name, iterable, body.word()])
    }
}
