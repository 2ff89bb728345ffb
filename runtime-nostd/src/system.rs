//! What the runtime asks of the operating system: a few calls, each without libc.
//!
//! Everything else in this crate goes through here, so that a port has one file to write. Errors are reduced to what a
//! caller can act on.

use core::ffi::c_void;
use core::ptr;
use rustix::mm::{MapFlags, MremapFlags, ProtFlags};

/// Standard output's descriptor.
pub const OUTPUT: i32 = 1;
/// Standard error's descriptor.
pub const ERROR: i32 = 2;

#[cfg(feature = "hosted")]
pub use hosted::{exit, is_terminal, write_all};
#[cfg(not(feature = "hosted"))]
pub use raw::{exit, is_terminal, write_all};

/// Ends the process, all threads at once, without ceremony.
pub fn exit_now(status: i32) -> ! {
    crate::syscall::exit_group(status)
}

/// Writes to standard error.
pub fn write_error(bytes: &[u8]) {
    write_all(ERROR, bytes);
}

/// Fresh zeroed memory, or null. `size` is a multiple of the page size.
pub fn map(size: usize) -> *mut u8 {
    // SAFETY: an anonymous mapping at a place of the kernel's choice touches nothing that exists.
    let result = unsafe {
        rustix::mm::mmap_anonymous(ptr::null_mut(), size, ProtFlags::READ | ProtFlags::WRITE, MapFlags::PRIVATE)
    };
    result.map_or(ptr::null_mut(), <*mut c_void>::cast)
}

/// Gives pages back.
///
/// # Safety
/// Nothing in `[start, start + size)` may be used any more.
pub unsafe fn unmap(start: *mut u8, size: usize) {
    if size != 0 {
        // SAFETY: the caller gives the pages up. Failure would only leave them mapped.
        let _ = unsafe { rustix::mm::munmap(start.cast(), size) };
    }
}

/// Gives the pages of a mapping back, which stays: they are zero when they are touched again.
///
/// # Safety
/// `[start, start + size)` is the caller's mapping, and nobody needs what it holds.
pub unsafe fn give_back(start: *mut u8, size: usize) {
    // SAFETY: the caller's promise. Failure would only leave the pages as they are.
    let _ = unsafe { rustix::mm::madvise(start.cast(), size, rustix::mm::Advice::LinuxDontNeed) };
}

/// Asks for huge pages where something is touched from now on. The kernel may have none: then nothing changes.
///
/// # Safety
/// `[start, start + size)` is the caller's mapping.
pub unsafe fn use_huge_pages(start: *mut u8, size: usize) {
    // SAFETY: advice changes nothing that the pages hold.
    let _ = unsafe { rustix::mm::madvise(start.cast(), size, rustix::mm::Advice::LinuxHugepage) };
}

/// Makes a mapping longer or shorter where it stands; false if it cannot.
///
/// # Safety
/// `start` begins a mapping of `old` bytes; what lies behind `new` may not be used any more.
pub unsafe fn remap_in_place(start: *mut u8, old: usize, new: usize) -> bool {
    // SAFETY: as the caller promises; the pages do not move.
    unsafe { rustix::mm::mremap(start.cast(), old, new, MremapFlags::empty()).is_ok() }
}

/// Moves the pages of one mapping over another one, which must be there.
///
/// # Safety
/// Both ranges are the caller's, and the old addresses may not be used any more.
pub unsafe fn remap_onto(start: *mut u8, old: usize, new: usize, target: *mut u8) -> bool {
    // SAFETY: as the caller promises.
    unsafe { rustix::mm::mremap_fixed(start.cast(), old, new, MremapFlags::MAYMOVE, target.cast()).is_ok() }
}

/// By system calls.
#[cfg(not(feature = "hosted"))]
mod raw {
    use rustix::fd::BorrowedFd;

    fn descriptor(number: i32) -> BorrowedFd<'static> {
        // SAFETY: a descriptor that the program has closed makes the calls below fail, nothing worse.
        unsafe { BorrowedFd::borrow_raw(number) }
    }

    /// Writes all of `bytes`. What cannot be written is lost: there is nobody to tell.
    #[inline(never)]
    pub fn write_all(file: i32, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            match rustix::io::write(descriptor(file), bytes) {
                Ok(count) if count != 0 => bytes = bytes.get(count..).unwrap_or(&[]),
                Err(rustix::io::Errno::INTR) => {}
                _ => return,
            }
        }
    }

    /// Does a person look at this file?
    pub fn is_terminal(file: i32) -> bool {
        rustix::termios::isatty(descriptor(file))
    }

    /// Ends the process the polite way: through libc's `exit` where the program is linked with libc.
    #[cfg(all(target_arch = "x86_64", feature = "start"))]
    pub fn exit(status: i32) -> ! {
        let libc_exit: usize;
        // SAFETY: reads the address of a weak symbol, 0 if nobody defines it. Programs of this flavour lie at fixed addresses.
        unsafe {
            core::arch::asm!(
                ".weak exit",
                "mov {0:e}, offset exit",
                out(reg) libc_exit,
                options(pure, nomem, nostack, preserves_flags)
            );
        }
        if libc_exit != 0 {
            // SAFETY: a symbol of this name is C's `exit`.
            let exit: extern "C" fn(i32) -> ! = unsafe { core::mem::transmute(libc_exit) };
            exit(status)
        }
        super::exit_now(status)
    }

    /// Ends the process.
    #[cfg(not(all(target_arch = "x86_64", feature = "start")))]
    pub fn exit(status: i32) -> ! {
        super::exit_now(status)
    }
}

/// By the crate that this one is a part of.
#[cfg(feature = "hosted")]
mod hosted {
    unsafe extern "Rust" {
        fn hb_host_write_all(file: i32, bytes: &[u8]);
        fn hb_host_is_terminal(file: i32) -> bool;
        fn hb_host_exit(status: i32) -> !;
    }

    /// Writes all of `bytes`. What cannot be written is lost.
    pub fn write_all(file: i32, bytes: &[u8]) {
        // SAFETY: a safe procedure of runtime-std.
        unsafe { hb_host_write_all(file, bytes) }
    }

    /// Does a person look at this file?
    pub fn is_terminal(file: i32) -> bool {
        // SAFETY: a safe procedure of runtime-std.
        unsafe { hb_host_is_terminal(file) }
    }

    /// Ends the process the polite way.
    pub fn exit(status: i32) -> ! {
        // SAFETY: a safe procedure of runtime-std.
        unsafe { hb_host_exit(status) }
    }
}
