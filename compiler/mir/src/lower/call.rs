//! Calls of procedures, procedure values and closures, and what happens to their arguments.
//!
//! A parameter is a value. So an aggregate that the callee, or anybody it calls, could change through another way is
//! copied before the call; temporaries, constants and variables whose address nobody has travel as they are.

use hubbub_base::table::Run;
use hubbub_sema::data::typed::{ExprId, ExprKind};
use hubbub_sema::data::types::InstanceId;

use super::body::{Lower, procedure_ty};
use super::emit::Emit;
use super::place::Hold;
use super::session::Wanted;
use super::types::Shape;
use crate::data::body::{Callee, Check, Constant, LocalId, Operand, Place, PlaceBase};
use crate::data::ty::{Abi, Ty, TyData};

/// A call that only waits for its results.
struct Prepared {
    callee: Callee,
    arguments: Vec<Operand>,
    context: Option<LocalId>,
}

impl Lower<'_> {
    /// A call of a known procedure.
    pub fn call(&mut self, procedure: InstanceId, arguments: Run, places: &[Place]) {
        if let Some(prepared) = self.prepare_call(procedure, arguments) {
            self.b.call(places, prepared.callee, &prepared.arguments, prepared.context);
        }
    }

    /// A call through a value.
    pub fn call_value(&mut self, callee: ExprId, arguments: Run, places: &[Place]) {
        if let Some(prepared) = self.prepare_value_call(callee, arguments) {
            self.b.call(places, prepared.callee, &prepared.arguments, prepared.context);
        }
    }

    /// `return #tail f(x)`; false if it is no such call.
    pub fn tail_call(&mut self, expr: ExprId) -> bool {
        let found = self.expr(expr);
        let prepared = match found.kind {
            ExprKind::Call { procedure, arguments, is_tail: true } => self.prepare_call(procedure, arguments),
            ExprKind::CallValue { callee, arguments, is_tail: true } => self.prepare_value_call(callee, arguments),
            _ => return false,
        };
        if let Some(prepared) = prepared {
            self.b.at = found.at;
            self.b.tail_call(prepared.callee, &prepared.arguments, prepared.context);
        }
        true
    }

    fn prepare_call(&mut self, procedure: InstanceId, arguments: Run) -> Option<Prepared> {
        let ty = self.session.procedure_ty(procedure)?;
        let at = self.b.at;
        let arguments = self.arguments(arguments, None);
        self.b.at = at;
        let symbol = self.want(Wanted::Procedure(procedure));
        let callee = Callee::Direct { symbol, ty };
        let context = self.context_for(callee.signature().map_or(Abi::C, |signature| signature.abi));
        Some(Prepared { callee, arguments, context })
    }

    fn prepare_value_call(&mut self, callee: ExprId, arguments: Run) -> Option<Prepared> {
        if let ExprKind::Procedure(instance) = self.expr(callee).kind
            && self.session.is_its_value(instance)
        {
            return self.prepare_call(instance, arguments);
        }
        let at = self.b.at;
        let others: Vec<ExprId> = self.pairs(arguments).map(|(_, expr)| expr).collect();
        let value = self.operand_before(callee, &others);
        let callee_type = self.expr(callee).ty;
        let (code, environment, ty) = self.code_of(value, callee_type)?;
        let arguments = self.arguments(arguments, environment);
        self.b.at = at;
        if environment.is_none() {
            self.b.check(Check::Null, &[code], self.context);
        }
        let TyData::Procedure(signature) = ty.data() else { return None };
        let context = self.context_for(signature.abi);
        Some(Prepared { callee: Callee::Pointer { operand: code, ty }, arguments, context })
    }

    /// The code of a procedure or closure value, a closure's environment, and the type of the code.
    fn code_of(
        &mut self,
        value: Operand,
        ty: hubbub_sema::data::types::TypeId,
    ) -> Option<(Operand, Option<Operand>, Ty)> {
        let hubbub_sema::data::types::TypeKind::Procedure(procedure) = self.kind(ty) else { return None };
        let code_ty = procedure_ty(self.session.types.signature(self.session.source, procedure));
        match (self.shape(ty), value) {
            (Shape::Closure, Operand::Copy(place)) => {
                let code = self.b.field(place, 0);
                let environment = self.b.field(place, 1);
                Some((Operand::Copy(code), Some(Operand::Copy(environment)), code_ty))
            }
            _ => Some((value, None, code_ty)),
        }
    }

    /// The context that goes along with a call.
    pub fn context_for(&self, abi: Abi) -> Option<LocalId> {
        if abi == Abi::Hubbub { self.context } else { None }
    }

    /// Arguments in order of evaluation, put into the order of the parameters.
    pub(super) fn arguments(&mut self, arguments: Run, environment: Option<Operand>) -> Vec<Operand> {
        let pairs: Vec<(u32, ExprId)> = self.pairs(arguments).collect();
        let exprs: Vec<ExprId> = pairs.iter().map(|(_, expr)| *expr).collect();
        let mut operands = Vec::with_capacity(pairs.len());
        let mut others = exprs.as_slice();
        for (index, expr) in &pairs {
            others = others.get(1..).unwrap_or(&[]);
            let operand = self.argument(*expr, others);
            operands.push((*index, operand));
        }
        operands.sort_by_key(|(index, _)| *index);
        environment.into_iter().chain(operands.into_iter().map(|(_, operand)| operand)).collect()
    }

    fn argument(&mut self, expr: ExprId, others: &[ExprId]) -> Operand {
        let ty = self.expr(expr).ty;
        if self.shape(ty) == Shape::Void {
            self.discard(expr);
            return self.b.constant(Constant::Uninit(super::types::nothing()));
        }
        let lowered = self.ty(ty);
        let operand = self.operand_before(expr, others);
        match operand {
            Operand::Copy(place) if !lowered.is_scalar() && !self.is_private(place) => {
                self.keep_in_temporary(operand, lowered)
            }
            _ => operand,
        }
    }

    /// Whether nobody else can change what lies in a place.
    pub fn is_private(&self, place: Place) -> bool {
        let is_reached_directly =
            !self.b.body.path(place).iter().any(|step| matches!(step, crate::data::body::Projection::Deref(_)));
        is_reached_directly
            && match place.base {
                PlaceBase::Local(local) => !self.is_addressed(local),
                PlaceBase::Global { symbol, .. } => {
                    self.session.static_data(symbol).is_some_and(|data| data.is_constant)
                }
            }
    }

    // ---- closures ------------------------------------------------------------------------------------------------

    /// A literal with captures: its environment lies in this frame, to the end of the block.
    pub fn closure(&mut self, body: InstanceId, captures: Run, place: Place) {
        let Some(literal) = self.session.source.body(body) else { return };
        let (ty, _) = super::body::environment(self.session, &literal);
        let Some(code) = self.session.procedure_ty(body) else { return };
        let hidden = self.hidden(ty);
        let exprs: Vec<ExprId> = self.list(captures).collect();
        for (index, (expr, local)) in exprs.into_iter().zip(&literal.captures).enumerate() {
            let target = self.b.field(Place::local(hidden), index as u32);
            if literal.locals[*local].is_reference {
                let captured = self.place(expr, Hold::Now);
                let captured_ty = self.expr_ty(expr);
                let address = self.address(captured, captured_ty);
                self.store(target, address);
            } else {
                self.into(expr, target);
            }
        }
        let symbol = self.want(Wanted::Procedure(body));
        let environment = self.b.address_of(Place::local(hidden), ty);
        let code = self.b.constant(Constant::Procedure { symbol, ty: code });
        self.closure_value(code, environment, place);
    }

    fn closure_value(&mut self, code: Operand, environment: Operand, place: Place) {
        let target = self.b.field(place, 0);
        self.store(target, code);
        let target = self.b.field(place, 1);
        self.store(target, environment);
    }

    /// A procedure value as a closure: an adapter is the code, the procedure the environment.
    pub fn procedure_to_closure(&mut self, expr: ExprId, closure: hubbub_sema::data::types::TypeId, place: Place) {
        let ty = self.expr_ty(expr);
        let procedure = self.operand(expr);
        self.adapted(procedure, ty, closure, place);
    }

    /// A known procedure as a closure.
    pub fn known_closure(&mut self, instance: InstanceId, closure: hubbub_sema::data::types::TypeId, place: Place) {
        let Some(signature) = self.session.value_signature(instance) else { return };
        let ty = procedure_ty(signature);
        let symbol = self.want(self.session.value_of(instance));
        let procedure = self.b.constant(Constant::Procedure { symbol, ty });
        self.adapted(procedure, ty, closure, place);
    }

    fn adapted(&mut self, procedure: Operand, ty: Ty, closure: hubbub_sema::data::types::TypeId, place: Place) {
        let hubbub_sema::data::types::TypeKind::Procedure(closure_type) = self.kind(closure) else { return };
        let abi = match ty.data() {
            TyData::Procedure(signature) => signature.abi,
            _ => Abi::Hubbub,
        };
        let code_ty = procedure_ty(self.session.types.signature(self.session.source, closure_type));
        let symbol = self.want(Wanted::Adapter(closure, abi));
        let code = self.b.constant(Constant::Procedure { symbol, ty: code_ty });
        let environment = self.b.cast_value(crate::data::body::CastKind::Bits, procedure, Ty::pointer());
        self.closure_value(code, environment, place);
    }
}
