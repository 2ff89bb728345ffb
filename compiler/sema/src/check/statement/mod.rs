//! Statements.

use hubbub_base::table::Run;
use hubbub_syntax::NodeId;

use super::{Checker, Expectation};
use crate::data::typed::ExprId;

/// What statements know while a body is checked: loops, labels, results.
#[derive(Default, Debug)]
pub struct Flow {}

impl Checker<'_> {
    /// Checks statements in the current scope.
    pub fn check_statements(&mut self, _statements: &[NodeId]) -> Run {
        Run::default()
    }

    /// `block … => value end` as an expression.
    pub fn check_block_expression(&mut self, node: NodeId, _expectation: Expectation) -> ExprId {
        self.fail_silently(node)
    }

    /// `ifx … end`.
    pub fn check_ifx(&mut self, node: NodeId, _expectation: Expectation) -> ExprId {
        self.fail_silently(node)
    }

    /// `match` as an expression.
    pub fn check_match_expression(&mut self, node: NodeId, _expectation: Expectation) -> ExprId {
        self.fail_silently(node)
    }
}
