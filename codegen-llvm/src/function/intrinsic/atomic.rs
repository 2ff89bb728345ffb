//! Atomic operations.

use hubbub_mir::data::body::AtomicOrdering;
use hubbub_mir::{Intrinsic, Ty};

use super::{FunctionBuilder, Site};
use crate::llvm::Value;
use crate::llvm::builder::{Ordering, ReadModifyWrite};

impl FunctionBuilder<'_, '_> {
    /// Atomic intrinsics; `None` for all others.
    pub(super) fn atomic(&mut self, intrinsic: Intrinsic, site: &Site) -> Option<Vec<Value>> {
        match intrinsic {
            Intrinsic::AtomicLoad(ordering) => self.atomic_load(ordering, site),
            Intrinsic::AtomicStore(ordering) => self.atomic_store(ordering, site),
            Intrinsic::AtomicExchange(ordering) => self.update(ReadModifyWrite::LLVMAtomicRMWBinOpXchg, ordering, site),
            Intrinsic::AtomicAdd(ordering) => self.update(ReadModifyWrite::LLVMAtomicRMWBinOpAdd, ordering, site),
            Intrinsic::AtomicSub(ordering) => self.update(ReadModifyWrite::LLVMAtomicRMWBinOpSub, ordering, site),
            Intrinsic::AtomicAnd(ordering) => self.update(ReadModifyWrite::LLVMAtomicRMWBinOpAnd, ordering, site),
            Intrinsic::AtomicOr(ordering) => self.update(ReadModifyWrite::LLVMAtomicRMWBinOpOr, ordering, site),
            Intrinsic::AtomicXor(ordering) => self.update(ReadModifyWrite::LLVMAtomicRMWBinOpXor, ordering, site),
            Intrinsic::AtomicMin(ordering) | Intrinsic::AtomicMax(ordering) => {
                let is_signed = self.operand_ty(*site.operands.get(1)?).is_signed();
                let op = match (intrinsic, is_signed) {
                    (Intrinsic::AtomicMin(_), true) => ReadModifyWrite::LLVMAtomicRMWBinOpMin,
                    (Intrinsic::AtomicMin(_), false) => ReadModifyWrite::LLVMAtomicRMWBinOpUMin,
                    (_, true) => ReadModifyWrite::LLVMAtomicRMWBinOpMax,
                    (_, false) => ReadModifyWrite::LLVMAtomicRMWBinOpUMax,
                };
                self.update(op, ordering, site)
            }
            Intrinsic::AtomicCompareExchange(ordering) => self.compare_exchange(ordering, site),
            Intrinsic::Fence(AtomicOrdering::Relaxed) => Some(Vec::new()),
            Intrinsic::Fence(ordering) => {
                self.unit.builder.fence(llvm_ordering(ordering));
                Some(Vec::new())
            }
            _ => None,
        }
    }

    /// A load never releases.
    fn atomic_load(&mut self, ordering: AtomicOrdering, site: &Site) -> Option<Vec<Value>> {
        let ty = site.places.first().map_or_else(|| self.pointee(site), |place| self.place_ty(*place));
        let load = self.unit.builder.load(self.unit.memory_type(ty), site.value(0)?, natural_align(ty));
        load.set_atomic(llvm_ordering(reading(ordering)));
        Some(vec![self.register_of_memory(load, ty)])
    }

    /// A store never acquires.
    fn atomic_store(&mut self, ordering: AtomicOrdering, site: &Site) -> Option<Vec<Value>> {
        let ty = self.operand_ty(*site.operands.get(1)?);
        let value = self.memory_of_register(site.value(1)?, ty);
        let ordering = match ordering {
            AtomicOrdering::Acquire => AtomicOrdering::Relaxed,
            AtomicOrdering::AcquireRelease => AtomicOrdering::Release,
            other => other,
        };
        let store = self.unit.builder.store(value, site.value(0)?, natural_align(ty));
        store.set_atomic(llvm_ordering(ordering));
        Some(Vec::new())
    }

    fn update(&mut self, op: ReadModifyWrite, ordering: AtomicOrdering, site: &Site) -> Option<Vec<Value>> {
        let ty = self.operand_ty(*site.operands.get(1)?);
        let value = self.memory_of_register(site.value(1)?, ty);
        let old = self.unit.builder.atomic_update(op, site.value(0)?, value, llvm_ordering(ordering));
        Some(vec![self.register_of_memory(old, ty)])
    }

    fn compare_exchange(&mut self, ordering: AtomicOrdering, site: &Site) -> Option<Vec<Value>> {
        let ty = self.operand_ty(*site.operands.get(1)?);
        let expected = self.memory_of_register(site.value(1)?, ty);
        let new = self.memory_of_register(site.value(2)?, ty);
        let (success, failure) = (llvm_ordering(ordering), llvm_ordering(reading(ordering)));
        let builder = &self.unit.builder;
        let pair = builder.compare_exchange(site.value(0)?, expected, new, success, failure);
        let (old, succeeded) = (builder.extract_value(pair, 0), builder.extract_value(pair, 1));
        Some(vec![self.register_of_memory(old, ty), succeeded])
    }
}

/// The part of an ordering that a read can have.
fn reading(ordering: AtomicOrdering) -> AtomicOrdering {
    match ordering {
        AtomicOrdering::Release => AtomicOrdering::Relaxed,
        AtomicOrdering::AcquireRelease => AtomicOrdering::Acquire,
        other => other,
    }
}

/// Atomics want the alignment of their size.
fn natural_align(ty: Ty) -> u32 {
    ty.size().max(1) as u32
}

fn llvm_ordering(ordering: AtomicOrdering) -> Ordering {
    match ordering {
        AtomicOrdering::Relaxed => Ordering::LLVMAtomicOrderingMonotonic,
        AtomicOrdering::Acquire => Ordering::LLVMAtomicOrderingAcquire,
        AtomicOrdering::Release => Ordering::LLVMAtomicOrderingRelease,
        AtomicOrdering::AcquireRelease => Ordering::LLVMAtomicOrderingAcquireRelease,
        AtomicOrdering::SequentiallyConsistent => Ordering::LLVMAtomicOrderingSequentiallyConsistent,
    }
}
