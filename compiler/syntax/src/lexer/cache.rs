//! Names that the thread has met lately, found without hashing their bytes one by one and without a lock.

use std::cell::Cell;

use hubbub_base::Name;

/// Slots; a power of two. Together they fit into the second-level cache.
const SLOTS: usize = 2048;

/// Words of up to this many bytes are kept.
pub(super) const CACHED_BYTES_MAX: usize = 16;

/// A word of up to 16 bytes, as two numbers, and its name.
#[derive(Clone, Copy)]
struct Slot {
    low: u64,
    high: u64,
    name: u32,
}

/// A direct-mapped table of short words.
pub(super) struct NameCache {
    slots: Box<[Slot]>,
}

thread_local! {
    static CACHE: Cell<Option<NameCache>> = const { Cell::new(None) };
}

impl NameCache {
    /// The thread's cache, warm from the files before.
    pub(super) fn take() -> Self {
        CACHE
            .take()
            .unwrap_or_else(|| Self { slots: vec![Slot { low: 0, high: 0, name: 0 }; SLOTS].into_boxed_slice() })
    }

    /// Leaves the cache to the thread's next file.
    pub(super) fn give_back(self) {
        CACHE.set(Some(self));
    }

    /// The name of `text`, whose bytes are `low` and `high`, zeros behind them. A name holds no NUL, so equal
    /// numbers mean equal words.
    #[inline]
    pub(super) fn name(&mut self, low: u64, high: u64, text: &str) -> u32 {
        let hash = (low ^ high.rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let index = (hash >> 53) as usize % SLOTS;
        let Some(slot) = self.slots.get_mut(index) else { return Name::new(text).raw() };
        if slot.low != low || slot.high != high {
            *slot = Slot { low, high, name: Name::new(text).raw() };
        }
        slot.name
    }
}
