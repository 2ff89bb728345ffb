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
        let mut body = self.scoped_block(body, at);
        if self.may_choose_handler(context) {
            body = self.under_handler(node, body);
        }
        self.flow.lacks_context = lacked_context;
        self.flow.pending -= 1;
        let ty = self.ty(body);
        self.push(ExprKind::With { context, body }, ty, at)
    }

    /// Whether a context may have another `on_panic` than the current one: all but `context{…}` without that field.
    fn may_choose_handler(&self, context: ExprId) -> bool {
        let fields = self.sema.fields(self.sema.context_type());
        let handler =
            fields.and_then(|fields| fields.fields.iter().position(|field| field.name.as_str() == "on_panic"));
        let mut context = context;
        while let ExprKind::Update { base, fields } = self.expr(context).kind {
            if self.body.pairs(fields).any(|(index, _)| Some(index as usize) == handler) {
                return true;
            }
            context = base;
        }
        !matches!(self.expr(context).kind, ExprKind::Context | ExprKind::Error)
    }

    /// The body of a `with` that tells the handler of faults which context it has made current: a fault is no call, so nothing else keeps
    /// that where the handler would find it.
    fn under_handler(&mut self, node: NodeId, body: ExprId) -> ExprId {
        let at = self.at(node);
        let (ty, void) = (self.ty(body), self.sema.types.void);
        let outer = self.prelude_call("enter_handler", &[], node);
        let mut statements = Vec::new();
        let outer = self.kept(outer, at, &mut statements);
        let outer = self.local(outer, at);
        let leave = self.prelude_call("leave_handler", &[outer], node);
        statements.push(self.push(ExprKind::Defer(leave), void, at));
        statements.push(body);
        let statements = self.list_of(&statements);
        let scope = self.new_scope_id();
        self.push(ExprKind::Block { scope, statements }, ty, at)
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
