//! Conversions.

use hubbub_sema::data::typed::{Conversion, ExprId, ExprKind};
use hubbub_sema::data::types::{TypeId, TypeKind};

use super::body::Lower;
use super::emit::Emit;
use super::place::Hold;
use super::types::Shape;
use crate::data::body::{BinaryOp, CastKind, Check, Operand, Place, Rvalue};
use crate::data::ty::{Ty, TyData};

impl Lower<'_> {
    /// Whether a conversion gives one rvalue; others build an aggregate.
    pub fn is_rvalue_conversion(&self, kind: Conversion) -> bool {
        !matches!(kind, Conversion::ArrayToSlice | Conversion::ToAny | Conversion::FromAny | Conversion::Same)
    }

    /// A conversion that gives one rvalue.
    pub fn conversion(&mut self, kind: Conversion, value: ExprId, to_type: TypeId, to: Ty) -> Rvalue {
        let from = self.expr_ty(value);
        if kind == Conversion::StringToCString {
            return Rvalue::Use(self.c_string(value));
        }
        let operand = self.operand(value);
        let cast = match kind {
            Conversion::Int => CastKind::Int,
            Conversion::IntToFloat => CastKind::IntToFloat,
            Conversion::FloatToInt => CastKind::FloatToInt,
            Conversion::Float => CastKind::Float,
            Conversion::PointerToInt => CastKind::PointerToInt,
            Conversion::IntToPointer => CastKind::IntToPointer,
            Conversion::Splat => CastKind::Splat,
            Conversion::IntToRune => {
                self.check_rune(operand, from);
                CastKind::Int
            }
            Conversion::IntToEnum => {
                self.check_member(operand, from, to_type);
                CastKind::Int
            }
            _ => CastKind::Bits,
        };
        let is_same = from == to && kind != Conversion::Splat;
        if is_same { Rvalue::Use(operand) } else { Rvalue::Cast(cast, operand, to) }
    }

    /// The bytes of a string as C wants them.
    fn c_string(&mut self, value: ExprId) -> Operand {
        if let ExprKind::Constant(id) = self.expr(value).kind
            && let Some((data, _)) = self.string_constant(id)
        {
            return data;
        }
        let place = self.place(value, Hold::Now);
        Operand::Copy(self.b.field(place, 0))
    }

    /// Below the surrogates, or above them and within Unicode.
    fn check_rune(&mut self, operand: Operand, from: Ty) {
        let index = self.index_operand(operand, from);
        let unsigned = Ty::int(64, false);
        let value = self.b.cast_value(CastKind::Int, index, unsigned);
        let constant = |lower: &mut Self, value: i128| lower.b.int(unsigned, value);
        let surrogates = constant(self, 0xd800);
        let is_below = self.b.binary_value(BinaryOp::Lt, value, surrogates, Ty::bool());
        let behind = constant(self, 0xe000);
        let from_behind = self.b.binary_value(BinaryOp::Sub, value, behind, unsigned);
        let count = constant(self, 0x11_0000 - 0xe000);
        let is_above = self.b.binary_value(BinaryOp::Lt, from_behind, count, Ty::bool());
        let condition = self.b.binary_value(BinaryOp::Or, is_below, is_above, Ty::bool());
        self.b.check(Check::Rune, &[condition, operand], self.context);
    }

    /// One of the enum's members: within one of the runs of their values.
    fn check_member(&mut self, operand: Operand, from: Ty, to_type: TypeId) {
        let to = self.ty(to_type);
        if !matches!(to.data(), TyData::Enum { .. }) {
            return;
        }
        let name = hubbub_base::Name::new(&self.session.source.type_name(to_type));
        let source = self.session.source;
        let Some(members) = source.members(source.base_of(to_type)) else { return };
        let runs = runs(members.members.iter().map(|(_, value, _)| *value).collect());
        // Wide enough that no value of either type becomes another.
        let is_wide = matches!(from.data(), TyData::Int { bits: 128, .. } | TyData::Int { bits: 64, signed: false })
            || runs.iter().any(|(_, high)| i64::try_from(*high).is_err());
        let bits = if is_wide { 128 } else { 64 };
        let value = self.b.cast_value(CastKind::Int, operand, Ty::int(bits, true));
        let mut condition = self.b.bool_constant(false);
        for (index, run) in runs.into_iter().enumerate() {
            let within = self.within(value, run, bits);
            condition =
                if index == 0 { within } else { self.b.binary_value(BinaryOp::Or, condition, within, Ty::bool()) };
        }
        self.b.check(Check::EnumMember(name), &[condition, operand], self.context);
    }

    fn within(&mut self, value: Operand, (low, high): (i128, i128), bits: u16) -> Operand {
        let (signed, unsigned) = (Ty::int(bits, true), Ty::int(bits, false));
        let low_constant = self.b.int(signed, low);
        if low == high {
            return self.b.binary_value(BinaryOp::Eq, value, low_constant, Ty::bool());
        }
        let from_low = self.b.binary_value(BinaryOp::Sub, value, low_constant, signed);
        let from_low = self.b.cast_value(CastKind::Int, from_low, unsigned);
        let length = self.b.int(unsigned, high.wrapping_sub(low));
        self.b.binary_value(BinaryOp::Le, from_low, length, Ty::bool())
    }

    /// A conversion that builds a value in a place, or only looks at it as another type.
    pub fn conversion_into(&mut self, kind: Conversion, value: ExprId, whole: ExprId, place: Place) {
        match kind {
            Conversion::ArrayToSlice => self.array_to_slice(value, whole, place),
            Conversion::ToAny => self.put_in_any(value, place),
            Conversion::FromAny => self.take_from_any(value, whole, place),
            _ => {
                let (from, to) = (self.expr_ty(value), self.expr_ty(whole));
                if is_alike(from, to) {
                    return self.into(value, place);
                }
                let operand = self.operand(value);
                self.b.assign(place, Rvalue::Cast(CastKind::Bits, operand, to));
            }
        }
    }

    /// An array's elements and their number; a value gets a hidden local first.
    fn array_to_slice(&mut self, value: ExprId, whole: ExprId, place: Place) {
        let array_type = self.expr(value).ty;
        let Shape::Array { element, length } = self.shape(array_type) else {
            let operand = self.operand(value);
            return self.store(place, operand);
        };
        let array = if self.is_place(value) {
            self.place(value, Hold::Now)
        } else {
            let ty = self.ty(array_type);
            let hidden = self.hidden(ty);
            self.into(value, Place::local(hidden));
            Place::local(hidden)
        };
        let element = self.ty(element);
        self.slice_header(array, (element, length), whole, place);
    }

    /// `{address of the first element, length}`.
    pub fn slice_header(&mut self, array: Place, (element, length): (Ty, u64), whole: ExprId, place: Place) {
        if length == 0 {
            let ty = self.expr_ty(whole);
            let zero = self.b.zero(ty);
            return self.store(place, zero);
        }
        let first = self.b.extend(array, crate::data::body::Projection::ConstantIndex(0));
        let data = self.b.field(place, 0);
        self.b.assign(data, Rvalue::AddressOf(first, Ty::pointer_to(element)));
        let length_place = self.b.field(place, 1);
        let length = self.b.int(Ty::i64(), i128::from(length));
        self.store(length_place, length);
    }

    /// Whether an expression is a place.
    pub fn is_place(&self, expr: ExprId) -> bool {
        match self.expr(expr).kind {
            ExprKind::Local(_) | ExprKind::Variable(_) | ExprKind::Dereference(_) | ExprKind::Context => true,
            ExprKind::Field { base, .. } | ExprKind::Payload { base, .. } => self.is_place(base),
            ExprKind::Index { base, .. } => {
                let ty = self.expr(base).ty;
                !matches!(self.kind(ty), TypeKind::Array { .. }) || self.is_place(base)
            }
            ExprKind::Convert { kind: Conversion::Same, value } => self.is_place(value),
            ExprKind::Constant(_) => self.is_static(expr),
            _ => false,
        }
    }

    /// Whether it is a constant that lies in read-only memory, so that slices of it last.
    pub fn is_static(&self, expr: ExprId) -> bool {
        let found = self.expr(expr);
        matches!(found.kind, ExprKind::Constant(_))
            && matches!(self.kind(found.ty), TypeKind::Array { .. } | TypeKind::Struct(_))
    }
}

/// Whether values of one type are values of the other as they are.
fn is_alike(from: Ty, to: Ty) -> bool {
    from == to || matches!((from.data(), to.data()), (TyData::Pointer { .. }, TyData::Pointer { .. }))
}

/// Sorted runs of consecutive values.
fn runs(mut values: Vec<i128>) -> Vec<(i128, i128)> {
    values.sort_unstable();
    let mut runs: Vec<(i128, i128)> = Vec::new();
    for value in values {
        match runs.last_mut() {
            Some((_, high)) if value == *high || Some(value) == high.checked_add(1) => *high = value,
            _ => runs.push((value, value)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn values_form_runs() {
        assert_eq!(runs(vec![3, 1, 2, 7, 7, -1]), [(-1, -1), (1, 3), (7, 7)]);
        assert_eq!(runs(vec![]), []);
    }
}
