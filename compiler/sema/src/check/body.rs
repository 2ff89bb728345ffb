//! Entry points: the body of a procedure, and expressions by themselves.

use hubbub_syntax::tree::view::{Abi, Body};
use hubbub_syntax::{NodeId, View};

use super::literal::is_literal;
use super::{Checked, Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind};
use crate::data::types::{InstanceId, TypeId, TypeKind};
use crate::session::{Env, Sema};

/// Checks the body of a procedure.
pub fn check_body(sema: &Sema, instance: InstanceId) -> Option<Checked> {
    let decl = sema.decl_of(instance);
    let View::Procedure { parameters, body, .. } = sema.view(decl.module, decl.value) else { return None };
    let signature = sema.signature(instance)?;
    if let Body::None = body {
        return None;
    }
    sema.tree(decl.module).warm(decl.value);
    let mut checker = Checker::new(sema, sema.env(instance), instance);
    checker.body.results = signature.results.to_vec();
    checker.reserve_for(decl.value);
    let scope = checker.enter_scope();
    checker.declare_parameters(parameters, signature);
    checker.flow.lacks_context = signature.abi == Abi::C;
    checker.check_body_of(decl.value, body);
    checker.leave_scope(scope);
    checker.warn_of_divisions(decl.value);
    Some(checker.finish())
}

/// Checks expressions by themselves: see [`super::check_expressions`].
pub fn check_expressions(
    sema: &Sema,
    env: &Env<'_>,
    owner: InstanceId,
    nodes: &[NodeId],
    expected: Option<TypeId>,
) -> Option<Checked> {
    let mut checker = Checker::new(sema, *env, owner);
    checker.flow.is_value = true;
    let mut values = Vec::with_capacity(nodes.len());
    for node in nodes {
        let value = match expected {
            Some(ty) if nodes.len() == 1 && sema.names_of_values(owner, nodes).is_some_and(|names| names > 1) => {
                values.extend(checker.results_to(*node, ty));
                continue;
            }
            Some(ty) => checker.check_to(*node, ty),
            None => {
                let value = checker.check_expr(*node, Expectation::None);
                checker.settle_unless_constant(value, *node)
            }
        };
        values.push(value);
    }
    let types = values.iter().map(|value| checker.ty(*value));
    checker.body.results = match values.as_slice() {
        [one] => match checker.kind_of(*one) {
            TypeKind::Results(results) => results.to_vec(),
            _ => types.collect(),
        },
        _ => types.collect(),
    };
    let values = checker.list_of(&values);
    let at = nodes.first().map_or(0, |node| checker.at(*node));
    let result = checker.push(ExprKind::Return { values }, sema.types.never, at);
    checker.body.statements = checker.list_of(&[result]);
    Some(checker.finish())
}

/// Variables that a body has room for at first.
const LOCALS_AT_FIRST: usize = 8;

impl Checker<'_> {
    /// Room for the expressions of a body: an array that grows is copied several times, and is there twice while it is. There are seldom more
    /// expressions than tokens, and memory that is reserved but never written costs nothing.
    fn reserve_for(&mut self, procedure: NodeId) {
        let (first, last) = self.tree.token_range(procedure);
        let tokens = last.saturating_sub(first) as usize;
        self.body.exprs.reserve(tokens);
        self.body.lists.reserve(tokens / 2);
        self.body.locals.reserve(LOCALS_AT_FIRST);
    }

    /// The results of a call, each converted to a type.
    fn results_to(&mut self, node: NodeId, ty: TypeId) -> Vec<ExprId> {
        let expr = self.check_expr(node, Expectation::None);
        let TypeKind::Results(results) = self.kind_of(expr) else { return vec![self.convert_to(expr, ty, node)] };
        let parts = self.spread_results(expr, results, node);
        parts.into_iter().map(|part| self.convert_to(part, ty, node)).collect()
    }

    /// Literals that are constants stay exact; all else gets its type.
    fn settle_unless_constant(&mut self, value: ExprId, node: NodeId) -> ExprId {
        let is_exact = is_literal(self.kind_of(value)) && self.constant_value(value).is_some();
        let is_null = *self.kind_of(value) == TypeKind::LiteralNull;
        if is_exact && !is_null { value } else { self.settle(value, node) }
    }

    /// Hands over what was built, and reports what was found.
    pub(crate) fn finish(mut self) -> Checked {
        self.check_descriptors();
        for diagnostic in std::mem::take(&mut self.diagnostics) {
            if !self.is_doubtful(diagnostic.kind) {
                self.sema.report(diagnostic);
            }
        }
        if self.sema.options.keep_bodies {
            self.body.exprs.shrink_to_fit();
        }
        self.return_scratch();
        Checked { body: self.body, literals: self.literals }
    }
}
