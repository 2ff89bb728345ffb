//! Operations that lowering itself knows.

use hubbub_base::Name;
use hubbub_base::table::Run;
use hubbub_sema::data::typed::{ExprId, ExprKind, IntrinsicOperation};
use hubbub_sema::data::types::{TypeId, TypeKind};
use hubbub_sema::data::value::Value;

use super::body::{Lower, procedure_ty};
use super::emit::Emit;
use super::generated;
use super::session::Wanted;
use super::source::ProcedureFacts;
use super::types::Shape;
use crate::build::BodyBuilder;
use crate::data::body::{Body, Callee, Intrinsic, LocalId, Operand, Place, Rvalue, Terminator};
use crate::data::ty::{Signature, Ty};
use crate::words;

/// Where the caller's context lies: no operation, but the pointer that came.
const CONTEXT_ADDRESS: &str = "context_address";

impl Lower<'_> {
    /// An operation into as many places as it has values, or none.
    pub fn intrinsic(&mut self, expr: ExprId, operation: IntrinsicOperation, arguments: Run, places: &[Place]) {
        let at = self.b.at;
        match operation {
            IntrinsicOperation::Mir(name) => self.mir_intrinsic(name, arguments, places),
            IntrinsicOperation::DefaultContext => {
                let ty = self.expr_ty(expr);
                let place = self.default_context(ty);
                self.give_operand(Operand::Copy(place), places);
            }
            IntrinsicOperation::EnumName => self.enum_name(arguments, self.expr(expr).ty, places),
            IntrinsicOperation::AnyTypeOf => {
                if let [Operand::Copy(any)] = self.operands(arguments).as_slice() {
                    let ty = self.b.field(*any, 0);
                    self.give_operand(Operand::Copy(ty), places);
                }
            }
            IntrinsicOperation::TypeInformation => self.type_information(arguments, places),
            IntrinsicOperation::Unreachable => self.b.terminate(Terminator::Unreachable),
            IntrinsicOperation::InRange { inclusive } => {
                if let [value, low, high] = self.operands(arguments).as_slice() {
                    self.b.at = at;
                    let result = self.in_range([*value, *low, *high], inclusive);
                    self.give_operand(result, places);
                }
            }
            IntrinsicOperation::Several => self.several(arguments, places),
            IntrinsicOperation::Asm => {
                let operands = self.asm_operands(arguments);
                let places = self.asm_places(expr, places);
                self.b.intrinsic(&places, Intrinsic::InlineAsm, &operands);
            }
            IntrinsicOperation::Shuffle => {
                let operands = self.operands(arguments);
                self.b.intrinsic(places, Intrinsic::Shuffle, &operands);
            }
        }
        self.b.at = at;
    }

    /// A constant each; those without a value have no place.
    fn several(&mut self, constants: Run, places: &[Place]) {
        let constants: Vec<ExprId> = self.list(constants).collect();
        let with_value = constants.into_iter().filter(|constant| self.shape(self.expr(*constant).ty) != Shape::Void);
        let with_value: Vec<ExprId> = with_value.collect();
        for (constant, place) in with_value.into_iter().zip(places) {
            self.into(constant, *place);
        }
    }

    fn give_operand(&mut self, operand: Operand, places: &[Place]) {
        if let Some(place) = places.first() {
            self.assign_rvalue(*place, Rvalue::Use(operand));
        }
    }

    /// The values of a list, each lasting while the others are evaluated.
    pub fn operands(&mut self, run: Run) -> Vec<Operand> {
        let exprs: Vec<ExprId> = self.list(run).collect();
        let mut others = exprs.as_slice();
        let mut operands = Vec::with_capacity(exprs.len());
        for expr in &exprs {
            others = others.get(1..).unwrap_or(&[]);
            operands.push(self.operand_before(*expr, others));
        }
        operands
    }

    fn mir_intrinsic(&mut self, name: Name, arguments: Run, places: &[Place]) {
        if name.as_str() == CONTEXT_ADDRESS {
            if let Some(context) = self.context {
                let context = self.b.copy(context);
                self.give_operand(context, places);
            }
            return;
        }
        let operands = self.operands(arguments);
        if let Some(intrinsic) = by_name(name.as_str()) {
            self.b.intrinsic(places, intrinsic, &operands);
        }
    }

    fn enum_name(&mut self, arguments: Run, string: TypeId, places: &[Place]) {
        let Some(argument) = self.list(arguments).next() else { return };
        let ty = self.session.source.base_of(self.expr(argument).ty);
        let value = self.operand(argument);
        let symbol = self.want(Wanted::EnumName(ty, string));
        let signature = generated::enum_name_signature(self.session, ty);
        let pointer = self.b.temporary(Ty::pointer());
        let callee = Callee::Direct { symbol, ty: procedure_ty(signature) };
        self.b.call(&[Place::local(pointer)], callee, &[value], None);
        let string = self.ty(string);
        let name = self.b.deref_local(pointer, string);
        self.give_operand(Operand::Copy(name), places);
    }

    fn type_information(&mut self, arguments: Run, places: &[Place]) {
        let Some(argument) = self.list(arguments).next() else { return };
        let operand = match self.expr(argument).kind {
            ExprKind::Constant(value) => match self.session.source.value(value).map(|typed| &typed.value) {
                Some(Value::Type(ty)) => self.type_operand(*ty),
                _ => self.operand(argument),
            },
            _ => self.operand(argument),
        };
        self.give_operand(operand, places);
    }

    /// Assembly gives all its results, whoever wants them.
    fn asm_places(&mut self, expr: ExprId, places: &[Place]) -> Vec<Place> {
        let ty = self.expr(expr).ty;
        let results = match self.session.source.kind(ty) {
            TypeKind::Results(results) => results.to_vec(),
            TypeKind::Void => Vec::new(),
            _ => vec![ty],
        };
        let mut places = places.to_vec();
        for result in results.get(places.len()..).unwrap_or(&[]) {
            let ty = self.ty(*result);
            places.push(Place::local(self.b.temporary(ty)));
        }
        places
    }

    /// Text and constraints as the addresses of their bytes, then the operands.
    fn asm_operands(&mut self, arguments: Run) -> Vec<Operand> {
        let exprs: Vec<ExprId> = self.list(arguments).collect();
        let mut operands = Vec::new();
        for (index, expr) in exprs.iter().enumerate() {
            let text = match self.expr(*expr).kind {
                ExprKind::Constant(value) if index < 2 => self.string_constant(value).map(|(data, _)| data),
                _ => None,
            };
            operands.push(match text {
                Some(data) => data,
                None => self.operand(*expr),
            });
        }
        operands
    }
}

