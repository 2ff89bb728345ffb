//! `if`, `ifx` and `#if`. Chains of `else if` are loops: the links are collected, then joined from the last one on.

use hubbub_base::limits::ELSE_IFS_MAX;
use hubbub_diagnostics::Kind;

use super::Parser;
use super::blocks::{BlockKind, Contents};
use crate::error::SyntaxError;
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::List;
use crate::tree::node::NodeKind;

/// A condition of a chain and what happens when it holds.
struct Link {
    first: u32,
    condition: NodeId,
    then: List,
}

impl Parser<'_> {
    /// `if head block {else if head block} [else block] end`.
    pub(super) fn if_(&mut self) -> NodeId {
        let opener = self.at;
        let (first_link, links, otherwise) = self.chain(opener, Self::head);
        self.expect_end(opener);
        let innermost = self.join(links, otherwise, NodeKind::If);
        self.conditional(NodeKind::If, first_link, innermost)
    }

    /// `ifx condition block {else if condition block} else block end`.
    pub(super) fn ifx(&mut self) -> NodeId {
        let opener = self.at;
        let newline_ended = std::mem::replace(&mut self.newline_ends, true);
        let (first_link, links, otherwise) = self.chain(opener, Self::expr);
        if otherwise == List::NONE && !self.is_panicking && self.kind == TokenKind::End {
            let message = "this `ifx` has no `else`: it would have no value where no condition holds";
            self.report(SyntaxError::new(Kind::UnexpectedToken, self.range_of(opener), message));
        }
        self.expect_end(opener);
        self.newline_ends = newline_ended;
        let innermost = self.join(links, otherwise, NodeKind::Ifx);
        self.conditional(NodeKind::Ifx, first_link, innermost)
    }

    /// The conditions and blocks of a chain, and the block of its `else` (`List::NONE`: it has none), up to `end`.
    fn chain(&mut self, opener: u32, head: fn(&mut Self) -> NodeId) -> (Link, Vec<Link>, List) {
        let first_link = self.link(opener, head);
        let mut links: Vec<Link> = Vec::new();
        while self.is_at_else() {
            if !self.else_is_if() {
                self.bump();
                let otherwise = self.block_of(opener, BlockKind::Otherwise, Contents::Statements);
                return (first_link, links, otherwise);
            }
            links.push(self.else_link(opener, head));
        }
        (first_link, links, List::NONE)
    }

    /// A condition and its block. The opener of the whole chain stands for the blocks, for they share one `end`.
    fn link(&mut self, opener: u32, head: fn(&mut Self) -> NodeId) -> Link {
        let first = self.at;
        self.bump();
        let condition = self.nested_head(head);
        let then = self.block_of(opener, BlockKind::Then, Contents::Statements);
        Link { first, condition, then }
    }

    /// What stands between the word that opens a block and the block. It is nested in what that word begins.
    pub(super) fn nested_head(&mut self, head: fn(&mut Self) -> NodeId) -> NodeId {
        if !self.enter() {
            return self.error_node();
        }
        self.is_in_head = true;
        let node = head(self);
        self.leave();
        node
    }

    fn else_link(&mut self, opener: u32, head: fn(&mut Self) -> NodeId) -> Link {
        if self.kind == TokenKind::Else {
            self.bump();
        } else {
            self.report_elif();
        }
        self.link(opener, head)
    }

    /// Whether the `else` at the current token goes on with an `if` on its line.
    fn else_is_if(&self) -> bool {
        self.kind != TokenKind::Else
            || (self.peek(1) == TokenKind::If && !self.tokens.place(self.at + 1).is_first_on_line())
    }

    /// Joins `links` from the last one on, so that each stands in the `else` of the one before.
    fn join(&mut self, mut links: Vec<Link>, otherwise: List, kind: NodeKind) -> List {
        let mut otherwise = otherwise;
        if let Some(link) = links.get(ELSE_IFS_MAX) {
            let message = format!("more than {ELSE_IFS_MAX} `else if` in a chain");
            self.report(SyntaxError::new(Kind::NestingTooDeep, self.range_of(link.first), message));
            links.truncate(ELSE_IFS_MAX);
        }
        for link in links.into_iter().rev() {
            let node = self.conditional(kind, link, otherwise);
            otherwise = self.build.list_of(node);
        }
        otherwise
    }

    fn conditional(&mut self, kind: NodeKind, link: Link, otherwise: List) -> NodeId {
        let record = self.build.record([link.then.word(), otherwise.word()]);
        self.node(kind, link.first, 0, link.condition.0, record)
    }

    /// `names := value`, or a condition.
    pub(super) fn head(&mut self) -> NodeId {
        let first = self.at;
        if self.kind == TokenKind::Name
            && self.peek(1) == TokenKind::Name
            && let Some(node) = self.foreign_binding()
        {
            return node;
        }
        if self.kind == TokenKind::Name && matches!(self.peek(1), TokenKind::ColonEqual | TokenKind::Comma) {
            let names = self.names("a name");
            self.want(TokenKind::ColonEqual, "behind the names");
            let value = self.expr();
            if self.kind == TokenKind::Comma && !self.is_at_newline() {
                self.second_condition();
            }
            return self.node(NodeKind::Binding, first, 0, names.0, value.0);
        }
        let condition = self.expr();
        if self.kind == TokenKind::Equal && !self.is_at_newline() {
            return self.assignment_in_condition(first, condition);
        }
        condition
    }

    #[cold]
    fn assignment_in_condition(&mut self, first: u32, left: NodeId) -> NodeId {
        let message = "`=` stores a value, a condition compares with `==`";
        let error = SyntaxError::new(Kind::AssignmentInCondition, self.here(), message);
        self.report(error.fix("compare", self.here(), "=="));
        self.bump();
        let right = self.expr();
        let equal = crate::tree::view::BinaryOperator::Equal as u8;
        self.node(NodeKind::Binary, first, equal, left.0, right.0)
    }

    /// `#if c … #else #if … #else … #end`, with `contents` between them.
    pub(super) fn static_if(&mut self, contents: Contents) -> NodeId {
        let opener = self.at;
        let first_link = self.static_link(opener, contents);
        let mut links: Vec<Link> = Vec::new();
        let mut otherwise = List::EMPTY;
        while self.kind == TokenKind::HashElse {
            self.bump();
            if self.kind != TokenKind::HashIf || self.is_first_on_line() {
                otherwise = self.block_of(opener, BlockKind::StaticElse, contents);
                break;
            }
            links.push(self.static_link(opener, contents));
        }
        self.expect_static_end(opener);
        for link in links.into_iter().rev() {
            let node = self.static_conditional(link, otherwise);
            otherwise = self.build.list_of(node);
        }
        self.static_conditional(first_link, otherwise)
    }

    fn static_link(&mut self, opener: u32, contents: Contents) -> Link {
        let first = self.at;
        self.bump();
        let condition = self.expr();
        let then = self.block_of(opener, BlockKind::StaticThen, contents);
        Link { first, condition, then }
    }

    fn static_conditional(&mut self, link: Link, otherwise: List) -> NodeId {
        self.node_of(NodeKind::StaticIf, link.first, 0, [link.condition, link.then.word(), otherwise.word()])
    }
}
