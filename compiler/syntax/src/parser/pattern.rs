//! Patterns of `case`.

use super::expression::is_infix;
use super::{Mode, Parser};
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::NONE;
use crate::tree::node::{
    NodeKind, PATTERN_ANYTHING, PATTERN_BY_PLACE, PATTERN_RANGE, PATTERN_RANGE_INCLUSIVE, PATTERN_VALUE,
};
use crate::tree::view::{LiteralKind, PrefixOperator};

impl Parser<'_> {
    /// `_`, a value, a range of two, each with an optional `name` or `&name`.
    pub(super) fn pattern(&mut self) -> NodeId {
        let first = self.at;
        let is_anything = self.kind == TokenKind::Name && self.tokens.text(self.at, self.text) == "_";
        let (mut low, mut high, mut flags) = (NONE, NONE, PATTERN_ANYTHING);
        if is_anything {
            self.bump();
        } else {
            low = self.pattern_atom();
            flags = PATTERN_VALUE;
            if self.kind == TokenKind::LeftParen && self.is_glued() {
                let binding = self.binding_in_parentheses();
                if binding != NONE {
                    return self.node_of(NodeKind::Pattern, first, flags, [low, high, binding]);
                }
            }
            if matches!(self.kind, TokenKind::DotDotLess | TokenKind::DotDotEqual) && !self.is_at_newline() {
                let is_inclusive = self.kind == TokenKind::DotDotEqual;
                flags = if is_inclusive { PATTERN_RANGE_INCLUSIVE } else { PATTERN_RANGE };
                self.bump();
                high = self.pattern_atom();
            }
        }
        if is_infix(self.kind) && self.kind != TokenKind::Ampersand && !self.is_at_newline() {
            self.operator_in_pattern();
        }
        let mut binding = NONE;
        if self.kind == TokenKind::Ampersand && !self.is_at_newline() {
            self.bump();
            binding = self.name("a name for what was found");
            flags |= PATTERN_BY_PLACE;
        } else if self.kind == TokenKind::Name && !self.is_at_newline() && !self.is_call_behind_pattern() {
            binding = self.name("a name for what was found");
        }
        self.node_of(NodeKind::Pattern, first, flags, [low, high, binding])
    }

    /// `case 1 print(…)`, where `=>` is missing, and no name is bound.
    fn is_call_behind_pattern(&self) -> bool {
        self.mode != Mode::Fast && self.peek(1) == TokenKind::LeftParen && self.tokens.place(self.at + 1).is_glued()
    }

    /// A literal, a constant, a member, a type, or `(expression)`.
    fn pattern_atom(&mut self) -> NodeId {
        let first = self.at;
        match self.kind {
            TokenKind::Minus => {
                self.bump();
                let number = match self.kind {
                    TokenKind::Integer => self.leaf(NodeKind::Literal, LiteralKind::Integer as u8, 0),
                    TokenKind::Float => self.leaf(NodeKind::Literal, LiteralKind::Float as u8, 0),
                    _ => self.not_a_pattern("a number behind `-`"),
                };
                self.node(NodeKind::Prefix, first, PrefixOperator::Negate as u8, number.0, 0)
            }
            TokenKind::Name => self.pattern_path(first),
            TokenKind::Dot => {
                self.bump();
                let name = self.name("a member behind `.`");
                let member = self.node(NodeKind::ImplicitMember, first, 0, name.0, 0);
                self.pattern_members(first, member)
            }
            TokenKind::LeftParen | TokenKind::True | TokenKind::False | TokenKind::Null => self.primary(),
            kind if kind.is_literal() => self.primary(),
            _ => self.not_a_pattern("a pattern"),
        }
    }

    /// `A.B.c`, `Path{arguments}`.
    fn pattern_path(&mut self, first: u32) -> NodeId {
        let name = self.name("a constant");
        let path = self.pattern_members(first, name);
        if self.kind == TokenKind::LeftBrace && self.is_glued() {
            let arguments = self.arguments();
            return self.node(NodeKind::Brace, first, 0, path.0, arguments.0);
        }
        path
    }

    fn pattern_members(&mut self, first: u32, base: NodeId) -> NodeId {
        let mut path = base;
        while self.kind == TokenKind::Dot && !self.is_at_newline() {
            self.bump();
            let name = self.name("a member behind `.`");
            path = self.node(NodeKind::Dot, first, 0, path.0, name.0);
        }
        path
    }
}