/// The body of a procedure that is an operation of MIR, for those who want its address.
pub(super) fn body(signature: &Signature, facts: &ProcedureFacts, name: Name) -> Option<Body> {
    let mut b = BodyBuilder::new(facts.file);
    b.at = facts.at;
    let context = b.context();
    let parameters: Vec<LocalId> = signature.parameters.iter().map(|ty| b.parameter(*ty, "_")).collect();
    let results: Vec<LocalId> = signature.results.iter().map(|ty| b.result(*ty)).collect();
    b.begin_block();
    if name.as_str() == CONTEXT_ADDRESS {
        let context = b.copy(context);
        b.set(*results.first()?, context);
    } else {
        let arguments: Vec<Operand> = parameters.iter().map(|local| b.copy(*local)).collect();
        let places: Vec<Place> = results.iter().copied().map(Place::local).collect();
        b.intrinsic(&places, by_name(name.as_str())?, &arguments);
    }
    b.terminate(Terminator::Return);
    Some(b.body)
}

/// An intrinsic by its name, with its ordering behind a point: `atomic_load.acquire`.
fn by_name(name: &str) -> Option<Intrinsic> {
    let (word, ordering) = name.split_once(['.', ' ']).unwrap_or((name, "sequentially_consistent"));
    if let Some(intrinsic) = words::value_of(words::INTRINSICS, word) {
        return Some(intrinsic);
    }
    let (make, _) = words::ORDERED_INTRINSICS.iter().find(|(_, entry)| *entry == word)?;
    Some(make(words::value_of(words::ORDERINGS, ordering)?))
}

#[cfg(test)]
mod tests {
    use super::by_name;
    use crate::data::body::{AtomicOrdering, Intrinsic};

    /// The checker knows the same names.
    #[test]
    fn names_of_the_checker() {
        let mut own: Vec<&str> = crate::words::INTRINSICS.iter().map(|(_, word)| *word).collect();
        own.extend(crate::words::ORDERED_INTRINSICS.iter().map(|(_, word)| *word));
        // the address of the context is an operation of the lowering alone
        own.push("context_address");
        assert_eq!(own, hubbub_sema::names::attributes::INTRINSICS);
    }

    #[test]
    fn intrinsics_by_name() {
        assert_eq!(by_name("square_root"), Some(Intrinsic::SquareRoot));
        assert_eq!(by_name("atomic_add.relaxed"), Some(Intrinsic::AtomicAdd(AtomicOrdering::Relaxed)));
        assert_eq!(by_name("fence"), Some(Intrinsic::Fence(AtomicOrdering::SequentiallyConsistent)));
        assert_eq!(by_name("no_such_thing"), None);
    }
}
