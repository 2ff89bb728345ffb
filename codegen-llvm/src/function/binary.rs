//! Operators with two operands. Everything is defined: arithmetic wraps, shifts beyond the width give 0 or the sign, the
//! smallest value by -1 wraps.

use hubbub_mir::{BinaryOp, Operand, Ty};

use super::{FunctionBuilder, element_of, int_bits, is_float, is_pointer};
use crate::llvm::Value;
use crate::llvm::builder::{FloatCompare, IntCompare, Opcode};
use crate::options::Error;

impl FunctionBuilder<'_, '_> {
    pub(super) fn binary(&mut self, op: BinaryOp, a: Operand, b: Operand) -> Result<Value, Error> {
        let (ty, count_ty) = (self.operand_ty(a), self.operand_ty(b));
        let left = self.operand(a)?;
        let right = self.operand(b)?;
        Ok(match op {
            BinaryOp::Shl | BinaryOp::Shr => self.shift(op, ty, left, right, count_ty),
            _ if is_float(ty) => self.float_binary(op, left, right),
            _ => self.int_binary(op, ty, left, right),
        })
    }

    fn float_binary(&mut self, op: BinaryOp, a: Value, b: Value) -> Value {
        let builder = &self.unit.builder;
        match op {
            BinaryOp::Add => builder.binary(Opcode::LLVMFAdd, a, b),
            BinaryOp::Sub => builder.binary(Opcode::LLVMFSub, a, b),
            BinaryOp::Mul => builder.binary(Opcode::LLVMFMul, a, b),
            BinaryOp::Div => builder.binary(Opcode::LLVMFDiv, a, b),
            BinaryOp::Rem => builder.binary(Opcode::LLVMFRem, a, b),
            BinaryOp::Mod => self.float_floored_remainder(a, b),
            BinaryOp::Ne => builder.float_compare(FloatCompare::LLVMRealUNE, a, b),
            BinaryOp::Lt => builder.float_compare(FloatCompare::LLVMRealOLT, a, b),
            BinaryOp::Le => builder.float_compare(FloatCompare::LLVMRealOLE, a, b),
            BinaryOp::Gt => builder.float_compare(FloatCompare::LLVMRealOGT, a, b),
            BinaryOp::Ge => builder.float_compare(FloatCompare::LLVMRealOGE, a, b),
            _ => builder.float_compare(FloatCompare::LLVMRealOEQ, a, b),
        }
    }

    /// The remainder, plus the divisor when their signs differ.
    fn float_floored_remainder(&mut self, a: Value, b: Value) -> Value {
        let builder = &self.unit.builder;
        let zero = a.ty().zero();
        let remainder = builder.binary(Opcode::LLVMFRem, a, b);
        let is_inexact = builder.float_compare(FloatCompare::LLVMRealUNE, remainder, zero);
        let is_negative = builder.float_compare(FloatCompare::LLVMRealOLT, remainder, zero);
        let wants_negative = builder.float_compare(FloatCompare::LLVMRealOLT, b, zero);
        let differ = builder.binary(Opcode::LLVMXor, is_negative, wants_negative);
        let adjust = builder.binary(Opcode::LLVMAnd, is_inexact, differ);
        let sum = builder.binary(Opcode::LLVMFAdd, remainder, b);
        builder.select(adjust, sum, remainder)
    }

    fn int_binary(&mut self, op: BinaryOp, ty: Ty, a: Value, b: Value) -> Value {
        let is_signed = element_of(ty).is_signed();
        let builder = &self.unit.builder;
        match op {
            BinaryOp::Add => builder.binary(Opcode::LLVMAdd, a, b),
            BinaryOp::Sub => builder.binary(Opcode::LLVMSub, a, b),
            BinaryOp::Mul => builder.binary(Opcode::LLVMMul, a, b),
            BinaryOp::And => builder.binary(Opcode::LLVMAnd, a, b),
            BinaryOp::Or => builder.binary(Opcode::LLVMOr, a, b),
            BinaryOp::Xor => builder.binary(Opcode::LLVMXor, a, b),
            BinaryOp::Div | BinaryOp::Rem | BinaryOp::Mod => self.divide(op, ty, a, b),
            _ => builder.int_compare(int_predicate(op, is_signed && !is_pointer(ty)), a, b),
        }
    }

    fn divide(&mut self, op: BinaryOp, ty: Ty, a: Value, b: Value) -> Value {
        if !element_of(ty).is_signed() {
            let divisor = self.nonzero_lanes(b);
            let opcode = if op == BinaryOp::Div { Opcode::LLVMUDiv } else { Opcode::LLVMURem };
            return self.unit.builder.binary(opcode, a, divisor);
        }
        match op {
            BinaryOp::Div => self.signed_quotient(a, b),
            BinaryOp::Rem => self.signed_remainder(a, b),
            _ => self.floored_remainder(a, b),
        }
    }

    /// The check before a division looks at scalars; lanes that are zero must not be undefined.
    fn nonzero_lanes(&mut self, divisor: Value) -> Value {
        let ty = divisor.ty();
        if ty.lanes().is_none() {
            return divisor;
        }
        let one = self.one_of(ty);
        let builder = &self.unit.builder;
        let is_zero = builder.int_compare(IntCompare::LLVMIntEQ, divisor, ty.zero());
        builder.select(is_zero, one, divisor)
    }

    fn one_of(&self, ty: crate::llvm::Type) -> Value {
        match ty.lanes() {
            None => ty.int(1),
            Some(_) => ty.splat_of(ty.element().int(1)),
        }
    }

