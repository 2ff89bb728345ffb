//! Places: variables, fields, elements, what pointers point to, payloads.
//!
//! A place is evaluated once. What it is made of is read at once where something else is evaluated before the
//! place is used ([`Hold::Later`]), and straight from variables where it is not.

use hubbub_sema::data::typed::{ExprId, ExprKind, LocalId as VariableId};
use hubbub_sema::data::types::{TypeId, TypeKind};

use super::body::{Lower, base_local};
use super::emit::Emit;
use super::session::Wanted;
use super::types::Shape;
use crate::data::body::{BinaryOp, CastKind, Check, LocalId, Operand, Place, PlaceBase, Projection};
use crate::data::ty::{Ty, TyData};

/// Null plus less than this is caught by the guard page.
const GUARD_BYTES: u64 = 64 * 1024;

/// When a place is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Hold {
    /// Before anything else is evaluated.
    Now,
    /// After other things may have been changed.
    Later,
}

impl Lower<'_> {
    /// Whether evaluating `expr` can change what others read.
    pub fn may_write(&mut self, expr: ExprId) -> bool {
        self.effects.may_write(self.typed, expr)
    }

    /// The place of an expression; a value is put into a temporary.
    pub fn place(&mut self, expr: ExprId, hold: Hold) -> Place {
        let found = self.expr(expr);
        let outer = std::mem::replace(&mut self.b.at, found.at);
        let place = self.place_kind(expr, found.kind, hold);
        self.b.at = outer;
        place
    }

    fn place_kind(&mut self, expr: ExprId, kind: ExprKind, hold: Hold) -> Place {
        match kind {
            ExprKind::Local(id) => self.variable(id),
            ExprKind::Variable(instance) => {
                let symbol = self.want(Wanted::Variable(instance));
                let ty = self.expr_ty(expr);
                Place { base: PlaceBase::Global { symbol, ty }, path: Default::default() }
            }
            ExprKind::Context => {
                let ty = self.expr_ty(expr);
                self.context_place(ty)
            }
            ExprKind::Field { base, index } => self.field_place(base, index, hold),
            ExprKind::Index { base, index, is_checked } => self.index_place(base, index, is_checked, hold),
            ExprKind::Dereference(pointer) => self.dereference(pointer, expr, hold),
            ExprKind::Payload { base, case } => self.payload_place(base, case, hold),
            ExprKind::Constant(value) if self.is_static(expr) => self.static_place(value, self.expr(expr).ty),
            _ => {
                let ty = self.expr_ty(expr);
                match self.operand(expr) {
                    Operand::Copy(place) => place,
                    constant => Place::local(self.b.keep(constant, ty)),
                }
            }
        }
    }

    fn field_place(&mut self, base: ExprId, index: u32, hold: Hold) -> Place {
        let base_ty = self.expr(base).ty;
        if let ExprKind::Index { base: array, index: at, is_checked } = self.expr(base).kind {
            let array_ty = self.expr(array).ty;
            if let Shape::Soa { length, .. } = self.shape(array_ty) {
                return self.soa_field_place(array, at, (length, is_checked), index, hold);
            }
        }
        let place = self.place(base, hold);
        match self.shape(base_ty) {
            Shape::Union { .. } => self.b.field(place, index + 1),
            Shape::Scalar | Shape::NullUnion { .. } => place,
            _ => self.b.field(place, index),
        }
    }

    /// A field of an element of an array that is laid out field by field.
    fn soa_field_place(&mut self, array: ExprId, at: ExprId, bounds: (u64, bool), field: u32, hold: Hold) -> Place {
        let place = self.place(array, hold);
        let place = self.b.field(place, field);
        let index = self.index_local(at, hold);
        self.check_constant_length(index, bounds);
        self.b.extend(place, Projection::Index(index))
    }

    pub(super) fn check_constant_length(&mut self, index: LocalId, (length, is_checked): (u64, bool)) {
        if self.is_bounded(is_checked) {
            let length = self.b.int(Ty::i64(), i128::from(length));
            let index = self.b.copy(index);
            self.b.check(Check::Index, &[index, length], self.context);
        }
    }

    /// Whether an index is checked.
    pub(super) fn is_bounded(&self, is_checked: bool) -> bool {
        let options = &self.session.options;
        options.bounds_checks && (is_checked || options.all_checks)
    }

    // ---- pointers ------------------------------------------------------------------------------------------------

    fn dereference(&mut self, pointer: ExprId, whole: ExprId, hold: Hold) -> Place {
        let ty = self.expr_ty(whole);
        let pointer = self.pointer_place(pointer, hold);
        self.check_far(pointer, ty);
        self.b.deref(pointer, ty)
    }

    /// A place that holds a pointer as long as it is needed.
    fn pointer_place(&mut self, pointer: ExprId, hold: Hold) -> Place {
        let ty = self.expr_ty(pointer);
        let operand = self.operand(pointer);
        match operand {
            Operand::Copy(place) if hold == Hold::Now || self.is_lasting(operand) => place,
            _ => Place::local(self.b.keep(operand, ty)),
        }
    }

    /// What lies far behind a null pointer is not caught by the guard page.
    fn check_far(&mut self, pointer: Place, pointee: Ty) {
        if pointee.size() > GUARD_BYTES || self.session.options.all_checks {
            self.b.check(Check::Null, &[Operand::Copy(pointer)], self.context);
        }
    }

    // ---- elements ------------------------------------------------------------------------------------------------

    fn index_place(&mut self, base: ExprId, index: ExprId, is_checked: bool, hold: Hold) -> Place {
        let base_ty = self.expr(base).ty;
        // The base has to last while the index is evaluated.
        let base_hold = if self.may_write(index) { Hold::Later } else { hold };
        match self.shape(base_ty) {
            Shape::Array { length, .. } => self.array_element(base, index, (length, is_checked), (base_hold, hold)),
            Shape::Slice { element } => self.slice_element(base, index, (element, is_checked), (base_hold, hold)),
            Shape::String => {
                let header = self.header(base, base_hold);
                self.element_behind(header, index, Ty::int(8, false), is_checked, hold)
            }
            Shape::Soa { element, length } => {
                let pieces = self.soa_element(base, index, (element, length, is_checked));
                let ty = self.ty(element);
                self.gathered(&pieces, ty)
            }
            _ => self.element_of_scalar(base, index, (base_hold, hold)),
        }
    }

    fn array_element(&mut self, base: ExprId, index: ExprId, bounds: (u64, bool), holds: (Hold, Hold)) -> Place {
        let place = self.place(base, holds.0);
        if let Some(constant) = self.constant_index(index)
            && constant < bounds.0
        {
            return self.b.extend(place, Projection::ConstantIndex(constant));
        }
        let index = self.index_local(index, holds.1);
        self.check_constant_length(index, bounds);
        self.b.extend(place, Projection::Index(index))
    }

    fn slice_element(&mut self, base: ExprId, index: ExprId, element: (TypeId, bool), holds: (Hold, Hold)) -> Place {
        let header = self.header(base, holds.0);
        let ty = self.ty(element.0);
        self.element_behind(header, index, ty, element.1, holds.1)
    }

    /// Data and length of a slice or string, both lasting when the place is used later.
    fn header(&mut self, base: ExprId, hold: Hold) -> Place {
        let place = self.place(base, hold);
        if hold == Hold::Now || self.is_lasting(Operand::Copy(place)) {
            return place;
        }
        let ty = self.expr_ty(base);
        let local = self.temporary(ty);
        self.b.set(local, Operand::Copy(place));
        Place::local(local)
    }

    fn element_behind(&mut self, header: Place, index: ExprId, element: Ty, is_checked: bool, hold: Hold) -> Place {
        let index = self.index_local(index, hold);
        if self.is_bounded(is_checked) {
            let length = self.b.field(header, 1);
            let operands = [self.b.copy(index), Operand::Copy(length)];
            self.b.check(Check::Index, &operands, self.context);
        }
        let data = self.b.field(header, 0);
        let first = self.b.deref(data, element);
        self.b.extend(first, Projection::Step(index))
    }

    /// What `&` takes the address of: no element behind a pointer is touched, so the pointer may be null.
    pub(super) fn addressed_place(&mut self, expr: ExprId) -> Place {
        if let ExprKind::Index { base, index, .. } = self.expr(expr).kind
            && let TypeKind::Pointer(pointee) = self.kind(self.expr(base).ty)
        {
            let base_hold = if self.may_write(index) { Hold::Later } else { Hold::Now };
            return self.step(base, index, *pointee, (base_hold, Hold::Now), false);
        }
        self.place(expr, Hold::Now)
    }

    /// `p[i]`.
    fn step(&mut self, base: ExprId, index: ExprId, pointee: TypeId, holds: (Hold, Hold), is_checked: bool) -> Place {
        let pointer = self.pointer_place(base, holds.0);
        let ty = self.ty(pointee);
        if is_checked {
            self.b.check(Check::Null, &[Operand::Copy(pointer)], self.context);
        }
        let index = self.index_local(index, holds.1);
        let first = self.b.deref(pointer, ty);
        self.b.extend(first, Projection::Step(index))
    }

    /// Behind a pointer, or a lane of a vector.
    fn element_of_scalar(&mut self, base: ExprId, index: ExprId, holds: (Hold, Hold)) -> Place {
        let base_ty = self.expr(base).ty;
        match self.kind(base_ty) {
            TypeKind::Simd { lanes, .. } => {
                let lanes = u64::from(*lanes);
                self.array_element(base, index, (lanes, true), holds)
            }
            TypeKind::Pointer(pointee) => self.step(base, index, *pointee, holds, self.session.options.all_checks),
            TypeKind::CString => {
                let pointer = self.pointer_place(base, holds.0);
                let index = self.index_local(index, holds.1);
                let first = self.b.deref(pointer, Ty::int(8, false));
                self.b.extend(first, Projection::Step(index))
            }
            _ => self.place(base, holds.0),
        }
    }

    /// The value of an index that is a constant and not negative.
    fn constant_index(&self, index: ExprId) -> Option<u64> {
        match self.expr(index).kind {
            ExprKind::Constant(value) => u64::try_from(self.integer_value(value)?).ok(),
            _ => None,
        }
    }

    /// An index of any integer type, as an `i64` in a local.
    pub fn index_local(&mut self, index: ExprId, hold: Hold) -> LocalId {
        let ty = self.expr_ty(index);
        let operand = self.operand(index);
        let operand = self.index_operand(operand, ty);
        if let Operand::Copy(place) = operand
            && place.path.length == 0
            && let Some(local) = base_local(place)
            && (hold == Hold::Now || self.is_lasting(operand))
        {
            return local;
        }
        let local = self.b.temporary(Ty::i64());
        self.b.set(local, operand);
        local
    }

    /// An integer as an `i64`; what does not fit turns negative, so every check fails.
    pub fn index_operand(&mut self, operand: Operand, ty: Ty) -> Operand {
        let i64_ty = Ty::i64();
        match ty.data() {
            TyData::Int { bits: 64, signed: true } => operand,
            TyData::Int { bits: 128, .. } => {
                let short = self.b.cast_value(CastKind::Int, operand, i64_ty);
                let back = self.b.cast_value(CastKind::Int, short, ty);
                let differs = self.b.binary_value(BinaryOp::Ne, back, operand, Ty::bool());
                let one = self.b.cast_value(CastKind::Int, differs, i64_ty);
                let ones = self.b.unary_value(crate::data::body::UnaryOp::Neg, one, i64_ty);
                self.b.binary_value(BinaryOp::Or, short, ones, i64_ty)
            }
            _ => self.b.cast_value(CastKind::Int, operand, i64_ty),
        }
    }

    // ---- unions --------------------------------------------------------------------------------------------------

    fn payload_place(&mut self, base: ExprId, case: u32, hold: Hold) -> Place {
        let ty = self.expr(base).ty;
        let place = self.place(base, hold);
        let condition = self.is_case(Operand::Copy(place), ty, case);
        let (wanted, found) = (self.b.int(Ty::i64(), i128::from(case)), self.case_of(place, ty, case));
        let members = self.session.members_of(ty);
        self.b.check(Check::UnionMember(members), &[condition, wanted, found], self.context);
        self.payload_of(place, ty, case)
    }

    /// The payload of a case, unchecked.
    pub fn payload_of(&mut self, place: Place, ty: TypeId, case: u32) -> Place {
        match self.shape(ty) {
            Shape::Union { .. } => self.b.field(place, case + 1),
            Shape::RawUnion => self.b.field(place, case),
            _ => place,
        }
    }

    /// Whether a union's value holds a case, as a Bool.
    pub fn is_case(&mut self, value: Operand, ty: TypeId, case: u32) -> Operand {
        match (self.shape(ty), value) {
            (Shape::Union { tag }, Operand::Copy(place)) => {
                let found = self.b.field(place, 0);
                let wanted = self.b.int(tag, i128::from(case));
                self.b.binary_value(BinaryOp::Eq, Operand::Copy(found), wanted, Ty::bool())
            }
            (Shape::NullUnion { some }, _) => {
                let pointer_ty = self.ty(ty);
                let null = self.b.zero(pointer_ty);
                let op = if case == some { BinaryOp::Ne } else { BinaryOp::Eq };
                self.b.binary_value(op, value, null, Ty::bool())
            }
            // All bits zero is the first case.
            _ => self.b.bool_constant(case == 0),
        }
    }

    /// The number of the case that a union's value holds, where it is not `case`.
    fn case_of(&mut self, place: Place, ty: TypeId, case: u32) -> Operand {
        match self.shape(ty) {
            Shape::Union { .. } => Operand::Copy(self.b.field(place, 0)),
            Shape::NullUnion { .. } => self.b.int(Ty::i64(), i128::from(1 - case.min(1))),
            _ => self.b.int(Ty::i64(), 0),
        }
    }

    // ---- how long places last ------------------------------------------------------------------------------------

    /// Whether an operand stays the same whatever is evaluated in between.
    pub fn is_lasting(&self, operand: Operand) -> bool {
        let Operand::Copy(place) = operand else { return true };
        let is_fixed = base_local(place).is_some_and(|local| !self.is_changing(local));
        is_fixed
            && self.b.body.path(place).iter().all(|step| match step {
                Projection::Deref(_) => false,
                Projection::Index(local) | Projection::Step(local) => !self.is_changing(*local),
                Projection::Field(_) | Projection::ConstantIndex(_) => true,
            })
    }

    /// Whether nothing in `value` reads or reaches the memory of `place`, so that it can be built there step by step.
    pub fn is_untouched_by(&mut self, place: Place, value: ExprId) -> bool {
        let steps = self.b.body.path(place);
        let is_own = steps.iter().all(|step| matches!(step, Projection::Field(_) | Projection::ConstantIndex(_)));
        let Some(root) = base_local(place) else { return false };
        is_own && !self.may_write(value) && !self.is_addressed(root) && !self.mentions(value, root)
    }

    fn mentions(&mut self, expr: ExprId, root: LocalId) -> bool {
        let mut open = vec![expr];
        while let Some(expr) = open.pop() {
            match self.expr(expr).kind {
                ExprKind::Local(id) => {
                    if self.mentions_variable(id, root) {
                        return true;
                    }
                }
                kind => {
                    super::effects::operands(self.typed, &kind, &mut open);
                }
            }
        }
        false
    }

    fn mentions_variable(&mut self, id: VariableId, root: LocalId) -> bool {
        let place = self.variable(id);
        base_local(place) == Some(root)
    }
}
