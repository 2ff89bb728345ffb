//! What LLVM has to say: errors in bitcode and inline assembly, which would otherwise end the process.

use std::cell::RefCell;
use std::ffi::{CStr, c_char, c_void};
use std::sync::OnceLock;

use llvm_sys::LLVMDiagnosticSeverity;
use llvm_sys::core::*;
use llvm_sys::error_handling::LLVMInstallFatalErrorHandler;
use llvm_sys::prelude::*;

use super::ffi;

/// Something that LLVM finds wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Complaint {
    /// The `srcloc` of the inline assembly that it is about; 0 if it is about none.
    pub place: u64,
    pub message: String,
}

unsafe extern "C" {
    fn hubbub_place_of(info: LLVMDiagnosticInfoRef) -> u64;
}

/// Collects the errors of one context.
pub struct Collector(Box<RefCell<Vec<Complaint>>>);

impl Collector {
    /// Collects from now on; must live as long as `context` is used.
    pub fn new(context: LLVMContextRef) -> Self {
        let errors = Box::new(RefCell::new(Vec::new()));
        let data = std::ptr::from_ref(&*errors).cast_mut().cast::<c_void>();
        ffi!(LLVMContextSetDiagnosticHandler(context, Some(collect), data));
        Self(errors)
    }

    /// The errors so far.
    pub fn errors(&self) -> Vec<Complaint> {
        self.0.borrow().clone()
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
    let errors = unsafe { &*data.cast::<RefCell<Vec<Complaint>>>() };
    errors.borrow_mut().push(Complaint { place: ffi!(hubbub_place_of(info)), message });
}

static FATAL: OnceLock<fn(&str) -> !> = OnceLock::new();

/// Says what happens where LLVM cannot go on, instead of its ending the process by itself. The first to say so is heard.
pub fn on_fatal_error(handler: fn(&str) -> !) {
    if FATAL.set(handler).is_ok() {
        ffi!(LLVMInstallFatalErrorHandler(Some(fatal)));
    }
}

extern "C" fn fatal(reason: *const c_char) {
    // SAFETY: LLVM gives a text that ends in NUL.
    let reason = unsafe { CStr::from_ptr(reason) }.to_string_lossy();
    if let Some(handler) = FATAL.get() {
        handler(&reason);
    }
}
