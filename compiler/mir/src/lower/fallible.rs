//! What may fail: `or_else` and its kin, `if n := …`, `while n := …`.

use hubbub_base::table::Run;
use hubbub_sema::data::typed::{ExprId, Failure, LocalId, ScopeId};
use hubbub_sema::data::types::TypeId;

use super::body::Lower;
use super::emit::Emit;
use super::scope::{Scope, Target};
use super::types::Shape;
use crate::data::body::{BinaryOp, Block, Operand, Place, Terminator};
use crate::data::ty::Ty;

/// The case of `Maybe` that holds a value.
const SOME: u32 = 1;

impl Lower<'_> {
    /// Evaluates `value` and branches; gives the places of all its values.
    fn attempt(&mut self, value: ExprId, failure: Failure, success: Block, failed: Block) -> Vec<Place> {
        let types = self.result_types(value);
        let places = self.attempted_values(value, failure);
        let condition = match (failure, places.last(), types.last()) {
            (Failure::None, Some(place), Some(ty)) => self.is_case(Operand::Copy(*place), *ty, SOME),
            (Failure::False, Some(place), _) => Operand::Copy(*place),
            (Failure::Error, Some(place), Some(ty)) => self.is_success(*place, *ty),
            _ => self.b.bool_constant(true),
        };
        self.b.terminate(Terminator::Branch { condition, then: success, otherwise: failed });
        places
    }

    /// A Maybe in a place is only looked at, all else goes to temporaries.
    fn attempted_values(&mut self, value: ExprId, failure: Failure) -> Vec<Place> {
        if failure == Failure::None {
            let operand = self.operand(value);
            let ty = self.expr_ty(value);
            return vec![match operand {
                Operand::Copy(place) if self.is_lasting(operand) => place,
                _ => Place::local(self.b.keep(operand, ty)),
            }];
        }
        let locals = self.value_locals(value);
        let places: Vec<_> = locals.into_iter().map(Place::local).collect();
        self.values_into(value, &places);
        places
    }

    /// Whether an error is the default of its type.
    fn is_success(&mut self, place: Place, ty: TypeId) -> Operand {
        match self.shape(ty) {
            Shape::Union { .. } | Shape::NullUnion { .. } => self.is_case(Operand::Copy(place), ty, 0),
            _ => {
                let lowered = self.ty(ty);
                let zero = self.b.zero(lowered);
                self.b.binary_value(BinaryOp::Eq, Operand::Copy(place), zero, Ty::bool())
            }
        }
    }

    /// What success gives: the payload, or all values but the last.
    fn successes(&mut self, value: ExprId, failure: Failure, places: &[Place]) -> Vec<Place> {
        match (failure, places) {
            (Failure::None, [maybe]) => {
                let ty = self.expr(value).ty;
                vec![self.payload_of(*maybe, ty, SOME)]
            }
            (_, [rest @ .., _]) => rest.to_vec(),
            _ => Vec::new(),
        }
    }

    /// `value or_else otherwise` and its kin.
    pub fn try_(
        &mut self,
        value: ExprId,
        failure: Failure,
        (error, otherwise): (Option<LocalId>, ExprId),
        places: &[Place],
    ) {
        let (success, failed, after) = (self.b.block(), self.b.block(), self.b.block());
        let values = self.attempt(value, failure, success, failed);
        self.b.switch_to(success);
        for (place, found) in places.iter().zip(self.successes(value, failure, &values)) {
            self.store(*place, Operand::Copy(found));
        }
        self.b.goto(after);
        self.b.switch_to(failed);
        if let (Some(error), Some(found)) = (error, values.last()) {
            self.alias_or_copy(error, *found);
        }
        self.values_into(otherwise, places);
        self.b.goto(after);
        self.b.switch_to(after);
    }

    /// A variable for a value that stays in its temporary: another name for it, or a copy if the body changes it.
    pub fn alias_or_copy(&mut self, variable: LocalId, place: Place) {
        if self.is_fixed(variable) && self.is_lasting(Operand::Copy(place)) {
            return self.alias(variable, place);
        }
        let local = self.declare(variable);
        self.store(Place::local(local), Operand::Copy(place));
    }

    fn bind_all(&mut self, locals: Run, places: Vec<Place>) {
        let locals: Vec<_> = self.variables(locals).collect();
        for (local, place) in locals.into_iter().zip(places) {
            if let Some(local) = local {
                let own = self.declare(local);
                self.store(Place::local(own), Operand::Copy(place));
            }
        }
    }

    /// `if names := value … else … end`.
    pub fn if_binding(&mut self, value: ExprId, failure: Failure, locals: Run, branches: Run) {
        let branches: Vec<ExprId> = self.list(branches).collect();
        let (success, failed, after) = (self.b.block(), self.b.block(), self.b.block());
        let places = self.attempt(value, failure, success, failed);
        self.b.switch_to(success);
        self.scopes.push(Scope::block(None));
        let successes = self.successes(value, failure, &places);
        self.bind_all(locals, successes);
        if let Some(then) = branches.first() {
            self.statement(*then);
        }
        self.close();
        self.b.goto(after);
        self.b.switch_to(failed);
        if let Some(otherwise) = branches.get(1) {
            self.statement(*otherwise);
        }
        self.b.goto(after);
        self.b.switch_to(after);
    }

    /// `while names := value … end`.
    pub fn while_binding(&mut self, scope: ScopeId, (value, failure): (ExprId, Failure), locals: Run, body: ExprId) {
        self.scopes.push(Scope::construct(scope, &[]));
        let depth = self.scopes.len() - 1;
        let (head, success) = (self.next(depth), self.b.block());
        let after = self.after(depth);
        self.b.goto(head);
        self.b.switch_to(head);
        let passing = self.passing.len();
        let places = self.attempt(value, failure, success, after);
        self.passing.truncate(passing);
        self.b.switch_to(success);
        self.scopes.push(Scope::block(None));
        let successes = self.successes(value, failure, &places);
        self.bind_all(locals, successes);
        self.statement(body);
        self.leave(Target::Next(depth));
        self.scopes.pop();
        self.close();
    }
}
