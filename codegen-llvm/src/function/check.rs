//! Checks: a branch to a cold block that calls the runtime.

use hubbub_base::Name;
use hubbub_base::table::Run;
use hubbub_mir::data::body::OverflowOp;
use hubbub_mir::{Check, LocalId, Operand, Ty};

use super::{FunctionBuilder, int_bits};
use crate::llvm::Value;
use crate::llvm::builder::{IntCompare, Opcode};
use crate::options::Error;
use crate::unit::Panic;

/// Whether a check is a condition, and what else it takes is for its message.
fn told_late(check: Check) -> bool {
    matches!(check, Check::EnumMember(_) | Check::Rune | Check::AnyType(_) | Check::UnionMember(_))
}

impl FunctionBuilder<'_, '_> {
    pub(super) fn check(
        &mut self,
        check: Check,
        operands: Run,
        context: Option<LocalId>,
        at: u32,
    ) -> Result<(), Error> {
        let operands = self.body.operands(operands);
        // What only a message shows is read where there is one.
        let needed = if told_late(check) { operands.get(..1).unwrap_or(operands) } else { operands };
        let values = needed.iter().map(|operand| self.operand(*operand)).collect::<Result<Vec<_>, _>>()?;
        let ty = operands.first().map_or_else(Ty::bool, |operand| self.operand_ty(*operand));
        let (holds, panic, told) = match (check, values.as_slice()) {
            (Check::Index, [index, length]) => {
                let holds = self.unit.builder.int_compare(IntCompare::LLVMIntULT, *index, *length);
                (vec![holds], Panic::Index, vec![*index, *length])
            }
            (Check::Slice, [low, high, length]) => {
                let is_inside = self.unit.builder.int_compare(IntCompare::LLVMIntULE, *high, *length);
                let is_ordered = self.unit.builder.int_compare(IntCompare::LLVMIntULE, *low, *high);
                (vec![is_inside, is_ordered], Panic::Slice, vec![*low, *high, *length])
            }
            (Check::Division, [divisor]) => (vec![self.is_not_zero(*divisor)], Panic::Division, vec![]),
            (Check::Null, [pointer]) => (vec![self.is_not_zero(*pointer)], Panic::Null, vec![]),
            (Check::EnumMember(name), [condition]) => (vec![*condition], Panic::Enum, self.text(name).to_vec()),
            (Check::Rune, [condition]) => (vec![*condition], Panic::Rune, vec![]),
            (Check::AnyType(name), [condition]) => (vec![*condition], Panic::AnyType, self.text(name).to_vec()),
            (Check::UnionMember(names), [condition]) => (vec![*condition], Panic::Member, self.text(names).to_vec()),
            (Check::Overflow(op), [a, rest @ ..]) => {
                (vec![self.fits(op, ty, *a, rest.first().copied())], Panic::Overflow, vec![])
            }
            _ => return Err(self.internal(format!("{check:?} with {} operands", values.len()))),
        };
        let late = operands.get(needed.len()..).unwrap_or(&[]);
        self.require(&holds, panic, (late, &told), context, at)
    }

    /// Goes on if all conditions hold, else panics with what is told: operands as `i64`, then values.
    fn require(
        &mut self,
        conditions: &[Value],
        panic: Panic,
        (late, told): (&[Operand], &[Value]),
        context: Option<LocalId>,
        at: u32,
    ) -> Result<(), Error> {
        let failed = self.append_cold_block("panic");
        for condition in conditions {
            let next = self.append_block("checked");
            let branch = self.unit.builder.conditional_branch(*condition, next, failed);
            self.unit.set_unlikely(branch, false);
            self.unit.builder.position_at_end(next);
        }
        let next = self.unit.builder.block();
        self.unit.builder.position_at_end(failed);
        let context = self.context(context)?;
        let mut arguments = vec![context];
        for operand in late {
            let value = self.operand(*operand)?;
            arguments.push(self.extended_to_i64(value, Some(operand)));
        }
        let location = self.unit.location(self.body.file, at);
        let (function, ty) = self.unit.panic(panic);
        arguments.extend(told.iter().chain([&location]));
        self.unit.builder.call(ty, function, &arguments);
        self.unit.builder.unreachable();
        self.unit.builder.position_at_end(next);
        Ok(())
    }

    fn is_not_zero(&mut self, value: Value) -> Value {
        self.unit.builder.int_compare(IntCompare::LLVMIntNE, value, value.ty().zero())
    }

    /// A name's text and length.
    fn text(&mut self, name: Name) -> [Value; 2] {
        let length = self.unit.types.const_i64(name.as_str().len() as u64);
        [self.unit.string(name.as_str()), length]
    }

    fn extended_to_i64(&mut self, value: Value, operand: Option<&Operand>) -> Value {
        let ty = operand.map_or_else(Ty::i64, |operand| self.operand_ty(*operand));
        let wanted = self.unit.types.i64;
        let builder = &self.unit.builder;
        match int_bits(ty) {
            64 => value,
            65.. => builder.cast(Opcode::LLVMTrunc, value, wanted),
            _ if ty.is_signed() => builder.cast(Opcode::LLVMSExt, value, wanted),
            _ => builder.cast(Opcode::LLVMZExt, value, wanted),
        }
    }

    /// Whether a signed operation does not overflow.
    fn fits(&mut self, op: OverflowOp, ty: Ty, a: Value, b: Option<Value>) -> Value {
        let smallest = a.ty().wide_int(i128::MIN >> (128 - int_bits(ty)));
        let is_not_smallest =
            |builder: &crate::llvm::builder::Builder| builder.int_compare(IntCompare::LLVMIntNE, a, smallest);
        let Some(b) = b else { return is_not_smallest(&self.unit.builder) };
        let name = match op {
            OverflowOp::Add => "llvm.sadd.with.overflow",
            OverflowOp::Sub => "llvm.ssub.with.overflow",
            OverflowOp::Mul => "llvm.smul.with.overflow",
            OverflowOp::Div | OverflowOp::Neg => {
                let builder = &self.unit.builder;
                let is_not_minus_one = builder.int_compare(IntCompare::LLVMIntNE, b, b.ty().ones());
                return builder.binary(Opcode::LLVMOr, is_not_smallest(builder), is_not_minus_one);
            }
        };
        let (function, function_ty) = self.unit.intrinsic(name, a.ty());
        let builder = &self.unit.builder;
        let pair = builder.call(function_ty, function, &[a, b]);
        builder.not(builder.extract_value(pair, 1))
    }
}
