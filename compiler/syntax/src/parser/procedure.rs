//! Procedures: parameters, signature, body; declared ones, literals, and the types that look like them.

use hubbub_base::Name;
use hubbub_diagnostics::Kind;

use super::blocks::{BlockKind, Contents};
use super::statement::Use;
use super::{Mode, Parser, closer};
use crate::error::SyntaxError;
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::{List, NONE};
use crate::tree::node::{
    BODY_ARROW, BODY_NONE, BODY_STATEMENTS, NodeKind, PARAMETER_DEFAULT, PARAMETER_VARIADIC, PROCEDURE_BODY_SHIFT,
};
use crate::tree::view::Abi;

/// What stands before a procedure's body.
struct Signature {
    first: u32,
    abi: Abi,
    captures: List,
    generics: List,
    parameters: List,
    results: List,
    condition: NodeId,
    attributes: List,
}

/// Tokens behind a `where` that are looked at.
const WHERE_TOKENS_MAX: u32 = 16;

impl Parser<'_> {
    /// `["#c-call"] {T}(a: T) -> T where … attributes body`, behind `NAME ::`.
    pub(super) fn procedure(&mut self) -> NodeId {
        let first = self.at;
        let generics = if self.kind == TokenKind::LeftBrace { self.generics() } else { List::EMPTY };
        let abi = if self.eat(TokenKind::HashCCall) { Abi::C } else { Abi::Hubbub };
        if self.kind != TokenKind::LeftParen {
            self.expected(TokenKind::LeftParen, "for the parameters of a procedure");
            return self.error_node();
        }
        let parameters = self.parameters();
        let mut results = self.arrow_results();
        if results == List::EMPTY {
            results = self.results_without_arrow();
        }
        let signature = self.signature(first, abi, List::NONE, generics, parameters, results);
        let attributes = signature.attributes;
        let (kind, body) = if self.has_no_body(attributes) { (BODY_NONE, NONE) } else { self.body(first, results) };
        self.finish_procedure(signature, kind, body)
    }

    /// `(x: Int) -> Int …` in an expression: a literal, or a type where something follows that ends an expression.
    pub(super) fn procedure_or_type(&mut self, first: u32, abi: Abi, captures: List) -> NodeId {
        if self.kind == TokenKind::HashCCall {
            self.bump();
            if self.kind != TokenKind::LeftParen {
                self.expected(TokenKind::LeftParen, "for the parameters of a procedure");
                return self.error_node();
            }
        }
        let parameters = self.parameters();
        let results = self.arrow_results();
        let is_type = matches!(
            self.kind,
            TokenKind::Comma | TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace
        );
        if is_type && captures == List::NONE {
            return self.node(NodeKind::ProcedureType, first, abi as u8, parameters.0, results.0);
        }
        let signature = self.signature(first, abi, captures, List::EMPTY, parameters, results);
        let (kind, body) = self.body(first, results);
        self.finish_procedure(signature, kind, body)
    }

    fn signature(
        &mut self,
        first: u32,
        abi: Abi,
        captures: List,
        generics: List,
        parameters: List,
        results: List,
    ) -> Signature {
        let condition = self.where_condition();
        // `#c-call` behind the signature is accepted
        let is_c = self.kind == TokenKind::HashCCall && !self.is_first_on_line();
        if is_c {
            self.bump();
        }
        let attributes = self.attributes();
        let abi = if is_c { Abi::C } else { abi };
        Signature { first, abi, captures, generics, parameters, results, condition, attributes }
    }

    fn finish_procedure(&mut self, signature: Signature, body_kind: u8, body: NodeId) -> NodeId {
        let flags = signature.abi as u8 | body_kind << PROCEDURE_BODY_SHIFT;
        let words = [
            signature.captures.word(),
            signature.generics.word(),
            signature.parameters.word(),
            signature.results.word(),
            signature.condition,
            signature.attributes.word(),
            body,
        ];
        self.node_of(NodeKind::Procedure, signature.first, flags, words)
    }

    /// `where condition`; the next line may begin with it. In `where := 3` it is a name, and a mistake of its own.
    pub(super) fn where_condition(&mut self) -> NodeId {
        if self.kind == TokenKind::Where && self.is_keyword_declared() {
            return NONE;
        }
        if self.eat(TokenKind::Where) { self.expr() } else { NONE }
    }

    /// Whether a declared procedure ends with its signature: it is foreign, or `;` ends the line, which makes it a type.
    fn has_no_body(&self, attributes: List) -> bool {
        let ends_with_semicolon = self.kind == TokenKind::Semicolon
            && (self.tokens.place(self.at + 1).is_first_on_line() || self.peek(1) == TokenKind::EndOfFile);
        ends_with_semicolon || self.is_foreign(attributes)
    }

    fn is_foreign(&self, attributes: List) -> bool {
        if attributes == List::EMPTY {
            return false;
        }
        let (foreign, intrinsic) = (Name::new("foreign"), Name::new("intrinsic"));
        self.build.elements(attributes).iter().any(|attribute| {
            let name = self.build.get(*attribute).a;
            name == foreign.raw() || name == intrinsic.raw()
        })
    }

    /// `=> statement`, `end`, or statements and `end`.
    fn body(&mut self, opener: u32, results: List) -> (u8, NodeId) {
        if self.kind == TokenKind::FatArrow && (!self.is_at_newline() || self.is_whole_body_on_line()) {
            if self.is_at_newline() {
                self.arrow_on_new_line();
            }
            self.bump();
            if results != List::EMPTY {
                let count = self.build.elements(results).len();
                let around = std::mem::replace(&mut self.results_behind_arrow, count);
                let statement = self.arrow_statement(Use::Value);
                self.results_behind_arrow = around;
                return (BODY_ARROW, statement);
            }
            let known = self.errors.len();
            let around = std::mem::replace(&mut self.results_behind_arrow, 1);
            let statement = self.arrow_statement(Use::Statement);
            self.results_behind_arrow = around;
            self.value_without_result(known);
            return (BODY_ARROW, statement);
        }
        if self.newline_ends && !self.is_at_newline() && !self.is_body_start() {
            if self.kind != TokenKind::LeftBrace && !self.is_colon_of_block() {
                self.no_body_start(results);
            }
            if self.eat(TokenKind::FatArrow) {
                return (BODY_ARROW, self.arrow_statement(Use::Value));
            }
            if self.is_followed_by_no_body(opener) {
                return (BODY_NONE, NONE);
            }
        }
        if self.lacks_arrow() {
            self.expected(TokenKind::FatArrow, "before the value of a procedure");
            return (BODY_ARROW, self.arrow_statement(Use::Value));
        }
        let statements = self.block_and_end(opener, BlockKind::Procedure, Contents::Statements);
        (BODY_STATEMENTS, statements.word())
    }

    /// A value behind the `=>` of a procedure that declares no result: the mistake is there rather than here.
    fn value_without_result(&mut self, known: usize) {
        let Some(error) = self.errors.get_mut(known).filter(|error| error.kind == Kind::UnusedValue) else { return };
        error.message = "this value is lost: the procedure declares no result before its `=>`".to_owned();
        error.help = vec!["declare the result behind the parameters: `-> T`".to_owned()];
    }

    fn is_body_start(&self) -> bool {
        matches!(self.kind, TokenKind::Semicolon | TokenKind::End | TokenKind::EndOfFile)
    }

    /// Something stands behind a signature that does not belong there.
    #[cold]
    fn no_body_start(&mut self, results: List) {
        let found = self.found();
        let mut error = SyntaxError::new(
            Kind::UnexpectedToken,
            self.here(),
            format!("found {found}, expected `=>`, a new line and the body of the procedure, or `end`"),
        );
        let is_statement = self.kind == TokenKind::Name && self.is_statement_of_name();
        if is_statement {
            error = error.fix("put `;` before the first statement", (self.here().0, self.here().0), "; ");
        } else if self.kind == TokenKind::Name && results == List::EMPTY {
            error = error.maybe_fix("put `->` before the result", (self.here().0, self.here().0), "-> ");
        }
        if matches!(self.kind, TokenKind::Colon | TokenKind::Equal) {
            let mut back = self.at.saturating_sub(WHERE_TOKENS_MAX)..self.at;
            error = match back.any(|token| self.tokens.kind(token) == TokenKind::Where) {
                true => error.help("`where` takes a condition: `where is_ordered(T)`, `where has_operator(T, \"+\")`"),
                false => error.help("the result stands behind `->`, the body behind `=>` or on the next line"),
            };
        }
        self.report(error);
        self.is_panicking = false;
        // a statement may follow on the line, a piece of a type may not
        if !is_statement && !self.begins_statement_by_keyword() && !self.skip_to(TokenKind::FatArrow) {
            self.skip_line();
        }
    }

    /// Whether what begins the line cannot be the body of the procedure that `opener` began.
    fn is_followed_by_no_body(&self, opener: u32) -> bool {
        self.mode == Mode::ByIndentation
            && self.is_first_on_line()
            && (self.indent(self.at) < self.indent(opener)
                || (self.indent(self.at) == self.indent(opener) && self.kind != TokenKind::End))
    }

    /// Whether a literal in brackets goes on with a value on its line, and nowhere on it ends: its `=>` is missing.
    fn lacks_arrow(&self) -> bool {
        self.mode == Mode::ByIndentation
            && !self.newline_ends
            && !self.is_first_on_line()
            && self.begins_expression()
            && !self.is_ahead_on_line(TokenKind::End)
    }

    /// A statement behind `=>`, which is no block: newlines mean what they meant before.
    pub(super) fn arrow_statement(&mut self, use_: Use) -> NodeId {
        if !self.enter() {
            return self.error_node();
        }
        let statement = self.statement(use_);
        self.leave();
        statement
    }

    /// `{T, N: Int}` of a declaration.
    pub(super) fn generics(&mut self) -> List {
        self.bracketed("a parameter of the declaration", Self::generic)
    }

    fn generic(&mut self) -> NodeId {
        let first = self.at;
        let name = self.name("a type parameter");
        let ty = if self.eat(TokenKind::Colon) { self.ty() } else { NONE };
        self.node(NodeKind::Generic, first, 0, name.0, ty.0)
    }

    /// `(a: Int, b: Int = 1, c := 2, rest: ..Any)`; the current token is `(`.
    pub(super) fn parameters(&mut self) -> List {
        debug_assert_eq!(closer(self.kind), TokenKind::RightParen);
        self.bracketed("a parameter", Self::parameter)
    }

    fn parameter(&mut self) -> NodeId {
        let first = self.at;
        if self.kind == TokenKind::DotDot {
            return self.leaf(NodeKind::CVariadic, 0, 0);
        }
        self.foreign_parameter_mark();
        if self.mode != Mode::Fast
            && let Some(node) = self.parameter_without_colon(first)
        {
            return node;
        }
        let name = self.name("a parameter");
        if self.eat(TokenKind::ColonEqual) {
            let default = self.expr();
            let record = self.build.record([NONE, default]);
            return self.node(NodeKind::Parameter, first, PARAMETER_DEFAULT, name.0, record);
        }
        if !self.eat(TokenKind::Colon) {
            self.no_parameter_type(name);
            if !matches!(self.kind, TokenKind::Name | TokenKind::Star | TokenKind::LeftParen) {
                let ty = self.error_node();
                return self.node(NodeKind::Parameter, first, 0, name.0, ty.0);
            }
        }
        let variadic = if self.eat(TokenKind::DotDot) { PARAMETER_VARIADIC } else { 0 };
        self.third_dot();
        let ty = self.ty();
        if !self.eat(TokenKind::Equal) {
            return self.node(NodeKind::Parameter, first, variadic, name.0, ty.0);
        }
        let default = self.expr();
        let record = self.build.record([ty, default]);
        self.node(NodeKind::Parameter, first, variadic | PARAMETER_DEFAULT, name.0, record)
    }

    #[cold]
    fn no_parameter_type(&mut self, name: NodeId) {
        let (start, end) = self.range(name);
        let text = self.text.get(start as usize..end as usize).unwrap_or("").to_owned();
        let error = match self.kind {
            TokenKind::Comma | TokenKind::RightParen => {
                let message = format!("parameter `{text}` has no type");
                let error = SyntaxError::new(Kind::UnexpectedToken, (start, end), message);
                match text.as_str() {
                    "self" | "this" => error.help("a receiver is a parameter like any other: `self: Pointer{T}`"),
                    _ => {
                        error.help(format!("each parameter has its own: `{text}: T`; a procedure type names them too"))
                    }
                }
            }
            _ => {
                let message = format!("found {}, expected `:` and the type of parameter `{text}`", self.found());
                SyntaxError::new(Kind::UnexpectedToken, self.here(), message)
            }
        };
        self.report(error);
    }

    /// Results that turned out to be parameters, for an arrow follows.
    pub(super) fn as_parameters(&mut self, results: List) -> List {
        for result in self.build.elements(results).to_vec() {
            let node = self.build.get(result);
            if node.kind == NodeKind::Result && node.a == NONE.0 {
                let message = "the parameters of a procedure type have names";
                let error = SyntaxError::new(Kind::UnexpectedToken, self.range(result), message);
                self.report(error.help("write `name: Type`"));
            }
            self.build.set_kind(result, NodeKind::Parameter);
        }
        results
    }
}
