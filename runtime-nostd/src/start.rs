//! Where the process begins.
//!
//! Without libc the kernel jumps to `_start`. With libc the linker takes libc's own `_start` instead (ours is weak), which sets
//! libc up and calls `main`; then the process also ends through libc's `exit`, so that what C code has buffered or
//! registered is seen to. Both stand in assembly because that travels with the bitcode whoever asks for it.

use crate::{arguments, output};
use core::arch::global_asm;

unsafe extern "C" {
    fn hb_program_main() -> i32;
}

#[cfg(all(target_arch = "x86_64", not(feature = "hosted")))]
global_asm!(
    ".weak _start",
    ".pushsection .text._start,\"ax\",@progbits",
    ".type _start,@function",
    "_start:",
    "xor ebp, ebp",
    "mov rdi, rsp",
    "and rsp, -16",
    "call {start}",
    ".size _start, . - _start",
    ".popsection",
    start = sym hb_start,
);

#[cfg(target_arch = "x86_64")]
global_asm!(
    ".weak main",
    ".pushsection .text.main,\"ax\",@progbits",
    ".type main,@function",
    "main:",
    "jmp {main}",
    ".size main, . - main",
    ".popsection",
    main = sym hb_main,
);

#[cfg(all(target_arch = "aarch64", not(feature = "hosted")))]
global_asm!(
    ".weak _start",
    ".pushsection .text._start,\"ax\",@progbits",
    ".type _start,@function",
    "_start:",
    "mov x29, #0",
    "mov x30, #0",
    "mov x0, sp",
    "bl {start}",
    ".size _start, . - _start",
    ".popsection",
    start = sym hb_start,
);

#[cfg(target_arch = "aarch64")]
global_asm!(
    ".weak main",
    ".pushsection .text.main,\"ax\",@progbits",
    ".type main,@function",
    "main:",
    "b {main}",
    ".size main, . - main",
    ".popsection",
    main = sym hb_main,
);

// What panics call. It stands in assembly for the same reason: panics are linked from the archive, and must flush the buffer of
// the program that they were joined to.
#[cfg(target_arch = "x86_64")]
global_asm!(
    ".globl hb_rt_flush_at_panic",
    ".pushsection .text.hb_rt_flush_at_panic,\"ax\",@progbits",
    ".type hb_rt_flush_at_panic,@function",
    "hb_rt_flush_at_panic:",
    "jmp {flush}",
    ".size hb_rt_flush_at_panic, . - hb_rt_flush_at_panic",
    ".popsection",
    flush = sym output::flush_while_dying,
);

#[cfg(target_arch = "aarch64")]
global_asm!(
    ".globl hb_rt_flush_at_panic",
    ".pushsection .text.hb_rt_flush_at_panic,\"ax\",@progbits",
    ".type hb_rt_flush_at_panic,@function",
    "hb_rt_flush_at_panic:",
    "b {flush}",
    ".size hb_rt_flush_at_panic, . - hb_rt_flush_at_panic",
    ".popsection",
    flush = sym output::flush_while_dying,
);

/// `stack` is what the kernel left: the count of arguments, then pointers to them.
#[cfg(not(feature = "hosted"))]
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_start(stack: *const usize) -> ! {
    // SAFETY: the layout that the kernel promises.
    unsafe { arguments::remember(*stack, stack.add(1).cast()) };
    // SAFETY: the program's entry, called once.
    output::hb_rt_exit(unsafe { hb_program_main() })
}

/// C's `main`, called by libc's `_start`.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_main(count: i32, values: *const *const u8) -> ! {
    // SAFETY: C's promise about both.
    unsafe { arguments::remember(count as usize, values) };
    watch_libc();
    // SAFETY: the program's entry, called once.
    output::hb_rt_exit(unsafe { hb_program_main() })
}

/// libc knows whether there are threads.
fn watch_libc() {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: the address of glibc's variable, which is weak: 0 where libc is another one.
    unsafe {
        let byte: usize;
        core::arch::asm!(
            ".weak __libc_single_threaded",
            "mov {0:e}, offset __libc_single_threaded",
            out(reg) byte,
            options(pure, nomem, nostack, preserves_flags)
        );
        crate::spin_lock::watch(core::ptr::with_exposed_provenance(byte));
    }
}
