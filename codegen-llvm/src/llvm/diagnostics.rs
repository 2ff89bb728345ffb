//! What LLVM has to say: errors in bitcode and inline assembly, which would otherwise end the process.

use std::cell::RefCell;
use std::ffi::{CStr, c_void};

use llvm_sys::LLVMDiagnosticSeverity;
use llvm_sys::core::*;
use llvm_sys::prelude::*;

use super::ffi;

/// Collects the errors of one context.
pub struct Collector(Box<RefCell<Vec<String>>>);

impl Collector {
    /// Collects from now on; must live as long as `context` is used.
    pub fn new(context: LLVMContextRef) -> Self {
        let errors = Box::new(RefCell::new(Vec::new()));
        let data = std::ptr::from_ref(&*errors).cast_mut().cast::<c_void>();
        ffi!(LLVMContextSetDiagnosticHandler(context, Some(collect), data));
        Self(errors)
    }

    /// The errors so far, if there are any.
    pub fn errors(&self) -> Option<String> {
        let errors = self.0.borrow();
        (!errors.is_empty()).then(|| errors.join("; "))
    }
}

extern "C" fn collect(info: LLVMDiagnosticInfoRef, data: *mut c_void) {
    if ffi!(LLVMGetDiagInfoSeverity(info)) != LLVMDiagnosticSeverity::LLVMDSError {
        return;
    }
    let text = ffi!(LLVMGetDiagInfoDescription(info));
    // SAFETY: LLVM gives a text that ends in NUL and is ours to give back.
    let message = unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned();
    ffi!(LLVMDisposeMessage(text));
    // SAFETY: `data` is the box of the collector, which lives as long as its context is used.
    let errors = unsafe { &*data.cast::<RefCell<Vec<String>>>() };
    errors.borrow_mut().push(message);
}
