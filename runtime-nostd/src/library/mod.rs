//! What the standard library takes from Rust's crates: one module a facility, each a cargo feature, a module of bitcode and a member
//! of the archive of its own.
//!
//! The symbols of a facility begin with its name: `hb_table_find` is `table`'s. `scripts/build` compiles the crate once for each
//! facility with nothing but that feature on, and keeps of it what those symbols reach; a program is joined with the bitcode of the
//! facilities that it names. Nothing here keeps state, and what is kept lies in blocks that who calls hands in. So no context is
//! needed, and no call goes from here back into the program; `yaml` alone has readers that live on, and asks the program for their memory.

#[cfg(feature = "hash")]
pub mod hash;
#[cfg(feature = "math")]
pub mod math;
#[cfg(feature = "os")]
mod os;
#[cfg(feature = "random")]
pub mod random;
#[cfg(feature = "sort")]
mod sort;
#[cfg(feature = "table")]
mod table;
#[cfg(feature = "text")]
pub mod text;
#[cfg(feature = "unicode")]
pub mod unicode;
#[cfg(feature = "yaml")]
pub mod yaml;

/// Bytes that a program hands in.
///
/// # Safety
///
/// There are so many, and nobody changes them meanwhile.
#[cfg(all(feature = "library", any(feature = "hash", feature = "text", feature = "unicode", feature = "yaml")))]
unsafe fn bytes_at<'a>(data: *const u8, length: usize) -> &'a [u8] {
    if length == 0 {
        return &[];
    }
    // SAFETY: the caller's promise.
    unsafe { core::slice::from_raw_parts(data, length) }
}

#[cfg(all(feature = "library", not(feature = "yaml")))]
mod heap {
    use core::alloc::{GlobalAlloc, Layout};

    unsafe extern "C" {
        fn hb_rt_page_allocate(size: usize, alignment: usize) -> *mut u8;
        fn hb_rt_page_free(old: *mut u8, size: usize);
    }

    /// What crates take for the time of a call and no longer: where a letter has many marks, normal forms need some bytes.
    struct Scratch;

    // SAFETY: the runtime's allocator of pages.
    unsafe impl GlobalAlloc for Scratch {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            // SAFETY: any size and alignment will do.
            unsafe { hb_rt_page_allocate(layout.size(), layout.align()) }
        }

        unsafe fn dealloc(&self, old: *mut u8, layout: Layout) {
            // SAFETY: it comes from `alloc`.
            unsafe { hb_rt_page_free(old, layout.size()) }
        }
    }

    #[global_allocator]
    static SCRATCH: Scratch = Scratch;
}
