//! The program's arguments, found only by those who ask.

use crate::allocator;
use core::cell::UnsafeCell;
use core::ptr;

/// A Hubbub `String`, and any `Slice{T}`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Slice<T> {
    pub data: *const T,
    pub length: usize,
}

struct Raw(UnsafeCell<(usize, *const *const u8)>);
// SAFETY: written once, before the program runs.
unsafe impl Sync for Raw {}

static RAW: Raw = Raw(UnsafeCell::new((0, ptr::null())));

/// Keeps what the process was started with.
///
/// # Safety
/// `values` points to `count` C strings that live for ever; called before anything else runs.
#[inline(always)]
pub unsafe fn remember(count: usize, values: *const *const u8) {
    // SAFETY: nobody else runs yet.
    unsafe { *RAW.0.get() = (count, values) };
}

/// Stores the slice of the program's arguments, its own name first, at `out`.
///
/// # Safety
/// `out` points to room for a slice.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_arguments(out: *mut Slice<Slice<u8>>) {
    // SAFETY: written before the program ran.
    let (count, values) = unsafe { *RAW.0.get() };
    let strings: *mut Slice<u8> = allocator::allocate(count * size_of::<Slice<u8>>(), 8).cast();
    let mut length = 0;
    while length < count && !strings.is_null() {
        // SAFETY: `remember` was promised `count` C strings; there is room for as many slices.
        unsafe {
            let data = *values.add(length);
            *strings.add(length) = Slice { data, length: c_length(data) };
        }
        length += 1;
    }
    // SAFETY: the caller's promise.
    unsafe { *out = Slice { data: strings, length } };
}

/// The environment: pointers to C strings, then null. It stands behind the arguments.
#[unsafe(no_mangle)]
pub extern "C" fn hb_rt_environment() -> *const *const u8 {
    // SAFETY: written before the program ran; behind the arguments and their null the kernel has put the environment.
    unsafe {
        let (count, values) = *RAW.0.get();
        if values.is_null() { values } else { values.add(count + 1) }
    }
}

/// C's strlen, for short strings.
///
/// # Safety
/// `text` ends in a NUL.
pub unsafe fn c_length(text: *const u8) -> usize {
    let mut length = 0;
    // SAFETY: not behind the NUL.
    while unsafe { text.add(length).read_volatile() } != 0 {
        length += 1;
    }
    length
}
