//! Backtraces that are taken now and perhaps printed later: what the tracking allocator keeps with each block.
//!
//! The program's file is opened once, and what was found out about an instruction is kept, so that taking one costs some hundred
//! instructions. One thread at a time: the caller holds a lock.

use super::backtrace::Backtrace;
use super::unwind::Frame;
use core::arch::naked_asm;
use core::cell::UnsafeCell;
use core::slice;

struct Shared(UnsafeCell<Option<Backtrace>>);
// SAFETY: callers hold a lock.
unsafe impl Sync for Shared {}

static TRACE: Shared = Shared(UnsafeCell::new(None));

/// Writes the addresses of the caller and its callers, at most `count`; gives how many.
///
/// # Safety
/// `out` has room for them; no other thread is at work here.
#[unsafe(no_mangle)]
#[unsafe(naked)]
pub unsafe extern "C" fn hb_rt_panic_frames_take(out: *mut usize, count: usize) -> usize {
    #[cfg(target_arch = "x86_64")]
    naked_asm!("mov rdx, rsp", "mov rcx, rbp", "jmp {body}", body = sym take);
    #[cfg(target_arch = "aarch64")]
    naked_asm!("mov x2, sp", "mov x3, x29", "mov x4, x30", "b {body}", body = sym take);
}

unsafe extern "C" fn take(out: *mut usize, count: usize, sp: usize, fp: usize, link: usize) -> usize {
    let frame = if cfg!(target_arch = "x86_64") {
        // SAFETY: on entry the stack pointer points to the return address.
        let pc = unsafe { *core::ptr::with_exposed_provenance::<usize>(sp) };
        Frame { pc, sp: sp + size_of::<usize>(), fp, link: 0, is_exact: false }
    } else {
        Frame { pc: link, sp, fp, link, is_exact: false }
    };
    // SAFETY: the callers' promises.
    unsafe { trace().take(frame, slice::from_raw_parts_mut(out, count)) }
}

/// Prints such addresses as a panic prints its backtrace.
///
/// # Safety
/// There are `count` of them; no other thread is at work here.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_panic_frames_print(frames: *const usize, count: usize) {
    // SAFETY: the caller's promise.
    unsafe { trace().print_all(slice::from_raw_parts(frames, count)) };
}

/// # Safety
/// No other thread is at work here.
unsafe fn trace() -> &'static mut Backtrace {
    // SAFETY: the caller's promise; the reference does not outlive the call that asks for it.
    unsafe { (*TRACE.0.get()).get_or_insert_with(Backtrace::new) }
}
