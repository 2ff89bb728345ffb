//! The compiler's own memory.
//!
//! Phases allocate many blocks on all threads at once. libc's allocator extends a thread's heap by a page or two at a time, each
//! by a system call that stops the page faults of all other threads; mimalloc takes large pieces. It asks for huge pages, too, of which
//! a small compilation touches a corner and the kernel clears the whole: those are declined.

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub use hubbub_driver::memory::allow_huge_pages;

/// Sets the allocator up: freed memory goes back soon, and huge pages are declined until a program is found to be large. What this
/// process starts would inherit the latter: see [`allow_huge_pages`].
pub fn set_up() {
    hubbub_driver::memory::return_early();
    hubbub_driver::memory::decline_huge_pages();
}
