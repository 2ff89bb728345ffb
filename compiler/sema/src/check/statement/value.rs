//! `ifx`, `block` and `match` as expressions: what their arms give, and of which type it is.

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::tree::view::Body;
use hubbub_syntax::{NodeId, View};

use super::TargetKind;
use crate::check::conversion::{implicit, is_silent};
use crate::check::literal::is_literal;
use crate::check::{Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind, ScopeId};
use crate::data::types::{TypeId, TypeKind};

/// A value that an arm gives.
#[derive(Clone, Copy, Debug)]
pub struct Give {
    /// The `Give`.
    pub(super) statement: ExprId,
    /// Its value.
    pub(super) value: ExprId,
    /// The value's node.
    pub(super) node: NodeId,
}

impl Checker<'_> {
    /// `=> value`.
    pub(super) fn check_give(&mut self, node: NodeId, value: NodeId) -> ExprId {
        let target = self.flow.targets.iter().enumerate().rev().find_map(|(index, target)| match &target.kind {
            TargetKind::Value { expected, .. } => Some((index, target.scope, *expected)),
            _ => None,
        });
        let Some((index, scope, expected)) = target else {
            self.check_for_effect(value);
            let message =
                "`=>` gives a value to an `ifx`, `block` or `match` that stands as an expression; there is none here";
            return self.mistake(Kind::Misplaced, node, message);
        };
        let checked = match expected {
            Expectation::Type(ty) => self.check_to(value, ty),
            other => self.check_expr(value, other),
        };
        // One without captures lies in no frame.
        if !matches!(self.body.exprs[checked].kind, ExprKind::ProcedureToClosure(_)) {
            self.refuse_escape(self.ty(checked), value);
        }
        let at = self.at(node);
        let statement = self.push(ExprKind::Give { scope, value: checked }, self.sema.types.never, at);
        if let Some(target) = self.flow.targets.get_mut(index)
            && let TargetKind::Value { gives, .. } = &mut target.kind
        {
            gives.push(Give { statement, value: checked, node: value });
        }
        statement
    }

    /// `block … => value end` as an expression.
    pub fn check_block_expression(&mut self, node: NodeId, expectation: Expectation) -> ExprId {
        let View::Block { body, .. } = self.view(node) else { return self.fail_silently(node) };
        let at = self.at(node);
        let scope = self.begin_value(expectation);
        let mark = self.enter_scope();
        let pending = self.flow.pending;
        let (statements, completes) = self.statements(body);
        self.flow.pending = pending;
        self.leave_scope(mark);
        let block = self.push(ExprKind::Block { scope, statements }, self.sema.types.never, at);
        self.end_value(node, block, expectation, completes)
    }

    /// `ifx … end`.
    pub fn check_ifx(&mut self, node: NodeId, expectation: Expectation) -> ExprId {
        let at = self.at(node);
        let scope = self.begin_value(expectation);
        let (expr, completes) = self.ifx_branches(node, scope, at);
        self.end_value(node, expr, expectation, completes)
    }

    fn ifx_branches(&mut self, node: NodeId, scope: ScopeId, at: u32) -> (ExprId, bool) {
        let View::Ifx { condition, then, otherwise } = self.view(node) else {
            return (self.fail_silently(node), false);
        };
        let condition = self.check_to(condition, self.sema.types.bool);
        let then = self.scoped_block(then, at);
        let (otherwise, completes) = match otherwise {
            [one] if matches!(self.view(*one), View::Ifx { .. }) => {
                let inner = self.new_scope_id();
                self.ifx_branches(*one, inner, at)
            }
            _ => {
                let block = self.scoped_block(otherwise, at);
                (block, self.completes(block))
            }
        };
        let completes = completes || self.completes(then);
        let kind = ExprKind::If { scope, condition, then, otherwise: Some(otherwise) };
        (self.push(kind, self.sema.types.never, at), completes)
    }

    /// `match` as an expression.
    pub fn check_match_expression(&mut self, node: NodeId, expectation: Expectation) -> ExprId {
        let View::Match { value, arms, .. } = self.view(node) else { return self.fail_silently(node) };
        let value = self.match_value(value);
        let scope = self.begin_value(expectation);
        let (expr, completes) = self.check_match(node, scope, value, arms, true);
        self.end_value(node, expr, expectation, completes)
    }

    /// The body of an arm as a `Block`; in a `match` that is an expression, `=> value` is its value.
    pub(crate) fn arm_body(&mut self, arm: NodeId, body: Body<'_>, is_expression: bool) -> ExprId {
        let at = self.at(arm);
        match body {
            Body::Arrow(value) if is_expression && self.is_value(value) => {
                let scope = self.new_scope_id();
                let give = self.check_give(value, value);
                let statements = self.list_of(&[give]);
                self.push(ExprKind::Block { scope, statements }, self.sema.types.never, at)
            }
            Body::Arrow(statement) => self.block_in_scope(&[statement], at),
            Body::Statements(statements) => self.block_in_scope(statements, at),
            Body::None => self.block_in_scope(&[], at),
        }
    }

    // ---- types ----------------------------------------------------------------------------------------------------

    fn begin_value(&mut self, expected: Expectation) -> ScopeId {
        let scope = self.new_scope_id();
        self.push_target(scope, None, TargetKind::Value { expected, gives: Vec::new() });
        scope
    }

    /// Gives the finished expression the type of what its arms give.
    fn end_value(&mut self, node: NodeId, expr: ExprId, expected: Expectation, completes: bool) -> ExprId {
        let Some(target) = self.pop_target() else { return expr };
        let TargetKind::Value { gives, .. } = target.kind else { return expr };
        if completes {
            let (_, end) = self.tree.range(node);
            let span = hubbub_base::Span::new(self.file, end.saturating_sub(3), end);
            let message = "the end of this expression can be reached without a value";
            let diagnostic = Diagnostic::new(Kind::MissingReturn, span, message);
            self.report(diagnostic.help("give one with `=> value` on every way"));
        }
        let ty = match expected {
            Expectation::Type(ty) if !gives.is_empty() => ty,
            _ => self.agree(target.scope, &gives),
        };
        self.body.exprs[expr].ty = ty;
        expr
    }

    /// The type that all arms have; literals go to that of the others.
    fn agree(&mut self, scope: ScopeId, gives: &[Give]) -> TypeId {
        let types = &self.sema.types;
        let (never, error) = (types.never, types.error);
        let mut common: Option<(TypeId, NodeId)> = None;
        for give in gives {
            let ty = self.ty(give.value);
            let kind = self.kind(ty);
            if is_literal(kind) || *kind == TypeKind::Never {
                continue;
            }
            if is_silent(kind) {
                return if *kind == TypeKind::Error { error } else { ty };
            }
            match common {
                None => common = Some((ty, give.node)),
                Some((first, place)) if first != ty => return self.disagree(give.node, ty, place, first),
                Some(_) => {}
            }
        }
        match common {
            Some((ty, _)) => {
                for give in gives {
                    let value = self.convert_to(give.value, ty, give.node);
                    self.body.exprs[give.statement].kind = ExprKind::Give { scope, value };
                }
                ty
            }
            None => self.common_literal(scope, gives).unwrap_or(never),
        }
    }

    fn disagree(&mut self, node: NodeId, ty: TypeId, first_node: NodeId, first: TypeId) -> TypeId {
        let message = format!("this arm gives {}, another one {}", self.described(ty), self.described(first));
        let mut diagnostic = Diagnostic::new(Kind::TypeMismatch, self.span(node), message);
        diagnostic = diagnostic.label(self.span(first_node), format!("this is {}", self.described(first)));
        if implicit(self.sema, ty, first).is_some() {
            diagnostic = diagnostic.help(format!("convert it: `{}(…)`", self.type_name(first)));
        }
        self.report(diagnostic);
        self.sema.types.error
    }

    /// All arms are literals: so is the whole, until it meets its type.
    fn common_literal(&mut self, scope: ScopeId, gives: &[Give]) -> Option<TypeId> {
        let types = &self.sema.types;
        let literals: Vec<TypeId> =
            gives.iter().map(|give| self.ty(give.value)).filter(|ty| is_literal(self.kind(*ty))).collect();
        let first = *literals.first()?;
        let numbers = [types.literal_int, types.literal_float];
        let ty = match () {
            () if literals.iter().all(|ty| *ty == first) => first,
            () if literals.iter().all(|ty| numbers.contains(ty)) => types.literal_float,
            () if literals.iter().all(|ty| [types.literal_int, types.literal_rune].contains(ty)) => types.literal_rune,
            () => {
                let (first_give, other) = (gives.first()?, gives.iter().find(|give| self.ty(give.value) != first)?);
                return Some(self.disagree(other.node, self.ty(other.value), first_give.node, first));
            }
        };
        self.literal_gives.extend(gives.iter().map(|give| (scope, give.value)));
        Some(ty)
    }
}
