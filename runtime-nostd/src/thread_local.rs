//! Thread-local variables of the first thread, where there is no libc to see to them.

use crate::system;
use core::ptr;

#[cfg(target_arch = "x86_64")]
unsafe extern "C" {
    /// The linker's: the program's ELF header in memory.
    static __ehdr_start: Header;
}

#[cfg(target_arch = "x86_64")]
#[repr(C)]
struct Header {
    head: [u8; 0x20],
    segments: usize,
    rest: [u8; 0x10],
    count: u16,
}

/// A program header.
#[cfg(target_arch = "x86_64")]
#[repr(C)]
struct Segment {
    kind: u32,
    flags: u32,
    offset: usize,
    address: usize,
    physical: usize,
    file_size: usize,
    size: usize,
    alignment: usize,
}

/// Makes the block that the thread pointer points behind (x86-64: variables end where it points, and a pointer to itself
/// lies there). Does nothing where libc has done so.
#[unsafe(no_mangle)]
#[cfg(target_arch = "x86_64")]
pub extern "C" fn hb_rt_set_up_thread_local() {
    use crate::syscall;
    const ARCH_PRCTL: usize = 158;
    const SET_FS: usize = 0x1002;
    const GET_FS: usize = 0x1003;
    let mut pointer = 0usize;
    // SAFETY: the kernel writes one word.
    unsafe { syscall::call(ARCH_PRCTL, GET_FS, (&raw mut pointer).addr(), 0, 0) };
    // SAFETY: programs of this flavour lie where their headers say.
    let Some(segment) = (unsafe { find_segment() }) else { return };
    if pointer != 0 {
        tell_collector(segment, pointer);
        return;
    }
    let block = system::map((segment.room() + 4096).next_multiple_of(4096));
    if block.is_null() {
        return;
    }
    // SAFETY: the block has room for the variables and the pointer.
    unsafe {
        let place = set_up_below(block.add(segment.room() + SELF));
        syscall::call(ARCH_PRCTL, SET_FS, place.addr(), 0, 0);
    }
}

/// What a thread pointer points to: itself.
#[cfg(target_arch = "x86_64")]
const SELF: usize = 64;

#[cfg(target_arch = "x86_64")]
impl Segment {
    fn alignment(&self) -> usize {
        self.alignment.max(16)
    }

    /// The bytes in front of the thread pointer.
    fn below(&self) -> usize {
        self.size.next_multiple_of(self.alignment.max(1))
    }

    /// What variables take at most, aligned in any block.
    fn room(&self) -> usize {
        self.below() + self.alignment()
    }
}

/// How many bytes a thread's variables take.
#[cfg(target_arch = "x86_64")]
pub fn size() -> usize {
    // SAFETY: programs of this flavour lie where their headers say.
    SELF + unsafe { find_segment() }.map_or(0, Segment::room)
}

/// Makes fresh variables in front of `end`; gives the thread pointer.
///
/// # Safety
/// `size()` bytes in front of `end` are free.
#[cfg(target_arch = "x86_64")]
pub unsafe fn set_up_below(end: *mut u8) -> *mut u8 {
    // SAFETY: programs of this flavour lie where their headers say; the segment is part of the program.
    unsafe {
        let Some(segment) = find_segment() else {
            let place = end.sub(SELF).map_addr(|at| at & !15);
            place.cast::<usize>().write(place.addr());
            return place;
        };
        let place = end.sub(SELF).map_addr(|at| at & !(segment.alignment() - 1));
        let initial: *const u8 = ptr::with_exposed_provenance(segment.address);
        ptr::copy_nonoverlapping(initial, place.sub(segment.below()), segment.file_size);
        place.cast::<usize>().write(place.addr());
        place
    }
}

/// libc has set the first thread up; the collector, where it is linked in, does not look there by itself.
#[cfg(target_arch = "x86_64")]
fn tell_collector(segment: &Segment, pointer: usize) {
    let add_roots: usize;
    // SAFETY: reads the address of a weak symbol, 0 if nobody defines it. Programs of this flavour lie at fixed addresses.
    unsafe {
        core::arch::asm!(
            ".weak GC_add_roots",
            "mov {0:e}, offset GC_add_roots",
            out(reg) add_roots,
            options(pure, nomem, nostack, preserves_flags)
        );
    }
    if add_roots != 0 {
        let below = segment.below();
        // SAFETY: a symbol of this name is the collector's; the variables live as long as the first thread.
        unsafe {
            let add_roots: extern "C" fn(usize, usize) = core::mem::transmute(add_roots);
            add_roots(pointer - below, pointer);
        }
    }
}

#[cfg(target_arch = "x86_64")]
unsafe fn find_segment() -> Option<&'static Segment> {
    const THREAD_LOCAL: u32 = 7;
    // SAFETY: the headers are loaded with the program.
    unsafe {
        let header = &raw const __ehdr_start;
        let segments: *const Segment = header.byte_add((*header).segments).cast();
        (0..(*header).count.into()).map(|index| &*segments.add(index)).find(|segment| segment.kind == THREAD_LOCAL)
    }
}

/// Does nothing where the C library sets threads up.
#[unsafe(no_mangle)]
#[cfg(not(target_arch = "x86_64"))]
pub extern "C" fn hb_rt_set_up_thread_local() {}
