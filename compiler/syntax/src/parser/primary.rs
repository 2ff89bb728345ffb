//! Operands: names, literals, parentheses, braces, and what begins with a word of its own.

use super::{Mode, Parser, statement::Use};
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::{List, NONE};
use crate::tree::node::NodeKind;
use crate::tree::view::{Abi, Here, LiteralKind};

impl Parser<'_> {
    #[inline]
    pub(super) fn primary(&mut self) -> NodeId {
        match self.kind {
            TokenKind::Name => self.leaf(NodeKind::Name, 0, self.tokens.place(self.at).payload()),
            TokenKind::Integer => self.leaf(NodeKind::Literal, LiteralKind::Integer as u8, 0),
            TokenKind::String | TokenKind::RawString => self.leaf(NodeKind::Literal, LiteralKind::String as u8, 0),
            TokenKind::LeftParen => self.parenthesis(),
            _ => self.primary_rare(),
        }
    }

    #[inline(never)]
    fn primary_rare(&mut self) -> NodeId {
        let first = self.at;
        if !self.keywords_as_names.is_empty()
            && let Some(name) = self.keyword_as_operand()
        {
            return name;
        }
        match self.kind {
            TokenKind::Float => self.leaf(NodeKind::Literal, LiteralKind::Float as u8, 0),
            TokenKind::Rune => self.leaf(NodeKind::Literal, LiteralKind::Rune as u8, 0),
            TokenKind::True => self.leaf(NodeKind::Bool, 1, 0),
            TokenKind::False => self.leaf(NodeKind::Bool, 0, 0),
            TokenKind::Null => self.leaf(NodeKind::Null, 0, 0),
            TokenKind::Uninit => self.leaf(NodeKind::Uninit, 0, 0),
            TokenKind::Context => self.leaf(NodeKind::Context, 0, 0),
            TokenKind::Dot if self.peek(1) == TokenKind::Integer && self.tokens.place(self.at + 1).is_glued() => {
                self.point_before_digits()
            }
            TokenKind::Dot => {
                self.bump();
                let name = self.name("a member behind `.`");
                self.node(NodeKind::ImplicitMember, first, 0, name.0, 0)
            }
            TokenKind::LeftBrace => {
                let arguments = self.arguments();
                self.node(NodeKind::BareBrace, first, 0, arguments.0, 0)
            }
            TokenKind::LeftBracket => self.captures(),
            TokenKind::Ifx => self.ifx(),
            TokenKind::Block => self.block(first, NONE),
            TokenKind::Match => self.match_(first, NONE, Use::Value),
            TokenKind::BadLiteral => self.leaf(NodeKind::Error, 0, 0),
            _ => self.primary_directive(),
        }
    }

    fn primary_directive(&mut self) -> NodeId {
        let first = self.at;
        match self.kind {
            TokenKind::HashRun => {
                if !self.enter() {
                    return self.error_node();
                }
                self.bump();
                let value = self.operand();
                self.leave();
                self.node(NodeKind::Run, first, 0, value.0, 0)
            }
            TokenKind::HashType => {
                self.bump();
                let ty = self.ty();
                self.node(NodeKind::TypeAlias, first, 0, ty.0, 0)
            }
            TokenKind::HashCCall => self.procedure_or_type(first, Abi::C, List::NONE),
            TokenKind::HashClosure => self.procedure_type(),
            TokenKind::HashEmbed => {
                self.bump();
                let path = self.string("the name of the file");
                self.node(NodeKind::Embed, first, 0, path.0, 0)
            }
            TokenKind::HashFile => self.leaf(NodeKind::Here, Here::File as u8, 0),
            TokenKind::HashLine => self.leaf(NodeKind::Here, Here::Line as u8, 0),
            TokenKind::HashCallerLocation => self.leaf(NodeKind::Here, Here::CallerLocation as u8, 0),
            TokenKind::HashConfig => {
                self.bump();
                let arguments = self.parenthesized_arguments("`#config`");
                self.node(NodeKind::Config, first, 0, arguments.0, 0)
            }
            TokenKind::HashAsm => {
                self.bump();
                let arguments = self.parenthesized_arguments("`#asm`");
                let results = if self.eat(TokenKind::Arrow) { self.results() } else { List::EMPTY };
                self.node(NodeKind::Asm, first, 0, arguments.0, results.0)
            }
            _ => self.not_an_expression(),
        }
    }

    /// `(value)`, or the parameters of a procedure or of its type.
    fn parenthesis(&mut self) -> NodeId {
        let first = self.at;
        if self.mode != Mode::Fast
            && let Some(node) = self.declaration_in_condition()
        {
            return node;
        }
        if self.begins_parameters() {
            return self.procedure_or_type(first, Abi::Hubbub, List::NONE);
        }
        let Some(bracket) = self.open_bracket() else { return self.error_node() };
        let value = self.expr();
        self.close_bracket(bracket);
        self.node(NodeKind::Parenthesized, first, 0, value.0, 0)
    }

    /// Whether the `(` at the current token begins parameters.
    pub(super) fn begins_parameters(&self) -> bool {
        match self.peek(1) {
            TokenKind::RightParen | TokenKind::DotDot => true,
            TokenKind::Name => matches!(self.peek(2), TokenKind::Colon | TokenKind::ColonEqual),
            _ => false,
        }
    }

    /// `[a, &b] (x: Int) … end`.
    fn captures(&mut self) -> NodeId {
        let first = self.at;
        if !self.is_capture_list() {
            return self.bracketed_list();
        }
        let captures = self.bracketed("a captured name", Self::capture);
        if self.kind != TokenKind::LeftParen {
            self.expected(TokenKind::LeftParen, "for the parameters of the closure");
            return self.error_node();
        }
        self.procedure_or_type(first, Abi::Hubbub, captures)
    }

    fn capture(&mut self) -> NodeId {
        let first = self.at;
        let by_place = self.eat(TokenKind::Ampersand);
        let name = self.name("a name to capture");
        self.node(NodeKind::Capture, first, u8::from(by_place), name.0, 0)
    }

    /// A string literal; `what` it is for in messages.
    pub(super) fn string(&mut self, what: &str) -> NodeId {
        match self.kind {
            TokenKind::String | TokenKind::RawString => self.leaf(NodeKind::Literal, LiteralKind::String as u8, 0),
            TokenKind::BadLiteral => self.leaf(NodeKind::Error, 0, 0),
            _ => self.not_a_string(what),
        }
    }

    /// Arguments in parentheses that must be there.
    pub(super) fn parenthesized_arguments(&mut self, behind: &str) -> List {
        if self.kind == TokenKind::LeftParen {
            return self.arguments();
        }
        self.expected(TokenKind::LeftParen, &format!("behind {behind}"));
        List::EMPTY
    }
}
