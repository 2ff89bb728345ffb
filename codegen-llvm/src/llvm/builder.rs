//! Builds instructions at the end of a block.

use llvm_sys::core::*;
use llvm_sys::prelude::*;
pub use llvm_sys::{
    LLVMAtomicOrdering as Ordering, LLVMAtomicRMWBinOp as ReadModifyWrite, LLVMIntPredicate as IntCompare,
    LLVMOpcode as Opcode, LLVMRealPredicate as FloatCompare, LLVMTailCallKind as TailCall,
};

use super::{BasicBlock, Metadata, Type, Types, Value, ffi};

/// What a pointer's arithmetic may be assumed to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bounds {
    /// Stays within the object (of locals and globals).
    Inside,
    /// Does not wrap; the base may be null (behind pointers).
    Forward,
    /// As `Forward`, in either direction.
    Either,
}

const INSIDE: u32 = 1;
const NO_SIGNED_WRAP: u32 = 2;
const NO_UNSIGNED_WRAP: u32 = 4;

impl Bounds {
    fn flags(self) -> u32 {
        match self {
            Bounds::Inside => INSIDE | NO_UNSIGNED_WRAP,
            Bounds::Forward => NO_SIGNED_WRAP | NO_UNSIGNED_WRAP,
            Bounds::Either => NO_SIGNED_WRAP,
        }
    }
}

/// An instruction builder.
pub struct Builder(LLVMBuilderRef);

impl Drop for Builder {
    fn drop(&mut self) {
        ffi!(LLVMDisposeBuilder(self.0));
    }
}

const NO_NAME: *const std::ffi::c_char = c"".as_ptr();

impl Builder {
    pub fn new(types: &Types) -> Self {
        Self(ffi!(LLVMCreateBuilderInContext(types.context)))
    }

    /// Goes on at the end of `block`.
    pub fn position_at_end(&self, block: BasicBlock) {
        ffi!(LLVMPositionBuilderAtEnd(self.0, block.0));
    }

    /// Where it stands.
    pub fn block(&self) -> BasicBlock {
        BasicBlock(ffi!(LLVMGetInsertBlock(self.0)))
    }

    /// The place in the source of what is built from now on; `None` for code without one.
    pub fn set_location(&self, location: Option<Metadata>) {
        ffi!(LLVMSetCurrentDebugLocation2(self.0, location.map_or(std::ptr::null_mut(), |node| node.0)));
    }

    pub fn alloca(&self, ty: Type, align: u32) -> Value {
        let value = ffi!(LLVMBuildAlloca(self.0, ty.0, NO_NAME));
        ffi!(LLVMSetAlignment(value, align));
        Value(value)
    }

    pub fn load(&self, ty: Type, pointer: Value, align: u32) -> Value {
        let value = ffi!(LLVMBuildLoad2(self.0, ty.0, pointer.0, NO_NAME));
        ffi!(LLVMSetAlignment(value, align));
        Value(value)
    }

    pub fn store(&self, value: Value, pointer: Value, align: u32) -> Value {
        let store = ffi!(LLVMBuildStore(self.0, value.0, pointer.0));
        ffi!(LLVMSetAlignment(store, align));
        Value(store)
    }

    /// `pointer + bytes`.
    pub fn offset(&self, types: &Types, pointer: Value, bytes: u64, bounds: Bounds) -> Value {
        if bytes == 0 {
            return pointer;
        }
        self.element(types.i8, pointer, types.const_i64(bytes), bounds)
    }

    /// The address of element `index` of an array of `element`s.
    pub fn element(&self, element: Type, pointer: Value, index: Value, bounds: Bounds) -> Value {
        let mut index = [index.0];
        let flags = bounds.flags();
        Value(ffi!(LLVMBuildGEPWithNoWrapFlags(self.0, element.0, pointer.0, index.as_mut_ptr(), 1, NO_NAME, flags)))
    }

    pub fn memory_copy(&self, to: Value, to_align: u32, from: Value, from_align: u32, bytes: Value) -> Value {
        Value(ffi!(LLVMBuildMemCpy(self.0, to.0, to_align, from.0, from_align, bytes.0)))
    }

    pub fn memory_move(&self, to: Value, to_align: u32, from: Value, from_align: u32, bytes: Value) -> Value {
        Value(ffi!(LLVMBuildMemMove(self.0, to.0, to_align, from.0, from_align, bytes.0)))
    }

    pub fn memory_set(&self, to: Value, byte: Value, bytes: Value, align: u32) -> Value {
        Value(ffi!(LLVMBuildMemSet(self.0, to.0, byte.0, bytes.0, align)))
    }

    pub fn binary(&self, opcode: Opcode, a: Value, b: Value) -> Value {
        Value(ffi!(LLVMBuildBinOp(self.0, opcode, a.0, b.0, NO_NAME)))
    }

    pub fn neg(&self, a: Value) -> Value {
        Value(ffi!(LLVMBuildNeg(self.0, a.0, NO_NAME)))
    }

