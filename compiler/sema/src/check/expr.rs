//! From each kind of expression to the file that checks it.

use hubbub_diagnostics::Kind;
use hubbub_syntax::{NodeId, View};

use super::{Checker, Expectation};
use crate::data::typed::ExprId;

impl<'s> Checker<'s> {
    /// Checks an expression, without the guard against deep nesting.
    pub(crate) fn check_expr_kind(&mut self, node: NodeId, expectation: Expectation) -> ExprId {
        match self.view(node) {
            View::Error => self.fail_silently(node),
            View::Parenthesized { value } => self.check_expr(value, expectation),
            View::Procedure { .. } => self.check_procedure_literal(node, expectation),
            View::Block { .. } => self.check_block_expression(node, expectation),
            View::Ifx { .. } => self.check_ifx(node, expectation),
            View::Match { .. } => self.check_match_expression(node, expectation),
            View::OrElse { .. } => self.check_or_else(node, expectation),
            View::OrReturn { .. } => self.check_or_return(node, expectation),
            View::OrBreak { .. } => self.check_or_break(node, expectation),
            View::OrContinue { .. } => self.check_or_continue(node, expectation),
            _ => self.mistake(Kind::Misplaced, node, "this is not an expression"),
        }
    }
}
