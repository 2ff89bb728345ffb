//! Threads: started, joined, detached, left; and what they wait on.
//!
//! A program that is linked with libc gets libc's threads, because C code relies on what libc keeps for each of them; any other makes its
//! own from the `clone` system call (`own`). Which it is shows at run time by a weak symbol, as the end of the process does. The
//! collector, where it is linked in, hears of every thread (`collector`). Mutexes and the like are the standard library's, over
//! [`hb_rt_wait`] and [`hb_rt_wake`], the kernel's futex.
//!
//! Start reading at [`hb_rt_thread_start`], then `run`.

mod collector;
mod native;
#[cfg(target_arch = "x86_64")]
mod own;

use crate::output;
use crate::syscall;
use core::arch::naked_asm;
use core::ptr;
use core::sync::atomic::{AtomicU32, Ordering};

/// What a thread does: a procedure of C's convention.
pub type Entry = unsafe extern "C" fn(*mut u8);

/// What is kept about a thread until it has ended and somebody has joined it.
#[repr(C)]
pub struct Record {
    /// The stack pointer at the call of `entry`: where a thread that is left goes on.
    resume: usize,
    entry: Entry,
    data: *mut u8,
    /// libc's thread; 0 for one of our own.
    handle: usize,
    /// The memory of one of our own: stack, thread-local variables, this record.
    memory: *mut u8,
    memory_size: usize,
    /// The kernel's number of one of our own; the kernel sets it to 0 at the end and wakes who waits.
    running: AtomicU32,
    state: AtomicU32,
    /// 1 as soon as the collector knows the thread.
    started: AtomicU32,
}

const JOINABLE: u32 = 0;
const DETACHED: u32 = 1;
const ENDED: u32 = 2;

impl Record {
    fn new(entry: Entry, data: *mut u8) -> Record {
        Record {
            resume: 0,
            entry,
            data,
            handle: 0,
            memory: ptr::null_mut(),
            memory_size: 0,
            running: AtomicU32::new(1),
            state: AtomicU32::new(JOINABLE),
            started: AtomicU32::new(0),
        }
    }
}

/// The address of a symbol that may be missing: 0 then. Programs lie at fixed addresses.
macro_rules! weak {
    ($name:literal) => {{
        #[cfg(target_arch = "x86_64")]
        {
            let address: usize;
            // SAFETY: reads an address.
            unsafe {
                core::arch::asm!(
                    concat!(".weak ", $name),
                    concat!("mov {0:e}, offset ", $name),
                    out(reg) address,
                    options(pure, nomem, nostack, preserves_flags)
                );
            }
            address
        }
        #[cfg(target_arch = "aarch64")]
        {
            let address: usize;
            // SAFETY: reads an address.
            unsafe {
                core::arch::asm!(
                    concat!(".weak ", $name),
                    concat!("adrp {0}, ", $name),
                    concat!("add {0}, {0}, :lo12:", $name),
                    out(reg) address,
                    options(pure, nomem, nostack, preserves_flags)
                );
            }
            address
        }
    }};
}
pub(crate) use weak;

/// Starts a thread that calls `entry(data)` on a stack of so many bytes; null if there can be none.
///
/// # Safety
/// `entry` can be called so from another thread.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_thread_start(entry: Entry, data: *mut u8, stack: usize) -> *mut Record {
    output::expect_threads();
    collector::prepare();
    let stack = stack.clamp(16 << 10, 1 << 40).next_multiple_of(4096);
    // SAFETY: the caller's promise.
    let record =
        unsafe { if native::is_there() { native::start(entry, data, stack) } else { start_own(entry, data, stack) } };
    if !record.is_null() && collector::is_there() {
        // What only the new thread leads to must not be collected before the collector looks at it.
        // SAFETY: the record lives until the thread is joined or detached, which only the caller can do.
        let started = unsafe { &(*record).started };
        while started.load(Ordering::Acquire) == 0 {
            wait(started, 0, None);
        }
    }
    record
}

#[cfg(target_arch = "x86_64")]
use own::start as start_own;

/// Only libc's threads are known here.
#[cfg(not(target_arch = "x86_64"))]
unsafe fn start_own(_entry: Entry, _data: *mut u8, _stack: usize) -> *mut Record {
    ptr::null_mut()
}

/// Waits for the end of a thread; its handle is gone then.
///
/// # Safety
/// The handle came from [`hb_rt_thread_start`] and has been neither joined nor detached.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_thread_join(record: *mut Record) {
    // SAFETY: the caller's promise.
    unsafe {
        if (*record).handle != 0 {
            native::join(record);
        } else {
            #[cfg(target_arch = "x86_64")]
            own::join(record);
        }
    }
}

