//! `or_else`, `or_return`, `or_break`, `or_continue`.

use hubbub_syntax::NodeId;

use super::{Checker, Expectation};
use crate::data::typed::ExprId;

impl Checker<'_> {
    /// `value or_else otherwise`.
    pub fn check_or_else(&mut self, node: NodeId, _expectation: Expectation) -> ExprId {
        self.fail_silently(node)
    }

    /// `value or_return`.
    pub fn check_or_return(&mut self, node: NodeId, _expectation: Expectation) -> ExprId {
        self.fail_silently(node)
    }

    /// `value or_break label`.
    pub fn check_or_break(&mut self, node: NodeId, _expectation: Expectation) -> ExprId {
        self.fail_silently(node)
    }

    /// `value or_continue label`.
    pub fn check_or_continue(&mut self, node: NodeId, _expectation: Expectation) -> ExprId {
        self.fail_silently(node)
    }
}
