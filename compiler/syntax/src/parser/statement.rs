//! Statements. What begins with a word of its own has a file of its own; here is what begins with an expression.

use hubbub_diagnostics::Kind;

use super::blocks::{BlockKind, Contents};
use super::expression::{binary_operator, is_infix};
use super::{Mode, Parser};
use crate::error::SyntaxError;
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::{List, NONE};
use crate::tree::node::NodeKind;
use crate::tree::view::BinaryOperator;

/// Whether the value of a statement that is an expression is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Nobody uses it.
    Statement,
    /// It is the result of a procedure, or the value of an arm.
    Value,
}

impl Parser<'_> {
    pub(super) fn statement(&mut self, use_: Use) -> NodeId {
        let first = self.at;
        if self.mode != Mode::Fast {
            if self.is_keyword_declared() {
                return self.variable_or_constant();
            }
            if let Some(node) = self.foreign_line() {
                return node;
            }
        }
        if !self.keywords_as_names.is_empty() && self.is_keyword_used() {
            return self.expression_statement(use_);
        }
        match self.kind {
            TokenKind::Name => match self.peek(1) {
                TokenKind::ColonEqual => self.variable(first),
                // `=> Color::RED`
                TokenKind::ColonColon if use_ == Use::Value && self.tokens.place(first + 1).is_glued() => {
                    self.expression_statement(use_)
                }
                TokenKind::ColonColon => self.constant(first),
                TokenKind::Colon => self.labelled_or_typed(first),
                _ => self.expression_statement(use_),
            },
            TokenKind::Return => self.return_(),
            TokenKind::If => self.if_(),
            TokenKind::While => self.while_(first, NONE),
            TokenKind::For => self.for_(first, NONE),
            TokenKind::FatArrow => {
                self.bump();
                let value = self.expr();
                self.node(NodeKind::Give, first, 0, value.0, 0)
            }
            TokenKind::Match if use_ == Use::Statement => self.match_(first, NONE, Use::Statement),
            TokenKind::Block if use_ == Use::Statement => self.block(first, NONE),
            TokenKind::With => self.with(),
            TokenKind::Defer => {
                self.bump();
                let is_braced = self.mode != Mode::Fast && self.is_brace_at_line_end();
                let statement = if is_braced { self.braced_statement() } else { self.arrow_statement(Use::Statement) };
                self.node(NodeKind::Defer, first, 0, statement.0, 0)
            }
            TokenKind::Break | TokenKind::Continue => {
                let kind = if self.kind == TokenKind::Break { NodeKind::Break } else { NodeKind::Continue };
                self.bump();
                let label = self.label();
                self.node(kind, first, 0, label.0, 0)
            }
            _ => self.statement_rare(use_),
        }
    }

    fn statement_rare(&mut self, use_: Use) -> NodeId {
        let first = self.at;
        match self.kind {
            TokenKind::HashIf => self.static_if(Contents::Statements),
            TokenKind::HashFor => self.static_for(),
            TokenKind::HashAssert => self.static_assert(),
            TokenKind::HashNoBoundsChecks => {
                self.bump();
                let begin = self.at;
                if self.kind != TokenKind::Block {
                    self.expected(TokenKind::Block, "behind `#no-bounds-checks`");
                    return self.error_node();
                }
                let block = self.block(begin, NONE);
                self.node(NodeKind::NoBoundsChecks, first, 0, block.0, 0)
            }
            TokenKind::HashImport
            | TokenKind::HashForeignLibrary
            | TokenKind::HashOperator
            | TokenKind::HashAddContext
            | TokenKind::Struct
            | TokenKind::Enum
            | TokenKind::Union
            | TokenKind::Distinct
            | TokenKind::Attribute => self.misplaced(),
            kind if is_infix(kind) && kind != TokenKind::Minus && self.is_operator_on_new_line(kind) => {
                self.operator_on_new_line()
            }
            _ => self.expression_statement(use_),
        }
    }

    /// `match := 3`: the declaration is gone through, its name is an error.
    pub(super) fn variable_or_constant(&mut self) -> NodeId {
        let first = self.at;
        match self.peek(1) {
            TokenKind::ColonColon => self.constant(first),
            _ => self.variable(first),
        }
    }

    /// Whether a keyword stands where a name is declared.
    pub(super) fn is_keyword_declared(&self) -> bool {
        self.kind.is_keyword()
            && matches!(self.peek(1), TokenKind::ColonEqual | TokenKind::ColonColon | TokenKind::Colon)
            && !self.tokens.place(self.at + 1).is_first_on_line()
    }

    /// `match.next = 3`, where `match` was declared as a name before.
    fn is_keyword_used(&self) -> bool {
        self.keywords_as_names.contains(&self.kind)
            && matches!(self.peek(1), TokenKind::Dot | TokenKind::Equal | TokenKind::At)
            && !self.tokens.place(self.at + 1).is_first_on_line()
    }

    fn labelled_or_typed(&mut self, first: u32) -> NodeId {
        match self.peek(2) {
            TokenKind::While | TokenKind::For | TokenKind::Block | TokenKind::Match => {}
            _ => return self.variable(first),
        }
        let label = self.name("a label");
        self.bump();
        match self.kind {
            TokenKind::While => self.while_(first, label),
            TokenKind::For => self.for_(first, label),
            TokenKind::Block => self.block(first, label),
            _ => self.match_(first, label, Use::Statement),
        }
    }

    /// `return`, `return #tail f(x)`, `return a, b`.
    fn return_(&mut self) -> NodeId {
        let first = self.at;
        self.bump();
        let is_tail = self.eat(TokenKind::HashTail);
        // between brackets a comma belongs to the list around
        let is_over = self.is_statement_over() || (self.kind == TokenKind::Comma && !self.newline_ends);
        let values = if is_over { List::EMPTY } else { self.results_of_return() };
        self.node(NodeKind::Return, first, u8::from(is_tail), values.0, 0)
    }

    fn results_of_return(&mut self) -> List {
        match self.parenthesized_results() {
            Some(values) => values,
            None if self.newline_ends => self.exprs(),
            None => self.counted_exprs(self.results_behind_arrow),
        }
    }

    /// `with context body end`.
    fn with(&mut self) -> NodeId {
        let first = self.at;
        self.bump();
        self.is_in_head = true;
        let context = self.expr();
        let body = self.block_and_end(first, BlockKind::Plain, Contents::Statements);
        self.node(NodeKind::With, first, 0, context.0, body.0)
    }

    /// `block body end`.
    pub(super) fn block(&mut self, first: u32, label: NodeId) -> NodeId {
        let opener = self.at;
        self.bump();
        let body = self.block_and_end(opener, BlockKind::Plain, Contents::Statements);
        self.node(NodeKind::Block, first, 0, label.0, body.0)
    }

    pub(super) fn static_assert(&mut self) -> NodeId {
        let first = self.at;
        self.bump();
        let arguments = self.parenthesized_arguments("`#assert`");
        self.node(NodeKind::StaticAssert, first, 0, arguments.0, 0)
    }

    /// A call, an assignment, or the names of a declaration.
    fn expression_statement(&mut self, use_: Use) -> NodeId {
        let first = self.at;
        if self.mode != Mode::Fast
            && let Some(node) = self.foreign_expression_statement(use_)
        {
            return node;
        }
        let value = self.expr();
        match self.kind {
            _ if self.is_at_newline() => {}
            TokenKind::Comma if self.newline_ends => return self.several(first, value, use_),
            TokenKind::Equal => return self.assign_one(first, 0, value),
            TokenKind::PlusPlus | TokenKind::MinusMinus => {
                self.increment(Some(value));
                self.bump();
                return self.error_node();
            }
            kind => {
                if let Some(operator) = assignment(kind) {
                    return self.assign_one(first, operator as u8 + 1, value);
                }
            }
        }
        if use_ == Use::Statement && !self.is_panicking {
            self.check_used(value);
        }
        value
    }

    /// What begins like an expression and is a statement of another language.
    #[cold]
    fn foreign_expression_statement(&mut self, use_: Use) -> Option<NodeId> {
        if self.kind == TokenKind::LeftBrace && use_ == Use::Statement && self.is_brace_at_line_end() {
            return Some(self.braced_statement());
        }
        if self.kind != TokenKind::Name {
            return None;
        }
        self.foreign_construct()
            .or_else(|| self.qualified_variable())
            .or_else(|| self.foreign_statement(use_))
            .or_else(|| self.type_before_name())
            .or_else(|| self.procedure_pointer_of_c())
    }

    #[inline]
    fn assign_one(&mut self, first: u32, flags: u8, place: NodeId) -> NodeId {
        let node = self.build.get(place);
        if node.kind == NodeKind::Binary && node.flags == BinaryOperator::Multiply as u8 {
            self.product_as_place(first);
        }
        if matches!(node.kind, NodeKind::Call | NodeKind::Index) {
            self.call_as_place(first);
        }
        let places = self.build.list_of(place);
        self.assign(first, flags, places)
    }

    /// `op= values`; the current token is the operator.
    fn assign(&mut self, first: u32, flags: u8, places: List) -> NodeId {
        self.bump();
        let values = self.exprs();
        self.node(NodeKind::Assign, first, flags, places.0, values.0)
    }

    /// `a, b = …`, `a, b := …`, `a, b: T …`.
    fn several(&mut self, first: u32, value: NodeId, use_: Use) -> NodeId {
        let mark = self.build.mark();
        self.build.push(value);
        while self.eat(TokenKind::Comma) {
            let next = self.expr();
            self.build.push(next);
        }
        let are_names = self.build.since(mark).iter().all(|id| self.build.get(*id).kind == NodeKind::Name);
        let places = self.build.list(mark);
        match self.kind {
            TokenKind::ColonEqual | TokenKind::Colon if are_names => self.variable_behind(first, places),
            TokenKind::Equal => self.assign(first, 0, places),
            kind => match assignment(kind) {
                Some(_) => {
                    let message = format!("`{}` changes one place, and several stand before it", kind.text());
                    let error = SyntaxError::new(Kind::UnexpectedToken, self.here(), message);
                    self.report_and_panic(error.help("write a statement for each"));
                    self.node(NodeKind::Error, first, 0, 0, 0)
                }
                None => {
                    if self.is_statement_over() {
                        return self.values_without_return(first, use_);
                    }
                    let found = self.found();
                    let what = if are_names { "`:=`, `:` or `=`" } else { "`=`" };
                    let message = format!("found {found}, expected {what} behind this list");
                    let error = SyntaxError::new(Kind::UnexpectedToken, self.place_of_error(), message);
                    self.report_and_panic(error);
                    self.node(NodeKind::Error, first, 0, 0, 0)
                }
            },
        }
    }

    /// `=> a, b`, or `a, b` alone on a line.
    fn values_without_return(&mut self, first: u32, use_: Use) -> NodeId {
        let list = (self.range_of(first).0, self.range_of(self.previous()).1);
        let message = match use_ {
            Use::Value => "several values behind `=>`, which takes one",
            Use::Statement => "several values that nobody uses",
        };
        let error = SyntaxError::new(Kind::UnexpectedToken, list, message);
        let start = (list.0, list.0);
        self.report(match use_ {
            Use::Value => error.fix("several results are given by `return`", start, "return "),
            Use::Statement => error
                .maybe_fix("several results are given by `return`", start, "return ")
                .help("`a, b = 1, 2` assigns them"),
        });
        self.node(NodeKind::Error, first, 0, 0, 0)
    }

    /// Reports a value that nobody uses.
    #[inline]
    fn check_used(&mut self, value: NodeId) {
        use NodeKind::*;
        let kind = self.build.get(value).kind;
        if !matches!(kind, Call | OrElse | OrReturn | OrBreak | OrContinue | Match | Block | Run | Asm | Error) {
            self.unused_value(value, kind);
        }
    }

    /// Whether the operator at the current token was meant to go on with the line before.
    fn is_operator_on_new_line(&self, kind: TokenKind) -> bool {
        // `&x`, `*p` can begin a place
        let begins_place =
            matches!(kind, TokenKind::Ampersand | TokenKind::Star) && self.tokens.place(self.at + 1).is_glued();
        let is_behind_arrow = self.tokens.kind(self.previous()) == TokenKind::FatArrow;
        self.is_first_on_line() && !begins_place && !is_behind_arrow && self.peek(1) != TokenKind::ColonColon
    }
}

/// The operator of `op=`.
pub(super) fn assignment(kind: TokenKind) -> Option<BinaryOperator> {
    Some(match kind {
        TokenKind::PlusEqual => BinaryOperator::Add,
        TokenKind::MinusEqual => BinaryOperator::Subtract,
        TokenKind::StarEqual => BinaryOperator::Multiply,
        TokenKind::SlashEqual => BinaryOperator::Divide,
        TokenKind::PercentEqual => BinaryOperator::Remainder,
        TokenKind::PercentPercentEqual => BinaryOperator::Modulo,
        TokenKind::AmpersandEqual => BinaryOperator::BitAnd,
        TokenKind::PipeEqual => BinaryOperator::BitOr,
        TokenKind::CaretEqual => BinaryOperator::BitXor,
        TokenKind::ShiftLeftEqual => BinaryOperator::ShiftLeft,
        TokenKind::ShiftRightEqual => BinaryOperator::ShiftRight,
        _ => return None,
    })
}

/// The operator that `#operator` defines under `kind`.
pub(super) fn overloadable(kind: TokenKind) -> Option<u8> {
    binary_operator(kind)
}
