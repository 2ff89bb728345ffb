//! Entries that are set once and then read by all threads without a lock, in memory that is not touched before they are set.

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicU8, Ordering};

const EMPTY: u8 = 0;
const BUSY: u8 = 1;
const READY: u8 = 2;

/// A fixed number of entries, all empty at first. As `Box<[OnceLock<T>]>`, but made of zeroed memory: of a large one that stays
/// half empty, the kernel never hands out the other half.
pub(crate) struct Chunk<T>(Box<[Entry<T>]>);

struct Entry<T> {
    state: AtomicU8,
    value: UnsafeCell<MaybeUninit<T>>,
}

// SAFETY: an entry's value is written by the one thread that moved its state from EMPTY to BUSY, and read by others only once they
// have seen READY, which that thread stores behind the write. What threads share are values (`T: Sync`), and any may drop them (`T: Send`).
unsafe impl<T: Send + Sync> Sync for Entry<T> {}

impl<T> Chunk<T> {
    /// Room for `length` entries.
    pub fn new(length: usize) -> Self {
        let entries = Box::<[Entry<T>]>::new_zeroed_slice(length);
        // SAFETY: zero bytes are the state EMPTY and a value that is not initialised.
        Self(unsafe { entries.assume_init() })
    }

    /// The value of entry `offset`, if it has been set.
    #[inline]
    pub fn get(&self, offset: usize) -> Option<&T> {
        let entry = self.0.get(offset)?;
        if entry.state.load(Ordering::Acquire) != READY {
            return None;
        }
        // SAFETY: the state is READY, so the value was written before, and nobody writes it again.
        Some(unsafe { (*entry.value.get()).assume_init_ref() })
    }

    /// Sets entry `offset`, which nobody has set before; otherwise nothing happens.
    pub fn set(&self, offset: usize, value: T) {
        let Some(entry) = self.0.get(offset) else { return };
        let is_mine = entry.state.compare_exchange(EMPTY, BUSY, Ordering::Relaxed, Ordering::Relaxed).is_ok();
        if is_mine {
            // SAFETY: only the thread that moved the state from EMPTY to BUSY comes here, and readers wait for READY.
            unsafe { (*entry.value.get()).write(value) };
            entry.state.store(READY, Ordering::Release);
        }
    }
}

impl<T> Drop for Chunk<T> {
    fn drop(&mut self) {
        if std::mem::needs_drop::<T>() {
            for entry in &mut self.0 {
                if *entry.state.get_mut() == READY {
                    // SAFETY: the value was written, and nobody else has the chunk any more.
                    unsafe { entry.value.get_mut().assume_init_drop() };
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Chunk;

    #[test]
    fn an_entry_is_set_once_and_dropped_once() {
        let value = Arc::new(7);
        let chunk: Chunk<Arc<i32>> = Chunk::new(3);
        assert!(chunk.get(1).is_none());
        chunk.set(1, Arc::clone(&value));
        chunk.set(1, Arc::new(8));
        chunk.set(3, Arc::clone(&value));
        assert_eq!(chunk.get(1).map(|value| **value), Some(7));
        assert!(chunk.get(0).is_none() && chunk.get(3).is_none());
        assert_eq!(Arc::strong_count(&value), 2);
        drop(chunk);
        assert_eq!(Arc::strong_count(&value), 1);
    }
}
