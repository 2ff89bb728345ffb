//! What stands behind an operand: members, calls, indices, braces, `@`, `or_return` and its kin. A loop, however long.

use super::Parser;
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::NONE;
use crate::tree::node::NodeKind;

impl Parser<'_> {
    /// An operand with everything behind it.
    #[inline]
    pub(super) fn postfix(&mut self) -> NodeId {
        let first = self.at;
        let mut base = self.primary();
        loop {
            // in the order of how often they come
            base = match self.kind {
                TokenKind::Dot => {
                    if self.is_first_on_line() && self.newline_ends && self.peek(1) != TokenKind::Name {
                        return base;
                    }
                    self.member(first, base)
                }
                TokenKind::LeftParen if !self.is_at_newline() => {
                    let arguments = self.arguments();
                    self.node(NodeKind::Call, first, 0, base.0, arguments.0)
                }
                TokenKind::LeftBracket if !self.is_at_newline() => {
                    let arguments = self.indices();
                    self.node(NodeKind::Index, first, 0, base.0, arguments.0)
                }
                TokenKind::LeftBrace if self.is_glued() => {
                    let arguments = self.brace_arguments();
                    self.node(NodeKind::Brace, first, 0, base.0, arguments.0)
                }
                TokenKind::At if !self.is_at_newline() => {
                    self.bump();
                    self.node(NodeKind::Dereference, first, 0, base.0, 0)
                }
                TokenKind::OrReturn | TokenKind::OrBreak | TokenKind::OrContinue if !self.is_at_newline() => {
                    self.on_failure(first, base)
                }
                TokenKind::Arrow | TokenKind::ColonColon => {
                    if !self.foreign_member() {
                        return base;
                    }
                    self.member(first, base)
                }
                _ => return base,
            };
            if self.is_abandoned {
                return base;
            }
        }
    }

    fn member(&mut self, first: u32, base: NodeId) -> NodeId {
        self.bump();
        if self.kind == TokenKind::Star && self.is_glued() {
            return self.dot_star(first, base);
        }
        let behind_dot = self.behind_previous().0 as usize;
        if self.kind != TokenKind::Name && self.text.as_bytes().get(behind_dot) == Some(&b'?') {
            // the lexer has told of `m.?`
            self.note_error();
            return self.error_node();
        }
        let name = self.name("a member behind `.`");
        self.node(NodeKind::Dot, first, 0, base.0, name.0)
    }

    fn on_failure(&mut self, first: u32, value: NodeId) -> NodeId {
        let kind = self.kind;
        self.bump();
        if kind == TokenKind::OrReturn {
            return self.node(NodeKind::OrReturn, first, 0, value.0, 0);
        }
        let label = self.label();
        let kind = if kind == TokenKind::OrBreak { NodeKind::OrBreak } else { NodeKind::OrContinue };
        self.node(kind, first, 0, value.0, label.0)
    }

    /// An index or a slice: `i`, `i, j`, `lo..`, `..<hi`, `..=hi`, `..`, `lo..<hi`.
    pub(super) fn index(&mut self) -> NodeId {
        let first = self.at;
        match self.kind {
            TokenKind::DotDot => {
                let is_vague = self.is_vague_range();
                self.bump();
                if is_vague {
                    let high = self.expr();
                    return self.node(NodeKind::Range, first, 0, NONE.0, high.0);
                }
                self.node(NodeKind::Range, first, 0, NONE.0, NONE.0)
            }
            TokenKind::DotDotLess | TokenKind::DotDotEqual => {
                let flags = u8::from(self.kind == TokenKind::DotDotEqual);
                self.bump();
                let high = self.expr();
                self.node(NodeKind::Range, first, flags, NONE.0, high.0)
            }
            _ => {
                let low = self.expr();
                if !self.eat(TokenKind::DotDot) {
                    return low;
                }
                self.node(NodeKind::Range, first, 0, low.0, NONE.0)
            }
        }
    }
}
