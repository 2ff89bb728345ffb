//! Tail calls.
//!
//! `musttail` leaves this frame; [`crate::tail_calls`] knows what may not lie in it, and which calls are rounds of a loop.

use hubbub_base::table::Run;
use hubbub_mir::{Callee, LocalId};

use super::{Address, FunctionBuilder, Storage};
use crate::llvm::Value;
use crate::llvm::builder::TailCall;
use crate::options::Error;

/// An argument of a loop's next round.
enum Given {
    Scalar(Value),
    Aggregate(Address),
}

impl FunctionBuilder<'_, '_> {
    pub(super) fn tail_call(&mut self, callee: &Callee, arguments: Run, context: Option<LocalId>) -> Result<(), Error> {
        if self.tail_calls.is_next_round(callee) {
            return self.next_round(arguments);
        }
        if self.tail_calls.leaves_arguments(arguments) {
            return Err(self.internal("a tail call leaves the memory of an argument"));
        }
        let target = self.callee(callee, arguments)?;
        let pointers: Vec<_> = self.result_pointers.iter().flatten().copied().collect();
        let values = self.arguments(&target, arguments, context, &pointers)?;
        let call = self.emit_call(&target, &values);
        call.set_tail_call(TailCall::LLVMTailCallKindMustTail);
        match target.prototype.result_pieces().next() {
            None => self.unit.builder.return_void(),
            Some(_) => self.unit.builder.return_value(call),
        }
        Ok(())
    }

    /// Every argument is read before the first parameter is assigned: it may be another parameter.
    fn next_round(&mut self, arguments: Run) -> Result<(), Error> {
        let body = self.body;
        let mut given = Vec::with_capacity(body.parameters.len());
        for (operand, local) in body.operands(arguments).iter().zip(&body.parameters) {
            if !self.tail_calls.is_reassigned(*local) {
                continue;
            }
            let ty = body.locals[*local].ty;
            let value = if ty.is_scalar() {
                Given::Scalar(self.operand(*operand)?)
            } else {
                let from = self.operand_address(*operand)?;
                let temporary = self.temporary(ty);
                self.copy_aggregate(temporary, from);
                Given::Aggregate(temporary)
            };
            given.push((*local, value));
        }
        for (local, given) in given {
            let Storage::Memory(pointer) = self.locals[local] else {
                return Err(self.internal(format!("the parameter {local} of a loop has no memory")));
            };
            let ty = body.locals[local].ty;
            let to = Address { pointer, ty, align: ty.align().max(1) };
            match given {
                Given::Scalar(value) => self.store_scalar(value, to),
                Given::Aggregate(from) => self.copy_aggregate(to, from),
            }
        }
        if let Some(first) = body.blocks.ids().next() {
            self.unit.builder.branch(self.blocks[first]);
        }
        Ok(())
    }

    /// A parameter that came by reference, in memory that a loop may assign.
    pub(super) fn own_copy(&mut self, local: LocalId, from: Value) -> Value {
        let ty = self.body.locals[local].ty;
        let (to, align) = (self.alloca(ty), ty.align().max(1));
        if ty.size() > 0 {
            let bytes = self.unit.types.const_i64(ty.size());
            self.unit.entry.memory_copy(to, align, from, align, bytes);
        }
        to
    }
}
