//! The few system calls that rustix does not offer in public: ending the process, signal handlers, the thread pointer.

use core::arch::asm;

/// The calling thread's number.
#[cfg(not(feature = "start"))]
pub const GETTID: usize = if cfg!(target_arch = "x86_64") { 186 } else { 178 };

const EXIT_GROUP: usize = if cfg!(target_arch = "x86_64") { 231 } else { 94 };

#[cfg(target_arch = "x86_64")]
#[cfg_attr(feature = "panics", expect(dead_code, reason = "threads are in the other half"))]
mod number {
    pub const MPROTECT: usize = 10;
    pub const MUNMAP: usize = 11;
    pub const SCHED_YIELD: usize = 24;
    pub const NANOSLEEP: usize = 35;
    pub const EXIT: usize = 60;
    pub const SIGALTSTACK: usize = 131;
    pub const PRCTL: usize = 157;
    pub const FUTEX: usize = 202;
    pub const SCHED_GETAFFINITY: usize = 204;
    pub const SET_TID_ADDRESS: usize = 218;
}
#[cfg(target_arch = "aarch64")]
#[cfg_attr(feature = "panics", expect(dead_code, reason = "threads are in the other half"))]
mod number {
    pub const SCHED_YIELD: usize = 124;
    pub const NANOSLEEP: usize = 101;
    pub const SIGALTSTACK: usize = 132;
    pub const PRCTL: usize = 167;
    pub const FUTEX: usize = 98;
    pub const SCHED_GETAFFINITY: usize = 123;
}
pub use number::*;

/// A system call of up to four arguments; gives what the kernel gives.
///
/// # Safety
/// Whatever the call asks for.
#[cfg(target_arch = "x86_64")]
pub unsafe fn call(number: usize, a: usize, b: usize, c: usize, d: usize) -> isize {
    let result;
    // SAFETY: the caller's promise; the kernel changes rax, rcx and r11.
    unsafe {
        asm!("syscall", inout("rax") number => result, in("rdi") a, in("rsi") b, in("rdx") c, in("r10") d,
             out("rcx") _, out("r11") _, options(nostack));
    }
    result
}

/// A system call of up to four arguments; gives what the kernel gives.
///
/// # Safety
/// Whatever the call asks for.
#[cfg(target_arch = "aarch64")]
pub unsafe fn call(number: usize, a: usize, b: usize, c: usize, d: usize) -> isize {
    let result;
    // SAFETY: the caller's promise.
    unsafe {
        asm!("svc 0", in("x8") number, inout("x0") a => result, in("x1") b, in("x2") c, in("x3") d, options(nostack));
    }
    result
}

/// Lets other threads run. By itself, for it is in every program: a call without arguments is short.
#[inline(always)]
pub fn give_way() {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: touches nothing; the kernel changes rax, rcx and r11.
    unsafe {
        asm!("syscall", inout("eax") SCHED_YIELD as u32 => _, out("rcx") _, out("r11") _, options(nostack, nomem));
    }
    #[cfg(not(target_arch = "x86_64"))]
    // SAFETY: touches nothing.
    unsafe {
        call(SCHED_YIELD, 0, 0, 0, 0);
    }
}

/// Ends the process, all threads at once.
pub fn exit_group(status: i32) -> ! {
    loop {
        // SAFETY: nothing is left to be broken.
        unsafe { call(EXIT_GROUP, status as usize, 0, 0, 0) };
    }
}