/// Lets a thread end by itself; its handle is gone.
///
/// # Safety
/// As for [`hb_rt_thread_join`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_thread_detach(record: *mut Record) {
    // SAFETY: the caller's promise. Whoever comes second, this call or the thread's end, frees the record.
    unsafe {
        let is_native = (*record).handle != 0;
        if is_native {
            native::detach(record);
        }
        if (*record).state.swap(DETACHED, Ordering::AcqRel) == ENDED {
            if is_native {
                native::forget(record);
            } else {
                #[cfg(target_arch = "x86_64")]
                own::join(record);
            }
        }
    }
}

/// Ends the thread as if its entry had returned, from wherever it is.
///
/// # Safety
/// The record is that of the thread which calls; nothing on its stack is needed by anybody.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_thread_leave(record: *const Record) -> ! {
    // SAFETY: `hb_thread_call` has set it.
    unsafe { hb_thread_leave((*record).resume) }
}

/// Calls `entry(data)`; comes back when that does, or when somebody within it calls [`hb_rt_leave_to`] with what lies at `place`.
///
/// # Safety
/// `entry` can be called so; `place` is a word.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_call_until_left(entry: Entry, data: *mut u8, place: *mut usize) {
    // SAFETY: the caller's promise.
    unsafe { hb_thread_call(entry, data, place) };
}

/// Comes back from [`hb_rt_call_until_left`].
///
/// # Safety
/// That call is one of this thread's and still goes on; nothing on the stack within it is needed by anybody.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_leave_to(place: usize) -> ! {
    // SAFETY: `hb_thread_call` has made it.
    unsafe { hb_thread_leave(place) }
}

/// What every thread does, on its own stack.
unsafe fn run(record: *mut Record) {
    const PAGES: usize = 128 << 10;
    let signals = crate::system::map(PAGES);
    alternate_stack(signals, PAGES);
    let registration = collector::register();
    // SAFETY: the record lives at least until the thread's end; `entry` is what the creator promised.
    unsafe {
        (*record).started.store(1, Ordering::Release);
        wake(&(*record).started, u32::MAX);
        hb_thread_call((*record).entry, (*record).data, &raw mut (*record).resume);
    }
    collector::unregister(registration);
    alternate_stack(ptr::null_mut(), 0);
    // SAFETY: nobody uses it any more.
    unsafe { crate::system::unmap(signals, if signals.is_null() { 0 } else { PAGES }) };
}

/// Calls `entry(data)`. What has to be preserved lies on the stack, whose pointer is stored: `hb_thread_leave` returns from here.
#[unsafe(naked)]
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_thread_call(entry: Entry, data: *mut u8, resume: *mut usize) {
    #[cfg(target_arch = "x86_64")]
    naked_asm!(
        "push rbx",
        "push rbp",
        "push r12",
        "push r13",
        "push r14",
        "push r15",
        "sub rsp, 8",
        "mov qword ptr [rdx], rsp",
        "mov rax, rdi",
        "mov rdi, rsi",
        "xor ebp, ebp",
        "call rax",
        "add rsp, 8",
        "pop r15",
        "pop r14",
        "pop r13",
        "pop r12",
        "pop rbp",
        "pop rbx",
        "ret",
    );
    #[cfg(target_arch = "aarch64")]
    naked_asm!(
        "stp x29, x30, [sp, -160]!",
        "stp x19, x20, [sp, 16]",
        "stp x21, x22, [sp, 32]",
        "stp x23, x24, [sp, 48]",
        "stp x25, x26, [sp, 64]",
        "stp x27, x28, [sp, 80]",
        "stp d8, d9, [sp, 96]",
        "stp d10, d11, [sp, 112]",
        "stp d12, d13, [sp, 128]",
        "stp d14, d15, [sp, 144]",
        "mov x9, sp",
        "str x9, [x2]",
        "mov x9, x0",
        "mov x0, x1",
        "mov x29, 0",
        "blr x9",
        "mov x0, sp",
        "b hb_thread_leave",
    );
}

/// Returns from `hb_thread_call`.
#[unsafe(naked)]
#[unsafe(no_mangle)]
unsafe extern "C" fn hb_thread_leave(resume: usize) -> ! {
    #[cfg(target_arch = "x86_64")]
    naked_asm!("mov rsp, rdi", "add rsp, 8", "pop r15", "pop r14", "pop r13", "pop r12", "pop rbp", "pop rbx", "ret",);
    #[cfg(target_arch = "aarch64")]
    naked_asm!(
        "mov sp, x0",
        "ldp x19, x20, [sp, 16]",
        "ldp x21, x22, [sp, 32]",
        "ldp x23, x24, [sp, 48]",
        "ldp x25, x26, [sp, 64]",
        "ldp x27, x28, [sp, 80]",
        "ldp d8, d9, [sp, 96]",
        "ldp d10, d11, [sp, 112]",
        "ldp d12, d13, [sp, 128]",
        "ldp d14, d15, [sp, 144]",
        "ldp x29, x30, [sp], 160",
        "ret",
    );
}

