//! Bytes compared and copied, as the compiler asks for it when it does not do it in line.

use core::ptr;

unsafe extern "C" {
    fn memcmp(a: *const u8, b: *const u8, size: usize) -> i32;
}

/// # Safety
/// Both ranges exist; they may overlap.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_memory_copy(to: *mut u8, from: *const u8, size: usize) {
    // SAFETY: the caller's promise.
    unsafe { ptr::copy(from, to, size) };
}

/// # Safety
/// The range exists.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_memory_set(to: *mut u8, byte: i32, size: usize) {
    // SAFETY: the caller's promise.
    unsafe { ptr::write_bytes(to, byte as u8, size) };
}

/// # Safety
/// Both ranges exist.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_memory_equal(a: *const u8, b: *const u8, size: usize) -> bool {
    // SAFETY: the caller's promise.
    unsafe { memcmp(a, b, size) == 0 }
}

/// # Safety
/// Both ranges exist.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_memory_compare(a: *const u8, b: *const u8, size: usize) -> i32 {
    // SAFETY: the caller's promise.
    unsafe { memcmp(a, b, size) }.signum()
}
