//! Procedure literals and closures.

use hubbub_syntax::NodeId;

use super::{Checker, Expectation};
use crate::data::typed::ExprId;

impl Checker<'_> {
    /// A procedure literal, with or without captures.
    pub fn check_procedure_literal(&mut self, node: NodeId, _expectation: Expectation) -> ExprId {
        self.fail_silently(node)
    }
}
