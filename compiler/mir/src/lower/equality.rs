//! `==` and `!=` of everything that is more than one comparison.
//!
//! Strings, structs, arrays and unions are compared by a generated procedure for each type, so code stays small; what
//! is a single comparison after all is written in place.

use hubbub_base::Name;
use hubbub_sema::data::typed::ExprId;
use hubbub_sema::data::types::TypeId;
use hubbub_sema::equality::Equality;

use super::body::{Lower, procedure_ty};
use super::emit::Emit;
use super::generated;
use super::session::{News, Session, Wanted};
use super::types::Shape;
use crate::build::BodyBuilder;
use crate::data::body::{
    BinaryOp, Block, Callee, Intrinsic, LocalId, Operand, Place, Projection, Rvalue, Terminator, UnaryOp,
};
use crate::data::program::Procedure;
use crate::data::ty::{Abi, Signature, Ty, TyData};

impl Lower<'_> {
    /// `left == right`, or `!=`, into a Bool.
    pub fn equal_into(&mut self, left: ExprId, right: ExprId, negated: bool, place: Place) {
        let ty = self.expr(left).ty;
        let at = self.b.at;
        let others = [right];
        let left = self.operand_before(left, &others);
        let right = self.operand(right);
        self.b.at = at;
        if is_single(self.session, ty) {
            let op = if negated { BinaryOp::Ne } else { BinaryOp::Eq };
            return self.b.assign(place, Rvalue::Binary(op, left, right));
        }
        let context = self.context_or_default();
        let mut maker = Maker { session: self.session, news: self.news, b: &mut self.b, context };
        maker.call(ty, left, right, place);
        if negated {
            self.b.assign(place, Rvalue::Unary(UnaryOp::Not, Operand::Copy(place)));
        }
    }

    /// The context for what is generated, which may be called where there is none.
    pub fn context_or_default(&mut self) -> Option<LocalId> {
        if self.context.is_some() {
            return self.context;
        }
        Some(generated::default_context(self.session, &mut self.b, self.news))
    }
}

/// Whether one comparison of MIR does it.
fn is_single(session: &Session<'_>, ty: TypeId) -> bool {
    !matches!(session.source.equality(ty), Equality::Operator(_))
        && matches!(session.facts(ty).shape, Shape::Scalar | Shape::NullUnion { .. })
        && session.ty(ty).is_scalar()
        && !matches!(session.ty(ty).data(), TyData::Vector { .. })
}

/// The procedure `(a, b) -> Bool` for a type.
pub(super) fn procedure(session: &Session<'_>, ty: TypeId, news: &mut News) -> Option<Procedure> {
    let lowered = session.ty(ty);
    let mut b = BodyBuilder::new(hubbub_base::FileId(0));
    let context = b.context();
    let left = b.parameter(lowered, "a");
    let right = b.parameter(lowered, "b");
    let result = b.result(Ty::bool());
    b.begin_block();
    let unequal = b.block();
    let mut maker = Maker { session, news, b: &mut b, context: Some(context) };
    maker.structure(ty, Place::local(left), Place::local(right), unequal);
    for (block, value) in [(None, true), (Some(unequal), false)] {
        if let Some(block) = block {
            b.switch_to(block);
        }
        let value = b.bool_constant(value);
        b.set(result, value);
        b.terminate(Terminator::Return);
    }
    let symbol = session.root(Wanted::Equality(ty));
    Some(generated::internal(symbol, "==", signature(lowered), super::simplify::simplify(b.body)))
}

fn signature(ty: Ty) -> Signature {
    Signature { abi: Abi::Hubbub, parameters: Box::new([ty, ty]), results: Box::new([Ty::bool()]), is_variadic: false }
}

/// Writes comparisons.
struct Maker<'m> {
    session: &'m Session<'m>,
    news: &'m mut News,
    b: &'m mut BodyBuilder,
    context: Option<LocalId>,
}

