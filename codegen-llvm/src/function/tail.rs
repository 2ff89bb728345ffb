//! Tail calls.
//!
//! `musttail` leaves this frame, so nothing that the callee reads may lie in it. An argument that travels by reference and lies here
//! makes a call of the procedure itself a loop, which assigns its parameters; another procedure cannot be called then.

use hubbub_base::table::Run;
use hubbub_mir::{Callee, Constant, LocalId, Operand, PlaceBase, Projection, Terminator};

use super::{Address, FunctionBuilder, Storage};
use crate::abi::Pass;
use crate::llvm::Value;
use crate::llvm::builder::TailCall;
use crate::options::Error;

/// An argument of a loop's next round.
enum Given {
    Scalar(Value),
    Aggregate(Address),
}

impl FunctionBuilder<'_, '_> {
    pub(super) fn tail_call(
        &mut self,
        callee: &Callee,
        arguments: Run,
        context: Option<LocalId>,
        at: u32,
    ) -> Result<(), Error> {
        if self.is_loop && self.is_itself(callee) {
            return self.next_round(arguments);
        }
        if self.leaves_arguments(arguments) {
            return Err(Error::TailCall { file: self.body.file, at });
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

    /// Whether the body has a tail call of its own procedure that must be a loop.
    pub(super) fn needs_loop(&self) -> bool {
        self.body.blocks.iter().any(|block| match &block.terminator {
            Terminator::TailCall { callee, arguments, .. } => {
                self.is_itself(callee) && self.leaves_arguments(*arguments)
            }
            _ => false,
        })
    }

    /// Whether a parameter gets new values in the rounds of a loop.
    pub(super) fn is_reassigned(&self, parameter: LocalId) -> bool {
        let body = self.body;
        let Some(index) = body.parameters.iter().position(|local| *local == parameter) else { return false };
        let is_other = |operand: &Operand| match operand {
            Operand::Copy(place) => place.base != PlaceBase::Local(parameter) || !body.path(*place).is_empty(),
            Operand::Constant(_) => true,
        };
        self.is_loop
            && body.blocks.iter().any(|block| match &block.terminator {
                Terminator::TailCall { callee, arguments, .. } => {
                    self.is_itself(callee) && body.operands(*arguments).get(index).is_some_and(is_other)
                }
                _ => false,
            })
    }

    fn is_itself(&self, callee: &Callee) -> bool {
        matches!(callee, Callee::Direct { symbol, .. } if symbol.as_str() == self.symbol)
    }

    /// Whether an argument travels by reference and lies in this frame. The callee has the signature of this procedure.
    fn leaves_arguments(&self, arguments: Run) -> bool {
        let operands = self.body.operands(arguments).iter();
        operands.zip(&self.prototype.convention.parameters).any(|(operand, pass)| match pass {
            Pass::Nothing | Pass::Pieces(_) | Pass::Array(_) => false,
            Pass::Copy => true,
            Pass::Reference | Pass::Stack { .. } => self.is_in_frame(*operand),
        })
    }

    fn is_in_frame(&self, operand: Operand) -> bool {
        let place = match operand {
            Operand::Copy(place) => place,
            Operand::Constant(constant) => return matches!(self.body.constants[constant], Constant::Uninit(_)),
        };
        match (place.base, self.body.path(place)) {
            (_, [.., Projection::Deref(_)]) | (PlaceBase::Global { .. }, []) => false,
            (PlaceBase::Local(local), []) => {
                let mut passes = self.body.parameters.iter().zip(&self.prototype.convention.parameters);
                let came_by_reference = passes.any(|(parameter, pass)| *parameter == local && *pass == Pass::Reference);
                !came_by_reference || self.is_reassigned(local)
            }
            _ => true,
        }
    }

    /// Every argument is read before the first parameter is assigned: it may be another parameter.
    fn next_round(&mut self, arguments: Run) -> Result<(), Error> {
        let body = self.body;
        let mut given = Vec::with_capacity(body.parameters.len());
        for (operand, local) in body.operands(arguments).iter().zip(&body.parameters) {
            if !self.is_reassigned(*local) {
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
