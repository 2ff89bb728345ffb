//! Blocks of memory, volatile accesses, the frame.

use hubbub_mir::{Intrinsic, Ty};

use super::{FunctionBuilder, Site};
use crate::llvm::Value;
use crate::llvm::attributes::{Attribute, Position};
use crate::unit::address_of;

impl FunctionBuilder<'_, '_> {
    /// Intrinsics on memory; `None` for all others.
    pub(super) fn memory(&mut self, intrinsic: Intrinsic, site: &Site) -> Option<Vec<Value>> {
        let none = Some(Vec::new());
        let types = self.unit.types;
        match intrinsic {
            Intrinsic::MemoryCopy => {
                self.unit.builder.memory_copy(site.value(0)?, 1, site.value(1)?, 1, site.value(2)?);
                none
            }
            Intrinsic::MemoryMove => {
                self.unit.builder.memory_move(site.value(0)?, 1, site.value(1)?, 1, site.value(2)?);
                none
            }
            Intrinsic::MemorySet => {
                self.unit.builder.memory_set(site.value(0)?, site.value(1)?, site.value(2)?, 1);
                none
            }
            Intrinsic::MemoryCompare => Some(vec![self.memory_compare(&site.values)]),
            Intrinsic::VolatileLoad => {
                let ty = site.places.first().map_or_else(|| self.pointee(site), |place| self.place_ty(*place));
                let load = self.unit.builder.load(self.unit.memory_type(ty), site.value(0)?, ty.align());
                load.set_volatile();
                Some(vec![self.register_of_memory(load, ty)])
            }
            Intrinsic::VolatileStore => {
                let ty = self.operand_ty(*site.operands.get(1)?);
                let value = self.memory_of_register(site.value(1)?, ty);
                self.unit.builder.store(value, site.value(0)?, ty.align()).set_volatile();
                none
            }
            Intrinsic::FrameAddress => {
                let (function, ty) = self.unit.intrinsic("llvm.frameaddress", types.ptr);
                Some(vec![self.unit.builder.call(ty, function, &[types.i32.zero()])])
            }
            Intrinsic::DebugTrap => {
                let (function, ty) = self.unit.module.intrinsic("llvm.debugtrap", &[]);
                self.unit.builder.call(ty, function, &[]);
                none
            }
            _ => None,
        }
    }

    /// C's `memcmp`, which LLVM knows and expands for small sizes.
    fn memory_compare(&mut self, values: &[Value]) -> Value {
        let types = self.unit.types;
        let ty = types.function(types.i32, &[types.ptr, types.ptr, types.i64], false);
        let function = self.unit.module.function("memcmp").unwrap_or_else(|| {
            let function = self.unit.module.add_function("memcmp", ty);
            function.add_attribute(Position::Function, Attribute::NoUnwind.make(&types));
            function
        });
        self.unit.builder.call(ty, function, values)
    }

    /// What a pointer operand points to.
    pub(super) fn pointee(&self, site: &Site) -> Ty {
        address_of(site.ty).unwrap_or_else(Ty::i64)
    }
}
