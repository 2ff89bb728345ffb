//! memcpy, memmove, memset, memcmp, bcmp and strlen for programs without libc.
//!
//! Code generators call these behind everybody's back, so they must exist and be fast: ends are handled by overlapping
//! moves, middles by 64 bytes a round, and the long way by the processor's string instructions. The empty `asm!` in each
//! loop keeps the optimiser from recognising the loop and calling the very procedure that it stands in.
//! They are never part of the bitcode, where the optimiser would lose them before the calls come into being.

use core::arch::asm;
use core::ptr;

/// From here on `rep movsb` and `rep stosb` win.
#[cfg(target_arch = "x86_64")]
const STRING_INSTRUCTION: usize = 2048;

/// A vector register. (An array would travel through the stack.)
#[cfg(target_arch = "x86_64")]
type Block = core::arch::x86_64::__m128i;
#[cfg(target_arch = "aarch64")]
type Block = core::arch::aarch64::uint8x16_t;

#[inline(always)]
fn keep() {
    // SAFETY: does nothing.
    unsafe { asm!("", options(nomem, nostack, preserves_flags)) };
}

#[inline(always)]
unsafe fn load<T>(at: *const u8) -> T {
    // SAFETY: the caller has checked the range.
    unsafe { ptr::read_unaligned(at.cast()) }
}

#[inline(always)]
unsafe fn store<T>(at: *mut u8, value: T) {
    // SAFETY: the caller has checked the range.
    unsafe { ptr::write_unaligned(at.cast(), value) };
}

/// Copies between `size_of::<T>()` and twice as many bytes; everything is read before anything is written.
#[inline(always)]
unsafe fn copy_ends<T>(to: *mut u8, from: *const u8, size: usize) {
    // SAFETY: both ends lie within `size` bytes.
    unsafe {
        let last = size - size_of::<T>();
        let (a, b): (T, T) = (load(from), load(from.add(last)));
        store(to, a);
        store(to.add(last), b);
    }
}

/// Up to 64 bytes, overlapping or not.
#[inline(always)]
unsafe fn copy_short(to: *mut u8, from: *const u8, size: usize) {
    // SAFETY: each case moves bytes of the range only.
    unsafe {
        match size {
            0 => {}
            1 => *to = *from,
            2..4 => copy_ends::<u16>(to, from, size),
            4..8 => copy_ends::<u32>(to, from, size),
            8..16 => copy_ends::<u64>(to, from, size),
            16..=32 => copy_ends::<Block>(to, from, size),
            _ => {
                let (a, b): (Block, Block) = (load(from), load(from.add(16)));
                let (c, d): (Block, Block) = (load(from.add(size - 32)), load(from.add(size - 16)));
                store(to, a);
                store(to.add(16), b);
                store(to.add(size - 32), c);
                store(to.add(size - 16), d);
            }
        }
    }
}

/// Four vectors: what a round moves.
#[derive(Clone, Copy)]
struct Round(Block, Block, Block, Block);

#[inline(always)]
unsafe fn load_round(at: *const u8) -> Round {
    // SAFETY: the caller has checked the range.
    unsafe { Round(load(at), load(at.add(16)), load(at.add(32)), load(at.add(48))) }
}

#[inline(always)]
unsafe fn store_round(at: *mut u8, round: Round) {
    // SAFETY: the caller has checked the range.
    unsafe {
        store(at, round.0);
        store(at.add(16), round.1);
        store(at.add(32), round.2);
        store(at.add(48), round.3);
    }
}

#[inline(always)]
unsafe fn copy_forward(to: *mut u8, from: *const u8, size: usize) {
    // SAFETY: the last 64 bytes are read first, in case that the ranges overlap; the rounds stop before the end.
    unsafe {
        let tail = load_round(from.add(size - 64));
        let mut at = 0;
        while at + 64 < size {
            store_round(to.add(at), load_round(from.add(at)));
            at += 64;
            keep();
        }
        store_round(to.add(size - 64), tail);
    }
}

