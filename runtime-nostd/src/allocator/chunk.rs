//! Chunks of 4 MiB and the spans in them.
//!
//! The header in a chunk's first unit has a `Span` for each unit; that of a span's first unit describes it, the others
//! say how far back it is. Empty chunks go back to the kernel, but for one, and so do
//! the pages of units in no span when the program's large blocks make it larger than it ever was. Threads: all under the lock of the heap's shard.

use super::size_class::{block_size, span_units};
use super::{Free, Heap, Shard, large};
use crate::system;
use core::ptr;

pub const CHUNK_SIZE: usize = 4 << 20;
const UNIT_SIZE: usize = 64 << 10;
const UNITS: usize = CHUNK_SIZE / UNIT_SIZE;

/// Free blocks are strung together so many bytes at a time: pages that are not needed yet stay untouched.
const EXTENSION: usize = 4096;

/// A run of units cut into blocks of one class. Its size is a power of two, because `span_of` multiplies by it.
#[repr(C, align(64))]
pub struct Span {
    pub free: *mut Free,
    /// Blocks in use.
    pub used: u32,
    /// Full, and therefore on no list.
    pub unlisted: bool,
    pub class: u8,
    /// From a unit within a span to the span's first one.
    back: u8,
    units: u8,
    pub block_size: u32,
    /// Blocks that have never been on the list of free ones come from here on.
    untouched: *mut u8,
    end: *mut u8,
    pub next: *mut Span,
    pub previous: *mut Span,
}

/// The head of a chunk.
#[repr(C)]
pub struct Chunk {
    spans: [Span; UNITS],
    /// A bit for each unit; and for each that has been in a span since the kernel has had its pages back.
    free: u64,
    touched: u64,
    next: *mut Chunk,
    previous: *mut Chunk,
    /// The shard whose heap it belongs to, as long as it lives.
    owner: *const Shard,
}

/// So many units without a span may keep their pages, however large the program gets.
const IDLE_UNITS: usize = 4;

/// The header's unit is never free.
const ALL_FREE: u64 = !1;

impl Span {
    /// Has no free block and never will.
    pub const EMPTY: Span = Span {
        free: ptr::null_mut(),
        used: 0,
        unlisted: false,
        class: 0,
        back: 0,
        units: 0,
        block_size: 0,
        untouched: ptr::null_mut(),
        end: ptr::null_mut(),
        next: ptr::null_mut(),
        previous: ptr::null_mut(),
    };

    /// Puts some untouched blocks on the empty list of free ones, lowest address first; false if there are none left.
    pub unsafe fn extend(&mut self) -> bool {
        let size = self.block_size as usize;
        let left = (self.end.addr() - self.untouched.addr()) / size;
        let count = left.min((EXTENSION / size).max(1));
        let mut block = self.untouched.wrapping_add(count * size);
        self.untouched = block;
        for _ in 0..count {
            block = block.wrapping_sub(size);
            let free: *mut Free = block.cast();
            // SAFETY: the block lies within the span and is nobody's.
            unsafe { (*free).next = self.free };
            self.free = free;
        }
        count != 0
    }
}

/// The span in which a block lies.
///
/// # Safety
/// `block` came from a span.
#[inline(always)]
pub unsafe fn span_of(block: *mut u8) -> *mut Span {
    let offset = block.addr() & (CHUNK_SIZE - 1);
    let span: *mut Span = block.wrapping_sub(offset).cast();
    let span = span.wrapping_add(offset / UNIT_SIZE);
    // SAFETY: the header describes every unit.
    unsafe { span.wrapping_sub((*span).back as usize) }
}

/// The shard that a block, or a span's description, belongs to.
///
/// # Safety
/// It lies in a chunk, and not at its beginning.
pub unsafe fn owner_of(block: *mut u8) -> *const Shard {
    // SAFETY: the caller's promise.
    unsafe { (*chunk_of(block.cast())).owner }
}

fn chunk_of(span: *mut Span) -> *mut Chunk {
    let offset = span.addr() & (CHUNK_SIZE - 1);
    span.wrapping_byte_sub(offset).cast()
}

/// The lowest run of `count` set bits, as a mask.
fn find_run(free: u64, count: usize) -> Option<u64> {
    let mut starts = free;
    for _ in 1..count {
        starts &= starts >> 1;
        // What is shifted in from above is 0: a run cannot pass the end.
    }
    // After the loop a bit is set where `count` bits in a row are, counted upward.
    if starts == 0 { None } else { Some(((1u64 << count) - 1) << starts.trailing_zeros()) }
}

