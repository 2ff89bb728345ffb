//! `match` and its arms.

use hubbub_diagnostics::Kind;

use super::blocks::BlockKind;
use super::statement::Use;
use super::{Mode, Parser};
use crate::error::SyntaxError;
use crate::token::TokenKind;
use crate::tree::NodeId;
use crate::tree::build::{List, NONE};
use crate::tree::node::{BODY_ARROW, BODY_STATEMENTS, NodeKind};

impl Parser<'_> {
    /// `match value arms end`; `use_` tells whether the arms give values.
    pub(super) fn match_(&mut self, first: u32, label: NodeId, use_: Use) -> NodeId {
        let opener = self.at;
        // the block begins with its word: a newline ends the value
        let newline_ended = std::mem::replace(&mut self.newline_ends, true);
        self.bump();
        let value = self.nested_head(Self::expr);
        let arms = self.arms(opener, use_);
        self.expect_end(opener);
        self.newline_ends = newline_ended;
        self.node_of(NodeKind::Match, first, 0, [label, value, arms.word()])
    }

    fn arms(&mut self, opener: u32, mut use_: Use) -> List {
        let Some(newline_ended) = self.begin_block(opener, BlockKind::Arm) else { return List::EMPTY };
        let mark = self.build.mark();
        self.before_arms();
        let mut reported = None;
        loop {
            while self.eat(TokenKind::Semicolon) {}
            if self.is_bare_arm() {
                self.bare_arm(&mut reported);
                let arm = self.arm_behind(self.at, true, use_);
                self.build.push(arm);
                continue;
            }
            let is_default = self.is_default_arm();
            if is_default {
                self.default_arm();
            }
            let is_else = self.kind == TokenKind::Else || is_default;
            if !(self.kind == TokenKind::Case || is_else) || self.is_arm_of_outer(opener) {
                break;
            }
            let known = self.errors.len();
            let arm = self.arm(use_);
            if self.errors.len() > known && self.errors.last().is_some_and(|error| error.kind == Kind::UnusedValue) {
                // one unused value tells that the values of all arms are meant to be used
                use_ = Use::Value;
            }
            self.build.push(arm);
            while self.eat(TokenKind::Semicolon) {}
            if is_else && self.kind != TokenKind::Case {
                break;
            }
            if is_else && !self.is_arm_of_outer(opener) {
                self.case_behind_else();
            }
        }
        let arms = self.build.list(mark);
        self.finish_block(newline_ended);
        arms
    }

    /// Gets over what stands between the value and the first `case`.
    fn before_arms(&mut self) {
        while self.eat(TokenKind::Semicolon) {}
        let begins = matches!(self.kind, TokenKind::Case | TokenKind::Else);
        if self.mode == Mode::Fast || begins || self.is_bare_arm() || self.is_block_over() {
            return;
        }
        if self.skip_foreign_arms() {
            return;
        }
        self.expected(TokenKind::Case, "behind the value of a `match`");
        self.is_panicking = false;
        // `.RED => …` on the next line has gone on with the value
        if self.kind == TokenKind::FatArrow {
            while !matches!(self.kind, TokenKind::End | TokenKind::Case | TokenKind::Else | TokenKind::EndOfFile) {
                self.skip_line();
            }
            return;
        }
        self.statements();
    }

    #[cold]
    fn case_behind_else(&mut self) {
        let message = "`case` behind the `else` of a `match`, which takes all that is left";
        self.report(SyntaxError::new(Kind::Misplaced, self.here(), message).help("put the `else` last"));
    }

    /// `case patterns if guard arm`, or `else arm`.
    fn arm(&mut self, use_: Use) -> NodeId {
        let first = self.at;
        let is_case = self.kind == TokenKind::Case;
        self.bump();
        self.arm_behind(first, is_case, use_)
    }

    /// What stands behind the `case` or `else` of an arm that begins with token `first`.
    fn arm_behind(&mut self, first: u32, is_case: bool, use_: Use) -> NodeId {
        let (mut patterns, mut guard) = (List::EMPTY, NONE);
        if is_case {
            patterns = self.patterns();
            if self.kind == TokenKind::If && !self.is_first_on_line() {
                self.bump();
                guard = self.expr();
            }
            self.skip_head();
        }
        if self.kind == TokenKind::Colon && self.mode != Mode::Fast && !self.is_at_newline() {
            return self.arm_behind_colon(first, patterns, guard, use_);
        }
        let is_arrow = self.kind == TokenKind::FatArrow && !self.is_at_newline();
        if is_arrow || (is_case && self.foreign_arm_arrow()) {
            if is_arrow {
                self.bump();
            }
            let statement = self.arrow_statement(use_);
            self.end_arrow_arm(first);
            return self.node_of(NodeKind::Arm, first, BODY_ARROW, [patterns.word(), guard, statement]);
        }
        if self.mode != Mode::Fast {
            self.start_block();
        }
        let body = self.statements();
        self.node_of(NodeKind::Arm, first, BODY_STATEMENTS, [patterns.word(), guard, body.word()])
    }

    /// `case 1: return 2`, `default:`; all colons of a declaration are one mistake.
    #[cold]
    fn arm_behind_colon(&mut self, first: u32, patterns: List, guard: NodeId, use_: Use) -> NodeId {
        let is_over = self.tokens.place(self.at + 1).is_first_on_line();
        self.colon_behind_pattern(if is_over { "" } else { " =>" });
        self.bump();
        if is_over {
            let body = self.statements();
            return self.node_of(NodeKind::Arm, first, BODY_STATEMENTS, [patterns.word(), guard, body.word()]);
        }
        let statement = self.arrow_statement(use_);
        self.end_arrow_arm(first);
        self.node_of(NodeKind::Arm, first, BODY_ARROW, [patterns.word(), guard, statement])
    }

    /// Behind `=>` there is one statement.
    fn end_arrow_arm(&mut self, first: u32) {
        self.end_statement(first);
        if self.mode == Mode::Fast {
            return;
        }
        while self.eat(TokenKind::Semicolon) {}
        if !self.is_block_over() {
            let message = "`=>` is followed by one statement, and here is another";
            let error = SyntaxError::new(Kind::UnexpectedToken, self.here(), message);
            self.report(error.help("several statements of a `case` begin on the next line, without `=>`"));
            self.statements();
        }
    }

    fn patterns(&mut self) -> List {
        let mark = self.build.mark();
        loop {
            let pattern = self.pattern();
            self.build.push(pattern);
            if !self.eat(TokenKind::Comma) {
                return self.build.list(mark);
            }
        }
    }
}
