//! Blocks with a mapping of their own, at multiples of the chunk size.
//!
//! The page in front of the block says how large it is. Growing moves pages, not bytes. Freed mappings are kept for a
//! while, because a program that allocates one large block often allocates the next of the same size: mapping, faulting in and
//! unmapping 128 KiB costs more than everything else that it does with them.

use super::chunk::{CHUNK_SIZE, map_aligned};
use crate::spin_lock::SpinLock;
use crate::system;
use core::cell::UnsafeCell;
use core::ptr;

const PAGE: usize = 4096;
/// Mappings that are kept, and their bytes in total.
const KEPT_COUNT: usize = 16;
const KEPT_BYTES: usize = 64 << 20;

struct Kept {
    blocks: [*mut u8; KEPT_COUNT],
    count: usize,
    bytes: usize,
}

struct Shared(UnsafeCell<Kept>);
// SAFETY: every access happens under LOCK.
unsafe impl Sync for Shared {}

static LOCK: SpinLock = SpinLock::new();
static KEPT: Shared = Shared(UnsafeCell::new(Kept { blocks: [ptr::null_mut(); KEPT_COUNT], count: 0, bytes: 0 }));

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
    let kept = take_kept(size);
    if !kept.is_null() {
        return kept;
    }
    let block = map_aligned(PAGE, size);
    if !block.is_null() {
        // SAFETY: fresh memory with its page in front.
        unsafe { set_capacity(block, size) };
    }
    block
}

/// A kept block that is large enough and at most a quarter too large, the tightest; or null.
fn take_kept(size: usize) -> *mut u8 {
    let _guard = LOCK.lock();
    // SAFETY: the guard makes this the only access; kept blocks are whole.
    unsafe {
        let kept = &mut *KEPT.0.get();
        let (mut best, mut best_size) = (KEPT_COUNT, size + size / 4);
        for (index, &block) in kept.blocks.iter().take(kept.count).enumerate() {
            let capacity = capacity(block);
            if capacity >= size && capacity <= best_size {
                (best, best_size) = (index, capacity);
            }
        }
        kept.remove(best)
    }
}

impl Kept {
    fn remove(&mut self, index: usize) -> *mut u8 {
        let last = self.blocks.get(self.count.wrapping_sub(1)).copied();
        let (Some(last), Some(slot)) = (last, self.blocks.get_mut(index)) else {
            return ptr::null_mut();
        };
        let block = core::mem::replace(slot, last);
        self.count -= 1;
        // SAFETY: a kept block.
        self.bytes -= unsafe { capacity(block) };
        block
    }
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
        if system::remap_in_place(old.sub(PAGE), capacity + PAGE, size + PAGE) {
            set_capacity(old, size);
            return Some(old);
        }
        let target = map_aligned(PAGE, size);
        if target.is_null() || !system::remap_onto(old.sub(PAGE), capacity + PAGE, size + PAGE, target.sub(PAGE)) {
            return None;
        }
        set_capacity(target, size);
        Some(target)
    }
}
