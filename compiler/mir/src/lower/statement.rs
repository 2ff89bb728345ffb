//! Statements: new variables, assignments, and the way to everything else.

use hubbub_base::table::Run;
use hubbub_sema::data::typed::{ExprId, ExprKind, LocalId, Operator};
use hubbub_sema::data::types::TypeKind;

use super::body::Lower;
use super::emit::Emit;
use super::place::Hold;
use super::types::Shape;
use crate::data::body::{LocalId as MirLocal, Operand, Place, Rvalue};
use crate::data::ty::Ty;

/// Where an assigned value goes.
enum Target {
    /// Nowhere: `_`.
    Nothing,
    Place(Place),
    /// The fields of an element of an array that is laid out field by field.
    Pieces(Vec<Place>, Ty),
}

impl Lower<'_> {
    /// One statement.
    pub fn statement(&mut self, statement: ExprId) {
        let expr = self.expr(statement);
        let outer = std::mem::replace(&mut self.b.at, expr.at);
        let passing = self.passing.len();
        self.statement_kind(statement, expr.kind);
        self.flush_passing(passing);
        self.b.at = outer;
    }

    fn statement_kind(&mut self, statement: ExprId, kind: ExprKind) {
        match kind {
            ExprKind::Let { locals, values } => self.let_(locals, values),
            ExprKind::Assign { places, values } => self.assign(places, values),
            ExprKind::AssignOperator { operator, place, value } => self.assign_operator(operator, place, value),
            ExprKind::AssignCall { pointer, place, call } => self.assign_call(pointer, place, call),
            ExprKind::Defer(deferred) => self.defer(deferred),
            _ => self.discard(statement),
        }
    }

    /// Ends the memory of temporaries of the statement that is over.
    pub fn flush_passing(&mut self, from: usize) {
        while self.passing.len() > from {
            if let Some(local) = self.passing.pop() {
                self.b.dead(local);
            }
        }
    }

    // ---- new variables -------------------------------------------------------------------------------------------

    fn let_(&mut self, locals: Run, values: Run) {
        let locals: Vec<_> = self.variables(locals).collect();
        let values: Vec<_> = self.list(values).collect();
        match (locals.as_slice(), values.as_slice()) {
            ([Some(local)], [value]) => self.let_one(*local, *value),
            ([None], [value]) => self.discard(*value),
            (_, [value]) => self.let_results(&locals, *value),
            _ => self.let_several(&locals, &values),
        }
    }

    /// The value is built where the variable will be, which nobody can see yet.
    fn let_one(&mut self, local: LocalId, value: ExprId) {
        if self.typed.locals[local].is_reference {
            let place = self.place(value, Hold::Later);
            return self.bind_reference(local, place);
        }
        if self.shape(self.typed.locals[local].ty) == Shape::Void {
            return self.discard(value);
        }
        let own = self.declare(local);
        self.into(value, Place::local(own));
    }

    /// Another name for a place.
    pub fn bind_reference(&mut self, local: LocalId, place: Place) {
        let ty = self.ty(self.typed.locals[local].ty);
        let pointer = self.declare(local);
        let address = self.address(place, ty);
        self.store(Place::local(pointer), address);
    }

    /// `a, b := f()`.
    fn let_results(&mut self, locals: &[Option<LocalId>], value: ExprId) {
        let types = self.result_types(value);
        let mut places = Vec::new();
        for (local, ty) in locals.iter().zip(types) {
            if self.shape(ty) == Shape::Void {
                continue;
            }
            let own = match local {
                Some(local) => self.declare(*local),
                None => {
                    let ty = self.ty(ty);
                    self.temporary(ty)
                }
            };
            places.push(Place::local(own));
        }
        self.values_into(value, &places);
    }

    /// `a, b := x, y`: no variable is set before all values are there, but none can be seen before either.
    fn let_several(&mut self, locals: &[Option<LocalId>], values: &[ExprId]) {
        for (local, value) in locals.iter().zip(values) {
            match local {
                Some(local) => self.let_one(*local, *value),
                None => self.discard(*value),
            }
        }
    }

    // ---- assignments ---------------------------------------------------------------------------------------------

    fn assign(&mut self, places: Run, values: Run) {
        let places: Vec<_> = self.variables(places).map(|word| word.map(|local| ExprId(local.0))).collect();
        let values: Vec<_> = self.list(values).collect();
        match (places.as_slice(), values.as_slice()) {
            ([Some(place)], [value]) => self.assign_one(*place, *value),
            (places, [value]) if places.len() != 1 => self.assign_results(places, *value),
            _ => self.assign_several(&places, &values),
        }
    }

    fn assign_one(&mut self, target: ExprId, value: ExprId) {
        if let Some(pieces) = self.soa_pieces(target) {
            let ty = self.expr_ty(target);
            let operand = self.operand(value);
            return self.scatter(&pieces, operand, ty);
        }
        let hold = if self.may_write(value) { Hold::Later } else { Hold::Now };
        let place = self.place(target, hold);
        if self.ty_is_nothing(target) {
            return self.discard(value);
        }
        self.store_value(place, value);
    }

    fn ty_is_nothing(&mut self, expr: ExprId) -> bool {
        let ty = self.expr(expr).ty;
        self.shape(ty) == Shape::Void
    }

    /// Evaluates into a place that the evaluation may read or reach.
    pub fn store_value(&mut self, place: Place, value: ExprId) {
        if self.can_build_in_place(place, value) {
            self.into(value, place);
        } else {
            let operand = self.operand(value);
            self.store(place, operand);
        }
    }

    /// Whether nothing can tell that a value is built where it goes, step by step.
    fn can_build_in_place(&mut self, place: Place, value: ExprId) -> bool {
        let is_scalar = self.expr_ty(value).is_scalar();
        match self.expr(value).kind {
            ExprKind::Binary { .. }
            | ExprKind::Unary { .. }
            | ExprKind::Tag(_)
            | ExprKind::AddressOf(_)
            | ExprKind::Default
            | ExprKind::Constant(_)
            | ExprKind::Uninit => true,
            ExprKind::Convert { .. } | ExprKind::Call { .. } | ExprKind::CallValue { .. } => is_scalar,
            ExprKind::Struct { .. } | ExprKind::Array { .. } | ExprKind::Union { .. } => {
                self.is_untouched_by(place, value)
            }
            _ => false,
        }
    }

    /// `a, b = f()`: the values wait until all are there.
    fn assign_results(&mut self, targets: &[Option<ExprId>], value: ExprId) {
        let targets = self.targets(targets);
        let operands = self.values(value);
        for (target, operand) in targets.iter().zip(operands) {
            self.store_in(target, operand);
        }
    }

    /// The places that a statement assigns, which last until it stores.
    fn targets(&mut self, targets: &[Option<ExprId>]) -> Vec<Target> {
        let mut found = Vec::with_capacity(targets.len());
        for target in targets {
            found.push(match target {
                None => Target::Nothing,
                Some(target) => match self.soa_pieces(*target) {
                    Some(pieces) => Target::Pieces(pieces, self.expr_ty(*target)),
                    None => Target::Place(self.place(*target, Hold::Later)),
                },
            });
        }
        found
    }

    fn store_in(&mut self, target: &Target, operand: Operand) {
        match target {
            Target::Nothing => {}
            Target::Place(place) => self.store(*place, operand),
            Target::Pieces(pieces, ty) => self.scatter(pieces, operand, *ty),
        }
    }

    /// `a, b = b, a`.
    fn assign_several(&mut self, targets: &[Option<ExprId>], values: &[ExprId]) {
        let places = self.targets(targets);
        let mut operands = Vec::new();
        for value in values {
            let ty = self.expr_ty(*value);
            let operand = self.operand(*value);
            let kept = if self.is_lasting(operand) { operand } else { self.keep_in_temporary(operand, ty) };
            operands.push(kept);
        }
        for (place, operand) in places.iter().zip(operands) {
            self.store_in(place, operand);
        }
    }

    /// A temporary of the statement with what an operand holds now.
    pub fn keep_in_temporary(&mut self, operand: Operand, ty: Ty) -> Operand {
        let local = self.temporary(ty);
        self.b.set(local, operand);
        self.b.copy(local)
    }

    /// `place op= value`.
    fn assign_operator(&mut self, operator: Operator, target: ExprId, value: ExprId) {
        let hold = if self.may_write(value) { Hold::Later } else { Hold::Now };
        let place = self.place(target, hold);
        let ty = self.expr_ty(target);
        let left = if self.may_write(value) {
            Operand::Copy(Place::local(self.b.keep(Operand::Copy(place), ty)))
        } else {
            Operand::Copy(place)
        };
        let right = self.operand(value);
        let result = self.binary_rvalue(operator, (left, target), (right, value));
        self.b.assign(place, result);
    }

    /// `place op= value` by a user's operator, which finds the place behind a pointer.
    fn assign_call(&mut self, pointer: LocalId, target: ExprId, call: ExprId) {
        let pieces = self.soa_pieces(target);
        let ty = self.expr_ty(target);
        let place = match &pieces {
            Some(pieces) => self.gathered(pieces, ty),
            None => self.place(target, Hold::Later),
        };
        let local = self.declare(pointer);
        let address = self.b.value(Rvalue::AddressOf(place, Ty::pointer_to(ty)), Ty::pointer_to(ty));
        self.store(Place::local(local), address);
        if self.ty_is_nothing(call) {
            return self.discard(call);
        }
        let value = self.operand(call);
        match pieces {
            Some(pieces) => self.scatter(&pieces, value, ty),
            None => {
                let behind = self.b.deref_local(local, ty);
                self.store(behind, value);
            }
        }
    }

    // ---- several values ------------------------------------------------------------------------------------------

    /// The types of the values of an expression: none, one, or several.
    pub fn result_types(&mut self, expr: ExprId) -> Vec<hubbub_sema::data::types::TypeId> {
        let ty = self.expr(expr).ty;
        match self.session.source.kind(ty) {
            TypeKind::Results(types) => types.to_vec(),
            TypeKind::Void | TypeKind::Never => Vec::new(),
            _ => vec![ty],
        }
    }

    /// All values of an expression, in temporaries that nothing else changes; those without a value are dropped.
    pub fn values(&mut self, expr: ExprId) -> Vec<Operand> {
        let locals = self.value_locals(expr);
        let places: Vec<_> = locals.iter().copied().map(Place::local).collect();
        self.values_into(expr, &places);
        locals.into_iter().map(|local| self.b.copy(local)).collect()
    }

    /// A temporary for each value of an expression.
    pub fn value_locals(&mut self, expr: ExprId) -> Vec<MirLocal> {
        let mut locals = Vec::new();
        for ty in self.result_types(expr) {
            let facts = self.facts(ty);
            if facts.shape != Shape::Void {
                locals.push(self.temporary(facts.ty));
            }
        }
        locals
    }
}
