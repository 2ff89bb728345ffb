//! Calls.
//!
//! The caller puts scalars, addresses of everything else, addresses for results that are no scalars, and the context into the first
//! registers of the new frame, in this order. An argument that is no scalar is handed over where it lies if that is a local whose
//! address is taken nowhere, for then nobody can change it during the call; else as a copy.

use hubbub_mir::{Abi, Callee, LocalId, Operand, Place, PlaceBase, Projection, Signature, Ty};

use super::place::Spot;
use super::{Decoded, Decoder, unsupported};
use crate::code::{CallInfo, Op, R, Registers};
use crate::scalar::Scalar;

/// Who is called.
enum Target {
    Procedure(u32),
    Pointer(R),
}

/// A scalar result that is stored once the call has returned.
struct Stored {
    scalar: Scalar,
    register: R,
    spot: Spot,
}

impl Decoder<'_, '_> {
    pub(super) fn call(
        &mut self,
        callee: Callee,
        arguments: &[Operand],
        results: &[Place],
        context: Option<LocalId>,
    ) -> Decoded<()> {
        if let Callee::Intrinsic(intrinsic) = callee {
            return self.intrinsic(intrinsic, arguments, results);
        }
        let (target, signature, ty) = self.callee(callee)?;
        let mut given = self.arguments(signature, arguments)?;
        let (scalars, stored) = self.results(signature, results, &mut given)?;
        self.context(signature, context, &mut given)?;
        let info = self.call_info(&given, scalars, ty);
        match target {
            Some(Target::Procedure(procedure)) => self.emit(Op::Call { procedure, info }),
            Some(Target::Pointer(callee)) => self.emit(Op::CallPointer { callee, info }),
            None => {}
        }
        for result in stored {
            match result.spot {
                Spot::Memory(at) => self.store_at(result.scalar, result.register, at)?,
                Spot::Register(dst, _) => self.move_to(dst, result.register, result.scalar),
            }
        }
        Ok(())
    }

    pub(super) fn tail_call(&mut self, callee: Callee, arguments: &[Operand], context: Option<LocalId>) -> Decoded<()> {
        let (target, signature, ty) = self.callee(callee)?;
        let mut given = self.arguments(signature, arguments)?;
        given.extend_from_slice(&self.result_addresses);
        self.context(signature, context, &mut given)?;
        let info = self.call_info(&given, Registers::default(), ty);
        match target {
            Some(Target::Procedure(procedure)) => self.emit(Op::TailCall { procedure, info }),
            Some(Target::Pointer(callee)) => self.emit(Op::TailCallPointer { callee, info }),
            None => self.emit(Op::Unreachable),
        }
        Ok(())
    }

    fn call_info(&mut self, given: &[R], results: Registers, ty: Ty) -> u32 {
        let arguments = self.register_list(given);
        self.code.calls.push(CallInfo { arguments, results, ty });
        self.code.calls.len() as u32 - 1
    }

    /// Who is called; `None` when that has been made an operation that fails.
    fn callee(&mut self, callee: Callee) -> Decoded<(Option<Target>, &'static Signature, Ty)> {
        let (Some(signature), Callee::Direct { ty, .. } | Callee::Pointer { ty, .. }) = (callee.signature(), callee)
        else {
            return unsupported("a call of what is no procedure");
        };
        let target = match callee {
            Callee::Direct { symbol, .. } => match self.world.procedure(symbol) {
                Some(number) => Some(Target::Procedure(number)),
                None => {
                    self.fail(format!("the procedure `{symbol}` is not there"));
                    None
                }
            },
            Callee::Pointer { operand, .. } => Some(Target::Pointer(self.scalar_operand(operand)?.0)),
            Callee::Intrinsic(_) => None,
        };
        let ty = self.world.erased(ty);
        Ok((target, signature, ty))
    }

    fn arguments(&mut self, signature: &Signature, arguments: &[Operand]) -> Decoded<Vec<R>> {
        let (found, expected) = (arguments.len(), signature.parameters.len());
        if found < expected || (found > expected && !signature.is_variadic) {
            return unsupported("a call with a wrong number of arguments");
        }
        let mut given = Vec::new();
        for (index, argument) in arguments.iter().enumerate() {
            let parameter = match signature.parameters.get(index) {
                Some(ty) => *ty,
                None => self.operand_ty(*argument)?,
            };
            if Scalar::of(parameter).is_none() {
                given.push(self.argument_in_memory(*argument)?);
                continue;
            }
            let (register, scalar) = self.scalar_operand(*argument)?;
            if Some(scalar.is_wide()) != Scalar::of(parameter).map(Scalar::is_wide) {
                return unsupported("an argument of another type");
            }
            given.push(register);
            if scalar.is_wide() {
                given.push(register + 1);
            }
        }
        Ok(given)
    }

    fn argument_in_memory(&mut self, argument: Operand) -> Decoded<R> {
        let from = self.memory_operand(argument)?;
        let Operand::Copy(place) = argument else { return Ok(from) };
        let goes_elsewhere = self.body.path(place).iter().any(|step| matches!(step, Projection::Deref(_)));
        let is_addressed = match place.base {
            PlaceBase::Local(local) => self.facts.get(local).is_none_or(|fact| fact.is_addressed),
            PlaceBase::Global { .. } => true,
        };
        if !is_addressed && !goes_elsewhere {
            return Ok(from);
        }
        let size = self.operand_ty(argument)?.size();
        let (to, slot) = self.new_slot(size, false)?;
        self.emit(Op::Live { slot });
        self.emit(Op::Copy { to, from, size: size as u32 });
        Ok(to)
    }

    /// The registers that scalar results go to, and what is done with them then; adds addresses of the other results.
    fn results(
        &mut self,
        signature: &Signature,
        places: &[Place],
        given: &mut Vec<R>,
    ) -> Decoded<(Registers, Vec<Stored>)> {
        let mut registers = Vec::new();
        let mut stored = Vec::new();
        for (index, ty) in signature.results.iter().enumerate() {
            let place = places.get(index);
            let Some(scalar) = Scalar::of(*ty) else {
                given.push(self.result_in_memory(place)?);
                continue;
            };
            let register = match place {
                Some(place) => self.scalar_result(*place, scalar, &mut stored)?,
                None => self.temporary_for(scalar)?,
            };
            registers.push(register);
            if scalar.is_wide() {
                registers.push(register + 1);
            }
        }
        Ok((self.register_list(&registers), stored))
    }

    fn result_in_memory(&mut self, place: Option<&Place>) -> Decoded<R> {
        let Some(place) = place else { return self.constant_register(0) };
        match self.place(*place)?.0 {
            Spot::Memory(at) => self.address(at),
            Spot::Register(..) => unsupported("a result of another type"),
        }
    }

    fn scalar_result(&mut self, place: Place, scalar: Scalar, stored: &mut Vec<Stored>) -> Decoded<R> {
        let (spot, ty) = self.place(place)?;
        match spot {
            Spot::Register(register, of) if of == scalar || of.is_wide() == scalar.is_wide() => Ok(register),
            Spot::Memory(_) if Scalar::of(ty).is_some() => {
                let register = self.temporary_for(scalar)?;
                stored.push(Stored { scalar, register, spot });
                Ok(register)
            }
            _ => unsupported("a result of another type"),
        }
    }

    fn context(&mut self, signature: &Signature, context: Option<LocalId>, given: &mut Vec<R>) -> Decoded<()> {
        if signature.abi == Abi::Hubbub {
            given.push(match context {
                Some(context) => self.local_value(context)?,
                None => self.constant_register(0)?,
            });
        }
        Ok(())
    }
}
