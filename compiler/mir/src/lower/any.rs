//! `Any`: a type and a word that holds the value, or its address where it is bigger.

use hubbub_sema::data::typed::ExprId;
use hubbub_sema::data::types::TypeId;

use super::body::{Lower, base_local};
use super::emit::Emit;
use super::place::Hold;
use super::types::Shape;
use crate::data::body::{BinaryOp, CastKind, Check, Operand, Place, Projection, Rvalue};
use crate::data::ty::{Ty, TyData};

const WORD_BYTES: u64 = 8;

impl Lower<'_> {
    /// A value with its type.
    pub fn put_in_any(&mut self, value: ExprId, place: Place) {
        let ty = self.expr(value).ty;
        let lowered = self.ty(ty);
        let word_ty = Ty::int(64, false);
        let word = self.b.field(place, 1);
        if self.shape(ty) == Shape::Void {
            self.discard(value);
            let zero = self.b.zero(word_ty);
            self.store(word, zero);
        } else if lowered.size() <= WORD_BYTES {
            let operand = self.operand(value);
            self.inline_word(operand, lowered, word);
        } else {
            let pointer = self.address_for_any(value, lowered);
            self.b.assign(word, Rvalue::Cast(CastKind::PointerToInt, pointer, word_ty));
        }
        let type_place = self.b.field(place, 0);
        let type_operand = self.type_operand(ty);
        self.store(type_place, type_operand);
    }

    /// The other bytes of the word are zero.
    fn inline_word(&mut self, operand: Operand, ty: Ty, word: Place) {
        let word_ty = Ty::int(64, false);
        let cast = match ty.data() {
            TyData::Int { bits: 8..=64, .. } | TyData::Enum { .. } | TyData::Bool | TyData::Rune => Some(CastKind::Int),
            TyData::Pointer { .. } => Some(CastKind::PointerToInt),
            TyData::Float { bits: 64 } => Some(CastKind::Bits),
            _ => None,
        };
        if let Some(cast) = cast {
            let rvalue = if ty == word_ty { Rvalue::Use(operand) } else { Rvalue::Cast(cast, operand, word_ty) };
            return self.b.assign(word, rvalue);
        }
        let zero = self.b.zero(word_ty);
        self.store(word, zero);
        let seen_as = self.seen_as(word, ty);
        self.store(seen_as, operand);
    }

    /// The address of a place, or of a hidden local that lives to the end of the block.
    fn address_for_any(&mut self, value: ExprId, ty: Ty) -> Operand {
        let place = if self.is_place(value) {
            let place = self.place(value, Hold::Now);
            if self.is_in_parameter(place) { self.hidden_copy(place, ty) } else { place }
        } else {
            let hidden = self.hidden(ty);
            self.into(value, Place::local(hidden));
            Place::local(hidden)
        };
        let address = self.address(place, ty);
        Operand::Copy(Place::local(self.b.keep(address, Ty::pointer_to(ty))))
    }

    /// Whether a place lies in a parameter, which may be in a register.
    fn is_in_parameter(&self, place: Place) -> bool {
        let goes_elsewhere = self.b.body.path(place).iter().any(|step| matches!(step, Projection::Deref(_)));
        base_local(place).is_some_and(|local| self.b.body.parameters.contains(&local)) && !goes_elsewhere
    }

    fn hidden_copy(&mut self, place: Place, ty: Ty) -> Place {
        let hidden = Place::local(self.hidden(ty));
        self.store(hidden, Operand::Copy(place));
        hidden
    }

    /// What an Any holds, as a value of the type that it must have.
    pub fn take_from_any(&mut self, value: ExprId, whole: ExprId, place: Place) {
        let ty = self.expr(whole).ty;
        let any = self.place(value, Hold::Now);
        let holds = self.any_holds(any, ty);
        let name = hubbub_base::Name::new(&self.session.source.type_name(ty));
        self.b.check(Check::AnyType(name), &[holds], self.context);
        let held = self.any_value(any, self.expr(value).ty, ty);
        self.store(place, Operand::Copy(held));
    }

    /// Whether an Any holds a value of this type.
    pub fn any_holds(&mut self, any: Place, ty: TypeId) -> Operand {
        let found = self.b.field(any, 0);
        let wanted = self.type_operand(ty);
        self.b.binary_value(BinaryOp::Eq, Operand::Copy(found), wanted, Ty::bool())
    }

    /// The place of what an Any, a value of type `any_ty`, holds.
    pub fn any_value(&mut self, any: Place, any_ty: TypeId, ty: TypeId) -> Place {
        let lowered = self.ty(ty);
        let word = self.b.field(any, 1);
        if lowered.size() > WORD_BYTES {
            let pointer = self.b.cast_value(CastKind::IntToPointer, Operand::Copy(word), Ty::pointer());
            let pointer = self.b.keep(pointer, Ty::pointer());
            return self.b.deref_local(pointer, lowered);
        }
        // A parameter has no address. It is copied as a whole: not all bytes of the word need to have values.
        if self.is_in_parameter(any) {
            let any_ty = self.ty(any_ty);
            let own = Place::local(self.b.temporary(any_ty));
            self.store(own, Operand::Copy(any));
            let word = self.b.field(own, 1);
            return self.seen_as(word, lowered);
        }
        self.seen_as(word, lowered)
    }

    /// The place of the word of an Any as one of another type.
    fn seen_as(&mut self, word: Place, ty: Ty) -> Place {
        let pointer = self.b.address_of(word, Ty::int(64, false));
        let pointer = self.b.keep(pointer, Ty::pointer());
        self.b.deref_local(pointer, ty)
    }
}