/// The stack that the handler of faults runs on; null for none.
fn alternate_stack(start: *mut u8, size: usize) {
    #[repr(C)]
    struct Stack {
        start: *mut u8,
        flags: i32,
        size: usize,
    }
    const DISABLE: i32 = 2;
    let stack = Stack { start, flags: if start.is_null() { DISABLE } else { 0 }, size };
    // SAFETY: the kernel reads the structure; the memory is this thread's alone.
    unsafe { syscall::call(syscall::SIGALTSTACK, (&raw const stack).addr(), 0, 0, 0) };
}

/// Sleeps until another thread wakes who waits on `word`; at once if it is not `expected`.
fn wait(word: &AtomicU32, expected: u32, nanoseconds: Option<u64>) -> bool {
    const WAIT_PRIVATE: usize = 128;
    const TIMED_OUT: isize = -110;
    let time = nanoseconds.map(|time| [time / 1_000_000_000, time % 1_000_000_000]);
    let time = time.as_ref().map_or(0, |time| time.as_ptr().addr());
    // SAFETY: the kernel reads the word and the time.
    let result = unsafe { syscall::call(syscall::FUTEX, word.as_ptr().addr(), WAIT_PRIVATE, expected as usize, time) };
    result != TIMED_OUT
}

fn wake(word: &AtomicU32, count: u32) {
    const WAKE_PRIVATE: usize = 129;
    let count = count.min(i32::MAX as u32) as usize;
    // SAFETY: the kernel uses the address only.
    unsafe { syscall::call(syscall::FUTEX, word.as_ptr().addr(), WAKE_PRIVATE, count, 0) };
}

/// Sleeps while the word is `expected`, until woken or for so many nanoseconds (a negative time has no end); false when the time is over.
/// May come back without a reason.
///
/// # Safety
/// `word` points to an aligned word of 32 bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_wait(word: *const AtomicU32, expected: u32, nanoseconds: i64) -> bool {
    // SAFETY: the caller's promise.
    wait(unsafe { &*word }, expected, u64::try_from(nanoseconds).ok())
}

/// Wakes so many of the threads that wait on a word.
///
/// # Safety
/// As for [`hb_rt_wait`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_wake(word: *const AtomicU32, count: u32) {
    // SAFETY: the caller's promise.
    wake(unsafe { &*word }, count);
}

/// Sleeps for so many nanoseconds, 0 lets others run.
#[unsafe(no_mangle)]
pub extern "C" fn hb_rt_thread_sleep(nanoseconds: i64) {
    let Some(time) = u64::try_from(nanoseconds).ok().filter(|time| *time > 0) else {
        // SAFETY: touches nothing.
        unsafe { syscall::call(syscall::SCHED_YIELD, 0, 0, 0, 0) };
        return;
    };
    const INTERRUPTED: isize = -4;
    let mut time = [time / 1_000_000_000, time % 1_000_000_000];
    let address = (&raw mut time).addr();
    // SAFETY: the kernel reads the time and writes what is left of it.
    while unsafe { syscall::call(syscall::NANOSLEEP, address, address, 0, 0) } == INTERRUPTED {}
}

/// Gives the calling thread a name, for debuggers: at most 15 bytes are kept.
///
/// # Safety
/// `name` has `length` bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn hb_rt_thread_set_name(name: *const u8, length: usize) {
    const SET_NAME: usize = 15;
    let mut text = [0u8; 16];
    // SAFETY: the caller's promise, and 15 bytes fit.
    unsafe {
        ptr::copy_nonoverlapping(name, text.as_mut_ptr(), length.min(15));
        syscall::call(syscall::PRCTL, SET_NAME, text.as_ptr().addr(), 0, 0);
    }
}

/// How many processors this process may use.
#[unsafe(no_mangle)]
pub extern "C" fn hb_rt_thread_processors() -> i64 {
    let mut mask = [0u64; 128];
    // SAFETY: the kernel writes at most this many bytes.
    let size = unsafe { syscall::call(syscall::SCHED_GETAFFINITY, 0, size_of_val(&mask), mask.as_mut_ptr().addr(), 0) };
    let words = usize::try_from(size).unwrap_or(0) / 8;
    let count: u32 = mask.iter().take(words).map(|word| word.count_ones()).sum();
    i64::from(count.max(1))
}