    /// `-1` and `divisor`, made harmless: the divisor with 1 in place of -1, and where that was so.
    fn without_minus_one(&mut self, divisor: Value) -> (Value, Option<Value>) {
        let divisor = self.nonzero_lanes(divisor);
        let ty = divisor.ty();
        if let Some(constant) = divisor.as_constant_u64()
            && ty.ones().as_constant_u64() != Some(constant)
        {
            return (divisor, None);
        }
        let one = self.one_of(ty);
        let builder = &self.unit.builder;
        let is_minus_one = builder.int_compare(IntCompare::LLVMIntEQ, divisor, ty.ones());
        (builder.select(is_minus_one, one, divisor), Some(is_minus_one))
    }

    fn signed_quotient(&mut self, a: Value, b: Value) -> Value {
        let (divisor, was_minus_one) = self.without_minus_one(b);
        let builder = &self.unit.builder;
        let quotient = builder.binary(Opcode::LLVMSDiv, a, divisor);
        match was_minus_one {
            None => quotient,
            Some(condition) => builder.select(condition, builder.neg(a), quotient),
        }
    }

    fn signed_remainder(&mut self, a: Value, b: Value) -> Value {
        let (divisor, _) = self.without_minus_one(b);
        self.unit.builder.binary(Opcode::LLVMSRem, a, divisor)
    }

    fn floored_remainder(&mut self, a: Value, b: Value) -> Value {
        let remainder = self.signed_remainder(a, b);
        let builder = &self.unit.builder;
        let zero = a.ty().zero();
        let is_inexact = builder.int_compare(IntCompare::LLVMIntNE, remainder, zero);
        let signs = builder.binary(Opcode::LLVMXor, remainder, b);
        let differ = builder.int_compare(IntCompare::LLVMIntSLT, signs, zero);
        let adjust = builder.binary(Opcode::LLVMAnd, is_inexact, differ);
        let sum = builder.binary(Opcode::LLVMAdd, remainder, b);
        builder.select(adjust, sum, remainder)
    }

    fn shift(&mut self, op: BinaryOp, ty: Ty, a: Value, count: Value, count_ty: Ty) -> Value {
        let width = int_bits(ty);
        let is_signed = element_of(ty).is_signed();
        let opcode = match (op, is_signed) {
            (BinaryOp::Shl, _) => Opcode::LLVMShl,
            (_, true) => Opcode::LLVMAShr,
            (_, false) => Opcode::LLVMLShr,
        };
        if let Some(constant) = count.as_constant_u64().filter(|_| a.ty().lanes().is_none()) {
            return self.constant_shift(opcode, a, width, constant);
        }
        let limit = count.ty().splat_of(self.lane_type(count).int(u64::from(width)));
        let is_beyond = self.unit.builder.int_compare(IntCompare::LLVMIntUGE, count, limit);
        let resized = self.resize_count(count, int_bits(count_ty), a);
        let builder = &self.unit.builder;
        if opcode == Opcode::LLVMAShr {
            let last = a.ty().splat_of(self.lane_type(a).int(u64::from(width - 1)));
            let capped = builder.select(is_beyond, last, resized);
            return builder.binary(opcode, a, capped);
        }
        let shifted = builder.binary(opcode, a, resized);
        builder.select(is_beyond, a.ty().zero(), shifted)
    }

    fn constant_shift(&mut self, opcode: Opcode, a: Value, width: u32, count: u64) -> Value {
        let is_beyond = count >= u64::from(width);
        let count = match (is_beyond, opcode) {
            (false, _) => count,
            (true, Opcode::LLVMAShr) => u64::from(width - 1),
            (true, _) => return a.ty().zero(),
        };
        self.unit.builder.binary(opcode, a, a.ty().int(count))
    }

    fn lane_type(&self, value: Value) -> crate::llvm::Type {
        match value.ty().lanes() {
            None => value.ty(),
            Some(_) => value.ty().element(),
        }
    }

    /// The count of a shift in the type of what is shifted.
    fn resize_count(&mut self, count: Value, bits: u32, like: Value) -> Value {
        let wanted = like.ty();
        let own = self.lane_type(like).int_width();
        let builder = &self.unit.builder;
        match bits.cmp(&own) {
            std::cmp::Ordering::Less => builder.cast(Opcode::LLVMZExt, count, wanted),
            std::cmp::Ordering::Equal => count,
            std::cmp::Ordering::Greater => builder.cast(Opcode::LLVMTrunc, count, wanted),
        }
    }
}

fn int_predicate(op: BinaryOp, is_signed: bool) -> IntCompare {
    match (op, is_signed) {
        (BinaryOp::Ne, _) => IntCompare::LLVMIntNE,
        (BinaryOp::Lt, true) => IntCompare::LLVMIntSLT,
        (BinaryOp::Le, true) => IntCompare::LLVMIntSLE,
        (BinaryOp::Gt, true) => IntCompare::LLVMIntSGT,
        (BinaryOp::Ge, true) => IntCompare::LLVMIntSGE,
        (BinaryOp::Lt, false) => IntCompare::LLVMIntULT,
        (BinaryOp::Le, false) => IntCompare::LLVMIntULE,
        (BinaryOp::Gt, false) => IntCompare::LLVMIntUGT,
        (BinaryOp::Ge, false) => IntCompare::LLVMIntUGE,
        _ => IntCompare::LLVMIntEQ,
    }
}
