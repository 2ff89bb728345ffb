//! Joins the runtime's bitcode with a module, so that its small procedures can be inlined.
//!
//! Bodies come along as `available_externally` copies: LLVM reads those that the program reaches, inlines what pays, and drops the
//! rest, for the archive `runtime.a` defines the same symbols. State is only declared, so there is one instance of it.

use inkwell::module::Module;
use llvm_sys::LLVMLinkage;
use llvm_sys::bit_reader::LLVMGetBitcodeModuleInContext2;
use llvm_sys::comdat::LLVMSetComdat;
use llvm_sys::core::*;
use llvm_sys::linker::LLVMLinkModules2;
use llvm_sys::prelude::*;

use crate::llvm::{Types, ffi};
use crate::options::Error;

/// Joins one module of the runtime with the program's.
pub fn join(types: &Types, module: &Module, bitcode: &[u8]) -> Result<(), Error> {
    let runtime = read_lazily(types.context, bitcode)?;
    ffi!(LLVMSetModuleInlineAsm2(runtime, c"".as_ptr(), 0));
    ffi!(LLVMSetTarget(runtime, LLVMGetTarget(module.as_mut_ptr())));
    drop_lists(runtime);
    each(runtime, |module| ffi!(LLVMGetFirstFunction(module)), |f| ffi!(LLVMGetNextFunction(f)), make_copy);
    each(runtime, |module| ffi!(LLVMGetFirstGlobal(module)), |g| ffi!(LLVMGetNextGlobal(g)), declare_state);
    match ffi!(LLVMLinkModules2(module.as_mut_ptr(), runtime)) {
        0 => Ok(()),
        _ => Err(Error::Runtime("its declarations contradict the program's".to_owned())),
    }
}

/// Reads declarations now and bodies when they are wanted.
fn read_lazily(context: LLVMContextRef, bitcode: &[u8]) -> Result<LLVMModuleRef, Error> {
    let buffer =
        ffi!(LLVMCreateMemoryBufferWithMemoryRangeCopy(bitcode.as_ptr().cast(), bitcode.len(), c"runtime".as_ptr()));
    let mut runtime = std::ptr::null_mut();
    match ffi!(LLVMGetBitcodeModuleInContext2(context, buffer, &mut runtime)) {
        0 => Ok(runtime),
        _ => Err(Error::Runtime("this LLVM cannot read it".to_owned())),
    }
}

/// `llvm.used` and its kin would keep everything.
fn drop_lists(runtime: LLVMModuleRef) {
    for name in [c"llvm.used", c"llvm.compiler.used"] {
        let list = ffi!(LLVMGetNamedGlobal(runtime, name.as_ptr()));
        if !list.is_null() {
            ffi!(LLVMDeleteGlobal(list));
        }
    }
}

fn each(
    module: LLVMModuleRef,
    first: impl Fn(LLVMModuleRef) -> LLVMValueRef,
    next: impl Fn(LLVMValueRef) -> LLVMValueRef,
    change: impl Fn(LLVMValueRef),
) {
    let mut value = first(module);
    while !value.is_null() {
        let following = next(value);
        change(value);
        value = following;
    }
}

fn make_copy(function: LLVMValueRef) {
    if ffi!(LLVMIsDeclaration(function)) == 0 && is_external(function) {
        ffi!(LLVMSetComdat(function, std::ptr::null_mut()));
        ffi!(LLVMSetLinkage(function, LLVMLinkage::LLVMAvailableExternallyLinkage));
    }
}

fn declare_state(global: LLVMValueRef) {
    if ffi!(LLVMIsDeclaration(global)) != 0 || !is_external(global) {
        return;
    }
    ffi!(LLVMSetComdat(global, std::ptr::null_mut()));
    if ffi!(LLVMIsGlobalConstant(global)) != 0 {
        ffi!(LLVMSetLinkage(global, LLVMLinkage::LLVMAvailableExternallyLinkage));
    } else {
        ffi!(LLVMSetInitializer(global, std::ptr::null_mut()));
    }
}

fn is_external(value: LLVMValueRef) -> bool {
    !matches!(ffi!(LLVMGetLinkage(value)), LLVMLinkage::LLVMInternalLinkage | LLVMLinkage::LLVMPrivateLinkage)
}
