//! The general-purpose allocator behind `page_allocator`, the default of every program.
//!
//! Memory comes from the kernel in *chunks* of 4 MiB, aligned to their size, so the chunk of any block is found by masking its
//! address. A chunk is 64 *units* of 64 KiB; the first holds the chunk's header, runs of the others are *spans*, each cut into
//! blocks of one size class. A span keeps its own list of free blocks. The fast paths of allocating and freeing are a dozen
//! instructions each and never look at the size that the caller says a block has: what is freed with the wrong size, or
//! none, is freed all the same. Blocks over 128 KiB have mappings of their own (`large`); those are the ones whose address is
//! a multiple of 4 MiB.
//!
//! It does not zero memory, does not check for misuse (the tracking allocator does), and does not give single pages of
//! a span back.
//!
//! A program with threads has several heaps, each with its chunks and its lock. A thread allocates from that one which its stack's address
//! picks, so threads seldom meet; a block goes back to the heap that its chunk belongs to, whichever thread frees it. As long as
//! there is one thread there is one heap, and no lock is taken.
//!
//! Start reading at [`allocate`] and [`free`]; `size_class` knows the classes, `chunk` hands out spans.

mod chunk;
mod large;
mod size_class;

use crate::spin_lock::{SpinLock, has_threads};
use crate::static_data::is_static;
use crate::system;
use chunk::{CHUNK_SIZE, Chunk, Span};
use core::cell::UnsafeCell;
use core::ptr;
use core::sync::atomic::{AtomicBool, AtomicPtr, Ordering};
use size_class::CLASS_COUNT;

/// A free block's first word.
struct Free {
    next: *mut Free,
}

const _: () = assert!(CLASS_COUNT <= u64::BITS as usize);

/// All spans that have room, by class. The first of each list serves allocations.
struct Heap {
    /// Never null: where there is no span, `EMPTY` says "no free block".
    current: [*mut Span; CLASS_COUNT],
    chunks: *mut Chunk,
    chunk_count: usize,
    /// Units in no span whose pages have been touched.
    idle_units: usize,
    /// A bit for each class whose first span may be kept though none of its blocks is in use.
    idle_classes: u64,
    /// The shard that this is the heap of.
    owner: *const Shard,
}

/// A heap with its lock.
struct Shard {
    lock: SpinLock,
    heap: UnsafeCell<Heap>,
}

// SAFETY: with threads, every access to the heap happens under the lock.
unsafe impl Sync for Shard {}

impl Shard {
    const fn new(owner: *const Shard) -> Shard {
        let heap = Heap {
            current: [EMPTY.0.get(); CLASS_COUNT],
            chunks: ptr::null_mut(),
            chunk_count: 0,
            idle_units: 0,
            idle_classes: 0,
            owner,
        };
        Shard { lock: SpinLock::new(), heap: UnsafeCell::new(heap) }
    }
}

struct Empty(UnsafeCell<Span>);
// SAFETY: it is never written.
unsafe impl Sync for Empty {}

static EMPTY: Empty = Empty(UnsafeCell::new(Span::EMPTY));
/// The heap of programs with one thread, and of the first one that asks for one where there are several.
static MAIN: Shard = Shard::new(&raw const MAIN);
static MAIN_IS_TAKEN: AtomicBool = AtomicBool::new(false);

/// A power of two.
const SHARD_COUNT: usize = 16;
/// Made when they are first asked for. `MAIN` is one of them once there are threads.
static SHARDS: [AtomicPtr<Shard>; SHARD_COUNT] = [const { AtomicPtr::new(ptr::null_mut()) }; SHARD_COUNT];

/// Which part of an address tells threads apart: their stacks are seldom smaller, and a thread seldom uses more.
const STACK_BITS: u32 = 20;

/// The shard that a thread allocates from. Any would do; what matters is that another thread most often gets another one.
fn shard_of_this_thread() -> &'static Shard {
    let on_stack = 0u8;
    let stack = (&raw const on_stack).addr() >> STACK_BITS;
    // Multiplicative hashing (Knuth, volume 3, 6.4) spreads what lies at equal distances.
    let number = (stack as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - SHARD_COUNT.ilog2());
    let slot = SHARDS.get(number as usize).unwrap_or(&SHARDS[0]);
    // SAFETY: shards are never taken away.
    unsafe { slot.load(Ordering::Acquire).as_ref() }.unwrap_or_else(|| new_shard(slot))
}

