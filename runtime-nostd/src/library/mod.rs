//! What the standard library takes from Rust's crates: one module a facility, each a cargo feature, a module of bitcode and a member
//! of the archive of its own.
//!
//! The symbols of a facility begin with its name: `hb_table_find` is `table`'s. `scripts/build` compiles the crate once for each
//! facility with nothing but that feature on, and keeps of it what those symbols reach; a program is joined with the bitcode of the
//! facilities that it names. Nothing here keeps state or takes memory by itself: who calls hands in the blocks. So no context is
//! needed, and no call goes from here back into the program unless a parameter says so.

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

/// Bytes that a program hands in.
///
/// # Safety
///
/// There are so many, and nobody changes them meanwhile.
#[cfg(all(feature = "library", any(feature = "hash", feature = "text")))]
unsafe fn bytes_at<'a>(data: *const u8, length: usize) -> &'a [u8] {
    if length == 0 {
        return &[];
    }
    // SAFETY: the caller's promise.
    unsafe { core::slice::from_raw_parts(data, length) }
}

#[cfg(feature = "library")]
mod no_heap {
    use core::alloc::{GlobalAlloc, Layout};

    /// Crates that could take memory by themselves want somebody to ask. They never do: what they keep is in blocks of the program's.
    struct Nobody;

    // SAFETY: it never gives a block.
    unsafe impl GlobalAlloc for Nobody {
        unsafe fn alloc(&self, _: Layout) -> *mut u8 {
            core::ptr::null_mut()
        }

        unsafe fn dealloc(&self, _: *mut u8, _: Layout) {}
    }

    #[global_allocator]
    static NOBODY: Nobody = Nobody;
}
