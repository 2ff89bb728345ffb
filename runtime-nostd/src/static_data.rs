//! What lies in the program's image, for allocators that must not free it.

unsafe extern "C" {
    /// The image's first byte; the linker defines it.
    static __executable_start: u8;
    /// Behind its last byte.
    static _end: u8;
}

/// Whether an address lies in the image: code, constants, variables. What an allocator has given never does.
///
/// Blocks lie above programs, so a comparison with the end is all that freeing one costs.
#[inline(always)]
pub(crate) fn is_static(address: *const u8) -> bool {
    let end = &raw const _end;
    address.addr() < end.addr() && is_behind_start(address)
}

#[cold]
#[inline(never)]
fn is_behind_start(address: *const u8) -> bool {
    let start = &raw const __executable_start;
    address.addr() >= start.addr()
}

/// See [`is_static`].
#[unsafe(no_mangle)]
pub extern "C" fn hb_rt_is_static(address: *const u8) -> bool {
    is_static(address)
}

/// The interpreter has its own procedure of this name: the standard library asks where a facility has another way there.
#[unsafe(no_mangle)]
pub extern "C" fn hb_rt_is_interpreted() -> bool {
    false
}
