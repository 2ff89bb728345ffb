//! Structs, arrays, slices, unions: built where they go.

use hubbub_base::table::Run;
use hubbub_sema::data::typed::{ExprId, ExprKind};

use super::body::Lower;
use super::emit::Emit;
use super::place::Hold;
use super::types::Shape;
use crate::data::body::{BinaryOp, Check, Operand, Place, Projection, Rvalue};
use crate::data::ty::{Ty, TyData};

/// As many absent fields get their defaults one by one; more are set all at once.
const SINGLE_DEFAULTS_MAX: usize = 4;

impl Lower<'_> {
    /// A struct: the fields given, in their order; the others get their defaults.
    pub fn structure(&mut self, expr: ExprId, fields: Run, place: Place) {
        let ty = self.expr(expr).ty;
        if let Shape::Scalar | Shape::NullUnion { .. } = self.shape(ty) {
            // A distinct type over something that is no struct.
            if let Some((_, value)) = self.pairs(fields).next() {
                self.into(value, place);
            }
            return;
        }
        let given: Vec<(u32, ExprId)> = self.pairs(fields).collect();
        let source = self.session.source;
        let count = source.fields(source.base_of(ty)).map_or(0, |fields| fields.fields.len());
        let absent: Vec<u32> =
            (0..count as u32).filter(|index| given.iter().all(|(field, _)| field != index)).collect();
        if absent.len() > SINGLE_DEFAULTS_MAX {
            self.default_into(ty, place);
        } else {
            for index in absent {
                let target = self.b.field(place, index);
                self.field_default(ty, index, target);
            }
        }
        self.fields(&given, place, ty);
    }

    fn fields(&mut self, given: &[(u32, ExprId)], place: Place, ty: hubbub_sema::data::types::TypeId) {
        let is_raw = matches!(self.shape(ty), Shape::Union { .. });
        for (index, value) in given {
            let target = self.b.field(place, if is_raw { index + 1 } else { *index });
            let value_ty = self.expr(*value).ty;
            if self.shape(value_ty) == Shape::Void {
                self.discard(*value);
            } else {
                self.into(*value, target);
            }
        }
    }

    /// `value{field = …}`.
    pub fn update(&mut self, base: ExprId, fields: Run, place: Place) {
        let ty = self.expr(base).ty;
        self.into(base, place);
        let given: Vec<_> = self.pairs(fields).collect();
        self.fields(&given, place, ty);
    }

    /// An array or vector of these elements.
    pub fn array(&mut self, elements: Run, place: Place) {
        for (index, element) in self.list(elements).enumerate() {
            let target = self.b.extend(place, Projection::ConstantIndex(index as u64));
            self.into(element, target);
        }
    }

    /// A slice of a hidden array that lives to the end of the block.
    pub fn slice_literal(&mut self, expr: ExprId, elements: Run, place: Place) {
        let ty = self.expr(expr).ty;
        let Shape::Slice { element } = self.shape(ty) else { return };
        let element = self.ty(element);
        let length = u64::from(elements.length);
        let array = self.hidden(Ty::new(TyData::Array { element, length }));
        self.array(elements, Place::local(array));
        self.slice_header(Place::local(array), (element, length), expr, place);
    }

    /// A case of a union with its payload.
    pub fn union(&mut self, expr: ExprId, case: u32, payload: Option<ExprId>, place: Place) {
        let ty = self.expr(expr).ty;
        let shape = self.shape(ty);
        let payload = match payload {
            Some(payload) if self.payload_is_nothing(payload) => {
                self.discard(payload);
                None
            }
            other => other,
        };
        match (shape, payload) {
            (Shape::Union { tag }, payload) => {
                if let Some(payload) = payload {
                    let target = self.b.field(place, case + 1);
                    self.into(payload, target);
                }
                let target = self.b.field(place, 0);
                let value = self.b.int(tag, i128::from(case));
                self.store(target, value);
            }
            (Shape::RawUnion, Some(payload)) => {
                let target = self.b.field(place, case);
                self.into(payload, target);
            }
            (_, Some(payload)) => self.into(payload, place),
            (_, None) => {
                let ty = self.ty(ty);
                let zero = self.b.zero(ty);
                self.store(place, zero);
            }
        }
    }

    fn payload_is_nothing(&mut self, payload: ExprId) -> bool {
        let ty = self.expr(payload).ty;
        self.shape(ty) == Shape::Void
    }

    // ---- slices --------------------------------------------------------------------------------------------------

    /// `base[low..<high]` and its kin.
    pub fn slice(&mut self, expr: ExprId, place: Place) {
        let ExprKind::Slice { base, low, high, inclusive, is_checked } = self.expr(expr).kind else { return };
        let ends: Vec<ExprId> = low.into_iter().chain(high).collect();
        let hold = if ends.iter().any(|end| self.may_write(*end)) { Hold::Later } else { Hold::Now };
        let sliced = self.sliced(base, hold);
        let later: Vec<ExprId> = high.into_iter().collect();
        let low = low.map(|low| self.bound(low, &later));
        let high = high.map(|high| {
            let high = self.bound(high, &[]);
            if inclusive { self.plus_one(high) } else { high }
        });
        self.slice_of(sliced, (low, high), is_checked, place);
    }

    fn bound(&mut self, bound: ExprId, others: &[ExprId]) -> Operand {
        let ty = self.expr_ty(bound);
        let operand = self.operand_before(bound, others);
        self.index_operand(operand, ty)
    }

    fn plus_one(&mut self, operand: Operand) -> Operand {
        let one = self.b.int(Ty::i64(), 1);
        self.b.binary_value(BinaryOp::Add, operand, one, Ty::i64())
    }

    /// What is sliced: its first element, its length if it has one, its elements' type.
    fn sliced(&mut self, base: ExprId, hold: Hold) -> Sliced {
        let ty = self.expr(base).ty;
        match self.shape(ty) {
            Shape::Array { element, length } => {
                let element = self.ty(element);
                let array = if self.is_place(base) { self.place(base, hold) } else { self.hidden_value(base) };
                let data = if length == 0 {
                    self.b.zero(Ty::pointer_to(element))
                } else {
                    let first = self.b.extend(array, Projection::ConstantIndex(0));
                    self.b.address_of(first, element)
                };
                Sliced { data, length: Some(self.b.int(Ty::i64(), i128::from(length))), element }
            }
            shape @ (Shape::Slice { .. } | Shape::String) => {
                let element = match shape {
                    Shape::Slice { element } => self.ty(element),
                    _ => Ty::int(8, false),
                };
                let header = self.lasting_header(base, hold);
                let data = Operand::Copy(self.b.field(header, 0));
                let length = Some(Operand::Copy(self.b.field(header, 1)));
                Sliced { data, length, element }
            }
            _ => {
                let element = match self.kind(ty) {
                    hubbub_sema::data::types::TypeKind::Pointer(pointee) => self.ty(*pointee),
                    _ => Ty::int(8, false),
                };
                let pointer_ty = self.ty(ty);
                let data = self.operand(base);
                let data = if self.is_lasting(data) {
                    data
                } else {
                    Operand::Copy(Place::local(self.b.keep(data, pointer_ty)))
                };
                Sliced { data, length: None, element }
            }
        }
    }

    /// A value in a hidden local that lives to the end of the block.
    pub fn hidden_value(&mut self, expr: ExprId) -> Place {
        let ty = self.expr_ty(expr);
        let hidden = self.hidden(ty);
        self.into(expr, Place::local(hidden));
        Place::local(hidden)
    }

    fn lasting_header(&mut self, base: ExprId, hold: Hold) -> Place {
        let place = self.place(base, hold);
        if hold == Hold::Now || self.is_lasting(Operand::Copy(place)) {
            return place;
        }
        let ty = self.expr_ty(base);
        match self.keep_in_temporary(Operand::Copy(place), ty) {
            Operand::Copy(kept) => kept,
            Operand::Constant(_) => place,
        }
    }

    /// The place that gets the slice is never what is sliced: see [`Lower::into`].
    fn slice_of(&mut self, sliced: Sliced, ends: (Option<Operand>, Option<Operand>), is_checked: bool, place: Place) {
        let (low, high) = ends;
        let zero = self.b.int(Ty::i64(), 0);
        let high = high.or(sliced.length).unwrap_or(zero);
        if self.is_bounded(is_checked)
            && let Some(length) = sliced.length
            && (low.is_some() || high != length)
        {
            self.b.check(Check::Slice, &[low.unwrap_or(zero), high, length], self.context);
        }
        let data_place = self.b.field(place, 0);
        let length_place = self.b.field(place, 1);
        let Some(low) = low else {
            self.store(data_place, sliced.data);
            return self.store(length_place, high);
        };
        let pointer_ty = Ty::pointer_to(sliced.element);
        let pointer = self.b.keep(sliced.data, pointer_ty);
        let low = self.b.keep(low, Ty::i64());
        let first = self.b.deref_local(pointer, sliced.element);
        let first = self.b.extend(first, Projection::Step(low));
        self.b.assign(data_place, Rvalue::AddressOf(first, pointer_ty));
        let low = self.b.copy(low);
        self.b.assign(length_place, Rvalue::Binary(BinaryOp::Sub, high, low));
    }
}

/// What is sliced.
struct Sliced {
    data: Operand,
    length: Option<Operand>,
    element: Ty,
}
