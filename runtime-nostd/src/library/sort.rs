//! Sorting in place, by core's `sort_unstable`: numbers, and strings by their bytes.
//!
//! Whoever sorts anything else has a comparison of his own, which must be inlined into the loops: that is done in the standard library.
//! Equal elements of these types cannot be told apart, so what is not stable is enough.

use core::slice;

/// # Safety
///
/// There are so many elements.
unsafe fn elements<'a, T>(data: *mut T, length: usize) -> &'a mut [T] {
    if length == 0 {
        return &mut [];
    }
    // SAFETY: the caller's promise.
    unsafe { slice::from_raw_parts_mut(data, length) }
}

macro_rules! sorts {
    ($($name:ident $ty:ty, $by:ident;)*) => {
        $(
            /// # Safety
            ///
            /// There are so many elements.
            #[unsafe(no_mangle)]
            unsafe extern "C" fn $name(data: *mut $ty, length: usize) {
                // SAFETY: the caller's promise.
                $by(unsafe { elements(data, length) });
            }
        )*
    };
}

fn ordered<T: Ord>(elements: &mut [T]) {
    elements.sort_unstable();
}

fn floats_f32(elements: &mut [f32]) {
    elements.sort_unstable_by(f32::total_cmp);
}

fn floats_f64(elements: &mut [f64]) {
    elements.sort_unstable_by(f64::total_cmp);
}

/// A string as a Hubbub program has it.
#[repr(C)]
struct Text {
    data: *const u8,
    length: usize,
}

impl Text {
    fn bytes(&self) -> &[u8] {
        if self.length == 0 {
            return &[];
        }
        // SAFETY: strings have so many bytes.
        unsafe { slice::from_raw_parts(self.data, self.length) }
    }
}

fn texts(elements: &mut [Text]) {
    elements.sort_unstable_by(|a, b| a.bytes().cmp(b.bytes()));
}

sorts! {
    hb_sort_u8 u8, ordered;
    hb_sort_u16 u16, ordered;
    hb_sort_u32 u32, ordered;
    hb_sort_u64 u64, ordered;
    hb_sort_u128 u128, ordered;
    hb_sort_i8 i8, ordered;
    hb_sort_i16 i16, ordered;
    hb_sort_i32 i32, ordered;
    hb_sort_i64 i64, ordered;
    hb_sort_i128 i128, ordered;
    hb_sort_f32 f32, floats_f32;
    hb_sort_f64 f64, floats_f64;
    hb_sort_string Text, texts;
}
