//! Blocks, `with`, `defer`, `#no-bounds-checks`.

use hubbub_base::table::Id;
use hubbub_syntax::{NodeId, View};

use super::TargetKind;
use crate::check::Checker;
use crate::data::typed::{ExprId, ExprKind};

impl Checker<'_> {
    pub(super) fn check_block(&mut self, node: NodeId, label: Option<NodeId>, body: &[NodeId]) -> ExprId {
        let at = self.at(node);
        let scope = self.new_scope_id();
        self.push_target(scope, label, TargetKind::Labelled);
        let mark = self.enter_scope();
        let pending = self.flow.pending;
        let (statements, completes) = self.statements(body);
        self.flow.pending = pending;
        self.leave_scope(mark);
        let is_left = self.pop_target().is_some_and(|target| target.is_left);
        let ty = self.statement_type(completes || is_left);
        self.push(ExprKind::Block { scope, statements }, ty, at)
    }

    pub(super) fn check_with(&mut self, node: NodeId, context: NodeId, body: &[NodeId]) -> ExprId {
        let at = self.at(node);
        let context_type = self.sema.context_type();
        let context = self.check_to(context, context_type);
        self.flow.pending += 1;
        let lacked_context = std::mem::take(&mut self.flow.lacks_context);
        let body = self.scoped_block(body, at);
        self.flow.lacks_context = lacked_context;
        self.flow.pending -= 1;
        let ty = self.ty(body);
        self.push(ExprKind::With { context, body }, ty, at)
    }

    pub(super) fn check_defer(&mut self, node: NodeId, statement: NodeId) -> ExprId {
        let at = self.at(node);
        let scope = self.new_scope_id();
        self.push_target(scope, None, TargetKind::Defer);
        let body = self.scoped_block(&[statement], at);
        self.pop_target();
        self.flow.pending += 1;
        self.push(ExprKind::Defer(body), self.sema.types.void, at)
    }

    pub(super) fn check_no_bounds_checks(&mut self, block: NodeId) -> ExprId {
        let first = self.body.exprs.len();
        let statement = match self.view(block) {
            View::Block { label, body } => self.check_block(block, label, body),
            _ => self.fail_silently(block),
        };
        for index in first..self.body.exprs.len() {
            match &mut self.body.exprs[ExprId::from_index(index)].kind {
                ExprKind::Index { is_checked, .. } | ExprKind::Slice { is_checked, .. } => *is_checked = false,
                _ => {}
            }
        }
        statement
    }
}
