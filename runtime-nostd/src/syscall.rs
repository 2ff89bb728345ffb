//! The few system calls that rustix does not offer in public: ending the process, signal handlers, the thread pointer.

use core::arch::asm;

const EXIT_GROUP: usize = if cfg!(target_arch = "x86_64") { 231 } else { 94 };

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

/// Ends the process, all threads at once.
pub fn exit_group(status: i32) -> ! {
    loop {
        // SAFETY: nothing is left to be broken.
        unsafe { call(EXIT_GROUP, status as usize, 0, 0, 0) };
    }
}
