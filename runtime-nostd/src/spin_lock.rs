//! The lock of the runtime's own state. It costs a load or two as long as the process has one thread.

use core::ptr;
use core::sync::atomic::{AtomicBool, AtomicPtr, AtomicU8, Ordering};

/// The byte that is 0 once there are threads; null as long as there can be none. libc keeps such a byte, because C code can
/// start threads behind our back.
static WATCHED: AtomicPtr<AtomicU8> = AtomicPtr::new(ptr::null_mut());

/// What is watched when we know by ourselves.
static THREADED: AtomicU8 = AtomicU8::new(0);

/// From now on locks are taken.
pub fn expect_threads() {
    WATCHED.store((&raw const THREADED).cast_mut(), Ordering::SeqCst);
}

/// Locks are taken whenever this byte is 0; never for null.
///
/// # Safety
/// The byte is there for ever, and 0 before a second thread runs.
pub unsafe fn watch(byte: *const AtomicU8) {
    WATCHED.store(byte.cast_mut(), Ordering::SeqCst);
}

/// Could there be threads at some time?
pub fn may_have_threads() -> bool {
    !WATCHED.load(Ordering::Relaxed).is_null()
}

/// Could another thread be at work?
#[inline(always)]
pub fn has_threads() -> bool {
    let watched = WATCHED.load(Ordering::Relaxed);
    // SAFETY: what is watched is there for ever.
    !watched.is_null() && unsafe { (*watched).load(Ordering::Relaxed) == 0 }
}

/// A lock for a few instructions' work.
pub struct SpinLock(AtomicBool);

impl SpinLock {
    #[expect(clippy::new_without_default, reason = "statics need a const fn")]
    pub const fn new() -> SpinLock {
        SpinLock(AtomicBool::new(false))
    }

    /// Holds the lock until the guard is dropped.
    #[inline(always)]
    pub fn lock(&self) -> Guard<'_> {
        let held = has_threads();
        if held {
            self.acquire();
        }
        Guard { lock: self, held }
    }

    /// The same, whether there are threads or not: less code, for what happens rarely.
    #[inline(always)]
    pub fn lock_always(&self) -> Guard<'_> {
        self.acquire();
        Guard { lock: self, held: true }
    }

    #[cold]
    #[inline(never)]
    fn acquire(&self) {
        // Whoever holds it may have lost its processor.
        while self.0.swap(true, Ordering::Acquire) {
            crate::syscall::give_way();
        }
    }

    /// Breaks the lock: for a dying process, whose state may be torn anyway.
    pub fn break_open(&self) {
        self.0.store(false, Ordering::Release);
    }
}

/// Lets go of the lock when dropped.
pub struct Guard<'a> {
    lock: &'a SpinLock,
    held: bool,
}

impl Drop for Guard<'_> {
    #[inline(always)]
    fn drop(&mut self) {
        if self.held {
            self.lock.0.store(false, Ordering::Release);
        }
    }
}
