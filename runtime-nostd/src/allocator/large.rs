//! Blocks with a mapping of their own, at multiples of the chunk size.
//!
//! The page in front of the block says how large it is. Growing moves pages, not bytes. Freed mappings are kept for a
//! while, because a program that allocates one large block often allocates the next of the same size: mapping, faulting in and
//! unmapping 128 KiB costs more than everything else that it does with them. What is kept never makes a program larger than what it
//! uses has made it: where a new mapping would go beyond the most that was ever in use, a kept one is cut to its size, or the oldest go.
//!
//! The largest blocks ask for huge pages, which take fewer faults and fewer misses of the processor's address cache.

use super::chunk::{CHUNK_SIZE, map_aligned};
use crate::spin_lock::SpinLock;
use crate::system;
use core::cell::UnsafeCell;
use core::ptr;

const PAGE: usize = 4096;
/// Mappings that are kept, and their bytes in total.
const KEPT_COUNT: usize = 16;
const KEPT_BYTES: usize = 64 << 20;
/// Blocks from this size on have huge pages, where the kernel gives them to those who ask: at most 2 MiB are faulted in too early.
const HUGE_FROM: usize = 8 << 20;

struct Kept {
    blocks: [*mut u8; KEPT_COUNT],
    count: usize,
    bytes: usize,
    /// Bytes of all large blocks in use and of all units of chunks that have been touched, and the most that there ever were.
    used: usize,
    used_most: usize,
}

struct Shared(UnsafeCell<Kept>);
// SAFETY: every access happens under LOCK.
unsafe impl Sync for Shared {}

static LOCK: SpinLock = SpinLock::new();
static KEPT: Shared =
    Shared(UnsafeCell::new(Kept { blocks: [ptr::null_mut(); KEPT_COUNT], count: 0, bytes: 0, used: 0, used_most: 0 }));

/// Bytes of a block.
///
/// # Safety
/// `block` is a large block.
pub unsafe fn capacity(block: *mut u8) -> usize {
    // SAFETY: the word is in the page in front.
    unsafe { *block.sub(PAGE).cast() }
}

unsafe fn set_capacity(block: *mut u8, size: usize) {
    // SAFETY: the word is in the page in front.
    unsafe { *block.sub(PAGE).cast() = size };
}

#[cold]
#[inline(never)]
pub fn allocate(size: usize, alignment: usize) -> *mut u8 {
    let Some(size) = size.max(1).checked_next_multiple_of(PAGE) else {
        return ptr::null_mut();
    };
    if alignment > CHUNK_SIZE || size > isize::MAX as usize {
        return ptr::null_mut();
    }
    let (kept, is_larger) = take_kept(size);
    if !kept.is_null() {
        return kept;
    }
    if is_larger {
        super::give_back_idle();
    }
    let block = map_aligned(PAGE, size);
    if block.is_null() {
        let _guard = LOCK.lock();
        // SAFETY: the guard makes this the only access.
        unsafe { (*KEPT.0.get()).used -= size };
        return block;
    }
    // SAFETY: fresh memory with its page in front.
    unsafe { set_capacity(block, size) };
    ask_for_huge_pages(block, size);
    block
}

/// The page in front asks for them as well: the kernel moves a mapping only as a whole, and advice for a part would make two of it.
fn ask_for_huge_pages(block: *mut u8, size: usize) {
    if size >= HUGE_FROM {
        // SAFETY: the pages are the caller's, and keep what they hold.
        unsafe { system::use_huge_pages(block.sub(PAGE), size + PAGE) };
    }
}

/// A kept block, or null, when a new one of this size is due: it counts as one in use already. And whether it makes the program larger than ever.
fn take_kept(size: usize) -> (*mut u8, bool) {
    let _guard = LOCK.lock();
    // SAFETY: the guard makes this the only access; kept blocks are whole.
    unsafe {
        let kept = &mut *KEPT.0.get();
        let block = kept.take(size);
        let is_larger = block.is_null() && kept.use_more(size);
        (block, is_larger)
    }
}

impl Kept {
    /// The tightest block that is large enough, which is in use from now on; or null. One that is more than a quarter too large serves
    /// only where a new one would drive others out, and is cut.
    ///
    /// # Safety
    /// Kept blocks are whole.
    #[inline(never)]
    unsafe fn take(&mut self, size: usize) -> *mut u8 {
        let (mut best, mut best_size) = (KEPT_COUNT, usize::MAX);
        for (index, &block) in self.blocks.iter().take(self.count).enumerate() {
            // SAFETY: the caller's promise.
            let capacity = unsafe { capacity(block) };
            if capacity >= size && capacity < best_size {
                (best, best_size) = (index, capacity);
            }
        }
        let is_loose = best_size > size + size / 4;
        if best == KEPT_COUNT || is_loose && self.used + self.bytes + size <= self.used_most {
            return ptr::null_mut();
        }
        let block = self.remove(best);
        if is_loose {
            // SAFETY: the tail of a mapping that nobody uses yet.
            unsafe {
                system::unmap(block.wrapping_add(size), best_size - size);
                set_capacity(block, size);
            }
            best_size = size;
        }
        self.use_more(best_size);
        block
    }

    /// Takes a block out; those behind it, which were freed later, move up.
    #[inline(never)]
    fn remove(&mut self, index: usize) -> *mut u8 {
        let Some(blocks) = self.blocks.get_mut(index..self.count) else {
            return ptr::null_mut();
        };
        let Some(&block) = blocks.first() else {
            return ptr::null_mut();
        };
        blocks.copy_within(1.., 0);
        self.count -= 1;
        // SAFETY: a kept block.
        self.bytes -= unsafe { capacity(block) };
        block
    }