/// A page of its own for a new shard; where there is none, `MAIN` serves.
#[cold]
#[inline(never)]
fn new_shard(slot: &'static AtomicPtr<Shard>) -> &'static Shard {
    const SIZE: usize = 4096;
    const _: () = assert!(size_of::<Shard>() <= SIZE);
    let main = (&raw const MAIN).cast_mut();
    let page = if MAIN_IS_TAKEN.swap(true, Ordering::Relaxed) { system::map(SIZE).cast::<Shard>() } else { main };
    if page.is_null() {
        return &MAIN;
    }
    if page != main {
        // SAFETY: fresh memory.
        unsafe { page.write(Shard::new(page)) };
    }
    match slot.compare_exchange(ptr::null_mut(), page, Ordering::AcqRel, Ordering::Acquire) {
        // SAFETY: it has just been made, and is never taken away.
        Ok(_) => unsafe { &*page },
        Err(other) => {
            if page != main {
                // SAFETY: nobody else has seen it.
                unsafe { system::unmap(page.cast(), SIZE) };
            }
            // SAFETY: another thread has made it.
            unsafe { &*other }
        }
    }
}

/// A block of at least `size` bytes at a multiple of `alignment`, with any contents; null when there is no memory.
#[inline(always)]
pub fn allocate(size: usize, alignment: usize) -> *mut u8 {
    let Some(class) = size_class::class_of(size, alignment) else {
        return large::allocate(size, alignment);
    };
    if has_threads() {
        return take_locked(class);
    }
    // SAFETY: nobody else is there.
    unsafe { take(&MAIN, class) }
}

/// A block of the class from the shard, or null.
///
/// # Safety
/// No other thread is at work there.
#[inline(always)]
unsafe fn take(shard: &Shard, class: usize) -> *mut u8 {
    // SAFETY: classes are in range; spans in the lists live.
    unsafe {
        let span = *(&raw const (*shard.heap.get()).current).cast::<*mut Span>().add(class);
        let block = (*span).free;
        if block.is_null() {
            return allocate_slowly(&mut *shard.heap.get(), class);
        }
        (*span).free = (*block).next;
        (*span).used += 1;
        block.cast()
    }
}

#[cold]
#[inline(never)]
fn take_locked(class: usize) -> *mut u8 {
    let shard = shard_of_this_thread();
    let _guard = shard.lock.lock();
    // SAFETY: the guard keeps the others away.
    unsafe { take(shard, class) }
}

/// Frees a block.
///
/// # Safety
/// `block` came from [`allocate`] or [`resize`] and is not used any more.
#[inline(always)]
pub unsafe fn free(block: *mut u8) {
    let offset = block.addr() & (CHUNK_SIZE - 1);
    if offset == 0 {
        // SAFETY: only large blocks (and null) lie there.
        unsafe { large::free(block) };
        return;
    }
    // SAFETY: the caller's promise, and nobody else is there, or the lock is taken.
    unsafe { if has_threads() { give_back_locked(block) } else { give_back(block) } }
}

#[cold]
#[inline(never)]
unsafe fn give_back_locked(block: *mut u8) {
    // SAFETY: chunks with blocks in use live, and belong to the same shard all the time.
    let shard = unsafe { &*chunk::owner_of(block) };
    let _guard = shard.lock.lock();
    // SAFETY: the guard keeps the others away.
    unsafe { give_back(block) }
}

/// Returns a block to its span.
///
/// # Safety
/// The block came from a span, and no other thread is at work here.
#[inline(always)]
unsafe fn give_back(block: *mut u8) {
    // SAFETY: the block's chunk begins at the multiple of its size in front of it.
    unsafe {
        let span = chunk::span_of(block);
        let block: *mut Free = block.cast();
        (*block).next = (*span).free;
        (*span).free = block;
        (*span).used -= 1;
        if (*span).used == 0 || (*span).unlisted {
            freed_slowly(span);
        }
    }
}

/// How many bytes the block really has.
///
/// # Safety
/// `block` is in use and not null.
unsafe fn capacity(block: *mut u8) -> usize {
    // SAFETY: as in `free`.
    unsafe {
        if block.addr() & (CHUNK_SIZE - 1) == 0 {
            return large::capacity(block);
        }
        (*chunk::span_of(block)).block_size as usize
    }
}

/// Makes a block larger or smaller; it may move. Null when there is no memory: then the old one stays.
///
/// # Safety
/// As for [`free`], unless the result is null.
pub unsafe fn resize(old: *mut u8, size: usize, alignment: usize) -> *mut u8 {
    if old.is_null() {
        return allocate(size, alignment);
    }
    // SAFETY: the caller's promise; the new block holds what is copied.
    unsafe {
        let capacity = capacity(old);
        let fits = size <= capacity && old.addr() & (alignment.max(1) - 1) == 0;
        if fits && size >= capacity / 2 {
            return old;
        }
        if let Some(moved) = large::resize(old, size, alignment) {
            return moved;
        }
        let fresh = allocate(size, alignment);
        if fresh.is_null() {
            return if fits { old } else { fresh };
        }
        ptr::copy_nonoverlapping(old, fresh, size.min(capacity));
        free(old);
        fresh
    }
}

/// The first span of the class is full: take it off the list, then make the next one ready, or a new one.
#[cold]
#[inline(never)]
unsafe fn allocate_slowly(heap: &mut Heap, class: usize) -> *mut u8 {
    loop {
        let span = heap.first(class);
        // SAFETY: spans in the lists live, EMPTY is only read.
        unsafe {
            if span == EMPTY.0.get() {
                let fresh = chunk::new_span(heap, class);
                if fresh.is_null() {
                    return ptr::null_mut();
                }
                heap.push(fresh);
            } else if !(*span).free.is_null() || (*span).extend() {
                let block = (*span).free;
                (*span).free = (*block).next;
                (*span).used += 1;
                return block.cast();
            } else {
                heap.unlink(span);
                (*span).unlisted = true;
            }
        }
    }
}

/// A block came back to a span that was full, or it was the span's last one in use.
#[cold]
#[inline(never)]
unsafe fn freed_slowly(span: *mut Span) {
    // SAFETY: the span lives, and so does its heap, where no other thread is at work; it is on its class's list exactly if it is not `unlisted`.
    unsafe {
        let heap = &mut *(*chunk::owner_of(span.cast())).heap.get();
        if (*span).unlisted {
            (*span).unlisted = false;
            heap.push_behind_first(span);
        }
        // An empty span that is the only one of its class stays: the next allocation would want it back.
        let alone = heap.first((*span).class as usize) == span && (*span).next.is_null();
        if (*span).used == 0 && alone {
            heap.idle_classes |= 1 << (*span).class;
        } else if (*span).used == 0 {
            heap.unlink(span);
            chunk::free_span(heap, span);
        }
    }
}

/// Gives pages that no block needs back to the kernel.
fn give_back_idle() {
    give_back_idle_of(&MAIN);
    if has_threads() {
        for slot in &SHARDS {
            // SAFETY: shards are never taken away.
            if let Some(shard) = unsafe { slot.load(Ordering::Acquire).as_ref() } {
                give_back_idle_of(shard);
            }
        }
    }
}

fn give_back_idle_of(shard: &Shard) {
    let _guard = shard.lock.lock();
    // SAFETY: the guard keeps the others away.
    unsafe { chunk::give_back_idle_units(&mut *shard.heap.get()) };
}

impl Heap {
    fn slot(&mut self, class: usize) -> *mut *mut Span {
        (&raw mut self.current).cast::<*mut Span>().wrapping_add(class)
    }

    fn first(&mut self, class: usize) -> *mut Span {
        // SAFETY: classes are in range.
        unsafe { *self.slot(class) }
    }

    unsafe fn push(&mut self, span: *mut Span) {
        // SAFETY: the caller's span lives and is on no list.
        unsafe {
            let slot = self.slot((*span).class as usize);
            let next = if *slot == EMPTY.0.get() { ptr::null_mut() } else { *slot };
            (*span).next = next;
            (*span).previous = ptr::null_mut();
            if !next.is_null() {
                (*next).previous = span;
            }
            *slot = span;
        }
    }

    /// The first span goes on serving, so that it gets a chance to fill up.
    unsafe fn push_behind_first(&mut self, span: *mut Span) {
        // SAFETY: the caller's span lives and is on no list.
        unsafe {
            let first = self.first((*span).class as usize);
            if first == EMPTY.0.get() {
                return self.push(span);
            }
            (*span).previous = first;
            (*span).next = (*first).next;
            if !(*first).next.is_null() {
                (*(*first).next).previous = span;
            }
            (*first).next = span;
        }
    }

    unsafe fn unlink(&mut self, span: *mut Span) {
        // SAFETY: the span is on its class's list.
        unsafe {
            let (previous, next) = ((*span).previous, (*span).next);
            if !next.is_null() {
                (*next).previous = previous;
            }
            if previous.is_null() {
                *self.slot((*span).class as usize) = if next.is_null() { EMPTY.0.get() } else { next };
            } else {
                (*previous).next = next;
            }
        }
    }
}

// The two below are never inlined: their callers keep their registers, and the calls cost less than what is saved.

/// # Safety
/// Any size; the alignment is a power of two.
#[unsafe(no_mangle)]
#[inline(never)]
pub unsafe extern "C" fn hb_rt_page_allocate(size: usize, alignment: usize) -> *mut u8 {
    allocate(size, alignment)
}

/// What lies in the program itself is copied and stays where it is.
///
/// # Safety
/// See [`resize`]; or static data of `old_size` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_page_resize(old: *mut u8, old_size: usize, size: usize, alignment: usize) -> *mut u8 {
    if is_static(old) {
        let fresh = allocate(size, alignment);
        if !fresh.is_null() {
            // SAFETY: the caller's promise; the new block holds what is copied.
            unsafe { ptr::copy_nonoverlapping(old, fresh, size.min(old_size)) };
        }
        return fresh;
    }
    // SAFETY: the caller's promise.
    unsafe { resize(old, size, alignment) }
}

/// What lies in the program itself stays: a string may be a literal, and what the compiler has allocated is static data.
///
/// # Safety
/// See [`free`]; or static data.
#[unsafe(no_mangle)]
#[inline(never)]
pub unsafe extern "C" fn hb_rt_page_free(old: *mut u8, _size: usize) {
    if is_static(old) {
        return;
    }
    // SAFETY: the caller's promise.
    unsafe { free(old) };
}

#[cfg(test)]
mod tests;