/// Takes apart the spans that are kept though none of their blocks is in use: their pages have been touched, those of other units perhaps not.
/// One that is its chunk's last stays, for the chunk would go with it.
unsafe fn free_idle_spans(heap: &mut Heap) {
    while heap.idle_classes != 0 {
        let span = heap.first(heap.idle_classes.trailing_zeros() as usize);
        heap.idle_classes &= heap.idle_classes - 1;
        // SAFETY: spans in the lists live. Of a class without one it is the empty span, which has no units.
        unsafe {
            if (*span).used == 0 && (*span).units != 0 && (*chunk_of(span)).free | run_of(span) != ALL_FREE {
                heap.unlink(span);
                free_span(heap, span);
            }
        }
    }
}

/// A span's units, as a mask.
///
/// # Safety
/// The span lives.
unsafe fn run_of(span: *mut Span) -> u64 {
    let first = (span.addr() & (CHUNK_SIZE - 1)) / size_of::<Span>();
    // SAFETY: the caller's promise.
    unsafe { ((1u64 << (*span).units) - 1) << first }
}

/// A span for the class, on no list, or null.
pub unsafe fn new_span(heap: &mut Heap, class: usize) -> *mut Span {
    let units = span_units(class);
    // SAFETY: spans in the lists live.
    unsafe { free_idle_spans(heap) };
    let mut chunk = heap.chunks;
    // SAFETY: chunks on the list live.
    unsafe {
        while !chunk.is_null() && find_run((*chunk).free, units).is_none() {
            chunk = (*chunk).next;
        }
        if chunk.is_null() {
            chunk = new_chunk(heap);
        }
        if chunk.is_null() {
            return ptr::null_mut();
        }
        let run = find_run((*chunk).free, units).unwrap_or(0);
        heap.idle_units -= (run & (*chunk).touched).count_ones() as usize;
        large::count_more((run & !(*chunk).touched).count_ones() as usize * UNIT_SIZE);
        (*chunk).free &= !run;
        (*chunk).touched |= run;
        set_up_span(chunk, run.trailing_zeros() as usize, units, class)
    }
}

unsafe fn set_up_span(chunk: *mut Chunk, first: usize, units: usize, class: usize) -> *mut Span {
    // SAFETY: the units are within the chunk and the caller's.
    unsafe {
        let span = (&raw mut (*chunk).spans).cast::<Span>().add(first);
        for unit in 0..units {
            (*span.add(unit)).back = unit as u8;
        }
        let start = chunk.cast::<u8>().add(first * UNIT_SIZE);
        *span = Span {
            class: class as u8,
            units: units as u8,
            block_size: block_size(class) as u32,
            untouched: start,
            end: start.add(units * UNIT_SIZE),
            ..Span::EMPTY
        };
        span
    }
}

/// Gives an empty span's units back to its chunk, and an empty chunk to the kernel.
///
/// # Safety
/// The span is on no list and none of its blocks is in use.
pub unsafe fn free_span(heap: &mut Heap, span: *mut Span) {
    let chunk = chunk_of(span);
    // SAFETY: the span's chunk lives.
    unsafe {
        (*chunk).free |= run_of(span);
        heap.idle_units += (*span).units as usize;
        if (*chunk).free == ALL_FREE && heap.chunk_count > 1 {
            let touched = (*chunk).touched.count_ones() as usize;
            heap.idle_units -= touched;
            large::count_less(touched * UNIT_SIZE);
            unlink_chunk(heap, chunk);
            system::unmap(chunk.cast(), CHUNK_SIZE);
        }
    }
}

/// Gives the pages of units in no span back to the kernel, if there are enough of them to be worth a call.
///
/// # Safety
/// No other thread is at work here.
pub unsafe fn give_back_idle_units(heap: &mut Heap) {
    // SAFETY: chunks on the list live, and nobody uses their free units.
    unsafe {
        free_idle_spans(heap);
        let mut chunk = if heap.idle_units < IDLE_UNITS { ptr::null_mut() } else { heap.chunks };
        while !chunk.is_null() {
            loop {
                let idle = (*chunk).free & (*chunk).touched;
                if idle == 0 {
                    break;
                }
                let first = idle.trailing_zeros();
                let count = (idle >> first).trailing_ones();
                (*chunk).touched &= !(((1 << count) - 1) << first);
                system::give_back(chunk.cast::<u8>().add(first as usize * UNIT_SIZE), count as usize * UNIT_SIZE);
            }
            chunk = (*chunk).next;
        }
        if heap.idle_units >= IDLE_UNITS {
            large::count_less(heap.idle_units * UNIT_SIZE);
            heap.idle_units = 0;
        }
    }
}