impl Maker<'_> {
    /// Goes on if two values are equal, else to `unequal`.
    fn require(&mut self, ty: TypeId, left: Place, right: Place, unequal: Block) {
        if self.session.facts(ty).shape == Shape::Void {
            return;
        }
        let (left, right) = (Operand::Copy(left), Operand::Copy(right));
        let condition = if is_single(self.session, ty) {
            self.b.binary_value(BinaryOp::Eq, left, right, Ty::bool())
        } else {
            let result = self.b.temporary(Ty::bool());
            self.call(ty, left, right, Place::local(result));
            self.b.copy(result)
        };
        self.require_true(condition, unequal);
    }

    fn require_true(&mut self, condition: Operand, unequal: Block) {
        let then = self.b.block();
        self.b.terminate(Terminator::Branch { condition, then, otherwise: unequal });
        self.b.switch_to(then);
    }

    /// `place = a == b` by a procedure: the type's own, or a generated one.
    fn call(&mut self, ty: TypeId, left: Operand, right: Operand, place: Place) {
        let (symbol, ty): (Name, Option<Ty>) = match self.session.source.equality(ty) {
            Equality::Operator(instance) => {
                (self.session.want(Wanted::Procedure(instance), self.news), self.session.procedure_ty(instance))
            }
            _ => {
                let symbol = self.session.want(Wanted::Equality(ty), self.news);
                (symbol, Some(procedure_ty(signature(self.session.ty(ty)))))
            }
        };
        if let Some(ty) = ty {
            self.b.call(&[place], Callee::Direct { symbol, ty }, &[left, right], self.context);
        }
    }

    /// Compares what a type is made of.
    fn structure(&mut self, ty: TypeId, left: Place, right: Place, unequal: Block) {
        match self.session.facts(ty).shape {
            Shape::String => self.bytes(left, right, unequal),
            // columns are fields
            Shape::Struct | Shape::Soa { .. } => self.fields(ty, left, right, unequal),
            Shape::Array { element, length } => self.elements(element, length, (left, right), unequal),
            Shape::Union { tag } => self.union(ty, tag, (left, right), unequal),
            Shape::NullUnion { some } => self.null_union(ty, some, (left, right), unequal),
            Shape::Any => self.any(left, right, unequal),
            Shape::Scalar => self.vector_or_scalar(ty, left, right, unequal),
            Shape::Void | Shape::RawUnion | Shape::Slice { .. } | Shape::Closure => {}
        }
    }

    fn bytes(&mut self, left: Place, right: Place, unequal: Block) {
        let (left_length, right_length) = (self.b.field(left, 1), self.b.field(right, 1));
        let length = Operand::Copy(left_length);
        let is_same = self.b.binary_value(BinaryOp::Eq, length, Operand::Copy(right_length), Ty::bool());
        self.require_true(is_same, unequal);
        let (left_data, right_data) = (self.b.field(left, 0), self.b.field(right, 0));
        let order_ty = Ty::int(32, true);
        let order = self.b.temporary(order_ty);
        let operands = [Operand::Copy(left_data), Operand::Copy(right_data), length];
        self.b.intrinsic(&[Place::local(order)], Intrinsic::MemoryCompare, &operands);
        let (order, zero) = (self.b.copy(order), self.b.int(order_ty, 0));
        let is_same = self.b.binary_value(BinaryOp::Eq, order, zero, Ty::bool());
        self.require_true(is_same, unequal);
    }

    fn fields(&mut self, ty: TypeId, left: Place, right: Place, unequal: Block) {
        let source = self.session.source;
        let fields = source.fields(source.base_of(ty)).map_or(&[][..], |fields| &fields.fields);
        for (index, field) in fields.iter().enumerate() {
            let left = self.b.field(left, index as u32);
            let right = self.b.field(right, index as u32);
            self.require(field.ty, left, right, unequal);
        }
    }

    fn elements(&mut self, element: TypeId, length: u64, (left, right): (Place, Place), unequal: Block) {
        let rounds = self.b.begin_rounds(length);
        let left = self.b.extend(left, Projection::Index(rounds.index));
        let right = self.b.extend(right, Projection::Index(rounds.index));
        self.require(element, left, right, unequal);
        self.b.end_rounds(rounds);
    }

    /// Equal tags, then the payloads of that case.
    fn union(&mut self, ty: TypeId, tag: Ty, (left, right): (Place, Place), unequal: Block) {
        let left_tag = Operand::Copy(self.b.field(left, 0));
        let right_tag = Operand::Copy(self.b.field(right, 0));
        let is_same = self.b.binary_value(BinaryOp::Eq, left_tag, right_tag, Ty::bool());
        self.require_true(is_same, unequal);
        let source = self.session.source;
        let cases = source.fields(source.base_of(ty)).map_or(&[][..], |fields| &fields.fields);
        let after = self.b.block();
        let mut targets = Vec::new();
        for (index, case) in cases.iter().enumerate() {
            if self.session.facts(case.ty).shape != Shape::Void {
                targets.push((index, case.ty, self.b.block()));
            }
        }
        let switch: Vec<_> = targets.iter().map(|(index, _, block)| (*index as i128, *block)).collect();
        self.b.switch(left_tag, &switch, after);
        let _ = tag;
        for (index, payload, block) in targets {
            self.b.switch_to(block);
            let left = self.b.field(left, index as u32 + 1);
            let right = self.b.field(right, index as u32 + 1);
            self.require(payload, left, right, unequal);
            self.b.goto(after);
        }
        self.b.switch_to(after);
    }

    /// A Maybe of something that can be null and has an `==` of its own.
    fn null_union(&mut self, ty: TypeId, some: u32, (left, right): (Place, Place), unequal: Block) {
        let source = self.session.source;
        let payload = source.fields(ty).and_then(|fields| fields.fields.get(some as usize)).map(|field| field.ty);
        if let Some(payload) = payload {
            self.require(payload, left, right, unequal);
        }
    }

    /// Equal types and equal words. Values behind addresses are compared by address.
    fn any(&mut self, left: Place, right: Place, unequal: Block) {
        for index in 0..2 {
            let left = Operand::Copy(self.b.field(left, index));
            let right = Operand::Copy(self.b.field(right, index));
            let is_same = self.b.binary_value(BinaryOp::Eq, left, right, Ty::bool());
            self.require_true(is_same, unequal);
        }
    }

    /// A vector is equal if all its lanes are.
    fn vector_or_scalar(&mut self, ty: TypeId, left: Place, right: Place, unequal: Block) {
        let lowered = self.session.ty(ty);
        if let TyData::Vector { lanes, .. } = lowered.data() {
            let mask_ty = Ty::new(TyData::Vector { element: Ty::bool(), lanes: *lanes });
            let mask = self.b.binary_value(BinaryOp::Eq, Operand::Copy(left), Operand::Copy(right), mask_ty);
            let is_same = self.b.temporary(Ty::bool());
            self.b.intrinsic(&[Place::local(is_same)], Intrinsic::ReduceAnd, &[mask]);
            let is_same = self.b.copy(is_same);
            return self.require_true(is_same, unequal);
        }
        let is_same = self.b.binary_value(BinaryOp::Eq, Operand::Copy(left), Operand::Copy(right), Ty::bool());
        self.require_true(is_same, unequal);
    }
}
