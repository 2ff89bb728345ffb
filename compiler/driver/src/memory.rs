//! How this process asks the kernel for memory: in small pages or in huge ones.
//!
//! Of a huge page the kernel clears the whole, of which a small compilation touches a corner; a large one takes a page fault for
//! every four kilobytes without them, which is a third of the time of its parser. So they are declined at first, and allowed from
//! the moment on at which the sources that were read show that the program is large.

use std::sync::atomic::{AtomicU64, Ordering};

pub use hubbub_codegen_llvm::memory::return_early;

/// Bytes of source from which on a program is large: some fifty thousand lines, a hundred megabytes of memory.
const LARGE: u64 = 2 << 20;

/// Declines huge pages. What this process starts would inherit that: see [`allow_huge_pages`].
pub fn decline_huge_pages() {
    // A kernel without them has nothing to decline.
    let _ = rustix::thread::disable_transparent_huge_pages(true);
}

/// Allows huge pages again, before this process starts or becomes the user's program.
pub fn allow_huge_pages() {
    let _ = rustix::thread::disable_transparent_huge_pages(false);
}

/// Counts bytes of source, and allows huge pages once they are many.
pub(crate) fn note_source(bytes: u64) {
    static READ: AtomicU64 = AtomicU64::new(0);
    let before = READ.fetch_add(bytes, Ordering::Relaxed);
    if before < LARGE && before + bytes >= LARGE {
        allow_huge_pages();
    }
}