unsafe fn new_chunk(heap: &mut Heap) -> *mut Chunk {
    let chunk: *mut Chunk = map_aligned(0, CHUNK_SIZE).cast();
    if chunk.is_null() {
        return chunk;
    }
    // SAFETY: fresh memory, all zero, which is right for the rest.
    unsafe {
        (*chunk).free = ALL_FREE;
        (*chunk).owner = heap.owner;
        (*chunk).next = heap.chunks;
        if !heap.chunks.is_null() {
            (*heap.chunks).previous = chunk;
        }
    }
    heap.chunks = chunk;
    heap.chunk_count += 1;
    chunk
}

unsafe fn unlink_chunk(heap: &mut Heap, chunk: *mut Chunk) {
    // SAFETY: the chunk is on the list.
    unsafe {
        let (previous, next) = ((*chunk).previous, (*chunk).next);
        if !next.is_null() {
            (*next).previous = previous;
        }
        if previous.is_null() {
            heap.chunks = next;
        } else {
            (*previous).next = next;
        }
    }
    heap.chunk_count -= 1;
}

/// Maps `size` bytes from a multiple of `CHUNK_SIZE` on, and `head` bytes in front of it; gives that multiple, or null.
/// Both are multiples of the page size, and `head` is less than `CHUNK_SIZE`.
pub fn map_aligned(head: usize, size: usize) -> *mut u8 {
    let Some(total) = size.checked_add(head + CHUNK_SIZE) else {
        return ptr::null_mut();
    };
    let start = system::map(total);
    if start.is_null() {
        return start;
    }
    let aligned = start.wrapping_add((start.addr() + head).next_multiple_of(CHUNK_SIZE) - start.addr());
    // SAFETY: what lies in front of the head and behind the end is nobody's.
    unsafe {
        system::unmap(start, aligned.addr() - head - start.addr());
        let end = aligned.wrapping_add(size);
        system::unmap(end, start.addr() + total - end.addr());
    }
    aligned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_found() {
        assert_eq!(find_run(ALL_FREE, 1), Some(0b10));
        assert_eq!(find_run(0b1011_0110, 2), Some(0b110));
        assert_eq!(find_run(0b0111_0110, 3), Some(0b111_0000));
        assert_eq!(find_run(0xff << 56, 8), Some(0xff << 56));
        assert_eq!(find_run(0x7f << 57, 8), None);
        assert_eq!(find_run(0, 1), None);
    }

    #[test]
    fn idle_units_are_counted_and_given_back() {
        use crate::allocator::{allocate, free, shard_of_this_thread};
        crate::spin_lock::expect_threads();
        let size = |n: usize| 1000 << (n % 7);
        // SAFETY: blocks are freed once; the heap is looked at under its lock.
        unsafe {
            let idle = |heap: &Heap| {
                let (mut chunk, mut idle) = (heap.chunks, 0);
                while !chunk.is_null() {
                    idle += ((*chunk).free & (*chunk).touched).count_ones() as usize;
                    chunk = (*chunk).next;
                }
                idle
            };
            let blocks: Vec<_> = (0..400).map(|n| allocate(size(n), 8)).collect();
            for (n, &block) in blocks.iter().enumerate() {
                block.write_bytes(n as u8, size(n));
            }
            blocks.iter().skip(1).step_by(2).for_each(|&block| free(block));
            blocks.iter().skip(200).step_by(2).for_each(|&block| free(block));
            {
                let shard = shard_of_this_thread();
                let _guard = shard.lock.lock();
                let heap = &mut *shard.heap.get();
                assert_eq!(idle(heap), heap.idle_units);
                give_back_idle_units(heap);
                assert_eq!(idle(heap), heap.idle_units);
                assert!(heap.idle_units < IDLE_UNITS);
            }
            for (n, &block) in blocks.iter().enumerate().take(200).step_by(2) {
                assert!(core::slice::from_raw_parts(block, size(n)).iter().all(|&byte| byte == n as u8));
                free(block);
            }
        }
    }
}