    pub fn fneg(&self, a: Value) -> Value {
        Value(ffi!(LLVMBuildFNeg(self.0, a.0, NO_NAME)))
    }

    pub fn not(&self, a: Value) -> Value {
        Value(ffi!(LLVMBuildNot(self.0, a.0, NO_NAME)))
    }

    pub fn int_compare(&self, predicate: IntCompare, a: Value, b: Value) -> Value {
        Value(ffi!(LLVMBuildICmp(self.0, predicate, a.0, b.0, NO_NAME)))
    }

    pub fn float_compare(&self, predicate: FloatCompare, a: Value, b: Value) -> Value {
        Value(ffi!(LLVMBuildFCmp(self.0, predicate, a.0, b.0, NO_NAME)))
    }

    pub fn select(&self, condition: Value, a: Value, b: Value) -> Value {
        Value(ffi!(LLVMBuildSelect(self.0, condition.0, a.0, b.0, NO_NAME)))
    }

    pub fn cast(&self, opcode: Opcode, value: Value, ty: Type) -> Value {
        Value(ffi!(LLVMBuildCast(self.0, opcode, value.0, ty.0, NO_NAME)))
    }

    pub fn freeze(&self, value: Value) -> Value {
        Value(ffi!(LLVMBuildFreeze(self.0, value.0, NO_NAME)))
    }

    pub fn extract_value(&self, aggregate: Value, index: usize) -> Value {
        Value(ffi!(LLVMBuildExtractValue(self.0, aggregate.0, index as u32, NO_NAME)))
    }

    pub fn insert_value(&self, aggregate: Value, value: Value, index: usize) -> Value {
        Value(ffi!(LLVMBuildInsertValue(self.0, aggregate.0, value.0, index as u32, NO_NAME)))
    }

    pub fn insert_element(&self, vector: Value, value: Value, index: Value) -> Value {
        Value(ffi!(LLVMBuildInsertElement(self.0, vector.0, value.0, index.0, NO_NAME)))
    }

    pub fn shuffle(&self, a: Value, b: Value, mask: Value) -> Value {
        Value(ffi!(LLVMBuildShuffleVector(self.0, a.0, b.0, mask.0, NO_NAME)))
    }

    pub fn call(&self, ty: Type, callee: Value, arguments: &[Value]) -> Value {
        let (pointer, count) = (arguments.as_ptr() as *mut LLVMValueRef, arguments.len() as u32);
        Value(ffi!(LLVMBuildCall2(self.0, ty.0, callee.0, pointer, count, NO_NAME)))
    }

    pub fn branch(&self, to: BasicBlock) {
        ffi!(LLVMBuildBr(self.0, to.0));
    }

    pub fn conditional_branch(&self, condition: Value, then: BasicBlock, otherwise: BasicBlock) -> Value {
        Value(ffi!(LLVMBuildCondBr(self.0, condition.0, then.0, otherwise.0)))
    }

    pub fn switch(&self, value: Value, otherwise: BasicBlock, cases: &[(Value, BasicBlock)]) -> Value {
        let switch = ffi!(LLVMBuildSwitch(self.0, value.0, otherwise.0, cases.len() as u32));
        for (case, block) in cases {
            ffi!(LLVMAddCase(switch, case.0, block.0));
        }
        Value(switch)
    }

    pub fn return_void(&self) {
        ffi!(LLVMBuildRetVoid(self.0));
    }

    pub fn return_value(&self, value: Value) {
        ffi!(LLVMBuildRet(self.0, value.0));
    }

    pub fn unreachable(&self) {
        ffi!(LLVMBuildUnreachable(self.0));
    }

    pub fn fence(&self, ordering: Ordering) {
        ffi!(LLVMBuildFence(self.0, ordering, 0, NO_NAME));
    }

    pub fn atomic_update(&self, op: ReadModifyWrite, pointer: Value, value: Value, ordering: Ordering) -> Value {
        Value(ffi!(LLVMBuildAtomicRMW(self.0, op, pointer.0, value.0, ordering, 0)))
    }

    /// Gives `{ old value, i1 succeeded }`.
    pub fn compare_exchange(
        &self,
        pointer: Value,
        expected: Value,
        new: Value,
        success: Ordering,
        failure: Ordering,
    ) -> Value {
        Value(ffi!(LLVMBuildAtomicCmpXchg(self.0, pointer.0, expected.0, new.0, success, failure, 0)))
    }
}

impl Value {
    pub fn set_atomic(self, ordering: Ordering) {
        ffi!(LLVMSetOrdering(self.0, ordering));
    }

    pub fn set_volatile(self) {
        ffi!(LLVMSetVolatile(self.0, 1));
    }

    pub fn set_call_convention(self, convention: u32) {
        ffi!(LLVMSetInstructionCallConv(self.0, convention));
    }

    pub fn set_tail_call(self, kind: TailCall) {
        ffi!(LLVMSetTailCallKind(self.0, kind));
    }
}
