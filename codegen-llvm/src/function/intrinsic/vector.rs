//! Vectors: reductions, shuffles, selection by mask.

use hubbub_mir::{Constant, Intrinsic, Operand, PlaceBase, TyData};

use super::super::{element_of, is_float};
use super::{FunctionBuilder, Site};
use crate::llvm::Value;

impl FunctionBuilder<'_, '_> {
    /// Intrinsics on vectors; `None` for all others.
    pub(super) fn vector(&mut self, intrinsic: Intrinsic, site: &Site) -> Option<Vec<Value>> {
        let value = match intrinsic {
            Intrinsic::Shuffle => self.shuffle(site),
            Intrinsic::Select => {
                let (mask, a, b) = (site.value(0)?, site.value(1)?, site.value(2)?);
                Some(self.unit.builder.select(mask, a, b))
            }
            _ => self.reduce(intrinsic, site),
        };
        value.map(|value| vec![value])
    }

    fn reduce(&mut self, intrinsic: Intrinsic, site: &Site) -> Option<Value> {
        let vector = site.value(0)?;
        let is_signed = element_of(site.ty).is_signed();
        if is_float(site.ty) {
            return self.reduce_floats(intrinsic, vector);
        }
        let name = match intrinsic {
            Intrinsic::ReduceAdd => "llvm.vector.reduce.add",
            Intrinsic::ReduceMul => "llvm.vector.reduce.mul",
            Intrinsic::ReduceMin if is_signed => "llvm.vector.reduce.smin",
            Intrinsic::ReduceMin => "llvm.vector.reduce.umin",
            Intrinsic::ReduceMax if is_signed => "llvm.vector.reduce.smax",
            Intrinsic::ReduceMax => "llvm.vector.reduce.umax",
            Intrinsic::ReduceAnd => "llvm.vector.reduce.and",
            Intrinsic::ReduceOr => "llvm.vector.reduce.or",
            Intrinsic::ReduceXor => "llvm.vector.reduce.xor",
            _ => return None,
        };
        self.call_intrinsic(name, &[vector])
    }

    /// Sums and products go from the first lane to the last, so that every engine gives the same.
    fn reduce_floats(&mut self, intrinsic: Intrinsic, vector: Value) -> Option<Value> {
        let (name, start) = match intrinsic {
            Intrinsic::ReduceAdd => ("llvm.vector.reduce.fadd", -0.0),
            Intrinsic::ReduceMul => ("llvm.vector.reduce.fmul", 1.0),
            Intrinsic::ReduceMin => return self.call_intrinsic("llvm.vector.reduce.fmin", &[vector]),
            Intrinsic::ReduceMax => return self.call_intrinsic("llvm.vector.reduce.fmax", &[vector]),
            _ => return None,
        };
        let start = vector.ty().element().float_constant(start);
        let (function, ty) = self.unit.intrinsic(name, vector.ty());
        Some(self.unit.builder.call(ty, function, &[start, vector]))
    }

    fn shuffle(&mut self, site: &Site) -> Option<Value> {
        let (a, b) = (site.value(0)?, site.value(1)?);
        let indices = self.constant_indices(*site.operands.get(2)?)?;
        let lanes: Vec<_> = indices.iter().map(|index| self.unit.types.i32.int(*index)).collect();
        let mask = self.unit.types.const_vector(&lanes);
        Some(self.unit.builder.shuffle(a, b, mask))
    }

    /// The lanes of a constant vector: zero, or a constant global.
    fn constant_indices(&self, operand: Operand) -> Option<Vec<u64>> {
        let ty = self.operand_ty(operand);
        let TyData::Vector { element, lanes } = ty.data() else { return None };
        let bytes = match operand {
            Operand::Constant(constant) => match self.body.constants[constant] {
                Constant::Zero(_) => &[],
                _ => return None,
            },
            Operand::Copy(place) => match place.base {
                PlaceBase::Global { symbol, .. } if self.body.path(place).is_empty() => {
                    self.unit.shared.program.globals.get(&symbol)?.data.bytes.as_slice()
                }
                _ => return None,
            },
        };
        let size = element.size() as usize;
        let lane = |index: usize| {
            let bytes = bytes.get(index * size..).unwrap_or(&[]).iter().take(size);
            bytes.enumerate().fold(0, |value, (position, byte)| value | u64::from(*byte) << (position * 8))
        };
        Some((0..*lanes as usize).map(lane).collect())
    }
}
