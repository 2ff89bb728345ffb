//! Conversions.

use hubbub_mir::{CastKind, Operand, Ty, TyData};

use super::{FunctionBuilder, element_of, int_bits, is_bool, is_pointer};
use crate::llvm::Value;
use crate::llvm::builder::{IntCompare, Opcode};
use crate::options::Error;

impl FunctionBuilder<'_, '_> {
    pub(super) fn cast(&mut self, kind: CastKind, operand: Operand, to: Ty) -> Result<Value, Error> {
        let from = self.operand_ty(operand);
        if !from.is_scalar() {
            let mut address = self.operand_address(operand)?;
            address.ty = to;
            return Ok(self.load_scalar(address));
        }
        let value = self.operand(operand)?;
        Ok(match kind {
            CastKind::Int => self.int_cast(value, from, to),
            CastKind::IntToFloat => {
                let is_signed = element_of(from).is_signed();
                let opcode = if is_signed { Opcode::LLVMSIToFP } else { Opcode::LLVMUIToFP };
                self.unit.builder.cast(opcode, value, self.register_type(to))
            }
            CastKind::FloatToInt => self.float_to_int(value, to),
            CastKind::Float => self.float_cast(value, from, to),
            CastKind::PointerToInt => {
                let address = self.unit.builder.cast(Opcode::LLVMPtrToInt, value, self.unit.types.i64);
                self.int_cast(address, Ty::int(64, false), to)
            }
            CastKind::IntToPointer => {
                let address = self.int_cast(value, from, Ty::int(64, false));
                self.unit.builder.cast(Opcode::LLVMIntToPtr, address, self.unit.types.ptr)
            }
            CastKind::Bits => self.bits(value, from, to),
            CastKind::Splat => self.splat(value, to),
        })
    }

    pub(super) fn int_cast(&mut self, value: Value, from: Ty, to: Ty) -> Value {
        let (own, wanted) = (int_bits(from), int_bits(to));
        let register = self.register_type(to);
        let builder = &self.unit.builder;
        match wanted.cmp(&own) {
            _ if is_bool(to) && own > 1 => builder.int_compare(IntCompare::LLVMIntNE, value, value.ty().zero()),
            std::cmp::Ordering::Equal => value,
            std::cmp::Ordering::Less => builder.cast(Opcode::LLVMTrunc, value, register),
            std::cmp::Ordering::Greater if element_of(from).is_signed() => {
                builder.cast(Opcode::LLVMSExt, value, register)
            }
            std::cmp::Ordering::Greater => builder.cast(Opcode::LLVMZExt, value, register),
        }
    }

    fn float_to_int(&mut self, value: Value, to: Ty) -> Value {
        let is_signed = element_of(to).is_signed();
        let name = if is_signed { "llvm.fptosi.sat" } else { "llvm.fptoui.sat" };
        let register = self.register_type(to);
        let (function, ty) = self.unit.module.intrinsic(name, &[register, value.ty()]);
        self.unit.builder.call(ty, function, &[value])
    }

    fn float_cast(&mut self, value: Value, from: Ty, to: Ty) -> Value {
        let register = self.register_type(to);
        let (own, wanted) = (element_of(from).size(), element_of(to).size());
        match wanted.cmp(&own) {
            std::cmp::Ordering::Equal => value,
            std::cmp::Ordering::Less => self.unit.builder.cast(Opcode::LLVMFPTrunc, value, register),
            std::cmp::Ordering::Greater => self.unit.builder.cast(Opcode::LLVMFPExt, value, register),
        }
    }

    fn bits(&mut self, value: Value, from: Ty, to: Ty) -> Value {
        let register = self.register_type(to);
        if register == value.ty() {
            return value;
        }
        let is_plain = |ty: Ty| !is_bool(ty) && !matches!(ty.data(), TyData::Vector { .. });
        let opcode = match (is_pointer(from), is_pointer(to)) {
            (true, false) => Opcode::LLVMPtrToInt,
            (false, true) => Opcode::LLVMIntToPtr,
            _ => Opcode::LLVMBitCast,
        };
        let is_int = |ty: Ty| is_pointer(ty) || !super::is_float(ty);
        if is_plain(from) && is_plain(to) && (opcode == Opcode::LLVMBitCast || (is_int(from) && is_int(to))) {
            return self.unit.builder.cast(opcode, value, register);
        }
        let mut address = self.temporary(if from.align() >= to.align() { from } else { to });
        address.ty = from;
        self.store_scalar(value, address);
        address.ty = to;
        self.load_scalar(address)
    }

    fn splat(&mut self, value: Value, to: Ty) -> Value {
        let register = self.register_type(to);
        let lanes = register.lanes().unwrap_or(1);
        let mask = self.unit.types.vector(self.unit.types.i32, lanes).zero();
        let zero = self.unit.types.i64.zero();
        let builder = &self.unit.builder;
        let first = builder.insert_element(register.poison(), value, zero);
        builder.shuffle(first, register.poison(), mask)
    }
}
