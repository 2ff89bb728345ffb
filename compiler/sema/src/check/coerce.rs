//! Converts expressions: literals meet their types, implicit conversions are written out.

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::NodeId;

use super::conversion::{Implicit, implicit};
use super::{Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind};
use crate::data::types::TypeId;

impl Checker<'_> {
    /// Converts an expression implicitly to `to`, literals included; reports a mistake at `node` when that is impossible.
    pub fn convert_to(&mut self, expr: ExprId, to: TypeId, node: NodeId) -> ExprId {
        let from = self.ty(expr);
        if from == to {
            return expr;
        }
        match implicit(self.sema, from, to) {
            Some(way) => self.apply(expr, way, to),
            None => self.mismatch(from, to, node),
        }
    }

    /// Applies an implicit conversion.
    pub(crate) fn apply(&mut self, expr: ExprId, way: Implicit, to: TypeId) -> ExprId {
        let at = self.expr(expr).at;
        match way {
            Implicit::Nothing => expr,
            Implicit::Convert(kind) => self.push(ExprKind::Convert { kind, value: expr }, to, at),
            Implicit::Wrap => self.push(ExprKind::Union { case: 1, payload: Some(expr) }, to, at),
            Implicit::ToClosure => self.push(ExprKind::ProcedureToClosure(expr), to, at),
        }
    }

    /// Literals take their default types.
    pub fn settle(&mut self, expr: ExprId, _node: NodeId) -> ExprId {
        expr
    }

    /// The fast way for a literal that goes to a number: `None` when it is none.
    pub(crate) fn literal_to(&mut self, _node: NodeId, _ty: TypeId) -> Option<ExprId> {
        None
    }

    /// Reports that a value of another type was expected.
    pub fn mismatch(&mut self, from: TypeId, to: TypeId, node: NodeId) -> ExprId {
        let message = format!("expected `{}`, found `{}`", self.type_name(to), self.type_name(from));
        self.report(Diagnostic::new(Kind::TypeMismatch, self.span(node), message));
        self.error(node)
    }

    /// Checks an expression that is to be changed or pointed to; reports what is no place.
    pub fn check_place(&mut self, node: NodeId) -> ExprId {
        self.check_expr(node, Expectation::None)
    }

    /// Notes that the variable below a place is assigned.
    pub fn mark_assigned(&mut self, _place: ExprId) {}

    /// Notes that the address of the variable below a place is taken.
    pub fn mark_address_taken(&mut self, _place: ExprId) {}
}
