//! `if` and `while`, with conditions and with bindings.

use hubbub_base::table::Run;
use hubbub_syntax::{NodeId, View};

use super::TargetKind;
use crate::check::Checker;
use crate::data::typed::{ExprId, ExprKind, Failure};
use crate::data::value::Value;

/// A head that binds: `if names := value`.
struct Bound {
    value: ExprId,
    failure: Failure,
    locals: Run,
}

impl Checker<'_> {
    pub(super) fn check_if(
        &mut self,
        node: NodeId,
        head: NodeId,
        then: &[NodeId],
        otherwise: Option<&[NodeId]>,
    ) -> ExprId {
        let at = self.at(node);
        if let View::Binding { names, value } = self.view(head) {
            return self.check_if_binding(at, names, value, then, otherwise);
        }
        let scope = self.new_scope_id();
        let condition = self.check_to(head, self.sema.types.bool);
        let then = self.scoped_block(then, at);
        let otherwise = self.else_branch(otherwise, at);
        let completes = self.completes(then) || otherwise.is_none_or(|otherwise| self.completes(otherwise));
        let ty = self.statement_type(completes);
        self.push(ExprKind::If { scope, condition, then, otherwise }, ty, at)
    }

    fn else_branch(&mut self, otherwise: Option<&[NodeId]>, at: u32) -> Option<ExprId> {
        let otherwise = otherwise?;
        if let [one] = otherwise
            && let View::If { .. } = self.view(*one)
        {
            return self.check_statement(*one);
        }
        Some(self.scoped_block(otherwise, at))
    }

    fn check_if_binding(
        &mut self,
        at: u32,
        names: &[NodeId],
        value: NodeId,
        then: &[NodeId],
        otherwise: Option<&[NodeId]>,
    ) -> ExprId {
        let mark = self.enter_scope();
        let bound = self.bind(names, value);
        let then = self.block_in_scope(then, at);
        self.leave_scope(mark);
        let otherwise = self.else_branch(otherwise, at);
        let completes = self.completes(then) || otherwise.is_none_or(|otherwise| self.completes(otherwise));
        let mut branches = vec![then];
        branches.extend(otherwise);
        let branches = self.list_of(&branches);
        let ty = self.statement_type(completes);
        let Bound { value, failure, locals } = bound;
        self.push(ExprKind::IfBinding { value, failure, locals, branches }, ty, at)
    }

    /// Checks what a head binds and declares its names in the current scope.
    fn bind(&mut self, names: &[NodeId], value: NodeId) -> Bound {
        let expr = self.check_value(value);
        let fallible = self.fallible(expr, value);
        let (failure, types) = match fallible {
            Some(fallible) => (fallible.failure, fallible.success),
            None => (Failure::False, vec![self.sema.types.error; names.len()]),
        };
        let mut types = types;
        if types.len() != names.len() {
            self.count_mismatch(value, names.len(), (types.len(), "value"));
            types.resize(names.len(), self.sema.types.error);
        }
        let words: Vec<u32> = names.iter().zip(types).map(|(name, ty)| self.declare_name(*name, ty)).collect();
        let mark = self.list_begin();
        for word in words {
            self.list_add(word);
        }
        Bound { value: expr, failure, locals: self.list_end(mark) }
    }

    pub(super) fn check_while(&mut self, node: NodeId, label: Option<NodeId>, head: NodeId, body: &[NodeId]) -> ExprId {
        let at = self.at(node);
        let scope = self.new_scope_id();
        if let View::Binding { names, value } = self.view(head) {
            let mark = self.enter_scope();
            let bound = self.bind(names, value);
            self.push_target(scope, label, TargetKind::Loop);
            let body = self.block_in_scope(body, at);
            self.pop_target();
            self.leave_scope(mark);
            let Bound { value, failure, locals } = bound;
            let kind = ExprKind::WhileBinding { scope, value, failure, locals, body };
            return self.push(kind, self.sema.types.void, at);
        }
        let condition = self.check_to(head, self.sema.types.bool);
        self.push_target(scope, label, TargetKind::Loop);
        let body = self.scoped_block(body, at);
        let is_left = self.pop_target().is_some_and(|target| target.is_left);
        let is_endless = self.constant_value(condition).is_some_and(|value| value.value == Value::Bool(true));
        let ty = self.statement_type(!is_endless || is_left);
        self.push(ExprKind::While { scope, condition, body }, ty, at)
    }
}
