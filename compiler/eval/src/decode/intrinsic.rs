//! Intrinsics.

use hubbub_mir::{Intrinsic, Operand, Place};

use super::place::Spot;
use super::{Decoded, Decoder, unsupported};
use crate::code::{IntrinsicInfo, Op, R, VectorInfo, VectorOp};
use crate::scalar::Scalar;

impl Decoder<'_, '_> {
    pub(super) fn intrinsic(&mut self, intrinsic: Intrinsic, arguments: &[Operand], results: &[Place]) -> Decoded<()> {
        match intrinsic {
            Intrinsic::Fence(_) | Intrinsic::DebugTrap => Ok(()),
            Intrinsic::InlineAsm => {
                self.fail("inline assembly cannot be interpreted");
                Ok(())
            }
            Intrinsic::VolatileLoad | Intrinsic::AtomicLoad(_) => self.loaded(arguments, results),
            Intrinsic::VolatileStore | Intrinsic::AtomicStore(_) => self.stored(arguments),
            _ => {
                let first = match arguments.first() {
                    Some(first) => Some(self.operand_ty(*first)?),
                    None => None,
                };
                if first.is_some_and(|ty| Scalar::of(ty).is_none()) {
                    return self.vector_intrinsic(intrinsic, arguments, results);
                }
                self.scalar_intrinsic(intrinsic, arguments, results)
            }
        }
    }

    /// A load through a pointer.
    fn loaded(&mut self, arguments: &[Operand], results: &[Place]) -> Decoded<()> {
        let ([pointer], [result]) = (arguments, results) else { return Ok(()) };
        let (address, _) = self.scalar_operand(*pointer)?;
        let (spot, ty) = self.place(*result)?;
        match (spot, Scalar::of(ty)) {
            (Spot::Register(dst, scalar), _) => self.emit(Op::Load { scalar, dst, address, offset: 0 }),
            (Spot::Memory(at), Some(scalar)) => {
                let dst = self.temporary_for(scalar)?;
                self.emit(Op::Load { scalar, dst, address, offset: 0 });
                self.store_at(scalar, dst, at)?;
            }
            (Spot::Memory(at), None) => {
                let to = self.address(at)?;
                let size = small_size(ty.size())?;
                self.emit(Op::Copy { to, from: address, size });
            }
        }
        Ok(())
    }

    /// A store through a pointer.
    fn stored(&mut self, arguments: &[Operand]) -> Decoded<()> {
        let [pointer, value] = arguments else { return unsupported("a store without its operands") };
        let (address, _) = self.scalar_operand(*pointer)?;
        let ty = self.operand_ty(*value)?;
        if Scalar::of(ty).is_some() {
            let (value, scalar) = self.scalar_operand(*value)?;
            self.store(scalar, value, address, 0);
        } else {
            let from = self.memory_operand(*value)?;
            let size = small_size(ty.size())?;
            self.emit(Op::Copy { to: address, from, size });
        }
        Ok(())
    }

    fn scalar_intrinsic(&mut self, intrinsic: Intrinsic, arguments: &[Operand], results: &[Place]) -> Decoded<()> {
        let mut given = Vec::new();
        let mut scalars = Vec::new();
        for argument in arguments {
            let (register, scalar) = self.scalar_operand(*argument)?;
            scalars.push(scalar);
            given.push(register);
            if scalar.is_wide() {
                given.push(register + 1);
            }
        }
        // Operations on memory are about what they store, all others about their first operand.
        let scalar = match scalars.as_slice() {
            [Scalar::Pointer, of, ..] => *of,
            [of, ..] => *of,
            [] => Scalar::Pointer,
        };
        let mut registers = Vec::new();
        let mut stored = Vec::new();
        for place in results {
            let (spot, ty) = self.place(*place)?;
            let Some(of) = Scalar::of(ty) else { return unsupported("a result that is no scalar") };
            let register = match spot {
                Spot::Register(register, _) => register,
                Spot::Memory(at) => {
                    let register = self.temporary_for(of)?;
                    stored.push((of, register, at));
                    register
                }
            };
            registers.push(register);
            if of.is_wide() {
                registers.push(register + 1);
            }
        }
        let arguments = self.register_list(&given);
        let results = self.register_list(&registers);
        let info = self.code.intrinsics.len() as u32;
        self.code.intrinsics.push(IntrinsicInfo { intrinsic, arguments, results, scalar });
        self.emit(Op::Intrinsic { info });
        for (scalar, register, at) in stored {
            self.store_at(scalar, register, at)?;
        }
        Ok(())
    }

    fn vector_intrinsic(&mut self, intrinsic: Intrinsic, arguments: &[Operand], results: &[Place]) -> Decoded<()> {
        let Some(result) = results.first() else { return Ok(()) };
        let Some(first) = arguments.first() else { return unsupported("an intrinsic without operands") };
        let (lanes, from) = self.vector_lanes(*first)?;
        let mut addresses = Vec::new();
        for argument in arguments {
            addresses.push(self.memory_operand(*argument)?);
        }
        let register = |index: usize| addresses.get(index).copied().unwrap_or(0);
        let is_reduction = matches!(
            intrinsic,
            Intrinsic::ReduceAdd
                | Intrinsic::ReduceMul
                | Intrinsic::ReduceMin
                | Intrinsic::ReduceMax
                | Intrinsic::ReduceAnd
                | Intrinsic::ReduceOr
                | Intrinsic::ReduceXor
        );
        let (a, b) = (register(0), register(1));
        if is_reduction {
            return self.reduction(
                VectorInfo { op: VectorOp::Reduce(intrinsic), lanes, from, to: from, dst: 0, a, b },
                *result,
            );
        }
        let (spot, ty) = self.place(*result)?;
        let Spot::Memory(at) = spot else { return unsupported("a result that is no vector") };
        let (lanes, to) = self.lanes_of(ty)?;
        let dst = self.address(at)?;
        let op = match (intrinsic, arguments) {
            (Intrinsic::Shuffle, [_, _, indices]) => {
                let (_, index) = self.vector_lanes(*indices)?;
                let (source_lanes, _) = self.vector_lanes(*first)?;
                VectorOp::Shuffle { indices: register(2), index, source_lanes }
            }
            (Intrinsic::Select, [_, _, _]) => {
                self.vector(VectorInfo {
                    op: VectorOp::Select { mask: a },
                    lanes,
                    from: to,
                    to,
                    dst,
                    a: b,
                    b: register(2),
                });
                return Ok(());
            }
            _ => VectorOp::Intrinsic { intrinsic, c: register(2) },
        };
        self.vector(VectorInfo { op, lanes, from, to, dst, a, b });
        Ok(())
    }

    fn reduction(&mut self, mut info: VectorInfo, result: Place) -> Decoded<()> {
        let (spot, _) = self.place(result)?;
        match spot {
            Spot::Register(dst, _) => {
                info.dst = dst;
                self.vector(info);
            }
            Spot::Memory(at) => {
                let register: R = self.temporary_for(info.from)?;
                info.dst = register;
                self.vector(info);
                self.store_at(info.from, register, at)?;
            }
        }
        Ok(())
    }
}

fn small_size(size: u64) -> Decoded<u32> {
    match u32::try_from(size) {
        Ok(size) => Ok(size),
        Err(_) => unsupported("a value that is too large to be interpreted"),
    }
}
