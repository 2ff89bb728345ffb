//! Files of machine code, by `cpp/emit.cpp`.

use inkwell::memory_buffer::MemoryBuffer;
use inkwell::module::Module;
use inkwell::targets::TargetMachine;
use llvm_sys::prelude::{LLVMMemoryBufferRef, LLVMModuleRef};
use llvm_sys::target_machine::LLVMTargetMachineRef;

use super::ffi;

/// What is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    Object,
    Assembly,
}

unsafe extern "C" {
    fn hubbub_emit(machine: LLVMTargetMachineRef, module: LLVMModuleRef, is_assembly: i32) -> LLVMMemoryBufferRef;
}

/// Generates code for a module, which is used up by it; `None` when the target has no such files.
pub fn write(module: &Module, machine: &TargetMachine, form: Form) -> Option<Vec<u8>> {
    let is_assembly = i32::from(form == Form::Assembly);
    let buffer = ffi!(hubbub_emit(machine.as_mut_ptr(), module.as_mut_ptr(), is_assembly));
    if buffer.is_null() {
        return None;
    }
    // SAFETY: the buffer is a fresh one of LLVM's, and nobody else has it.
    let buffer = unsafe { MemoryBuffer::new(buffer) };
    Some(buffer.as_slice().to_vec())
}
