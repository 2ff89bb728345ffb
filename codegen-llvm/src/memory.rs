//! How the allocator of this process behaves, which LLVM shares with the compiler: `hubbubc` makes it mimalloc.

/// `mi_option_purge_delay` of mimalloc 3, for which libmimalloc-sys has no name.
const PURGE_DELAY: libmimalloc_sys::mi_option_t = 15;

/// Gives freed memory back to the system after ten milliseconds rather than a second: the arrays of a phase are large, and gone
/// before the next phase has filled its own.
pub fn return_early() {
    // SAFETY: options may be set, and memory collected, at any time from any thread. The collection ends the wait that what was freed
    // before began under the old delay.
    unsafe {
        libmimalloc_sys::mi_option_set(PURGE_DELAY, 10);
        libmimalloc_sys::mi_collect(true);
    }
}
