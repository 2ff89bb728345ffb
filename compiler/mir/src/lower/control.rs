//! Blocks, `if`, `while`, short circuits, ways out, `with`; as statements and as expressions.

use hubbub_base::table::Run;
use hubbub_sema::data::typed::{ExprId, ExprKind, ScopeId};

use super::body::Lower;
use super::emit::Emit;
use super::scope::{Scope, Target};
use crate::data::body::{Block, Operand, Place, Rvalue, Terminator};
use crate::data::ty::Ty;

impl Lower<'_> {
    /// Statements in order; what can never be reached is not built.
    pub fn statements(&mut self, run: Run) {
        for statement in self.list(run) {
            if !self.b.is_reachable() {
                return;
            }
            self.statement(statement);
        }
    }

    /// A block whose values, if it gives any, go to `places`.
    pub fn block(&mut self, scope: ScopeId, statements: Run, places: &[Place]) {
        self.scopes.push(Scope::block(Some(scope)).giving(places));
        self.statements(statements);
        self.close();
    }

    /// `if` and `ifx`.
    pub fn if_(&mut self, scope: ScopeId, condition: ExprId, ways: (ExprId, Option<ExprId>), places: &[Place]) {
        let (then, otherwise) = ways;
        self.scopes.push(Scope::construct(scope, places));
        let depth = self.scopes.len() - 1;
        let then_block = self.b.block();
        let else_block = if otherwise.is_some() { self.b.block() } else { self.after(depth) };
        self.branch(condition, then_block, else_block);
        self.b.switch_to(then_block);
        self.branch_body(then, depth);
        if let Some(otherwise) = otherwise {
            self.b.switch_to(else_block);
            self.branch_body(otherwise, depth);
        }
        self.close();
    }

    /// A branch; behind it the construct of this depth is over.
    pub fn branch_body(&mut self, body: ExprId, depth: usize) {
        self.statement(body);
        if self.b.is_reachable() {
            self.leave(Target::After(depth));
        }
    }

    /// Goes to `then` or `otherwise`, as a condition says.
    pub fn branch(&mut self, condition: ExprId, then: Block, otherwise: Block) {
        let expr = self.expr(condition);
        let outer = std::mem::replace(&mut self.b.at, expr.at);
        match expr.kind {
            ExprKind::And { .. } => self.branch_chain(condition, true, then, otherwise),
            ExprKind::Or { .. } => self.branch_chain(condition, false, then, otherwise),
            ExprKind::Unary { operator: hubbub_sema::data::typed::UnaryOperator::Not, value }
                if self.expr_ty(value) == Ty::bool() =>
            {
                self.branch(value, otherwise, then);
            }
            _ => {
                let condition = self.operand(condition);
                self.b.terminate(Terminator::Branch { condition, then, otherwise });
            }
        }
        self.b.at = outer;
    }

    /// `a && b && …` or `a || b || …`: a loop over the chain, however long.
    fn branch_chain(&mut self, chain: ExprId, is_and: bool, then: Block, otherwise: Block) {
        let mut links = self.chain(chain, is_and);
        let last = links.pop();
        for link in links {
            let next = self.b.block();
            if is_and {
                self.branch(link, next, otherwise);
            } else {
                self.branch(link, then, next);
            }
            self.b.switch_to(next);
        }
        if let Some(last) = last {
            self.branch(last, then, otherwise);
        }
    }

    fn chain(&self, mut expr: ExprId, is_and: bool) -> Vec<ExprId> {
        let mut links = Vec::new();
        loop {
            match self.expr(expr).kind {
                ExprKind::And { left, right } if is_and => {
                    links.push(right);
                    expr = left;
                }
                ExprKind::Or { left, right } if !is_and => {
                    links.push(right);
                    expr = left;
                }
                _ => break,
            }
        }
        links.push(expr);
        links.reverse();
        links
    }

    /// `a && b`, `a || b` as a value.
    pub fn short_circuit(&mut self, expr: ExprId, place: Place) {
        let (yes, no, after) = (self.b.block(), self.b.block(), self.b.block());
        self.branch(expr, yes, no);
        for (block, value) in [(yes, true), (no, false)] {
            self.b.switch_to(block);
            let value = self.b.bool_constant(value);
            self.store(place, value);
            self.b.goto(after);
        }
        self.b.switch_to(after);
    }

    /// `while condition`.
    pub fn while_(&mut self, scope: ScopeId, condition: ExprId, body: ExprId) {
        self.scopes.push(Scope::construct(scope, &[]));
        let depth = self.scopes.len() - 1;
        let (head, inside) = (self.next(depth), self.b.block());
        let after = self.after(depth);
        self.b.goto(head);
        self.b.switch_to(head);
        self.branch(condition, inside, after);
        self.flush_passing(0);
        self.b.switch_to(inside);
        self.loop_body(body, depth);
        self.close();
    }

    /// The body of a loop; behind it the next round begins.
    pub fn loop_body(&mut self, body: ExprId, depth: usize) {
        self.statement(body);
        if self.b.is_reachable() {
            self.leave(Target::Next(depth));
        }
    }

    /// `=> value`.
    pub fn give(&mut self, scope: ScopeId, value: ExprId) {
        let depth = self.depth_of(scope);
        let places = self.scopes.get(depth).map(|scope| scope.places().to_vec()).unwrap_or_default();
        self.values_into(value, &places);
        self.leave(Target::After(depth));
    }

    /// `break`.
    pub fn break_(&mut self, scope: ScopeId) {
        let depth = self.depth_of(scope);
        self.leave(Target::After(depth));
    }

    /// `continue`.
    pub fn continue_(&mut self, scope: ScopeId) {
        let depth = self.depth_of(scope);
        self.leave(Target::Next(depth));
    }

    /// `return`: values first, then what is pending.
    pub fn return_(&mut self, values: Run) {
        let values: Vec<_> = self.list(values).collect();
        if let [only] = values.as_slice()
            && self.tail_call(*only)
        {
            return;
        }
        let places: Vec<_> = self.results.iter().map(|result| result.map(Place::local)).collect();
        if let ([only], [_, _, ..]) = (values.as_slice(), places.as_slice()) {
            let places: Vec<_> = places.into_iter().flatten().collect();
            self.values_into(*only, &places);
        } else {
            for (value, place) in values.iter().zip(places.into_iter().chain(std::iter::repeat(None))) {
                match place {
                    Some(place) => self.into(*value, place),
                    None => self.discard(*value),
                }
            }
        }
        self.leave(Target::Return);
    }

    /// `with context … end`: a context of its own for the block.
    pub fn with(&mut self, context: ExprId, body: ExprId) {
        let ty = self.expr_ty(context);
        self.scopes.push(Scope::block(None));
        let local = self.hidden(ty);
        self.into(context, Place::local(local));
        let pointer = self.b.temporary(Ty::pointer_to(ty));
        self.b.assign(Place::local(pointer), Rvalue::AddressOf(Place::local(local), Ty::pointer_to(ty)));
        let outer = self.context.replace(pointer);
        self.statement(body);
        self.context = outer;
        self.close();
    }

    /// The place of the current context; `None` where there is none.
    pub fn context_place(&mut self, ty: Ty) -> Place {
        match self.context {
            Some(context) => self.b.deref_local(context, ty),
            None => self.default_context(ty),
        }
    }

    /// A value that an expression with control flow of its own gives, in a temporary.
    pub fn through_temporary(&mut self, expr: ExprId) -> Operand {
        let ty = self.expr_ty(expr);
        let local = self.temporary(ty);
        self.into(expr, Place::local(local));
        self.b.copy(local)
    }
}