#[inline(always)]
unsafe fn copy_backward(to: *mut u8, from: *const u8, size: usize) {
    // SAFETY: the first 64 bytes are read first; the rounds stop before the start.
    unsafe {
        let head = load_round(from);
        let mut at = size;
        while at > 64 {
            at -= 64;
            store_round(to.add(at), load_round(from.add(at)));
            keep();
        }
        store_round(to, head);
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn memcpy(to: *mut u8, from: *const u8, size: usize) -> *mut u8 {
    // SAFETY: C's promise.
    unsafe {
        if size <= 64 {
            copy_short(to, from, size);
            return to;
        }
        #[cfg(target_arch = "x86_64")]
        if size >= STRING_INSTRUCTION {
            asm!("rep movsb", inout("rcx") size => _, inout("rdi") to => _, inout("rsi") from => _,
                 options(nostack, preserves_flags));
            return to;
        }
        copy_forward(to, from, size);
    }
    to
}

#[unsafe(no_mangle)]
unsafe extern "C" fn memmove(to: *mut u8, from: *const u8, size: usize) -> *mut u8 {
    // SAFETY: C's promise.
    unsafe {
        if size <= 64 {
            copy_short(to, from, size);
        } else if to.addr().wrapping_sub(from.addr()) >= size {
            // Forward is right when `to` is not inside of `from`'s range.
            if from.addr().wrapping_sub(to.addr()) >= size {
                return memcpy(to, from, size);
            }
            copy_forward(to, from, size);
        } else {
            copy_backward(to, from, size);
        }
    }
    to
}

#[unsafe(no_mangle)]
unsafe extern "C" fn memset(to: *mut u8, byte: i32, size: usize) -> *mut u8 {
    let word = u64::from(byte as u8) * 0x0101_0101_0101_0101;
    // SAFETY: any bits are a vector.
    let block: Block = unsafe { core::mem::transmute([word, word]) };
    // SAFETY: C's promise; each case writes bytes of the range only.
    unsafe {
        match size {
            0 => {}
            1 => *to = byte as u8,
            2..4 => set_ends(to, word as u16, size),
            4..8 => set_ends(to, word as u32, size),
            8..16 => set_ends(to, word, size),
            16..=32 => set_ends(to, block, size),
            33..=64 => {
                set_ends(to.add(16), block, size - 32);
                set_ends(to, block, size);
            }
            _ => set_long(to, byte as u8, block, size),
        }
    }
    to
}

#[inline(always)]
unsafe fn set_ends<T: Copy>(to: *mut u8, value: T, size: usize) {
    // SAFETY: both ends lie within `size` bytes.
    unsafe {
        store(to, value);
        store(to.add(size - size_of::<T>()), value);
    }
}

#[inline(always)]
unsafe fn set_long(to: *mut u8, byte: u8, block: Block, size: usize) {
    // SAFETY: the rounds stop before the end; the last 64 bytes come by themselves.
    unsafe {
        #[cfg(target_arch = "x86_64")]
        if size >= STRING_INSTRUCTION {
            asm!("rep stosb", inout("rcx") size => _, inout("rdi") to => _, in("al") byte,
                 options(nostack, preserves_flags));
            return;
        }
        let mut at = 0;
        while at + 64 < size {
            store_round(to.add(at), Round(block, block, block, block));
            at += 64;
            keep();
        }
        store_round(to.add(size - 64), Round(block, block, block, block));
    }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn memcmp(a: *const u8, b: *const u8, size: usize) -> i32 {
    let mut at = 0;
    // SAFETY: C's promise; never behind `size`.
    unsafe {
        while at + 8 <= size {
            let (x, y): (u64, u64) = (load(a.add(at)), load(b.add(at)));
            if x != y {
                return if u64::from_be_bytes(x.to_ne_bytes()) < u64::from_be_bytes(y.to_ne_bytes()) { -1 } else { 1 };
            }
            at += 8;
            keep();
        }
        while at < size {
            let difference = i32::from(*a.add(at)) - i32::from(*b.add(at));
            if difference != 0 {
                return difference;
            }
            at += 1;
            keep();
        }
    }
    0
}

#[unsafe(no_mangle)]
unsafe extern "C" fn bcmp(a: *const u8, b: *const u8, size: usize) -> i32 {
    // SAFETY: C's promise.
    unsafe { memcmp(a, b, size) }
}

#[unsafe(no_mangle)]
unsafe extern "C" fn strlen(text: *const u8) -> usize {
    let mut length = 0;
    // SAFETY: C's promise; not behind the NUL.
    while unsafe { *text.add(length) } != 0 {
        length += 1;
        keep();
    }
    length
}
