//! Values of compile time as operands: scalars as constants of the body, all else as read-only data.

use hubbub_base::table::Run;
use hubbub_sema::data::types::{InstanceId, TypeId, TypeKind};
use hubbub_sema::data::value::{Value, ValueId};
use hubbub_syntax::tree::view::Abi as SourceAbi;
use num_traits::ToPrimitive;

use super::body::Lower;
use super::emit::Emit;
use super::session::Wanted;
use super::statics;
use super::types::Shape;
use crate::data::body::{Constant, Operand, Place, PlaceBase};
use crate::data::program::Linkage;
use crate::data::ty::{Abi, Signature, Ty, TyData};

impl Lower<'_> {
    /// The number of an integer, enum or rune value.
    pub fn integer_value(&self, value: ValueId) -> Option<i128> {
        match &self.session.source.value(value)?.value {
            Value::Integer(value) => wrapped(value),
            Value::Zero => Some(0),
            Value::Bool(value) => Some(i128::from(*value)),
            _ => None,
        }
    }

    /// A value of compile time, of type `ty`.
    pub fn constant_operand(&mut self, value: ValueId, ty: TypeId) -> Operand {
        let source = self.session.source;
        let Some(typed) = source.value(value) else {
            let ty = self.ty(ty);
            return self.b.constant(Constant::Uninit(ty));
        };
        self.value_operand(&typed.value, ty)
    }

    /// A value of compile time, of type `ty`.
    pub fn value_operand(&mut self, value: &Value, ty: TypeId) -> Operand {
        if let Some(operand) = self.scalar_operand(value, ty) {
            return operand;
        }
        let lowered = self.ty(ty);
        if let Value::String(bytes) = value
            && self.shape(ty) == Shape::String
        {
            let place = Place::local(self.b.temporary(lowered));
            self.string_into(bytes, place);
            return Operand::Copy(place);
        }
        Operand::Copy(self.static_data(value, ty))
    }

    /// A constant in read-only memory.
    pub fn static_place(&mut self, value: ValueId, ty: TypeId) -> Place {
        let source = self.session.source;
        match source.value(value) {
            Some(typed) => self.static_data(&typed.value, ty),
            None => self.static_data(&Value::Zero, ty),
        }
    }

    fn static_data(&mut self, value: &Value, ty: TypeId) -> Place {
        let lowered = self.ty(ty);
        let data = statics::of_value(self.session, value, ty, self.news);
        let symbol = statics::add(self.session, data, lowered);
        Place { base: PlaceBase::Global { symbol, ty: lowered }, path: Run::default() }
    }

    /// A value that is a constant of the body.
    fn scalar_operand(&mut self, value: &Value, ty: TypeId) -> Option<Operand> {
        let lowered = self.ty(ty);
        Some(match value {
            Value::Integer(integer) => self.integer_operand(wrapped(integer).unwrap_or(0), lowered),
            Value::Bool(value) => self.integer_operand(i128::from(*value), lowered),
            Value::Float(bits) => self.float_operand(f64::from_bits(*bits), lowered),
            Value::NegativeZero => self.float_operand(-0.0, lowered),
            Value::ExactFloat(exact) => self.float_operand(exact.to_f64().unwrap_or(0.0), lowered),
            Value::Null | Value::Zero => self.b.zero(lowered),
            Value::Type(named) => self.type_operand(*named),
            Value::Procedure(instance) if self.shape(ty) != Shape::Closure => self.procedure_operand(*instance, ty),
            Value::String(bytes) if self.shape(ty) == Shape::Scalar => self.bytes_operand(bytes),
            _ => return None,
        })
    }

    fn integer_operand(&mut self, value: i128, ty: Ty) -> Operand {
        match ty.data() {
            TyData::Float { .. } => self.float_operand(value as f64, ty),
            TyData::Pointer { .. } | TyData::Procedure(_) if value == 0 => self.b.zero(ty),
            TyData::Pointer { .. } => {
                let number = self.b.int(Ty::int(64, false), value & i128::from(u64::MAX));
                self.b.cast_value(crate::data::body::CastKind::IntToPointer, number, ty)
            }
            _ => self.b.int(ty, statics::fitted(value, ty)),
        }
    }

    fn float_operand(&mut self, value: f64, ty: Ty) -> Operand {
        let bits = statics::float_bits(value, ty);
        self.b.constant(Constant::Float { ty, bits })
    }

    /// A type as a value: the address of what is known about it.
    pub fn type_operand(&mut self, ty: TypeId) -> Operand {
        let symbol = self.want(Wanted::TypeInformation(ty));
        self.b.constant(Constant::GlobalAddress { symbol, offset: 0, ty: Ty::pointer() })
    }

    /// The address of a string's bytes, with a NUL behind them.
    fn bytes_operand(&mut self, bytes: &[u8]) -> Operand {
        let symbol = statics::add_string(self.session, bytes);
        self.b.constant(Constant::GlobalAddress { symbol, offset: 0, ty: Ty::pointer_to(Ty::int(8, false)) })
    }

    /// Data and length of a String constant.
    pub fn string_constant(&mut self, value: ValueId) -> Option<(Operand, Operand)> {
        let source = self.session.source;
        match &source.value(value)?.value {
            Value::String(bytes) => Some((self.bytes_operand(bytes), self.b.int(Ty::i64(), bytes.len() as i128))),
            _ => None,
        }
    }

    /// Sets data and length of a string.
    pub fn string_into(&mut self, bytes: &[u8], place: Place) {
        let data = self.bytes_operand(bytes);
        let data_place = self.b.field(place, 0);
        self.store(data_place, data);
        let length = self.b.int(Ty::i64(), bytes.len() as i128);
        let length_place = self.b.field(place, 1);
        self.store(length_place, length);
    }

    /// Sets a place to a value of compile time.
    pub fn constant_into(&mut self, value: ValueId, ty: TypeId, place: Place) {
        let source = self.session.source;
        let shape = self.shape(ty);
        match source.value(value).map(|typed| &typed.value) {
            Some(Value::String(bytes)) if shape == Shape::String => self.string_into(bytes, place),
            Some(Value::Procedure(instance)) if shape == Shape::Closure => self.known_closure(*instance, ty, place),
            _ => {
                let operand = self.constant_operand(value, ty);
                self.store(place, operand);
            }
        }
    }

    /// The place of the context of those who have none.
    pub fn default_context(&mut self, ty: Ty) -> Place {
        let symbol = self.want(Wanted::DefaultContext);
        Place { base: PlaceBase::Global { symbol, ty }, path: Run::default() }
    }

    // ---- procedures ----------------------------------------------------------------------------------------------

    /// A procedure as a value of a procedure type: its own address, or that of its entry where a C procedure is asked for.
    pub fn procedure_operand(&mut self, instance: InstanceId, ty: TypeId) -> Operand {
        let wants_c = matches!(self.kind(ty), TypeKind::Procedure(procedure) if procedure.abi == SourceAbi::C);
        if wants_c && self.session.signature(instance).is_some_and(|signature| signature.abi == Abi::Hubbub) {
            return self.thunk_operand(instance);
        }
        let symbol = self.want(self.session.value_of(instance));
        let ty = self.session.value_signature(instance).map_or_else(Ty::pointer, super::body::procedure_ty);
        self.b.constant(Constant::Procedure { symbol, ty })
    }

    /// The C entry of a Hubbub procedure; a C procedure is its own.
    pub fn thunk_operand(&mut self, instance: InstanceId) -> Operand {
        let Some(signature) = self.session.value_signature(instance) else { return self.b.zero(Ty::pointer()) };
        let is_c = signature.abi == Abi::C
            || matches!(self.session.source.procedure(instance).linkage, Linkage::Foreign | Linkage::ForeignWeak);
        let wanted = if is_c { Wanted::Procedure(instance) } else { Wanted::Thunk(instance) };
        let symbol = self.want(wanted);
        let ty = super::body::procedure_ty(Signature { abi: Abi::C, ..signature });
        self.b.constant(Constant::Procedure { symbol, ty })
    }
}

/// An integer's 128 bits.
pub(super) fn wrapped(value: &num_bigint::BigInt) -> Option<i128> {
    value.to_i128().or_else(|| value.to_u128().map(|value| value as i128))
}
