//! Lists in brackets: arguments, indices. Elements are separated by commas, one may trail.

use super::{Mode, Parser, closer};
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::List;
use crate::tree::node::NodeKind;

impl Parser<'_> {
    /// Arguments of a call or a brace; the current token is the opener.
    #[inline]
    pub(super) fn arguments(&mut self) -> List {
        self.bracketed("an argument", Self::argument)
    }

    /// What stands in the braces behind a value or a type: `M.name = value` besides, a field that module M has added to the context.
    #[inline]
    pub(super) fn brace_arguments(&mut self) -> List {
        self.bracketed("an argument", Self::brace_argument)
    }

    /// What stands between the brackets of an index.
    pub(super) fn indices(&mut self) -> List {
        self.bracketed("an index", Self::index)
    }

    /// `element` again and again until the bracket closes; `what` is an element in messages.
    #[inline]
    pub(super) fn bracketed(&mut self, what: &str, element: fn(&mut Self) -> NodeId) -> List {
        let Some(bracket) = self.open_bracket() else { return List::EMPTY };
        let close = closer(self.tokens.kind(bracket.opener));
        let mark = self.build.mark();
        while self.kind != close && self.kind != TokenKind::EndOfFile {
            let before = self.at;
            let id = element(self);
            self.build.push(id);
            if self.kind == TokenKind::Comma {
                self.bump();
            } else if self.kind == close || !self.goes_on_without_comma(bracket, before, what) {
                break;
            }
        }
        let list = self.build.list(mark);
        self.close_bracket(bracket);
        list
    }

    /// `name = value`, `..slice`, or an expression.
    fn argument(&mut self) -> NodeId {
        let first = self.at;
        let is_named = self.kind == TokenKind::Name && self.peek(1) == TokenKind::Equal;
        if is_named || (self.mode != Mode::Fast && self.foreign_argument_name()) {
            let name = self.name("a name");
            self.bump();
            let value = self.expr();
            return self.node(NodeKind::NamedArgument, first, 0, name.0, value.0);
        }
        if self.kind == TokenKind::DotDot {
            self.bump();
            let value = self.expr();
            return self.node(NodeKind::Spread, first, 0, value.0, 0);
        }
        self.expr()
    }

    fn brace_argument(&mut self) -> NodeId {
        let first = self.at;
        let argument = self.argument();
        if self.kind != TokenKind::Equal || self.build.get(argument).kind != NodeKind::Dot {
            return argument;
        }
        self.bump();
        let value = self.expr();
        self.node(NodeKind::NamedArgument, first, 0, argument.0, value.0)
    }

    /// Names separated by commas.
    pub(super) fn names(&mut self, what: &str) -> List {
        let mark = self.build.mark();
        loop {
            let name = self.name(what);
            self.build.push(name);
            if !self.eat(TokenKind::Comma) {
                return self.build.list(mark);
            }
        }
    }

    /// Expressions separated by commas. Inside brackets only one: the comma belongs to the list around it.
    #[inline]
    pub(super) fn exprs(&mut self) -> List {
        let first = self.expr();
        if self.kind != TokenKind::Comma || !self.newline_ends {
            return self.build.list_of(first);
        }
        let mark = self.build.mark();
        self.build.push(first);
        while self.eat(TokenKind::Comma) {
            let next = self.expr();
            self.build.push(next);
        }
        self.build.list(mark)
    }

    /// At most so many expressions separated by commas, at least one: what a `return` inside brackets gives.
    pub(super) fn counted_exprs(&mut self, count: usize) -> List {
        let mark = self.build.mark();
        for taken in 1.. {
            let next = self.expr();
            self.build.push(next);
            if taken >= count || !self.eat(TokenKind::Comma) {
                break;
            }
        }
        self.build.list(mark)
    }
}
