//! Ends of blocks. Targets are numbers of blocks until [`Decoder::resolve_targets`] makes them indices of operations.

use hubbub_base::Id;
use hubbub_mir::{Block, LocalId, Operand, PlaceBase, Terminator};

use super::{Decoded, Decoder, Home, unsupported};
use crate::code::{Op, R, Registers, Switch, Target};
use crate::scalar::Scalar;

impl Decoder<'_, '_> {
    pub(super) fn terminator(&mut self, terminator: Terminator, id: Block) -> Decoded<()> {
        match terminator {
            Terminator::Goto(block) => {
                if block.index() != id.index() + 1 {
                    self.emit(Op::Jump { target: block.0 });
                }
                Ok(())
            }
            Terminator::Branch { condition, then, otherwise } => self.branch(condition, then.0, otherwise.0),
            Terminator::Switch { value, cases, otherwise } => {
                let (a, scalar) = self.scalar_operand(value)?;
                let mut cases: Vec<_> =
                    self.body.cases(cases).iter().map(|(value, block)| (canonical(scalar, *value), block.0)).collect();
                cases.sort_by_key(|(value, _)| *value);
                let table = self.code.switches.len() as u32;
                self.code.switches.push(Switch { cases, otherwise: otherwise.0, scalar });
                self.emit(Op::Switch { a, table });
                Ok(())
            }
            Terminator::Return => self.return_(),
            Terminator::TailCall { callee, arguments, context } => {
                self.tail_call(callee, self.body.operands(arguments), context)
            }
            Terminator::Unreachable => {
                self.emit(Op::Unreachable);
                Ok(())
            }
        }
    }

    fn branch(&mut self, condition: Operand, then: Target, otherwise: Target) -> Decoded<()> {
        let (a, _) = self.scalar_operand(condition)?;
        let fused = match (self.code.ops.last().copied(), self.read_once(condition)) {
            (Some(op), Some(local)) if local == a && !self.is_block_start() => fuse(op, a, then, otherwise),
            _ => None,
        };
        match fused {
            Some(op) => {
                self.code.ops.pop();
                self.code.positions.pop();
                self.emit(op);
            }
            None => self.emit(Op::JumpIf { a, then, otherwise }),
        }
        Ok(())
    }

    /// Whether the current block has no operation yet.
    fn is_block_start(&self) -> bool {
        self.block_starts.last().is_some_and(|start| *start as usize == self.code.ops.len())
    }

    /// The register of an operand that is a local which nothing else reads.
    fn read_once(&self, operand: Operand) -> Option<R> {
        let Operand::Copy(place) = operand else { return None };
        let PlaceBase::Local(local) = place.base else { return None };
        let is_once = place.path.length == 0 && self.facts.get(local).is_some_and(|fact| fact.reads == 1);
        match self.homes.get(local) {
            Some(Home::Register(register, _)) if is_once => Some(*register),
            _ => None,
        }
    }

    fn return_(&mut self) -> Decoded<()> {
        let mut scalars = Vec::new();
        let mut addresses = self.result_addresses.clone().into_iter();
        let results: Vec<LocalId> = self.body.results.clone();
        for local in results {
            let Some(ty) = self.local_ty(local) else { return unsupported("a result without a local") };
            if let Some(scalar) = Scalar::of(ty) {
                let register = self.local_value(local)?;
                scalars.push(register);
                if scalar.is_wide() {
                    scalars.push(register + 1);
                }
                continue;
            }
            let (Some(to), Some(Home::Memory { address, .. })) = (addresses.next(), self.homes.get(local).copied())
            else {
                return unsupported("a result without an address");
            };
            let Ok(size) = u32::try_from(ty.size()) else { return unsupported("a result that is too large") };
            self.emit(Op::CopyResult { to, from: address, size });
        }
        let Registers { start, count } = self.register_list(&scalars);
        self.emit(Op::Return { start, count });
        Ok(())
    }

    pub(super) fn resolve_targets(&mut self) {
        let end = self.code.ops.len().saturating_sub(1) as Target;
        let starts = &self.block_starts;
        let resolve = |target: &mut Target| *target = starts.get(*target as usize).copied().unwrap_or(end);
        for op in &mut self.code.ops {
            match op {
                Op::Jump { target } => resolve(target),
                Op::JumpIf { then, otherwise, .. }
                | Op::JumpEqual { then, otherwise, .. }
                | Op::JumpNotEqual { then, otherwise, .. }
                | Op::JumpLessSigned { then, otherwise, .. }
                | Op::JumpLessEqualSigned { then, otherwise, .. }
                | Op::JumpLessUnsigned { then, otherwise, .. }
                | Op::JumpLessEqualUnsigned { then, otherwise, .. } => {
                    resolve(then);
                    resolve(otherwise);
                }
                _ => {}
            }
        }
        for switch in &mut self.code.switches {
            switch.cases.iter_mut().for_each(|(_, target)| resolve(target));
            resolve(&mut switch.otherwise);
        }
    }
}

/// A case's value as the switch sees it.
fn canonical(scalar: Scalar, value: i128) -> i128 {
    let (low, high) = crate::arith::split(scalar, value);
    scalar.widen(low, high)
}

/// A comparison and the jump that it is made for, as one.
fn fuse(comparison: Op, result: R, then: Target, otherwise: Target) -> Option<Op> {
    let op = match comparison {
        Op::Equal { dst, a, b } if dst == result => Op::JumpEqual { a, b, then, otherwise },
        Op::NotEqual { dst, a, b } if dst == result => Op::JumpNotEqual { a, b, then, otherwise },
        Op::LessSigned { dst, a, b } if dst == result => Op::JumpLessSigned { a, b, then, otherwise },
        Op::LessEqualSigned { dst, a, b } if dst == result => Op::JumpLessEqualSigned { a, b, then, otherwise },
        Op::LessUnsigned { dst, a, b } if dst == result => Op::JumpLessUnsigned { a, b, then, otherwise },
        Op::LessEqualUnsigned { dst, a, b } if dst == result => Op::JumpLessEqualUnsigned { a, b, then, otherwise },
        Op::Not { dst, a } if dst == result => Op::JumpIf { a, then: otherwise, otherwise: then },
        _ => return None,
    };
    Some(op)
}
