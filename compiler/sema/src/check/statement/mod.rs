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

    /// `=> statement` as the body of a procedure.
    pub fn check_arrow_body(&mut self, statement: NodeId) {
        let values = match self.body.results.as_slice() {
            [one] => {
                let one = *one;
                vec![self.check_to(statement, one)]
            }
            _ => vec![self.check_value(statement)],
        };
        let values = self.list_of(&values);
        let at = self.at(statement);
        let result = self.push(crate::data::typed::ExprKind::Return { values }, self.sema.types.never, at);
        self.body.statements = self.list_of(&[result]);
    }

    /// Statements as the body of a procedure.
    pub fn check_procedure_body(&mut self, statements: &[NodeId]) {
        self.body.statements = self.check_statements(statements);
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
