//! Operations that the code generator knows by itself: numbers here, [`atomic`], [`memory`], [`vector`] and [`assembly`] beside.

mod assembly;
mod atomic;
mod memory;
mod vector;

use hubbub_base::table::Run;
use hubbub_mir::{Intrinsic, Operand, Place, Ty};

use super::{FunctionBuilder, element_of};
use crate::llvm::Value;
use crate::options::Error;

pub use assembly::place as assembly_place;

/// Arguments and results of one intrinsic.
struct Site<'a> {
    operands: &'a [Operand],
    places: &'a [Place],
    values: Vec<Value>,
    /// The type of the first operand.
    ty: Ty,
}

impl Site<'_> {
    fn value(&self, index: usize) -> Option<Value> {
        self.values.get(index).copied()
    }
}

impl<'a> FunctionBuilder<'_, 'a> {
    pub(super) fn intrinsic(&mut self, intrinsic: Intrinsic, arguments: Run, results: Run) -> Result<(), Error> {
        let operands = self.body.operands(arguments);
        let places = self.body.places(results);
        if matches!(intrinsic, Intrinsic::InlineAsm) {
            return self.inline_assembly(operands, places);
        }
        let values = operands.iter().map(|operand| self.operand(*operand)).collect::<Result<Vec<_>, _>>()?;
        let ty = operands.first().map_or_else(Ty::i64, |operand| self.operand_ty(*operand));
        let site = Site { operands, places, values, ty };
        let found = match self.number(intrinsic, &site) {
            Some(values) => Some(values),
            None => match self.memory(intrinsic, &site) {
                Some(values) => Some(values),
                None => match self.atomic(intrinsic, &site) {
                    Some(values) => Some(values),
                    None => self.vector(intrinsic, &site),
                },
            },
        };
        let Some(values) = found else {
            return Err(self.internal(format!("{intrinsic:?} with {} operands", operands.len())));
        };
        values.iter().zip(places).try_for_each(|(value, place)| self.assign_scalar(*place, *value))
    }

    /// An intrinsic of LLVM that is overloaded for the type of its first argument.
    fn call_intrinsic(&mut self, name: &'static str, arguments: &[Value]) -> Option<Value> {
        let overload = arguments.first()?.ty();
        let (function, ty) = self.unit.intrinsic(name, overload);
        Some(self.unit.builder.call(ty, function, arguments))
    }

    /// Intrinsics on numbers; `None` for all others.
    fn number(&mut self, intrinsic: Intrinsic, site: &Site) -> Option<Vec<Value>> {
        let is_signed = element_of(site.ty).is_signed();
        if let Some(name) = plain_name(intrinsic) {
            return Some(vec![self.call_intrinsic(name, &site.values)?]);
        }
        match intrinsic {
            Intrinsic::LeadingZeros => self.counting("llvm.ctlz", site),
            Intrinsic::TrailingZeros => self.counting("llvm.cttz", site),
            Intrinsic::ByteSwap if element_of(site.ty).size() == 1 => Some(vec![site.value(0)?]),
            Intrinsic::ByteSwap => Some(vec![self.call_intrinsic("llvm.bswap", &site.values)?]),
            Intrinsic::RotateLeft => self.rotate("llvm.fshl", site),
            Intrinsic::RotateRight => self.rotate("llvm.fshr", site),
            Intrinsic::AddOverflow if is_signed => self.overflowing("llvm.sadd.with.overflow", site),
            Intrinsic::AddOverflow => self.overflowing("llvm.uadd.with.overflow", site),
            Intrinsic::SubOverflow if is_signed => self.overflowing("llvm.ssub.with.overflow", site),
            Intrinsic::SubOverflow => self.overflowing("llvm.usub.with.overflow", site),
            Intrinsic::MulOverflow if is_signed => self.overflowing("llvm.smul.with.overflow", site),
            Intrinsic::MulOverflow => self.overflowing("llvm.umul.with.overflow", site),
            _ => None,
        }
    }

    /// The width for zero.
    fn counting(&mut self, name: &'static str, site: &Site) -> Option<Vec<Value>> {
        let is_zero_poison = self.unit.types.i1.zero();
        Some(vec![self.call_intrinsic(name, &[site.value(0)?, is_zero_poison])?])
    }

    fn rotate(&mut self, name: &'static str, site: &Site) -> Option<Vec<Value>> {
        let (value, count) = (site.value(0)?, site.value(1)?);
        let count_ty = self.operand_ty(*site.operands.get(1)?);
        let count = self.int_cast(count, super::unsigned(count_ty), site.ty);
        Some(vec![self.call_intrinsic(name, &[value, value, count])?])
    }

    /// `{ result, overflowed }`, taken apart.
    fn overflowing(&mut self, name: &'static str, site: &Site) -> Option<Vec<Value>> {
        let pair = self.call_intrinsic(name, &site.values)?;
        let builder = &self.unit.builder;
        Some(vec![builder.extract_value(pair, 0), builder.extract_value(pair, 1)])
    }
}

/// Intrinsics that are one of LLVM's, argument by argument.
fn plain_name(intrinsic: Intrinsic) -> Option<&'static str> {
    Some(match intrinsic {
        Intrinsic::SquareRoot => "llvm.sqrt",
        Intrinsic::Floor => "llvm.floor",
        Intrinsic::Ceil => "llvm.ceil",
        Intrinsic::Truncate => "llvm.trunc",
        Intrinsic::RoundEven => "llvm.roundeven",
        Intrinsic::AbsoluteFloat => "llvm.fabs",
        Intrinsic::FusedMultiplyAdd => "llvm.fma",
        Intrinsic::MinimumFloat => "llvm.minnum",
        Intrinsic::MaximumFloat => "llvm.maxnum",
        Intrinsic::CopySign => "llvm.copysign",
        Intrinsic::CountOnes => "llvm.ctpop",
        Intrinsic::BitReverse => "llvm.bitreverse",
        _ => return None,
    })
}
