//! What the kernel does for programs: files, folders, clocks, processes. Linux only.
//!
//! The standard library prepares and reads the kernel's data itself, which are the same on all processors; what differs is the numbers of
//! the calls. Start reading at [`hb_os_call`]. Nothing here knows a path or an error: results are the kernel's, negative for errors.

use core::arch::asm;

/// The kernel's numbers in the order of the standard library's `Call`.
#[cfg(target_arch = "x86_64")]
const NUMBERS: [usize; 22] =
    [0, 1, 3, 8, 77, 74, 79, 80, 257, 258, 263, 316, 332, 217, 267, 266, 228, 230, 293, 61, 62, 39];
#[cfg(target_arch = "aarch64")]
const NUMBERS: [usize; 22] =
    [63, 64, 57, 62, 46, 82, 17, 49, 56, 34, 35, 276, 291, 61, 78, 36, 113, 115, 59, 260, 129, 172];

const CLONE: usize = if cfg!(target_arch = "x86_64") { 56 } else { 220 };
const EXECVE: usize = if cfg!(target_arch = "x86_64") { 59 } else { 221 };
const DUP3: usize = if cfg!(target_arch = "x86_64") { 292 } else { 24 };
const CHDIR: usize = if cfg!(target_arch = "x86_64") { 80 } else { 49 };
const PIPE2: usize = if cfg!(target_arch = "x86_64") { 293 } else { 59 };
const READ: usize = if cfg!(target_arch = "x86_64") { 0 } else { 63 };
const WRITE: usize = if cfg!(target_arch = "x86_64") { 1 } else { 64 };
const CLOSE: usize = if cfg!(target_arch = "x86_64") { 3 } else { 57 };
const WAIT4: usize = if cfg!(target_arch = "x86_64") { 61 } else { 260 };
const SIGNAL_MASK: usize = if cfg!(target_arch = "x86_64") { 14 } else { 135 };
const SIGNAL_WAIT: usize = if cfg!(target_arch = "x86_64") { 128 } else { 137 };
const EXIT_GROUP: usize = if cfg!(target_arch = "x86_64") { 231 } else { 94 };

const SIGCHLD: usize = 17;
/// SIGPIPE in a set of signals.
const SIGPIPE_SET: u64 = 1 << 12;
const SIG_BLOCK: usize = 0;
const SIG_SETMASK: usize = 2;
const CLOSE_AT_START: usize = 0o2_000_000;
const EINTR: i64 = -4;
const EINVAL: i64 = -22;
const EPIPE: i64 = -32;

/// The call behind those that the kernel has: a write that reports a pipe without a reader as an error, and by no signal.
const WRITE_TO_PIPE: usize = NUMBERS.len();

/// # Safety
///
/// Whatever the call asks for.
#[cfg(target_arch = "x86_64")]
unsafe fn call(number: usize, [a, b, c, d, e]: [usize; 5]) -> i64 {
    let result;
    // SAFETY: the caller's promise; the kernel changes rax, rcx and r11.
    unsafe {
        asm!("syscall", inout("rax") number => result, in("rdi") a, in("rsi") b, in("rdx") c, in("r10") d, in("r8") e,
             out("rcx") _, out("r11") _, options(nostack));
    }
    result
}

/// # Safety
///
/// Whatever the call asks for.
#[cfg(target_arch = "aarch64")]
unsafe fn call(number: usize, [a, b, c, d, e]: [usize; 5]) -> i64 {
    let result;
    // SAFETY: the caller's promise.
    unsafe {
        asm!("svc 0", in("x8") number, inout("x0") a => result, in("x1") b, in("x2") c, in("x3") d, in("x4") e, options(nostack));
    }
    result
}

/// One of the calls that the standard library knows.
///
/// # Safety
///
/// Whatever the call asks for.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_os_call(which: usize, a: usize, b: usize, c: usize, d: usize, e: usize) -> i64 {
    match NUMBERS.get(which) {
        // SAFETY: the caller's promise.
        Some(number) => unsafe { call(*number, [a, b, c, d, e]) },
        // SAFETY: the caller's promise.
        None if which == WRITE_TO_PIPE => unsafe { write_to_pipe(a, b, c) },
        None => EINVAL,
    }
}

/// Writes while this thread does not take SIGPIPE, and takes back the one that the write has made.
///
/// # Safety
///
/// `data` has `length` bytes.
unsafe fn write_to_pipe(file: usize, data: usize, length: usize) -> i64 {
    const SIZE: usize = size_of::<u64>();
    let at_once = [0_i64; 2];
    let (signals, mut before) = (SIGPIPE_SET, 0_u64);
    let set = (&raw const signals).addr();
    // SAFETY: the caller's promise; the sets and the time are there as long as each call.
    unsafe {
        call(SIGNAL_MASK, [SIG_BLOCK, set, (&raw mut before).addr(), SIZE, 0]);
        let result = call(WRITE, [file, data, length, 0, 0]);
        // a reader that goes in the middle of it makes the signal, too: the write then says how much went through before
        let is_cut_short = (0..length as i64).contains(&result);
        if (result == EPIPE || is_cut_short) && before & SIGPIPE_SET == 0 {
            call(SIGNAL_WAIT, [set, 0, (&raw const at_once).addr(), SIZE, 0]);
        }
        call(SIGNAL_MASK, [SIG_SETMASK, (&raw const before).addr(), 0, SIZE, 0]);
        result
    }
}

/// Starts a program: its process, or the kernel's error. A child that cannot become the program says why through a pipe, which closes when it does become it.
///
/// # Safety
///
/// `path` and `folder` (or null) are C strings, `arguments` and `environment` null-terminated lists of such; `files` are three open
/// descriptors, the program's standard input, output and error.
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_os_spawn(
    path: *const u8,
    arguments: *const *const u8,
    environment: *const *const u8,
    folder: *const u8,
    files: *const i32,
) -> i64 {
    let mut pipe = [0_i32; 2];
    // SAFETY: the caller's promise. The child touches nothing but its own copy of this memory, and then becomes another program.
    unsafe {
        let made = call(PIPE2, [pipe.as_mut_ptr().addr(), CLOSE_AT_START, 0, 0, 0]);
        if made < 0 {
            return made;
        }
        let [to_read, to_write] = pipe.map(|file| file as usize);
        let child = call(CLONE, [SIGCHLD, 0, 0, 0, 0]);
        if child == 0 {
            let mut result = if folder.is_null() { 0 } else { call(CHDIR, [folder.addr(), 0, 0, 0, 0]) };
            for target in 0..3 {
                let source = *files.add(target) as usize;
                if result >= 0 && source != target {
                    result = call(DUP3, [source, target, 0, 0, 0]);
                }
            }
            if result >= 0 {
                result = call(EXECVE, [path.addr(), arguments.addr(), environment.addr(), 0, 0]);
            }
            call(WRITE, [to_write, (&raw const result).addr(), size_of::<i64>(), 0, 0]);
            loop {
                call(EXIT_GROUP, [127, 0, 0, 0, 0]);
            }
        }
        call(CLOSE, [to_write, 0, 0, 0, 0]);
        let mut why = 0_i64;
        if child > 0 {
            while call(READ, [to_read, (&raw mut why).addr(), size_of::<i64>(), 0, 0]) == EINTR {}
        }
        call(CLOSE, [to_read, 0, 0, 0, 0]);
        if why != 0 {
            call(WAIT4, [child as usize, 0, 0, 0, 0]);
            return why;
        }
        child
    }
}
