//! Values of expressions: as operands, as rvalues, into places.
//!
//! - [`Lower::operand`] reads straight from a place where it can; the caller keeps it if something in between can change it.
//! - [`Lower::into`] builds a value where it goes. Nothing that the evaluation can read or reach may lie there.
//! - [`Lower::values_into`] does so for any number of values, [`Lower::discard`] for none.

use hubbub_sema::data::typed::{ExprId, ExprKind};
use hubbub_sema::data::types::TypeKind;

use super::body::Lower;
use super::emit::Emit;
use super::place::Hold;
use super::types::Shape;
use crate::data::body::{Constant, Operand, Place, Rvalue, Terminator};

impl Lower<'_> {
    /// The value of an expression.
    pub fn operand(&mut self, expr: ExprId) -> Operand {
        let found = self.expr(expr);
        let outer = std::mem::replace(&mut self.b.at, found.at);
        let operand = self.operand_kind(expr, found.kind);
        self.b.at = outer;
        operand
    }

    fn operand_kind(&mut self, expr: ExprId, kind: ExprKind) -> Operand {
        match kind {
            ExprKind::Local(_)
            | ExprKind::Variable(_)
            | ExprKind::Context
            | ExprKind::Field { .. }
            | ExprKind::Index { .. }
            | ExprKind::Dereference(_)
            | ExprKind::Payload { .. } => Operand::Copy(self.place(expr, Hold::Now)),
            ExprKind::Constant(value) => {
                let ty = self.expr(expr).ty;
                self.constant_operand(value, ty)
            }
            ExprKind::Default => {
                let ty = self.expr(expr).ty;
                self.default_operand(ty)
            }
            ExprKind::Uninit => {
                let ty = self.expr_ty(expr);
                self.b.constant(Constant::Uninit(ty))
            }
            ExprKind::Procedure(instance) => {
                let ty = self.expr(expr).ty;
                self.procedure_operand(instance, ty)
            }
            ExprKind::EntryThunk(instance) => self.thunk_operand(instance),
            _ if self.is_rvalue(expr) => {
                let ty = self.expr_ty(expr);
                let rvalue = self.rvalue(expr);
                self.b.value(rvalue, ty)
            }
            _ => self.built_operand(expr),
        }
    }

    fn built_operand(&mut self, expr: ExprId) -> Operand {
        let ty = self.expr(expr).ty;
        if self.shape(ty) == Shape::Void {
            self.discard(expr);
            return self.nothing_operand();
        }
        self.through_temporary(expr)
    }

    fn nothing_operand(&mut self) -> Operand {
        self.b.constant(Constant::Uninit(super::types::nothing()))
    }

    /// The value of an expression, which lasts while `others` are evaluated.
    pub fn operand_before(&mut self, expr: ExprId, others: &[ExprId]) -> Operand {
        let operand = self.operand(expr);
        if self.is_lasting(operand) || !others.iter().any(|other| self.may_write(*other)) {
            return operand;
        }
        let ty = self.expr_ty(expr);
        self.keep_in_temporary(operand, ty)
    }

    /// Whether the value is one rvalue.
    fn is_rvalue(&mut self, expr: ExprId) -> bool {
        match self.expr(expr).kind {
            ExprKind::Binary { .. } | ExprKind::Unary { .. } | ExprKind::Tag(_) | ExprKind::AddressOf(_) => true,
            ExprKind::Convert { kind, .. } => self.is_rvalue_conversion(kind),
            _ => false,
        }
    }

    /// The value of an expression as an rvalue to be assigned at once.
    pub fn rvalue(&mut self, expr: ExprId) -> Rvalue {
        let found = self.expr(expr);
        let outer = std::mem::replace(&mut self.b.at, found.at);
        let rvalue = match found.kind {
            ExprKind::Binary { .. } => self.binary_chain(expr),
            ExprKind::Unary { operator, value } => self.unary(operator, value),
            ExprKind::Tag(value) => self.tag(value),
            ExprKind::AddressOf(place) => {
                let ty = self.expr_ty(place);
                let place = if self.is_place(place) { self.addressed_place(place) } else { self.hidden_value(place) };
                Rvalue::Use(self.address(place, ty))
            }
            ExprKind::Convert { kind, value } if self.is_rvalue_conversion(kind) => {
                let to = self.ty(found.ty);
                self.conversion(kind, value, found.ty, to)
            }
            _ => Rvalue::Use(self.operand(expr)),
        };
        self.b.at = outer;
        rvalue
    }

    /// The tag of a union, as an integer.
    fn tag(&mut self, value: ExprId) -> Rvalue {
        let ty = self.expr(value).ty;
        let operand = self.operand(value);
        match (self.shape(ty), operand) {
            (Shape::Union { .. }, Operand::Copy(place)) => Rvalue::Use(Operand::Copy(self.b.field(place, 0))),
            (Shape::NullUnion { some }, _) => {
                let is_some = self.is_case(operand, ty, some);
                Rvalue::Cast(crate::data::body::CastKind::Int, is_some, crate::data::ty::Ty::int(8, false))
            }
            _ => Rvalue::Use(self.b.int(crate::data::ty::Ty::int(8, false), 0)),
        }
    }

    /// Builds a value in a place that nothing in the evaluation can read or reach.
    pub fn into(&mut self, expr: ExprId, place: Place) {
        let found = self.expr(expr);
        let outer = std::mem::replace(&mut self.b.at, found.at);
        self.build_kind(expr, found.kind, place);
        self.b.at = outer;
    }

    fn build_kind(&mut self, expr: ExprId, kind: ExprKind, place: Place) {
        match kind {
            ExprKind::And { .. } | ExprKind::Or { .. } => self.short_circuit(expr, place),
            ExprKind::Equal { left, right, negated } => self.equal_into(left, right, negated, place),
            ExprKind::Constant(value) => {
                let ty = self.expr(expr).ty;
                self.constant_into(value, ty, place);
            }
            ExprKind::Default => {
                let ty = self.expr(expr).ty;
                self.default_into(ty, place);
            }
            ExprKind::Closure { body, captures } => self.closure(body, captures, place),
            ExprKind::ProcedureToClosure(procedure) => {
                let closure = self.expr(expr).ty;
                self.procedure_to_closure(procedure, closure, place);
            }
            ExprKind::Slice { .. } => self.slice(expr, place),
            ExprKind::Struct { fields } => self.structure(expr, fields, place),
            ExprKind::Update { base, fields } => self.update(base, fields, place),
            ExprKind::Array { elements } => self.array(elements, place),
            ExprKind::SliceLiteral { elements } => self.slice_literal(expr, elements, place),
            ExprKind::Union { case, payload } => self.union(expr, case, payload, place),
            ExprKind::Convert { kind, value } if !self.is_rvalue_conversion(kind) => {
                self.conversion_into(kind, value, expr, place);
            }
            _ if self.has_own_values(kind) => self.values_into_kind(expr, kind, &[place]),
            _ if self.is_rvalue(expr) => {
                let rvalue = self.rvalue(expr);
                self.assign_rvalue(place, rvalue);
            }
            _ => {
                let operand = self.operand(expr);
                self.store(place, operand);
            }
        }
    }

    /// `place = rvalue`, unless that changes nothing.
    pub fn assign_rvalue(&mut self, place: Place, rvalue: Rvalue) {
        if rvalue != Rvalue::Use(Operand::Copy(place)) {
            self.b.assign(place, rvalue);
        }
    }

    /// Whether an expression is a call or has control flow of its own, so that its values go to places.
    fn has_own_values(&self, kind: ExprKind) -> bool {
        matches!(
            kind,
            ExprKind::Call { .. }
                | ExprKind::CallValue { .. }
                | ExprKind::Intrinsic { .. }
                | ExprKind::Block { .. }
                | ExprKind::If { .. }
                | ExprKind::Match { .. }
                | ExprKind::Try { .. }
                | ExprKind::IfBinding { .. }
        )
    }

    /// Evaluates an expression with any number of values into as many places.
    pub fn values_into(&mut self, expr: ExprId, places: &[Place]) {
        let found = self.expr(expr);
        let outer = std::mem::replace(&mut self.b.at, found.at);
        if self.has_own_values(found.kind) {
            self.values_into_kind(expr, found.kind, places);
        } else {
            match places.first() {
                Some(place) if self.shape(found.ty) != Shape::Void => self.into(expr, *place),
                _ => self.discard(expr),
            }
        }
        self.b.at = outer;
    }

    fn values_into_kind(&mut self, expr: ExprId, kind: ExprKind, places: &[Place]) {
        let ty = self.expr(expr).ty;
        let is_never = *self.session.source.kind(ty) == TypeKind::Never;
        let places = if is_never { &[] } else { places };
        match kind {
            ExprKind::Call { procedure, arguments, .. } => self.call(procedure, arguments, places),
            ExprKind::CallValue { callee, arguments, .. } => self.call_value(callee, arguments, places),
            ExprKind::Intrinsic { operation, arguments } => self.intrinsic(expr, operation, arguments, places),
            ExprKind::Block { scope, statements } => self.block(scope, statements, places),
            ExprKind::If { scope, condition, then, otherwise } => {
                self.if_(scope, condition, (then, otherwise), places);
            }
            ExprKind::IfBinding { value, failure, locals, branches } => {
                self.if_binding(value, failure, locals, branches);
            }
            ExprKind::Match { scope, value, arms } => self.match_(scope, value, arms, places),
            ExprKind::Try { value, failure, error, otherwise } => {
                self.try_(value, failure, (error, otherwise), places);
            }
            _ => {}
        }
        if is_never {
            self.b.terminate(Terminator::Unreachable);
        }
    }

    /// Evaluates an expression for what it does; statements too.
    pub fn discard(&mut self, expr: ExprId) {
        let found = self.expr(expr);
        let outer = std::mem::replace(&mut self.b.at, found.at);
        match found.kind {
            kind if self.has_own_values(kind) => self.values_into_kind(expr, kind, &[]),
            ExprKind::Error => self.b.terminate(Terminator::Unreachable),
            ExprKind::While { scope, condition, body } => self.while_(scope, condition, body),
            ExprKind::WhileBinding { scope, value, failure, locals, body } => {
                self.while_binding(scope, (value, failure), locals, body);
            }
            ExprKind::For { scope, plan, element, second, body } => {
                self.for_(scope, plan, (element, second), body);
            }
            ExprKind::Break(scope) => self.break_(scope),
            ExprKind::Continue(scope) => self.continue_(scope),
            ExprKind::Give { scope, value } => self.give(scope, value),
            ExprKind::Return { values } => self.return_(values),
            ExprKind::With { context, body } => self.with(context, body),
            ExprKind::Let { .. }
            | ExprKind::Assign { .. }
            | ExprKind::AssignOperator { .. }
            | ExprKind::AssignCall { .. }
            | ExprKind::Defer(_) => self.statement(expr),
            ExprKind::Constant(_)
            | ExprKind::Default
            | ExprKind::Uninit
            | ExprKind::Procedure(_)
            | ExprKind::EntryThunk(_) => {}
            // Only a type with mistakes in its declaration has no size and yet is built; the program never runs.
            _ if self.shape(found.ty) == Shape::Void && !self.is_rvalue(expr) && !is_place(found.kind) => {
                self.b.terminate(Terminator::Unreachable);
            }
            _ => {
                self.operand(expr);
            }
        }
        self.b.at = outer;
    }
}

/// Whether it is read from a place.
fn is_place(kind: ExprKind) -> bool {
    matches!(
        kind,
        ExprKind::Local(_)
            | ExprKind::Variable(_)
            | ExprKind::Context
            | ExprKind::Field { .. }
            | ExprKind::Index { .. }
            | ExprKind::Dereference(_)
            | ExprKind::Payload { .. }
    )
}
