//! What can fail: `or_else`, `or_return`, `or_break`, `or_continue`, and the heads of `if` and `while` (chapter 11).

use hubbub_base::Span;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::tree::view::BinaryOperator;
use hubbub_syntax::{NodeId, View};

use super::conversion::is_silent;
use super::{Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind, Failure, LocalId};
use crate::data::types::{TypeId, TypeKind};

/// How a value fails, and what is left of it on success.
pub(crate) struct Fallible {
    pub failure: Failure,
    pub success: Vec<TypeId>,
    /// The type of the error, for [`Failure::Error`].
    pub error: TypeId,
}

impl Checker<'_> {
    /// Whether the default value of a type means success, and any other an error.
    pub(crate) fn is_error_type(&self, ty: TypeId) -> bool {
        self.sema.is_error_type(ty)
    }

    /// How an expression fails; `None` if it cannot, which is reported (silently where something is not known).
    pub(crate) fn fallible(&mut self, expr: ExprId, node: NodeId) -> Option<Fallible> {
        let ty = self.ty(expr);
        let found = self.failure_of(ty);
        if found.is_none() {
            match self.kind(ty) {
                kind if is_silent(kind) => self.body.has_errors |= *kind == TypeKind::Error,
                _ => {
                    let message = format!("{} cannot fail", self.described(ty));
                    let help = "what can fail is a `Maybe`, or ends in a `Bool` or an `#error` type";
                    self.report(Diagnostic::new(Kind::CannotFail, self.span(node), message).help(help));
                }
            }
        }
        found
    }

    fn failure_of(&self, ty: TypeId) -> Option<Fallible> {
        let error = self.sema.types.error;
        if let Some(payload) = self.sema.held_by(ty) {
            return Some(Fallible { failure: Failure::None, success: vec![payload], error });
        }
        match self.kind(ty) {
            TypeKind::Results(results) => {
                let (last, before) = results.split_last()?;
                let failure = self.last_failure(*last)?;
                Some(Fallible { failure, success: before.to_vec(), error: *last })
            }
            _ => self.last_failure(ty).map(|failure| Fallible { failure, success: Vec::new(), error: ty }),
        }
    }

    fn last_failure(&self, ty: TypeId) -> Option<Failure> {
        match self.kind(ty) {
            TypeKind::Bool => Some(Failure::False),
            _ => self.is_error_type(ty).then_some(Failure::Error),
        }
    }

    /// `value or_else otherwise`.
    pub fn check_or_else(&mut self, node: NodeId, expectation: Expectation) -> ExprId {
        let View::OrElse { value, otherwise } = self.view(node) else { return self.fail_silently(node) };
        if let Some((operator, right)) = self.comparison(value)
            && !matches!(
                self.view(otherwise),
                View::Call { .. } | View::Block { .. } | View::Match { .. } | View::Ifx { .. }
            )
        {
            let meant = Span { end: self.span(otherwise).end, ..self.span(right) };
            return self.or_else_is_looser(node, operator, value, meant);
        }
        let (expr, fallible) = self.check_fallible(value, expectation);
        let Some(fallible) = fallible else {
            if is_silent(self.kind_of(expr)) {
                self.check_dependent_argument(otherwise);
            } else {
                self.check_for_effect(otherwise);
            }
            return self.unknown_success(node, expr);
        };
        let success = self.result_type(&fallible.success);
        if let ([ty], Some((operator, _))) = (fallible.success.as_slice(), self.comparison(otherwise))
            && *ty != self.sema.types.bool
            && !is_silent(self.kind(*ty))
            && let View::Binary { left, .. } = self.view(otherwise)
        {
            let meant = Span { end: self.span(left).end, ..self.span(value) };
            return self.or_else_is_looser(node, operator, otherwise, meant);
        }
        let otherwise = match fallible.success.as_slice() {
            [ty] => self.check_to(otherwise, *ty),
            _ => {
                let other = self.check_value(otherwise);
                self.convert_to(other, success, otherwise)
            }
        };
        self.try_(node, expr, &fallible, None, otherwise)
    }

    /// The operator and the right side of a comparison that stands without brackets.
    fn comparison(&self, node: NodeId) -> Option<(BinaryOperator, NodeId)> {
        use BinaryOperator::{And, Equal, Greater, GreaterEqual, Less, LessEqual, NotEqual, Or};
        match self.view(node) {
            View::Binary { operator, right, .. } => {
                let is_comparison =
                    matches!(operator, Equal | NotEqual | Less | LessEqual | Greater | GreaterEqual | And | Or);
                is_comparison.then_some((operator, right))
            }
            _ => None,
        }
    }

    /// `a == b or_else c`, where `a == (b or_else c)` is meant: `grouped` is what the operator takes together, `meant` what should be.
    fn or_else_is_looser(&mut self, node: NodeId, operator: BinaryOperator, grouped: NodeId, meant: Span) -> ExprId {
        let message =
            format!("`or_else` binds looser than `{}`: it takes `({})`", operator.text(), self.source(grouped));
        let fixed = format!("({})", self.tree.text().get(meant.start as usize..meant.end as usize).unwrap_or(""));
        let advice = "put brackets around what belongs together";
        self.report(Diagnostic::new(Kind::CannotFail, self.span(node), message).fix(advice, meant, fixed));
        self.fail_silently(node)
    }

    fn check_fallible(&mut self, value: NodeId, _expectation: Expectation) -> (ExprId, Option<Fallible>) {
        let expr = self.check_value(value);
        let fallible = self.fallible(expr, value);
        (expr, fallible)
    }

    /// The value of an `or_…` about which nothing is known.
    fn unknown_success(&mut self, node: NodeId, expr: ExprId) -> ExprId {
        match self.kind_of(expr) {
            TypeKind::Dependent | TypeKind::Parameter { .. } => self.dependent_expr(node),
            _ => self.fail_silently(node),
        }
    }

    fn try_(
        &mut self,
        node: NodeId,
        value: ExprId,
        fallible: &Fallible,
        error: Option<LocalId>,
        otherwise: ExprId,
    ) -> ExprId {
        let ty = self.result_type(&fallible.success);
        let at = self.at(node);
        self.push(ExprKind::Try { value, failure: fallible.failure, error, otherwise }, ty, at)
    }

    /// `value or_return`.
    pub fn check_or_return(&mut self, node: NodeId, expectation: Expectation) -> ExprId {
        let View::OrReturn { value } = self.view(node) else { return self.fail_silently(node) };
        let (expr, fallible) = self.check_fallible(value, expectation);
        let Some(fallible) = fallible else { return self.unknown_success(node, expr) };
        let at = self.at(node);
        let error = (fallible.failure == Failure::Error).then(|| self.new_local(None, fallible.error, at));
        let Some(last) = self.failing_result(node, &fallible, error) else { return self.fail_silently(node) };
        let results = self.body.results.clone();
        let others = results.iter().take(results.len().saturating_sub(1));
        let mut values: Vec<ExprId> = others.map(|ty| self.push(ExprKind::Default, *ty, at)).collect();
        values.push(last);
        let values = self.list_of(&values);
        let otherwise = self.push(ExprKind::Return { values }, self.sema.types.never, at);
        self.try_(node, expr, &fallible, error, otherwise)
    }

    /// The failure as this procedure's last result takes it; reports when it does not.
    fn failing_result(&mut self, node: NodeId, fallible: &Fallible, error: Option<LocalId>) -> Option<ExprId> {
        let at = self.at(node);
        let last = self.body.results.last().copied();
        let taken = last.and_then(|last| match (fallible.failure, self.kind(last), error) {
            (_, kind, _) if is_silent(kind) => Some(self.dependent_expr(node)),
            (Failure::None, ..) if self.sema.held_by(last).is_some() => {
                Some(self.push(ExprKind::Union { case: 0, payload: None }, last, at))
            }
            (Failure::False, TypeKind::Bool, _) => Some(self.bool_constant(false, at)),
            (Failure::Error, _, Some(error)) => self.error_result(error, fallible.error, last, at),
            _ => None,
        });
        if taken.is_none() {
            let failure = match fallible.failure {
                Failure::None => "`none`".to_string(),
                Failure::False => "`false`".to_string(),
                Failure::Error => format!("an error of type `{}`", self.type_name(fallible.error)),
            };
            let has = match last {
                Some(last) => format!("its last result is `{}`", self.type_name(last)),
                None => "it has no result".to_string(),
            };
            let message = format!("`or_return` would return {failure} from this procedure, but {has}");
            self.report(Diagnostic::new(Kind::CannotReturnFailure, self.span(node), message));
        }
        taken
    }

    /// An error as the last result: as it is, or as a union with exactly one member of its type.
    fn error_result(&mut self, error: LocalId, ty: TypeId, last: TypeId, at: u32) -> Option<ExprId> {
        let value = self.local(error, at);
        if ty == last {
            return Some(value);
        }
        let base = self.sema.base_of(last);
        if !matches!(self.kind(base), TypeKind::Union(_)) {
            return None;
        }
        let fields = self.sema.fields(base)?;
        let mut cases = fields.fields.iter().enumerate().filter(|(_, field)| field.ty == ty);
        let (case, _) = cases.next()?;
        if cases.next().is_some() {
            return None;
        }
        Some(self.push(ExprKind::Union { case: case as u32, payload: Some(value) }, last, at))
    }

    /// `value or_break label`.
    pub fn check_or_break(&mut self, node: NodeId, expectation: Expectation) -> ExprId {
        match self.view(node) {
            View::OrBreak { value, label } => self.or_jump(node, value, label, false, expectation),
            _ => self.fail_silently(node),
        }
    }

    /// `value or_continue label`.
    pub fn check_or_continue(&mut self, node: NodeId, expectation: Expectation) -> ExprId {
        match self.view(node) {
            View::OrContinue { value, label } => self.or_jump(node, value, label, true, expectation),
            _ => self.fail_silently(node),
        }
    }

    fn or_jump(
        &mut self,
        node: NodeId,
        value: NodeId,
        label: Option<NodeId>,
        continues: bool,
        expectation: Expectation,
    ) -> ExprId {
        let (expr, fallible) = self.check_fallible(value, expectation);
        let scope = self.break_target(node, label, continues);
        let (Some(fallible), Some(scope)) = (fallible, scope) else { return self.unknown_success(node, expr) };
        let at = self.at(node);
        let kind = if continues { ExprKind::Continue(scope) } else { ExprKind::Break(scope) };
        let otherwise = self.push(kind, self.sema.types.never, at);
        self.try_(node, expr, &fallible, None, otherwise)
    }
}
