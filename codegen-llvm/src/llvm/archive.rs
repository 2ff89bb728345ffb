//! Archives of object files: static libraries.

use std::ffi::{CString, c_char};

use inkwell::memory_buffer::MemoryBuffer;
use llvm_sys::prelude::LLVMMemoryBufferRef;

use super::ffi;

unsafe extern "C" {
    fn hubbub_archive(
        names: *const *const c_char,
        starts: *const *const u8,
        sizes: *const usize,
        count: usize,
    ) -> LLVMMemoryBufferRef;
}

/// The bytes of an archive with these members, in their order; `None` when one of them is no object file.
pub fn archive(members: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let names: Option<Vec<CString>> = members.iter().map(|(name, _)| CString::new(*name).ok()).collect();
    let names = names?;
    let names: Vec<*const c_char> = names.iter().map(|name| name.as_ptr()).collect();
    let starts: Vec<*const u8> = members.iter().map(|(_, bytes)| bytes.as_ptr()).collect();
    let sizes: Vec<usize> = members.iter().map(|(_, bytes)| bytes.len()).collect();
    let buffer = ffi!(hubbub_archive(names.as_ptr(), starts.as_ptr(), sizes.as_ptr(), members.len()));
    if buffer.is_null() {
        return None;
    }
    // SAFETY: the buffer is a fresh one of LLVM's, and nobody else has it.
    let buffer = unsafe { MemoryBuffer::new(buffer) };
    Some(buffer.as_slice().to_vec())
}