    /// Counts bytes that come into use. What is kept makes room for them where they would make the program larger than it ever was; whether they do all the
    /// same.
    #[inline(never)]
    fn use_more(&mut self, size: usize) -> bool {
        self.used += size;
        while self.count != 0 && self.used + self.bytes > self.used_most {
            let oldest = self.remove(0);
            // SAFETY: nobody uses kept blocks.
            unsafe { unmap(oldest) };
        }
        let is_larger = self.used > self.used_most;
        self.used_most = self.used_most.max(self.used);
        is_larger
    }
}

/// Counts bytes of chunks that come into use, for which what is kept makes room.
#[cold]
#[inline(never)]
pub fn count_more(size: usize) {
    let _guard = LOCK.lock();
    // SAFETY: the guard makes this the only access.
    unsafe { (*KEPT.0.get()).use_more(size) };
}

/// Counts bytes of chunks that have gone back to the kernel.
#[cold]
#[inline(never)]
pub fn count_less(size: usize) {
    let _guard = LOCK.lock();
    // SAFETY: the guard makes this the only access.
    unsafe { (*KEPT.0.get()).used -= size };
}

/// # Safety
/// `block` is null or a large block that is not used any more.
#[cold]
#[inline(never)]
pub unsafe fn free(block: *mut u8) {
    if block.is_null() {
        return;
    }
    // SAFETY: the caller's promise; the guard makes this the only access.
    unsafe {
        let size = capacity(block);
        let _guard = LOCK.lock();
        let kept = &mut *KEPT.0.get();
        kept.used -= size;
        if size <= KEPT_BYTES / 4 {
            // The oldest go first.
            while kept.count == KEPT_COUNT || kept.count != 0 && kept.bytes + size > KEPT_BYTES {
                let oldest = kept.remove(0);
                unmap(oldest);
            }
            if let Some(slot) = kept.blocks.get_mut(kept.count) {
                *slot = block;
                kept.count += 1;
                kept.bytes += size;
                return;
            }
        }
        unmap(block);
    }
}

unsafe fn unmap(block: *mut u8) {
    // SAFETY: the block and its page are one mapping that nobody uses.
    unsafe { system::unmap(block.sub(PAGE), capacity(block) + PAGE) };
}

/// A kept block to grow into, or null: to copy costs less than first touches of new pages.
fn take_grown(size: usize) -> *mut u8 {
    let _guard = LOCK.lock();
    // SAFETY: the guard makes this the only access; kept blocks are whole.
    unsafe { (*KEPT.0.get()).take(size) }
}

/// Makes a large block into a large block of another size; `None` where the general way is due.
///
/// # Safety
/// `old` is a block in use, of any kind, and not null.
pub unsafe fn resize(old: *mut u8, size: usize, alignment: usize) -> Option<*mut u8> {
    let is_large = old.addr() & (CHUNK_SIZE - 1) == 0;
    if !is_large || size <= super::size_class::LARGEST || alignment > CHUNK_SIZE {
        return None;
    }
    let size = size.checked_next_multiple_of(PAGE)?;
    // SAFETY: the mapping is the block and its page.
    unsafe {
        let capacity = capacity(old);
        if size > capacity {
            let kept = take_grown(size);
            if !kept.is_null() {
                ptr::copy_nonoverlapping(old, kept, capacity);
                free(old);
                return Some(kept);
            }
        }
        let mut block = old;
        if !system::remap_in_place(old.sub(PAGE), capacity + PAGE, size + PAGE) {
            block = map_aligned(PAGE, size);
            if block.is_null() || !system::remap_onto(old.sub(PAGE), capacity + PAGE, size + PAGE, block.sub(PAGE)) {
                return None;
            }
        }
        set_capacity(block, size);
        if size > capacity {
            ask_for_huge_pages(block, size);
        }
        let is_larger = {
            let _guard = LOCK.lock();
            let kept = &mut *KEPT.0.get();
            kept.used -= capacity;
            kept.use_more(size)
        };
        if is_larger {
            super::give_back_idle();
        }
        Some(block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_makes_nothing_larger() {
        crate::spin_lock::expect_threads();
        for round in 1..40 {
            let blocks = [1, 3, 2, 5].map(|part| allocate(part * round * 200_000 % 9_000_000 + 150_000, 8));
            for block in blocks {
                // SAFETY: a block in use, and the guard makes the access the only one; grown or freed, it is given up.
                unsafe {
                    let grown = resize(block, capacity(block) * 2, 8);
                    free(grown.unwrap_or(block));
                    let _guard = LOCK.lock();
                    let kept = &*KEPT.0.get();
                    assert!(kept.used + kept.bytes <= kept.used_most && kept.bytes <= KEPT_BYTES);
                }
            }
        }
    }

    #[test]
    fn blocks_with_huge_pages_grow_without_copying() {
        crate::spin_lock::expect_threads();
        let mut block = allocate(HUGE_FROM, 8);
        // SAFETY: a block in use, which is replaced and freed.
        unsafe {
            for doubling in 1..4 {
                block.write(7);
                block = resize(block, HUGE_FROM << doubling, 8).expect("its pages have not been moved");
                assert_eq!(block.read(), 7);
            }
            free(block);
        }
    }
}
