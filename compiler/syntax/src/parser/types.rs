//! Types where the grammar wants one: `*T`, procedure types, `Path{arguments}(arguments)`.

use super::{Mode, Parser};
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::{List, NONE};
use crate::tree::node::NodeKind;
use crate::tree::view::{Abi, PrefixOperator};

impl Parser<'_> {
    #[inline]
    pub(super) fn ty(&mut self) -> NodeId {
        match self.kind {
            TokenKind::Name => self.path_type(),
            TokenKind::Star => self.pointer_type(),
            TokenKind::LeftParen | TokenKind::HashCCall | TokenKind::HashClosure => self.procedure_type(),
            _ => self.not_a_type(),
        }
    }

    fn pointer_type(&mut self) -> NodeId {
        let first = self.at;
        if !self.enter() {
            return self.error_node();
        }
        self.bump();
        self.foreign_pointer_word();
        let target = self.ty();
        self.leave();
        self.node(NodeKind::Prefix, first, PrefixOperator::Pointer as u8, target.0, 0)
    }

    fn path_type(&mut self) -> NodeId {
        let first = self.at;
        if self.mode != Mode::Fast
            && let Some(node) = self.foreign_procedure_type()
        {
            return node;
        }
        let mut path = self.name("a type");
        while (self.kind == TokenKind::Dot && !self.is_at_newline()) || self.foreign_member() {
            self.bump();
            let name = self.name("a member behind `.`");
            path = self.node(NodeKind::Dot, first, 0, path.0, name.0);
        }
        if self.kind == TokenKind::LeftBrace && self.is_glued() {
            let arguments = self.arguments();
            path = self.node(NodeKind::Brace, first, 0, path.0, arguments.0);
        }
        if self.kind == TokenKind::LeftParen && self.is_glued() {
            let arguments = self.arguments();
            path = self.node(NodeKind::Call, first, 0, path.0, arguments.0);
        }
        if self.mode == Mode::Fast { path } else { self.foreign_type_arguments(first).unwrap_or(path) }
    }

    /// `#c-call (x: i32) -> i32`, `#closure (x: Int)`, `(x: Int) -> Bool`.
    pub(super) fn procedure_type(&mut self) -> NodeId {
        let first = self.at;
        let abi = match self.kind {
            TokenKind::HashCCall => Abi::C,
            TokenKind::HashClosure => Abi::Closure,
            _ => Abi::Hubbub,
        };
        if abi != Abi::Hubbub {
            self.bump();
        }
        if self.kind != TokenKind::LeftParen {
            self.expected(TokenKind::LeftParen, "for the parameters of a procedure type");
            return self.error_node();
        }
        let parameters = self.parameters();
        let results = self.arrow_results();
        self.node(NodeKind::ProcedureType, first, abi as u8, parameters.0, results.0)
    }

    /// `-> results`, if there are any.
    pub(super) fn arrow_results(&mut self) -> List {
        if self.kind == TokenKind::Arrow && self.is_at_newline() {
            self.arrow_on_new_line();
        } else if self.is_at_newline() || (self.kind != TokenKind::Arrow && !self.foreign_result()) {
            return List::EMPTY;
        }
        self.bump();
        self.results()
    }

    /// What stands behind `->`: a type, or several in parentheses.
    pub(super) fn results(&mut self) -> List {
        if !self.enter() {
            return List::EMPTY;
        }
        let first = self.at;
        let list = if self.kind == TokenKind::LeftParen && self.peek(1) != TokenKind::RightParen {
            let list = self.bracketed("a result", Self::result);
            // another arrow: that was no list of results but the parameters of a procedure type
            if self.kind == TokenKind::Arrow && !self.is_at_newline() {
                let parameters = self.as_parameters(list);
                let results = self.arrow_results();
                let ty = self.node(NodeKind::ProcedureType, first, Abi::Hubbub as u8, parameters.0, results.0);
                let result = self.node(NodeKind::Result, first, 0, NONE.0, ty.0);
                self.build.list_of(result)
            } else {
                list
            }
        } else {
            let ty = self.ty();
            let result = self.node(NodeKind::Result, first, 0, NONE.0, ty.0);
            self.build.list_of(result)
        };
        self.leave();
        list
    }

    fn result(&mut self) -> NodeId {
        let first = self.at;
        let name = if self.kind == TokenKind::Name && self.peek(1) == TokenKind::Colon {
            let name = self.name("a name");
            self.bump();
            name
        } else {
            NONE
        };
        let ty = self.ty();
        self.node(NodeKind::Result, first, 0, name.0, ty.0)
    }
}
