//! The lock of the runtime's own state. It costs one ordinary load as long as the process has one thread.

use core::hint;
use core::sync::atomic::{AtomicBool, Ordering};

/// Set for good before the second thread starts.
static THREADED: AtomicBool = AtomicBool::new(false);

/// From now on locks are taken.
pub fn expect_threads() {
    THREADED.store(true, Ordering::SeqCst);
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
        let threaded = THREADED.load(Ordering::Relaxed);
        if threaded {
            self.acquire();
        }
        Guard { lock: self, held: threaded }
    }

    #[cold]
    #[inline(never)]
    fn acquire(&self) {
        while self.0.compare_exchange_weak(false, true, Ordering::Acquire, Ordering::Relaxed).is_err() {
            hint::spin_loop();
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
